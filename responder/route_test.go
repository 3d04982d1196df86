package responder_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"goodgraces/care"
	"goodgraces/responder"
)

var (
	phone = responder.Route{Name: "phone", Kind: "phone", Text: "call us on 0800 111", Hours: "Mon-Fri 08:00-18:00", Zone: "Europe/London"}
	chat  = responder.Route{Name: "chat", Kind: "chat", Text: "open the chat in our app", Hours: "Mon-Sun 22:00-06:00"}
	email = responder.Route{Name: "email", Kind: "email", Text: "write to help@acme.example"}
)

func at(t require, text string) time.Time {
	t.Helper()
	when, err := time.Parse("2006-01-02 15:04", text)
	if err != nil {
		t.Fatal(err)
	}
	return when
}

type require interface {
	Helper()
	Fatal(args ...any)
}

func waits(minutes int) care.RouteState {
	return care.RouteState{Wait: time.Duration(minutes) * time.Minute, WaitAt: time.Unix(1, 0)}
}

func TestQuickestRoute(t *testing.T) {
	all := []responder.Route{phone, chat, email}
	for _, tt := range []struct {
		name   string
		now    string
		states map[string]care.RouteState
		want   string
	}{
		{"the manager's order where nobody knows", "2026-03-04 09:00", nil, "phone"},
		{"closed by its hours", "2026-03-04 19:00", nil, "email"},
		{"open over midnight", "2026-03-05 02:00", nil, "chat"},
		{"no longer at six", "2026-03-05 06:00", nil, "email"},
		{"a known quick one first", "2026-03-04 09:00", map[string]care.RouteState{"email": waits(4)}, "email"},
		{"a known slow one last", "2026-03-04 09:00", map[string]care.RouteState{"phone": waits(45)}, "email"},
		{"a known middling one stays", "2026-03-04 09:00", map[string]care.RouteState{"phone": waits(30)}, "phone"},
		{"closed by hand", "2026-03-04 09:00", map[string]care.RouteState{"phone": {Closed: true}}, "email"},
		{"closed by hand until later", "2026-03-04 09:00", map[string]care.RouteState{"phone": {Closed: true, Until: at(t, "2026-03-04 09:01")}}, "email"},
		{"open again", "2026-03-04 09:01", map[string]care.RouteState{"phone": {Closed: true, Until: at(t, "2026-03-04 09:01")}}, "phone"},
		{"an hour earlier in summer time", "2026-07-01 07:00", nil, "phone"},
		{"not in winter", "2026-01-07 07:00", nil, "email"},
	} {
		d := draft(t, responder.Request{Routes: all, RouteStates: tt.states, Now: at(t, tt.now)})
		if d.Private.Route != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, d.Private.Route, tt.want)
		}
	}
}

// draft writes one for a plain complaint to which no message can be sent.
func draft(t *testing.T, q responder.Request) care.Draft {
	t.Helper()
	q.CaseID, q.Brand = "c1", "Acme"
	q.Mention.Platform, q.Mention.Text = "bluesky", "My parcel is three days late and nobody answers."
	q.Verdict = care.Verdict{Action: care.ActReply, Severity: care.Accusation, Topic: "delay", Language: "en"}
	r := newResponder(t)
	d := r.Draft(q)
	if d.Text == "" {
		t.Fatal(d.Reason)
	}
	return d
}

func TestRouteWithoutWords(t *testing.T) {
	form := responder.Route{Name: "form", Kind: "form", Text: "https://acme.example/help"}
	german := responder.Route{Name: "chat", Kind: "chat", Text: "schreiben Sie uns im Chat", Languages: []string{"de"}}
	mars := responder.Route{Name: "mars", Kind: "phone", Text: "call us", Zone: "Mars/Base"}
	d := draft(t, responder.Request{Routes: []responder.Route{german, mars, form}, Now: at(t, "2026-03-04 09:00")})
	if d.Private.Route != care.RouteForm {
		t.Errorf("got %s", d.Private.Route)
	}
	if got := mars.Stand(care.RouteState{}, time.Now()); got.Open || !strings.Contains(got.Why, "Europe/Berlin") {
		t.Errorf("an unknown zone: %+v", got)
	}
}

