package grievance

import (
	"cmp"
	"strings"
)

// maxTail bounds what is told behind a verb, in bytes, and maxParts in parts.
const (
	maxTail  = 60
	maxParts = 5
)

var (
	prepositions = set(`mid past with on in at from for to of by without through during after since into onto off via about over between under
		behind inside outside until near across around against before`)
	adverbs = set(namedAdverbs + ` apart separately unrepaired unopened today tonight yesterday tomorrow now far nearby again properly correctly online anymore here there early late
		yet twice fast quickly slowly together alone instead anyway home upstairs downstairs abroad overnight well
		automatically randomly immediately straightaway elsewhere somewhere anywhere`)
	pronouns = map[string]string{
		"me": "you", "us": "you", "it": "it", "them": "them", "him": "him", "myself": "yourself", "ourselves": "yourselves", "itself": "itself",
		"anything": "anything", "anyone": "anyone", "anybody": "anybody", "someone": "somebody", "somebody": "somebody", "something": "something",
		"nothing": "nothing", "everything": "everything", "everyone": "everyone", "mine": "yours", "one": "one", "you": "us", "nobody": "nobody",
	}
	// closed are words at which a clause may well end.
	closed = set(`and but or so because whenever when while if as since after before until till that which who where why how what then than
		i we you they he she it it's i'm we're you're they're i've we've y'all he's she's that's there there's is are was were be been has have had do does did don't
		doesn't didn't can can't could couldn't will won't would wouldn't should shouldn't isn't aren't wasn't not no even though although
		please thanks thank just still now again really very too also only always never ever already this the a an my your our
		is lol smh wtf omg ugh help hi hey hello sorry idk tbh fix need getting seriously come not due despite like unless per vs plus w via within`)
	rest = set("today tonight yesterday now again anymore")
)

// tail is what stands behind a verb, told in the second person.
type tail struct {
	text    string
	objects int
	cut     bool // words follow that could not be told
	next    int  // where it ends
}

// maxDepth bounds verbs within verbs: "trying to get it to work".
const maxDepth = 2

// tail reads what follows a verb, as far as it is of words of the tables.
func (p enParser) tail(i int) tail {
	t, start := tail{next: i}, i
	if p.depth > maxDepth {
		return t
	}
	var parts []string
	size, last := 0, i
	add := func(part string, next int) {
		parts, size, last, i = append(parts, part), size+len(part)+1, i, next
	}
	for len(parts) < maxParts && size < maxTail {
		i = p.passOver(i)
		part, next, object, ok := p.part(i, len(parts) == 0)
		if !ok {
			break
		}
		if object {
			if n := len(parts); n > 0 && t.objects == 0 && prepositions[firstWord(parts[n-1])] && strings.Contains(parts[n-1], " ") {
				t.cut = true // "for me [my brother or my aunt]"
				break
			}
			if t.objects == 2 || t.objects == 1 && (bare(part) || dets[p.word(i)] == "" && pronouns[p.word(i)] == "" && weekdays[p.word(i)]) && !receivers[parts[len(parts)-1]] {
				break // "free fries [Friday offer]"
			}
			t.objects++
		}
		add(part, next)
	}
	t.next = i
	parts = p.trimmed(parts, &t, last)
	t.text = join(strings.Join(parts, " "), p.untold(start, i))
	return t
}

// trimmed is the parts of a tail that can be told without the words where it ends,
// the last part having begun at last. It says of t where these cut it off.
func (p enParser) trimmed(parts []string, t *tail, last int) []string {
	i := t.next
	if n := len(parts); n > 1 && p.is(i, "i", "we") && p.is(i+1, "don't", "haven't", "can't", "never") && firstWord(parts[n-1]) == "with" {
		parts = parts[:n-1] // what the author lacks is not told as had: "print a label with the printer [I don't have]"
	}
	if n := len(parts); n > 1 && p.is(i, "of") && strings.HasPrefix(parts[n-1], "for the ") && edges[lastWord(parts[n-1])] {
		parts = parts[:n-1] // an edge is nothing without what it is of: "for the start [of term]"
	}
	if i < len(p.toks) && p.toks[i].kind == isHandle && len(parts) > 0 && t.objects > 0 {
		t.cut = t.cut || p.is(i+1, "to") // "get someone @brand to answer"
	}
	if n := len(parts); n > 0 && (parts[n-1] == "on" || parts[n-1] == "in" || parts[n-1] == "at") && i < len(p.toks) && (p.toks[i].kind == isHandle || p.toks[i].quote || p.quoted(i) || isNumber(p.word(i))) {
		parts = parts[:n-1]
	}
	whenever := p.is(i, "every", "each") && p.is(i+1, "time")
	if dets[p.word(i)] != "" && !whenever && len(parts) > 0 && parts[len(parts)-1] != "it" {
		t.cut = true
	}
	if p.word(i) != "" && !whenever && !closed[p.word(i)] && !isNumber(p.word(i)) && verbs[p.word(i)].base == "" && !adverbs[p.word(i)] && !prepositions[p.word(i)] && len(parts) > 0 {
		t.cut = true
		said := parts[len(parts)-1]
		if strings.Contains(said, " ") || p.nominal(i-1) == isNoun {
			parts = parts[:len(parts)-1]
			t.objects = min(t.objects, len(parts))
		}
		if len(parts) > 0 && p.is(last, "after", "before", "since", "during", "despite", "without") && p.word(last)+" " == firstWord(said)+" " {
			t.cut, t.next = false, last // an adjunct, left out whole
		}
	}
	if n := len(parts); n > 1 && t.objects > 0 && (parts[n-1] == "on" || parts[n-1] == "in" || parts[n-1] == "over") && p.is(i, "when", "what", "how", "why", "which", "that", "if", "who", "where") {
		parts = parts[:n-1] // "an update on [when it will be fixed]"
	}
	for len(parts) > 0 && len(strings.Join(parts, " ")) > maxTail {
		parts = parts[:len(parts)-1]
	}
	return parts
}

