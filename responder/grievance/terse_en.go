package grievance

import "strings"

// What is told in half sentences: who did it, whose it is or the verb "to be"
// is left out.

// notYetHad: "the delivery I haven't had".
func (p enParser) notYetHad(i int) (finding, bool) {
	n, ok := p.npEnding(i - 1)
	j := i + 1
	if p.is(i, "i", "we") {
		ok = ok && p.is(j, "haven't", "never", "didn't", "hasn't")
		j++
	}
	j = p.skip(j, "even", "yet", "actually", "still")
	if !ok || !p.is(j, "had", "received", "got", "get", "receive") || !p.endsAt(p.skip(j+1, "yet")) || p.is(j+1, "since", "for") || persons[n.head] || idioms[n.head] || relations[n.head] || n.any || units[n.head] != "" {
		return finding{}, false
	}
	switch n.det {
	default:
		return finding{}, false
	case "your":
	case "the", "a", "this":
		n.det = "your"
	}
	return told(weightClear, "you haven't had "+n.object()+" yet", "", n.subject())
}

// inLine: "61st in the queue".
func (p enParser) inLine(i int) (finding, bool) {
	digits := strings.TrimRight(p.word(i-1)+p.word(i), "stndrh")
	if !p.is(i, "st", "nd", "rd", "th") || len(digits) > 4 || !p.is(i+1, "in") || !p.is(p.skip(i+2, "the", "a"), "queue", "line") {
		return finding{}, false
	}
	return told(weightClear, "you were "+p.word(i-1)+p.word(i)+" in the queue", "", "")
}

// noneWorking: "no toilets working", "no tills open".
func (p enParser) noneWorking(i int) (finding, bool) {
	n, next, ok := p.np(i, 3)
	if be := p.skip(next, "is", "are", "was", "were"); p.is(be, "listed", "shown", "displayed", "showing", "offered") {
		next = be
	}
	if !ok || n.det != "no" || !p.is(next, "listed", "shown", "displayed", "showing", "offered", "working", "open", "available", "running", "charging", "loading") || persons[n.head] || relations[n.head] || idioms[n.head] {
		return finding{}, false
	}
	where, _, there := p.prepositional(next + 1)
	if !there || !p.is(next+1, "on", "in", "at") {
		where = ""
	}
	if strings.ContainsAny(where, "0123456789") {
		where = "" // "on the 6:48"
	}
	return told(weightTold, join("there", n.pick("was", "were"), "no", n.noun, p.word(next), where), "", "")
}

// noneCould: "none of them can actually unlock my handset".
func (p enParser) noneCould(i int) (finding, bool) {
	if !p.is(i+1, "of") || !p.is(i+2, "them", "you", "your", "these", "those", "the") {
		return finding{}, false
	}
	j := i + 3
	if n, ok := p.antecedent(i); ok && n.plural && p.is(i+2, "them") && p.is(j, "work", "worked", "works", "fit", "open", "opened", "arrived", "came", "load") && !persons[singular(n.head)] {
		if counts[n.det] {
			n.det = "the"
		}
		return told(weightClear, join("none of", n.subject(), p.word(j)), "", n.subject())
	}
	if n, next, ok := p.np(i+2, 3); ok && (persons[n.head] || persons[singular(n.head)]) {
		j = next
	}
	if !p.is(j, "can", "could", "will", "would", "seem", "know") {
		return finding{}, false
	}
	could := map[bool]string{true: "would", false: "could"}[p.is(j, "will", "would")]
	clause, ok := p.clause(p.passOver(p.skip(j+1, "to", "actually", "how", "even")))
	return finding{Grievance: Grievance{Issue: join("nobody", could, clause)}, weight: weightClear}, ok
}

// namedSo: "called me a thief".
func (p enParser) namedSo(i int) (finding, bool) {
	j := i + 1
	if !p.is(j, "me", "us") || p.denied(i-1) {
		return finding{}, false
	}
	j = p.skip(j+1, "a", "an")
	switch {
	case p.is(j, "thief", "thieves", "shoplifter"):
		return told(weightExact, "you were treated like a thief", "", "")
	case p.is(j, "criminal", "criminals", "fraud", "fraudster"):
		return told(weightExact, "you were treated like a criminal", "", "")
	case p.is(j, "liar", "liars"):
		return told(weightExact, "you weren't believed", "", "")
	}
	return finding{}, false
}

// dayWithout: "day 12, no fridge".
func (p enParser) dayWithout(i int) (finding, bool) {
	if !isShortNumber(p.word(i+1)) || p.is(i+1, "1") || strings.Contains(p.word(i+1), ".") {
		return finding{}, false
	}
	j := i + 2
	for j < i+4 && j < len(p.toks) && p.toks[j].kind == isBreak {
		j++
	}
	j = p.skip(j, "and", "still", "with", "of", "without")
	n, next, ok := p.np(j, 3)
	if p.is(j-1, "without", "of") && ok && n.det == "" {
		n.det = "no"
	}
	if !ok || n.det != "no" || p.is(j-1, "of") && n.plural || !p.endsAt(next) || persons[n.head] || idioms[n.head] || relations[n.head] || p.blameless(n, next) || n.head == "refund" {
		return finding{}, false
	}
	if !n.mass && !n.plural {
		n.noun = article(n.noun) + " " + n.noun
	}
	return told(weightExact, join("you're on day", numeral(p.word(i+1)), "without", n.noun), "", "your "+n.head)
}

