package grievance

import "strings"

// deed: "you lost my bag", "thanks for cancelling my flight".
func (p enParser) deed(i int) (finding, bool) {
	done, ok := deeds[p.word(i)]
	if !ok || done == "" || p.is(i-1, "weather", "rain", "snow", "storm", "traffic", "dog", "cat", "kids", "husband", "wife", "i", "we", "i've", "we've", "to", "can't", "my", "i'm", "ever", "not", "didn't", "wanna", "never", "hardly", "cannot", "couldn't", "won't", "wouldn't", "nobody", "can", "could", "will", "would", "if") {
		return finding{}, false
	}
	if p.byAuthor(i) || !strings.HasSuffix(p.word(i), "ed") && baseForms[p.word(i)] && !p.is(i-1, "you", "they", "u", "guys", "people", "always") {
		return finding{}, false
	}
	if elided[p.word(i)] && i > 0 && p.toks[i-1].kind == isHandle && p.word(i-2) == "" && p.is(i+1, "the") {
		return finding{}, false // "@acme opened the box": the author did
	}
	if p.is(i, "took") && p.is(i-1, "it", "that", "this", "only") {
		return finding{}, false // "it took my whole evening"
	}
	if elided[p.word(i)] && !p.doneToThem(i) {
		return finding{}, false // "just opened my box": the author did
	}
	j := p.skip(i+1, "both", "all", "of", "up")
	if n, _, ok := p.np(j, maxNouns); ok && figurative[n.head] {
		return finding{}, false
	}
	opens := i == 0 || p.word(i-1) == ""
	if p.is(i, "opened", "took") && opens && p.is(j, "the") || p.byThem(verbs[p.word(i)], i, i, j) {
		return finding{}, false // "opened the chicken", "took the day off"
	}
	if p.is(i, "lost", "lose") && opens && pocketed[p.word(j+1)] || p.is(j, "other") {
		return finding{}, false // "lost my keys on the bus"
	}
	if !p.is(j, "my", "our") && !(p.is(j, "the") && (opens || p.is(i-1, "they", "you", "u"))) {
		return finding{}, false
	}
	what, _, ok := p.thing(j)
	if p.is(i, "missed") && p.is(j, "my", "our") {
		n, _, ok := p.np(j, maxNouns)
		return finding{Grievance: Grievance{Issue: "you missed " + n.object(), Thing: n.object()}, weight: weightClear}, ok && !relations[n.head]
	}
	if !ok {
		if n, _, ok := p.np(j, maxNouns); ok && n.det == "your" && !persons[n.head] && !relations[n.head] {
			return told(weightClear, join(n.subject(), n.pick("was", "were"), done), "", n.subject())
		}
		return finding{}, false
	}
	return told(weightClear, what.subject()+" "+what.be("was")+" "+done, "", what.subject())
}

// elided are deeds that the author may have done as well.
var elided = set("opened returned changed removed took closed dropped raised deleted cancelled canceled opening changing cancelling canceling cancel")

// pocketed is what people lose themselves.
var pocketed = set("wallet keys key purse phone umbrella glasses ring hat scarf gloves glove passport mind")

// figurative are things that are lost or broken in a manner of speaking.
var figurative = set("business custom loyalty trust time patience mind sanity respect faith support heart vote hopes dreams life day money")

// doneToThem reports that it was hardly the author: somebody else is named, or
// nothing says "just did it".
func (p enParser) doneToThem(i int) bool {
	for j := i - 1; j >= max(0, i-4) && p.toks[j].kind != isBreak; j-- {
		if p.toks[j].kind == isHandle || persons[p.word(j)] || p.is(j, "you", "they", "you've", "they've", "y'all", "guys", "thanks", "thank", "by", "someone", "somebody", "keep") {
			return true
		}
		if p.is(j, "for") {
			return !p.near(j, nil, "charge", "charged", "fee", "charges", "paid", "pay", "wanted")
		}
	}
	if p.word(i-1) == "" {
		return p.is(i+1, "the")
	}
	return !p.is(i-1, "just", "already", "finally", "have", "had", "so", "and", "then", "also")
}

// byAuthor reports that the author did it, or tried to: "I opened my box",
// "can't I cancel my plan".
func (p enParser) byAuthor(i int) bool {
	for j := i - 1; j >= max(0, i-3) && p.word(j) != ""; j-- {
		if p.is(j, "you", "they", "u", "guys") {
			return false
		}
		if p.is(j, "i", "we", "i've", "we've", "i'm", "trying", "tried", "to", "can't", "cannot", "how", "i'd", "i'll") {
			return true
		}
	}
	return false
}

var baseForms = set("lose damage break cancel delay misplace")

// wrongOne: "sent me the wrong size".
func (p enParser) wrongOne(i int) (finding, bool) {
	if !p.is(i, "wrong") || p.is(i-1, "to") && !places[p.word(i+1)] {
		return finding{}, false
	}
	if places[p.word(i+1)] && p.is(p.skip(i-1, "the")-1, "to") && p.word(i+1) != "address" || p.is(i-3, "went", "goes", "taken") || p.is(i-4, "taken", "drove", "took") {
		return finding{}, false // told by wrongPlace
	}
	switch {
	case p.is(i-1, "of", "in") && p.is(i+1, "size") && !p.near(i, nil, "sent", "came", "arrived", "got", "received", "delivered", "given", "bag", "box"):
		return finding{}, false // "no exchange in the wrong size"
	case p.is(i+1, "item", "order", "size", "product", "one", "thing", "parcel", "package", "colour", "color", "food", "pizza", "meal", "drink", "part", "address", "model", "house", "door", "flat", "apartment"):
		noun := strings.Replace(p.word(i+1), "color", "colour", 1)
		switch noun {
		case "address", "house", "door", "flat", "apartment":
			return told(weightClear, "it went to the wrong address", "", "your order")
		}
		return told(weightClear, "you were given the wrong "+noun, "", "your order")
	case p.is(i+1, "information", "info", "advice", "details", "date", "price", "amount"):
		noun := strings.Replace(p.word(i+1), "info", "information", 1)
		return told(weightClear, "you were given the wrong "+strings.Replace(noun, "informationrmation", "information", 1), "", "")
	}
	return finding{}, false
}

