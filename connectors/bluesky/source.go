package bluesky

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/keywords"
	"goodgraces/connectors/socket"
)

const (
	// overlap is how far behind the cursor reading begins again: Jetstream's
	// order is not strict, and what is read twice does no harm.
	overlap = 5 * time.Second
	// cursorEvery is how often the cursor moves while nothing concerns us.
	cursorEvery = 5 * time.Second
	// clocksApart is how far the clocks of two Jetstreams may be from each other:
	// a cursor of one is good for another.
	clocksApart = time.Minute
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
	defer conn.Close()
	now := b.env.Now()
	b.gaps.Tell(b.env)
	ctx, end := conn.Watch(ctx, b.set.Duration("heartbeat"), b.env.Heard)
	defer end()
	f := &follower{Bluesky: b, ours: ours, worth: b.prefilter(ours), emit: emit, behind: timeOfCursor(cursor), saved: now, revisited: now}
	if err = f.remember(ctx); err == nil {
		err = f.follow(ctx, conn)
	}
	if ctx.Err() != nil {
		return fmt.Errorf("bluesky: %w", context.Cause(ctx))
	}
	return err
}

func (b *Bluesky) dial(ctx context.Context, cursor string) (*socket.Conn, error) {
	address, err := url.Parse(b.set.String("stream"))
	if err != nil {
		return nil, &connectors.SettingError{Key: "stream", Problem: "must be an address such as wss://host/subscribe"}
	}
	q := address.Query()
	q.Set("wantedCollections", collection)
	if us := timeOfCursor(cursor); us > overlap.Microseconds() {
		q.Set("cursor", strconv.FormatInt(us-overlap.Microseconds(), 10))
	}
	address.RawQuery = q.Encode()
	conn, err := socket.Dial(ctx, b.env.Client, address.String(), nil, b.env.Now)
	switch {
	case errors.Is(err, connectors.ErrUnauthorized):
		return nil, fmt.Errorf("bluesky: stream: %w; check the setting stream", err)
	case err != nil:
		return nil, fmt.Errorf("bluesky: connect to the stream: %w", err)
	}
	return conn, nil
}

// follower is one connection being read.
type follower struct {
	*Bluesky
	ours      map[string]bool
	worth     *keywords.Prefilter
	emit      emitFunc
	behind    int64     // where the cursor was, Unix microseconds, until the first event came
	saved     time.Time // when the cursor moved last
	revisited time.Time // when earlier posts were looked at again
}

func (f *follower) follow(ctx context.Context, conn *socket.Conn) error {
	for {
		raw, err := conn.Next(ctx)
		if err != nil {
			return fmt.Errorf("bluesky: stream: %w", err)
		}
		if f.behind > 0 {
			f.reach(timeOf(raw))
		}
		if err := f.handle(ctx, raw); err != nil {
			return err
		}
		if err := f.revisit(ctx); err != nil {
			return err
		}
	}
}

// reach takes the time of the first event, and notes a gap where it lies behind
// the cursor: reading begins a little before it, so that its event comes again
// unless Jetstream has dropped it.
func (f *follower) reach(us int64) {
	if us == 0 {
		return // another one will tell
	}
	from, to := time.UnixMicro(f.behind), time.UnixMicro(us)
	f.behind = 0
	if to.Sub(from) <= clocksApart {
		return
	}
	f.gaps.Note(f.env.Now(), "", "Jetstream did not keep events for as long as nobody read: posts "+connectors.GapBetween(from, to)+
		" may be missing; search for your accounts and keywords on Bluesky for that time")
	f.gaps.Tell(f.env)
}

// handle looks at one event; what is not JSON is skipped, as is what does not
// concern us.
func (f *follower) handle(ctx context.Context, raw []byte) error {
	if !f.worth.Maybe(raw) {
		return f.moveCursor(ctx, timeOf(raw))
	}
	var e event
	var found []care.Mention
	if json.Unmarshal(raw, &e) == nil {
		var err error
		if found, err = f.judge(ctx, &e); err != nil {
			return fmt.Errorf("bluesky: an event: %w", err)
		}
	}
	if len(found) == 0 {
		return f.moveCursor(ctx, e.TimeUS)
	}
	f.saved = f.env.Now()
	return f.hand(ctx, found, cursorOf(e.TimeUS))
}