// tookSoOften: "tap took £3 four times".
func (p enParser) tookSoOften(i int) (finding, bool) {
	if !p.amountAt(i+1) || p.is(i-1, "i", "we", "only") {
		return finding{}, false
	}
	often, next, ok := p.repeatedly(i + 2)
	if p.is(i+2, "twice") {
		often, next, ok = "twice", i+3, true
	}
	if !ok || p.is(next, "a", "the", "what", "as") {
		return finding{}, false
	}
	return told(weightExact, "you were charged "+often, "", "your payment")
}

// arrivedSo: "So it arrived. Cracked."
func (p enParser) arrivedSo(i int) (finding, bool) {
	j := i + 1
	if !p.is(i-1, "it", "order", "parcel", "package", "they", "delivery") || p.word(j) != "" {
		return finding{}, false
	}
	for j < i+3 && p.word(j) == "" {
		j++
	}
	if !troubling[p.word(j)] || !p.endsAt(j+1) || p.word(j+1) != "" && !p.is(j+1, "and", "in") {
		return finding{}, false
	}
	return told(weightClear, "what you ordered arrived "+mildly(p.word(j)), "", "your order")
}

// notDoneTo: "brown bins not lifted again".
func (p enParser) notDoneTo(i int) (finding, bool) {
	n, ok := p.npEnding(i - 1)
	j := p.skip(i+1, "been", "even", "yet")
	v := verbs[p.word(j)]
	if !ok || !v.pp || n.det == "no" || !neglected[v.base] || persons[n.head] || relations[n.head] || idioms[n.head] || n.any || p.is(j+1, "to", "by") {
		return finding{}, false
	}
	if begin := p.backToThing(i - 1); p.near(begin, nil, "if", "is", "are", "was", "were", "do", "why") {
		return finding{}, false
	}
	again := ""
	if p.is(j+1, "again") {
		again = " again"
	}
	return told(weightClear, join(n.subject(), n.pick("wasn't", "weren't"), p.word(j))+again, "", n.subject())
}

// neglected is what we are to do to a thing.
var neglected = set("collect lift empty deliver fix repair replace clean answer process refund ship dispatch send pick return honour activate install connect credit apply deliver approve complete sort resolve include unlock update release pack book make pay print charge fill cook wash seal")

// hasBeenAt: "my scooter is at your service centre since 3 June", "my claim is
// with the team for six weeks".
func (p enParser) hasBeenAt(i int) (finding, bool) {
	n, j, ok := p.np(i, maxNouns)
	behind := prepositions[p.word(i-1)] // "a sample from our clinic"
	if !ok || n.det != "your" || !behind && (persons[n.head] || relations[n.head] || idioms[n.head] || stays[n.head]) {
		return finding{}, false
	}
	if !p.is(j, "is", "are", "has", "have") {
		return finding{}, false
	}
	j = p.skip(j+1, "been", "still", "just", "now")
	if j < len(p.toks) && p.toks[j].kind == isBreak {
		j++ // it is "with the team"
	}
	if !p.is(j, "with", "at", "under", "in", "pending", "processing") {
		return finding{}, false
	}
	at := j
	for j++; j < i+18 && j < len(p.toks); j++ {
		if !p.is(j, "since", "for", "from") {
			continue
		}
		if since, ok := p.sinceWhen(j); ok {
			if behind {
				return p.heldFrom(i-1, at, since)
			}
			return p.heldThere(n, at, since)
		}
	}
	return finding{}, false
}

// sinceWhen reads "since 3rd June", "for six weeks", "from Feb 20".
func (p enParser) sinceWhen(i int) (string, bool) {
	if span, _, ok := p.duration(i + 1); ok && p.is(i, "for", "since") {
		return "for " + span, true
	}
	if p.is(i, "for") {
		return "", false
	}
	for j := i + 1; j < i+5; j++ {
		if month := months[p.word(j)]; month != "" {
			return "since " + month, true
		}
		if weekdays[p.word(j)] {
			return "since " + p.spell(p.word(j)), true
		}
	}
	return "", false
}

// heldThere is what is told of a thing that is at the place named at at: of one
// that only waits there, that it hasn't moved; of another, that its author is
// without it.
func (p enParser) heldThere(n phrase, at int, since string) (finding, bool) {
	switch {
	case filed[n.head] || deliverables[n.head] || p.isTransit(at+1):
		return told(weightClear, join(n.subject(), n.pick("hasn't", "haven't"), "moved", since), "", n.subject())
	case p.is(at, "with") && p.is(at+1, "you") && strings.Contains(since, "year"):
		return finding{}, false // a customer of ours
	case p.is(at, "at", "with", "in"):
		return told(weightClear, join("you've been without", n.object(), since), "", n.subject())
	}
	return finding{}, false
}

