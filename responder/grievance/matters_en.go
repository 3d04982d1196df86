package grievance

import "strings"

// troubleWith: "having problems with the new update", "issue syncing my files".
func (p enParser) troubleWith(i int) (finding, bool) {
	if p.is(i, "wrong", "up") && p.is(i+1, "with") && p.is(i-1, "is", "what's", "whats", "something", "are") {
		if n, _, ok := p.np(i+2, maxNouns); ok && n.det == "your" && !persons[n.head] {
			return told(weightFaint, "something is wrong with "+n.object(), "", n.object())
		}
	}
	if !p.is(i, "problem", "problems", "issue", "issues", "trouble", "troubles", "bug", "bugs", "difficulty", "difficulties", "struggling", "crashes", "glitch", "glitches") {
		return finding{}, false
	}
	for j := i - 1; j >= i-4 && p.word(j) != ""; j-- {
		if p.is(j, "no", "never", "any", "without", "not", "if", "zero", "sorry", "fixed", "solved") {
			return finding{}, false
		}
	}
	j := p.skip(i+1, "i", "we", "i'm", "am", "having", "have", "still", "today", "and", "crashes", "again", "right", "now")
	if p.is(j, "with", "on", "regarding", "about", "at", "in") {
		n, next, ok := p.np(p.passOver(j+1), maxNouns)
		if !ok || persons[n.head] || n.noun == "end" || n.det == "this" && n.noun == "" {
			if p.is(i, "struggling") {
				return finding{}, false
			}
			if v := verbs[p.word(j+1)]; ok || !v.ing {
				return finding{}, false
			}
			j++
		} else {
			t := ""
			if place, _, ok := p.prepositional(next); ok && p.is(next, "on", "of", "in", "for", "from") {
				t = place
			}
			return told(weightFaint, join("you've had trouble with", n.object(), t), "", n.object())
		}
	}
	if v := verbs[p.word(j)]; v.ing && !p.is(j, "going", "being", "having", "getting-back") && p.nominal(j) != isNoun {
		if clause, _, ok := p.further(p.word(j), j); ok {
			return told(weightPlain, "you've had trouble "+clause, "", "")
		}
	}
	return finding{}, false
}

// hardTo: "impossible to get through to anyone".
func (p enParser) hardTo(i int) (finding, bool) {
	if !p.is(i, "impossible", "hard", "difficult", "harder", "nightmare", "struggle", "pain") || p.is(i-1, "not", "isn't", "work", "pretty", "die", "trying", "working") {
		return finding{}, false
	}
	j := i + 1
	if p.is(j, "is") && p.is(i-1, "how") && p.is(j+1, "it") {
		j += 2
	}
	j = p.skip(j, "for", "me", "us", "people")
	if !p.is(j, "to") {
		return finding{}, false
	}
	clause, ok := p.clause(p.passOver(j + 1))
	if !ok {
		return finding{}, false
	}
	return told(weightPlain, "it's been so hard to "+clause, "", "")
}

// lacking: "and no chips", "no staff at the counter".
func (p enParser) lacking(i int) (finding, bool) {
	if p.is(i, "single") && p.is(i-1, "a") && p.is(i-2, "not") {
		if n, next, ok := p.np(i+1, 3); ok && !idioms[n.head] && !persons[n.head] && (p.word(next) == "" || closed[p.word(next)] || p.is(next, "available", "left", "in")) {
			return told(weightPlain, "there wasn't a single "+n.noun, "", "")
		}
		return finding{}, false
	}
	if !p.is(i, "no", "zero") || p.is(i-1, "have", "had", "with", "say", "says", "said", "see", "has", "there's", "whatsoever", "to", "select", "for", "i", "got", "took", "in", "of", "at") {
		return finding{}, false
	}
	n, next, ok := p.np(i, maxNouns)
	if w := p.word(next); w != "" && !closed[w] && !prepositions[w] && !adverbs[w] && !verbs[w].pp && !particles[w] {
		return finding{}, false
	}
	if !ok || idioms[n.head] || idioms[n.noun] || relations[n.head] || p.is(next, "is", "was", "i", "can", "should", "will", "would", "you", "needed", "required") || n.det != "no" && p.is(i, "no") {
		return finding{}, false
	}
	n.det = "no"
	place := ""
	if told, _, ok := p.prepositional(next); ok && p.is(next, "in", "at", "on", "with", "from", "for", "by", "of") {
		place = told
	} else if verbs[p.word(next)].pp {
		place, _, _ = p.further(p.word(next), next)
	}
	if p.is(i-1, "still") {
		return told(weightPlain, join("you still have", n.String()), "", "")
	}
	return told(weightPlain, join("there", n.pick("was", "were"), n.String(), place), "", "")
}

