package connectors_test

import (
	"net/http"
	"testing"
	"time"

	"goodgraces/connectors"
)

func TestRetryAfter(t *testing.T) {
	now := time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name, value string
		want        time.Duration
	}{
		{"Retry-After", "7", 7 * time.Second},
		{"Retry-After", "Sat, 28 Nov 2026 12:01:00 GMT", time.Minute},
		{"Retry-After", "Sat, 28 Nov 2026 11:00:00 GMT", 0},
		{"X-RateLimit-Reset-After", "1.5", 1500 * time.Millisecond},        // Discord
		{"X-RateLimit-Reset", "2026-11-28T12:05:00.000Z", 5 * time.Minute}, // Mastodon
		{"x-rate-limit-reset", "1795867500", 5 * time.Minute},              // X
		{"RateLimit-Reset", "60", time.Minute},
		{"Retry-After", "-3", 0}, {"Retry-After", "soon", 0}, {"Retry-After", "NaN", 0}, {"Retry-After", "1e300", 0}, {"X-Other", "3", 0},
	} {
		h := http.Header{}
		h.Set(c.name, c.value)
		if got := connectors.RetryAfter(h, now); got != c.want {
			t.Errorf("%s: %s: %s, want %s", c.name, c.value, got, c.want)
		}
	}
}

func TestExhausted(t *testing.T) {
	none, some := http.Header{"X-Ratelimit-Remaining": {"0"}}, http.Header{"X-Ratelimit-Remaining": {"3"}}
	reddits := http.Header{"X-Ratelimit-Remaining": {"0.0"}}
	if !connectors.Exhausted(200, reddits) {
		t.Error("Reddit counts in fractions")
	}
	if !connectors.Exhausted(429, some) || !connectors.Exhausted(200, none) || connectors.Exhausted(200, some) || connectors.Exhausted(500, nil) {
		t.Error("wrong")
	}
}
