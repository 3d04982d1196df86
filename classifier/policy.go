package classifier

import (
	"fmt"
	"slices"
	"strings"

	"goodgraces/care"
	"goodgraces/classifier/authors"
	"goodgraces/classifier/features"
	"goodgraces/classifier/fold"
	"goodgraces/classifier/tokens"
	"goodgraces/classifier/topics"
)

// The default thresholds.
const defaultThreshold = 0.5

// judgeable lists the languages that the shipped model (English) or tables of
// words (the others) can judge.
var judgeable = []string{"en", "es", "de"}

// Policy is what the operator sets: thresholds, languages, taxonomy, and the
// table that makes an action of a post. Zero values mean the default.
type Policy struct {
	Complaint float64 // the thresholds that a bare word in a rule stands for
	Praise    float64
	Question  float64
	// Languages that are judged; empty is all that can be. The configuration's
	// default is narrower: English, for which the model was trained. A post in
	// another language is never ignored: it is put before a person.
	Languages []string
	// Brand holds the IDs and handles of our own accounts: to write into
	// their threads is no intrusion.
	Brand []string
	// Names is what people call us in words, "Larkspur": who greets it speaks to us,
	// and who says it, as it is written here, and speaks of themselves may tell of us.
	Names []string
	// Authors says from which score an author is met how.
	Authors authors.Rules
	Topics  []topics.Topic // empty is topics.Default
	Rules   []Rule         // first match wins; empty is DefaultRules
}

func (p Policy) withDefaults() Policy {
	for _, t := range []*float64{&p.Complaint, &p.Praise, &p.Question} {
		if *t == 0 {
			*t = defaultThreshold
		}
	}
	if len(p.Languages) == 0 {
		p.Languages = judgeable
	}
	if len(p.Topics) == 0 {
		p.Topics = topics.Default()
	}
	if len(p.Rules) == 0 {
		p.Rules = DefaultRules()
	}
	return p
}

// Problem is one thing wrong with a policy.
type Problem struct {
	Key     string // topics[2].name, policy[3].when
	Message string // what is wrong and what is allowed
}

// Check reports everything that is wrong with the taxonomy and the rules.
func (p Policy) Check() []Problem {
	p = p.withDefaults()
	var problems []Problem
	for _, t := range topics.Check(p.Topics) {
		problems = append(problems, Problem{fmt.Sprintf("topics[%d].%s", t.Topic, t.Field), t.Message})
	}
	_, wrong := p.compile()
	for _, r := range wrong {
		problems = append(problems, Problem{fmt.Sprintf("policy[%d].%s", r.rule, r.field), r.message})
	}
	return problems
}

// policy is a Policy ready to judge by.
type policy struct {
	Policy
	topics *topics.Taxonomy
	rules  []rule
	spoken [][]uint64 // the words of each of Names
}

func newPolicy(p Policy) (*policy, error) {
	if wrong := p.Check(); len(wrong) > 0 {
		return nil, fmt.Errorf("%s: %s", wrong[0].Key, wrong[0].Message)
	}
	p = p.withDefaults()
	rules, _ := p.compile()
	return &policy{Policy: p, topics: topics.Compile(p.Topics), rules: rules, spoken: wordsOf(p.Names)}, nil
}

// wordsOf is the words of each name, as they are found in a post.
func wordsOf(names []string) [][]uint64 {
	var all [][]uint64
	list := tokens.New()
	for _, name := range names {
		list.Read(fold.Fold(name).S)
		var words []uint64
		for _, t := range list.Tokens {
			words = append(words, t.Hash)
		}
		if len(words) > 0 {
			all = append(all, words)
		}
	}
	return all
}

