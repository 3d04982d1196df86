package responder

import (
	"context"
	"errors"
	"slices"

	"goodgraces/care"
	"goodgraces/responder/llm"
)

// WithModel returns a responder with the same templates that has a language
// model for Polish.
func (r *Responder) WithModel(m *llm.Model) *Responder {
	return &Responder{templates: r.templates, book: r.book, levels: r.levels, model: m, known: r.known}
}

// HasModel reports whether Polish can do anything.
func (r *Responder) HasModel() bool { return r.model != nil }

// ErrNoPolish says that a draft is none that a model may touch: no answer to a
// complaint or to praise, in no language that the model's words can be judged
// in, or from a template that is no longer the one for this post.
var ErrNoPolish = errors.New("responder: this draft keeps its template's words")

// Polish returns d, a draft of the request's, with an opening of the language
// model's in place of the template's. What we commit to, the route, and the
// private message stay the template's, whatever the post or the model says. The
// whole is held to every check, as strictly as d fared: a rule that d keeps is
// kept. An error leaves d as it is; it takes as long as the model may take.
func (r *Responder) Polish(ctx context.Context, q Request, d care.Draft) (care.Draft, error) {
	q = settled(q)
	t, _ := r.templates.For(situation(q), q.CaseID)
	judge := r.judge(q)
	if !r.HasModel() || t == nil || t.Name != d.Template || t.Version != d.TemplateVersion || !llm.Speaks(t.Language) || d.Text == "" || whyNot(q) != "" || judge.Delicate() != "" ||
		d.Action != care.ActReply && d.Action != care.ActThank {
		return d, ErrNoPolish
	}
	c := r.newComposer(t, q, judge)
	if c.fact = r.fact(q, c); d.Known == "" {
		c.fact = nil
	}
	behind := c.behind()
	var best answer
	_, err := r.model.Opening(ctx, c.task(), func(opening string) (problems []string) {
		best, problems = c.with(opening, behind, d.Checks)
		return problems
	})
	if err != nil {
		return d, err
	}
	d.Text, d.Otherwise, d.Model = best.text, best.otherwise, r.model.Name()
	return r.Recheck(d, q), nil
}

// behind is what stands behind the opening.
func (c *composer) behind() plan {
	if c.q.Verdict.Action == care.ActThank {
		return plan{lines: []line{c.goodbye()}}
	}
	p := c.withRoute([]line{c.pick(c.commitment())})
	if c.fact != nil {
		p = c.withRoute([]line{c.theFact()})
	}
	p.flowing = false // the opening is read by itself, and so is this
	return p
}

// with is the answer with an opening, and what is wrong with it. Rules that
// only warn count where the template's draft keeps them.
func (c *composer) with(opening string, behind plan, before []care.Check) (answer, []string) {
	first := line{wording: opening, variants: []string{opening}, said: read(opening)}
	p := behind
	p.lines = append([]line{first}, behind.lines...)
	a := c.fit(p)
	done := c.judged(a)
	var problems []string
	for _, check := range done.checks {
		if !check.OK && (check.Blocking || !slices.ContainsFunc(before, func(b care.Check) bool { return b.Rule == check.Rule && !b.OK })) {
			problems = append(problems, check.Rule+": "+check.Note)
		}
	}
	if !c.fits(a) {
		problems = append(problems, "it is too long for the platform; write less")
	}
	return done, problems
}

// maxOpening is how long an opening may be, in characters: with a commitment and
// a route it makes an answer of some 220, which fits everywhere.
const maxOpening = 150

// task tells the model what a person would be told, and nothing that is secret.
func (c *composer) task() llm.Task {
	t := llm.Task{
		Post: c.q.Mention.Text, Language: c.t.Language, Tone: c.t.Tone + ". " + c.t.Description, Avoid: c.t.Words.Avoid,
		Feeling: [...]string{"calm", "upset", "angry"}[c.strength()], Room: maxOpening,
	}
	if c.q.Verdict.Action == care.ActThank {
		t.Feeling = "pleased"
	}
	for _, fact := range []string{c.slots["issue"], c.slots["detail"], c.slots["thing"]} {
		if fact != "" {
			t.Facts = append(t.Facts, fact)
		}
	}
	if c.fact != nil {
		t.Facts = append(t.Facts, c.fact.Answer)
	}
	for range 2 {
		t.Examples = append(t.Examples, c.example())
	}
	return t
}

// example is an opening as the template has it.
func (c *composer) example() string {
	if c.q.Verdict.Action == care.ActThank {
		return c.pick(c.praise()).said.text
	}
	return join([]*said{c.pick(c.feeling()).said, c.pick(c.paraphrase()).said})
}
