package grievance

import "strings"

// areas are what is served or not.
var areas = set("postcode area street address zip zipcode suburb village town region county city estate")

// persons are people of a company; what they did is told without them.
var persons = set(everydayStaff + ` driver drivers agent agents staff employee employees manager managers crew guy guys rep representative representatives
	team supervisor supervisors cashier waiter waitress waiters worker workers attendant attendants stewardess stewardesses courier couriers
	clerk operator operators technician technicians engineer engineers steward stewards assistant security captain pilot people person man woman
	lady department company customer-service office server`)

// agent reads who acted: "you", "your driver", a handle.
func (p enParser) agent(i int) (int, bool) {
	switch {
	case i >= 0 && i < len(p.toks) && p.toks[i].kind == isHandle:
		return i + 1, true
	case p.is(i, "you", "they", "y'all", "guys", "you've", "they've", "you're", "they're", "he", "she", "nobody", "who"):
		return p.skip(i+1, "guys", "all", "people", "two"), !p.is(i, "nobody", "who")
	}
	if p.is(i, "and") && p.is(i+1, "didn't", "never", "won't", "wouldn't", "refused") && p.handled(i) {
		return i + 1, true // "@acme messed up and didn't give me my drink"
	}
	n, next, ok := p.np(i, maxNouns)
	if ok && (outlets[n.head] || persons[n.head]) {
		next = p.pastNames(next)
	}
	return next, ok && (persons[n.head] || outlets[n.head]) && n.det != "no" && !relations[n.head]
}

// outlets are our places, where they act for us: "the hotel gave our room away".
var outlets = set("hotel store shop branch restaurant airline bank garage dealership pharmacy location outlet hub airport station supermarket gym")

// handled reports that the clause before i is about somebody written to.
func (p enParser) handled(i int) bool {
	for j := i - 1; j >= max(0, i-6); j-- {
		switch {
		case p.toks[j].kind == isHandle, p.is(j, "you", "they"):
			return true
		case p.toks[j].kind == isBreak, p.is(j, "i", "we", "it"):
			return false
		}
	}
	return false
}

var manner = fields("just literally actually also always still even constantly then again simply recently now has have had been completely totally all")

// neglect: "they didn't ring the doorbell" is "nobody rang the doorbell".
func (p enParser) neglect(i int) (finding, bool) {
	j, ok := p.agent(i)
	if !ok || p.whereAt(i) {
		return finding{}, false
	}
	if p.is(j, "no", "number") && isShortNumber(p.word(j+1)) {
		j += 2 // "engineer no 3"
	}
	j = p.skip(p.skip(j, "who", "that"), manner...)
	if f, ok := p.hadNone(j); ok {
		return f, true
	}
	start, j := p.nobody(i, j)
	if start == "" {
		return finding{}, false
	}
	j = p.skip(p.passOver(j), "bother", "bothered", "to", "ever", "actually", "seem", "want")
	if p.is(j, "pickup") {
		return told(weightPlain, start+map[bool]string{true: " picked you up", false: " pick you up"}[start == nobodyDid], "", "")
	}
	v := verbs[p.word(j)]
	if v.base == "" || v.ing || careless[v.base] && v.base != "have" && !(v.base == "come" && p.staffed(i)) || p.is(i, "you") && p.is(j-1, "can't", "couldn't") && v.base != "deliver" {
		return finding{}, false
	}
	return p.notServed(v, i, j, start)
}

// nobodyDid is what nobody tells of a past deed.
const nobodyDid = "nobody"

// nobody tells that the agent at i does not, or would not, from j on: "nobody could"
// and where the verb is, "" for one who does.
func (p enParser) nobody(i, j int) (start string, verb int) {
	switch {
	case p.is(j, "didn't", "don't", "doesn't", "never", "haven't", "hasn't"):
		return nobodyDid, j + 1
	case p.is(j, "did", "do", "does") && p.is(j+1, "not"):
		return nobodyDid, j + 2
	case p.is(j, "will", "would") && p.is(j+1, "not") && !p.is(i, "it", "i"):
		return "nobody would", p.skip(j+2, "even")
	case p.is(j, "won't", "wouldn't", "refuse", "refused", "refuses", "refusing"):
		return "nobody would", p.skip(j+1, "to")
	case p.is(j, "can't", "couldn't"):
		return "nobody could", j + 1
	case p.is(j, "failed", "fail", "fails", "failing", "forgot", "neglected") && p.is(j+1, "to"):
		return nobodyDid, j + 2
	}
	return "", j
}

