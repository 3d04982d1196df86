package grievance

import "strings"

// What was made hard, and what stands in somebody's name that is not theirs.

// laterRules are read behind all others.
var laterRules = []enRule{
	{enParser.ordealOf, keys(chores), false},
	{enParser.easierWay, fields("easier better simpler quicker easy simple proper"), false},
	{enParser.madeSoHard, fields("making made makes"), false},
	{enParser.impersonated, fields("impersonate impersonating impersonates impersonated pretending posing"), false},
	{enParser.neverOrdered, fields("never didn't don't not haven't"), false},
	{enParser.shownInStock, fields("says shows showed said lists showing shown listed"), false},
	{enParser.relativeLeft, fields("my our"), false},
	{enParser.forNotDoing, fields("not"), false},
	{enParser.byItself, fields("my our"), false},
	{enParser.lineDead, fields("beep beeps beeping click"), false},
}

// ordealOf: "cancelling a membership is an ordeal", "trying to speak to people at that
// store is an exercise in futility".
func (p enParser) ordealOf(i int) (finding, bool) {
	if p.word(i-1) != "" && !p.is(i-1, "because", "that", "honestly", "and", "but", "why") {
		return finding{}, false
	}
	verb := i
	if p.is(i, "trying") {
		if verb = i + 2; !p.is(i+1, "to") || !verbs[p.word(verb)].isBase {
			return finding{}, false
		}
	}
	toWhat, be, ok := p.toiled(verb)
	hard := p.skip(p.skip(be+1, "been", "a", "an", "the", "like", "such"), "absolute", "complete", "total", "real", "utter", "so", "really", "proper", "almost", "nearly", "pretty")
	if !ok || !p.is(be, "is", "was", "has", "seems") || !ordeals[p.word(hard)] || p.is(hard, "pulling") && !p.is(hard+1, "teeth") || p.is(p.passOver(hard+1), "but") {
		return finding{}, false
	}
	return told(weightTold, "it's been so hard to "+toWhat, "", "")
}

// toiled tells the verb at i with its object, as the subject of what follows: "speak to
// people at your store [is a nightmare]".
func (p enParser) toiled(i int) (string, int, bool) {
	said, j := []string{verbs[p.word(i)].base}, i+1
	if said[0] == "" {
		return "", i, false
	}
	for len(said) < 4 && (particles[p.word(j)] || prepositions[p.word(j)] || p.is(j, "hold")) {
		said, j = append(said, p.word(j)), j+1
	}
	n, next, ok := p.np(j, maxNouns)
	switch {
	case ok && !persons[n.head] || ok && n.head == "people":
		said, j = append(said, n.object()), next
	case pronouns[p.word(j)] != "" && len(said) > 1:
		said, j = append(said, pronouns[p.word(j)]), j+1
	case !standing[said[0]]:
		return "", i, false
	}
	if at, after, ok := p.where(j); ok {
		said, j = append(said, at), after
	}
	return strings.Join(said, " "), p.passOver(j), len(said) > 1
}

var (
	// chores are what people do to have of us what is theirs.
	chores = set(`trying booking cancelling canceling returning reaching contacting calling speaking finding changing ordering paying logging signing updating setting claiming filing amending
		renewing redeeming transferring activating installing printing navigating switching tracking reporting dealing buying filling checking opening closing adding removing uploading downloading
		scheduling rescheduling getting`)
	ordeals = set("nightmare pain ordeal struggle impossible hell torture farce exercise pulling hassle headache battle challenge difficult hard painful excruciating shambles mission puzzle joke")
)

// easierWay: "there needs to be an easier method to report names", "is there no simple
// way to cancel".
func (p enParser) easierWay(i int) (finding, bool) {
	if !p.is(i+1, "way", "method", "option", "process") || !p.is(i+2, "to", "of", "for") || !p.near(i, nil, "needs", "need", "should", "must", "isn't", "no", "wish", "please", "make", "not") || p.near(i, nil, "never") ||
		strings.HasSuffix(p.word(i), "er") && !p.is(i, "proper") && p.near(i, nil, "no", "isn't", "not") { // "there's no better way to start a day"
		return finding{}, false
	}
	clause, ok := p.clause(i + 3)
	if v := verbs[p.word(i+3)]; p.is(i+2, "of", "for") && v.ing {
		clause, _, ok = p.further(v.base, i+3)
		clause = strings.Replace(clause, p.word(i+3)+" ", "", 1)
	}
	return finding{Grievance: Grievance{Issue: "there's no easy way to " + clause}, weight: weightClear}, ok && strings.Contains(clause, " ")
}

