package pipeline

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/cenkalti/backoff/v5"

	"goodgraces/care"
	"goodgraces/config"
	"goodgraces/connectors"
	"goodgraces/queue"
	"goodgraces/responder"
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
	src  connectors.Source
}

func (r *reader) run(ctx context.Context) {
	wait := backoff.NewExponentialBackOff()
	wait.MaxInterval = time.Minute
	for ctx.Err() == nil {
		held, err := r.hold(ctx, r.cursorName(), r.read)
		switch {
		case ctx.Err() != nil:
		case !held:
			r.Status(r.name, "waiting", "another process reads it")
			pause(ctx, renewIn)
		case err == nil:
			r.say("finished", "everything there was has been read")
			return
		case errors.Is(err, connectors.ErrUnauthorized), errors.Is(err, connectors.ErrMisconfigured):
			r.say("unauthorised", err.Error())
			pause(ctx, humanWait)
		default:
			r.say("disconnected", err.Error())
			pause(ctx, wait.NextBackOff())
		}
	}
}

// say reports a change of the connector's state where people see it.
func (r *reader) say(state, reason string) {
	r.Metrics.connected(r.name, false)
	r.Status(r.name, state, reason)
	r.Log.Info("connector", "connector", r.name, "state", state, "reason", reason)
}

// read reads from the saved cursor until the source ends or breaks.
func (r *reader) read(ctx context.Context) error {
	cursor, err := r.Store.Cursor(ctx, r.cursorName())
	if err != nil {
		return err
	}
	r.Metrics.connected(r.name, true)
	return r.src.Read(ctx, cursor, r.emit)
}

func (r *reader) cursorName() string { return "connector/" + r.name }

// emit puts a batch into the queue, and only then moves the cursor.
func (r *reader) emit(ctx context.Context, b connectors.Batch) error {
	if err := Publish(ctx, r.Queue, r.name, r.Config().Brand.Handles, b.Mentions); err != nil {
		return err
	}
	for i := range b.Mentions {
		r.Log.Debug("mention queued", "mention", b.Mentions[i].Key(), "connector", r.name)
	}
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
		msgs = append(msgs, queue.Message{Key: m.Key(), Body: body})
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

// Routes turns configured routes into the responder's.
func Routes(rs []config.Route) []responder.Route {
	out := make([]responder.Route, len(rs))
	for i, r := range rs {
		out[i] = responder.Route(r)
	}
	return responder.Named(out)
}