// receivers are pronouns behind which a second object has no article: "gave me cold
// tea".
var receivers = set("you it them him everybody us")

// bare reports a noun phrase without determiner.
func bare(object string) bool {
	return dets[firstWord(object)] == "" && pronouns[object] == "" && firstWord(object) != "your"
}

func isNumber(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }

// passOver skips words that add nothing: "even", swearing.
func (p enParser) passOver(i int) int {
	for range 4 {
		if p.is(i, "for") && p.is(i+1, "some", "whatever") && p.is(i+2, "reason") {
			i += 3
			continue
		}
		if i >= 0 && i < len(p.toks) && p.toks[i].kind == isAmount {
			i++
			if p.is(i, "a", "per", "each", "every") && p.is(i+1, "month", "week", "year", "day") {
				i += 2
			}
			continue
		}
		if p.is(i, "a") && p.is(i+1, "bit", "little", "tad") && (prepositions[p.word(i+2)] && !p.is(i+2, "of") || p.word(i+2) == "") {
			i += 2
			continue
		}
		if p.is(i, "right", "exactly") && prepositions[p.word(i+1)] && p.isPhrase(i+2) {
			i++
			continue
		}
		if p.is(i, "either") && p.word(i+1) == "" {
			i++
			continue
		}
		if !swears[p.word(i)] && !p.is(i, "even", "just", "literally", "actually", "like", "really", "basically") {
			return i
		}
		if p.is(i, "like") && (p.nominal(i+1) != notNominal || p.is(i+1, "a", "an", "the", "my")) {
			return i
		}
		i++
	}
	return i
}

// part reads one object, place, time, adverb or further verb: what is told, where it
// ends, and whether it is an object and was read at all.
func (p enParser) part(i int, first bool) (string, int, bool, bool) {
	w := p.word(i)
	if w == "" || p.firstTime(i) {
		return "", i, false, false
	}
	if told, next, ok := p.prepositional(i); ok {
		return told, next, false, true
	}
	if w == "over" && p.is(i+1, "and") && p.is(i+2, "over") {
		return "", i, false, false
	}
	if p.is(i, "in", "out") && first && p.is(i-1, "log", "sign", "logged", "signed", "logging", "signing") && !p.isPhrase(i+1) {
		return w, i + 1, false, true
	}
	if particles[w] && (p.word(i+1) == "" || closed[p.word(i+1)] && dets[p.word(i+1)] == "" || prepositions[p.word(i+1)] || adverbs[p.word(i+1)] || isNumber(p.word(i+1)) || p.is(i+1, "every", "each", "all", "twice", "either") || first && p.isPhrase(i+1)) {
		return w, i + 1, false, true
	}
	if v := verbs[w]; first && v.ing && p.nominal(i) != isNoun {
		told, next, ok := p.further(w, i)
		return told, next, false, ok
	}
	if v := verbs[w]; !first && v.pp && !v.isBase && p.nominal(i-1) == isNoun && !p.is(i, "left", "got") {
		told, next, ok := p.further(w, i)
		if !ok {
			return w, i + 1, false, true
		}
		return told, next, false, true
	}
	if told, ok := pronouns[w]; ok && (w != "you" || first) && !(w == "one" && p.nominal(i+1) != notNominal) && !(w == "it" && !first) {
		return told, i + 1, true, true
	}
	if adverbs[w] && (p.nominal(i+1) != isNoun || rest[w]) {
		return w, i + 1, false, true
	}
	return p.turn(i, first)
}

