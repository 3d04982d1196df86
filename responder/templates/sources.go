package templates

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"reflect"
	"slices"
	"strings"
	"sync"

	"goodgraces/responder/hours"
	"goodgraces/responder/trial"
)

// Origin is where a template comes from. A name found at several is taken from
// the last of them in this order.
type Origin string

// The origins.
const (
	Shipped Origin = "shipped" // built in
	Folder  Origin = "folder"  // responder.templates
	Desk    Origin = "desk"    // published by managers, in the store
)

var origins = []Origin{Shipped, Folder, Desk}

// Source is the text of one template and where it comes from.
type Source struct {
	Origin Origin
	File   string // what an error calls it: a path, or the desk's name and version
	Body   string // YAML; of the desk, "" switches the name off
	// Name and Version are the desk's; elsewhere the text says the name, and
	// the version is Hash.
	Name    string
	Version int

	read *Template // what parse made of Body, where that was kept
}

// Hash identifies a text: the first 12 hex digits of its SHA-256.
func Hash(body string) string {
	sum := sha256.Sum256([]byte(body))
	return hex.EncodeToString(sum[:6])
}

// VersionName is what drafts say of a version of the desk's.
func VersionName(version int) string { return fmt.Sprintf("v%d", version) }

// label is what drafts say of their template's version.
func (s Source) label() string {
	if s.Origin == Desk {
		return VersionName(s.Version)
	}
	return Hash(s.Body)
}

// parse reads a source. The desk's must have the name it is kept under. What is
// built in breaks no rule: TestShipped holds it to them.
func (s Source) parse() (*Template, error) {
	if s.read != nil && s.read.Body == s.Body {
		return s.read, nil
	}
	t, err := parse(s.File, []byte(s.Body), s.Origin != Shipped)
	if err != nil {
		return nil, err
	}
	if s.Origin == Desk && t.Name != s.Name {
		return nil, Problem{File: s.File, Line: 1, Field: "name", Message: fmt.Sprintf("is %q, but the desk keeps it as %q; a template keeps its name", t.Name, s.Name)}.Err()
	}
	t.Origin, t.Version, t.Body = s.Origin, s.label(), s.Body
	return t, nil
}

// ShippedSources are the templates that are built in.
func ShippedSources() []Source { return slices.Clone(shippedSources()) }

// shippedSources reads them once: every change of another template builds a set
// with them.
var shippedSources = sync.OnceValue(func() []Source {
	found, err := readFolder(shipped, Shipped, "shipped")
	for i := range found {
		read, broken := found[i].parse()
		found[i].read, err = read, errors.Join(err, broken)
	}
	if err != nil {
		panic(err) // they are part of the binary
	}
	return found
})

// IsAnswers reports the name of a file that holds known answers, which lie beside
// the templates: answers.yaml, answers-de.yaml.
func IsAnswers(name string) bool {
	return name == "answers.yaml" || strings.HasPrefix(name, "answers-") && strings.HasSuffix(name, ".yaml")
}

// FolderSources are the *.yaml of a folder that hold templates.
func FolderSources(folder string) ([]Source, error) {
	return readFolder(os.DirFS(folder), Folder, folder)
}

func readFolder(files fs.FS, origin Origin, folder string) ([]Source, error) {
	names, err := fs.Glob(files, "*.yaml")
	if err != nil {
		return nil, fmt.Errorf("templates: %s: %w", folder, err)
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("templates: %s: no *.yaml file in it; put a template there or leave responder.templates empty", folder)
	}
	var found []Source
	var problems []error
	for _, name := range names {
		if IsAnswers(name) {
			continue
		}
		data, err := fs.ReadFile(files, name)
		if err != nil {
			problems = append(problems, fmt.Errorf("templates: %w", err))
			continue
		}
		found = append(found, Source{Origin: origin, File: path.Join(folder, name), Body: string(data)})
	}
	return found, errors.Join(problems...)
}

// Trial tries version B of a template beside the one in force.
type Trial struct {
	ID    int64
	Share int    // per cent of the cases that get B
	B     Source // one of the desk's
}

