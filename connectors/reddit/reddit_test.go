package reddit_test

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/connectortest"
	"goodgraces/connectors/reddit"
)

// site is a local Reddit: one community, and a thread with comments.
type site struct {
	mu       sync.Mutex
	posts    []string
	comments []string // below the post t3_abc
	nonsense []string
	paths    []string
	url      string
}

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.paths = append(s.paths, r.URL.RequestURI())
	entries := s.posts
	switch {
	case strings.HasPrefix(r.URL.Path, "/r/acme/comments/abc/"):
		entries = s.comments
	case len(s.nonsense) > 0:
		fmt.Fprint(w, s.nonsense[0])
		s.nonsense = s.nonsense[1:]
		return
	}
	fmt.Fprintf(w, `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom">%s</feed>`, strings.Join(entries, ""))
}

func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a Builder takes everything
	return b.String()
}

// entry is one of Reddit's own, as its feed writes it.
func (s *site) entry(id, author, path, title, body string) string {
	content := fmt.Sprintf(`<!-- SC_OFF --><div class="md"><p>%s</p></div><!-- SC_ON --> &#32; submitted by &#32; <a href="https://www.reddit.com/user/%s"> /u/%s </a> <br/> <span><a href="x">[link]</a></span>`, escaped(body), author, author)
	return fmt.Sprintf(`<entry><author><name>/u/%s</name></author><content type="html">%s</content><id>%s</id><link href="%s%s" /><updated>2026-11-28T10:00:00+00:00</updated><title>%s</title></entry>`,
		author, escaped(content), id, s.url, path, escaped(title))
}

func (s *site) add(list *[]string, entry string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	*list = append([]string{entry}, *list...)
}

// addBelow puts an entry below those that came after it.
func (s *site) addBelow(list *[]string, entry string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	*list = append(*list, entry)
}

func start(t *testing.T) (*site, *connectortest.Platform) {
	s := &site{}
	faults := &connectortest.Faults{Reads: []connectortest.Read{{Name: "new", Is: func(r *http.Request) bool { return strings.HasSuffix(r.URL.Path, "/new/.rss") }}}}
	var end func()
	s.url, end = connectortest.Serve(t, faults, s, nil)
	n := 0
	post := func(text string) string {
		n++
		return s.entry(fmt.Sprintf("t3_p%d", n), "ann", fmt.Sprintf("/r/acme/comments/p%d/late/", n), "", text)
	}
	return s, &connectortest.Platform{
		Settings: map[string]any{"subreddits": []any{"r/acme"}, "comments": false, "every": "1ms", "base_url": s.url, "accounts": []any{"u/acme_help"}},
		Publish: func(_ context.Context, _ *testing.T, _ connectors.Connector, texts []string) {
			for _, text := range texts {
				s.add(&s.posts, post(text))
			}
		},
		Late: func(_ context.Context, _ *testing.T, _ connectors.Connector, text string) func() {
			late := post(text)
			return func() { s.addBelow(&s.posts, late) }
		},
		Disturb: func(*testing.T, connectors.Connector) {
			s.mu.Lock()
			defer s.mu.Unlock()
			s.nonsense = append(s.nonsense, "<html>whoa there, pardner!</html>", "", strings.Repeat("<entry>", 10<<20/7))
		},
		Plain:          true,
		Keeps:          true,
		Mention:        care.Mention{ID: "t3_abc", Platform: reddit.Platform, URL: s.url + "/r/acme/comments/abc/late/"},
		Standing:       func(care.SendKind) int { return 0 },
		RefuseMessages: func() {},
		Faults:         faults,
		Down:           end,
		ByHand: func(_ *testing.T, text string) string {
			s.add(&s.comments, s.entry("t1_ours", "acme_help", "/r/acme/comments/abc/late/ours/", "/u/acme_help on late", text))
			s.add(&s.comments, s.entry("t1_bea", "bea", "/r/acme/comments/abc/late/bea/", "/u/bea on late", "same here"))
			return "https://www.reddit.com/r/acme/comments/abc/late/ours/?utm_source=share"
		},
	}
}

func TestConnector(t *testing.T) {
	connectortest.Run(t, connectortest.Harness{Type: reddit.Type(), Start: func(t *testing.T) *connectortest.Platform {
		_, p := start(t)
		return p
	}})
}

