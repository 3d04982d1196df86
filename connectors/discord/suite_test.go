package discord_test

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/connectortest"
	"goodgraces/connectors/discord"
)

func TestConnector(t *testing.T) {
	connectortest.Run(t, connectortest.Harness{Type: discord.Type(), Start: start})
}

func (s *server) settings() map[string]any {
	return map[string]any{
		"base_url": s.url, "token": token, "channels": []any{"#Support"}, "keywords": []any{connectortest.Keyword}, "except": []any{office}, "poll": "500ms",
	}
}

func start(t *testing.T) *connectortest.Platform {
	var breaks atomic.Int32
	var s *server
	faults := &connectortest.Faults{
		IsWrite: func(r *http.Request) bool {
			return r.Method == http.MethodPost && strings.HasSuffix(r.URL.Path, "/messages")
		},
		Reads: []connectortest.Read{
			{Name: "gateway", Is: func(r *http.Request) bool { return r.URL.Path == "/gateway/" }, Break: func() { s.streams.Break() }},
			{Name: "server", Is: func(r *http.Request) bool {
				return r.Method == http.MethodGet && strings.HasSuffix(r.URL.Path, "/channels")
			}},
			{Name: "active threads", Is: func(r *http.Request) bool { return strings.HasSuffix(r.URL.Path, "/threads/active") }},
			{Name: "archived threads", Is: func(r *http.Request) bool { return strings.HasSuffix(r.URL.Path, "/threads/archived/public") }},
			{Name: "channel", Is: func(r *http.Request) bool {
				return r.Method == http.MethodGet && strings.HasSuffix(r.URL.Path, "/messages")
			}, Break: func() { s.gap() }},
		},
	}
	s = newServer(t, faults.Wrap)
	t.Cleanup(faults.Release)
	first := s.posts[support][0]
	return &connectortest.Platform{
		Settings: s.settings(),
		Secrets:  []string{token},
		Mention:  s.mention(first),
		Publish: func(_ context.Context, _ *testing.T, _ connectors.Connector, texts []string) {
			for i, text := range texts {
				s.publish(i, text)
			}
		},
		Late: func(_ context.Context, _ *testing.T, _ connectors.Connector, text string) func() {
			return s.later(ann, support, text)
		},
		Disturb: func(*testing.T, connectors.Connector) { s.disturb() },
		Break: func() {
			if breaks.Add(1)%2 == 0 {
				s.hub.forget() // a new session: the gap is filled from the channels
			}
			s.streams.Break()
		},
		Silence:        func() { s.hub.mu.Lock(); s.hub.silent = true; s.hub.mu.Unlock() },
		Flood:          s.hub.flood,
		Heartbeat:      heartbeat,
		Beat:           func(every time.Duration) { s.hub.every = every },
		Standing:       s.standing,
		RefuseMessages: func() { s.refusing = true },
		Delete:         func() { s.remove(first) },
		ByHand: func(_ *testing.T, text string) string {
			m := s.say(us, support, text, answers(first))
			return fmt.Sprintf("%s/channels/%s/%s/%s", s.url, guildID, support, m["id"])
		},
		Faults: faults,
		Down:   s.close,
	}
}

// gap breaks off with a post that only its channel holds: the session is over.
func (s *server) gap() {
	s.hub.forget()
	s.streams.Break()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.put(ann, support, "in the gap", nil)
}

// publish lets posts concern us in turn by their channel, a mention and a keyword.
func (s *server) publish(i int, text string) {
	more := object{}
	channel := general
	switch i % 3 {
	case 0:
		channel = support
	case 1:
		more["mentions"] = []any{us}
	}
	m := s.say(ann, channel, text, more)
	if i%4 == 0 {
		s.hub.send("MESSAGE_CREATE", m) // once more
	}
}

func (s *server) standing(kind care.SendKind) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := 0
	for channel, posts := range s.posts {
		for _, m := range posts {
			author, _ := m["author"].(object)
			if author["id"] == botID && (s.channel(channel) == nil) == (kind == care.SendPrivate) {
				n++
			}
		}
	}
	return n
}

func (s *server) disturb() {
	for _, raw := range []string{
		"", "null", "[]", "\xff\xfe", `{"op":0}`, `{"op":"x"}`, `{"op":0,"t":"MESSAGE_CREATE","s":-5,"d":null}`, `{"op":0,"t":"MESSAGE_CREATE","d":{"id":"../../x","channel_id":"1","content":"connectortest"}}`,
		`{"op":0,"t":"MESSAGE_CREATE","d":{"id":"99999999999999999999999999","channel_id":"1"}}`, `{"op":0,"t":"MESSAGE_CREATE","d":{"id":"3","channel_id":"4","content":["connectortest"]}}`,
		`{"op":0,"t":"MESSAGE_DELETE","d":{"id":7,"ids":[]}}`, `{"op":0,"t":"MESSAGE_DELETE_BULK","d":{"ids":[7,"x"]}}`, `{"op":0,"t":"INTERACTION_CREATE","d":{"type":3,"data":7}}`,
		`{"op":0,"t":"THREAD_CREATE","d":{"id":"../x","parent_id":{}}}`, `{"op":11,"d":{}}`, `{"op":77}`,
		`{"op":0,"t":"MESSAGE_CREATE","d":{"content":"` + strings.Repeat(connectortest.Keyword+" ", 750_000) + `"}}`,
	} {
		s.hub.raw([]byte(raw))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.posts[support] = append(s.posts[support], object{"id": s.id(), "channel_id": support, "content": 7}, object{"id": "../x"})
}
