package grievance

// What came back, went off or gave out, and what is told of "the one I got".

// theOne: "the one I got was dry", where nothing says what it is.
func (p enParser) theOne(i int) (finding, bool) {
	if !p.is(i-1, "the") || p.is(i-2, "not", "like", "than") {
		return finding{}, false
	}
	j := p.skip(i+1, "that", "which")
	k := p.skip(j+1, "just", "have", "had", "only")
	v := verbs[p.word(k)]
	if !p.is(j, "i", "we", "i've", "we've", "you", "they") || !v.past || !handedOver[v.base] {
		return finding{}, false
	}
	by, next := "you", p.skip(k+1, "me", "us", "today", "yesterday")
	if p.is(j, "you", "they") {
		by = "we"
	}
	n := phrase{det: "the", noun: join(p.word(i), by, pastForms[v.base]), head: p.word(i), plural: p.is(i, "ones"), words: 1}
	if by == "we" && p.is(k+1, "me", "us") {
		n.noun += " you"
	}
	clause, ok := p.says(n, p.skip(next, "from", "you"))
	return finding{Grievance: Grievance{Issue: join(n.subject(), clause)}, weight: weightClear}, ok
}

// handedOver is how something comes to its buyer.
var handedOver = set("get receive buy order send give deliver have")

// cameBack: "the glitch keeps coming back".
func (p enParser) cameBack(i int) (finding, bool) {
	j := p.skip(i+1, "is", "are", "has", "have", "just", "keeps", "keep", "always", "still")
	back := p.skip(j, "came", "come", "comes", "coming", "now", "again")
	if !p.is(back, "back") || back == i+1 || !p.endsAt(back+1) || p.is(back-1, "are", "have", "keep") && p.is(i-1, "i", "we") || p.is(i-1, "no", "if") {
		return finding{}, false
	}
	if p.is(j-1, "keeps", "keep", "always") {
		return told(weightPlain, "the problem keeps coming back", "", "")
	}
	return told(weightPlain, "the problem is back", "", "")
}

// isOff: "our heating has been off since noon".
func (p enParser) isOff(n phrase, j int) (string, bool) {
	k := p.skip(j+1, "been", "gone", "still", "now")
	if !supplied[n.head] || !p.is(j, "is", "are", "has", "have", "went", "was", "were") || !p.is(k, "off") || p.is(k+1, "the", "my", "by", "when", "if") {
		return "", false
	}
	return n.pick("is", "are") + " off", p.endsAt(k+1) || p.is(k+1, "since", "again", "in", "for", "at", "across")
}

// supplied is what is to be on.
var supplied = set("heating power electricity lights water gas boiler internet broadband wifi supply network signal aircon heat")

// complainAbout: "can I complain about the soup I just got".
func (p enParser) complainAbout(i int) (finding, bool) {
	asks := p.is(i-1, "to") && p.is(i-2, "want", "like", "wish", "need", "have") || p.is(i-1, "i", "we") && p.is(i-2, "can", "may", "could") || p.is(i-1, "a", "formal")
	if !asks || !p.is(i+1, "about", "regarding") {
		return finding{}, false
	}
	n, _, ok := p.np(i+2, maxNouns)
	if !ok || !p.ofOurs(n) || defects[n.head] || n.det == "" || places[n.head] || n.head == "charge" || n.head == "bill" {
		return finding{}, false
	}
	return p.lets(n, true)
}

// oldAndBroken: "three months old and already broken".
func (p enParser) oldAndBroken(i int) (finding, bool) {
	if p.near(i, relations, "i'm", "he", "she", "he's", "she's", "am") {
		return finding{}, false
	}
	at, j, ok := p.quantity(i)
	unit := units[p.word(j)]
	if !ok || unit == "" || unit == "year" || !p.is(j+1, "old") {
		return finding{}, false
	}
	span := numeral(at) + " " + unit
	if !p.is(i, "a", "an", "one", "1") {
		span += "s"
	}
	for k := j + 2; k < j+7; k++ {
		did := brokenSoon[p.word(k)]
		if did != "" && !p.is(k-1, "my", "our", "never", "not", "a", "the") && p.nominal(k+1) != isNoun {
			return told(weightClear, "it "+did+" within "+span, "", "")
		}
	}
	return finding{}, false
}

// brokenSoon tells by its state what a new thing did.
var brokenSoon = map[string]string{
	"broke": "broke", "broken": "broke", "died": "stopped working", "dead": "stopped working", "stopped": "stopped working", "falling": "started to fall apart", "fell": "started to fall apart",
	"cracked": "cracked", "split": "split", "faulty": "turned out faulty", "leaking": "started leaking", "peeling": "started peeling", "fraying": "started fraying",
}

