package desk

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"goodgraces/care"
	"goodgraces/responder"
	"goodgraces/store"
)

// browser is one tab of a Chromium of the test's own.
type browser struct {
	t   *testing.T
	ctx context.Context

	mu       sync.Mutex
	problems []string // exceptions, and what the security policy refused
}

func newBrowser(t *testing.T) *browser {
	t.Helper()
	path := findChromium()
	if path == "" {
		t.Skip("needs Chromium; `make test` installs it")
	}
	flags := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.UserDataDir(t.TempDir()),
		chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true))
	alloc, stopAlloc := chromedp.NewExecAllocator(context.Background(), flags...)
	t.Cleanup(stopAlloc)
	ctx, stop := chromedp.NewContext(alloc)
	t.Cleanup(stop)
	b := &browser{t: t, ctx: ctx}
	if err := chromedp.Listen(ctx, b.note); err != nil {
		t.Fatal(err)
	}
	return b
}

func findChromium() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

func (b *browser) note(ev any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch ev := ev.(type) {
	case *runtime.EventExceptionThrown:
		b.problems = append(b.problems, fmt.Sprintf("%s %+v", ev.ExceptionDetails.Text, ev.ExceptionDetails.Exception))
	case *log.EventEntryAdded:
		if ev.Entry.Level == log.EntryLevelError {
			b.problems = append(b.problems, ev.Entry.Text+" "+ev.Entry.URL)
		}
	}
}

// do runs steps, each within a time in which a person would have given up.
func (b *browser) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	for _, s := range steps {
		if err := chromedp.Do(b.ctx, s); err != nil {
			b.t.Fatal(err)
		}
	}
}

// until waits for an expression to become true. It asks from outside: the
// desk's security policy forbids a page to evaluate text.
func until(expression string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		give := time.NewTimer(10 * time.Second)
		defer give.Stop()
		again := time.NewTicker(10 * time.Millisecond)
		defer again.Stop()
		for {
			if ok, err := chromedp.Evaluate[bool]("Boolean("+expression+")")(ctx, t); err == nil && ok {
				return nil
			}
			select {
			case <-give.C:
				said, err := chromedp.Evaluate[string]("location.href + document.getElementById(\"main\")?.innerText.slice(0, 800) + document.activeElement.outerHTML.slice(0,200)")(ctx, t)
				return errors.Join(fmt.Errorf("never true: %s; the page: %s", expression, said), err)
			case <-again.C:
			}
		}
	})
}

func onCase(id string) chromedp.Action[chromedp.Void] {
	return until(`document.getElementById('case')?.dataset.case === '` + id + `'`)
}

// key presses keys as a keyboard does: a page that takes a key for itself keeps
// its character out of the field. (chromedp.KeyEvent sends the two apart.)
func key(keys string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		for _, r := range keys {
			events := kb.Encode(r)
			for _, e := range events {
				if e.Type == kb.KeyChar {
					events[0].Text, events[0].UnmodifiedText = e.Text, e.UnmodifiedText
				}
			}
			for _, e := range []*input.DispatchKeyEventParams{events[0], events[len(events)-1]} {
				if _, err := cdp.Call(ctx, t, input.DispatchKeyEvent, *e); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// look sets screen and scheme.
func look(width, height int64, scheme string) chromedp.Action[chromedp.Void] {
	size := chromedp.EmulateViewport(width, height)
	if width < 500 {
		size = chromedp.EmulateViewport(width, height, chromedp.EmulateMobile)
	}
	return chromedp.Steps(size, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}}})
		return err
	}))
}

