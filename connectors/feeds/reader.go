package feeds

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/maphash"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/mmcdole/gofeed"

	"goodgraces/care"
	"goodgraces/connectors"
)

// Options of a Reader.
type Options struct {
	Name      string
	Spec      connectors.Spec
	Env       connectors.Env
	URLs      []string
	Keywords  []string // "" takes everything
	Every     time.Duration
	Platform  string
	UserAgent string
	// Unreached says what to do where a server cannot be reached.
	Unreached string
	// Own are further accounts of the brand.
	Own []string
	// Ignores reports whose entries are left out.
	Ignores func(handle string) bool
	// Complete, if given, adjusts an entry's mention: what the platform knows
	// better than feeds in general.
	Complete func(*gofeed.Item, *care.Mention)
	// Again, if given, looks at earlier posts again, after each answer of a server
	// that allows more, and returns those that are gone. It is given the answer,
	// nil where nothing changed.
	Again func(context.Context, *gofeed.Feed) []care.Mention
}

// Reader reads feeds, each at its own pace.
type Reader struct {
	o     Options
	feeds []*follower
	gaps  connectors.Gaps

	reading sync.Mutex        // one Read at a time
	kept    map[string]uint64 // what an earlier process read: entry → hash; nil until asked for
}

// follower is one feed and what is known of it. Of the entries only those of
// the last answer are remembered: that bounds the memory by the feed's own
// length, and what comes back later the store knows.
type follower struct {
	address  string
	last     page
	trace    trace
	known    map[string]uint64 // entry → hash of what it said
	due      time.Time
	failures int
	err      error // of the last try
}

// NewReader makes a reader. It starts nothing.
func NewReader(o Options) *Reader {
	r := &Reader{o: o}
	for _, address := range o.URLs {
		r.feeds = append(r.feeds, &follower{address: address})
	}
	return r
}

// Name returns the configured name.
func (r *Reader) Name() string { return r.o.Name }

// Spec describes the type.
func (r *Reader) Spec() connectors.Spec { return r.o.Spec }

// Close frees nothing: connections belong to Env.Client.
func (r *Reader) Close() error { return nil }

// validators are what a conditional request needs, and what was listed last, by
// feed: the cursor.
type validators map[string]struct {
	ETag     string `json:"etag,omitempty"`
	Modified string `json:"modified,omitempty"`
	trace
}

type emitFunc = func(context.Context, connectors.Batch) error

// Read asks each feed when it is due, until ctx ends. While one feed works the
// others' failures only make it degraded; when none does, it returns. When each
// feed is due outlasts that: who reads again at once asks none the sooner.
func (r *Reader) Read(ctx context.Context, cursor string, emit emitFunc) error {
	if !r.reading.TryLock() {
		return errors.New("feeds: already being read")
	}
	defer r.reading.Unlock()
	r.resume(cursor)
	if err := r.recall(ctx); err != nil {
		return err
	}
	for {
		next := r.feeds[0]
		for _, f := range r.feeds {
			if f.due.Before(next.due) {
				next = f
			}
		}
		if err := wait(ctx, next.due.Sub(r.o.Env.Now())); err != nil {
			return err
		}
		if err := r.turn(ctx, next, emit); err != nil {
			return err
		}
	}
}

// resume begins where the cursor says: feeds that have not changed since are
// not read again. What is no cursor of ours means to read everything.
func (r *Reader) resume(cursor string) {
	var saved validators
	_ = json.Unmarshal([]byte(cursor), &saved)
	for _, f := range r.feeds {
		v := saved[f.address]
		f.last, f.trace = page{etag: v.ETag, modified: v.Modified}, v.trace
	}
}

// recall learns what the store holds of this connector, so that what is read again
// is told from what was edited while nobody read.
func (r *Reader) recall(ctx context.Context) error {
	if r.kept != nil {
		return nil
	}
	stored, err := r.o.Env.Kept(ctx, r.o.Platform, maxEntries)
	if err != nil {
		return fmt.Errorf("feeds: what was read before: %w", err)
	}
	r.kept = make(map[string]uint64, len(stored))
	for i := range stored {
		r.kept[stored[i].ID] = hash(stored[i].Text)
	}
	return nil
}

func (r *Reader) cursor() string {
	all := validators{}
	for _, f := range r.feeds {
		v := all[f.address]
		v.ETag, v.Modified, v.trace = f.last.etag, f.last.modified, f.trace
		all[f.address] = v
	}
	text, _ := json.Marshal(all) // texts in a map always can be
	return string(text)
}

