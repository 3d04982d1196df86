package grievance

import "strings"

// inability: "I can't log in to my account", "it won't let me pay", "my brother
// can't install the update".
func (p enParser) inability(i int) (finding, bool) {
	j, could, ok := p.cannot(i)
	if !ok {
		return finding{}, false
	}
	who, ok := p.whoCannot(i, j)
	if !ok {
		return finding{}, false
	}
	if p.is(j, "i", "we", "you") {
		j++ // "why can't I"
	}
	j = p.skip(p.passOver(j), "seem", "to", "still", "ever", "manage", "simply", "now", "be", "able")
	if p.is(j, "message", "contact", "reach", "call", "email") && p.is(j+1, "you") && p.endsAt(j+2) || p.is(j, "message") && p.word(j+1) == "" {
		return told(weightPlain, join(who, could, p.word(j), "us"), "", "")
	}
	clause, ok := p.howTo(j)
	if !ok {
		clause, ok = p.clause(j)
	}
	if !ok {
		return p.cannotAtAll(who, could, j)
	}
	if p.is(j, "make") && p.addsUp(j) || !strings.Contains(clause, " ") && p.is(j+1, "what", "which") {
		return finding{}, false // "I can't read what I can't open"
	}
	if who != "you" && unaided[firstWord(clause)] {
		return finding{}, false // "my mum can't hear the doorbell"
	}
	if strings.Contains(clause+" ", " us ") && p.is(i-1, "we") {
		return finding{}, false // they quote us: "we can't check you in"
	}
	if p.is(i-1, "i", "we") && (p.nominal(i-2) == isNoun || p.is(i-2, "something", "anything", "everything", "that", "which", "what")) && !strings.Contains(clause, " ") {
		return finding{}, false // "things I can't eat"
	}
	if toThings[clause] && (dets[p.word(j+1)] != "" || p.word(j+1) != "" && !closed[p.word(j+1)]) {
		clause += " it" // whatever it is called
	}
	weight := weightClear
	if p.is(i-3, "so") && !strings.Contains(clause, " ") {
		weight = weightFaint // "so slow I couldn't work": that it was slow is more
	}
	if strings.Contains(clause+" ", " it ") || strings.Contains(clause+" ", " them ") {
		weight = weightFaint
	}
	return told(weight, who+" "+could+" "+clause, "", "")
}

// cannot reads the words that say that something cannot be done.
func (p enParser) cannot(i int) (next int, could string, ok bool) {
	could = "can't"
	if p.is(i, "couldn't", "could", "wasn't") {
		could = "couldn't"
	}
	switch {
	case p.is(i, "can't", "couldn't"):
		return i + 1, could, true
	case p.is(i, "can", "could") && p.is(i+1, "barely", "hardly") && p.is(i-1, "you", "i", "we"):
		return i + 2, "can hardly", true
	case p.is(i, "can", "could") && p.is(i+1, "not", "never"):
		return i + 2, could, true
	case p.is(i, "unable", "inability") && p.is(i+1, "to"):
		return i + 2, could, true
	case p.is(i, "not", "isn't", "wasn't", "never") && p.is(p.skip(i+1, "been", "being"), "able") && p.is(p.skip(i+1, "been", "being")+1, "to"):
		return p.skip(i+1, "been", "being") + 2, could, true
	case p.is(i, "not", "isn't", "wasn't", "aren't") && p.is(p.skip(i+1, "being", "been"), "allowed", "permitted") && p.is(p.skip(i+1, "being", "been")+1, "to"):
		return p.skip(i+1, "being", "been") + 2, could, true
	case p.is(i, "won't", "doesn't", "wouldn't", "not", "isn't", "didn't", "don't", "refuses") && p.is(p.skip(i+1, "even", "to"), "let", "letting", "allow", "allowing"):
		j := p.skip(i+1, "even", "to") + 1
		return p.skip(j, "me", "us", "to"), could, p.is(j, "me", "us") || verbs[p.word(j)].isBase
	}
	return i, "", false
}

