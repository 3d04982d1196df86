package grievance

import "strings"

// Things that the tables do not know, and what is said of them: "it isn't
// syncing", never what they are called.

// machine are verbs of things, never of people.
var machine = set(`work connect load open start play sync update install charge turn power print pair download function crash freeze buffer lag disconnect
	restart reboot malfunction eject glitch jam drain reset boot scan upload appear display arrive deliver ship process stream overheat flicker buzz vibrate leak
	register activate accept recognise change credit dispatch resolve fix refresh rotate eject skip show save`)

// somethingFails: "the Flibbet isn't syncing", "my new Zorp 2 keeps crashing".
func (p enParser) somethingFails(i int) (finding, bool) {
	if !p.unknownSubject(i) || p.is(i-1, "windows") && p.nominal(i-2) == isNoun {
		return finding{}, false
	}
	clause, ok := p.failure(phrase{noun: "it", any: true}, i)
	if !ok || !p.ofMachines(clause) || strings.Count(clause, " ") > 7 || strings.Contains(clause, "accept ") {
		return finding{}, false
	}
	return told(weightFaint, "it "+clause, "", "")
}

func (p enParser) failure(it phrase, i int) (string, bool) {
	for _, read := range []func(phrase, int) (string, bool){p.noLonger, p.wontDo, p.notDone, p.keepsDoing} {
		if clause, ok := read(it, i); ok {
			return clause, true
		}
	}
	return "", false
}

// ofMachines reports a clause whose verb is of things: the first that is no auxiliary.
func (p enParser) ofMachines(clause string) bool {
	for word := range strings.FieldsSeq(clause) {
		if v := verbs[word]; v.base != "" && v.base != "be" && v.base != "keep" && v.base != "stop" && v.base != "start" && v.base != "do" && v.base != "have" {
			return machine[v.base]
		}
	}
	return false
}

// unknownSubject reports that what stands before i may be a thing.
func (p enParser) unknownSubject(i int) bool {
	b := i - 1
	for p.is(b, lately...) || strings.HasSuffix(p.word(b), "ly") && p.nominal(b) == notNominal || isShortNumber(p.word(b)) || p.is(b, "plus", "pro", "max", "mini") {
		b--
	}
	if b >= 0 && p.toks[b].kind == isHandle {
		return true
	}
	w := p.word(b)
	switch {
	case w == "", closed[w], pronouns[w] != "", prepositions[w], persons[w], relations[singular(w)], dets[w] != "", adverbs[w], strings.Contains(w, "'"), idle[w]:
		return false
	case verbs[w].base != "" && p.nominal(b) != isNoun:
		return verbs[w].ing && (dets[p.word(b-1)] != "" || adjectives[p.word(b-1)])
	}
	return true
}

// keepsOn: "constantly crashing", whatever it is.
func (p enParser) keepsOn(i int) (finding, bool) {
	if p.is(i-1, "stop", "stopped", "stops", "without", "not", "no", "from", "for", "i'm", "i", "to", "try", "trying", "tried", "like", "when") || p.nominal(i+1) == isNoun || p.is(i, "freezing") && p.is(i+1, "in", "at", "here", "out") {
		return finding{}, false
	}
	return told(weightFaint, "it keeps "+p.word(i), "", "")
}

// vanished: "saved it but disappeared", whatever it is.
func (p enParser) vanished(i int) (finding, bool) {
	if !p.is(i-1, "but", "and", "then", "just", "it", "that", "has") && !p.unknownSubject(i) {
		return finding{}, false
	}
	return told(weightFaint, "it disappeared", "", "")
}

