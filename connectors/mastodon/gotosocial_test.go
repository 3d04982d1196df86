package mastodon_test

import (
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"goodgraces/connectors"
)

// gotosocial behaves where GoToSocial does otherwise than Mastodon: a hashtag is
// not found until somebody has used it, and the address of the stream is one of
// wss whatever the server speaks.
func gotosocial(t *testing.T, used *atomic.Bool) *server {
	return newServer(t, func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			switch {
			case r.URL.Path == "/api/v2/instance":
				answer(w, map[string]any{"version": "0.20.0", "configuration": map[string]any{"urls": map[string]any{"streaming": "wss://" + r.Host}}})
			case strings.HasPrefix(r.URL.Path, "/api/v1/timelines/tag/") && !used.Load():
				fail(w, http.StatusNotFound, "Not Found: tag was not found, or not useable/listable on this instance")
			default:
				h.ServeHTTP(w, r)
			}
		})
	})
}

// A hashtag that nobody has used yet lacks nothing, and its first post is read.
func TestAHashtagThatNobodyHasUsed(t *testing.T) {
	var used atomic.Bool
	s := gotosocial(t, &used)
	c, states := connect(t, s, map[string]any{"hashtags": []any{"fresh"}, "poll": "50ms"})
	for _, f := range c.Check(t.Context()) {
		if f.State != connectors.Works {
			t.Errorf("%s: %s %s", f.Step, f.State, f.Note)
		}
	}
	out, stop := follow(t, c, "")
	defer stop()
	for _, text := range []string{"the first #fresh", "the second #fresh"} {
		s.mu.Lock()
		s.serial++
		p := s.make(s.serial, ann, text, tagged("fresh"))
		s.posts = append(s.posts, p) // no stream tells of it
		s.mu.Unlock()
		used.Store(true)
		if got := next(t, out); got.Text != text {
			t.Errorf("%+v", got)
		}
	}
	if said := <-states; said != "connected " {
		t.Errorf("said %q", said)
	}
	select {
	case said := <-states:
		t.Errorf("said %q", said)
	default:
	}
}