// shoot writes a screenshot to the folder of GRACES_SCREENSHOTS, when it is set.
func shoot(name string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		folder := os.Getenv("GRACES_SCREENSHOTS")
		if folder == "" {
			return nil
		}
		png, err := chromedp.CaptureScreenshot()(ctx, t)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(folder, name+".png"), png, 0o600)
	})
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
	b := newBrowser(t)
	w := newWorld(t)
	order := w.needs()
	at := 0
	for i, id := range order {
		if id == w.caseOf("maria_p") {
			at = i
		}
	}
	b.do(
		look(1440, 900, "light"),
		chromedp.Navigate(w.link("ann", RoleAdmin)),
		until(`document.documentElement.classList.contains('scripted')`),
		onCase(order[0]), shoot("first-light"),
	)
	for i := range at {
		b.do(key("j"), onCase(order[i+1]))
	}
	b.do(
		shoot("case-light"),
		key("k"), onCase(order[at-1]),
		key("j"), onCase(order[at]),
		key("e"), until(`document.activeElement.id === 'text'`),
		key(" We mean it."), until(`!document.getElementById('text').value.includes('e We mean it.')`),
		until(`document.getElementById('length').value.startsWith(String([...document.getElementById('text').value].length))`),
		shoot("editing-light"),
		key(kb.Escape), until(`document.activeElement.id !== 'text'`),
		key("a"), onCase(order[at+1]),
		until(`document.querySelector('.done')?.textContent.includes('Undo')`),
		shoot("approved-light"),
	)
	f := w.file(order[at])
	if f.Case.State != care.StateApproved || len(f.Sends) != 2 {
		t.Fatalf("after approval: %s, %d sends", f.Case.State, len(f.Sends))
	}
	if got := f.Sends[1].Text; got != f.Draft().Text || !strings.HasSuffix(got, "We mean it.") {
		t.Errorf("public answer: %q", got)
	}
	b.do(key("u"), onCase(order[at]), until(`document.getElementById('answer')`))
	w.state(order[at], care.StateDrafted)
	for _, s := range w.file(order[at]).Sends {
		if s.State != care.SendWithdrawn {
			t.Errorf("send %s is %s after undo", s.ID, s.State)
		}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, p := range b.problems {
		t.Errorf("browser: %s", p)
	}
}

// TestMeanwhile sees that what happens elsewhere is announced, that words under
// a hand stay, and that the list follows without moving.
func TestMeanwhile(t *testing.T) {
	b := newBrowser(t)
	w := newWorld(t)
	bob := w.person("bob", RoleAgent)
	order := w.needs()
	last := order[len(order)-1]
	b.do(
		look(1440, 900, "light"), chromedp.Navigate(w.link("ann", RoleAdmin)),
		until(`document.documentElement.classList.contains('scripted')`), onCase(order[0]),
		chromedp.Navigate(w.url+"/cases/"+last), onCase(last),
		until(`document.getElementById('list').scrollTop > 500`),
		key("e"), until(`document.activeElement.id === 'text'`), key(" Half a"),
	)
	place := fmt.Sprintf(`Math.round(document.querySelector('[data-id="%s"]').getBoundingClientRect().top)`, last)
	before, err := chromedp.Run(b.ctx, chromedp.Evaluate[int](place))
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range order[2:5] {
		bob.post("/cases/"+id+"/move", map[string][]string{"to": {"dismiss"}})
	}
	bob.post("/cases/"+last+"/approve", bob.answer(last))
	b.do(
		until(fmt.Sprintf(`!document.querySelector('#rows [data-id="%s"]')`, order[3])),
		until(`document.querySelector('.rail [data-count=needs]').textContent === '`+fmt.Sprint(len(order)-4)+`'`),
		until(`document.getElementById('news').textContent.includes('bob approved the answer')`),
		until(fmt.Sprintf(`Math.abs(%s - %d) <= 1`, place, before)),
		until(`document.activeElement.id === 'text' && document.activeElement.value.endsWith(' Half a')`),
		key(" sentence."), shoot("meanwhile-light"),
		key(kb.Escape), key("a"),
		until(`document.querySelector('.notice')?.textContent.includes('Somebody was quicker')`),
		until(`document.querySelector('.notice')?.textContent.includes('Half a sentence.')`),
		shoot("late-light"),
	)
	if n := len(w.file(last).Sends); n != 2 && n != 1 {
		t.Errorf("%d sends", n)
	}
}

