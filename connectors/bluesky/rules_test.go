package bluesky_test

import (
	"context"
	"errors"
	"maps"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/bluesky"
)

// connect makes a connector with some settings changed. Its status goes to the
// channel.
func connect(t *testing.T, n *network, change map[string]any) (*bluesky.Bluesky, chan string) {
	t.Helper()
	return connectTo(t, n, change, nil, time.Now)
}

func connectTo(t *testing.T, n *network, change map[string]any, host connectors.Host, now func() time.Time) (*bluesky.Bluesky, chan string) {
	t.Helper()
	raw := n.settings()
	raw["heartbeat"] = "20s" // a busy machine is no silent stream
	maps.Copy(raw, change)
	set, err := bluesky.Type().Spec.Decode(raw)
	if err != nil {
		t.Fatal(err)
	}
	status := make(chan string, 100)
	transport := &http.Transport{}
	t.Cleanup(transport.CloseIdleConnections)
	c, err := bluesky.New("sky", set, connectors.Env{
		Client: &http.Client{Transport: transport, Timeout: time.Minute}, Now: now, Host: host,
		Handles: []string{"acme", "acme.test"}, Keywords: []string{"acmeair"},
		Status: func(state, _ string) { status <- state },
	})
	if err != nil {
		t.Fatal(err)
	}
	return c.(*bluesky.Bluesky), status
}

// follow reads until stop; what is emitted comes out of the channel.
func follow(t *testing.T, c *bluesky.Bluesky, status chan string, cursor string) (<-chan connectors.Batch, func() error) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	out, result := make(chan connectors.Batch, 100), make(chan error, 1)
	go func() {
		result <- c.Read(ctx, cursor, func(_ context.Context, b connectors.Batch) error { out <- b; return nil })
	}()
	select {
	case <-status:
	case err := <-result:
		t.Fatalf("Read: %v", err)
	}
	return out, func() error { cancel(); return <-result }
}

// sky makes a record.
func sky(text string, more map[string]any) map[string]any {
	r := map[string]any{"$type": "app.bsky.feed.post", "text": text, "createdAt": "2026-11-22T09:00:00.5Z"}
	maps.Copy(r, more)
	return r
}

func replying(root, parent string) map[string]any {
	strong := func(did string) map[string]any {
		return map[string]any{"uri": "at://" + did + "/app.bsky.feed.post/3kabc", "cid": "bafy"}
	}
	return map[string]any{"reply": map[string]any{"root": strong(root), "parent": strong(parent)}}
}

func naming(did string) map[string]any {
	return map[string]any{"facets": []any{map[string]any{
		"index":    map[string]any{"byteStart": 0, "byteEnd": 5},
		"features": []any{map[string]any{"$type": "app.bsky.richtext.facet#mention", "did": did}},
	}}}
}

// quoting makes a quote of a post, with a picture beside it or without.
func quoting(did, kind string) map[string]any {
	record := map[string]any{"uri": "at://" + did + "/app.bsky.feed." + kind + "/3kabc", "cid": "bafy"}
	return map[string]any{"embed": map[string]any{"$type": "app.bsky.embed.record", "record": record}}
}

func quotingWithMedia(did string) map[string]any {
	q := quoting(did, "post")["embed"]
	return map[string]any{"embed": map[string]any{"$type": "app.bsky.embed.recordWithMedia", "record": q, "media": map[string]any{"$type": "app.bsky.embed.images"}}}
}

