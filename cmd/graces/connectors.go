package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"goodgraces/config"
	"goodgraces/connectors"
	"goodgraces/connectors/all"
	"goodgraces/store"
)

func newConnectors(g *global) *cobra.Command {
	list := func(cmd *cobra.Command, _ []string) error { return listConnectors(cmd.OutOrStdout(), g) }
	cmd := &cobra.Command{Use: "connectors", Short: "What can be connected, and what is: list, describe, check", Args: noArgs, RunE: list}
	cmd.AddCommand(
		&cobra.Command{Use: "list", Short: "List the types, and the connectors that are configured", Args: noArgs, RunE: list},
		&cobra.Command{Use: "describe TYPE|NAME", Short: "Explain a type, its settings and its setup, or a configured connector", Args: exactly(1), RunE: func(cmd *cobra.Command, args []string) error {
			return describe(cmd.OutOrStdout(), g, args[0])
		}},
		&cobra.Command{Use: "check NAME", Short: "Sign in and read one page, and say what works; nothing is posted", Args: exactly(1), RunE: func(cmd *cobra.Command, args []string) error {
			return checkOne(cmd.Context(), cmd.OutOrStdout(), g, args[0])
		}},
	)
	return cmd
}

func listConnectors(out io.Writer, g *global) error {
	cfg, err := g.load()
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)
	fmt.Fprintln(w, "TYPE\tCAN\tWHAT IT IS")
	for _, t := range all.Types() {
		fmt.Fprintf(w, "%s\t%s\t%s\n", t.Spec.Type, all.Can(t.Spec), t.Spec.Title)
	}
	if len(cfg.Connectors) > 0 {
		fmt.Fprintln(w, "\nNAME\tTYPE\tSTATE")
	}
	for _, c := range cfg.Connectors {
		state := "configured"
		if c.Disabled {
			state = "disabled"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\n", c.Name, c.Type, state)
	}
	return w.Flush()
}

// configured finds a connector of the configuration by its name.
func configured(cfg *config.Config, name string) (config.Connector, bool) {
	for _, c := range cfg.Connectors {
		if c.Name == name {
			return c, true
		}
	}
	return config.Connector{}, false
}

// describe explains a type; or a configured connector, with its values in
// place of the defaults and its secrets masked. It works without a
// configuration where a type is asked for.
func describe(out io.Writer, g *global, name string) error {
	if t, ok := all.Lookup(name); ok {
		return describeType(out, t, func(set connectors.Setting) string {
			if set.Default == nil {
				return ""
			}
			return fmt.Sprint(set.Default)
		})
	}
	cfg, err := g.load()
	if err != nil {
		return err
	}
	c, ok := configured(cfg, name)
	if !ok {
		return fmt.Errorf("connectors: neither a type nor a configured connector is called %q; the types are %s", name, strings.Join(typeNames(), ", "))
	}
	t, _ := all.Lookup(c.Type) // checked by load
	shown := shownSettings(t.Spec, c)
	return describeType(out, t, func(set connectors.Setting) string { return shown[set.Key] })
}

// shownSettings are a connector's values as they may be shown.
func shownSettings(s connectors.Spec, c config.Connector) map[string]string {
	shown := map[string]string{}
	values, _ := s.Decode(c.Settings) // what cannot be decoded is not shown
	for _, set := range s.Settings {
		if v, given := values[set.Key]; given {
			shown[set.Key] = set.Shown(v)
		}
	}
	return shown
}

