package detail

import (
	"strconv"
	"strings"

	"goodgraces/responder/grievance"
)

// begun are the words before the time or the month at which waiting began.
var begun = set("ordered booked due since scheduled slot placed cancelled returned applied reported paid")

// clocked: "ordered at 6.15, it's now 8.40"; at i stands the word of begun.
func (r reader) clocked(i int) Detail {
	if d := r.months(i); d.What != "" {
		return d
	}
	for j := i + 1; j < i+6; j++ {
		from, next, ok := r.clock(j)
		if !ok {
			continue
		}
		for k := next; k < next+8; k++ {
			to, _, ok := r.clock(k)
			if ok && r.Is(k-1, "now", "its", "it's", "is", "still") {
				return Detail{Kind: Long, What: lapse(to - from)}
			}
		}
		return Detail{}
	}
	return Detail{}
}

// clock reads "6.15", "18:10" or "8.40pm" in minutes of half a day.
func (r reader) clock(i int) (minutes, next int, ok bool) {
	hour, minute, dotted := strings.Cut(r.Word(i), ".")
	next = i + 1
	if !dotted && r.Ends(i+1) && len(r.Word(i+2)) == 2 {
		minute, next = r.Word(i+2), i+3
	}
	h, err := strconv.Atoi(hour)
	m, err2 := strconv.Atoi(minute)
	if err != nil || err2 != nil || h < 0 || h > 23 || m < 0 || m > 59 || len(minute) != 2 {
		return 0, i, false
	}
	return h%12*60 + m, next, true
}

// lapse tells minutes between two times of the clock; "" where it is no wait
// that one would speak of, or may be half a day more.
func lapse(minutes int) string {
	minutes = (minutes + 12*60) % (12 * 60)
	hours, rest := minutes/60, minutes%60
	switch {
	case minutes < 30 || hours > 8:
		return ""
	case hours == 0:
		return strconv.Itoa(rest) + " minutes"
	}
	text := grievance.Numeral(strconv.Itoa(hours)) + " hours"
	if hours == 1 {
		text = "an hour"
	}
	if rest >= 10 {
		text += " and " + strconv.Itoa(rest) + " minutes"
	}
	return text
}

var monthNumbers = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
}

// months: "cancelled in March. it's July."
func (r reader) months(i int) Detail {
	from := monthNumbers[r.Word(i+2)]
	if !r.Is(i+1, "in") || from == 0 {
		return Detail{}
	}
	for j := i + 3; j < i+9; j++ {
		to := monthNumbers[r.Word(j)]
		if n := (to - from + 12) % 12; to > 0 && n > 1 && n < 10 && r.Is(j-1, "now", "its", "it's", "is") {
			return Detail{Kind: Long, What: grievance.Numeral(strconv.Itoa(n)) + " months"}
		}
	}
	return Detail{}
}
