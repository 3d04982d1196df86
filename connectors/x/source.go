package x

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/calls"
)

const (
	// pageSize is the most posts that X gives at once, startSize how many the
	// first start looks back.
	pageSize  = 100
	startSize = 10
	// indexLag is how late a post may be found, behind those that came after
	// it: that much is read again.
	indexLag = 30 * time.Second
	// searchPast is how far back the search reaches: 7 days. X refuses what is
	// beyond; the clock may be an hour off.
	searchPast = 7*24*time.Hour - 2*time.Hour
	// timelinePast is how many mentions X keeps in the timeline.
	timelinePast = 800
	// timelineNear is from how many mentions on that may have been all of them:
	// those of the last that were deleted since are not given.
	timelineNear = 700
)

type emitFunc = func(context.Context, connectors.Batch) error

// feed is one list of posts that is asked for.
type feed struct {
	name  string
	path  string
	query string // of a search; "" for a timeline
	price care.Money
}

// Read reads from the cursor on, in the way that the setting read says.
func (x *X) Read(ctx context.Context, cursor string, emit emitFunc) error {
	if !x.reading.TryLock() {
		return errors.New("x: already being read")
	}
	defer x.reading.Unlock()
	err := x.read(ctx, cursor, emit)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

func (x *X) read(ctx context.Context, saved string, emit emitFunc) error {
	own, err := x.own.get(ctx)
	if err != nil {
		return err
	}
	feeds, err := x.feeds(own)
	if err != nil {
		return err
	}
	r := &reader{X: x, own: own, feeds: feeds, at: parseCursor(saved), emit: emit, beat: func() {}}
	r.at.adopt(feeds)
	if x.mode() == readStream {
		return r.stream(ctx)
	}
	return r.poll(ctx)
}

// feeds lists what is asked for: the mentions of each account, and the searches.
func (x *X) feeds(own ours) ([]feed, error) {
	var out []feed
	for _, u := range own.all {
		price := x.price["read"]
		if u.ID == own.self.ID {
			price = x.price["own_read"]
		}
		out = append(out, feed{name: "mentions:" + u.ID, path: "/2/users/" + url.PathEscape(u.ID) + "/mentions", price: price})
	}
	queries, err := x.queries(own.handles())
	for _, q := range queries {
		out = append(out, feed{name: searchName(q), path: "/2/tweets/search/recent", query: q, price: x.price["read"]})
	}
	return out, err
}

// reader is one call of Read.
type reader struct {
	*X
	own   ours
	feeds []feed
	at    cursor
	emit  emitFunc
	beat  func()   // a sign of life, for whoever watches
	saved string   // cursor that was handed on last
	lacks []string // what does not work, besides
}

// poll asks every feed again and again, and hands on what X delivers meanwhile.
func (r *reader) poll(ctx context.Context) error {
	delivered, end, ok := r.hook.Begin()
	if !ok {
		return errors.New("x: already being read")
	}
	defer end()
	for {
		if err := r.round(ctx); err != nil {
			return err
		}
		if err := r.recheck(ctx); err != nil {
			return err
		}
		next := time.NewTimer(r.set.Duration("every"))
		err := r.between(ctx, next.C, delivered)
		next.Stop()
		if err != nil {
			return err
		}
	}
}

// between hands on what is delivered until it is time to ask again.
func (r *reader) between(ctx context.Context, next <-chan time.Time, delivered <-chan calls.Delivery) error {
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-next:
			return nil
		case d := <-delivered:
			var err error
			if fresh := r.unseen(d.Mentions); len(fresh) > 0 {
				err = r.hand(ctx, fresh, "")
			}
			d.Taken(err)
			if err != nil {
				return err
			}
		}
	}
}

// unseen are those that were not handed on before: X delivers again what was
// answered too late.
func (r *reader) unseen(delivered []care.Mention) []care.Mention {
	return slices.DeleteFunc(delivered, func(m care.Mention) bool { return !m.Deleted && r.emitted.Has(target(m)) })
}

// round asks every feed once, as far back as there is a gap.
func (r *reader) round(ctx context.Context) error {
	for _, f := range r.feeds {
		if err := r.fill(ctx, f); err != nil {
			return err
		}
	}
	r.tell()
	return r.hand(ctx, nil, r.at.String())
}

// tell says how reading goes.
func (r *reader) tell() { r.reached.lack(r.X, r.lacks) }

