package mastodon

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	api "github.com/mattn/go-mastodon"

	"goodgraces/connectors"
	"goodgraces/connectors/rest"
)

// client calls the server as the account.
type client struct {
	*api.Client
	base  string
	token string
	http  *http.Client
	now   func() time.Time
	known known
}

func newClient(s connectors.Settings, env connectors.Env) *client {
	c := &client{base: s.String("base_url"), token: strings.TrimSpace(s.String("token")), http: env.Client, now: env.Now}
	c.Client = api.NewClient(&api.Config{Server: c.base, AccessToken: c.token})
	c.Client.Client = http.Client{Transport: transport{c}}
	return c
}

// idempotencyKey is where a context carries the key of a write: go-mastodon has
// no parameter for it.
type idempotencyKey struct{}

func withKey(ctx context.Context, key string) context.Context {
	return context.WithValue(ctx, idempotencyKey{}, key)
}

// transport makes go-mastodon's calls: each one is tried once, its answer is
// bounded, and an answer that is not OK becomes a typed error before
// go-mastodon sees it (which waits and repeats on 429).
type transport struct{ *client }

// RoundTrip carries one call.
func (t transport) RoundTrip(req *http.Request) (*http.Response, error) {
	req = req.Clone(req.Context())
	if key, ok := req.Context().Value(idempotencyKey{}).(string); ok {
		req.Header.Set("Idempotency-Key", key)
	}
	answer, err := t.do(req)
	if err != nil {
		return nil, err
	}
	return &http.Response{
		Status: "200 OK", StatusCode: http.StatusOK, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: answer.Header, Body: io.NopCloser(bytes.NewReader(answer.Body)), Request: req,
	}, nil
}

// do makes one call and turns a refusal into a typed error.
func (c *client) do(req *http.Request) (*rest.Answer, error) {
	answer, err := rest.Do(c.http, req)
	if err != nil {
		return nil, err
	}
	if !answer.OK() {
		return nil, c.refusal(answer)
	}
	return answer, nil
}

// apiError is how the server says no.
type apiError struct {
	status  int
	message string
	err     error // what it means for a send
}

func (e *apiError) Error() string { return e.err.Error() }
func (e *apiError) Unwrap() error { return e.err }

// refusal says what an answer that is not OK means. 403 is the token's fault
// where the server speaks of scopes; otherwise this one call is not allowed.
func (c *client) refusal(a *rest.Answer) error {
	e := &apiError{status: a.Status, message: detail(a)}
	e.err = a.Err(e.message, c.now())
	if a.Status == http.StatusForbidden {
		e.err = fmt.Errorf("%w: status 403: %s", connectors.ErrRefused, e.message)
		if strings.Contains(strings.ToLower(e.message), "scope") {
			e.err = fmt.Errorf("%w: status 403: %s: the token lacks a scope (step 2 of the setup)", connectors.ErrUnauthorized, e.message)
		}
	}
	return e
}

// statusOf returns the status of the refusal in err; 0 where it is none.
func statusOf(err error) int {
	if e, ok := errors.AsType[*apiError](err); ok {
		return e.status
	}
	return 0
}

// detail is what a server says in words, cut short.
func detail(a *rest.Answer) string {
	var e struct {
		Error string `json:"error"`
		More  string `json:"error_description"`
	}
	if json.Unmarshal(a.Body, &e) != nil {
		return ""
	}
	said := []rune(strings.TrimSpace(e.Error + " " + e.More))
	return strings.ToValidUTF8(string(said[:min(len(said), 200)]), "?")
}

// get reads one answer into out.
func (c *client) get(ctx context.Context, path string, params url.Values, out any) error {
	address := c.base + path
	if len(params) > 0 {
		address += "?" + params.Encode()
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return fmt.Errorf("mastodon: %s: %w", path, err)
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	answer, err := c.do(req)
	if err == nil {
		err = rest.Decode(answer.Body, out)
	}
	if err != nil {
		return c.failed("read "+path, err)
	}
	return nil
}

// failed says which call failed. The address that net/http adds, and the token,
// are left out.
func (c *client) failed(what string, err error) error {
	if err == nil {
		return nil
	}
	if addressed, ok := errors.AsType[*url.Error](err); ok {
		err = addressed.Err
	}
	return rest.Redact(fmt.Errorf("mastodon: %s: %w", what, err), c.token)
}
