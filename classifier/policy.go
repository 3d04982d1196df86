package classifier

import (
	"fmt"
	"slices"
	"strings"

	"goodgraces/care"
	"goodgraces/classifier/features"
	"goodgraces/classifier/tokens"
)

// The default thresholds.
const defaultThreshold = 0.5

// trained lists the languages that the shipped model and lexicons know.
var trained = []string{"en", "es", "de"}

func (p Policy) withDefaults() Policy {
	for _, t := range []*float64{&p.Complaint, &p.Praise, &p.Question} {
		if *t == 0 {
			*t = defaultThreshold
		}
	}
	if len(p.Languages) == 0 {
		p.Languages = trained
	}
	return p
}

// facts are what the policy decides on.
type facts struct {
	*care.Verdict
	Brand         bool // our own post
	Empty         bool // no letter, number or picture
	Retweet       bool
	Junk          bool // job ad, news, spam
	Legal, Safety bool
	Foreign       bool // a language that the model does not know
	Direct        bool // begins with our handle
	Said          bool // Direct, or on a platform where everything is said to us
	Claims        bool // a phrase that reports a mishap
	Bystander     bool // talks to somebody else, of no mishap of their own
	Vulnerable    bool // somebody may come to harm by waiting
}

// rules is the policy, first match wins. Danger and law come before
// everything a person may miss: both prefer a false alarm. A retweet of a
// legal matter is news; a retweeted threat is still a threat.
var rules = []struct {
	name   string
	when   func(*facts, *Policy) bool
	action care.Action
}{
	{"our own post", func(f *facts, _ *Policy) bool { return f.Brand }, care.ActIgnore},
	{"danger to a person", func(f *facts, _ *Policy) bool { return f.Safety }, care.ActSafety},
	{"retweet", func(f *facts, _ *Policy) bool { return f.Retweet }, care.ActIgnore},
	{"job ad, news or spam", func(f *facts, _ *Policy) bool { return f.Junk }, care.ActIgnore},
	{"legal matter", func(f *facts, _ *Policy) bool { return f.Legal }, care.ActLegal},
	{"nothing to read", func(f *facts, _ *Policy) bool { return f.Empty }, care.ActIgnore},
	{"unknown language", func(f *facts, _ *Policy) bool { return f.Foreign }, care.ActAnswer},
	{"complaint", func(f *facts, p *Policy) bool { return f.Complaint >= p.Complaint && !f.Bystander }, care.ActReply},
	{"somebody in need", func(f *facts, p *Policy) bool {
		return f.Vulnerable && f.Complaint >= need*p.Complaint && f.Praise < p.Praise && !f.Bystander
	}, care.ActReply},
	{"praise that may be meant otherwise", func(f *facts, p *Policy) bool {
		return f.praises(p) && f.Praise < sure && (f.Complaint >= doubt*p.Complaint || f.Sarcasm >= sour) && !f.Bystander
	}, care.ActAnswer},
	{"praise", func(f *facts, p *Policy) bool { return f.praises(p) && f.Complaint < p.Complaint }, care.ActThank},
	{"question", func(f *facts, p *Policy) bool { return f.Question >= p.Question }, care.ActAnswer},
	{"said to us, perhaps a complaint", func(f *facts, p *Policy) bool {
		return !f.Bystander && (f.Direct && f.Complaint >= doubt*p.Complaint || f.Said && f.Claims && f.Complaint >= hint*p.Complaint)
	}, care.ActAnswer},
	{"nothing asked of us", func(*facts, *Policy) bool { return true }, care.ActIgnore},
}

// What is less than certain and yet not to be dropped: shares of the
// complaint threshold, and the sarcasm from which praise is looked at twice.
const (
	doubt = 0.7
	need  = 0.5
	hint  = 0.3 // beside a phrase that reports a mishap
	sour  = 0.2
	sure  = 0.9 // praise that is not doubted
)

func (f *facts) praises(p *Policy) bool {
	return f.Praise >= p.Praise && f.Praise >= f.Question-0.3
}

// decide returns the action and, where a person must look, why.
func (p *Policy) decide(f *facts) (care.Action, string) {
	human := ""
	if f.Foreign && !f.Brand && !f.Empty {
		human = fmt.Sprintf("the language (%s) is not one the model was trained for", f.Language)
	}
	for _, r := range rules {
		if !r.when(f, p) {
			continue
		}
		if r.action == care.ActReply && f.Vulnerable {
			human = "somebody who is ill, old or very young may come to harm by waiting"
		}
		return r.action, human
	}
	return care.ActIgnore, human
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
	f := facts{Verdict: v, Brand: m.By == care.ByBrand, Empty: empty(p.List.Tokens), Retweet: p.Retweet()}
	c.maskIdioms(r)
	f.Safety = c.risk(r, c.labels.safety)
	c.maskAdvice(r)
	f.Legal = c.risk(r, c.labels.legal)
	f.Vulnerable = p.Counts[c.labels.vulnerable] > 0
	f.Direct, f.Claims = c.policy.direct(p), p.Count(features.Claim) > 0
	f.Said = f.Direct || !searched[strings.ToLower(m.Platform)]
	f.Bystander = !f.Direct && c.elsewhere(m, p) && !c.own(p)
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