func describeType(out io.Writer, t connectors.Type, value func(connectors.Setting) string) error {
	s := t.Spec
	fmt.Fprintf(out, "%s (type: %s)\n%s\nIt can: %s.\n", s.Title, s.Type, s.Help, all.Can(s))
	if s.Past != "" {
		fmt.Fprintf(out, "After an outage: %s\n", s.Past)
	}
	fmt.Fprintln(out)
	w := tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)
	fmt.Fprintln(w, "SETTING\tKIND\tVALUE\tWHAT IT IS")
	for _, set := range s.Settings {
		kind := set.Kind
		if set.Required {
			kind += ", required"
		}
		if set.Secret {
			kind += ", secret"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", set.Key, kind, value(set), set.Help)
	}
	if len(s.Limits) > 0 {
		fmt.Fprintln(w, "\nLIMIT OR PRICE\t")
	}
	for _, l := range s.Limits {
		fmt.Fprintf(w, "%s\t%s\n", l.What, l.Is)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if t.Setup != "" {
		fmt.Fprintf(out, "\n%s", t.Setup)
	}
	return nil
}

// checkWithin bounds a whole check.
const checkWithin = 2 * time.Minute

// checkOne checks a configured connector and says in words what works. Any
// failure makes the exit status 1.
func checkOne(ctx context.Context, out io.Writer, g *global, name string) (err error) {
	cfg, err := g.load()
	if err != nil {
		return err
	}
	c, ok := configured(cfg, name)
	if !ok {
		return unknownConnector(cfg, name)
	}
	ctx, cancel := context.WithTimeout(ctx, checkWithin)
	defer cancel()
	st, err := openStore(ctx, cfg) // what a check uses counts like everything else
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	host := newHosts(&config.Config{Connectors: []config.Connector{{Name: c.Name, Requests: c.Requests, Money: c.Money}}}, st)[c.Name]
	made, err := openConnector(cfg, c, silent, host)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, made.Close()) }()
	findings := append([]connectors.Finding{connectors.Found("settings", "type %s", c.Type)}, examineOne(ctx, made)...)
	if ends := host.Health().Expiry; ends.Due(time.Now()) {
		findings = append(findings, connectors.Lacking("expiry", "%s ends %s; renew it before", ends.What, ends.At.Format("2006-01-02 15:04 MST")))
	}
	return tell(out, c.Type, findings)
}

// unknownConnector says what could be checked, and how it comes to be.
func unknownConnector(cfg *config.Config, name string) error {
	var names []string
	for _, c := range cfg.Connectors {
		names = append(names, c.Name)
	}
	hint := "there is none yet"
	if len(names) > 0 {
		hint = "there are " + strings.Join(names, ", ")
	}
	kind := "TYPE"
	if _, ok := all.Lookup(name); ok {
		kind = name
	}
	return fmt.Errorf("connectors: none is called %q; add it under connectors in %s (%s): 'graces connectors describe %s' shows every step", name, orElse(cfg.File, "graces.yaml, which 'graces config init' writes"), hint, kind)
}

func silent(string, string, string) {}

func examineOne(ctx context.Context, c connectors.Connector) []connectors.Finding {
	checker, ok := c.(connectors.Checker)
	if !ok {
		return []connectors.Finding{connectors.Found("platform", "there is nothing to sign in to: 'graces serve' shows whether posts come")}
	}
	return checker.Check(ctx)
}

// tell prints what a check found, and where the steps are explained that its
// remedies name.
func tell(out io.Writer, connectorType string, findings []connectors.Finding) error {
	ill, lacking, width := false, false, 0
	for _, f := range findings {
		ill, lacking = ill || f.State == connectors.Fails, lacking || f.State != connectors.Works
		width = max(width, utf8.RuneCountInString(f.Step))
	}
	for _, f := range findings {
		fmt.Fprintf(out, "%-5s  %-*s  %s\n", f.State, width, f.Step, f.Note)
	}
	if lacking {
		fmt.Fprintf(out, "\n'graces connectors describe %s' explains the steps.\n", connectorType)
	}
	if ill {
		return errSaid
	}
	return nil
}

// examineHealth tells how each configured connector does, as the process that
// reads it said last.
func examineHealth(ctx context.Context, cfg *config.Config, st *store.Store) []finding {
	all, err := st.Health(ctx)
	if err != nil {
		return []finding{{part: "connectors", err: err}}
	}
	var out []finding
	for _, h := range all {
		if c, known := configured(cfg, h.Connector); !known || c.Disabled {
			continue
		}
		f := finding{part: h.Connector, note: fmt.Sprintf("%s, said %s ago", h.State, time.Since(h.At).Round(time.Second))}
		if h.State == connectors.Unauthorised || h.State == connectors.Disconnected {
			f.err = fmt.Errorf("%s since %s: %s; 'graces connectors check %s' says more", h.State, h.Since.Format(time.DateTime), h.Reason, h.Connector)
		}
		if now := time.Now(); f.err == nil && h.Expiry.Due(now) {
			f.note += fmt.Sprintf("; %s ends %s: renew it before", h.Expiry.What, h.Expiry.At.Format(time.DateTime))
		}
		out = append(out, f)
	}
	return out
}
