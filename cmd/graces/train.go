package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"goodgraces/classifier/train"
)

func newTrain(g *global) *cobra.Command {
	var out, words, checks, about, written string
	var fromStore, back bool
	cmd := &cobra.Command{
		Use:   "train",
		Short: "Fit the model from labelled posts (--data DIR) and write it to a file, or learn from the team's corrections (--from-store)",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			switch {
			case back && fromStore:
				return &usageError{errors.New("--from-store and --rollback: choose one")}
			case back:
				return g.rollBack(cmd)
			case fromStore:
				return g.trainFromStore(cmd)
			}
			if checks != "" {
				model, err := g.trainChecks(checks, cmd.ErrOrStderr())
				if err != nil {
					return err
				}
				return replaceFile(out, model)
			}
			if about != "" {
				model, err := trainGist(about, g.data, cmd.ErrOrStderr())
				if err != nil {
					return err
				}
				return replaceFile(out, model)
			}
			if g.data == "" {
				return &usageError{fmt.Errorf("--data DIR is required: the folder of labelled posts")}
			}
			if words != "" {
				return writeWords(g.data, words)
			}
			posts, err := trainingPosts(written)
			if err != nil {
				return err
			}
			start := time.Now()
			var model bytes.Buffer
			err = train.Run(g.data, posts, &model, func(step string) {
				fmt.Fprintf(cmd.ErrOrStderr(), "%5.0f s  %s\n", time.Since(start).Seconds(), step)
			})
			if err != nil {
				return err
			}
			if err := replaceFile(out, model.Bytes()); err != nil {
				return fmt.Errorf("train: %w", err)
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "wrote %s, %d bytes\n", out, model.Len())
			return err
		},
	}
	cmd.Flags().StringVar(&out, "out", "graces.model", "`FILE` to write")
	cmd.Flags().BoolVar(&fromStore, "from-store", false, "learn from the corrections in the store, and swap the model in force where that is better")
	cmd.Flags().BoolVar(&back, "rollback", false, "put back the model that the learned one in force replaced")
	cmd.Flags().StringVar(&checks, "checks", "", "fit the model of the checks instead, to the judged answers in `FOLDER` (responder/check/testdata)")
	cmd.Flags().StringVar(&about, "gist", "", "fit the model of what posts are about instead, to the labelled posts in `FOLDER` (responder/grievance/gist/testdata), and in --data DIR if given")
	cmd.Flags().StringVar(&written, "written", "", writtenUsage)
	cmd.Flags().StringVar(&words, "words", "", "instead of a model, count how common words are and write them to `FILE` (classifier/topics/frequency.txt)")
	return cmd
}

func writeWords(data, file string) error {
	var table bytes.Buffer
	if err := train.Words(data, &table); err != nil {
		return err
	}
	return replaceFile(file, table.Bytes())
}

// replaceFile writes a file whole or not at all.
func replaceFile(name string, content []byte) error {
	tmp := name + ".new"
	if err := os.WriteFile(tmp, content, 0o644); err != nil {
		return err
	}
	return os.Rename(tmp, name)
}