// madeSoHard: "you are making my vacation plans a nightmare".
func (p enParser) madeSoHard(i int) (finding, bool) {
	byUs := p.near(i, nil, "you", "you're", "thanks", "thank", "they", "they're") || i > 0 && p.toks[i-1].kind == isHandle
	n, next, ok := p.np(i+1, maxNouns)
	if !ok || !byUs || n.det != "your" || persons[n.head] || relations[n.head] && n.head != "life" {
		return finding{}, false
	}
	how := p.skip(p.passOver(p.skip(next, "a", "an", "so", "such")), "living", "absolute", "complete", "total", "more", "absolutely", "even")
	if !unbearable[p.word(how)] {
		return finding{}, false
	}
	if n.head == "life" || n.head == "lives" {
		return told(weightPlain, "we've made things so difficult for you", "", "")
	}
	return told(weightTold, join("we've made", n.object(), "so difficult"), "", n.object())
}

var unbearable = set("nightmare hell misery horrific miserable horrible awful stressful unbearable impossible difficult harder terrible hellish living")

// impersonated: "an account that is impersonating me", "somebody posing as us".
func (p enParser) impersonated(i int) (finding, bool) {
	for j := i + 1; j < i+5 && p.word(j) != ""; j++ {
		n, _, ok := p.np(j, maxNouns)
		self := p.is(j, "me", "us") || p.is(j, "my", "our") && ok && onesName[n.head]
		if self && (!p.is(i, "pretending", "posing") && j == i+1 || p.is(j-1, "be", "as")) {
			return told(weightClear, "somebody is impersonating you", "", "")
		}
	}
	return finding{}, false
}

// onesName is what stands for the author where others know them by it.
var onesName = set("name account accounts profile profiles shop page pages")

// neverOrdered: "an email about an order I never placed", "don't recall placing any order".
func (p enParser) neverOrdered(i int) (finding, bool) {
	if !p.is(i-1, "i", "we") {
		return finding{}, false
	}
	j := p.skip(i+1, "even", "actually", "ever")
	if p.is(j, "recall", "remember") {
		j = p.skip(j+1, "ever", "having")
	}
	if !undertakes[verbs[p.word(j)].base] {
		return finding{}, false
	}
	recalls := p.is(j-1, "recall", "remember", "ever", "having")
	n, _, ok := p.np(j+1, maxNouns)
	if !ok || !recalls && n.det != "your" {
		if n, ok = p.npEnding(p.skip(i-2, "that", "which")); !ok && p.is(i-2, "that", "which") {
			n, ok = p.npEnding(i - 3)
		}
	}
	if !ok || !inOnesName[singular(n.head)] || n.det == "your" || n.det == "the" && n.noun == n.head {
		return finding{}, false
	}
	return told(weightClear, join("you were told of", article(singular(n.head)), singular(n.head), "that isn't yours"), "", "")
}

var (
	undertakes = set("place make open order book create authorise authorize register")
	inOnesName = set("order purchase booking subscription account payment transaction reservation appointment delivery withdrawal")
)

// shownInStock: "website shows ten in stock but the shop had none".
func (p enParser) shownInStock(i int) (finding, bool) {
	where := p.word(i - 1)
	if !p.is(i-1, "website", "site", "app", "online", "page", "web") {
		return finding{}, false
	}
	for j := i + 1; j < i+8 && p.word(j) != "" || j == i+1; j++ {
		if !p.is(j, "available") && !(p.is(j, "stock") && p.is(j-1, "in")) || p.near(j, nil, "not", "isn't", "no", "out", "none") {
			continue
		}
		if !p.goneBehind(j + 1) {
			return finding{}, false
		}
		if where == "online" || where == "web" || where == "page" {
			where = "website"
		}
		return told(weightTold, "our "+where+" showed it in stock when it wasn't", "", "our "+where)
	}
	return finding{}, false
}

