package connectortest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"goodgraces/connectors"
)

// checkClose closes a connector that was never read, twice.
func checkClose(t *testing.T, b *bench) {
	for range 2 {
		if err := b.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	}
}

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

// collector is the queue and the saved cursor.
type collector struct {
	mu     sync.Mutex
	seen   map[string]int
	cursor string
	calls  int
	fail   int // every fail-th call fails; 0 is none
	grown  chan struct{}
	plain  bool // see Platform.Plain
}

func (b *bench) collector() *collector {
	return &collector{seen: map[string]int{}, grown: make(chan struct{}, 1), plain: b.Plain}
}

// said is a text as it is compared.
func (c *collector) said(text string) string {
	if !c.plain {
		return text
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || r == utf8.RuneError || r == 0xFFFE {
			return -1
		}
		return r
	}, text)
}

func (c *collector) emit(_ context.Context, b connectors.Batch) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.calls++
	if c.fail > 0 && c.calls%c.fail == 0 {
		return errEmit
	}
	for _, m := range b.Mentions {
		c.seen[c.said(m.Text)]++
	}
	if b.Cursor != "" {
		c.cursor = b.Cursor
	}
	select {
	case c.grown <- struct{}{}:
	default:
	}
	return nil
}

func (c *collector) at() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.cursor
}

func (c *collector) failEvery(n int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.fail = n
}

func (c *collector) missing(want []string) []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	var out []string
	for _, text := range want {
		if c.seen[c.said(text)] == 0 {
			out = append(out, text)
		}
	}
	return out
}

// wait waits until every text was emitted.
func (c *collector) wait(t *testing.T, want []string) {
	t.Helper()
	over := time.NewTimer(patience)
	defer over.Stop()
	for {
		missing := c.missing(want)
		if len(missing) == 0 {
			return
		}
		select {
		case <-c.grown:
		case <-over.C:
			t.Fatalf("%d of %d posts are lost, the first %.60q", len(missing), len(want), missing[0])
		}
	}
}

// reading runs Read, again and again from the saved cursor, until stop.
func (b *bench) reading(t *testing.T, c *collector) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() {
		defer close(done)
		for ctx.Err() == nil {
			err := b.Connector.(connectors.Source).Read(ctx, c.at(), c.emit)
			if err != nil {
				b.keepsSecrets(t, err.Error())
			}
		}
	}()
	b.connected(t)
	return func() { cancel(); <-done }
}

// connected waits until the connector says that it is.
func (b *bench) connected(t *testing.T) {
	t.Helper()
	over := time.NewTimer(patience)
	defer over.Stop()
	for {
		for _, said := range b.state.all() {
			if strings.HasPrefix(said, "connected") {
				return
			}
		}
		select {
		case <-b.state.changed:
		case <-over.C:
			t.Fatalf("never connected; it said %q", b.state.all())
		}
	}
}

func checkNothingLost(t *testing.T, b *bench) {
	const first, chunk, chunks = 1, 13, 6
	c := b.collector()
	stop := b.reading(t, c)
	defer stop()
	b.Publish(t.Context(), t, b.Connector, texts(0, first)) // a platform without a past begins here
	c.wait(t, texts(0, first))
	c.failEvery(5)
	for i := range chunks {
		from := first + i*chunk
		b.Publish(t.Context(), t, b.Connector, texts(from, from+chunk))
		b.Disturb(t, b.Connector)
		if b.Break != nil {
			b.Break()
		}
	}
	c.failEvery(0)
	b.Publish(t.Context(), t, b.Connector, []string{Keyword + " the last"})
	c.wait(t, append(texts(0, first+chunk*chunks), Keyword+" the last"))
}

func checkCancel(t *testing.T, b *bench) {
	ctx, cancel := context.WithCancel(t.Context())
	result := make(chan error, 1)
	go func() { result <- b.Connector.(connectors.Source).Read(ctx, "", b.collector().emit) }()
	b.connected(t)
	cancel()
	endsSoon(t, result)
}

func checkCancelInEmit(t *testing.T, b *bench) {
	ctx, cancel := context.WithCancel(t.Context())
	entered, result := make(chan struct{}), make(chan error, 1)
	var once sync.Once
	slow := func(ctx context.Context, _ connectors.Batch) error {
		once.Do(func() { close(entered) })
		<-ctx.Done()
		return ctx.Err()
	}
	go func() { result <- b.Connector.(connectors.Source).Read(ctx, "", slow) }()
	b.connected(t)
	published := make(chan struct{})
	go func() { defer close(published); b.Publish(ctx, t, b.Connector, []string{text(0)}) }()
	<-entered
	cancel()
	endsSoon(t, result)
	<-published
}

// endsSoon expects Read to end with ctx.Err() within the second that the
// contract allows.
func endsSoon(t *testing.T, result <-chan error) {
	t.Helper()
	select {
	case err := <-result:
		if !errors.Is(err, context.Canceled) {
			t.Errorf("Read returned %v, want context.Canceled", err)
		}
	case <-time.After(time.Second):
		t.Error("Read goes on a second after ctx ended")
		t.Logf("at last it returned %v", <-result)
	}
}

func checkEmitFails(t *testing.T, b *bench) {
	ctx, cancel := context.WithCancel(t.Context())
	result := make(chan error, 1)
	fail := func(context.Context, connectors.Batch) error { return errEmit }
	go func() {
		defer cancel()
		result <- b.Connector.(connectors.Source).Read(ctx, "", fail)
	}()
	b.connected(t)
	b.Publish(ctx, t, b.Connector, []string{text(0)})
	if err := <-result; !errors.Is(err, errEmit) {
		t.Errorf("Read returned %v, want what emit returned", err)
	}
}
