package grievance

import "strings"

// predicate: what a thing of the author's or ours does or does not do, with
// the widest phrase that makes sense: "the nappies wouldn't stay on".
func (p enParser) predicate(i int) (finding, bool) {
	if p.nominal(i-1) == isNoun && p.word(i-1) != "us" || adjectives[p.word(i-1)] || dets[p.word(i-1)] != "" && p.word(i-1) != "that" {
		return finding{}, false
	}
	if prepositions[p.word(i-1)] && !p.is(i-1, "with", "since", "because", "after") && p.word(i-2) != "" {
		return finding{}, false // "the clasp on the bag is broken"
	}
	if p.is(i-1, "and", "with") && p.near(i, nil, "with") && p.word(i-2) != "" {
		return finding{}, false // "with two plates broken and [the box ripped]"
	}
	var widest phrase
	for limit := maxNouns; limit > 0; limit-- {
		n, j, ok := p.np(i, limit)
		if !ok {
			return finding{}, false
		}
		if n == widest {
			continue // as long as with a word more
		}
		widest = n
		if n.det == "" && p.word(i-1) != "" && !closed[p.word(i-1)] || n.det == "no" || persons[n.head] || n.any || idioms[n.noun] || p.toks[i].kind != isWord || p.is(i, "this", "last", "next") && dayparts[n.noun] {
			return finding{}, false
		}
		weight := weightClear
		if n.det == "a" {
			weight = weightPlain
		}
		if both, next, ok := p.coordinated(n, j); ok && limit == maxNouns && verbs[p.word(i-1)].base == "" {
			if clause, ok := p.says(both, next); ok {
				return told(weight, join(both.subject(), clause), "", both.subject())
			}
		}
		if part, next, ok := p.np(j+1, maxNouns); ok && p.is(j, "on", "in", "of", "from", "for") && p.word(next) != "" {
			place := p.word(j) + " " + part.object()
			if clause, ok := p.says(n, next); ok {
				return told(weightPlain, join(n.subject(), place, clause), "", n.subject())
			}
		}
		if clause, ok := p.says(n, j); ok {
			return told(weight, join(n.subject(), clause), "", n.subject())
		}
		if clause, ok := p.saysAfterPlaces(n, j); ok && limit == maxNouns {
			return told(weightPlain, join(n.subject(), clause), "", n.subject())
		}
	}
	return finding{}, false
}

// saysAfterPlaces: "my parcel [from Leeds to Paris] was delayed".
func (p enParser) saysAfterPlaces(n phrase, j int) (string, bool) {
	k := p.pastPlaces(j)
	if k == j {
		return "", false
	}
	if clause, ok := p.says(n, k); ok {
		return clause, true
	}
	k = p.skip(k, "is", "are", "was", "were", "has", "have", "been", "just", "now", "again")
	if n.det != "" && upset[p.word(k)] && p.bareEnd(k+1) {
		return n.state(states[p.word(k)]), true
	}
	return "", false
}

// upset are states of what was planned, that need no "is".
var upset = set("cancelled delayed rescheduled postponed diverted")

// pastPlaces passes over at most two places or names that a preposition
// begins, to an auxiliary or a state.
func (p enParser) pastPlaces(i int) int {
	j := i
	for range 2 {
		if !p.is(j, "from", "to", "in", "at", "on", "for", "via", "between", "near", "of") {
			break
		}
		k := j + 1
		for k < j+5 && p.word(k) != "" && !auxiliaries[p.word(k)] && !prepositions[p.word(k)] && !upset[p.word(k)] && (!closed[p.word(k)] || dets[p.word(k)] != "") && verbs[p.word(k)].base == "" {
			k++
		}
		j = k
	}
	if j > i && (auxiliaries[p.word(j)] || upset[p.word(j)] || p.is(j, "keeps", "stopped", "just", "again", "still")) {
		return j
	}
	return i
}

