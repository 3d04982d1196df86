package bluesky

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"sync"
	"time"

	"github.com/coder/websocket"

	"goodgraces/care"
	"goodgraces/connectors"
)

const (
	// overlap is how far behind the cursor reading begins again: Jetstream's
	// order is not strict, and what is read twice does no harm.
	overlap = 5 * time.Second
	// cursorEvery is how often the cursor moves while nothing concerns us.
	cursorEvery = 5 * time.Second
	// maxEvent is the longest event that can be a post, in bytes: a record
	// has 1 MB at most. A longer one is skipped.
	maxEvent = 2 << 20
)

type emitFunc = func(context.Context, connectors.Batch) error

// Read follows Jetstream from the cursor, Unix microseconds, on; from now when
// it is "". It returns when the connection is lost.
func (b *Bluesky) Read(ctx context.Context, cursor string, emit emitFunc) error {
	if !b.reading.TryLock() {
		return errors.New("bluesky: already being read")
	}
	defer b.reading.Unlock()
	err := b.read(ctx, cursor, emit)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

func (b *Bluesky) read(ctx context.Context, cursor string, emit emitFunc) error {
	ours, err := b.ownDIDs(ctx)
	if err != nil {
		return err
	}
	conn, err := b.dial(ctx, cursor)
	if err != nil {
		return err
	}
	defer func() { _ = conn.CloseNow() }() // it is over, whatever it says
	b.env.Status("connected", "")
	ctx, stop := context.WithCancelCause(ctx)
	var pulse sync.WaitGroup
	defer pulse.Wait()
	defer stop(nil)
	pulse.Go(func() { b.watchPulse(ctx, conn, stop) })
	f := &follower{Bluesky: b, ours: ours, emit: emit, saved: b.env.Now()}
	err = f.follow(ctx, conn)
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return err
}

func (b *Bluesky) dial(ctx context.Context, cursor string) (*websocket.Conn, error) {
	address, err := url.Parse(b.set.String("stream"))
	if err != nil {
		return nil, &connectors.SettingError{Key: "stream", Problem: "must be an address such as wss://host/subscribe"}
	}
	q := address.Query()
	q.Set("wantedCollections", collection)
	if us, err := strconv.ParseInt(cursor, 10, 64); err == nil && us > overlap.Microseconds() {
		q.Set("cursor", strconv.FormatInt(us-overlap.Microseconds(), 10))
	}
	address.RawQuery = q.Encode()
	//nolint:bodyclose // websocket.Dial: "You never need to close resp.Body yourself."
	conn, resp, err := websocket.Dial(ctx, address.String(), &websocket.DialOptions{HTTPClient: b.env.Client})
	if err != nil {
		return nil, dialError(resp, err)
	}
	conn.SetReadLimit(-1) // follower.next bounds what is kept
	return conn, nil
}

func dialError(resp *http.Response, err error) error {
	if resp != nil && (resp.StatusCode == http.StatusUnauthorized || resp.StatusCode == http.StatusForbidden) {
		return fmt.Errorf("bluesky: stream: %w: status %d; check the setting stream", connectors.ErrUnauthorized, resp.StatusCode)
	}
	return fmt.Errorf("bluesky: connect to the stream: %w", err)
}

// watchPulse pings the stream until ctx ends, and ends it when no answer comes.
func (b *Bluesky) watchPulse(ctx context.Context, conn *websocket.Conn, stop context.CancelCauseFunc) {
	every := b.set.Duration("heartbeat")
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
		}
		wait, cancel := context.WithTimeout(ctx, every)
		err := conn.Ping(wait)
		cancel()
		if err != nil {
			stop(fmt.Errorf("bluesky: the stream is dead: no answer to a ping within %s", every))
			return
		}
	}
}

// follower is one connection being read.
type follower struct {
	*Bluesky
	ours  map[string]bool
	emit  emitFunc
	saved time.Time // when the cursor moved last
	buf   bytes.Buffer
}

func (f *follower) follow(ctx context.Context, conn *websocket.Conn) error {
	for {
		raw, err := f.next(ctx, conn)
		if err != nil {
			return fmt.Errorf("bluesky: stream: %w", err)
		}
		if err := f.handle(ctx, raw); err != nil {
			return err
		}
	}
}

