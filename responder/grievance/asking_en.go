package grievance

// Question is what a post asks, told again so that it fits behind "you'd like
// to know": "how to change your seat", "when the new app will be out". Like all
// that is told it is of the tables' words alone; "" where nothing is asked that
// can be told so. English only.
func (p *Post) Question(language string) string {
	if language != "en" {
		return ""
	}
	r := asker{p.english()}
	for i := range r.toks {
		if told := r.question(i); told != "" && len(told) <= maxIssue {
			return told
		}
	}
	return ""
}

// asker tells questions again.
type asker struct{ enParser }

func (p asker) question(i int) string {
	switch {
	case p.wonders(i):
		return p.embedded(i)
	case p.is(i, "how", "when", "where", "why", "what", "which"):
		return p.open(i)
	case p.begins(i):
		return p.yesOrNo(i)
	}
	return ""
}

// begins reports that a clause begins at i: behind a handle and behind "and",
// "is" and "has" are as a rule the verb of what stands before.
func (p asker) begins(i int) bool {
	open := p.is(i+1, "i", "you", "we", "y'all", "there", "it", "they", "my", "our", "your") || brands[p.word(i+1)] != "" || names[p.word(i+1)] != ""
	switch {
	case i > 0 && p.toks[i-1].quote && i > 1 && p.toks[i-2].quoted:
		return open // "the quality of your "HD sound" [is a string and two tins]"
	case i == 0 || p.toks[i-1].kind == isBreak, p.is(i-1, "hi", "hey", "hello", "please", "question"):
		return true
	case p.toks[i-1].kind == isHandle, p.is(i-1, "so", "and", "but", "also", "then", "just", "ok", "guys"):
		return open || p.is(i, "do", "does", "are", "will", "can", "any")
	}
	if p.is(i-2, "which", "what") || p.is(i-3, "which", "what") {
		return false // "which coins can I hold" wants no yes or no
	}
	return open && p.nominal(i-1) == isNoun && p.is(i, "can", "is", "are", "do", "does", "will") && p.is(i+1, "i", "you", "we", "there")
}

// wonders reports that what is asked stands behind i as a statement does: "want
// to know [if my card works]".
func (p asker) wonders(i int) bool {
	if !p.is(i, "if", "whether", "when", "where", "how", "why", "what") {
		return false
	}
	return p.is(i-1, "wondering", "wonder", "unsure", "explain") || p.is(i-1, "know") && !p.is(i-2, "you", "you'll", "we", "they", "they'll") ||
		p.is(i-1, "me") && p.is(i-2, "tell", "explain") || p.is(i-1, "sure") && p.is(i-2, "not", "isn't")
}

func (p asker) embedded(i int) string {
	head := p.word(i)
	if head == "if" {
		head = "whether"
	}
	if p.is(i+1, "to") {
		return p.finish(head+" to", p.base(i+2), p.tail(i+3))
	}
	s, j, ok := p.topic(i+1, maxNouns)
	for limit := maxNouns - 1; ok && !p.acts(j); limit-- {
		if s, j, ok = p.topic(i+1, limit); limit == 0 {
			return ""
		}
	}
	if !ok {
		return ""
	}
	verb, agrees := s.verb(p.word(j))
	if !agrees || head == "why" && s.is == ofOurs || head == "what" {
		return ""
	}
	return p.finish(head+" "+s.text, verb, p.tail(j+1))
}

// acts reports a verb that may follow who acts.
func (p asker) acts(i int) bool {
	return auxiliaries[p.word(i)] || p.is(i, "should", "could", "would") || verbs[p.word(i)].base != ""
}

