package grievance

import (
	"slices"
	"strings"
)

// lackingSince says since when there is none of what is lacking: "no hot water for my
// daughter since Sunday".
func (p enParser) lackingSince(issue string, at int) string {
	for _, none := range []string{"you have no ", "you still have no ", "there was no ", "there is no ", "there were no ", "there are no "} {
		what, lacks := strings.CutPrefix(issue, none)
		what, _, _ = strings.Cut(what, " for your ")
		if !lacks || p.is(at-1, "a", "the") || strings.Contains(what, " since ") || persons[lastWord(what)] {
			continue
		}
		for j := at + 1; j < min(at+12, len(p.toks)) && p.toks[j].kind != isBreak; j++ {
			if said := join("you've had no", what, p.sinceThat(j)); p.sinceThat(j) != "" && len(said) <= maxIssue {
				return said
			}
		}
	}
	return issue
}

// lacking: "and no chips", "no staff at the counter".
func (p enParser) lacking(i int) (finding, bool) {
	if p.is(i, "single") && p.is(i-1, "a") && p.is(i-2, "not") {
		if n, next, ok := p.np(i+1, 3); ok && !idioms[n.head] && !persons[n.head] && (p.word(next) == "" || closed[p.word(next)] || p.is(next, "available", "left", "in")) {
			return told(weightPlain, "there wasn't a single "+n.noun, "", "")
		}
		return finding{}, false
	}
	if p.is(i, "no") && p.is(i+1, "way") && p.is(i+2, "home", "back") && p.endsAt(i+3) {
		return told(weightClear, "you have no way "+p.word(i+2), "", "")
	}
	if !p.is(i, "no", "zero") || p.is(i-1, "with") && !p.is(i+1, "warning", "notice") || p.is(i-1, "asked", "ordered", "requested", "wanted", "have", "had", "say", "says", "said", "see", "has", "there's", "whatsoever", "to", "select", "for", "i", "got", "took", "in", "of", "at") {
		return finding{}, false
	}
	n, next, ok := p.np(i, maxNouns)
	if !ok || p.notLacked(n, i, next) {
		return finding{}, false
	}
	if second, after, ok := p.np(next+1, 3); ok && p.is(next, "or") && second.det == "" && !persons[second.head] {
		n.noun, n.plural, next = n.noun+" or "+second.noun, second.plural, after
	}
	if n.noun == "bars" && (p.endsAt(next) || adverbs[p.word(next)] || p.is(next, "in", "at", "on")) {
		return told(weightPlain, "you have no signal", "", "your signal")
	}
	one := n.noun
	if n.noun, next, ok = p.noneElse(n, next); !ok {
		return finding{}, false
	}
	return p.wasNone(n, one, i, next)
}

// notLacked reports a phrase from i to next, "no" something, that tells of no lack
// or is not told in public.
func (p enParser) notLacked(n phrase, i, next int) bool {
	w := p.word(next)
	switch {
	case p.figured(next) && !vehicles[n.head], // "no field 7"
		p.noneSaid(i),
		n.head == "human" || n.head == "person" || n.head == "man" || n.head == "people",
		w != "" && !closed[w] && !prepositions[w] && !adverbs[w] && !verbs[w].pp && !particles[w],
		(idioms[n.head] || idioms[n.noun]) && !p.lackedHere(n, next),
		relations[n.head],
		p.is(next, "is", "was", "i", "can", "should", "will", "would", "you", "needed", "required"),
		n.det != "no" && p.is(i, "no"),
		p.is(next, "left") && p.is(next+1, "over"),
		n.head == "run",
		p.is(next, "run"),
		p.blameless(n, next),
		p.is(next, "no") && p.is(i-1, "no"):
		return true
	case n.head == "fees" || n.head == "fee" || n.head == "limit" || n.head == "contract" || n.head == "charges" || n.head == "interest":
		return true // "no fees" is no complaint
	}
	return n.head == "money" && p.is(next, "back") || n.head == "refund" || n.head == "refunds" || n.head == "resolution" // money is not spoken of in public
}

// wasNone: "there were no chips", "you still have no signal", of a phrase from i to
// next whose noun in the post was one.
func (p enParser) wasNone(n phrase, one string, i, next int) (finding, bool) {
	n.det, n.plural = "no", n.plural || n.head == "staff"
	place := ""
	if told, after, ok := p.prepositional(next); ok && !p.is(after, "of") && p.is(next, "in", "at", "on", "with", "from", "for", "by", "of") {
		place = told
	} else if verbs[p.word(next)].pp {
		place, _, _ = p.further(p.word(next), next)
	}
	if p.is(i-1, "i've", "we've") {
		return told(weightPlain, join("you have", n.String(), place), "", "")
	}
	if p.is(i-1, "still") {
		return told(weightPlain, join("you still have", n.String()), "", "")
	}
	if brought[one] && place == "" && p.endsAt(next) {
		return told(weightPlain, join(n.String(), "came"), "", "")
	}
	weight := weightPlain
	if besides[n.head] {
		weight = weightFaint // it is of something else that there was none
	}
	return told(weight, join("there", n.pick("was", "were"), n.String(), place), "", "")
}

