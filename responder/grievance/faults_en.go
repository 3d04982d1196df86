package grievance

import "strings"

// condition: "my bag is lost", "internet down again", "flight was delayed".
func (p enParser) condition(i int) (finding, bool) {
	what, j, ok := p.thing(i)
	if ok && p.placedAt(i) {
		return finding{}, false
	}
	if units[what.head()] != "" || units[singular(what.head())] != "" {
		return finding{}, false // "ten minutes late"
	}
	if ok && what.bare && dets[p.word(i-1)] != "" {
		return finding{}, false // read from its article on
	}
	if !ok || p.word(i-1) != "" && what.bare && (p.isThingish(i-1) || p.nominal(i-1) == isNoun && brands[p.word(i-1)] == "" && p.isPhrase(i-1) && p.opensPhrase(i-1)) {
		return finding{}, false
	}
	j = p.skip(j, "now", "still")
	copula := p.is(j, "is", "are", "was", "were", "has", "becomes", "became", "seems", "keeps", "have", "got", "gets", "came", "comes", "arrived", "'s", "showed", "turned")
	if p.is(j, "are", "were", "have") && !what.plural && !what.mass || p.is(j, "is", "was", "has") && what.plural {
		return finding{}, false // it is said of something else
	}
	if copula {
		j++
	}
	j = p.skip(p.skip(p.skip(j, fillers...), fillers...), "running", "being", "getting")
	state, ok := states[p.word(j)]
	if p.is(j, "burnt") && p.is(j+1, "in") {
		return finding{}, false // "the keyboard burnt in already"
	}
	if p.is(j, "out", "up") && p.is(j-1, "comes", "came", "gets", "turned") {
		return finding{}, false // "when the new phone comes out"
	}
	if ok && p.is(j, "down", "out", "up") && !goesDown[p.word(j-1)] && !goesDown[what.head()] {
		return finding{}, false
	}
	if !ok || p.is(j+2, "into") || p.is(j, "out") && !p.bareEnd(j+1) || p.is(j, "late", "closed", "open", "wrong", "cold", "missing", "slow", "gone", "dead", "locked", "packed", "empty", "expensive") && !copula && !p.bareEnd(j+1) {
		return finding{}, false
	}
	if p.is(j-1, "has", "have", "got", "keeps") && p.nominal(j+1) == isNoun || p.is(j-1, "has", "have") && p.is(j+1, "my", "our", "me", "us", "it", "to") {
		return finding{}, false // "has dead pixels"
	}
	if p.is(j, "missing") && p.isPhrase(j+1) && dets[p.word(j+1)] != "" {
		return finding{}, false // what is missing is told by predicate
	}
	if !copula && p.is(j+1, "my", "our", "the", "me", "us", "it") || !copula && p.is(j+1, "on") && !p.is(j, "stuck") || p.is(j, "gone") && !p.bareEnd(j+1) {
		return finding{}, false // "the app cancelled my ride"
	}
	if p.is(j, "leaking", "dripping", "pouring") && (what.head() == "water" || what.head() == "oil" || what.head() == "gas") {
		return told(weightClear, what.head()+" is "+p.word(j), "", "")
	}
	if p.is(j, "freezing") && (chilly[what.head()] || roomy[what.head()]) {
		state = "is freezing"
	}
	weight := weightClear
	if !copula && what.bare {
		weight = weightPlain
	}
	return told(weight, what.subject()+" "+what.agree(state), "", what.subject())
}

// placedAt reports that the thing at i only says where another is: "the clasp
// on [the bag] is broken", "the lift in your Elmtown [store] is broken".
func (p enParser) placedAt(i int) bool {
	for j := i; j > max(0, i-4) && p.word(j-1) != ""; j-- {
		switch {
		case prepositions[p.word(j-1)]:
			return p.nominal(j-2) == isNoun || p.mayBeName(j-2)
		case closed[p.word(j-1)] && dets[p.word(j-1)] == "" || verbs[p.word(j-1)].base != "":
			return false
		}
	}
	return false
}

// goesDown are the things that can be down or out.
var goesDown = set(`apps portal link printer platform store checkout internet wifi wi-fi broadband connection signal service network app website site page server
	servers cable chat power electricity phone line system tv television game games login account bluetooth reception coverage email`)

