package main

import (
	"fmt"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"goodgraces/classifier/evaluate"
)

func newEval(g *global) *cobra.Command {
	var task, label, written string
	cmd := &cobra.Command{
		Use:   "eval [FILE]",
		Short: "Measure the classifier on labelled posts, or train anew and measure on all sets (--data DIR)",
		Args:  atMostOne,
		RunE: func(cmd *cobra.Command, args []string) error {
			if !slices.Contains(evaluate.Tasks, evaluate.Task(task)) {
				return &usageError{fmt.Errorf("--task %q: must be one of %v", task, evaluate.Tasks)}
			}
			if len(args) == 0 {
				return g.evalAll(cmd, written)
			}
			return g.evalFile(cmd, evaluate.Task(task), label, args[0])
		},
	}
	cmd.Flags().StringVar(&task, "task", string(evaluate.TaskComplaint), "what is measured in FILE: complaint, anger, praise, hostility, question or topic")
	cmd.Flags().StringVar(&label, "label", "", "`FIELD` of the posts that holds the right answer (default: the task's name)")
	cmd.Flags().StringVar(&written, "written", "", writtenUsage)
	return cmd
}

// atMostOne refuses a second argument with status 2.
func atMostOne(cmd *cobra.Command, args []string) error {
	if err := cobra.MaximumNArgs(1)(cmd, args); err != nil {
		return &usageError{err}
	}
	return nil
}

// evalFile measures one task on the posts of a file.
func (g *global) evalFile(cmd *cobra.Command, task evaluate.Task, label, name string) error {
	c, _, err := g.classifier()
	if err != nil {
		return err
	}
	f, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("eval: %w", err)
	}
	defer f.Close()
	rows, err := evaluate.Rows(f, task, label)
	if err != nil {
		return err
	}
	if len(rows) == 0 {
		return fmt.Errorf("eval: %s holds no posts", name)
	}
	var report fmt.Stringer = evaluate.Judge(c, task, rows)
	if task == evaluate.TaskTopic {
		report = evaluate.Topics(c, rows)
	}
	_, err = fmt.Fprint(cmd.OutOrStdout(), report)
	return err
}

// evalAll measures everything that the folder of labelled posts allows.
func (g *global) evalAll(cmd *cobra.Command, written string) error {
	if g.data == "" {
		return &usageError{fmt.Errorf("FILE, or --data DIR with the folder of labelled posts, is required")}
	}
	c, _, err := g.classifier()
	if err != nil {
		return err
	}
	posts, err := trainingPosts(written)
	if err != nil {
		return err
	}
	start := time.Now()
	table, err := evaluate.All(g.data, posts, c, func(step string) {
		fmt.Fprintf(cmd.ErrOrStderr(), "%5.0f s  %s\n", time.Since(start).Seconds(), step)
	})
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(cmd.OutOrStdout(), table)
	return err
}