// open tells a question that begins with a question word.
func (p asker) open(i int) string {
	head, j := p.word(i), i+1
	if head == "how" && p.is(j, "long", "soon", "often", "much", "many", "far") || head == "what" && p.is(j, "time", "day", "date") {
		head, j = head+" "+p.word(j), j+1
	}
	switch {
	case p.is(j, "to") && head != "when" && head != "why":
		return p.finish(head+" to", p.base(j+1), p.tail(j+2))
	case p.is(j, "do", "can", "should", "could", "would") && p.is(j+1, "i", "we") && (head == "how" || head == "where" || head == "what"), head == "how" && p.is(j, "do") && p.is(j+1, "you"):
		k := p.skip(j+2, "guys", "even", "actually", "just", "go", "about", "possibly")
		if p.is(k, "need", "have", "want") && p.is(k+1, "to") {
			return p.finish(head+" you "+p.word(k)+" to", p.base(k+2), p.tail(k+3))
		}
		return p.finish(head+" to", p.base(k), p.tail(k+1))
	}
	if head == "what" {
		return ""
	}
	return p.inverted(head, j)
}

// inverted tells what stands behind an auxiliary that comes before its subject:
// "when will [the app be out]".
func (p asker) inverted(head string, j int) string {
	aux := p.word(j)
	if !auxiliaries[aux] && !p.is(j, "should", "could", "would", "couldn't", "shouldn't") {
		return ""
	}
	s, k, ok := p.topic(j+1, maxNouns)
	if !ok || s.is == ofOurs && (head == "how" || head == "why" && !p.is(j, "don't", "can't", "won't") || p.is(k, "paying", "pay", "short")) {
		return ""
	}
	k = p.skip(k, "still", "even", "ever", "always", "really", "currently", "actually", "just", "all", "both")
	if p.is(k, "think", "believe", "expect", "say", "suppose") {
		return "" // "do you think you will sell any"
	}
	if auxBases[aux] == "have" && !verbs[p.word(k)].pp {
		return "" // "has all my things in it" asks nothing
	}
	switch aux {
	case "do", "does", "did":
		return p.finish(head+" "+s.text, s.inflect(p.base(k), aux), p.tail(k+1))
	case "is", "are", "was", "were", "has", "have", "isn't", "aren't", "wasn't", "weren't", "hasn't", "haven't", "don't", "doesn't":
		verb, agrees := s.verb(aux)
		if !agrees {
			return ""
		}
		if tail := p.tail(k); s.is == ofThere || p.word(k) == "" || prepositions[p.word(k)] && !particles[p.word(k)] {
			if len(tail.words) == 0 && (head == "whether" || s.is == ofThere) {
				return ""
			}
			return p.finish(head+" "+s.text, verb, tail)
		}
		return p.finish(head+" "+s.text+" "+verb, p.first(k), p.tail(k+1))
	}
	if p.base(k) == "" {
		return ""
	}
	return p.finish(head+" "+s.text+" "+aux, p.base(k), p.tail(k+1))
}

// yesOrNo tells a question that wants a yes or a no. "Can you …" asks us to do
// something, and is no such question.
func (p asker) yesOrNo(i int) string {
	switch {
	case p.is(i, "is") && p.is(i+1, "it") && p.is(i+2, "possible", "ok", "okay", "alright", "normal", "safe", "legal", "free"):
		if k := p.pastForMe(i + 3); p.is(k, "to") {
			return p.finish("whether it's "+p.word(i+2)+" to", p.base(k+1), p.tail(k+2))
		}
	case p.is(i, "any") && p.is(i+1, "way", "chance") && p.is(i+2, "to"):
		return p.finish("whether there's a way to", p.base(i+3), p.tail(i+4))
	case p.is(i, "is") && p.is(i+1, "there") && p.is(p.skip(i+2, "a", "any", "an", "easy"), "way"):
		k := p.pastForMe(p.skip(i+2, "a", "any", "an", "easy") + 1)
		if p.is(k, "to") {
			return p.finish("whether there's a way to", p.base(k+1), p.tail(k+2))
		}
		return ""
	case p.is(i, "can", "could", "would", "will") && p.is(i+1, "you", "y'all", "someone", "somebody", "anyone", "u"):
		return ""
	case p.is(i, "did") && p.is(i+1, "you") && p.is(i+2, "release", "launch", "change", "update", "receive", "get", "send", "ship", "add", "remove"):
	case p.is(i, "do", "would") && p.is(i+1, "you") && p.is(p.skip(i+2, "really", "honestly", "seriously", "even", "actually"), "want", "need", "expect", "think", "like", "enjoy", "care", "know", "hear"):
		return "" // "do you want me to draw you a map?"
	case p.is(i, "have", "has", "had", "were", "was", "did") && p.is(i+1, "you", "anyone"), p.is(i, "don't", "can't", "doesn't", "isn't", "won't", "hasn't", "haven't", "didn't", "wasn't", "aren't", "weren't"):
		return "" // reproach as often as not
	}
	return p.inverted("whether", i)
}

