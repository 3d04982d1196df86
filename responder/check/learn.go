package check

import (
	"goodgraces/responder/check/sense"
)

// Example is an answer that somebody has judged.
type Example struct {
	Input
	Set    string   // who wrote it
	Broken []string // the rules that it breaks, empty for a good answer
	Tuned  bool     // the rules were written with it in view
}

// Learn makes the model that is asked beside the rules. It returns as well what
// was said of each example that is not tuned by a model that had not seen its
// set.
func Learn(examples []Example) (*sense.Model, []sense.Tried) {
	rows := make([]sense.Row, len(examples))
	for i, e := range examples {
		r := For(e.Input).read(e.Reply)
		rows[i] = sense.Row{
			Set: e.Set, Broken: e.Broken, Tuned: e.Tuned, Answer: sense.Read(r.words()),
			Fired: fired(r.judged(func(*rule) bool { return true })),
		}
	}
	return sense.Fit(rows)
}
