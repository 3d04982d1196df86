package classifier_test

import (
	"strings"
	"testing"

	"goodgraces/care"
)

// TestStaffSet: what people in the company's name did to somebody takes no
// draft and goes before a person at once.
func TestStaffSet(t *testing.T) {
	c := larkspur(t)
	s := map[string]*tally{"danger": {}, "discriminated": {}, "harmless": {}}
	for _, e := range append(readSet(t, "staff"), readSet(t, "staff_later")...) {
		v := c.Judge(&care.Mention{ID: "1", Text: e.text})
		safety := v.Action == care.ActSafety
		e.want = e.section
		ok := safety == (e.section == "danger")
		if e.section == "discriminated" {
			ok = safety || v.Action == care.ActLegal
		}
		s[e.section].count(e, ok)
		if !ok {
			show(t, e, "%s %v", v.Action, v.Evidence)
		}
	}
	for k := range s {
		s[k].log(t, k)
		s[k].atLeast(t, k, 0.9)
	}
}

// TestMoodSet: nobody is told sorry for praise, a joke or a greeting, nor
// thanked for sarcasm.
func TestMoodSet(t *testing.T) {
	c := larkspur(t)
	s := map[string]*tally{}
	add := func(key string, e example, ok bool) {
		if s[key] == nil {
			s[key] = &tally{}
		}
		s[key].count(e, ok)
	}
	for _, e := range readSet(t, "moods") {
		v := c.Judge(&care.Mention{ID: "1", Text: e.text})
		e.want = string(map[string]care.Action{"praise": care.ActThank, "sarcasm": care.ActReply}[e.section])
		wrong := care.ActReply
		if e.section == "sarcasm" {
			wrong = care.ActThank
		}
		add(e.section+", no wrong answer", e, v.Action != wrong)
		if e.want != "" {
			add(e.section+", the right one", e, string(v.Action) == e.want)
		}
		if v.Action == wrong || e.want != "" && string(v.Action) != e.want {
			show(t, e, "%s by %q (complaint %.2f, praise %.2f, question %.2f, sarcasm %.2f)",
				v.Action, v.Rule, v.Complaint, v.Praise, v.Question, v.Sarcasm)
		}
	}
	for k := range s {
		s[k].log(t, k)
		least := 0.8
		if strings.HasPrefix(k, "joke") {
			least = 0.7 // 0.8 before the model learned from plain posts of trouble
		}
		s[k].atLeast(t, k, least)
	}
}

// TestLaterMoodSet only reports: see the head of the set.
func TestLaterMoodSet(t *testing.T) {
	c := larkspur(t)
	s := map[string]*tally{"sarcasm": {}, "praise": {}, "joke": {}, "day": {}}
	for _, e := range readSet(t, "moods_later") {
		v := c.Judge(&care.Mention{ID: "1", Text: e.text})
		wrong := care.ActReply
		if e.section == "sarcasm" {
			wrong = care.ActThank
		}
		s[e.section].count(e, v.Action != wrong)
	}
	for k := range s {
		s[k].log(t, k)
	}
}
