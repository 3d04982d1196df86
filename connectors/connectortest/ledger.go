package connectortest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"goodgraces/connectors"
)

// hostile are texts that have broken programs.
var hostile = []string{
	"\u202Eright to left\u202C", "zero\u200Bwidth\uFEFF", "combining Z\u0351\u036B\u0343\u036A", "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "ﬁ ſ K İ ı ß ẞ",
	"line\u2028separator\u2029\r\n\ttab", "nul \x00 and \x1b[31m", `"quoted" \backslash\ <script>alert(1)</script> {{.}} ${x} %s`,
	"\uFFFD\uFFFE\U0010FFFF", "=cmd|'/c calc'!A0", "東京の電車が遅れています", strings.Repeat("!", 20_000), strings.Repeat("ȺȺ'll ", 3_000),
}

// text makes a text of its own that the connector's rules let through.
func text(i int) string {
	return fmt.Sprintf("%s %d %s", Keyword, i, hostile[i%len(hostile)])
}

func texts(from, to int) []string {
	var out []string
	for i := from; i < to; i++ {
		out = append(out, text(i))
	}
	return out
}

// errEmit is the queue's failure.
var errEmit = errors.New("the queue is down")

// ledger is the queue and the saved cursor: what was taken, by the post's
// platform and ID, as the queue tells posts apart.
type ledger struct {
	mu       sync.Mutex
	posts    map[string]*taken
	keys     map[string][]string // of the posts that have a text
	cursor   string
	calls    int
	fail     int // every fail-th call fails; 0 is none
	failures int
	grown    chan struct{}
	plain    bool // see Platform.Plain
	name     string
	wrong    []string // what no mention may be like
}

// taken is what the queue took of one post.
type taken struct {
	texts []string // each once
	times int
}

func (b *bench) ledger() *ledger {
	return &ledger{posts: map[string]*taken{}, keys: map[string][]string{}, grown: make(chan struct{}, 1), plain: b.Plain, name: b.Name()}
}

// said is a text as it is compared.
func (l *ledger) said(text string) string {
	if !l.plain {
		return text
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || r == utf8.RuneError || r == 0xFFFE {
			return -1
		}
		return r
	}, text)
}

func (l *ledger) emit(_ context.Context, b connectors.Batch) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.calls++
	if l.fail > 0 && l.calls%l.fail == 0 {
		l.failures++
		l.tell()
		return errEmit
	}
	for i := range b.Mentions {
		m := &b.Mentions[i]
		if m.ID == "" || m.Platform == "" || m.Connector != l.name {
			l.wrong = append(l.wrong, fmt.Sprintf("ID %q, platform %q, connector %q", m.ID, m.Platform, m.Connector))
		}
		l.take(m.Platform+" "+m.ID, l.said(m.Text))
	}
	if b.Cursor != "" {
		l.cursor = b.Cursor
	}
	l.tell()
	return nil
}

// tell wakes whoever waits.
func (l *ledger) tell() {
	select {
	case l.grown <- struct{}{}:
	default:
	}
}

// take notes one mention. l.mu is held.
func (l *ledger) take(key, text string) {
	p := l.posts[key]
	if p == nil {
		p = &taken{}
		l.posts[key] = p
	}
	p.times++
	if !slices.Contains(p.texts, text) {
		p.texts = append(p.texts, text)
		l.keys[text] = append(l.keys[text], key)
	}
}

func (l *ledger) at() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.cursor
}

func (l *ledger) failEvery(n int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.fail = n
}

func (l *ledger) missing(want []string) []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	var out []string
	for _, text := range want {
		if len(l.keys[l.said(text)]) == 0 {
			out = append(out, text)
		}
	}
	return out
}

// wait waits until every text was emitted.
func (l *ledger) wait(t *testing.T, want []string) {
	t.Helper()
	over := time.NewTimer(patience)
	defer over.Stop()
	for {
		missing := l.missing(want)
		if len(missing) == 0 {
			return
		}
		select {
		case <-l.grown:
		case <-over.C:
			t.Fatalf("%d of %d posts are lost, the first %.60q", len(missing), len(want), missing[0])
		}
	}
}

// failed waits until a call has failed.
func (l *ledger) failed(t *testing.T) {
	over := time.NewTimer(patience)
	defer over.Stop()
	for {
		l.mu.Lock()
		n := l.failures
		l.mu.Unlock()
		if n > 0 {
			return
		}
		select {
		case <-l.grown:
		case <-over.C:
			t.Error("the queue was never asked")
			return
		}
	}
}

// settle checks that each post that was published is one post for the queue,
// with one text, however often it was handed on.
func (l *ledger) settle(t *testing.T, published []string) {
	t.Helper()
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, text := range published {
		keys := l.keys[l.said(text)]
		if len(keys) != 1 {
			t.Errorf("%.60q was published once and is %d posts: %q", text, len(keys), keys)
		}
		for _, key := range keys {
			if said := l.posts[key].texts; len(said) != 1 {
				t.Errorf("%s has %d texts: %.60q", key, len(said), said)
			}
		}
	}
	if len(l.wrong) > 0 {
		t.Errorf("%d mentions cannot be told apart, the first by %s", len(l.wrong), l.wrong[0])
	}
}

// settleOnce is settle where nothing came between: each post was handed on once,
// whatever the platform repeats, and none that nobody published.
func (l *ledger) settleOnce(t *testing.T, published []string) {
	t.Helper()
	l.settle(t, published)
	l.mu.Lock()
	defer l.mu.Unlock()
	known := map[string]bool{}
	for _, text := range published {
		known[l.said(text)] = true
	}
	for key, p := range l.posts {
		switch said := p.texts[0]; {
		case !strings.Contains(said, Keyword):
		case !known[said]:
			t.Errorf("nobody published %s: %.60q", key, said)
		case p.times != 1:
			t.Errorf("%s was handed on %d times: %.60q", key, p.times, said)
		}
	}
}
