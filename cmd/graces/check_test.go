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

// TestAnswers measures the rules, and the model beside them, as `graces check`
// judges answers. What is in tuned/ the rules were written with and the model has
// read: lapses.jsonl is one hard lapse or near miss a line, in English, German and
// Spanish; agents.jsonl is in the manners of ten people who answer; mechanisms.jsonl
// hides one lapse in an answer that is kind otherwise, or has the words of one and
// none; the blind sets were written by people who had not seen the rules. What these
// reach is no promise for answers by somebody new.
//
// Nobody has read what is in held/, no rule was made for it and no model has learnt
// from it; it must stay so. Each was counted before the model was there, by the rules
// alone (precision, recall): f .79 .84, h .72 .82, i .80 .78, j .80 .72. By a
// model that was ready, and counted once: k .90 .94, l .85 .88, m .88 .90, n .98 .90,
// o .92 .92; after l and m it read more answers. Fifty answers a set say little by
// themselves: it is all nine together that must not get worse. plain.jsonl has ordinary good
// answers alone, of which 30 of 160 were objected to before it had read any such.
func TestAnswers(t *testing.T) {
	c, err := classifier.Default(classifier.Policy{Complaint: 0.5, Praise: 0.5, Question: 0.5, Languages: []string{"en"}})
	if err != nil {
		t.Fatal(err)
	}
	var held counts
	for _, set := range []struct {
		file              string
		precision, recall float64
	}{
		{"tuned/tuned.jsonl", 0.95, 0.95}, {"tuned/held.jsonl", 0.95, 0.93}, {"tuned/fresh.jsonl", 0.95, 0.95}, {"tuned/fresh_held.jsonl", 0.95, 0.95},
		{"tuned/lapses.jsonl", 0.95, 0.95}, {"tuned/blind.jsonl", 0.95, 0.95}, {"tuned/blind_b.jsonl", 0.95, 0.94},
		{"tuned/blind_c.jsonl", 0.95, 0.95}, {"tuned/blind_d.jsonl", 0.95, 0.92}, {"tuned/blind_e.jsonl", 0.95, 0.95}, {"tuned/blind_g.jsonl", 0.95, 0.92},
		{"tuned/agents.jsonl", 0.95, 0.9}, {"tuned/mechanisms.jsonl", 0.92, 0.84},
		{"held/f.jsonl", 0.82, 0.90}, {"held/h.jsonl", 0.85, 0.90}, {"held/i.jsonl", 0.89, 0.92}, {"held/j.jsonl", 0.92, 0.86}, {"held/k.jsonl", 0.90, 0.88},
		{"held/l.jsonl", 0.82, 0.88}, {"held/m.jsonl", 0.89, 0.92}, {"held/n.jsonl", 0.92, 0.88}, {"held/o.jsonl", 0.88, 0.88},
		{"held/plain.jsonl", 0, 0},
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
		switch {
		case bad == 0:
			t.Logf("%s: %d objected to", set.file, alarms)
			if alarms > 20 {
				t.Errorf("%s: %d good answers are objected to; want at most 20", set.file, alarms)
			}
			continue
		case strings.HasPrefix(set.file, "held/"):
			held.right, held.alarms, held.missed = held.right+right, held.alarms+alarms, held.missed+bad-right
		}
		precision, recall := float64(right)/float64(right+alarms), float64(right)/float64(bad)
		t.Logf("%s: precision %.3f, recall %.3f, by the rule meant %d of %d", set.file, precision, recall, named, bad)
		if precision < set.precision || recall < set.recall {
			t.Errorf("%s: precision %.3f, recall %.3f; want %.2f and %.2f", set.file, precision, recall, set.precision, set.recall)
		}
	}
	t.Logf("held: %s", &held)
	if held.precision() < 0.9 || held.recall() < 0.92 {
		t.Errorf("held: %s; want .9 and .92", &held)
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
