package desk

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/config"
	"goodgraces/connectors"
	"goodgraces/store"
)

// An answer that a person published counts as sent, once, after it was read.
func TestAnswerByHand(t *testing.T) {
	verdict := errors.New("the line is dead")
	w := newWorld(t, func(o *Options) {
		o.Reach = func(care.Mention) Reach { return Reach{Why: "They did not mention us: X allows no reply."} }
		o.Verify = func(_ context.Context, _ care.Mention, address string) (care.Receipt, error) {
			if verdict != nil {
				return care.Receipt{}, verdict
			}
			return care.Receipt{ID: "our-1", URL: address, At: time.Now()}, nil
		}
	})
	ann := w.person("ann", RoleAgent)
	f := w.file(w.caseOf("maria_p"))
	path := "/cases/" + f.Case.ID
	has(t, ann.get(path), "Answer by hand", "They did not mention us: X allows no reply.", "Open the post", "Copy the text")
	form := func(address string, more ...string) url.Values {
		v := url.Values{"draft": {f.Draft().ID}, "text": {f.Draft().Text}, "url": {address}}
		for _, key := range more {
			v.Set(key, "1")
		}
		return v
	}
	for address, want := range map[string]string{
		"": "Paste the address of your answer", "javascript:alert(1)": "Paste the address of your answer",
		f.Mention.URL: "the address of the post itself", "https://x.example/our/1": "the line is dead",
	} {
		if got := ann.post(path+"/by-hand", form(address)); got.status != http.StatusUnprocessableEntity {
			t.Errorf("%q: %d", address, got.status)
		} else {
			has(t, got, want)
		}
	}
	verdict = fmt.Errorf("reddit: %w: this comment is by u/bea", connectors.ErrNotFound)
	has(t, ann.post(path+"/by-hand", form("https://x.example/our/1")), "this comment is by u/bea")
	verdict = nil
	ann.post(path+"/by-hand", form("https://x.example/our/1"))
	got := w.file(f.Case.ID)
	if got.Case.State != care.StateSent || len(got.Sends) != 1 || got.Sends[0].Receipt.ID != "our-1" {
		t.Fatalf("case %+v, sends %+v", got.Case, got.Sends)
	}
	other := w.file(w.caseOf("hanneke_s"))
	taken := ann.post("/cases/"+other.Case.ID+"/by-hand", url.Values{"draft": {other.Draft().ID}, "text": {"Sorry!"}, "url": {"https://x.example/our/1"}})
	if taken.status != http.StatusUnprocessableEntity {
		t.Errorf("counted for a second case: %d", taken.status)
	}
	has(t, taken, "counts for the case of @maria_p (/cases/"+f.Case.ID+") already", "Sorry!")
	if again := ann.post(path+"/by-hand", form("https://x.example/our/2")); again.status != http.StatusConflict {
		t.Errorf("counted twice: %d", again.status)
	}
}

// What cannot be read may be counted unread, by a person's word.
func TestAnswerByHandUnread(t *testing.T) {
	w := newWorld(t, func(o *Options) {
		o.Verify = func(context.Context, care.Mention, string) (care.Receipt, error) {
			return care.Receipt{}, errors.New("away")
		}
	})
	f := w.file(w.caseOf("maria_p"))
	w.person("ann", RoleAgent).post("/cases/"+f.Case.ID+"/by-hand", url.Values{"draft": {f.Draft().ID}, "text": {"Sorry!"}, "url": {"https://x.example/our/1"}, "unread": {"1"}})
	if got := w.file(f.Case.ID); got.Case.State != care.StateSent || got.Sends[0].Receipt.URL != "https://x.example/our/1" || got.Sends[0].Text != "Sorry!" {
		t.Errorf("case %+v", got.Case)
	}
}

func TestCostsAreShown(t *testing.T) {
	r := Reach{CanReply: true, CanMessage: true, Cost: 15_000, LinkCost: 200_000, Message: 15_000}
	for _, c := range []struct {
		dr   care.Draft
		want string
	}{
		{care.Draft{Text: "Sorry"}, "Costs $0.015."},
		{care.Draft{Text: "See https://x.example"}, "Costs $0.20."},
		{care.Draft{Text: "Sorry", Private: care.Private{Route: care.RouteMessage, Text: "Hi"}}, "Costs $0.03."},
	} {
		if got := r.costs(c.dr); got != c.want {
			t.Errorf("%+v: %q, want %q", c.dr, got, c.want)
		}
	}
	if got := (Reach{}).costs(care.Draft{Text: "Sorry"}); got != "" {
		t.Errorf("what is free costs %q", got)
	}
}

// The desk shows how a connector does in whatever process, and no secret.
func TestConnectorPage(t *testing.T) {
	const secret = "correct horse battery staple"
	w := newWorld(t, func(o *Options) {
		cfg := *o.Config()
		cfg.Connectors = []config.Connector{{Name: "forum", Type: "test", Requests: 500, Settings: map[string]any{"secret": secret, "window": "1m", "callback": "https://me:hunter2@host.example/a?key=k3y"}}}
		o.Config = func() *config.Config { return &cfg }
		o.ConnectorType = func(name string) (connectors.Type, bool) {
			return connectors.Type{Spec: connectors.Spec{Type: "test", Title: "A forum", Help: "Reads a forum.", Can: connectors.Capabilities{Read: true}, Settings: []connectors.Setting{
				{Key: "secret", Kind: connectors.KindString, Secret: true, Required: true, Help: "Signs."},
				{Key: "window", Kind: connectors.KindDuration, Help: "How long."}, {Key: "address", Kind: connectors.KindURL, Required: true, Help: "Where."}, {Key: "callback", Kind: connectors.KindURL, Help: "Back."},
			}}}, name == "test"
		}
	})
	now := time.Now()
	_, err := w.store.Book(t.Context(), store.Booking{Connector: "forum", At: now, Usage: store.Usage{Requests: 120}})
	if err != nil {
		t.Fatal(err)
	}
	say := func(at time.Time) {
		t.Helper()
		if err := w.store.SaveHealth(t.Context(), care.Health{Connector: "forum", State: connectors.Connected, At: at, Event: now,
			Expiry: &care.Expiry{What: "the token", At: now.Add(50 * time.Hour)}}); err != nil {
			t.Fatal(err)
		}
	}
	say(now)
	boss := w.person("mia", RoleManager)
	got := boss.get("/connectors/forum")
	has(t, got, "connected", "120 of 500 requests", "The token ends in 2 d", "1m0s", "missing", "***")
	has(t, got, "https://***@host.example/a?key=***")
	lacks(t, got, secret, "hunter2", "k3y")
	has(t, boss.get("/status"), `href="/connectors/forum"`, "120 of 500 requests")
	say(now.Add(-time.Hour))
	has(t, boss.get("/status"), "disconnected", "has said nothing for 60 min")
	if got := boss.get("/connectors/none"); got.status != http.StatusNotFound {
		t.Errorf("unknown: %d", got.status)
	}
}
