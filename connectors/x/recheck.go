package x

import (
	"context"
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
	changed, err := r.look(ctx)
	r.lacks = nil
	if err != nil {
		r.lacks = []string{"stored posts could not all be read again, so that deletions are noticed late: " + err.Error()}
		r.at.Checked = now.Add(min(recheckRetry, every) - every).UnixMilli()
	}
	r.tell()
	return r.hand(ctx, changed, r.at.String())
}

// kept are the posts to read again. Our own answers are ours to delete.
func (r *reader) kept(ctx context.Context) ([]care.Mention, error) {
	all, err := r.env.Kept(ctx, Platform, r.set.Int("recheck_posts"))
	return slices.DeleteFunc(all, func(m care.Mention) bool {
		return m.By == care.ByBrand || m.Private || snowflake(m.ID) == 0 || snowflake(target(m)) == 0
	}), err
}

// look tells what became of posts: those that are gone, and those that say
// something else by now.
func (r *reader) look(ctx context.Context) ([]care.Mention, error) {
	var changed []care.Mention
	posts, err := r.kept(ctx)
	for batch := range slices.Chunk(posts, lookUpSize) {
		if err != nil {
			break
		}
		var out []care.Mention
		out, err = r.lookAtBatch(ctx, batch)
		changed = append(changed, out...)
	}
	return changed, err
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
