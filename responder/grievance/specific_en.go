package grievance

import "strings"

// specified says what a general issue is about, where the post has said it
// before: "it isn't working" is "the charger isn't working".
func (p enParser) specified(g Grievance, at int) Grievance {
	switch rest, isIt := ofIts(g.Issue); {
	case isIt && !strings.HasPrefix(rest, "came to") && !strings.HasPrefix(rest, "was supposed to take"):
		n, ok := p.antecedent(at)
		if !ok {
			n, ok = p.workable(rest)
		}
		if ok && priceless[n.head] && strings.HasPrefix(rest, "costs ") || ok && strings.HasPrefix(rest, "won't accept") && !works[n.head] && !topical[n.head] && n.head != "form" && n.head != "checkout" {
			return g
		}
		if !ok && p.speaksOf(fields("bought purchased")) && !strings.HasPrefix(rest, "was delivered") {
			g.Issue = "what you bought " + rest
		}
		if ok && !n.plural && (deliverables[n.head] || !strings.Contains(rest, "deliver")) {
			g.Issue, g.Thing = join(n.subject(), rest), n.subject()
		}
	case strings.HasPrefix(g.Issue, "you have no ") && p.is(at-1, "has") && p.is(at-2, "it"):
		if n, ok := p.antecedent(at - 2); ok && !n.plural {
			g.Issue, g.Thing = strings.Replace(g.Issue, "you have", n.subject()+" has", 1), n.subject()
		}
	case g.Issue == "you're still waiting" && p.speaksOf(fields("contact callback reply respond ring")):
		g.Issue = "you're still waiting to hear from us"
	case g.Issue == "you're still waiting":
		if n, ok := p.awaitedThing(); ok {
			g.Issue, g.Thing = "you're still waiting for "+n.object(), n.object()
		}
	case g.Issue == "what you wanted isn't in stock":
		if n, ok := p.wantedThing(at); ok {
			g.Issue, g.Thing = join(n.subject(), n.pick("isn't", "aren't"), "in stock"), n.subject()
		}
	case strings.HasPrefix(g.Issue, "you ran into a") && strings.HasSuffix(g.Issue, " error"), g.Issue == "you keep running into an error", g.Issue == "you keep getting an error":
		if clause, ok := p.attempt(); ok {
			g.Issue = whenTrying(g.Issue, clause)
		}
	}
	if len(g.Issue) > maxIssue {
		g.Issue = g.Issue[:0]
	}
	return g
}

// ofIts is what an issue says of "it": "it's crashed twice" that it "has".
func ofIts(issue string) (string, bool) {
	if rest, ok := strings.CutPrefix(issue, "it "); ok {
		return rest, true
	}
	rest, ok := strings.CutPrefix(issue, "it's ")
	first := firstWord(strings.TrimPrefix(rest, "still "))
	switch {
	case !ok || strings.HasSuffix(rest, " loop"):
		return "", false
	case gaveOut[first]:
		return "has " + rest, true
	}
	return "is " + rest, failedState[first]
}

// failedState is what "it's" tells of a thing, gaveOut what it has done.
var (
	failedState = set("dead blank offline stuck frozen broken cracked grey")
	gaveOut     = set("crashed died stopped disappeared vanished exploded failed snapped melted shrunk")
)

// priceless are things that have no price, though a post about a price names them.
var priceless = set("card account app website site bank order booking email letter page form link account branch number code bill invoice payment receipt")

// reach is how many words back a pronoun may point.
const reach = 30

// antecedent is the thing that "it" at a place stands for: the last one named
// before it that is no place, person or time.
func (p enParser) antecedent(at int) (phrase, bool) {
	for i := at - 1; i >= max(0, at-reach); i-- {
		n, next, ok := p.np(i, maxNouns)
		if ok && (units[n.head] != "" || units[singular(n.head)] != "") || p.is(i-1, "last", "this", "next") && units[p.word(i)] != "" {
			continue // "last week"
		}
		if ok && blankScreen(n) {
			continue
		}
		if ok && next <= at && passed[n.head] && !prepositions[p.word(i-1)] {
			return phrase{}, false // it may be that one
		}
		if !ok || next > at || n.det == "no" || n.det == "" && !p.startsAfterBreak(i) || dets[p.word(i-1)] != "" {
			continue
		}
		if p.is(i-1, "in", "at", "from", "to", "on", "by", "since", "after", "for", "during", "until", "per", "than") || !referable(n) {
			continue
		}
		if counts[n.det] && p.word(i-1) != "" && !closed[p.word(i-1)] && verbs[p.word(i-1)].base == "" {
			n.det = "the" // "my Acmeline wireless 3 headphones"
		}
		if n.det == "a" && p.is(i-1, "ordered", "bought", "purchased", "got", "received", "booked", "rented", "hired") {
			n.det = "your"
		}
		return n, true
	}
	return phrase{}, false
}

// workable is the only device or service of a post that says no more of what
// does not work.
func (p enParser) workable(rest string) (only phrase, found bool) {
	if !strings.Contains(rest, "work") && !strings.Contains(rest, "load") && !strings.Contains(rest, "connect") && !strings.Contains(rest, "turn on") && !strings.Contains(rest, "crash") {
		return phrase{}, false
	}
	for i := range p.toks {
		n, _, ok := p.np(i, maxNouns)
		if !ok || !works[n.head] || blankScreen(n) || n.det == "no" || dets[p.word(i-1)] != "" || n.det == "" && p.nominal(i-1) != notNominal {
			continue
		}
		if strings.Contains(rest, n.noun) {
			return phrase{}, false // "it's stuck on the loading screen"
		}
		if found && n.head != only.head {
			return phrase{}, false
		}
		only, found = n, true
	}
	return only, found
}

