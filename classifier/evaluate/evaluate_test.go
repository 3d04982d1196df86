package evaluate

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"goodgraces/classifier"
)

func TestRowsReadEveryFormOfLabel(t *testing.T) {
	for _, c := range []struct {
		task  Task
		line  string
		yes   bool
		topic string
	}{
		{TaskComplaint, `{"text":"x","complaint":true}`, true, ""},
		{TaskComplaint, `{"text":"x","labels":{"complaint":true,"kind":"other"}}`, true, ""},
		{TaskComplaint, `{"text":"x","sentiment":"neutral"}`, false, ""},
		{TaskComplaint, `{"text":"x","sentiment":"negative"}`, true, ""},
		{TaskPraise, `{"text":"x","sentiment":"positive"}`, true, ""},
		{TaskPraise, `{"text":"x","emotions":["neutral"]}`, false, ""},
		{TaskAnger, `{"text":"x","emotions":["joy","annoyance"]}`, true, ""},
		{TaskAnger, `{"text":"x","anger":false,"emotions":["anger"]}`, false, ""},
		{TaskHostility, `{"text":"x","emotions":["disgust"]}`, true, ""},
		{TaskQuestion, `{"text":"x","question":true}`, true, ""},
		{TaskTopic, `{"text":"x","topic":"delay"}`, false, "delay"},
		{TaskTopic, `{"text":"x","labels":{"topic":"outage"}}`, false, "outage"},
		{TaskTopic, `{"text":"x","sentiment":"negative","reason":"Lost Luggage"}`, false, "Lost Luggage"},
	} {
		rows, err := Rows(strings.NewReader("\n"+c.line), c.task, "")
		if err != nil || len(rows) != 1 || rows[0].True != c.yes || rows[0].Topic != c.topic || rows[0].Mention.Text != "x" {
			t.Errorf("%s %s: %+v, %v", c.task, c.line, rows, err)
		}
	}
}

func TestRowsNameTheBadLine(t *testing.T) {
	for _, c := range []struct {
		task      Task
		line, say string
	}{
		{TaskComplaint, `{`, "unexpected end"},
		{TaskComplaint, `{"text":"x"}`, `add "complaint"`},
		{TaskComplaint, `{"text":"x","labels":{"complaint":"yes"}}`, "complaint: json"},
		{TaskAnger, `{"text":"x","sentiment":"negative"}`, `add "anger"`},
		{TaskTopic, `{"text":"x"}`, `add "topic"`},
		{TaskTopic, `{"text":"x","labels":{"topic":1}}`, "topic: json"},
	} {
		in := `{"text":"a","labels":{"complaint":true,"anger":true,"topic":"delay"}}` + "\n" + c.line
		_, err := Rows(strings.NewReader(in), c.task, "")
		if err == nil || !strings.Contains(err.Error(), "line 2") || !strings.Contains(err.Error(), c.say) {
			t.Errorf("%s %s: %v", c.task, c.line, err)
		}
	}
}

func TestRowsReadTheNamedField(t *testing.T) {
	rows, err := Rows(strings.NewReader(`{"text":"x","cause":"delay"}
{"text":"y","cause":null}
{"text":"z","labels":{"cause":"outage"}}`), TaskTopic, "cause")
	if err != nil || len(rows) != 2 || rows[0].Topic != "delay" || rows[1].Topic != "outage" {
		t.Errorf("%+v, %v", rows, err)
	}
}

func TestRowsLeaveOutPostsWithoutReason(t *testing.T) {
	rows, err := Rows(strings.NewReader(`{"text":"x","sentiment":"positive","reason":null}`), TaskTopic, "")
	if err != nil || len(rows) != 0 {
		t.Errorf("%v, %v", rows, err)
	}
}

