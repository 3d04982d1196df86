package grievance

import "strings"

// What is told without saying who did it, or across the ends of sentences.

// begunPassive: "banned for nothing", "denied boarding": the author, by us.
func (p enParser) begunPassive(i int) (finding, bool) {
	v := verbs[p.word(i)]
	if p.word(i-1) != "" || i > 0 && p.toks[i-1].kind == isHandle && p.is(i+1, "to") || !v.pp || !barred[v.base] {
		return finding{}, false
	}
	next := p.word(i + 1)
	if next != "" && !prepositions[next] && !adverbs[next] && v.base != "deny" && v.base != "refuse" {
		return finding{}, false
	}
	t := p.tail(i + 1)
	if t.cut || t.objects > 1 || delicate[lastWord(t.text)] || next != "" && t.text == "" && !p.is(i+1, "for") {
		return finding{}, false
	}
	return told(weightClear, join("you were", p.word(i), t.text), "", "")
}

// barred are what is done to people, and to nothing else.
var barred = set("ban suspend deny refuse overcharge kick bump")

// chargedAfter: "cancelled in July, still taking 39.99".
func (p enParser) chargedAfter(i int) (finding, bool) {
	if p.word(i-1) != "" && !p.is(i-1, "i", "we", "i've", "we've", "already") || p.is(i-2, "if", "when") {
		return finding{}, false
	}
	what, next := "", i+1
	if n, after, ok := p.np(i+1, 3); ok && lasting[n.head] {
		what, next = "your "+n.noun, after
	} else if p.word(next) != "" && !prepositions[p.word(next)] && !adverbs[p.word(next)] && !p.is(next, "and", "but", "last", "this", "months", "weeks") && !isNumber(p.word(next)) || p.is(next, "by", "on") {
		return finding{}, false
	}
	for j := next; j < min(i+40, len(p.toks)); j++ {
		if p.takesAgain(j) {
			were := "you were charged"
			if p.is(j-1, "still", "keep") || p.is(j-2, "still", "keep") {
				were = "you're still being charged"
			}
			return told(weightExact, join(were, "after you cancelled", what), "", "your bill")
		}
	}
	return finding{}, false
}

// lasting are things that are paid for until they are cancelled.
var lasting = set("trial subscription membership plan contract policy insurance account sub box")

// takesAgain reports that money is taken at j.
func (p enParser) takesAgain(j int) bool {
	switch {
	case p.is(j, "charged", "billed", "debited") && !p.denied(j-1) && !p.denied(j-2), p.is(j, "charging", "billing") && p.is(j+1, "me", "us"):
		return true
	case p.is(j, "taking", "took", "taken"):
		for k := j + 1; k < j+4; k++ {
			if p.is(k, "money", "payments", "payment") || p.amountAt(k) || strings.Contains(p.word(k), ".") {
				return true
			}
		}
	}
	return false
}

// feeFor: "fee for using my own card", "parking fine while I paid".
func (p enParser) feeFor(i int) (finding, bool) {
	if p.is(i, "ticket") {
		ok := p.is(i-1, "parking") && p.is(i-2, "a") && p.is(i-3, "got", "gave", "me", "given", "issued", "getting")
		return finding{Grievance: Grievance{Issue: "you got a parking ticket"}, weight: weightPlain}, ok
	}
	if p.is(i, "fine") {
		ok := p.is(i-1, "parking") && p.is(i+1, "for", "because", "while", "when", "after")
		return finding{Grievance: Grievance{Issue: "you got a parking fine"}, weight: weightPlain}, ok
	}
	n, ok := p.npEnding(i)
	if !ok || n.det != "" && n.det != "a" || !p.is(i+1, "for", "because", "while", "when", "after") {
		return finding{}, false
	}
	start := i - len(strings.Fields(n.noun)) + 1
	if n.det == "a" {
		start--
	}
	if p.word(start-1) != "" {
		return finding{}, false
	}
	return told(weightPlain, "you were charged "+article(n.noun)+" "+n.noun, "", "")
}

// atTime: "the 7:42 was cancelled", told by its time.
func (p enParser) atTime(i int) (finding, bool) {
	for j := i - 1; j >= max(0, i-4); j-- {
		hour, minute, ok := strings.Cut(p.word(j), ".")
		if ok && len(minute) == 2 && len(hour) <= 2 && minute < "60" && hour != "" {
			return told(weightExact, "the "+hour+":"+minute+" was "+states[p.word(i)][len("was "):], "", "")
		}
		if !p.is(j, "is", "was", "been", "has", "just", "again", "train", "bus", "service", "got", "now") {
			break
		}
	}
	return finding{}, false
}

