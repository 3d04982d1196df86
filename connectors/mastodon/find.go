package mastodon

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	api "github.com/mattn/go-mastodon"

	"goodgraces/care"
	"goodgraces/connectors"
)

const (
	// ownPages bounds how many pages of our own posts are read to find one.
	ownPages = 5
	// clockSlack is how far our clock and the server's may differ.
	clockSlack = 2 * time.Hour
)

// Find looks for a send below the post that it answers, and among our own posts
// where the post is gone or its thread is long: by account, parent, text, and
// whether its author alone sees it.
func (m *Mastodon) Find(ctx context.Context, s care.Send) (care.Receipt, error) {
	to, err := m.target(s)
	if err != nil {
		return care.Receipt{}, err
	}
	me, err := m.api.whoami(ctx)
	if err != nil {
		return care.Receipt{}, err
	}
	thread, err := m.context(ctx, to.ID)
	if code := statusOf(err); err != nil && code != http.StatusNotFound && code != http.StatusGone {
		return care.Receipt{}, err
	}
	is := sameSend(s, to, me.ID)
	for i := range thread.Descendants {
		if p := &thread.Descendants[i]; is(p) {
			return m.receipt(p), nil
		}
	}
	return m.findOwn(ctx, s, me.ID, is)
}

// findOwn looks through our own posts, back to when the send was approved.
func (m *Mastodon) findOwn(ctx context.Context, s care.Send, me api.ID, is func(*status) bool) (care.Receipt, error) {
	params := url.Values{"limit": {strconv.Itoa(page)}, "exclude_reblogs": {"true"}}
	for range ownPages {
		var posts []status
		if err := m.api.get(ctx, "/api/v1/accounts/"+url.PathEscape(string(me))+"/statuses", params, &posts); err != nil {
			return care.Receipt{}, err
		}
		if i := slices.IndexFunc(posts, func(p status) bool { return is(&p) }); i >= 0 {
			return m.receipt(&posts[i]), nil
		}
		switch reached, err := reaches(posts, s.CreatedAt.Add(-clockSlack)); {
		case err != nil:
			return care.Receipt{}, err
		case reached:
			return care.Receipt{}, fmt.Errorf("mastodon: %s: %w", s.ID, connectors.ErrNotFound)
		}
		params.Set("max_id", string(posts[len(posts)-1].ID))
	}
	return care.Receipt{}, fmt.Errorf("mastodon: %s: the account has posted more than %d times since", s.ID, ownPages*page)
}

// reaches reports whether a page of our posts, the newest first, goes back to a
// time, or is behind the last. A page that names no posts was not read.
func reaches(posts []status, back time.Time) (bool, error) {
	if posts != nil && len(posts) == 0 {
		return true, nil
	}
	if len(posts) == 0 || !sound(posts[len(posts)-1].ID) || posts[len(posts)-1].CreatedAt.IsZero() {
		return false, errors.New("mastodon: our own posts: the answer makes no sense")
	}
	return posts[len(posts)-1].CreatedAt.Before(back), nil
}

// sameSend recognises the post that a send became.
func sameSend(s care.Send, to ref, me api.ID) func(*status) bool {
	private := s.Kind == care.SendPrivate || answerVisibility(to.Visibility) == api.VisibilityDirectMessage
	text := fingerprint(s.Text)
	return func(p *status) bool {
		return p.Account.ID == me && p.InReplyTo == to.ID && (p.Visibility == api.VisibilityDirectMessage) == private &&
			fingerprint(plain(p.Content)) == text
	}
}

func (m *Mastodon) receipt(p *status) care.Receipt {
	return care.Receipt{ID: m.id(p.ID), URL: webAddress(p.URL), At: p.CreatedAt.UTC()}
}

// Verify reads the post at an address of our server and says whether it is our
// answer to the mention.
func (m *Mastodon) Verify(ctx context.Context, mention care.Mention, address string) (care.Receipt, error) {
	to, err := m.target(care.Send{Mention: mention})
	if err != nil {
		return care.Receipt{}, fmt.Errorf("%w: %w", connectors.ErrNotFound, err)
	}
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || webAddress(address) == "" || !strings.EqualFold(u.Host, m.host) || !sound(api.ID(path.Base(u.Path))) {
		return care.Receipt{}, fmt.Errorf("mastodon: %w: paste the address of our answer on %s, such as https://%s/@name/123", connectors.ErrNotFound, m.host, m.host)
	}
	me, err := m.api.whoami(ctx)
	if err != nil {
		return care.Receipt{}, err
	}
	var p status
	err = m.api.get(ctx, "/api/v1/statuses/"+path.Base(u.Path), nil, &p)
	switch {
	case statusOf(err) == http.StatusNotFound:
		return care.Receipt{}, fmt.Errorf("mastodon: %w: there is no post at this address", connectors.ErrNotFound)
	case err != nil:
		return care.Receipt{}, err
	case !sound(p.ID):
		return care.Receipt{}, errors.New("mastodon: verify: the answer names no post")
	case p.Account.ID != me.ID:
		return care.Receipt{}, fmt.Errorf("mastodon: %w: the post there is not by @%s", connectors.ErrNotFound, me.Acct)
	case p.InReplyTo != to.ID:
		return care.Receipt{}, fmt.Errorf("mastodon: %w: the post there answers another post", connectors.ErrNotFound)
	}
	return m.receipt(&p), nil
}
