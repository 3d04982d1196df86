package grievance

import "strings"

// author: what the author had to do, could not get, or went through.
func (p enParser) author(i int) (finding, bool) {
	if !p.is(i, "i", "we", "i've", "we've", "i'm", "we're") || p.is(i-1, "can", "could", "may", "should", "do", "does", "if", "how", "would", "will", "shall", "unless") {
		return finding{}, false
	}
	if j := p.passOver(p.skip(i+1, "just", "literally", "actually", "also", "still", "even", "now", "always")); p.is(j, "have", "had", "has") {
		for _, read := range []func(int) (finding, bool){p.hadTo, p.got} {
			if f, ok := read(j); ok {
				return f, true
			}
		}
	}
	j := p.passOver(p.skip(p.skip(i+1, manner...), manner...))
	for _, read := range []func(int) (finding, bool){p.hadTo, p.got, p.passive, p.lostIt, p.needsHelp} {
		if f, ok := read(j); ok {
			return f, true
		}
	}
	return finding{}, false
}

// hadTo: "had to throw away the whole order", "been trying to reach you".
func (p enParser) hadTo(j int) (finding, bool) {
	start := ""
	k := j
	switch {
	case p.is(j, "had", "have") && p.is(j+1, "to"), p.is(j-1, "had") && p.is(j, "to"):
		start, k = "you had to", p.skip(j, "had", "have")+1
		if p.is(j, "have") {
			start = "you have to"
		}
	case p.is(j, "trying", "tried") && p.is(j+1, "to") && p.failing():
		start, k = "you haven't been able to", j+2
	}
	if start == "" {
		return finding{}, false
	}
	clause, ok := p.clause(p.passOver(k))
	if p.is(j, "trying", "tried") && wantsMore[clause] {
		return finding{}, false
	}
	if strings.HasSuffix(clause, " you") || p.is(j-2, "like") {
		return finding{}, false
	}
	if strings.HasSuffix(clause, " times") && p.is(j, "trying", "tried") {
		words := strings.Fields(clause)
		clause = strings.Join(words[:max(len(words)-2, 1)], " ")
	}
	if span, _, timed := p.duration(p.skip(k+1, "for")); timed && p.is(k, "stand", "sit") && !ok {
		clause, ok = p.word(k)+" for "+span, true
	}
	if !ok || p.is(k, "give", "return", "wait") && p.is(k+1, "it", "them", "a", "you") {
		return finding{}, false
	}
	return told(weightPlain, start+" "+clause, "", "")
}

// wantsMore are attempts that say nothing without an object.
var wantsMore = phrases("work out|sort out|figure out|find out|set up|sign up|pick up|hand in|send back|fill in|take out|get in|get out|" + bars("download redeem install upload activate purchase book claim order update open play watch use send type print"))

// bars puts bars between words, as phrases has them.
func bars(words string) string { return strings.ReplaceAll(words, " ", "|") }

// failing reports that something in the post goes wrong.
func (p enParser) failing() bool {
	for i := range p.toks {
		if p.is(i, "error", "errors", "not", "can't", "won't", "doesn't", "isn't", "couldn't", "didn't", "no", "nothing", "fail", "fails", "failed", "but", "stuck", "still",
			"help", "how", "issue", "problem", "trouble", "impossible", "never", "unable", "hours", "days", "ridiculous", "times", "multiple", "keeps", "why") {
			return true
		}
	}
	return false
}

// notGot: "never got my confirmation".
func (p enParser) notGot(i int) (finding, bool) {
	if p.is(i-1, "you", "they", "he", "she", "it", "i", "we", "i've", "we've", "did", "do") || p.is(i-1, "have") && p.word(i-2) != "" {
		return finding{}, false
	}
	return p.got(i)
}

// leftBehind: "left my jacket on the plane".
func (p enParser) leftBehind(i int) (finding, bool) {
	if p.word(i-1) != "" || !p.is(i, "lost", "left") {
		return finding{}, false
	}
	f, ok := p.lostIt(i)
	for place := range strings.FieldsSeq(f.Issue) {
		if vehicles[place] {
			return f, ok
		}
	}
	return finding{}, false
}

var vehicles = set("plane flight train bus car cab taxi store shop hotel room restaurant airport seat")

