// Package learn fits what a team's corrections teach on top of the shipped
// model: a patch that stays as near to the shipped weights as the corrections
// allow. It compares the patch with the model in force on corrections that
// were held back, and on a guard set of its own, and says whether to swap.
//
// It reads and writes nothing; the same corrections give the same patch.
package learn

import (
	"fmt"
	"hash/fnv"
	"maps"
	"slices"

	"goodgraces/care"
	"goodgraces/classifier"
	"goodgraces/classifier/model"
)

// Post is a post with what people said of it.
type Post struct {
	Mention care.Mention
	Said    []care.Correction
}

// Task is what one run works with.
type Task struct {
	Base    *classifier.Classifier // without anything learned
	InForce *model.Patch           // what was learned before; nil for nothing
	Posts   []Post                 // oldest first
}

// heads are the judgements that learn. Sarcasm, severity, topic and action are
// rules; what is said of them is measured, and of actions what it means for
// the heads is learned.
var heads = []model.Head{model.HeadComplaint, model.HeadAnger, model.HeadPraise, model.HeadQuestion, model.HeadHostility}

// Run learns. The patch is nil where the model in force is to stay; the report
// says why.
func Run(t Task) (*model.Patch, Report, error) {
	now := t.Base
	if t.InForce != nil {
		c, err := t.Base.With(t.InForce, "in-force")
		if err != nil { // made for another model: whatever is learned now is compared with none
			t.InForce = nil
		} else {
			now = c
		}
	}
	chosen, report := choose(t.Base, t.Posts)
	candidate := &model.Patch{Base: t.Base.Model().Version(), Heads: map[string]model.HeadPatch{}}
	if t.InForce != nil {
		maps.Copy(candidate.Heads, t.InForce.Heads)
	}
	for _, h := range heads {
		fitted, line, err := fitHead(t.Base, now, h, chosen)
		if err != nil {
			return nil, report, err
		}
		report.Heads = append(report.Heads, line)
		if line.Kept {
			candidate.Heads[model.HeadNames[h]] = fitted
		}
	}
	if err := addTopics(t, chosen, candidate, &report); err != nil {
		return nil, report, err
	}
	if !slices.ContainsFunc(report.Heads, func(l HeadReport) bool { return l.Kept }) {
		report.Why = "the model in force stays: " + report.noHead()
		return nil, report, nil
	}
	next, err := t.Base.With(candidate, "next")
	if err != nil {
		return nil, report, err
	}
	if report.judge(t.Base, now, next, chosen); !report.Accepted {
		return nil, report, nil
	}
	return candidate, report, nil
}

// fitHead fits one head and compares it with the model in force on what was
// held back.
func fitHead(base, now *classifier.Classifier, h model.Head, chosen []example) (model.HeadPatch, HeadReport, error) {
	line := HeadReport{Label: model.HeadNames[h]}
	var train, held []example
	for _, e := range chosen {
		switch {
		case e.head != h:
		case e.held:
			held = append(held, e)
		default:
			train = append(train, e)
		}
	}
	line.Learned, line.Held = len(train), len(held)
	if len(train) < minTrain || len(held) < minHeld {
		line.Why = tooFew
		return model.HeadPatch{}, line, nil
	}
	fitted, err := fit(base, h, train)
	if err != nil {
		return fitted, line, err
	}
	alone := &model.Patch{Base: base.Model().Version(), Heads: map[string]model.HeadPatch{line.Label: fitted}}
	next, err := base.With(alone, "next")
	if err != nil {
		return fitted, line, err
	}
	line.compare(measure(now, held), measure(next, held))
	return fitted, line, nil
}

var tooFew = fmt.Sprintf("too few: it takes %d to learn from and %d to compare on", minTrain, minHeld)

// What a head needs before it learns.
const (
	minTrain = 5
	minHeld  = 2
)

// side decides, once and for ever, whether an author's posts are learned from
// or held back: one author in four is held back.
func side(m *care.Mention) (held bool) {
	key := m.AuthorKey()
	if key == "" {
		key = m.Key()
	}
	h := fnv.New32a()
	h.Write([]byte(key))
	return mix(h.Sum32())%4 == 0
}

// mix spreads what FNV leaves regular in keys that end in a number.
func mix(x uint32) uint32 {
	x ^= x >> 16
	x *= 0x85ebca6b
	x ^= x >> 13
	x *= 0xc2b2ae35
	return x ^ x>>16
}
