package pipeline

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/store"
)

// counted is a server that counts calls and answers with a status and headers.
func counted(t *testing.T, status int, headers map[string]string) (address string, calls *atomic.Int64) {
	calls = new(atomic.Int64)
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		calls.Add(1)
		for name, value := range headers {
			w.Header().Set(name, value)
		}
		w.WriteHeader(status)
	}))
	t.Cleanup(srv.Close)
	return srv.URL, calls
}

func get(t *testing.T, c *http.Client, address string) error {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	must(t, err)
	resp, err := c.Do(req)
	if err == nil {
		must(t, resp.Body.Close())
	}
	return err
}

func limited(err error) *connectors.RateLimitError {
	l, _ := errors.AsType[*connectors.RateLimitError](err)
	return l
}

// Two processes share the day's requests; what goes beyond never leaves.
func TestRequestsOfADayAreShared(t *testing.T) {
	s := newShop(t, &platform{name: "test"})
	address, calls := counted(t, 200, nil)
	at := time.Date(2026, 11, 28, 23, 0, 0, 0, time.UTC)
	now := func() time.Time { return at }
	one, other := NewHost(s.Store, "test", store.Usage{Requests: 3}, now), NewHost(s.Store, "test", store.Usage{Requests: 3}, now)
	for _, h := range []*Host{one, other, one} {
		must(t, get(t, h.Client(time.Minute), address))
	}
	err := get(t, other.Client(time.Minute), address)
	if l := limited(err); l == nil || l.After != time.Hour || !strings.Contains(err.Error(), "3 requests (daily_requests)") {
		t.Errorf("got %v", err)
	}
	if calls.Load() != 3 {
		t.Errorf("%d calls reached the platform", calls.Load())
	}
	at = at.Add(2 * time.Hour) // a new day
	must(t, get(t, other.Client(time.Minute), address))
}

func TestMoneyOfADay(t *testing.T) {
	s := newShop(t, &platform{name: "test"})
	h := NewHost(s.Store, "test", store.Usage{Money: 20_000}, time.Now)
	must(t, h.Pay(t.Context(), 15_000))
	err := h.Pay(t.Context(), 15_000)
	if l := limited(err); l == nil || l.Budget == "" || !strings.Contains(err.Error(), "the day's $0.02 (daily_money) is spent, or does not hold another $0.015") {
		t.Errorf("got %v", err)
	}
	must(t, h.Pay(t.Context(), 5_000))
}

// A platform that wants no more is left alone for as long as it says, by every
// process, and for that kind of call alone.
func TestThePlatformsLimitsAreObeyedByAll(t *testing.T) {
	s := newShop(t, &platform{name: "test"})
	busy, calls := counted(t, 429, map[string]string{"Retry-After": "60"})
	last, lastCalls := counted(t, 200, map[string]string{"X-Ratelimit-Remaining": "0", "X-Ratelimit-Reset-After": "5.5"})
	at := time.Now()
	now := func() time.Time { return at }
	one, other := NewHost(s.Store, "test", store.Usage{}, now).Client(time.Minute), NewHost(s.Store, "test", store.Usage{}, now).Client(time.Minute)
	must(t, get(t, one, busy+"/v1/posts/123"))
	if l := limited(get(t, other, busy+"/v1/posts/456")); l == nil || l.After <= 59*time.Second || l.After > time.Minute {
		t.Errorf("a call of the held kind: %v", l)
	}
	must(t, get(t, other, busy+"/v1/authors/1"))
	must(t, get(t, one, busy+"/channels/701/messages"))
	must(t, get(t, other, busy+"/channels/702/messages")) // another channel is not held
	must(t, get(t, one, last))
	if limited(get(t, other, last)) == nil {
		t.Error("none remained, and another was made")
	}
	at = at.Add(time.Minute)
	must(t, get(t, other, busy+"/v1/posts/456"))
	must(t, get(t, other, last))
	if calls.Load() != 5 || lastCalls.Load() != 2 {
		t.Errorf("%d and %d calls reached the platform", calls.Load(), lastCalls.Load())
	}
}

