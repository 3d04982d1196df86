package grievance

import (
	"strings"
)

// A statement is a clause of the post told whole in the second person: "my
// order hasn't been sent" is "your order hasn't been sent". It is told only
// where every word of it is of the tables and it is read to its end, so it says
// what the post says. What makes it a complaint is judged apart, by trouble.
type statement struct {
	who  doer
	verb predication
	text string
	next int

	contrary bool // it ends in "even though ..."
}

// doer is the subject of a statement.
type doer struct {
	text string // "you", "your phone", "it"
	many bool   // it takes "are" and "have"
	self bool   // the author
	ours bool   // we: "you" of the post
	none bool   // "no code": denied by its article
	noun *phrase
	aux  string // the auxiliary that is written in one with it: "am" in "i'm"
}

// predication is what a statement says of its subject.
type predication struct {
	base    string // of its verb; "be" where an adjective or a place follows
	said    string // the form of the verb, or the adjective
	tail    string
	denied  bool // not, never, no longer, hardly
	lasting bool // still, keeps, always
	passive bool
	only    bool
	can     bool // can or could
	elided  bool // the post leaves out "is"
	repeats bool // it was done again and again, or already
	perfect bool
	future  bool // will, would, could, may
	ing     bool
}

// joinedAux are subjects written in one with their auxiliary.
var joinedAux = map[string][2]string{
	"i'm": {"i", "am"}, "i've": {"i", "have"}, "we're": {"we", "are"}, "we've": {"we", "have"}, "it's": {"it", "is"}, "that's": {"that", "is"},
	"there's": {"there", "is"}, "everything's": {"everything", "is"}, "nothing's": {"nothing", "is"}, "you're": {"you", "are"}, "you've": {"you", "have"},
}

// statements reads the statements that may begin at i, the longest subject first.
func (p enParser) statements(i int, accept func(statement) bool) bool {
	for _, d := range p.doers(i) {
		if s, ok := p.statement(d.doer, d.next); ok && accept(s) {
			return true
		}
	}
	return false
}

type doerAt struct {
	doer
	next int
}

// doers are the subjects that may begin at i.
func (p enParser) doers(i int) []doerAt {
	word, aux := p.word(i), ""
	if parts, ok := joinedAux[word]; ok {
		word, aux = parts[0], parts[1]
	}
	switch word {
	case "":
		return nil
	case "i", "we":
		return []doerAt{{doer{text: "you", many: true, self: true, aux: aux}, i + 1}}
	case "this", "that":
		if p.is(i+1, "one") {
			return []doerAt{{doer{text: "it"}, i + 2}}
		}
	case "they", "they've", "they're":
		return p.theyAt(i, word)
	case "it", "nothing", "everything", "something":
		return []doerAt{{doer{text: word, aux: aux, none: word == "nothing"}, i + 1}}
	case "you":
		return []doerAt{{doer{text: "we", many: true, ours: true, aux: aux}, p.skip(i+1, "guys", "all", "people")}}
	}
	if p.ofWhoBefore(i) {
		return nil
	}
	if p.beginsUntold(i) {
		return []doerAt{{doer{text: "you", many: true, self: true}, i}} // "haven't received my order"
	}
	return p.nounDoers(i)
}

// beginsUntold reports a clause at i of which the author is the subject, untold:
// "[haven't] received my order", "[found] a hair in it".
func (p enParser) beginsUntold(i int) bool {
	switch {
	case !begun[p.word(i)] || p.word(i-1) != "" || p.ofHandle(i) || p.word(i+1) != "" && p.nominal(i) == isNoun:
		return false
	case p.is(i, "found"):
		return p.is(i+1, "a", "an", "some", "bits", "pieces", "hair", "glass", "mould")
	case p.is(i, "don't", "never"):
		return p.is(i+1, "see", "get", "have", "receive", "got", "received")
	}
	return true
}

