package connectors

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

// RetryAfter reads from an answer's headers when to come back: Retry-After
// (seconds or a date), else one of the RateLimit headers: seconds from now, Unix
// seconds (Bluesky, X) or a date (Mastodon). Zero where the platform did not
// say.
func RetryAfter(h http.Header, now time.Time) time.Duration {
	now = Clock(h, now)
	for _, name := range []string{"Retry-After", "RateLimit-Reset", "X-RateLimit-Reset-After", "X-RateLimit-Reset", "X-Rate-Limit-Reset"} {
		if text := strings.TrimSpace(h.Get(name)); text != "" {
			return untilReset(text, now)
		}
	}
	return 0
}

// Clock is the platform's, as its answer tells it; now where it does not. What a
// platform says by its clock is read by it: ours may be off.
func Clock(h http.Header, now time.Time) time.Time {
	if at, err := http.ParseTime(h.Get("Date")); err == nil {
		return at
	}
	return now
}

// Exhausted reports whether the platform allows no further call like the one it
// answered: by its status, or because none remain.
func Exhausted(status int, h http.Header) bool {
	if status == http.StatusTooManyRequests {
		return true
	}
	for _, name := range []string{"RateLimit-Remaining", "X-RateLimit-Remaining", "X-Rate-Limit-Remaining"} {
		if left, err := strconv.ParseFloat(h.Get(name), 64); err == nil && left < 1 { // Reddit says 0.0
			return true
		}
	}
	return false
}

// longest is the longest wait that is believed: platforms' windows are at most
// a day. A number beyond it is a point in time.
const longest = 10 * 365 * 24 * time.Hour

func untilReset(text string, now time.Time) time.Duration {
	if at, err := http.ParseTime(text); err == nil {
		return max(0, at.Sub(now))
	}
	if at, err := time.Parse(time.RFC3339, text); err == nil {
		return max(0, at.Sub(now))
	}
	n, err := strconv.ParseFloat(text, 64)
	switch {
	case err != nil || n != n || n < 0 || n > 1e11:
		return 0
	case n > longest.Seconds():
		return max(0, time.Unix(int64(n), 0).Sub(now))
	}
	return time.Duration(n * float64(time.Second))
}