// miss notes that posts are missing, for people to see.
func (r *reader) miss(f feed, format string, args ...any) {
	r.gaps.Note(r.env.Now(), f.path, fmt.Sprintf(format, args...))
}

// fill reads a feed from its newest post back to what is known, and hands each
// page on with the place where to go on. Behind a gap that was left half filled
// by an earlier Read there is another, up to now.
func (r *reader) fill(ctx context.Context, f feed) error {
	for resumed := r.at.Feeds[f.name].Until > 0; ; {
		m := r.at.Feeds[f.name]
		p, header, err := r.ask(ctx, f, m)
		if err != nil {
			return err
		}
		r.beat()
		r.tell()
		posts, users := p.posts()
		next, done, err := m.behind(posts, p.Meta.Next != "", header)
		if err != nil {
			return fmt.Errorf("x: %s: %w", f.path, err)
		}
		if done && f.query == "" && m.Posts+len(posts) >= timelineNear {
			r.miss(f, "X keeps only the last %d mentions: those before them, since %s, may be missing", timelinePast, idTime(m.Since).Format(time.DateTime))
		}
		r.at.Feeds[f.name] = next
		mentions := r.fresh(ctx, f.price, posts, users)
		if len(mentions) > 0 || !done {
			if err := r.hand(ctx, mentions, r.at.String()); err != nil {
				return err
			}
		}
		if done && !resumed {
			return nil
		}
		resumed = resumed && !done
	}
}

// ask reads one page.
func (r *reader) ask(ctx context.Context, f feed, m mark) (*page, http.Header, error) {
	if err := r.api.mayRead(); err != nil {
		return nil, nil, fmt.Errorf("x: read: %w", err)
	}
	var p page
	answer, err := r.api.do(ctx, get(f.path, r.params(f, m)), &p)
	if err != nil {
		return nil, nil, err
	}
	return &p, answer.Header, nil
}

func (r *reader) params(f feed, m mark) url.Values {
	v := url.Values{"tweet.fields": {postFields}, "expansions": {"author_id"}, "user.fields": {r.authorFields()}, "max_results": {strconv.Itoa(pageSize)}}
	if f.query != "" {
		v.Set("query", f.query)
		v.Set("sort_order", "recency")
		m.Since = r.reach(f, m.Since)
	}
	if m.Since > 0 {
		v.Set("since_id", strconv.FormatUint(m.Since, 10))
	} else {
		v.Set("max_results", strconv.Itoa(startSize))
	}
	if m.Until > 0 {
		v.Set("until_id", strconv.FormatUint(m.Until, 10))
	}
	return v
}

// authorFields asks whether an author takes messages, where an account asks.
func (x *X) authorFields() string {
	if x.api.signsIn() {
		return authorFields + messageField
	}
	return authorFields
}

// reach is since, or as far back as the search goes.
func (r *reader) reach(f feed, since uint64) uint64 {
	oldest := idAt(r.env.Now().Add(-searchPast))
	if since == 0 || since >= oldest {
		return since
	}
	r.miss(f, "X's search reaches 7 days back: posts with a keyword from %s to %s were not found", idTime(since).Format(time.DateTime), idTime(oldest).Format(time.DateTime))
	return oldest
}

// fresh turns the posts that were not handed on before into mentions, the oldest
// first, and books their price.
func (r *reader) fresh(ctx context.Context, each care.Money, posts []post, users map[string]user) []care.Mention {
	slices.SortFunc(posts, func(a, b post) int { return cmp.Compare(snowflake(a.ID), snowflake(b.ID)) })
	var out []care.Mention
	for _, p := range posts {
		if !r.emitted.Has(p.ID) {
			out = append(out, r.mention(p, users[p.AuthorID], r.own))
		}
	}
	r.api.paid(ctx, each, len(out))
	return r.heeded(out)
}

// heeded leaves out the posts of accounts that are to be ignored.
func (x *X) heeded(all []care.Mention) []care.Mention {
	return slices.DeleteFunc(all, func(m care.Mention) bool { return x.set.Ignores(m.Author.Handle) })
}

// hand hands mentions on, with the cursor behind them.
func (r *reader) hand(ctx context.Context, mentions []care.Mention, cursor string) error {
	if len(mentions) == 0 && cursor == r.saved {
		return nil
	}
	if err := r.emit(ctx, connectors.Batch{Mentions: mentions, Cursor: cursor}); err != nil {
		return err
	}
	if cursor != "" {
		r.saved = cursor
	}
	for _, m := range mentions {
		r.emitted.Put(target(m), struct{}{})
	}
	return nil
}
