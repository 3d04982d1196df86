package main

import (
	"fmt"
	"os/user"
	"time"

	"github.com/spf13/cobra"

	"goodgraces/pipeline"
)

// trainFromStore learns from the team's corrections and says what came of it.
func (g *global) trainFromStore(cmd *cobra.Command) error {
	base, cfg, err := g.classifier()
	if err != nil {
		return err
	}
	st, err := openStore(cmd.Context(), cfg)
	if err != nil {
		return err
	}
	defer st.Close()
	run, report, err := pipeline.Learn(cmd.Context(), st, base, operator(), time.Now(), false)
	if err != nil {
		return err
	}
	fmt.Fprint(cmd.OutOrStdout(), report)
	if report.Accepted {
		fmt.Fprintf(cmd.OutOrStdout(), "\nmodel %d is in force; 'graces train --rollback' puts back the one before\n", run.Version)
	}
	return nil
}

// rollBack puts the model in force that the present one replaced.
func (g *global) rollBack(cmd *cobra.Command) error {
	cfg, err := g.load()
	if err != nil {
		return err
	}
	st, err := openStore(cmd.Context(), cfg)
	if err != nil {
		return err
	}
	defer st.Close()
	version, err := st.RollBackModel(cmd.Context(), operator(), time.Now())
	if err != nil {
		return err
	}
	if version == 0 {
		fmt.Fprintln(cmd.OutOrStdout(), "the model without anything learned is in force again")
		return nil
	}
	fmt.Fprintf(cmd.OutOrStdout(), "model %d is in force again\n", version)
	return nil
}

// operator names whoever runs a command, in the audit trail.
func operator() string {
	if u, err := user.Current(); err == nil && u.Username != "" {
		return "operator " + u.Username
	}
	return "operator"
}
