package desk

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"goodgraces/care"
	"goodgraces/internal/browser"
	"goodgraces/responder"
	"goodgraces/store"
)

func onCase(id string) browser.Step {
	return browser.Until(`document.getElementById('case')?.dataset.case === '` + id + `'`)
}

func (w *world) needs() (ids []string) {
	w.t.Helper()
	rows, err := w.store.Cases(w.t.Context(), store.CaseFilter{States: groups[0].states})
	if err != nil {
		w.t.Fatal(err)
	}
	for _, r := range rows {
		ids = append(ids, r.Case.ID)
	}
	return ids
}

// TestBrowser is a morning's work with the keyboard.
func TestBrowser(t *testing.T) {
	b := browser.Open(t)
	w := newWorld(t)
	order := w.needs()
	at := 0
	for i, id := range order {
		if id == w.caseOf("maria_p") {
			at = i
		}
	}
	b.Do(
		browser.Look(1440, 900, "light"),
		chromedp.Navigate(w.link("ann", RoleAdmin)),
		browser.Until(`document.documentElement.classList.contains('scripted')`),
		onCase(order[0]), browser.Shoot("first-light"),
	)
	for i := range at {
		b.Do(browser.Press("j"), onCase(order[i+1]))
	}
	b.Do(
		browser.Shoot("case-light"),
		browser.Press("k"), onCase(order[at-1]),
		browser.Press("j"), onCase(order[at]),
		browser.Press("e"), browser.Until(`document.activeElement.id === 'text'`),
		browser.Press(" We mean it."), browser.Until(`!document.getElementById('text').value.includes('e We mean it.')`),
		browser.Until(`document.getElementById('length').value.startsWith(String([...document.getElementById('text').value].length))`),
		browser.Shoot("editing-light"),
		browser.Press(kb.Escape), browser.Until(`document.activeElement.id !== 'text'`),
		browser.Press("a"), onCase(order[at+1]),
		browser.Until(`document.querySelector('.done')?.textContent.includes('Undo')`),
		browser.Shoot("approved-light"),
	)
	f := w.file(order[at])
	if f.Case.State != care.StateApproved || len(f.Sends) != 2 {
		t.Fatalf("after approval: %s, %d sends", f.Case.State, len(f.Sends))
	}
	if got := f.Sends[1].Text; got != f.Draft().Text || !strings.HasSuffix(got, "We mean it.") {
		t.Errorf("public answer: %q", got)
	}
	b.Do(browser.Press("u"), onCase(order[at]), browser.Until(`document.getElementById('answer')`))
	w.state(order[at], care.StateDrafted)
	for _, s := range w.file(order[at]).Sends {
		if s.State != care.SendWithdrawn {
			t.Errorf("send %s is %s after undo", s.ID, s.State)
		}
	}
	b.NoProblems()
}

// TestMeanwhile sees that what happens elsewhere is announced, that words under
// a hand stay, and that the list follows without moving.
func TestMeanwhile(t *testing.T) {
	b := browser.Open(t)
	w := newWorld(t)
	bob := w.person("bob", RoleAgent)
	order := w.needs()
	last := order[len(order)-1]
	b.Do(
		browser.Look(1440, 900, "light"), chromedp.Navigate(w.link("ann", RoleAdmin)),
		browser.Until(`document.documentElement.classList.contains('scripted')`), onCase(order[0]),
		chromedp.Navigate(w.url+"/cases/"+last), onCase(last),
		browser.Until(`document.getElementById('list').scrollTop > 500`),
		browser.Press("e"), browser.Until(`document.activeElement.id === 'text'`), browser.Press(" Half a"),
	)
	place := fmt.Sprintf(`Math.round(document.querySelector('[data-id="%s"]').getBoundingClientRect().top)`, last)
	before := browser.Value[int](b, place)
	for _, id := range order[2:5] {
		bob.post("/cases/"+id+"/move", map[string][]string{"to": {"dismiss"}})
	}
	bob.post("/cases/"+last+"/approve", bob.answer(last))
	b.Do(
		browser.Until(fmt.Sprintf(`!document.querySelector('#rows [data-id="%s"]')`, order[3])),
		browser.Until(`document.querySelector('.rail [data-count=needs]').textContent === '`+fmt.Sprint(len(order)-4)+`'`),
		browser.Until(`document.getElementById('news').textContent.includes('bob approved the answer')`),
		browser.Until(fmt.Sprintf(`Math.abs(%s - %d) <= 1`, place, before)),
		browser.Until(`document.activeElement.id === 'text' && document.activeElement.value.endsWith(' Half a')`),
		browser.Press(" sentence."), browser.Shoot("meanwhile-light"),
		browser.Press(kb.Escape), browser.Press("a"),
		browser.Until(`document.querySelector('.notice')?.textContent.includes('Somebody was quicker')`),
		browser.Until(`document.querySelector('.notice')?.textContent.includes('Half a sentence.')`),
		browser.Shoot("late-light"),
	)
	if n := len(w.file(last).Sends); n != 2 && n != 1 {
		t.Errorf("%d sends", n)
	}
}