// works are things that work or do not.
var works = set(`app website site phone laptop computer tablet tv printer router modem internet wifi broadband console camera charger remote code link button portal card machine bluetooth
	headset keyboard mouse screen watch alexa xbox playstation ps4 ps5 ipad iphone macbook boiler oven washer dryer fridge dishwasher heating lift escalator`)

func (p enParser) startsAfterBreak(i int) bool { return p.word(i-1) == "" }

// referable reports a thing that a later "it" may well mean.
func referable(n phrase) bool {
	_, known := things[n.head]
	return (known || n.det == "your" || n.det == "our" || n.det == "a" || n.det == "this" || n.det == "these") && !persons[n.head] && !relations[n.head] && !idioms[n.head] && !idioms[n.noun] && units[n.head] == "" &&
		!vague[n.head] && !figurative[n.head] && !passed[n.head] && brands[n.head] == "" && !weekdays[n.head] && !n.any
}

// passed are things that are spoken of by the way.
var passed = set(`survey mile miles metre metres eye eyes mind look hand hands note morning evening day button outage shows support service draft letter help message email call reply chat number name picture photo video morning night store shop tweet link line word customer error fix update response answer
	question week complaint way friend money data hotline helpline screenshot job issue problem month deal chance joke experience review shame mess reason trip lot bit end man woman boy girl`)

// awaitedThing is what a post waits for, where the waiting itself does not say.
func (p enParser) awaitedThing() (phrase, bool) {
	for i := range p.toks {
		n, next, ok := p.np(i, maxNouns)
		if !ok || !awaitables[n.head] || n.det == "no" || dets[p.word(i-1)] != "" || n.det == "" && p.nominal(i-1) != notNominal {
			continue
		}
		if n.det == "a" || n.det == "the" || n.det == "" {
			n.det = "your"
		}
		if n.det == "your" && !p.is(next, "number", "numbers", "confirmation") {
			return n, true
		}
	}
	return phrase{}, false
}

var awaitables = set("cashback rebate reward rewards order orders parcel parcels package packages delivery refund replacement shipment item items ticket tickets voucher certificate card prescription meal food pizza appointment engineer installation repair")

// stockable reports what a shop may have: "jackets", and not "Monday".
func stockable(head string) bool {
	return !persons[head] && !idioms[head] && !unstocked[head] && units[head] == "" && brands[head] == "" && !weekdays[head]
}

// wantedThing is what a post asks back in stock.
func (p enParser) wantedThing(at int) (phrase, bool) {
	for _, step := range []int{-1, 1} {
		for i := at + step; i >= 0 && i < len(p.toks) && i >= at-12 && i <= at+10; i += step {
			n, next, ok := p.np(i, maxNouns)
			begun := dets[p.word(i-1)] != "" || adjectives[p.word(i-1)] || p.nominal(i-1) == isNoun
			if !ok || begun || next > at && i < at || n.det == "our" || n.det == "your" || !stockable(n.head) {
				continue
			}
			if n.det == "no" {
				return n, false
			}
			n.det = "the"
			return n, true
		}
	}
	return phrase{}, false
}

// unstocked are things that are not sold.
var unstocked = set("shows run display thing things stock site website store stores shop shops online size sizes colour colours app year month months week weeks day days time times product products id item items news order list work home plan reason")

// whenTrying is an error with what it came of, of which it is told in the same tense.
func whenTrying(issue, deed string) string {
	if strings.HasPrefix(issue, "you keep ") {
		verb, rest, _ := strings.Cut(deed, " ")
		deed = join(verbs[verb].base, rest)
	}
	return issue + " when you " + deed
}

// attempt is what the author tried to do, or the button that was pressed.
func (p enParser) attempt() (string, bool) {
	for i := range p.toks {
		if p.is(i, "press", "pressed", "hit", "click", "clicked", "tap", "tapped") && p.is(i+1, "send", "submit", "save", "continue", "pay", "next") && p.endsAt(i+2) && !p.is(i-1, "to", "can", "you") {
			return "pressed " + p.word(i+1), true
		}
		if clause, ok := p.tries(i); ok && !strings.Contains(clause, " us") {
			return clause, true
		}
	}
	return "", false
}

// tries reads "tried to pay", "try opening my statement", "went to pay".
func (p enParser) tries(i int) (string, bool) {
	switch {
	case p.is(i, "went") && p.is(i+1, "to") && (p.word(i-1) == "" || p.is(i-1, "i", "we")):
	case p.is(i, "when", "whenever") && p.is(i+1, "i", "we"):
		clause, ok := p.clause(i + 2)
		first, rest, _ := strings.Cut(clause, " ")
		return join(pastForms[first], rest), ok && first != "get" && first != "be"
	case !p.is(i, "try", "trying", "tried", "attempt", "attempting", "attempted") || p.is(i-1, "you", "they", "please"):
		return "", false
	case verbs[p.word(i+1)].ing:
		what, next, ok := p.further("tried", i+1)
		return what, ok && p.endsAt(next)
	case !p.is(i+1, "to"):
		return "", false
	}
	clause, ok := p.clause(i + 2)
	return "tried to " + clause, ok
}