func TestCallOf(t *testing.T) {
	for address, want := range map[string]string{
		"https://api.x.com/2/tweets/12345":                         "GET api.x.com/2/tweets/*",
		"https://h/api/v1.1/r/acme/new":                            "GET h/api/v1.1/r/acme/new",
		"https://h/xrpc/app.bsky.feed.getPosts?uris=at://did:a/1":  "GET h/xrpc/app.bsky.feed.getPosts",
		"https://d.com/api/v9/channels/700/messages":               "GET d.com/api/v9/channels/700/messages",
		"https://d.com/api/v9/channels/700/messages/91":            "GET d.com/api/v9/channels/700/messages/*",
		"https://d.com/api/v9/guilds/600/members/51":               "GET d.com/api/v9/guilds/600/members/*",
		"https://d.com/api/v9/channels/" + strings.Repeat("1", 21): "GET d.com/api/v9/channels/*",
		"https://h/@ann/" + strings.Repeat("a", 41):                "GET h/*/*",
	} {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
		must(t, err)
		if got := callOf(req); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}

// Everybody sees how a connector does, whichever process reads it.
func TestHealthIsKept(t *testing.T) {
	p := &platform{name: "test", batches: batches(connectors.Batch{Mentions: []care.Mention{post("1", complaint)}, Cursor: "one"}), readErr: errors.New("the line is dead")}
	s := newShop(t, p)
	ctx, cancel := context.WithCancel(t.Context())
	s.Status = func(_, state, _ string) {
		if state == connectors.Disconnected {
			cancel()
		}
	}
	h := NewHost(s.Store, "test", store.Usage{}, time.Now)
	h.Status(connectors.Connected, "")
	h.Expires("the token", time.Now().Add(time.Hour))
	r := s.reader(&member{Connector: p, host: h})
	r.run(ctx)
	r.saveHealth(t.Context())
	all, err := s.Store.Health(t.Context())
	must(t, err)
	if len(all) != 1 || all[0].State != connectors.Disconnected || all[0].Reason != "the line is dead" || all[0].Cursor != "one" ||
		all[0].Event.IsZero() || all[0].Since.IsZero() || all[0].Expiry == nil || all[0].Holder == "" {
		t.Errorf("got %+v", all)
	}
}

// People are warned of the credential that ends first.
func TestTheFirstToEndCounts(t *testing.T) {
	h := NewHost(nil, "test", store.Usage{}, time.Now)
	soon, late := time.Now().Add(time.Hour), time.Now().Add(48*time.Hour)
	for _, step := range []struct {
		what string
		at   time.Time
		want string
	}{{"the token", late, "the token"}, {"the key", soon, "the key"}, {"the token", late.Add(time.Hour), "the key"}, {"the key", time.Time{}, "the token"}, {"the token", time.Time{}, ""}} {
		h.Expires(step.what, step.at)
		got := ""
		if e := h.Health().Expiry; e != nil {
			got = e.What
		}
		if got != step.want {
			t.Errorf("%s ends at %s: warned of %q, want %q", step.what, step.at, got, step.want)
		}
	}
}

// The log warns of a credential that ends once a day, from a week before.
func TestTheLogWarnsOnceADay(t *testing.T) {
	at := time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC)
	h := NewHost(nil, "test", store.Usage{}, func() time.Time { return at })
	ends := at.Add(8 * 24 * time.Hour)
	h.Expires("the token", ends)
	for _, step := range []struct {
		later time.Duration
		want  bool
	}{{0, false}, {25 * time.Hour, true}, {time.Hour, false}, {23 * time.Hour, true}, {240 * time.Hour, true}} {
		at = at.Add(step.later)
		if due := h.dueExpiry(); (due != nil) != step.want {
			t.Errorf("%s before its end: %+v", ends.Sub(at), due)
		}
	}
	at = at.Add(48 * time.Hour)
	h.Expires("the token", time.Time{})
	if due := h.dueExpiry(); due != nil {
		t.Errorf("renewed: %+v", due)
	}
}

// A connector is given its own posts alone to look at again.
func TestKeptPostsAreTheConnectorsOwn(t *testing.T) {
	s := newShop(t, &platform{name: "test"})
	own, others := post("1", complaint), post("2", complaint)
	s.publish(t, own)
	must(t, Publish(t.Context(), s.Queue, "another", nil, []care.Mention{others}))
	s.work(t)
	got, err := NewHost(s.Store, "test", store.Usage{}, s.Now).Kept(t.Context(), own.Platform, time.Time{}, 10)
	must(t, err)
	if len(got) != 1 || got[0].ID != own.ID {
		t.Errorf("got %+v", got)
	}
	turn, err := NewHost(s.Store, "test", store.Usage{}, s.Now).KeptInTurn(t.Context(), own.Platform, 0, 10)
	must(t, err)
	if len(turn.Posts) != 1 || turn.Posts[0].ID != own.ID || turn.Next != 0 || turn.All != 2 {
		t.Errorf("in turn: %+v", turn)
	}
}

func TestTheBudgetsWaitIsObeyed(t *testing.T) {
	if got := askedWait(&connectors.RateLimitError{After: time.Hour}); got != time.Hour {
		t.Errorf("got %s", got)
	}
	if got := askedWait(errors.New("else")); got != 0 {
		t.Errorf("got %s", got)
	}
}

func TestHostKnowsTheAccounts(t *testing.T) {
	s := newShop(t)
	for name, disabled := range map[string]bool{"ann": false, "gone": true} {
		must(t, s.Store.SaveUser(t.Context(), store.User{Name: name, Role: "agent", Disabled: disabled}))
	}
	h := NewHost(s.Store, "test", store.Usage{}, s.Now)
	for name, want := range map[string]bool{"Ann": true, "gone": false, "nobody": false} {
		if active, err := h.Account(t.Context(), name); err != nil || active != want {
			t.Errorf("%s: %v, %v", name, active, err)
		}
	}
}
