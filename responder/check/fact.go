package check

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// fact is the known answer that a reply to a question says word for word, ""
// for none. A complaint is not met with one.
func (r *reading) fact() string {
	if r.complaint {
		return ""
	}
	for _, fact := range r.facts {
		if Says(r.whole, fact) {
			return fact
		}
	}
	return ""
}

// besideFacts is a reply without the known answers in it: a price or a rule of
// the house that a manager keeps is what was asked for, and offers nothing to
// anybody. With it comes by what words one of them gives money to somebody, ""
// where none does.
func (r *reading) besideFacts() (rest text, gift string) {
	if r.fact() == "" {
		return r.reply, ""
	}
	longest := slices.SortedFunc(slices.Values(r.facts), func(a, b string) int { return len(b) - len(a) })
	beside := r.reply.raw
	for _, fact := range longest {
		for at := said(beside, fact); at >= 0; at = said(beside, fact) {
			gift = cmp.Or(gift, gives.find(readText(fact)))
			beside = beside[:at] + " " + beside[at+len(fact):]
		}
	}
	return readText(beside), gift
}

// Says reports whether a reply says a fact word for word, as a sentence or
// sentences of its own.
func Says(reply, fact string) bool { return said(reply, fact) >= 0 }

// said is where a reply says a fact, -1 for nowhere.
func said(reply, fact string) int {
	for at := 0; fact != ""; at += len(fact) {
		i := strings.Index(reply[at:], fact)
		if i < 0 {
			break
		}
		at += i
		if begins(reply[:at]) && ends(fact, reply[at+len(fact):]) {
			return at
		}
	}
	return -1
}

// begins reports whether a sentence can begin behind a text; a handle may stand
// before one.
func begins(before string) bool {
	before = strings.TrimRightFunc(before, unicode.IsSpace)
	word := before[strings.LastIndexFunc(before, unicode.IsSpace)+1:]
	last, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || strings.HasPrefix(word, "@") || !unicode.IsLetter(last) && !unicode.IsDigit(last) && !strings.ContainsRune(",;-–—'’(", last)
}

// ends reports whether a fact ends its sentence where rest follows it.
func ends(fact, rest string) bool {
	after := strings.TrimLeft(rest, ".!?…")
	ended := after != rest || begins(fact)
	next, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(after, unicode.IsSpace))
	word := unicode.IsLetter(next) || unicode.IsDigit(next)
	switch first, _ := utf8.DecodeRuneInString(after); {
	case after == "":
		return true
	case !unicode.IsSpace(first):
		return ended && !word
	}
	return ended || !unicode.IsLower(next) && !unicode.IsDigit(next)
}