// goneBehind reports behind i, after a "but", that there was none.
func (p enParser) goneBehind(i int) bool {
	turned := false
	for j := i; j < min(i+26, len(p.toks)); j++ {
		turned = turned || p.is(j, "but", "yet", "however", "then", "when", "though") || p.toks[j].kind == isBreak
		if turned && p.is(j, "not", "no", "none", "0", "zero", "don't", "didn't", "isn't", "wasn't", "weren't", "aren't", "sold", "nothing", "never", "out") {
			return true
		}
	}
	return false
}

// relativeLeft: "my wife left her purse on the plane".
func (p enParser) relativeLeft(i int) (finding, bool) {
	if !relations[p.word(i+1)] || !p.is(i+2, "left", "forgot", "lost") || !p.is(i+3, "her", "his", "their") {
		return finding{}, false
	}
	n, next, ok := p.np(i+4, maxNouns)
	where, _, there := p.prepositional(next)
	if !ok || n.det != "" || !there || !p.is(next, "on", "in", "at") || !vehicles[lastWord(where)] {
		return finding{}, false
	}
	return told(weightPlain, join("your", p.word(i+1)+"'s", n.noun, n.pick("was", "were"), "left", where), "", "")
}

// forNotDoing: "thanks for not telling anyone", "thanks for not sending notifications".
func (p enParser) forNotDoing(i int) (finding, bool) {
	v := verbs[p.word(i+1)]
	if !p.is(i-1, "for") || !v.ing || p.near(i, nil, "sorry", "if", "reason", "excuse", "apologise", "apologies") {
		return finding{}, false
	}
	j := p.skip(i+2, "me", "us", "out", "any", "the", "your", "customers")
	n, _, ok := p.np(j, maxNouns)
	switch {
	case v.base == "tell" || v.base == "inform" || v.base == "notify" || v.base == "warn":
		return told(weightPlain, "nobody told you", "", "")
	case v.base == "answer" || v.base == "reply" || v.base == "respond":
		return told(weightPlain, "you've had no answer", "", "")
	case (v.base == "send" || v.base == "give" || v.base == "provide") && ok && !persons[n.head] && !idioms[n.head] && (!pests[n.head] || news[n.head]) && n.det == "":
		return told(weightPlain, join("you weren't", ppForms[v.base], n.object()), "", "")
	}
	return finding{}, false
}

// news are the pests that somebody may wait for.
var news = set("notification notifications reminder reminders code codes bill bills")

// lineDead: "50 minutes on hold, then beep beep beep", where the post ends.
func (p enParser) lineDead(i int) (finding, bool) {
	for j := i + 1; j < len(p.toks); j++ {
		if p.word(j) != "" && !p.is(j, "beep", "beeps", "beeping", "click") {
			return finding{}, false
		}
	}
	if !p.near(i, nil, "then") || !p.speaksOf(fields("hold phone phoned call called rang ring")) || p.speaksOf(fields("box machine microwave fridge alarm detector scanner link button")) {
		return finding{}, false
	}
	return told(weightClear, "your call was cut off", "", "your call")
}

// byItself: "my phone tends to vibrate for no reason", "our oven beeps by itself".
func (p enParser) byItself(i int) (finding, bool) {
	n, next, ok := p.np(i, maxNouns)
	j := p.skip(next, "tends", "to", "sometimes", "just", "randomly", "constantly")
	v := verbs[p.word(j)]
	if !ok || n.plural || persons[n.head] || !works[n.head] && !machines[n.head] && !electric[n.head] || v.base == "" || p.word(j) != v.base && p.word(j) != thirdOf(v.base) || p.word(j) == v.base && !p.is(j-1, "to") || unsaid[v.base] {
		return finding{}, false
	}
	for k := j + 1; k < j+10 && p.word(k) != "" && !p.is(k, "and", "but", "so", "because", "which", "the"); k++ {
		switch {
		case p.is(k, "for") && p.is(k+1, "no") && p.is(k+2, "reason"):
			return told(weightTold, join(n.subject(), thirdOf(v.base), "for no reason"), "", n.subject())
		case p.is(k, "by") && p.is(k+1, "itself") || p.is(k, "on") && p.is(k+1, "its") && p.is(k+2, "own"):
			particle := ""
			if particles[p.word(j+1)] && j+1 < k {
				particle = p.word(j + 1)
			}
			return told(weightTold, join(n.subject(), thirdOf(v.base), particle, "by itself"), "", n.subject())
		}
	}
	return finding{}, false
}
