package responder

import (
	"strings"

	"goodgraces/care"
	"goodgraces/responder/length"
	"goodgraces/responder/templates"
)

// Statement writes the one public statement on an incident, as an answer to
// the post of the request, about the verdict's topic: that we read what many
// say, what we do, and where those go who have a problem of their own. It
// apologises for nothing, since nobody knows yet what is true. It is held to
// the same checks as an answer to a complaint. Text is empty, with a reason,
// where nothing can be written.
func (r *Responder) Statement(q Request) care.Draft {
	q.CanMessage = false // nobody is written to
	q.Verdict.Action, q.Verdict.Standing = care.ActReply, nil
	d := care.Draft{CaseID: q.CaseID, Action: care.ActReply, Variant: q.Variant, By: "graces", At: q.Now}
	_, d.Limit = length.Within(q.Mention.Platform, q.Mention.Limit, "")
	judge := r.judge(q)
	if d.Reason = whyNot(q); d.Reason == "" {
		d.Reason = judge.Delicate()
	}
	if d.Reason != "" {
		return d
	}
	t := r.templates.Choose(about(q))
	if t == nil || len(t.Parts.Statement.General) == 0 {
		d.Reason = "no template in " + strings.ToUpper(language(q)) + " has a statement; write it by hand"
		return d
	}
	d.Template, d.TemplateVersion = t.Name, t.Version
	c := r.newComposer(t, q, judge)
	c.toAll = true
	c.slots["matter"] = t.Parts.Statement.Matters[templates.Topic(q.Verdict.Topic)]
	answer, ok := c.compose()
	if !ok {
		d.Reason = "no wording of the statement in " + t.Name + " passes every check; write it by hand"
		return d
	}
	d.Text, d.Otherwise, d.Checks = answer.text, answer.otherwise, answer.checks
	d.Length, _ = length.Within(q.Mention.Platform, q.Mention.Limit, d.Text)
	return d
}

// planStatement is the lines of a statement.
func (c *composer) planStatement() plan {
	s := &c.t.Parts.Statement
	seen := c.pick(s.General)
	if c.slots["matter"] != "" {
		seen = c.pick(s.Seen)
	}
	p := plan{lines: []line{seen, c.pick(s.Promise)}, otherwise: c.pick(s.Message)}
	if c.routed {
		p.otherwise = c.pick(s.Route)
	}
	return p
}
