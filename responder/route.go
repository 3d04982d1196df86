package responder

import (
	"fmt"
	"strings"
	"time"

	"goodgraces/responder/hours"
	"goodgraces/responder/length"
)

// Route is a way into a private conversation besides a message on the platform.
type Route struct {
	Kind  string `json:"kind" mapstructure:"kind"`   // care.RouteForm, RoutePhone, RouteEmail, RouteChat
	Text  string `json:"text" mapstructure:"text"`   // as it stands in a sentence: "call us on 0800 …"
	Hours string `json:"hours" mapstructure:"hours"` // "Mon-Fri 08:00-18:00"; "" is always
	Zone  string `json:"zone" mapstructure:"zone"`   // IANA time zone; "" is UTC
}

// Check says what is wrong with a route's hours or zone, nil when nothing is.
func (r Route) Check() error {
	_, err := r.open(time.Unix(0, 0))
	return err
}

// openRoute returns the first route that may be offered now: open, and without
// a link where the platform wants none. Nobody is ever sent to a route whose
// hours cannot be read.
func openRoute(q Request) (Route, bool) {
	onX := q.Mention.Platform == "x" || q.Mention.Platform == "twitter"
	for _, route := range q.Routes {
		open, err := route.open(q.Now)
		if err != nil || !open || strings.TrimSpace(route.Text) == "" {
			continue
		}
		if onX && len(length.Links(route.Text)) > 0 {
			continue
		}
		return route, true
	}
	return Route{}, false
}

func (r Route) open(now time.Time) (bool, error) {
	h, err := hours.Parse(r.Hours, r.Zone)
	if err != nil {
		return false, fmt.Errorf("route %s: %w", r.Kind, err)
	}
	return h.Open(now), nil
}
