package desk

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"goodgraces/care"
	"goodgraces/internal/browser"
)

// TestAnswerQuestionsByKeys answers three questions without a mouse: by typing,
// where the cursor stands already, by the words that hold it, and by what is
// known. Who walks through the list by keys types nothing by mistake.
func TestAnswerQuestionsByKeys(t *testing.T) {
	b := browser.Open(t)
	w := knowers(t, bikes)
	typed, held, near := w.asks("q1", "Do you sell coffee on board?"), w.asks("q2", dogs), w.asks("q3", "Can I take my old racing bike on the plane?")
	words := w.file(held).Draft().Holding
	b.Do(browser.Look(1440, 900, "light"), chromedp.Navigate(w.link("mia", RoleManager)), browser.Until(scripted),
		chromedp.Navigate(w.url+"/cases/"+typed), onCase(typed), browser.Until(`document.activeElement.id === 'text'`),
		browser.Press("Yes, from six in the morning, on every plane."), browser.Until(`document.querySelector('#checks .passed')`),
		browser.Press(kb.Escape), browser.Press("a"), browser.Until(`document.querySelector('.done')`),
		chromedp.Navigate(w.url+"/cases/"+held), onCase(held), browser.Until(`document.activeElement.id === 'text'`),
		browser.Press(kb.Escape), browser.Press("h"), browser.Until(`document.getElementById('text').value === document.querySelector('.holding bdi').textContent`),
		browser.Until(`document.querySelector('#checks .passed')`), browser.Shoot("held-light"), browser.Press("a"), browser.Until(`document.querySelector('.done')`),
		chromedp.Navigate(w.url+"/cases/"+near), onCase(near), browser.Press(kb.Tab+kb.Tab+kb.Enter),
		browser.Until(`document.querySelector('.label .by')?.textContent.includes('bikes')`), browser.Press("a"), browser.Until(`document.querySelector('.done')`))
	for id, want := range map[string]string{typed: "Yes, from six", held: words, near: "Bikes fly in a box"} {
		if f := w.file(id); f.Case.State != care.StateApproved || !strings.Contains(f.Sends[0].Text, want) {
			t.Errorf("%s is %s: %+v", want, f.Case.State, f.Sends)
		}
	}
	b.NoProblems()
}

// TestWalkingPastAQuestion: the cursor goes into the field for who opens a case,
// not for who passes it with j and k.
func TestWalkingPastAQuestion(t *testing.T) {
	b := browser.Open(t)
	w := knowers(t, bikes)
	first, second := w.asks("q1", dogs), w.asks("q2", "Do you sell coffee on board?")
	b.Do(browser.Look(1440, 900, "light"), chromedp.Navigate(w.link("mia", RoleManager)), browser.Until(scripted),
		chromedp.Navigate(w.url+"/cases/"+first), onCase(first), browser.Press(kb.Escape), browser.Press("j"), onCase(second),
		browser.Press("k"), onCase(first), browser.Until(`document.getElementById('text').value === '' && document.activeElement.id !== 'text'`),
		browser.Press("j"), onCase(second), browser.Press(kb.Enter), browser.Until(`document.activeElement.id === 'text'`))
	b.NoProblems()
}

// TestQuestionsOnEveryScreen: nothing is wider than the screen.
func TestQuestionsOnEveryScreen(t *testing.T) {
	b := browser.Open(t)
	w := knowers(t, bikes)
	id := w.asks("q1", "Can I take my old racing bike on the plane?")
	b.Do(browser.Look(1440, 900, "light"), chromedp.Navigate(w.link("mia", RoleManager)), browser.Until(scripted))
	for _, look := range []struct {
		name, scheme  string
		width, height int64
	}{{"wide", "dark", 1440, 900}, {"laptop", "light", 1100, 760}, {"phone", "light", 390, 844}, {"phone", "dark", 390, 844}} {
		b.Do(browser.Look(look.width, look.height, look.scheme), chromedp.Navigate(w.url+"/cases/"+id), onCase(id), browser.Shoot("question-"+look.name+"-"+look.scheme))
		if wide := browser.Value[int](b, `document.documentElement.scrollWidth`); wide > int(look.width) {
			t.Errorf("%s: %d wide", look.name, wide)
		}
	}
	b.NoProblems()
}