// hand hands mentions on, with the cursor behind them, and remembers them.
func (f *follower) hand(ctx context.Context, found []care.Mention, cursor string) error {
	for i := range found {
		found[i].Platform, found[i].Connector = Platform, f.name
	}
	if err := f.emit(ctx, connectors.Batch{Mentions: found, Cursor: cursor}); err != nil {
		return err
	}
	for i := range found {
		m := &found[i]
		if m.Deleted {
			f.emitted.Forget(m.ID)
			continue
		}
		s, _ := f.emitted.Get(m.ID)
		s.labels = strings.Join(m.Labels, " ")
		f.emitted.Put(m.ID, s)
	}
	return nil
}

// prefilter lets through what is worth decoding: deletions and news of accounts,
// what names one of ours (as author, parent, quote or mention: always by DID),
// and what may contain a keyword.
func (b *Bluesky) prefilter(ours map[string]bool) *keywords.Prefilter {
	return b.keywords.Prefilter(append(slices.Collect(maps.Keys(ours)), `"delete"`, `"identity"`, `"account"`)...)
}

// judge returns the mentions in an event that concern us.
func (f *follower) judge(ctx context.Context, e *event) ([]care.Mention, error) {
	if !isDID(e.DID) {
		return nil, nil
	}
	switch {
	case e.Kind == "identity" || e.Kind == "account":
		f.profiles.forget(e.DID)
		return f.leftBy(ctx, e)
	case e.Kind != "commit" || e.Commit == nil || e.Commit.Collection != collection || e.Commit.RKey == "":
		return nil, nil
	case e.Commit.Operation == "delete":
		return f.deleted(ctx, e)
	case e.Commit.Operation != "create" || f.emitted.Has(postURI(e.DID, e.Commit.RKey)):
		return nil, nil // Jetstream repeats events
	}
	var p post
	if !decode(e.Commit.Record, &p) || !f.wanted(e, &p) {
		return nil, nil
	}
	m := f.mention(&p, strongRef{postURI(e.DID, e.Commit.RKey), e.Commit.CID}, time.UnixMicro(e.TimeUS))
	author := f.profiles.author(ctx, e.DID)
	m.Author = author.Author
	m.Labels = merge(m.Labels, author.labels)
	if f.ours[e.DID] {
		m.By = care.ByBrand
	}
	return []care.Mention{m}, nil
}

// deleted returns a deletion that concerns us: the stream carries all there are.
// What was handed on long ago, or by another process, is in the store.
func (f *follower) deleted(ctx context.Context, e *event) ([]care.Mention, error) {
	uri := postURI(e.DID, e.Commit.RKey)
	if !f.emitted.Has(uri) {
		if stored, err := f.env.Stored(ctx, Platform, uri); err != nil || !stored {
			return nil, err
		}
	}
	return []care.Mention{gone(uri)}, nil
}

// leftBy returns what an account that is gone for good leaves behind.
func (f *follower) leftBy(ctx context.Context, e *event) ([]care.Mention, error) {
	if !e.erased() {
		return nil, nil
	}
	uris, err := f.env.StoredOf(ctx, Platform, e.DID)
	var out []care.Mention
	for _, uri := range uris {
		out = append(out, gone(uri))
	}
	return out, err
}

// gone tells that a post is no longer there.
func gone(uri string) care.Mention {
	return care.Mention{ID: uri, Author: care.Author{ID: uriDID(uri)}, Deleted: true}
}

// decode reads what can be read of a record: anyone may write anything.
func decode(raw []byte, into any) bool {
	err := json.Unmarshal(raw, into)
	var other *json.UnmarshalTypeError
	return err == nil || errors.As(err, &other)
}

// wanted applies the rules. Of the brand's own posts only answers are of
// interest: they belong to a conversation. Its news and its quotes are its own
// echo; reposts are records of another collection, which is not read.
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

// timeOfCursor is a cursor's time in Unix microseconds, 0 for none.
func timeOfCursor(cursor string) int64 {
	us, err := strconv.ParseInt(cursor, 10, 64)
	if err != nil {
		return 0
	}
	return us
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
