package desk

import (
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"goodgraces/care"
	"goodgraces/internal/browser"
)

// TestPrivateInTheBrowser goes the whole way: the answer leaves, the customer
// fills in the form on a phone, the team reads it, resolves, closes in public,
// asks how it went, and reads that.
func TestPrivateInTheBrowser(t *testing.T) {
	b := browser.Open(t)
	w := newWorld(t, withForms)
	id := w.caseOf("maria_p")
	scripted := browser.Until(`document.documentElement.classList.contains('scripted')`)
	b.Do(
		browser.Look(1440, 900, "light"), chromedp.Navigate(w.link("mo", RoleManager)), scripted,
		chromedp.Navigate(w.url+"/cases/"+id), onCase(id), scripted, browser.Press("a"), browser.Until(`document.querySelector('.done')`),
	)
	w.handOff(id)
	b.Do(
		browser.Look(390, 844, "light"), chromedp.Navigate(w.url+w.formOf(care.AnswerHandoff, id)), browser.Until(`document.querySelector('#reference')`),
		browser.Until(`document.documentElement.scrollWidth <= 390`), browser.Shoot("form-phone-light"),
		browser.Click("#reference"), browser.Press("KA-20391"), browser.Click("#text"), browser.Press("It is the blue one."),
		browser.Click("button.main"), browser.Until(`document.body.textContent.includes('Thank you, we have it')`), browser.Shoot("form-thanks-light"),
		browser.Look(390, 844, "dark"), chromedp.Navigate(w.url+w.formOf(care.AnswerFollowUp, w.caseOf("rui_m"))), browser.Until(`document.querySelector('.scores')`), browser.Shoot("score-phone-dark"),
		browser.Look(1440, 900, "light"), chromedp.Navigate(w.url+"/?in=answers"), scripted, browser.Until(`document.querySelector('.theirs')?.textContent.includes('KA-20391')`),
		browser.Shoot("answers-light"), browser.Press("n"), browser.Until(`!document.querySelector('.theirs')`),
		chromedp.Navigate(w.url+"/cases/"+id+"?in=sent"), onCase(id), scripted, browser.Press("x"), browser.Until(`document.querySelector('.after textarea')`), browser.Shoot("closing-light"),
		browser.Press("a"), browser.Until(`document.querySelector('.done')?.textContent.includes('closing line')`),
	)
	w.handOff(id)
	w.skew.Add(int64(2 * time.Hour))
	b.Do(
		chromedp.Navigate(w.url+"/?in=follow-up"), onCase(id), scripted, browser.Until(`document.querySelector('.after textarea')`), browser.Shoot("followup-light"),
		browser.Look(1440, 900, "dark"), browser.Shoot("followup-dark"), browser.Look(390, 844, "light"),
		chromedp.Navigate(w.url+"/cases/"+id), onCase(id), scripted, browser.Shoot("followup-phone-light"), browser.Look(1440, 900, "light"),
		chromedp.Navigate(w.url+"/?in=follow-up"), onCase(id), scripted, browser.Press("a"), browser.Until(`document.querySelector('.done')?.textContent.includes('follow-up')`),
	)
	w.handOff(id)
	b.Do(
		browser.Look(390, 844, "light"), chromedp.Navigate(w.url+w.formOf(care.AnswerFollowUp, id)), browser.Until(`document.querySelector('.scores')`),
		browser.Click(`.scores label:nth-child(4)`), browser.Shoot("score-phone-light"), browser.Click("button.main"), browser.Until(`document.body.textContent.includes('Thank you')`),
		browser.Look(1440, 900, "light"), chromedp.Navigate(w.url+"/cases/"+id), onCase(id), scripted, browser.Until(`document.querySelector('#now').textContent.includes('4 of 5')`), browser.Shoot("private-light"),
		chromedp.Navigate(w.url+"/channels"), scripted, browser.Until(`document.querySelector('.channel')`), browser.Shoot("channels-light"),
		browser.Look(1440, 900, "dark"), browser.Shoot("channels-dark"),
		browser.Look(390, 844, "light"), browser.Until(`document.documentElement.scrollWidth <= 390`), browser.Shoot("channels-phone-light"),
	)
	w.state(id, care.StateResolved)
	if n := len(w.file(id).Answers); n != 2 {
		t.Errorf("%d answers", n)
	}
	b.NoProblems()
}
