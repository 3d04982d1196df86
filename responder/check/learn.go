package check

import (
	"maps"
	"slices"

	"goodgraces/responder/check/sense"
)

// Example is an answer that somebody has judged.
type Example struct {
	Input
	Part   Part
	Set    string            // who wrote it
	Broken []string          // the rules that it breaks, empty for a good answer
	Spans  map[string]string // the words that break one of them, where a few do
}

// Part is a part of what there is to learn from.
type Part string

// The parts.
const (
	Tuned   Part = "tuned"   // the rules were written with it in view
	Written Part = "written" // by somebody who had not seen the rules
	Drafts  Part = "drafts"  // our own
	Edited  Part = "edited"  // a sentence of a written answer put into a draft
)

// Learn makes the model that is asked beside the rules. It returns as well what
// was said of each example that is not tuned by a model that had not seen its
// set.
func Learn(examples []Example) (*sense.Model, []sense.Tried) {
	rows := make([]sense.Row, len(examples))
	for i := range examples {
		rows[i] = examples[i].row()
	}
	return sense.Fit(rows)
}

func (e *Example) row() sense.Row {
	r := For(e.Input).read(e.Reply)
	words, traits := r.words(), r.traits()
	row := sense.Row{
		Part: string(e.Part), Set: e.Set, Broken: e.Broken, Tuned: e.Part == Tuned, Ours: e.Part == Drafts || e.Part == Edited,
		Answer: sense.Read(words, traits), Fired: fired(r.judged(func(*rule) bool { return true })), Traits: traits,
	}
	if e.Part == Written || e.Part == Drafts {
		row.Breaks = e.breaks(words)
	}
	return row
}

// breaks says of each sentence which rule it breaks. What is a lapse by what the
// post says, or by a sign, is none of a sentence.
func (e *Example) breaks(words []sense.Word) []string {
	var all []string
	of := make([]int, len(words)) // in all
	for i := range words {
		if i == 0 || words[i].Sentence != words[i-1].Sentence {
			all = append(all, "")
		}
		of[i] = len(all) - 1
	}
	for _, rule := range slices.Sorted(maps.Keys(e.Spans)) {
		if ruleOf(rule).exact || rule == "apology_to_legal_threat" {
			continue
		}
		from, to := find(words, readWords(e.Spans[rule]).tokens)
		for _, sentence := range of[from:to] {
			all[sentence] = rule
		}
	}
	return all
}

// find is where a run of tokens stands among words; nowhere is 0, 0.
func find(words []sense.Word, run []token) (from, to int) {
	for i := range words {
		if n := len(run); i+n <= len(words) && slices.EqualFunc(words[i:i+n], run, func(w sense.Word, t token) bool { return w.Text == t.word }) {
			return i, i + n
		}
	}
	return 0, 0
}
