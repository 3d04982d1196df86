package bluesky

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"goodgraces/connectors"
)

// remedyChat says where to click.
const remedyChat = "in Bluesky, under Settings, Privacy and security, App passwords, add one with Allow access to your direct messages ticked, and give it as password"

// listenFor is how long a check listens to the stream: a public one says
// something within milliseconds.
const listenFor = 2 * time.Second

// Check looks the accounts up, listens to the stream, and signs in. Nothing is
// posted.
func (b *Bluesky) Check(ctx context.Context) []connectors.Finding {
	ours, err := b.ownDIDs(ctx)
	if err != nil {
		return []connectors.Finding{connectors.Failed("accounts", err, "check the settings accounts and appview")}
	}
	found := []connectors.Finding{b.checkAccounts(ours), b.checkStream(ctx), b.checkPosts(ctx, ours)}
	if !b.api.signsIn() {
		return append(found, connectors.Lacking("reply", "no account signs in: posts are only read; make an app password (step 2) and give identifier and password"))
	}
	return append(found, b.checkSession(ctx)...)
}

func (b *Bluesky) checkAccounts(ours map[string]bool) connectors.Finding {
	var names []string
	for _, a := range b.accounts() {
		names = append(names, a.name)
	}
	if len(ours) == 0 {
		return connectors.Found("accounts", "none is watched, only keywords")
	}
	return connectors.Found("accounts", "watching %s", strings.Join(names, ", "))
}

// checkStream listens for one event.
func (b *Bluesky) checkStream(ctx context.Context) connectors.Finding {
	conn, err := b.dial(ctx, "")
	if err != nil {
		return connectors.Failed("stream", err, "stream must be the address of a Jetstream, such as "+defaultStream)
	}
	defer conn.Close()
	listen, cancel := context.WithTimeout(ctx, listenFor)
	defer cancel()
	raw, err := conn.Next(listen)
	switch {
	case listen.Err() != nil:
		return connectors.Lacking("stream", "connected, but nothing came within %s; on the public network something always does", listenFor)
	case err != nil:
		return connectors.Failed("stream", fmt.Errorf("bluesky: stream: %w", err), "")
	}
	if us := timeOf(raw); us > 0 {
		if late := b.env.Now().Sub(time.UnixMicro(us)); late > time.Minute {
			return connectors.Lacking("stream", "connected, but it is %s late, or our clock is wrong", late.Round(time.Second))
		}
	}
	return connectors.Found("stream", "connected, and events come")
}

// checkPosts reads one of our posts, or none, where posts are looked up before
// they are answered.
func (b *Bluesky) checkPosts(ctx context.Context, ours map[string]bool) connectors.Finding {
	did := "did:plc:none"
	for own := range ours {
		did = own
	}
	if _, err := b.look(ctx, postURI(did, "3jzfcijpj2z2a")); err != nil {
		return connectors.Failed("read posts", err, "check the setting appview")
	}
	return connectors.Found("read posts", "posts and profiles can be looked up")
}

// checkSession signs in and says what the app password allows.
func (b *Bluesky) checkSession(ctx context.Context) []connectors.Finding {
	var now struct {
		Handle string `json:"handle"`
		Active *bool  `json:"active"`
		Status string `json:"status"`
	}
	if err := b.api.do(ctx, call{name: "com.atproto.server.getSession"}, &now); err != nil {
		return []connectors.Finding{connectors.Failed("sign in", err, "check identifier and password: an app password looks like xxxx-xxxx-xxxx-xxxx")}
	}
	if now.Active != nil && !*now.Active {
		return []connectors.Finding{connectors.Failed("sign in", fmt.Errorf("the account @%s is %s", now.Handle, now.Status), "sign in to Bluesky with a browser to see why")}
	}
	s, _ := b.api.signIn(ctx) // it is there
	return []connectors.Finding{b.signedIn(now.Handle, s), b.checkReply(s), b.checkChat(ctx)}
}

// signedIn says as whom, and for how long.
func (b *Bluesky) signedIn(handle string, s session) connectors.Finding {
	words := "as @" + handle
	if ends := readToken(s.Refresh).expires(); !ends.IsZero() {
		words += fmt.Sprintf("; the session lasts until %s at the latest, and is renewed by itself", ends.UTC().Format("2 January 2006"))
	}
	if readToken(s.Access).Scope == "com.atproto.access" {
		return connectors.Lacking("sign in", "%s, with the account's own password, which opens everything: make an app password instead (step 2)", words)
	}
	return connectors.Found("sign in", "%s", words)
}

func (b *Bluesky) checkReply(s session) connectors.Finding {
	if scope := readToken(s.Access).Scope; scope == "com.atproto.signupQueued" || scope == "com.atproto.takendown" {
		return connectors.Lacking("reply", "the account may not post (%s); sign in to Bluesky with a browser to see why", scope)
	}
	return connectors.Found("reply", "answers can be posted, at no cost")
}

// checkChat reads one conversation.
func (b *Bluesky) checkChat(ctx context.Context) connectors.Finding {
	var out struct{}
	err := b.api.do(ctx, call{name: "chat.bsky.convo.listConvos", chat: true, params: url.Values{"limit": {"1"}}}, &out)
	switch {
	case errors.Is(err, errNoChat):
		return connectors.Lacking("private messages", "the app password does not allow them: %s", remedyChat)
	case err != nil:
		return connectors.Lacking("private messages", "%s", err)
	}
	return connectors.Found("private messages", "to those who take them; each author's settings are looked at before anything is drafted")
}

// token is what a session's token says of itself. It is a JWT that the server
// signed for itself: nothing rests on it but words.
type token struct {
	Scope string `json:"scope"`
	Exp   int64  `json:"exp"` // Unix seconds
}

func readToken(jwt string) (t token) {
	if parts := strings.Split(jwt, "."); len(parts) == 3 {
		payload, _ := base64.RawURLEncoding.DecodeString(parts[1])
		_ = json.Unmarshal(payload, &t) // a token of another kind says nothing
	}
	return t
}

func (t token) expires() time.Time {
	if t.Exp <= 0 {
		return time.Time{}
	}
	return time.Unix(t.Exp, 0)
}
