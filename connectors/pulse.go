package connectors

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// ErrSilent: a stream gave no sign of life for two intervals of its heartbeat.
var ErrSilent = errors.New("the stream is silent")

// Pulse is that of a stream. It is safe for concurrent use.
type Pulse struct {
	every time.Duration
	stop  context.CancelCauseFunc

	mu     sync.Mutex
	silent *time.Timer
	paused bool
}

// Watch returns a context that ends, with a cause that wraps ErrSilent, when the
// stream has given no sign of life for two intervals. Tell the pulse of each, and
// stop it in the end; read the reason by context.Cause.
func Watch(ctx context.Context, every time.Duration) (context.Context, *Pulse) {
	watched, stop := context.WithCancelCause(ctx)
	return watched, &Pulse{every: every, stop: stop, silent: time.AfterFunc(2*every, func() {
		stop(fmt.Errorf("%w: nothing came for %s; reading begins anew from the last cursor", ErrSilent, 2*every))
	})}
}

// Beat tells of a sign of life.
func (p *Pulse) Beat() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.paused {
		p.silent.Reset(2 * p.every)
	}
}

// Pause says that nobody listens for a while, as when the queue is slow: such a
// silence proves nothing about the stream.
func (p *Pulse) Pause() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.paused = true
	p.silent.Stop()
}

// Resume says that somebody listens again.
func (p *Pulse) Resume() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.paused = false
	p.silent.Reset(2 * p.every)
}

// Stop ends the watch. It is safe to call twice.
func (p *Pulse) Stop() {
	p.Pause()
	p.stop(context.Canceled)
}
