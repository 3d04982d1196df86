package grievance

import "strconv"

// What was asked for more, taken more often or told in two ways.

// wentFromTo: "my premium 34 to 89 a month".
func (p enParser) wentFromTo(i int) (finding, bool) {
	n, next, ok := p.np(i, maxNouns)
	if !ok || !dearer[n.head] && n.head != "ticket" || n.det == "no" {
		return finding{}, false
	}
	if isShortNumber(p.word(next-1)) && next-1 > i {
		next-- // no model
	}
	j := p.skip(next, "went", "gone", "has", "jumped", "from", "is", "up")
	was, j, ok := p.sum(j)
	if !ok || !p.is(j, "to") {
		return finding{}, false
	}
	now, _, ok := p.sum(j + 1)
	if !ok || was > 0 && now > 0 && now <= was {
		return finding{}, false
	}
	n.det = "your"
	return told(weightClear, join(n.subject(), "went up"), "", n.subject())
}

// sum reads an amount, 0 where its figure is not kept.
func (p enParser) sum(i int) (float64, int, bool) {
	if p.amountAt(i) {
		return 0, i + 1, true
	}
	n, err := strconv.ParseFloat(p.word(i), 64)
	if err != nil {
		return 0, i, false
	}
	if p.amountAt(i + 1) {
		i++ // "89 quid"
	}
	return n, i + 1, true
}

// soHigh: "why is my electric bill 412 quid".
func (p enParser) soHigh(i int) (finding, bool) {
	if !p.is(i+1, "is", "are", "was", "did", "has") || !p.is(i+2, "my", "our", "the") {
		return finding{}, false
	}
	n, next, ok := p.np(i+2, maxNouns)
	if !ok || !dearer[n.head] || !p.amountAt(p.skip(next, "been", "over", "nearly", "almost", "about")) && !(isNumber(p.word(next)) && p.amountAt(next+1)) {
		return finding{}, false
	}
	n.det = "your"
	return told(weightClear, join(n.subject(), "came to so much"), "", n.subject())
}

// dearerAtTheTill: "4.50 on the shelf and 6 at the till".
func (p enParser) dearerAtTheTill(i int) (finding, bool) {
	if !p.speaksOf(fields("price priced prices charged rang scanned label")) || !p.near(i, nil, "at", "the", "your") {
		return finding{}, false
	}
	for j := range p.toks {
		if p.is(j, "shelf", "label", "website", "tag", "sign", "menu", "flyer") && (p.is(j-1, "on") || p.is(j-2, "on")) || p.is(j, "shelf") && p.is(j+1, "price", "label", "edge") {
			return told(weightClear, "the price at the "+p.word(i)+" wasn't the one you had seen", "", "the price")
		}
	}
	return finding{}, false
}

// surcharged: "want a €25 surcharge for the islands".
func (p enParser) surcharged(i int) (finding, bool) {
	if !p.amountAt(i-1) && !p.is(i-1, "a", "extra", "the") || p.is(i-1, "the") || p.near(i, nil, "no", "without", "not", "waive", "waived", "i", "refund") && !p.near(i, nil, "you", "they", "want", "wants", "charged", "asking") {
		return finding{}, false
	}
	if !p.near(i, nil, "want", "wants", "charged", "charge", "charging", "ask", "asking", "asked", "pay", "added", "adding", "slapped", "demanding") && !p.amountAt(i-1) {
		return finding{}, false
	}
	return told(weightPlain, "you were asked for "+article(p.word(i))+" "+p.word(i), "", "")
}

// fined: "they fined me £60".
func (p enParser) fined(i int) (finding, bool) {
	if p.is(i-1, "should", "to", "not", "be") || !p.is(i+1, "me", "us") && !p.is(i-1, "was", "been", "got", "were") {
		return finding{}, false
	}
	return told(weightClear, "you were fined", "", "")
}

// billedAfter: "I moved out in October, bill no. 5 came today".
func (p enParser) billedAfter(i int) (finding, bool) {
	if !p.is(i-1, "i", "we", "i've", "we've") || !p.is(i+1, "out") {
		return finding{}, false
	}
	for j := i + 2; j < min(i+50, len(p.toks)); j++ {
		if p.is(j, "bill", "bills", "billing", "billed", "charging", "charged") && !p.denied(j-1) {
			return told(weightExact, "you're still being billed after moving out", "", "your bill")
		}
	}
	return finding{}, false
}

// otherBag: "and the one isn't even mine".
func (p enParser) otherBag(i int) (finding, bool) {
	j := p.skip(i+1, "even", "actually", "ours")
	if !p.is(j, "mine") || !p.endsAt(j+1) || !p.speaksOf(fields("bag bags arrived came parcel order package delivered sent got received suitcase")) || p.is(i-1, "fault", "problem", "job") {
		return finding{}, false
	}
	what := "something"
	if p.speaksOf(fields("bag bags suitcase suitcases")) {
		what = "a bag"
	}
	return told(weightClear, "you were given "+what+" that isn't yours", "", "")
}

// adsBefore: "4 ads before the recap".
func (p enParser) adsBefore(i int) (finding, bool) {
	few := numeral(p.word(i - 1))
	if !counts[few] && !isShortNumber(p.word(i-1)) && !p.is(i-1, "more", "unskippable") || !p.is(i+1, "before", "in", "during", "per") {
		return finding{}, false
	}
	n, next, ok := p.np(i+2, 3)
	if !ok || !p.endsAt(next) || persons[n.head] || units[n.head] != "" {
		return finding{}, false
	}
	return told(weightPlain, join("there were", few, p.word(i), p.word(i+1), n.object()), "", "")
}

// roundAndRound: "the site says ask at the counter, the counter says use the
// site": what each says names the other; or two of a kind say different things.
func (p enParser) roundAndRound(i int) (finding, bool) {
	if p.word(i-1) == "" || p.is(i-1, "it", "who", "that", "which", "he", "she", "i", "we") {
		return finding{}, false
	}
	for j := i + 2; j < min(i+14, len(p.toks)); j++ {
		switch {
		case !p.is(j, "says", "say", "tells", "said", "sends"):
		case p.counterparts(i-1, j-1):
			return told(weightTold, "you've been told different things", "", "")
		case p.named(p.word(j-1), i+1, j-1) && p.named(p.word(i-1), j+1, j+10):
			return told(weightTold, "you've been sent from one place to the next", "", "")
		}
	}
	return finding{}, false
}

// counterparts reports "dealer 1" and "dealer 2", or "one agent" and "another
// agent", at whose ends i and j stand.
func (p enParser) counterparts(i, j int) bool {
	if isShortNumber(p.word(i)) && isShortNumber(p.word(j)) {
		return p.word(i) != p.word(j) && p.word(i-1) == p.word(j-1) && p.word(i-1) != ""
	}
	return p.is(i-1, "one") && p.is(j-1, "another", "other", "next") && p.word(i) == p.word(j) || p.is(i, "one") && p.is(j, "another", "other")
}

// named reports a word between two places.
func (p enParser) named(word string, from, to int) bool {
	for k := from; k < min(to, len(p.toks)); k++ {
		if word != "" && p.is(k, word) {
			return true
		}
	}
	return false
}
