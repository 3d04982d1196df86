package pipeline

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/queue"
	"goodgraces/store"
)

const (
	leaseFor = 15 * time.Second // a stream whose holder is silent this long is taken over
	renewIn  = 5 * time.Second
	// humanWait is how long a connector that only a person can help waits
	// before it looks whether somebody has.
	humanWait = 5 * time.Minute
)

// reader reads one connector into the queue, while it holds the connector's
// lease: each stream has one reader, however many processes there are.
type reader struct {
	Deps
	name string
	kind string // the connector's type
	src  connectors.Source
	host *Host
	dial *dialler
}

// reader reads a member that is a Source.
func (d Deps) reader(m *member) *reader {
	h := m.host
	if h == nil {
		h = NewHost(d.Store, m.Name(), store.Usage{}, d.Now)
	}
	return &reader{d, m.Name(), m.Spec().Type, m.Connector.(connectors.Source), h, newDialler(h)}
}

func (r *reader) run(ctx context.Context) {
	for ctx.Err() == nil {
		held, err := r.hold(ctx, r.leaseName(), r.session)
		switch {
		case ctx.Err() != nil:
		case !held:
			r.Status(r.name, "waiting", "another process reads it")
			pause(ctx, renewIn)
		case err == nil:
			r.say(ctx, "finished", "everything there was has been read")
			return
		case errors.Is(err, connectors.ErrUnauthorized), errors.Is(err, connectors.ErrMisconfigured):
			r.say(ctx, connectors.Unauthorised, err.Error())
			pause(ctx, humanWait)
		default:
			wait, late := r.dial.next(err)
			r.say(ctx, connectors.Disconnected, err.Error()+late)
			pause(ctx, wait)
		}
	}
}

// say reports a change of the connector's state where people see it.
func (r *reader) say(ctx context.Context, state, reason string) {
	r.host.set(state, reason)
	r.Status(r.name, state, reason)
	r.saveHealth(ctx)
}

// healthEvery is how often a reader says that it lives. Three times that is
// silence.
const healthEvery = 5 * time.Second

// session reads while the lease is held, and says meanwhile how it goes.
func (r *reader) session(ctx context.Context) error {
	ctx, stop := context.WithCancel(ctx)
	var telling sync.WaitGroup
	defer telling.Wait()
	defer stop()
	telling.Go(func() {
		for r.host.changedWithin(ctx, healthEvery) {
			r.saveHealth(ctx)
		}
	})
	return r.read(ctx)
}

// saveHealth says in the store how the connector does. What cannot be said now
// is said the next time.
func (r *reader) saveHealth(ctx context.Context) {
	h := r.host.Health()
	h.Holder = r.Holder
	r.Metrics.health(h)
	if ends := r.host.dueExpiry(); ends != nil {
		r.Log.Warn("connector: a credential ends: renew it", "connector", r.name, "what", ends.What, "ends", ends.At.UTC())
	}
	if err := r.Store.SaveHealth(ctx, h); err != nil && !stopped(ctx, err) {
		r.Log.Debug("connector: its state could not be saved", "connector", r.name, "err", err)
	}
}

// read reads from the saved cursor until the source ends or breaks.
func (r *reader) read(ctx context.Context) error {
	cursor, err := r.cursor(ctx)
	if err != nil {
		return err
	}
	r.host.moved(cursor, 0)
	return r.dial.attempt(func() (err error) {
		defer func() {
			if v := recover(); v != nil {
				r.Log.Error("connector: panic", "connector", r.name, "panic", v, "stack", string(debug.Stack()))
				err = fmt.Errorf("connector %s: a fault of ours (panic: %v); reading begins anew from the last cursor: please report it with the log", r.name, v)
			}
		}()
		return r.src.Read(ctx, cursor, r.emit)
	})
}

// emit keeps a batch. Where that fails, the platform is not to blame.
func (r *reader) emit(ctx context.Context, b connectors.Batch) error {
	if err := r.keep(ctx, b); err != nil {
		return ourError{err}
	}
	return nil
}

// keep puts a batch into the queue, and only then moves the cursor.
func (r *reader) keep(ctx context.Context, b connectors.Batch) error {
	if err := Publish(ctx, r.Queue, r.name, r.Config().Brand.Handles, b.Mentions); err != nil {
		return err
	}
	for i := range b.Mentions {
		r.Log.Debug("mention queued", "mention", b.Mentions[i].Key(), "connector", r.name)
	}
	r.host.moved(b.Cursor, len(b.Mentions))
	if b.Cursor == "" {
		return nil
	}
	return r.Store.SaveCursor(ctx, r.cursorName(), b.Cursor)
}

// Publish puts mentions into the queue as read by the named connector. The
// brand's own posts are marked as such, so that nobody answers our echo.
func Publish(ctx context.Context, q queue.Queue, connector string, handles []string, ms []care.Mention) error {
	msgs := make([]queue.Message, 0, len(ms))
	for _, m := range ms {
		m.Connector = connector
		if isOurs(m.Author.Handle, handles) {
			m.By = care.ByBrand
		}
		body, err := json.Marshal(m)
		if err != nil {
			return fmt.Errorf("publish %s: %w", m.Key(), err)
		}
		msgs = append(msgs, queue.Message{Lane: connector, Key: m.Key(), Body: body})
	}
	if len(msgs) == 0 {
		return nil
	}
	return q.Publish(ctx, msgs)
}

func isOurs(handle string, ours []string) bool {
	for _, h := range ours {
		if handle != "" && strings.EqualFold(strings.TrimPrefix(h, "@"), strings.TrimPrefix(handle, "@")) {
			return true
		}
	}
	return false
}