// deadNow: "Washing machine. 14 months old. Dead."
func (p enParser) deadNow(i int) (finding, bool) {
	if p.word(i-1) != "" || p.word(i+1) != "" {
		return finding{}, false
	}
	for j := range min(i, 14) {
		n, next, ok := p.np(j, maxNouns)
		if ok && next <= i && n.det != "no" && (works[n.head] || machines[n.head]) {
			n.det = "your"
			return told(weightClear, join(n.subject(), n.pick("has", "have"), "stopped working"), "", n.subject())
		}
	}
	return finding{}, false
}

// spanFor: "11 weeks for a windscreen claim".
func (p enParser) spanFor(i int) (finding, bool) {
	span, j, ok := p.duration(i)
	if !ok || !p.is(j, "for") || p.word(i-1) != "" && !p.is(i-1, "taken", "takes", "took", "been", "now", "it's", "waited", "waiting") {
		return finding{}, false
	}
	n, next, ok := p.np(j+1, maxNouns)
	if ok && p.word(i-1) == "" && n.det == "a" && repaired[n.head] && (strings.HasSuffix(span, "weeks") || strings.HasSuffix(span, "months")) && p.endsAt(next) {
		return told(weightExact, "you've been waiting "+span+" over "+n.object(), "a wait of "+span, "") // "7 months for a wet ceiling"
	}
	if !ok || !pending[singular(n.head)] || n.det == "no" || !p.endsAt(next) {
		return finding{}, false
	}
	if n.det == "" || n.det == "a" || n.det == "the" {
		n.det = "your"
	}
	return told(weightExact, join(n.subject(), n.pick("has", "have"), "taken", span), "", n.subject())
}

// repaired is what a claim or a call-out is about.
var repaired = set("ceiling roof wall floor leak window windscreen pipe boiler door fence car phone kitchen bathroom carpet lock heater radiator toilet shower fridge washer oven light lamp pothole tree drain")

// pending are things that are worked on until they come.
var pending = set("claim refund delivery appointment reply response repair replacement quote parcel package order passport engineer callback installation connection answer collection exchange return transfer burger pizza meal coffee")

// sittingAt: "my invites have sat in your Elmtown hub for nine days".
func (p enParser) sittingAt(i int) (finding, bool) {
	if !p.is(i+1, "in", "at") {
		return finding{}, false
	}
	at := i + 2
	for at < i+6 && p.word(at) != "" && !depots[p.word(at)] {
		at++
	}
	n, ok := p.antecedent(i)
	if !depots[p.word(at)] || !ok || !deliverables[n.head] && n.det != "your" || persons[n.head] || relations[n.head] {
		return finding{}, false
	}
	since := ""
	if span, _, timed := p.duration(p.skip(at+1, "for", "now", "since")); timed {
		since = "for " + span
	}
	return told(weightExact, join(n.subject(), n.pick("has", "have"), "been sitting at the", p.word(at), since), "", n.subject())
}

var depots = set("hub depot warehouse customs facility centre")

// usedByOthers: "someone spent £640 on my card".
func (p enParser) usedByOthers(i int) (finding, bool) {
	j := p.skip(i+1, "has", "just", "else")
	if !p.is(j, "spent", "used", "using", "withdrew", "accessed", "cloned", "bought", "ordered") {
		return finding{}, false
	}
	for k := j + 1; k < j+7; k++ {
		switch {
		case !p.is(k, "my", "our"):
		case p.is(p.skip(k+1, "bank", "debit", "credit", "gift"), "card", "cards"):
			return told(weightExact, "somebody else used your card", "", "your card")
		case p.is(k+1, "account"):
			return told(weightExact, "somebody else got into your account", "", "your account")
		}
	}
	return finding{}, false
}

// missedYou: "sorry we missed you", where the author was in.
func (p enParser) missedYou(i int) (finding, bool) {
	missed := p.is(i, "missed") && p.is(i+1, "you") && p.is(i-1, "we")
	tried := p.is(i, "attempted") && p.is(i+1, "delivery") || p.is(i, "delivery") && p.is(i+1, "attempted")
	if !missed && !tried || !p.speaksOf(fields("window stood home sat sitting waiting waited lie claim lies")) {
		return finding{}, false
	}
	return told(weightExact, "your delivery didn't reach you though you were in", "", "your delivery")
}

