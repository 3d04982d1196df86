package evaluate

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"goodgraces/care"
	"goodgraces/classifier"
	"goodgraces/classifier/metrics"
	"goodgraces/classifier/train"
)

// Figure is one line of the table: what was measured, and what it must reach.
// A target of zero is none.
type Figure struct {
	What        string  `json:"what"`
	Measured    float64 `json:"measured"`
	Least, Goal float64 `json:"-"`
	Smaller     bool    `json:"-"` // the smaller the better
}

// Table is every figure of the classifier's card.
type Table struct {
	Model   string   `json:"model"`
	Figures []Figure `json:"figures"`
}

// heldBack is the part of the complaints that is shown by itself too. The
// regularisation of the shipped model was once chosen on all parts, so it
// flatters as the others do.
const heldBack = 6

// All measures c, and models trained on parts of the complaints, on the
// folder of labelled posts (its layout is that of `graces train --data`, with
// airline-dev beside) and the posts written for training. It takes some minutes.
func All(dataDir string, written []train.Post, c *classifier.Classifier, progress func(string)) (*Table, error) {
	t := &Table{Model: c.Version()}
	if err := t.others(dataDir, c); err != nil {
		return nil, err
	}
	folds, err := train.CrossValidate(dataDir, written, train.Seed, progress)
	if err != nil {
		return nil, err
	}
	return t, t.complaints(folds)
}

// complaints judges every part by the model that has not seen it.
func (t *Table) complaints(folds []train.Fold) error {
	var all, held []metrics.Pair
	for _, f := range folds {
		c, err := classifier.Load(f.Model.Bytes(), classifier.Policy{})
		if err != nil {
			return fmt.Errorf("eval: fold %d: %w", f.Number, err)
		}
		rows := make([]Row, len(f.Posts))
		for i, p := range f.Posts {
			rows[i] = Row{Mention: care.Mention{ID: fmt.Sprint(i), Platform: "x", Text: p.Text}, True: p.Complaint}
		}
		pairs := judge(c, TaskComplaint, rows)
		all = append(all, pairs...)
		if f.Number == heldBack {
			held = pairs
		}
	}
	figures := complaintFigures("out of fold", report(TaskComplaint, all))
	figures = append(figures, complaintFigures("part 6 alone", report(TaskComplaint, held))...)
	t.Figures = append(figures, t.Figures...)
	return nil
}

func complaintFigures(part string, r Report) []Figure {
	what := fmt.Sprintf("complaint, %s (%d posts): ", part, r.Posts)
	return []Figure{
		{What: what + "macro-F1", Measured: r.MacroF1, Least: 0.83, Goal: 0.87},
		{What: what + "AUC", Measured: r.AUC, Least: 0.915, Goal: 0.94},
		{What: what + "ECE", Measured: r.ECE, Least: 0.05, Goal: 0.03, Smaller: true},
	}
}

// probes are the figures measured with the model as it is, on posts that it
// was neither trained nor chosen on. goemotions' held-back part served to
// calibrate, which leaves AUC as it is.
var probes = []struct {
	file, what  string
	task        Task
	least, goal float64
}{
	{"airline-dev/posts.jsonl", "airline-dev, negative against the rest by complaint: AUC", TaskComplaint, 0.87, 0.91},
	{"airline-dev/posts.jsonl", "airline-dev, positive against the rest by praise: AUC", TaskPraise, 0.89, 0.93},
	{"goemotions/dev.jsonl", "goemotions' held-back part, anger: AUC", TaskAnger, 0, 0},
	{"goemotions/dev.jsonl", "goemotions' held-back part, hostility: AUC", TaskHostility, 0, 0},
	{"goemotions/dev.jsonl", "goemotions' held-back part, praise: AUC", TaskPraise, 0, 0},
}

// others measures everything but the complaints' own set.
func (t *Table) others(dataDir string, c *classifier.Classifier) error {
	for _, p := range probes {
		rows, err := open(filepath.Join(dataDir, p.file), p.task)
		if err != nil {
			return err
		}
		auc := metrics.AUC(judge(c, p.task, rows))
		t.Figures = append(t.Figures, Figure{What: p.what, Measured: auc, Least: p.least, Goal: p.goal})
	}
	return t.topics(dataDir, c)
}

// topics measures how well airline-dev's reasons are found by a taxonomy of
// their names and a few keywords each.
func (t *Table) topics(dataDir string, c *classifier.Classifier) error {
	rows, err := open(filepath.Join(dataDir, "airline-dev/posts.jsonl"), TaskTopic)
	if err != nil {
		return err
	}
	by, err := classifier.Load(c.Model().Bytes(), classifier.Policy{Topics: airlineTopics()})
	if err != nil {
		return fmt.Errorf("eval: airline-dev's topics: %w", err)
	}
	t.Figures = append(t.Figures, Figure{What: "airline-dev, reason by topic: macro-F1", Measured: Topics(by, rows).MacroF1, Least: 0.50, Goal: 0.60})
	return nil
}

func open(name string, task Task) ([]Row, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("eval: %w; --data needs the folder of labelled posts", err)
	}
	defer f.Close()
	rows, err := Rows(f, task, "")
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return rows, nil
}

// String writes the table for people.
func (t *Table) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "model %s\n\n%-60s %9s %9s %7s\n", t.Model, "what", "measured", "at least", "goal")
	for _, f := range t.Figures {
		fmt.Fprintf(&b, "%-60s %9.4f %9s %7s  %s\n", f.What, f.Measured, f.target(f.Least), f.target(f.Goal), f.reached())
	}
	return b.String()
}

func (f *Figure) target(x float64) string {
	switch {
	case x == 0:
		return ""
	case f.Smaller:
		return fmt.Sprintf("<= %g", x)
	}
	return fmt.Sprint(x)
}

// reached says in a word how the figure stands to its targets.
func (f *Figure) reached() string {
	switch {
	case f.Least == 0:
		return ""
	case f.Smaller && f.Measured <= f.Goal, !f.Smaller && f.Measured >= f.Goal:
		return "goal"
	case f.Smaller && f.Measured <= f.Least, !f.Smaller && f.Measured >= f.Least:
		return "enough"
	}
	return "short"
}
