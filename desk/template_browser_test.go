package desk

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"goodgraces/internal/browser"
)

const scripted = `document.documentElement.classList.contains('scripted')`

// TestWriteATemplate edits wordings, sees the preview follow, publishes, finds
// the next draft of a case made with them, and takes it all back.
func TestWriteATemplate(t *testing.T) {
	b := browser.Open(t)
	w := writers(t)
	id := w.promisedBy("warm-en")
	b.Do(browser.Look(1440, 900, "light"), chromedp.Navigate(w.link("mia", RoleManager)), browser.Until(scripted),
		chromedp.Navigate(w.url+"/templates"), browser.Until(`document.querySelector('a[href="/templates/warm-en"]')`),
		browser.Click(`a[href="/templates/warm-en"]`), browser.Until(`document.querySelectorAll('.tries > li').length === 10`),
		browser.Until(`!document.querySelector('#shown ins')`),
		browser.Click("#g-promise > summary"), browser.Until(`document.getElementById('g-promise').open`))
	// One line is typed by hand, the others by script: which of them a draft takes is chance.
	browser.Value[int](b, `[...document.querySelectorAll('#g-promise textarea[name^="parts.commitment"]')].slice(1)
		.filter((line) => line.value).map((line) => { line.value += ' Truly.'; return line; }).length`)
	b.Do(browser.Click(`[data-place="parts.commitment"] li:first-child textarea`), browser.Press(kb.End+" Truly."),
		browser.Until(`[...document.querySelectorAll('#shown ins')].some((word) => word.textContent.includes('Truly.'))`),
		browser.Until(`document.getElementById('shown').textContent.includes('in other words than now')`),
		browser.Shoot("templates-edited-light"),
		browser.Click(`button[value="save"]`), browser.Until(`document.querySelector('.notice.good')?.textContent.includes('Version 1 is saved as a draft.')`))
	if draft := w.desk.responder().Draft(complaint); strings.Contains(draft.Text, "Truly.") {
		t.Errorf("a draft of it is in force: %q", draft.Text)
	}
	b.Do(chromedp.Navigate(w.url+"/templates/warm-en/versions"), browser.Until(`document.querySelector('.diff ins')?.textContent.includes('Truly.')`), browser.Shoot("templates-diff-light"),
		browser.Click("#v1 button.main"), browser.Until(`document.querySelector('.notice.good')?.textContent.includes('Version 1 is in force.')`),
		chromedp.Navigate(w.url+"/cases/"+id), onCase(id), browser.Press("v"), browser.Until(`document.getElementById('text').value.includes('Truly.')`),
		browser.Until(`document.querySelector('.by a[href="/templates/warm-en"]')`), browser.Shoot("templates-next-draft-light"),
		chromedp.Navigate(w.url+"/templates/warm-en?done=publish&of=1"), browser.Until(scripted),
		browser.Press("u"), browser.Until(`document.querySelector('.notice.good')?.textContent.includes('Version 1 is out of force.')`))
	if draft := w.desk.responder().Draft(complaint); strings.Contains(draft.Text, "Truly.") {
		t.Errorf("it is still in force: %q", draft.Text)
	}
	b.Do(chromedp.Navigate(w.url+"/templates/warm-en/versions"), browser.Until(`document.getElementById('v1').textContent.includes('was in force')`),
		browser.Click("#v1 button"), browser.Until(`document.querySelector('.notice.good')?.textContent.includes('Version 1 is in force again.')`))
	b.NoProblems()
}

// TestTwoPeopleInABrowser has one person ask for approval, and another approve.
func TestTwoPeopleInABrowser(t *testing.T) {
	b := browser.Open(t)
	w := writers(t)
	w.cfg.Responder.Approval = true
	b.Do(browser.Look(1440, 900, "light"), chromedp.Navigate(w.link("mia", RoleManager)), browser.Until(scripted),
		chromedp.Navigate(w.url+"/templates/plain-en"), browser.Until(scripted),
		browser.Click("#g-about > summary"), browser.Click("#f-description"), browser.Press(kb.End+" Ours."),
		browser.Click(`button[value="propose"]`), browser.Until(`document.querySelector('.notice.good')?.textContent.includes('waits for approval')`),
		chromedp.Navigate(w.url+"/templates/plain-en/versions"), browser.Until(`document.getElementById('v1').textContent.includes('somebody else must approve it')`),
		browser.Until(`!document.querySelector('#v1 button.main')`), browser.Shoot("templates-own-light"),
		chromedp.Navigate(w.link("max", RoleManager)), browser.Until(scripted),
		chromedp.Navigate(w.url+"/templates"), browser.Until(`document.querySelector('a[href="/templates/plain-en/versions#v1"]')`), browser.Shoot("templates-waiting-light"),
		browser.Click(`a[href="/templates/plain-en/versions#v1"]`), browser.Until(`document.querySelector('#v1 button.main')?.textContent === 'Approve and publish'`),
		browser.Click("#v1 button.main"), browser.Until(`document.querySelector('.notice.good')?.textContent.includes('Version 1 is in force.')`))
	b.NoProblems()
}