// coordinated: "my app and website".
func (p enParser) coordinated(n phrase, j int) (phrase, int, bool) {
	if !p.is(j, "and") || n.det == "" {
		return n, j, false
	}
	second, next, ok := p.np(j+1, maxNouns)
	if !ok || persons[second.head] || second.det != "" && second.det != n.det {
		return n, j, false
	}
	n.noun, n.head, n.plural, n.mass = n.noun+" and "+second.noun, second.head, !p.is(next, "is", "was", "has", "isn't", "wasn't", "doesn't", "hasn't"), false
	return n, next, true
}

var lately = fields("just still also always constantly even now again really literally randomly already that that's which i've only all currently recently actually suddenly seriously basically")

// says reads what is said of a thing from j on.
func (p enParser) says(n phrase, j int) (string, bool) {
	if _, next, timed := p.duration(j + 1); p.is(j, "left") && (p.is(j+1, "early") || timed && p.is(next, "early")) {
		return "left early", true
	}
	if p.is(j, "seems", "appears", "seem", "appear") && p.is(j+1, "to") {
		j += 2
	}
	j = p.pastRelative(j)
	j = p.skip(p.passOver(j), lately...)
	if p.is(j, "has", "have", "had") && (p.is(j+1, "stopped", "started", "keep", "kept") || failures[p.word(j+1)] != "") {
		j++
	}
	for _, read := range [...]func(enParser, phrase, int) (string, bool){
		enParser.noLonger, enParser.wontDo, enParser.notDone, enParser.keepsDoing, enParser.badFood, enParser.isBad, enParser.fails, enParser.needsDoing, enParser.lasted, enParser.workedOnce, enParser.isOff,
	} {
		if clause, ok := read(p, n, j); ok {
			return clause, true
		}
	}
	return "", false
}

// pastRelative passes over "that you sent me" to "doesn't".
func (p enParser) pastRelative(j int) int {
	k := p.skip(j, "that", "which")
	if !p.is(k, "you", "i", "we") {
		return j
	}
	for k++; k < j+7 && k < len(p.toks) && p.word(k) != ""; k++ {
		if auxiliaries[p.word(k)] && !p.is(k-1, "you", "i", "we") || p.is(k, "keeps", "stopped") {
			return k
		}
	}
	return j
}

// wontDo: "won't let me record", "doesn't have dimensions".
func (p enParser) wontDo(n phrase, j int) (string, bool) {
	start, k := p.word(j), j+1
	switch {
	case p.is(j, "won't", "can't", "wouldn't", "couldn't", "didn't"):
	case p.is(j, "doesn't", "don't"):
		start = n.pick("doesn't", "don't")
	case p.is(j, "does", "do", "did", "will", "would", "can") && p.is(p.skip(j+1, lately...), "not"):
		start, k = map[string]string{"does": n.pick("doesn't", "don't"), "do": n.pick("doesn't", "don't"), "did": "didn't", "will": "won't", "would": "wouldn't", "can": "can't"}[p.word(j)], p.skip(j+1, lately...)+1
	default:
		return "", false
	}
	k = p.skip(p.passOver(k), "even", "seem", "want", "to", "properly", "ever", "actually")
	if p.is(k, "let", "allow") && p.is(k+1, "me", "us", "you") {
		clause, ok := p.clause(p.skip(k+2, "to"))
		if p.is(k, "allow") {
			clause = "to " + clause
		}
		return join(start, p.word(k), "you", clause), ok
	}
	v := verbs[p.word(k)]
	if v.base == "" || v.ing || unsaid[v.base] || v.base == "have" && p.is(k+1, "it", "any", "none") || relations[n.head] && unaided[v.base] {
		return "", false
	}
	t := p.tail(k + 1)
	if t.text == "" && !standing[v.base] || t.cut && !standing[v.base] {
		return "", false
	}
	if intransitive[v.base] && t.objects > 0 {
		t.text = ""
	}
	return join(start, v.base, t.text), true
}

var intransitive = set("work function arrive come appear crash freeze die respond happen ship")

// unsaid verbs tell nothing that we would repeat of a thing.
var unsaid = set("help matter mean care know say seem like exist look make want need think sound do be understand deserve believe happen go get give")

