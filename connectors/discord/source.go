package discord

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
)

// saveEvery is how often the cursor is saved while posts pass that concern
// nobody.
const saveEvery = 5 * time.Second

// readyWithin bounds how long the gateway may take to begin a session.
const readyWithin = time.Minute

// quickly is how soon after its beginning a session that the gateway wants anew
// is taken for a fault.
const quickly = 10 * time.Second

type emitFunc = func(context.Context, connectors.Batch) error

// seen is what is remembered of a post that was handed on.
type seen struct {
	edited         time.Time
	author         string // of the post
	channel        string // where it stands
	root, rootedBy string // of its thread; "" where the post is the first
}

// Read follows the gateway, and fills the gap before it where the session
// cannot be resumed.
func (d *Discord) Read(ctx context.Context, cursor string, emit emitFunc) error {
	if !d.reading.TryLock() {
		return errors.New("discord: already being read")
	}
	defer d.reading.Unlock()
	r := &reader{Discord: d, emit: emit, at: parseCursor(cursor), saved: cursor}
	if err := r.remember(ctx); err != nil {
		return err
	}
	for {
		began := d.env.Now()
		err := r.session(ctx)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case errors.Is(err, errInvalid):
			// A new session begins at a moment of its own: all of a server's bots
			// lose theirs at once.
			r.at.forget()
			if err := sleep(ctx, time.Second+rand.N(2*time.Second)); err != nil { //nolint:gosec // spreads load
				return err
			}
		case !errors.Is(err, errReconnect) || d.env.Now().Sub(began) < quickly:
			return err // what fails again at once is tried again after a pause
		}
	}
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}

// reader is one Read under way.
type reader struct {
	*Discord
	me     *user
	emit   emitFunc
	at     cursor
	saved  string   // the cursor that was emitted last
	unread []string // channels that cannot be read, and why
}

// session reads over one connection until it is lost.
func (r *reader) session(ctx context.Context) (err error) {
	if r.me, err = r.api.whoami(ctx); err != nil {
		return r.api.reachable(err)
	}
	if err := r.begin(ctx); err != nil {
		return err
	}
	g, err := r.open(ctx, &r.at)
	if err != nil {
		return err
	}
	defer func() { _ = g.conn.CloseNow() }() // without a farewell: the session can be resumed
	ctx, stop := context.WithCancel(ctx)
	var helpers sync.WaitGroup
	defer helpers.Wait()
	defer stop()
	clicks := make(chan struct{}, maxClicks)
	helpers.Go(func() {
		g.run(ctx, r.env.Heard, func(e event) {
			select {
			case clicks <- struct{}{}:
				helpers.Go(func() { defer func() { <-clicks }(); r.clicked(ctx, e.Data) })
			default: // Discord says that it failed
			}
		})
	})
	if r.board.open() {
		helpers.Go(func() { r.tend(ctx) })
	}
	return r.follow(ctx, g)
}

// begin finds out, at the first start, behind which post reading begins. That is
// before the gateway is connected: what is posted from then on is not lost.
func (r *reader) begin(ctx context.Context) error {
	if r.at.Base != "" {
		return nil
	}
	all, err := r.rooms.look(ctx, r.me.ID)
	if err != nil {
		return err
	}
	r.at.raise(r.newest(all))
	return nil
}

// follow handles the events until the connection is lost.
func (r *reader) follow(ctx context.Context, g *gateway) error {
	poll, save := time.NewTicker(r.set.Duration("poll")), time.NewTicker(saveEvery)
	defer poll.Stop()
	defer save.Stop()
	ready := time.NewTimer(readyWithin)
	defer ready.Stop()
	for {
		var err error
		select {
		case e := <-g.events:
			if e.Type == "READY" || e.Type == "RESUMED" {
				ready.Stop()
			}
			err = r.handle(ctx, e)
		case <-ready.C:
			err = errors.New("discord: the gateway began no session; it is tried again")
		case <-poll.C:
			_, err = r.sweep(ctx)
		case <-save.C:
			err = r.put(ctx, nil)
		case err = <-g.lost:
			err = r.rest(ctx, g, r.api.failed("gateway", err))
		}
		g.seq.Store(r.at.Seq)
		if err != nil {
			return err
		}
	}
}

