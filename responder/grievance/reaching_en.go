package grievance

import "strings"

// Messages that wait for an answer, and people whom nobody can reach.

// written are what the author wrote to us.
var written = set("message messages email emails mail tweet tweets dms query queries request requests complaint complaints letter post ticket")

// unread: "please reply to my DM", "sent you an email, mind to check?".
func (p enParser) unread(i int) (finding, bool) {
	if p.is(i, "await", "awaiting") && p.is(i-1, "i", "we", "i'm", "am", "still") && p.is(i+1, "your") && p.is(i+2, "response", "reply", "answer") {
		return told(weightPlain, "you're still waiting to hear from us", "", "")
	}
	if p.is(i-1, "i", "we", "didn't", "not", "no", "i'll", "can't", "just") && !p.is(i-2, "please", "should", "can", "when", "do") {
		return finding{}, false
	}
	j := p.skip(i+1, "to", "at", "your", "my", "the", "our", "in", "on")
	switch {
	case p.is(i, "reply", "respond", "answer", "check", "read") && written[p.word(j)] && (j > i+1 || p.word(j) == "message" || p.word(j) == "dms"),
		p.is(i, "expect", "expecting", "see", "receive") && p.is(p.skip(i+1, "a", "an", "any", "the", "some"), "response", "reply", "answer"),
		p.is(i, "await", "awaiting") && p.is(p.skip(i+1, "your", "a", "the", "an"), "response", "reply", "answer"),
		p.is(i, "sent") && p.word(i-1) == "" && written[p.word(p.skip(i+1, "you", "a", "an"))] && p.speaksOf(overdue):
		return told(weightPlain, "you're still waiting to hear from us", "", "")
	}
	return finding{}, false
}

var overdue = fields("check reply response respond expect still yet when waiting nothing answer")

// unheard: "received nothing", "nobody has gotten back to me", "have still not replied".
func (p enParser) unheard(i int) (finding, bool) {
	switch {
	case p.is(i, "nothing") && p.is(i-1, "heard", "hear", "hearing") && p.is(i+1, "out", "through", "in"):
		return finding{}, false // "I hear nothing out of my headset"
	case p.is(i, "nothing") && p.is(i-1, "hearing") && p.is(i-2, "no", "a", "any"), p.is(i, "nothing") && p.near(i, nil, "type", "typed", "typing", "search", "searched"):
		return finding{}, false // "no hearing, nothing"; what a search gives
	case p.is(i, "nothing") && p.is(i-1, "heard", "hear", "hearing"):
		return told(weightClear, "you haven't heard back from us", "", "")
	case p.is(i, "nothing") && p.is(i-1, "got", "received", "getting", "get", "receive", "had") && (p.word(i+1) == "" || closed[p.word(i+1)]) && !p.is(i+1, "but", "to"):
		return told(weightFaint, "you're still waiting", "", "")
	case p.is(i, "nothing") && p.is(i-1, "and") && p.word(i+1) == "" && p.speaksOf(fields("ago weeks days months returned sent paid ordered applied cancelled waited")):
		return told(weightFaint, "you're still waiting", "", "")
	case p.is(i, "not", "haven't", "hasn't", "never"):
		j := p.skip(i+1, "still", "yet", "even", "ever", "been")
		if p.is(j, "replied", "responded", "answered", "contacted") && !p.is(i-1, "i", "we", "i've", "we've") && !p.is(i-2, "i", "we") {
			return told(weightPlain, "nobody got back to you", "", "")
		}
	case p.is(i, "back") && p.is(i-1, "gotten", "come", "got", "get", "getting") && p.is(i+1, "to", "from", "with") && p.denied(i-2):
		return told(weightClear, "nobody got back to you", "", "")
	}
	return finding{}, false
}

// denied looks for "nobody" or "not" in the four words up to i.
func (p enParser) denied(i int) bool {
	for j := i; j > max(-1, i-4) && p.word(j) != ""; j-- {
		if p.is(j, "nobody", "noone", "not", "never", "haven't", "hasn't", "didn't", "don't", "won't", "can't") || p.is(j, "no") && p.is(j+1, "one") {
			return true
		}
	}
	return false
}

