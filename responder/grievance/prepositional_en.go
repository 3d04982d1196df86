package grievance

import "strings"

// prepositional reads "with the buttons", "for three days", "without paying
// for it".
func (p enParser) prepositional(i int) (string, int, bool) {
	if !prepositions[p.word(i)] || p.is(i+1, "every", "each") && p.is(i+2, "time") {
		return "", i, false // "comes on [every time]"
	}
	prep := p.word(i)
	j := p.skip(p.passOver(i+1), "exactly")
	if told, next, ok := p.timed(i, j); ok {
		return told, next, true
	}
	if told, ok := pronouns[p.word(j)]; ok && p.word(j) != "one" && !p.doesMore(j) {
		if p.is(j+1, "else") {
			return prep + " " + told + " else", j + 2, true
		}
		return prep + " " + told, j + 1, true
	}
	if p.is(i, "until", "till", "since", "by", "from", "before") && p.is(j, "tomorrow", "today", "yesterday", "now", "tonight") {
		return strings.Replace(prep, "till", "until", 1) + " " + p.word(j), j + 1, true
	}
	if prep == "to" {
		if v := verbs[p.word(j+1)]; p.is(j, "be") && (v.pp || v.ing) {
			return p.further("to be", j+1)
		}
		if v := verbs[p.word(j)]; v.isBase && p.word(j) == v.base {
			return p.further(prep, j)
		}
	}
	if v := verbs[p.word(j)]; v.ing && p.nominal(j) != isNoun && p.is(i, "without", "for", "from", "by", "in", "of", "after", "before", "about") {
		return p.further(prep, j)
	}
	return p.withThing(i, j)
}

// timed reads when or for how long, of a preposition at i and what is behind it at j:
// "for three days", "on day two".
func (p enParser) timed(i, j int) (string, int, bool) {
	prep := p.word(i)
	if span, next, ok := p.duration(j); ok && p.is(i, "for", "in", "after", "within", "since", "over", "at") {
		if prep == "at" && isShortNumber(p.word(next)) {
			next++ // "at 59 minutes 58"
		}
		return prep + " " + span, next, true
	}
	if p.is(i, "since", "by", "until", "before", "from", "on") && p.is(j, "the") && isShortNumber(p.word(j+1)) && p.is(j+2, "st", "nd", "rd", "th") {
		return prep + " the " + p.word(j+1) + p.word(j+2), p.skip(j+3, "of", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"), true
	}
	if told, next, ok := p.fromWhen(i, j); ok {
		return told, next, true
	}
	if prep == "on" && p.is(j, "day") && isShortNumber(p.word(j+1)) {
		return "on day " + numeral(p.word(j+1)), p.pastTrip(j + 2), true
	}
	if month := months[p.word(j)]; month != "" && p.is(i, "until", "since", "in", "from", "by", "before") && (p.endsAt(j+1) || prepositions[p.word(j+1)]) {
		return prep + " " + month, j + 1, true
	}
	if told, next, ok := p.clock(i, j); ok {
		return told, next, true
	}
	if half := p.word(j + 1); p.is(i, "at", "around") && isShortNumber(p.word(j)) && (half == "am" || half == "pm") && p.endsAt(j+2) {
		return prep + " " + p.word(j) + half, j + 2, true
	}
	if p.is(i, "at", "around", "about") && isShortNumber(p.word(j)) && !p.is(j+1, "minutes", "minute", "hour", "hours", "days", "day", "weeks", "of") && p.endsAt(p.skip(j+1, "am", "pm")) {
		return prep + " " + numeral(p.word(j)), p.skip(j+1, "am", "pm"), true
	}
	if p.is(i, "for") && p.is(j, "hours", "days", "weeks", "months", "ages", "years") && (p.endsAt(j+1) || prepositions[p.word(j+1)] || adverbs[p.word(j+1)]) {
		return "for " + p.word(j), j + 1, true
	}
	if prep == "since" && p.is(j, "day") && p.is(j+1, "one", "1") {
		return "since day one", j + 2, true
	}
	return "", i, false
}

// withThing reads a preposition at i and a noun phrase at j: "with the buttons".
func (p enParser) withThing(i, j int) (string, int, bool) {
	prep := p.word(i)
	if n, next, ok := p.np(j, maxNouns); ok && !p.runsInto(n, next) && !(prep == "to" && n.det == "" && p.is(next, "it", "them", "me", "us")) {
		if prep == "of" && n.det == "" && relations[n.head] && sensed[verbs[p.word(i-1)].base] {
			return prep + " " + n.noun, next, true // what it smells of is the kind, not one: "smells of dog", "tastes of cat"
		}
		if prep == "between" && !n.plural {
			second, after, ok := p.np(next+1, maxNouns)
			return join(prep, n.object(), "and", second.object()), after, ok && p.is(next, "and")
		}
		if n.det == "" && (prep == "without" || prep == "mid" || bareBehind[prep+" "+n.noun]) {
			return prep + " " + n.noun, next, true
		}
		return prep + " " + n.object(), next, true
	}
	return "", i, false
}

var months = map[string]string{
	"january": "January", "february": "February", "april": "April", "june": "June", "july": "July", "august": "August", "september": "September", "october": "October", "november": "November", "december": "December",
	"feb": "February", "aug": "August", "sept": "September", "oct": "October", "nov": "November", "dec": "December",
}

// pastTrip passes over "of a five day hike".
func (p enParser) pastTrip(i int) int {
	if _, next, ok := p.np(i+1, maxNouns); ok && p.is(i, "of", "into") {
		return next
	}
	return i
}

// doesMore reports that the pronoun at j is the subject of what follows: "before
// [it even arrived]".
func (p enParser) doesMore(j int) bool {
	k := p.passOver(j + 1)
	return p.is(j, "it", "anyone", "anybody", "someone", "somebody", "nobody", "you") && (auxiliaries[p.word(k)] || verbs[p.word(k)].past && p.nominal(k) != isNoun)
}

// bareBehind are turns whose noun takes no article.
var bareBehind = phrases(`by mistake|by accident|by post|by email|by phone|by car|by train|by hand|by law|on arrival|on time|on board|on site|on sale|on display|on purpose|on delivery|on first use|on
	request|in time|in transit|in store|in person|in advance|in half|in use|in place|in bed|in full|in pieces|in bits|by text|by bus|by taxi|by courier|by cheque|by card|at work|at home|at night|at checkout|at midnight|at lunch|at supper|at breakfast|at
	dinner|for dinner|for lunch|for breakfast|for work|to work|to school|from work|for delivery|for collection|for repair|before delivery|after delivery|upon arrival|without warning|with next door|to next door|at next door|from next door`)
