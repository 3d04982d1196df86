package grievance

import "strings"

// What looks like trouble of the author's and is none.

// figured reports a number that belongs to the noun that ends before i: "field 7".
func (p enParser) figured(i int) bool {
	return isShortNumber(p.word(i-1)) || isShortNumber(p.word(i)) && units[p.word(i+1)] == ""
}

// ofThing reports that who waits at i is a thing or somebody else: "my account's
// on hold", "he's been sitting at the gate".
func (p enParser) ofThing(i int) bool {
	j := i - 1
	for p.is(j, "been", "just", "is", "was", "are", "were", "has", "have", "still", "left", "literally", "now", "put", "currently") {
		j--
	}
	w := p.word(j)
	owner, contracted := strings.CutSuffix(w, "'s")
	if contracted && owner != "who" {
		w = owner
	}
	if p.is(j, "he", "she", "it") || contracted && (w == "he" || w == "she" || w == "it") {
		return true
	}
	return (contracted && singulars[w] || p.nominal(j) == isNoun) && !relations[singular(w)] && !persons[w] && !p.is(j, "hours", "minutes", "ages", "day", "morning", "hour", "customers", "passengers", "people", "us")
}

// heldThing tells what is on hold at i.
func (p enParser) heldThing(i int) (finding, bool) {
	j := i - 1
	for p.is(j, "is", "was", "been", "has", "still", "put", "now") {
		j--
	}
	n, ok := p.npEnding(j)
	if !ok || !accounts[n.head] || n.det == "no" {
		return finding{}, false
	}
	return told(weightClear, n.subject()+" is on hold", "", n.subject())
}

// accounts are things of the author's that we put on hold.
var accounts = set("account wallet order payment claim transfer delivery parcel package shipment refund withdrawal application card booking")

// whereAt reports that the place at i is where something is, and does nothing:
// "the pods in [your shop] don't fit".
func (p enParser) whereAt(i int) bool {
	if !p.is(i-1, "in", "at", "from", "on", "of", "for", "with", "to", "by") || p.is(i-2, "went", "go", "came", "was", "were", "work", "spoke") {
		return false
	}
	return p.nominal(i-2) != notNominal || p.mayBeName(i-2)
}

// reachesNobody reports that the verb at j tells of an answer: not "nobody picked
// up our bins", "nobody called Smith".
func (p enParser) reachesNobody(j int) bool {
	switch {
	case p.is(j, "picks", "picked", "pick"):
		k := p.skip(j+1, "up")
		return !p.isPhrase(k) && !p.is(k, "my", "our", "it", "them", "me", "us") || p.is(k, "the") && p.is(k+1, "phone", "call")
	case p.is(j, "called"):
		w := p.word(j + 1)
		return w == "" || closed[w] || prepositions[w] || adverbs[w] || pronouns[w] != "" || particles[w]
	}
	return true
}

// foundOut are things that are not found in messages that say nothing.
var foundOut = set("page user passenger session suburb file")

// opensPhrase reports that the noun at i is the first word of a phrase, or stands
// behind its article.
func (p enParser) opensPhrase(i int) bool {
	w := p.word(i - 1)
	return w == "" || dets[w] != "" || closed[w] || adjectives[w] || p.nominal(i-1) == isNoun
}

// dayparts are times that stand as objects do: "bread bought [this morning]".
var dayparts = set("morning afternoon evening night week weekend month year summer winter")

// fromWhen reads "since last week", "from next month", and "since morning", by
// which this one is meant.
func (p enParser) fromWhen(i, j int) (string, int, bool) {
	if !p.is(i, "since", "from", "until", "by", "till") {
		return "", i, false
	}
	prep := strings.Replace(p.word(i), "till", "until", 1)
	switch {
	case p.is(j, "this", "last", "next") && (dayparts[p.word(j+1)] || weekdays[p.word(j+1)]) && p.nominal(j+2) != isNoun:
		return prep + " " + p.word(j) + " " + p.spell(p.word(j+1)), j + 2, true
	case p.is(i, "since") && p.is(j, "morning", "afternoon", "evening") && p.nominal(j+1) != isNoun:
		return "since this " + p.word(j), j + 1, true
	}
	return "", i, false
}

// ofMachine reports that what stopped at i is no person: an unknown thing, or one
// of the tables.
func (p enParser) ofMachine(i int) bool {
	j := i - 1
	for p.is(j, "just", "has", "have", "suddenly", "then", "randomly") {
		j--
	}
	w := p.word(j)
	if w == "" || closed[w] || pronouns[w] != "" || persons[w] {
		return false
	}
	return p.unknownSubject(i)
}