func shipped(t *testing.T) *classifier.Classifier {
	t.Helper()
	c, err := classifier.Default(classifier.Policy{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestJudge(t *testing.T) {
	rows, err := Rows(strings.NewReader(`{"id":"1","text":"my parcel never arrived and nobody answers","complaint":true}
{"id":"2","text":"what a lovely day","complaint":false}`), TaskComplaint, "")
	if err != nil {
		t.Fatal(err)
	}
	r := Judge(shipped(t), TaskComplaint, rows)
	if r.Posts != 2 || r.Accuracy != 1 || r.Model == "" || !strings.Contains(r.String(), "macro-F1   1.0000") {
		t.Errorf("report: %s", r)
	}
}

func TestTopics(t *testing.T) {
	rows := []Row{{Topic: "lost or damaged"}, {Topic: "lost or damaged"}, {Topic: "delay"}}
	rows[0].Mention.Text = "@air you lost my luggage"
	rows[1].Mention.Text = "@air good morning"
	rows[2].Mention.Text = "@air the flight is delayed again"
	r := Topics(shipped(t), rows)
	if math.Abs(r.Accuracy-2./3) > 1e-9 || math.Abs(r.F1["lost or damaged"]-2./3) > 1e-9 || r.F1["delay"] != 1 || math.Abs(r.MacroF1-5./6) > 1e-9 {
		t.Errorf("report: %s", r)
	}
	if !strings.Contains(r.String(), "lost or damaged 1") {
		t.Errorf("report: %s", r)
	}
}

// folder writes a tiny data folder of invented rows.
func folder(t *testing.T) string {
	dir := t.TempDir()
	sets := map[string]*strings.Builder{}
	put := func(file, format string, args ...any) {
		if sets[file] == nil {
			sets[file] = &strings.Builder{}
		}
		fmt.Fprintf(sets[file], format+"\n", args...)
	}
	for i := range 14 {
		put("complaints/train.jsonl", `{"text":"@shop my parcel %d never arrived","labels":{"complaint":true},"fold":%d}`, i, i%2*heldBack)
		put("complaints/train.jsonl", `{"text":"@shop what a nice desk %d","labels":{"complaint":false},"fold":%d}`, i, i%2*heldBack)
		for _, file := range []string{"goemotions/train.jsonl", "goemotions/dev.jsonl"} {
			put(file, `{"text":"I hate this stupid thing %d","emotions":["anger","disgust"]}`, i)
			put(file, `{"text":"I love this lovely thing %d","emotions":["love"]}`, i)
			put(file, `{"text":"how does this go %d?","emotions":["curiosity"]}`, i)
		}
		put("incivility/train.jsonl", `{"text":"you fool %d","label":"Mocking"}`, i)
		put("incivility/train.jsonl", `{"text":"fine %d","label":"None"}`, i)
		put("banking77/train.jsonl", `{"text":"how do I order card %d?","intent":"card_arrival"}`, i)
		put("airline-dev/posts.jsonl", `{"text":"@air flight delayed %d","sentiment":"negative","reason":"Late Flight"}`, i)
		put("airline-dev/posts.jsonl", `{"text":"@air love you %d","sentiment":"positive","reason":null}`, i)
	}
	for file, text := range sets {
		path := filepath.Join(dir, file)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestAll(t *testing.T) {
	dir := folder(t)
	table, err := All(dir, nil, shipped(t), func(string) {})
	if err != nil {
		t.Fatal(err)
	}
	text := table.String()
	for _, want := range []string{
		"complaint, out of fold (28 posts): macro-F1",
		"complaint, part 6 alone (14 posts): AUC",
		"<= 0.03",
		"airline-dev, negative against the rest by complaint: AUC",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if err := os.Remove(filepath.Join(dir, "airline-dev/posts.jsonl")); err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(text, "\n"); got != 15 {
		t.Errorf("%d lines in\n%s", got, text)
	}
	if _, err := All(dir, nil, shipped(t), func(string) {}); err == nil || !strings.Contains(err.Error(), "airline-dev") {
		t.Errorf("error: %v", err)
	}
}

func TestFigureSaysWhatItReached(t *testing.T) {
	for _, c := range []struct {
		f    Figure
		want string
	}{
		{Figure{Measured: 0.9}, ""},
		{Figure{Measured: 0.9, Least: 0.8, Goal: 0.95}, "enough"},
		{Figure{Measured: 0.95, Least: 0.8, Goal: 0.95}, "goal"},
		{Figure{Measured: 0.7, Least: 0.8, Goal: 0.95}, "short"},
		{Figure{Measured: 0.04, Least: 0.05, Goal: 0.03, Smaller: true}, "enough"},
		{Figure{Measured: 0.06, Least: 0.05, Goal: 0.03, Smaller: true}, "short"},
		{Figure{Measured: 0.02, Least: 0.05, Goal: 0.03, Smaller: true}, "goal"},
		{Figure{Measured: math.NaN(), Least: 0.8, Goal: 0.9}, "short"},
	} {
		if got := c.f.reached(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.f, got, c.want)
		}
	}
}