// got: "have no signal", "never got the code", "keep getting calls".
func (p enParser) got(j int) (finding, bool) {
	switch {
	case p.is(j, "have", "had", "got", "get", "getting", "have", "with") && p.is(p.skip(p.passOver(j+1), "basically", "absolutely"), "no"):
		n, next, ok := p.np(p.skip(p.passOver(j+1), "basically", "absolutely"), maxNouns)
		if ok && !idioms[n.noun] && !p.blameless(n, next) {
			return told(weightPlain, join("you", map[bool]string{true: "had", false: "have"}[p.is(j, "had", "got")], n.String()), "", "")
		}
	case p.is(j, "don't", "haven't", "didn't", "never", "not") || p.is(j, "did", "do", "have") && p.is(j+1, "not"):
		k := p.skip(p.passOver(j+1), "not", "even", "ever", "yet", "still", "actually", "have", "been")
		past := p.is(j, "didn't", "never", "did", "haven't", "have", "not")
		if p.is(k, "got", "get", "gotten", "receive", "received", "receiving", "getting", "have", "given", "refunded") {
			return p.lacks(j, k, past)
		}
	case p.is(j, "keep", "getting", "receiving", "get") || p.is(j, "kept"):
		k := p.skip(j, "keep", "kept", "getting", "receiving", "get")
		if n, _, ok := p.np(k, maxNouns); ok && pests[n.head] && n.det != "no" && n.det != "our" && (n.det != "a" || p.is(j, "keep", "kept") || p.speaksOf(fields("every daily constantly again"))) {
			return told(weightPlain, "you keep getting "+n.object(), "", "")
		}
	}
	return finding{}, false
}

// notGotDone: "didn't [get my boiler fixed]".
func (p enParser) notGotDone(k int) (finding, bool) {
	if v := verbs[p.word(k+2)]; p.is(k+1, "it") && p.is(k, "get", "got") && v.pp && neglected[v.base] {
		return told(weightFaint, "it wasn't "+p.word(k+2), "", "")
	}
	n, next, ok := p.np(k+1, maxNouns)
	v := verbs[p.word(next)]
	if !ok || !p.is(k, "get", "got", "gotten") || n.det != "your" || !v.pp || !neglected[v.base] {
		return finding{}, false
	}
	return told(weightClear, join(n.subject(), n.pick("wasn't", "weren't"), p.word(next)), "", n.subject())
}

// ungiven is what one has or does not have by oneself, and nobody gives: "I didn't get
// her name", "I have not got eyes for more telly".
var ungiven = set("name names eyes patience energy words legs hands brain age stomach appetite heart nerve")

func (p enParser) lacks(j, k int, past bool) (finding, bool) {
	if f, ok := p.notGotDone(k); ok && past {
		return f, true
	}
	if p.is(k, "refunded") {
		return told(weightClear, "you haven't had your refund yet", "", "your refund")
	}
	n, next, ok := p.np(k+1, maxNouns)
	if w := p.word(p.skip(k+1, "my", "our", "the", "any")); !ok && past && w != "" && !closed[w] && !prepositions[w] && !adverbs[w] && verbs[w].base == "" && pronouns[w] == "" && !adjectives[w] && (p.is(k, "received", "receive", "receiving") || p.is(k, "got", "get", "gotten") && p.is(k+1, "my", "our")) {
		return told(weightFaint, "you're still waiting", "", "")
	}
	if !ok || idioms[n.noun] || ungiven[n.head] || p.is(k, "get") && !past && n.det == "the" {
		return finding{}, false
	}
	switch {
	case p.is(j, "don't", "do") && p.is(k, "have"):
		return told(weightPlain, "you don't have "+n.object(), "", "")
	case p.is(k, "have"):
		return told(weightPlain, "you didn't have "+n.object(), "", "")
	case p.is(j, "don't", "do"):
		return told(weightPlain, "you don't get "+n.object(), "", "")
	}
	if since := p.sinceThat(next); since != "" && n.det != "any" {
		return told(weightTold, join("you haven't had", n.object(), since), "", "")
	}
	return told(weightPlain, "you didn't get "+n.object(), "", "")
}

