package feeds_test

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/connectortest"
	"goodgraces/connectors/feeds"
)

// blog is a server with one feed. It honours conditional requests.
type blog struct {
	mu       sync.Mutex
	items    []string
	nonsense []string // what it answers first, once each
	version  int
	asked    int // times it was asked
	whole    int // times it answered with a feed
}

func (b *blog) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.asked++
	if len(b.nonsense) > 0 {
		fmt.Fprint(w, b.nonsense[0])
		b.nonsense = b.nonsense[1:]
		return
	}
	etag := fmt.Sprintf(`"v%d"`, b.version)
	if r.Header.Get("If-None-Match") == etag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	b.whole++
	w.Header().Set("ETag", etag)
	w.Header().Set("Content-Type", "application/rss+xml")
	fmt.Fprintf(w, `<?xml version="1.0"?><rss version="2.0"><channel><title>Blog</title>%s</channel></rss>`, strings.Join(b.items, ""))
}

// add puts an entry at the top.
func (b *blog) add(item string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.items = append([]string{item}, b.items...)
	b.version++
}

// addBelow puts an entry where nobody looks for a new one.
func (b *blog) addBelow(item string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.items = append(b.items, item)
	b.version++
}

// edit changes a word of the entry at the top.
func (b *blog) edit(old, now string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.items[0] = strings.Replace(b.items[0], old, now, 1)
	b.version++
}

// counts returns how often it was asked, and how often it answered with a feed.
// A question that nobody waits for any more may still be under way.
func (b *blog) counts() (asked, whole int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.asked, b.whole
}

func (b *blog) disturb() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.nonsense = append(b.nonsense, "", "<rss", "\xff\xfe\x00", `{"version":"https://jsonfeed.org/version/1.1","items":[null,{}]}`,
		"<rss><channel>"+strings.Repeat("<item>", 20_000), strings.Repeat("nonsense ", 10<<20/9), "<feed xmlns='http://www.w3.org/2005/Atom'><entry/><entry><id>"+strings.Repeat("x", 1<<20)+"</id></entry></feed>")
}

func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a Builder takes everything
	return b.String()
}

// asHTML is a text as a blog would publish it.
func asHTML(text string) string { return escaped("<p>" + escaped(text) + "</p>") }

func TestConnector(t *testing.T) {
	connectortest.Run(t, connectortest.Harness{Type: feeds.Type(), Start: func(t *testing.T) *connectortest.Platform {
		b := &blog{}
		faults := &connectortest.Faults{Reads: []connectortest.Read{{Name: "feed", Is: func(*http.Request) bool { return true }}}}
		url, end := connectortest.Serve(t, faults, b, nil)
		n := 0
		return &connectortest.Platform{
			Settings: map[string]any{"urls": []any{url + "/hooks/very-secret/feed?key=very-secret"}, "every": "1ms", "keywords": []any{connectortest.Keyword}},
			Secrets:  []string{"very-secret"},
			Publish: func(_ context.Context, _ *testing.T, _ connectors.Connector, texts []string) {
				for _, text := range texts {
					n++
					b.add(item(n, text))
				}
			},
			Late: func(_ context.Context, _ *testing.T, _ connectors.Connector, text string) func() {
				n++
				late := item(n, text)
				return func() { b.addBelow(late) }
			},
			Disturb:        func(*testing.T, connectors.Connector) { b.disturb() },
			Plain:          true,
			Keeps:          true,
			Mention:        care.Mention{ID: "1", Platform: "feeds"},
			Standing:       func(care.SendKind) int { return 0 },
			RefuseMessages: func() {},
			Faults:         faults,
			Down:           end,
		}
	}})
}

func item(n int, text string) string {
	at := time.Date(2026, 11, 22, 9, 0, n, 0, time.UTC).Format(time.RFC1123)
	return fmt.Sprintf(`<item><guid>%d</guid><link>https://blog.example/%d</link><pubDate>%s</pubDate><description>%s</description></item>`, n, n, at, asHTML(text))
}

// A feed that has not changed is not read again, nor after a restart.
func TestConditionalRequests(t *testing.T) {
	b := &blog{}
	b.add(`<item><guid>1</guid><title>Late &amp;amp; lost</title><description>&lt;p&gt;Where is my parcel?&lt;/p&gt;</description><pubDate>Sat, 28 Nov 2026 10:00:00 GMT</pubDate><link>https://blog.example/1</link></item>`)
	srv := httptest.NewServer(b)
	defer srv.Close()
	read := func(cursor string, rounds int) (out []care.Mention, last string) {
		set, err := feeds.Type().Spec.Decode(map[string]any{"urls": srv.URL, "every": "1ms"})
		if err != nil {
			t.Fatal(err)
		}
		c, err := feeds.New("f", set, connectors.Env{Client: srv.Client(), Now: time.Now, Status: func(string, string) {}})
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		until, _ := b.counts()
		until += rounds
		done := make(chan error, 1)
		go func() {
			done <- c.(connectors.Source).Read(ctx, cursor, func(_ context.Context, batch connectors.Batch) error {
				out, last = append(out, batch.Mentions...), batch.Cursor
				return nil
			})
		}()
		for asked := 0; asked < until; <-time.After(time.Millisecond) {
			asked, _ = b.counts()
		}
		cancel()
		<-done
		return out, last
	}
	first, cursor := read("", 5)
	if len(first) != 1 || first[0].Text != "Late & lost\n\nWhere is my parcel?" || first[0].URL != "https://blog.example/1" || first[0].CreatedAt.IsZero() {
		t.Fatalf("got %+v", first)
	}
	if _, whole := b.counts(); whole != 1 || !strings.Contains(cursor, `\"v1\"`) {
		t.Errorf("read whole %d times, cursor %s", whole, cursor)
	}
	again, _ := read(cursor, 3)
	if _, whole := b.counts(); len(again) != 0 || whole != 1 {
		t.Errorf("after a restart: %d entries, read whole %d times", len(again), whole)
	}
	b.edit("Where is", "Still no")
	if edited, _ := read(cursor, 3); len(edited) != 1 || edited[0].ID != first[0].ID || !strings.Contains(edited[0].Text, "Still no") {
		t.Errorf("edited: %+v", edited)
	}
}

