package connectortest

import (
	"errors"
	"testing"
	"time"

	"goodgraces/connectors"
)

// readFaults are the faults that a read can meet, and lateFaults those over which it
// may have to lose patience.
var (
	readFaults = []Fault{DropBefore, TooMany, Denied, Expired, Broken, Malformed, Huge}
	lateFaults = []Fault{Truncated, Slow}
)

// checkReadingFaults lets each kind of read meet each fault once: nothing is
// lost, no post becomes two, and Read says what a person has to do, if anything.
func checkReadingFaults(t *testing.T, b *bench) {
	if b.Faults == nil || len(b.Faults.Reads) == 0 {
		untried(t, "Faults.Reads") // reading cannot meet them
		return
	}
	l, r := b.begin(t)
	published := b.readUnder(t, l, r, readFaults, 1)
	r.stop()
	b.client.Timeout = time.Second // a slow answer is given up this soon
	b.restart(t)
	published = b.readUnder(t, l, b.read(t, l), lateFaults, published)
	l.settle(t, texts(0, published))
}

// readUnder lets each kind of read meet faults, and returns how many posts are
// published by then.
func (b *bench) readUnder(t *testing.T, l *ledger, r *reading, faults []Fault, published int) int {
	t.Helper()
	for _, kind := range b.Faults.Reads {
		for _, fault := range faults {
			if fault == Expired && b.Faults.Expire == nil {
				untried(t, "Faults.Expire")
				continue
			}
			ended, said := len(r.errorsFrom(0)), len(b.state.all())
			b.meet(t, kind, fault)
			more := texts(published, published+3)
			published += 3
			b.Publish(t.Context(), t, b.Connector, more)
			l.wait(t, more)
			if kind.Optional && fault == Denied {
				b.says(t, connectors.Degraded, said)
				continue
			}
			r.saysWhatToDo(t, kind.Name+" "+string(fault), fault, ended)
		}
	}
	return published
}

// meet lets a kind of read meet a fault.
func (b *bench) meet(t *testing.T, kind Read, fault Fault) {
	t.Helper()
	until := b.Faults.met() + 1
	b.Faults.setRead(kind.Name, fault)
	if kind.Break != nil {
		kind.Break()
	}
	b.await(t, kind.Name+" "+string(fault), func() bool { return b.Faults.met() >= until })
}

// polled waits until Read has asked twice for everything that it asks for while
// it is connected: what the first answer brought is handed on by then.
func (b *bench) polled(t *testing.T) {
	t.Helper()
	if b.Faults == nil {
		return
	}
	for _, kind := range b.Faults.Reads {
		if kind.Break == nil {
			until := b.Faults.count(kind.Name) + 2
			b.await(t, kind.Name, func() bool { return b.Faults.count(kind.Name) >= until })
		}
	}
}

// await waits for what comes about by a read.
func (b *bench) await(t *testing.T, what string, is func() bool) {
	t.Helper()
	over := time.NewTimer(patience)
	defer over.Stop()
	for !is() {
		select {
		case <-b.Faults.news:
		case <-over.C:
			t.Fatalf("%s: nothing was read any more", what)
		}
	}
}

// saysWhatToDo checks what Read has returned over a fault, since it ended n times:
// a refused token waits for a person, unless it is one that the connector renews;
// a limit says how long it holds; anything else is tried again.
func (r *reading) saysWhatToDo(t *testing.T, met string, fault Fault, n int) {
	t.Helper()
	switch fault {
	case Denied:
		r.endsWith(t, met, n, denied)
		return
	case TooMany:
		r.endsWith(t, met, n, func(err error) bool {
			var limit *connectors.RateLimitError
			return errors.As(err, &limit) && limit.After == readPause
		})
	}
	for _, err := range r.errorsFrom(n) {
		if denied(err) || errors.Is(err, connectors.ErrMisconfigured) || errors.Is(err, connectors.ErrRefused) {
			t.Errorf("%s: Read returned %v, and would wait for a person", met, err)
		}
	}
}

func denied(err error) bool { return errors.Is(err, connectors.ErrUnauthorized) }