// fixIt: "please fix the keyboard", "needs to fix this update".
func (p enParser) fixIt(i int) (finding, bool) {
	if !p.is(i, "fix", "fixing", "sort") || p.is(i-1, "quick", "can't", "not", "couldn't", "didn't", "to") && p.is(i-2, "unable", "able") || p.is(i-1, "i", "a", "the") {
		return finding{}, false
	}
	n, next, ok := p.np(p.passOver(p.skip(i+1, "out")), maxNouns)
	if !ok || n.det == "" || n.det == "a" || p.runsInto(n, next) || persons[n.head] || n.det == "any" {
		return finding{}, false
	}
	switch n.head {
	case "bug", "bugs", "glitch", "glitches", "crash", "crashes":
		return told(weightFaint, "you keep running into faults", "", "")
	case "problem", "issue", "problems", "issues", "thing", "things", "way", "situation", "mistake", "error", "errors", "stuff", "time":
		return finding{}, false
	case "service", "system", "speed", "speeds", "line", "lines", "price", "prices", "process", "quality", "communication":
		return told(weightFaint, n.subject()+" let you down", "", n.subject())
	}
	return told(weightFaint, join(n.subject(), n.pick("isn't", "aren't"), "working as", n.pick("it", "they"), "should"), "", n.subject())
}

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
		j = p.skip(i+1, "is", "are", "the", "hell")
		j = i + 1 + map[bool]int{true: 0, false: 1}[p.is(i, "where's")]
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

// letDown: "the worst customer service", "your app is terrible", "extremely
// disappointed with the food".
func (p enParser) letDown(i int) (finding, bool) {
	switch {
	case p.is(i, "disappointed", "unhappy", "unimpressed", "dissatisfied", "frustrated", "annoyed", "disgusted", "upset") && p.is(i+1, "in", "with", "by", "at") && !p.is(i-1, "not", "never", "be", "more"):
		j := p.passOver(i + 2)
		if j < len(p.toks) && p.toks[j].kind == isHandle {
			j++
		}
		n, _, ok := p.np(j, maxNouns)
		return p.lets(n, ok)
	case p.is(i, awful...) && !p.is(i-1, "not", "isn't", "never"):
		j := p.skip(p.passOver(i+1), "ever", "and", "possible")
		j = p.skip(j, awful...)
		n, _, ok := p.np(j, maxNouns)
		if ok && n.det == "" && judged[n.head] {
			return p.lets(n, ok)
		}
	case p.is(i, "ball") && p.is(i-1, "the") && p.is(i-2, "drop", "dropped", "dropping") && p.is(i+1, "on", "with"):
		n, _, ok := p.np(i+2, maxNouns)
		return p.lets(n, ok)
	}
	n, j, ok := p.np(i, maxNouns)
	if ok && n.det == "our" || ok && p.is(i, "this") && judged[n.head] {
		if serviceLike[n.head] && p.says1(dire) {
			return p.lets(n, true)
		}
	}
	if !ok || !judged[n.head] || p.nominal(i-1) != notNominal || dets[p.word(i-1)] != "" || swears[p.word(i-1)] || n.det == "no" {
		return finding{}, false
	}
	k := p.skip(p.passOver(p.skip(j, lately...)), "is", "was", "are", "were", "has", "been", "so", "absolutely", "really", "getting", "the", "gets", "such", "just")
	if p.is(k, awful...) && k > j || p.is(j, "thumbsdown") || p.is(k, "sucks", "suck", "stinks", "blows", "sucked") {
		return p.lets(n, ok)
	}
	return finding{}, false
}