func TestRules(t *testing.T) {
	n := startNetwork(t)
	c, status := connect(t, n, map[string]any{"keywords": []any{"acmeair", "Straßenbahn"}})
	out, stop := follow(t, c, status, "")
	tests := []struct {
		name, did string
		record    map[string]any
		want      bool
	}{
		{"says nothing of us", authorDID, sky("hello", nil), false},
		{"names us by facet", authorDID, sky("@acme hi", naming(ourDID)), true},
		{"names somebody else", authorDID, sky("@bob hi", naming(strangerDID)), false},
		{"writes our handle without a facet", authorDID, sky("acme.test "+ourDID, nil), false},
		{"answers us", authorDID, sky("no", replying(strangerDID, ourDID)), true},
		{"in our thread", authorDID, sky("no", replying(ourDID, strangerDID)), true},
		{"in another thread", authorDID, sky("no", replying(strangerDID, strangerDID)), false},
		{"keyword", authorDID, sky("late again, AcmeAir!", nil), true},
		{"keyword in a word", authorDID, sky("acmeairs", nil), false},
		{"another script of letters", authorDID, sky("die STRAẞENBAHN", nil), true},
		{"our own post", ourDID, sky("acmeair news", nil), false},
		{"our own answer", ourDID, sky("sorry", replying(authorDID, authorDID)), true},
		{"quotes us", authorDID, sky("look at this", quoting(ourDID, "post")), true},
		{"quotes us beside a picture", authorDID, sky("look at this", quotingWithMedia(ourDID)), true},
		{"quotes somebody else", authorDID, sky("look at this", quotingWithMedia(strangerDID)), false},
		{"shows our feed", authorDID, sky("look at this", quoting(ourDID, "generator")), false},
		{"we quote our news", ourDID, sky("acmeair news", quoting(ourDID, "post")), false},
		{"we quote somebody", ourDID, sky("acmeair", quoting(authorDID, "post")), false},
		{"an embed of another shape", authorDID, sky("acmeair?", map[string]any{"embed": []any{7}, "labels": "x", "langs": 5}), true},
		{"no post at all", authorDID, map[string]any{"text": 5, "tags": "acmeair"}, false},
	}
	for _, tt := range tests {
		n.commit(t, tt.did, "create", "", tt.record)
		n.commit(t, authorDID, "create", "", sky("acmeair", nil)) // shows that the one before was passed
		var got []care.Mention
		for len(got) == 0 || got[len(got)-1].Text != "acmeair" {
			got = append(got, (<-out).Mentions...)
		}
		if (len(got) == 2) != tt.want {
			t.Errorf("%s: emitted %t, want %t", tt.name, len(got) == 2, tt.want)
		}
		if brand := got[0].By == care.ByBrand; len(got) == 2 && brand != (tt.did == ourDID) {
			t.Errorf("%s: by %q", tt.name, got[0].By)
		}
	}
	if err := stop(); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestMention(t *testing.T) {
	n := startNetwork(t)
	c, status := connect(t, n, nil)
	out, stop := follow(t, c, status, "")
	more := replying(ourDID, strangerDID)
	more["langs"] = []any{"de", "en"}
	key := n.commit(t, authorDID, "create", "", sky("Nein.", more))
	got := (<-out).Mentions[0]
	uri := "at://" + authorDID + "/app.bsky.feed.post/" + key
	want := care.Mention{
		ID: uri, Platform: "bluesky", Author: care.Author{ID: authorDID, Handle: "ann.test", Name: "Ann", Followers: 12},
		Text: "Nein.", CreatedAt: time.Date(2026, 11, 22, 9, 0, 0, 5e8, time.UTC), Lang: "de",
		InReplyTo: "at://" + strangerDID + "/app.bsky.feed.post/3kabc", Thread: "at://" + ourDID + "/app.bsky.feed.post/3kabc",
		ThreadAuthor: ourDID, URL: "https://bsky.app/profile/" + authorDID + "/post/" + key, Connector: "sky",
		Ref: `{"uri":"` + uri + `","cid":"bafyrei` + key + `","root":{"uri":"at://` + ourDID + `/app.bsky.feed.post/3kabc","cid":"bafy"}}`,
	}
	if seen := time.Now(); want.CreatedAt.After(seen) {
		want.CreatedAt = got.CreatedAt // the network saw it before the time that it claims
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	n.commit(t, strangerDID, "update", key, sky("changed", more)) // Bluesky goes on showing what was there first
	n.commit(t, strangerDID, "create", "", sky("hi", more))
	if got := (<-out).Mentions[0].Author; got != (care.Author{ID: strangerDID, Handle: strangerDID}) {
		t.Errorf("an author without a profile is %+v", got)
	}
	_ = stop()
}

func TestDeletes(t *testing.T) {
	n := startNetwork(t)
	c, status := connect(t, n, nil)
	out, stop := follow(t, c, status, "")
	key := n.commit(t, authorDID, "create", "", sky("@acme", naming(ourDID)))
	n.commit(t, authorDID, "delete", "3kother", nil)
	n.commit(t, authorDID, "delete", key, nil)
	created, deleted := (<-out).Mentions[0], (<-out).Mentions[0]
	if !deleted.Deleted || deleted.ID != created.ID || deleted.Text != "" || deleted.Connector != "sky" {
		t.Errorf("got %+v", deleted)
	}
	_ = stop()
}

func TestResumesBehindTheCursor(t *testing.T) {
	n := startNetwork(t)
	c, status := connect(t, n, nil)
	for _, tt := range []struct{ cursor, want string }{
		{"", ""}, {"nonsense", ""}, {strconv.Itoa(1_800_000_000_000_000), strconv.Itoa(1_799_999_995_000_000)},
	} {
		_, stop := follow(t, c, status, tt.cursor)
		_ = stop()
		n.jetstream.mu.Lock()
		if got := n.cursors[len(n.cursors)-1]; got != tt.want {
			t.Errorf("from %q: asked for %q, want %q", tt.cursor, got, tt.want)
		}
		n.jetstream.mu.Unlock()
	}
}

// A stream whose other end is gone without a word is noticed.
func TestNoticesADeadStream(t *testing.T) {
	stay := make(chan struct{})
	dead := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		conn, err := websocket.Accept(w, r, &websocket.AcceptOptions{OnPingReceived: func(context.Context, []byte) bool { return false }})
		if err != nil {
			t.Error(err)
			return
		}
		defer conn.CloseNow()
		ctx := conn.CloseRead(context.Background())
		select {
		case <-stay:
		case <-ctx.Done():
		}
	}))
	defer dead.Close()
	defer close(stay)
	n := startNetwork(t)
	c, _ := connect(t, n, map[string]any{"stream": strings.Replace(dead.URL, "http", "ws", 1), "heartbeat": "20ms"})
	err := c.Read(t.Context(), "", func(context.Context, connectors.Batch) error { return nil })
	if !errors.Is(err, connectors.ErrSilent) || !strings.Contains(err.Error(), "the stream is silent: nothing came for 40ms") {
		t.Errorf("got %v", err)
	}
}