// strandedAt: "stranded in Paris", "stuck on the loading screen".
func (p enParser) strandedAt(i int) (finding, bool) {
	of := !(p.is(i-1, "been") && p.is(p.clauseStart(i), "why", "my")) && p.is(i-1, "i'm", "we're", "am", "are", "me", "us", "people", "passengers", "customers", "been", "left", "still", "now", "got", "commuters", "everyone")
	switch {
	case p.is(i, "stranded"):
		return told(weightPlain, "you were left stranded", "", "")
	case p.is(i+1, "with", "to"):
		return finding{}, false
	case p.is(i+1, "on", "at", "in") && p.is(p.skip(i+2, "the", "a", "this", "an"), "loading", "screen", "page", "loop", "step", "login", "boot", "black", "white", "blue", "verification", "logo", "endless"):
		where, next, ok := p.prepositional(i + 1)
		if !ok || !p.endsAt(next) {
			where = ""
		}
		return told(weightPlain, join("it's stuck", where), "", "")
	case p.is(i+1, "at", "on") && i+2 < len(p.toks) && p.toks[i+2].quote && !p.is(i-1, "i'm", "we're", "am", "i", "we"):
		return told(weightPlain, "it's stuck", "", "")
	case p.is(i+1, "at", "on") && i+2 < len(p.toks) && p.toks[i+2].percent && isShortNumber(p.word(i+2)):
		return told(weightPlain, "it's stuck "+p.word(i+1)+" "+p.word(i+2)+"%", "", "")
	case p.is(i+1, "on", "at", "by") && (p.is(i+3, "side") && p.is(i+4, "of") && p.is(i+6, "road", "highway", "motorway", "freeway") || p.is(i+3, "roadside") || p.is(i+3, "hard") && p.is(i+4, "shoulder")):
		return told(weightClear, "you were stuck by the side of the road", "", "")
	case p.is(i+1, "going") && p.is(i+2, "nowhere"), p.is(i+1, "outside", "between") && p.word(i-1) == "" && p.word(i+2) != "" && !p.is(i+2, "my", "our"):
		return told(weightFaint, "you're stuck", "", "")
	case of && (p.is(i+1, "in", "at", "on", "here", "outside", "going", "waiting", "for") || p.word(i+1) == ""):
		return told(weightFaint, "you're stuck", "", "")
	}
	return finding{}, false
}

// heldUp: "why is the 10:15 delayed", whatever it is.
func (p enParser) heldUp(i int) (finding, bool) {
	switch {
	case p.is(i, "delayed") && p.isSpan(i+1):
		span, _, _ := p.duration(i + 1)
		return told(weightPlain, "you had a delay of "+span, "a delay of "+span, "")
	case p.is(i, "late", "delayed") && p.is(i+1, "by"):
		span, _, ok := p.duration(i + 2)
		if what, found := p.thingBefore(p.back(i-1, "running") + 1); ok && found {
			return told(weightExact, what.subject()+" "+what.be("is")+" "+span+" late", "a delay of "+span, what.subject())
		}
		return finding{Grievance: Grievance{Issue: "you're facing a delay of " + span, Detail: "a delay of " + span}, weight: weightExact}, ok
	case p.is(i, "delayed", "late") && p.timetabled(i):
		return told(weightPlain, "your train is delayed", "", "your train")
	case p.is(i, "delayed") && !p.inQuestion(i) && !p.speaksOf(fields("cancelled")) && !p.is(i-1, "i", "not", "isn't", "i'm", "never", "be", "if"):
		return told(weightFaint, "you were held up by a delay", "", "")
	case p.is(i, "late", "cancelled") && p.is(i-1, "is", "was") && strings.Contains(p.word(i-2), ".") && isNumber(p.word(i-2)):
		return told(weightPlain, map[bool]string{true: "you were held up by a delay", false: "your train was cancelled"}[p.is(i, "late")], "", "")
	case p.is(i, "late") && p.is(i-1, "running") && !p.is(i-2, "i'm", "am", "was", "i", "we're"):
		return told(weightFaint, "you were held up by a delay", "", "")
	}
	return finding{}, false
}

func (p enParser) isSpan(i int) bool {
	_, _, ok := p.duration(i)
	return ok
}

