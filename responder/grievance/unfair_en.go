package grievance

import "strings"

// What people find unfair: others get more, they got less than it is called,
// or more than they asked for.

// newCustomers: "new customers get a better deal".
func (p enParser) newCustomers(i int) (finding, bool) {
	if !p.is(i+1, "customers", "customer", "users", "subscribers", "folks", "members", "people", "clients") || p.is(i-2, "i'm", "am", "as") || p.is(i-1, "i'm", "am", "as") {
		return finding{}, false
	}
	for j := i + 2; j < i+10; j++ {
		if p.is(j, "better", "cheaper", "less", "half", "deal", "deals", "discount", "discounts", "same") {
			return told(weightExact, "new customers get a better deal than you", "", "")
		}
	}
	return finding{}, false
}

// paidForNone: "I pay for no ads and get ads".
func (p enParser) paidForNone(i int) (finding, bool) {
	n, _, ok := p.np(i+1, maxNouns)
	if short, _, plain := p.np(i+1, 1); plain && (!ok || n.head == "times") {
		n, ok = short, true // "for no onions three times"
	}
	if !ok || n.det != "no" || !n.plural || !p.is(i-1, "pay", "paying", "paid", "asked", "ask", "asking") {
		return finding{}, false
	}
	seen := 0
	for j := range p.toks {
		if p.is(j, n.head) {
			seen++
		}
	}
	if p.is(i-1, "asked", "ask", "asking") {
		return finding{Grievance: Grievance{Issue: "you asked for no " + n.noun + " and got them"}, weight: weightExact}, seen > 1
	}
	return finding{Grievance: Grievance{Issue: "you pay for no " + n.noun + " and still get them"}, weight: weightExact}, seen > 1
}

// estimated: "you estimated my meter at double".
func (p enParser) estimated(i int) (finding, bool) {
	n, next, ok := p.np(i+1, maxNouns)
	if p.is(next, "reading", "readings") {
		next++
	}
	if !ok || n.det != "your" || !p.is(next, "at") {
		return finding{}, false
	}
	if n.head == "meter" {
		n.noun += " reading"
	}
	switch {
	case p.is(next+1, "double", "twice", "triple", "way", "far", "much"), isShortNumber(p.word(next+1)) && p.is(next+2, "x", "times"):
		return told(weightExact, join(n.subject(), n.pick("was", "were"), "estimated far too high"), "", n.subject())
	case p.is(next+1, "half"):
		return told(weightExact, join(n.subject(), n.pick("was", "were"), "estimated far too low"), "", n.subject())
	}
	return finding{}, false
}

// putUp: "put my renewal up from 412 to 890".
func (p enParser) putUp(i int) (finding, bool) {
	if p.is(i-1, "i", "we", "to") {
		return finding{}, false
	}
	j := p.skip(i+1, "up")
	n, next, ok := p.np(j, maxNouns)
	up := j > i+1 || p.is(next, "up")
	if of, after, there := p.np(next+1, maxNouns); ok && n.det == "the" && p.is(next, "of") && there && of.det == "your" && p.is(after, "up") {
		return told(weightClear, join("the", n.noun, "of", of.String(), "went up"), "", of.subject())
	}
	if !ok || n.det != "your" || persons[n.head] || !(up || !p.is(i, "put", "jacked") && p.is(next, "from", "to", "by")) || !dearer[n.head] {
		return finding{}, false
	}
	return told(weightClear, join(n.subject(), "went up"), "", n.subject())
}

// dearer are what may be put up besides a shelf.
var dearer = set("renewal premium bill rent price rate fee fare subscription payment debit quote insurance policy tariff charge membership plan contract rates bills fees payments")

// fewCoaches: "2 coaches on the 17:15".
func (p enParser) fewCoaches(i int) (finding, bool) {
	few := numeral(p.word(i - 1))
	if few != "one" && few != "two" && few != "three" && few != "four" || p.word(i-2) != "" && !p.is(i-2, "only", "just", "with") || !p.is(i+1, "on", "for", "again", "at", "instead") {
		return finding{}, false
	}
	if few == "one" {
		return told(weightClear, "there was only one "+singular(p.word(i)), "", "")
	}
	return told(weightClear, "there were only "+few+" "+p.word(i), "", "")
}

