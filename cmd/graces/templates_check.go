package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"goodgraces/responder/templates"
)

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
