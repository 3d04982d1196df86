package bluesky_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/bluesky"
)

func send(kind care.SendKind, text string) care.Send {
	return care.Send{ID: "case." + string(kind) + ".1", Kind: kind, Mention: mention(), Text: text, CreatedAt: time.Now()}
}

// The record as it lies in our repository.
func TestRecord(t *testing.T) {
	n := startNetwork(t)
	c, _ := connect(t, n, nil)
	s := send(care.SendPublic, "Ü @ann.test, @ACME.test or @nobody.test: see https://acme.test/a?b=c. mail@ann.test")
	s.CreatedAt = time.Date(2026, 11, 22, 9, 0, 0, 123_456_789, time.UTC)
	r, err := c.Reply(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	key := r.ID[strings.LastIndex(r.ID, "/")+1:]
	got, err := json.Marshal(n.records[key])
	if err != nil {
		t.Fatal(err)
	}
	want := `{"$type":"app.bsky.feed.post","createdAt":"2026-11-22T09:00:00.123Z","facets":[` +
		`{"features":[{"$type":"app.bsky.richtext.facet#link","uri":"https://acme.test/a?b=c"}],"index":{"byteEnd":69,"byteStart":46}},` +
		`{"features":[{"$type":"app.bsky.richtext.facet#mention","did":"` + authorDID + `"}],"index":{"byteEnd":12,"byteStart":3}},` +
		`{"features":[{"$type":"app.bsky.richtext.facet#mention","did":"` + ourDID + `"}],"index":{"byteEnd":24,"byteStart":14}}],` +
		`"reply":{"parent":{"cid":"bafyparent","uri":"at://` + authorDID + `/app.bsky.feed.post/3kabc"},"root":{"cid":"bafyroot","uri":"at://` + strangerDID + `/app.bsky.feed.post/3kroot"}},` +
		`"text":"` + s.Text + `"}`
	if strings.ReplaceAll(string(got), `\u0026`, "&") != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if r.URL != "https://bsky.app/profile/"+ourDID+"/post/"+key {
		t.Errorf("receipt %+v", r)
	}
}

// Posts have their pages where the setting says.
func TestWebURL(t *testing.T) {
	n := startNetwork(t)
	c, status := connect(t, n, map[string]any{"web_url": "https://sky.example/"})
	r, err := c.Reply(t.Context(), send(care.SendPublic, "Sorry, we look."))
	if want := "https://sky.example/profile/" + strings.Replace(strings.TrimPrefix(r.ID, "at://"), "app.bsky.feed.post", "post", 1); err != nil || r.URL != want {
		t.Errorf("the answer is at %s, want %s (%v)", r.URL, want, err)
	}
	out, stop := follow(t, c, status, "")
	defer stop()
	key := n.commit(t, authorDID, "create", "", sky("Late.", replying(ourDID, strangerDID)))
	if got, want := (<-out).Mentions[0].URL, "https://sky.example/profile/"+authorDID+"/post/"+key; got != want {
		t.Errorf("the post is at %s, want %s", got, want)
	}
	for _, bad := range []string{"wss://sky.example", "https://sky.example/?of="} {
		set, err := bluesky.Type().Spec.Decode(map[string]any{"keywords": "a", "web_url": bad})
		if err == nil {
			_, err = bluesky.New("sky", set, connectors.Env{Now: time.Now})
		}
		if err == nil || !strings.Contains(err.Error(), "web_url: must be an address such as https://bsky.app") {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

func TestRefusedBeforehand(t *testing.T) {
	n := startNetwork(t)
	c, _ := connect(t, n, nil)
	family := "👩‍👩‍👧‍👦" // one grapheme, 25 bytes
	tests := []struct {
		name string
		send care.Send
		want string
	}{
		{"graphemes", send(care.SendPublic, strings.Repeat("é", 301)), "301 characters and 602 bytes, where 300 and 3000 are allowed"},
		{"bytes", send(care.SendPublic, strings.Repeat(family, 121)), "121 characters and 3025 bytes"},
		{"empty", send(care.SendPublic, " \n"), "empty"},
		{"not UTF-8", send(care.SendPublic, "a\xff"), "not UTF-8"},
		{"long message", send(care.SendPrivate, strings.Repeat("a", 1001)), "1001 characters"},
	}
	for _, tt := range tests {
		write := c.Reply
		if tt.send.Kind == care.SendPrivate {
			write = c.Message
		}
		if _, err := write(t.Context(), tt.send); !errors.Is(err, connectors.ErrRefused) || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want ErrRefused, %q", tt.name, err, tt.want)
		}
	}
	if n.signIns != 0 {
		t.Error("the platform was asked")
	}
	for _, text := range []string{strings.Repeat("é", 300), strings.Repeat(family, 120)} {
		if _, err := c.Reply(t.Context(), send(care.SendPublic, text)); err != nil {
			t.Errorf("%.20s: %v", text, err)
		}
	}
}

func TestWhatCannotBeAnswered(t *testing.T) {
	n := startNetwork(t)
	c, _ := connect(t, n, nil)
	foreign := send(care.SendPublic, "hi")
	foreign.Mention.Ref = "{}"
	if _, err := c.Reply(t.Context(), foreign); !errors.Is(err, connectors.ErrRefused) {
		t.Errorf("without a reference: %v", err)
	}
	n.gone = true
	if _, err := c.Reply(t.Context(), send(care.SendPublic, "hi")); !errors.Is(err, connectors.ErrRefused) || !strings.Contains(err.Error(), "deleted") {
		t.Errorf("to a deleted post: %v", err)
	}
	if _, err := c.Message(t.Context(), send(care.SendPrivate, "hi")); !errors.Is(err, connectors.ErrRefused) {
		t.Errorf("about a deleted post: %v", err)
	}
	n.gone = false
	unknown := send(care.SendPrivate, "hi")
	unknown.Mention.Author.ID = ""
	if _, err := c.Message(t.Context(), unknown); !errors.Is(err, connectors.ErrCannotMessage) {
		t.Errorf("to nobody: %v", err)
	}
}

func TestSessions(t *testing.T) {
	n := startNetwork(t)
	c, _ := connect(t, n, nil)
	reply := func(want int, why string) {
		t.Helper()
		if _, err := c.Reply(t.Context(), send(care.SendPublic, "hi")); err != nil {
			t.Fatalf("%s: %v", why, err)
		}
		if n.signIns != want {
			t.Errorf("%s: signed in %d times, want %d", why, n.signIns, want)
		}
	}
	reply(1, "first")
	reply(1, "again")
	n.expired = true
	reply(1, "expired: refreshed")
	n.session++
	reply(2, "revoked: signed in anew")
}

func TestSignInFails(t *testing.T) {
	n := startNetwork(t)
	wrong, _ := connect(t, n, map[string]any{"password": "wrong-password"})
	_, err := wrong.Reply(t.Context(), send(care.SendPublic, "hi"))
	if !errors.Is(err, connectors.ErrUnauthorized) || strings.Contains(err.Error(), "wrong-password") {
		t.Errorf("wrong password: %v", err)
	}
	reader, _ := connect(t, n, map[string]any{"password": nil, "identifier": nil})
	if _, err := reader.Reply(t.Context(), send(care.SendPublic, "hi")); !errors.Is(err, connectors.ErrMisconfigured) {
		t.Errorf("no password: %v", err)
	}
	if can := reader.Spec().Can; can.Reply || can.Message || can.Find || !can.Read {
		t.Errorf("without a password it can %+v", can)
	}
}

func TestMessagesThatAreNotTaken(t *testing.T) {
	tests := []struct {
		name string
		set  func(*network)
		want error
	}{
		{"disabled", func(n *network) { n.refuse = "MessagesDisabled" }, connectors.ErrCannotMessage},
		{"not followed", func(n *network) { n.refuse = "NotFollowedBySender" }, connectors.ErrCannotMessage},
		{"blocked", func(n *network) { n.refuse = "BlockedActor" }, connectors.ErrCannotMessage},
		{"in words", func(n *network) { n.refuse = "InvalidRequest" }, connectors.ErrCannotMessage},
		{"scope", func(n *network) { n.noDMs = true }, connectors.ErrUnauthorized},
	}
	for _, tt := range tests {
		n := startNetwork(t)
		c, _ := connect(t, n, nil)
		tt.set(n)
		_, err := c.Message(t.Context(), send(care.SendPrivate, "hi"))
		if !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
		if n.signIns > 1 {
			t.Errorf("%s: signed in %d times", tt.name, n.signIns)
		}
	}
}

// A message is found by its text among what we have sent since.
func TestFindMessage(t *testing.T) {
	n := startNetwork(t)
	c, _ := connect(t, n, nil)
	s := send(care.SendPrivate, "the message")
	at := func(text, did string, after time.Duration) {
		n.messages = append(n.messages, map[string]any{
			"id": fmt.Sprint("m", len(n.messages)), "text": text, "sender": map[string]any{"did": did},
			"sentAt": s.CreatedAt.Add(after).Format(time.RFC3339Nano),
		})
	}
	at("the message", ourDID, -time.Hour) // of an earlier case
	at("the message", authorDID, time.Minute)
	at("another", ourDID, 2*time.Minute)
	if _, err := c.Find(t.Context(), s); !errors.Is(err, connectors.ErrNotFound) {
		t.Errorf("before it was sent: %v", err)
	}
	at("the message", ourDID, 3*time.Minute)
	for i := range 5 {
		at("later", authorDID, time.Duration(4+i)*time.Minute)
	}
	if r, err := c.Find(t.Context(), s); err != nil || r.ID != "m3" {
		t.Errorf("found %+v, %v", r, err)
	}
	n.refuse = "MessagesDisabled"
	if _, err := c.Find(t.Context(), s); err == nil || errors.Is(err, connectors.ErrNotFound) {
		t.Errorf("a conversation that cannot be read proves something: %v", err)
	}
}
