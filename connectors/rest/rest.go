// Package rest makes HTTP calls to platforms and says what an answer, or the
// lack of one, means for a send: was it taken, refused, or may it stand?
package rest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"strings"
	"sync/atomic"
	"time"

	"goodgraces/connectors"
)

// maxBody is how much of an answer is read, in bytes.
const maxBody = 4 << 20

// Answer is a whole answer of a platform.
type Answer struct {
	Status int
	Header http.Header
	Body   []byte
}

// OK reports whether the platform did what was asked.
func (a *Answer) OK() bool { return a.Status >= 200 && a.Status < 300 }

// Do makes one call and reads the whole answer, whatever its status. Redirects
// are not followed: one would turn a POST into a GET. A call with a body is never
// repeated behind our back, as net/http does on a dropped connection where it
// sees an Idempotency-Key.
//
// An error wraps connectors.ErrNotSent when no connection was made, so that
// the platform certainly saw nothing. Any other error says that it may have.
func Do(client *http.Client, req *http.Request) (*Answer, error) {
	if err := req.Context().Err(); err != nil {
		return nil, fmt.Errorf("%s: %w: %w", req.URL.Host, connectors.ErrNotSent, err)
	}
	once := *client
	once.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	var asked, connected atomic.Bool
	req = req.WithContext(httptrace.WithClientTrace(req.Context(), &httptrace.ClientTrace{
		GetConn: func(string) { asked.Store(true) },
		GotConn: func(httptrace.GotConnInfo) { connected.Store(true) },
	}))
	req.GetBody = nil // without it, net/http cannot repeat the call
	resp, err := once.Do(req)
	if err != nil {
		err = bare(err)
		var dial *net.OpError
		if asked.Load() && !connected.Load() || errors.As(err, &dial) && dial.Op == "dial" {
			return nil, fmt.Errorf("%s: %w: %w", req.URL.Host, connectors.ErrNotSent, err)
		}
		return nil, fmt.Errorf("%s: no answer: %w", req.URL.Host, err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxBody+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: answer %d broke off: %w", req.URL.Host, resp.StatusCode, err)
	case len(body) > maxBody:
		return nil, fmt.Errorf("%s: answer %d is longer than 4 MB", req.URL.Host, resp.StatusCode)
	}
	return &Answer{Status: resp.StatusCode, Header: resp.Header, Body: body}, nil
}

// bare takes the address off an error: it may hold what must not be logged.
func bare(err error) error {
	if addressed, ok := errors.AsType[*url.Error](err); ok {
		return addressed.Err
	}
	return err
}

// Decode reads a body, which is JSON, into out. null says nothing and is an
// error: what was not told must not be taken for "there is none".
func Decode(body []byte, out any) error {
	if bytes.Equal(bytes.TrimSpace(body), []byte("null")) {
		return errors.New("the answer is null")
	}
	return json.Unmarshal(body, out)
}

// Err says what a status that is not OK means for a write. detail is what the
// platform said, in words.
func (a *Answer) Err(detail string, now time.Time) error {
	said := fmt.Sprintf("status %d", a.Status)
	if detail != "" {
		said += ": " + detail
	}
	switch {
	case a.Status == http.StatusTooManyRequests:
		return fmt.Errorf("%s: %w", said, &connectors.RateLimitError{After: a.RetryAfter(now)})
	case a.Status == http.StatusUnauthorized, a.Status == http.StatusForbidden, a.Status == http.StatusProxyAuthRequired:
		return fmt.Errorf("%w: %s", connectors.ErrUnauthorized, said)
	case a.Status == http.StatusRequestTimeout, a.Status == http.StatusConflict, a.Status == http.StatusTooEarly:
		return errors.New(said) // another attempt may be under way
	case a.Status >= 400 && a.Status < 500:
		return fmt.Errorf("%w: %s", connectors.ErrRefused, said)
	case a.Status >= 300 && a.Status < 400:
		return fmt.Errorf("%w: %s: it answers with a redirect; give the address that it leads to", connectors.ErrMisconfigured, said)
	}
	return errors.New(said)
}

// RetryAfter reads when to come back. Zero when the platform did not say.
func (a *Answer) RetryAfter(now time.Time) time.Duration { return connectors.RetryAfter(a.Header, now) }

// steady is how far two clocks may differ before it is said, and well within what
// calls that are signed with the time stand: 5 minutes, as a rule.
const steady = time.Minute

// ClockOff says by how much our clock differs from the one that answered; "" where
// it does not. A call that is signed with the time is refused over that.
func (a *Answer) ClockOff(now time.Time) string {
	off := now.Sub(connectors.Clock(a.Header, now))
	way := "ahead of"
	if off < 0 {
		off, way = -off, "behind"
	}
	if off < steady {
		return ""
	}
	return fmt.Sprintf("our clock is %s %s theirs, which a signed call does not stand: set it right", off.Round(time.Minute), way)
}

// NotYet turns the failure of a step before the write into one that says that
// nothing was written: what is not typed becomes connectors.ErrNotSent.
func NotYet(err error) error {
	if err == nil || Typed(err) {
		return err
	}
	return fmt.Errorf("%w: %w", connectors.ErrNotSent, err)
}

// Typed reports whether an error says by itself that nothing was written.
func Typed(err error) bool {
	for _, known := range []error{
		connectors.ErrUnauthorized, connectors.ErrMisconfigured, connectors.ErrRefused,
		connectors.ErrCannotMessage, connectors.ErrNotSent,
	} {
		if errors.Is(err, known) {
			return true
		}
	}
	var limited *connectors.RateLimitError
	return errors.As(err, &limited)
}

// Redact returns an error whose text holds none of the secrets. What it wraps
// stays reachable through errors.Is and errors.As.
func Redact(err error, secrets ...string) error {
	if err == nil {
		return nil
	}
	text := err.Error()
	for _, s := range secrets {
		if s != "" {
			text = strings.ReplaceAll(text, s, "***")
		}
	}
	if text == err.Error() {
		return err
	}
	return &redacted{text, err}
}

type redacted struct {
	text string
	err  error
}

func (r *redacted) Error() string        { return r.text }
func (r *redacted) Is(target error) bool { return errors.Is(r.err, target) }
func (r *redacted) As(target any) bool   { return errors.As(r.err, target) }
