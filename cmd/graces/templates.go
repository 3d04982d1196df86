package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"goodgraces/config"
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
