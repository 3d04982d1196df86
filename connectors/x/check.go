package x

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"goodgraces/connectors"
	"goodgraces/connectors/calls"
)

func isGone(err error) bool { return errors.Is(err, errGone) }

// Check signs in, reads the newest few posts and says what the keys allow.
func (x *X) Check(ctx context.Context) []connectors.Finding {
	own, err := x.own.get(ctx)
	if err != nil {
		return []connectors.Finding{connectors.Failed("sign in", err, unreached(err))}
	}
	found := []connectors.Finding{x.checkAccounts(own)}
	found = append(found, x.checkFeeds(ctx, own)...)
	if x.mode() == readStream {
		found = append(found, x.checkStream(ctx, own))
	}
	if x.mode() == readWebhook {
		found = append(found, connectors.Found("webhook", "register %s with X and subscribe the account (step 6); X's challenge is answered there", calls.Where(x.name)))
	}
	return append(found, x.checkWriting()...)
}

func (x *X) checkAccounts(own ours) connectors.Finding {
	var names []string
	for _, h := range own.handles() {
		names = append(names, "@"+h)
	}
	switch {
	case own.self.ID != "":
		return connectors.Found("sign in", "as @%s; watching %s", own.self.Username, strings.Join(names, ", "))
	case len(names) > 0:
		return connectors.Found("sign in", "as the app alone; watching %s", strings.Join(names, ", "))
	}
	return connectors.Found("sign in", "as the app alone; no account is watched, only keywords")
}

// unreached is the remedy where X did not answer at all: its own errors have
// theirs.
func unreached(err error) string {
	if !errors.Is(err, connectors.ErrNotSent) {
		return ""
	}
	return "leave the setting base_url out, and see that this machine reaches X through firewalls and proxies"
}

// checkFeeds reads the newest ten of each feed: at most five cents each.
func (x *X) checkFeeds(ctx context.Context, own ours) []connectors.Finding {
	feeds, err := x.feeds(own)
	if err != nil {
		return []connectors.Finding{connectors.Failed("search", err, "")}
	}
	var found []connectors.Finding
	r := &reader{X: x, own: own}
	for _, f := range feeds {
		step := "read mentions"
		if f.query != "" {
			step = "search"
		}
		p, _, err := r.ask(ctx, f, mark{})
		if err != nil {
			found = append(found, connectors.Failed(step, err, ""))
			continue
		}
		x.api.paid(ctx, f.price, len(p.Data))
		found = append(found, connectors.Found(step, "%d of the newest %d%s", len(p.Data), startSize, ofQuery(f.query)))
	}
	return found
}

func ofQuery(query string) string {
	if query == "" {
		return ""
	}
	return " for " + strconv.Quote(query)
}

// checkWriting says what the app's permission allows. By OAuth 1.0a X tells it
// with every answer; by OAuth 2.0 the scopes were chosen when the account was
// authorised, and X tells only when they lack.
func (x *X) checkWriting() []connectors.Finding {
	if !x.signsIn() {
		return []connectors.Finding{connectors.Lacking("reply", "no account signs in: it only reads; configure api_key, api_secret, access_token and access_secret (step 4)")}
	}
	x.own.mu.Lock()
	level := x.own.access
	x.own.mu.Unlock()
	reply := connectors.Found("reply", "to those who mention or quote the account, %s each", x.price["reply"])
	message := connectors.Found("private messages", "to those who take them, %s each", x.price["message"])
	switch {
	case level == "read":
		reply = connectors.Lacking("reply", "the app's permission is Read: %s", remedyPermission)
		message = connectors.Lacking("private messages", "the app's permission is Read: %s", remedyPermission)
	case level != "" && !strings.Contains(level, "directmessages"):
		message = connectors.Lacking("private messages", "the app's permission is Read and write: %s", remedyPermission)
	case level == "":
		message.Note += fmt.Sprintf("; X does not say here whether it is allowed: it needs the scopes %s", scopes)
	}
	return []connectors.Finding{reply, message}
}

// scopes are those that an account must be authorised with by OAuth 2.0.
const scopes = "tweet.read tweet.write users.read dm.read dm.write offline.access"