// noneSaid reports that the "no" at i is what somebody asked for or was told, or of a
// place that is only spoken of.
func (p enParser) noneSaid(i int) bool {
	switch {
	case p.instructed(i),
		p.is(i-1, "told", "me", "us", "shows", "show", "showing", "that's", "it's"),
		p.is(i-1, "is", "are", "was", "were") && p.is(i-2, "there") && p.is(i-3, "where"),
		p.is(i-1, "and") && p.near(i-1, nil, "just") && p.speaksOf(fields("can could want")): // "can I have just the soup and no bread"
		return true
	}
	return false
}

// besides are what there was none of beside the trouble itself.
var besides = set("notice warning note card letter text address")

// brought are those who are waited for, and what they bring.
var brought = set("van vans courier engineer technician plumber electrician parcel package box")

// maxLacked bounds how many things are told that there were none of.
const maxLacked = 3

// noneElse: "no eggs [no bread, no milk]" are what there were none of, and where that ends.
// What one is glad to have none of is no list of troubles.
func (p enParser) noneElse(n phrase, next int) (string, int, bool) {
	lacked := []string{n.noun}
	for len(lacked) < maxLacked {
		at := next
		if at < len(p.toks) && p.toks[at].kind == isBreak {
			at++
		}
		at = p.skip(at, "and")
		more, after, ok := p.np(at, 3)
		if !ok && p.is(at, "no") && p.word(at+1) != "" && !closed[p.word(at+1)] && verbs[p.word(at+1)].base == "" && (p.word(at+2) == "" || p.is(at+2, "no", "and")) {
			next = at + 2 // a word that is not told
			continue
		}
		if ok && more.det == "no" && saidWell[more.head] {
			return "", next, false
		}
		if !ok || more.det != "no" || more.words != after-at-1 || !p.endsAt(after) && !p.is(after, "no", "on", "in", "at", "since", "for") || slices.Contains(lacked, more.noun) || persons[more.head] || relations[more.head] || idioms[more.noun] || unlisted[more.head] {
			break
		}
		if strings.HasPrefix(more.noun, lacked[len(lacked)-1]+" ") {
			lacked = lacked[:len(lacked)-1] // "no phone, no phone number"
		}
		lacked, next = append(lacked, more.noun), after
	}
	last := len(lacked) - 1
	if last == 0 {
		return n.noun, next, true
	}
	return strings.Join(lacked[:last], ", ") + " or " + lacked[last], next, true
}

// saidWell is what good things are told to be without.
var saidWell = set("fuss hassle drama stain stains smell argument arguments delay delays queue queues crash crashes stutter lag ads")

// unlisted are of another thing than what there was none of: "no van, no notice".
var unlisted = set("notice warning explanation reason reply response answer apology idea refund problem call word update use luck chance end help travel delay")

// blameless reports a noun, with next behind it, that people are glad to have none of or
// that says that nothing came of an attempt: "no change".
func (p enParser) blameless(n phrase, next int) bool {
	return (gladlyNone[n.head] || lackedWith[n.head] != nil) && !p.lackedHere(n, next)
}

// lackedHere reports such a noun where it was wanted: "no change given at the till", "no
// pressure in the shower".
func (p enParser) lackedHere(n phrase, next int) bool {
	return lackedWith[n.head][p.word(next)] && !(p.is(next, "at") && p.is(next+1, "all"))
}

// lackedWith are nouns that are lacking where one of these words is behind them.
var lackedWith = map[string]map[string]bool{
	"pressure": set("in at since anywhere"), "change": set("given at"), "charge": set("left"), "taxis": set("at in outside anywhere around"),
}

// gladlyNone are things that people are glad to have none of.
var gladlyNone = set(`hands obligation rush fault tripod stars notes note claims claim accidents accident convictions points debts arrears fines regrets leftovers fuss hassle queue queues drama traffic crowds
	crash crashes stutter stutters lag lags glitch glitches bug bugs error errors rain weather snow wind fog storm storms ice strike strikes delay delays damage use spam stain stains smell argument arguments ads adverts contest`)

// stock: "when will it be back in stock", "sold out everywhere".
func (p enParser) stock(i int) (finding, bool) {
	switch {
	case p.is(i, "stock") && p.is(i-1, "of") && !p.is(i-2, "out"):
		return finding{}, false // "a freezer of stock"
	case p.is(i, "stock") && p.is(i-1, "in", "of"):
		j := i - 1
		for p.is(j, "in", "of", "out", "back", "be", "is", "are", "get", "was", "were", "not", "isn't", "aren't", "again", "come", "coming", "still", "always", "never", "have", "has", "been", "going", "to") {
			j--
		}
		if n, ok := p.npEnding(j); ok && !persons[n.head] && n.det != "no" {
			return told(weightPlain, join(n.subject(), n.pick("isn't", "aren't"), "in stock"), "", n.subject())
		}
	case p.is(i, "restock"), p.is(i, "sold") && p.is(i+1, "out"):
	default:
		return finding{}, false
	}
	if p.is(i, "sold") && p.speaksOf(fields("basket cart trolley")) {
		return told(weightPlain, "what you wanted sold out while it was in your basket", "", "")
	}
	return told(weightPlain, "what you wanted isn't in stock", "", "")
}