// notServed tells what the agent at i does not do, of the verb at j, by what the
// author went without where there are words for it: "nobody came", "you weren't given
// a receipt".
func (p enParser) notServed(v verb, i, j int, start string) (finding, bool) {
	t := p.tail(j + 1)
	switch {
	case (v.base == "show" || v.base == "turn") && strings.HasPrefix(t.text, "up") && !strings.HasPrefix(t.text, "up in") && !strings.HasPrefix(t.text, "up on"), (v.base == "come" || v.base == "arrive" || v.base == "show" && t.text == "") && t.objects == 0 && p.staffed(i) && !(v.base == "show" && !p.endsAt(j+1)):
		return told(weightClear, "nobody came", "", "")
	case v.base == "deliver" && t.objects == 0 && p.is(i, "you") && start == "nobody could":
		return told(weightClear, "your delivery didn't reach you", "", "your delivery")
	case v.base == "deliver" && t.objects == 0:
		return told(weightClear, join("you can't get a delivery", t.text), "", "your delivery")
	case v.base == "give":
		rest, ok := strings.CutPrefix(t.text, "you ")
		return finding{Grievance: Grievance{Issue: "you weren't given " + rest}, weight: weightPlain}, ok && rest != "" && !strings.HasPrefix(rest, "the right") && !t.cut
	case strings.HasSuffix(t.text, "service") || strings.HasSuffix(t.text, "support") || strings.HasSuffix(t.text, "job"):
		return finding{}, false
	case v.base == "deliver" && t.objects == 1 && t.text != "it":
		return told(weightPlain, join(t.text, "wasn't delivered"), "", "your delivery")
	case v.base == "have" && t.objects == 1 && !p.is(j+1, "to", "a") && (p.is(i, "you") || p.toks[i].kind == isHandle) && !inPast(p.word(j-1)):
		return told(weightPlain, join("we don't have", t.text), "", "")
	case (v.base == "provide" || v.base == "offer") && t.objects == 1 && !strings.HasPrefix(t.text, "you"):
		return told(weightPlain, join("you weren't", map[string]string{"provide": "given", "offer": "offered"}[v.base], t.text), "", "")
	case offers[v.base] && strings.HasPrefix(t.text+" ", "it "):
		return finding{}, false // "won't sell it me"
	case (v.base == "serve" || v.base == "cover") && t.objects == 1 && areas[lastWord(t.text)]:
		return told(weightClear, "we don't "+v.base+" your "+lastWord(t.text), "", "")
	case offers[v.base] && t.objects > 0 && !strings.HasPrefix(t.text, "you ") && t.text != "you" && t.text != "it":
		return told(weightPlain, join("you couldn't get", t.text), "", "")
	case p.is(i, "he", "she", "you've", "they've", "you're", "they're") && start == nobodyDid, t.cut && t.text == "":
		return finding{}, false
	case t.objects == 0 && !answers[v.base]:
		return finding{}, false
	}
	return p.leftUndone(v, t, j, start)
}

// leftUndone tells a deed that was left undone: "nobody rang the doorbell".
func (p enParser) leftUndone(v verb, t tail, j int, start string) (finding, bool) {
	if v.base == "have" || v.base == "miss" || v.base == "refund" && bare(t.text) {
		return finding{}, false
	}
	form, past := v.base, start == nobodyDid
	if past {
		form = pastForms[v.base]
	}
	weight := weightPlain
	if strings.HasSuffix(t.text, "it") {
		weight = weightFaint
	}
	if span := p.forSpan(t.next, 10); span != "" && past && inPast(p.word(p.skip(j-1, "even", "ever"))) {
		return told(weight, join(start, form, t.text, strings.Replace(span, "for ", "in ", 1)), "", "")
	}
	return told(weight, join(start, form, t.text), "", "")
}

