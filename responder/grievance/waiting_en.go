package grievance

import "strings"

// holding: "on hold for three hours", "2 hrs in line", "waited 40 minutes".
func (p enParser) holding(i int) (finding, bool) {
	if span, j, ok := p.duration(i); ok {
		return p.timeOn(i, j, span)
	}
	j, place := i+1, "waiting"
	if at, k, ok := p.place(i); ok {
		if _, after, timed := p.duration(k); timed && p.is(after, "early", "before", "ahead", "late") {
			return finding{}, false // "at the gate an hour early"
		}
		j, place = k, at
	} else if !p.is(i, "waiting", "waited", "wait") {
		return finding{}, false
	}
	j = p.skip(j, "for", "with", "now", "over", "about", "like", "here", "literally", "of", "on", "already")
	if p.is(i, "waiting", "waited") && !p.is(i+1, "for", "on") {
		j = p.skip(i+1, "here", "now", "already", "about", "over")
		if p.is(i+1, "over") {
			j = i + 1
		}
	}
	span, after, ok := p.duration(p.backTo(j))
	if at, _, there := p.place(after); ok && there && place == "waiting" {
		return told(weightExact, "you spent "+span+" "+at, span+" "+at, "") // "wait half an hour on the line"
	}
	if place == "on hold" && !ok && p.word(j) == "" {
		if s, next, timed := p.duration(j + 1); timed && p.endsAt(p.skip(next, "now", "and", "counting", "so", "far")) {
			span, ok = s, true // "still on hold. 55 mins."
		}
	}
	if !ok && place == "waiting" {
		if f, ok := p.waitingFor(i); ok {
			return f, true
		}
	}
	if ok {
		return p.waited(i, after, place, span)
	}
	switch {
	case place == "on hold" && p.ofThing(i):
		return p.heldThing(i)
	case place == "on hold" || (place == "in line" || place == "in a queue") && p.is(i-1, "kept", "stuck", "still", "standing", "stood"):
		return told(weightClear, "you were kept waiting "+place, "", "")
	}
	return finding{}, false
}

// timeOn tells what the time at i was spent on that ends before j: "2 hrs in line",
// "an hour with support".
func (p enParser) timeOn(i, j int, span string) (finding, bool) {
	j = p.skip(j, "now", "and", "counting", "just", "sat", "sitting", "stuck", "spent")
	if place, _, ok := p.place(j); ok {
		if p.is(j-1, "sat", "sitting", "stuck") && p.is(j, "on") && strings.HasPrefix(place, "on the ") && place != "on the phone" {
			place = strings.Replace(p.word(j-1), "sat", "sitting", 1) + " " + place
		}
		return told(weightExact, "you spent "+span+" "+place, span+" "+place, "")
	}
	if k := p.skip(j, "of", "your", "listening", "to"); p.is(k, "hold") && p.is(k+1, "music") {
		return told(weightExact, "you spent "+span+" on hold", span+" on hold", "")
	}
	if p.is(j, "with") && p.is(p.skip(p.skip(j+1, "your", "the", "customer", "tech"), "customer", "tech"), "support", "service", "care", "helpdesk") || p.is(j, "with") && p.is(j+2, "customer", "tech") && p.is(j+3, "support", "service", "care") {
		return told(weightExact, "you spent "+span+" with support", span+" with support", "")
	}
	if f, ok := p.tookToArrive(j, span); ok {
		return f, true
	}
	if p.is(p.skip(j, "of"), "wait", "waiting") && !p.quotedWait(i) && !p.is(p.skip(j, "of")+1, "if", "unless") {
		return told(weightExact, "you've been waiting "+span, "a wait of "+span, "")
	}
	return finding{}, false
}

// waited tells of a wait at i, in a place or "waiting", that lasted a span of time
// which ends before after.
func (p enParser) waited(i, after int, place, span string) (finding, bool) {
	switch {
	case p.is(i, "waited") && relations[p.word(i-1)] && p.is(i-2, "my", "our"):
		return told(weightExact, join("your", p.word(i-1), "waited", span), "a wait of "+span, "")
	case p.is(i, "waited") && p.is(after, "for") && p.word(after+1) == "":
		return finding{}, false // "an appointment I've waited a month for"
	case p.is(i, "waited"):
		return told(weightExact, "you waited "+span, "a wait of "+span, "")
	case place == "waiting" && p.is(i, "wait") && p.quotedWait(i):
		return finding{}, false
	case place == "waiting":
		return told(weightExact, "you've been waiting "+span, "a wait of "+span, "")
	}
	return told(weightExact, "you spent "+span+" "+place, span+" "+place, "")
}

