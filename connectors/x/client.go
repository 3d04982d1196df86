package x

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"sync"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/rest"
)

// client calls the API, as the account or as the app.
type client struct {
	base    string
	env     connectors.Env
	account *identity // nil where no account signs in
	app     *identity // nil without a bearer token
	secrets []string  // as configured

	mu   sync.Mutex
	shut error     // why nothing that costs is read any more
	till time.Time // until then
}

// call is one call of the API.
type call struct {
	method, path string
	params       url.Values
	input        any  // body, as JSON; nil for none
	asApp        bool // rather than as the account, where there is one
}

func get(path string, params url.Values) call {
	return call{method: http.MethodGet, path: path, params: params}
}

func newClient(name string, s connectors.Settings, env connectors.Env) *client {
	c := &client{base: s.String("base_url"), env: env}
	switch {
	case s.String("access_token") != "":
		c.account = signed(s, env)
	case s.String("client_id") != "":
		c.account = refreshed(name, s, env)
	}
	if token := s.String("bearer_token"); token != "" {
		c.app = bearer(token, env)
	}
	for _, set := range credentials() {
		if v := s.String(set.Key); set.Secret && v != "" {
			c.secrets = append(c.secrets, v, url.QueryEscape(v))
		}
	}
	return c
}

func (c *client) signsIn() bool { return c.account != nil }

// as is who makes a call.
func (c *client) as(q call) *identity {
	if c.account == nil || q.asApp && c.app != nil {
		return c.app
	}
	return c.account
}

// do makes a call and decodes its answer into out. An OAuth 2.0 token that X
// no longer takes is renewed, and the call made once more: X took nothing.
func (c *client) do(ctx context.Context, q call, out any) (*rest.Answer, error) {
	who := c.as(q)
	token, err := who.token(ctx)
	if err != nil {
		return nil, c.wrap(q, who, rest.NotYet(err))
	}
	answer, err := c.send(ctx, q, who, token)
	if err == nil && stale(answer) && who.renew != nil {
		if token, err = who.renew(ctx, token); err != nil {
			return nil, c.wrap(q, who, rest.NotYet(err))
		}
		answer, err = c.send(ctx, q, who, token)
	}
	switch {
	case err != nil:
		return nil, c.wrap(q, who, err)
	case !answer.OK():
		return nil, c.wrap(q, who, meaning(q, answer, c.env.Now()))
	}
	if err := rest.Decode(answer.Body, out); err != nil {
		return nil, c.wrap(q, who, fmt.Errorf("the answer makes no sense: %w", err))
	}
	c.env.Heard()
	return answer, nil
}

func (c *client) send(ctx context.Context, q call, who *identity, token string) (*rest.Answer, error) {
	req, err := c.request(ctx, q, token)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", connectors.ErrNotSent, err)
	}
	return rest.Do(who.client, req)
}

func (c *client) request(ctx context.Context, q call, token string) (*http.Request, error) {
	address := c.base + q.path
	if len(q.params) > 0 {
		address += "?" + q.params.Encode()
	}
	var body []byte
	if q.input != nil {
		var err error
		if body, err = json.Marshal(q.input); err != nil {
			return nil, err
		}
	}
	req, err := http.NewRequestWithContext(ctx, q.method, address, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	if q.input != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	if token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}
	return req, nil
}

// wrap says which call failed, and no secret.
func (c *client) wrap(q call, who *identity, err error) error {
	secrets := c.secrets
	if who.tokens != nil {
		secrets = append(who.tokens(), secrets...)
	}
	return rest.Redact(fmt.Errorf("x: %s: %w", what(q), err), secrets...)
}

// mayRead says whether the day's budget still holds reading.
func (c *client) mayRead() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if now := c.env.Now(); c.shut != nil && now.Before(c.till) {
		return c.shut
	}
	c.shut = nil
	return nil
}

// paid books what a read brought: nobody knows its price before. Where the
// budget does not hold it, nothing more is read until the next one begins, so
// that a budget is overrun by one page at most.
func (c *client) paid(ctx context.Context, each care.Money, n int) {
	err := c.env.Pay(ctx, each*care.Money(n))
	if err == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.shut, c.till = err, c.env.Now().Add(max(wait(err), time.Second))
}
