package main

import (
	"fmt"
	"slices"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"goodgraces/store"
)

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
