// Package templates reads tone templates: the wordings that managers own. A
// template is a YAML file; a broken one is refused with file, line and field.
package templates

import (
	"embed"
	"errors"
	"fmt"
	"strings"
	"unicode"
)

//go:embed *.yaml
var shipped embed.FS

// Set is the templates in force, immutable. Build makes one.
type Set struct {
	templates []*Template // highest priority first, then by name
	trials    map[string]trying
}

// Load builds the templates of a folder alone; "" is the shipped ones.
func Load(folder string) (*Set, error) {
	if folder == "" {
		return Build(ShippedSources())
	}
	sources, err := FolderSources(folder)
	if err != nil {
		return nil, err
	}
	if len(sources) == 0 {
		sources = ShippedSources() // it holds known answers alone
	}
	return Build(sources)
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
				at := n.at
				at.Message = fmt.Sprintf("%q is no topic of classifier.topics; there are %s", n.topic, strings.Join(names, ", "))
				problems = append(problems, at.Err())
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
	for _, t := range s.everyone() {
		all = append(all, t.SignOff)
		for _, p := range t.parts() {
			all = append(all, p.variants...)
		}
	}
	return all
}

// isTopic reports a name that has the form of Topic already, as most have.
func isTopic(name string) bool {
	for i := range len(name) {
		letter := name[i] >= 'a' && name[i] <= 'z'
		if !letter && (name[i] != ' ' || i == 0 || i == len(name)-1 || name[i-1] == ' ') {
			return false
		}
	}
	return true
}

// Topic brings a topic's name into one form: "Lost_or-Damaged " is "lost or
// damaged".
func Topic(name string) string {
	if isTopic(name) {
		return name
	}
	return strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return r == '_' || r == '-' || r == '/' || unicode.IsSpace(r)
	}), " ")
}