// turn asks one feed. An error ends Read.
func (r *Reader) turn(ctx context.Context, f *follower, emit emitFunc) error {
	got, err := r.fetch(ctx, f.address, f.last)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		return r.failed(f, err)
	}
	f.failures, f.err, f.due = 0, nil, r.o.Env.Now().Add(about(r.o.Every))
	if got.feed != nil {
		r.compare(f, got.feed)
	}
	r.tell()
	if got.feed != nil {
		if err := r.hand(ctx, f, got, emit); err != nil {
			return err
		}
	}
	return r.again(ctx, got, emit)
}

// again hands on which earlier posts are gone.
func (r *Reader) again(ctx context.Context, got page, emit emitFunc) error {
	if r.o.Again == nil || got.spent {
		return nil
	}
	if gone := r.o.Again(ctx, got.feed); len(gone) > 0 {
		return emit(ctx, connectors.Batch{Mentions: gone})
	}
	return nil
}

// hand hands on what is new in an answer, with the cursor behind it.
func (r *Reader) hand(ctx context.Context, f *follower, got page, emit emitFunc) error {
	batch, known := r.news(f, got.feed)
	last, trace := f.last, f.trace
	f.last = page{etag: got.etag, modified: got.modified}
	if now := traceOf(f.address, got.feed, r.o.Env.Now()); len(now.Marks) > 0 {
		f.trace = now
	}
	if err := emit(ctx, connectors.Batch{Mentions: batch, Cursor: r.cursor()}); err != nil {
		f.last, f.trace, f.due = last, trace, time.Time{} // what was not kept is asked for again
		return err
	}
	f.known = known
	return nil
}

// failed puts the next try off, longer each time, and ends Read where no feed
// works any more.
func (r *Reader) failed(f *follower, err error) error {
	f.failures, f.err = f.failures+1, err
	pause := about(min(r.o.Every<<min(f.failures, 6), time.Hour))
	if limited, ok := errors.AsType[*connectors.RateLimitError](err); ok {
		pause = max(pause, limited.After) // never before the server said
	}
	f.due = r.o.Env.Now().Add(pause)
	for _, other := range r.feeds {
		if other.err == nil {
			r.tell()
			return nil
		}
	}
	return fmt.Errorf("feeds: %w", err)
}

// tell says how it goes.
func (r *Reader) tell() {
	var bad []string
	for _, f := range r.feeds {
		if f.err != nil {
			bad = append(bad, f.err.Error())
		}
	}
	r.gaps.Tell(r.o.Env, bad...)
}

var seed = maphash.MakeSeed()

// hash is that of what a text says: a store may keep its white space and control
// characters in another way.
func hash(text string) uint64 {
	return maphash.String(seed, strings.Join(strings.FieldsFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || r == utf8.RuneError
	}), " "))
}

// news returns the mentions in a feed that are new or changed, oldest first,
// and what is known of it now. An entry that changed since the last answer, or
// since an earlier process read it, is an edit.
func (r *Reader) news(f *follower, feed *gofeed.Feed) ([]care.Mention, map[string]uint64) {
	known := make(map[string]uint64, len(feed.Items))
	var out []care.Mention
	for _, item := range slices.Backward(feed.Items) {
		if item == nil {
			continue
		}
		m := r.mention(f.address, feed, item)
		if !r.wants(&m) {
			continue
		}
		now := hash(m.Text)
		before, seen := f.known[m.ID]
		if !seen {
			before, seen = r.kept[m.ID]
		}
		known[m.ID] = now
		switch {
		case seen && before == now, m.Deleted && !seen:
			continue
		case seen && !m.Deleted:
			m.EditedAt = r.o.Env.Now()
		}
		out = append(out, m)
	}
	return out, known
}

// wants reports whether an entry is one to take.
func (r *Reader) wants(m *care.Mention) bool {
	if m.ID == "" || m.Deleted {
		return m.ID != ""
	}
	return m.Text != "" && !r.o.Ignores(m.Author.Handle) && matches(m.Text, r.o.Keywords)
}

// about is a duration give or take a tenth, so that feeds are not asked all at
// once.
func about(d time.Duration) time.Duration {
	return d - d/10 + time.Duration(rand.Int64N(int64(d/5)+1))
}

func wait(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(max(d, 0))
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return ctx.Err()
	}
}