var (
	awful = fields(`worst terrible awful horrible horrid poor bad pathetic shocking disgusting appalling useless shit shite shitty crap crappy trash garbage rubbish dreadful
		atrocious abysmal lousy joke disgrace disgraceful ridiculous worse horrendous unacceptable diabolical disappointing slow sub-par mediocre ridiculously terribly dire woeful hopeless infuriating
		frustrating annoying`)
	judged = set(`service services experience support quality website app site food delivery system care communication internet wifi connection network update coverage
		pizza burger coffee meal flight signal product products packaging reception hotel room queso line lines interface design performance airline design menu organisation
		process policy store app apps software version phone broadband chat handling`)
)

var (
	serviceLike = set("service support website app update delivery quality care")
	dire        = fields("terrible awful horrible pathetic useless shit shite crap trash garbage rubbish dreadful atrocious abysmal joke disgrace disgraceful unacceptable appalling horrendous worst sucks disappointed disappointing")
)

// lets tells that something of ours let the author down.
func (p enParser) lets(n phrase, ok bool) (finding, bool) {
	if !ok || persons[n.head] || relations[n.head] || n.det == "no" || n.head == "customer" || n.head == "customers" {
		return finding{}, false
	}
	switch n.head {
	case "experience":
		return told(weightFaint, "your experience with us was a poor one", "", "")
	case "quality":
		return told(weightFaint, "the quality let you down", "", "")
	}
	if n.head == "airline" || n.head == "company" {
		return told(weightFaint, "we let you down", "", "")
	}
	if t, known := things[n.head]; n.det == "" && (!known || t.mass || t.shared) || n.det == "this" || n.det == "a" || n.det == "the" && judged[n.head] || n.det == "" {
		n.det = "our"
	}
	if n.det == "your" || n.det == "these" || n.det == "those" {
		return told(weightFaint, n.subject()+" let you down", "", n.subject())
	}
	return told(weightFaint, n.String()+" let you down", "", n.String())
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
	case p.is(i, "stuck", "sitting", "stranded", "waiting", "sat", "standing") && p.is(i+1, "at", "on", "in") && !p.is(i-1, "not"):
		n, _, ok := p.np(i+2, 3)
		if ok && waitingPlaces[n.head] {
			return told(weightPlain, "you were kept waiting "+p.word(i+1)+" "+n.object(), "", "")
		}
	}
	return finding{}, false
}

var waitingPlaces = set("gate airport terminal runway tarmac platform station plane aircraft train bus lobby restaurant store shop line queue drive-thru counter")

// stock: "when will it be back in stock", "sold out everywhere".
func (p enParser) stock(i int) (finding, bool) {
	switch {
	case p.is(i, "stock") && p.is(i-1, "in", "of"):
		j := i - 1
		for p.is(j, "in", "of", "out", "back", "be", "is", "are", "get", "was", "were", "not", "isn't", "aren't", "again", "come", "coming", "still", "always", "never", "have", "has", "been", "going", "to") {
			j--
		}
		if n, ok := p.npEnding(j); ok && !persons[n.head] && n.det != "no" {
			return told(weightPlain, join(n.subject(), n.pick("isn't", "aren't"), "in stock"), "", n.subject())
		}
	case p.is(i, "restock"), p.is(i, "sold") && p.is(i+1, "out"):
	default:
		return finding{}, false
	}
	return told(weightPlain, "what you wanted isn't in stock", "", "")
}

