package grievance

// notWorking: "it isn't working", where nothing is said of what.
func (p enParser) notWorking(i int) (finding, bool) {
	if !p.is(i, "it", "it's", "this", "that", "nothing") {
		return finding{}, false
	}
	j := p.skip(p.skip(i+1, fillers...), "even", "just", "still", "really")
	switch {
	case p.is(i, "that") && p.is(j, "didn't") && p.is(j+1, "work", "help") && p.is(j+2, "either"):
		return told(weightFaint, "what you tried didn't "+p.word(j+1)+" either", "", "")
	case p.is(i, "nothing") && p.is(i+1, "works", "working"):
		return told(weightPlain, "nothing is working", "", "")
	case p.is(j, "isn't", "isnt", "not", "wasn't", "stopped") && p.is(p.skip(j+1, "even", "still", "been"), "working"),
		p.is(j, "is") && p.is(j+1, "not") && p.is(j+2, "working"),
		p.is(j, "doesn't", "doesnt", "won't", "wont", "didn't") && p.is(p.skip(j+1, "even", "just"), "work", "load"):
		return told(weightPlain, "it isn't working", "", "")
	}
	return finding{}, false
}

// lockedOut: "I've been locked out".
func (p enParser) lockedOut(i int) (finding, bool) {
	if !p.is(i, "locked") || !p.is(i+1, "out", "me") || p.is(i-1, "i") {
		return finding{}, false
	}
	if n, next, ok := p.np(i+3, maxNouns); ok && p.is(i+1, "out") && p.is(i+2, "of") && n.det == "your" && !persons[n.head] && (p.endsAt(next) || p.trails(next)) {
		return told(weightClear, "you're locked out of "+n.object(), "", n.object())
	}
	for j := i - 8; j <= i+8; j++ {
		if p.is(j, "account") {
			return told(weightClear, "you're locked out of your account", "", "your account")
		}
	}
	return told(weightPlain, "you're locked out", "", "")
}

// outage: "the outage in our area", "is @brand down for anyone else".
func (p enParser) outage(i int) (finding, bool) {
	if p.asksWhether(i) || p.near(i, nil, "heard", "hear", "caused") {
		return finding{}, false
	}
	switch {
	case p.is(i, "outage", "outages", "blackout", "blackouts") && (p.word(i+1) == "" || closed[p.word(i+1)] || prepositions[p.word(i+1)] || adverbs[p.word(i+1)]) && !p.is(i-1, "no"):
		return told(weightPlain, "you're caught in an outage", "", "")
	case p.is(i, "cuts", "outs") && p.is(i-1, "power") && (p.endsAt(i+1) || prepositions[p.word(i+1)]) && !p.is(i-2, "no", "any"):
		return told(weightExact, "you keep losing power", "", "")
	case p.is(i, "down", "out") && p.is(i-1, "suddenly", "currently", "power", "electricity", "internet") && (p.word(i+1) == "" || closed[p.word(i+1)] || prepositions[p.word(i+1)]) && !p.is(i+1, "of", "to"):
		return told(weightFaint, "the service is down for you", "", "")
	case p.is(i, "down") && p.is(i-1, "is", "still") && (p.word(i+1) == "" || p.is(i+1, "for", "again", "right")) && p.word(i-2) != "" && !p.is(i-2, "he", "she", "it", "this", "that", "what", "price", "everyone", "everything", "who"):
		return told(weightPlain, "the service is down for you", "", "")
	case i >= 0 && i < len(p.toks) && p.toks[i].kind == isHandle:
		j := p.skip(i+1, "is", "still", "servers", "site", "website", "app", "currently")
		if p.is(j, "down") && (p.word(j+1) == "" || p.is(j+1, "on", "for", "again", "right", "today", "now", "or", "in")) {
			return told(weightPlain, "the service is down for you", "", "")
		}
	}
	return finding{}, false
}

// asksWhether reports "is there an" before i: a question is no claim.
func (p enParser) asksWhether(i int) bool {
	for j := i - 1; j > i-6; j-- {
		if (p.is(j, "is", "are") && p.is(j+1, "there") || p.is(j, "there") && p.is(j+1, "any")) && !p.is(j-1, "why", "how", "when") {
			return true
		}
	}
	return false
}

// risen is what is done to a price, dues what it is done to: "you [doubled] my [rent]".
var (
	risen = set("doubled double tripled increased raised hiked raise increase raising increasing doubling")
	dues  = set("bill rate premium price rent fee payment fare insurance rates")
)

