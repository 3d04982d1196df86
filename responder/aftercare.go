package responder

import (
	"cmp"
	"strings"

	"goodgraces/care"
	"goodgraces/responder/check"
	"goodgraces/responder/length"
	"goodgraces/responder/templates"
)

// ClosingLine drafts the one public line that closes a resolved matter where
// it began. Text is empty, with a reason, where there is none.
func (r *Responder) ClosingLine(q Request) care.Draft {
	d, t, judge := r.after(q, func(t *templates.Template) bool { return len(t.Parts.Resolved) > 0 })
	if t == nil {
		return d
	}
	c := r.newComposer(t, q, judge)
	for range tries {
		text := join(c.end(nil, c.pick(t.Parts.Resolved)))
		if checks := r.CheckClosingLine(text, q); len(care.Blocked(checks)) == 0 {
			d.Text, d.Otherwise, d.Checks = text, text, checks
			d.Length, d.Limit = length.Within(q.Mention.Platform, q.Mention.Limit, text)
			return d
		}
	}
	d.Reason = "no closing line of " + t.Name + " passes every check; write one by hand"
	return d
}

// FollowUp drafts the private message that asks, once, how it went. Its text
// is empty, with a reason, where there is none.
func (r *Responder) FollowUp(q Request) care.Draft {
	d, t, judge := r.after(q, func(t *templates.Template) bool { return len(t.Parts.FollowUp.Ask) > 0 })
	if t == nil {
		return d
	}
	c := r.newComposer(t, q, judge)
	lines := []*said{c.greeting(), c.pick(t.Parts.FollowUp.Ask).said}
	if c.offersForm(t.Parts.FollowUp.Score) {
		lines = append(lines, c.pick(t.Parts.FollowUp.Score).said)
	}
	d.Private = care.Private{Route: care.RouteMessage, Text: join(c.end(lines, line{}))}
	d.Checks = judge.Private(d.Private.Text)
	if blocked := care.Blocked(d.Checks); len(blocked) > 0 {
		d.Private.Text, d.Reason = "", strings.Join(blocked, "; ")
	}
	return d
}

// after finds the template of a message after the resolution. It is nil where
// nothing is to be said, and the draft tells why.
func (r *Responder) after(q Request, has func(*templates.Template) bool) (care.Draft, *templates.Template, *check.Judge) {
	d := care.Draft{CaseID: q.CaseID, Action: q.Verdict.Action, Variant: q.Variant, By: "graces", At: q.Now}
	judge := r.judge(q)
	if d.Reason = cmp.Or(whyNot(q), judge.Delicate()); d.Reason != "" {
		return d, nil, nil
	}
	t := r.templates.ChooseWith(situation(q), has)
	if t == nil {
		d.Reason = "no template in " + strings.ToUpper(language(q)) + " has words for this; write your own"
		return d, nil, nil
	}
	d.Template, d.TemplateVersion = t.Name, t.Version
	return d, t, judge
}

// CheckClosingLine judges a public line after a resolution. There are only so
// many ways to say it: it may resemble others more than an answer may.
func (r *Responder) CheckClosingLine(text string, q Request) []care.Check {
	q.Verdict.Action = care.ActThank
	return r.judge(q).Public(text)
}

// CheckPrivate judges a private message.
func (r *Responder) CheckPrivate(text string, q Request) []care.Check {
	return r.judge(q).Private(text)
}