// tookToArrive: "two weeks [for a sofa to come]".
func (p enParser) tookToArrive(j int, span string) (finding, bool) {
	n, next, ok := p.np(j+1, maxNouns)
	if !ok || !p.is(j, "for") || !p.is(next, "to") || !p.is(next+1, "come", "arrive", "ship", "show", "reach", "get") || p.is(next+2, "up", "back", "on", "off") || relations[n.head] || idioms[n.head] {
		return finding{}, false
	}
	return told(weightExact, "it took "+span+" for "+n.object()+" to arrive", "a wait of "+span, n.subject())
}

// waitingFor: "waiting for an engineer for two weeks", "waiting over an hour for
// my food".
func (p enParser) waitingFor(i int) (finding, bool) {
	if !p.is(i+1, "for", "on") {
		return finding{}, false
	}
	n, next, ok := p.np(i+2, maxNouns)
	span, _, timed := p.duration(p.skip(next, "for", "now", "since", "like", "already"))
	if !ok || !timed || idioms[n.head] || p.is(next-1, "hold", "phone", "line", "chat", "queue") {
		return finding{}, false
	}
	return told(weightExact, join("you've been waiting", span, "for", n.object()), "a wait of "+span, n.object())
}

// backTo steps back over "over" and "about", which a duration may begin with.
func (p enParser) backTo(j int) int {
	if p.is(j-1, "over", "about") {
		return j - 1
	}
	return j
}

func (p enParser) place(i int) (string, int, bool) {
	for _, at := range []struct{ said, tell string }{
		{"on hold", "on hold"}, {"holding for", "on hold"}, {"in line", "in line"}, {"in the queue", "in a queue"},
		{"in a queue", "in a queue"}, {"queuing", "in a queue"}, {"queueing", "in a queue"}, {"in queue", "in a queue"},
		{"on the phone", "on the phone"}, {"on phone", "on the phone"}, {"on the line", "on the phone"},
		{"on the runway", "on the runway"}, {"on the tarmac", "on the tarmac"}, {"on tarmac", "on the tarmac"},
		{"on the plane", "on the plane"}, {"on plane", "on the plane"}, {"at the gate", "at the gate"}, {"at the airport", "at the airport"},
		{"in the airport", "at the airport"}, {"in chat", "in the chat"}, {"on chat", "in the chat"}, {"on the chat", "in the chat"},
	} {
		if j, ok := p.phrase(i, at.said); ok {
			return at.tell, j, true
		}
	}
	return "", i, false
}

// lateness: "my flight is two hours late", "3 hour delay".
func (p enParser) lateness(i int) (finding, bool) {
	span, j, ok := p.duration(i)
	if !ok {
		return finding{}, false
	}
	switch {
	case p.is(j, "delay", "delays"):
		return told(weightExact, "you had a delay of "+span, "a delay of "+span, "")
	case p.is(j, "after", "past") && p.dueTime(j+1):
		return told(weightExact, "you had a delay of "+span, "a delay of "+span, "")
	case p.is(j, "late", "overdue", "delayed") && (p.is(i-1, "i'm", "we're") || p.is(i-1, "was", "were", "am", "are", "arrived", "came", "got") && p.is(i-2, "i", "we")):
		return finding{}, false // the author was
	case p.is(j, "late") && (p.authorLate(i) || p.near(i, nil, "open", "stayed", "staying", "stay") || span == "one minute"):
		return finding{}, false
	case p.is(j, "late", "overdue", "delayed"):
		if what, ok := p.thingBefore(i); ok {
			return told(weightExact, what.subject()+" "+what.be(p.beBefore(i))+" "+span+" late", "a delay of "+span, what.subject())
		}
		if n, ok := p.comesLate(i); ok {
			return told(weightExact, join(n.subject(), nounPhrase{plural: n.plural}.be(p.beBefore(i)), span, "late"), "a delay of "+span, n.subject())
		}
		if p.beBefore(i) == "was" || p.wentLate(i) || p.cameThen(j) {
			return told(weightExact, "you had a delay of "+span, "a delay of "+span, "")
		}
		return told(weightExact, "you're facing a delay of "+span, "a delay of "+span, "")
	}
	return finding{}, false
}

// dueTime: "the estimated delivery time", "my scheduled departure".
func (p enParser) dueTime(i int) bool {
	j := p.skip(i, "the", "my", "our", "its", "original")
	return j > i && p.is(j, "estimated", "scheduled", "expected", "promised", "booked", "quoted", "stated", "allotted") &&
		(p.is(j+1, "time", "slot", "window", "departure", "arrival", "delivery", "appointment") || p.word(j+1) == "")
}

// comesLate is the thing that is said before i to come late: "codes coming".
func (p enParser) comesLate(i int) (phrase, bool) {
	j := i - 1
	for j > i-4 && p.is(j, "is", "are", "was", "were", "coming", "came", "arriving", "arrived", "running", "been", "already", "now", "about", "all", "has", "have") {
		j--
	}
	n, ok := p.npEnding(j)
	return n, ok && j < i-1 && n.det != "no" && !persons[n.head] && !relations[n.head] && !idioms[n.head] && !vague[n.noun] && units[n.head] == ""
}

