package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"goodgraces/classifier"
	"goodgraces/connectors/replay/posts"
	"goodgraces/responder/check"
	"goodgraces/responder/check/sense"
)

// trainChecks fits the model of the checks to the judged answers of a folder, a
// folder a part. See docs/checks.md.
func (g *global) trainChecks(folder string, progress io.Writer) ([]byte, error) {
	c, _, err := g.classifier()
	if err != nil {
		return nil, err
	}
	var all []check.Example
	for _, part := range []check.Part{check.Tuned, check.Written, check.Drafts, check.Edited} {
		files, err := filepath.Glob(filepath.Join(folder, string(part), "*.jsonl"))
		if err != nil {
			return nil, fmt.Errorf("train: %s: %w", folder, err)
		}
		for _, file := range files {
			examples, err := readExamples(c, part, file)
			if err != nil {
				return nil, fmt.Errorf("train: %s: %w", file, err)
			}
			all = append(all, examples...)
		}
	}
	if len(all) == 0 {
		return nil, &usageError{fmt.Errorf("--checks %s: there is no tuned/*.jsonl and no written/*.jsonl", folder)}
	}
	fmt.Fprintf(progress, "%d answers\n", len(all))
	model, tried := check.Learn(all)
	for _, part := range []check.Part{check.Written, check.Drafts, check.Edited} {
		fmt.Fprint(progress, figuresOf(part, tried))
	}
	return model.Bytes(), nil
}

// figuresOf says how the rules alone, the model that is told what they found, and
// both as the checks put them together judge answers of writers they have not seen.
func figuresOf(part check.Part, tried []sense.Tried) string {
	var rules, model, both counts
	n := 0
	for _, t := range tried {
		if t.Row.Part == string(part) {
			n++
			bad := len(t.Row.Broken) > 0
			rules.add(bad, len(t.Row.Fired) > 0)
			model.add(bad, t.Lapse >= check.Lapse)
			both.add(bad, check.Objects(t.Lapse, t.Row.Fired))
		}
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%s, of writers not seen\n  rules alone: %s\n  the model:   %s\n  as judged:   %s\n", part, &rules, &model, &both)
}

type counts struct{ right, alarms, missed int }

func (c *counts) add(bad, objected bool) {
	switch {
	case bad && objected:
		c.right++
	case bad:
		c.missed++
	case objected:
		c.alarms++
	}
}

func (c *counts) precision() float64 { return float64(c.right) / float64(max(1, c.right+c.alarms)) }

func (c *counts) recall() float64 { return float64(c.right) / float64(max(1, c.right+c.missed)) }

func (c *counts) String() string {
	if c.right+c.missed == 0 {
		return fmt.Sprintf("%d alarms", c.alarms)
	}
	return fmt.Sprintf("precision %.3f, recall %.3f, %d of %d lapses, %d alarms", c.precision(), c.recall(), c.right, c.right+c.missed, c.alarms)
}

func readExamples(c *classifier.Classifier, part check.Part, file string) ([]check.Example, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var all []check.Example
	lines := posts.NewLines(bytes.NewReader(text))
	set := strings.TrimSuffix(filepath.Base(file), ".jsonl")
	for {
		line, err := lines.Next()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		r, err := decodeReply(line.Text, line.Number)
		if err != nil {
			return nil, err
		}
		if err := r.judged(line.Number); err != nil {
			return nil, err
		}
		all = append(all, check.Example{Input: r.input(c, nil), Part: part, Set: cmp.Or(r.writer, set), Broken: r.broken, Spans: r.spans})
	}
}

// judged checks what somebody has said of an answer.
func (r *reply) judged(line int) error {
	for _, rule := range r.broken {
		if !slices.Contains(check.Names(), rule) {
			return &posts.LineError{Line: line, Field: "broken", Problem: "there is no rule " + rule}
		}
	}
	for rule := range r.spans {
		if !slices.Contains(r.broken, rule) {
			return &posts.LineError{Line: line, Field: "spans", Problem: rule + " is not among broken"}
		}
	}
	return nil
}
