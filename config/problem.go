package config

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Problem is one thing wrong with a configuration. It never holds a secret.
//
//nolint:errname // it is data first: a line of a report
type Problem struct {
	File    string
	Line    int    // 0 when it does not come from a file
	Key     string // dotted: connectors[1].settings.stream
	Message string // what is wrong and what is allowed
}

// Error gives "graces.yaml:12: work.batch: what is wrong".
func (p Problem) Error() string {
	var parts []string
	switch {
	case p.Line > 0:
		parts = append(parts, fmt.Sprintf("%s:%d", p.File, p.Line))
	case p.File != "":
		parts = append(parts, p.File)
	}
	if p.Key != "" {
		parts = append(parts, p.Key)
	}
	return strings.Join(append(parts, p.Message), ": ")
}

// Problems is everything wrong with a configuration, in the files' order.
//
//nolint:errname // the contract's name
type Problems struct{ List []Problem }

// Error gives every problem, one a line.
func (p *Problems) Error() string {
	if len(p.List) == 1 {
		return "config: " + p.List[0].Error()
	}
	var b strings.Builder
	fmt.Fprintf(&b, "config: %d problems:", len(p.List))
	for _, one := range p.List {
		b.WriteString("\n  " + one.Error())
	}
	return b.String()
}

// Unwrap lets errors.As find a Problem.
func (p *Problems) Unwrap() []error {
	errs := make([]error, len(p.List))
	for i, one := range p.List {
		errs[i] = one
	}
	return errs
}

// problemsOf sorts problems by file, line and key; nil when there are none.
func problemsOf(list []Problem) error {
	if len(list) == 0 {
		return nil
	}
	slices.SortStableFunc(list, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Key, b.Key))
	})
	return &Problems{List: slices.Compact(list)}
}