// calledThis: "is this what you call a large milkshake".
func (p enParser) calledThis(i int) (finding, bool) {
	j := p.skip(i+1, "this", "that", "it", "these")
	if j == i+1 && !p.is(i-2, "what") {
		return finding{}, false
	}
	if !p.is(i-1, "you", "they", "to", "you'd") {
		return finding{}, false
	}
	n, next, ok := p.np(j, maxNouns)
	if !ok || !p.endsAt(next) && p.word(next) != "" || persons[n.head] || idioms[n.head] || vague[n.head] {
		return finding{}, false
	}
	if n.det == "a" && large[firstWord(n.noun)] && n.noun != n.head && (foods[n.head] || portions[n.head]) {
		return told(weightTold, join("the", n.noun, n.pick("was", "were"), "so small"), "", "the "+n.noun)
	}
	if judged[n.head] {
		return p.lets(n, true)
	}
	if n.det != "a" {
		return finding{}, false
	}
	return told(weightPlain, "the "+n.noun+" wasn't what you expected", "", "the "+n.noun)
}

// large are sizes that are asked for, and portions what has one besides foods.
var (
	large    = set("large big jumbo giant extra generous")
	portions = set("portion portions helping helpings serving servings slice slices scoop scoops")
)

// sentTooMany: "sent me two copies when I only needed one".
func (p enParser) sentTooMany(i int) (finding, bool) {
	if !p.is(i+1, "me", "us") {
		return finding{}, false
	}
	n, next, ok := p.np(i+2, maxNouns)
	only := p.is(next, "when", "but", "and") && p.is(next+1, "i", "we") && p.is(next+2, "only") && p.is(next+3, "needed", "ordered", "wanted", "bought") && p.is(next+4, "one", "1")
	if !ok || !only || !counts[n.det] {
		return finding{}, false
	}
	return told(weightExact, "you were sent "+n.String()+" when you only "+p.word(next+3)+" one", "", "your order")
}

// losing: "we lose signal every time it rains".
func (p enParser) losing(i int) (finding, bool) {
	n, next, ok := p.np(i+1, 2)
	if !ok || !goesDown[n.head] || n.det != "" && n.det != "your" || n.plural || !p.endsAt(next) && !p.is(next, "every", "all", "constantly") || !p.is(i-1, "i", "we", "keep", "always", "constantly", "keeps", "i'm", "we're", "still") {
		return finding{}, false
	}
	return told(weightPlain, "you keep losing "+p.owned(n), "", "your "+n.noun)
}

func (p enParser) owned(n phrase) string {
	n.det = "your"
	return n.object()
}

// drivenBadly: "your van driver was driving dangerously".
func (p enParser) drivenBadly(i int) (finding, bool) {
	if !p.near(i, nil, "driver", "drivers", "engineer", "engineers", "courier", "couriers", "chauffeur") || p.near(i, nil, "other", "my", "another") {
		return finding{}, false
	}
	for j := i + 1; j < i+6 && p.word(j) != ""; j++ {
		if p.is(j, "dangerously", "recklessly", "erratically", "carelessly", "aggressively") || p.is(j, "too") && p.is(j+1, "fast") || p.is(j, "maniac", "lunatic", "madman") {
			return told(weightClear, "one of our people drove dangerously", "", "")
		}
	}
	return finding{}, false
}

// droveOff: "the driver looked at me and drove off".
func (p enParser) droveOff(i int) (finding, bool) {
	past := p.is(p.skip(i+1, "straight", "right"), "past")
	if !past && !p.is(i+1, "off", "away") || p.is(i-1, "i", "we", "then", "to") || p.is(i+2, "with") {
		return finding{}, false
	}
	bus := p.speaksOf(fields("bus buses stop tram"))
	switch {
	case past && bus:
		return told(weightExact, "the bus went straight past you", "", "")
	case bus:
		return told(weightExact, "the bus left without you", "", "")
	case past || p.is(i+2, "without"):
		return told(weightClear, "you were left behind", "", "")
	}
	return finding{Grievance: Grievance{Issue: "you were left behind"}, weight: weightClear}, p.staffed(p.clauseStart(i)) || p.near(i, persons)
}

// clauseStart is the first word of the sentence of i.
func (p enParser) clauseStart(i int) int {
	for i > 0 && p.word(i-1) != "" {
		i--
	}
	return i
}

// ateMoney: "your ticket machine ate my tenner".
func (p enParser) ateMoney(i int) (finding, bool) {
	if !p.is(i+1, "my", "our") {
		return finding{}, false
	}
	if !p.amountAt(i+2) && !p.is(i+2, "tenner", "fiver", "coins", "change", "money", "cash", "note", "quid") {
		return finding{}, false
	}
	for j := max(0, i-8); j < i; j++ {
		n, _, ok := p.np(j, maxNouns)
		if ok && eaters[n.head] {
			return told(weightExact, join(n.subject(), "swallowed your money"), "", n.subject())
		}
	}
	return finding{}, false
}

var eaters = set("machine atm cashpoint meter till dispenser kiosk")