// bareEnd reports the end of a phrase.
func (p enParser) bareEnd(j int) bool {
	return p.word(j) == "" || p.is(j, "again", "and", "for", "since", "but", "in", "at", "on", "today", "because", "so", "all", "now", "this", "while", "when", "still", "by", "due")
}

func (p enParser) isThingish(i int) bool {
	_, ok := things[p.word(i)]
	return ok || qualifiers[p.word(i)]
}

// misbehaviour: "the app keeps crashing", "my phone won't turn on".
func (p enParser) misbehaviour(i int) (finding, bool) {
	what, j, ok := p.thing(i)
	if !ok || p.is(i-1, "no") || p.placedAt(i) {
		return finding{}, false
	}
	j = p.afterClause(p.skip(j, "just", "still", "also", "always", "constantly", "even", "now", "has", "have", "had", "that", "is", "are", "been"))
	say := func(start string, verb string) (finding, bool) {
		if verb == "" {
			return finding{}, false
		}
		return told(weightClear, what.subject()+" "+start+" "+verb, "", what.subject())
	}
	switch {
	case p.is(j, "keeps", "keep", "kept"):
		return say(what.pick("keeps", "keep"), p.trouble(j+1))
	case p.is(j, "won't", "wont", "wouldn't", "cannot", "can't", "cant"):
		return say("won't", p.trouble(p.skip(j+1, "even", "just", "let", "allow")))
	case p.is(j, "doesn't", "doesnt", "don't", "dont", "didn't", "didnt"):
		start := what.pick("doesn't", "don't")
		if strings.HasPrefix(p.word(j), "did") {
			start = "didn't"
		}
		return say(start, p.trouble(p.skip(j+1, "even", "just", "want", "to", "seem")))
	case p.is(j, "stopped", "stops", "quit"):
		if ailing[verbs[p.word(j+1)].base] {
			return finding{}, false
		}
		return say("stopped", p.trouble(j+1))
	case p.is(j, "not", "never") && p.is(j+2, "it", "them", "one"):
		return finding{}, false // "post code not received it": the author has not
	case p.is(j, "isn't", "isnt", "aren't", "not", "wasn't", "ain't"):
		if verb := p.trouble(p.skip(j+1, "even", "been", "yet", "properly")); strings.HasSuffix(verb, "ing") {
			return say(what.pick("isn't", "aren't"), verb)
		}
		fallthrough
	case p.is(j, "hasn't", "hasnt", "haven't", "never"):
		if verb := p.trouble(p.skip(j+1, "even", "been", "yet", "still")); strings.HasSuffix(verb, "ed") {
			return say(what.pick("hasn't", "haven't"), verb)
		}
	}
	return finding{}, false
}

// afterClause passes over "that I haven't had for two years" to "keeps".
func (p enParser) afterClause(i int) int {
	if !p.is(i-1, "that") || !p.is(i, "i", "we") {
		return i
	}
	for j := i; j < min(i+10, len(p.toks)) && p.toks[j].kind != isBreak; j++ {
		if p.is(j, "keeps") {
			return j
		}
	}
	return i
}

func (p enParser) trouble(j int) string {
	switch {
	case p.is(j, "turn", "turning", "switch", "power") && p.is(j+1, "on", "off"):
		return strings.Replace(p.word(j), "power", "turn", 1) + " " + p.word(j+1)
	case p.is(j, "show", "turn") && p.is(j+1, "up"):
		return "arrive"
	case p.is(j, "showed", "turned") && p.is(j+1, "up"):
		return "arrived"
	case p.is(j, "cutting", "dropping", "timing") && p.is(j+1, "out", "off"):
		return p.word(j) + " out"
	case p.is(j, "shutting", "turning", "switching") && p.is(j+1, "off"), p.is(j, "going", "shutting") && p.is(j+1, "down", "off", "out"):
		return p.word(j) + " " + p.word(j+1)
	case p.is(j, "saying", "telling", "giving", "asking"):
		return ""
	}
	return troubles[p.word(j)]
}

