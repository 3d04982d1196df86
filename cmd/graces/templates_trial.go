package main

import (
	"errors"
	"fmt"
	"io"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"goodgraces/responder/templates"
	"goodgraces/responder/trial"
	"goodgraces/store"
)

// statsLine is a version's statistics as `graces templates stats` writes them.
type statsLine struct {
	Template   string      `json:"template"`
	Version    string      `json:"version"`
	Trial      int64       `json:"trial,omitempty"`
	Approved   int         `json:"approved"`
	Edited     trial.Share `json:"edited"`      // of the approved
	Rewritten  float64     `json:"rewritten"`   // mean share of the words, over the approved
	TurnedDown trial.Share `json:"turned_down"` // of the decided: rejected, or another asked for
	Calmer     trial.Share `json:"calmer"`      // of the upset authors who wrote again
	Scored     int         `json:"scored"`      // follow-ups that were answered
	Score      float64     `json:"score"`       // their mean, 1 to 5; 0 where there is none
}

func newStatsLine(s store.TemplateStats) statsLine {
	return statsLine{s.Template, s.Version, s.Trial, s.Approved, trial.Wilson(s.Edited, s.Approved), s.Rewrite,
		trial.Wilson(s.Rejected+s.Another, s.Decided()), trial.Wilson(s.Calmer, s.WroteAgain), s.Scored, s.Score}
}

func newTemplatesStats(g *global) *cobra.Command {
	var days int
	cmd := &cobra.Command{
		Use:   "stats",
		Short: "Tell what became of the drafts, by template and version",
		Long:  "Shares are given with the interval in which the true share lies at 95 %.",
		Args:  noArgs,
	}
	format := formatFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return g.withShelf(cmd, *format, true, func(s *shelf) error {
			all, err := s.store.TemplateStats(cmd.Context(), time.Now().AddDate(0, 0, -days))
			if err != nil {
				return err
			}
			if s.lines {
				for _, st := range all {
					err = errors.Join(err, s.say(newStatsLine(st), ""))
				}
				return err
			}
			return printStats(cmd.OutOrStdout(), all)
		})
	}
	cmd.Flags().IntVar(&days, "days", 90, "how far back")
	return cmd
}

func printStats(out io.Writer, all []store.TemplateStats) error {
	w := tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)
	fmt.Fprintln(w, "TEMPLATE\tVERSION\tUSED\tEDITED\tREWRITTEN\tTURNED DOWN\tCALMER\tSCORE")
	for _, s := range all {
		l := newStatsLine(s)
		fmt.Fprintf(w, "%s\t%s\t%d\t%s\t%.0f %%\t%s\t%s\t%s\n", l.Template, l.Version, l.Approved,
			shareWords(l.Edited), 100*l.Rewritten, shareWords(l.TurnedDown), shareWords(l.Calmer), scoreWords(l))
	}
	return w.Flush()
}

// shareWords is a share with its interval and how many it rests on.
func shareWords(s trial.Share) string {
	if s.Of == 0 {
		return "-"
	}
	return fmt.Sprintf("%.0f %% (%.0f–%.0f) of %d", 100*s.Value(), 100*s.Low, 100*s.High, s.Of)
}

func scoreWords(l statsLine) string {
	if l.Scored == 0 {
		return "-"
	}
	return fmt.Sprintf("%.1f of %d", l.Score, l.Scored)
}

func newTemplatesTrial(g *global) *cobra.Command {
	cmd := &cobra.Command{Use: "trial", Short: "Try a draft beside the version in force, on a share of the cases", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() }}
	cmd.AddCommand(newTrialStart(g), newTrialShow(g), newTrialStop(g))
	return cmd
}

func newTrialStart(g *global) *cobra.Command {
	var share int
	var note string
	cmd := &cobra.Command{Use: "start NAME [VERSION]", Short: "Give a share of the cases the newest draft, or a version", Args: between(1, 2)}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if share < 1 || share > 99 {
			return &usageError{fmt.Errorf("--share %d: must be 1 to 99 per cent", share)}
		}
		return g.withShelf(cmd, "text", true, func(s *shelf) error {
			version := s.tones.desk.waiting[args[0]]
			if len(args) > 1 {
				n, err := versionNumber(args[1])
				if err != nil {
					return err
				}
				version = n
			}
			return s.startTrial(args[0], version, share, note)
		})
	}
	cmd.Flags().IntVar(&share, "share", 50, "per cent of the cases that get the draft")
	cmd.Flags().StringVar(&note, "note", "", "what is to be found out")
	return cmd
}

