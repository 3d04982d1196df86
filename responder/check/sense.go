package check

import (
	"slices"
	"strings"
	"sync"

	"goodgraces/care"
	"goodgraces/responder/check/sense"
	"goodgraces/responder/grams"
)

// Beside the rules judges a model that has read thousands of answers. It takes
// back a warning that it does not believe, and it warns where it sees a lapse
// that no rule has found. It never blocks, and it takes back no rule that
// blocks, that is exact, that guards somebody or that a manager has set.
const (
	// Lapse is how likely a lapse must be for the model to object: likelier than not.
	Lapse = 0.5
	// alone is how likely a sentence must be one by itself to be named for it: of
	// those so likely, in lapses that no rule finds, 85 in a hundred are it.
	alone = 0.02
)

// Likely stands in the note of what the model alone found.
const Likely = "reads like a lapse, though no rule finds it; perhaps this one: "

// weigh lets the model judge what the rules found.
func (r *reading) weigh(checks []care.Check) {
	if r.inPrivate || r.action == care.ActFold {
		return
	}
	if rest, _ := r.besideFacts(); len(rest.tokens) == 0 {
		return // what a manager keeps is not doubted
	}
	answer := r.words()
	said := sense.Shipped().Judge(answer, fired(checks), r.traits())
	switch {
	case said.Lapse < Lapse:
		r.takeBack(checks)
	case slices.ContainsFunc(checks, func(c care.Check) bool { return !c.OK }):
	case said.Worst < alone:
		object(checks, said, "it "+Likely)
	default:
		object(checks, said, cite(r.reply.quote(said.From, said.To))+" "+Likely)
	}
}

func (r *reading) takeBack(checks []care.Check) {
	for i := range checks {
		c := &checks[i]
		if _, set := r.levels[c.Rule]; !c.OK && !set && !ruleOf(c.Rule).stands() {
			c.OK, c.Note = true, ""
		}
	}
}

// stands reports a rule that the model takes nothing back of.
func (rule *rule) stands() bool { return rule.level == Block || rule.exact || rule.risk != "" }

// Objects reports whether an answer is objected to where each rule has its
// default level: it is likely a lapse, or a rule found something that stands.
func Objects(likely float64, fired []string) bool {
	return likely >= Lapse || slices.ContainsFunc(fired, func(name string) bool { return ruleOf(name).stands() })
}

// object warns by the rule that comes nearest, unless that is off.
func object(checks []care.Check, said sense.Judgement, found string) {
	name := sense.Shipped().Name(said, func(name string) bool { rule := ruleOf(name); return rule != nil && !rule.exact })
	for i := range checks {
		if c := &checks[i]; c.Rule == name {
			c.OK, c.Blocking, c.Note = false, false, found+ruleOf(name).why
		}
	}
}

// ruleOf is nil for a name that no rule has.
func ruleOf(name string) *rule {
	for i := range rules {
		if rules[i].name == name {
			return &rules[i]
		}
	}
	return nil
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

// traits are what the rules know of the post and the answer that makes a lapse
// likelier or less likely, whatever the words. Their names are in the model: to
// rename one is to fit it again.
func (r *reading) traits() []string {
	complains, routed, feels := r.complains(), r.reply.hasAny(privately, routes), r.reply.hasAny(regrets, feelings)
	var names []string
	for _, t := range []struct {
		name string
		has  bool
	}{
		{"complaint", r.complaint},
		{"asked", r.post.question},
		{"asks", r.reply.question},
		{"commits", r.commits()},
		{"informs", r.informs()},
		{"settles", r.reply.has(settled)},
		{"routed", routed},
		// It stays in public, and tells and asks nothing there.
		{"stays", complains && !routed && !r.reply.question && !r.informs()},
		{"pending", complains && !routed && r.reply.has(inquires)},
		// The post is of something that only its author knows: their order, their seat.
		{"own", complains && !routed && r.post.has(theirOwn)},
		{"opens", r.reply.has(openly)},
		{"regrets", feels},
		// It takes a complaint as a matter of course: without a word of regret.
		{"owns", complains && !feels},
		{"thanked", r.post.has(praises)},
		{"delicate", r.delicate != ""},
	} {
		if t.has {
			names = append(names, t.name)
		}
	}
	return names
}

// words is the reply as the model reads it.
func (r *reading) words() []sense.Word {
	shared := r.stems()
	n := len(r.reply.tokens)
	words, class := slices.Grow(r.room.words[:0], n)[:n], classOf()
	r.room.words = words
	for i := range words {
		t := &r.reply.tokens[i]
		words[i] = sense.Word{
			Text: t.word, Class: class[t.word], Sentence: t.sentence, Asked: t.asked, Paused: t.paused,
			Shared: shared[grams.Stem(t.word)],
		}
	}
	return words
}

func stemsOf(t text) map[string]bool {
	stems := make(map[string]bool, len(t.tokens))
	for i := range t.tokens {
		stems[grams.Stem(t.tokens[i].word)] = true
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
