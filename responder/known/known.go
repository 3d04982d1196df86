// Package known keeps the answers that a team knows already: what is asked, in
// the words of those who ask it, and the fact that answers it. It says when a
// post asks one of them. A wrong fact in public is worse than none, so what is
// only near is told apart from what is sure.
package known

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"goodgraces/responder/check"
	"goodgraces/responder/templates"
)

// Answer is one known answer, as a file has it.
type Answer struct {
	Name     string   `yaml:"name"`
	Language string   `yaml:"language"`
	Asks     []string `yaml:"asks"`             // how people ask it: whole questions
	Not      []string `yaml:"not,omitempty"`    // questions that are near and are others
	Answer   string   `yaml:"answer"`           // the fact, in a sentence or two
	Short    string   `yaml:"short,omitempty"`  // the same in fewer words
	Brand    string   `yaml:"brand,omitempty"`  // said for this brand alone
	Topics   []string `yaml:"topics,omitempty"` // said where a post is about one of these
	Until    string   `yaml:"until,omitempty"`  // the last day on which it is said, 2026-12-24

	File string `yaml:"-"` // where it stands
	Line int    `yaml:"-"`

	until time.Time // when it ends; zero for never
	asks  *examples
}

// Texts are the wordings of the fact, the whole one first.
func (a *Answer) Texts() []string {
	if a.Short == "" {
		return []string{a.Answer}
	}
	return []string{a.Answer, a.Short}
}

// SaidIn reports whether a text says the fact in one of its wordings, as
// sentences of their own.
func (a *Answer) SaidIn(text string) bool {
	return slices.ContainsFunc(a.Texts(), func(w string) bool { return check.Says(text, w) })
}

// Warn is how long before its end an answer is told to be going out of date.
const Warn = 14 * 24 * time.Hour

// Age is whether an answer is still said.
type Age int

// The ages, the freshest first.
const (
	Fresh  Age = iota
	Ending     // it ends within Warn
	Over       // it is no longer said
)

// Age says how it stands with an answer's last day, which ends everywhere: at
// midnight UTC.
func (a *Answer) Age(now time.Time) Age {
	switch {
	case a.until.IsZero():
		return Fresh
	case !now.Before(a.until):
		return Over
	case a.until.Sub(now) <= Warn:
		return Ending
	}
	return Fresh
}

// Set is the answers in force, immutable. Its zero value has none.
type Set struct{ answers []*Answer }

// Build makes the set of some files, whose facts are held to levels of the rules.
// An error names each file, line and field that is wrong, as templates.Problems
// takes it apart.
func Build(files []File, levels check.Levels) (*Set, error) {
	set := &Set{}
	var problems []error
	first := map[string]*Answer{}
	for _, f := range files {
		found, err := Parse(f, levels)
		problems = append(problems, err)
		for _, a := range found {
			if other := first[a.Name]; other != nil && a.Name != "" {
				problems = append(problems, templates.Problem{File: a.File, Line: a.Line, Field: "name",
					Message: fmt.Sprintf("%q is the name of the one in %s:%d too; give one another name", a.Name, other.File, other.Line)}.Err())
				continue
			}
			first[a.Name] = a
			set.answers = append(set.answers, a)
		}
	}
	if err := errors.Join(problems...); err != nil {
		return nil, err
	}
	return set, nil
}

// All lists the answers in the order of their files.
func (s *Set) All() []*Answer { return slices.Clone(s.answers) }

// With is the set with an answer more, or in the place of the one of its name. s
// may be nil.
func (s *Set) With(a *Answer) *Set {
	with := &Set{}
	if s != nil {
		with.answers = slices.DeleteFunc(s.All(), func(o *Answer) bool { return o.Name == a.Name })
	}
	with.answers = append(with.answers, a)
	return with
}

// Find returns the answer of a name, nil where there is none.
func (s *Set) Find(name string) *Answer {
	for _, a := range s.answers {
		if a.Name == name {
			return a
		}
	}
	return nil
}

// Texts lists every wording of every answer that is still said.
func (s *Set) Texts(now time.Time) []string {
	var all []string
	for _, a := range s.answers {
		if a.Age(now) != Over {
			all = append(all, a.Texts()...)
		}
	}
	return all
}

// CheckTopics reports every topic that an answer names and that is not among
// names.
func (s *Set) CheckTopics(names []string) error {
	if !slices.Contains(names, "other") {
		names = append(slices.Clone(names), "other")
	}
	var problems []error
	for _, a := range s.answers {
		for i, topic := range a.Topics {
			if !slices.ContainsFunc(names, func(n string) bool { return templates.Topic(n) == templates.Topic(topic) }) {
				problems = append(problems, templates.Problem{File: a.File, Line: a.Line, Field: fmt.Sprintf("topics.%d", i),
					Message: fmt.Sprintf("%q is no topic of classifier.topics; there are %s", topic, strings.Join(names, ", "))}.Err())
			}
		}
	}
	return errors.Join(problems...)
}