// next returns the next event; nothing for one that is too long to be a post.
func (f *follower) next(ctx context.Context, conn *websocket.Conn) ([]byte, error) {
	_, r, err := conn.Reader(ctx)
	if err != nil {
		return nil, err
	}
	f.buf.Reset()
	n, err := f.buf.ReadFrom(io.LimitReader(r, maxEvent+1))
	if err != nil || n <= maxEvent {
		return f.buf.Bytes(), err
	}
	_, err = io.Copy(io.Discard, r)
	return nil, err
}

// handle looks at one event; what is not JSON is skipped, as is what does not
// concern us.
func (f *follower) handle(ctx context.Context, raw []byte) error {
	if !f.worthDecoding(raw) {
		return f.moveCursor(ctx, timeOf(raw))
	}
	var e event
	m, ok := care.Mention{}, false
	if json.Unmarshal(raw, &e) == nil {
		m, ok = f.judge(ctx, &e)
	}
	if !ok {
		return f.moveCursor(ctx, e.TimeUS)
	}
	m.Connector = f.name
	f.saved = f.env.Now()
	if err := f.emit(ctx, connectors.Batch{Mentions: []care.Mention{m}, Cursor: cursorOf(e.TimeUS)}); err != nil {
		return err
	}
	f.emitted.Add(m.ID)
	return nil
}

// Parts of an event that make it worth decoding whatever the post says.
var (
	markDelete   = []byte(`"delete"`)
	markIdentity = []byte(`"identity"`)
)

func (f *follower) worthDecoding(raw []byte) bool {
	if bytes.Contains(raw, markDelete) || bytes.Contains(raw, markIdentity) || f.keywords.Maybe(raw) {
		return true
	}
	for did := range f.ours {
		if bytes.Contains(raw, []byte(did)) {
			return true
		}
	}
	return false
}

// judge returns the mention in an event, if it concerns us.
func (f *follower) judge(ctx context.Context, e *event) (care.Mention, bool) {
	if e.Kind == "identity" || e.Kind == "account" {
		f.profiles.forget(e.DID)
	}
	if e.Kind != "commit" || e.Commit == nil || e.Commit.Collection != collection || !isDID(e.DID) || e.Commit.RKey == "" {
		return care.Mention{}, false
	}
	if e.Commit.Operation == "delete" {
		uri := postURI(e.DID, e.Commit.RKey)
		return care.Mention{ID: uri, Platform: Platform, Author: care.Author{ID: e.DID}, Deleted: true}, f.emitted.Has(uri)
	}
	var p post
	if json.Unmarshal(e.Commit.Record, &p) != nil || !f.wanted(e, &p) {
		return care.Mention{}, false
	}
	m := e.mention(p)
	m.Author = f.profiles.author(ctx, e.DID)
	if f.ours[e.DID] {
		m.By = care.ByBrand
	}
	return m, true
}

// wanted applies the rules. Of the brand's own posts only answers are of
// interest: they belong to a conversation.
func (f *follower) wanted(e *event, p *post) bool {
	if f.ours[e.DID] {
		return p.Reply != nil
	}
	return p.concerns(f.ours) || f.keywords.In(p.Text)
}

// moveCursor saves the cursor now and then while nothing is emitted.
func (f *follower) moveCursor(ctx context.Context, us int64) error {
	now := f.env.Now()
	if us <= 0 || now.Sub(f.saved) < cursorEvery {
		return nil
	}
	f.saved = now
	return f.emit(ctx, connectors.Batch{Cursor: cursorOf(us)})
}

// cursorOf is "" for an event without a time: the saved cursor stays.
func cursorOf(us int64) string {
	if us <= 0 {
		return ""
	}
	return strconv.FormatInt(us, 10)
}

// timeOf finds an event's time without decoding it; 0 when it is not where
// Jetstream puts it, before the commit.
func timeOf(raw []byte) int64 {
	_, rest, _ := bytes.Cut(raw[:min(len(raw), 300)], []byte(`"time_us":`))
	rest = bytes.TrimLeft(rest, " ")
	n := 0
	for n < len(rest) && rest[n] >= '0' && rest[n] <= '9' {
		n++
	}
	us, err := strconv.ParseInt(string(rest[:n]), 10, 64)
	if err != nil {
		return 0
	}
	return us
}
