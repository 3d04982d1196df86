package mastodon_test

import (
	"context"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/connectortest"
	"goodgraces/connectors/mastodon"
)

func TestConnector(t *testing.T) {
	connectortest.Run(t, connectortest.Harness{Type: mastodon.Type(), Start: start})
}

const heartbeat = time.Second

func (s *server) settings() map[string]any {
	return map[string]any{
		"base_url": s.url, "token": token, "keywords": []any{connectortest.Keyword}, "hashtags": []any{"#Acme"},
		"heartbeat": heartbeat.String(), "poll": "200ms",
	}
}

func start(t *testing.T) *connectortest.Platform {
	var s *server
	faults := &connectortest.Faults{
		IsWrite: func(r *http.Request) bool { return r.Method == http.MethodPost },
		Reads: []connectortest.Read{
			{Name: "stream", Is: at("/api/v1/streaming"), Break: func() { s.streams.Break() }, Optional: true}, {Name: "notifications", Is: at("/api/v1/notifications")},
			{Name: "hashtag", Is: at("/api/v1/timelines/tag/acme")}, {Name: "public", Is: at("/api/v1/timelines/public")},
			{Name: "own", Is: at("/api/v1/accounts/" + strconv.Itoa(ourID) + "/statuses")},
		},
	}
	s = newServer(t, faults.Wrap)
	t.Cleanup(faults.Release)
	settings := s.settings()
	return &connectortest.Platform{
		Settings: settings,
		Secrets:  []string{token},
		Mention:  s.mention(firstPost, "public"),
		Publish: func(_ context.Context, _ *testing.T, _ connectors.Connector, texts []string) {
			for i, text := range texts {
				s.publish(i, text)
			}
		},
		Late: func(_ context.Context, _ *testing.T, _ connectors.Connector, text string) func() {
			return s.later(ann, text, nil)
		},
		Disturb:        func(*testing.T, connectors.Connector) { s.disturb() },
		Plain:          true,
		Break:          s.streams.Break,
		Flood:          s.hub.flood,
		Silence:        s.mute.set,
		Heartbeat:      heartbeat,
		Beat:           func(every time.Duration) { settings["heartbeat"] = every.String() },
		Standing:       s.standing,
		RefuseMessages: func() { s.blockedBy = true },
		Delete:         func() { s.remove(s.find(strconv.Itoa(firstPost)), true) },
		ByHand: func(_ *testing.T, text string) string {
			return s.say(us, text, map[string]any{"in_reply_to_id": strconv.Itoa(firstPost)}).text("url")
		},
		Faults: faults,
		Down:   s.close,
	}
}

func at(path string) func(*http.Request) bool {
	return func(r *http.Request) bool { return strings.EqualFold(r.URL.Path, path) }
}

// publish lets posts concern us in turn by a mention, a keyword and a hashtag.
func (s *server) publish(i int, text string) {
	more := map[string]any{}
	switch i % 3 {
	case 0:
		more["mentions"] = []any{us}
	case 1:
		more["tags"] = []any{map[string]any{"name": "acme"}}
	}
	p := s.say(ann, text, more)
	if i%4 == 0 {
		s.mu.Lock()
		s.stream("update", p) // once more
		s.mu.Unlock()
	}
}

// mention is a post that can be answered.
func (s *server) mention(id int, visibility string) care.Mention {
	return care.Mention{
		ID: fmt.Sprintf("%s/%d", s.host(), id), Platform: mastodon.Platform, Author: care.Author{ID: "ann@remote.example"},
		URL: fmt.Sprintf("%s/@ann@remote.example/%d", s.url, id),
		Ref: fmt.Sprintf(`{"id":"%d","account":"%d","acct":"ann@remote.example","visibility":%q}`, id, annID, visibility),
	}
}

func (s *server) standing(kind care.SendKind) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := 0
	for _, p := range s.posts {
		if p.by() == strconv.Itoa(ourID) && (p.text("visibility") == "direct") == (kind == care.SendPrivate) {
			n++
		}
	}
	return n
}

func (s *server) disturb() {
	for _, raw := range []string{
		"", "null", "[]", "\xff\xfe", `{"event":"update"}`, `{"event":"update","payload":null}`, `{"event":"delete","payload":1e400}`,
		`{"stream":"user","event":7,"payload":"{}"}`, `{"event":"notification","payload":"{\"id\":\"9\",\"status\":null}"}`,
		`{"stream":["user"],"event":"update","payload":"{\"id\":\"../../x\",\"content\":\"connectortest\"}"}`,
		`{"stream":["user"],"event":"update","payload":"{\"id\":99999999999999999999999999,\"content\":\"connectortest\"}"}`,
		`{"stream":["user"],"event":"status.update","payload":"{\"id\":\"1\",\"content\":[\"connectortest\"],\"tags\":7}"}`,
		`{"stream":["user"],"event":"update","payload":"` + strings.Repeat(connectortest.Keyword+" ", 750_000) + `"}`,
	} {
		s.hub.raw([]string{"user"}, []byte(raw))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.serial++
	s.notes = append(s.notes, 17, "nonsense", map[string]any{"id": strconv.Itoa(s.serial), "type": "mention", "status": []any{}})
}
