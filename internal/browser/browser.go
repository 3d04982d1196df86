// Package browser drives a real Chromium for tests, as a person with a keyboard
// would.
package browser

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
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
	"github.com/chromedp/chromedp/remote"

	"goodgraces/internal/servers"
)

// Step is something that a person does, or waits for.
type Step = chromedp.Action[chromedp.Void]

// patience is how long a page may take on a busy machine.
const patience = time.Minute

// Tab is the one tab of a browser context of the test's own: no cookie and no
// storage is shared with another test.
type Tab struct {
	t   *testing.T
	ctx context.Context

	mu       sync.Mutex
	problems []string // exceptions, and what the security policy refused
}

// Open opens a tab; it closes with the test. Where there is no Chromium the test
// is left out, or fails, as servers.Chromium says.
func Open(t *testing.T) *Tab {
	t.Helper()
	alloc, stopAlloc := remote.NewAllocator(context.Background(), servers.Chromium(t))
	t.Cleanup(stopAlloc)
	ctx, stop := chromedp.NewContext(alloc, chromedp.WithNewBrowserContext())
	t.Cleanup(stop)
	b := &Tab{t: t, ctx: ctx}
	if err := chromedp.Listen(ctx, b.note); err != nil {
		t.Fatal(err)
	}
	return b
}

func (b *Tab) note(ev any) {
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

// NoProblems fails the test when a page threw an exception, or tried what the
// security policy forbids.
func (b *Tab) NoProblems() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, p := range b.problems {
		b.t.Errorf("browser: %s", p)
	}
}

// Do takes steps; one that fails ends the test.
func (b *Tab) Do(steps ...Step) {
	b.t.Helper()
	for _, s := range steps {
		if err := chromedp.Do(b.ctx, s); err != nil {
			b.t.Fatal(err)
		}
	}
}

// Value evaluates an expression in the page.
func Value[T any](b *Tab, expression string) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		b.t.Fatal(err)
	}
	return v
}

// Until waits for an expression to become true. It asks from outside: the
// desk's security policy forbids a page to evaluate text.
func Until(expression string) Step {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := once[bool](ctx, t, "Boolean("+expression+") || null")
		return err
	})
}

// once waits until an expression has a value, and returns it.
func once[T any](ctx context.Context, t *chromedp.Target, expression string) (T, error) {
	give := time.NewTimer(patience)
	defer give.Stop()
	again := time.NewTicker(25 * time.Millisecond)
	defer again.Stop()
	for {
		if v, err := chromedp.Evaluate[*T](expression)(ctx, t); err == nil && v != nil {
			return *v, nil
		}
		select {
		case <-give.C:
			said, err := chromedp.Evaluate[string](`location.href + document.body.innerText.slice(0, 800)`)(ctx, t)
			var none T
			return none, fmt.Errorf("never so: %s; the page: %s (%w)", expression, said, err)
		case <-again.C:
		}
	}
}

// Click waits until the first element of a CSS selector can be clicked, and clicks
// where it stands. The element itself is not remembered, as chromedp.Click does: a
// page may put another in its place meanwhile.
func Click(selector string) Step {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		at, err := once[[2]float64](ctx, t, fmt.Sprintf(reach, selector))
		if err != nil {
			return err
		}
		_, err = chromedp.MouseClickXY(at[0], at[1])(ctx, t)
		return err
	})
}

// reach brings an element into view and says where it can be clicked; null where
// it does not stand, or is covered.
const reach = `(() => {
	const e = document.querySelector(%q);
	if (!e?.checkVisibility()) return null;
	let box = e.getClientRects()[0];
	if (box.top < 0 || box.bottom > innerHeight) {
		e.scrollIntoView({block: 'center', behavior: 'instant'});
		box = e.getClientRects()[0];
	}
	const at = [box.x + box.width / 2, box.y + box.height / 2];
	return e.contains(document.elementFromPoint(...at)) ? at : null;
})()`

// Press presses keys as a keyboard does: a page that takes a key for itself
// keeps its character out of the field. (chromedp.KeyEvent sends the two apart.)
func Press(keys string) Step {
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

// Look sets screen and colour scheme ("light" or "dark"); below 500 px it is a
// phone. Nothing moves.
func Look(width, height int64, scheme string) Step {
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

// Shoot writes a screenshot to the folder of GRACES_SCREENSHOTS, when it is set.
func Shoot(name string) Step {
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