// dearer: "my bill has doubled", "charged extra for a bag", "£5 cancellation fee".
func (p enParser) dearer(i int) (finding, bool) {
	switch {
	case risen[p.word(i)] && p.is(i+1, "my", "our") && dues[p.word(p.skip(i+2, "monthly", "insurance", "cable", "internet"))]:
		noun := p.word(p.skip(i+2, "monthly", "insurance", "cable", "internet"))
		return told(weightClear, join("your", noun, p.rose(i)), "", "your "+noun)
	case p.is(i, "bill") && p.is(i+1, "shock"):
		return told(weightClear, "your bill was so high", "", "your bill")
	case p.is(i, "bill", "bills", "price", "fare", "premium", "rent") && p.is(p.skip(i+1, "is", "are", "was", "has", "been"), "double", "twice", "triple") && p.is(p.skip(i+1, "is", "are", "was", "has", "been")+1, "what", "the", "my"):
		return told(weightExact, "the "+singular(p.word(i))+" is higher than you expected", "", "the "+p.word(i))
	case p.is(i, "bill", "price", "subscription", "rate", "premium", "rent", "fare", "fee") && p.is(i-1, "my", "our"):
		j := p.skip(p.skip(i+1, "has", "just", "almost", "nearly", "is", "keeps", "have"), "just", "almost", "nearly", "going")
		if p.is(j, "doubled", "tripled", "increased", "up", "increasing", "higher") || p.is(j, "went", "gone", "goes", "jumped", "shot", "risen") && p.is(j+1, "up", "from") {
			return told(weightClear, join("your", p.word(i), p.rose(j)), "", "your "+p.word(i))
		}
	case p.is(i, "charged", "charge", "charging") && (p.is(i-1, "you", "they", "was", "been", "being", "to") || i > 0 && p.toks[i-1].kind == isHandle || p.is(i+1, "me", "us")):
		for j := i + 1; j <= i+7; j++ {
			switch {
			case p.is(j, "cancellation") && p.is(j+1, "fee", "charge"):
				return told(weightClear, "you were asked for a cancellation fee", "", "your bill")
			case p.is(j, "extra") && p.is(j+1, "for") && p.chargedFor(j+2) != "":
				return told(weightClear, "you were charged extra for "+p.chargedFor(j+2), "", "your bill")
			case p.is(j, "more", "extra", "nearly") && j <= i+3:
				return told(weightClear, "you were charged more than you expected", "", "your bill")
			}
		}
	}
	return finding{}, false
}

// rose is by how much a price rose, at the verb that says so.
func (p enParser) rose(i int) string {
	said := map[string]string{"doubled": "doubled", "double": "doubled", "doubling": "doubled", "tripled": "tripled"}[p.word(i)]
	if said == "" {
		return "went up"
	}
	if p.is(i-1, "nearly", "almost", "practically") {
		return "nearly " + said
	}
	return said
}

// chargedFor is for what extra was charged: "a bag", "my 6 yr old son".
func (p enParser) chargedFor(i int) string {
	if p.is(i, "my", "our") {
		for j := i + 1; j < i+5; j++ {
			if relations[p.word(j)] {
				return "your " + p.word(j)
			}
		}
	}
	n, next, ok := p.np(i, maxNouns)
	if !ok || persons[n.head] || idioms[n.head] || vague[n.noun] || n.any || n.det == "no" || p.runsInto(n, next) || len(n.object()) > 40 {
		return ""
	}
	return n.object()
}

// helpless: "the chat was no help".
func (p enParser) helpless(i int) (finding, bool) {
	switch {
	case p.is(i, "no") && p.is(i+1, "help") && !p.is(i+2, "needed", "required", "wanted"),
		p.is(i, "wasn't", "weren't", "isn't", "aren't") && p.is(p.skip(i+1, "very", "at", "all", "particularly", "too"), "helpful"),
		p.is(i, "not") && p.is(p.skip(i+1, "very", "at", "all", "been", "so", "that", "really", "too"), "helpful", "helping"):
		return told(weightPlain, "you didn't get the help you needed", "", "")
	case p.is(i, "cut", "cutting") && p.is(i+1, "off") && p.called(i):
		return told(weightClear, "your call was cut off", "", "your call")
	case p.is(i, "hangs", "hung", "hanging") && p.is(i+1, "up") && !p.is(i-1, "i") && (p.is(i, "hangs") || !p.is(i-1, "just")):
		return told(weightClear, "your call was cut off", "", "your call")
	}
	return finding{}, false
}

// called looks for a telephone call in the words before.
func (p enParser) called(i int) bool {
	for j := i - 1; j >= max(0, i-10); j-- {
		if p.is(j, "rung", "rang", "called", "call", "calling", "calls", "phoned", "phone", "hold", "ringing") {
			return true
		}
	}
	return false
}

// foreign: "a hair in my food".
func (p enParser) foreign(i int) (finding, bool) {
	if !p.is(i, "hair", "bone", "plastic", "metal", "bug", "insect", "fly", "worm", "glass", "mould", "mold") {
		return finding{}, false
	}
	j := p.skip(i+1, "in", "on", "my", "our", "the", "a")
	if p.is(i+1, "in", "on") && p.is(p.skip(i+2, "the", "my", "our"), "bed", "bath", "shower", "sink", "sheets", "pillow", "pillows", "towel", "towels", "bathroom") && !p.is(i-1, "my", "your") {
		where, _, _ := p.prepositional(i + 1)
		n, _, _ := p.np(i, 1)
		return told(weightExact, join("there was", article(n.noun), n.noun, where), "", "")
	}
	if j > i+1 && p.is(j, "food", "chicken", "pizza", "burger", "salad", "meal", "sandwich", "soup", "burrito", "bowl", "coffee", "drink", "fries", "bread", "cake", "order") {
		if n, _, ok := p.np(i, 1); ok && p.is(i+1, "in", "on") && !p.is(j, "order", "bowl") {
			if n.det = ""; !n.mass || p.is(i-1, "a", "long", "black", "human") {
				n.det = "a"
			}
			return told(weightExact, join("there was", n.object(), p.word(i+1), "your", p.word(j)), "", "your "+p.word(j))
		}
		return told(weightExact, "there was something in your food that shouldn't have been there", "", "your food")
	}
	return finding{}, false
}