// missingPart: "half my order was missing", "they forgot my fries".
func (p enParser) missingPart(i int) (finding, bool) {
	switch {
	case p.is(i, "missing") && p.is(i+1, "from", "in") && p.is(i+2, "my", "our", "the") && p.is(i+3, "order", "delivery", "package", "parcel", "box", "bag"):
		return told(weightClear, "something was missing from your "+p.word(i+3), "", "your "+p.word(i+3))
	case p.is(i, "half") && p.is(p.skip(i+1, "of"), "my", "our", "the"):
		if n, j, ok := p.np(p.skip(i+1, "of"), maxNouns); ok && n.plural && !persons[n.head] && p.is(p.skip(j, "was", "is", "were", "are", "went"), "missing") {
			return told(weightClear, "half of "+n.String()+" were missing", "", n.subject())
		}
		what, j, ok := p.thing(p.skip(i+1, "of"))
		if ok && p.is(p.skip(j, "was", "is", "were", "are", "went"), "missing") {
			return told(weightClear, "half of "+what.subject()+" was missing", "", what.subject())
		}
	case p.is(i, "forgot", "forgotten") && p.is(i-1, "you", "they", "u", "always", "have", "guys") && p.is(i+1, "to") && p.is(i+2, "put", "include", "add", "pack", "give", "bring"):
		return told(weightClear, "something was missing from your order", "", "your order")
	}
	return finding{}, false
}

// rudeness: said as the author felt it, without agreeing who was at fault.
func (p enParser) rudeness(i int) (finding, bool) {
	if !p.is(i, "rude", "impolite", "mistreated", "surly", "dismissive", "discourteous", "rudest", "disrespectful", "unhelpful", "unprofessional", "condescending", "hung", "yelled", "shouted", "ignored", "incompetent", "clueless") || p.ofMyself(i) {
		return finding{}, false
	}
	if f, ok := p.shoutedAt(i); ok {
		return f, true
	}
	switch p.word(i) {
	case "hung":
		if p.is(i+1, "up") {
			return told(weightClear, "your call was cut off", "", "your call")
		}
		return finding{}, false
	case "ignored":
		return told(weightPlain, "you were ignored", "", "")
	case "unhelpful", "unprofessional", "incompetent", "clueless":
		return told(weightPlain, "you didn't get the help you needed", "", "")
	}
	return told(weightClear, "you weren't met with the respect you deserve", "", "")
}

// ofMyself: "I was rude".
func (p enParser) ofMyself(i int) bool {
	return p.is(i-1, "i", "i'm", "i've") || p.is(i-2, "i", "i'm", "i've", "sorry") && !p.is(i-2, "") || p.is(i-3, "i")
}

// around: a thing is spoken of, not said to be theirs.
func (p enParser) around(i int) (finding, bool) {
	what, j, ok := p.thing(i)
	if !ok || !arounds[what.head()] || strings.Contains(what.noun, "customer") || what.bare && !p.aside(i-1) ||
		p.is(j, "attendant", "attendants", "crew", "mode", "club", "deal", "deals", "to") || p.is(i-1, "in", "of") && (what.head() == "order" || what.head() == "bag") || p.advised(i) || p.setAside(i) {
		return finding{}, false
	}
	return finding{Grievance: Grievance{Around: what.subject()}}, true
}

// advised reports a thing at i that somebody only spoke of: "told to restart the
// router", "he says it's the router".
func (p enParser) advised(i int) bool {
	return p.near(i, nil, "restart", "reboot", "move", "reset", "unplug", "reinstall", "restarting", "rebooting", "moving", "resetting", "it's", "its", "blame", "blames")
}

// aside reports whether a bare noun may stand behind the token at i: at the
// start of a phrase, behind a number or a preposition.
func (p enParser) aside(i int) bool {
	w := p.word(i)
	return w == "" || numberWords[w] || isShortNumber(w) || p.is(i, "on", "with", "for", "about", "of", "from", "by", "no", "same")
}

// arounds are things that a complaint is hardly ever about by chance.
var arounds = set(`flight flights order orders delivery package packages parcel parcels app website site account refund bill
	wifi internet broadband booking reservation subscription train luggage bag ride update checkout checkin food pizza
	burrito meal upgrade membership voucher modem router`)

// incidental are things that a post names by the way.
var incidental = set(`camera printer car bed coat jacket line video videos photo photos pictures messages contacts email
	emails profile page water gas kids salary mortgage boxes number points door phone-number card`)

// mention: a thing of theirs is named, no more.
func (p enParser) mention(i int) (finding, bool) {
	if !p.is(i, "my", "our") {
		return finding{}, false
	}
	what, _, ok := p.thing(i)
	if !ok || incidental[what.head()] || p.setAside(i) {
		return finding{}, false
	}
	return told(weightThing, "", "", what.subject())
}