// TestKeys presses the other keys.
func TestKeys(t *testing.T) {
	b := browser.Open(t)
	w := newWorld(t)
	order := w.needs()
	third := order[2]
	b.Do(
		browser.Look(1440, 900, "light"), chromedp.Navigate(w.link("ann", RoleAdmin)),
		browser.Until(`document.documentElement.classList.contains('scripted')`), onCase(order[0]),
		browser.Press("?"), browser.Until(`document.getElementById('help').open`), browser.Shoot("help-light"),
		browser.Press(kb.Escape), browser.Until(`!document.getElementById('help').open`),
		browser.Press("/"), browser.Until(`document.activeElement.type === 'search'`), browser.Press("soaked"+kb.Enter),
		onCase(w.caseOf("hanneke_s")), browser.Until(`document.querySelectorAll('#rows > li').length === 1`), browser.Shoot("search-light"),
		chromedp.Navigate(w.url+"/cases/"+third), onCase(third),
		browser.Press("v"), browser.Until(`document.getElementById('text').value.includes('Wording 1.')`),
		browser.Click(".more summary"), browser.Shoot("more-light"), browser.Click(".list h1"), browser.Until(`!document.querySelector('.more').open`),
		browser.Press("r"), browser.Until(`document.activeElement.name === 'reason'`), browser.Shoot("reject-light"),
		browser.Press("too cold"+kb.Enter), browser.Until(`document.getElementById('now').textContent.includes('too cold')`),
	)
	w.state(third, care.StateOpen)
	b.Do(browser.Press("d"), browser.Until(`document.getElementById('case').dataset.case !== '`+third+`'`))
	w.state(third, care.StateDismissed)
	b.Do(browser.Press("u"), onCase(third))
	w.state(third, care.StateDrafted)
	// To fold a customer whom we would answer takes a reason; to undo it none.
	b.Do(browser.Press("f"), browser.Until(`document.activeElement.name === 'reason'`), browser.Shoot("fold-light"),
		browser.Press("spam, seen elsewhere"+kb.Enter), browser.Until(`document.getElementById('case').dataset.case !== '`+third+`'`))
	w.state(third, care.StateFolded)
	// Words that were typed and not saved are there again after a walk.
	b.Do(browser.Press("e"), browser.Until(`document.activeElement.id === 'text'`), browser.Press(" Unsaved."), browser.Press(kb.Escape),
		browser.Press("j"), browser.Until(`!document.getElementById('text')?.value.endsWith(' Unsaved.')`),
		browser.Press("k"), browser.Until(`document.getElementById('text')?.value.endsWith(' Unsaved.')`))
	// A phone: from the list to the case and back.
	b.Do(browser.Look(380, 780, "light"), chromedp.Navigate(w.url+"/"), browser.Until(`document.documentElement.classList.contains('scripted')`),
		browser.Until(`!document.getElementById('main').checkVisibility()`),
		browser.Click("#rows li:nth-child(3) a"), browser.Until(`document.getElementById('main').checkVisibility()`),
		browser.Until(`!document.getElementById('list').checkVisibility()`), browser.Shoot("phone-tapped-light"),
		browser.Click(".more summary"), browser.Until(`document.querySelector('.more').open`), browser.Shoot("phone-more-light"),
		browser.Click(".post"), browser.Until(`!document.querySelector('.more').open`),
		browser.Click(".back"), browser.Until(`document.getElementById('list').checkVisibility()`))
	b.NoProblems()
}

// TestScreens puts every page before a camera, in the sizes and schemes that
// people have. It checks that nothing is wider than the screen.
func TestScreens(t *testing.T) {
	b := browser.Open(t)
	w := newWorld(t)
	real, err := responder.New("")
	if err != nil {
		t.Fatal(err)
	}
	w.desk.responder = func() drafter { return real }
	maria := w.caseOf("maria_p")
	b.Do(browser.Look(1440, 900, "light"), chromedp.Navigate(w.url+"/"), browser.Until(`document.querySelector('[type=password]')`), browser.Shoot("signin-light"),
		chromedp.Navigate(w.link("ann", RoleAdmin)))
	screens := []struct {
		name, path    string
		width, height int64
		scheme        string
	}{
		{"wide-light", "/cases/" + maria, 1440, 900, "light"},
		{"wide-dark", "/cases/" + maria, 1440, 900, "dark"},
		{"laptop-light", "/cases/" + maria, 1024, 720, "light"},
		{"phone-list-light", "/", 380, 780, "light"},
		{"phone-case-light", "/cases/" + maria, 380, 780, "light"},
		{"phone-case-dark", "/cases/" + maria, 380, 780, "dark"},
		{"hostile-light", "/cases/" + w.caseOf("echo_chamber"), 1440, 900, "light"},
		{"bait-light", "/cases/" + w.caseOf("real_truthteller9"), 1440, 900, "light"},
		{"legal-dark", "/cases/" + w.caseOf("l_whitfield"), 1440, 900, "dark"},
		{"mentions-light", "/mentions", 1440, 900, "light"},
		{"status-light", "/status", 1440, 900, "light"},
		{"people-light", "/users", 1440, 900, "light"},
		{"account-light", "/account", 1440, 900, "light"},
		{"history-light", "/cases/" + maria + "/history", 1440, 900, "light"},
		{"empty-light", "/?in=sent", 1440, 900, "light"},
	}
	for _, s := range screens {
		b.Do(browser.Look(s.width, s.height, s.scheme), chromedp.Navigate(w.url+s.path),
			browser.Until(`document.documentElement.classList.contains('scripted')`),
			browser.Until(`document.documentElement.scrollWidth <= innerWidth`), browser.Shoot(s.name))
	}
}
