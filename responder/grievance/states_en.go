package grievance

import "strings"

// itself: "it won't turn on", where nothing is said of what.
func (p enParser) itself(i int) (finding, bool) {
	if !p.is(i, "it", "this") || p.is(i-1, "about", "that", "make", "like", "if", "but") && p.is(i, "this") {
		return finding{}, false
	}
	return p.ofIt(i + 1)
}

func (p enParser) ofIt(j int) (finding, bool) {
	it := phrase{noun: "it", any: true}
	j = p.skip(p.passOver(j), lately...)
	for _, read := range []func(phrase, int) (string, bool){p.wontDo, p.notDone, p.keepsDoing, p.fails, p.workedOnce} {
		if clause, ok := read(it, j); ok {
			return told(weightFaint, "it "+clause, "", "")
		}
	}
	if state := states[p.word(j+1)]; p.is(j, "is", "was", "got", "been") && gravely[p.word(j+1)] {
		return told(weightFaint, "it "+state, "", "")
	}
	return finding{}, false
}

var gravely = set("deactivated cancelled broken damaged blocked locked lost stolen declined rejected torn cracked disconnected")

// unnamed: "my Acmeline 300 keeps freezing": what it is called is not told.
func (p enParser) unnamed(i int) (finding, bool) {
	if _, _, ok := p.np(i, maxNouns); ok {
		return finding{}, false
	}
	for j := i + 1; j < i+5; j++ {
		w := p.word(j)
		if p.toks[min(j, len(p.toks)-1)].kind == isHandle && j == i+1 {
			continue
		}
		if p.is(j, "has", "keeps", "won't", "doesn't", "stopped", "isn't", "died", "broke", "crashed") && j > i+1 {
			return p.ofIt(j)
		}
		if w == "" || closed[w] || prepositions[w] || relations[w] || persons[w] || strings.Contains(w, "'") {
			return finding{}, false
		}
	}
	return finding{}, false
}

// noLonger: "no longer charges", "are falling apart".
func (p enParser) noLonger(n phrase, j int) (string, bool) {
	if p.is(j, "is", "are", "was", "were") && p.is(j+1, "falling", "coming", "peeling") && p.is(j+2, "apart", "off", "loose", "up") && !p.comesNext(n, j) {
		return join(n.pick("is", "are"), p.word(j+1), strings.Replace(p.word(j+2), "up", "off", 1)), true
	}
	k := p.skip(j, "is", "are")
	if !p.is(k, "no") || !p.is(k+1, "longer") {
		return "", false
	}
	v := verbs[p.word(k+2)]
	t := p.tail(k + 3)
	if t.cut || t.text == "" && !standing[v.base] && !v.pp || v.base == "" || v.base == "be" {
		return "", false
	}
	if v.ing || v.pp && k > j {
		return join(n.pick("is", "are"), "no longer", p.word(k+2), t.text), true
	}
	return join("no longer", n.pick(thirdOf(v.base), v.base), t.text), true
}

// workedOnce: "was working fine until today", "was working last week".
func (p enParser) workedOnce(_ phrase, j int) (string, bool) {
	k := j + 1
	if p.is(j, "was", "were") {
		k = p.skip(k, "all", "just", "perfectly", "still")
		if !p.is(k, "working") {
			return "", false
		}
		k++
	} else if !p.is(j, "worked") || !p.is(k, "fine", "perfectly", "great", "ok", "okay", "well") {
		return "", false
	}
	k = p.skip(k, "fine", "perfectly", "great", "ok", "okay", "well", "just", "up")
	until := p.is(k, "until", "till", "before") && !p.is(k, "before") || p.is(k, "yesterday", "earlier") || p.is(k, "last", "this") && p.is(k+1, "week", "night", "month", "year", "morning")
	return "stopped working", until && !p.is(j-1, "never", "always")
}

// crowded: "is riddled with bugs", "was covered in mould".
func (p enParser) crowded(be string, k int) (string, bool) {
	if be == "" || !(p.is(k, "full") && p.is(k+1, "of") || p.is(k, "riddled", "ridden", "filled", "infested", "plagued") && p.is(k+1, "with") || p.is(k, "covered", "caked") && p.is(k+1, "in", "with")) {
		return "", false
	}
	what, _, ok := p.np(k+2, 2)
	word := p.word(k)
	if word == "ridden" {
		word = "riddled"
	}
	return join(be, word, p.word(k+1), what.String()), ok && what.det == "" && crowding[singular(what.head)]
}

// crowding is what nobody wants many of.
var crowding = set("bug error glitch ad advert spam scam scammer mistake hole typo crack scratch stain mould mold dust dirt hair rust glue grease mouse ant cockroach flea maggot weed")

