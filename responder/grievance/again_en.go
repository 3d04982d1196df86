package grievance

import "strings"

// What people got instead, what is done to them over and over, and what they
// must tell again.

// insteadOf: "gave me decaf when I asked for regular".
func (p enParser) insteadOf(i int) (finding, bool) {
	asked := p.is(i+2, "ordered", "requested", "booked", "chose") || p.is(i+2, "asked", "paid") && p.is(i+3, "for")
	if !p.is(i+1, "i", "we") || !asked {
		return finding{}, false
	}
	for j := i - 1; j >= max(0, i-8); j-- {
		if p.is(j, "gave", "sent", "got", "received", "served", "brought", "given", "delivered") {
			return told(weightClear, "you didn't get what you ordered", "", "your order")
		}
	}
	return finding{}, false
}

// bothered: "you keep emailing me".
func (p enParser) bothered(i int) (finding, bool) {
	what := map[string]string{"emailing": "emails", "texting": "texts", "calling": "calls", "phoning": "calls", "ringing": "calls", "messaging": "messages"}[p.word(i)]
	if what == "" || !p.is(i+1, "me", "us") || !p.is(i-1, "keep", "keeps", "kept", "stop") || p.is(i-2, "please", "can", "to", "i") && !p.is(i-1, "stop") {
		return finding{}, false
	}
	return told(weightPlain, "you keep getting "+what, "", "")
}

// toldAgain: "explained my problem to six different people".
func (p enParser) toldAgain(i int) (finding, bool) {
	for j := i + 1; j < i+8; j++ {
		many := numberWords[p.word(j)] && !p.is(j, "a", "an", "one") || isShortNumber(p.word(j)) && !p.is(j, "1") || p.is(j, "several", "multiple", "countless")
		if many && p.is(p.skip(j+1, "different", "separate"), "people", "agents", "advisers", "advisors", "departments", "representatives", "managers", "persons") {
			return told(weightClear, "you've had to tell it to several people", "", "")
		}
	}
	return finding{}, false
}

// rebuffed: "told me to calm down".
func (p enParser) rebuffed(i int) (finding, bool) {
	if !p.is(i+1, "me", "us", "to") && !p.is(i-1, "was", "were") {
		return finding{}, false
	}
	j := p.skip(i+1, "me", "us", "to", "just")
	if p.is(j, "calm", "shut", "go", "piss", "deal", "google", "get") && p.is(j+1, "down", "up", "away", "off", "with", "over", "it", "lost") {
		return told(weightTold, "you weren't met with the respect you deserve", "", "")
	}
	return finding{}, false
}

// spilledOn: "spilled coffee on me".
func (p enParser) spilledOn(i int) (finding, bool) {
	n, next, ok := p.np(i+1, 3)
	if !ok || !p.is(next, "on", "over", "down") || p.is(i-1, "i", "we") {
		return finding{}, false
	}
	who := "you"
	if !p.is(next+1, "me", "us") {
		of, _, there := p.np(next+1, maxNouns)
		if who = of.object(); !there || of.det != "your" {
			return finding{}, false
		}
	}
	n.det = ""
	return told(weightClear, join(n.noun, n.pick("was", "were"), "spilled", p.word(next), who), "", "")
}

// wronglyPut: "booked me on the wrong day", "put us in the wrong room".
func (p enParser) wronglyPut(i int) (finding, bool) {
	if !p.is(i-1, "the", "a") || !prepositions[p.word(i-2)] || !p.is(i-3, "me", "us") {
		return finding{}, false
	}
	v := verbs[p.word(i-4)]
	n, next, ok := p.np(i+1, 3)
	if v.base == "" || ppForms[v.base] == "" || !ok || !p.endsAt(next) {
		return finding{}, false
	}
	return told(weightClear, join("you were", ppForms[v.base], p.word(i-2), "the wrong", n.noun), "", "")
}

// claimedToTry: "you said you tried to deliver".
func (p enParser) claimedToTry(i int) (finding, bool) {
	if !p.is(i+1, "to") || !p.is(i+2, "deliver") || !p.is(i-1, "you", "they", "he", "driver", "courier") || !p.near(i, nil, "say", "said", "says", "claim", "claims", "claimed", "saying") {
		return finding{}, false
	}
	return told(weightClear, "your delivery didn't reach you", "", "your delivery")
}

// butNotThe: "delivered the mattress but not the frame".
func (p enParser) butNotThe(i int) (finding, bool) {
	if !p.is(i+1, "not", "no") || !p.is(i+2, "the", "my", "a", "an") || !p.near(i, nil, "delivered", "sent", "received", "got", "came", "arrived") {
		return finding{}, false
	}
	n, next, ok := p.np(i+2, 3)
	if !ok || !p.endsAt(next) || persons[n.head] || idioms[n.head] || units[n.head] != "" || strings.HasPrefix(n.noun, "right") {
		return finding{}, false
	}
	return told(weightClear, join(n.subject(), n.pick("was", "were"), "missing"), "", n.subject())
}

// ranOut: "I came for a jab and they've run out".
func (p enParser) ranOut(i int) (finding, bool) {
	if !p.is(i+1, "out") || !p.endsAt(i+2) || p.is(i+2, "of") || !p.is(i-1, "they've", "you've", "they", "had", "already", "you") {
		return finding{}, false
	}
	return told(weightPlain, "you couldn't get what you came for", "", "")
}

// endless: "stuck in an endless loop".
func (p enParser) endless(i int) (finding, bool) {
	return finding{Grievance: Grievance{Issue: "you're going round in circles"}, weight: weightTold}, p.is(i+1, "loop", "cycle", "circle", "circles")
}

// waitingTo: "waiting on you to install our meter".
func (p enParser) waitingTo(i int) (finding, bool) {
	if !p.is(i+1, "on", "for") {
		return finding{}, false
	}
	for j := i + 2; j < i+6 && p.word(j) != "" || j < i+6 && j < len(p.toks) && p.toks[j].kind == isHandle; j++ {
		v := verbs[p.word(j+1)]
		if !p.is(j, "to") || !v.isBase || ppForms[v.base] == "" || !p.is(j+2, "my", "our") {
			continue
		}
		n, next, ok := p.np(j+2, maxNouns)
		return finding{Grievance: Grievance{Issue: join("you're still waiting for", n.object(), "to be", ppForms[v.base]), Thing: n.object()}, weight: weightTold}, ok && p.endsAt(next) && !persons[n.head] && !p.is(j+1, "have", "be", "get", "see")
	}
	return finding{}, false
}