// tooSlow: "taking forever to get a refund", "it's been three weeks".
func (p enParser) tooSlow(i int) (finding, bool) {
	switch {
	case p.is(i, "takes", "took", "taking", "take", "taken") && (p.is(i+1, "forever", "ages") || p.is(i+1, "so", "too") && p.is(i+2, "long")):
		j := p.skip(i+1, "so", "too", "long", "forever", "ages")
		if clause, ok := p.clause(j + 1); ok && p.is(j, "to") {
			return told(weightPlain, "it's taken so long to "+clause, "", "")
		}
		return told(weightFaint, "it's taking so long", "", "")
	case p.is(i, "it's", "its", "been") && (p.is(i, "been") && p.is(i-1, "has", "it's", "its") || p.is(i+1, "been")):
		j := p.skip(i, "it's", "its", "been", "now", "already", "like")
		if span, _, ok := p.duration(p.backTo(j)); ok && p.says1(fields("still no yet waiting nothing haven't never not hasn't")) {
			return told(weightPlain, "it's already been "+span, "", "")
		}
	}
	return finding{}, false
}

// missing: "a missing button", "the sauce is missing".
func (p enParser) missing(i int) (finding, bool) {
	if !p.is(i, "missing", "without") || p.is(i, "without") && !p.is(i-1, "delivered", "arrived", "came", "sent", "served") {
		return finding{}, false
	}
	n, _, ok := p.np(i+1, 3)
	if !ok || persons[n.head] || relations[n.head] || idioms[n.head] || n.head == "home" || n.det == "our" && p.is(i-1, "i", "i'm", "been") {
		return finding{}, false
	}
	switch n.head {
	case "piece", "pieces", "item", "items", "part", "parts", "stuff", "things", "half", "from":
		return told(weightPlain, "something was missing from your order", "", "your order")
	}
	return told(weightPlain, join(n.subject(), n.pick("was", "were"), "missing"), "", n.subject())
}

