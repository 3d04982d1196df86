package responder

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"time"

	"goodgraces/care"
	"goodgraces/responder/check"
	"goodgraces/responder/known"
)

// Know gives the responder answers that are known. Call it before the responder
// is shared.
func (r *Responder) Know(answers *known.Set) {
	if answers == nil || len(answers.All()) == 0 {
		return
	}
	r.known = answers
	maps.Copy(r.book, bookOf(answers.Texts(time.Time{})))
}

// KnownAnswers is the answers that are known.
func (r *Responder) KnownAnswers() *known.Set {
	if r.known == nil {
		return new(known.Set)
	}
	return r.known
}

// Known is the known answer that a post seems to ask for, nil where it asks for
// none. It is sure where a draft may say it: one that is near, or that an upset
// author asks, is for a person to see.
func (r *Responder) Known(q Request) *known.Match {
	q.post = reading(q)
	q = settled(q)
	m := r.match(q)
	if m == nil || !m.Sure || whyNot(q) != "" {
		return m
	}
	t := r.templates.Choose(situation(q))
	m.Sure = t != nil && r.newComposer(t, q, r.judge(q)).wantsFact()
	return m
}

// Asks reports a post that asks something, as the verdict and its words have it.
func Asks(q Request) bool {
	return q.Verdict.Question >= asks || q.hears().asks()
}

// Trying is the responder with an answer more, or in the place of the one of its
// name: to show what it would change.
func (r *Responder) Trying(a *known.Answer) *Responder {
	with := Of(r.templates)
	with.levels = r.levels
	with.Know(r.known.With(a))
	return with
}

// match looks among the known answers for that of a post that asks.
func (r *Responder) match(q Request) *known.Match {
	if r.known == nil || !Asks(q) {
		return nil
	}
	return r.known.Match(known.Question{
		Text: q.Mention.Text, Language: language(q), Brand: q.Brand,
		Topics: append([]string{q.Verdict.Topic}, q.Verdict.Topics...), Now: q.Now,
	})
}

// fact is the known answer that an answer to the request says.
func (r *Responder) fact(q Request, c *composer) *known.Answer {
	if r.known == nil || !c.wantsFact() {
		return nil
	}
	if m := r.match(q); m != nil && m.Sure {
		return m.Answer
	}
	return nil
}

// wantsFact reports a calm question in which no trouble is told: whoever is
// upset, or tells of what went wrong, wants more than a fact.
func (c *composer) wantsFact() bool {
	v := &c.q.Verdict
	if c.g.Issue+c.g.Detail+c.detail.What != "" || c.strength() != calm || provoked(c.q) {
		return false
	}
	return v.Action == care.ActAnswer || v.Action == care.ActReply && c.onlyAsks()
}

// saidIn is the known answer that a draft says word for word, in public or in
// private: its name and the wording, "" for none that is still said.
func (r *Responder) saidIn(d care.Draft, now time.Time) (name, fact string) {
	for _, text := range textsOf(d) {
		for _, a := range r.KnownAnswers().All() {
			if a.Age(now) == known.Over {
				continue
			}
			for _, fact := range a.Texts() {
				if check.Says(text, fact) {
					return a.Name, fact
				}
			}
		}
	}
	return "", ""
}

// textsOf are the texts of a draft that may leave.
func textsOf(d care.Draft) []string { return []string{d.Text, d.Otherwise, d.Private.Text} }

// RuleOldFact is the check that a text breaks which says what was a known answer
// and is none any more.
const RuleOldFact = "outdated_answer"

// checkFact sees which known answer a draft says. One that it said before and
// still says stays its own, with a broken rule where it holds no longer.
func (r *Responder) checkFact(d *care.Draft, now time.Time) {
	for _, text := range textsOf(*d) {
		if note := r.Outdated(text, *d, now); note != "" {
			d.Checks = append(d.Checks, care.Check{Rule: RuleOldFact, Note: note, Blocking: true})
			return
		}
	}
	d.Known, d.Fact = r.saidIn(*d, now)
}

