package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
)

type doc = map[string]any

// chatroom is as much of Discord as it takes to read a channel, to show drafts in
// another and to answer. What is written there comes out of written, by path.
type chatroom struct {
	*httptest.Server
	written chan message
	tell    chan doc // events for the gateway
}

type message struct {
	path string
	body doc
}

func (m message) content() string { text, _ := m.body["content"].(string); return text }

func newChatroom(t *testing.T) *chatroom {
	c := &chatroom{written: make(chan message, 1000), tell: make(chan doc, 10)}
	c.Server = httptest.NewServer(c)
	t.Cleanup(func() { c.CloseClientConnections(); c.Close() })
	return c
}

func (c *chatroom) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	path := strings.TrimPrefix(r.URL.Path, "/api/v9/")
	if r.Method != http.MethodGet {
		var body doc
		_ = json.NewDecoder(r.Body).Decode(&body)
		c.written <- message{path, body}
		_ = json.NewEncoder(w).Encode(doc{"id": "77", "channel_id": "5"}) // of a message, or a direct conversation
		return
	}
	channels := []doc{{"id": "3", "guild_id": "2", "type": 0, "name": "support"}, {"id": "4", "guild_id": "2", "type": 0, "name": "approvals"}}
	answers := map[string]any{
		"users/@me": doc{"id": "1", "username": "larkspur", "bot": true}, "applications/@me": doc{"id": "1", "flags": 1 << 19},
		"gateway/bot":      doc{"url": "ws" + strings.TrimPrefix(c.URL, "http") + "/gateway/"},
		"users/@me/guilds": []doc{{"id": "2", "name": "Larkspur"}}, "guilds/2": doc{"id": "2", "roles": []doc{{"id": "2", "permissions": "8"}}},
		"guilds/2/members/1": doc{"roles": []string{}}, "guilds/2/channels": channels, "guilds/2/threads/active": doc{},
		"channels/3": channels[0], "channels/4": channels[1], "channels/3/messages": []doc{}, "channels/4/messages": []doc{},
	}
	switch answer, ok := answers[path]; {
	case path == "/gateway/":
		c.gateway(w, r)
	case ok || strings.HasPrefix(path, "channels/3/messages/"):
		_ = json.NewEncoder(w).Encode(answer)
	default:
		w.WriteHeader(http.StatusNotFound)
	}
}

// gateway speaks the events of one session.
func (c *chatroom) gateway(w http.ResponseWriter, r *http.Request) {
	conn, err := websocket.Accept(w, r, nil)
	if err != nil {
		return
	}
	defer conn.CloseNow()
	ctx, cancel := context.WithCancel(r.Context())
	_ = wsjson.Write(ctx, conn, doc{"op": 10, "d": doc{"heartbeat_interval": 60_000}})
	go func() { // it is not looked at who comes, nor at heartbeats
		defer cancel()
		for {
			if _, _, err := conn.Read(ctx); err != nil {
				return
			}
		}
	}()
	_ = wsjson.Write(ctx, conn, doc{"op": 0, "s": 1, "t": "READY", "d": doc{"session_id": "s"}})
	for seq := 2; ; seq++ {
		select {
		case e := <-c.tell:
			e["op"], e["s"] = 0, seq
			_ = wsjson.Write(ctx, conn, e)
		case <-ctx.Done():
			return
		}
	}
}

// next waits for what is written to a path.
func (c *chatroom) next(t *testing.T, path string) message {
	t.Helper()
	for over := time.After(30 * time.Second); ; {
		select {
		case m := <-c.written:
			if strings.HasPrefix(m.path, path) {
				return m
			}
		case <-over:
			t.Fatalf("nothing was written to %s", path)
		}
	}
}

// A draft that is approved by a button in Discord leaves as it was shown, from a
// process that serves no desk.
func TestApprovalInDiscord(t *testing.T) {
	room, dir := newChatroom(t), t.TempDir()
	file := filepath.Join(dir, "graces.yaml")
	must(t, os.WriteFile(file, fmt.Appendf(nil, `
brand: {name: Larkspur Air}
data: %s
desk: {addr: "127.0.0.1:0"}
sender: {undo_for: 0s}
connectors:
  - name: discord
    type: discord
    settings: {base_url: %q, token: a-token, channels: [support], approvals: "4", approvers: ["9=ann"]}
`, filepath.Join(dir, "data"), room.URL), 0o600))
	var errs strings.Builder
	if run(t.Context(), []string{"--config", file, "user", "add", "ann", "--role", "agent"}, strings.NewReader(strings.Repeat("a few words will do\n", 2)), io.Discard, &errs) != exitOK {
		t.Fatal(errs.String())
	}
	p := startGraces(t, buildGraces(t), "--config", file, "serve", "--roles", "connect,work,send")
	room.next(t, "applications/1/guilds/2/commands") // the slash command: the session has begun
	room.tell <- doc{"t": "MESSAGE_CREATE", "d": doc{"id": "1576435825401397254", "channel_id": "3", "guild_id": "2", "content": "My suitcase has been lost for three days and nobody answers the phone.",
		"author": doc{"id": "8", "username": "maria"}}}
	card := room.next(t, "channels/4/messages")
	text, err := json.Marshal(card.body)
	must(t, err)
	button := regexp.MustCompile(`graces\|approve\|[a-z0-9.]+`).FindString(string(text))
	if button == "" {
		t.Fatalf("the card has no button to approve: %s", text)
	}
	for _, who := range []string{"66", "9"} { // a stranger first
		room.tell <- doc{"t": "INTERACTION_CREATE", "d": doc{"id": "6", "application_id": "1", "type": 3, "token": "t", "channel_id": "4", "guild_id": "2",
			"member": doc{"user": doc{"id": who}}, "data": doc{"custom_id": button, "component_type": 2}}}
		answer := room.next(t, "interactions/6/")
		if kind := answer.body["type"].(float64); (kind == 4) != (who == "66") {
			t.Errorf("%s is answered with %v", who, answer.body)
		}
	}
	shown := strings.ReplaceAll(string(text), `\\`, "")                            // as it is read, without the marks of escaping
	for _, path := range []string{"channels/77/messages", "channels/3/messages"} { // the private message, then the answer
		sent := room.next(t, path)
		said, err := json.Marshal(sent.content())
		must(t, err)
		if sent.content() == "" || !strings.Contains(shown, string(said)) {
			t.Errorf("to %s went %s, which the card does not show", path, said)
		}
		if to, _ := sent.body["message_reference"].(doc); (to["message_id"] == "1576435825401397254") != (path == "channels/3/messages") {
			t.Errorf("to %s: %v", path, sent.body)
		}
	}
	p.interrupt()
}
