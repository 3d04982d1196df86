package grievance

import "strings"

// What came otherwise than it should, or could not be had.

// inThatState: "this is how my package arrives".
func (p enParser) inThatState(i int) (finding, bool) {
	if !p.is(i, "how") || p.is(i+1, "is", "was", "did", "does", "do") || p.is(i-1, "wondering", "know", "see", "check", "love") {
		return finding{}, false
	}
	n, j, ok := p.np(i+1, maxNouns)
	if !ok || persons[n.head] || relations[n.head] || n.det != "your" && n.det != "the" && n.det != "our" {
		return finding{}, false
	}
	j = p.skip(j, "just", "was", "were", "got", "has", "have", "is", "are", "gets")
	if !p.is(j, "arrived", "arrives", "arrive", "came", "comes", "delivered", "served", "packed", "packaged", "turned", "showed", "looks", "looked") {
		return finding{}, false
	}
	return told(weightClear, join(n.subject(), "arrived in that state"), "", n.subject())
}

// outOf: "how are you out of boxes", "every store is out of the tenders".
func (p enParser) outOf(i int) (finding, bool) {
	if !p.is(i, "out") || !p.is(i+1, "of") || !p.is(i-1, "is", "are", "you're", "you", "were", "was", "always", "they're", "ran", "run", "all", "just", "been", "to", "still", "now") && !p.cameBefore(i) {
		return finding{}, false
	}
	n, next, ok := p.np(i+2, maxNouns)
	for j := i + 3; !ok && j < i+5 && p.mayBeName(j-1); j++ {
		n, next, ok = p.np(j, maxNouns) // "out of Elmtown Rovers jerseys"
	}
	if !ok || n.det == "your" || n.det == "a" || !n.plural && !foods[n.head] || idioms[n.head] || persons[n.head] || relations[n.head] || p.runsInto(n, next) || units[n.head] != "" || n.head == "minutes" || n.head == "boxes" || n.head == "data" {
		return finding{}, false
	}
	if n.det == "our" || n.det == "" {
		n.det = "the"
	}
	return told(weightPlain, join(n.subject(), n.pick("was", "were"), "sold out"), "", n.subject())
}

// cameBefore reports a word of ours close before i.
func (p enParser) cameBefore(i int) bool {
	for j := i - 1; j >= max(0, i-4) && p.word(j) != ""; j-- {
		if p.is(j, "you", "location", "store", "shop", "they") {
			return true
		}
	}
	return false
}

// unavailable: "not available in any store", whatever it is.
func (p enParser) unavailable(i int) (finding, bool) {
	if p.is(i, "unavailable") && !p.is(i-1, "be", "was", "i'm") || p.is(i, "available") && (p.is(i-1, "not", "isn't", "wasn't", "aren't", "never") || p.is(i-1, "longer") && p.is(i-2, "no")) {
		if n, ok := p.saidToBe(i); ok {
			return told(weightPlain, join(n.subject(), n.pick("is", "are"), "unavailable"), "", n.subject())
		}
		return told(weightFaint, join("what you wanted is unavailable", p.inTheirParts(i+1)), "", "")
	}
	return finding{}, false
}

// saidToBe is the machine or the service that a state at i is said of, over what is
// quoted: "Wi-Fi 'currently unavailable'".
func (p enParser) saidToBe(i int) (phrase, bool) {
	for j := i - 1; j > i-6; j-- {
		if n, ok := p.npEnding(j); ok && (works[n.head] || goesDown[n.head]) && n.det != "no" && !n.any {
			return n, true
		}
		if p.word(j) != "" && !auxiliaries[p.word(j)] && !p.is(j, "temporarily", "currently", "says", "shows", "still", "always", "been", "not", "isn't", "so", "keeps", "saying") {
			break
		}
	}
	return phrase{}, false
}

