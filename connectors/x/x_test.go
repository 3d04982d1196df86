package x_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/x"
)

// till is the budget: what was paid, and what there is.
type till struct {
	mu   sync.Mutex
	paid care.Money
	has  care.Money // 0 is no limit
	kept []care.Mention
	of   map[string][]string  // what is stored, by author
	ends map[string]time.Time // credentials

	stored []care.Mention // all of them, kept or not
}

func (t *till) Kept(_ context.Context, _ string, _ time.Time, n int) ([]care.Mention, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.Clone(t.kept[:min(n, len(t.kept))]), nil
}

func (t *till) KeptInTurn(_ context.Context, _ string, behind int64, n int) (connectors.Turn, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	turn := connectors.Turn{All: len(t.stored)}
	turn.Posts = slices.Clone(t.stored[behind:min(int(behind)+n, len(t.stored))])
	if int(behind)+n < len(t.stored) {
		turn.Next = behind + int64(n)
	}
	return turn, nil
}

func (t *till) Expires(what string, at time.Time) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.ends == nil {
		t.ends = map[string]time.Time{}
	}
	t.ends[what] = at
}

func (t *till) end(what string) time.Time {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.ends[what]
}

func (t *till) Stored(_ context.Context, _, id string) (bool, error) {
	for _, posts := range t.of {
		if slices.Contains(posts, id) {
			return true, nil
		}
	}
	return false, nil
}

func (*till) Account(context.Context, string) (bool, error) { return true, nil }
func (t *till) StoredOf(_ context.Context, _, author string) ([]string, error) {
	return t.of[author], nil
}
func (*till) Heard() {}

func (t *till) Pay(_ context.Context, cost care.Money) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.has > 0 && t.paid+cost > t.has {
		return &connectors.RateLimitError{After: time.Hour, Budget: "the day's money is spent"}
	}
	t.paid += cost
	return nil
}

func (t *till) sum() care.Money {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.paid
}

// env is an environment in dir; without a host, there is no limit.
func env(t *testing.T, dir string, host *till) connectors.Env {
	transport := &http.Transport{}
	t.Cleanup(transport.CloseIdleConnections)
	if host == nil {
		host = &till{}
	}
	return connectors.Env{
		DataDir: dir, Client: &http.Client{Transport: transport, Timeout: time.Minute}, Now: time.Now,
		Status: func(string, string) {}, Host: host, Handles: []string{"brand.example", "larkspur"},
	}
}

func connect(t *testing.T, n *network, settings map[string]any, e connectors.Env) *x.X {
	t.Helper()
	return connectAs(t, "x", n, settings, e)
}

func connectAs(t *testing.T, name string, n *network, settings map[string]any, e connectors.Env) *x.X {
	t.Helper()
	raw := n.settings(settings)
	set, err := x.Type().Spec.Decode(raw)
	if err != nil {
		t.Fatal(err)
	}
	c, err := x.New(name, set, e)
	if err != nil {
		t.Fatal(err)
	}
	return c.(*x.X)
}

