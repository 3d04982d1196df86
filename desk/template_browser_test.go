package desk

import (
	"testing"

	"github.com/chromedp/chromedp"

	"goodgraces/internal/browser"
)

func TestTemplateScreens(t *testing.T) {
	b := browser.Open(t)
	w := writers(t)
	b.Do(browser.Look(1440, 900, "light"), chromedp.Navigate(w.link("mia", RoleManager)))
	for _, s := range []struct {
		name, path    string
		width, height int64
		scheme        string
	}{
		{"list-wide-light", "/templates", 1440, 900, "light"},
		{"list-laptop-dark", "/templates", 1024, 720, "dark"},
		{"list-phone-light", "/templates", 390, 844, "light"},
		{"write-wide-light", "/templates/warm-en", 1440, 900, "light"},
		{"write-wide-dark", "/templates/warm-en", 1440, 900, "dark"},
		{"write-laptop-light", "/templates/warm-en", 1024, 720, "light"},
		{"write-phone-light", "/templates/warm-en", 390, 844, "light"},
		{"yaml-wide-light", "/templates/warm-en?as=yaml", 1440, 900, "light"},
		{"versions-wide-light", "/templates/warm-en/versions", 1440, 900, "light"},
	} {
		b.Do(browser.Look(s.width, s.height, s.scheme), chromedp.Navigate(w.url+s.path),
			browser.Until(`document.documentElement.classList.contains('scripted')`),
			browser.Until(`document.documentElement.scrollWidth <= innerWidth`), browser.Shoot("templates-"+s.name))
	}
	b.NoProblems()
}
