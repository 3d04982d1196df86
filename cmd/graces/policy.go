package main

import (
	"fmt"
	"strings"

	"goodgraces/care"
	"goodgraces/classifier"
	"goodgraces/classifier/topics"
	"goodgraces/config"
	"goodgraces/responder"
	"goodgraces/responder/check"
	"goodgraces/responder/known"
	"goodgraces/responder/templates"
)

// policyOf makes the classifier's policy of the configuration.
func policyOf(c config.Classifier) classifier.Policy {
	p := classifier.Policy{Complaint: c.Complaint, Praise: c.Praise, Question: c.Question, Languages: c.Languages}
	for _, t := range c.Topics {
		p.Topics = append(p.Topics, topics.Topic(t))
	}
	for _, r := range c.Policy {
		p.Rules = append(p.Rules, classifier.Rule{Name: r.Name, When: r.When, Action: care.Action(r.Action)})
	}
	return p
}

// checkClassifier has the classifier check its part of the configuration.
func checkClassifier(c config.Classifier) []config.Problem {
	var problems []config.Problem
	for _, p := range policyOf(c).Check() {
		problems = append(problems, config.Problem{Key: p.Key, Message: p.Message})
	}
	return problems
}

// inForce puts the taxonomy and the policy that are built in where the
// configuration leaves them out: what `graces config dump` shows can be copied
// and changed.
func inForce(c config.Classifier) config.Classifier {
	if len(c.Topics) == 0 {
		for _, t := range topics.Default() {
			c.Topics = append(c.Topics, config.Topic(t))
		}
	}
	if len(c.Policy) == 0 {
		for _, r := range classifier.DefaultRules() {
			c.Policy = append(c.Policy, config.Rule{Name: r.Name, When: r.When, Action: string(r.Action)})
		}
	}
	return c
}

// held makes a responder of templates and known answers that is held to the
// configured levels of the rules.
func held(cfg *config.Config, set *templates.Set, answers *known.Set) *responder.Responder {
	r := responder.Of(set)
	r.Know(answers)
	levels, _ := levelsOf(cfg.Responder)
	r.Hold(levels)
	return r
}

// levelsOf makes the levels of the rules of the configuration.
func levelsOf(r config.Responder) (check.Levels, []check.Problem) {
	settings := make([]check.Setting, len(r.Checks))
	for i, c := range r.Checks {
		settings[i] = check.Setting{Rule: c.Rule, Level: check.Level(c.Level)}
	}
	return check.NewLevels(settings)
}

// checkResponder says what is wrong with the levels of the rules. What the
// table itself refuses is left to it.
func checkResponder(r config.Responder) []config.Problem {
	_, problems := levelsOf(r)
	var out []config.Problem
	for _, p := range problems {
		if p.Key == "rule" && r.Checks[p.Index].Rule != "" {
			out = append(out, config.Problem{Key: fmt.Sprintf("checks[%d].%s", p.Index, p.Key), Message: p.Message})
		}
	}
	return out
}

// examineChecks says which rules that guard somebody were weakened: that is a
// manager's right, and nobody should learn of it from the newspaper.
func examineChecks(cfg *config.Config) finding {
	levels, _ := levelsOf(cfg.Responder)
	note := fmt.Sprintf("%d rules, %d not at their default level", len(check.Names()), len(cfg.Responder.Checks))
	if weak := levels.Weakened(); len(weak) > 0 {
		note += "; careful: " + strings.Join(weak, "; ")
	}
	return finding{part: "checks", note: note}
}
