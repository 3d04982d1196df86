package grievance

import "strings"

// Who was not there, did not come in time, or would not leave people alone.

// nobodyAt: "nobody on your stand at the airport".
func (p enParser) nobodyAt(i int) (finding, bool) {
	j := i + 1
	if p.is(i, "no") {
		if !p.is(j, "one") {
			return finding{}, false
		}
		j++
	}
	if p.word(i-1) != "" && !p.is(i-1, "was", "is", "there's", "and", "but", "still") || !p.is(j, "at", "on", "behind") {
		return finding{}, false
	}
	n, next, ok := p.np(j+1, maxNouns)
	if !ok || !manned[n.head] || !p.endsAt(next) && !prepositions[p.word(next)] {
		return finding{}, false
	}
	return told(weightPlain, join("there was nobody", p.word(j), n.object()), "", "")
}

// manned are places at which somebody of ours should be.
var manned = set("stand desk counter till reception door gate bar checkout kiosk barrier station line phone")

// dueNow: "engineer due 8-12, it's 3pm".
func (p enParser) dueNow(i int) (finding, bool) {
	if !p.summoned(i-1) || p.is(i+1, "to") {
		return finding{}, false
	}
	for j := i + 1; j < i+10; j++ {
		if p.is(j, "it's", "its", "now") && isNumber(p.word(j+1)) || p.is(j, "nobody", "nothing") || p.is(j, "no") && p.is(j+1, "sign", "one", "show") {
			return told(weightClear, "nobody came when they were due", "", "")
		}
	}
	return finding{}, false
}

// wrongName: "your bot called me Ann. I am not Ann".
func (p enParser) wrongName(i int) (finding, bool) {
	name := p.word(i + 2)
	if !p.is(i+1, "me") || name == "" || closed[name] || p.nominal(i+2) != notNominal || adverbs[name] {
		return finding{}, false
	}
	for j := i + 3; j < min(i+14, len(p.toks)); j++ {
		if p.is(j, name) && p.is(j-1, "not", "isn't", "no") {
			return told(weightClear, "you were called by the wrong name", "", "")
		}
	}
	return finding{}, false
}

// pestering: "14 texts from your marketing team".
func (p enParser) pestering(i int) (finding, bool) {
	n := p.count(i - 1)
	if n < 3 || !p.is(i+1, "from") || !p.is(i+2, "you", "your") && (i+2 >= len(p.toks) || p.toks[i+2].kind != isHandle) || p.is(i-2, "only", "one", "no") {
		return finding{}, false
	}
	return told(weightClear, join("you got", numeral(p.word(i-1)), p.word(i), "from us"), "", "")
}

// stoppedReplying: "kept my deposit and stopped replying".
func (p enParser) stoppedReplying(i int) (finding, bool) {
	if !p.is(i+1, "replying", "responding", "answering") || p.is(i-1, "i", "we", "i've") || p.ofMachine(i) {
		return finding{}, false
	}
	return told(weightPlain, "nobody got back to you", "", "")
}

// comingThrough: "water coming through the ceiling".
func (p enParser) comingThrough(i int) (finding, bool) {
	j := p.skip(i+1, "is", "was", "keeps", "still", "now")
	v := verbs[p.word(j)]
	if !v.ing || !flowing[v.base] || !p.is(j+1, "through", "from", "into", "down", "out", "in") {
		return finding{}, false
	}
	where, next, ok := p.prepositional(j + 1)
	if p.is(j+1, "out") && p.is(j+2, "of") {
		where, next, ok = p.prepositional(j + 2)
		where = "out " + where
	}
	if !ok || !p.endsAt(next) && !prepositions[p.word(next)] {
		return finding{}, false
	}
	return told(weightClear, join(p.word(i), "is", p.word(j), where), "", "")
}

var flowing = set("come drip leak pour run seep gush spray flow")

// whereGone: "where has my order gone".
func (p enParser) whereGone(i int) (finding, bool) {
	if !p.is(i+1, "has", "have") {
		return finding{}, false
	}
	n, next, ok := p.np(i+2, maxNouns)
	if !ok || n.det != "your" || !p.is(next, "gone", "disappeared", "vanished") || persons[n.head] || relations[n.head] || figurative[n.head] {
		return finding{}, false
	}
	if deliverables[n.head] {
		return told(weightExact, "you're still waiting for "+n.object(), "", n.subject())
	}
	return told(weightExact, join(n.subject(), n.pick("has", "have"), "disappeared"), "", n.subject())
}