func TestStand(t *testing.T) {
	shut := care.RouteState{Closed: true, Until: at(t, "2026-03-06 20:00"), Reason: "flooded"}
	holiday := phone
	holiday.Holidays = []string{"03-04", "2026-03-05"}
	for _, tt := range []struct {
		name  string
		route responder.Route
		state care.RouteState
		now   string
		why   string // "" where it is open
		opens string // UTC
	}{
		{"open", phone, care.RouteState{}, "2026-03-04 08:00", "", ""},
		{"over night", phone, care.RouteState{}, "2026-03-04 18:00", "outside its hours", "2026-03-05 08:00"},
		{"over the weekend", phone, care.RouteState{}, "2026-03-06 18:00", "outside its hours", "2026-03-09 08:00"},
		{"over the change of the clock", phone, care.RouteState{}, "2026-03-27 18:00", "outside its hours", "2026-03-30 07:00"},
		{"holidays", holiday, care.RouteState{}, "2026-03-04 12:00", "a holiday", "2026-03-06 08:00"},
		{"by hand until it is shut anyway", phone, shut, "2026-03-06 12:00", "flooded", "2026-03-09 08:00"},
		{"by hand for good", phone, care.RouteState{Closed: true}, "2026-03-06 12:00", "closed for now", ""},
		{"a night that began before a holiday", responder.Route{Hours: "Fri 22:00-06:00", Holidays: []string{"2026-03-07"}}, care.RouteState{}, "2026-03-07 05:00", "", ""},
		{"a night that begins on a holiday", responder.Route{Hours: "Fri-Sat 22:00-06:00", Holidays: []string{"2026-03-07"}}, care.RouteState{}, "2026-03-08 05:00", "outside its hours", "2026-03-13 22:00"},
	} {
		s := tt.route.Stand(tt.state, at(t, tt.now))
		opens := ""
		if !s.Opens.IsZero() {
			opens = s.Opens.UTC().Format("2006-01-02 15:04")
		}
		if s.Open != (tt.why == "") || s.Why != tt.why || opens != tt.opens {
			t.Errorf("%s: %+v", tt.name, s)
		}
	}
}

// What is offered is open, and no open one is known to be quicker; where none
// is, nothing is offered.
func TestOfferedIsOpenAndQuickest(t *testing.T) {
	zones := []string{"", "Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Mars/Base"}
	spans := []string{"", "Mon-Fri 08:00-18:00", "Sat-Sun 22:00-06:00", "Mon-Sun 00:00-24:00", "Sun 01:00-03:00, Wed 09:00-10:00", "nonsense"}
	rapid.Check(t, func(rt *rapid.T) {
		now := time.Unix(rapid.Int64Range(1_700_000_000, 1_900_000_000).Draw(rt, "now"), 0)
		q := responder.Request{Now: now, RouteStates: map[string]care.RouteState{}}
		q.Mention.Platform = rapid.SampledFrom([]string{"x", "bluesky"}).Draw(rt, "platform")
		for i := range rapid.IntRange(0, 5).Draw(rt, "routes") {
			r := responder.Route{Kind: "phone", Text: rapid.SampledFrom([]string{"", "call us", "go to https://acme.example"}).Draw(rt, "text"),
				Hours: rapid.SampledFrom(spans).Draw(rt, "hours"), Zone: rapid.SampledFrom(zones).Draw(rt, "zone")}
			r.Name = string(rune('a' + i))
			q.Routes = append(q.Routes, r)
			s := care.RouteState{Closed: rapid.Bool().Draw(rt, "closed")}
			if rapid.Bool().Draw(rt, "waits") {
				s = waits(rapid.IntRange(0, 200).Draw(rt, "wait"))
			}
			q.RouteStates[r.Name] = s
		}
		name, found := responder.Offered(q)
		quickest := time.Duration(1 << 62)
		for _, r := range q.Routes {
			s := r.Stand(q.RouteStates[r.Name], now)
			usable := s.Open && r.Text != "" && (q.Mention.Platform != "x" || !strings.Contains(r.Text, "https"))
			if usable && s.Waits {
				quickest = min(quickest, s.Wait)
			}
			if usable && !found {
				rt.Fatalf("%+v is open and nothing was offered", r)
			}
			if r.Name == name && !usable {
				rt.Fatalf("%+v was offered: %+v", r, s)
			}
			if r.Name == name && s.Waits && s.Wait > quickest {
				rt.Fatalf("%+v was offered, another takes %s", r, quickest)
			}
		}
	})
}

