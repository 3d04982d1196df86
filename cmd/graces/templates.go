package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"

	"goodgraces/config"
	"goodgraces/responder/templates"
	"goodgraces/store"
)

func newTemplates(g *global) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "templates",
		Short: "Tone templates: list, check, export, import, compare, publish, try",
		Long: "Tone templates are the team's wordings. Of each name the version that was published\n" +
			"in the desk is in force, else the file in responder.templates, else the one that\n" +
			"ships. 'export' and 'import' carry them between the desk and a folder, byte for byte.",
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newTemplatesList(g), newTemplatesCheck(g), newTemplatesShow(g), newTemplatesExport(g), newTemplatesImport(g),
		newTemplatesDiff(g), newTemplatesVersions(g), newTemplatesPublish(g), newTemplatesRollback(g), newTemplatesRetire(g),
		newTemplatesStats(g), newTemplatesTrial(g))
	return cmd
}

// shelf is the templates of an instance, for the length of a command.
type shelf struct {
	cmd   *cobra.Command
	cfg   *config.Config
	store *store.Store // nil where there is none yet and the command needs none
	tones *tones
	lines bool // JSON Lines
}

// withShelf opens the templates in force. With write a store is made where
// there is none yet.
func (g *global) withShelf(cmd *cobra.Command, format string, write bool, f func(*shelf) error) (err error) {
	if format != "text" && format != "jsonl" {
		return &usageError{fmt.Errorf("--format %q: must be text or jsonl", format)}
	}
	s := &shelf{cmd: cmd, lines: format == "jsonl"}
	if s.cfg, err = g.load(); err != nil {
		return err
	}
	if write || s.cfg.Store.URL != "" || hasDatabase(s.cfg) {
		if s.store, err = openStore(cmd.Context(), s.cfg); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, s.store.Close()) }()
	}
	if s.tones, err = openTones(cmd.Context(), s.cfg, s.store); err != nil {
		return err
	}
	return f(s)
}

func hasDatabase(cfg *config.Config) bool {
	_, err := os.Stat(filepath.Join(cfg.Data, dbFile))
	return err == nil
}

// say prints a line of text, or a value as JSON.
func (s *shelf) say(v any, text string, args ...any) error {
	if s.lines {
		return json.NewEncoder(s.cmd.OutOrStdout()).Encode(v)
	}
	_, err := fmt.Fprintf(s.cmd.OutOrStdout(), text+"\n", args...)
	return err
}

func formatFlag(cmd *cobra.Command) *string {
	return cmd.Flags().String("format", "text", "of the output: text or jsonl")
}

// templateLine is a template as `graces templates list` writes it.
type templateLine struct {
	Name        string `json:"name"`
	Language    string `json:"language"`
	Tone        string `json:"tone"`
	Priority    int    `json:"priority"`
	Description string `json:"description"`
	Origin      string `json:"origin"`          // shipped, folder, desk; "" where none is in force
	Version     string `json:"version"`         // as drafts carry it
	Draft       int    `json:"draft,omitempty"` // the newest version in the desk, where it is not published yet
	DraftState  string `json:"draft_state,omitempty"`
	Trial       int    `json:"trial,omitempty"` // the version that is tried
}

func newTemplatesList(g *global) *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: "List the templates in force, and drafts that wait", Args: noArgs}
	format := formatFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return g.withShelf(cmd, *format, false, func(s *shelf) error {
			lines, err := s.list()
			if err != nil || s.lines {
				for i := 0; err == nil && i < len(lines); i++ {
					err = s.say(lines[i], "")
				}
				return err
			}
			w := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 8, 2, ' ', 0)
			fmt.Fprintln(w, "NAME\tLANGUAGE\tTONE\tPRIORITY\tFROM\tVERSION\tWAITING")
			for _, l := range lines {
				fmt.Fprintf(w, "%s\t%s\t%s\t%d\t%s\t%s\t%s\n", l.Name, l.Language, l.Tone, l.Priority, orElse(l.Origin, "-"), orElse(l.Version, "-"), l.waiting())
			}
			return w.Flush()
		})
	}
	return cmd
}

func (l templateLine) waiting() string {
	switch {
	case l.Trial > 0:
		return fmt.Sprintf("v%d on trial", l.Trial)
	case l.Draft > 0 && l.DraftState == string(store.TemplateWaiting):
		return fmt.Sprintf("v%d for approval", l.Draft)
	case l.Draft > 0:
		return fmt.Sprintf("v%d draft", l.Draft)
	}
	return ""
}