// chargedForIt: "charged for a minibar I never opened".
func (p enParser) chargedForIt(i int) (finding, bool) {
	if p.word(i-1) != "" && !p.is(i-1, "got", "been", "was", "were", "getting", "being", "me") || !p.is(i+1, "for") || p.denied(i-1) {
		return finding{}, false
	}
	n, next, ok := p.np(i+2, maxNouns)
	if !ok || idioms[n.head] || persons[n.head] || relations[n.head] || units[n.head] != "" || vague[n.noun] {
		return finding{}, false
	}
	j := p.skip(next, "that", "which")
	v := verbs[p.word(j+2)]
	if p.is(j, "i", "we") && p.is(j+1, "never", "didn't", "haven't") && (v.past || v.isBase || v.pp) && p.endsAt(j+3) && usedUp[v.base] {
		return told(weightExact, join("you were charged for", n.object(), "you", p.word(j+1), p.word(j+2)), "", "your bill")
	}
	if !p.endsAt(next) {
		return finding{}, false
	}
	return told(weightClear, "you were charged for "+n.object(), "", "your bill")
}

// usedUp is what people did not do with what they were charged for.
var usedUp = set("check open order use take make want buy book get receive have request eat drink download start watch attend need")

// breaksDown is what is put out of order besides machines.
var breaksDown = set("toilet lift escalator elevator charger reader scanner pump gate door shower loo ramp washer dryer")

// outOfOrder: "the ticket machine at Elm Road out of order".
func (p enParser) outOfOrder(i int) (finding, bool) {
	if !p.is(i+1, "of") || !p.is(i+2, "order", "service") || !p.endsAt(i+3) && !p.is(i+3, "third", "second", "every", "all", "again") && ordinals[p.word(i+3)] == "" {
		return finding{}, false
	}
	for j := i - 1; j >= max(0, i-8) && p.word(j) != ""; j-- {
		n, next, ok := p.np(j, maxNouns)
		if !ok || next > i || dets[p.word(j-1)] != "" || p.nominal(j-1) != notNominal || prepositions[p.word(j-1)] || !(machines[singular(n.head)] || eaters[singular(n.head)] || breaksDown[singular(n.head)]) || n.det == "no" {
			continue
		}
		return told(weightClear, join(n.subject(), n.pick("is", "are"), strings.Replace("out of "+p.word(i+2), "service", "order", 1)), "", n.subject())
	}
	return finding{}, false
}

// withoutFor: "been without a cooker for six weeks".
func (p enParser) withoutFor(i int) (finding, bool) {
	if !p.is(i-1, "been", "was", "were", "left", "now", "weeks", "days") {
		return finding{}, false
	}
	n, next, ok := p.np(i+1, maxNouns)
	span, _, timed := p.duration(p.skip(next, "for", "now", "over"))
	if !ok || !timed || n.det == "no" || persons[n.head] || relations[n.head] || idioms[n.head] {
		return finding{}, false
	}
	return told(weightExact, join("you've been without", n.String(), "for", span), span+" without "+n.String(), "")
}

// autoRenewed: "you auto renewed my plan".
func (p enParser) autoRenewed(i int) (finding, bool) {
	if !p.is(i-1, "auto", "automatically") && !p.is(i, "autorenewed") || p.is(i-2, "be", "to", "not") {
		return finding{}, false
	}
	if n, _, ok := p.np(i+1, 3); ok && n.det == "your" && !persons[n.head] && !relations[n.head] {
		return told(weightClear, join(n.subject(), n.pick("was", "were"), "renewed automatically"), "", n.subject())
	}
	return finding{Grievance: Grievance{Issue: "you were renewed automatically"}, weight: weightPlain}, p.is(i+1, "me", "us")
}

// misspelt: "spelled my name three ways".
func (p enParser) misspelt(i int) (finding, bool) {
	if p.is(i-1, "i", "not", "never", "correctly") || !p.is(i+1, "my", "our") || !p.is(p.skip(i+2, "first", "last"), "name", "surname", "names") {
		return finding{}, false
	}
	if p.word(i) != "misspelt" && p.word(i) != "misspelled" && !p.speaksOf(fields("wrong ways times incorrectly badly again")) {
		return finding{}, false
	}
	return told(weightClear, "your name was misspelt", "", "")
}