// promisedCall: "they promised a call back and it didn't happen".
func (p enParser) promisedCall(i int) (finding, bool) {
	j := p.skip(p.skip(i+1, "me", "us", "to", "a", "i'd", "that", "i"), "would", "get", "a", "be")
	if !p.is(j, "call", "callback", "called", "email", "emailed", "reply") || !p.contradicted(j) {
		return finding{}, false
	}
	return told(weightClear, "you were promised a call that never came", "", "")
}

// seeking: "need to speak to someone", "how do I get hold of a human".
func (p enParser) seeking(i int) (finding, bool) {
	j := i + 1
	switch {
	case p.is(i, "speak", "talk"):
		if !p.is(j, "to", "with") {
			return finding{}, false
		}
		j++
	case p.is(i, "contact", "touch"):
		if !p.is(i-1, "in") || !p.is(i-2, "get", "getting", "be") || !p.is(j, "with") {
			return finding{}, false
		}
		j++
	case p.is(i, "get"):
		j = p.skip(j, "hold", "of", "to")
	}
	if !p.somebody(j) || !p.seeks(i-1) {
		return finding{}, false
	}
	if p.triedBehind(j) {
		return told(weightPlain, "you couldn't reach anyone", "", "")
	}
	return told(weightFaint, "you need to talk to somebody", "", "")
}

// somebody: "someone", "a human", "a real person".
func (p enParser) somebody(i int) bool {
	i = p.skip(i, "a", "an", "real", "actual", "live", "your")
	return p.is(i, "someone", "somebody", "anyone", "anybody", "human", "person", "agent", "representative", "manager", "supervisor")
}

// seeks looks for a wish or a question in the six words up to i.
func (p enParser) seeks(i int) bool {
	for j := i; j > max(-1, i-7) && p.word(j) != ""; j-- {
		if p.is(j, "need", "want", "like", "how", "trying", "there", "number", "can", "could", "anyone", "someone", "must", "require") {
			return true
		}
	}
	return false
}

// news: "any updates please", "status on my refund", "update me on my order".
func (p enParser) news(i int) (finding, bool) {
	j := i + 1
	switch {
	case p.is(i, "update", "updates", "news") && p.is(i-1, "any", "an", "no") && !p.is(i-2, "nor", "without") && (p.word(j) == "" || p.is(j, "please", "yet", "guys")):
		return told(weightFaint, "you're waiting for news", "", "")
	case p.is(i, "update") && p.is(j, "me", "us") && p.is(j+1, "on", "about", "regarding"):
		j += 2
	case p.is(i, "status") && p.is(j, "on", "of", "for") && p.is(i-1, "the", "a", "any", "what's", "get", "know"):
		j++
	default:
		return finding{}, false
	}
	n, _, ok := p.np(j, maxNouns)
	if !ok || persons[n.head] || relations[n.head] || n.det == "no" {
		return finding{}, false
	}
	return told(weightPlain, "you're waiting for news about "+n.object(), "", n.object())
}

// spent: "wasted three hours on this".
func (p enParser) spent(i int) (finding, bool) {
	span, _, ok := p.duration(p.skip(i+1, "the", "last", "past", "like"))
	if !ok || p.is(i-1, "be", "have", "to", "money", "had") && !p.is(i-2, "i", "i've") || len(span) > 0 && span[len(span)-1] != 's' && p.is(i, "spent") && !p.is(i+1, "an", "half", "over", "a") {
		return finding{}, false
	}
	for j := i + 2; j < i+9; j++ {
		if p.is(j, "trying", "on", "with", "waiting", "talking", "speaking", "arguing", "chatting", "dealing", "attempting", "of") {
			return told(weightPlain, join("you spent", span, p.spentOn(j)), span+" of your time", "")
		}
	}
	return finding{}, false
}

// spentOn is what time was spent on: "with support", "trying to log in".
func (p enParser) spentOn(i int) string {
	what, next, ok := p.prepositional(i)
	if v := verbs[p.word(i)]; v.ing {
		what, next, ok = p.further(p.word(i), i)
	}
	if n, _, known := p.np(i+1, maxNouns); known && (n.det == "the" || n.det == "this") && !p.is(i+1, "the", "this") || ok && (!p.endsAt(next) && !adverbs[p.word(next)] || strings.HasSuffix(what, " it") || strings.HasSuffix(what, " them")) {
		ok = false
	}
	if !ok {
		return "on this"
	}
	return what
}

