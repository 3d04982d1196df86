package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"goodgraces/config"
	"goodgraces/desk"
	"goodgraces/pipeline"
	"goodgraces/responder"
	"goodgraces/store"
)

func newRoutes(g *global) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "routes",
		Short: "The ways into private: which are open, how long one waits there",
		Args:  noArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newRoutesList(g), newRoutesSet(g))
	return cmd
}

// withRoutes opens the store for a command about the configured routes.
func (g *global) withRoutes(cmd *cobra.Command, f func(*config.Config, *store.Store, []responder.Route) error) (err error) {
	cfg, err := g.load()
	if err != nil {
		return err
	}
	st, err := openStore(cmd.Context(), cfg)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	return f(cfg, st, pipeline.Routes(cfg.Responder.Routes))
}

func newRoutesList(g *global) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the routes as they stand now",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if format != "text" && format != "jsonl" {
				return &usageError{fmt.Errorf("--format %q: must be text or jsonl", format)}
			}
			return g.withRoutes(cmd, func(cfg *config.Config, st *store.Store, routes []responder.Route) error {
				now := time.Now()
				states, err := st.RoutesNow(cmd.Context(), store.RouteTerms{Now: now, WaitFor: cfg.Responder.WaitFor, Measured: cfg.Responder.MeasuredWaits})
				if err != nil {
					return err
				}
				reports := make([]desk.RouteReport, len(routes))
				for i, r := range routes {
					reports[i] = desk.ReportRoute(r, states[r.Name], now)
				}
				return printRoutes(cmd, reports, format)
			})
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "text or jsonl")
	return cmd
}

func printRoutes(cmd *cobra.Command, reports []desk.RouteReport, format string) error {
	if format == "jsonl" {
		out := json.NewEncoder(cmd.OutOrStdout())
		for _, r := range reports {
			if err := out.Encode(r); err != nil {
				return err
			}
		}
		return nil
	}
	w := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 8, 2, ' ', 0)
	fmt.Fprintln(w, "NAME\tKIND\tNOW\tWAIT")
	for _, r := range reports {
		now, wait := "open", "unknown"
		if !r.Open {
			now = "closed: " + r.Why
		}
		if r.Wait != nil {
			wait = *r.Wait
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", r.Name, r.Kind, now, wait)
	}
	return w.Flush()
}

// routeFlags are what `routes set` says of a route.
type routeFlags struct {
	wait, until, why     string
	noWait, closed, open bool
}

func newRoutesSet(g *global) *cobra.Command {
	var said routeFlags
	cmd := &cobra.Command{
		Use:   "set NAME",
		Short: "Say how a route stands: its wait, closed for now, open again",
		Args:  exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			change, err := said.change(time.Now())
			if err != nil {
				return &usageError{err}
			}
			return g.withRoutes(cmd, func(_ *config.Config, st *store.Store, routes []responder.Route) error {
				change.Name = args[0]
				i := slices.IndexFunc(routes, func(r responder.Route) bool { return r.Name == change.Name })
				if i < 0 {
					return fmt.Errorf("routes: no route is called %q; 'graces routes list' names them", change.Name)
				}
				state, err := st.SetRoute(cmd.Context(), change)
				if err != nil {
					return err
				}
				return printRoutes(cmd, []desk.RouteReport{desk.ReportRoute(routes[i], state, change.At)}, "text")
			})
		},
	}
	cmd.Flags().StringVar(&said.wait, "wait", "", "how long one waits there now: 12m, 0s for not at all")
	cmd.Flags().BoolVar(&said.noWait, "no-wait", false, "nobody knows the wait any more")
	cmd.Flags().BoolVar(&said.closed, "close", false, "nobody is sent there, whatever its hours say")
	cmd.Flags().StringVar(&said.until, "until", "", "with --close: `TIME` such as 2026-12-24T18:00:00Z, or a duration such as 2h")
	cmd.Flags().StringVar(&said.why, "why", "", "with --close: the reason, for the team")
	cmd.Flags().BoolVar(&said.open, "open", false, "open again, by its hours")
	return cmd
}

func (f routeFlags) change(now time.Time) (c store.RouteChange, err error) {
	c = store.RouteChange{Actor: "command line", At: now, Reason: strings.TrimSpace(f.why)}
	switch {
	case f.closed && f.open, f.wait != "" && f.noWait:
		return c, errors.New("choose one of --close and --open, and one of --wait and --no-wait")
	case !f.closed && (f.until != "" || f.why != ""):
		return c, errors.New("--until and --why go with --close")
	case !f.closed && !f.open && f.wait == "" && !f.noWait:
		return c, errors.New("say what to set: --wait 12m, --no-wait, --close or --open")
	}
	if f.closed || f.open {
		c.Closed = &f.closed
	}
	if f.wait != "" || f.noWait {
		if c.Wait, err = desk.ReadWait(f.wait); err != nil {
			return c, err
		}
	}
	if f.until != "" {
		c.Until, err = readUntil(f.until, now)
	}
	return c, err
}

// readUntil reads a moment, or how long from now.
func readUntil(text string, now time.Time) (time.Time, error) {
	if d, err := time.ParseDuration(text); err == nil && d > 0 {
		return now.Add(d), nil
	}
	t, err := time.Parse(time.RFC3339, text)
	if err != nil || !t.After(now) {
		return t, fmt.Errorf("--until %q: write a time to come such as 2026-12-24T18:00:00Z, or a duration such as 2h", text)
	}
	return t, nil
}