// whoCannot is who cannot: the author, or somebody close to them.
func (p enParser) whoCannot(i, j int) (string, bool) {
	if relations[p.word(i-1)] && p.is(i-2, "my", "our") {
		return "your " + p.word(i-1), true
	}
	if p.is(j, "i", "we") || strings.HasPrefix(p.word(j-1), "let") || p.is(j-1, "me", "us", "to") && p.is(j-2, "let", "letting", "allow", "allowing") {
		return "you", true
	}
	before := i - 1
	if p.is(j-1, "barely", "hardly") && p.is(before, "you", "i", "we") {
		return "you", true
	}
	if p.nominal(before) == isNoun && (prepositions[p.word(before-1)] || prepositions[p.word(before-2)]) {
		return "you", true // "in my account can't log in"
	}
	for p.is(before, "still", "just", "also", "simply", "literally", "now", "really", "so", "am", "are", "currently", "again", "been") {
		before--
	}
	if p.ofWhoBefore(i) {
		return "", false // "a man who couldn't see it, couldn't change it"
	}
	if p.is(before, "but") && p.is(i, "can't", "couldn't") && p.ofYours(before) {
		return "", false // "your team can wish us a happy Monday but can't reply"
	}
	if p.is(before, "and") && !p.is(before+1, "am") && p.ofAnother(before) {
		return "", false // "my driver can't see and can't find my address"
	}
	if p.is(i, "unable") && p.nominal(before) == notNominal && !auxiliaries[p.word(before)] && pronouns[p.word(before)] == "" && !p.is(before, "you", "they", "he", "she", "you're", "they're", "he's", "she's") {
		return "you", true
	}
	if p.is(j-1, "can't", "couldn't") && p.is(j-3, "the", "a", "your", "this", "his", "her") {
		return "", false // "the lorry can't get down our lane"
	}
	if p.is(j-1, "can't", "couldn't") && p.unknownSubject(j-1) {
		return "you", true // "Acmeline mobile can't make calls"
	}
	if w := p.word(before); w == "" || p.is(before, "i", "we", "i'm", "we're", "i've", "we've", "and", "but", "why", "because", "that", "when", "then", "if", "today", "app", "account", "have", "now", "plus", "also") || w == "who" && !persons[p.word(before-1)] {
		return "you", !p.is(before, "that", "if", "app", "account") || p.is(before, "that") && false
	}
	return "", false
}

// ofAnother reports that the clause before i is about somebody else: "my driver
// can't see and".
func (p enParser) ofAnother(i int) bool {
	for j := i - 1; j >= max(0, i-10) && p.word(j) != ""; j-- {
		switch {
		case p.is(j, "i", "we", "i'm", "i've", "we're", "we've"):
			return false
		case p.is(j, "he", "she", "they", "you"), persons[p.word(j)], p.is(j, "can't", "won't", "doesn't", "didn't", "isn't") && !p.is(j-1, "i", "we"):
			return true
		}
	}
	return false
}

// idle are verbs that tell of a mood or of nothing: "I can't wait".
var idle = set(`stop ignore resist sleep stomach wait believe stand understand think say tell know deal trust want be imagine even help thank wonder agree admit ask love hear mention recommend
	care mean expect afford begin pass miss worry guess hope remember forget feel stress complain decide handle lie laugh see realise recognise look do have come go`)

// clause tells the verb at j, in its base form, with what belongs to it.
func (p enParser) clause(j int) (string, bool) {
	word := p.word(j)
	switch word {
	case "login", "log-in", "signin", "checkin":
		t := p.tail(j + 1)
		return strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(word, "in"), "-") + " in " + t.text), true
	}
	v := verbs[word]
	if !v.isBase || v.base != word || word == "power" && p.is(j+1, "through") {
		return "", false
	}
	if (word == "log" || word == "sign") && p.is(j+1, "into", "onto", "to", "on") && p.tail(j+1).text == "" {
		return word + " in", true // whatever it is called
	}
	if word == "check" && p.is(j+1, "me", "us") && p.is(j+2, "in") {
		return join("check in", p.tail(j+3).text), true
	}
	if !toThings[word] && p.objectCutOff(j+1) {
		return "", false
	}
	if word == "spend" && p.amountAt(j+1) {
		return "", false // "spend $1500 to have it fixed"
	}
	t := p.tail(j + 1)
	if t.cut && t.text != "" && t.objects == 0 && !standing[word] || t.text == "" && !standing[word] || idle[word] && !(t.objects > 0 && (word == "see" || word == "hear" || word == "have")) {
		return "", false
	}
	if p.wants(word) && t.objects == 0 && !strings.HasPrefix(t.text, "in") && !strings.HasPrefix(t.text, "out") && !strings.HasPrefix(t.text, "through") && !strings.HasPrefix(t.text, "hold") {
		return "", false
	}
	text := strings.Replace(t.text, "in into", "into", 1)
	if rest, ok := strings.CutPrefix(text, "in "); ok && (word == "log" || word == "sign") && !prepositions[firstWord(rest)] && !adverbs[firstWord(rest)] && firstWord(rest) != "every" && firstWord(rest) != "all" {
		text = "in to " + rest
	}
	return strings.TrimSpace(word + " " + text), true
}

// wants reports a verb that says nothing without an object.
func (p enParser) wants(verb string) bool { return needsObject[verb] }

var needsObject = set("get make take use have give put find buy bring send let want receive keep select see hear change add remove redeem reach access provide leave lose hold track")

// owned are things that want an owner where the post leaves it out.
var owned = set("account boarding password order booking ticket card phone bag laptop computer tablet tv console email")

// particles belong to the verb before them: "log in".
var particles = set("in on up off out down back over away through")

func firstWord(s string) string {
	first, _, _ := strings.Cut(s, " ")
	return first
}