// sinceThen: "three hours since we ordered our pizza".
func (p enParser) sinceThen(i int) (finding, bool) {
	span, j, ok := p.duration(i)
	if !ok || !p.is(j, "since") || !p.is(j+1, "i", "we", "i've", "we've") {
		return finding{}, false
	}
	k := p.skip(p.passOver(j+2), "have", "last", "first", "had")
	v := verbs[p.word(k)]
	if !v.past || !p.failing() && !p.speaksOf(overdue) && !swift[v.base] {
		return finding{}, false
	}
	t := p.tail(k + 1)
	if t.cut || t.text == "" && !standing[v.base] {
		return finding{}, false
	}
	return told(weightExact, join("it's been", span, "since you", pastForms[v.base], t.text), "a wait of "+span, "")
}

// swift are verbs after which something is soon expected.
var swift = set("order request apply book buy pay purchase return submit report call email complain cancel contact send")

// cutOff: "the line just cuts you off".
func (p enParser) cutOff(i int) (finding, bool) {
	if !p.is(i+1, "me", "us", "you") || !p.is(i+2, "off") {
		return finding{}, false
	}
	if p.is(i, "cut", "cuts", "cutting") && !p.called(i) && !p.speaksOf(fields("line phone customer service chat agent tried")) {
		return finding{}, false
	}
	return told(weightClear, "your call was cut off", "", "your call")
}

// triedToReach: "tried calling and emailing, no luck".
func (p enParser) triedToReach(i int) (finding, bool) {
	if !p.is(i+1, "calling", "emailing", "contacting", "ringing", "messaging", "phoning", "chatting", "reaching", "texting") || !p.failing() || p.is(i-1, "you", "they") {
		return finding{}, false
	}
	if n, _, ok := p.np(i+2, 3); ok && (relations[n.head] || places[n.head] || n.head == "phone" && n.det != "our") || p.is(i-1, "he", "she") {
		return finding{}, false
	}
	return told(weightPlain, "you haven't been able to reach us", "", "")
}

// bidden: "it says I need to subscribe", "they keep telling me to call".
func (p enParser) bidden(i int) (finding, bool) {
	j := i + 1
	switch {
	case p.is(i, "says", "saying", "said", "say"):
		if !p.is(j, "i", "we") || !p.is(j+1, "need", "have") || !p.is(j+2, "to") {
			return finding{}, false
		}
		j += 3
	case p.is(i, "demanding", "demands", "insists", "insisting"):
		j = p.skip(j, "that", "on")
		if !p.is(j, "i", "we") {
			return finding{}, false
		}
		j++
	case p.is(j, "me", "us") && p.is(j+1, "to"):
		before := i - 1
		for p.is(before, "guys", "people", "all", "just", "have", "had", "keep") {
			before--
		}
		if p.is(before, "you", "they") && p.nominal(before-1) == isNoun {
			return finding{}, false // "the form that you asked me to fill in"
		}
		j += 2
	default:
		return finding{}, false
	}
	clause, ok := p.clause(j)
	if !ok || !strings.Contains(clause, " ") && p.word(j+1) != "" && !closed[p.word(j+1)] || p.is(j+1, "the", "a", "my") && !strings.Contains(clause, " ") || strings.HasSuffix(clause, " you") || strings.HasSuffix(clause, " us") {
		return finding{}, false
	}
	if p.is(i, "told", "said") {
		return told(weightPlain, "you were told to "+clause, "", "")
	}
	return told(weightPlain, "you're asked to "+clause, "", "")
}

// triedBehind reports what was tried to reach somebody in the sentence behind i: "I need
// to speak to someone. Tried the form and the phone".
func (p enParser) triedBehind(i int) bool {
	for j := i + 1; j < min(i+24, len(p.toks)); j++ {
		if p.is(j, "tried", "emailed", "rang", "called", "messaged", "phoned") && (p.word(j-1) == "" || p.is(j-1, "i", "i've", "we", "we've", "already", "and", "but", "have")) && !p.is(j+1, "to", "by", "it") {
			return true
		}
	}
	return false
}
