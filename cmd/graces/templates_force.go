package main

import (
	"errors"
	"fmt"
	"slices"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"goodgraces/responder/templates"
	"goodgraces/store"
)

// versionLine is a version as `graces templates versions` writes it.
type versionLine struct {
	Name       string    `json:"name"`
	Version    int       `json:"version"`
	State      string    `json:"state"`
	Hash       string    `json:"hash"`
	Base       int       `json:"base"`
	By         string    `json:"by"`
	At         time.Time `json:"at"`
	Approver   string    `json:"approver,omitempty"`
	ApprovedAt time.Time `json:"approved_at,omitzero"`
	Note       string    `json:"note,omitempty"`
}

func newTemplatesVersions(g *global) *cobra.Command {
	cmd := &cobra.Command{Use: "versions NAME", Short: "List a template's versions in the desk, newest first", Args: exactly(1)}
	format := formatFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return g.withShelf(cmd, *format, true, func(s *shelf) error {
			all, err := s.store.TemplateVersions(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			slices.Reverse(all)
			if s.lines {
				for _, v := range all {
					err = errors.Join(err, s.say(versionLine{v.Name, v.Version, string(v.State), v.Hash, v.Base, v.Actor, v.At, v.Approver, v.ApprovedAt, v.Note}, ""))
				}
				return err
			}
			w := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 8, 2, ' ', 0)
			for _, v := range all {
				fmt.Fprintf(w, "v%d\t%s\t%s\t%s\t%s\n", v.Version, v.State, v.Actor, v.At.Format(time.DateTime), v.Note)
			}
			return w.Flush()
		})
	}
	return cmd
}

func newTemplatesPublish(g *global) *cobra.Command {
	return g.decision("publish NAME [VERSION]", "Put a draft in force: the newest, or a version", between(1, 2), (*shelf).publish)
}

func newTemplatesRollback(g *global) *cobra.Command {
	return g.decision("rollback NAME [VERSION]", "Put a version in force again: the one before, or a version", between(1, 2), (*shelf).rollBack)
}

func newTemplatesRetire(g *global) *cobra.Command {
	return g.decision("retire NAME", "Take the desk's version out of force; the folder's or the shipped one applies again", exactly(1), (*shelf).retire)
}

// decision is a command that decides about a version and says what is in force
// then.
func (g *global) decision(use, short string, args cobra.PositionalArgs, decide func(s *shelf, d store.TemplateDecision) error) *cobra.Command {
	var note string
	cmd := &cobra.Command{Use: use, Short: short, Args: args}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return g.withShelf(cmd, "text", true, func(s *shelf) error {
			d := store.TemplateDecision{Name: args[0], Actor: operator(), Note: note, At: time.Now(), SecondPerson: s.cfg.Responder.Approval}
			if len(args) > 1 {
				n, err := versionNumber(args[1])
				if err != nil {
					return err
				}
				d.Version = n
			}
			if err := decide(s, d); err != nil {
				return fmt.Errorf("templates: %s: %w", d.Name, err)
			}
			return s.sayInForce(d.Name)
		})
	}
	cmd.Flags().StringVar(&note, "note", "", "why")
	return cmd
}

// sayInForce tells which version of a template is in force now.
func (s *shelf) sayInForce(name string) error {
	if err := s.tones.adopt(s.cmd.Context(), s.store); err != nil {
		return err
	}
	t := s.tones.Load().Template(name)
	if t == nil {
		return s.say(nil, "%s: none is in force", name)
	}
	return s.say(nil, "%s: %s is in force, from the %s", name, t.Version, originWords[t.Origin])
}

func (s *shelf) publish(d store.TemplateDecision) error {
	if d.Version == 0 {
		if d.Version = s.tones.desk.waiting[d.Name]; d.Version == 0 {
			return errors.New("no draft waits; 'graces templates import' or the desk makes one")
		}
	}
	v, err := s.version(d.Name, d.Version)
	if err != nil {
		return err
	}
	if err := s.usable(v); err != nil {
		return err
	}
	return s.store.PublishTemplate(s.cmd.Context(), d)
}

// usable checks a version before it is put in force.
func (s *shelf) usable(v store.TemplateVersion) error {
	if v.Body == "" {
		return nil // switches the name off
	}
	set, err := templates.Build([]templates.Source{deskSource(v)})
	if err != nil {
		return err
	}
	return set.CheckTopics(topicNames(s.cfg))
}

func (s *shelf) rollBack(d store.TemplateDecision) error {
	if d.Version == 0 {
		all, err := s.store.TemplateVersions(s.cmd.Context(), d.Name)
		if err != nil {
			return err
		}
		if d.Version = before(all); d.Version == 0 {
			return errors.New("no version was in force before; 'graces templates retire' goes back to the folder's or the shipped one")
		}
	}
	v, err := s.version(d.Name, d.Version)
	if err != nil {
		return err
	}
	if err := s.usable(v); err != nil {
		return err
	}
	return s.store.RollBackTemplate(s.cmd.Context(), d)
}

// before is the retired version that was put in force last, 0 for none.
func before(all []store.TemplateVersion) int {
	var last store.TemplateVersion
	for _, v := range all {
		if v.State == store.TemplateRetired && !v.ApprovedAt.Before(last.ApprovedAt) {
			last = v
		}
	}
	return last.Version
}

func (s *shelf) retire(d store.TemplateDecision) error {
	return s.store.RetireTemplate(s.cmd.Context(), d)
}
