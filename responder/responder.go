// Package responder turns a mention and its verdict into a draft that a person
// can approve: mirrored feeling, their problem in our own words, ownership, one
// commitment, a private route. It works without any language model.
package responder

import (
	"fmt"
	"slices"
	"strings"
	"time"

	tag "golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"goodgraces/care"
	"goodgraces/responder/check"
	"goodgraces/responder/grievance"
	"goodgraces/responder/known"
	"goodgraces/responder/length"
	"goodgraces/responder/llm"
	"goodgraces/responder/praise"
	"goodgraces/responder/templates"
)

// Request is everything a draft may rest on.
type Request struct {
	CaseID  string
	Mention care.Mention
	Verdict care.Verdict
	// CanMessage says that the connector may send this author a private
	// message; whether it arrives shows only later.
	CanMessage bool
	Routes     []Route // in the manager's order; the quickest that is open is offered
	// RouteStates is what was said of the routes, by name: closed for now, the
	// wait. A wait that is there is fresh enough to be said.
	RouteStates map[string]care.RouteState
	Link        string   // a form for this case alone, for the private message; "" offers none
	Brand       string   // the brand's name
	Initials    string   // signs the answer (^AB); "" leaves it unsigned
	Variant     int      // which wording: 0, then "another" counts up
	Recent      []string // public answers not to be repeated; see Unlike
	Now         time.Time

	post  *grievance.Post // Mention.Text as read, nil until it was
	heard *heard          // what was found in it, nil before it was looked for
}

