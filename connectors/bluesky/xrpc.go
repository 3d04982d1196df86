package bluesky

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"goodgraces/connectors"
	"goodgraces/connectors/rest"
)

// badScope begins the message of a server whose app password does not allow the
// call ("Bad token scope", "Bad token method").
const badScope = "Bad token"

// errNoChat: a part of Bluesky is closed to this app password.
var errNoChat = fmt.Errorf("%w: the app password does not allow access to direct messages", connectors.ErrUnauthorized)

// client calls the account's server on its behalf.
type client struct {
	service    string
	identifier string
	password   string
	chat       string // the service to which the account's server passes calls on
	env        connectors.Env

	mu      sync.Mutex // held while signing in, so that one call does it for all
	session *session   // nil until signed in
	tokens  []string   // of this session and the last: never shown

	off atomic.Int64 // how far the server's clock is ahead of ours, in nanoseconds
}

// session is what createSession and refreshSession answer.
type session struct {
	DID     string `json:"did"`
	Handle  string `json:"handle"`
	Access  string `json:"accessJwt"`
	Refresh string `json:"refreshJwt"`
}

// call is one XRPC call.
type call struct {
	name   string     // lexicon ID
	params url.Values // of a query
	input  any        // of a procedure; nil for a query
	chat   bool       // passed on to the chat service
}

// xrpcError is how a server says no.
type xrpcError struct {
	Name    string `json:"error"`
	Message string `json:"message"`
	err     error  // what it means for a send
}

func (e *xrpcError) Error() string { return e.err.Error() }
func (e *xrpcError) Unwrap() error { return e.err }

func newClient(s connectors.Settings, env connectors.Env) *client {
	return &client{
		service: s.String("service"), identifier: trimHandle(s.String("identifier")),
		password: s.String("password"), chat: s.String("chat"), env: env,
	}
}

// do makes a call as the account and decodes its answer. Where the server no
// longer knows the session, it is renewed and the call made once more: the
// server took nothing.
func (c *client) do(ctx context.Context, q call, out any) error {
	s, err := c.signIn(ctx)
	if err == nil {
		err = c.send(ctx, q, s.Access, out)
		if stale(err) {
			if s, err = c.renew(ctx, s); err == nil {
				err = c.send(ctx, q, s.Access, out)
			}
		}
	}
	return c.redact(err)
}

// stale reports whether the server refused the session rather than the call.
func stale(err error) bool {
	e := (*xrpcError)(nil)
	return errors.As(err, &e) && (e.Name == "ExpiredToken" || e.Name == "InvalidToken" || e.Name == "AuthMissing") &&
		!strings.HasPrefix(e.Message, badScope)
}

// signsIn reports whether an account is configured.
func (c *client) signsIn() bool { return c.password != "" }

// did returns the account's DID.
func (c *client) did(ctx context.Context) (string, error) {
	s, err := c.signIn(ctx)
	return s.DID, c.redact(err)
}

// signIn returns the session, after making one where there is none. Its errors
// say that nothing was sent.
func (c *client) signIn(ctx context.Context) (session, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.session != nil {
		return *c.session, nil
	}
	return c.create(ctx)
}

// create signs in with the password. c.mu is held.
func (c *client) create(ctx context.Context) (session, error) {
	if c.password == "" {
		return session{}, fmt.Errorf("bluesky: %w: give the settings identifier and password to reply", connectors.ErrMisconfigured)
	}
	return c.keep(ctx, call{
		name:  "com.atproto.server.createSession",
		input: map[string]string{"identifier": c.identifier, "password": c.password},
	}, "")
}

// renew replaces a session by means of its refresh token, or of the password
// where that is of no use either. One call does it for all.
func (c *client) renew(ctx context.Context, old session) (session, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.session != nil && c.session.Access != old.Access {
		return *c.session, nil // somebody else has
	}
	c.session = nil
	s, err := c.keep(ctx, call{name: "com.atproto.server.refreshSession", input: struct{}{}}, old.Refresh)
	if e := (*xrpcError)(nil); errors.As(err, &e) {
		s, err = c.create(ctx)
	}
	return s, err
}

// keep makes a call that answers with a session. c.mu is held.
func (c *client) keep(ctx context.Context, q call, token string) (session, error) {
	var s session
	err := c.send(ctx, q, token, &s)
	if err == nil && (!isDID(s.DID) || s.Access == "") {
		err = errors.New("the answer is no session")
	}
	if err != nil {
		return session{}, fmt.Errorf("bluesky: sign in: %w", rest.NotYet(err))
	}
	c.tokens = append([]string{s.Access, s.Refresh}, c.tokens[:min(2, len(c.tokens))]...)
	c.session = &s
	return s, nil
}

// send makes one call and decodes its answer into out.
func (c *client) send(ctx context.Context, q call, token string, out any) error {
	req, err := c.request(ctx, q, token)
	if err != nil {
		return fmt.Errorf("bluesky: %s: %w: %w", q.name, connectors.ErrNotSent, err)
	}
	answer, err := rest.Do(c.env.Client, req)
	if err != nil {
		return fmt.Errorf("bluesky: %s: %w", q.name, err)
	}
	now := c.env.Now()
	c.off.Store(int64(connectors.Clock(answer.Header, now).Sub(now)))
	if !answer.OK() {
		return fmt.Errorf("bluesky: %s: %w", q.name, c.refusal(answer))
	}
	if err := rest.Decode(answer.Body, out); err != nil {
		return fmt.Errorf("bluesky: %s: the answer makes no sense: %w", q.name, err)
	}
	return nil
}

// theirs is a time of ours by the server's clock, as its last answer told it.
func (c *client) theirs(at time.Time) time.Time { return at.Add(time.Duration(c.off.Load())) }

func (c *client) request(ctx context.Context, q call, token string) (*http.Request, error) {
	address := c.service + "/xrpc/" + q.name
	if len(q.params) > 0 {
		address += "?" + q.params.Encode()
	}
	req, err := get(ctx, address)
	if q.input != nil && err == nil {
		var body []byte
		if body, err = json.Marshal(q.input); err == nil {
			req, err = http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
		}
	}
	if err != nil {
		return nil, err
	}
	if q.input != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	if token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}
	if q.chat {
		req.Header.Set("Atproto-Proxy", c.chat)
	}
	return req, nil
}

// refusal turns an answer that is not OK into a typed error.
func (c *client) refusal(a *rest.Answer) error {
	e := &xrpcError{}
	_ = json.Unmarshal(a.Body, e) // an answer without words is still an answer
	e.err = a.Err(detail(a), c.env.Now())
	switch {
	case strings.HasPrefix(e.Message, badScope):
		e.err = fmt.Errorf("%w: %s: make one that does", errNoChat, detail(a))
	case e.Name == "ExpiredToken", e.Name == "InvalidToken", e.Name == "AuthMissing", e.Name == "AccountTakedown":
		e.err = fmt.Errorf("%w: %s", connectors.ErrUnauthorized, detail(a))
	}
	return e
}

// redact takes the secrets out of an error's text, in case a server echoes them.
func (c *client) redact(err error) error {
	if err == nil {
		return nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	return rest.Redact(err, append([]string{c.password}, c.tokens...)...)
}

// detail is what a server says in words, cut short.
func detail(a *rest.Answer) string {
	var e xrpcError
	if json.Unmarshal(a.Body, &e) != nil || e.Name == "" {
		return ""
	}
	said := []rune(strings.TrimSpace(e.Name + ": " + e.Message))
	return strings.ToValidUTF8(string(said[:min(len(said), 200)]), "?")
}