// notDone: "hasn't been delivered", "is not working on my phone", "never came".
func (p enParser) notDone(n phrase, j int) (string, bool) {
	start, k := p.notYet(n, j)
	if start == "" {
		return "", false
	}
	been := ""
	if p.is(k-1, "been") {
		been = "been"
	}
	v := verbs[p.word(k)]
	perfect := strings.HasPrefix(start, "has") || strings.HasPrefix(start, "have")
	switch {
	case v.base != "" && v.ing && start != "never" && !perfect, v.pp && perfect, v.pp && strings.HasPrefix(start, "is") || v.pp && strings.HasPrefix(start, "are"), v.pp && strings.HasPrefix(start, "was"), start == "never" && v.past:
		if ailing[v.base] || v.base == "miss" || harmsThings[v.base] != "" && v.base != "return" && v.base != "give" {
			return "", false // "the links are not missing" is no complaint
		}
		if unsaid[v.base] && been == "" || p.is(k, "going", "coming", "expected", "supposed", "allowed", "meant", "asking", "trying") {
			return "", false
		}
		if p.is(j, "not") && (v.base == "let" || v.base == "find" && foundOut[n.head]) {
			return "", false // "page not found"
		}
		if p.is(j, "not") && v.base == "come" {
			start = n.pick("hasn't", "haven't")
		} else if p.is(j, "not") && v.pp && !v.ing {
			start, been = n.pick("hasn't", "haven't"), "been"
		}
		t := p.tail(k + 1)
		if p.is(j, "not") && v.pp && p.is(k+1, "it", "them", "one") {
			return "", false // "email not received it"
		}
		if v.base == "have" && hasDefect(t.text) {
			return "", false // "never had this problem"
		}
		if t.cut && t.text == "" && !standing[v.base] || p.is(k, "been") {
			return "", false
		}
		if t.objects > 0 && (intransitive[v.base] || v.pp && !v.past || been != "") {
			t.text = ""
		}
		return join(start, been, p.word(k), t.text), true
	case prepositions[p.word(k)] && (strings.HasPrefix(start, "is") || strings.HasPrefix(start, "are") || strings.HasPrefix(start, "was")) && !strings.Contains(start, "barely") && p.is(k, "in", "on", "at"):
		place, _, ok := p.prepositional(k)
		return join(start, place), ok && !p.is(k+1, "the")
	case p.is(k, "good", "big", "long", "strong", "fast", "hot", "warm") && p.is(k+1, "enough") && (n.det != "your" || !p.is(k, "good")) && start != "never" && !perfect:
		return join(start, p.word(k), "enough"), true
	case p.is(k, "available", "ready", "active", "visible", "usable", "valid", "safe", "clean", "correct", "accurate", "clear", "open", "fresh", "secure", "unlocked", "connected", "stable", "reliable") && start != "never" && !strings.Contains(start, "barely"):
		if perfect {
			been = "been"
		}
		if p.is(k, "available") {
			return join(strings.Replace(start, "n't", "", 1), been, "unavailable", p.inTheirParts(k+1)), true // "not available" reads as a bare no
		}
		return join(start, been, p.word(k), p.inTheirParts(k+1)), true
	}
	return "", false
}

// notYet reads how a predicate at j of n begins that denies, and where the verb is:
// "hasn't", "never", "is barely"; "" for none.
func (p enParser) notYet(n phrase, j int) (start string, verb int) {
	k := j + 1
	switch {
	case p.is(j, "doesn't", "don't", "didn't") && p.is(j+1, "seem", "appear", "look"):
		start, k = map[bool]string{true: n.pick("wasn't", "weren't"), false: n.pick("isn't", "aren't")}[p.is(j, "didn't")], p.skip(j+2, "to", "be")
	case p.is(j, "isn't", "aren't"), p.is(j, "is", "are") && p.is(p.skip(j+1, lately...), "not"), p.is(j, "not"):
		start = n.pick("isn't", "aren't")
	case p.is(j, "wasn't", "weren't"), p.is(j, "was", "were") && p.is(p.skip(j+1, lately...), "not"):
		start = n.pick("wasn't", "weren't")
	case p.is(j, "hasn't", "haven't"), p.is(j, "has", "have") && p.is(p.skip(j+1, lately...), "not", "never"):
		start = n.pick("hasn't", "haven't")
	case p.is(j, "never"):
		start = "never"
	case p.is(j, "is", "are") && p.is(p.skip(j+1, lately...), "barely", "hardly", "only"), p.is(j, "barely", "hardly"):
		start = n.pick("is", "are") + " barely"
	default:
		return "", j
	}
	return start, p.skip(p.skip(p.skip(k, lately...), "not", "never", "barely", "hardly", "only"), append(lately, "been", "being", "yet")...)
}

