package evaluate

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"goodgraces/care"
	"goodgraces/classifier/train"
)

// Task is what is measured, as the command line names it.
type Task string

// The tasks. All but TaskTopic have two answers, yes and no.
const (
	TaskComplaint Task = "complaint"
	TaskAnger     Task = "anger"
	TaskPraise    Task = "praise"
	TaskHostility Task = "hostility"
	TaskQuestion  Task = "question"
	TaskTopic     Task = "topic"
)

// Tasks lists every task.
var Tasks = []Task{TaskComplaint, TaskAnger, TaskPraise, TaskHostility, TaskQuestion, TaskTopic}

// Row is a labelled mention.
type Row struct {
	Mention care.Mention
	True    bool   // of a task with two answers
	Topic   string // of TaskTopic
}

// errUnasked marks a line that is well-formed but says nothing on the task.
var errUnasked = errors.New("nothing said on the task")

// Rows reads JSON Lines: mentions with a label in the field, or in that of
// "labels", whose name is given; empty is the task's own ("complaint": true,
// "topic": "delay"). A label of null leaves the post out. Where a set has no
// such field, its emotions (as goemotions names them), its sentiment (negative,
// neutral or positive) or its reason (of a negative sentiment) stand in. A line
// without a label is an error that names the line.
func Rows(in io.Reader, task Task, field string) ([]Row, error) {
	if field == "" {
		field = string(task)
	}
	var rows []Row
	r := bufio.NewReader(in)
	for n := 1; ; n++ {
		line, err := r.ReadBytes('\n')
		if len(strings.TrimSpace(string(line))) > 0 {
			row, err := parse(line, task, field)
			switch {
			case err == nil:
				rows = append(rows, row)
			case !errors.Is(err, errUnasked):
				return nil, fmt.Errorf("eval: line %d: %w", n, err)
			}
		}
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, fmt.Errorf("eval: read: %w", err)
		}
	}
}

func parse(line []byte, task Task, field string) (Row, error) {
	var row Row
	if err := json.Unmarshal(line, &row.Mention); err != nil {
		return row, err
	}
	fields := map[string]json.RawMessage{}
	if err := json.Unmarshal(line, &fields); err != nil {
		return row, err
	}
	raw, err := label(fields, field)
	if err != nil {
		return row, err
	}
	switch {
	case raw != nil && task == TaskTopic:
		err = json.Unmarshal(raw, &row.Topic)
	case raw != nil:
		err = json.Unmarshal(raw, &row.True)
	default:
		return row, row.standIn(line, task, field)
	}
	if err != nil {
		return row, fmt.Errorf("%s: %w", field, err)
	}
	return row, nil
}

// label finds a field in a line or in its "labels". It is nil where there is
// none.
func label(fields map[string]json.RawMessage, name string) (json.RawMessage, error) {
	raw, ok := fields[name]
	if !ok && fields["labels"] != nil {
		labels := map[string]json.RawMessage{}
		if err := json.Unmarshal(fields["labels"], &labels); err != nil {
			return nil, fmt.Errorf("labels: %w", err)
		}
		raw = labels[name]
	}
	if string(raw) == "null" {
		return nil, errUnasked
	}
	return raw, nil
}

// standIn labels a row by what its set says instead.
func (r *Row) standIn(line []byte, task Task, field string) error {
	var said struct {
		Emotions          []string
		Sentiment, Reason string
	}
	if err := json.Unmarshal(line, &said); err != nil {
		return err
	}
	emotions, sentiment := train.Emotions(string(task)), sentiments[task]
	switch {
	case said.Emotions != nil && emotions != nil:
		r.True = slices.ContainsFunc(said.Emotions, func(e string) bool { return slices.Contains(emotions, e) })
	case said.Sentiment != "" && sentiment != "":
		r.True = said.Sentiment == sentiment
	case task == TaskTopic && said.Reason != "" && said.Reason != noReason:
		r.Topic = said.Reason
	case task == TaskTopic && said.Sentiment != "":
		return errUnasked
	case task == TaskTopic:
		return fmt.Errorf(`no label; add "%s": "NAME"`, field)
	default:
		return fmt.Errorf(`no label; add "%s": true or false`, field)
	}
	return nil
}

// sentiments are the sentiments that stand for a label.
var sentiments = map[Task]string{TaskComplaint: "negative", TaskPraise: "positive"}

// noReason is what airline-dev calls a reason that nobody could tell.
const noReason = "Can't Tell"