// someCame: "checked two bags, one turned up".
func (p enParser) someCame(i int) (finding, bool) {
	few := numeral(p.word(i - 1))
	if !p.is(i+1, "up") && !p.is(i, "arrived", "came") || !counts[few] && few != "one" || p.word(i-2) != "" && !p.is(i-2, "only", "just", "and", "but") {
		return finding{}, false
	}
	for j := i - 3; j >= max(1, i-14); j-- {
		n, next, ok := p.np(j, maxNouns)
		if ok && next < i && counts[n.det] && n.det != few && p.is(j-1, "checked", "packed", "posted", "sent", "ordered", "bought", "shipped", "booked") {
			return told(weightExact, "only "+few+" of your "+n.String()+" turned up", "", "your "+n.noun)
		}
	}
	return finding{}, false
}

// tintedWater: "brown water since Friday".
func (p enParser) tintedWater(i int) (finding, bool) {
	if p.word(i-1) != "" && !p.is(i-1, "with", "still", "have", "having", "got", "getting", "had") || !p.is(i+1, "water", "milk", "meat") {
		return finding{}, false
	}
	return told(weightClear, "the "+p.word(i+1)+" is "+p.word(i), "", "the "+p.word(i+1))
}

// thatWas: "a can that was filled with water", "gift cards on my account that
// disappeared".
func (p enParser) thatWas(i int) (finding, bool) {
	if p.depth > 0 || p.hypothetical(i) {
		return finding{}, false
	}
	if f, ok := p.thatWasBought(i); ok && p.nominal(i-1) == notNominal {
		return f, true
	}
	n, ok := p.npEnding(i - 1)
	if at := p.backToThing(i - 1); p.is(at-1, "on", "in") {
		if far, good := p.npEnding(at - 2); good {
			n, ok = far, true
		}
	}
	if !ok || n.det == "no" || n.det == "any" || n.det == "every" || persons[n.head] || relations[n.head] || idioms[n.head] || vague[n.head] || n.any {
		return finding{}, false
	}
	s, ok := p.statement(doer{text: n.subject(), many: n.plural, noun: &n}, i+1)
	if !ok || s.trouble() == 0 || !s.tellable() {
		return finding{}, false
	}
	return finding{Grievance: Grievance{Issue: s.told(), Thing: n.subject()}, weight: weightTold}, true
}

// thatWasBought: "opened an Acmeline Gold that was filled with water".
func (p enParser) thatWasBought(i int) (finding, bool) {
	for j := i - 2; j >= max(0, i-6) && p.word(j) != ""; j-- {
		if !p.is(j, "opened", "bought", "ordered", "got", "purchased") {
			continue
		}
		s, ok := p.statement(doer{text: "what you " + p.word(j), noun: &phrase{noun: "thing", head: "thing"}}, i+1)
		if !ok || s.trouble() == 0 && !(s.verb.passive && s.verb.base == "fill") || !s.tellable() {
			return finding{}, false
		}
		return told(weightTold, s.told(), "", "")
	}
	return finding{}, false
}

// device: "my Acmeline 3830 won't print", whatever it is called.
func (p enParser) device(i int) (finding, bool) {
	j := i + 1
	for j < i+5 && p.word(j) != "" && (p.nominal(j) == notNominal || isNumber(p.word(j))) && !auxiliaries[p.word(j)] && !closed[p.word(j)] && !prepositions[p.word(j)] && verbs[p.word(j)].base == "" {
		j++
	}
	if j > i+1 && works[p.word(j)] && (auxiliaries[p.word(j+1)] || p.is(j+1, "keeps", "stopped")) {
		n := phrase{det: "your", noun: p.word(j), head: p.word(j)}
		s, ok := p.statement(doer{text: n.String(), noun: &n}, j+1)
		return finding{Grievance: Grievance{Issue: s.told(), Thing: n.String()}, weight: weightTold}, ok && s.trouble() > 0 && s.tellable()
	}
	if j == i+1 || !auxiliaries[p.word(j)] && !p.is(j, "keeps", "stopped") {
		return p.broke(i, j)
	}
	s, ok := p.statement(doer{text: "your device", noun: &phrase{det: "your", noun: "device", head: "device"}}, j)
	if !ok || s.trouble() == 0 || !technical[s.verb.base] && !technical[verbs[firstWord(s.verb.tail)].base] {
		return finding{}, false
	}
	name := "your device"
	if s.verb.base == "print" || strings.Contains(s.verb.tail, "print") {
		name = "your printer"
	}
	return told(weightClear, strings.Replace(s.told(), "your device", name, 1), "", name)
}

// broke: "my Zorblats broke after a month".
func (p enParser) broke(i, j int) (finding, bool) {
	if j == i+1 || !p.is(j, "broke", "snapped", "ripped", "cracked", "died", "tore", "leaked") {
		return finding{}, false
	}
	s, ok := p.statement(doer{text: "what you bought", noun: &phrase{noun: "thing", head: "thing"}}, j)
	if !ok || !s.tellable() {
		return finding{}, false
	}
	return told(weightTold, s.told(), "", "")
}

