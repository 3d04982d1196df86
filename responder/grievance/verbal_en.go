package grievance

import "strings"

// predication reads the verb or the adjective behind the auxiliaries, and what
// belongs to it.
func (p enParser) predication(d doer, g auxGroup) (predication, int, bool) {
	out, k := g.predication, g.next
	w := p.word(k)
	v := verbs[w]
	if p.fragment(d, g) {
		out.base, out.said, out.elided = "be", w, true // "kiosks out again"
		if span, next, ok := p.duration(k + 2); ok && p.is(k+1, "for") {
			out.tail = "for " + span
			return out, next, true
		}
		return out, k + 1, true
	}
	switch {
	case g.last == "be":
		return p.afterBe(g)
	case g.last == "have":
		if !v.pp {
			return out, k, false
		}
	case g.last == "do":
		if !v.isBase || v.base != w {
			return out, k, false
		}
	case v.base == "" || v.ing || !v.past && !agrees(w, v, d):
		if !v.ing || !g.lasting || g.denied || d.self {
			return out, k, false
		}
		out.ing, out.elided = true, true // "the app still asking me to sign in"
	}
	out.base, out.said = v.base, w
	if v.pp && v.past && g.last == "" && d.noun != nil && (undergone[v.base] || v.base == "leave" && p.is(k+1, "on", "in", "inside") || handed[v.base] && v.base != "leave" && p.is(k+1, "with", "without")) {
		if p.tail(k+1).objects > 0 {
			return out, k, false
		}
		out.passive, out.elided = true, true // "three parcels lost"
	}
	if next := verbs[p.word(k+1)]; v.base == "get" && next.pp && next.base != "get" {
		out.base, out.said, out.passive = next.base, w+" "+p.word(k+1), true
		k++
	}
	return p.withTail(out, k)
}

// fragment reports a thing and its state without a verb: "kiosks out", "card
// reader down in Elmtown".
func (p enParser) fragment(d doer, g auxGroup) bool {
	w := p.word(g.next)
	v := verbs[w]
	if len(g.said) > 0 || d.aux != "" || d.noun == nil {
		return false
	}
	isState := (troubling[w] || w == "out") && w != "late" && (v.base == "" || v.pp && !v.past)
	unlikely := w == "cold" && !chilly[d.noun.head] && !chilly[singular(d.noun.head)]
	goesOn := particles[w] && dets[p.word(g.next+1)] != "" // "down the road"
	return isState && !unlikely && !goesOn && (p.endsAt(g.next+1) || p.trails(g.next+1))
}

// chilly are things of which "cold" is a complaint without a verb.
var chilly = set("shower bath room pool house flat heating radiator")

// roomy are things that are freezing cold rather than stuck.
var roomy = set("train bus coach carriage gym office cinema restaurant food coffee tea water apartment hotel")

// undergone are deeds that a thing does not do, but suffers.
var undergone = set("lock lose damage cancel delay reject decline suspend disconnect mishandle destroy misplace forget delete remove postpone reschedule")

// agrees reports a present form that fits its subject.
func agrees(w string, v verb, d doer) bool {
	if d.many {
		return v.isBase && v.base == w
	}
	return w == thirdOf(v.base)
}

// afterBe reads what something is, is doing or has suffered.
func (p enParser) afterBe(g auxGroup) (predication, int, bool) {
	out, k := g.predication, g.next
	w := p.word(k)
	v := verbs[w]
	if p.is(k, "out") && p.is(k+1, "of") && p.is(k+2, "sync", "date", "order", "focus", "place", "stock", "line", "service") {
		t := p.tail(k + 3)
		out.base, out.said, out.tail = "be", "out of "+strings.Replace(p.word(k+2), "service", "order", 1), t.text
		return out, t.next, !t.cut && t.objects == 0 && p.endsAt(t.next)
	}
	if span, next, ok := p.duration(p.skip(k, "like", "about")); ok && p.is(next, "ahead", "behind", "late", "early", "off", "slow", "fast", "out") && p.endsAt(next+1) {
		out.base, out.said = "be", span+" "+p.word(next)
		return out, next + 1, true
	}
	if plainly[w] {
		t := p.tail(k + 1)
		if !t.cut && t.objects == 0 && (p.endsAt(t.next) || troubling[w] && p.trails(t.next)) {
			out.base, out.said, out.tail = "be", mildly(w), t.text
			return out, t.next, true
		}
	}
	if poor[p.word(k-1)] && p.endsAt(k) || poor[w] && p.endsAt(k+1) {
		out.base, out.said = "be", notGood
		if poor[w] && p.endsAt(k+1) {
			k++
		}
		return out, k, !g.denied && !g.future
	}
	switch {
	case v.ing && (p.nominal(k) != isNoun || p.word(k+1) != ""):
		out.base, out.said, out.ing = v.base, w, true
		return p.withTail(out, k)
	case v.pp && w != "set" && w != "read":
		out.base, out.said, out.passive = v.base, w, true
		return p.withTail(out, k)
	}
	return p.beLike(g, k)
}

