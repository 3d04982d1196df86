package responder

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"goodgraces/care"
	"goodgraces/responder/hours"
	"goodgraces/responder/length"
)

// Route is a way into a private conversation besides a message that we send.
type Route struct {
	Name      string   `json:"name" mapstructure:"name"`           // unique; see Named
	Kind      string   `json:"kind" mapstructure:"kind"`           // one of RouteKinds
	Text      string   `json:"text" mapstructure:"text"`           // as it stands in a sentence: "call us on 0800 …"
	Hours     string   `json:"hours" mapstructure:"hours"`         // "Mon-Fri 08:00-18:00, Sat 22:00-06:00"; "" is always
	Zone      string   `json:"zone" mapstructure:"zone"`           // IANA time zone; "" is UTC
	Holidays  []string `json:"holidays" mapstructure:"holidays"`   // 2026-12-25, or 12-25 for each year: closed
	Languages []string `json:"languages" mapstructure:"languages"` // spoken there; empty is every one
}

// RouteKinds are the kinds of route that can be configured.
var RouteKinds = []string{care.RouteMessage, care.RouteThread, care.RouteForm, care.RoutePhone, care.RouteEmail, care.RouteChat, care.RouteInbox}

// Named are routes with a name each: those without get that of their kind, the
// second of a kind phone-2.
func Named(routes []Route) []Route {
	out, taken := slices.Clone(routes), map[string]bool{}
	for _, r := range routes {
		taken[r.Name] = true
	}
	for i := range out {
		for n := 1; out[i].Name == ""; n++ {
			name := out[i].Kind
			if n > 1 {
				name = fmt.Sprintf("%s-%d", name, n)
			}
			if !taken[name] {
				out[i].Name, taken[name] = name, true
			}
		}
	}
	return out
}

// Check says what is wrong with a route's hours, zone or holidays, nil when
// nothing is.
func (r Route) Check() error {
	_, err := r.open()
	return err
}

func (r Route) open() (hours.Hours, error) {
	h, err := hours.Parse(r.Hours, r.Zone)
	if err == nil {
		h, err = h.Except(r.Holidays)
	}
	if err != nil {
		err = fmt.Errorf("route %s: %w", r.Name, err)
	}
	return h, err
}

// Standing is how a route stands at a moment.
type Standing struct {
	Open     bool
	Why      string    // why it is closed, in a few words
	Opens    time.Time // next, where that is known
	Wait     time.Duration
	Waits    bool // Wait is known, and fresh enough to be said
	Measured bool // Wait is what cases took of late, rather than what somebody said
}

// Stand tells how a route stands: by its hours, and by what was said of it.
// Nobody is ever sent to a route whose hours cannot be read.
func (r Route) Stand(state care.RouteState, now time.Time) Standing {
	h, err := r.open()
	s := Standing{Wait: state.Wait, Waits: !state.WaitAt.IsZero(), Measured: state.Measured}
	switch {
	case err != nil:
		s.Why = err.Error()
	case state.ClosedAt(now):
		s.Why, s.Opens = cmp.Or(state.Reason, "closed for now"), state.Until
		if !s.Opens.IsZero() && !h.Open(s.Opens) {
			s.Opens = h.Next(s.Opens)
		}
	case !h.Open(now):
		s.Why, s.Opens = "outside its hours", h.Next(now)
		if h.Holiday(now) {
			s.Why = "a holiday"
		}
	default:
		s.Open = true
	}
	return s
}

// unknownWait is what a route counts for whose wait nobody knows: it comes
// before one that is known to be slow, after one that is known to be quick.
const unknownWait = 30 * time.Minute

// offer is the route that is offered, and how it stands.
type offer struct {
	Route
	Standing
}

// quickest returns the quickest of the routes that may be offered now; among
// equals, the first in the manager's order.
func quickest(q Request) (best offer, found bool) {
	for _, route := range q.Routes {
		if !offerable(route, q) {
			continue
		}
		o := offer{route, route.Stand(q.RouteStates[route.Name], q.Now)}
		if o.Open && (!found || o.counts() < best.counts()) {
			best, found = o, true
		}
	}
	return best, found
}

// Offered is the name of the route that an answer would offer.
func Offered(q Request) (name string, found bool) {
	o, found := quickest(q)
	return o.Name, found
}

func (o offer) counts() time.Duration {
	if o.Waits {
		return o.Wait
	}
	return unknownWait
}

// offerable reports whether a route may be named in an answer: in the author's
// language, and without a link where the platform wants none.
func offerable(r Route, q Request) bool {
	switch {
	case strings.TrimSpace(r.Text) == "":
		return false
	case len(r.Languages) > 0 && !slices.Contains(r.Languages, language(q)):
		return false
	}
	return !noLinks(q.Mention.Platform) || len(length.Links(r.Text)) == 0
}

func noLinks(platform string) bool { return platform == "x" || platform == "twitter" }

// RuleClosedRoute is the check that a text breaks which sends people to a
// closed door.
const RuleClosedRoute = "closed_route"

// ClosedIn says which route a public text offers that is closed by now, and
// what to do about it; "" where there is none. A route is known by its words.
func ClosedIn(text string, routes []Route, states map[string]care.RouteState, now time.Time) string {
	said := plainWords(text)
	note := ""
	for _, r := range routes {
		if words := plainWords(r.Text); words == "" || !strings.Contains(said, words) {
			continue
		}
		s := r.Stand(states[r.Name], now)
		if s.Open {
			return "" // another of the same words is open
		}
		note = fmt.Sprintf("it sends people to %s, which is closed (%s)%s; take another wording, which offers what is open", r.Name, s.Why, opens(s, r))
	}
	return note
}

// OfferedIn is the name of the route that a public text offers, known by its
// words; "" for none.
func OfferedIn(text string, routes []Route) string {
	said := plainWords(text)
	for _, r := range routes {
		if words := plainWords(r.Text); words != "" && strings.Contains(said, words) {
			return r.Name
		}
	}
	return ""
}

func opens(s Standing, r Route) string {
	zone, err := time.LoadLocation(r.Zone)
	if s.Opens.IsZero() || err != nil {
		return ""
	}
	return " until " + s.Opens.In(zone).Format("Mon 2 Jan 15:04")
}

// plainWords is a text in lower case, with single spaces and without a full
// stop at its end.
func plainWords(s string) string {
	return strings.TrimRight(strings.Join(strings.Fields(strings.ToLower(s)), " "), ". ")
}

// checkRoute adds the broken rule where a draft's public texts offer a route
// that is closed, or tell of a wait there that has grown.
func (q Request) checkRoute(d *care.Draft) {
	for _, text := range []string{d.Text, d.Otherwise} {
		if note := ClosedIn(text, q.Routes, q.RouteStates, q.Now); note != "" {
			d.Checks = append(d.Checks, care.Check{Rule: RuleClosedRoute, Note: note, Blocking: true})
			return
		}
		if note := q.longerThan(text); note != "" {
			d.Checks = append(d.Checks, care.Check{Rule: RuleLongerWait, Note: note, Blocking: true})
			return
		}
	}
}
