// Package evaluate measures how well a classifier judges labelled posts.
package evaluate

import (
	"fmt"
	"strings"

	"goodgraces/care"
	"goodgraces/classifier"
	"goodgraces/classifier/metrics"
)

// Report is how well a task of two answers is done.
type Report struct {
	Task      Task              `json:"task"`
	Posts     int               `json:"posts"`
	Accuracy  float64           `json:"accuracy"`
	MacroF1   float64           `json:"macro_f1"`
	F1        float64           `json:"f1"`
	AUC       float64           `json:"auc"` // NaN where one label is missing
	ECE       float64           `json:"ece"` // 10 bins
	Confusion metrics.Confusion `json:"confusion"`
	Model     string            `json:"model"`
}

// threshold is the probability from which a post is judged to be of a kind.
const threshold = 0.5

// Judge judges every row and compares. The task has two answers.
func Judge(c *classifier.Classifier, task Task, rows []Row) Report {
	r := report(task, judge(c, task, rows))
	r.Model = c.Version()
	return r
}

func judge(c *classifier.Classifier, task Task, rows []Row) []metrics.Pair {
	pairs := make([]metrics.Pair, len(rows))
	for i := range rows {
		v := c.Judge(&rows[i].Mention)
		pairs[i] = metrics.Pair{P: probability(&v, task), True: rows[i].True}
	}
	return pairs
}

func probability(v *care.Verdict, task Task) float64 {
	switch task {
	case TaskAnger:
		return v.Anger
	case TaskPraise:
		return v.Praise
	case TaskHostility:
		return v.Hostility
	case TaskQuestion:
		return v.Question
	}
	return v.Complaint
}

func report(task Task, pairs []metrics.Pair) Report {
	m := metrics.At(pairs, threshold)
	return Report{
		Task: task, Posts: len(pairs), Accuracy: m.Accuracy(), MacroF1: m.MacroF1(), F1: m.F1(),
		AUC: metrics.AUC(pairs), ECE: metrics.ECE(pairs), Confusion: m,
	}
}

// String writes the report for people.
func (r Report) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "task       %s\nmodel      %s\nposts      %d\n", r.Task, r.Model, r.Posts)
	fmt.Fprintf(&b, "accuracy   %.4f\nmacro-F1   %.4f\nF1         %.4f\nAUC        %.4f\nECE        %.4f\n\n",
		r.Accuracy, r.MacroF1, r.F1, r.AUC, r.ECE)
	fmt.Fprintf(&b, "%-16s judged yes  judged no\n", "confusion")
	fmt.Fprintf(&b, "%-16s %10d %10d\n", r.Task, r.Confusion.TP, r.Confusion.FN)
	fmt.Fprintf(&b, "%-16s %10d %10d\n", "no "+r.Task, r.Confusion.FP, r.Confusion.TN)
	return b.String()
}