// isBad: "was too tough", "is down on the account page", "got messed up".
func (p enParser) isBad(n phrase, j int) (string, bool) {
	copula := p.is(j, "is", "are", "was", "were", "has", "have", "got", "gets", "came", "come", "arrived", "arrives", "be", "being", "been", "showed", "turned", "comes", "looks", "tasted", "tastes", "smells", "smelled", "smelt", "becomes", "became", "feels", "seems", "runs")
	if !copula {
		return "", false
	}
	be := map[string]string{"is": n.pick("is", "are"), "are": n.pick("is", "are"), "was": n.pick("was", "were"), "were": n.pick("was", "were")}[p.word(j)]
	if p.is(j, "has", "have") && p.is(p.skip(j+1, lately...), "been") {
		be = n.pick("was", "were")
	}
	k := p.skip(p.passOver(p.skip(j+1, append(lately, "permanently", "wrongly", "badly", "absolutely", "equally", "been", "being", "getting", "so", "very", "completely", "totally", "up", "all")...)), "been", "so", "very", "completely", "all", "fully", "half")
	if p.is(k, "issues", "problems") || p.is(k, "having") && p.is(k+1, "issues", "problems", "trouble") {
		return join(n.pick("isn't", "aren't"), "working as", n.pick("it", "they"), "should"), !p.is(j, "was", "were", "got")
	}
	if said, ok := p.crowded(be, k); ok {
		return said, true
	}
	switch {
	case p.is(k, "too", "way") && overdone[p.word(p.skip(k, "too", "way", "far"))]:
		if be == "" {
			be = n.pick("was", "were")
		}
		return be + " too " + p.word(p.skip(k, "too", "way", "far")), true
	case p.is(j, "tasted", "tastes", "smells", "smelled", "smelt") && (p.is(k-1, awful...) || p.is(k, awful...) || p.is(k, "like", "of", "off", "weird", "strange", "rotten", "sour", "bitter", "bland", "old", "stale", "burnt", "burned", "nasty", "gross")):
		return map[bool]string{true: "didn't taste right", false: "didn't smell right"}[p.is(j, "tasted", "tastes")], true
	case be != "" && verbs[p.word(k)].pp && harmsThings[verbs[p.word(k)].base] != "" && states[p.word(k)] == "":
		said := join(be, harmsThings[verbs[p.word(k)].base])
		if t := p.tail(k + 1); verbs[p.word(k)].base == "leave" && t.text == "" {
			return "", false
		}
		if t := p.tail(k + 1); t.objects == 0 && !t.cut {
			said = join(said, t.text)
		}
		if p.is(k+1, "behind") {
			said += " behind"
		}
		return said, true
	case p.outOfDate(k):
		return n.pick("was", "were") + " out of date", true
	case p.is(j, "came", "arrived", "come") && p.is(k, "with", "without"):
		if what, _, ok := p.np(k+1, 3); ok && (p.is(k, "without") || defects[what.head]) {
			return "came " + p.word(k) + " " + what.object(), true
		}
		return "", false
	case p.is(j, "has", "have") && states[p.word(k)] != "" && (p.nominal(k+1) == isNoun || p.is(k+1, "me", "us", "my", "our", "to") && !p.is(k-1, "been")):
		return "", false
	case states[p.word(k)] != "" && p.is(k-1, "half"):
		return join(n.pick("was", "were"), "half", p.word(k)), p.is(k, "empty", "frozen", "raw", "cooked")
	case states[p.word(k)] != "" && !p.is(k+2, "into") && (!p.is(k, "down", "out") || goesDown[n.head]) && (!touchy[p.word(k)] || p.bareEnd(k+1)):
		return p.inState(n, k)
	case p.is(k, "out") && p.is(k+1, "of") && p.is(k+2, "service", "order") && be != "":
		return be + " out of order", true
	case be != "" && p.is(k, "confusing", "complicated", "glitchy", "unusable") && p.bareEnd(k+1):
		return be + " " + strings.Replace(p.word(k), "glitchy", "playing up", 1), true
	case p.is(k, "impossible", "hard", "difficult", "confusing", "tricky") && p.is(k+1, "to"):
		if clause, ok := p.simple(k + 2); ok && !n.plural {
			return "is hard to " + clause, true
		}
	}
	return "", false
}

var defects = set("rip hole crack scratch dent stain tear mark leak fault cracks scratches stains holes marks dents hair bug")

// touchy are states that are something else before further words.
var touchy = set("late closed wrong cold missing slow gone dead locked packed empty expensive out dirty raw")

// inState tells the state at k, with where or when it is so.
func (p enParser) inState(n phrase, k int) (string, bool) {
	if p.is(k, "missing") && dets[p.word(k+1)] != "" {
		if part, next, ok := p.np(k+1, maxNouns); ok && p.endsAt(next) {
			return join(n.pick("was", "were"), "missing", part.object()), true
		}
	}
	said := n.state(states[p.word(k)])
	if p.is(k-1, "been") && p.is(k-2, "has", "have") {
		said = strings.Replace(strings.Replace(said, "is ", n.pick("has", "have")+" been ", 1), "are ", n.pick("has", "have")+" been ", 1)
	}
	if p.is(k-1, "was", "were") {
		said = strings.Replace(strings.Replace(" "+said, " is ", " was ", 1), " are ", " were ", 1)[1:]
	}
	if p.is(k+1, "up") {
		k++
	}
	if t := p.tail(k + 1); t.objects == 0 && !t.cut && len(t.text) < 30 {
		before, _, _ := strings.Cut(" "+t.text, " since ")
		said = join(said, before)
	}
	return said, true
}

