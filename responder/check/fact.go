package check

import "strings"

// fact is the known answer that a reply to a question says word for word, ""
// for none. A complaint is not met with one.
func (r *reading) fact() string {
	if r.complaint {
		return ""
	}
	for _, fact := range r.facts {
		if strings.Contains(r.whole, fact) {
			return fact
		}
	}
	return ""
}

// besideFact is a reply without the fact in it: a price that a manager keeps as
// a known answer is what was asked for, and offers nothing to anybody.
func (r *reading) besideFact() text {
	fact := r.fact()
	if fact == "" {
		return r.reply
	}
	return readText(strings.ReplaceAll(r.raw, fact, " "))
}