// rest handles what came before the connection was lost.
func (r *reader) rest(ctx context.Context, g *gateway, lost error) error {
	for {
		select {
		case e := <-g.events:
			if err := r.handle(ctx, e); err != nil {
				return err
			}
		default:
			if err := r.put(ctx, nil); err != nil {
				return err
			}
			return lost
		}
	}
}

// handle handles one event and moves behind it; what makes no sense is skipped.
func (r *reader) handle(ctx context.Context, e event) error {
	r.at.Seq = max(r.at.Seq, e.Seq)
	switch e.Type {
	case "READY":
		return r.ready(ctx, e)
	case "RESUMED":
		r.tell()
	case "MESSAGE_CREATE", "MESSAGE_UPDATE":
		if m, ok := parse(e.Data); ok {
			return r.post(ctx, m, e.Type == "MESSAGE_UPDATE")
		}
	case "MESSAGE_DELETE", "MESSAGE_DELETE_BULK":
		return r.deleted(ctx, e.Data)
	case "CHANNEL_CREATE", "CHANNEL_UPDATE", "THREAD_CREATE", "THREAD_UPDATE":
		var found room
		if json.Unmarshal(e.Data, &found) == nil {
			r.rooms.learn(found)
		}
	}
	return nil
}

// ready begins a new session: it is kept once the gap before it is filled.
func (r *reader) ready(ctx context.Context, e event) error {
	var session struct {
		ID     string `json:"session_id"`
		Resume string `json:"resume_gateway_url"`
	}
	_ = json.Unmarshal(e.Data, &session) // without it the session cannot be resumed
	seq, first := r.at.Seq, r.saved == ""
	r.at.forget()
	r.tell()
	all, err := r.sweep(ctx)
	if err == nil && !first {
		err = r.recall(ctx, all)
	}
	if err != nil {
		return err
	}
	if session.ID != "" {
		r.at.Session, r.at.Resume, r.at.Seq = session.ID, session.Resume, seq
	}
	if err := r.put(ctx, nil); err != nil {
		return err
	}
	r.tell()
	return nil
}

// tell says how reading goes, and what does not work.
func (d *Discord) tell() {
	d.lacking.mu.Lock()
	defer d.lacking.mu.Unlock()
	var why []string
	for _, part := range slices.Sorted(maps.Keys(d.lacking.why)) {
		why = append(why, d.lacking.why[part])
	}
	if len(why) == 0 {
		d.env.Status(connectors.Connected, "")
		return
	}
	d.env.Status(connectors.Degraded, strings.Join(why, "; "))
}

// put emits mentions and the cursor behind them.
func (r *reader) put(ctx context.Context, out []care.Mention) error {
	cursor := r.at.String()
	if len(out) == 0 && cursor == r.saved {
		return nil
	}
	if err := r.emit(ctx, connectors.Batch{Mentions: out, Cursor: cursor}); err != nil {
		return err
	}
	r.saved = cursor
	return nil
}

// deleted passes deletions on.
func (r *reader) deleted(ctx context.Context, raw []byte) error {
	var gone struct {
		ID      string   `json:"id"`
		IDs     []string `json:"ids"`
		Channel string   `json:"channel_id"`
		Guild   string   `json:"guild_id"`
	}
	if bad := json.Unmarshal(raw, &gone); bad != nil {
		return nil //nolint:nilerr // what makes no sense is skipped
	}
	var out []care.Mention
	for _, id := range append(gone.IDs, gone.ID) {
		_, known := r.seen.Get(id)
		if listens, err := r.listens(ctx, gone.Guild, gone.Channel); err != nil {
			return err
		} else if sound(id) && (known || listens) {
			out = append(out, care.Mention{ID: id, Platform: Platform, Connector: r.name, Deleted: true})
		}
	}
	if len(out) == 0 {
		return nil
	}
	return r.put(ctx, out)
}

// listens reports whether posts of a channel may have been handed on.
func (r *reader) listens(ctx context.Context, guild, channel string) (bool, error) {
	if guild == "" {
		return true, nil
	}
	at, err := r.rooms.get(ctx, channel)
	if err != nil {
		return false, err
	}
	chain, err := r.rooms.chain(ctx, at)
	return r.rooms.reads(r.rooms.guild(guild)) && !r.rooms.skipped.has(chain...), err
}
