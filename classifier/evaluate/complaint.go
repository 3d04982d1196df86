// Package evaluate measures how well a classifier judges labelled posts.
package evaluate

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"goodgraces/care"
	"goodgraces/classifier"
	"goodgraces/classifier/metrics"
)

// Row is a labelled mention.
type Row struct {
	Mention   care.Mention
	Complaint bool
}

// Rows reads JSON Lines: mentions with `"labels":{"complaint":…}` or
// `"complaint":…`. A line without either label is an error.
func Rows(in io.Reader) ([]Row, error) {
	var rows []Row
	r := bufio.NewReader(in)
	for n := 1; ; n++ {
		line, err := r.ReadBytes('\n')
		if len(strings.TrimSpace(string(line))) > 0 {
			row, err := parse(line)
			if err != nil {
				return nil, fmt.Errorf("eval: line %d: %w", n, err)
			}
			rows = append(rows, row)
		}
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, fmt.Errorf("eval: read: %w", err)
		}
	}
}

func parse(line []byte) (Row, error) {
	var row Row
	var label struct {
		Labels    struct{ Complaint *bool } `json:"labels"`
		Complaint *bool                     `json:"complaint"`
	}
	if err := json.Unmarshal(line, &row.Mention); err != nil {
		return row, err
	}
	if err := json.Unmarshal(line, &label); err != nil {
		return row, err
	}
	truth := label.Complaint
	if truth == nil {
		truth = label.Labels.Complaint
	}
	if truth == nil {
		return row, errors.New(`no label; add "complaint": true or false`)
	}
	row.Complaint = *truth
	return row, nil
}

// Report is how well complaints are found.
type Report struct {
	Posts     int               `json:"posts"`
	Accuracy  float64           `json:"accuracy"`
	MacroF1   float64           `json:"macro_f1"`
	F1        float64           `json:"f1"`
	AUC       float64           `json:"auc"` // NaN where one label is missing
	ECE       float64           `json:"ece"` // 10 bins
	Confusion metrics.Confusion `json:"confusion"`
	Model     string            `json:"model"`
}

// threshold is the probability from which a post is judged a complaint.
const threshold = 0.5

// Complaint judges every row and compares.
func Complaint(c *classifier.Classifier, rows []Row) Report {
	pairs := make([]metrics.Pair, len(rows))
	for i := range rows {
		pairs[i] = metrics.Pair{P: c.Judge(&rows[i].Mention).Complaint, True: rows[i].Complaint}
	}
	m := metrics.At(pairs, threshold)
	return Report{
		Posts: len(rows), Accuracy: m.Accuracy(), MacroF1: m.MacroF1(), F1: m.F1(),
		AUC: metrics.AUC(pairs), ECE: metrics.ECE(pairs), Confusion: m, Model: c.Version(),
	}
}

// String writes the report for people.
func (r Report) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "task       complaint\nmodel      %s\nposts      %d\n", r.Model, r.Posts)
	fmt.Fprintf(&b, "accuracy   %.4f\nmacro-F1   %.4f\nF1         %.4f\nAUC        %.4f\nECE        %.4f\n\n",
		r.Accuracy, r.MacroF1, r.F1, r.AUC, r.ECE)
	fmt.Fprintf(&b, "confusion        judged yes  judged no\n")
	fmt.Fprintf(&b, "complaint        %10d %10d\n", r.Confusion.TP, r.Confusion.FN)
	fmt.Fprintf(&b, "no complaint     %10d %10d\n", r.Confusion.FP, r.Confusion.TN)
	return b.String()
}
