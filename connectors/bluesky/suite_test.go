package bluesky_test

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/bluesky"
	"goodgraces/connectors/connectortest"
)

func TestConnector(t *testing.T) {
	connectortest.Run(t, connectortest.Harness{Type: bluesky.Type(), Start: func(t *testing.T) *connectortest.Platform {
		return startNetwork(t).platform()
	}})
}

const heartbeat = time.Second

// network is Jetstream and the servers, on one local address.
type network struct {
	*jetstream
	*pds
	url     string
	faults  *connectortest.Faults
	streams *connectortest.Streams
	end     func()
}

func startNetwork(t *testing.T) *network {
	stream := func(r *http.Request) bool { return r.URL.Path == "/subscribe" }
	n := &network{jetstream: newJetstream(), pds: newPDS(), streams: &connectortest.Streams{Is: stream}}
	n.faults = &connectortest.Faults{
		IsWrite: func(r *http.Request) bool {
			return strings.HasSuffix(r.URL.Path, ".putRecord") || strings.HasSuffix(r.URL.Path, ".sendMessage")
		},
		Reads:  []connectortest.Read{{Name: "stream", Is: stream, Break: n.streams.Break}},
		Expire: func() { n.pds.mu.Lock(); defer n.pds.mu.Unlock(); n.expired = true },
	}
	mux := http.NewServeMux()
	mux.Handle("/subscribe", n.jetstream)
	mux.Handle("/xrpc/", n.pds)
	n.url, n.end = connectortest.Serve(t, n.faults, mux, n.streams)
	return n
}

func (n *network) settings() map[string]any {
	return map[string]any{
		"stream": strings.Replace(n.url, "http", "ws", 1) + "/subscribe", "service": n.url, "appview": n.url, "chat": chatService,
		"identifier": ourHandle, "password": password, "keywords": []any{connectortest.Keyword}, "accounts": []any{ourDID},
		"heartbeat": heartbeat.String(),
	}
}

func (n *network) platform() *connectortest.Platform {
	settings := n.settings()
	return &connectortest.Platform{
		Settings: settings,
		Secrets:  []string{password, "-secret"},
		Mention:  mention(),
		Publish: func(_ context.Context, t *testing.T, _ connectors.Connector, texts []string) {
			for i, text := range texts {
				n.commit(t, authorDID, "create", "", record(text))
				if i%3 == 0 {
					n.repeatLast()
				}
			}
		},
		Late: func(_ context.Context, t *testing.T, _ connectors.Connector, text string) func() {
			_, carry := n.prepare(t, authorDID, "create", "", record(text))
			return carry
		},
		Disturb:        func(t *testing.T, _ connectors.Connector) { n.disturb() },
		Keeps:          true,
		Break:          n.streams.Break,
		Flood:          n.flood,
		Standing:       n.standing,
		Silence:        func() { n.silent.Store(true) },
		Heartbeat:      heartbeat,
		Beat:           func(every time.Duration) { settings["heartbeat"] = every.String() },
		Delete:         func() { n.pds.mu.Lock(); defer n.pds.mu.Unlock(); n.gone = true },
		ByHand:         n.byHand,
		RefuseMessages: func() { n.refuse = "MessagesDisabled" },
		Faults:         n.faults,
		Down:           n.end,
	}
}

func record(text string) map[string]any {
	return map[string]any{"$type": "app.bsky.feed.post", "text": text, "createdAt": "2026-11-22T09:00:00Z"}
}

// byHand answers as a person does, and returns the address as it is copied.
func (n *network) byHand(_ *testing.T, text string) string {
	n.pds.mu.Lock()
	defer n.pds.mu.Unlock()
	n.views["at://"+ourDID+"/app.bsky.feed.post/3kours"] = map[string]any{"record": map[string]any{
		"text": text, "createdAt": "2026-11-22T09:05:00Z", "reply": map[string]any{"parent": map[string]any{"uri": mention().ID, "cid": "bafyparent"}},
	}}
	return "https://bsky.app/profile/" + ourHandle + "/post/3kours"
}

// mention is a post of Ann's in somebody's thread.
func mention() care.Mention {
	return care.Mention{
		ID: "at://" + authorDID + "/app.bsky.feed.post/3kabc", Platform: bluesky.Platform, Author: care.Author{ID: authorDID, Handle: "ann.test"},
		Ref: fmt.Sprintf(`{"uri":"at://%s/app.bsky.feed.post/3kabc","cid":"bafyparent","root":{"uri":"at://%s/app.bsky.feed.post/3kroot","cid":"bafyroot"}}`, authorDID, strangerDID),
	}
}

// repeatLast carries the last event again, and out of order.
func (n *network) repeatLast() {
	n.jetstream.mu.Lock()
	last := n.events[max(0, len(n.events)-2)]
	n.jetstream.mu.Unlock()
	n.carry(last.us, last.raw)
}

func (n *network) disturb() {
	us, _ := n.stamp()
	for _, raw := range []string{
		"", "null", "[]", "\xff\xfe " + connectortest.Keyword, `{"did":"` + ourDID, `{"kind":"commit","commit":null,"did":"` + ourDID + `"}`,
		`{"did":"did:plc:x","time_us":"soon","kind":"identity"}`,
		fmt.Sprintf(`{"did":"%s","time_us":%d,"kind":"commit","commit":{"operation":"create","collection":"app.bsky.feed.post","rkey":"a","record":{"text":["%s"]}}}`, authorDID, us, connectortest.Keyword),
		fmt.Sprintf(`{"did":"%s","time_us":%d,"kind":"account","account":{"active":false}}`, authorDID, us),
		fmt.Sprintf(`{"did":"%s","time_us":%d,"kind":"commit","commit":{"record":{"text":"%s"}}}`, authorDID, us, strings.Repeat(connectortest.Keyword+" ", 700_000)),
	} {
		n.carry(us, []byte(raw))
	}
}

func (n *network) standing(kind care.SendKind) int {
	n.pds.mu.Lock()
	defer n.pds.mu.Unlock()
	if kind == care.SendPrivate {
		return len(n.messages)
	}
	return len(n.records)
}
