// Package pipeline is the daemon: it takes posts from connectors through queue,
// classifier and responder into the store, and approved answers from the store
// to the platforms, in the order of the picture in docs/architecture.md.
package pipeline

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"time"

	"goodgraces/classifier"
	"goodgraces/config"
	"goodgraces/connectors"
	"goodgraces/queue"
	"goodgraces/responder"
	"goodgraces/responder/link"
	"goodgraces/store"
)

// Role is a part of the work that a process may take on.
type Role string

// The roles of `graces serve --roles`. The desk is served by the command
// itself; it needs no loop of this package.
const (
	RoleConnect Role = "connect" // read platforms into the queue
	RoleWork    Role = "work"    // queue → classifier → responder → store
	RoleSend    Role = "send"    // carry out approved sends
	RoleDesk    Role = "desk"    // the web desk
)

// Roles lists every role.
var Roles = []Role{RoleConnect, RoleWork, RoleSend, RoleDesk}

// StopWithin is how long Stop waits for work in hand before it gives up.
// Whatever is cut off then is redelivered or settled at the next start.
const StopWithin = 10 * time.Second

// Deps is what a pipeline works with. Every field but Away, Hosts, Links, Metrics and
// Unlearned is required.
type Deps struct {
	Store      *store.Store
	Queue      queue.Queue
	Connectors []connectors.Connector                // at the start; Replace changes them
	Config     func() *config.Config                 // the one in force
	Classifier func() *classifier.Classifier         // likewise
	Unlearned  func() *classifier.Classifier         // the same without what was learned from corrections; nil never learns
	Responder  func() *responder.Responder           // likewise
	Status     func(connector, state, reason string) // told of every change
	Hosts      map[string]*Host                      // by connector of Connectors, those that were given one
	// Away, if given, is told each time the worker could not go on because
	// queue or store failed, and of nil when it goes on again.
	Away    func(err error)
	Links   link.Signer // of the forms that private messages lead to; the zero value offers none
	Log     *slog.Logger
	Metrics *Metrics
	Now     func() time.Time
	Holder  string // names this process in leases and claims: unique

	roster     *roster
	spots      *spotter    // shared by the worker and the watcher of this process
	unpolished chan string // cases whose first draft was just stored; see polisher
}

// Pipeline runs roles. Start and Stop may be called in any order, twice, and
// from any goroutine.
type Pipeline struct {
	deps  Deps
	roles []Role

	retiring sync.WaitGroup // connectors that were replaced, until they are closed

	mu      sync.Mutex
	ctx     context.Context //nolint:containedctx // of every part that runs: ended by cancel
	cancel  context.CancelFunc
	running *sync.WaitGroup
	done    chan struct{} // closed when every part has returned
}

// New makes a pipeline that has not started.
func New(deps Deps, roles ...Role) *Pipeline {
	if deps.Away == nil {
		deps.Away = func(error) {}
	}
	if deps.Metrics == nil {
		deps.Metrics = NewMetrics()
	}
	deps.roster = newRoster(deps.Connectors, deps.Hosts)
	deps.spots, deps.unpolished = newSpotter(), make(chan string, maxUnpolished)
	return &Pipeline{deps: deps, roles: roles}
}

// Start starts the parts; it does nothing when they run already. After a Stop
// it starts them anew.
func (p *Pipeline) Start() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.cancel != nil {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	done, running := make(chan struct{}), &sync.WaitGroup{}
	p.ctx, p.cancel, p.done, p.running = ctx, cancel, done, running
	running.Go(func() { <-ctx.Done() }) // others may join until then
	for _, part := range p.parts() {
		running.Go(func() { part(ctx) })
	}
	if p.reads() {
		for _, m := range p.deps.roster.members() {
			p.startReading(m)
		}
	}
	go func() { running.Wait(); close(done) }()
}

// reads reports whether this process reads platforms.
func (p *Pipeline) reads() bool { return slices.Contains(p.roles, RoleConnect) }

// Stop lets the parts finish what they have in hand, for StopWithin at most.
// It does nothing when they do not run.
func (p *Pipeline) Stop() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.cancel == nil {
		return nil
	}
	p.cancel()
	p.cancel = nil
	select {
	case <-p.done:
		return nil
	case <-time.After(StopWithin):
		return fmt.Errorf("pipeline: did not stop within %s; what was in hand will be redelivered or settled at the next start", StopWithin)
	}
}

// parts are the loops of the chosen roles but for the readers; each returns soon
// after ctx ends.
func (p *Pipeline) parts() []func(context.Context) {
	var parts []func(context.Context)
	for _, r := range p.roles {
		switch r {
		case RoleWork:
			parts = append(parts, newWorker(p.deps).run, (&watcher{Deps: p.deps}).run, (&polisher{p.deps}).run, p.deps.housekeep, p.deps.learnDaily, p.deps.retain)
		case RoleSend:
			parts = append(parts, newSender(p.deps).run)
		}
	}
	return parts
}

// housekeep trims the queue and keeps the gauges fresh.
func (d Deps) housekeep(ctx context.Context) {
	for pause(ctx, 5*time.Second) {
		if err := d.Queue.Trim(ctx); err != nil && !stopped(ctx, err) {
			d.Log.Warn("queue: trim failed; it will be tried again", "err", err)
		}
		if lag, err := d.Queue.Lag(ctx); err == nil {
			d.Metrics.lag(lag)
		}
		if counts, err := d.Store.CountSends(ctx); err == nil {
			d.Metrics.sendStates(counts)
		}
		if used, err := d.Store.Used(ctx, d.Now()); err == nil {
			d.Metrics.used(used)
		}
	}
}

// pause waits and reports whether to go on.
func pause(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-t.C:
		return true
	}
}

// stopped reports whether an error only says that the pipeline is stopping.
func stopped(ctx context.Context, err error) bool {
	return ctx.Err() != nil && (errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) || errors.Is(err, queue.ErrClosed))
}