// pastForMe passes over "for me".
func (p asker) pastForMe(i int) int {
	if p.is(i, "for") && p.is(i+1, "me", "us", "someone") {
		return i + 2
	}
	return i
}

// Who acts in a question, once it is told again.
type actor int

const (
	ofThem  actor = iota // the author
	ofOurs               // us
	ofOne                // a thing
	ofMany               // things
	ofThere              // "there is", of which number nothing is known
)

type questioned struct {
	text string
	is   actor
}

// topic reads the subject of a question.
func (p asker) topic(i, limit int) (questioned, int, bool) {
	switch {
	case p.is(i, "i", "we"):
		return questioned{"you", ofThem}, i + 1, true
	case p.is(i, "you", "y'all", "u"):
		return questioned{"we", ofOurs}, p.skip(i+1, "guys", "all", "people"), true
	case p.is(i, "it"):
		return questioned{"it", ofOne}, i + 1, true
	case p.is(i, "they"):
		return questioned{"they", ofMany}, i + 1, true
	case p.is(i, "there"):
		return questioned{"there", ofThere}, i + 1, true
	}
	n, j, ok := p.np(i, limit)
	if !ok || n.any || n.det == "no" || vague[n.noun] || n.det == "this" && vague[n.head] {
		return questioned{}, i, false
	}
	if n.plural && n.det == "" {
		return questioned{n.noun, ofMany}, j, true
	}
	if n.plural {
		return questioned{n.subject(), ofMany}, j, true
	}
	return questioned{n.subject(), ofOne}, j, true
}

var agreed = map[string][2]string{
	"is": {"is", "are"}, "are": {"is", "are"}, "was": {"was", "were"}, "were": {"was", "were"}, "has": {"has", "have"}, "have": {"has", "have"},
	"isn't": {"isn't", "aren't"}, "aren't": {"isn't", "aren't"}, "wasn't": {"wasn't", "weren't"}, "weren't": {"wasn't", "weren't"},
	"hasn't": {"hasn't", "haven't"}, "haven't": {"hasn't", "haven't"}, "don't": {"doesn't", "don't"}, "doesn't": {"doesn't", "don't"}, "am": {"is", "are"},
}

// verb makes a verb agree with who acts; it reports false where it never would.
func (s questioned) verb(word string) (string, bool) {
	forms, ok := agreed[word]
	switch {
	case s.is == ofThere:
		return word, ok && word != "have"
	case ok && s.is == ofOne:
		return forms[0], true
	case ok:
		return forms[1], true
	}
	return word, true
}

// inflect tells a verb that "do" has left bare.
func (s questioned) inflect(base, aux string) string {
	switch {
	case base == "":
		return ""
	case aux == "did":
		return pastForms[base]
	case s.is == ofOne:
		return thirdOf(base)
	}
	return base
}

// base is the verb at i where it may be told, in its first form.
func (p asker) base(i int) string {
	w := p.word(i)
	if !verbs[w].isBase && w != "be" && w != "have" && w != "get" || reproachful[w] {
		return ""
	}
	return w
}

// first is what stands behind "is": anything that a tail may begin with.
func (p asker) first(i int) string {
	w := p.word(i)
	if w == "" || reproachful[verbs[w].base] {
		return ""
	}
	if told, ok := p.retell(i); ok {
		return told
	}
	return ""
}

// reproachful are verbs of an accusation: it must not be told as if it were so.
var reproachful = set("help refund reimburse compensate steal lie cheat ruin hate hurt destroy fail rob hide scam trick mislead break lose kill suck screw mess damage waste ignore refuse hang throttle")