// inTheirParts: "in your region", as the author is told, who is asked to be elsewhere.
func (p enParser) inTheirParts(i int) string {
	where := p.skip(i+1, "my", "our", "your", "this", "the", "current", "selected")
	if p.is(i, "in", "to", "for", "at") && where > i+1 && p.is(where, "country", "region", "location", "territory", "area", "postcode", "countries", "regions") {
		return "where you are"
	}
	return ""
}

// hasDefect: "they already have a hole", "there is a crack in my screen".
func (p enParser) hasDefect(i int) (finding, bool) {
	flaw := p.word(i)
	j := i - 1
	for p.is(j, "huge", "big", "small", "massive", "giant", "large", "tiny", "long", "deep") || swears[p.word(j)] {
		j--
	}
	dug := p.is(j-1, "dig", "digging", "dug", "drill", "drilling", "drilled", "cut", "cutting", "made", "making")
	if dug && p.bySelf(j-2) || !p.is(j, "a", "an", "two", "has", "with", "these", "have") || p.is(j-1, "such", "needs", "like") {
		return finding{}, false
	}
	if p.is(i+1, "in", "on", "at") {
		if n, next, ok := p.np(p.skip(i+2, "one", "of"), 3); ok && !persons[n.head] && !relations[n.head] && (n.det == "your" || !dug && (n.det == "the" || n.det == "these")) && !p.runsInto(n, next) && !bodily[n.head] {
			return told(weightClear, join("there's", article(flaw), flaw, strings.Replace(p.word(i+1), "at", "in", 1), n.object()), "", n.object())
		}
	}
	if j--; p.is(j, "has", "have", "had", "got", "with", "already", "came", "arrived") && !p.is(j-1, "i", "we", "you") {
		if p.is(j, "have") || p.is(j-1, "these", "those", "they") || p.is(j-2, "these", "those", "they") {
			return told(weightFaint, join("they have", article(flaw), flaw, flawPlace[flaw], "them"), "", "")
		}
		return told(weightFaint, join("it has", article(flaw), flaw, flawPlace[flaw], "it"), "", "")
	}
	return finding{}, false
}

// bySelf reports that what is done behind i is the author's own doing, or is not done
// yet: "I had cut", "want to drill".
func (p enParser) bySelf(i int) bool {
	for p.is(i, "just", "already", "had", "have", "even", "accidentally") {
		i--
	}
	return p.is(i, "i", "we", "i've", "we've", "i'd", "we'd", "i'm", "we're", "to", "will", "can", "must", "i'll", "we'll", "could", "should", "would", "don't", "didn't", "not")
}

var flawPlace = map[string]string{"hole": "in", "rip": "in", "tear": "in", "crack": "in", "dent": "in", "scratch": "on", "stain": "on", "defect": "in", "leak": "in", "mark": "on"}

var bodily = set("head heart face eye tooth teeth hand foot finger arm leg stomach neck back life system")

// otherThanOrdered: "asked for no mayo and got extra".
func (p enParser) otherThanOrdered(i int) (finding, bool) {
	if !p.is(i-1, "i", "we", "i'd") && p.word(i-1) != "" || p.is(i, "asked") && !p.is(i+1, "for") {
		return finding{}, false
	}
	for j := i + 2; j < i+12 && j < len(p.toks); j++ {
		if p.toks[j].kind == isBreak && p.toks[j-1].kind == isBreak {
			break
		}
		if !p.is(j, "and", "but", "yet", "instead") && p.toks[j].kind != isBreak {
			continue
		}
		k := p.skip(p.skip(j+1, "instead", "only", "just", "i", "they", "you", "we"), "was", "only", "just", "have")
		if p.is(k, "got", "received", "sent", "gave", "given", "delivered") && !p.is(p.skip(k+1, "me", "us"), "nothing", "an", "it", "my", "no", "the", "this", "home", "to", "none") && p.word(k+1) != "" && !p.gotWord(k+1) {
			return told(weightPlain, p.gotInstead(p.skip(k+1, "me", "us")), "", "your order")
		}
	}
	return finding{}, false
}

