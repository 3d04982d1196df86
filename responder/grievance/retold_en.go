package grievance

import "strings"

// retold: a statement of the post that tells of trouble, told whole.
func (p enParser) retold(i int) (finding, bool) {
	if !p.opensStatement(i) {
		return finding{}, false
	}
	return p.retell(i, 0)
}

// retell tells the statement at i; granted is how far it is known already to be
// a complaint.
func (p enParser) retell(i, granted int) (finding, bool) {
	var told finding
	ok := p.statements(i, func(s statement) bool {
		n := s.trouble()
		if n == 0 && s.disliked() && !p.is(s.next, "but") {
			n = granted
		}
		if n == 0 || !s.tellable() {
			return false
		}
		told = finding{Grievance: Grievance{Issue: discreet.Replace(s.told())}, weight: s.weight(n)}
		if s.who.self && s.verb.denied && !s.verb.can && p.is(i-1, "because", "since", "as") {
			told.weight = weightFaint // what they were refused for
		}
		if s.who.noun != nil {
			told.Thing = s.who.noun.subject()
		}
		return true
	})
	return told, ok
}

// opensStatement reports that the word at i may be the first of a statement:
// it is nobody's object, and no question, wish or condition.
func (p enParser) opensStatement(i int) bool {
	before := p.word(i - 1)
	switch {
	case before == "" || p.namesBefore(i):
		return true
	case p.is(i-1, "if", "when", "whenever", "unless", "whether", "once", "before", "after", "until", "till", "while", "than", "like", "as", "or", "how", "what", "who", "where", "hope", "wish", "not"):
		return false
	case p.is(i, "i", "we") && p.is(i-1, "thing", "things", "anything", "everything", "something", "nothing", "stuff", "items", "products", "one"):
		return false // "things [I can't eat]"
	case p.is(i, "i", "we") && p.is(i+1, "can't", "couldn't") && p.nominal(i-1) == isNoun && usable[p.word(i+2)]:
		return false // "a car [I can't drive]"
	case p.is(i, "i", "we", "i'm", "i've", "we're", "we've", "it", "it's"):
		return !auxiliaries[before] && before != "should"
	}
	if p.is(i, "my", "our", "your") && p.nominal(i-1) == isNoun || p.is(i, "the", "this") && p.is(i-1, "evening", "morning", "night", "weekend", "times", "ago", "today", "yesterday", "online", "already") {
		return true // a full stop is missing
	}
	return p.is(i-1, "and", "but", "so", "because", "that", "though", "although", "yet", "also", "plus", "now", "then", "since", "again", "today", "why", "hi", "hello", "hey", "please", "as", "still", "ugh", "says", "believe")
}

// namesBefore reports that nothing but a name stands before i in its sentence:
// "Elmtown Road ticket machine".
func (p enParser) namesBefore(i int) bool {
	for j := i - 1; j >= i-3; j-- {
		if p.word(j) == "" {
			return j < i-1
		}
		if !p.mayBeName(j) || p.nominal(j) != notNominal || dets[p.word(j)] != "" || swears[p.word(j)] || passing[p.word(j)] || strings.Contains(p.word(j), "'") {
			return false
		}
	}
	return false
}

// told is the text as we would say it.
func (s statement) told() string {
	if s.who.self && s.verb.future {
		return "you have " + s.verb.tail // "I shouldn't have to cancel"
	}
	return s.text
}

func (s statement) weight(trouble int) int {
	switch {
	case perilous[s.verb.base] && !s.verb.denied && trouble > 1 && (s.verb.base != "melt" || s.who.noun == nil || electric[singular(s.who.head())]):
		return weightExact
	case s.verb.said == notGood, s.who.text == "it" || s.who.text == "something" || s.who.text == "everything", s.verb.repeats && asked[s.verb.base]:
		return weightFaint
	case trouble > 1:
		return weightTold
	}
	return weightPlain
}

// electric are things that may set a house on fire.
var electric = set("charger plug cable battery socket adapter kettle iron phone laptop tablet toaster heater blanket lead wire bank console washer dryer machine")

// perilous is what matters more than anything else in a post.
var perilous = set("melt smoke spark explode")

// tellable reports a statement that we would repeat: nothing of illness and
// death, nothing in riddles.
func (s statement) tellable() bool {
	if len(s.text) > maxIssue || s.verb.base == "die" && s.who.noun != nil && (relations[s.who.noun.head] || s.who.noun.head == "people") {
		return false
	}
	for word := range strings.FieldsSeq(s.text) {
		if delicate[word] {
			return false
		}
	}
	return true
}

// delicate are words of what is not for a first answer in public.
var delicate = set(`dying death funeral hospital doctor medication insulin pregnant cancer surgery sick ill blood body sex naked drunk gun police court lawyer legal
	suicide poisoning baby money refund refunds compensation racist president government vote war us`)

