package responder

import (
	"fmt"
	"strings"
	"time"

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

// openRoute returns the first route that may be offered now: open, and without a link where the platform wants none. Nobody is ever
// sent to a route whose hours cannot be read.
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

// open reads hours such as "Mon-Fri 08:00-18:00, Sat 09:00-12:00".
func (r Route) open(now time.Time) (bool, error) {
	zone, err := time.LoadLocation(r.Zone)
	if err != nil {
		return false, fmt.Errorf("route %s: zone %q: %w; use a name such as Europe/Berlin", r.Kind, r.Zone, err)
	}
	if strings.TrimSpace(r.Hours) == "" {
		return true, nil
	}
	now, open := now.In(zone), false
	for span := range strings.SplitSeq(r.Hours, ",") {
		days, hours, ok := strings.Cut(strings.TrimSpace(span), " ")
		onDay, okDays := dayIn(days, now.Weekday())
		inHours, okHours := minuteIn(strings.TrimSpace(hours), now.Hour()*60+now.Minute())
		if !ok || !okDays || !okHours {
			return false, fmt.Errorf(`route %s: hours %q: write them as "Mon-Fri 08:00-18:00, Sat 09:00-12:00"`, r.Kind, span)
		}
		open = open || onDay && inHours
	}
	return open, nil
}

func dayIn(days string, day time.Weekday) (in, ok bool) {
	from, to, ranged := strings.Cut(days, "-")
	if !ranged {
		to = from
	}
	a, okA := weekday(from)
	b, okB := weekday(to)
	if !okA || !okB {
		return false, false
	}
	return (day-a+7)%7 <= (b-a+7)%7, true
}

func weekday(name string) (time.Weekday, bool) {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if len(name) >= 3 && strings.HasPrefix(strings.ToLower(d.String()), strings.ToLower(name)) {
			return d, true
		}
	}
	return 0, false
}

// minuteIn reports whether a minute of the day lies in "08:00-18:00"; the end
// is outside, and 24:00 is allowed.
func minuteIn(hours string, minute int) (in, ok bool) {
	from, to, ranged := strings.Cut(hours, "-")
	a, okA := clock(from)
	b, okB := clock(to)
	if !ranged || !okA || !okB || a >= b {
		return false, false
	}
	return a <= minute && minute < b, true
}

func clock(s string) (int, bool) {
	var h, m int
	if n, err := fmt.Sscanf(s, "%d:%d", &h, &m); err != nil || n != 2 || h < 0 || m < 0 || m > 59 || h*60+m > 24*60 {
		return 0, false
	}
	return h*60 + m, true
}