func open(t *testing.T, p *connectortest.Platform, change map[string]any) connectors.Connector {
	maps.Copy(p.Settings, change)
	set, err := reddit.Type().Spec.Decode(p.Settings)
	if err != nil {
		t.Fatal(err)
	}
	c, err := reddit.New("r", set, connectors.Env{Client: http.DefaultClient, Now: time.Now, Status: func(string, string) {}, Keywords: []string{"acme"}})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// What Reddit puts around a post is no part of it.
func TestPostsAndComments(t *testing.T) {
	s, p := start(t)
	s.add(&s.posts, s.entry("t3_1", "ann", "/r/acme/comments/1/lost/", "Lost parcel", "Day 3 & no parcel"))
	s.add(&s.posts, s.entry("t1_2", "acme_help", "/r/acme/comments/1/lost/2/", "/u/acme_help on Lost parcel", "We are looking"))
	s.add(&s.posts, s.entry("t1_3", "AutoModerator", "/r/acme/comments/1/lost/3/", "/u/AutoModerator on Lost parcel", "Beep"))
	s.add(&s.posts, s.entry("t1_4", "sneakpeekbot", "/r/acme/comments/1/lost/4/", "/u/sneakpeekbot on Lost parcel", "Here is a sneak peek"))
	var got []care.Mention
	stop := errors.New("enough")
	err := open(t, p, map[string]any{"ignore": []any{"*bot"}}).(connectors.Source).Read(t.Context(), "", func(_ context.Context, b connectors.Batch) error {
		got = b.Mentions
		return stop
	})
	if !errors.Is(err, stop) || len(got) != 3 {
		t.Fatalf("%v, %d mentions", err, len(got))
	}
	if m := got[0]; m.Text != "Lost parcel\n\nDay 3 & no parcel" || m.ID != "t3_1" || m.Author.Handle != "ann" || m.Thread != "t3_1" || m.Platform != "reddit" {
		t.Errorf("the post: %+v", m)
	}
	if m := got[1]; m.Text != "We are looking" || m.By != care.ByBrand || m.Thread != "t3_1" {
		t.Errorf("our comment: %+v", m)
	}
	if !got[2].Author.Bot {
		t.Errorf("the moderator program: %+v", got[2])
	}
}

// Only an answer of ours, to this post, counts; whatever address is pasted, only
// the configured server is asked.
func TestVerify(t *testing.T) {
	s, p := start(t)
	p.ByHand(t, "Sorry")
	c := open(t, p, nil).(connectors.Verifier)
	for address, want := range map[string]string{
		"https://www.reddit.com/r/acme/comments/abc/late/bea/":    "none of our accounts",
		"https://www.reddit.com/r/acme/comments/abc/late/gone/":   "no such comment",
		"https://www.reddit.com/r/acme/comments/xyz/late/ours/":   "another post",
		"https://www.reddit.com/r/acme/comments/abc/":             "not the address of a comment",
		"https://evil.example/r/../../etc/comments/abc/late/ours": "not the address of a comment",
		"file:///r/acme/comments/abc/late/passwd%2f..%2f..%2fetc": "not the address of a comment",
	} {
		if _, err := c.Verify(t.Context(), p.Mention, address); !errors.Is(err, connectors.ErrNotFound) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", address, err, want)
		}
	}
	r, err := c.Verify(t.Context(), p.Mention, "https://elsewhere.example/r/acme/comments/abc/late/ours/")
	if err != nil || r.ID != "t1_ours" || !strings.HasPrefix(r.URL, s.url) {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestFeedsToRead(t *testing.T) {
	s, p := start(t)
	c := open(t, p, map[string]any{"comments": true, "search": []any{"acme parcels & more"}})
	for _, f := range c.(connectors.Checker).Check(t.Context()) {
		if f.State == connectors.Fails {
			t.Errorf("%+v", f)
		}
	}
	want := []string{"/r/acme/new/.rss", "/r/acme/comments/.rss", "/search.rss?q=acme+parcels+%26+more&sort=new"}
	if strings.Join(s.paths, " ") != strings.Join(want, " ") {
		t.Errorf("read %q", s.paths)
	}
	set, _ := reddit.Type().Spec.Decode(map[string]any{"subreddits": "../etc"})
	if _, err := reddit.New("r", set, connectors.Env{}); !errors.Is(err, connectors.ErrMisconfigured) {
		t.Errorf("got %v", err)
	}
	set, _ = reddit.Type().Spec.Decode(map[string]any{})
	if _, err := reddit.New("r", set, connectors.Env{}); !errors.Is(err, connectors.ErrMisconfigured) {
		t.Errorf("nothing to read: %v", err)
	}
}

// Where Reddit cannot be reached, it is said what to do.
func TestUnreachableSaysWhatToDo(t *testing.T) {
	set, err := reddit.Type().Spec.Decode(map[string]any{"subreddits": "acme", "base_url": "http://127.0.0.1:1"})
	if err != nil {
		t.Fatal(err)
	}
	c, err := reddit.New("r", set, connectors.Env{Client: http.DefaultClient, Now: time.Now, Status: func(string, string) {}})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range c.(connectors.Checker).Check(t.Context()) {
		if f.State != connectors.Fails || !strings.Contains(f.Note, "leave the setting base_url out") {
			t.Errorf("%+v", f)
		}
	}
}