// keepsDoing: "keeps freezing", "has been turning on by itself", "stopped connecting to the wifi".
func (p enParser) keepsDoing(n phrase, j int) (string, bool) {
	var start string
	k := j + 1
	switch {
	case p.is(j, "keeps", "keep", "kept"):
		start = n.pick("keeps", "keep")
	case p.is(j, "stopped", "quit", "stops"):
		start = "stopped"
	case p.is(j, "has", "have") && p.is(j+1, "been"), p.is(j, "is", "are") && p.is(k, "always", "constantly"):
		start, k = n.pick("keeps", "keep"), j+2
	case p.is(j, "started", "starts"):
		start = "started"
	case p.is(j, "has", "have") && p.is(j+1, "taken"):
		span, _, ok := p.duration(j + 2)
		return n.pick("has", "have") + " taken " + span, ok
	case p.is(j, "takes", "took", "taking"):
		if span, _, ok := p.duration(j + 1); ok {
			return map[bool]string{true: "took ", false: n.pick("takes ", "take ")}[p.is(j, "took")] + span, true
		}
		if p.is(j+1, "forever", "ages", "so") {
			return n.pick("takes", "take") + " so long", true
		}
		return "", false
	case p.is(j, "makes", "make", "makes") && p.is(p.skip(j+1, "it", "things"), "impossible", "hard", "difficult", "harder"):
		at := p.skip(j+1, "it", "things") + 1
		if clause, ok := p.clause(p.skip(at, "for", "me", "us", "to")); ok {
			return n.pick("makes", "make") + " it hard to " + clause, true
		}
		return "", false
	default:
		return "", false
	}
	k = p.skip(p.passOver(k), lately...)
	v := verbs[p.word(k)]
	if gerunds[p.word(k)] && p.nominal(k+1) == isNoun && p.is(j, "keep", "keeps") {
		return "", false // "keeps boarding passes"
	}
	if !v.ing || p.is(k, "working", "improving", "growing", "being", "saying", "telling", "making", "giving", "coming") || start == "started" && !ailing[v.base] || start == "stopped" && ailing[v.base] || p.is(j, "has", "have", "is", "are") && !ailing[v.base] {
		return "", false
	}
	if pp := p.pastLy(k + 1); p.is(k, "getting") && verbs[p.word(pp)].pp {
		t := p.tail(pp + 1)
		if t.cut || t.objects > 0 {
			t.text = ""
		}
		return join(start, "getting", p.word(pp), t.text), true
	}
	t := p.tail(k + 1)
	if t.cut && t.text == "" && !standing[v.base] || t.text == "" && p.is(k, "getting") {
		return "", false
	}
	return join(start, p.word(k), t.text), true
}

// ailing verbs tell of trouble by themselves.
var ailing = set("seize swell bounce crackle drift stutter warp tangle clog overflow hiss creak detach loosen wilt dissolve deflate droop curl pixelate blur evaporate disintegrate buckle splinter stall vibrate conk smoke spark fade shrink peel crack split tear rust burst snap bend melt smell unravel collapse expire lapse power vibrate beep squeak rattle crash freeze buffer lag drop disconnect restart reboot skip fail leak flicker turn switch shut die overheat stop cut close delete disappear break malfunction eject lose glitch stick jam drain lock log hang reset")