// turn reads a part that is a time or a turn of speech: "every day", "any more", else
// an object.
func (p enParser) turn(i int, first bool) (string, int, bool, bool) {
	w := p.word(i)
	if span, next, ok := p.recurring(i); ok {
		return span, next, false, true
	}
	if told, next, ok := p.everyTime(i); ok {
		return told, next, false, true
	}
	if p.is(i, "every", "each") && p.is(p.skip(i+1, "single"), "time", "day", "hour", "week", "night", "morning", "minute", "month", "evening", "weekend") {
		next := p.skip(i+1, "single")
		return w + " " + p.word(next), next + 1, false, p.word(next) != "time" || p.word(next+1) == ""
	}
	if w == "missing" && !first {
		return w, i + 1, false, true // "arrived with two legs missing"
	}
	if told, next, ok := p.repeatedly(i); ok {
		return told, next, false, true
	}
	if w == "any" && p.is(i+1, "more") && p.endsAt(i+2) && (first || prepositions[p.word(i-2)] || prepositions[p.word(i-3)]) {
		return "anymore", i + 2, false, true
	}
	if p.is(i, "so", "too", "very") && paces[p.word(i+1)] && p.endsAt(i+2) && !p.is(i+2, "that") {
		return w + " " + p.word(i+1), i + 2, false, true
	}
	if w == "like" && sensed[verbs[p.word(i-1)].base] {
		n, next, ok := p.np(i+1, maxNouns)
		return "like " + n.object(), next, false, ok && !persons[n.head] && !idioms[n.head] && !p.runsInto(n, next)
	}
	if p.is(i, "any", "all", "some", "most", "none", "half", "either") && p.is(i+1, "of") && (p.is(i+2, "them") || p.is(i+2, "the") && isShortNumber(p.word(i+3)) && p.endsAt(i+4)) {
		return w + " of them", p.skip(i+3, p.word(i+3)), true, true
	}
	if told, next, ok := p.whileDoing(i); ok {
		return told, next, false, true
	}
	if p.is(i, "2", "two", "double", "one", "single", "1", "both") && p.is(i+1, "sided", "sides") {
		side := map[string]string{"1": "single", "one": "single", "single": "single"}[w]
		return cmp.Or(side, "two") + "-sided", i + 2, false, true // "won't print 2 sided"
	}
	if w == "at" && p.is(i+1, "all") {
		return "at all", i + 2, false, true
	}
	return p.objectAt(i)
}

// objectAt reads a part that is an object.
func (p enParser) objectAt(i int) (string, int, bool, bool) {
	n, next, ok := p.np(i, maxNouns)
	if !ok || p.runsInto(n, next) || p.is(i, "that") && verbs[p.word(i+1)].base != "" {
		return "", i, false, false
	}
	if units[n.head] != "" && p.is(next, "before", "earlier", "later", "after", "beforehand", "prior") {
		return "", i, false, false // "closed four minutes before"
	}
	if also, after, ok := p.alsoObject(n, next); ok {
		return n.object() + " " + p.word(next) + " " + also.object(), after, true, true
	}
	return n.object(), next, true, true
}

// runsInto reports a phrase that is the subject of what follows: "my bag
// [was lost]".
func (p enParser) runsInto(n phrase, next int) bool {
	return p.is(next, "is", "are", "was", "were", "isn't", "wasn't", "has", "hasn't", "won't", "doesn't", "can't", "keeps", "don't", "didn't", "aren't", "will", "would", "should") && n.head != "way"
}

// further reads the verb at j, behind "to" or "without", with what follows it.
func (p enParser) further(prep string, j int) (string, int, bool) {
	p.depth++
	t := p.tail(j + 1)
	if t.cut || t.text == "" && p.objectCutOff(j+1) || t.text == "" && !standing[verbs[p.word(j)].base] && prep != "to be" {
		return "", j, false
	}
	told := p.word(j)
	if prep == "to be" && t.objects > 0 && verbs[told].pp && !ditransitive[verbs[told].base] {
		return "", j, false
	}
	if prep != told {
		told = prep + " " + told
	}
	return strings.TrimSpace(told + " " + t.text), t.next, true
}

// standing are verbs that need nothing behind them.
var standing = set(`recline fold zip latch heat cool flush dispense inflate subscribe connect pay type print unsubscribe download work load open start play update sync answer reply respond arrive come land board
	sleep eat travel fly cancel order complain register reset restart charge move breathe stream rebook apply submit appear function upgrade crash freeze
	ring sign log check book refund wait help deliver call stop fail drop close die happen leak break smell park record
	renew exist occur show switch power purchase proceed scan activate install upload pair drive listen read disappear buffer enter`)

func (p enParser) isPhrase(i int) bool {
	_, _, ok := p.np(i, maxNouns)
	return ok
}