// list is the templates in force, the first to be asked first, then those of
// which the desk has drafts alone or which are switched off.
func (s *shelf) list() ([]templateLine, error) {
	var lines []templateLine
	for _, t := range s.tones.Load().Templates() {
		lines = append(lines, templateLine{Name: t.Name, Language: t.Language, Tone: t.Tone, Priority: t.Priority,
			Description: t.Description, Origin: string(t.Origin), Version: t.Version})
	}
	if s.store == nil {
		return lines, nil
	}
	newest, err := s.store.Templates(s.cmd.Context())
	if err != nil {
		return nil, err
	}
	for _, v := range newest {
		i := slices.IndexFunc(lines, func(l templateLine) bool { return l.Name == v.Name })
		if i < 0 {
			i, lines = len(lines), append(lines, templateLine{Name: v.Name})
		}
		if v.State == store.TemplateDraft || v.State == store.TemplateWaiting {
			lines[i].Draft, lines[i].DraftState = v.Version, string(v.State)
		}
	}
	for _, tr := range s.tones.desk.trials {
		i := slices.IndexFunc(lines, func(l templateLine) bool { return l.Name == tr.B.Name })
		lines[i].Trial = tr.B.Version
	}
	return lines, nil
}

func newTemplatesCheck(g *global) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check [FILE|DIR…]",
		Short: "Say everything that is wrong with template files, or with the templates in force",
		Args:  cobra.ArbitraryArgs,
	}
	format := formatFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return g.withShelf(cmd, *format, false, func(s *shelf) error {
				return s.report(len(s.tones.Load().Templates()), s.tones.Err())
			})
		}
		cfg, err := g.load()
		if err != nil {
			return err
		}
		s := &shelf{cmd: cmd, cfg: cfg, lines: *format == "jsonl"}
		n, err := s.checkFiles(args)
		return s.report(n, err)
	}
	return cmd
}

// report prints problems, one a line, and ends the command with status 1 where
// there are any.
func (s *shelf) report(n int, err error) error {
	problems := templates.Problems(err)
	for _, p := range problems {
		line := struct {
			File    string `json:"file"`
			Line    int    `json:"line,omitempty"`
			Field   string `json:"field,omitempty"`
			Problem string `json:"problem"`
		}{p.File, p.Line, p.Field, p.Message}
		if err := s.say(line, "%s", p.String()); err != nil {
			return err
		}
	}
	switch {
	case len(problems) > 0:
		return errSaid
	case s.lines:
		return nil
	}
	return s.say(nil, "%d %s good", n, plural(n, "template is", "templates are"))
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// checkFiles checks files and the *.yaml of folders, together: no two may have
// one name. It returns how many there are.
func (s *shelf) checkFiles(paths []string) (int, error) {
	found, err := readSources(paths)
	if err != nil {
		return 0, err
	}
	set, err := templates.Build(found)
	if err != nil {
		return len(found), err
	}
	return len(found), set.CheckTopics(topicNames(s.cfg))
}

// readSources reads files and the *.yaml of folders.
func readSources(paths []string) ([]templates.Source, error) {
	var found []templates.Source
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, fmt.Errorf("templates: %w", err)
		}
		if info.IsDir() {
			inside, err := templates.FolderSources(path)
			if err != nil {
				return nil, err
			}
			found = append(found, inside...)
			continue
		}
		body, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("templates: %w", err)
		}
		found = append(found, templates.Source{Origin: templates.Folder, File: path, Body: string(body)})
	}
	return found, nil
}

func newTemplatesShow(g *global) *cobra.Command {
	return &cobra.Command{
		Use:   "show NAME [VERSION]",
		Short: "Print a template: the one in force, or a version (v3, folder, shipped)",
		Args:  between(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return g.withShelf(cmd, "text", false, func(s *shelf) error {
				body, _, err := s.text(args[0], slices.Concat(args[1:], []string{""})[0])
				if err != nil {
					return err
				}
				_, err = io.WriteString(cmd.OutOrStdout(), body)
				return err
			})
		},
	}
}

// between asks for least to most arguments.
func between(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := cobra.RangeArgs(least, most)(cmd, args); err != nil {
			return &usageError{err}
		}
		return nil
	}
}