// attempted: "trying to reserve a meal", "attempts to buy a phone".
func (p enParser) attempted(i int) (finding, bool) {
	if !p.is(i, "trying", "tried", "attempts", "attempting", "attempt") || !p.is(i+1, "to") || !p.is(i-1, "been") && !p.failing() || p.is(i-1, "you're", "your", "they're", "is", "are", "he", "she", "they", "you", "keep", "not", "stop", "keeps", "was", "bother") {
		return finding{}, false
	}
	clause, ok := p.clause(p.passOver(i + 2))
	if !ok || strings.HasSuffix(clause, " it") || strings.HasSuffix(clause, " you") || strings.HasSuffix(clause, " somebody") || strings.HasSuffix(clause, " them") {
		return finding{}, false
	}
	return told(weightPlain, "you've been trying to "+clause, "", "")
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

// notDoing: "still not working", "not connecting", where nothing is said of what.
func (p enParser) notDoing(i int) (finding, bool) {
	v := verbs[p.word(i+1)]
	if !p.is(i, "not", "isn't") || !v.ing || !standing[v.base] || p.word(i-1) != "" && !p.is(i-1, "still", "is", "it's", "and", "but") || p.is(i-1, "is") && p.word(i-2) != "" && !p.is(i-2, "it", "this") {
		return finding{}, false
	}
	if v.base == "wait" || v.base == "eat" || v.base == "travel" || v.base == "fly" || v.base == "help" || v.base == "sleep" {
		return finding{}, false
	}
	return told(weightFaint, "it isn't "+p.word(i+1), "", "")
}

// aDelay: "not happy with this delay", "delays again".
func (p enParser) aDelay(i int) (finding, bool) {
	if !p.is(i, "delay", "delays") || p.is(i-1, "no", "without", "not", "any") || p.is(i+1, "repay") {
		return finding{}, false
	}
	return told(weightFaint, "you were held up by a delay", "", "")
}

// notAsOrdered: "got beans instead of rice".
func (p enParser) notAsOrdered(i int) (finding, bool) {
	if !p.is(i, "instead") || !p.is(i+1, "of") || verbs[p.word(i+2)].ing {
		return finding{}, false
	}
	for j := i - 1; j >= max(0, i-8) && p.word(j) != ""; j-- {
		if p.is(j, "got", "received", "sent", "gave", "delivered", "given", "brought", "get") {
			return told(weightPlain, "you didn't get what you ordered", "", "your order")
		}
	}
	return finding{}, false
}

// slower: "I only get 30 mbps".
func (p enParser) slower(i int) (finding, bool) {
	if !p.is(i, "mbps", "mbs", "kbps", "mb") || !p.says1(fields("only slow supposed paying pay less barely speed speeds")) {
		return finding{}, false
	}
	return told(weightPlain, "your connection is slower than it should be", "", "your connection")
}

// missed: "bring back the spicy wrap".
func (p enParser) missed(i int) (finding, bool) {
	if !p.is(i, "bring", "bringing") || !p.is(i+1, "back") {
		return finding{}, false
	}
	n, _, ok := p.np(i+2, maxNouns)
	if !ok || idioms[n.head] || persons[n.head] || relations[n.head] {
		return finding{}, false
	}
	if n.det == "your" {
		n.det = "the"
	}
	return told(weightFaint, "you miss "+n.object(), "", n.subject())
}

// pestered: "stop sending me letters", "they keep sending me texts".
func (p enParser) pestered(i int) (finding, bool) {
	if !p.is(i, "sending") || !p.is(i-1, "keep", "keeps", "stop", "kept", "quit", "always") {
		return finding{}, false
	}
	j := p.skip(i+1, "me", "us", "so", "many")
	if isNumber(p.word(j)) {
		j++
	}
	n, _, ok := p.np(j, maxNouns)
	if !ok || n.det == "no" || !pests[n.head] {
		return finding{}, false
	}
	return told(weightPlain, "you keep getting "+n.object(), "", "")
}

// tooMany: "too many ads on your app".
func (p enParser) tooMany(i int) (finding, bool) {
	if !p.is(i, "many", "much") || !p.is(i-1, "too") {
		return finding{}, false
	}
	n, next, ok := p.np(i+1, 3)
	if !ok || n.plural != p.is(i, "many") || persons[n.head] || relations[n.head] || idioms[n.head] || n.head == "money" || n.head == "times" || n.head == "time" {
		return finding{}, false
	}
	place, _, _ := p.prepositional(next)
	return told(weightPlain, join("there", n.pick("was", "were"), "too", p.word(i), n.noun, place), "", "")
}

// nobodyDid: "no one delivered my groceries".
func (p enParser) nobodyDid(i int) (finding, bool) {
	j := i + 1
	switch {
	case p.is(i, "nobody", "noone"):
	case p.is(i, "no") && p.is(j, "one"):
		j++
	default:
		return finding{}, false
	}
	if p.is(j, "told", "warned", "informed", "explained", "notified") {
		return told(weightPlain, "nobody kept you up to date", "", "")
	}
	v := verbs[p.word(j)]
	t := p.tail(j + 1)
	if !v.past || careless[v.base] || t.objects == 0 || t.cut {
		return finding{}, false
	}
	return told(weightPlain, join("nobody", p.word(j), t.text), "", "")
}

// helpWith: "help with my booking please".
func (p enParser) helpWith(i int) (finding, bool) {
	if !p.is(i, "help", "assistance") || !p.is(i+1, "with") || p.is(i-1, "to", "for", "the", "your", "great", "no", "of") {
		return finding{}, false
	}
	n, next, ok := p.np(i+2, maxNouns)
	if !ok || p.runsInto(n, next) || n.det == "these" || persons[n.head] || idioms[n.head] || vague[n.head] {
		return finding{}, false
	}
	if p.is(i-1, "any") {
		return told(weightPlain, "you didn't get help with "+n.object(), "", n.object())
	}
	return told(weightFaint, "you need help with "+n.object(), "", n.object())
}

// anError: "a sign in error message when I pay".
func (p enParser) anError(i int) (finding, bool) {
	if !p.is(i, "error", "errors") || p.is(i-1, "your", "no", "human", "my", "an", "not") && !p.is(i+1, "message", "code", "messages") {
		return finding{}, false
	}
	return told(weightFaint, "you ran into an error", "", "")
}

// dear: "overpriced", "what a rip off".
func (p enParser) dear(i int) (finding, bool) {
	switch {
	case p.is(i, "ripoff", "overpriced", "extortionate"), p.is(i, "rip") && p.is(i+1, "off"), p.is(i, "ripping") && (p.is(i+1, "off") || p.is(i+2, "off")), p.is(i, "ripped") && p.is(i+1, "off"),
		p.is(i, "price", "prices") && p.is(i+1, "increase", "increases", "hike", "rise", "rises"), p.is(i, "price") && p.is(i+1, "gouging"),
		p.is(i, "waste") && p.is(i+1, "of") && p.is(i+2, "money"), p.is(i, "why") && p.is(i+1, "should", "am", "do") && p.is(i+2, "i", "we") && p.is(i+3, "pay", "paying"):
		return told(weightFaint, "the price doesn't feel right to you", "", "")
	case p.is(i, "cost", "costs", "costing", "costed") && p.is(i+1, "me", "us") && p.amountAt(i+2):
		return told(weightFaint, "the price doesn't feel right to you", "", "")
	case p.is(i, "turned", "jumped", "went") && p.is(p.skip(i+1, "up"), "into", "to", "from") && p.near(i, priced) && p.amountAt(p.skip(i+1, "up")+1):
		return told(weightPlain, "it came to far more than you expected", "", "")
	case p.is(i, "charged", "charging", "charge", "paid", "paying", "pay") && p.is(p.skip(i+1, "me", "us", "almost", "over", "nearly", "an", "extra"), "") && p.amountAt(p.skip(i+1, "me", "us", "almost", "over", "nearly", "an", "extra")):
		k := p.skip(i+1, "me", "us", "almost", "over", "nearly", "an", "extra") + 1
		if p.is(k, "per", "each") && p.is(i, "charged", "charging", "charge") {
			return told(weightPlain, "the price doesn't feel right to you", "", "")
		}
		if n, _, ok := p.np(k+1, maxNouns); ok && p.is(k, "for") && p.is(i, "charged", "charging", "charge") && !idioms[n.head] {
			return told(weightPlain, "you were charged that much for "+n.object(), "", "")
		}
	}
	return finding{}, false
}

// attitude: how people of ours met the author.
func (p enParser) attitude(i int) (finding, bool) {
	switch {
	case p.is(i, "lied", "lying", "lies") && !p.is(i-1, "i", "we", "bed", "not") && p.near(i, persons, "you", "they", "was", "were"):
		return told(weightPlain, "what you were told wasn't right", "", "")
	case p.is(i, "attitude", "manners") && p.is(i-1, "bad", "poor", "awful", "no", "terrible", "horrible", "nasty", "an", "rude", "shitty", "stinking"),
		p.is(i, "disrespected", "belittled", "humiliated", "patronising", "patronizing", "hostile", "nasty") && p.near(i, persons, "i", "we", "was", "felt"),
		p.is(i, "treat", "treats", "treated", "treating") && p.is(i+1, "me", "us", "customers", "people", "their", "your", "like"):
		if p.is(i+2, "well", "great", "right", "good", "very", "with", "to") {
			return finding{}, false
		}
		return told(weightClear, "you weren't met with the respect you deserve", "", "")
	case p.is(i, "talk", "talking", "talked", "talks") && p.is(i+1, "shit", "trash", "crap", "down", "smack") && p.near(i, persons):
		return told(weightClear, "you weren't met with the respect you deserve", "", "")
	case p.is(i, "misinformed", "mislead", "misled"):
		return told(weightPlain, "what you were told wasn't right", "", "")
	case p.is(i, "runaround", "round") && (p.is(i-1, "the") || p.is(i+1, "in") && p.is(i+2, "circles")), p.is(i, "passed") && p.is(i+1, "around", "from"), p.is(i, "back") && p.is(i+1, "and") && p.is(i+2, "forth") && p.near(i, persons, "been", "going", "me"):
		return told(weightPlain, "you've been sent from one place to the next", "", "")
	case p.is(i, "conflicting", "contradictory", "different") && p.is(i+1, "answers", "information", "stories", "advice", "things"):
		return told(weightPlain, "you were told different things", "", "")
	}
	return finding{}, false
}

var priced = set("ride trip bill fare price ticket subscription order fee taxi total")

func (p enParser) amountAt(i int) bool {
	return i >= 0 && i < len(p.toks) && p.toks[i].kind == isAmount
}

// near looks for words among the six before i.
func (p enParser) near(i int, table map[string]bool, words ...string) bool {
	for j := i - 1; j >= max(0, i-6); j-- {
		if table[p.word(j)] || p.is(j, words...) {
			return true
		}
	}
	return false
}

// wrongPlace: "the driver went to the wrong address", "got the wrong bag".
func (p enParser) wrongPlace(i int) (finding, bool) {
	if !p.is(i, "wrong", "incorrect") || p.is(i-1, "what's", "is", "was", "something", "anything", "gone", "went", "are", "nothing", "what") {
		return finding{}, false
	}
	n, _, ok := p.np(i+1, 2)
	if !ok || n.det != "" || idioms[n.head] || p.is(i+1, "way", "side", "person", "people", "time", "with") {
		return finding{}, false
	}
	for j := i - 1; j >= max(0, i-7) && p.word(j) != ""; j-- {
		switch {
		case p.is(j, "i", "we") && !p.is(j+1, "got", "received", "was", "were", "get", "receive", "paid", "have"):
			return finding{}, false
		case p.is(j, "sent", "gave", "given", "received", "delivered", "got", "get", "receive", "send", "shipped", "give", "brought", "deliver", "charged", "made", "served", "selling", "sold"):
			if places[n.head] {
				return told(weightClear, "it went to the wrong "+n.noun, "", "")
			}
			return told(weightClear, "you were given the wrong "+n.noun, "", "")
		case p.is(j, "taken", "drove", "driven") && places[n.head]:
			return told(weightClear, "you were taken to the wrong "+n.noun, "", "")
		case p.is(j, "to", "at") && places[n.head] && p.is(j-1, "went", "me", "drove", "goes", "go", "taken", "it", "order", "package", "parcel", "us", "dropped", "arrived", "left"):
			switch {
			case p.is(j-1, "me", "us", "taken"):
				return told(weightClear, "you were taken to the wrong "+n.noun, "", "")
			case p.is(j-1, "went", "goes", "go", "arrived"):
				return told(weightClear, "your driver went to the wrong "+n.noun, "", "")
			}
			return told(weightClear, "it went to the wrong "+n.noun, "", "")
		}
	}
	return finding{}, false
}

var places = set("address house door flat apartment location place street airport city station terminal stop hotel building store branch gate")

// says1 reports that one of the words is in the post.
func (p enParser) says1(words []string) bool {
	for i := range p.toks {
		if p.is(i, words...) {
			return true
		}
	}
	return false
}

// concerning: of what of ours the post speaks, where nothing more can be told.
func (p enParser) concerning(i int) (finding, bool) {
	n, _, ok := p.np(i, maxNouns)
	if !ok || n.det != "our" && n.det != "the" || !topical[n.head] && !(judged[n.head] && n.det == "our") {
		return finding{}, false
	}
	return finding{Grievance{Around: n.object()}, weightThing}, true
}

// topical are nouns that a complaint is hardly about by chance.
var topical = set(`update updates app apps website site feature setting settings option options button version software system packaging design chatbot robot
	checkout menu store fee fees charges price prices server servers portal queue line lines policy nappies pizza chicken playlist episode game patch seat seats`)