// beLike reads what something is said to be at k, by a word or a phrase: "noisy",
// "full of sand", "slower than the last one".
func (p enParser) beLike(g auxGroup, k int) (predication, int, bool) {
	out, w := g.predication, p.word(k)
	switch {
	case p.is(k, "different") || p.is(k, "two", "three") && p.is(k+1, "different"):
		n, next, ok := p.np(k, maxNouns)
		out.base, out.said = "be", n.String()
		return out, next, ok && n.plural && p.endsAt(next)
	case tones[w] && !plainly[w] && p.endsAt(k+1):
		out.base, out.said = "be", w
		return out, k + 1, true
	case tones[w] && !plainly[w] && p.trails(k+1):
		t := p.tail(k + 1)
		out.base, out.said, out.tail = "be", w, t.text
		return out, t.next, !t.cut && t.objects == 0 && p.endsAt(t.next)
	case p.is(k, "full") && p.is(k+1, "of"):
		n, next, ok := p.np(k+2, maxNouns)
		out.base, out.said = "be", "full of "+n.object()
		return out, next, ok && p.endsAt(next)
	case comparatives[w] && p.is(k+1, "than"), w == "different" && p.is(k+1, "from", "to", "than"):
		n, next, ok := p.np(k+2, maxNouns)
		out.base, out.said, out.tail = "be", w, p.word(k+1)+" "+n.object()
		return out, next, ok && p.endsAt(next)
	case prepositions[w] && p.is(k, "in", "on", "at", "under", "without", "behind"):
		place, next, ok := p.prepositional(k)
		out.base, out.said = "be", place
		return out, next, ok && p.endsAt(next)
	case p.depth > 0 && p.is(k, "a", "an", "the"):
		n, next, ok := p.np(k, maxNouns)
		out.base, out.said = "be", n.String()
		return out, next, ok && p.endsAt(next)
	}
	return out, k, false
}

// withTail reads what belongs to a verb; it must be read to the end of its
// clause.
func (p enParser) withTail(out predication, k int) (predication, int, bool) {
	if (out.base == "let" || out.base == "allow") && p.is(k+1, "me", "us") && !out.passive {
		clause, ok := p.clause(p.skip(k+2, "to"))
		if particles[p.word(k+2)] && p.endsAt(k+3) {
			clause, ok = p.word(k+2), true
		}
		out.tail = join("you", map[bool]string{true: "to"}[out.base == "allow"], clause)
		return out, k + 2, ok
	}
	if out.base == "keep" && p.is(k+1, "getting", "being") && verbs[p.word(k+2)].pp {
		t := p.tail(k + 3)
		out.tail = join(p.word(k+1), p.word(k+2), t.text)
		return out, t.next, !t.cut && t.objects == 0 && (p.endsAt(t.next) || p.trails(t.next))
	}
	if out.base == "keep" && p.is(k+1, "saying", "claiming", "insisting") && p.depth == 0 {
		told, next, ok := p.reported(k + 2)
		out.tail = join(p.word(k+1), told)
		return out, next, ok
	}
	if saying[out.base] && p.depth == 0 {
		return out, p.skip(k+1, "me", "us"), true
	}
	if p.is(k+1, "nothing") && p.is(k+2, "like") && (out.base == "look" || out.base == "be" || out.base == "taste" || out.base == "fit") {
		n, next, ok := p.np(k+3, maxNouns)
		out.tail = "nothing like " + n.object()
		return out, next, ok && p.endsAt(next)
	}
	if f, next, ok := p.cameAs(out, k+1); ok {
		return f, next, true
	}
	t := p.tail(k + 1)
	out.tail = t.text
	if !out.passive && t.objects == 0 && transitive[out.base] && out.base != "keep" && !strings.HasPrefix(t.text, "to ") && !particles[firstWord(t.text)] || judging[out.base] && out.passive && !(out.base == "use" && p.is(k-1, "been") && p.is(k-2, "already")) {
		return out, t.next, false
	}
	if t.cut || t.text == "" && t.next != k+1 && !p.endsAt(t.next) {
		return out, t.next, false
	}
	if out.passive && t.objects > 0 && !ditransitive[out.base] {
		return out, t.next, false
	}
	if (out.base == "turn" || out.base == "switch" || out.base == "log") && !out.denied && !out.passive && t.text == "" {
		return out, t.next, false // "turned [to treacle]"
	}
	complete := t.text != "" || out.passive || standing[out.base] || ailing[out.base] || failures[out.said] != ""
	return out, t.next, complete && (p.endsAt(t.next) || p.is(t.next, "between") || p.somewhere(t.next) || out.sayEnough() && p.trails(t.next))
}