// text finds a template's text by name and version: "" is the one in force,
// else shipped, folder, or a number of the desk's. It also tells what to call
// it.
func (s *shelf) text(name, version string) (body, title string, err error) {
	switch version {
	case "":
		if t := s.tones.Load().Template(name); t != nil {
			return t.Body, fmt.Sprintf("%s %s", name, t.Version), nil
		}
		return "", "", fmt.Errorf("templates: no template %q is in force; 'graces templates list' tells which are", name)
	case string(templates.Shipped), string(templates.Folder):
		for _, t := range s.tones.below(templates.Origin(version)) {
			if t.Name == name {
				return t.Body, name + " " + version, nil
			}
		}
		return "", "", fmt.Errorf("templates: there is no %s template %q", version, name)
	}
	n, err := versionNumber(version)
	if err != nil {
		return "", "", err
	}
	v, err := s.version(name, n)
	return v.Body, fmt.Sprintf("%s v%d", name, n), err
}

// versionNumber reads v3 or 3.
func versionNumber(version string) (int, error) {
	n, err := strconv.Atoi(strings.TrimPrefix(version, "v"))
	if err != nil || n < 1 {
		return 0, &usageError{fmt.Errorf("version %q: must be a number such as v3, folder or shipped", version)}
	}
	return n, nil
}

// version reads a version of the desk's.
func (s *shelf) version(name string, n int) (store.TemplateVersion, error) {
	err := store.ErrNotFound
	var v store.TemplateVersion
	if s.store != nil {
		v, err = s.store.TemplateVersion(s.cmd.Context(), name, n)
	}
	if errors.Is(err, store.ErrNotFound) {
		err = fmt.Errorf("templates: the desk has no version %d of %q; 'graces templates versions %s' lists them", n, name, name)
	}
	return v, err
}

func newTemplatesDiff(g *global) *cobra.Command {
	return &cobra.Command{
		Use:   "diff [NAME [VERSION [VERSION]]]",
		Short: "Compare templates: what waits in the desk, or what the desk changed, or two versions",
		Long: "With two versions, compares them. With one, compares it with the one in force. With a\n" +
			"name alone, compares the one in force with the draft that waits or, where none does,\n" +
			"with what it took the place of. Without a name, does that for every template of the desk.",
		Args: between(0, 3),
		RunE: func(cmd *cobra.Command, args []string) error {
			return g.withShelf(cmd, "text", false, func(s *shelf) error {
				if len(args) > 1 {
					return s.diff(args[0], args[1], slices.Concat(args[2:], []string{""})[0])
				}
				names := args
				for i := 0; len(args) == 0 && i < len(s.tones.desk.names); i++ {
					names = append(names, s.tones.desk.names[i])
				}
				for _, name := range names {
					if err := s.diffChanged(name); err != nil {
						return err
					}
				}
				return nil
			})
		},
	}
}

// diff prints what the second version changed.
func (s *shelf) diff(name, a, b string) error {
	was, wasTitle, err := s.text(name, a)
	if err != nil {
		return err
	}
	is, isTitle, err := s.text(name, b)
	if err != nil {
		return err
	}
	_, err = s.cmd.OutOrStdout().Write(diff.Diff(wasTitle, []byte(was), isTitle, []byte(is)))
	return err
}

// diffChanged compares a template with its draft, or else with what it took
// the place of; it prints nothing where there is neither.
func (s *shelf) diffChanged(name string) error {
	if newest := s.tones.desk.waiting[name]; newest > 0 {
		if s.tones.Load().Template(name) == nil {
			return s.diffNew(name, newest)
		}
		return s.diff(name, "", templates.VersionName(newest))
	}
	t := s.tones.Load().Template(name)
	if t == nil {
		_, _, err := s.text(name, "")
		return err
	}
	for _, origin := range []templates.Origin{templates.Folder, templates.Shipped} {
		if t.Origin == origin {
			break
		}
		if _, _, err := s.text(name, string(origin)); err == nil {
			return s.diff(name, string(origin), "")
		}
	}
	return nil
}

// diffNew prints a draft of a template that is not in force.
func (s *shelf) diffNew(name string, version int) error {
	body, title, err := s.text(name, templates.VersionName(version))
	if err == nil {
		_, err = s.cmd.OutOrStdout().Write(diff.Diff(name+" nothing", nil, title, []byte(body)))
	}
	return err
}
