package templates

import (
	"slices"
	"strings"
	"time"

	"goodgraces/care"
)

// Situation is what decides which template applies.
type Situation struct {
	Language string
	Action   care.Action
	Topic    string
	Severity care.Severity
	Platform string
	Stance   care.Stance
	Brand    string
	Now      time.Time
}

// Choose returns the template of the highest priority that applies and speaks
// the language, nil when there is none.
func (s *Set) Choose(in Situation) *Template {
	return s.ChooseWith(in, func(*Template) bool { return true })
}

// ChooseWith is Choose among the templates that have what is needed.
func (s *Set) ChooseWith(in Situation, has func(*Template) bool) *Template {
	for _, t := range s.templates {
		if t.AppliesTo(in) && has(t) {
			return t
		}
	}
	return nil
}

// AppliesTo reports whether a template may be taken in a situation.
func (t *Template) AppliesTo(in Situation) bool {
	return t.Language == in.Language && t.Applies.to(in) && t.open.Open(in.Now)
}

func (a Applies) to(in Situation) bool {
	if in.Severity < a.Severity.Min || a.Severity.Max != nil && in.Severity > *a.Severity.Max {
		return false
	}
	return holds(a.Actions, in.Action) && holds(a.Platforms, in.Platform) && holds(a.Stance, in.Stance) &&
		(len(a.Brands) == 0 || slices.ContainsFunc(a.Brands, func(b string) bool { return strings.EqualFold(b, in.Brand) })) &&
		(len(a.Topics) == 0 || slices.ContainsFunc(a.Topics, func(t string) bool { return Topic(t) == Topic(in.Topic) }))
}

func holds[T comparable](allowed []T, v T) bool {
	return len(allowed) == 0 || slices.Contains(allowed, v)
}

// Orders are the parts of an answer to a complaint, before the route. One of
// them is taken for an answer.
func (t *Template) Orders() [][]string {
	if len(t.orders) == 0 {
		return usual
	}
	return t.orders
}

var usual = [][]string{{PartFeeling, PartParaphrase, PartOwnership, PartCommitment}}
