package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"goodgraces/classifier"
	"goodgraces/connectors/replay/posts"
	"goodgraces/responder/check"
	"goodgraces/responder/check/sense"
)

// trainChecks fits the model of the checks to the judged answers of a folder:
// tuned/*.jsonl, which the rules were written with, and written/*.jsonl, of one
// writer each, which they never saw.
func (g *global) trainChecks(folder string, progress io.Writer) ([]byte, error) {
	c, _, err := g.classifier()
	if err != nil {
		return nil, err
	}
	var all []check.Example
	for _, part := range []string{"tuned", "written"} {
		files, err := filepath.Glob(filepath.Join(folder, part, "*.jsonl"))
		if err != nil {
			return nil, fmt.Errorf("train: %s: %w", folder, err)
		}
		for _, file := range files {
			examples, err := readExamples(c, file)
			if err != nil {
				return nil, fmt.Errorf("train: %s: %w", file, err)
			}
			for i := range examples {
				examples[i].Tuned = part == "tuned"
			}
			all = append(all, examples...)
		}
	}
	if len(all) == 0 {
		return nil, &usageError{fmt.Errorf("--checks %s: there is no tuned/*.jsonl and no written/*.jsonl", folder)}
	}
	fmt.Fprintf(progress, "%d answers\n", len(all))
	model, tried := check.Learn(all)
	fmt.Fprint(progress, figuresOf(tried))
	return model.Bytes(), nil
}

// figuresOf says how the rules alone, and the model beside them, judge answers
// of writers that they have not seen.
func figuresOf(tried []sense.Tried) string {
	var rules, both counts
	for _, t := range tried {
		bad := len(t.Row.Broken) > 0
		rules.add(bad, len(t.Row.Fired) > 0)
		both.add(bad, t.Lapse >= check.Lapse)
	}
	return fmt.Sprintf("on %d answers of writers not seen: the rules alone %s, with the model %s\n", len(tried), &rules, &both)
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
	return fmt.Sprintf("precision %.3f, recall %.3f", c.precision(), c.recall())
}

func readExamples(c *classifier.Classifier, file string) ([]check.Example, error) {
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
		all = append(all, check.Example{Input: r.input(c, nil), Set: set, Broken: r.broken})
	}
}
