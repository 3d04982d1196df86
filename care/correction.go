package care

import (
	"strconv"
	"time"
)

// Correction is a person's word on what a post is: a labelled example. Value
// is "true" or "false" for a probability's label, 0 to 3 for severity, a name
// for topic and action.
type Correction struct {
	Mention string    `json:"mention"` // key
	Label   string    `json:"label"`   // complaint, anger, praise, question, sarcasm, hostility, severity, topic, action
	Value   string    `json:"value"`
	Actor   string    `json:"actor"`
	At      time.Time `json:"at,omitzero"`
	// Implied says that nobody labelled the post: it follows from what they
	// did with its case (approved the reply, dismissed it).
	Implied bool `json:"implied,omitempty"`
}

// The labels that a correction may be about. Those of Probabilities are true
// or false.
const (
	LabelComplaint = "complaint"
	LabelAnger     = "anger"
	LabelPraise    = "praise"
	LabelQuestion  = "question"
	LabelSarcasm   = "sarcasm"
	LabelHostility = "hostility"
	LabelSeverity  = "severity"
	LabelTopic     = "topic"
	LabelAction    = "action"
)

// Probabilities lists the labels of a verdict's probabilities.
var Probabilities = []string{LabelComplaint, LabelAnger, LabelPraise, LabelQuestion, LabelSarcasm, LabelHostility}

// NotComplaint is the reason of a dismissal that says so of its post.
const NotComplaint = "not a complaint"

// Probability returns where a verdict keeps a label's probability; nil for a
// label that has none.
func (v *Verdict) Probability(label string) *float64 {
	switch label {
	case LabelComplaint:
		return &v.Complaint
	case LabelAnger:
		return &v.Anger
	case LabelPraise:
		return &v.Praise
	case LabelQuestion:
		return &v.Question
	case LabelSarcasm:
		return &v.Sarcasm
	case LabelHostility:
		return &v.Hostility
	}
	return nil
}

// Truth is what people say a post is, by label: the value that most of them
// gave it, the newest where they are divided. What a deed implies counts only
// where nobody said anything.
func Truth(cs []Correction) map[string]string {
	type vote struct {
		n  int
		at time.Time
	}
	votes := map[string]map[string]vote{}
	said := map[string]bool{}
	for _, c := range cs {
		said[c.Label] = said[c.Label] || !c.Implied
	}
	for _, c := range cs {
		if c.Implied && said[c.Label] {
			continue
		}
		if votes[c.Label] == nil {
			votes[c.Label] = map[string]vote{}
		}
		v := votes[c.Label][c.Value]
		v.n++
		if c.At.After(v.at) {
			v.at = c.At
		}
		votes[c.Label][c.Value] = v
	}
	out := make(map[string]string, len(votes))
	for label, values := range votes {
		var best vote
		for value, v := range values {
			draw := v.n == best.n && (v.at.After(best.at) || v.at.Equal(best.at) && value > out[label])
			if v.n > best.n || draw {
				best, out[label] = v, value
			}
		}
	}
	return out
}

// Corrected is the verdict as people see it; truth is as Truth returns it. A
// complaint about which nothing was to be done is to be answered.
func (v Verdict) Corrected(truth map[string]string) Verdict {
	if truth[LabelComplaint] == "true" && v.Action == ActIgnore {
		v.Action = ActReply
	}
	for label, value := range truth {
		switch label {
		case LabelAction:
			v.Action = Action(value)
		case LabelTopic:
			v.Topic, v.Topics = value, nil
		case LabelSeverity:
			if n, err := strconv.Atoi(value); err == nil {
				v.Severity = Severity(n)
			}
		default:
			if p := v.Probability(label); p != nil {
				*p = 0
				if value == "true" {
					*p = 1
				}
			}
		}
	}
	return v
}