// theyAt is "they" as a subject where it stands for things named before, and
// surely for no people.
func (p enParser) theyAt(i int, word string) []doerAt {
	if p.quoted(i) {
		return nil // we, see unquoted
	}
	n, ok := p.antecedent(i)
	if !ok && p.is(p.passOver(p.skip(i+1, "already", "still", "all")), "have", "are", "came", "arrived", "don't", "won't") && p.speaksOf(fields("bought purchased ordered")) {
		n, ok = phrase{det: "the", noun: "ones you bought", head: "ones", plural: true}, true
	}
	if !ok || !n.plural {
		return nil
	}
	aux := map[string]string{"they've": "have", "they're": "are"}[word]
	return []doerAt{{doer{text: n.subject(), many: true, noun: &n, aux: aux}, i + 1}}
}

// ofHandle reports that a handle in the midst of a phrase is the subject: "and
// @brand [can't fix it]".
func (p enParser) ofHandle(i int) bool {
	return i > 1 && p.toks[i-1].kind == isHandle && p.toks[i-2].kind == isWord
}

// begun are words that begin a statement of the author's without "I".
var begun = set("found haven't didn't don't can't couldn't was got had have been never still wasn't told paid keep paying having not")

// nounDoers are noun phrases as subjects, with a place or a relative clause
// behind them: "the pocket of my coat", "the shoes [that I ordered]".
func (p enParser) nounDoers(i int) []doerAt {
	var list []doerAt
	last := -1
	for limit := maxNouns; limit > 0; limit-- {
		n, next, ok := p.np(i, limit)
		if !ok || next == last || n.any || n.det == "no" && n.head == "people" || persons[n.head] && !strings.HasPrefix(n.noun, "vacuum") || (idioms[n.head] || idioms[n.noun]) && n.det != "every" {
			continue
		}
		last = next
		d := doer{text: n.subject(), many: n.plural, noun: &n, none: n.det == "no"}
		list = append(list, doerAt{d, next})
		if next < len(p.toks) && p.toks[next].kind == isHandle && n.det == "our" && p.word(next+1) != "" {
			list = append(list, doerAt{d, next + 1}) // "your app @brand keeps crashing"
		}
		if at, after, ok := p.where(next); ok {
			d.text = join(d.text, at)
			list = append(list, doerAt{d, after})
			d.text = n.subject()
		}
		if j := p.pastClause(next); j > next {
			list = append(list, doerAt{d, j})
		}
		if j := p.pastNames(next); j > next {
			list = append(list, doerAt{d, j})
		}
	}
	return list
}

// pastNames passes over places that no table knows, "on the 8:15 to Elmtown",
// to what is said of the subject.
func (p enParser) pastNames(i int) int {
	j := i
	for range 3 {
		if !p.is(j, "from", "to", "in", "at", "on", "for", "via", "between", "near", "of", "outside") {
			break
		}
		for j++; p.mayBeName(j); j++ {
		}
	}
	if j > i && j < i+10 && (auxiliaries[p.word(j)] || p.is(j, "keeps", "still", "never") || verbs[p.word(j)].past && p.nominal(j) == notNominal) {
		return j
	}
	return i
}

// mayBeName reports a word that may belong to the name of a place.
func (p enParser) mayBeName(i int) bool {
	w := p.word(i)
	return w != "" && !auxiliaries[w] && !prepositions[w] && (!closed[w] || dets[w] != "") && verbs[w].base == "" && pronouns[w] == "" && !adverbs[w]
}

// firstTime: "the first time [I wore it]".
func (p enParser) firstTime(i int) bool {
	return p.is(i, "the") && p.is(i+1, "first", "1st") && p.is(i+2, "time") && p.is(i+3, "i", "we")
}

// where reads the place of a subject: "on my laptop", "in your Elmtown store".
func (p enParser) where(i int) (string, int, bool) {
	if !p.is(i, "of", "on", "in", "for", "from", "with", "to", "at", "inside") {
		return "", i, false
	}
	n, next, ok := p.np(i+1, maxNouns)
	if ok && isShortNumber(p.word(next)) {
		next++ // "room 12"
	}
	return join(p.word(i), n.object()), next, ok
}

// pastClause passes over "that I ordered last week" to what is said of it.
func (p enParser) pastClause(i int) int {
	j := p.skip(i, "that", "which")
	if !p.is(j, "i", "we", "you", "i've", "we've") && (j == i || !p.is(j, "was", "were")) {
		return i
	}
	for k := j + 2; k < min(j+9, len(p.toks)) && p.word(k) != ""; k++ {
		if auxiliaries[p.word(k)] && !p.is(k-1, "i", "you", "we", "they", "it", "and", "but") || p.is(k, "keeps", "stopped", "never") || verbs[p.word(k)].past && verbs[p.word(k-1)].past && p.nominal(k) != isNoun {
			return k
		}
	}
	return i
}

