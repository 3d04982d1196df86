// Package hours reads opening hours such as "Mon-Fri 08:00-18:00, Sat
// 22:00-06:00" and tells whether they are open.
package hours

import (
	"fmt"
	"strings"
	"time"
)

// Hours are opening hours in a time zone. The zero value is always open.
type Hours struct {
	spans []span
	zone  *time.Location
}

// span is minutes of the day, the end outside, on days that follow each other
// around the week. Where to is not after from it ends on the next day.
type span struct {
	first, last time.Weekday
	from, to    int
}

// Parse reads hours; "" is always. zone is an IANA time zone, "" is UTC.
func Parse(hours, zone string) (Hours, error) {
	location, err := time.LoadLocation(zone)
	if err != nil {
		return Hours{}, fmt.Errorf("zone %q: %w; use a name such as Europe/Berlin", zone, err)
	}
	h := Hours{zone: location}
	if strings.TrimSpace(hours) == "" {
		return h, nil
	}
	for text := range strings.SplitSeq(hours, ",") {
		s, ok := parseSpan(strings.TrimSpace(text))
		if !ok {
			return Hours{}, fmt.Errorf(`hours %q: write them as "Mon-Fri 08:00-18:00, Sat 22:00-06:00"`, text)
		}
		h.spans = append(h.spans, s)
	}
	return h, nil
}

// Open reports whether it is open at a moment.
func (h Hours) Open(at time.Time) bool {
	if len(h.spans) == 0 {
		return true
	}
	at = at.In(h.zone)
	minute := at.Hour()*60 + at.Minute()
	for _, s := range h.spans {
		if s.covers(at.Weekday(), minute) {
			return true
		}
	}
	return false
}

func (s span) covers(day time.Weekday, minute int) bool {
	if s.from < s.to {
		return s.on(day) && s.from <= minute && minute < s.to
	}
	return s.on(day) && s.from <= minute || s.on((day+6)%7) && minute < s.to
}

func (s span) on(day time.Weekday) bool { return (day-s.first+7)%7 <= (s.last-s.first+7)%7 }

func parseSpan(text string) (span, bool) {
	days, hours, _ := strings.Cut(text, " ")
	first, last, ok := parseDays(days)
	from, to, ranged := strings.Cut(strings.TrimSpace(hours), "-")
	a, okFrom := clock(from)
	b, okTo := clock(to)
	return span{first, last, a, b}, ok && ranged && okFrom && okTo && a != b && a < 24*60
}

func parseDays(days string) (first, last time.Weekday, ok bool) {
	from, to, ranged := strings.Cut(days, "-")
	if !ranged {
		to = from
	}
	first, okFirst := weekday(from)
	last, okLast := weekday(to)
	return first, last, okFirst && okLast
}

// weekday reads a name or its first three letters at least.
func weekday(name string) (time.Weekday, bool) {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if len(name) >= 3 && strings.HasPrefix(strings.ToLower(d.String()), strings.ToLower(name)) {
			return d, true
		}
	}
	return 0, false
}

// clock reads "08:00" as minutes of the day; 24:00 is allowed.
func clock(s string) (int, bool) {
	var h, m int
	if n, err := fmt.Sscanf(s, "%d:%d", &h, &m); err != nil || n != 2 || h < 0 || m < 0 || m > 59 || h*60+m > 24*60 {
		return 0, false
	}
	return h*60 + m, true
}