// Build makes the one set in force of all sources: of each name the desk's
// version, else the folder's, else the shipped one. Every source is checked,
// also one that another hides.
func Build(sources []Source, trials ...Trial) (*Set, error) {
	var problems []error
	layers := map[string]*Template{}
	for _, origin := range origins {
		problems = append(problems, layer(layers, origin, sources))
	}
	set := &Set{trials: map[string]trying{}}
	for _, t := range layers {
		set.templates = append(set.templates, t)
	}
	slices.SortFunc(set.templates, func(a, b *Template) int {
		return cmp.Or(cmp.Compare(b.Priority, a.Priority), strings.Compare(a.Name, b.Name))
	})
	for _, tr := range trials {
		problems = append(problems, set.try(tr, layers[tr.B.Name]))
	}
	if err := errors.Join(problems...); err != nil {
		return nil, err
	}
	return set, nil
}

// layer puts the templates of an origin over those below it.
func layer(below map[string]*Template, origin Origin, sources []Source) error {
	var problems []error
	files := map[string]string{}
	for _, s := range sources {
		switch {
		case s.Origin != origin:
			continue
		case s.Origin == Desk && s.Body == "":
			delete(below, s.Name)
			continue
		}
		t, err := s.parse()
		if err != nil {
			problems = append(problems, err)
			continue
		}
		if other, twice := files[t.Name]; twice {
			problems = append(problems, Problem{File: s.File, Line: 1, Field: "name", Message: fmt.Sprintf("%q is the name of %s too; give one another name", t.Name, other)}.Err())
		}
		below[t.Name], files[t.Name] = t, s.File
	}
	return errors.Join(problems...)
}

// trying is a version that is tried.
type trying struct {
	id    int64
	share int
	b     *Template
}

func (s *Set) try(tr Trial, a *Template) error {
	b, err := tr.B.parse()
	if err != nil {
		return err
	}
	if a == nil {
		return fmt.Errorf("templates: %s: there is no version of %s in force beside which it could be tried; stop the trial", tr.B.File, tr.B.Name)
	}
	if err := Comparable(a, b); err != nil {
		return err
	}
	s.trials[b.Name] = trying{tr.ID, tr.Share, b}
	return nil
}

// Comparable says why two versions cannot be tried side by side: they must
// apply to the same posts, or the comparison would be one of the posts.
func Comparable(a, b *Template) error {
	for _, f := range []struct {
		field string
		same  bool
	}{
		{"name", a.Name == b.Name}, {"language", a.Language == b.Language}, {"priority", a.Priority == b.Priority},
		{"applies", reflect.DeepEqual(a.Applies, b.Applies)},
	} {
		if !f.same {
			return fmt.Errorf("templates: %s: the two versions differ in %s; to be tried side by side they must apply to the same posts", a.Name, f.field)
		}
	}
	return nil
}

// For is Choose for a case: where two versions of the template are tried, the
// one that the case gets, with the trial's ID; 0 for none.
func (s *Set) For(in Situation, caseID string) (*Template, int64) {
	t := s.Choose(in)
	if t == nil {
		return nil, 0
	}
	tr, tried := s.trials[t.Name]
	if tried && trial.GetsB(tr.id, caseID, tr.share) {
		t = tr.b
	}
	return t, tr.id
}

// everyone is the templates in force and those that are tried.
func (s *Set) everyone() []*Template {
	all := slices.Clone(s.templates)
	for _, tr := range s.trials {
		all = append(all, tr.b)
	}
	return all
}

// All lists the templates in force, the first to be asked first.
func (s *Set) All() []*Template { return slices.Clone(s.templates) }

// Find returns the template of a name, nil where none is in force.
func (s *Set) Find(name string) *Template {
	for _, t := range s.templates {
		if t.Name == name {
			return t
		}
	}
	return nil
}

// Only is a set of one template that applies wherever its language is spoken.
func Only(t *Template) *Set {
	everywhere := *t
	everywhere.Applies, everywhere.open = Applies{}, hours.Hours{}
	return &Set{templates: []*Template{&everywhere}}
}
