package check

import (
	"slices"
	"strings"
	"sync"

	"goodgraces/care"
	"goodgraces/responder/check/sense"
)

// Lapse is where the model begins to object. Beside the rules a model judges that has read thousands of answers. It takes
// back a warning that it does not believe, and it warns where it sees a lapse
// that no rule has found. It never blocks, and never takes back a rule that
// guards somebody or that a manager has set.
const (
	Lapse   = 0.5 // from here on a lapse is likelier than not, and it objects
	doubted = 0.3 // below, it takes a warning back: a rule that finds something in words of our own templates is right more often than it
	surely  = 0.2 // below, a wording that blocks by default only warns
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
	for i := range checks {
		switch c := &checks[i]; {
		case c.OK || r.kept(c.Rule):
		case !c.Blocking && likely < doubted:
			c.OK, c.Note = true, ""
		case likely < surely:
			c.Blocking = false
		}
	}
	if likely >= Lapse && !slices.ContainsFunc(checks, func(c care.Check) bool { return !c.OK }) {
		object(answer, checks)
	}
}

// kept are the rules that stand by what they found.
func (r *reading) kept(name string) bool {
	_, set := r.levels[name]
	return set || slices.Contains(strict, name) || slices.ContainsFunc(rules, func(rule rule) bool { return rule.name == name && rule.risk != "" })
}

// strict are the rules that count, compare or look for a sign: likeness tells
// nothing of them.
var strict = []string{"too_long", "near_duplicate", "unfilled_slot", "repeats_profanity", "repeats_personal_data", "unsafe_link"}

// object warns by the rule that comes nearest, unless that is off.
func object(answer []sense.Word, checks []care.Check) {
	name := sense.Shipped().Name(answer, func(rule string) bool { return !slices.Contains(strict, rule) })
	for i := range checks {
		if c := &checks[i]; c.Rule == name {
			c.OK, c.Blocking, c.Note = false, false, Likely+whyOf(name)
		}
	}
}

func whyOf(name string) string {
	i := slices.IndexFunc(rules, func(rule rule) bool { return rule.name == name })
	return rules[i].why
}

// fired are the rules that found something, without those that the model knows
// nothing of.
func fired(checks []care.Check) []string {
	var names []string
	for _, c := range checks {
		if !c.OK && !slices.Contains([]string{"too_long", "near_duplicate", "final"}, c.Rule) {
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