// heldFrom is told of what stands before the preposition at i: "a sample from our
// clinic has been in your hub" is no loss of the clinic.
func (p enParser) heldFrom(i, at int, since string) (finding, bool) {
	n, next, ok := p.np(p.backToThing(i-1), maxNouns)
	if !ok || next != i || persons[n.head] || relations[n.head] || n.det == "no" || !filed[n.head] && !deliverables[n.head] && !p.isTransit(at+1) {
		return finding{}, false
	}
	return p.heldThere(n, at, since)
}

// isTransit reports a place of ours where things only wait: "your hub".
func (p enParser) isTransit(i int) bool {
	for j := i; j < i+4; j++ {
		if transit[p.word(j)] {
			return true
		}
	}
	return false
}

var (
	filed   = set("claim refund application complaint case request order sample specimen")
	transit = set("hub depot warehouse sorting distribution fulfilment fulfillment van lorry truck")
	// stays is what nobody hands over, so that they are not without it.
	stays = set("clinic surgery practice shop store business company firm office school college university hospital pharmacy bank branch house home flat apartment building street road area village town city estate restaurant salon hotel gym club charity church council team household")
)

// crashesWhere: "crashes at the second boss", where nothing is said of what.
func (p enParser) crashesWhere(i int) (finding, bool) {
	if p.word(i-1) != "" && !p.is(i-1, "and", "just", "always", "constantly", "it", "still", "then", "game", "app") || !p.is(i+1, "at", "on", "in", "during", "before", "after", "mid", "when", "every") {
		return finding{}, false
	}
	where, _, ok := p.prepositional(i + 1)
	if !ok || p.is(i+1, "when", "every") {
		where = ""
	}
	return told(weightPlain, join("you keep running into", strings.Replace(p.word(i), "crashed", "crashes", 1), where), "", "")
}

// turnedDownAt: "declined at the chemist, declined at petrol".
func (p enParser) turnedDownAt(i int) (finding, bool) {
	if p.word(i-1) != "" && !p.is(i-1, "got", "been", "keep", "keeps", "being", "getting") || !p.is(i+1, "at", "in", "everywhere", "again", "twice") {
		return finding{}, false
	}
	where, next, ok := p.prepositional(i + 1)
	if !ok || !p.is(i+1, "at", "in") || !p.endsAt(next) {
		where = ""
	}
	return told(weightClear, join("your payment was declined", where), "", "your payment")
}

// importantCall: "Your call is important to us. 55 minutes".
func (p enParser) importantCall(i int) (finding, bool) {
	if !p.is(i-1, "is") || !p.near(i, nil, "call") {
		return finding{}, false
	}
	for j := i + 1; j < i+9; j++ {
		span, next, ok := p.duration(j)
		if !ok || !strings.Contains(span, "hour") && !strings.Contains(span, "minute") {
			continue
		}
		if isShortNumber(p.word(next)) && strings.HasSuffix(span, " hour") {
			span = "over an hour" // "1 hr 14"
		}
		return told(weightExact, "you spent "+span+" on hold", span+" on hold", "")
	}
	return finding{}, false
}

// sentLetter: "you sent a debt letter".
func (p enParser) sentLetter(i int) (finding, bool) {
	if !p.is(i-1, "you", "they", "you've", "they've") {
		return finding{}, false
	}
	n, next, ok := p.np(i+1, 3)
	if !ok || n.det != "a" || !unwelcome[n.head] {
		return finding{}, false
	}
	of := ""
	if thing, _, there := p.np(next+1, maxNouns); there && p.is(next, "for") && !persons[thing.head] && !idioms[thing.head] && !figurative[thing.head] {
		of = "for " + thing.object()
	}
	return told(weightClear, join(n.String(), "was sent", of), "", "")
}

// unwelcome is post that nobody likes to get.
var unwelcome = set("letter letters bill invoice fine reminder summons demand")

// doneToIt: "my files didn't vanish, you deleted them": what was named before.
func (p enParser) doneToIt(i int) (finding, bool) {
	if !p.is(i, "you", "they", "you've", "they've") || p.is(i-1, "that", "which", "if", "when", "can", "could", "would", "unless", "until", "before", "glad", "love") {
		return finding{}, false
	}
	j := p.skip(i+1, "just", "then", "have", "had", "literally", "actually")
	v := verbs[p.word(j)]
	done := harmsThings[v.base]
	if v.base == "take" || v.base == "give" || v.base == "keep" || v.base == "leave" || v.base == "open" || v.base == "drop" || v.base == "move" || v.base == "return" {
		return finding{}, false
	}
	if done == "" || !v.past || !p.is(j+1, "it", "them") || !p.endsAt(j+2) && !prepositions[p.word(j+2)] {
		return finding{}, false
	}
	n, ok := p.antecedent(i)
	if !ok || n.det != "your" || n.plural != p.is(j+1, "them") {
		return finding{}, false
	}
	return told(weightClear, join(n.subject(), n.pick("was", "were"), done), "", n.subject())
}
