package reddit

import (
	"context"
	"errors"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/mmcdole/gofeed"

	"goodgraces/care"
	"goodgraces/connectors/feeds"
	"goodgraces/connectors/markup"
)

// revisited is how many stored posts are looked at again in turn, one after each
// feed that was read: with one feed every five minutes, each comes up within
// nine hours.
const revisited = 100

// again looks at one stored post by its own feed, and returns it where it is gone.
// What cannot be looked at now comes up again. now is what a feed of Reddit's has
// just listed, or nil.
func (r *Reddit) again(ctx context.Context, now *gofeed.Feed) []care.Mention {
	m, ok := r.next(ctx, now)
	if !ok || !r.gone(ctx, m, now) {
		return nil
	}
	return []care.Mention{{ID: m.ID, Platform: Platform, Connector: m.Connector, Author: care.Author{ID: m.Author.ID}, Deleted: true}}
}

// next takes the post whose turn it is, of the kind that was just listed where
// there is one: shown needs such a one beside it.
func (r *Reddit) next(ctx context.Context, now *gofeed.Feed) (care.Mention, bool) {
	if len(r.due) == 0 {
		kept, err := r.env.Kept(ctx, Platform, revisited)
		if err != nil {
			return care.Mention{}, false // there is another time
		}
		r.due = slices.DeleteFunc(kept, func(m care.Mention) bool { return !names(m.URL, m.ID) })
	}
	if len(r.due) == 0 {
		return care.Mention{}, false
	}
	kind := ""
	if now != nil && len(now.Items) > 0 {
		kind = kindOf(now.Items[0].GUID)
	}
	i := max(0, slices.IndexFunc(r.due, func(m care.Mention) bool { return kindOf(m.ID) == kind }))
	m := r.due[i]
	r.due = slices.Delete(r.due, i, i+1)
	return m, true
}

// kindOf is what an ID begins with: t3 is a post, t1 a comment.
func kindOf(id string) string {
	kind, _, _ := strings.Cut(id, "_")
	return kind
}

// names reports whether an address is that of the post or comment with an ID.
func names(address, id string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	path := permalink.FindStringSubmatch(u.Path)
	return path != nil && (path[2] == "" && id == "t3_"+path[1] || path[2] != "" && id == "t1_"+path[2])
}

// gone reports whether a post was deleted or taken down. That it is not found
// proves this only where another, which was listed a moment ago, is: Reddit may
// have stopped to give such feeds.
func (r *Reddit) gone(ctx context.Context, m care.Mention, now *gofeed.Feed) bool {
	item, err := r.find(ctx, m.ID, m.URL)
	page, isPage := errors.AsType[*feeds.PageError](err)
	switch {
	case isPage:
		return tells(page, m)
	case err != nil && !errors.Is(err, feeds.ErrNoFeed):
		return false
	case item != nil:
		return deleted(item)
	}
	return now != nil && r.shown(ctx, m.ID, now)
}

// shown reports whether the first post of a list that is of a kind with another
// is found by its own feed.
func (r *Reddit) shown(ctx context.Context, other string, now *gofeed.Feed) bool {
	for _, item := range now.Items {
		if item.GUID != other && kindOf(item.GUID) == kindOf(other) && names(item.Link, item.GUID) {
			found, err := r.find(ctx, item.GUID, item.Link)
			return err == nil && found != nil && !deleted(found)
		}
	}
	return false
}

// find reads a post by the feed of its own address, on base_url; nil where that
// does not list it.
func (r *Reddit) find(ctx context.Context, id, address string) (*gofeed.Item, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, err
	}
	feed, err := r.Fetch(ctx, r.set.String("base_url")+strings.TrimRight(u.Path, "/")+"/.rss")
	if err != nil {
		return nil, err
	}
	for _, item := range feed.Items {
		if item != nil && item.GUID == id {
			return item, nil
		}
	}
	return nil, nil
}

// nobody is the author of what was deleted, where one is named at all.
const nobody = "[deleted]"

// placeholder is what stands in place of a text: [deleted], [removed], [deleted by
// user], [ Removed by Reddit ].
var placeholder = regexp.MustCompile(`(?i)^\[ ?(?:deleted|removed)\b[^\]]*\]$`)

// deleted reports whether an entry is what Reddit leaves of a post. Its author and
// a text of theirs must be gone: an account that was deleted leaves its texts, and
// anybody may write "[deleted]". Outside the marks of a text Reddit alone writes
// (r2's link.xml and comment.xml: github.com/reddit-archive/reddit).
func deleted(item *gofeed.Item) bool {
	if !holdsText(item) && strings.HasPrefix(markup.Text(item.Content), "[removed]") {
		return true
	}
	author := writer(item)
	if author != "" && author != nobody {
		return false
	}
	text := body(item)
	if kindOf(item.GUID) == "t1" {
		return placeholder.MatchString(text)
	}
	return placeholder.MatchString(text) || placeholder.MatchString(markup.Text(item.Title)) || author == nobody && text == ""
}

// writer is an entry's author as Reddit shows it, without u/; "" for none.
func writer(item *gofeed.Item) string {
	if len(item.Authors) == 0 || item.Authors[0] == nil {
		return ""
	}
	return handle(item.Authors[0].Name)
}
