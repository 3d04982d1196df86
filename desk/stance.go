package desk

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"goodgraces/care"
	"goodgraces/store"
)

// standingView is how to meet an author, with its reasons.
type standingView struct {
	Title   string
	Harm    bool
	Score   string       // "baiter, 62%": only for roles that need it
	Signals []signalView // what speaks for the stance first
	Word    *wordView    // a person's own decision
}

// signalView is one reason. Name and Weight are for roles that see scores.
type signalView struct {
	Name, Note, Weight string
	For                bool // speaks for the author
	Posts              []linkView
}

type linkView struct{ Text, URL string }

// wordView is what a person decided about an author.
type wordView struct {
	Text, Reason string
	At           moment
	Case         string // address of the case in which it was decided
}

// seesScores reports whether a person may see an author's score, its kind and
// the weights of its signals. It is asked before anything is rendered.
func (d *Desk) seesScores(v *visit) bool {
	return v.may(firstOf(d.o.Config().Desk.ScoresFor, RoleManager))
}

// profileOf returns an author's profile, nil where there is none.
func (d *Desk) profileOf(ctx context.Context, key string) (*care.Profile, error) {
	if key == "" {
		return nil, nil
	}
	profiles, err := d.o.Store.Profiles(ctx, []string{key})
	if p, ok := profiles[key]; ok {
		return &p, err
	}
	return nil, err
}

// stanceOf is how an author is met: as a person decided, else as the software
// judged.
func stanceOf(s *care.Standing, o *care.Overrule) care.Stance {
	switch {
	case o != nil && o.Stance != "":
		return o.Stance
	case s != nil && s.Stance != "":
		return s.Stance
	}
	return care.StanceEngage
}

func overruleOf(p *care.Profile) *care.Overrule {
	if p == nil {
		return nil
	}
	return p.Overrule
}

// caseStanding is the standing beside a case. Its reasons link to the posts on
// the author's page.
func (d *Desk) caseStanding(v *visit, f *store.CaseFile, p *care.Profile) *standingView {
	page := authorURL(f.Mention.AuthorKey())
	return d.standingView(v, f.Verdict.Standing, overruleOf(p), func(id string) string {
		return page + "#" + anchor(f.Mention.Platform, id)
	})
}

// standingView puts a standing into words; nil where nothing is known.
func (d *Desk) standingView(v *visit, s *care.Standing, o *care.Overrule, post func(id string) string) *standingView {
	if s == nil && o == nil {
		return nil
	}
	if s == nil {
		s = &care.Standing{Kind: care.KindNone, Stance: care.StanceEngage}
	}
	stance := stanceOf(s, o)
	out := &standingView{Title: stanceTitle(stance, s.Kind), Harm: stance != care.StanceEngage, Word: d.wordView(o)}
	if o != nil && stance == care.StanceEngage {
		out.Title = "Answer them"
	}
	scores := d.seesScores(v)
	if scores {
		out.Score = "score " + percent(s.Vampire)
		if vampire(s.Kind) {
			out.Score = string(s.Kind) + ", " + out.Score
		}
	}
	for _, g := range reasons(s, stance) {
		sv := signalView{Note: sentence(g.Note), For: g.Weight < 0}
		if scores {
			sv.Name, sv.Weight = words(g.Name), fmt.Sprintf("%+.2f", g.Weight)
		}
		for i, id := range g.Posts {
			sv.Posts = append(sv.Posts, linkView{number(i + 1), post(id)})
		}
		out.Signals = append(out.Signals, sv)
	}
	return out
}

func vampire(k care.VampireKind) bool { return k != care.KindNone && k != "" }

func stanceTitle(s care.Stance, kind care.VampireKind) string {
	switch {
	case s == care.StanceSilence:
		return "Say nothing more"
	case s == care.StanceClose:
		return "One closing line, then silence"
	case vampire(kind):
		return "Answer this"
	}
	return "No signs of a social vampire"
}

