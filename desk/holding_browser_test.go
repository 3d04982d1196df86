package desk

import (
	"strconv"
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
	w, b := knowersOpen(t)
	typed, held, near := w.asks("q1", "Do you sell coffee on board?"), w.asks("q2", dogs), w.asks("q3", "Can I take my old racing bike on the plane?")
	words := w.file(held).Draft().Holding
	b.Do(chromedp.Navigate(w.url+"/cases/"+typed), onCase(typed), browser.Until(`document.activeElement.id === 'text'`),
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
	w, b := knowersOpen(t)
	first, second := w.asks("q1", dogs), w.asks("q2", "Do you sell coffee on board?")
	b.Do(chromedp.Navigate(w.url+"/cases/"+first), onCase(first), browser.Press(kb.Escape), browser.Press("j"), onCase(second),
		browser.Press("k"), onCase(first), browser.Until(`document.getElementById('text').value === '' && document.activeElement.id !== 'text'`),
		browser.Press("j"), onCase(second), browser.Press(kb.Enter), browser.Until(`document.activeElement.id === 'text'`))
	b.NoProblems()
}

// TestUnsavedWordsAreKept: what the server put into the field is there again when
// one comes back to the case, like typed words: words that hold a question, other
// ones, what was refused, and what it never got.
func TestUnsavedWordsAreKept(t *testing.T) {
	w, b := knowersOpen(t)
	first, second := w.asks("q1", dogs), w.asks("q2", "Do you sell coffee on board?")
	const refused = "Send us your order number and your email address here."
	away := func(then browser.Step) {
		t.Helper()
		b.Do(browser.Press(kb.Escape), browser.Press("j"), onCase(second), browser.Press("k"), onCase(first), then)
	}
	stands := browser.Until(`document.getElementById('text').value === document.querySelector('.holding bdi').textContent`)
	b.Do(chromedp.Navigate(w.url+"/cases/"+first), onCase(first), browser.Press(kb.Escape), browser.Press("h"), stands)
	away(stands)
	b.Do(browser.Press("v"), browser.Until(`document.querySelector('.holding bdi').textContent !== `+strconv.Quote(w.file(first).Draft().Holding)), stands)
	away(stands)
	b.NoProblems() // but for the 422 that comes now
	b.Do(chromedp.SetValue(chromedp.CSS("#text"), refused), browser.Press("a"), browser.Until(`document.getElementById('said').textContent.includes('must change first')`))
	away(browser.Until(`document.getElementById('text').value === ` + strconv.Quote(refused)))
	browser.Value[string](b, `window.fetch = () => Promise.reject(new Error('no network')), ''`)
	b.Do(browser.Press("a"), browser.Until(`document.getElementById('said').textContent.includes('did not answer')`),
		chromedp.Navigate(w.url+"/cases/"+first), onCase(first), browser.Until(`document.getElementById('text').value === `+strconv.Quote(refused)))
	if f := w.file(first); f.Case.State != care.StateOpen || len(f.Drafts) != 2 {
		t.Errorf("%s, %d drafts: something was saved", f.Case.State, len(f.Drafts))
	}
}
