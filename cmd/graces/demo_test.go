package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"goodgraces/care"
	"goodgraces/connectors/replay"
	"goodgraces/connectors/replay/posts"
	"goodgraces/internal/browser"
)

// binDay is the post of a parcel left in the bin.
const binDay = "1991138663690468285"

// TestDemoInABrowser is the first minute of a new user: the real program, the
// link it prints, a draft edited and approved with the keyboard, and the outbox
// with the private message and the public answer, once.
func TestDemoInABrowser(t *testing.T) {
	dir := t.TempDir()
	p := startGraces(t, buildGraces(t), "demo", "--no-browser", "--addr", "127.0.0.1:0", "--data", dir)
	link := strings.TrimSpace(strings.TrimPrefix(p.line("ready "), "ready "))
	b := browser.Open(t)
	b.Do(browser.Look(1440, 900, "light"), chromedp.Navigate(link),
		browser.Until(`document.documentElement.classList.contains('scripted')`),
		browser.Until(`document.querySelectorAll('#rows > li').length >= 20`)) // it fills while we look
	// Nobody has answered this customer by hand, so that there is a public answer
	// left to give.
	mine := care.CaseID("x", binDay)
	b.Do(browser.Until(fmt.Sprintf(`document.querySelector('#rows a[href*="%s"]')`, mine)))
	b.Do(chromedp.Navigate(link[:strings.LastIndex(link, "/")] + "/cases/" + mine))
	b.Do(browser.Until(`document.getElementById('text') && document.getElementById('private')`), browser.Press("e"), browser.Until(`document.activeElement.id === 'text'`), browser.Press(" ^DM"), browser.Press(kb.Escape),
		browser.Shoot("demo-edited"), browser.Press("a"), browser.Until(fmt.Sprintf(`document.getElementById('case').dataset.case !== %q`, mine)))
	entries := awaitOutbox(t, filepath.Join(dir, "outbox.jsonl"), 2)
	if entries[0].Kind != care.SendPrivate || entries[1].Kind != care.SendPublic {
		t.Errorf("the order was %s, %s", entries[0].Kind, entries[1].Kind)
	}
	if !strings.HasSuffix(entries[1].Text, " ^DM") {
		t.Errorf("what was typed is not in the public answer: %q", entries[1].Text)
	}
	b.NoProblems()
	p.interrupt()
	if again := awaitOutbox(t, filepath.Join(dir, "outbox.jsonl"), 2); len(again) != 2 {
		t.Errorf("%d entries in the outbox, want 2", len(again))
	}
}

// awaitOutbox waits until the outbox holds n entries.
func awaitOutbox(t *testing.T, file string, n int) []replay.Entry {
	t.Helper()
	deadline := time.After(20 * time.Second)
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for {
		if raw, err := os.ReadFile(file); err == nil {
			entries, err := replay.Entries(bytes.NewReader(raw))
			must(t, err)
			if len(entries) >= n {
				return entries
			}
		}
		select {
		case <-deadline:
			t.Fatalf("the outbox does not hold %d entries within 20 s", n)
		case <-tick.C:
		}
	}
}

// The bundled day has what the README promises of it.
func TestDemoPosts(t *testing.T) {
	platforms, languages, ids, n := map[string]int{}, map[string]int{}, map[string]bool{}, 0
	for m, err := range posts.NewReader(bytes.NewReader(demoPosts), posts.JSONL).All() {
		must(t, err)
		n++
		platforms[m.Platform]++
		languages[m.Lang]++
		if ids[m.Key()] {
			t.Errorf("%s stands twice", m.Key())
		}
		ids[m.Key()] = true
	}
	if n < 150 || len(platforms) < 3 || len(languages) < 3 {
		t.Errorf("%d posts from %v in %v", n, platforms, languages)
	}
	now := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	moved, err := untilNow(demoPosts, now)
	must(t, err)
	var last time.Time
	for m, err := range posts.NewReader(bytes.NewReader(moved), posts.JSONL).All() {
		must(t, err)
		if m.CreatedAt.Before(last) || m.CreatedAt.After(now) || now.Sub(m.CreatedAt) > 2*time.Hour {
			t.Errorf("%s was written at %s", m.ID, m.CreatedAt)
		}
		last = m.CreatedAt
	}
	if !last.Equal(now) {
		t.Errorf("the last post was written at %s, want %s", last, now)
	}
}