// missing: "a missing button", "the sauce is missing".
func (p enParser) missing(i int) (finding, bool) {
	if !p.is(i, "missing", "without") || p.is(i, "without") && !p.is(i-1, "delivered", "arrived", "came", "sent", "served") {
		return finding{}, false
	}
	n, next, ok := p.np(i+1, 3)
	if ok && attended[n.head] && p.is(i, "missing") && n.det != "" && (p.endsAt(next) || p.is(next, "now")) && (p.word(i-1) == "" || p.is(i-1, "i'm", "now", "we're", "am", "and", "so")) {
		return told(weightPlain, "you're missing "+n.object(), "", "")
	}
	if !ok || persons[n.head] || relations[n.head] || idioms[n.head] || attended[n.head] || n.head == "home" || n.det == "our" && p.is(i-1, "i", "i'm", "been") {
		return finding{}, false
	}
	switch n.head {
	case "piece", "pieces", "item", "items", "part", "parts", "stuff", "things", "half", "from":
		return told(weightPlain, "something was missing from your order", "", "your order")
	}
	return told(weightPlain, join(n.subject(), n.pick("was", "were"), "missing"), "", n.subject())
}

// attended are what somebody misses who is not there.
var attended = set("match game film show race wedding party meeting final fight concert kickoff derby funeral interview")

// missed: "bring back the spicy wrap".
func (p enParser) missed(i int) (finding, bool) {
	if !p.is(i, "bring", "bringing") || !p.is(i+1, "back") {
		return finding{}, false
	}
	n, _, ok := p.np(i+2, maxNouns)
	if !ok || idioms[n.head] || persons[n.head] || relations[n.head] {
		return finding{}, false
	}
	if n.det == "your" {
		n.det = "the"
	}
	return told(weightFaint, "you miss "+n.object(), "", n.subject())
}

// scarce: "so few trains today", "hardly any staff on the tills".
func (p enParser) scarce(i int) (finding, bool) {
	if !(p.is(i, "few", "little") && p.is(i-1, "so", "too", "very") || p.is(i, "any") && p.is(i-1, "hardly", "barely", "scarcely") || p.is(i, "enough") && p.is(i-1, "not", "never")) || !p.opensStatement(i-1) {
		return finding{}, false
	}
	n, next, ok := p.np(i+1, 3)
	if !ok || n.det != "" || n.mass == n.plural || n.plural && p.is(i, "little") || n.mass && p.is(i, "few") || relations[singular(n.head)] || idioms[n.head] || units[n.head] != "" || p.blameless(n, next) || n.head == "money" {
		return finding{}, false
	}
	if !p.endsAt(next) && !p.is(next, "available", "left", "running", "here", "today", "on", "in", "at") {
		return finding{}, false
	}
	place, _, _ := p.prepositional(next)
	be := n.pick("was", "were") + " " + p.word(i-1)
	if p.is(i, "enough") {
		be = n.pick("wasn't", "weren't")
	}
	return told(weightPlain, join("there", be, p.word(i), n.noun, place), "", "")
}

// tooMany: "too many ads on your app".
func (p enParser) tooMany(i int) (finding, bool) {
	if !p.is(i, "many", "much") || !p.is(i-1, "too") {
		return finding{}, false
	}
	n, next, ok := p.np(i+1, 3)
	if !ok || n.plural != p.is(i, "many") || persons[n.head] || relations[n.head] || idioms[n.head] || n.head == "money" || p.is(next, "to") || n.head == "times" || n.head == "time" {
		return finding{}, false
	}
	place, _, _ := p.prepositional(next)
	return told(weightPlain, join("there", n.pick("was", "were"), "too", p.word(i), n.noun, place), "", "")
}

// nobodyDid: "no one delivered my groceries".
func (p enParser) nobodyDid(i int) (finding, bool) {
	j := i + 1
	switch {
	case p.is(i, "nobody", "noone"):
	case p.is(i, "no") && p.is(j, "one"):
		j++
	default:
		return finding{}, false
	}
	if p.is(j, "told", "warned", "informed") && p.is(j+1, "us", "me") && p.depth == 0 {
		if what, _, ok := p.reported(j + 2); ok {
			s := statement{text: "nobody told you " + what}
			return finding{Grievance: Grievance{Issue: s.text}, weight: weightTold}, s.tellable()
		}
	}
	if p.is(j, "told", "warned", "informed", "explained", "notified") {
		return told(weightPlain, "nobody kept you up to date", "", "")
	}
	v := verbs[p.word(j)]
	t := p.tail(j + 1)
	if !v.past || careless[v.base] || t.objects == 0 || t.cut {
		return finding{}, false
	}
	return told(weightPlain, join("nobody", p.word(j), t.text), "", "")
}
