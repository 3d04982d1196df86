package x

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"goodgraces/care"
)

const (
	// lookUpSize is how many posts X gives by ID at once.
	lookUpSize = 100
	// recheckRetry is when it is tried again where it did not work.
	recheckRetry = time.Hour
)

// recheck reads stored posts again where it is time to: X tells of deletions by
// webhook alone, and wants what was deleted, made private or taken down to be
// gone within a day (developer guidelines, Content deletion; read Aug 2026).
// That it does not work does not end reading: people are told, and there is
// another time.
func (r *reader) recheck(ctx context.Context) error {
	every, now := r.set.Duration("recheck"), r.env.Now()
	if every <= 0 || now.Sub(time.UnixMilli(r.at.Checked)) < every {
		return nil
	}
	r.at.Checked = now.UnixMilli()
	due, err := r.due(ctx)
	var changed []care.Mention
	if err == nil {
		changed, err = r.look(ctx, due.posts)
	}
	r.lacks = nil
	if err == nil {
		r.at.Turn = due.next
		r.gaps.Remark(due.remark(every))
	} else {
		r.lacks = []string{"stored posts could not all be read again, so that deletions are noticed late: " + err.Error()}
		r.at.Checked = now.Add(min(recheckRetry, every) - every).UnixMilli()
	}
	r.tell()
	return r.hand(ctx, changed, r.at.String())
}

// turnShare is what part of the posts that may be read again is taken in turn from
// all that are stored: a third. What those of open cases and of the last 30 days
// leave of the rest goes there, too.
const turnShare = 3

// due is what is read again this time.
type due struct {
	posts  []care.Mention
	next   int64 // where the next turn begins
	stored int   // posts that come up in turn
	each   int   // how many do each time
}

// due lists the posts to read again: those that matter most, and in turn all that
// are stored. Our own answers are ours to delete.
func (r *reader) due(ctx context.Context) (due, error) {
	most := r.set.Int("recheck_posts")
	var posts []care.Mention
	if first := most - max(most/turnShare, 1); first > 0 {
		var err error
		if posts, err = r.env.Kept(ctx, Platform, first); err != nil {
			return due{}, err
		}
	}
	d := due{each: most - len(posts)}
	turn, err := r.env.KeptInTurn(ctx, Platform, r.at.Turn, d.each)
	if err != nil {
		return due{}, err
	}
	d.next, d.stored = turn.Next, turn.All
	seen := map[string]bool{}
	d.posts = slices.DeleteFunc(append(posts, turn.Posts...), func(m care.Mention) bool {
		again := seen[m.ID]
		seen[m.ID] = true
		return again || m.By == care.ByBrand || m.Private || snowflake(m.ID) == 0 || snowflake(target(m)) == 0
	})
	return d, nil
}

// remark says how long it takes until every stored post was read again, where that
// is longer than the day within which X wants it.
func (d due) remark(every time.Duration) string {
	const day = 24 * time.Hour
	times := (d.stored + d.each - 1) / d.each
	days := (time.Duration(times)*every + day - 1) / day
	if days <= 1 {
		return ""
	}
	return fmt.Sprintf("all %d stored posts are read again within %d days, for what was deleted: raise recheck_posts where that is too long", d.stored, days)
}

// look tells what became of posts: those that are gone, and those that say
// something else by now.
func (r *reader) look(ctx context.Context, posts []care.Mention) ([]care.Mention, error) {
	var changed []care.Mention
	for batch := range slices.Chunk(posts, lookUpSize) {
		out, err := r.lookAtBatch(ctx, batch)
		changed = append(changed, out...)
		if err != nil {
			return changed, err
		}
	}
	return changed, nil
}

func (r *reader) lookAtBatch(ctx context.Context, batch []care.Mention) ([]care.Mention, error) {
	was := map[string]care.Mention{} // by the ID of the version that is known
	for _, m := range batch {
		was[target(m)] = m
	}
	found, err := r.lookUpPosts(ctx, was)
	if err != nil {
		return nil, err
	}
	var changed []care.Mention
	newer := map[string]care.Mention{}
	for _, id := range found.gone() {
		if m, ok := was[id]; ok {
			changed = append(changed, care.Mention{ID: m.ID, Platform: Platform, Connector: r.name, Author: care.Author{ID: m.Author.ID}, Deleted: true})
		}
	}
	posts, _ := found.posts()
	for _, p := range posts {
		if latest := p.latest(); latest != p.ID {
			newer[latest] = was[p.ID]
		}
	}
	edited, err := r.edited(ctx, newer)
	return append(changed, edited...), err
}

// edited reads the newest versions of posts that were edited. X answers for the
// ID that it is asked for, and each version has one of its own.
func (r *reader) edited(ctx context.Context, was map[string]care.Mention) ([]care.Mention, error) {
	if len(was) == 0 {
		return nil, nil
	}
	found, err := r.lookUpPosts(ctx, was)
	if err != nil {
		return nil, err
	}
	var changed []care.Mention
	posts, _ := found.posts()
	for _, p := range posts {
		if m, ok := was[p.ID]; ok && m.ID != "" {
			known := refOf(m)
			called := r.calls(p, r.own)
			m.Text, m.Lang, m.EditedAt = p.text(), p.lang(), p.created()
			m.Ref = ref{Latest: p.ID, Called: &called, Messages: known.Messages}.String()
			m.Connector = r.name
			changed = append(changed, m)
		}
	}
	return changed, nil
}

// lookUpPosts reads posts by ID. It is paid for before: where the day's budget
// does not hold it, reading what is new goes on all the same.
func (r *reader) lookUpPosts(ctx context.Context, byID map[string]care.Mention) (*page, error) {
	ids := make([]string, 0, len(byID))
	for id := range byID {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	if err := r.env.Pay(ctx, r.price["read"]*care.Money(len(ids))); err != nil {
		return nil, err
	}
	q := get(pathPosts, url.Values{"ids": {strings.Join(ids, ",")}, "tweet.fields": {postFields}})
	q.asApp = true // whom the account has fallen out with changes nothing
	var p page
	if _, err := r.api.do(ctx, q, &p); err != nil {
		return nil, err
	}
	r.beat()
	return &p, nil
}