// TestBrokenYAMLInABrowser types what is no template: the page says where, and
// keeps the words.
func TestBrokenYAMLInABrowser(t *testing.T) {
	b := browser.Open(t)
	w := writers(t)
	b.Do(browser.Look(1440, 900, "light"), chromedp.Navigate(w.link("mia", RoleManager)), browser.Until(scripted),
		chromedp.Navigate(w.url+"/templates/warm-en?as=yaml"), browser.Until(`document.getElementById('body').value.startsWith('name: warm-en')`),
		browser.Click("#body"))
	browser.Value[int](b, `(() => { const body = document.getElementById('body'); body.value = body.value.replace('priority:', 'priorty:'); body.dispatchEvent(new Event('input', { bubbles: true })); return 1; })()`)
	b.Do(browser.Until(`document.getElementById('general').textContent.includes('priorty')`), browser.Until(`/Line \d+/.test(document.getElementById('general').textContent)`),
		browser.Shoot("templates-broken-light"),
		browser.Click(`button[value="publish"]`), browser.Until(`document.querySelector('.notice')?.textContent.includes('cannot be put in force')`),
		browser.Shoot("templates-refused-light"),
		chromedp.Navigate(w.url+"/templates/warm-en?as=yaml"), browser.Until(`document.getElementById('body').value.includes('priorty:')`))
	if p, err := w.store.PublishedTemplates(t.Context()); err != nil || len(p) != 0 {
		t.Errorf("in force: %v %v", p, err)
	}
}

// TestLinesUnderTheFingers adds, moves and removes lines with the keyboard.
func TestLinesUnderTheFingers(t *testing.T) {
	b := browser.Open(t)
	w := writers(t)
	const calm = `[...document.querySelectorAll('[data-place="parts.feeling.calm"] textarea')]`
	b.Do(browser.Look(1440, 900, "light"), chromedp.Navigate(w.link("mia", RoleManager)), browser.Until(scripted),
		chromedp.Navigate(w.url+"/templates/warm-en"), browser.Until(scripted))
	before := browser.Value[int](b, calm+`.length`)
	first := browser.Value[string](b, calm+`[0].value`)
	line := func(n int) string { return fmt.Sprintf(`%s[%d]`, calm, n) }
	b.Do(browser.Click(`[data-place="parts.feeling.calm"] li:first-child textarea`),
		browser.Press(kb.Enter), browser.Until(fmt.Sprintf(`%s.length === %d && document.activeElement === %s`, calm, before+1, line(1))),
		browser.Press("Calm down, "), browser.Click(`[data-place="parts.feeling.calm"] [data-slot="brand"]`),
		browser.Until(line(1)+`.value === 'Calm down, {brand}'`),
		browser.Until(line(1)+`.closest('li').querySelector('.problem')?.textContent.includes('trigger_phrase')`),
		browser.Until(`document.querySelector('#g-feeling > summary .wrong').textContent === '1 to put right'`), browser.Shoot("templates-problem-light"))
	browser.Value[bool](b, line(1)+`.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', altKey: true, bubbles: true }))`)
	b.Do(browser.Until(line(0)+`.value === 'Calm down, {brand}' && document.activeElement === `+line(0)),
		browser.Click(`[data-place="parts.feeling.calm"] li:first-child button[aria-label="Remove"]`),
		browser.Until(fmt.Sprintf(`%s.length === %d && %s.value === %q`, calm, before, line(0), first)),
		browser.Until(`!document.querySelector('#g-feeling .problem')`),
		browser.Until(`document.activeElement.textContent === 'Put the line back'`), browser.Press(kb.Enter),
		browser.Until(line(0)+`.value === 'Calm down, {brand}'`))
	b.NoProblems()
}

func TestTemplateScreens(t *testing.T) {
	b := browser.Open(t)
	w := writers(t)
	max := w.person("max", RoleManager)
	w.decide(max)
	max.post("/templates/warm-en", w.sheetOf("warm-en", "save", "parts.feeling.calm", calm...))
	max.post("/templates/warm-en/trial", url.Values{"version": {"1"}, "share": {"30"}, "note": {"Warmer when they are calm"}})
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
		{"yaml-phone-dark", "/templates/warm-en?as=yaml", 390, 844, "dark"},
		{"versions-wide-light", "/templates/warm-en/versions", 1440, 900, "light"},
		{"versions-phone-dark", "/templates/warm-en/versions", 390, 844, "dark"},
		{"results-wide-light", "/templates/warm-en/results", 1440, 900, "light"},
		{"results-laptop-dark", "/templates/warm-en/results", 1024, 720, "dark"},
		{"results-phone-light", "/templates/warm-en/results", 390, 844, "light"},
	} {
		b.Do(browser.Look(s.width, s.height, s.scheme), chromedp.Navigate(w.url+s.path),
			browser.Until(`document.documentElement.classList.contains('scripted')`),
			browser.Until(`document.documentElement.scrollWidth <= innerWidth`), browser.Shoot("templates-"+s.name))
	}
	b.NoProblems()
}
