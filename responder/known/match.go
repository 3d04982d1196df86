package known

import (
	"slices"
	"strings"
	"time"

	"goodgraces/responder/templates"
)

// Question is a post that may ask what is known.
type Question struct {
	Text     string
	Language string
	Brand    string
	Topics   []string // of the verdict
	Now      time.Time
}

// Match is the answer that a post asks for.
type Match struct {
	Answer *Answer
	Sure   bool    // it may be said; else it is for a person to see
	Score  float64 // 0..1
	Ask    string  // the nearest of the answer's examples
}

// Match returns the answer that is nearest to a post and still said, nil where
// none is near.
func (s *Set) Match(q Question) *Match {
	var best, next *Match
	asked := question{}
	for _, a := range s.answers {
		if !a.applies(q) {
			continue
		}
		if asked.asks == nil {
			asked = understand(q.Language, q.Text)
			asked.ours = termsOf(read(q.Language, cut(q.Language, q.Brand)))
		}
		m := a.match(asked)
		switch {
		case best == nil || m.Score > best.Score:
			best, next = m, best
		case next == nil || m.Score > next.Score:
			next = m
		}
	}
	if best == nil || best.Score < near {
		return nil
	}
	if next != nil && best.Score-next.Score < margin {
		best.Sure = false // two facts that are as near: nobody can tell which is asked
	}
	return best
}

func (a *Answer) applies(q Question) bool {
	return a.Language == q.Language && a.Age(q.Now) != Over &&
		(a.Brand == "" || strings.EqualFold(a.Brand, q.Brand)) &&
		(len(a.Topics) == 0 || slices.ContainsFunc(a.Topics, func(t string) bool {
			return slices.ContainsFunc(q.Topics, func(of string) bool { return templates.Topic(of) == templates.Topic(t) })
		}))
}

// What was tuned on half of testdata/questions.txt; see TestQuestions.
const (
	sure      = 0.72 // from here on it is said
	near      = 0.45 // from here on it is shown to a person
	margin    = 0.08 // how far behind the next one must be
	central   = 0.8  // what a word weighs that can make a question another one
	missing   = 0.5  // what a word of the example weighs that the post lacks
	foreign   = 0.8  // a word of the post that no example has
	elsewhere = 0.25 // one that another example has
	answered  = 0.4  // one that the fact has
	aside     = 0.5  // a word in common that stands beside the question
)

// examples is what an answer's questions are made of.
type examples struct {
	each  [][]meaning
	all   map[term]bool // of any of them
	core  []term        // of each of them
	fact  map[term]bool // of the answer
	other [][]meaning   // the questions that are others
	never map[term]bool // of these, and of none of each
}

func (a *Answer) compile() *examples {
	e := &examples{all: map[term]bool{}, never: map[term]bool{}}
	for _, ask := range a.Asks {
		asks := read(a.Language, cut(a.Language, ask)) // no word of it is beside the question
		e.each = append(e.each, asks)
		for _, m := range asks {
			e.all[m.term] = true
		}
	}
	for _, m := range e.each[0] {
		if weigh(m.term) >= central && !slices.ContainsFunc(e.each, func(of []meaning) bool { return !has(of, m.term) }) {
			e.core = append(e.core, m.term)
		}
	}
	e.fact = termsOf(read(a.Language, cut(a.Language, a.Answer+" "+a.Short)))
	for _, not := range a.Not {
		others := understand(a.Language, not).asks
		e.other = append(e.other, others)
		for _, m := range others {
			if !e.all[m.term] {
				e.never[m.term] = true
			}
		}
	}
	return e
}

func termsOf(of []meaning) map[term]bool {
	terms := map[term]bool{}
	for _, m := range of {
		terms[m.term] = true
	}
	return terms
}

func has(of []meaning, t term) bool {
	return slices.ContainsFunc(of, func(m meaning) bool { return m.term == t })
}

// match compares a question with every example. One word in common, which not
// all examples speak of, is nothing: most questions to an airline have "flight".
func (a *Answer) match(q question) *Match {
	m := &Match{Answer: a}
	best, whole := 0, len(a.asks.core) > 0 && a.asks.lacks(q) == ""
	for i, example := range a.asks.each {
		score, common := a.asks.like(q, example)
		if score > m.Score && (common > 1 || whole) {
			m.Score, best = score, i
			m.Sure = score >= sure && (common > 1 || score == 1 && len(q.context) == 0)
		}
	}
	m.Ask = a.Asks[best]
	m.Sure = m.Sure && !a.asks.another(q) && !a.asks.nearer(q, m.Score)
	return m
}

// like says how alike a question and an example are, 0..1, and how many words
// that say what is asked about they have in common.
func (e *examples) like(q question, example []meaning) (score float64, words int) {
	common, apart := 0.0, 0.0
	for _, m := range example {
		w := q.weigh(m.term)
		if w >= central && q.has(m.term) {
			words++
		}
		switch {
		case has(q.asks, m.term):
			common += w
		case has(q.context, m.term):
			common += aside * w
		default:
			apart += missing * w
		}
	}
	for _, m := range q.asks {
		if has(example, m.term) {
			continue
		}
		apart += q.weigh(m.term) * e.strange(m.term)
	}
	if common == 0 {
		return 0, 0
	}
	return common / (common + apart), words
}

// strange is how much a word of a question speaks against an example that lacks
// it.
func (e *examples) strange(t term) float64 {
	switch {
	case e.all[t]:
		return elsewhere
	case e.fact[t]:
		return answered
	}
	return foreign
}

// another reports a question that is another one, however alike it looks: it
// has a number, a name or a way of asking that no example has, a word of those
// that are others, or lacks what they all ask about. Where a post asks several
// things, any word that no example has is of another.
func (e *examples) another(q question) bool {
	for _, m := range q.asks {
		known := e.all[m.term] || e.fact[m.term] || q.ours[m.term]
		if (m.digit || m.name || q.several && q.weigh(m.term) == 1) && !known || distinct[m.term] && !e.all[m.term] || e.never[m.term] {
			return true
		}
	}
	if !e.all[trouble] && has(q.context, trouble) {
		return true
	}
	return e.lacks(q) != ""
}

// nearer reports a question that is as near to one of those that are others.
func (e *examples) nearer(q question, score float64) bool {
	return slices.ContainsFunc(e.other, func(other []meaning) bool {
		as, _ := e.like(q, other)
		return as >= score
	})
}

// lacks is one of the words that all examples speak of and the question does not,
// "" for none.
func (e *examples) lacks(q question) term {
	for _, t := range e.core {
		if !q.has(t) && !q.ours[t] {
			return t
		}
	}
	return ""
}

// trouble is what stands for words of things that go wrong: who has trouble wants
// help, and no fact.
const trouble term = "@trouble"

// distinct are ways of asking to which another answer belongs.
var distinct = map[term]bool{"@price": true, "@amount": true, "@when": true, "@long": true, "@where": true, "@who": true, "@why": true, "@not": true, trouble: true}

// weigh is how much a term says of what is asked.
func weigh(t term) float64 {
	if w, ok := weights[t]; ok {
		return w
	}
	if strings.HasPrefix(string(t), light) {
		return 0.35
	}
	return 1
}

const light = "~"

var weights = map[term]float64{"@how": 0.4, "@which": 0.3, "@my": 0.2, "@must": 0.4, "@when": 0.8, "@where": 0.8, "@long": 0.8, "@not": 0.8, "@amount": 0.8, "@who": 0.6}
