package grievance

import "strings"

// What is said to people, promised and taken, and said or taken again.

// stillTaking: "you're still taking money", "still charging me".
func (p enParser) stillTaking(i int) (finding, bool) {
	if !p.is(i-1, "still", "keep", "keeps", "kept") || !p.is(i, "charging", "billing") && !p.takesMoney(i) || p.is(i, "charging") && !p.is(i+1, "me", "us") {
		return finding{}, false
	}
	issue := "you're still being charged"
	for j := range p.toks {
		if p.is(j, "cancelled") && (p.is(j-1, "i", "we", "i've") || p.is(j-1, "already", "have") && p.is(j-2, "i", "we")) {
			issue = "you're still being charged after you cancelled"
		}
	}
	weight := weightPlain
	switch what, _, ok := p.np(i+3, maxNouns); {
	case ok && p.is(i+1, "me", "us") && p.is(i+2, "for") && !idioms[what.head]:
		issue, weight = "you're still being charged for "+what.object(), weightExact
	case p.is(i, "taking"):
		weight = weightTold
	}
	return told(weight, issue, "", "your bill")
}

func (p enParser) takesMoney(i int) bool {
	for j := i + 1; j < i+5; j++ {
		if p.is(j, "money", "payments", "payment") || p.amountAt(j) {
			return p.is(i, "taking")
		}
	}
	return false
}

// toldOtherwise: "you told me Tuesday, then Thursday", "first it was lost, then
// found".
func (p enParser) toldOtherwise(i int) (finding, bool) {
	if p.is(i-1, "i", "we", "i've", "if", "as") {
		return finding{}, false
	}
	first, changed := "", false
	for j := i + 1; j < min(i+18, len(p.toks)); j++ {
		w := p.word(j)
		switch {
		case !weekdays[w] && !daysAhead[w] && !outcomes[w], p.is(j-1, "since"):
		case first == "":
			first = w
		case w != first && p.between(i, j, "then", "now", "later"):
			changed = true
		}
	}
	if !changed {
		return finding{}, false
	}
	return told(weightExact, "you've been told different things", "", "")
}

// between reports one of the words between two places.
func (p enParser) between(i, j int, words ...string) bool {
	for k := i + 1; k < j; k++ {
		if p.is(k, words...) {
			return true
		}
	}
	return false
}

var (
	daysAhead = set("today tomorrow tonight noon monday tuesday wednesday thursday friday saturday sunday")
	outcomes  = set("lost found delivered shipped processed cancelled approved rejected closed open sent received delayed")
)

// promisedThing: "promised a callback within 24 hours, nothing".
func (p enParser) promisedThing(i int) (finding, bool) {
	n, next, ok := p.np(p.skip(i+1, "me", "us"), maxNouns)
	if !ok || n.det == "your" || n.det == "no" || delicate[n.head] || idioms[n.head] && n.head != "response" && n.head != "reply" && n.head != "answer" && n.head != "update" || !p.unfulfilled(next) || p.is(i-1, "i", "we") {
		return finding{}, false
	}
	n.det = "the"
	return told(weightClear, join(n.subject(), "you were promised didn't come"), "", "")
}

// unfulfilled reports that what stands after i says it did not happen.
func (p enParser) unfulfilled(i int) bool {
	for j := i; j < min(i+20, len(p.toks)); j++ {
		if p.is(j, "it's", "its", "now") && p.is(j+1, "the") && isShortNumber(p.word(j+2)) && p.is(j+3, "st", "nd", "rd", "th") {
			return true // "promised it on the 3rd, it's the 19th"
		}
		if p.is(j, "nothing", "never", "still", "haven't", "hasn't", "didn't", "none", "nope", "nada", "yet", "waiting") || p.is(j, "that") && p.is(j+1, "was") && (weekdays[p.word(j+2)] || p.is(j+2, "yesterday", "last", "days", "weeks", "two", "three", "a")) {
			return true
		}
	}
	return false
}

// refusedTo: "refused to let me board", "wouldn't let us change seats", where
// somebody of ours is the one who would not.
func (p enParser) refusedTo(i int) (finding, bool) {
	j := p.skip(i+1, "to", "even")
	if !p.is(j, "let", "allow") || !p.is(j+1, "me", "us") || !p.is(i, "refused", "refuses", "refusing", "wouldn't") {
		return finding{}, false
	}
	clause, ok := p.clause(p.skip(j+2, "to"))
	return finding{Grievance: Grievance{Issue: join("you weren't allowed to", clause)}, weight: weightClear}, ok && !delicate[lastWord(clause)]
}

// butNot: "I can print but not scan".
func (p enParser) butNot(i int) (finding, bool) {
	if !p.is(i+1, "not", "can't") || !p.near(i, nil, "can", "could") || p.near(i, nil, "you", "they") {
		return finding{}, false
	}
	clause, ok := p.clause(i + 2)
	return finding{Grievance: Grievance{Issue: "you can't " + clause}, weight: weightPlain}, ok
}

// laughedAt: "laughed when I asked".
func (p enParser) laughedAt(i int) (finding, bool) {
	if !p.is(i+1, "when", "at") || !p.is(i+2, "i", "we", "me", "us", "my") || p.is(i-1, "i", "we") || !p.near(i, persons, "you", "they", "he", "she") {
		return finding{}, false
	}
	return told(weightClear, "you weren't met with the respect you deserve", "", "")
}

// accused: "accused me of stealing".
func (p enParser) accused(i int) (finding, bool) {
	if !p.is(i+1, "me", "us", "my") && !p.is(i-1, "was", "were", "been", "got", "being") {
		return finding{}, false
	}
	return told(weightClear, "you were accused of something", "", "")
}

// onlyAutomated: "nothing but automated replies", "all I get is a bot".
func (p enParser) onlyAutomated(i int) (finding, bool) {
	if !p.is(i+1, "replies", "reply", "response", "responses", "emails", "email", "message", "messages", "answer", "answers") {
		return finding{}, false
	}
	for j := i - 1; j >= max(0, i-5); j-- {
		if p.is(j, "but", "only", "just", "all", "same", "another", "keep") {
			return told(weightClear, "you've only had automated replies", "", "")
		}
	}
	return finding{}, false
}

// halfFull: "my beer is only half full"; a plane may be.
func (p enParser) halfFull(i int) (finding, bool) {
	if !p.is(i+1, "full", "empty", "filled") || p.is(i-1, "and", "a") || strings.HasPrefix(p.word(i-1), "glass") {
		return finding{}, false
	}
	for j := i - 1; j >= max(0, i-12); j-- {
		n, next, ok := p.np(j, maxNouns)
		if ok && next <= i && p.nominal(j-1) == notNominal && dets[p.word(j-1)] == "" && (foods[n.head] || containers[n.head]) && !n.plural {
			return told(weightPlain, n.subject()+" was only half full", "", n.subject())
		}
	}
	return finding{}, false
}

var containers = set("juice cola lemonade cider wine smoothie box bottle can packet pack bag jar tub tube glass cup bowl carton tin container pot keg sachet sack order parcel package beer drink")