// reasons are the signals with those first that speak for a stance, the weighty
// before the slight.
func reasons(s *care.Standing, stance care.Stance) []care.Signal {
	out := slices.Clone(s.Signals)
	pull := func(g care.Signal) float64 {
		if stance == care.StanceEngage {
			return g.Weight
		}
		return -g.Weight
	}
	slices.SortStableFunc(out, func(a, b care.Signal) int { return cmp.Compare(pull(a), pull(b)) })
	return out
}

// sentence gives a note its capital and its full stop.
func sentence(note string) string { return capital(strings.TrimRight(note, ".")) + "." }

// speaksFor reports whether a signal argues for a stance.
func speaksFor(g *care.Signal, s care.Stance) bool {
	return g.Weight != 0 && (g.Weight < 0) == (s == care.StanceEngage || s == "")
}

func (d *Desk) wordView(o *care.Overrule) *wordView {
	if o == nil {
		return nil
	}
	w := &wordView{Text: o.Actor + " decided to " + stanceDeeds[o.Stance], Reason: o.Reason, At: d.moment(o.At)}
	if o.Case != "" {
		w.Case = "/cases/" + o.Case
	}
	return w
}

// stanceDeeds says a stance, to follow "ann decided to".
var stanceDeeds = map[care.Stance]string{
	care.StanceEngage:  "answer them",
	care.StanceClose:   "give one closing line, then silence",
	care.StanceSilence: "say nothing more to them",
}

// against asks why, where a move goes against the stance; "" where it does not.
// To take back what a person folded needs no reason.
func (m move) against(f *store.CaseFile, p *care.Profile) string {
	if f.Mention.AuthorKey() == "" {
		return ""
	}
	answers := stanceOf(f.Verdict.Standing, overruleOf(p)) == care.StanceEngage && f.Verdict.Action != care.ActFold
	switch {
	case m.kind == care.DecideFold && answers:
		return "We would answer this person. Why fold?"
	case m.kind == care.DecideReopen && f.Case.State == care.StateFolded && !answers && !foldedByPerson(f):
		return "The software folded this. Why answer after all?"
	}
	return ""
}

// foldedByPerson reports whether a person folded a case last.
func foldedByPerson(f *store.CaseFile) bool {
	for _, k := range slices.Backward(f.Decisions) {
		if k.Kind == care.DecideFold || k.Kind == care.DecideReopen {
			return k.Kind == care.DecideFold
		}
	}
	return false
}

// learnStance keeps what a fold or a reopening says of the software's stance:
// against it, it is an overrule; with it, its signals are upheld; and to reopen
// what was folded against it takes that back.
func (d *Desk) learnStance(ctx context.Context, m move, f *store.CaseFile, p *care.Profile, k care.Decision) error {
	key := f.Mention.AuthorKey()
	stance, before := stanceOf(f.Verdict.Standing, overruleOf(p)), overruleOf(p)
	switch {
	case key == "":
		return nil
	case m.against(f, p) != "":
		o := care.Overrule{Stance: care.StanceSilence, From: stance, Reason: k.Reason, Actor: k.Actor, At: k.At, Case: f.Case.ID,
			Signals: argued(f.Verdict.Standing, care.StanceSilence, false)}
		if m.kind == care.DecideReopen {
			o.Stance, o.Signals = care.StanceEngage, argued(f.Verdict.Standing, care.StanceEngage, false)
		}
		return d.o.Store.Overrule(ctx, key, o)
	case m.kind == care.DecideReopen && before != nil && before.Case == f.Case.ID && before.Stance != care.StanceEngage:
		return d.o.Store.Overrule(ctx, key, care.Overrule{From: before.Stance, Actor: k.Actor, At: k.At, Case: f.Case.ID})
	case m.kind == care.DecideFold && before == nil && stance != care.StanceEngage:
		return d.o.Store.Uphold(ctx, argued(f.Verdict.Standing, stance, true))
	}
	return nil
}

// argued names the signals that spoke for a stance, or against it.
func argued(s *care.Standing, stance care.Stance, pro bool) []string {
	if s == nil {
		return nil
	}
	var names []string
	for i := range s.Signals {
		if g := &s.Signals[i]; g.Weight != 0 && speaksFor(g, stance) == pro {
			names = append(names, g.Name)
		}
	}
	return names
}
