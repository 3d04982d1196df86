package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"goodgraces/config"
	"goodgraces/responder/known"
	"goodgraces/store"
)

func newMigrate(g *global) *cobra.Command {
	return &cobra.Command{
		Use:   "migrate",
		Short: "Bring the store's schema up to date ('serve' does so by itself)",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			cfg, err := g.load()
			if err != nil {
				return err
			}
			st, err := openStore(cmd.Context(), cfg)
			if err != nil {
				return err
			}
			defer st.Close()
			current, _, err := st.Version(cmd.Context())
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "the schema is at version %d, the newest\n", current)
			return err
		},
	}
}

func newConfig(g *global) *cobra.Command {
	cmd := &cobra.Command{Use: "config", Short: "The configuration: init, check, dump", Args: noArgs, RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() }}
	cmd.AddCommand(
		&cobra.Command{Use: "init", Short: "Write a commented graces.yaml (--config FILE for another name)", Args: noArgs, RunE: func(cmd *cobra.Command, _ []string) error {
			return initConfig(cmd.OutOrStdout(), g.config)
		}},
		&cobra.Command{Use: "check", Short: "Say everything that is wrong with the configuration", Args: noArgs, RunE: func(cmd *cobra.Command, _ []string) error {
			cfg, err := g.load()
			if err != nil {
				return err
			}
			if err := errors.Join(examineTemplates(cfg).err, examineConnectors(cfg).err); err != nil {
				return err
			}
			levels, _ := levelsOf(cfg.Responder)
			for _, weak := range levels.Weakened() {
				fmt.Fprintln(cmd.OutOrStdout(), "careful: responder.checks: "+weak)
			}
			_, err = fmt.Fprintln(cmd.OutOrStdout(), "the configuration is good: "+orElse(cfg.File, "defaults, no file"))
			return err
		}},
		&cobra.Command{Use: "dump", Short: "Print the configuration in force, secrets masked", Args: noArgs, RunE: func(cmd *cobra.Command, _ []string) error {
			cfg, err := g.load()
			if err != nil {
				return err
			}
			shown := *cfg
			shown.Classifier = inForce(cfg.Classifier)
			return config.Dump(cmd.OutOrStdout(), &shown, isSecret)
		}},
	)
	return cmd
}

// initConfig writes the example configuration where there is none yet.
func initConfig(out io.Writer, file string) error {
	file = orElse(file, "graces.yaml")
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, os.ErrExist) {
		return fmt.Errorf("config init: %s is there already and was left as it is", file)
	}
	if err != nil {
		return fmt.Errorf("config init: %w", err)
	}
	_, err = f.WriteString(config.Example())
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("config init: %w", err)
	}
	_, err = fmt.Fprintln(out, "wrote "+file)
	return err
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

func newDoctor(g *global) *cobra.Command {
	return &cobra.Command{
		Use:   "doctor",
		Short: "Look whether everything is as it must be, and say what to do where it is not",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return examine(cmd.Context(), cmd.OutOrStdout(), g)
		},
	}
}

// finding is one line of the doctor's report.
type finding struct {
	part string
	err  error
	note string
}

// examine runs every examination, whatever the others find.
func examine(ctx context.Context, out io.Writer, g *global) error {
	cfg, err := g.load()
	if err != nil {
		return err
	}
	findings := []finding{{part: "configuration", note: orElse(cfg.File, "defaults, no file")}}
	findings = append(findings, examineModel(cfg), examineTemplates(cfg), examineChecks(cfg), examineConnectors(cfg))
	findings = append(findings, examineStore(ctx, cfg)...)
	findings = append(findings, examineQueue(ctx, cfg))
	ill := false
	for _, f := range findings {
		word, note := "ok", f.note
		if f.err != nil {
			word, note, ill = "FAIL", f.err.Error(), true
		}
		fmt.Fprintf(out, "%-4s  %-14s %s\n", word, f.part, note)
	}
	if ill {
		return errSaid
	}
	return nil
}

func examineModel(cfg *config.Config) finding {
	start := time.Now()
	c, err := loadClassifier(cfg)
	if err != nil {
		return finding{part: "classifier", err: err}
	}
	return finding{part: "classifier", note: fmt.Sprintf("model %s, loaded in %d ms", c.Version(), time.Since(start).Milliseconds())}
}

func examineTemplates(cfg *config.Config) finding {
	r, err := loadResponder(cfg)
	if err != nil {
		return finding{part: "templates", err: err}
	}
	var names []string
	for _, t := range r.Templates() {
		names = append(names, t.Name)
	}
	note := fmt.Sprintf("%d: %s", len(names), strings.Join(names, ", "))
	over := 0
	all := r.KnownAnswers().All()
	for _, a := range all {
		if a.Age(time.Now()) == known.Over {
			over++
		}
	}
	if len(all) > 0 {
		note += fmt.Sprintf("; %d known answers, %d of them out of date", len(all), over)
	}
	return finding{part: "templates", note: note}
}

func examineConnectors(cfg *config.Config) finding {
	var errs []error
	for _, c := range wanted(cfg) {
		made, err := openConnector(cfg, c, silent, nil)
		if err == nil {
			err = made.Close()
		}
		errs = append(errs, err)
	}
	return finding{"connectors", errors.Join(errs...), fmt.Sprintf("%d configured", len(cfg.Connectors))}
}

func examineStore(ctx context.Context, cfg *config.Config) []finding {
	st, err := openStoreAsIs(ctx, cfg)
	if err != nil {
		return []finding{{part: "store", err: err}}
	}
	defer st.Close()
	current, latest, err := st.Version(ctx)
	switch {
	case err != nil:
		return []finding{{part: "store", err: err}}
	case current < latest:
		return []finding{{part: "store", note: fmt.Sprintf("its schema is at version %d of %d: 'graces migrate' or 'graces serve' brings it up to date", current, latest)}}
	}
	entries, err := st.VerifyAudit(ctx)
	return append([]finding{
		{part: "store", note: fmt.Sprintf("schema version %d", current)},
		examineDeskTemplates(ctx, cfg, st),
		{part: "audit trail", err: err, note: fmt.Sprintf("%d entries, the chain holds", entries)},
	}, examineHealth(ctx, cfg, st)...)
}

// examineDeskTemplates looks whether what is published can be used.
func examineDeskTemplates(ctx context.Context, cfg *config.Config, st *store.Store) finding {
	f := finding{part: "templates/desk"}
	t, err := openTones(ctx, cfg, st)
	if err != nil {
		f.note = "not looked at: the templates of the folder come first"
		return f
	}
	f.err, f.note = t.Err(), fmt.Sprintf("%d published, %d on trial", len(t.desk.published), len(t.desk.trials))
	return f
}

func examineQueue(ctx context.Context, cfg *config.Config) finding {
	q, err := openQueue(ctx, cfg, slog.New(slog.DiscardHandler))
	if err != nil {
		return finding{part: "queue", err: err}
	}
	defer q.Close()
	lag, err := q.Lag(ctx)
	if err != nil {
		return finding{part: "queue", err: err}
	}
	note, _ := json.Marshal(lag)
	return finding{part: "queue", note: string(note)}
}
