package reddit_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/reddit"
)

// stored is a daemon whose store holds posts.
type stored struct {
	connectors.Host
	posts []care.Mention
}

func (*stored) Heard() {}

func (s *stored) Kept(context.Context, string, time.Time, int) ([]care.Mention, error) {
	return s.posts, nil
}

// What Reddit leaves of a post, as its feeds write it (r2's link.xml and
// comment.xml, and answers of reddit.com).
const (
	marked   = `<!-- SC_OFF --><div class="md"><p>%s</p> </div><!-- SC_ON -->`
	theirs   = `<author><name>/u/ann</name></author>`
	nobodys  = `<author><name>/u/[deleted]</name></author>`
	postLink = "/r/acme/comments/p1/late/"
)

func left(id, link, author, title, content string) string {
	return fmt.Sprintf(`<entry>%s<content type="html">%s</content><id>%s</id><link href="%s"/><updated>2026-11-28T10:00:00+00:00</updated><title>%s</title></entry>`,
		author, escaped(content), id, link, title)
}

func text(s string) string { return fmt.Sprintf(marked, s) }

// box is a text without the marks, as some comments come.
func box(s string) string {
	return `<div class="md"><p>` + s + `</p> </div> &#32; submitted by &#32; <a href="/user/ann"> /u/ann </a>`
}

// A stored post is looked at again by its own feed: what was deleted or removed is
// handed on, nothing else, and what is not found only where others are.
func TestDeletedPostsAreNoticed(t *testing.T) {
	const comment, thread = "/r/acme/comments/p1/late/c1/", `<entry><id>t3_p1</id></entry>`
	for _, tt := range []struct {
		name, id, link string
		answer         string // of the post's feed; "" is 404
		others         bool   // whether another post's feed is found
		gone           bool
	}{
		{"stands", "t3_p1", postLink, left("t3_p1", postLink, theirs, "Late", text("Where is it?")), true, false},
		{"its author says [deleted]", "t3_p1", postLink, left("t3_p1", postLink, theirs, "[deleted]", text("[deleted]")), true, false},
		{"deleted", "t3_p1", postLink, left("t3_p1", postLink, "", "[deleted]", text("[deleted]")), false, true},
		{"deleted, its title stands", "t3_p1", postLink, left("t3_p1", postLink, nobodys, "Late", text("[deleted]")), false, true},
		{"a link that was deleted", "t3_p1", postLink, left("t3_p1", postLink, nobodys, "Late", "[link]"), false, true},
		{"removed by Reddit", "t3_p1", postLink, left("t3_p1", postLink, nobodys, "[ Removed by Reddit ]", text("[ Removed by Reddit ]")), false, true},
		{"removed, its author stands", "t3_p1", postLink, left("t3_p1", postLink, theirs, "Late", "[removed] submitted by /u/ann"), false, true},
		{"its account was deleted", "t3_p1", postLink, left("t3_p1", postLink, nobodys, "Late", text("Where is it?")), true, false},
		{"a comment deleted", "t1_c1", comment, thread + left("t1_c1", comment, "", "/u/[deleted] on Late", text("[deleted]")), false, true},
		{"a comment removed", "t1_c1", comment, thread + left("t1_c1", comment, nobodys, "/u/[deleted] on Late", text("[removed]")), false, true},
		{"a comment of a deleted account", "t1_c1", comment, thread + left("t1_c1", comment, "", "/u/[deleted] on Late", text("Mine too")), true, false},
		{"a comment without marks", "t1_c1", comment, thread + left("t1_c1", comment, theirs, "/u/ann on Late", box("[removed] is what they said")), true, false},
		{"a comment without marks deleted", "t1_c1", comment, thread + left("t1_c1", comment, nobodys, "/u/[deleted] on Late", box("[deleted]")), false, true},
		{"not found", "t3_p1", postLink, "", true, true},
		{"nothing is found", "t3_p1", postLink, "", false, false},
		{"not listed", "t3_p1", postLink, left("t3_p9", "/x", theirs, "Else", text("Else")), true, true},
		{"nothing is listed", "t3_p1", postLink, " ", false, false},
		{"a comment, beside posts alone", "t1_c1", comment, "", true, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			other := left("t3_p2", "/r/acme/comments/p2/other/", theirs, "Other", text("Another one"))
			site := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				answer := other
				switch path := r.URL.Path; {
				case path == strings.TrimRight(tt.link, "/")+"/.rss":
					answer = tt.answer
				case strings.HasPrefix(path, "/r/acme/comments/") && !tt.others:
					answer = ""
				}
				if answer == "" {
					http.NotFound(w, r)
					return
				}
				fmt.Fprintf(w, `<feed xmlns="http://www.w3.org/2005/Atom">%s</feed>`, answer)
			})
			m := care.Mention{ID: tt.id, Platform: reddit.Platform, Connector: "r", URL: "https://www.reddit.com" + tt.link, Author: care.Author{ID: "ann"}, Text: "Late"}
			got := readOnce(t, site, &stored{posts: []care.Mention{m}})
			if tt.gone != (len(got) == 1) {
				t.Fatalf("handed on as deleted: %+v", got)
			}
			if tt.gone && (got[0].ID != tt.id || got[0].Platform != reddit.Platform || got[0].Text != "") {
				t.Errorf("%+v", got[0])
			}
		})
	}
}

