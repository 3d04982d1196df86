package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"goodgraces/pipeline"
)

func newServe(g *global) *cobra.Command {
	var roles []string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Run the daemon: read, judge, draft, send, and serve the desk",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			chosen, err := parseRoles(roles)
			if err != nil {
				return err
			}
			d, err := newDaemon(cmd.Context(), g.options(), chosen, cmd.ErrOrStderr())
			if err != nil {
				return err
			}
			return d.run(cmd.Context(), func(url string) { d.log.Info("ready", "url", url, "roles", roles) })
		},
	}
	cmd.Flags().StringSliceVar(&roles, "roles", []string{"connect", "work", "send", "desk"}, "what this process does, of connect, work, send, desk")
	return cmd
}

func parseRoles(names []string) ([]pipeline.Role, error) {
	var roles []pipeline.Role
	for _, n := range names {
		r := pipeline.Role(strings.TrimSpace(n))
		if !slices.Contains(pipeline.Roles, r) {
			return nil, &usageError{fmt.Errorf("--roles %q: must be some of connect, work, send, desk", n)}
		}
		roles = append(roles, r)
	}
	if len(roles) == 0 {
		return nil, &usageError{errors.New("--roles: name at least one of connect, work, send, desk")}
	}
	return roles, nil
}

// plain serves what a process without the desk still answers: health, metrics
// and the platforms' calls.
func (d *daemon) plain() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		if err := d.ready(r.Context()); err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
			return
		}
		fmt.Fprintln(w, "ok")
	})
	mux.Handle("GET /metrics", d.metricsHandler())
	mux.HandleFunc("/hooks/{name}", d.hook)
	return mux
}

// ready says whether store and queue answer.
func (d *daemon) ready(ctx context.Context) error {
	_, err := d.queue.Lag(ctx)
	if err != nil {
		err = fmt.Errorf("queue: %w", err)
	}
	return errors.Join(d.store.Ping(ctx), err)
}