// sinceThat reads "since Monday", "since the end of May".
func (p enParser) sinceThat(i int) string {
	since, next, ok := p.prepositional(i)
	if !ok || !p.is(i, "since") || pronouns[lastWord(since)] != "" {
		return ""
	}
	if p.is(next, "of") {
		month := months[p.word(next+1)]
		if word := p.word(next + 1); word == "may" || word == "march" {
			month = strings.ToUpper(word[:1]) + word[1:]
		}
		if month == "" {
			return ""
		}
		since, next = since+" of "+month, next+2
	}
	if !p.endsAt(next) {
		return ""
	}
	for _, meal := range []string{"breakfast", "lunch", "dinner"} {
		since = strings.Replace(since, "the "+meal, meal, 1)
	}
	return since
}

var idioms = set("side chill denying telling comparison such harm worries pressure joke response reply answer answers replies communication explanation updates update help problem problems idea way wonder doubt need thanks thank matter reason luck joke excuse excuses time choice issue issues complaint complaints longer more one option offence words word sense shame idea interest question questions clue chance thing things point fault life respect problem idea right rights")

var pests = set("call calls email emails message messages text texts notification notifications letter letters spam ads charge charges code codes bill bills request requests reminder reminders mail error errors")

// passive: "I was denied boarding", "I got charged for a ride".
func (p enParser) passive(j int) (finding, bool) {
	if !p.is(j, "was", "were", "got", "am", "being", "been", "getting", "get") && !p.is(j-1, "been", "i'm", "we're") {
		return finding{}, false
	}
	k := p.passOver(p.skip(j, "was", "were", "got", "am", "being", "been", "getting", "get", "just", "never", "not"))
	if p.is(k-1, "never", "not") {
		return finding{}, false
	}
	v := verbs[p.word(k)]
	if !v.pp || !suffered[v.base] {
		return finding{}, false
	}
	t := p.tail(k + 1)
	if v.base == "give" || v.base == "sell" || v.base == "send" {
		if f, ok := p.badGift(v, k+1); ok {
			return f, true
		}
	}
	if prepositions[firstWord(t.text)] && (v.base == "give" || v.base == "sell" || v.base == "promise" || v.base == "quote" || v.base == "send") {
		return finding{}, false
	}
	if t.text == "" && (!harmsPeople[v.base] || v.base == "kick" || v.base == "bump" || v.base == "put" || v.base == "force") || v.base == "cut" || v.base == "tell" && !p.is(k+1, "to") || v.base == "charge" && t.text == "" {
		return finding{}, false
	}
	return told(weightClear, join("you were", p.word(k), t.text), "", "")
}

var suffered = set("deny refuse ignore charge block ban suspend bump kick transfer disconnect reject overcharge forget leave remove strand tell send force lock misinform mislead quote promise sell give bill")

// lostIt: "I lost my phone in a cab".
func (p enParser) lostIt(j int) (finding, bool) {
	if !p.is(j, "lost", "left", "forgot", "leave") || !p.is(j+1, "my", "our") {
		return finding{}, false
	}
	n, next, ok := p.np(j+1, maxNouns)
	if n.head == "password" || n.head == "pin" || n.head == "login" || n.head == "email" {
		return finding{}, false
	}
	if !ok || n.mass && p.is(j, "lost") && !things[n.head].mass || relations[n.head] || p.is(next, "to") {
		return finding{}, false
	}
	t := p.tail(next)
	if p.is(j, "left", "leave") && t.text == "" || t.objects > 0 {
		return finding{}, false
	}
	verb := map[string]string{"lost": "lost", "left": "left", "leave": "left", "forgot": "left"}[p.word(j)]
	return told(weightPlain, join("you", verb, n.object(), t.text), "", n.object())
}

// needsHelp: "I need help with my booking".
func (p enParser) needsHelp(j int) (finding, bool) {
	if !p.is(j, "need", "want", "require", "get") {
		return finding{}, false
	}
	k := p.skip(j+1, "some", "help", "assistance", "your", "to")
	switch {
	case p.is(k-1, "help", "assistance") && p.is(k, "with", "on", "for"):
		if n, next, ok := p.np(k+1, maxNouns); ok && !p.runsInto(n, next) {
			return told(weightFaint, "you need help with "+n.object(), "", n.object())
		}
		if v := verbs[p.word(k+1)]; v.ing {
			if clause, _, ok := p.further(p.word(k+1), k+1); ok {
				return told(weightFaint, "you need help "+clause, "", "")
			}
		}
	}
	return finding{}, false
}
