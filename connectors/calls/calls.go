// Package calls leads what a platform delivers by HTTP to a connector's Read,
// which puts it into the queue: a call is answered once it is there.
package calls

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"sync"

	"goodgraces/care"
)

// ErrNotReading: the call came while Read did not run, or Read ended under it. A
// process that does not read answers so to every call.
var ErrNotReading = errors.New("not reading at the moment; try again. Where roles are split, calls belong to the address of the process that reads (role connect)")

// Where says to what address a connector's calls are sent.
func Where(name string) string {
	return "https://YOUR-DESK/hooks/" + url.PathEscape(name) + " (where roles are split, at the address of the process that reads: role connect)"
}

// retrySeconds is when a caller whom we cannot serve should come back.
const retrySeconds = "5"

// Line leads from a handler to the one Read that runs, if any. It is safe for
// concurrent use; the zero value is ready.
type Line struct {
	mu   sync.Mutex
	open *open // nil while Read does not run
}

// open is one call of Read.
type open struct {
	calls chan Delivery
	done  chan struct{} // closed when Read returns
}

// Delivery is one call's mentions on their way to Read. Read calls Taken for each
// that it receives, with what became of it.
type Delivery struct {
	Mentions []care.Mention
	taken    chan error // has room for one
}

// Taken answers the call.
func (d Delivery) Taken(err error) { d.taken <- err }

// Begin opens the line for one Read, until end; ok is false while another runs.
func (l *Line) Begin() (deliveries <-chan Delivery, end func(), ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.open != nil {
		return nil, nil, false
	}
	o := &open{calls: make(chan Delivery), done: make(chan struct{})}
	l.open = o
	return o.calls, func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.open = nil
		close(o.done)
	}, true
}

func (l *Line) current() *open {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.open
}

// Reading reports whether Read runs.
func (l *Line) Reading() bool { return l.current() != nil }

// Deliver waits until Read has put the mentions into the queue.
func (l *Line) Deliver(ctx context.Context, mentions []care.Mention) error {
	o := l.current()
	if o == nil {
		return ErrNotReading
	}
	d := Delivery{mentions, make(chan error, 1)}
	select {
	case o.calls <- d:
	case <-o.done:
		return ErrNotReading
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case err := <-d.taken: // Read answers every call that it took
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// TryLater sets the header that tells a caller when to come back.
func TryLater(h http.Header) { h.Set("Retry-After", retrySeconds) }