// TestKeys presses the other keys.
func TestKeys(t *testing.T) {
	b := newBrowser(t)
	w := newWorld(t)
	order := w.needs()
	third := order[2]
	b.do(
		look(1440, 900, "light"), chromedp.Navigate(w.link("ann", RoleAdmin)),
		until(`document.documentElement.classList.contains('scripted')`), onCase(order[0]),
		key("?"), until(`document.getElementById('help').open`), shoot("help-light"),
		key(kb.Escape), until(`!document.getElementById('help').open`),
		key("/"), until(`document.activeElement.type === 'search'`), key("soaked"+kb.Enter),
		onCase(w.caseOf("hanneke_s")), until(`document.querySelectorAll('#rows > li').length === 1`), shoot("search-light"),
		chromedp.Navigate(w.url+"/cases/"+third), onCase(third),
		key("v"), until(`document.getElementById('text').value.includes('Wording 1.')`),
		chromedp.Click(chromedp.CSS(".more summary")), shoot("more-light"), chromedp.Click(chromedp.CSS(".post")), until(`!document.querySelector('.more').open`),
		key("r"), until(`document.activeElement.name === 'reason'`), shoot("reject-light"),
		key("too cold"+kb.Enter), until(`document.getElementById('now').textContent.includes('too cold')`),
	)
	w.state(third, care.StateOpen)
	b.do(key("d"), until(`document.getElementById('case').dataset.case !== '`+third+`'`))
	w.state(third, care.StateDismissed)
	b.do(key("u"), onCase(third))
	w.state(third, care.StateDrafted)
	b.do(key("f"), until(`document.getElementById('case').dataset.case !== '`+third+`'`))
	w.state(third, care.StateFolded)
	// Words that were typed and not saved are there again after a walk.
	b.do(key("e"), until(`document.activeElement.id === 'text'`), key(" Unsaved."), key(kb.Escape),
		key("j"), until(`!document.getElementById('text')?.value.endsWith(' Unsaved.')`),
		key("k"), until(`document.getElementById('text')?.value.endsWith(' Unsaved.')`))
	// A phone: from the list to the case and back.
	b.do(look(380, 780, "light"), chromedp.Navigate(w.url+"/"), until(`document.documentElement.classList.contains('scripted')`),
		until(`!document.getElementById('main').checkVisibility()`),
		chromedp.Click(chromedp.CSS("#rows li:nth-child(3) a")), until(`document.getElementById('main').checkVisibility()`),
		until(`!document.getElementById('list').checkVisibility()`), shoot("phone-tapped-light"),
		chromedp.Click(chromedp.CSS(".more summary")), until(`document.querySelector('.more').open`), shoot("phone-more-light"),
		chromedp.Click(chromedp.CSS(".post")), until(`!document.querySelector('.more').open`),
		chromedp.Click(chromedp.CSS(".back")), until(`document.getElementById('list').checkVisibility()`))
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, p := range b.problems {
		t.Errorf("browser: %s", p)
	}
}

// TestScreens puts every page before a camera, in the sizes and schemes that
// people have. It checks that nothing is wider than the screen.
func TestScreens(t *testing.T) {
	b := newBrowser(t)
	w := newWorld(t)
	real, err := responder.New("")
	if err != nil {
		t.Fatal(err)
	}
	w.desk.responder = func() drafter { return real }
	maria := w.caseOf("maria_p")
	b.do(look(1440, 900, "light"), chromedp.Navigate(w.url+"/"), until(`document.querySelector('[type=password]')`), shoot("signin-light"),
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
		b.do(look(s.width, s.height, s.scheme), chromedp.Navigate(w.url+s.path),
			until(`document.documentElement.classList.contains('scripted')`),
			until(`document.documentElement.scrollWidth <= innerWidth`), shoot(s.name))
	}
}