// gotInstead says that what came at i is not what was ordered: "ordered the veg meal,
// got [beef]".
func (p enParser) gotInstead(i int) string {
	n, next, ok := p.np(i, 3)
	if !ok || !p.endsAt(next) || n.any || persons[n.head] || relations[n.head] || idioms[n.head] || vague[n.noun] || units[n.head] != "" || n.det != "" && n.det != "a" || !foods[n.head] && !goods[tellable()[n.head]] {
		return "you didn't get what you ordered"
	}
	return "you got " + n.String() + " instead of what you ordered"
}

// goods are the groups of nouns that are sent, or served, in place of another.
var goods = set(`garments shoes jewellery luggage furniture kitchenware phones computers peripherals wearables cameras consoles games
	meals dishes drinks groceries sweets baby toys cosmetics bedding_soft underwear_accessories bags_carry appliances_big appliances_small
	audio_gear tv_sets books_papers sports_gear gifts_flowers tools_garden`)

// foods are what is eaten and drunk, and foodFaults how it should not be.
var (
	foods = set(`food pizza burger burgers chicken sandwich salad meal fries chips steak soup beer coffee tea milkshake shake drink fish bread cake cookie cookies rice meat
		bacon burrito taco tacos wrap nuggets wings breakfast lunch dinner pie cheese sauce gravy lettuce tomato avocado fruit banana bananas apple apples milk egg eggs yoghurt
		yogurt pasta noodles curry donut donuts bagel crust toast sausage ham turkey beef pork tenders guacamole queso salsa beans`)
	foodFaults = set("dry chewy tough bland greasy salty tasteless watery mushy flat hard rubbery overcooked burned oily mouldy moldy rancid rotten sour lukewarm sticky")
)

// badFood: "the chicken was dry", "chewy fries".
func (p enParser) badFood(n phrase, j int) (string, bool) {
	k := p.skip(p.passOver(p.skip(j, "is", "are", "was", "were", "came", "arrived", "tasted", "been", "has")), "so", "very", "super", "really", "all", "completely", "a", "bit")
	if k == j || !foods[n.head] || !foodFaults[p.word(k)] {
		return "", false
	}
	return join(n.pick("was", "were"), p.word(k)), true
}

// misled: "false advertising", "we were conned".
func (p enParser) misled(i int) (finding, bool) {
	switch {
	case p.is(i, "false", "deceptive", "misleading") && strings.HasPrefix(p.word(i+1), "adverti"):
		return told(weightFaint, "what you got wasn't what was advertised", "", "")
	case p.is(i, "misleading", "deceptive", "deceiving"):
		return told(weightFaint, "what you got wasn't what you'd been led to expect", "", "")
	case p.is(i, "conned", "cheated", "duped", "tricked", "fleeced", "scammed", "scamming"):
		return told(weightFaint, "you were left feeling misled", "", "")
	case p.is(i, "short") && p.is(i+1, "changed"), p.is(i, "shortchanged"):
		return told(weightPlain, "you weren't given the right change", "", "")
	}
	return finding{}, false
}

// notHappyWith: "not impressed with the new layout", "I hate this update".
func (p enParser) notHappyWith(i int) (finding, bool) {
	j := i + 1
	switch {
	case p.is(i, "happy", "impressed", "pleased", "satisfied", "thrilled") && p.is(j, "with", "by", "at", "about") && p.denied(i-1):
		j++
	case p.is(i, "hate", "hating", "despise", "dislike") && (p.is(i-1, "i", "we", "really", "absolutely") || p.word(i-1) == ""):
	default:
		return finding{}, false
	}
	n, next, ok := p.np(p.passOver(j), maxNouns)
	if !ok || p.runsInto(n, next) || n.det != "our" && n.det != "this" && n.det != "the" || n.head == "delay" || !judged[n.head] && !topical[n.head] {
		return finding{}, false
	}
	return p.lets(n, ok)
}
