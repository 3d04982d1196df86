// Package metrics has the figures by which judgements are measured.
package metrics

import (
	"math"
	"slices"
)

// Pair is a probability (or any score) and the truth.
type Pair struct {
	P    float64
	True bool
}

// AUC is the probability that a true post scores above a false one; ties
// count half. It is NaN where one kind is missing.
func AUC(pairs []Pair) float64 {
	s := slices.Clone(pairs)
	slices.SortStableFunc(s, func(a, b Pair) int {
		switch {
		case a.P < b.P:
			return -1
		case a.P > b.P:
			return 1
		}
		return 0
	})
	var ranks, pos, neg float64
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && s[j].P == s[i].P {
			j++
		}
		for k := i; k < j; k++ {
			if s[k].True {
				ranks += float64(i+j+1) / 2
				pos++
			} else {
				neg++
			}
		}
		i = j
	}
	if pos == 0 || neg == 0 {
		return math.NaN()
	}
	return (ranks - pos*(pos+1)/2) / (pos * neg)
}

// Confusion counts judgements against the truth.
type Confusion struct{ TP, FP, FN, TN int }

// At counts pairs with everything at or above a threshold judged true.
func At(pairs []Pair, threshold float64) Confusion {
	var c Confusion
	for _, p := range pairs {
		switch yes := p.P >= threshold; {
		case yes && p.True:
			c.TP++
		case yes:
			c.FP++
		case p.True:
			c.FN++
		default:
			c.TN++
		}
	}
	return c
}

// Accuracy is the share of right judgements.
func (c Confusion) Accuracy() float64 { return ratio(c.TP+c.TN, c.TP+c.TN+c.FP+c.FN) }

// Precision is the share of true posts among those judged true.
func (c Confusion) Precision() float64 { return ratio(c.TP, c.TP+c.FP) }

// Recall is the share of true posts that were judged so.
func (c Confusion) Recall() float64 { return ratio(c.TP, c.TP+c.FN) }

// F1 is that of the true class.
func (c Confusion) F1() float64 { return ratio(2*c.TP, 2*c.TP+c.FP+c.FN) }

// MacroF1 is the mean of both classes' F1.
func (c Confusion) MacroF1() float64 { return (c.F1() + ratio(2*c.TN, 2*c.TN+c.FP+c.FN)) / 2 }

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// bins of the calibration error.
const bins = 10

// ECE is the expected calibration error over ten equal bins: the mean
// distance between probability and truth, weighted by the posts in each bin.
func ECE(pairs []Pair) float64 {
	var n, p, t [bins]float64
	for _, x := range pairs {
		i := min(int(x.P*bins), bins-1)
		n[i]++
		p[i] += x.P
		if x.True {
			t[i]++
		}
	}
	var e float64
	for i := range n {
		e += math.Abs(p[i] - t[i])
	}
	return e / max(float64(len(pairs)), 1)
}