// readOnce reads until a batch holds a mention that want accepts, and returns
// all that came, and the cursor behind it.
func readOnce(t *testing.T, c *x.X, cursor string, want func(care.Mention) bool) ([]care.Mention, string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	var got []care.Mention
	err := c.Read(ctx, cursor, func(_ context.Context, b connectors.Batch) error {
		got = append(got, b.Mentions...)
		if b.Cursor != "" {
			cursor = b.Cursor
		}
		for _, m := range b.Mentions {
			if want(m) {
				cancel()
			}
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("Read: %v after %d mentions", err, len(got))
	}
	return got, cursor
}

// rewound is a cursor that was saved when id was given.
func rewound(cursor string, id uint64) string {
	return regexp.MustCompile(`"since":"[0-9]+"`).ReplaceAllString(cursor, fmt.Sprintf(`"since":"%d"`, id))
}

func says(text string) func(care.Mention) bool {
	return func(m care.Mention) bool { return strings.Contains(m.Text, text) }
}

func TestAPostBecomesAMention(t *testing.T) {
	n := startNetwork(t)
	ref := func(kind, id string) map[string]any {
		return map[string]any{"referenced_tweets": []any{map[string]any{"type": kind, "id": id}}}
	}
	n.mu.Lock()
	reply := ref("replied_to", "77")
	maps.Copy(reply, map[string]any{"conversation_id": "77", "in_reply_to_user_id": "5"})
	n.add(authorID, "no call: a < b & c connectortest", reply)
	quote := ref("quoted", "88")
	quote["text"], quote["entities"] = "look https://t.co/q", nil
	delete(quote, "entities")
	n.add(authorID, "", quote)
	edited := map[string]any{"edit_history_tweet_ids": []string{"1590000000000000001", "1590000000000000002"}, "id": n.nextID()}
	n.add(authorID, "@larkspur edited", edited)
	n.add(authorID, "RT @larkspur: news", ref("retweeted", "99"))
	n.add(authorID, "the end", nil)
	n.mu.Unlock()
	c := connect(t, n, oauth1(), env(t, t.TempDir(), nil))
	got, _ := readOnce(t, c, "", says("the end"))
	find := func(text string) care.Mention {
		for _, m := range got {
			if strings.Contains(m.Text, text) {
				return m
			}
		}
		t.Fatalf("%q was not read: %+v", text, got)
		return care.Mention{}
	}
	m := find("a < b & c")
	if m.InReplyTo != "77" || m.Thread != "77" || m.ThreadAuthor != "5" || m.Author.Handle != authorHandle || m.Author.Followers != 12 ||
		m.Lang != "en" || !strings.Contains(m.Ref, `"called":false`) || !strings.HasPrefix(m.URL, "https://x.com/ann/status/") {
		t.Errorf("a reply: %+v", m)
	}
	if m = find("look "); m.Quotes != "88" {
		t.Errorf("a quote: %+v", m)
	}
	if m = find("edited"); m.ID != "1590000000000000001" || m.EditedAt.IsZero() || !strings.Contains(m.Ref, `"id":"`) || !strings.Contains(m.Ref, `"called":true`) {
		t.Errorf("an edited post: %+v", m)
	}
	if m = find("RT @"); !m.Repost {
		t.Errorf("a repost: %+v", m)
	}
}

// An outage leaves a gap of many pages: it is filled backwards, and where that
// breaks off it goes on, without reading what was handed on before.
func TestAGapIsFilledAndGoesOn(t *testing.T) {
	n := startNetwork(t)
	host := &till{}
	c := connect(t, n, oauth1(), env(t, t.TempDir(), host))
	n.mu.Lock()
	n.add(authorID, "first connectortest", nil)
	n.mu.Unlock()
	_, cursor := readOnce(t, c, "", says("first"))
	cursor = rewound(cursor, idOf(time.Now().Add(-2*time.Hour)))
	n.mu.Lock()
	n.back = time.Hour // nothing of it is so young that it is read again
	n.lastID = 0
	for range 60 {
		n.add(authorID, "gap connectortest", nil)
	}
	n.mu.Unlock()
	seen := map[string]int{}
	stop := errors.New("stop")
	for round := 0; len(seen) < 60; round++ {
		if round > 60 {
			t.Fatalf("only %d of 60 were read", len(seen))
		}
		c = connect(t, n, oauth1(), env(t, t.TempDir(), host)) // remembers nothing
		pages := 0
		err := c.Read(t.Context(), cursor, func(_ context.Context, b connectors.Batch) error {
			if len(b.Mentions) == 0 {
				cursor = b.Cursor
				return nil
			}
			if pages++; pages > 2 {
				return stop
			}
			for _, m := range b.Mentions {
				if strings.HasPrefix(m.Text, "gap") {
					seen[m.ID]++
				}
			}
			cursor = b.Cursor
			if len(seen) == 60 {
				return stop
			}
			return nil
		})
		if !errors.Is(err, stop) {
			t.Fatal(err)
		}
	}
	for id, times := range seen {
		if times > 1 {
			t.Errorf("%s was read %d times", id, times)
		}
	}
}

// After more than a week the search reaches no further, and people are told.
func TestAnOutageLongerThanTheSearch(t *testing.T) {
	n := startNetwork(t)
	e := env(t, t.TempDir(), nil)
	said := make(chan string, 100)
	e.Status = func(state, reason string) { said <- state + " " + reason }
	c := connect(t, n, oauth1(), e)
	n.mu.Lock()
	n.add(authorID, "late connectortest", nil)
	n.mu.Unlock()
	_, cursor := readOnce(t, c, "", says("late"))
	old := rewound(cursor, 1590000000000000001) // November 2022
	n.mu.Lock()
	n.add(authorID, "later connectortest", nil)
	n.mu.Unlock()
	readOnce(t, connect(t, n, oauth1(), e), old, says("later"))
	for {
		select {
		case s := <-said:
			if strings.HasPrefix(s, connectors.Degraded) && strings.Contains(s, "reaches 7 days back: posts with a keyword from 2022-11-08") {
				return
			}
		default:
			t.Fatal("nobody was told")
		}
	}
}

// X keeps the last 800 mentions and leaves out those that were deleted since, so
// that people are told before 800 came.
func TestAnOutageLongerThanTheTimeline(t *testing.T) {
	for posts, told := range map[int]bool{60: false, 790: true} {
		n := startNetwork(t)
		e := env(t, t.TempDir(), nil)
		said := make(chan string, 1000)
		e.Status = func(_, reason string) { said <- reason }
		n.mu.Lock()
		n.add(authorID, "@larkspur first", nil)
		n.mu.Unlock()
		_, cursor := readOnce(t, connect(t, n, oauth1(), e), "", says("first"))
		n.mu.Lock()
		n.pageCap, n.back, n.lastID = 100, time.Hour, 0
		for range posts {
			n.add(authorID, "@larkspur gap", nil)
		}
		n.mu.Unlock()
		round := errors.New("the round is over")
		err := connect(t, n, oauth1(), e).Read(t.Context(), rewound(cursor, idOf(time.Now().Add(-2*time.Hour))), func(_ context.Context, b connectors.Batch) error {
			if len(b.Mentions) == 0 {
				return round
			}
			return nil
		})
		if !errors.Is(err, round) {
			t.Fatal(err)
		}
		got := false
		for len(said) > 0 {
			got = strings.Contains(<-said, "mentions: those before them") || got
		}
		if got != told {
			t.Errorf("%d mentions: told %t, want %t", posts, got, told)
		}
	}
}

// Reading stops where the day's money is spent: one page beyond at most.
func TestReadingIsPaidFor(t *testing.T) {
	n := startNetwork(t)
	n.mu.Lock()
	for range 5 {
		n.add(authorID, "one connectortest", nil)
	}
	n.add(authorID, "@larkspur two", nil)
	n.mu.Unlock()
	host := &till{}
	c := connect(t, n, oauth1(), env(t, t.TempDir(), host))
	readOnce(t, c, "", says("one"))
	// the account, a mention of it, and five posts of the search
	if want := care.Dollars(0.01 + 0.001 + 5*0.005); host.sum() != want {
		t.Errorf("paid %s, want %s", host.sum(), want)
	}
	poor := connect(t, n, oauth1(), env(t, t.TempDir(), &till{has: care.Dollars(0.012)}))
	err := poor.Read(t.Context(), "", func(context.Context, connectors.Batch) error { return nil })
	if limited, ok := errors.AsType[*connectors.RateLimitError](err); !ok || limited.Budget == "" {
		t.Errorf("over budget, Read ends with %v", err)
	}
}

func TestSettings(t *testing.T) {
	for _, tt := range []struct {
		change map[string]any
		want   string // in the error; "" is none
	}{
		{map[string]any{"keywords": []any{"a"}}, "bearer_token: give keys"},
		{map[string]any{"bearer_token": "b", "keywords": []any{"a"}}, ""},
		{map[string]any{"bearer_token": "b", "read": "webhook"}, "api_secret: read: webhook needs it"},
		{map[string]any{"api_key": "k", "access_token": "t"}, "access_token: OAuth 1.0a needs all four"},
		{map[string]any{"client_id": "c"}, "refresh_token: OAuth 2.0 needs both"},
		{merge(oauth1(), oauth2()), "client_id: give either"},
		{merge(oauth1(), map[string]any{"read": "stream"}), "bearer_token: read: stream needs"},
		{merge(oauth1(), map[string]any{"accounts": []any{"not an account"}}), "accounts: \"not an account\""},
		{merge(oauth1(), map[string]any{"price_reply": "free"}), "price_reply: must be US dollars"},
		{merge(oauth1(), map[string]any{"backfill_minutes": 9}), "backfill_minutes: must be 0 to 5"},
		{merge(oauth1(), map[string]any{"keywords": []any{strings.Repeat("long ", 200)}}), "keywords:"},
		{merge(oauth1(), map[string]any{"every": "0s"}), "every: must be longer"},
		{merge(oauth1(), map[string]any{"web_url": "wss://x.example"}), "web_url: must be an address such as https://x.com"},
		{merge(oauth1(), map[string]any{"web_url": "https://x.example/?of="}), "web_url: must be an address such as https://x.com"},
	} {
		set, err := x.Type().Spec.Decode(tt.change)
		if err == nil {
			_, err = x.New("x", set, env(t, t.TempDir(), nil))
		}
		if tt.want == "" && err != nil || tt.want != "" && (!errors.Is(err, connectors.ErrMisconfigured) || !strings.Contains(err.Error(), tt.want)) {
			t.Errorf("%v: %v, want %q", tt.change, err, tt.want)
		}
	}
}

func merge(ms ...map[string]any) map[string]any {
	out := map[string]any{}
	for _, m := range ms {
		maps.Copy(out, m)
	}
	return out
}
