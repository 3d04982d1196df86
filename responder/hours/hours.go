// Package hours reads opening hours such as "Mon-Fri 08:00-18:00, Sat
// 22:00-06:00" and tells whether they are open.
package hours

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Hours are opening hours in a time zone, by the clock on the wall: where that
// clock is changed, the doors follow it. The zero value is always open.
type Hours struct {
	spans    []span
	zone     *time.Location
	holidays []string
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

// Except are the same hours but for holidays: dates such as 2026-12-25, or
// 12-25 for each year. A span that begins on a holiday is left out whole.
func (h Hours) Except(holidays []string) (Hours, error) {
	for _, date := range holidays {
		if !IsHoliday(date) {
			return h, fmt.Errorf("holiday %q: write it as 2026-12-25, or 12-25 for each year", date)
		}
	}
	h.holidays = holidays
	return h, nil
}

// IsHoliday reports whether a text is a date as Except takes it.
func IsHoliday(date string) bool {
	_, err := time.Parse(time.DateOnly, date)
	if err != nil {
		_, err = time.Parse(time.DateOnly, "2024-"+date) // a leap year: 02-29 is a day
	}
	return err == nil
}

// Open reports whether it is open at a moment.
func (h Hours) Open(at time.Time) bool {
	at = h.local(at)
	minute := at.Hour()*60 + at.Minute()
	return h.covers(at, minute) || h.covers(noon(at, -1), minute+day)
}

// Holiday reports whether a moment lies on a holiday.
func (h Hours) Holiday(at time.Time) bool {
	at = h.local(at)
	return slices.Contains(h.holidays, at.Format(time.DateOnly)) || slices.Contains(h.holidays, at.Format("01-02"))
}

func (h Hours) local(at time.Time) time.Time {
	if h.zone == nil {
		return at.UTC()
	}
	return at.In(h.zone)
}

// ahead is how far Next looks.
const ahead = 15 // days

// Next is when it opens next, after a moment; zero where that is more than two
// weeks away. What is always open opens after a holiday.
func (h Hours) Next(at time.Time) time.Time {
	at = h.local(at)
	var soonest time.Time
	for i := 0; i < ahead && soonest.IsZero(); i++ {
		date := noon(at, i)
		for _, from := range h.beginnings(date.Weekday()) {
			t := time.Date(date.Year(), date.Month(), date.Day(), 0, from, 0, 0, date.Location())
			if t.After(at) && h.Open(t) && (soonest.IsZero() || t.Before(soonest)) {
				soonest = t
			}
		}
	}
	return soonest
}

func (h Hours) beginnings(on time.Weekday) []int {
	if len(h.spans) == 0 {
		return []int{0}
	}
	var from []int
	for _, s := range h.spans {
		if s.on(on) {
			from = append(from, s.from)
		}
	}
	return from
}

// noon is the middle of a day some days after a moment: adding 24 hours would
// miss a day on which the clock is changed.
func noon(at time.Time, days int) time.Time {
	return time.Date(at.Year(), at.Month(), at.Day()+days, 12, 0, 0, 0, at.Location())
}

// covers reports whether a span that begins on a date covers a minute, counted
// from the beginning of that date.
func (h Hours) covers(date time.Time, minute int) bool {
	if h.Holiday(date) {
		return false
	}
	for _, s := range h.spans {
		if s.on(date.Weekday()) && s.from <= minute && minute < s.end() {
			return true
		}
	}
	return len(h.spans) == 0 && minute < day
}

const day = 24 * 60 // minutes

func (s span) end() int {
	if s.to <= s.from {
		return s.to + day
	}
	return s.to
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
