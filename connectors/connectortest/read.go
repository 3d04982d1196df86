package connectortest

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

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

// reading is Read under way, again and again from the saved cursor.
type reading struct {
	stop func()

	mu    sync.Mutex
	ended []error // with what Read returned, each time
	again chan struct{}
}

// read runs Read until stop.
func (b *bench) read(t *testing.T, l *ledger) *reading {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	r := &reading{stop: func() { cancel(); <-done }, again: make(chan struct{}, 1)}
	go func() {
		defer close(done)
		for ctx.Err() == nil {
			err := b.Connector.(connectors.Source).Read(ctx, l.at(), l.emit)
			if err != nil {
				b.keepsSecrets(t, err.Error())
			}
			r.mu.Lock()
			r.ended = append(r.ended, err)
			r.mu.Unlock()
			select {
			case r.again <- struct{}{}:
			default:
			}
		}
	}()
	t.Cleanup(r.stop) // before the connector is closed
	b.connected(t)
	return r
}

// begin runs Read on a fresh ledger and has the first post read: a platform
// without a past begins there.
func (b *bench) begin(t *testing.T) (*ledger, *reading) {
	t.Helper()
	l := b.ledger()
	r := b.read(t, l)
	b.Publish(t.Context(), t, b.Connector, texts(0, 1))
	l.wait(t, texts(0, 1))
	return l, r
}

// endsWith waits until Read, since it ended n times, has ended with such an error.
func (r *reading) endsWith(t *testing.T, over string, n int, is func(error) bool) {
	t.Helper()
	late := time.NewTimer(patience)
	defer late.Stop()
	for !slices.ContainsFunc(r.errorsFrom(n), is) {
		select {
		case <-r.again:
		case <-late.C:
			t.Fatalf("%s: Read returned %v", over, r.errorsFrom(n))
		}
	}
}

// errorsFrom returns with what Read ended since the n-th time.
func (r *reading) errorsFrom(n int) []error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.ended[n:])
}

// connected waits until the connector says that it is.
func (b *bench) connected(t *testing.T) {
	t.Helper()
	b.says(t, connectors.Connected, 0)
}

// says waits until the connector, since it said n things, has said to be in a
// state.
func (b *bench) says(t *testing.T, state string, n int) {
	t.Helper()
	over := time.NewTimer(patience)
	defer over.Stop()
	for !slices.ContainsFunc(b.state.all()[n:], func(said string) bool { return strings.HasPrefix(said, state+" ") }) {
		select {
		case <-b.state.changed:
		case <-over.C:
			t.Fatalf("never %s; it said %q", state, b.state.all()[n:])
		}
	}
}

func checkNothingLost(t *testing.T, b *bench) { b.losesNothing(t, 6) }

// losesNothing publishes some chunks of posts, with a disturbance and a lost
// connection behind each.
func (b *bench) losesNothing(t *testing.T, chunks int) {
	t.Helper()
	const chunk = 13
	l, _ := b.begin(t)
	l.failEvery(5)
	for i := range chunks {
		from := 1 + i*chunk
		b.Publish(t.Context(), t, b.Connector, texts(from, from+chunk))
		b.Disturb(t, b.Connector)
		if b.Break != nil {
			b.Break()
		}
	}
	l.failEvery(0)
	b.Publish(t.Context(), t, b.Connector, []string{Keyword + " the last"})
	published := append(texts(0, 1+chunk*chunks), Keyword+" the last")
	l.wait(t, published)
	l.settle(t, published)
}

// checkOnce reads where nothing goes wrong: each post is handed on once, though
// the platform may repeat it, in the stream and in what is polled beside it.
func checkOnce(t *testing.T, b *bench) {
	l, r := b.begin(t)
	for i := range 4 {
		b.Publish(t.Context(), t, b.Connector, texts(1+i*13, 14+i*13))
		l.wait(t, texts(0, 14+i*13))
		b.polled(t)
	}
	l.settleOnce(t, texts(0, 53))
	if ended := r.errorsFrom(0); len(ended) > 0 {
		t.Errorf("nothing went wrong, and Read ended: %v", ended)
	}
}

// checkRestart goes on in a new process, from the saved cursor, behind posts
// that nobody read.
func checkRestart(t *testing.T, b *bench) {
	l, r := b.begin(t)
	b.Publish(t.Context(), t, b.Connector, texts(1, 6))
	l.wait(t, texts(1, 6))
	for round := range 3 {
		r.stop()
		b.restart(t)
		from, published := 6+round*7, make(chan struct{})
		go func() {
			defer close(published)
			b.Publish(t.Context(), t, b.Connector, texts(from, from+7))
		}()
		if b.Calls == nil { // whoever calls waits until somebody reads
			<-published
		}
		r = b.read(t, l)
		<-published
		l.wait(t, texts(0, from+7))
	}
	l.settle(t, texts(0, 27))
}

// checkDisorder shows posts behind others that came after them: an older one
// after a newer, and an ID below those that were read, also across a lost
// connection.
func checkDisorder(t *testing.T, b *bench) {
	l, r := b.begin(t)
	for round := range 4 {
		from := 1 + round*8
		var show []func()
		for _, late := range texts(from, from+3) {
			show = append(show, b.Late(t.Context(), t, b.Connector, late))
		}
		b.Publish(t.Context(), t, b.Connector, texts(from+3, from+8))
		l.wait(t, texts(from+3, from+8))
		if b.Break != nil && round > 1 {
			b.Break()
		}
		for _, s := range slices.Backward(show) {
			s()
		}
		l.wait(t, texts(from, from+3))
		if round == 1 { // up to here nothing broke
			b.polled(t)
			l.settleOnce(t, texts(0, from+8))
		}
	}
	l.settle(t, texts(0, 33))
	if ended := r.errorsFrom(0); b.Break == nil && len(ended) > 0 {
		t.Errorf("nothing went wrong, and Read ended: %v", ended)
	}
}

func checkCancel(t *testing.T, b *bench) {
	ctx, cancel := context.WithCancel(t.Context())
	result := make(chan error, 1)
	go func() { result <- b.Connector.(connectors.Source).Read(ctx, "", b.ledger().emit) }()
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
	ended, err := within(time.Second, result)
	if !ended {
		t.Error("Read goes on a second after ctx ended")
		err = <-result
	}
	if !errors.Is(err, context.Canceled) {
		t.Errorf("Read returned %v, want context.Canceled", err)
	}
}

// within waits for with what Read ends. The time is counted in hundredths: one in
// which this process waits for its turn on a busy machine is no longer than another.
func within(d time.Duration, result <-chan error) (ended bool, err error) {
	tick := time.NewTicker(d / 100)
	defer tick.Stop()
	for range 100 {
		select {
		case err := <-result:
			return true, err
		case <-tick.C:
		}
	}
	return false, nil
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
