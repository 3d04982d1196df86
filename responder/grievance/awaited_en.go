package grievance

import "strings"

// awaited: "when will the new update come out", "any update on my refund".
func (p enParser) awaited(i int) (finding, bool) {
	var j int
	news := false
	switch {
	case p.is(i, "when") && p.is(i+1, "will", "is", "are", "can", "do", "does"):
		j = i + 2
	case p.is(i, "update", "updates", "news", "eta", "word") && p.is(i-1, "any", "no", "an") && p.is(i+1, "on", "for", "about"):
		j, news = i+2, true
		j = p.skip(j, "when")
	case p.is(i, "where") && p.is(i+1, "is", "are"), p.is(i, "where's"):
		j = p.skip(i+1, "is", "are")
	default:
		return finding{}, false
	}
	n, next, ok := p.np(j, maxNouns)
	if !ok || n.det == "" && !n.plural && !n.mass || persons[n.head] || relations[n.head] {
		return finding{}, false
	}
	if news {
		return told(weightFaint, "you're waiting for news about "+n.object(), "", n.object())
	}
	if p.is(i, "when") && !p.is(p.skip(next, "going", "to", "be", "finally", "actually", "ever"), "coming", "come", "back", "available", "released", "fixed", "arrive", "arriving", "ship", "shipped", "out", "be", "update", "updated", "get", "resolved", "delivered", "up", "restored") {
		return finding{}, false
	}
	if n.det != "your" && p.is(i, "where", "where's") {
		return finding{}, false
	}
	return told(weightFaint, "you're still waiting for "+n.object(), "", n.object())
}

// shouldHaveHad: "the refund I should have received by now".
func (p enParser) shouldHaveHad(i int) (finding, bool) {
	j := p.skip(i+1, "have", "already")
	if !p.is(i-1, "i", "we") || j == i+1 || !p.is(j, "received", "got", "had", "gotten") {
		return finding{}, false
	}
	n, _, ok := p.np(j+1, maxNouns)
	if !ok || n.det != "your" {
		n, ok = p.npEnding(p.back(i-2, "that", "which"))
	}
	if !ok || !awaitables[n.head] {
		return finding{}, false
	}
	n.det = "your"
	return told(weightClear, "you haven't had "+n.object()+" yet", "", n.subject())
}

// queueing: "the longest line I've ever seen", "stuck at the gate".
func (p enParser) queueing(i int) (finding, bool) {
	switch {
	case p.is(i, "long", "longest", "huge", "insane", "massive", "crazy", "ridiculous", "endless", "enormous"):
		j := p.skip(p.passOver(i+1), "ass", "check-in", "security", "customer", "service", "checkout", "drive", "thru", "through")
		switch {
		case p.is(j, "line", "lines", "queue", "queues"):
			return told(weightPlain, "the line was so long", "", "")
		case p.is(j, "wait", "waits", "waiting", "hold"):
			return told(weightPlain, "you were kept waiting so long", "", "")
		}
	case p.is(i, "stuck", "sitting", "stranded", "waiting", "sat", "standing") && p.is(i+1, "at", "on", "in") && !p.is(i-1, "not") && !p.ofThing(i):
		n, _, ok := p.np(i+2, 3)
		if ok && waitingPlaces[n.head] && !otherStations[p.word(i+2)] && !otherStations[p.word(i+3)] {
			return told(weightPlain, "you were kept waiting "+p.word(i+1)+" "+n.object(), "", "")
		}
	}
	return finding{}, false
}

// otherStations go before a station at which no passenger waits: where the author's car
// stopped is not what they wait for.
var otherStations = set("petrol gas service police fire")

var waitingPlaces = set("gate airport terminal runway tarmac platform station plane aircraft train bus lobby restaurant store shop line queue drive-thru counter")

// tooSlow: "taking forever to get a refund", "it's been three weeks".
func (p enParser) tooSlow(i int) (finding, bool) {
	switch {
	case p.is(i, "takes", "took", "taking", "take", "taken") && (p.is(i+1, "forever", "ages") || p.is(i+1, "so", "too") && p.is(i+2, "long")):
		j := p.skip(i+1, "so", "too", "long", "forever", "ages")
		if clause, ok := p.clause(j + 1); ok && p.is(j, "to") {
			if rest, ok := strings.CutPrefix(clause, "get a refund"); ok {
				return told(weightPlain, join("your refund", rest, "has taken so long"), "", "your refund")
			}
			return told(weightPlain, "it's taken so long to "+clause, "", "")
		}
		return told(weightFaint, "it's taking so long", "", "")
	case p.is(i, "it's", "its", "been") && (p.is(i, "been") && p.is(i-1, "has", "it's", "its") || p.is(i+1, "been")):
		j := p.skip(i, "it's", "its", "been", "now", "already", "like")
		if span, _, ok := p.duration(p.backTo(j)); ok && p.speaksOf(fields("still no yet waiting nothing haven't never not hasn't")) {
			return told(weightPlain, "it's already been "+span, "", "")
		}
	}
	return finding{}, false
}

// stillTo: "yet to receive a reply", "awaiting my refund", "nothing has been done".
func (p enParser) stillTo(i int) (finding, bool) {
	j := i + 1
	switch {
	case p.is(i, "awaiting"):
	case p.is(i, "yet") && p.is(j, "to") && p.is(j+1, "receive", "get", "hear", "see"):
		if p.is(j+1, "hear") {
			return told(weightPlain, "you're still waiting to hear from us", "", "")
		}
		j += 2
	case p.is(i, "issue", "problem") && p.is(p.skip(i+1, "is", "still", "has", "not", "isn't", "hasn't", "been", "was", "never", "yet"), "fixed", "resolved", "solved", "sorted"):
		k := p.skip(i+1, "is", "still", "has", "not", "isn't", "hasn't", "been", "was", "never", "yet")
		for n := i + 1; n < k; n++ {
			if p.is(n, "not", "isn't", "hasn't", "never") {
				return told(weightPlain, "the problem still isn't fixed", "", "")
			}
		}
		return finding{}, false
	case p.is(i, "did") && p.is(j, "to") && p.is(j+1, "my", "our"):
		if n, _, ok := p.np(j+1, maxNouns); ok && !relations[n.head] && !persons[n.head] {
			return told(weightPlain, "something happened to "+n.object(), "", n.object())
		}
		return finding{}, false
	case p.is(i, "often", "always", "constantly") && p.is(j, "late", "delayed") && p.word(j+1) == "":
		return told(weightFaint, "you were held up again and again", "", "")
	case p.is(i, "nothing") && p.is(p.skip(j, "has", "have", "was", "is", "been", "being"), "done", "happen", "happens", "happened", "changed"):
		return told(weightPlain, "nothing has been done about it yet", "", "")
	default:
		return finding{}, false
	}
	n, _, ok := p.np(j, maxNouns)
	switch {
	case !ok || n.head == "it":
		return finding{}, false
	case n.head == "response" || n.head == "reply" || n.head == "answer" || n.head == "callback" || n.head == "call" || n.head == "update":
		return told(weightPlain, "you're still waiting to hear from us", "", "")
	}
	return told(weightPlain, "you're still waiting for "+n.object(), "", n.object())
}

// aDelay: "not happy with this delay", "delays again".
func (p enParser) aDelay(i int) (finding, bool) {
	if !p.is(i, "delay", "delays") || p.is(i-1, "no", "without", "not", "any") || p.is(i+1, "repay") || p.is(i+1, "form", "start", "button", "timer", "setting") {
		return finding{}, false
	}
	return told(weightFaint, "you were held up by a delay", "", "")
}
