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
	if p.is(i, "crashes", "glitches") && p.is(i+1, "at", "on", "in") {
		return finding{}, false // it does, see ofIt
	}
	for j := i - 1; j >= i-4 && p.word(j) != ""; j-- {
		if p.is(j, "no", "never", "any", "without", "not", "if", "zero", "sorry", "fixed", "solved") {
			return finding{}, false
		}
	}
	j := p.skip(i+1, "i", "we", "i'm", "am", "having", "have", "still", "today", "and", "crashes", "again", "right", "now")
	if n, ok := p.ailment(i); ok && !p.is(j, "with", "on", "regarding", "about") {
		return told(weightFaint, "you've had "+n, "", "")
	}
	if p.is(j, "with", "on", "regarding", "about", "at", "in") {
		n, next, ok := p.np(p.passOver(p.pastShare(j+1)), maxNouns)
		if !ok || persons[n.head] || n.noun == "end" || n.det == "this" && n.noun == "" {
			if n, ok := p.ailment(i); ok {
				return told(weightFaint, "you've had "+n, "", "")
			}
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

// ailment is what a trouble that somebody has is called: "having [network issues]".
func (p enParser) ailment(i int) (string, bool) {
	n, ok := p.npEnding(i)
	if !ok || n.head == n.noun || n.det != "" && n.det != "a" && n.det != "some" || !goesDown[p.word(i-1)] && !ailable[p.word(i-1)] {
		return "", false
	}
	b := i - n.words
	if n.det != "" {
		b--
	}
	for p.is(b, "constant", "continuous", "serious", "major", "huge", "frequent", "same", "the", "these", "lot", "of", "lots", "many", "regular", "too", "much") {
		b--
	}
	if n.det == "" && !n.plural {
		n.det = "a"
	}
	return n.String(), p.is(b, "having", "have", "facing", "face", "experiencing", "experienced", "had", "getting", "has")
}

// ailable are things besides what goes down of which a post says that it has trouble with them.
var ailable = set("connectivity compatibility dimming brightness battery heating charging delivery login payment billing audio sound screen display camera speaker microphone keyboard mouse lag latency speed download upload streaming buffering")

// pastShare passes over "85% of".
func (p enParser) pastShare(i int) int {
	if i < len(p.toks) && p.toks[i].percent && p.is(i+1, "of") {
		return i + 2
	}
	return i
}

// hardTo: "impossible to get through to anyone".
func (p enParser) hardTo(i int) (finding, bool) {
	toil := p.is(i-1, "so", "really", "very", "super", "too", "this") && p.is(i-2, "work", "working", "worked", "works", "try", "trying", "tried", "fought", "fighting", "train", "training")
	if !p.is(i, "impossible", "hard", "difficult", "harder", "nightmare", "struggle", "pain") || toil || p.is(i-1, "not", "isn't", "work", "pretty", "die", "trying", "working") {
		return finding{}, false // toil: "we worked so hard to get here"
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

// fixIt: "please fix the keyboard", "needs to fix this update".
func (p enParser) fixIt(i int) (finding, bool) {
	if !p.is(i, "fix", "fixing", "sort") || p.is(i-1, "quick", "can't", "not", "couldn't", "didn't", "to") && p.is(i-2, "unable", "able") || p.is(i-1, "i", "a", "the") || p.is(i-1, "you") && p.is(i-2, "how") || p.speaksOf(fields("cost costs")) {
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

// attempted: "trying to reserve a meal", "attempts to buy a phone".
func (p enParser) attempted(i int) (finding, bool) {
	to := p.skip(i+1, "all", "day", "for", "since", "last", "night", "repeatedly", "hard", "desperately")
	if span, next, ok := p.duration(to); ok && span != "" {
		to = next
	}
	if !p.is(i, "trying", "tried", "attempts", "attempting", "attempt") || !p.is(to, "to") || !p.is(i-1, "been") && !p.failing() || p.is(i-1, "you're", "your", "they're", "is", "are", "he", "she", "they", "you", "keep", "not", "stop", "keeps", "was", "bother") {
		return finding{}, false
	}
	clause, ok := p.clause(p.passOver(to + 1))
	if w := p.word(p.passOver(to+1) + 1); !strings.Contains(clause, " ") && w != "" && !closed[w] {
		return finding{}, false // "trying to order [what we do not know]"
	}
	if !ok || wantsMore[clause] || strings.HasSuffix(clause, " it") || strings.HasSuffix(clause, " you") || strings.HasSuffix(clause, " somebody") || strings.HasSuffix(clause, " them") {
		return finding{}, false
	}
	if p.failing() {
		return told(weightPlain, "you haven't been able to "+clause, "", "")
	}
	return told(weightPlain, "you've been trying to "+clause, "", "")
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

// slower: "I only get 30 mbps".
func (p enParser) slower(i int) (finding, bool) {
	if !p.is(i, "mbps", "mbs", "kbps", "mb", "meg") || !p.speaksOf(fields("only slow supposed getting paying pay paid less barely speed speeds")) {
		return finding{}, false
	}
	return told(weightPlain, "your connection is slower than it should be", "", "your connection")
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
	if n, ok := p.npEnding(i); ok && n.noun != n.head && n.det != "your" && n.det != "our" && !n.plural && (!adjectives[p.word(i-1)] || p.is(i-1, "internal", "unexpected", "unknown")) {
		n.det = "a"
		return told(weightFaint, "you ran into "+n.object(), "", "")
	}
	return told(weightFaint, "you ran into an error", "", "")
}

// concerning: of what of ours the post speaks, where nothing more can be told.
func (p enParser) concerning(i int) (finding, bool) {
	n, _, ok := p.np(i, maxNouns)
	if !ok || n.det != "our" && n.det != "the" || !topical[n.head] && !(judged[n.head] && n.det == "our") {
		return finding{}, false
	}
	return finding{Grievance: Grievance{Around: n.object()}, weight: weightThing}, true
}

// topical are nouns that a complaint is hardly about by chance.
var topical = set(`layout look interface menu design update updates app apps website site feature setting settings option options button version software system packaging design chatbot robot
	checkout menu store fee fees charges price prices server servers portal queue line lines policy nappies pizza chicken playlist episode game patch seat seats`)