// lineOnScreen: "green line down the middle of my phone".
func (p enParser) lineOnScreen(i int) (finding, bool) {
	j := i - 1
	for adjectives[p.word(j)] && !tones[p.word(j)] || p.is(j, "vertical", "thin", "thick", "horizontal") {
		j--
	}
	if !tones[p.word(j)] || !p.is(i+1, "down", "across", "through", "up", "running", "right", "all") {
		return finding{}, false
	}
	if p.is(i+1, "through") && !p.speaksOf(fields("screen display phone laptop tablet tv telly monitor ipad iphone watch camera panel oled console macbook handheld lcd")) {
		return finding{}, false
	}
	line := p.word(j) + " " + p.word(i)
	if strings.HasSuffix(p.word(i), "s") {
		return told(weightExact, "there are "+line+" on your screen", "", "your screen")
	}
	return told(weightExact, "there's a "+line+" on your screen", "", "your screen")
}

// objectCutOff reports an article or owner at i behind which nothing can be told:
// "close [three pop-ups]".
func (p enParser) objectCutOff(i int) bool {
	if dets[p.word(i)] == "" || p.firstTime(i) || units[p.word(i+1)] != "" || dayparts[p.word(i+1)] || p.is(i+1, "time", "day", "same", "moment", "minute", "second", "way", "other", "first") {
		return false
	}
	return !p.is(i, "this", "that", "all", "every", "each", "one", "no") && !p.isPhrase(i)
}

// actsOn reports an object at i: who "snapped the neck of my guitar" is no broken
// thing.
func (p enParser) actsOn(i int) bool {
	n, _, ok := p.np(i, maxNouns)
	return ok && (n.det == "your" || n.det == "the") && !p.is(i, "this", "that") && units[n.head] == "" && !dayparts[n.head] && n.head != "time" && n.head != "day" && n.head != "second" && n.head != "moment" && n.head != "way"
}

// selfish reports a clause in which the author is both who could not and to whom
// it was not done: somebody else said or did it.
func selfish(issue string) bool {
	for _, begins := range []string{"you can't ", "you couldn't ", "you haven't been able to ", "you had to ", "you have to ", "you've had to "} {
		if rest, ok := strings.CutPrefix(issue, begins); ok {
			_, object, _ := strings.Cut(rest, " ")
			return firstWord(object) == "you"
		}
	}
	return false
}

// authorLate reports that it is the author who comes late at i: "I get to work
// ten minutes late".
func (p enParser) authorLate(i int) bool {
	for j := i - 1; j >= max(0, i-12) && p.word(j) != ""; j-- {
		if p.is(j, "i", "we") {
			k := p.skip(j+1, "either", "now", "always", "just", "then")
			return p.is(k, "was", "were", "am") || p.is(k, "get", "got") && p.is(k+1, "to", "there", "here", "home", "in")
		}
	}
	return false
}

// cameThen reports that what was late at i has come: "10 days late and when it
// came".
func (p enParser) cameThen(i int) bool {
	for j := i + 1; j < i+7; j++ {
		if p.is(j, "came", "arrived") && !p.denied(j-1) {
			return true
		}
	}
	return false
}

// pastLy passes over an adverb: "permanently".
func (p enParser) pastLy(i int) int {
	if strings.HasSuffix(p.word(i), "ly") && p.nominal(i) == notNominal {
		return i + 1
	}
	return i
}

// goesOn reports a word at i of which nothing is known, behind which the clause
// goes on.
func (p enParser) goesOn(i int) bool {
	w := p.word(i)
	if p.is(i, "along", "above", "below", "straight", "right", "halfway", "clean") {
		return false
	}
	return w != "" && !closed[w] && !prepositions[w] && !adverbs[w] && !particles[w] && verbs[w].base == "" && dets[w] == "" && pronouns[w] == "" && p.nominal(i) == notNominal && !fillersSet[w]
}

var fillersSet = union(set(strings.Join(fillers, " ")), set(strings.Join(lately, " ")))

// blankScreen reports a screen that is the trouble itself, and nothing that works.
func blankScreen(n phrase) bool {
	return n.head == "screen" && tones[firstWord(n.noun)]
}

// ofYours reports that the sentence before i is of us or our people.
func (p enParser) ofYours(i int) bool {
	for j := i - 1; j >= max(0, i-24) && p.word(j) != ""; j-- {
		switch {
		case p.is(j, "i", "we", "i'm", "i've", "we're", "we've"):
			return false
		case persons[p.word(j)] && p.is(j-1, "your", "the"), p.is(j, "you") && (auxiliaries[p.word(j+1)] || verbs[p.word(j+1)].base != ""):
			return true
		}
	}
	return false
}

// gotWord reports that what came at i is a message: "got a 'confirmed' text".
func (p enParser) gotWord(i int) bool {
	for j := i; j < i+7; j++ {
		if written[p.word(j)] || p.is(j, "text", "confirmation", "reply", "call") {
			return true
		}
	}
	return false
}

// ofWhoBefore reports that what begins at i without a subject goes on about
// somebody: "a man who couldn't see it, [couldn't change it]".
func (p enParser) ofWhoBefore(i int) bool {
	if !p.is(i, "couldn't", "can't") || p.word(i-1) != "" {
		return false
	}
	for j := i - 2; j > max(0, i-9); j-- {
		if p.is(j, "who") && p.word(j-1) != "" {
			return true
		}
	}
	return false
}
