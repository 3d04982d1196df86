package main

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"goodgraces/classifier"
)

// judged is an answer written for this test, with the rules that it breaks and
// those that it may be said to break.
type judged struct {
	ID, Platform, Post, Reply string
	Broken, May               []string
}

// TestAnswers measures the rules as `graces check` judges answers. lapses.jsonl
// is one hard lapse or near miss a line, in English, German and Spanish;
// agents.jsonl is in the manners of ten people who answer; mechanisms.jsonl hides
// one lapse in an answer that is kind otherwise, or has the words of one and none.
// The blind sets were written by people who had not seen the rules. Each was counted
// once before anybody read it (precision, recall): .67 .78, .72 .82, .77 .85, .86 .76,
// .83 .78 and, for G, .88 .74; then the rules learnt from it, so what they reach on it
// now is no promise for answers by somebody new. agents.jsonl was counted before it was
// learnt from as well, in four parts: .74 .55, .77 .61, .71 .59, .72 .58.
// blind_held.jsonl was never read, and must stay so: at its first count .78 .84, with
// fault found in 12 of 50 good answers. How many it had right chose once which patterns
// are loose; it says little less of what the rules are worth on what is new. Nobody
// read blind_h.jsonl either: .72 .82 at its only count, before and after G was learnt
// from, with fault found in 16 of 50 good answers.
func TestAnswers(t *testing.T) {
	c, err := classifier.Default(classifier.Policy{Complaint: 0.5, Praise: 0.5, Question: 0.5, Languages: []string{"en"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, set := range []struct {
		file              string
		precision, recall float64
	}{
		{"tuned.jsonl", 0.95, 0.95}, {"held.jsonl", 0.95, 0.95}, {"fresh.jsonl", 0.95, 0.95}, {"fresh_held.jsonl", 0.95, 0.95},
		{"lapses.jsonl", 0.95, 0.95}, {"blind.jsonl", 0.95, 0.95}, {"blind_b.jsonl", 0.95, 0.94},
		{"blind_c.jsonl", 0.95, 0.95}, {"blind_d.jsonl", 0.95, 0.92}, {"blind_e.jsonl", 0.95, 0.95}, {"blind_g.jsonl", 0.95, 0.92},
		{"agents.jsonl", 0.95, 0.9}, {"mechanisms.jsonl", 0.92, 0.84},
		{"blind_held.jsonl", 0.78, 0.83}, {"blind_h.jsonl", 0.71, 0.81},
	} {
		var right, alarms, bad, named int
		for _, a := range readJudged(t, "../../responder/check/testdata/"+set.file) {
			out := reply{id: a.ID, platform: a.Platform, post: a.Post, text: a.Reply}.check(c, nil)
			switch {
			case len(a.Broken) == 0 && !out.OK:
				alarms++
				t.Logf("%s %s: a good answer breaks %v", set.file, a.ID, out.Broken)
			case len(a.Broken) > 0:
				bad++
				if !out.OK {
					right++
				}
				if !slices.ContainsFunc(a.Broken, func(rule string) bool { return !slices.Contains(out.Broken, rule) }) {
					named++
				}
			}
		}
		precision, recall := float64(right)/float64(right+alarms), float64(right)/float64(bad)
		t.Logf("%s: precision %.3f, recall %.3f, by the rule meant %d of %d", set.file, precision, recall, named, bad)
		if precision < set.precision || recall < set.recall {
			t.Errorf("%s: precision %.3f, recall %.3f; want %.2f and %.2f", set.file, precision, recall, set.precision, set.recall)
		}
	}
}

func readJudged(t *testing.T, file string) []judged {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all []judged
	for line := range strings.Lines(string(text)) {
		var a judged
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatal(err)
		}
		all = append(all, a)
	}
	return all
}
