package x_test

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/connectortest"
	"goodgraces/connectors/x"
)

// Each way to read, with each way to sign in.
func TestConnector(t *testing.T) {
	for _, tt := range []struct {
		name  string
		start func(t *testing.T, n *network) *connectortest.Platform
	}{
		{"poll", func(_ *testing.T, n *network) *connectortest.Platform { return n.platform(oauth1()) }},
		{"stream", func(_ *testing.T, n *network) *connectortest.Platform { return n.streaming() }},
		{"webhook", func(_ *testing.T, n *network) *connectortest.Platform { return n.delivering() }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			connectortest.Run(t, connectortest.Harness{Type: x.Type(), Start: func(t *testing.T) *connectortest.Platform {
				return tt.start(t, startNetwork(t))
			}})
		})
	}
}

// network is X on a local address.
type network struct {
	*fakeX
	url     string
	faults  *connectortest.Faults
	streams *connectortest.Streams
	end     func()
}

func startNetwork(t *testing.T) *network {
	n := &network{fakeX: newFakeX(), streams: &connectortest.Streams{Is: at("/2/tweets/search/stream")}}
	n.faults = &connectortest.Faults{
		IsWrite: func(r *http.Request) bool {
			return r.Method == http.MethodPost && (r.URL.Path == "/2/tweets" || strings.HasSuffix(r.URL.Path, "/messages"))
		},
		Reads: []connectortest.Read{{Name: "search", Is: at("/2/tweets/search/recent")}, {Name: "mentions", Is: at("/2/users/" + ourID + "/mentions")}},
	}
	n.url, n.end = connectortest.Serve(t, n.faults, n.fakeX, n.streams)
	return n
}

func oauth1() map[string]any {
	return map[string]any{"api_key": apiKey, "api_secret": apiSecret, "access_token": accessToken, "access_secret": accessSecret}
}

func oauth2() map[string]any {
	return map[string]any{"client_id": clientID, "client_secret": clientSecret, "refresh_token": firstRefresh}
}

func (n *network) settings(more map[string]any) map[string]any {
	s := map[string]any{"base_url": n.url, "keywords": []any{connectortest.Keyword}, "every": "15ms"}
	maps.Copy(s, more)
	return s
}

func (n *network) platform(keys map[string]any) *connectortest.Platform {
	n.mu.Lock()
	post := n.add(authorID, "@larkspur where is my bag?", nil)
	n.mu.Unlock()
	mention := care.Mention{ID: post["id"].(string), Platform: x.Platform, Author: care.Author{ID: authorID, Handle: authorHandle},
		Ref: `{"called":true}`, URL: "https://x.com/ann/status/" + post["id"].(string)}
	return &connectortest.Platform{
		Settings:       n.settings(keys),
		Secrets:        []string{apiKey, apiSecret, accessToken, accessSecret, bearerToken, clientSecret, "access-secret-", "refresh-secret-"},
		Mention:        mention,
		Delete:         func() { n.mu.Lock(); defer n.mu.Unlock(); n.gone[mention.ID] = true },
		Publish:        n.publish,
		Late:           n.late,
		Disturb:        func(*testing.T, connectors.Connector) { n.disturb() },
		Keeps:          true,
		Standing:       n.standing,
		RefuseMessages: func() { n.noMessages = true },
		ByHand:         n.byHand(mention),
		Faults:         n.faults,
		Down:           n.end,
	}
}

func (n *network) publish(_ context.Context, _ *testing.T, _ connectors.Connector, texts []string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for i, text := range texts {
		more := map[string]any{}
		if i%2 == 1 { // as a mention, which the search leaves out
			more["entities"] = map[string]any{"mentions": []any{map[string]any{"username": ourHandle, "id": ourID}}}
		}
		n.add(authorID, text, more)
	}
}

// late is a post that is found, and streamed, behind those that came after it.
func (n *network) late(_ context.Context, _ *testing.T, _ connectors.Connector, text string) func() {
	n.mu.Lock()
	defer n.mu.Unlock()
	id := n.nextID()
	n.shuffled = true
	return func() {
		n.mu.Lock()
		defer n.mu.Unlock()
		n.add(authorID, text, map[string]any{"id": id})
	}
}

func at(path string) func(*http.Request) bool {
	return func(r *http.Request) bool { return r.URL.Path == path }
}

var rubbish = []string{
	"", "[", "null", `{"data":null}`, `{"data":[{"id":[]},null,7,{"id":"99999999999999999999"}],"meta":{"next_token":"x"}}`,
	`{"data":[{"id":"7","text":["a"],"entities":{"urls":3},"referenced_tweets":"x"}],"meta":{"next_token":5}}`, "\xff\xfe",
}

func (n *network) disturb() {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.nonsense = append(append(n.nonsense, rubbish...), strings.Repeat("x", 10<<20))
}

func (n *network) standing(kind care.SendKind) int {
	n.mu.Lock()
	defer n.mu.Unlock()
	if kind == care.SendPrivate {
		return len(n.messages)
	}
	count := 0
	for _, p := range n.posts {
		if p["author_id"] == ourID {
			count++
		}
	}
	return count
}

func (n *network) byHand(m care.Mention) func(*testing.T, string) string {
	return func(_ *testing.T, text string) string {
		n.mu.Lock()
		defer n.mu.Unlock()
		p := n.add(ourID, text, map[string]any{"referenced_tweets": []any{map[string]any{"type": "replied_to", "id": m.ID}}})
		return fmt.Sprintf("https://twitter.com/Larkspur/status/%s?s=20", p["id"])
	}
}

// streaming reads by the stream, signed in by OAuth 2.0.
func (n *network) streaming() *connectortest.Platform {
	keys := oauth2()
	keys["read"], keys["bearer_token"], keys["keep_alive"] = "stream", bearerToken, "1s"
	p := n.platform(keys)
	p.Break = n.streams.Break
	p.Heartbeat = time.Second
	p.Beat = func(every time.Duration) { p.Settings["keep_alive"] = every.String() }
	p.Silence = func() { n.mu.Lock(); defer n.mu.Unlock(); n.silent = true }
	p.Disturb = func(*testing.T, connectors.Connector) {
		n.mu.Lock()
		defer n.mu.Unlock()
		for _, line := range append([]string{strings.Repeat("x", 10<<20)}, rubbish...) {
			n.send(line)
		}
	}
	n.faults.Reads = []connectortest.Read{ // the gap is filled when the stream is opened
		{Name: "stream", Is: at("/2/tweets/search/stream"), Break: n.streams.Break}, {Name: "mentions", Is: at("/2/users/" + ourID + "/mentions"), Break: n.streams.Break},
		{Name: "search", Is: at("/2/tweets/search/recent"), Break: n.streams.Break},
	}
	n.faults.Expire = func() { n.mu.Lock(); defer n.mu.Unlock(); n.access = "ended" }
	return p
}
