package mastodon_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
)

// said waits until the connector says something that begins so and holds all
// these words.
func said(t *testing.T, states <-chan string, state string, words ...string) string {
	t.Helper()
	over := time.After(20 * time.Second)
	for {
		select {
		case s := <-states:
			if strings.HasPrefix(s, state+" ") && !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(s, w) }) {
				return s
			}
		case <-over:
			t.Fatalf("never %s %q", state, words)
		}
	}
}

func (s *server) set(change func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.hub.mu.Lock()
	defer s.hub.mu.Unlock()
	change()
}

// Without a stream, and without a timeline that the server refuses, the others
// are polled; that is said, and taken back as soon as each can be had again.
func TestWithoutStreamOrTimeline(t *testing.T) {
	for name, lose := range map[string]func(*server, bool){
		"503": func(s *server, lost bool) { s.hub.deaf = lost },
		"401": func(s *server, lost bool) { s.closed["/api/v1/streaming"] = lost },
	} {
		t.Run(name, func(t *testing.T) {
			s := plainServer(t)
			const public = "/api/v1/timelines/public"
			s.set(func() { lose(s, true); s.closed[public] = true })
			c, states := connect(t, s, map[string]any{"poll": "50ms"})
			out, stop := follow(t, c, "")
			said(t, states, connectors.Degraded, "public:local cannot be read here", "the stream cannot be had", "poll: 50ms")
			for _, text := range []string{"@acme hello", "@acme hello?"} {
				s.say(ann, text, naming())
				if m := next(t, out); m.Text != text {
					t.Errorf("got %q, want %q", m.Text, text)
				}
			}
			s.set(func() { lose(s, false) })
			if got := said(t, states, connectors.Degraded, "public:local cannot"); strings.Contains(got, "the stream") {
				said(t, states, connectors.Degraded, "public:local cannot")
			}
			s.set(func() { s.closed[public] = false })
			said(t, states, connectors.Connected)
			if err := stop(); !errors.Is(err, context.Canceled) {
				t.Errorf("Read: %v", err)
			}
		})
	}
}

// That a send does not stand is said only of posts that were read, back to when
// it was approved.
func TestNotFoundIsReadUpTo(t *testing.T) {
	old := time.Now().Add(-72 * time.Hour).UTC().Format(time.RFC3339)
	for _, tt := range []struct {
		name     string
		ours     int // posts since
		body     string
		notFound bool
	}{
		{"none", 0, "", true},
		{"some", 50, "", true},
		{"older ones", 0, `[{"id":"3","created_at":"` + old + `"}]`, true},
		{"too many", 250, "", false},
		{"null", 0, `null`, false},
		{"a post of null", 0, `[null]`, false},
		{"no time", 0, `[{"id":"3"}]`, false},
	} {
		s := newServer(t, func(h http.Handler) http.Handler {
			return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if tt.body != "" && r.URL.Path == "/api/v1/accounts/1/statuses" {
					_, _ = w.Write([]byte(tt.body))
					return
				}
				h.ServeHTTP(w, r)
			})
		})
		for range tt.ours {
			s.say(us, "News", nil)
		}
		c, _ := connect(t, s, nil)
		_, err := c.Find(t.Context(), send(s, firstPost, "public", care.SendPublic, "Sorry."))
		if err == nil || errors.Is(err, connectors.ErrNotFound) != tt.notFound {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

// An answer that names no post was not read: it does not say that the post there
// is not ours.
func TestVerifyReadsSomething(t *testing.T) {
	s := newServer(t, func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/api/v1/statuses/101" {
				_ = json.NewEncoder(w).Encode(nil)
				return
			}
			h.ServeHTTP(w, r)
		})
	})
	c, _ := connect(t, s, nil)
	_, err := c.Verify(t.Context(), s.mention(firstPost, "public"), s.url+"/@acme/"+strconv.Itoa(firstPost+1))
	if err == nil || errors.Is(err, connectors.ErrNotFound) {
		t.Errorf("got %v", err)
	}
}
