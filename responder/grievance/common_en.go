package grievance

// More ways of complaining, each common to many trades.

// paidForSpeed: "paid for next day delivery and it's been four days".
func (p enParser) paidForSpeed(i int) (finding, bool) {
	if !p.is(p.skip(i+1, "extra"), "for") {
		return finding{}, false
	}
	if k := p.skip(i+1, "extra", "for"); p.is(k, "next") && p.is(k+1, "day") && p.word(k+2) == "" && p.speaksOf(fields("later still late yet days nothing it's its yesterday never")) {
		return told(weightPlain, "you paid for faster delivery and it didn't come in time", "", "your delivery")
	}
	for j := i + 2; j < i+8 && p.word(j) != ""; j++ {
		if p.is(j, "delivery", "shipping", "postage") && p.speedy(i+2, j) && p.speaksOf(fields("later still late yet days nothing not isn't hasn't haven't didn't wasn't been yesterday arrived never")) {
			return told(weightPlain, "you paid for faster delivery and it didn't come in time", "", "your delivery")
		}
	}
	return finding{}, false
}

// speedy reports words for a quick delivery between two places.
func (p enParser) speedy(i, end int) bool {
	for j := i; j < end; j++ {
		if p.is(j, "next", "same", "express", "expedited", "overnight", "priority", "guaranteed", "premium", "rush", "special", "hour") || p.is(j+1, "day", "days") && (isShortNumber(p.word(j)) || numberWords[p.word(j)]) {
			return true
		}
	}
	return false
}

// tookTwice: "took two payments".
func (p enParser) tookTwice(i int) (finding, bool) {
	twice := p.is(i+1, "two", "2", "double") && p.is(i+2, "payments", "payment")
	for j := i + 1; j < i+6 && !twice; j++ {
		twice = p.is(j, "payment", "money", "payments") && p.is(p.skip(j+1, "from", "out", "of", "my", "account"), "twice")
	}
	if !twice || p.is(i-1, "i", "we") {
		return finding{}, false
	}
	return told(weightClear, "you were charged twice", "a double charge", "")
}

// raisedPrices: "bumped up your prices", "putting the prices up".
func (p enParser) raisedPrices(i int) (finding, bool) {
	j := p.skip(i+1, "up", "the", "your", "their", "our")
	if !p.is(j, "prices", "fares", "rates", "fees") || p.is(i, "put") && !p.is(j+1, "up") && !p.is(i+1, "up") {
		return finding{}, false
	}
	return told(weightPlain, "our "+p.word(j)+" went up", "", "our "+p.word(j))
}

// passedOn: "put through to five different departments".
func (p enParser) passedOn(i int) (finding, bool) {
	j := p.skip(i+1, "through", "over", "on", "around", "between", "to", "from")
	if p.is(i, "sent") {
		j = p.skip(j, "me", "us", "to")
	}
	many := numberWords[p.word(j)] && !p.is(j, "a", "an", "one") || isShortNumber(p.word(j)) && !p.is(j, "1") || p.is(j, "several", "multiple", "different", "countless")
	j = p.skip(j+1, "different", "separate", "other")
	if !many || !p.is(j, "departments", "people", "agents", "teams", "numbers", "advisers", "advisors", "places", "times", "operators") || p.is(i, "put") && !p.is(i+1, "through") {
		return finding{}, false
	}
	return told(weightClear, "you've been sent from one place to the next", "", "")
}

// neverCame: "nobody has turned up", "the engineer never showed".
func (p enParser) neverCame(i int) (finding, bool) {
	j := i + 1
	if p.is(i, "no") && p.is(j, "sign", "trace") && p.is(j+1, "of") && p.summoned(p.skip(j+2, "the", "my", "your", "a", "an")) {
		return told(weightClear, "nobody came", "", "")
	}
	if p.is(i, "no") {
		if !p.is(j, "one", "body") {
			return finding{}, false
		}
		j++
	}
	if p.is(i, "never") && !p.summoned(i-1) {
		return finding{}, false
	}
	j = p.skip(p.skip(j, "has", "have", "had", "ever", "even", "bothered", "to", "did"), "yet", "still")
	if p.is(j, "turned", "shown", "showed", "show", "turn", "appeared") && (p.is(j+1, "up") || p.word(j+1) == "" || p.is(j, "showed") && closed[p.word(j+1)]) || !p.is(i, "never") && p.is(j, "came", "come", "arrived") && p.endsAt(j+1) {
		return told(weightClear, "nobody came", "", "")
	}
	return finding{}, false
}

// summoned reports that close before i somebody is named who was to come.
func (p enParser) summoned(i int) bool {
	for j := i; j >= max(0, i-12) && p.toks[j].kind != isBreak; j-- {
		if p.is(j, "engineer", "technician", "driver", "courier", "plumber", "electrician", "installer", "fitter", "repairman", "tech", "mechanic", "adjuster", "cleaner") {
			return true
		}
	}
	return false
}

