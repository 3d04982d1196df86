package grievance

import "strings"

// harm: "they threw away my order" is "your order was thrown away"; "you keep
// ignoring me" is "you were ignored".
func (p enParser) harm(i int) (finding, bool) {
	j, ok := p.agent(i)
	if p.is(i, "for", "keep", "keeps", "by", "of") && (p.is(i-1, "thanks", "thank", "tired", "sick", "cheers", "job", "way", "you", "they", "instead") || p.is(i, "keep", "keeps")) {
		j, ok = i+1, true
	}
	if !ok {
		return finding{}, false
	}
	j = p.skip(p.passOver(p.skip(j, manner...)), "are", "is", "keep", "keeps", "kept", "decided", "managed")
	if p.is(j, "to") {
		if p.staffed(i) && !p.is(j-1, "decided", "managed") {
			return finding{}, false // "your agent told me to cancel my cover"
		}
		j++
	}
	v := verbs[p.word(j)]
	if v.base == "" || !(v.past || v.ing || v.isBase || v.pp && p.is(i, "you've", "they've")) || v.base == "give" && !v.past {
		return finding{}, false
	}
	k := p.skip(j+1, "up", "off", "away", "both", "all")
	if p.harmless(v, i, j, k) {
		return finding{}, false
	}
	with := p.word(k - 1)
	if k == j+1 || !particles[with] {
		with = ""
	}
	switch {
	case p.is(k, "me", "us") && gives[v.base]:
		return p.badGift(v, k+1)
	case p.is(k, "someone", "somebody") && gives[v.base]:
		return p.badGift(v, k) // "delivered somebody else's shopping to me"
	case p.is(k, "me", "us") && harmsPeople[v.base]:
		return p.harmToPerson(v, with, k)
	case v.base == "cancel" && p.is(k, "on") && p.is(k+1, "me", "us"):
		if p.speaksOf(fields("driver drivers cab taxi ride rider")) {
			return told(weightClear, "your ride was cancelled", "", "your ride")
		}
		return told(weightClear, "you were cancelled on", "", "")
	}
	return p.harmToThing(v, with, i, k)
}

// harmless reports a deed at j of the agent at i, to what is at k, that is none of
// ours or is no harm.
func (p enParser) harmless(v verb, i, j, k int) bool {
	switch {
	case p.byThem(v, i, j, k):
		return true
	case v.base == "lose" && pocketed[p.word(k+1)] && p.toks[i].kind == isHandle:
		return true // "@acme lost my keys on the bus"
	case p.toks[i].kind == isHandle && elided[p.word(j)] && v.base != "take" && p.word(i-1) == "" && p.is(k, "the"):
		return true // "@acme opened the box": the author did
	case p.is(k, "other", "any", "every", "all") && !p.is(k+1, "my", "our", "the"):
		return true // "you've ruined other pizza for me"
	}
	return false
}

// harmToPerson: "you were ignored", of the author named at k.
func (p enParser) harmToPerson(v verb, with string, k int) (finding, bool) {
	t := p.tail(k + 1)
	if (v.base == "leave" || v.base == "charge" || v.base == "put" || v.base == "switch" || v.base == "place" || v.base == "enrol") && t.text == "" || strings.HasPrefix(t.text, "extra") {
		return finding{}, false
	}
	return told(weightClear, join("you were", ppForms[v.base], with, t.text), "", "")
}