// simple is the verb alone: "hard to navigate".
func (p enParser) simple(j int) (string, bool) {
	v := verbs[p.word(j)]
	if !v.isBase || v.base != p.word(j) || idle[v.base] {
		return "", false
	}
	return v.base, p.word(j+1) == "" || closed[p.word(j+1)]
}

// fails: "died after a week", "drains in an hour".
func (p enParser) fails(n phrase, j int) (string, bool) {
	said, ok := failures[p.word(j)]
	if p.is(j, "turns", "shuts", "switches") && p.is(j+1, "itself") && p.is(j+2, "off", "on", "down") {
		return p.word(j) + " itself " + p.word(j+2), true
	}
	if p.is(j, "confuses", "confused") && p.is(j+1, "me", "us") {
		return n.pick("is", "are") + " confusing", n.det != "your"
	}
	if what, _, ok := p.np(j+1, 3); ok && what.det == "your" && !relations[n.head] && p.is(j, "swallowed", "ate", "eats") {
		return join(p.word(j), what.object()), true
	}
	v := verbs[p.word(j)]
	if v.base != "" && !v.past && p.word(j) == v.base && !n.plural {
		return "", false
	}
	k := j + 1
	if !ok || relations[n.head] || p.is(j, "ripped") && p.is(k, "off") {
		return "", false
	}
	if strings.HasSuffix(said, "+") {
		if !p.is(k, "apart", "off", "out", "down", "dead", "black", "blank", "missing", "wrong", "loose") || (strings.HasPrefix(p.word(j), "went") || strings.HasPrefix(p.word(j), "came") || strings.HasPrefix(p.word(j), "comes")) && p.is(k, "out") {
			return "", false
		}
		said, k = strings.TrimSuffix(said, "+")+" "+p.word(k), k+1
	}
	if breakers[v.base] && k == j+1 && (p.objectCutOff(k) || p.actsOn(k)) {
		return "", false
	}
	t := p.tail(k)
	if t.text == "" && (counts[p.word(k)] || p.goesOn(k) && (k > j+1 || v.base == "fail")) {
		return "", false // "the alarm goes off silently"
	}
	if t.objects > 0 || t.cut {
		t.text = ""
	}
	return join(said, t.text), true
}

// breakers are verbs of what breaks and of who breaks it.
var breakers = set("snap break crack rip tear burst shatter drop drain melt")

// failures say by one word what went wrong; "+" wants a particle.
var failures = map[string]string{
	"died": "died", "crashed": "crashed", "broke": "broke", "froze": "froze", "exploded": "exploded", "leaked": "leaked", "leaks": "leaks", "fell": "fell+", "falls": "falls+",
	"cuts": "cuts+", "drops": "drops", "drains": "drains", "freezes": "freezes", "crashes": "crashes", "crash": "crash", "freeze": "freeze", "disappeared": "disappeared", "vanished": "disappeared",
	"faded": "faded", "fades": "fades", "snapped": "snapped", "melted": "melted", "ripped": "ripped", "tore": "tore", "cracked": "cracked", "shrank": "shrank", "dies": "dies", "shuts": "shuts+", "goes": "goes+", "went": "went+", "burst": "burst",
	"came": "came+", "comes": "comes+", "glitches": "plays up", "lags": "lags", "buffers": "buffers", "overheats": "overheats", "malfunctioned": "failed", "failed": "failed", "shattered": "shattered", "flickers": "flickers", "disconnects": "disconnects", "stalled": "stalled",
}

// overdone is what a thing may be too much: "[too] salty".
var overdone = set("tough small big hot cold dry salty sweet slow loud tight short long expensive dark spicy hard complicated confusing bright greasy heavy large quiet thin thick low high")

// needsDoing: "needs to be fixed", "needs fixing".
func (p enParser) needsDoing(n phrase, j int) (string, bool) {
	if !p.is(j, "needs", "need") {
		return "", false
	}
	v := verbs[p.word(p.skip(j+1, "to", "be", "urgent"))]
	switch v.base {
	case "fix", "repair", "replace", "improve", "sort", "update":
		return n.pick("needs ", "need ") + ingForms[v.base], true
	}
	return "", false
}

// outOfDate: "out of date", "two months out of date".
func (p enParser) outOfDate(k int) bool {
	if _, next, ok := p.duration(k); ok {
		k = next
	}
	return p.is(k, "out") && p.is(k+1, "of") && p.is(k+2, "date")
}