// facts are what the policy decides on.
type facts struct {
	*care.Verdict
	Brand         bool   // our own post
	Platform      string // in lower case
	Empty         bool   // no letter, number or picture
	Retweet       bool
	Junk          bool // job ad, news, spam
	Legal, Safety bool
	Foreign       bool // a language that the model does not know
	Direct        bool // begins with our handle, or greets us by name
	Signed        bool // ends with our handle, and does not begin with it
	Said          bool // Direct, Signed, or on a platform where everything is said to us
	Named         bool // says our name in words, and speaks of its author and of what customers do
	Poses         bool // offers a customer what only we can
	Claims        bool // a phrase that reports a mishap
	States        bool // says how a thing of ours stands: "the avocados are black inside"
	Bystander     bool // talks to somebody else, of no mishap of their own
	Aside         bool // neither said to us nor about what we do
	Vulnerable    bool // somebody may come to harm by waiting
}

// decide sets the verdict's action, the rule that chose it and, where a person
// must look, why.
func (p *policy) decide(f *facts) {
	if f.Foreign && !f.Brand && !f.Empty {
		f.NeedsHuman = fmt.Sprintf("the language (%s) is not one the model was trained for", f.Language)
	}
	for i := range p.rules {
		if r := &p.rules[i]; r.takes(f) {
			f.Action, f.Rule = r.action, r.name
			break
		}
	}
	if f.Action == care.ActReply && f.Vulnerable {
		f.NeedsHuman = "somebody in it is ill, old, very young or in mourning, and must not be kept waiting"
	}
}

// foldFor is what a stance makes of an action. Danger, law and what needs no
// answer anyway stay as they are.
func foldFor(a care.Action, s care.Stance) care.Action {
	if s == care.StanceEngage || !a.Drafts() {
		return a
	}
	return care.ActFold
}

// facts gathers what the policy needs besides the probabilities.
func (c *Classifier) facts(r *reading, m *care.Mention, v *care.Verdict) facts {
	p := r.post
	f := facts{Verdict: v, Brand: m.By == care.ByBrand, Platform: strings.ToLower(m.Platform), Empty: empty(p.List.Tokens), Retweet: p.Retweet()}
	c.maskIdioms(r)
	c.noteDeeds(r)
	f.Safety = c.risk(r, c.labels.safety)
	c.maskAdvice(r)
	f.Legal = c.risk(r, c.labels.legal)
	f.Vulnerable = p.Counts[c.labels.vulnerable] > 0
	f.Direct, f.Claims = c.policy.direct(p), p.Count(features.Claim) > 0
	f.States = f.Direct && states(p)
	f.Signed = !f.Direct && c.policy.signed(p)
	f.Named = p.Dense[features.ShapeFirstPerson] > 0 && c.trades(p) && c.policy.names(p)
	f.Poses = c.poses(p, &f)
	f.Said = f.Direct || f.Signed || !searched[f.Platform]
	f.Bystander = !f.Direct && c.elsewhere(m, p) && !c.own(p)
	f.Aside = c.aside(m, p, &f)
	f.Junk = c.junk(p)
	f.Foreign = !f.Empty && !slices.Contains(c.policy.Languages, v.Language)
	return f
}

func empty(list []tokens.Token) bool {
	for _, t := range list {
		if t.Kind != tokens.Punct && t.Kind != tokens.Handle && t.Kind != tokens.URL {
			return false
		}
	}
	return true
}

// junk reports job ads, headlines and spam: their phrases, and no sign of a
// customer behind them.
func (c *Classifier) junk(p *features.Post) bool {
	job, news, spam := p.Counts[c.labels.job], p.Counts[c.labels.news], p.Counts[c.labels.spam]
	if job+news+spam == 0 {
		return false
	}
	personal := p.Dense[features.ShapeFirstPerson] > 0 && p.Count(features.Claim)+p.Count(features.Letdown) > 0
	link := p.Dense[features.ShapeLink] > 0
	switch {
	case personal:
		return false
	case job > 1 || job == 1 && link, spam > 1 || spam == 1 && link:
		return true
	}
	return (news > 1 || news == 1 && link) && p.Dense[features.ShapeFirstPerson] == 0
}