// Outdated says which known answer of a draft's a text says that has ended, was
// changed or was taken out since, and what to do about it; "" where there is none.
func (r *Responder) Outdated(text string, d care.Draft, now time.Time) string {
	if d.Fact == "" || !check.Says(text, d.Fact) || slices.Contains(r.KnownAnswers().Texts(now), d.Fact) {
		return ""
	}
	why := "was taken out"
	switch a := r.KnownAnswers().Find(d.Known); {
	case a != nil && a.Age(now) == known.Over:
		why = "ended on " + a.Until
	case a != nil:
		why = "was changed"
	}
	return fmt.Sprintf("the known answer %s %s, and this still says %q; say what holds now", d.Known, why, d.Fact)
}

// planFact says a known answer, and around it now and then what the template has
// for that, so that no two read alike.
func (c *composer) planFact() plan {
	var lines []line
	switch opening := c.beforeFact(); {
	case c.q.Verdict.Action != care.ActAnswer && !c.wantsFact(): // a person chose it: what went wrong is said first
		lines = append(lines, c.pick(c.together()))
	case len(opening) > 0 && c.random.IntN(3) > 0:
		lines = append(lines, c.spare(opening))
	}
	lines = append(lines, c.theFact())
	if c.q.Verdict.Action != care.ActAnswer {
		p := c.withRoute(lines)
		p.flowing = false // the fact is said word for word
		return p
	}
	if closing := c.t.Parts.Answer.KnownClosing; len(closing) > 0 && c.random.IntN(2) == 0 {
		lines = append(lines, c.spare(closing))
	}
	return plan{lines: lines}
}

// theFact is the line that says the fact.
func (c *composer) theFact() line {
	return line{wording: c.fact.Answer, variants: c.fact.Texts(), said: c.say(c.fact.Answer)}
}

// beforeFact is the openings for a known answer, none where the question is not
// in the mood for one.
func (c *composer) beforeFact() []string {
	a := &c.t.Parts.Answer
	switch {
	case !c.cheerful():
		return nil
	case len(a.KnownOpening) > 0:
		return a.KnownOpening
	}
	return a.Opening
}

// Tell returns d, which a person may have made of was, with a known answer in it
// that they chose to say: in the template's voice where they typed nothing and
// every check allows it, else behind their words. It is false where there is no
// answer of the name that is still said.
func (r *Responder) Tell(q Request, was, d care.Draft, name string) (care.Draft, bool) {
	q.post = reading(q)
	q = settled(q)
	a := r.KnownAnswers().Find(name)
	if a == nil || a.Age(q.Now) == known.Over {
		return d, false
	}
	typed := d.Text != was.Text || d.Otherwise != was.Otherwise || d.Private.Text != was.Private.Text
	said, ok := r.voiced(q, a)
	if !ok || typed {
		said.text, said.otherwise = behind(d.Text, a), behind(d.Otherwise, a)
	}
	d.Text, d.Otherwise = said.text, said.otherwise
	if q.Verdict.Action == care.ActAnswer && !typed {
		d.Private = care.Private{}
	}
	return r.Recheck(d, q), true
}

// voiced is an answer that says a fact, false where no template has words for it.
func (r *Responder) voiced(q Request, a *known.Answer) (answer, bool) {
	t, _ := r.templates.For(situation(q), q.CaseID)
	if t == nil || q.Verdict.Action != care.ActAnswer && q.Verdict.Action != care.ActReply {
		return answer{}, false
	}
	c := r.newComposer(t, q, r.judge(q))
	c.fact, c.openly = a, true
	return c.composeOnce()
}

// behind puts a fact behind a text, once.
func behind(text string, a *known.Answer) string {
	if text == "" || a.SaidIn(text) {
		return cmp.Or(text, a.Answer)
	}
	return text + " " + a.Answer
}
