package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"

	"goodgraces/care"
	"goodgraces/classifier"
	"goodgraces/classifier/authors"
	"goodgraces/config"
)

func newClassify(g *global) *cobra.Command {
	var format string
	var history bool
	cmd := &cobra.Command{
		Use:   "classify",
		Short: "Judge posts: JSON Lines on standard input, a verdict a line on standard output",
		Long:  "Reads one post a line: {\"id\",\"text\"} at least. Writes one verdict a line, in the\nsame order; a bad line gives {\"line\",\"error\"} in its place, and status 1 at the end.",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			next, err := mentions(cmd.InOrStdin(), format)
			if err != nil {
				return err
			}
			c, _, err := g.classifier()
			if err != nil {
				return err
			}
			next = counted(next, progress(cmd.ErrOrStderr(), "judged"))
			if history {
				return inOrder(next, cmd.OutOrStdout(), newStream(c).judge)
			}
			return filter(next, cmd.OutOrStdout(), func(m care.Mention) any { return verdictLine{m.ID, c.Judge(&m)} })
		},
	}
	cmd.Flags().StringVar(&format, "format", "jsonl", "of the input: jsonl or csv")
	cmd.Flags().BoolVar(&history, "authors", false, "the lines are posts of many authors in time order: judge each with its author's history")
	return cmd
}

// verdictLine is a verdict as `graces classify` writes it.
type verdictLine struct {
	ID string `json:"id"`
	care.Verdict
}

// brandLine answers one of the brand's own posts.
type brandLine struct {
	ID string `json:"id"`
	By string `json:"by"`
}

// classifier loads the configured model and policy.
func (g *global) classifier() (*classifier.Classifier, *config.Config, error) {
	cfg, err := g.load()
	if err != nil {
		return nil, nil, err
	}
	c, err := loadClassifier(cfg)
	return c, cfg, err
}

func loadClassifier(cfg *config.Config) (*classifier.Classifier, error) {
	policy := policyOf(cfg.Classifier)
	policy.Brand = cfg.Brand.Handles
	if cfg.Brand.Name != "" {
		policy.Names = []string{plainName(cfg.Brand.Name)}
	}
	policy.Authors = authors.Rules{CloseAt: cfg.Authors.CloseAt, SilenceAt: cfg.Authors.SilenceAt, Weights: cfg.Authors.Signals,
		Budget: care.Budget(cfg.Authors.Budget)}
	if cfg.Classifier.Model == "" {
		return classifier.Default(policy)
	}
	model, err := os.ReadFile(cfg.Classifier.Model)
	if err != nil {
		return nil, fmt.Errorf("classifier.model: %w; make one with 'graces train', or leave the setting empty for the shipped model", err)
	}
	return classifier.Load(model, policy)
}

// plainName is a company's name as people say it: "Larkspur" of "Larkspur, Ltd.".
func plainName(full string) string {
	name, _, _ := strings.Cut(full, ",")
	words := strings.Fields(name)
	for len(words) > 1 && legalForms[strings.ToLower(strings.Trim(words[len(words)-1], "."))] {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

var legalForms = map[string]bool{
	"inc": true, "ltd": true, "limited": true, "llc": true, "plc": true, "corp": true, "co": true, "gmbh": true, "ag": true, "kg": true, "se": true, "sa": true, "s.a": true, "sl": true, "s.l": true, "bv": true, "b.v": true,
}

// progress says how far a command is, on a terminal only.
func progress(errs io.Writer, what string) func(int) {
	f, ok := errs.(*os.File)
	if !ok || !isatty.IsTerminal(f.Fd()) {
		return nil
	}
	return func(n int) { fmt.Fprintf(f, "\r%d %s", n, what) }
}
