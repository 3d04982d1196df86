package metrics

import (
	"math"
	"testing"
)

func TestMetrics(t *testing.T) {
	pairs := []Pair{{0.9, true}, {0.8, true}, {0.7, false}, {0.4, true}, {0.2, false}, {0.1, false}}
	if got := AUC(pairs); math.Abs(got-8.0/9) > 1e-9 {
		t.Errorf("AUC = %v, want 8/9", got)
	}
	c := At(pairs, 0.5)
	if c != (Confusion{TP: 2, FP: 1, FN: 1, TN: 2}) {
		t.Errorf("confusion = %+v", c)
	}
	if got := c.MacroF1(); math.Abs(got-2.0/3) > 1e-9 {
		t.Errorf("macro-F1 = %v", got)
	}
	if got := ECE([]Pair{{1, true}, {0, false}}); got != 0 {
		t.Errorf("ECE of certainty = %v", got)
	}
	if got := AUC([]Pair{{0.5, true}, {0.5, false}}); got != 0.5 {
		t.Errorf("AUC of a tie = %v", got)
	}
	if !math.IsNaN(AUC([]Pair{{0.5, true}})) {
		t.Error("AUC of one kind is not NaN")
	}
}
