// Package templates reads tone templates: the wordings that managers own. A
// template is a YAML file; a broken one is refused with file, line and field.
package templates

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"unicode"
)

//go:embed *.yaml
var shipped embed.FS

// Set is the templates in force, immutable.
type Set struct {
	templates []*Template // highest priority first, then by name
}

// Load reads every *.yaml of a folder; "" is the shipped templates.
func Load(folder string) (*Set, error) {
	if folder == "" {
		return read(shipped, "shipped")
	}
	return read(os.DirFS(folder), folder)
}

func read(files fs.FS, folder string) (*Set, error) {
	names, err := fs.Glob(files, "*.yaml")
	if err != nil {
		return nil, fmt.Errorf("templates: %s: %w", folder, err)
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("templates: %s: no *.yaml file in it; put a template there or leave responder.templates empty", folder)
	}
	set, problems := &Set{}, []error(nil)
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			problems = append(problems, fmt.Errorf("templates: %w", err))
			continue
		}
		t, err := Parse(path.Join(folder, name), data)
		if err != nil {
			problems = append(problems, err)
			continue
		}
		set.templates = append(set.templates, t)
	}
	problems = append(problems, set.duplicates()...)
	if err := errors.Join(problems...); err != nil {
		return nil, err
	}
	slices.SortStableFunc(set.templates, func(a, b *Template) int {
		if a.Priority != b.Priority {
			return b.Priority - a.Priority
		}
		return strings.Compare(a.Name, b.Name)
	})
	return set, nil
}

func (s *Set) duplicates() []error {
	var problems []error
	seen := map[string]bool{}
	for _, t := range s.templates {
		if seen[t.Name] {
			problems = append(problems, fmt.Errorf("templates: two templates are called %q; give one another name", t.Name))
		}
		seen[t.Name] = true
	}
	return problems
}

// CheckTopics reports every topic that a template names and that is not among
// names.
func (s *Set) CheckTopics(names []string) error {
	known := map[string]bool{"other": true}
	for _, name := range names {
		known[Topic(name)] = true
	}
	var problems []error
	for _, t := range s.templates {
		for _, n := range t.named {
			if !known[Topic(n.topic)] {
				problems = append(problems, fmt.Errorf("templates: %s: %q is no topic of classifier.topics; there are %s", n.where, n.topic, strings.Join(names, ", ")))
			}
		}
	}
	return errors.Join(problems...)
}

// Names lists the templates, the first to be asked first.
func (s *Set) Names() []string {
	names := make([]string, len(s.templates))
	for i, t := range s.templates {
		names[i] = t.Name
	}
	return names
}

// Wordings lists every wording of every part, and the sign-offs.
func (s *Set) Wordings() []string {
	var all []string
	for _, t := range s.templates {
		all = append(all, t.SignOff)
		for _, p := range t.parts() {
			all = append(all, p.variants...)
		}
	}
	return all
}

// Topic brings a topic's name into one form: "Lost_or-Damaged " is "lost or
// damaged".
func Topic(name string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return r == '_' || r == '-' || r == '/' || unicode.IsSpace(r)
	}), " ")
}