func inPast(w string) bool { return w == "didn't" || w == "never" || w == "haven't" || w == "hasn't" }

// staffed reports that the agent at i is one of our people.
func (p enParser) staffed(i int) bool {
	n, _, ok := p.np(i, maxNouns)
	return ok && persons[n.head]
}

// hadNone: "they had no gravy".
func (p enParser) hadNone(j int) (finding, bool) {
	if !p.is(j, "had", "have", "has") || !p.is(j+1, "no") {
		return finding{}, false
	}
	n, _, ok := p.np(j+1, maxNouns)
	if !ok || idioms[n.head] || relations[n.head] {
		return finding{}, false
	}
	return told(weightPlain, join("there", n.pick("was", "were"), n.String()), "", "")
}

// undone: "not delivering my order", "without fixing my car".
func (p enParser) undone(i int) (finding, bool) {
	v := verbs[p.word(i+1)]
	if !p.is(i, "not", "without", "never") || !v.ing || careless[v.base] || p.is(i-1, "i'm", "am", "i", "we're", "is", "my", "why") || !p.is(p.skip(i+2, "up", "out", "on", "off", "back"), "my", "our") {
		return finding{}, false
	}
	particle := ""
	k := i + 2
	if particles[p.word(k)] {
		particle, k = p.word(k), k+1
	}
	n, _, ok := p.np(k, maxNouns)
	if !ok || persons[n.head] || relations[n.head] {
		return finding{}, false
	}
	return told(weightClear, join(n.subject(), n.pick("wasn't", "weren't"), ppForms[v.base], particle), "", n.subject())
}

// careless verbs say nothing of what was left undone.
var careless = set(`care know understand think want deserve realise believe mean see be have like love need feel have look mind expect do get go let lose
	come say seem make ask trust wish agree begin afford call try keep hear stand hold work start recommend buy pay charge use`)

var (
	offers  = set("sell stock carry")
	answers = set("call answer reply respond help apologise apologize listen deliver knock ring")
)

func join(parts ...string) string { return strings.Join(strings.Fields(strings.Join(parts, " ")), " ") }

// supposed: "we were supposed to depart at noon", "it is supposed to arrive today".
func (p enParser) supposed(i int) (finding, bool) {
	if !p.is(i, "supposed", "meant") || !p.is(i+1, "to") {
		return finding{}, false
	}
	before := i - 1
	for p.is(before, "was", "were", "is", "are", "am", "already", "originally") {
		before--
	}
	if p.is(i+2, "depart", "leave", "board", "land") && p.is(before, "i", "we", "flight", "train", "plane", "it", "bus") && before != i-1 {
		return told(weightPlain, "your departure was late", "", "")
	}
	if span, _, ok := p.duration(i + 3); ok && p.is(i+2, "be", "take") && p.is(before, "it", "this", "that") && before != i-1 {
		return told(weightPlain, "it was supposed to take "+span, "", "")
	}
	clause, ok := p.clause(i + 2)
	if p.is(i+2, "be") && adverbs[p.word(i+3)] {
		clause, ok = "be "+p.word(i+3), true
		if weekdays[p.word(i+4)] {
			clause += " on " + p.spell(p.word(i+4))
		}
	}
	if !ok || before == i-1 {
		return finding{}, false
	}
	switch {
	case p.is(before, "i", "we", "i'm"):
		return told(weightPlain, "you were supposed to "+clause, "", "")
	case p.is(before, "it", "which", "that"):
		return told(weightPlain, "it was supposed to "+clause, "", "")
	}
	if n, ok := p.npEnding(before); ok && !persons[n.head] {
		return told(weightPlain, join(n.subject(), n.pick("was", "were"), "supposed to", clause), "", n.subject())
	}
	return finding{}, false
}

// npEnding finds the longest noun phrase whose last word is at end.
func (p enParser) npEnding(end int) (phrase, bool) {
	for i := max(0, end-4); i <= end; i++ {
		if n, next, ok := p.np(i, maxNouns); ok && next == end+1 {
			return n, true
		}
	}
	return phrase{}, false
}