func (s *shelf) startTrial(name string, version, share int, note string) error {
	a := s.tones.Load().Template(name)
	if a == nil {
		return fmt.Errorf("templates: no version of %q is in force beside which another could be tried; publish one", name)
	}
	if version == 0 {
		return fmt.Errorf("templates: no draft of %q waits; 'graces templates import' or the desk makes one", name)
	}
	v, err := s.version(name, version)
	if err != nil {
		return err
	}
	if err := s.usable(v); err != nil {
		return err
	}
	b, err := templates.Parse(fmt.Sprintf("%s v%d", name, version), []byte(v.Body))
	if err != nil {
		return err
	}
	if err := templates.Comparable(a, b); err != nil {
		return err
	}
	tr := store.Trial{Template: name, A: s.published(name), B: version, VersionA: a.Version, VersionB: templates.VersionName(version),
		Share: share, Note: note, Actor: operator(), Started: time.Now()}
	if tr, err = s.store.StartTrial(s.cmd.Context(), tr, s.cfg.Responder.Approval); err != nil {
		return fmt.Errorf("templates: %s: %w", name, err)
	}
	return s.say(nil, "%s: %d %% of the cases get %s, the others %s", name, tr.Share, tr.VersionB, tr.VersionA)
}

// published is the desk's version in force, 0 for none.
func (s *shelf) published(name string) int {
	for _, p := range s.tones.desk.published {
		if p.Name == name {
			return p.Version
		}
	}
	return 0
}

func newTrialStop(g *global) *cobra.Command {
	return &cobra.Command{Use: "stop NAME", Short: "End a trial; the version in force is the only one again", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return g.withShelf(cmd, "text", true, func(s *shelf) error {
				running, err := s.store.RunningTrials(cmd.Context())
				if err != nil {
					return err
				}
				for _, tr := range running {
					if tr.Template != args[0] {
						continue
					}
					if err := s.store.StopTrial(cmd.Context(), tr.ID, operator(), time.Now()); err != nil {
						return err
					}
					return s.sayInForce(args[0])
				}
				return fmt.Errorf("templates: no trial of %q goes on", args[0])
			})
		}}
}

func newTrialShow(g *global) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "show NAME",
		Short: "Compare the two versions of the newest trial",
		Long: "Differences are given with an interval that holds however often one looks while the\n" +
			"trial goes on. 'kept' (approved without a change) is the one that decides.",
		Args: exactly(1),
	}
	format := formatFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return g.withShelf(cmd, *format, true, func(s *shelf) error {
			all, err := s.store.Trials(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			if len(all) == 0 {
				return fmt.Errorf("templates: there was no trial of %q", args[0])
			}
			a, b, err := s.store.TrialStats(cmd.Context(), all[0])
			if err != nil {
				return err
			}
			measures := trial.Compare(arm(a), arm(b))
			if s.lines {
				for _, m := range measures {
					err = errors.Join(err, s.say(m, ""))
				}
				return err
			}
			return printTrial(cmd.OutOrStdout(), all[0], measures)
		})
	}
	return cmd
}

func arm(s store.TemplateStats) trial.Arm {
	return trial.Arm{Approved: s.Approved, Edited: s.Edited, Rejected: s.Rejected, Another: s.Another,
		WroteAgain: s.WroteAgain, Calmer: s.Calmer, Rewrite: s.Rewrite, Rewrite2: s.Rewrite2,
		Scored: s.Scored, Score: s.Score, Score2: s.Score2}
}

func printTrial(out io.Writer, tr store.Trial, measures []trial.Measure) error {
	state := "goes on"
	if !tr.Running() {
		state = "stopped " + tr.Ended.Format(time.DateTime)
	}
	fmt.Fprintf(out, "%s: A %s, B %s on %d %% of the cases; %s\n", tr.Template, tr.VersionA, tr.VersionB, tr.Share, state)
	w := tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)
	fmt.Fprintln(w, "\tA\tB\tB - A\tSAYS")
	for _, m := range measures {
		fmt.Fprintf(w, "%s\t%.0f %% of %d\t%.0f %% of %d\t%+.0f (%+.0f to %+.0f)\t%s\n", m.Name, 100*m.A, m.NA, 100*m.B, m.NB, 100*m.Diff, 100*m.Low, 100*m.High, verdict(m))
	}
	return w.Flush()
}

func verdict(m trial.Measure) string {
	switch {
	case m.Early:
		return fmt.Sprintf("too early to tell: %d of each are needed", trial.Enough)
	case m.Better() == "":
		return "no difference can be told"
	}
	return map[string]string{"a": "A is better", "b": "B is better"}[m.Better()]
}