// beBefore is "was" where the words before i say so.
func (p enParser) beBefore(i int) string {
	for j := i - 1; j > i-4; j-- {
		if p.is(j, "was", "were", "arrived", "came") {
			return "was"
		}
	}
	return "is"
}

// without: "a week without internet".
func (p enParser) without(i int) (finding, bool) {
	span, j, ok := p.duration(i)
	if ok && p.is(j, "without", "with") {
		if p.is(j, "with") && !p.is(j+1, "no") {
			return finding{}, false
		}
		if what, _, ok := p.thing(p.skip(j+1, "no", "any", "my", "our")); ok && what.known {
			noun := what.noun
			if !what.mass && !what.plural {
				noun = what.subject()
			}
			return told(weightExact, "you've been without "+noun+" for "+span, span+" without "+noun, what.subject())
		}
	}
	if p.is(i, "no") && p.is(i+1, "money") && p.is(i+2, "back") {
		return finding{}, false // money is not spoken of in public
	}
	if !p.is(i, "without", "no") || p.is(i-1, "has", "had", "have") && p.nominal(i-2) == isNoun {
		return finding{}, false
	}
	what, j, ok := p.thing(p.skip(i+1, "any"))
	if ok && what.mass && p.is(i, "without") && p.is(i-1, "is", "are") && relations[p.word(i-2)] && p.is(i-3, "my", "our") {
		return told(weightClear, "your "+p.word(i-2)+" has no "+what.noun, "", what.subject())
	}
	if p.is(j, "in", "on") && !p.is(j+1, "my", "our") && !p.is(p.skip(j+1, "the"), "area", "house", "home", "whole") && p.isPhrase(j+1) {
		return finding{}, false // "no water in the toilets" is told by lacking
	}
	if !ok || !what.mass || strings.Contains(what.noun, "customer") || p.is(i, "without") && (p.is(i-1, "is") || p.is(p.clauseStart(i), "where")) || p.is(j, "to") {
		return finding{}, false
	}
	if span, _, ok := p.duration(p.skip(j, "for", "in", "now", "since")); ok {
		return told(weightExact, "you've been without "+what.noun+" for "+span, span+" without "+what.noun, what.subject())
	}
	lacked, _, ok := p.noneElse(phrase{noun: what.noun}, j)
	if !ok || !p.is(i, "no") {
		lacked = what.noun
	}
	return told(weightClear, "you have no "+lacked, "", what.subject())
}

// nonArrival: "haven't received my order", "never got my refund".
func (p enParser) nonArrival(i int) (finding, bool) {
	if p.is(i-1, "i") && p.is(i-2, "did") {
		return finding{}, false // "how did I not get"
	}
	if !p.is(i, "haven't", "havent", "never", "not", "didn't", "didnt", "hasn't") {
		return finding{}, false
	}
	j := p.skip(i+1, "even", "yet", "still", "have", "ever", "actually")
	if !p.is(j, "received", "receive", "recieved", "recieve", "gotten", "got", "get", "had", "seen") {
		return finding{}, false
	}
	if p.is(j+1, "a", "any", "an") && p.is(j+2, "response", "reply", "answer", "email", "call", "callback", "explanation", "apology") {
		return told(weightClear, "you've had no answer", "", "")
	}
	if p.is(i, "haven't", "hasn't") && p.is(j, "got") && !p.is(j+1, "my", "our") && !p.speaksOf(fields("yet still delivered delivery ordered")) {
		return finding{}, false // "I haven't got the receipt": I have none
	}
	if f, ok := p.notGotDone(j); ok {
		return f, true
	}
	what, _, ok := p.thing(p.skip(j+1, "any", "of"))
	if !ok || p.is(j, "had", "seen") && !p.is(j+1, "my", "our") {
		return finding{}, false
	}
	return told(weightClear, "you haven't received "+what.object()+" yet", "", what.subject())
}

