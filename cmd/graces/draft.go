package main

import (
	"cmp"
	"context"
	"time"

	"github.com/spf13/cobra"

	"goodgraces/care"
	"goodgraces/pipeline"
	"goodgraces/responder"
)

func newDraft(g *global) *cobra.Command {
	var format string
	var noMessage, noModel bool
	cmd := &cobra.Command{
		Use:   "draft",
		Short: "Draft answers: posts on standard input, a draft a line on standard output",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			next, err := mentions(cmd.InOrStdin(), format)
			if err != nil {
				return err
			}
			c, cfg, err := g.classifier()
			if err != nil {
				return err
			}
			r, err := loadResponder(cfg)
			if err != nil {
				return err
			}
			if !noModel {
				r = withModel(r, cfg.Responder.LLM, nil)
			}
			ask := responder.Request{Brand: cfg.Brand.Name, Routes: pipeline.Routes(cfg.Responder.Routes), CanMessage: !noMessage, Now: time.Now()}
			next = counted(next, progress(cmd.ErrOrStderr(), "drafted"))
			said := drafted{by: r}
			return inOrder(next, cmd.OutOrStdout(), func(m care.Mention) any {
				q := ask
				q.CaseID, q.Mention, q.Verdict = care.CaseID(m.Platform, m.ID), m, c.Judge(&m)
				return newDraftLine(m.ID, said.draft(cmd.Context(), q))
			})
		},
	}
	cmd.Flags().StringVar(&format, "format", "jsonl", "of the input: jsonl or csv")
	cmd.Flags().BoolVar(&noModel, "no-model", false, "the templates' own words alone, though responder.llm names a language model")
	cmd.Flags().BoolVar(&noMessage, "no-message", false, "private messages cannot be sent: offer another route")
	return cmd
}

// drafted is the drafts of one run. A new one differs from those before, as it
// would from the day's answers in the daemon.
type drafted struct {
	by     *responder.Responder
	recent []string // newest first
	all    map[string]bool
}

const (
	recentDrafts = 20     // as many as the pipeline asks the store for
	otherWords   = 24     // wordings tried for one that this run has not seen
	allDrafts    = 50_000 // how many are remembered word for word
)

func (s *drafted) draft(ctx context.Context, q responder.Request) care.Draft {
	q.Recent = s.recent
	d := s.by.Draft(q)
	for s.all[cmp.Or(d.Text, d.Holding)] && q.Variant < otherWords {
		q.Variant++
		d = s.by.Draft(q)
	}
	d, _ = s.by.Polish(ctx, q, d) // where it fails, d stays
	words := cmp.Or(d.Text, d.Holding)
	if words == "" {
		return d
	}
	if s.all == nil || len(s.all) >= allDrafts {
		s.all = map[string]bool{}
	}
	s.all[words] = true
	s.recent = append([]string{words}, s.recent[:min(len(s.recent), recentDrafts-1)]...)
	return d
}

// draftLine is a draft as `graces draft` writes it.
type draftLine struct {
	ID       string       `json:"id"`
	Action   care.Action  `json:"action"`
	Text     string       `json:"text"`
	Holding  string       `json:"holding,omitempty"` // what may be said until somebody knows the answer
	Asked    string       `json:"asked,omitempty"`   // the question in our words
	Length   int          `json:"length"`
	Limit    int          `json:"limit"`
	Template string       `json:"template"`
	Known    string       `json:"known,omitempty"` // the known answer that the text says
	Private  care.Private `json:"private"`
	Checks   []checkLine  `json:"checks"`
}

// ruleNoDraft is broken where an action takes a draft and none could be made:
// its note says why.
const ruleNoDraft = "no_draft"

type checkLine struct {
	Rule string `json:"rule"`
	OK   bool   `json:"ok"`
	Note string `json:"note"`
}

func newDraftLine(id string, d care.Draft) draftLine {
	line := draftLine{
		ID: id, Action: d.Action, Text: d.Text, Holding: d.Holding, Asked: d.Asked, Length: d.Length, Limit: d.Limit, Template: d.Template, Known: d.Known,
		Private: d.Private, Checks: make([]checkLine, len(d.Checks)),
	}
	for i, c := range d.Checks {
		line.Checks[i] = checkLine{c.Rule, c.OK, c.Note}
	}
	if d.Text == "" && d.Action.Drafts() {
		line.Checks = append(line.Checks, checkLine{ruleNoDraft, false, d.Reason})
	}
	return line
}