// technical is what a device does, or does not.
var technical = set("print boot charge connect power turn pair sync reboot restart load update freeze crash respond overheat start install scan switch work")

// backToThing is where the noun phrase begins that ends at i.
func (p enParser) backToThing(i int) int {
	for j := i; j > max(0, i-4); j-- {
		if dets[p.word(j)] != "" {
			return j
		}
	}
	return i
}

// onTheBin: "left my parcel in the recycling bin".
func (p enParser) onTheBin(i int) (finding, bool) {
	if !p.speaksOf(fields("delivered delivery left dumped package parcel courier driver")) {
		return finding{}, false
	}
	for j := i - 1; j >= max(0, i-5); j-- {
		if !p.is(j, "in", "on", "behind", "under", "inside", "of") {
			continue
		}
		where, next, ok := p.prepositional(j)
		if p.is(j, "of") {
			where, ok = "on top "+where, ok && p.is(j-1, "top")
		}
		return finding{Grievance: Grievance{Issue: "your delivery was left " + where, Thing: "your delivery"}, weight: weightExact}, ok && next == i+1
	}
	return finding{}, false
}

// thanksFor: "thanks for your car seizing up".
func (p enParser) thanksFor(i int) (finding, bool) {
	if !p.is(i-1, "thanks", "thank", "you", "cheers", "congrats") && (i == 0 || p.toks[i-1].kind != isHandle || !p.is(i-2, "thanks", "cheers", "you")) {
		return finding{}, false
	}
	n, next, ok := p.np(i+1, maxNouns)
	v := verbs[p.word(next)]
	if !ok || !v.ing || !ailing[v.base] || loose[v.base] && !particles[p.word(next+1)] || persons[n.head] {
		return finding{}, false
	}
	particle := ""
	if next++; particles[p.word(next)] {
		particle, next = p.word(next), next+1
	}
	while, _, ok := p.whileDoing(next)
	if !ok {
		while = ""
	}
	n.det = "the"
	return told(weightClear, join(n.subject(), pastForms[v.base], particle, while), "", n.subject())
}

// lostWork: "lost 80 hours of save data".
func (p enParser) lostWork(i int) (finding, bool) {
	if p.is(i-1, "you", "they", "not", "never") || !isNumber(p.word(i+1)) && !numberWords[p.word(i+1)] || units[p.word(i+2)] == "" || !p.is(i+3, "of") {
		return finding{}, false
	}
	n, _, ok := p.np(i+4, maxNouns)
	if !ok || persons[n.head] || idioms[n.head] || figurative[n.head] || n.det != "" && n.det != "your" {
		return finding{}, false
	}
	return told(weightTold, "you lost your "+n.noun, "", "your "+n.noun)
}

// nowhereThere: "Acmeline doesn't have an app on the Xbox".
func (p enParser) nowhereThere(i int) (finding, bool) {
	if !p.is(i+1, "have", "offer") || !p.unknownSubject(i) {
		return finding{}, false
	}
	n, next, ok := p.np(i+2, maxNouns)
	if !ok || n.det != "a" && n.det != "any" || idioms[n.head] || persons[n.head] || relations[n.head] {
		return finding{}, false
	}
	where := ""
	if p.is(next, "on", "in", "for", "at") {
		where, next, ok = p.prepositional(next)
	}
	return finding{Grievance: Grievance{Issue: join("there", n.pick("is", "are"), "no", n.noun, where)}, weight: weightPlain}, ok && p.endsAt(next)
}

// kickedOff: "and kicks me off the game".
func (p enParser) kickedOff(i int) (finding, bool) {
	v := verbs[p.word(i)]
	if !p.is(i+1, "me", "us") || !p.is(i+2, "off", "out") || p.is(i-1, "i", "we", "you", "they", "he", "she", "to") || p.is(i-1, "has", "have") || p.staffed(p.clauseStart(i)) {
		return finding{}, false
	}
	where := ""
	if n, _, ok := p.np(p.skip(i+3, "of"), maxNouns); ok && !persons[n.head] && !idioms[n.head] {
		where = join(map[bool]string{true: "of"}[p.is(i+2, "out")], n.object())
	}
	if v.ing || v.past {
		return told(weightPlain, join("you were", ppForms[v.base], p.word(i+2), where), "", "")
	}
	return told(weightPlain, join("you get", ppForms[v.base], p.word(i+2), where), "", "")
}