// statement reads what is said of a subject, from i to the end of the clause.
func (p enParser) statement(d doer, i int) (statement, bool) {
	g := p.auxiliary(d, i)
	if len(g.said) > 0 && g.said[0] == "being" {
		g.said = append([]string{agreeingAux(d, "is")}, g.said...) // "no signal being received"
	}
	if g.bad || d.self && len(g.said) > 0 && g.said[0] == "not" && d.aux == "" {
		return statement{}, false
	}
	v, next, ok := p.predication(d, g)
	if saying[v.base] && p.depth == 0 {
		if next < len(p.toks) && p.toks[next].kind == isAmount {
			return statement{}, false // "told £38 a month"
		}
		if told, after, clear := p.reported(next); clear {
			v.tail, next = told, after
		} else if t := p.tail(next); t.text == "" || t.cut || !p.endsAt(t.next) || p.unreadContent(t) {
			return statement{}, false
		} else {
			v.tail, next = t.text, t.next
		}
	}
	if !ok {
		return statement{}, false
	}
	v.repeats = strings.HasSuffix(v.tail, " times") || strings.HasSuffix(v.tail, "twice")
	if len(g.said) > 0 && g.said[0] == "been" {
		g.said = append([]string{agreeingAux(d, "has")}, g.said...)
		v.perfect = true
	}
	if v.elided {
		be := "is"
		if v.passive {
			be = "was"
		}
		if v.base == "be" && strings.HasPrefix(v.tail, "for ") {
			be, g.said = "has", append([]string{"been"}, g.said...)
		}
		g.said = append([]string{agreeingAux(d, be)}, g.said...)
	}
	text := shortened.Replace(join(d.text, strings.Join(g.said, " "), v.said, v.tail))
	if d.self && v.perfect {
		text = strings.Replace(text, "you have ", "you've ", 1)
	}
	if more, after, ok := p.subordinate(next); ok && len(text)+len(more) < maxIssue {
		text, next = join(text, more), after
	}
	return statement{who: d, verb: v, text: text, next: next, contrary: strings.Contains(text, " even though ")}, true
}

// saying are verbs of which it matters what is said.
var saying = set("tell say claim promise inform advise assure")

// reported reads what was said: "[told me] it would be here today".
func (p enParser) reported(i int) (string, int, bool) {
	p.depth++
	var found statement
	ok := p.statements(p.skip(i, "that"), func(s statement) bool { found = s; return true })
	return found.text, found.next, ok
}

// shortened writes as people speak.
var shortened = strings.NewReplacer("it is ", "it's ", "you are ", "you're ", "you have been", "you've been", "you have had", "you've had", "you have not", "you haven't", " is not ", " isn't ", " are not ", " aren't ",
	" does not ", " doesn't ", " do not ", " don't ", " did not ", " didn't ", " has not ", " hasn't ", " have not ", " haven't ", " was not ", " wasn't ", " were not ", " weren't ",
	" will not ", " won't ", " can not ", " can't ", " has now not ", " hasn't ", " have now not ", " haven't ")

// subordinate reads "when I open it", "that it was sent".
func (p enParser) subordinate(i int) (string, int, bool) {
	begins, j := p.word(i), i+1
	switch {
	case p.is(i, "when", "whenever", "since", "after", "until", "before", "that", "because"):
	case p.is(i, "although", "though") || p.is(i, "even") && p.is(j, "though"):
		begins, j = "even though", p.skip(j, "though")
	case p.is(i, "every") && p.is(j, "time"):
		begins, j = "every time", i+2
	case p.firstTime(i):
		begins, j = "the first time", i+3
	default:
		return "", i, false
	}
	if p.depth > 0 || p.is(i-1, "on", "in", "over", "about") {
		return "", i, false
	}
	p.depth++
	var found statement
	ok := p.statements(j, func(s statement) bool { found = s; return s.who.self || s.who.noun != nil || s.who.text == "it" })
	return begins + " " + found.text, found.next, ok
}
