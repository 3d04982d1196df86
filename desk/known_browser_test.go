package desk

import (
	"errors"
	"testing"

	"github.com/chromedp/chromedp"

	"goodgraces/care"
	"goodgraces/internal/browser"
	"goodgraces/responder/known"
)

// knowersOpen is knowers with a browser in which a manager is signed in.
func knowersOpen(t *testing.T) (*world, *browser.Tab) {
	t.Helper()
	b, w := browser.Open(t), knowers(t, bikes)
	b.Do(browser.Look(1440, 900, "light"), chromedp.Navigate(w.link("mia", RoleManager)), browser.Until(scripted))
	return w, b
}

// TestKeepAnAnswerInTheBrowser answers a question by hand, keeps the answer, sees
// beside the form whom it would have answered, and finds it in the next draft.
func TestKeepAnAnswerInTheBrowser(t *testing.T) {
	w, b := knowersOpen(t)
	id := w.asks("q1", "@kestrel Is there a lounge in Oslo?")
	w.asks("q2", "Do you have a lounge in Oslo? We fly on Friday.")
	b.Do(chromedp.Navigate(w.url+"/cases/"+id), onCase(id), browser.Press("e"), browser.Until(`document.activeElement.id === 'text'`))
	browser.Value[string](b, `document.getElementById('text').value = 'Yes, our lounge in Oslo is beside gate 12.'`)
	b.Do(browser.Press(" It is open all day."), browser.Click("#approve"),
		browser.Until(`document.querySelector('.done a[href^="/new-answer?case="]')`), browser.Shoot("known-approved-light"),
		browser.Click(`.done a[href^="/new-answer?case="]`),
		browser.Until(`document.getElementById('f-answer')?.value.endsWith('It is open all day.')`),
		browser.Click(`[data-place="asks"] li:last-child textarea`), browser.Press("Do you have an Oslo lounge?"),
		browser.Until(`document.querySelectorAll('[data-place="asks"] li').length === 3`),
		browser.Until(`document.getElementById('shown').textContent.includes('it would have answered 2')`), browser.Shoot("known-form-light"),
		browser.Click("#f-answer"), browser.Press(" Send us your order number here."),
		browser.Until(`document.querySelector('[data-place="answer"] .problem')?.textContent.includes('asks_private_data_publicly')`), browser.Shoot("known-problem-light"))
	browser.Value[string](b, `document.getElementById('f-answer').value = 'Our lounge in Oslo is beside gate 12, open all day.'`)
	b.Do(browser.Click(`button[value="save"]`), browser.Until(`document.querySelector('.notice.good')?.textContent.includes('lounge-oslo is in force')`), browser.Shoot("known-list-light"))
	if d := w.file(w.asks("q3", "is there a lounge in oslo")).Draft(); d.Known != "lounge-oslo" || len(care.Blocked(d.Checks)) > 0 {
		t.Errorf("the next draft rests on %q: %q", d.Known, d.Text)
	}
	b.Do(chromedp.Navigate(w.url+"/answers/lounge-oslo"), browser.Until(scripted), browser.Click(`button[value="remove"]`),
		browser.Until(`document.querySelector('.notice.good')?.textContent.includes('is removed')`), browser.Until(scripted), browser.Press("u"),
		browser.Until(`document.querySelector('.notice.good')?.textContent.includes('is in force')`))
	near := w.asks("q4", "Can I take my old racing bike on the plane?")
	b.Do(chromedp.Navigate(w.url+"/cases/"+near), onCase(near))
	if err := errors.Join(known.Remove(w.cfg.AnswersFolder(), "bikes", w.desk.known().Find("bikes").Hash(), nil), w.desk.o.AnswersChanged()); err != nil {
		t.Fatal(err)
	}
	b.NoProblems() // but for the 422 that comes now
	b.Do(browser.Click(".offer button"), browser.Until(`document.getElementById('said').textContent.includes('no longer known')`),
		browser.Until(`location.pathname === '/cases/`+near+`'`))
}

// TestKnownAnswersOnEveryScreen: nothing is wider than the screen, a question that
// one is near to and one that none is for too.
func TestKnownAnswersOnEveryScreen(t *testing.T) {
	w, b := knowersOpen(t)
	near, held := w.asks("q1", "Can I take my old racing bike on the plane?"), w.asks("q2", dogs)
	for _, look := range []struct {
		name, scheme  string
		width, height int64
	}{{"wide", "light", 1440, 900}, {"wide", "dark", 1440, 900}, {"laptop", "dark", 1100, 760}, {"phone", "light", 390, 844}, {"phone", "dark", 390, 844}} {
		for page, path := range map[string]string{"list": "/answers", "form": "/answers/bikes", "new": "/new-answer", "offer": "/cases/" + near, "question": "/cases/" + held, "status": "/status"} {
			b.Do(browser.Look(look.width, look.height, look.scheme), chromedp.Navigate(w.url+path), browser.Until(scripted), browser.Shoot("known-"+page+"-"+look.name+"-"+look.scheme))
			if wide := browser.Value[int](b, `document.documentElement.scrollWidth`); wide > int(look.width) {
				t.Errorf("%s on %s: %d wide", path, look.name, wide)
			}
		}
	}
	b.NoProblems()
}
