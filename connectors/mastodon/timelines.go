package mastodon

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	api "github.com/mattn/go-mastodon"

	"goodgraces/connectors"
)

// Keys of the timelines that every connector reads; the others' are their
// streams' names.
const (
	keyMentions = "mentions"
	keyOwn      = "own"
	keyHashtag  = "hashtag:" // and the hashtag
)

// page is how many posts are asked for at once: the most that Mastodon gives.
const page = 40

// timeline is one that is read beside the stream.
type timeline struct {
	key      string
	path     string
	params   url.Values
	stream   []string // what it is called on the stream, with its hashtag; nil is the user's
	optional bool     // the server may refuse it: reading goes on without
}

// timelines lists what is read. me is the account; "" leaves its own posts out.
func (m *Mastodon) timelines(me api.ID) []timeline {
	out := []timeline{{key: keyMentions, path: "/api/v1/notifications", params: url.Values{
		// All others hold a post that concerns us, those of later versions too.
		"exclude_types[]": {"follow", "follow_request", "favourite", "reblog", "poll"},
	}}}
	if me != "" {
		out = append(out, timeline{key: keyOwn, path: "/api/v1/accounts/" + url.PathEscape(string(me)) + "/statuses", params: url.Values{"exclude_reblogs": {"true"}}, optional: true})
	}
	for _, t := range m.tags {
		out = append(out, timeline{key: keyHashtag + t, path: "/api/v1/timelines/tag/" + url.PathEscape(t), stream: []string{"hashtag", t}, optional: true})
	}
	if m.keywords.Empty() {
		return out
	}
	switch m.set.String("public") {
	case publicLocal:
		out = append(out, timeline{key: "public:local", path: "/api/v1/timelines/public", params: url.Values{"local": {"true"}}, stream: []string{"public:local"}, optional: true})
	case publicAll:
		out = append(out, timeline{key: "public", path: "/api/v1/timelines/public", stream: []string{"public"}, optional: true})
	}
	return out
}

// fill reads every timeline from its position on. Where some have none, they get
// one before anything is emitted: a cursor that is saved holds them all.
func (r *reader) fill(ctx context.Context) error {
	all := r.timelines(r.me)
	for _, step := range []func(context.Context, timeline) error{r.begin, r.fillOne} {
		for _, t := range all {
			if err := r.tolerate(t, step(ctx, t)); err != nil {
				return err
			}
		}
	}
	return r.put(ctx, nil)
}

// tolerate lets reading go on without a timeline that the server refuses.
func (r *reader) tolerate(t timeline, err error) error {
	code := statusOf(err)
	if !t.optional || code < 400 || code >= 500 || code == http.StatusTooManyRequests || code == http.StatusUnauthorized {
		return err
	}
	r.lack(t.key, t.key+" cannot be read here: "+err.Error())
	return nil
}

// begin gives a timeline without a position the one before its newest page.
func (r *reader) begin(ctx context.Context, t timeline) error {
	if r.at.behind(t.key) != "" {
		return nil
	}
	entries, err := r.page(ctx, t, "")
	if err != nil {
		return err
	}
	first := nothingYet
	if len(entries) > 0 {
		first = before(entries[0].id)
	}
	r.at.pass(t.key, first)
	return nil
}

// entry is a post at its place in a timeline.
type entry struct {
	id   api.ID
	post *status // nil where there is none that makes sense
}

// fillOne reads a timeline page by page and moves its position; what the stream
// brought already is not emitted again. It asks for what is right behind the
// last page (min_id; since_id would give the newest), so that the cursor moves
// with each.
func (r *reader) fillOne(ctx context.Context, t timeline) error {
	for behind := r.at.behind(t.key); behind != ""; {
		entries, err := r.page(ctx, t, behind)
		if err != nil {
			return err
		}
		if len(entries) == 0 {
			r.regain(t.key)
			return nil
		}
		for _, e := range entries {
			if e.post != nil {
				if err := r.post(ctx, e.post); err != nil {
					return err
				}
			}
			r.at.pass(t.key, e.id)
		}
		behind = entries[len(entries)-1].id
	}
	return nil
}

// unused forgives that a hashtag is not found: some servers know it only once
// somebody has used it.
func unused(t timeline, err error) error {
	if statusOf(err) == http.StatusNotFound && strings.HasPrefix(t.key, keyHashtag) {
		return nil
	}
	return err
}

// page reads one page, the oldest first. What a server that does not know min_id
// gives again is left out.
func (r *reader) page(ctx context.Context, t timeline, behind api.ID) ([]entry, error) {
	params := maps.Clone(t.params)
	if params == nil {
		params = url.Values{}
	}
	params.Set("limit", strconv.Itoa(page))
	if behind != "" {
		params.Set("min_id", string(behind))
	}
	var raw []json.RawMessage
	if err := unused(t, r.api.get(ctx, t.path, params, &raw)); err != nil {
		return nil, err
	}
	var entries []entry
	for _, doc := range raw {
		if e, ok := entryOf(t.key, doc); ok && (behind == "" || e.id.Compare(behind) > 0) {
			entries = append(entries, e)
		}
	}
	slices.SortFunc(entries, func(a, b entry) int { return a.id.Compare(b.id) })
	return entries, nil
}

// entryOf decodes one element of a page. One that makes no sense keeps its place
// where it has an ID.
func entryOf(key string, doc json.RawMessage) (entry, bool) {
	var place struct {
		ID api.ID `json:"id"`
	}
	if json.Unmarshal(doc, &place) != nil || !sound(place.ID) {
		return entry{}, false
	}
	e := entry{id: place.ID}
	if key == keyMentions {
		var n notification
		if json.Unmarshal(doc, &n) == nil && n.Status != nil && sound(n.Status.ID) {
			e.post = n.Status
		}
		return e, true
	}
	var s status
	if json.Unmarshal(doc, &s) == nil {
		e.post = &s
	}
	return e, true
}

// remember takes up what an earlier process emitted: that is looked at again as
// well.
func (r *reader) remember(ctx context.Context) error {
	kept, err := r.env.Kept(ctx, Platform, revisited)
	if err != nil {
		return fmt.Errorf("mastodon: earlier posts: %w", err)
	}
	for _, m := range slices.Backward(kept) {
		var to ref
		if json.Unmarshal([]byte(m.Ref), &to) != nil || !sound(to.ID) || m.ID != r.id(to.ID) || r.recent.Has(string(to.ID)) {
			continue
		}
		r.recent.Put(string(to.ID), seen{edited: m.EditedAt, root: m.Thread, author: m.ThreadAuthor, known: m.Thread != ""})
	}
	return nil
}

// revisit looks at some earlier posts again, for edits and deletions.
func (r *reader) revisit(ctx context.Context) error {
	for _, name := range r.recent.Due(revisited, revisits) {
		var s status
		id := api.ID(name)
		err := r.api.get(ctx, "/api/v1/statuses/"+url.PathEscape(name), nil, &s)
		switch {
		case statusOf(err) == http.StatusNotFound || statusOf(err) == http.StatusGone:
			err = r.gone(ctx, id)
		case err == nil && s.ID == id:
			err = r.post(ctx, &s)
		case err == nil || errors.Is(err, connectors.ErrRefused):
			continue
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func reasons(lacking map[string]string) string {
	var out []string
	for _, key := range slices.Sorted(maps.Keys(lacking)) {
		out = append(out, lacking[key])
	}
	return strings.Join(out, "; ")
}