// anyoneReplying: "is anyone going to answer me".
func (p enParser) anyoneReplying(i int) (finding, bool) {
	if p.is(i, "someone") && !p.is(i-1, "will") {
		return finding{}, false
	}
	for j := i + 1; j < i+7 && j < len(p.toks); j++ {
		if p.is(j, "reply", "respond", "answer") && p.is(j-1, "to", "gonna", "ever", "even") && !p.is(i-1, "can", "could", "does", "has", "get", "getting", "for") {
			return told(weightClear, "you've had no answer", "", "")
		}
	}
	return finding{}, false
}

// wrongOn: "put the wrong name on my ticket".
func (p enParser) wrongOn(i int) (finding, bool) {
	if p.word(i-1) != "" && (!p.is(i-1, "the", "a") || !p.is(i-2, "put", "printed", "wrote", "have", "got", "has")) {
		return finding{}, false
	}
	n, next, ok := p.np(i+1, 2)
	on, after, there := p.prepositional(next)
	if !ok || !there || !p.is(next, "on", "in") || !p.is(next+1, "my", "our", "the") || !p.endsAt(after) {
		return finding{}, false
	}
	return told(weightClear, join("there's the wrong", n.noun, on), "", "")
}

// neither: "neither received the charger nor a word".
func (p enParser) neither(i int) (finding, bool) {
	if !p.is(i+1, "received", "got") {
		return finding{}, false
	}
	n, next, ok := p.np(i+2, maxNouns)
	if !ok || !p.is(next, "nor", "or") || idioms[n.head] {
		return finding{}, false
	}
	return told(weightPlain, "you didn't receive "+n.object(), "", n.object())
}

// wasDue: "was supposed to come on Thursday", whatever it is; "my engineer was
// meant to come".
func (p enParser) wasDue(i int) (finding, bool) {
	if !p.is(i-1, "was", "were") {
		return finding{}, false
	}
	j := p.skip(i+1, "to")
	if j == i+1 && !p.is(i, "due") || !p.is(j, "come", "arrive", "turn", "be", "visit", "call", "deliver", "ship", "land", "here") {
		return finding{}, false
	}
	switch {
	case p.summoned(i - 2):
		return told(weightPlain, "nobody came", "", "")
	case p.word(i-2) == "" && !p.is(j, "call", "visit") && (!p.is(j, "be") || p.is(j+1, "here", "delivered", "installed", "collected")):
		return told(weightFaint, "it didn't come when it was due", "", "")
	}
	return finding{}, false
}

// whatBecameOf: "what happened to the vegan wrap".
func (p enParser) whatBecameOf(i int) (finding, bool) {
	if !p.is(i+1, "happened") || !p.is(i+2, "to") || !p.is(i+3, "the", "your") {
		return finding{}, false
	}
	n, next, ok := p.np(i+3, maxNouns)
	if !ok || !p.endsAt(next) && !p.is(next, "on", "in", "at", "you") || !(foods[n.head] || missable[n.head] || foods[singular(n.head)]) {
		return finding{}, false
	}
	n.det = "the"
	return told(weightFaint, "you miss "+n.object(), "", n.subject())
}

// missable are what people miss when it is taken away.
var missable = set("button feature mode menu option logo colour flavour sauce recipe layout version app tab channel playlist discount scheme")

// cameDamaged: "days late and smashed", whatever it is.
func (p enParser) cameDamaged(i int) (finding, bool) {
	if !p.is(i-1, "and", "completely", "totally", "all", "came", "arrived", "just") || !p.endsAt(i+1) || p.is(i+1, "my", "our", "the") {
		return finding{}, false
	}
	for j := i - 1; j >= max(0, i-6); j-- {
		if p.is(j, "late", "arrived", "came", "delivered", "delivery", "shipped", "sent", "opened", "box", "parcel", "package") {
			return told(weightPlain, "your delivery "+states[p.word(i)], "", "your delivery")
		}
	}
	return finding{}, false
}

// youSaid: "you said my sofa would come on Monday".
func (p enParser) youSaid(i int) (finding, bool) {
	if !p.is(i-1, "you", "they") && !p.staffed(i-1) || p.opensHypothesis(i) {
		return finding{}, false
	}
	var said statement
	ok := p.statements(p.skip(i+1, "me", "us", "that"), func(s statement) bool {
		said = s
		return s.verb.future && !s.verb.denied && (s.who.noun != nil && s.who.noun.det == "your" || s.who.text == "it" || s.who.self)
	})
	s := statement{text: "you were told " + said.text}
	return finding{Grievance: Grievance{Issue: discreet.Replace(s.text)}, weight: weightPlain}, ok && s.tellable()
}

// opensHypothesis reports an "if" or a "when" close before i.
func (p enParser) opensHypothesis(i int) bool { return p.is(i-2, "if", "when", "as", "like", "what") }
