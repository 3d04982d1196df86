package train

import (
	"slices"
	"sync"

	"goodgraces/classifier/features"
)

// knowledge is what is learned before the complaints are looked at.
type knowledge struct {
	idf      []float32
	vectors  vectors
	taught   []teacher
	teachers []*weights // of each of taught
}

// Where the groups of a row's dense features end; the teachers follow.
const (
	cues      = features.Dense
	vectorEnd = cues + vectorLen
)

// learnFrom makes vectors and teachers, and writes what they say of them into
// the rows' dense features: the teachers' word into the complaints' only.
func learnFrom(rows []*row, seed uint64, progress func(string)) *knowledge {
	k := &knowledge{idf: inverse(rows), taught: teachers()}
	k.vectors = newVectors(rows, seed)
	progress("word vectors")
	for _, r := range rows {
		r.dense = append(r.dense, k.vectors.of(r, k.idf)...)
	}
	learn := make([]labelling, len(k.taught))
	for i, t := range k.taught {
		learn[i] = t.learn
	}
	k.teachers = k.solveAll(rows, learn, nil, seed)
	progress("teachers")
	for _, r := range rows {
		if complains.teaches(r) {
			for _, t := range k.teachers {
				r.dense = append(r.dense, t.score(r))
			}
		}
	}
	return k
}

// solveAll fits a lane or teacher for each labelling, in two halves at once,
// and folds it. priors are where the cues' weights start; nil for 0.
func (k *knowledge) solveAll(rows []*row, learn []labelling, priors [][]float32, seed uint64) []*weights {
	out := make([]*weights, len(learn))
	half := (len(learn) + 1) / 2
	var wait sync.WaitGroup
	for from := 0; from < len(learn); from += half {
		to := min(from+half, len(learn))
		wait.Go(func() {
			p := newProblems(rows, learn[from:to], laneCost, even)
			p.trust = trust{squares(k.idf), slices.Concat(same(laneCues, cues), same(laneVectors, vectorLen))}
			if priors != nil {
				p.prior = priors[from:to]
			}
			copy(out[from:], p.solve(laneEpochs, seed))
		})
	}
	wait.Wait()
	for _, w := range out {
		k.fold(w)
	}
	return out
}

// fold moves what the vectors and the teachers weigh into the weights of the
// n-grams and the cues, so that judging needs neither.
func (k *knowledge) fold(w *weights) {
	for i, share := range w.dense[vectorEnd:] {
		t := k.teachers[i]
		add(w.grams, t.grams, share)
		add(w.dense[:cues], t.dense, share)
		w.bias += share * t.bias
	}
	for at, v := range k.vectors {
		for i, x := range v {
			w.grams[at] += k.idf[at] * x * w.dense[cues+i]
		}
	}
	w.dense = w.dense[:cues]
}

// even lets every row count alike.
func even(*row) float32 { return 1 }

func squares(x []float32) []float32 {
	out := make([]float32, len(x))
	for i, v := range x {
		out[i] = v * v
	}
	return out
}

// same returns the square of x, n times.
func same(x float32, n int) []float32 { return slices.Repeat([]float32{x * x}, n) }
