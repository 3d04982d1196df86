package desk

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"goodgraces/care"
	"goodgraces/internal/browser"
	"goodgraces/store"
)

// TestAuthorInTheBrowser goes from a case to its author with the keyboard, folds
// and reopens with one key each, and looks at the page in every size.
func TestAuthorInTheBrowser(t *testing.T) {
	b := browser.Open(t)
	w := newWorld(t)
	twin := care.Mention{ID: "t1", Platform: "bluesky", Text: "Kestrel lost my father's medication. Day 3.", Author: care.Author{ID: "did:plc:m", Handle: "maria.p"}, CreatedAt: w.now()}
	if err := w.store.Record(t.Context(), []store.Handled{{Mention: twin}}, []care.Profile{{Key: twin.AuthorKey(), Author: twin.Author, Contacts: 1}}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.store.AddNote(t.Context(), store.Note{Author: maria, Actor: "bob", Text: "Rang on Friday; prefers to be called before 9.", At: w.now()}); err != nil {
		t.Fatal(err)
	}
	folded, key := w.silenced("sour_grapes")
	scripted := browser.Until(`document.documentElement.classList.contains('scripted')`)
	b.Do(
		browser.Look(1440, 900, "light"), chromedp.Navigate(w.link("ann", RoleManager)), scripted,
		chromedp.Navigate(w.url+"/cases/"+w.caseOf("maria_p")), onCase(w.caseOf("maria_p")),
		browser.Press("t"), browser.Until(`document.querySelector('.timeline')`), scripted,
		browser.Until(`document.querySelector('h1').textContent.includes('@maria_p')`), browser.Shoot("author-light"),
		browser.Press("f"), browser.Until(`document.activeElement.name === 'reason'`), browser.Press("she has her bag"), browser.Shoot("author-fold-light"),
		browser.Click("button[value=silence]"), browser.Until(`document.querySelector('.word')?.textContent.includes('she has her bag')`), scripted,
		browser.Shoot("author-folded-light"),
		browser.Press("o"), browser.Until(`document.activeElement.name === 'reason'`), browser.Press("not yet"+kb.Enter),
		browser.Until(`document.querySelector('.word')?.textContent.includes('not yet')`),
		browser.Click(`button[aria-label="Link @maria.p on Bluesky"]`), browser.Until(`document.querySelector('.accounts button')?.textContent === 'Unlink'`),
		browser.Shoot("author-linked-light"),
	)
	if o := w.overruleOn(maria); o == nil || o.Stance != care.StanceEngage || o.Reason != "not yet" {
		t.Errorf("overrule %+v", o)
	}
	b.Do(
		chromedp.Navigate(w.url+"/cases/"+folded), onCase(folded), scripted, browser.Shoot("silenced-light"),
		browser.Press("o"), browser.Until(`document.activeElement.name === 'reason'`), browser.Press("his order is lost"+kb.Enter),
		browser.Until(`document.querySelector('.word')?.textContent.includes('his order is lost')`), browser.Shoot("reopened-light"),
	)
	w.state(folded, care.StateOpen)
	for _, s := range []struct {
		name, path    string
		width, height int64
		scheme        string
	}{
		{"author-dark", authorURL(maria), 1440, 900, "dark"},
		{"author-laptop-light", authorURL(key), 1024, 720, "light"},
		{"author-phone-light", authorURL(maria), 380, 780, "light"},
		{"author-phone-dark", authorURL(truth), 380, 780, "dark"},
		{"author-truth-light", authorURL(truth), 1440, 900, "light"},
	} {
		b.Do(browser.Look(s.width, s.height, s.scheme), chromedp.Navigate(w.url+s.path), scripted,
			browser.Until(`document.documentElement.scrollWidth <= innerWidth`), browser.Shoot(s.name))
	}
	b.NoProblems()
}
