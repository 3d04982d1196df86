package check

import (
	"slices"
	"strings"
	"sync"

	"goodgraces/care"
	"goodgraces/responder/check/sense"
)

// Beside the rules judges a model that has read thousands of answers. It takes
// back a warning that it does not believe, and it warns where it sees a lapse
// that no rule has found. It never blocks, and it takes back no rule that
// blocks, that is exact, that guards somebody or that a manager has set.
const (
	// Lapse is how likely a lapse must be for the model to object: likelier than not.
	Lapse = 0.5
	// doubted is below what it takes a warning back. In words of our own templates
	// a rule that finds something is right more often than the model: it is to be surer.
	doubted = 0.3
)

// Likely begins the note of what the model alone found.
const Likely = "no rule finds it, but it reads like a lapse; perhaps this one: "

// weigh lets the model judge what the rules found.
func (r *reading) weigh(checks []care.Check) {
	if r.inPrivate || r.action == care.ActFold || len(r.reply.tokens) == 0 {
		return
	}
	answer := r.words()
	likely := sense.Shipped().Lapse(answer, fired(checks))
	if likely < doubted {
		r.takeBack(checks)
	}
	if likely >= Lapse && !slices.ContainsFunc(checks, func(c care.Check) bool { return !c.OK }) {
		object(answer, checks)
	}
}

func (r *reading) takeBack(checks []care.Check) {
	for i := range checks {
		c := &checks[i]
		_, set := r.levels[c.Rule]
		if rule := ruleOf(c.Rule); !c.OK && !c.Blocking && !set && !rule.exact && rule.risk == "" {
			c.OK, c.Note = true, ""
		}
	}
}

// object warns by the rule that comes nearest, unless that is off.
func object(answer []sense.Word, checks []care.Check) {
	name := sense.Shipped().Name(answer, func(name string) bool { return !ruleOf(name).exact })
	for i := range checks {
		if c := &checks[i]; c.Rule == name {
			c.OK, c.Blocking, c.Note = false, false, Likely+ruleOf(name).why
		}
	}
}

func ruleOf(name string) *rule {
	return &rules[slices.IndexFunc(rules, func(rule rule) bool { return rule.name == name })]
}

// unlearnt are rules that no answer to learn from breaks.
var unlearnt = []string{"too_long", "near_duplicate", "final"}

// fired are the rules that found something, as far as the model knows them.
func fired(checks []care.Check) []string {
	var names []string
	for _, c := range checks {
		if !c.OK && !slices.Contains(unlearnt, c.Rule) {
			names = append(names, c.Rule)
		}
	}
	return names
}

// words is the reply as the model reads it.
func (r *reading) words() []sense.Word {
	shared := r.stems()
	words, class := make([]sense.Word, len(r.reply.tokens)), classOf()
	for i := range words {
		t := &r.reply.tokens[i]
		words[i] = sense.Word{
			Text: t.word, Class: class[t.word], Sentence: t.sentence, Asked: t.asked, Paused: t.paused,
			Shared: shared[sense.Stem(t.word)],
		}
	}
	return words
}

func stemsOf(t text) map[string]bool {
	stems := make(map[string]bool, len(t.tokens))
	for i := range t.tokens {
		stems[sense.Stem(t.tokens[i].word)] = true
	}
	return stems
}

// classOf is the class of a word, the narrowest where it has several.
var classOf = sync.OnceValue(func() map[string]string {
	of := map[string]string{}
	for _, class := range []string{
		"give", "ask", "shows", "month", "people", "docs", "thing", "datum", "nr", "money", "proof", "staff", "human", "fault", "sorry",
	} {
		for word := range strings.SplitSeq(classes[class], "|") {
			of[word] = class
		}
	}
	return of
})