func TestReadErrors(t *testing.T) {
	const closed = "127.0.0.1:1" // nobody listens there
	denied := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) }))
	defer denied.Close()
	n := startNetwork(t)
	tests := []struct {
		name   string
		change map[string]any
		want   error // nil: to be tried again
		text   string
	}{
		{"no such account", map[string]any{"accounts": []any{"@nobody.test"}}, connectors.ErrMisconfigured, "no account nobody.test"},
		{"appview down", map[string]any{"accounts": []any{"ann.test"}, "appview": "http://" + closed}, nil, "look up the account"},
		{"stream down", map[string]any{"stream": "ws://" + closed}, nil, "connect to the stream"},
		{"stream denied", map[string]any{"stream": denied.URL}, connectors.ErrUnauthorized, "check the setting stream"},
	}
	for _, tt := range tests {
		c, _ := connect(t, n, tt.change)
		err := c.Read(t.Context(), "", nil)
		if err == nil || tt.want != nil && !errors.Is(err, tt.want) || !strings.Contains(err.Error(), tt.text) {
			t.Errorf("%s: %v, want %v, %q", tt.name, err, tt.want, tt.text)
		}
		if tt.want == nil && (errors.Is(err, connectors.ErrUnauthorized) || errors.Is(err, connectors.ErrMisconfigured)) {
			t.Errorf("%s: %v would wait for a person", tt.name, err)
		}
	}
}

// The brand's handles may be those of other platforms.
func TestTakesTheBrandsHandlesThatFit(t *testing.T) {
	n := startNetwork(t)
	c, status := connect(t, n, map[string]any{"accounts": nil})
	out, stop := follow(t, c, status, "")
	n.commit(t, authorDID, "create", "", sky("@acme", naming(ourDID)))
	if got := (<-out).Mentions[0].Text; got != "@acme" {
		t.Errorf("got %q", got)
	}
	_ = stop()
}

func TestSettings(t *testing.T) {
	tests := []struct {
		raw  map[string]any
		want string
	}{
		{map[string]any{}, "keywords: give keywords or accounts"},
		{map[string]any{"keywords": "a", "password": "p"}, "identifier: is needed with password"},
		{map[string]any{"keywords": "a", "identifier": "acme.test"}, "password: is needed with identifier"},
		{map[string]any{"keywords": "a", "heartbeat": "0s"}, "heartbeat: must be longer"},
	}
	for _, tt := range tests {
		set, err := bluesky.Type().Spec.Decode(tt.raw)
		if err != nil {
			t.Fatal(err)
		}
		_, err = bluesky.New("sky", set, connectors.Env{Now: time.Now})
		if !errors.Is(err, connectors.ErrMisconfigured) || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%v: %v, want %q", tt.raw, err, tt.want)
		}
	}
}
