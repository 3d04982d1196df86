package main

import (
	"slices"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"

	"goodgraces/responder/templates"
)

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