// badNoun: "lost luggage", "cancelled flight", "a missed connection".
func (p enParser) badNoun(i int) (finding, bool) {
	state, ok := states[p.word(i)]
	if !ok || p.is(i, "out", "down", "late", "stuck", "slow", "empty", "closed", "wrong", "expensive", "packed") {
		if !p.is(i, "missed") {
			return finding{}, false
		}
	}
	what, j, ok := p.thing(i + 1)
	if !ok {
		return p.spoiledThing(i, state)
	}
	if what.plural && p.is(i-1, "repair", "fix", "replace", "about", "on", "for", "accept", "with", "handle") {
		return finding{}, false // "your policy on lost tickets"
	}
	if strings.Contains(what.noun, " ") && dealtWith[what.head()] {
		return finding{}, false // "stolen phone claim": the phone was
	}
	if !what.bare || p.is(i+1, "other", "another", "any") || p.is(i-1, "customer", "not", "is", "was", "are", "were") {
		return finding{}, false
	}
	if p.is(i, "missed") {
		if !p.is(j-1, "connection", "flight", "train", "bus", "appointment", "delivery") {
			return finding{}, false
		}
		return told(weightClear, "you missed your "+what.noun, "", "your "+what.noun)
	}
	if rest, all := strings.CutPrefix(what.noun, "all "); all {
		what.noun, what.owner = rest, "all"
	}
	if p.is(i, "lost") && goesDown[what.head()] {
		if what.owner == "all" {
			return told(weightClear, "you lost all "+what.noun, "", "your "+what.noun)
		}
		if what.mass && supplies[what.noun] && what.noun != "internet" && what.noun != "broadband" && what.noun != "wifi" {
			return told(weightClear, "you lost "+what.noun, "", "your "+what.noun)
		}
		return told(weightClear, "you lost your "+what.noun, "", "your "+what.noun)
	}
	weight := weightPlain
	if p.is(i, "lost", "cancelled", "canceled", "delayed", "damaged", "broken", "stolen", "cracked", "faulty", "defective") {
		weight = weightClear
	}
	return told(weight, what.subject()+" "+what.agree(state), "", what.subject())
}

// dealtWith is how a thing that was stolen or broken is dealt with.
var dealtWith = set("claim policy cover insurance report form return refund replacement repair case complaint")

// spoiledThing: "expired mustard", of things that no table of owners knows.
func (p enParser) spoiledThing(i int, state string) (finding, bool) {
	n, next, ok := p.np(i+1, 3)
	if !ok || n.det != "" || !p.is(i, "expired", "stale", "undercooked", "burnt", "soggy", "faulty", "defective", "broken", "damaged", "torn", "cracked", "mouldy", "leaking") ||
		p.word(i-1) != "" && !p.is(i-1, "a", "an", "the", "with", "sold", "me", "got", "received", "selling", "and") || persons[n.head] || relations[n.head] || idioms[n.head] || p.runsInto(n, next) {
		return finding{}, false
	}
	return told(weightPlain, join(n.subject(), n.state(state)), "", n.subject())
}

// fault: "I keep getting error messages".
func (p enParser) fault(i int) (finding, bool) {
	if !p.is(i, "getting", "get", "gives", "giving", "receiving", "shows", "showing", "says", "keeps", "seeing") {
		return finding{}, false
	}
	j := p.skip(p.skip(i+1, "me", "us", "an", "a", "this", "the", "same"), "getting", "server", "network", "payment")
	if !p.is(j, "error", "errors") && !(p.is(j, "code") && isNumber(p.word(j+1)) && p.is(i, "getting", "seeing", "shows", "showing")) {
		return finding{}, false
	}
	return told(weightPlain, "you keep running into an error", "", "")
}

// sinceUpdate: "ever since the latest update".
func (p enParser) sinceUpdate(i int) (finding, bool) {
	if !p.is(i, "since", "after") || p.near(i, nil, "stopped", "fixed", "works", "better") {
		return finding{}, false
	}
	j := p.skip(p.skip(i+1, "the", "your", "this", "that", "my", "i"), "last", "latest", "new", "recent", "ios", "software", "system")
	if !p.is(j, "update", "updating", "updated", "upgrade") {
		return finding{}, false
	}
	return told(weightFaint, "you've had trouble since the update", "", "the update")
}

// battery: "battery drains in an hour".
func (p enParser) battery(i int) (finding, bool) {
	if !p.is(i, "battery") || !p.is(p.skip(p.skip(i+1, "life", "is", "just", "keeps", "has", "percentage"), "started", "starts", "to", "been", "literally"), "decreases", "dies", "drains", "draining", "dying", "sucks", "terrible", "awful", "horrible", "trash", "drain", "goes", "dropping", "drops") {
		return finding{}, false
	}
	return told(weightClear, "your battery runs down too fast", "", "your battery")
}