// harmToThing: "your order was thrown away", of the thing at k.
func (p enParser) harmToThing(v verb, with string, i, k int) (finding, bool) {
	if v.base == "take" && with != "away" && with != "off" && !v.past {
		return finding{}, false
	}
	if thrown[v.base] && p.is(k, "it") && p.staffed(i) {
		over, _, _ := p.prepositional(k + 1)
		return told(weightClear, join("your delivery was", ppForms[v.base], over), "", "your delivery")
	}
	if f, ok := p.misdirected(v, k); ok {
		return f, true
	}
	done := harmsThings[v.base]
	if v.base == "cut" && with == "off" || v.base == "sell" && with == "" && p.is(k, "my", "our") {
		done = ppForms[v.base]
	}
	if done == "" || !p.is(k, "my", "our", "the") {
		return finding{}, false
	}
	n, next, ok := p.np(k, maxNouns)
	if !ok || persons[n.head] || figurative[n.head] || units[n.head] != "" || units[singular(n.head)] != "" || p.is(k, "the") && (n.det != "the" || p.is(k+1, "way", "ball", "point", "time")) {
		return finding{}, false
	}
	if with == "" && particles[p.word(next)] && !p.is(next, "in", "on", "over", "through") {
		with, next = p.word(next), next+1
	}
	if v.base == "give" && with != "away" && with != "back" && !p.is(next+1, "someone", "somebody", "another", "other", "other") {
		return finding{}, false
	}
	of := ""
	if p.is(next, "of") {
		of, next, _ = p.prepositional(next)
	}
	t := p.tail(next)
	if t.objects > 0 {
		t.text = ""
	}
	if v.base == "leave" && with == "" && t.text == "" && p.is(next, "in", "on", "under", "by", "next", "against", "beside") && dets[p.word(next+1)] != "" {
		return told(weightClear, join(n.subject(), of, n.pick("was", "were"), "left in a bad place"), "", n.subject())
	}
	if v.base == "leave" && with == "" && t.text == "" {
		with = "behind"
	}
	if v.base == "mess" {
		return told(weightClear, join(n.subject(), of, "went wrong"), "", n.subject())
	}
	return told(weightClear, join(n.subject(), of, n.pick("was", "were"), done, with, t.text), "", n.subject())
}

// thrown is what is not done with a parcel.
var thrown = set("throw lob chuck fling hurl toss dump")

// misdirected: "sent my new card to my old address".
func (p enParser) misdirected(v verb, k int) (finding, bool) {
	if v.base != "send" && v.base != "deliver" && v.base != "ship" && v.base != "post" || !p.is(k, "my", "our") {
		return finding{}, false
	}
	n, next, ok := p.np(k, maxNouns)
	to, after, there := p.prepositional(next)
	if !ok || !there || !p.is(next, "to") || !p.is(next+1, "my", "the", "a", "an", "another", "someone", "somebody") || !places[lastWord(to)] && !p.is(next+1, "someone", "somebody") || !p.endsAt(after) {
		return finding{}, false
	}
	return told(weightClear, join(n.subject(), n.pick("was", "were"), ppForms[v.base], to), "", n.subject())
}

var gives = set("give send sell serve deliver bring ship")

// badGift: "sent me a ripped dress".
func (p enParser) badGift(v verb, i int) (finding, bool) {
	if p.is(i, "someone", "somebody") && p.is(i+1, "else's", "elses") {
		n, _, ok := p.np(i+2, maxNouns)
		return finding{Grievance: Grievance{Issue: join("you were", ppForms[v.base], "somebody else's", n.noun)}, weight: weightClear}, ok && n.det == ""
	}
	n, _, ok := p.np(i, maxNouns)
	first, _, _ := strings.Cut(n.noun, " ")
	if !ok || !spoiled[first] || n.head == first {
		return finding{}, false
	}
	return told(weightClear, join("you were", ppForms[v.base], n.object()), "", "")
}

var spoiled = set("fake wrong faulty broken damaged defective used dirty empty expired opened old cracked torn ripped incorrect rotten stale cold raw refurbished scratched dented")

var harmsPeople = set(`put switch place enrol ignore overcharge block ban suspend bump kick transfer disconnect deny refuse accuse embarrass humiliate mistreat patronise patronize intimidate bully trap harass hassle pester bombard spam interrupt rush threaten
	reject forget leave downgrade mislead bounce remove
	charge`)

// harmsThings tells a deed by its passive.
var harmsThings = deedsOf(`freeze shut ban lose damage break cancel delay reject decline block lock close suspend disconnect change ruin smash crush rip open raise
	forget mishandle delete remove disable ignore deactivate reschedule drop move reduce throttle stop limit throw toss dump leave keep deny refuse split reset
	spill substitute corrupt brick wipe erase hack overbook oversell impound tow distort garble misroute misdirect scramble reassign revoke swap shorten bend burst unlink overwrite swallow eject clog strand reallocate
	spill return give redirect divert downgrade void reverse lob chuck fling hurl stain scratch tear restrict interrupt postpone discontinue`,
	"take taken misplace mislaid destroy damaged steal taken lose lost mess mixed ruin spoiled toss thrown")

func deedsOf(plain, special string) map[string]string {
	table := map[string]string{}
	for _, base := range fields(plain) {
		table[base] = ppForms[base]
	}
	pairs := fields(special)
	for i := 0; i+1 < len(pairs); i += 2 {
		table[pairs[i]] = pairs[i+1]
	}
	return table
}
