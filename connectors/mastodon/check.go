package mastodon

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"strings"

	api "github.com/mattn/go-mastodon"

	"goodgraces/connectors"
)

// remedy says where to click; the name is that of Mastodon's own pages.
const remedy = "on the server, under Preferences, Development, open the application, tick the scope, save (step 2), and regenerate the access token (step 3)"

// Check looks at the server, the account and every permission. Nothing is
// posted.
func (m *Mastodon) Check(ctx context.Context) []connectors.Finding {
	s, err := m.api.ask(ctx)
	if err != nil {
		return []connectors.Finding{connectors.Failed("server", err, "check base_url: it must be the address of the server itself, without the name of an account (step 4); where a browser does not open it either, the server is down")}
	}
	found := []connectors.Finding{connectors.Found("server", "version %s; a post has up to %d characters", cut(s.version), s.limit)}
	m.api.known.me.Store(nil) // ask anew
	me, err := m.api.whoami(ctx)
	if err != nil {
		return append(found, connectors.Failed("sign in", err, signInRemedy(err)))
	}
	m.tellEnd(ctx)
	found = append(found, connectors.Found("sign in", "as @%s", m.handle(account{Acct: me.Acct})))
	found = append(found, m.checkMentions(ctx), m.checkStream(ctx, s))
	found = append(found, m.checkTimelines(ctx, me.ID)...)
	return append(found, m.checkWrite(ctx), m.checkBlocks(ctx, me.ID))
}

// signInRemedy is for what the server did not say: whoami names the step of a
// refusal.
func signInRemedy(err error) string {
	if errors.Is(err, connectors.ErrUnauthorized) {
		return ""
	}
	return "check base_url: it must be the address of the server that the account is on (step 4)"
}

// reachable adds what to do about a server that cannot be reached, or where
// none answers.
func reachable(err error) error {
	_, limited := errors.AsType[*connectors.RateLimitError](err)
	if limited || errors.Is(err, connectors.ErrUnauthorized) || statusOf(err) >= 500 {
		return err
	}
	return fmt.Errorf("%w; where a browser does not open it either, the server is down; otherwise check base_url (step 4 of the setup), and that this machine reaches it through firewalls and proxies", err)
}

func (m *Mastodon) checkMentions(ctx context.Context) connectors.Finding {
	if err := m.peek(ctx, m.timelines("")[0]); err != nil {
		return connectors.Failed("read mentions", err, "the scope read:notifications is missing: "+remedy)
	}
	return connectors.Found("read mentions", "the notifications can be read")
}

// checkStream opens the stream and closes it again.
func (m *Mastodon) checkStream(ctx context.Context, s server) connectors.Finding {
	st, err := m.open(ctx, s)
	if err != nil {
		why := "a self-hosted server must let WebSockets through to its streaming service; where that is elsewhere, give its address as stream"
		if errors.Is(err, connectors.ErrUnauthorized) {
			why = remedy
		}
		return connectors.Lacking("stream", "%s; %s; until then the timelines are read instead, as often as poll says (%s)", err, why, m.set.Duration("poll"))
	}
	st.conn.Close() // it was only tried
	return connectors.Found("stream", "connected, and closed again")
}

// checkTimelines looks at what is read besides the mentions.
func (m *Mastodon) checkTimelines(ctx context.Context, me api.ID) []connectors.Finding {
	var found []connectors.Finding
	for _, t := range m.timelines(me)[1:] {
		step := "read " + strings.ReplaceAll(t.key, ":", " ")
		if err := m.peek(ctx, t); err != nil {
			found = append(found, connectors.Lacking(step, "%s; %s", err, timelineRemedy(t, err)))
			continue
		}
		found = append(found, connectors.Found(step, "it can be read"))
	}
	return found
}

func timelineRemedy(t timeline, err error) string {
	switch {
	case errors.Is(err, connectors.ErrUnauthorized):
		return "the scope read:statuses is missing: " + remedy
	case strings.HasPrefix(t.key, "public"):
		return "whether it can be read is for the server's administrators to say: ask them, or set public to none (step 5)"
	}
	return "whether it can be read is for the server's administrators to say"
}

// peek reads one post of a timeline.
func (m *Mastodon) peek(ctx context.Context, t timeline) error {
	params := url.Values{"limit": {"1"}}
	maps.Copy(params, t.params)
	var page []any
	return unused(t, m.api.get(ctx, t.path, params, &page))
}

// checkWrite deletes a post that cannot exist, since Mastodon counts from 1:
// without the scope the server says so before it looks for the post.
func (m *Mastodon) checkWrite(ctx context.Context) connectors.Finding {
	err := m.api.DeleteStatus(ctx, "0")
	switch code := statusOf(err); {
	case code == http.StatusNotFound || code == http.StatusGone || code == http.StatusBadRequest || code == http.StatusUnprocessableEntity:
		return connectors.Found("reply", "answers and private mentions can be posted")
	case code == http.StatusForbidden || code == http.StatusUnauthorized:
		return connectors.Lacking("reply", "%s; the scope write:statuses is missing, so posts are only read: %s", m.api.failed("ask whether answers can be posted", err), remedy)
	case err == nil:
		return connectors.Lacking("reply", "the server says that it deleted a post that does not exist; whether answers can be posted is not known")
	}
	return connectors.Failed("reply", m.api.failed("ask whether answers can be posted", err), "")
}

func (m *Mastodon) checkBlocks(ctx context.Context, me api.ID) connectors.Finding {
	if _, err := m.blocked(ctx, me); err != nil {
		return connectors.Lacking("blocks", "%s; the scope read:follows is missing, so nobody is told before drafting that an author has blocked us: %s", err, remedy)
	}
	return connectors.Found("blocks", "who has blocked us is known before anything is drafted")
}
