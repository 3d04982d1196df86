package pipeline

import (
	"net/http"
	"strings"
	"time"

	"goodgraces/connectors"
	"goodgraces/store"
)

// metered counts requests and obeys what the platform says of its limits.
type metered struct {
	host *Host
	next http.RoundTripper
}

// RoundTrip implements http.RoundTripper. What is not sent fails with a
// *connectors.RateLimitError.
func (m metered) RoundTrip(req *http.Request) (*http.Response, error) {
	if err := m.admit(req); err != nil {
		if req.Body != nil {
			_ = req.Body.Close() // as RoundTripper promises
		}
		return nil, err
	}
	resp, err := m.next.RoundTrip(req)
	if err == nil {
		m.learn(req, resp)
	}
	return resp, err
}

// admit books a request, unless the platform wants none of its kind now. Where
// the store is away, the platform says it again.
func (m metered) admit(req *http.Request) error {
	h := m.host
	until, err := h.store.HeldUntil(req.Context(), h.is.Connector, callOf(req))
	if wait := until.Sub(h.now()); err == nil && wait > 0 {
		return &connectors.RateLimitError{After: wait}
	}
	return h.book(req.Context(), store.Usage{Requests: 1})
}

// longestHold bounds what is believed of a platform's word.
const longestHold = 24 * time.Hour

// learn keeps that the platform wants no more calls like this one for a while.
func (m metered) learn(req *http.Request, resp *http.Response) {
	h := m.host
	if !connectors.Exhausted(resp.StatusCode, resp.Header) {
		return
	}
	now := h.now()
	if wait := min(connectors.RetryAfter(resp.Header, now), longestHold); wait > 0 {
		_ = h.store.HoldCalls(req.Context(), h.is.Connector, callOf(req), now.Add(wait)) // else the platform says it again
	}
}

// limitedApart are parts of a path behind which an ID belongs to the kind of a
// call: Discord limits each channel, server and webhook on its own (its manual,
// Rate Limits: top-level resources).
var limitedApart = map[string]bool{"channels": true, "guilds": true, "webhooks": true}

// longestID is a 64-bit number's: longer ones make no kind of their own.
const longestID = 20

// callOf names the kind of a call: platforms limit each on its own. Other parts
// of the path that name one thing stand for all of them.
func callOf(req *http.Request) string {
	parts := strings.Split(req.URL.Path, "/")
	for i, part := range parts {
		if i > 0 && limitedApart[parts[i-1]] && isID(part) {
			continue
		}
		if len(part) > 40 || strings.ContainsAny(part, "0123456789@:%") && !isVersion(part) {
			parts[i] = "*"
		}
	}
	return req.Method + " " + req.URL.Host + strings.Join(parts, "/")
}

// isID recognises a number that names one thing.
func isID(part string) bool {
	return part != "" && len(part) <= longestID && strings.Trim(part, "0123456789") == ""
}

// isVersion recognises the version in a path: v1, 2, v1.1.
func isVersion(part string) bool {
	number := strings.TrimPrefix(part, "v")
	return len(number) == 1 || len(number) == 3 && number[1] == '.'
}