// cameAs reads what something came as: "arrived smashed", "was delivered open",
// "turned up late".
func (p enParser) cameAs(out predication, k int) (predication, int, bool) {
	if !(become[out.base] && !out.passive || handed[out.base] && out.passive || out.base == "show") {
		return out, k, false
	}
	particle := ""
	if p.is(k, "up", "back", "out", "here") {
		particle, k = p.word(k), k+1
	}
	k = p.passOver(p.skip(k, "all", "completely", "totally", "already", "so", "very", "a", "bit", "absolutely"))
	w := p.word(k)
	if !plainly[w] && !tones[w] || out.base == "show" && particle == "" {
		return out, k, false
	}
	t := p.tail(k + 1)
	out.tail = join(particle, w, t.text)
	return out, t.next, !t.cut && t.objects == 0 && (p.endsAt(t.next) || troubling[w] && (p.trails(t.next) || p.is(t.next, "to") && p.is(t.next+1, "bits", "pieces")))
}

// notGood is how we word what is called awful.
const notGood = "poor"

// poor say that something is not good, and no more.
var poor = set("awful terrible horrible horrendous appalling dreadful atrocious abysmal shocking poor rubbish useless pathetic bad")

// sayEnough reports a verb that tells the trouble by itself, whatever follows.
func (v predication) sayEnough() bool {
	return v.passive && (harmsThings[v.base] != "" || harmsPeople[v.base]) || !v.passive && (v.denied && standing[v.base] || ailing[v.base] && !loose[v.base])
}

// trails reports that what stands at i adds a place, a time or a measure to
// what was said, and no turn of it.
func (p enParser) trails(i int) bool {
	if p.is(i, "like") && p.is(i+1, "a", "an") || p.is(i, "both", "every", "all", "each", "twice") {
		return true
	}
	return prepositions[p.word(i)] && !p.is(i, "by", "to", "without", "against", "off", "through", "until", "with") || p.is(i, "by", "with") && p.isPhrase(i+1)
}

// somewhere reports a place of an unknown name, which is left out: "in Elmtown".
func (p enParser) somewhere(i int) bool {
	w := p.word(i + 1)
	return p.is(i, "in", "at", "from", "near", "to", "for", "via") && w != "" && !closed[w] && verbs[w].base == "" && dets[w] == "" && p.nominal(i+1) == notNominal && pronouns[w] == "" && !isNumber(w)
}

// transitive verbs say nothing without an object, judging ones nothing in the
// passive without what follows.
var (
	transitive = set("get take make have give put find buy bring let want keep select see change add remove reach provide hold use open purchase spend book claim return watch order enjoy miss need")
	judging    = set("consider call deem use do make")
)

// ditransitive verbs keep an object in the passive: "I was sent the wrong one".
var ditransitive = set("give send tell show offer promise charge sell deny refuse quote ask pay force allow make bill")

// endsAt reports that a clause may end before i.
func (p enParser) endsAt(i int) bool {
	w := p.word(i)
	if p.is(i, "for") && (ordinals[p.word(p.skip(i+1, "the"))] != "" || p.is(p.skip(i+1, "the")+1, "nd", "rd", "th")) {
		return true // "for the third day running", see often
	}
	if p.is(i, "every", "each") && p.is(i+1, "time") {
		return true // "every time I call"
	}
	return w == "" || p.firstTime(i) || closed[w] && dets[w] == "" && !p.is(i, "is", "was", "are", "were", "be", "been", "by", "via", "has", "have", "until", "till", "than", "per", "unless", "due", "like", "within", "despite") || p.is(i, "my", "your", "the") && p.nominal(i+1) != notNominal
}

// mildly words what a brand would rather not repeat.
func mildly(w string) string {
	switch w {
	case "filthy":
		return "dirty"
	case "pricey":
		return "expensive"
	}
	return w
}

// comparatives tell that something is worse than another.
var comparatives = set("different slower smaller worse colder louder thinner shorter weaker dearer darker harder")

// tones are what a screen or milk may turn.
var tones = set("black blank white pink green yellow purple grey brown sour mouldy rotten missing wrong red blue")

// plainly are adjectives that are told as they stand.
var plainly = set(`wrong late cold broken empty missing slow gone dead dirty faulty unavailable available unusable confusing complicated incomplete incorrect inaccurate
	outdated expensive overdue ready visible correct accurate valid safe clean clear open closed fresh secure stable reliable unreliable inconsistent invalid blank
	blurry loose stuck down out off up away back offline online free full wet damp soaked sticky stale raw dry hard soft tough small big large short long tight thin thick
	loud quiet hot warm unsafe dangerous different ready able unable dark bright sharp level straight waterproof vegan unclear misleading hidden invisible unhappy useless impossible difficult sour rotten mouldy soggy chewy rubbery tasteless bland greasy undercooked burnt filthy smelly noisy crooked uneven torn ripped faded creased stained chipped lacking inadequate nonexistent pricey overpriced delayed lost cancelled damaged
	corrupt corrupted frozen overbooked oversold unplayable unreadable unwatchable inaudible inaccessible unresponsive inedible undelivered unanswered insufficient overcooked underdone leaky wobbly smudged dented cracked melted smashed crushed shattered squashed bent snapped ruined destroyed scratched shredded unwearable dim fuzzy deafening freezing sweltering flooded jammed understaffed overcrowded lukewarm rancid expired duplicated garbled distorted misaligned mismatched wonky warped defective unplugged hacked cancelled`)