// Unlike is what a draft must differ from: what was said to its author, however
// long ago, and what was said of late to anybody, each once.
func Unlike(toAuthor, ofLate []string) []string {
	all := slices.Clone(toAuthor)
	for _, text := range ofLate {
		if !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	return all
}

// Responder is safe for concurrent use.
type Responder struct {
	templates *templates.Set
	book      book // of the templates
	memory    check.Memory
	levels    check.Levels
	model     *llm.Model // nil where none is configured
	known     *known.Set // nil where nothing is known
}

// New makes a responder from templates: the shipped ones when folder is "",
// else every *.yaml of the folder, and of the answers that are known there. An
// error names the file, line and field.
func New(folder string) (*Responder, error) {
	set, err := templates.Load(folder)
	if err != nil {
		return nil, fmt.Errorf("responder: %w", err)
	}
	answers, err := known.Load(folder, nil)
	if err != nil {
		return nil, fmt.Errorf("responder: %w", err)
	}
	r := Of(set)
	r.Know(answers)
	return r, nil
}

// Hold holds answers to rules at other levels than the defaults. Call it before
// the responder is shared.
func (r *Responder) Hold(levels check.Levels) { r.levels = levels }

// Levels are those that answers, and facts that are kept, are held to.
func (r *Responder) Levels() check.Levels { return r.levels }

// Of makes a responder of the templates in force.
func Of(set *templates.Set) *Responder {
	return &Responder{templates: set, book: bookOf(append(set.Wordings(), praise.Wordings()...))}
}

// Templates lists the templates in force, the first to be asked first.
func (r *Responder) Templates() []*templates.Template { return r.templates.All() }

// Template returns the template of a name, nil where none is in force.
func (r *Responder) Template(name string) *templates.Template { return r.templates.Find(name) }

// With is a responder that knows a single template and takes it for every
// post in its language: to show what it would write.
func (r *Responder) With(t *templates.Template) *Responder {
	one := Of(templates.Only(t))
	one.levels = r.levels
	one.Know(r.known)
	return one
}

// Chooses returns the template in force that would answer a request, leaving
// trials aside; nil where none applies.
func (r *Responder) Chooses(q Request) *templates.Template {
	return r.templates.Choose(situation(settled(q)))
}

// Applies reports whether a template may be taken for a request.
func Applies(t *templates.Template, q Request) bool { return t.AppliesTo(situation(settled(q))) }

// Draft writes the draft of a request. It is deterministic. Where the action
// takes no draft, Text is empty and Reason says why. Every check is attached;
// a draft that breaks a blocking check is never returned: another wording is
// taken, and at the last, an empty draft with a reason. A question has a ready
// text only where its answer is known; else its draft has Holding.
func (r *Responder) Draft(q Request) care.Draft {
	if q.Verdict.Action.Drafts() {
		q.post, q.heard = reading(q), q.hears()
	}
	q = settled(q)
	d := care.Draft{CaseID: q.CaseID, Action: q.Verdict.Action, Variant: q.Variant, By: "graces", At: q.Now}
	_, d.Limit = length.Within(q.Mention.Platform, q.Mention.Limit, "")
	if d.Reason = whyNot(q); d.Reason != "" {
		return d
	}
	judge := r.judge(q)
	if matter := judge.Delicate(); matter != "" {
		d.Reason = matter + "; no draft"
		return d
	}
	t, trial := r.templates.For(situation(q), q.CaseID)
	if t == nil {
		d.Reason = r.speechless(language(q)) + "; write it by hand, or add one to responder.templates"
		return d
	}
	d.Template, d.TemplateVersion, d.Trial = t.Name, t.Version, trial
	c := r.newComposer(t, q, judge)
	if q.Verdict.Action == care.ActThank && (c.g.Issue != "" && !heartily(q) && !surely(q) || check.Profane(q.Mention.Text) || saddened(q) && !surely(q) || embittered(q) || sour(q)) {
		d.Reason = "the post praises and tells of trouble in one; read it, and answer in your own words"
		return d
	}
	if q.Verdict.Action == care.ActThank && forOthers(q) {
		d.Reason = "the post may be for others: it names another house, or somebody who is not us; read it, and answer in your own words"
		return d
	}
	if q.Verdict.Action == care.ActThank && c.hollow() {
		d.Reason = "the post may be no praise of us: nothing in it says what pleased; read it, and answer in your own words"
		return d
	}
	if q.Verdict.Action == care.ActAnswer && saysNothing(q) {
		d.Reason = "the post neither asks nor tells anything that could be taken up; read it, and answer in your own words"
		return d
	}
	c.fact = r.fact(q, c)
	answer, ok := c.compose()
	if q.Verdict.Action == care.ActAnswer && !c.openly {
		return r.hold(d, c, answer.text)
	}
	if !ok {
		d.Reason = "no wording of " + t.Name + " passes every check for this post; write it by hand"
		return d
	}
	answer = c.byName(answer)
	d.Text, d.Otherwise, d.Checks = answer.text, answer.otherwise, answer.checks
	d.Length, d.Limit = length.Within(q.Mention.Platform, q.Mention.Limit, d.Text)
	if q.Verdict.Action == care.ActReply {
		message := c.message()
		d.Private = care.Private{Route: c.privateRoute(), Text: join(message)}
		d.Checks = merge(d.Checks, judge.PrivateOf(passages(message)), inPrivate)
	}
	d.Known, d.Fact = r.saidIn(d, q.Now)
	return d
}

// speechless says why there is no template.
func (r *Responder) speechless(code string) string {
	for _, t := range r.Templates() {
		if t.Language == code {
			return "no template in " + strings.ToUpper(code) + " for this"
		}
	}
	if name := display.English.Languages().Name(tag.Make(code)); name != "" {
		return "no template speaks " + name
	}
	return "no template speaks " + strings.ToUpper(code)
}

// Recheck measures and checks a draft whose texts a person has edited, against
// the post it answers: it returns d with Length, Limit and Checks set anew.
// Both public texts and the private one are judged; a rule that any of them
// breaks is broken, and its note says which.
func (r *Responder) Recheck(d care.Draft, q Request) care.Draft {
	q = settled(q)
	judge := r.judge(q)
	if q.Verdict.Action == care.ActThank && d.Action.Drafts() {
		d.Action = care.ActThank // the verdict may have doubted the praise
	}
	d.Length, d.Limit = length.Within(q.Mention.Platform, q.Mention.Limit, d.Text)
	d.Checks = judge.Public(d.Text)
	if d.Otherwise != d.Text {
		d.Checks = merge(d.Checks, judge.Public(d.Otherwise), notDelivered)
	}
	if d.Private.Text != "" {
		d.Checks = merge(d.Checks, judge.Private(d.Private.Text), inPrivate)
	}
	q.checkRoute(&d)
	r.checkFact(&d, q.Now)
	return d
}

// Forbids says why an approved message must not leave after all, "" when it may.
// It is the last look before the network, at the rules that guard somebody: the
// levels may have changed since a person approved, and whatever wrote the row,
// an apology to a legal threat does not leave. It quotes nobody: it is logged.
func (r *Responder) Forbids(s care.Send) string {
	judge := r.judge(Request{Mention: s.Mention})
	for _, c := range judge.Guards(s.Text, !s.Kind.Public()) {
		if c.Blocking && !c.OK {
			return c.Rule + ": " + strings.TrimSuffix(check.Why(c.Rule), ".")
		}
	}
	return ""
}

// Where a rule is broken, besides the public text.
const (
	notDelivered = "where no message was delivered: "
	inPrivate    = "private message: "
)

// judge reads the post of a request for the rules.
func (r *Responder) judge(q Request) *check.Judge {
	return r.memory.For(check.Input{
		Platform: q.Mention.Platform, Limit: q.Mention.Limit, Post: q.Mention.Text, Action: q.Verdict.Action, Recent: q.Recent, Levels: r.levels, Facts: r.KnownAnswers().Texts(q.Now),
	})
}

// merge breaks what more breaks too, saying where.
func merge(checks, more []care.Check, where string) []care.Check {
	for _, m := range more {
		for i := range checks {
			if checks[i].Rule == m.Rule && checks[i].OK && !m.OK {
				checks[i].OK, checks[i].Note = false, where+m.Note
			}
		}
	}
	return checks
}

// whyNot says why a request takes no draft whatever the post says, "" when it
// may take one.
func whyNot(q Request) string {
	switch {
	case q.Verdict.Action == care.ActLegal:
		return "a legal matter: no apology and no draft; it goes to the legal owner"
	case q.Verdict.Action == care.ActSafety:
		return "somebody may be in danger: no draft; a person must act at once"
	case q.Verdict.Action == care.ActFold && stance(q) == care.StanceSilence:
		return "we have folded: silence is the answer; the door stays open for a new problem"
	case !q.Verdict.Action.Drafts():
		return "nothing is asked of us; write your own words to answer after all"
	case q.Mention.Deleted:
		return "the author has deleted the post"
	}
	return ""
}