// An answer that shares nothing with the one before it may hide a gap: after a
// restart, and in a feed that is asked too seldom. An empty answer says nothing.
func TestGapsAreTold(t *testing.T) {
	entry := func(n int) string {
		return fmt.Sprintf(`<item><guid>%d</guid><title>Entry %d</title><pubDate>Sat, 28 Nov 2026 %02d:00:00 GMT</pubDate></item>`, n, n, n)
	}
	for _, tt := range []struct {
		name   string
		listed []int // by the second answer
		gap    string
	}{
		{"goes on", []int{12, 11, 10, 9}, ""},
		{"the last ones are gone, one is left", []int{12, 9}, ""},
		{"nothing", nil, ""},
		{"too far", []int{20, 18, 17}, "entries between 2026-11-28 10:00 and 2026-11-28 17:00 UTC may be missing"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := &blog{items: []string{entry(10), entry(9)}}
			cursor, _ := readFeed(t, b, "")
			b.items, b.version = nil, 1
			for _, n := range tt.listed {
				b.items = append(b.items, entry(n))
			}
			_, said := readFeed(t, b, cursor)
			if told := strings.Contains(said, "may be missing"); told != (tt.gap != "") || !strings.Contains(said, tt.gap) {
				t.Errorf("state: %s", said)
			}
		})
	}
}

// readFeed reads one answer, and returns the cursor behind it and the state.
func readFeed(t *testing.T, b *blog, cursor string) (next, said string) {
	t.Helper()
	srv := httptest.NewServer(b)
	defer srv.Close()
	set, err := feeds.Type().Spec.Decode(map[string]any{"urls": "http://feed.example/", "every": "1h"})
	if err != nil {
		t.Fatal(err)
	}
	proxy, err := url.Parse(srv.URL) // so that the feed's address stays the same
	if err != nil {
		t.Fatal(err)
	}
	client := &http.Client{Transport: &http.Transport{Proxy: http.ProxyURL(proxy), DisableKeepAlives: true}}
	c, err := feeds.New("f", set, connectors.Env{Client: client, Now: time.Now, Status: func(state, reason string) { said = state + ": " + reason }})
	if err != nil {
		t.Fatal(err)
	}
	done := errors.New("one is enough")
	if err := c.(connectors.Source).Read(t.Context(), cursor, func(_ context.Context, batch connectors.Batch) error {
		next = batch.Cursor
		return done
	}); !errors.Is(err, done) {
		t.Fatal(err)
	}
	return next, said
}

func TestSettings(t *testing.T) {
	for name, raw := range map[string]map[string]any{
		"no address": {"urls": []any{}}, "no web": {"urls": "ftp://x/y"}, "no pause": {"urls": "https://x/y", "every": "0s"},
	} {
		set, err := feeds.Type().Spec.Decode(raw)
		if err == nil {
			_, err = feeds.New("f", set, connectors.Env{})
		}
		if err == nil {
			t.Errorf("%s: taken", name)
		}
	}
}

// What a program wrote is marked, and accounts that are to be ignored are not
// read.
func TestBotsAndTheIgnored(t *testing.T) {
	b := &blog{}
	for i, author := range []string{"Ann", "renovate[bot]", "The Shop", "AutoModerator"} {
		b.add(fmt.Sprintf(`<item xmlns:dc="http://purl.org/dc/elements/1.1/"><guid>%d</guid><dc:creator>%s</dc:creator><description>late</description></item>`, i, author))
	}
	srv := httptest.NewServer(b)
	defer srv.Close()
	set, err := feeds.Type().Spec.Decode(map[string]any{"urls": []any{srv.URL}, "ignore": []any{"the shop"}})
	if err != nil {
		t.Fatal(err)
	}
	c, err := feeds.New("f", set, connectors.Env{Client: srv.Client(), Now: time.Now, Status: func(string, string) {}})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	got := map[string]bool{}
	_ = c.(connectors.Source).Read(ctx, "", func(_ context.Context, b connectors.Batch) error {
		for _, m := range b.Mentions {
			got[m.Author.Handle] = m.Author.Bot
		}
		stop()
		return nil
	})
	if want := map[string]bool{"Ann": false, "renovate[bot]": true, "AutoModerator": true}; !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