func TestClosedIn(t *testing.T) {
	open, closed := at(t, "2026-03-04 09:00"), at(t, "2026-03-04 19:00")
	routes := []responder.Route{phone, email}
	for _, tt := range []struct {
		text   string
		now    time.Time
		states map[string]care.RouteState
		broken bool
	}{
		{"I'm sorry. Please Call us  on 0800 111.", open, nil, false},
		{"I'm sorry. Please Call us  on 0800 111.", closed, nil, true},
		{"I'm sorry. Please write to help@acme.example.", closed, nil, false},
		{"Call us on 0800 111.", open, map[string]care.RouteState{"phone": {Closed: true, Until: closed}}, true},
		{"Call us on 0800 222.", closed, nil, false},
		{"", closed, nil, false},
	} {
		if note := responder.ClosedIn(tt.text, routes, tt.states, tt.now); (note != "") != tt.broken {
			t.Errorf("%q at %s: %q", tt.text, tt.now, note)
		}
	}
	r := newResponder(t)
	q := responder.Request{Routes: routes, Now: closed, Verdict: care.Verdict{Action: care.ActReply}}
	d := r.Recheck(care.Draft{Text: "I'm sorry. I've written to you.", Otherwise: "I'm sorry. Please call us on 0800 111."}, q)
	blocked := strings.Join(care.Blocked(d.Checks), "\n")
	if !strings.Contains(blocked, "closed_route: it sends people to phone, which is closed (outside its hours) until Thu 5 Mar 08:00") {
		t.Errorf("got %q", blocked)
	}
}

// A wait that grew since the draft was written sends it back, one that is still
// about right does not.
func TestLongerWait(t *testing.T) {
	r := newResponder(t)
	now := at(t, "2026-03-04 09:00")
	for wait, broken := range map[time.Duration]bool{2 * time.Minute: false, 12 * time.Minute: false, 40 * time.Minute: true} {
		q := responder.Request{
			Routes: []responder.Route{phone, email}, Now: now, Verdict: care.Verdict{Action: care.ActReply},
			RouteStates: map[string]care.RouteState{"phone": {Wait: wait, WaitAt: now}},
		}
		text := "I'm sorry your parcel is late. I'm chasing it. Please call us on 0800 111; the wait is about 5 minutes."
		d := r.Recheck(care.Draft{Text: text, Otherwise: text}, q)
		if blocked := strings.Join(care.Blocked(d.Checks), "\n"); strings.Contains(blocked, responder.RuleLongerWait) != broken {
			t.Errorf("%s: got %q", wait, blocked)
		}
	}
}

func TestNamed(t *testing.T) {
	got := responder.Named([]responder.Route{{Kind: "phone"}, {Kind: "phone"}, {Name: "phone-2", Kind: "phone"}, {Kind: "chat"}})
	var names []string
	for _, r := range got {
		names = append(names, r.Name)
	}
	if s := strings.Join(names, " "); s != "phone phone-3 phone-2 chat" {
		t.Error(s)
	}
}