// doubleBooked: "the app double booked us".
func (p enParser) doubleBooked(i int) (finding, bool) {
	if n, ok := p.npEnding(p.back(i-1, "was", "were", "is", "are", "got", "been", "has", "have", "had")); ok && p.is(i+1, "booked") && p.is(i-1, "was", "were", "is", "are", "got", "been") && n.det != "no" && !persons[n.head] {
		return told(weightExact, join(n.subject(), n.pick("was", "were"), "double-booked"), "", n.subject())
	}
	return finding{Grievance: Grievance{Issue: "you were double-booked"}, weight: weightExact}, p.is(i+1, "booked") && p.is(i+2, "me", "us")
}

// noticed: "I hear a clunking under the car".
func (p enParser) noticed(i int) (finding, bool) {
	at := i + 1
	switch {
	case p.is(i, "there", "there's"):
		at = p.skip(at, "is", "was")
	case p.is(i, "makes", "making"):
		if p.is(i-1, "i", "we", "you", "he", "she", "they", "i'm", "not", "without", "from", "stop", "who", "of", "was") || relations[p.word(i-1)] {
			return finding{}, false
		}
	case p.word(i-1) != "" && !p.is(i-1, "i", "we", "can", "could", "just", "keep", "i'm", "and", "also", "always", "still"):
		return finding{}, false
	}
	if !p.is(at, "a", "an", "some", "loud", "this") {
		return finding{}, false
	}
	j := p.skip(at+1, noisily...)
	if j == at+1 && at > i+1 && !rackets[p.word(j)] {
		return finding{}, false // "there is a sound I love"
	}
	var noise string
	var next int
	switch {
	case rackets[p.word(j)]:
		noise, next = p.word(j), p.skip(j+1, "noise", "sound", "noises", "sounds")
	case p.is(j, "noise", "sound", "noises", "sounds"):
		noise, next = strings.TrimSuffix(p.word(j), "s"), j+1
	default:
		return finding{}, false
	}
	if p.is(next-1, "noise", "sound", "noises", "sounds") && noise != "noise" && noise != "sound" {
		noise += " noise"
	}
	where, _, _ := p.prepositional(p.skip(next, "coming", "comes", "come"))
	weight := weightClear
	if p.is(i, "makes", "making") {
		weight = weightPlain // what makes it says more
	}
	return told(weight, join("there's", article(noise), noise, where), "", "")
}

// noisily is how a noise sounds that nobody likes.
var noisily = fields("loud weird strange odd horrible constant funny faint terrible awful annoying high-pitched")

// rackets are noises that something makes when it is broken.
var rackets = set("clunking rattling grinding squeaking banging buzzing clicking whining knocking humming hissing crackling scraping ticking screeching squealing rumbling beeping rattle buzz squeak hum hiss knock clunk whine")

// inVain: "tried checking out but failed".
func (p enParser) inVain(i int) (finding, bool) {
	at := p.skip(i+1, "to")
	v := verbs[p.word(at)]
	if !v.ing && (at == i+1 || !v.isBase || v.base != p.word(at)) || p.is(i-1, "you", "they", "be", "he", "she", "to", "please", "is", "was", "are") {
		return finding{}, false
	}
	p.depth++
	t := p.tail(at + 1)
	failed := p.is(t.next, "it") && p.is(t.next+1, "doesn't", "won't", "didn't", "keeps", "says", "isn't") || p.is(t.next, "but", "and") && p.is(t.next+1, "failed", "no", "nothing", "it", "can't", "keeps", "kept", "still", "couldn't", "error")
	if t.cut || !failed {
		return finding{}, false
	}
	text := t.text
	if first := firstWord(text); particles[first] && t.objects > 0 && weekdays[lastWord(strings.ToLower(text))] {
		text = first // "checking out [the whole Sunday]"
	}
	if text == "" && !standing[v.base] {
		return finding{}, false
	}
	return told(weightPlain, join("you couldn't", v.base, text), "", "")
}

// cantUse: "paying for a car I can't drive".
func (p enParser) cantUse(i int) (finding, bool) {
	n, ok := p.npEnding(i - 1)
	v := verbs[p.word(i+2)]
	if !ok || !p.is(i+1, "can't", "couldn't") || !usable[v.base] || !p.endsAt(i+3) || n.det == "no" || persons[n.head] || idioms[n.head] || vague[n.head] || units[n.head] != "" {
		return finding{}, false
	}
	if n.det == "a" || n.det == "" {
		n.det = "the"
	}
	return told(weightTold, join("you", p.word(i+1), v.base, n.object()), "", n.subject())
}

var usable = set("drive wear use open watch read play eat drink access ride return cancel find spend")