// madeTo: "making me wait in for the parcel", "forced us to buy a new one".
func (p enParser) madeTo(i int) (finding, bool) {
	if !p.is(i+1, "me", "us") || p.denied(i-1) || p.is(i-1, "to", "would", "will", "can", "could", "don't") {
		return finding{}, false
	}
	verb := p.passOver(p.skip(i+2, "to"))
	clause, ok := p.clause(verb)
	if what, _, told := p.prepositional(verb + 2); told && p.is(verb, "pay") && isNumber(p.word(verb+1)) && p.is(verb+2, "for") {
		clause, ok = "pay "+what, true // "pay 60 for a bag"
	} else if !strings.Contains(clause, " ") && !p.endsAt(verb+1) {
		return finding{}, false // "type my [CV]"
	}
	s := statement{text: join("you had to", clause)}
	if transitive[clause] {
		return finding{}, false // "the seat you made me purchase"
	}
	if !ok || !s.tellable() || strings.HasPrefix(clause, "look") || strings.HasPrefix(clause, "feel") {
		return finding{}, false
	}
	return told(weightPlain, s.text, "", "")
}

// thereIs: "there is no button to cancel", "there aren't any seats".
func (p enParser) thereIs(i int) (finding, bool) {
	if !p.opensStatement(i) && !(p.is(i-1, "if") && p.pointless(i-1)) {
		return finding{}, false
	}
	return p.existing(i, false)
}

// existing reads "there is ..."; disliked is whether that is the trouble.
func (p enParser) existing(i int, disliked bool) (finding, bool) {
	g := p.auxiliary(doer{text: "there", aux: joinedAux[p.word(i)][1]}, i+1)
	n, next, ok := p.np(g.next, maxNouns)
	if ok && n.det == "no" && n.noun == "way" && p.is(next, "to") {
		clause, ok := p.clause(next + 1)
		return finding{Grievance: Grievance{Issue: "there's no way to " + clause}, weight: weightTold}, ok
	}
	if ok && g.last == "be" && !g.denied && (vermin[n.head] || vermin[singular(n.head)]) && n.det != "no" {
		where, _, there := p.prepositional(next)
		s := statement{text: join("there", n.pick("was", "were"), n.String(), where)}
		return finding{Grievance: Grievance{Issue: s.text}, weight: weightTold}, there && s.tellable()
	}
	if g.last != "be" || !ok || p.figured(next) || idioms[n.head] || idioms[n.noun] || relations[n.head] || n.det != "no" && !g.denied && !disliked || n.det == "a" && g.denied && g.said == nil {
		return finding{}, false
	}
	n.plural = n.plural || n.head == "staff"
	t := p.tail(next)
	if t.cut || t.objects > 0 || !p.endsAt(t.next) {
		t = tail{}
		if !p.endsAt(next) {
			return finding{}, false
		}
	}
	be := n.pick(strings.NewReplacer("are", "is", "were", "was").Replace(g.said[0]), strings.NewReplacer("is", "are", "was", "were").Replace(g.said[0]))
	s := statement{text: join("there", be, strings.Join(g.said[1:], " "), n.String(), t.text)}
	return finding{Grievance: Grievance{Issue: discreet.Replace(s.text)}, weight: weightTold}, s.tellable()
}

// noWay: "still no way to pay by card", "you don't have any way to email a claim".
func (p enParser) noWay(i int) (finding, bool) {
	if !(p.is(i-1, "no") && !p.is(i-2, "is", "are") || p.is(i-1, "any", "a") && p.is(i-2, "have", "offer", "provide", "give") && p.is(i-3, "don't", "doesn't", "didn't", "not")) || !p.is(i+1, "to") {
		return finding{}, false
	}
	if p.is(i+2, "contact", "reach", "email", "call", "phone", "message") && p.is(i+3, "you", "anyone", "anybody", "them", "someone", "support") {
		return told(weightClear, "there's no way to "+p.word(i+2)+" us", "", "")
	}
	clause, ok := p.clause(i + 2)
	if v := verbs[p.word(i+2)]; v.isBase && p.is(i+3, "it", "them") && particles[p.word(i+4)] {
		clause, ok = join(v.base, p.word(i+3), p.word(i+4)), true
	} else if !ok && v.isBase && !idle[v.base] && !careless[v.base] {
		n, next, found := p.np(i+3, 3)
		clause, ok = join(v.base, n.object()), found && !persons[n.head] && !relations[n.head] && !idioms[n.head] && p.word(next) != "of" && p.nominal(next) != isNoun
	}
	return finding{Grievance: Grievance{Issue: "there's no way to " + clause}, weight: weightPlain}, ok
}

// vermin are what nobody wants to find.
var vermin = set("cockroach bug bedbug mouse mice rat fly ant maggot spider insect wasp moth mould mold hair stain dirt dust rubbish leak crack hole smell crumb blood bone shell plastic glass stone queue")

// notDoingIt: "not powering on at all", whatever it is.
func (p enParser) notDoingIt(i int) (finding, bool) {
	v := verbs[p.word(i+1)]
	if p.word(i-1) != "" || !v.ing || !standing[v.base] || p.is(i+1, "paying", "buying", "ordering", "answering", "replying", "responding", "listening", "subscribing", "eating", "waiting", "travelling", "flying", "going") {
		return finding{}, false
	}
	t := p.tail(i + 2)
	if t.cut || !p.endsAt(t.next) {
		return finding{}, false
	}
	return told(weightFaint, join("it isn't", p.word(i+1), t.text), "", "")
}