// readOnce reads until its feed was asked once and all that follows is done, and
// returns what was deleted.
func readOnce(t *testing.T, site http.Handler, host connectors.Host) (gone []care.Mention) {
	t.Helper()
	set, err := reddit.Type().Spec.Decode(map[string]any{"subreddits": "acme", "comments": false, "every": "1h"})
	if err != nil {
		t.Fatal(err)
	}
	c, err := reddit.New("r", set, connectors.Env{Client: &http.Client{Transport: inProcess{site}}, Now: time.Now, Status: func(string, string) {}, Host: host})
	if err != nil {
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 30*time.Minute)
		defer cancel()
		err := c.(connectors.Source).Read(ctx, "", func(_ context.Context, b connectors.Batch) error {
			for _, m := range b.Mentions {
				if m.Deleted {
					gone = append(gone, m)
				}
			}
			return nil
		})
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("Read ended: %v", err)
		}
	})
	return gone
}

// inProcess answers requests without a network.
type inProcess struct{ http.Handler }

func (p inProcess) RoundTrip(r *http.Request) (*http.Response, error) {
	w := httptest.NewRecorder()
	p.ServeHTTP(w, r)
	answer := w.Result()
	answer.Request = r
	return answer, nil
}

// Where Reddit says that no request remains, nothing is asked besides the feeds.
func TestASpentBudgetIsLeftAlone(t *testing.T) {
	var asked []string
	site := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.Path)
		w.Header().Set("X-Ratelimit-Remaining", "0.0")
		fmt.Fprintf(w, `<feed xmlns="http://www.w3.org/2005/Atom">%s</feed>`, left("t3_p2", "/r/acme/comments/p2/other/", theirs, "Other", text("Another one")))
	})
	readOnce(t, site, &stored{posts: []care.Mention{{ID: "t3_p1", Platform: reddit.Platform, Connector: "r", URL: "https://www.reddit.com" + postLink}}})
	if len(asked) != 1 {
		t.Errorf("asked for %q", asked)
	}
}

// What a feed that is read anyway shows as deleted is handed on too, once, where
// it was read before.
func TestADeletedEntryIsNoEdit(t *testing.T) {
	asked, now := 0, time.Now()
	site := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		asked++
		answer := left("t3_p1", postLink, nobodys, "[deleted by user]", text("[removed]")) + left("t3_p3", "/r/acme/comments/p3/x/", nobodys, "[deleted]", text("[deleted]"))
		if asked == 1 {
			answer = left("t3_p1", postLink, theirs, "Late", text("Where is it?"))
		}
		fmt.Fprintf(w, `<feed xmlns="http://www.w3.org/2005/Atom">%s</feed>`, answer)
	})
	set, err := reddit.Type().Spec.Decode(map[string]any{"subreddits": "acme", "comments": false, "every": "1ms"})
	if err != nil {
		t.Fatal(err)
	}
	c, err := reddit.New("r", set, connectors.Env{Client: &http.Client{Transport: inProcess{site}}, Now: func() time.Time { return now }, Status: func(string, string) {}})
	if err != nil {
		t.Fatal(err)
	}
	var got []care.Mention
	ctx, cancel := context.WithCancel(t.Context())
	_ = c.(connectors.Source).Read(ctx, "", func(_ context.Context, b connectors.Batch) error {
		now = now.Add(time.Second)
		got = append(got, b.Mentions...)
		if asked == 4 {
			cancel()
		}
		return nil
	})
	if len(got) != 2 || got[0].Deleted || got[1].ID != "t3_p1" || !got[1].Deleted || got[1].Text != "" || !got[1].EditedAt.IsZero() {
		t.Errorf("got %+v", got)
	}
}

// A comment stands below the post at the top, whose author is known where it was
// read; which comment the brand answered is not told.
func TestCommentsHaveAThread(t *testing.T) {
	const thread = "/r/acme/comments/p1/late/"
	site := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answer := left("t3_p1", thread, theirs, "Late", text("Where is it?"))
		if strings.HasSuffix(r.URL.Path, "/comments/.rss") {
			answer = left("t1_c1", thread+"c1/", `<author><name>/u/bea</name></author>`, "/u/bea on Late", box("Mine &lt;b&gt; too")) +
				left("t1_c2", thread+"c2/", `<author><name>/u/acme_help</name></author>`, "/u/acme_help on Late", text("We look"))
		}
		fmt.Fprintf(w, `<feed xmlns="http://www.w3.org/2005/Atom">%s</feed>`, answer)
	})
	set, err := reddit.Type().Spec.Decode(map[string]any{"subreddits": "acme", "accounts": "acme_help"})
	if err != nil {
		t.Fatal(err)
	}
	c, err := reddit.New("r", set, connectors.Env{Client: &http.Client{Transport: inProcess{site}}, Now: time.Now, Status: func(string, string) {}})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]care.Mention{}
	ctx, cancel := context.WithCancel(t.Context())
	_ = c.(connectors.Source).Read(ctx, "", func(_ context.Context, b connectors.Batch) error {
		for _, m := range b.Mentions {
			got[m.ID] = m
		}
		if len(got) == 3 {
			cancel()
		}
		return nil
	})
	if m := got["t1_c1"]; m.Text != "Mine <b> too" {
		t.Errorf("a comment without marks says %q", m.Text)
	}
	for id, parent := range map[string]string{"t3_p1": "", "t1_c1": "t3_p1", "t1_c2": ""} {
		if m := got[id]; m.Thread != "t3_p1" || m.ThreadAuthor != "ann" || m.InReplyTo != parent {
			t.Errorf("%s: %+v", id, m)
		}
	}
}
