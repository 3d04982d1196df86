package care_test

import (
	"maps"
	"testing"
	"time"

	"goodgraces/care"
)

func TestTruth(t *testing.T) {
	at := time.Date(2026, 3, 14, 12, 0, 0, 0, time.UTC)
	word := func(label, value, actor string, minute int, implied bool) care.Correction {
		return care.Correction{Label: label, Value: value, Actor: actor, At: at.Add(time.Duration(minute) * time.Minute), Implied: implied}
	}
	for name, c := range map[string]struct {
		said []care.Correction
		want map[string]string
	}{
		"nothing":                   {nil, map[string]string{}},
		"most":                      {[]care.Correction{word("anger", "true", "a", 1, false), word("anger", "true", "b", 2, false), word("anger", "false", "c", 3, false)}, map[string]string{"anger": "true"}},
		"the newest of a draw":      {[]care.Correction{word("topic", "delay", "a", 2, false), word("topic", "billing", "b", 1, false)}, map[string]string{"topic": "delay"}},
		"words before deeds":        {[]care.Correction{word("complaint", "true", "a", 3, true), word("complaint", "true", "b", 4, true), word("complaint", "false", "c", 1, false)}, map[string]string{"complaint": "false"}},
		"a deed where nobody spoke": {[]care.Correction{word("complaint", "true", "a", 3, true), word("anger", "false", "a", 1, false)}, map[string]string{"complaint": "true", "anger": "false"}},
	} {
		if got := care.Truth(c.said); !maps.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
	}
}

func TestCorrected(t *testing.T) {
	v := care.Verdict{Complaint: .9, Anger: .2, Severity: care.Blame, Topic: "delay", Topics: []string{"delay", "app"}, Action: care.ActReply}
	got := v.Corrected(map[string]string{"complaint": "false", "anger": "true", "severity": "1", "topic": "other", "action": "thank", "nonsense": "x"})
	if got.Complaint != 0 || got.Anger != 1 || got.Severity != care.Disapproval || got.Topic != "other" || got.Topics != nil || got.Action != care.ActThank {
		t.Errorf("got %+v", got)
	}
	quiet := care.Verdict{Action: care.ActIgnore}
	if got := quiet.Corrected(map[string]string{"complaint": "true"}).Action; got != care.ActReply {
		t.Errorf("a complaint after all: %s", got)
	}
	if got := quiet.Corrected(map[string]string{"complaint": "true", "action": "fold"}).Action; got != care.ActFold {
		t.Errorf("a complaint, and what to do: %s", got)
	}
	if v.Complaint != .9 || len(v.Topics) != 2 {
		t.Error("the verdict itself was changed")
	}
	for _, label := range care.Probabilities {
		if v.Probability(label) == nil {
			t.Errorf("no probability of %s", label)
		}
	}
	if v.Probability("topic") != nil {
		t.Error("a topic has no probability")
	}
}
