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

	"goodgraces/care"
)

//go:embed *.yaml
var shipped embed.FS

// Set is the templates in force, immutable.
type Set struct {
	templates []*Template // highest priority first, then by name
}

// Template is one tone in one language.
type Template struct {
	Name        string   `yaml:"name"`
	Language    string   `yaml:"language"` // BCP 47 base language: en, es, de
	Description string   `yaml:"description"`
	Tone        string   `yaml:"tone"`
	Priority    int      `yaml:"priority"` // of those that apply, the highest is taken
	Applies     Applies  `yaml:"applies"`
	SignOff     string   `yaml:"sign_off"` // with {initials}
	Avoid       []string `yaml:"avoid"`    // words that no part may use
	Parts       Parts    `yaml:"parts"`

	named []namedTopic // where the file names topics
}

// Applies says when a template applies; what is empty does not matter.
type Applies struct {
	Actions   []care.Action `yaml:"actions"`
	Topics    []string      `yaml:"topics"`
	Severity  Severity      `yaml:"severity"`
	Platforms []string      `yaml:"platforms"`
	Stance    []care.Stance `yaml:"stance"`
}

// Severity is a range, both ends within.
type Severity struct {
	Min care.Severity  `yaml:"min"`
	Max *care.Severity `yaml:"max"`
}

// Parts are the wordings. Each list holds variants, of which one is taken.
type Parts struct {
	Feeling    Feeling    `yaml:"feeling"`
	Paraphrase Paraphrase `yaml:"paraphrase"`
	Ownership  []string   `yaml:"ownership"`
	Commitment []string   `yaml:"commitment"`
	Route      Route      `yaml:"route"`
	Thanks     Thanks     `yaml:"thanks"`
	Answer     Answer     `yaml:"answer"`
	Close      Close      `yaml:"close"`
	Statement  Statement  `yaml:"statement"`
	Private    Private    `yaml:"private"`
}

// Feeling mirrors how the author feels, at the right strength.
type Feeling struct {
	Calm  []string `yaml:"calm"`
	Upset []string `yaml:"upset"`
	Angry []string `yaml:"angry"`
}

// Paraphrase says what happened to them, from what is known best to what is
// known least.
type Paraphrase struct {
	Issue   []string            `yaml:"issue"`   // with {issue}: "your bag was lost"
	Detail  []string            `yaml:"detail"`  // with {detail}: "three hours on hold"
	Thing   []string            `yaml:"thing"`   // with {thing}: "your order"
	Topics  map[string][]string `yaml:"topics"`  // by topic
	Unknown []string            `yaml:"unknown"` // honest: we want to hear it
	Told    []string            `yaml:"told"`    // the post tells a story that we could not put into words; may be left out
	Asked   []string            `yaml:"asked"`   // the post only asks; may be left out
}

// Route says where the conversation goes on.
type Route struct {
	Delivered   []string `yaml:"delivered"`    // a private message arrived
	Otherwise   []string `yaml:"otherwise"`    // with {route}
	AuthorFirst []string `yaml:"author_first"` // they must write to us
}

// Thanks answers praise.
type Thanks struct {
	Thing   []string `yaml:"thing"` // with {thing}
	General []string `yaml:"general"`
	Closing []string `yaml:"closing"`
}

// Answer says that a question will be answered, by a person.
type Answer struct {
	Opening []string `yaml:"opening"`
	Promise []string `yaml:"promise"`
}

// Statement is said once, in public, to the many who gathered or say the same.
// It may be left out.
type Statement struct {
	Matters map[string]string `yaml:"matters"` // by topic, for {matter}: "the delays"
	Seen    []string          `yaml:"seen"`    // with {matter}
	General []string          `yaml:"general"` // where no topic stands out
	Promise []string          `yaml:"promise"` // what we do, and where we will say what came of it
	Route   []string          `yaml:"route"`   // with {route}, for those with a problem of their own
	Message []string          `yaml:"message"` // the same, where no route is open
}

// Close is the last word in public to somebody who only baits: thanks, then
// goodbye. It gives nothing to bite on; see check.Closing.
type Close struct {
	Opening []string `yaml:"opening"`
	Ending  []string `yaml:"ending"`
}

// Private is the message in which the conversation goes on.
type Private struct {
	Greeting  []string          `yaml:"greeting"`   // with {name}
	Nameless  []string          `yaml:"nameless"`   // where no name is known
	Recap     []string          `yaml:"recap"`      // with {issue}
	RecapOpen []string          `yaml:"recap_open"` // where the issue is not known
	RecapTold []string          `yaml:"recap_told"` // where it is not known, but the post told it; may be left out
	Needs     map[string]string `yaml:"needs"`      // by topic; "other" is for all others
	Ask       []string          `yaml:"ask"`        // with {needs}
	AskKnown  []string          `yaml:"ask_known"`  // where the post has the number we need; may be left out
	Promise   []string          `yaml:"promise"`    // who answers and by when
	Closing   []string          `yaml:"closing"`
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

// Situation is what decides which template applies.
type Situation struct {
	Language string
	Action   care.Action
	Topic    string
	Severity care.Severity
	Platform string
	Stance   care.Stance
}

// Choose returns the template of the highest priority that applies and speaks
// the language, nil when there is none.
func (s *Set) Choose(in Situation) *Template {
	for _, t := range s.templates {
		if t.Language == in.Language && t.Applies.to(in) {
			return t
		}
	}
	return nil
}

func (a Applies) to(in Situation) bool {
	if in.Severity < a.Severity.Min || a.Severity.Max != nil && in.Severity > *a.Severity.Max {
		return false
	}
	return holds(a.Actions, in.Action) && holds(a.Platforms, in.Platform) && holds(a.Stance, in.Stance) &&
		(len(a.Topics) == 0 || slices.ContainsFunc(a.Topics, func(t string) bool { return Topic(t) == Topic(in.Topic) }))
}

func holds[T comparable](allowed []T, v T) bool {
	return len(allowed) == 0 || slices.Contains(allowed, v)
}

// Topic brings a topic's name into one form: "Lost_or-Damaged " is "lost or
// damaged".
func Topic(name string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return r == '_' || r == '-' || r == '/' || unicode.IsSpace(r)
	}), " ")
}
