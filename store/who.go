package store

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"goodgraces/care"
)

// who is an author about to be forgotten, and where to look.
type who struct {
	key    string
	id     string
	names  []string        // handles, as they were over time
	posts  map[string]bool // IDs
	inside bool            // the IDs of the posts contain the author's (Bluesky)
	rows   []MentionRow
	others []string // keys of other mentions that may point at the author
	linked []string
}

// who gathers what points at an author. It reads all posts once, outside the
// transaction that erases, so that writers need not wait for that.
func (s *Store) who(ctx context.Context, key string) (*who, error) {
	w := &who{key: clean(key), posts: map[string]bool{}}
	_, w.id, _ = strings.Cut(w.key, ":")
	var err error
	if w.rows, err = mentionsOf(ctx, s.read, w.key); err != nil {
		return nil, err
	}
	threads := []string{}
	for _, r := range w.rows {
		w.add(r.Mention)
		threads = append(threads, r.Mention.ThreadKey())
	}
	profiles, err := s.engine.profilesIn(ctx, s.read, []string{w.key})
	if err != nil {
		return nil, err
	}
	if p, ok := profiles[w.key]; ok {
		w.named(p.Author.Handle)
	}
	accounts, err := s.Accounts(ctx, key)
	if err != nil {
		return nil, err
	}
	w.linked = slices.DeleteFunc(accounts, func(k string) bool { return k == w.key })
	return w, w.look(ctx, s.read, threads)
}

// look finds the other mentions that may point at the author: those in the
// author's threads, by an index, and the others by their text.
func (w *who) look(ctx context.Context, q querier, threads []string) error {
	add := func(keys []string, err error) error {
		w.others = append(w.others, keys...)
		return err
	}
	err := chunked(threads, func(threads []string) error {
		return add(find(ctx, q, scanText, new(query).add("SELECT m.key FROM mentions m WHERE m.thread IN (?) AND m.author <> ?", threads, w.key)))
	})
	if err == nil {
		err = add(find(ctx, q, scanText, w.search()))
	}
	if err == nil && w.inside {
		err = add(collect(ctx, q, scanText, `SELECT m.key FROM mentions m WHERE m.author <> $1 AND
			(m.doc LIKE $2 ESCAPE '\' OR m.verdict LIKE $2 ESCAPE '\')`, w.key, contains(w.id)))
	}
	slices.Sort(w.others)
	w.others = slices.Compact(w.others)
	return err
}

// search is a pass over all posts of the platform.
func (w *who) search() *query {
	platform, _, _ := strings.Cut(w.key, ":")
	q := new(query).add("SELECT m.key FROM mentions m WHERE m.platform = ? AND m.author <> ? AND (1 = 0", platform, w.key)
	for _, name := range append([]string{w.id}, w.names...) {
		q.add(` OR m.doc LIKE ? ESCAPE '\'`, contains(`"thread_author":`+toJSON(name)))
		q.add(` OR m.search LIKE ? ESCAPE '\' AND m.doc LIKE '%"by":"brand"%'`, contains("@"+strings.ToLower(name)))
	}
	return q.add(")")
}

func (w *who) add(m care.Mention) {
	w.posts[m.ID] = true
	w.inside = w.inside || strings.Contains(m.ID, w.id)
	w.named(m.Author.Handle)
}

func (w *who) named(handle string) {
	if handle != "" && !slices.Contains(w.names, handle) {
		w.names = append(w.names, handle)
	}
}

// is reports whether an ID or a handle is the author's.
func (w *who) is(name string) bool { return name == w.id || slices.Contains(w.names, name) }

// inText reports whether an address or a reference contains the author's ID.
func (w *who) inText(ref string) bool { return w.inside && strings.Contains(ref, w.id) }

// answered reports a post of the brand that answered or named the author.
func (w *who) answered(m care.Mention) bool {
	if m.By != care.ByBrand {
		return false
	}
	text := strings.ToLower(m.Text)
	return w.posts[m.InReplyTo] || w.is(m.ThreadAuthor) || slices.ContainsFunc(w.names, func(name string) bool {
		return strings.Contains(text, "@"+strings.ToLower(name))
	})
}

// points reports whether somebody else's post points at the author.
func (w *who) points(r MentionRow) bool {
	m := r.Mention
	return w.scrub(&m) || w.scrubVerdict(&r.Verdict)
}

// scrub takes what points at the author out of a mention, and reports whether
// there was anything.
func (w *who) scrub(m *care.Mention) (found bool) {
	if w.is(m.ThreadAuthor) {
		m.ThreadAuthor, found = "", true
	}
	for _, ref := range []*string{&m.ThreadAuthor, &m.InReplyTo, &m.Thread, &m.Quotes} {
		if w.inText(*ref) {
			*ref, found = "", true
		}
	}
	if w.inText(m.Ref) {
		m.Ref, found = w.scrubRef(m.Ref), true
	}
	return found
}

// scrubRef takes the members that name the author out of what a connector needs
// to answer a post: with what is left the post can still be answered, though no
// longer under the first post of its thread.
func (w *who) scrubRef(ref string) string {
	var members map[string]json.RawMessage
	if json.Unmarshal([]byte(ref), &members) != nil {
		return ""
	}
	for name, value := range members {
		if w.inText(string(value)) {
			delete(members, name)
		}
	}
	return toJSON(members)
}

// scrubVerdict takes the author's posts out of the reasons of a verdict: an
// account that was linked may rest on them.
func (w *who) scrubVerdict(v *care.Verdict) (found bool) {
	if v.Standing == nil {
		return false
	}
	for i := range v.Standing.Signals {
		s := &v.Standing.Signals[i]
		before := len(s.Posts)
		s.Posts = slices.DeleteFunc(s.Posts, func(id string) bool { return w.posts[id] && w.inside })
		found = found || len(s.Posts) < before
	}
	return found
}
