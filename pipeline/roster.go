package pipeline

import (
	"context"
	"errors"
	"sync"

	"goodgraces/connectors"
)

// roster is the connectors of this process, in their order. It may change while
// the pipeline runs.
type roster struct {
	mu  sync.RWMutex
	all []*member
}

// member is one connector, with its reader where it is being read.
type member struct {
	connectors.Connector
	host *Host

	inHand sync.RWMutex // held for reading during a call; for writing, none is under way any more
	stop   context.CancelFunc
	done   chan struct{} // closed when the reader has returned
}

func newRoster(cs []connectors.Connector, hosts map[string]*Host) *roster {
	r := &roster{}
	for _, c := range cs {
		r.all = append(r.all, &member{Connector: c, host: hosts[c.Name()]})
	}
	return r
}

// members lists those that are there now.
func (r *roster) members() []*member {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return append([]*member(nil), r.all...)
}

// use returns the connector of a name, or nil. It is not closed before release
// was called.
func (r *roster) use(name string) (c connectors.Connector, release func()) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	for _, m := range r.all {
		if m.Name() == name {
			m.inHand.RLock()
			return m.Connector, m.inHand.RUnlock
		}
	}
	return nil, func() {}
}

// replace puts a member, nil being none, in the place of the one of a name, and
// returns that one.
func (r *roster) replace(name string, m *member) (before *member) {
	r.mu.Lock()
	defer r.mu.Unlock()
	var all []*member
	for _, was := range r.all {
		switch {
		case was.Name() != name:
			all = append(all, was)
		case m != nil:
			before = was
			all, m = append(all, m), nil
		default:
			before = was
		}
	}
	if m != nil {
		all = append(all, m)
	}
	r.all = all
	return before
}

// retire waits until no call is in hand, and closes the connector.
func (m *member) retire() error {
	m.inHand.Lock()
	defer m.inHand.Unlock()
	return m.Close()
}

// Use returns the connector of a name, or nil where none is called so. Whoever
// is done with it calls release: until then it is not closed.
func (p *Pipeline) Use(name string) (c connectors.Connector, release func()) {
	return p.deps.roster.use(name)
}

// Replace puts a connector in the place of the one of its name, while the
// pipeline runs or not; nil takes that one away. The earlier one's reader is
// stopped first, with its cursor saved; the new one's goes on from there, where
// this process reads. What is being sent through the earlier one is finished
// before that is closed.
func (p *Pipeline) Replace(name string, c connectors.Connector, h *Host) {
	p.mu.Lock()
	defer p.mu.Unlock()
	var next *member
	if c != nil {
		next = &member{Connector: c, host: h}
	}
	before := p.deps.roster.replace(name, next)
	if before != nil {
		before.stopReading()
		p.retiring.Go(func() {
			if err := before.retire(); err != nil {
				p.deps.Log.Warn("connector: it was replaced, and could not be closed", "connector", name, "err", err)
			}
		})
	}
	if next == nil {
		p.deps.Metrics.forget(name)
	} else if p.cancel != nil && p.reads() {
		p.startReading(next)
	}
}

// startReading starts the reader of a connector that reads. The pipeline runs,
// and p.mu is held.
func (p *Pipeline) startReading(m *member) {
	if _, ok := m.Connector.(connectors.Source); !ok || !m.Spec().Can.Read {
		return
	}
	ctx, stop := context.WithCancel(p.ctx)
	done := make(chan struct{})
	m.stop, m.done = stop, done
	r := p.deps.reader(m)
	p.running.Go(func() {
		defer close(done)
		r.run(ctx)
	})
}

// stopReading stops the reader, if there is one, and waits for it: its last
// cursor is saved then, and its lease given up.
func (m *member) stopReading() {
	if m.stop == nil {
		return
	}
	m.stop()
	<-m.done
}

// Close closes the connectors. The pipeline must have been stopped.
func (p *Pipeline) Close() error {
	p.retiring.Wait()
	var errs []error
	for _, m := range p.deps.roster.members() {
		errs = append(errs, m.Close())
	}
	return errors.Join(errs...)
}