// stillNo: "still no refund", "still waiting for my package", "where is my order".
func (p enParser) stillNo(i int) (finding, bool) {
	j, ok := p.phrase(i, "still no")
	if !ok {
		if j, ok = p.phrase(i, "still waiting"); ok || p.is(i, "waiting") {
			if !ok {
				j = i + 1
			}
			j, ok = p.skip(j, "for", "on", "to", "get", "receive"), p.is(j, "for", "on", "to")
		}
	}
	if !ok {
		if j, ok = p.phrase(i, "where is"); !ok {
			if j, ok = p.phrase(i, "where's"); !ok {
				j, ok = p.phrase(i, "where are")
			}
		}
		ok = ok && p.is(j, "my", "our")
	}
	if !ok && p.is(i, "where") && p.is(i+1, "my", "our") && p.is(i-1, "know", "out", "me", "idea", "asking") && !p.is(i-2, "i", "we") {
		if n, next, found := p.np(i+1, maxNouns); found && carried[n.head] && p.is(next, "is", "are", "was") { // "does anyone know where my order is"
			j, ok = i+1, true
		}
	}
	if !ok {
		return finding{}, false
	}
	if p.is(p.skip(j, "a", "an", "any"), "response", "reply", "answer", "callback", "explanation", "word", "news", "update", "call") {
		return told(weightClear, "you're still waiting to hear from us", "", "")
	}
	what, k, ok := p.thing(j)
	if !ok {
		return finding{}, false
	}
	if what.mass && !p.is(j, "my", "our", "luggage", "baggage", "money", "food", "mail", "furniture") {
		return told(weightClear, "you still have no "+what.noun, "", what.subject())
	}
	issue := "you're still waiting for " + what.object()
	if span, _, ok := p.duration(p.skip(k, "for", "after", "now")); ok {
		return told(weightExact, "you've been waiting "+span+" for "+what.object(), "a wait of "+span, what.subject())
	}
	return told(weightClear, issue, "", what.subject())
}

// silence: "no response", "nobody answers", "no one has called back".
func (p enParser) silence(i int) (finding, bool) {
	switch {
	case p.is(i, "not", "haven't", "never") && p.is(i+1, "heard", "hear") && (p.is(i+2, "back", "anything", "from", "a") || p.word(i+2) == "") && !p.is(i+2, "of"):
		return told(weightClear, "you haven't heard back from us", "", "")
	case p.is(i, "never") && (p.is(i+1, "responded", "replied", "answered") || p.is(i+1, "called", "got", "call") && p.is(i+2, "back")) && !p.is(i-1, "i", "we", "i've", "have"):
		return told(weightClear, "nobody got back to you", "", "")
	case p.is(i, "not") && p.is(p.skip(i+1, "a", "one", "single"), "response", "reply", "answer"):
		return told(weightPlain, "you've had no answer", "", "")
	case p.is(i, "no", "zero") && p.is(i+1, "reason") && (p.is(i-1, "gave", "given", "giving", "gives", "with") || p.is(i-1, "me", "us") && p.is(i-2, "gave", "giving", "given")):
		return told(weightFaint, "you were left without an explanation", "", "")
	case p.is(i, "no", "zero", "without") && p.is(p.skip(i+1, "any", "a", "an"), "response", "reply", "answer", "callback", "explanation", "communication", "updates", "contact", "call", "calls", "callbacks", "replies", "responses"):
		what := p.skip(i+1, "any", "a", "an")
		if p.is(what, "call", "calls", "contact") && !p.endsAt(what+1) && !prepositions[p.word(what+1)] && !adverbs[p.word(what+1)] && !p.is(what+1, "back", "backs") {
			return finding{}, false // "no call blocking"
		}
		if p.is(what+1, "address", "email", "mailbox") || p.is(what, "call") && p.near(i, nil, "knock", "bell", "doorbell") {
			return finding{}, false // "a no-reply address"
		}
		if p.is(what, "explanation") {
			return told(weightPlain, "you were left without an explanation", "", "")
		}
		if p.is(what, "communication", "updates") {
			return told(weightPlain, "nobody kept you up to date", "", "")
		}
		return told(weightPlain, "you've had no answer", "", "")
	case p.is(i, "nobody", "noone", "no") && (p.word(i) != "no" || p.is(i+1, "one")):
		j := p.skip(i+1, "one", "has", "ever", "even", "have", "will", "can", "is", "would", "could")
		if p.is(j, "answers", "answer", "answering", "answered", "replies", "replied", "responds", "responded", "called", "calls", "picks", "picked", "contacted", "dealt", "reply", "respond", "emailed", "call", "pick") && p.reachesNobody(j) {
			if p.is(j, "picks", "picked", "pick") && p.is(j+1, "up") && (p.word(j+2) == "" || p.is(j+2, "at", "in", "and", "or", "when", "phone") || p.is(j+3, "phone")) {
				return told(weightClear, "nobody picked up the phone", "", "")
			}
			return told(weightClear, "nobody got back to you", "", "")
		}
		if p.is(j, "help", "helps", "helped", "helping") {
			return told(weightPlain, "nobody has been able to help you", "", "")
		}
	case p.is(i, "ignoring", "ignore", "ignored") && (p.is(i+1, "me", "my", "us", "emails", "messages", "customers") || p.is(i+2, "emails", "messages", "calls")):
		return told(weightClear, "you've had no answer", "", "")
	}
	return finding{}, false
}