// timetabled reports a time of departure in the twelve words before i, where a
// why asks: "why is the 0654 to Cambridge shown as delayed".
func (p enParser) timetabled(i int) bool {
	for j := i - 1; j >= max(0, i-12); j-- {
		if w := p.word(j); len(w) == 4 && isNumber(w) && w[0] <= '2' && p.is(j-1, "the") && p.is(j-2, "is", "are") && p.is(j-3, "why") {
			return true
		}
	}
	return false
}

// stillThere: "still the same issue", "has not been resolved", "no progress".
func (p enParser) stillThere(i int) (finding, bool) {
	switch {
	case p.is(i, "same") && p.is(i+1, "issue", "problem", "issues", "error", "fault") && p.speaksOf(fields("still again")):
		return told(weightFaint, "the problem is still there", "", "")
	case p.is(i, "unresolved"):
		return told(weightPlain, "the problem still isn't fixed", "", "")
	case p.is(i, "no") && p.is(i+1, "progress", "resolution", "solution", "action") && !p.is(i-1, "there's"):
		return told(weightPlain, "nothing has been done about it yet", "", "")
	case p.is(i, "not", "isn't", "wasn't", "hasn't", "never"):
		j := p.skip(i+1, "been", "yet", "still", "being", "even", "fully", "getting")
		if p.is(j, "resolved", "sorted", "solved", "rectified", "fixed") && !p.is(j+1, "by") {
			return told(weightFaint, "the problem still isn't fixed", "", "")
		}
	}
	return finding{}, false
}

// auxiliaryFailures begin what is said of a thing that fails.
var auxiliaryFailures = set("isn't aren't not is are has have hasn't haven't won't can't doesn't don't didn't wouldn't does did will keeps keep kept stopped stops no never")

// cannotAtAll tells what cannot be done where the tables do not know to what:
// "you can't open it".
func (p enParser) cannotAtAll(who, could string, j int) (finding, bool) {
	v := verbs[p.word(j)]
	if !v.isBase || v.base != p.word(j) || p.word(j+1) == "" {
		return finding{}, false
	}
	if rest, ok := alone[v.base]; ok {
		return told(weightFaint, join(who, could, rest), "", "")
	}
	if !toThings[v.base] || closed[p.word(j+1)] && dets[p.word(j+1)] == "" || prepositions[p.word(j+1)] || adverbs[p.word(j+1)] || particles[p.word(j+1)] {
		return finding{}, false
	}
	return told(weightFaint, join(who, could, v.base, "it"), "", "")
}

// howTo: "find where to see my balance", "work out how to cancel".
func (p enParser) howTo(j int) (string, bool) {
	what := p.word(j)
	if j++; p.is(j, "out") {
		what, j = what+" out", j+1
	}
	verb := p.passOver(j + 2)
	if !sought[what] || !p.is(j, "where", "how") || !p.is(j+1, "to") || p.tail(verb+1).cut {
		return "", false
	}
	clause, ok := p.clause(verb)
	return join(what, p.word(j), "to", clause), ok && !strings.HasSuffix(clause, " it") && !strings.HasSuffix(clause, " thing")
}

// sought is what one does before "how to" and "where to".
var sought = phrases("find|find out|see|figure out|work out|understand|locate")

// alone is what a verb says without an object.
var alone = map[string]string{
	"find": "find what you need", "locate": "find what you need", "buy": "get what you wanted", "order": "order what you wanted", "purchase": "get what you wanted",
	"log": "log in", "login": "log in", "sign": "sign in", "reach": "reach anybody", "contact": "reach anybody", "speak": "reach anybody", "connect": "connect", "pay": "pay",
	"register": "register", "print": "print", "checkout": "check out", "book": "book", "message": "message us",
}

// toThings are verbs whose object is a thing.
var toThings = set(`open access use play watch download install update start scan upload activate redeem verify cancel change return view track submit edit delete add
	remove unlock reset load stream complete join launch renew enter claim transfer copy`)
