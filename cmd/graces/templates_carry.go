package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"goodgraces/responder/templates"
	"goodgraces/store"
)

func newTemplatesExport(g *global) *cobra.Command {
	var force bool
	cmd := &cobra.Command{
		Use:   "export DIR",
		Short: "Write the templates in force into a folder, one NAME.yaml each",
		Args:  exactly(1),
	}
	format := formatFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return g.withShelf(cmd, *format, false, func(s *shelf) error { return s.export(args[0], force) })
	}
	cmd.Flags().BoolVar(&force, "force", false, "write over files that are different")
	return cmd
}

// fileShape keeps a template's name from naming another place.
var fileShape = regexp.MustCompile(`^[\p{L}\p{N}_][\p{L}\p{N}_. -]*$`)

// exported is a file as `graces templates export` tells of it.
type exported struct {
	File    string `json:"file"`
	Name    string `json:"name"`
	Origin  string `json:"origin"`
	Version string `json:"version"`
}

// export writes every template or, with an error, none that would be written
// over.
func (s *shelf) export(dir string, force bool) error {
	all := s.tones.Load().Templates()
	var problems []error
	for _, t := range all {
		if !fileShape.MatchString(t.Name) || utf8.RuneCountInString(t.Name) > 101 {
			problems = append(problems, fmt.Errorf("templates: %q makes no file name; give it a name of letters, digits, spaces, . _ or -", t.Name))
			continue
		}
		was, err := os.ReadFile(toneFile(dir, t.Name))
		if err == nil && string(was) != t.Body && !force {
			problems = append(problems, fmt.Errorf("templates: %s is there and different; import it first, or write over it with --force", toneFile(dir, t.Name)))
		} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
			problems = append(problems, fmt.Errorf("templates: %w", err))
		}
	}
	if err := errors.Join(problems...); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return fmt.Errorf("templates: %w", err)
	}
	for _, t := range all {
		if err := writeWhole(toneFile(dir, t.Name), t.Body); err != nil {
			return fmt.Errorf("templates: %w", err)
		}
		if err := s.say(exported{toneFile(dir, t.Name), t.Name, string(t.Origin), t.Version}, "%s  from the %s, %s", toneFile(dir, t.Name), originWords[t.Origin], t.Version); err != nil {
			return err
		}
	}
	return nil
}

var originWords = map[templates.Origin]string{templates.Shipped: "binary", templates.Folder: "folder", templates.Desk: "desk"}

func toneFile(dir, name string) string { return filepath.Join(dir, name+".yaml") }

// writeWhole puts a file in place at once: a daemon may be looking at the
// folder.
func writeWhole(path, body string) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".graces-*")
	if err != nil {
		return err
	}
	_, err = f.WriteString(body)
	err = errors.Join(err, f.Chmod(0o640), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

func newTemplatesImport(g *global) *cobra.Command {
	var publish bool
	var note string
	cmd := &cobra.Command{
		Use:   "import FILE|DIR…",
		Short: "Take template files into the desk, as drafts; all of them or, where one is broken, none",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return &usageError{errors.New("import: name a file or a folder")}
			}
			return nil
		},
	}
	format := formatFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return g.withShelf(cmd, *format, true, func(s *shelf) error { return s.importAll(args, publish, note) })
	}
	cmd.Flags().BoolVar(&publish, "publish", false, "put them in force at once")
	cmd.Flags().StringVar(&note, "note", "", "what changed and why")
	return cmd
}

// imported is a template as `graces templates import` tells of it.
type imported struct {
	Name    string `json:"name"`
	File    string `json:"file"`
	Version int    `json:"version,omitempty"` // in the desk; 0 where nothing was to be done
	State   string `json:"state"`             // draft, published, unchanged
}

func (s *shelf) importAll(paths []string, publish bool, note string) error {
	if publish && s.cfg.Responder.Approval {
		return errors.New("templates: responder.template_approval asks for a second person; import without --publish, and publish in the desk")
	}
	if n, err := s.checkFiles(paths); err != nil {
		return s.report(n, err)
	}
	found, err := readSources(paths)
	if err != nil {
		return err
	}
	for _, source := range found {
		t, err := templates.Parse(source.File, []byte(source.Body))
		if err != nil {
			return err
		}
		did, err := s.importOne(t.Name, source, publish, note)
		if err != nil {
			return fmt.Errorf("templates: %s: %w", source.File, err)
		}
		if err := s.say(did, "%s  %s", did.Name, did.words()); err != nil {
			return err
		}
	}
	return nil
}

func (i imported) words() string {
	if i.Version == 0 {
		return i.State
	}
	return fmt.Sprintf("v%d %s", i.Version, i.State)
}

// importOne saves one template, unless it is in force or waits word for word.
func (s *shelf) importOne(name string, source templates.Source, publish bool, note string) (imported, error) {
	did := imported{Name: name, File: source.File, State: "unchanged"}
	ctx, now := s.cmd.Context(), time.Now()
	all, err := s.store.TemplateVersions(ctx, name)
	if err != nil {
		return did, err
	}
	if t := s.tones.Load().Template(name); t != nil && t.Body == source.Body && s.tones.desk.waiting[name] == 0 {
		return did, nil
	}
	v := store.TemplateVersion{Name: name, Base: len(all), Body: source.Body, Note: orElse(note, "imported"), Actor: operator(), At: now}
	if n := s.tones.desk.waiting[name]; n > 0 && all[n-1].Body == source.Body {
		v = all[n-1]
		did.Version, did.State = v.Version, string(v.State)
	} else if v, err = s.store.SaveTemplateDraft(ctx, v); err != nil {
		return did, err
	}
	did.Version, did.State = v.Version, string(v.State)
	if !publish {
		return did, nil
	}
	did.State = string(store.TemplatePublished)
	return did, s.store.PublishTemplate(ctx, store.TemplateDecision{Name: name, Version: v.Version, Actor: operator(), Note: note, At: now})
}
