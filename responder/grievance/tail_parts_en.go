package grievance

import "strings"

// Parts of what stands behind a verb: second objects, and how often.

// maxObjects bounds two objects told together, in bytes.
const maxObjects = 40

// alsoObject reads the second of two objects: "my points [and a coupon] at the
// same time". What it opens a clause of its own with is none.
func (p enParser) alsoObject(n phrase, i int) (phrase, int, bool) {
	also, next, ok := p.np(i+1, maxNouns)
	if !p.is(i, "and", "or") || !ok || persons[n.head] || persons[also.head] || relations[also.head] || idioms[also.noun] || vague[also.noun] || also.any || also.det == "" && n.det != "" || also.det == "no" || units[also.head] != "" || weekdays[also.head] ||
		len(n.object())+len(also.object()) > maxObjects || p.word(next) != "" && !prepositions[p.word(next)] && !adverbs[p.word(next)] {
		return phrase{}, i, false
	}
	return also, next, true
}

var (
	paces  = set("fast quickly slowly soon early late often loudly")
	sensed = set("smell taste sound look feel")
)

// edges are what is one of something else.
var edges = set("start end beginning rest middle sake")

// everyTime reads "every time it rains", "every time I call".
func (p enParser) everyTime(i int) (string, int, bool) {
	who := map[string]string{"it": "it", "i": "you", "we": "you"}[p.word(i+2)]
	v := verbs[p.word(i+3)]
	if p.is(i, "every", "each") && p.is(i+1, "time") && who == "it" && p.is(i+3, "rains") {
		return "every time it rains", i + 4, true
	}
	if !p.is(i, "every", "each") || !p.is(i+1, "time") || who == "" || v.base == "" || v.ing || !p.endsAt(i+4) || unsaid[v.base] {
		return "", i, false
	}
	form := v.base
	if who == "it" {
		form = thirdOf(v.base)
	}
	return join("every time", who, form), i + 4, true
}

// whileDoing reads "while driving".
func (p enParser) whileDoing(i int) (string, int, bool) {
	v := verbs[p.word(i+1)]
	return "while " + p.word(i+1), i + 2, p.is(i, "while") && v.ing && !unsaid[v.base] && (p.endsAt(i+2) || strings.HasSuffix(p.word(i+2), "ing"))
}

// untold is what somebody is not told, where all of it cannot be told again: "doesn't
// tell me [which order it was]", "don't say [when]".
func (p enParser) untold(verb, i int) string {
	before := p.word(verb - 2)
	if !informs[verbs[p.word(verb-1)].base] || !strings.HasSuffix(before, "n't") && before != "not" && before != "never" && before != "even" {
		return ""
	}
	switch n, next, ok := p.np(i+1, 1); {
	case p.is(i, "which", "what") && ok && n.det == "" && n.noun == p.word(i+1) && (closed[p.word(next)] || p.word(next) == ""):
		return p.word(i) + " " + n.noun
	case p.is(i, "when", "where", "why"):
		return p.word(i)
	}
	return ""
}

var informs = set("tell say show explain state specify mention")

// recurring reads "every ten minutes", "all week", and "three days" behind "takes".
func (p enParser) recurring(i int) (string, int, bool) {
	switch {
	case p.is(i, "every"):
		if span, next, ok := p.duration(p.skip(i+1, "single")); ok {
			return "every " + span, next, true
		}
	case p.is(i, "all") && p.is(i+1, "day", "week", "month", "morning", "afternoon", "evening", "night", "weekend", "summer", "winter", "year"):
		return "all " + p.word(i+1), i + 2, true
	case p.is(i, "this", "last", "next") && p.is(i+1, "day", "week", "month", "morning", "afternoon", "evening", "night", "weekend", "summer", "winter", "year", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"):
		return p.word(i) + " " + p.spell(p.word(i+1)), i + 2, true
	}
	if span, next, ok := p.duration(i); ok && p.is(next, "early") {
		return span + " early", next + 1, true
	}
	if span, next, ok := p.duration(i); ok && p.is(i-1, "last", "lasts", "lasted", "take", "takes", "took", "wait", "waited", "hold") {
		return span, next, true
	}
	return "", i, false
}

// repeatedly reads "four times", "so many times", "multiple times now".
func (p enParser) repeatedly(i int) (string, int, bool) {
	j := p.skip(i, "so", "about", "over", "like")
	switch {
	case p.is(j, "many", "multiple", "several", "countless", "numerous", "few") && p.is(j+1, "times"):
		return map[bool]string{true: "so many times", false: "several times"}[p.is(j, "many", "countless")], j + 2, true
	case p.is(j, "a") && p.is(j+1, "few", "couple", "dozen") && p.is(p.skip(j+2, "of"), "times"):
		return "several times", p.skip(j+2, "of") + 1, true
	case (numberWords[p.word(j)] || isShortNumber(p.word(j))) && p.is(j+1, "times"):
		return numeral(p.word(j)) + " times", j + 2, true
	}
	return "", i, false
}