// notPickedUp: "no one picks it up", "your line just rings and rings".
func (p enParser) notPickedUp(i int) (finding, bool) {
	switch {
	case p.is(i, "picks", "picking", "picked", "pick") && p.denied(i-1) && p.near(i, nil, "nobody", "noone", "one", "staff"):
		j := i + 1
		if n, next, ok := p.np(j, 3); ok && (n.head == "phone" || n.head == "call" || n.head == "calls" || n.head == "phones") {
			j = next
		}
		if p.is(p.skip(j, "up", "it"), "parcel", "package", "bin", "bins") || !p.is(i+1, "up", "it") && j == i+1 || p.is(i+1, "up") && !p.endsAt(i+2) && !p.is(p.skip(i+2, "the", "your", "my"), "phone", "phones", "call", "calls") {
			return finding{}, false
		}
		return told(weightPlain, "nobody answered your call", "", "your call")
	case p.is(i, "rings") && (p.is(i+1, "and") && p.is(i+2, "rings") || p.is(i+1, "out")) && !p.near(i, nil, "doorbell", "alarm", "my", "they"):
		return told(weightPlain, "nobody answered your call", "", "your call")
	}
	return finding{}, false
}

// hardToFigureOut: "couldn't figure out your website".
func (p enParser) hardToFigureOut(i int) (finding, bool) {
	if !p.is(i+1, "out") || !p.denied(i-1) && !p.near(i, nil, "couldn't", "cannot") || p.near(i, nil, "you", "they", "nobody") {
		return finding{}, false
	}
	n, next, ok := p.np(i+2, maxNouns)
	if !ok || n.det != "our" && n.det != "this" && n.det != "the" || persons[n.head] || vague[n.head] || idioms[n.head] || !p.endsAt(next) {
		return finding{}, false
	}
	return told(weightPlain, join(n.subject(), n.pick("is", "are"), "hard to work out"), "", n.subject())
}

// backForRepair: "my car is back in the garage for the third time".
func (p enParser) backForRepair(i int) (finding, bool) {
	j := i - 1
	if p.is(j, "the", "a", "your") {
		j--
	}
	if !p.is(j, "in", "at", "to") || !p.is(j-1, "back") || !p.is(j-2, "is", "been", "it's", "its", "going", "went", "was", "be", "goes") {
		return finding{}, false
	}
	span := p.forSpan(i+1, 5)
	if n, ok := p.npEnding(j - 3); ok && n.det == "your" && !relations[n.head] && !persons[n.head] {
		is := n.pick("is", "are")
		if span != "" {
			is = n.pick("has been", "have been")
		}
		return told(weightClear, join(n.subject(), is, "back in for repairs", span), "", n.subject())
	}
	switch {
	case !p.near(j-1, nil, "it's", "its", "it"):
		return finding{}, false
	case p.is(i, "shop", "workshop"):
		return told(weightPlain, "it's back in for repairs", "", "")
	case span != "":
		return told(weightTold, join("your car has been back in for repairs", span), "", "your car")
	}
	return told(weightPlain, "your car is back in for repairs", "", "your car")
}

// forSpan is how long something goes on that is told before i, some words on: "[in the
// garage for repairs] for three weeks".
func (p enParser) forSpan(i, within int) string {
	for j := i; j < i+within && p.word(j) != "" && !p.is(j, "and", "but", "because", "when", "while", "so", "since", "that", "i", "we", "they", "you"); j++ {
		over := p.skip(j+1, "more", "than", "then")
		if span, _, ok := p.duration(over); ok && p.is(j, "for") && over != j+2 {
			return join("for", map[bool]string{true: "more than"}[over > j+1], span)
		}
	}
	return ""
}

// doesNothing: "the app opens and does nothing".
func (p enParser) doesNothing(i int) (finding, bool) {
	if !p.is(i+1, "nothing") || !p.endsAt(i+2) || !p.is(i-1, "and", "but", "it", "just") || p.near(i, relations) || p.near(i, persons, "he", "she", "who", "nobody", "government", "everyone") {
		return finding{}, false
	}
	return told(weightFaint, "nothing happens", "", "")
}

// gotWrong: "you got my name wrong".
func (p enParser) gotWrong(i int) (finding, bool) {
	n, ok := p.npEnding(i - 1)
	if !ok || n.det != "your" || persons[n.head] || relations[n.head] || !p.endsAt(i+1) {
		return finding{}, false
	}
	begin := p.backToThing(i - 1)
	if !p.is(begin-1, "got", "get", "getting", "gets") || p.is(begin-2, "i", "we", "have", "i've") {
		return finding{}, false
	}
	return told(weightClear, join(n.subject(), n.pick("was", "were"), "wrong"), "", n.subject())
}
