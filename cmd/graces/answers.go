package main

import (
	"fmt"
	"os"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"goodgraces/responder/check"
	"goodgraces/responder/known"
)

func newAnswers(g *global) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "answers",
		Short: "Known answers: list, check",
		Long: "Known answers are facts that drafts may say: answers.yaml and its like beside the tone\n" +
			"templates (responder.templates), else in the folder answers of the data folder.",
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newAnswersList(g), newAnswersCheck(g))
	return cmd
}

// answerLine is a known answer as `graces answers list` writes it.
type answerLine struct {
	Name     string `json:"name"`
	Language string `json:"language"`
	Asks     int    `json:"asks"`
	Answer   string `json:"answer"`
	Until    string `json:"until,omitempty"`
	State    string `json:"state"` // said, ending, over
	File     string `json:"file"`
	Line     int    `json:"line"`
}

// answerStates names the ages of known answers, as scripts see them.
var answerStates = map[known.Age]string{known.Fresh: "said", known.Ending: "ending", known.Over: "over"}

func newAnswersList(g *global) *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: "List the known answers, and which are out of date", Args: noArgs}
	format := formatFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return g.withAnswers(cmd, *format, func(s *shelf, all *known.Set) error {
			w := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 8, 2, ' ', 0)
			if !s.lines {
				fmt.Fprintln(w, "NAME\tLANGUAGE\tQUESTIONS\tUNTIL\tSTATE\tFILE")
			}
			for _, a := range all.All() {
				l := answerLine{a.Name, a.Language, len(a.Asks), a.Answer, a.Until, answerStates[a.Age(time.Now())], a.File, a.Line}
				if s.lines {
					if err := s.say(l, ""); err != nil {
						return err
					}
					continue
				}
				fmt.Fprintf(w, "%s\t%s\t%d\t%s\t%s\t%s:%d\n", l.Name, l.Language, l.Asks, orElse(l.Until, "-"), l.State, l.File, l.Line)
			}
			return w.Flush()
		})
	}
	return cmd
}

func listable(format string) error {
	if format != "text" && format != "jsonl" {
		return &usageError{fmt.Errorf("--format %q: must be text or jsonl", format)}
	}
	return nil
}

// withAnswers reads the known answers of the configuration.
func (g *global) withAnswers(cmd *cobra.Command, format string, f func(*shelf, *known.Set) error) error {
	if err := listable(format); err != nil {
		return err
	}
	cfg, err := g.load()
	if err != nil {
		return err
	}
	s := &shelf{cmd: cmd, cfg: cfg, lines: format == "jsonl"}
	levels, _ := levelsOf(cfg.Responder)
	all, err := known.Load(cfg.AnswersFolder(), levels)
	if err != nil {
		return s.report(0, err)
	}
	return f(s, all)
}

func newAnswersCheck(g *global) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check [FILE|DIR…]",
		Short: "Say everything that is wrong with known answers: of files, of folders, or of those in force",
		Args:  cobra.ArbitraryArgs,
	}
	format := formatFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		if err := listable(*format); err != nil {
			return err
		}
		for _, path := range paths {
			if _, err := os.Stat(path); err != nil {
				return &usageError{fmt.Errorf("known answers: %w", err)}
			}
		}
		cfg, err := g.load()
		if err != nil {
			return err
		}
		if len(paths) == 0 {
			paths = []string{cfg.AnswersFolder()}
		}
		s := &shelf{cmd: cmd, cfg: cfg, lines: *format == "jsonl"}
		levels, _ := levelsOf(cfg.Responder)
		all, err := readAnswers(paths, levels)
		if err == nil {
			err = all.CheckTopics(topicNames(cfg))
		}
		if err != nil {
			return s.report(0, err)
		}
		n := len(all.All())
		if s.lines {
			return nil
		}
		return s.say(nil, "%d %s good", n, plural(n, "known answer is", "known answers are"))
	}
	return cmd
}

// readAnswers reads files, and the files of answers of folders.
func readAnswers(paths []string, levels check.Levels) (*known.Set, error) {
	var files []known.File
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil && !info.IsDir() {
			body, err := os.ReadFile(path)
			if err != nil {
				return nil, fmt.Errorf("known answers: %w", err)
			}
			files = append(files, known.File{Path: path, Body: string(body)})
			continue
		}
		inside, err := known.Files(path)
		if err != nil {
			return nil, err
		}
		files = append(files, inside...)
	}
	return known.Build(files, levels)
}
