// Package train fits the model from labelled posts. It is deterministic: the
// same data and seed give the same file, bit for bit, on one kind of CPU.
package train

import (
	"fmt"
	"io"
	"math"

	"goodgraces/classifier/features"
	"goodgraces/classifier/lexicon"
	"goodgraces/classifier/metrics"
	"goodgraces/classifier/model"
)

// Seed is the seed of the shipped model.
const Seed = 1

// Run trains on the data folder and on posts written for it, if there are any,
// and writes the model file to out. progress is told of each step and of the
// figures on held-back data.
func Run(dataDir string, written []Post, out io.Writer, progress func(string)) error {
	m, err := Train(dataDir, written, Seed, progress)
	if err != nil {
		return err
	}
	if _, err := out.Write(m.Bytes()); err != nil {
		return fmt.Errorf("train: write the model: %w", err)
	}
	return nil
}

// Train trains as Run does. It takes some minutes on two cores and about a
// gigabyte of memory.
func Train(dataDir string, written []Post, seed uint64, progress func(string)) (*model.Model, error) {
	rows, err := load(dataDir, written)
	if err != nil {
		return nil, err
	}
	progress(fmt.Sprintf("%d texts", len(rows)))
	k := learnFrom(rows, seed, progress)
	all := k.trainLanes(rows, seed, progress)
	return k.finish(rows, all, seed, progress)
}

// finish fits the complaint lane and makes the model.
func (k *knowledge) finish(rows []*row, all map[model.Lane]*weights, seed uint64, progress func(string)) (*model.Model, error) {
	c := k.crossValidate(rows, seed, progress)
	all[model.Complaint] = c.final
	h := header(all, seed)
	calibrate(&h, rows, all, c.pairs, progress)
	return model.New(h, quantise(&h, all))
}

func load(dataDir string, written []Post) ([]*row, error) {
	rows, err := read(dataDir)
	if err != nil {
		return nil, err
	}
	for _, p := range written {
		rows = append(rows, p.row())
	}
	x, err := lexicon.Default()
	if err != nil {
		return nil, err
	}
	extract(rows, x)
	return rows, nil
}

// inverse gives every bucket its inverse document frequency.
func inverse(rows []*row) []float32 {
	df := make([]int, 1<<features.Bits)
	for _, r := range rows {
		for _, at := range r.grams.at {
			df[at]++
		}
	}
	idf := make([]float32, len(df))
	for i, n := range df {
		idf[i] = float32(math.Log(float64(1+len(rows))/float64(1+n))) / 4
	}
	return idf
}

// complaints is the outcome of cross-validation.
type complaints struct {
	pairs []metrics.Pair // out-of-fold scores
	final *weights
}

// crossValidate scores every complaint row by a model that has not seen its
// fold, then fits the final one on all of them.
func (k *knowledge) crossValidate(rows []*row, seed uint64, progress func(string)) complaints {
	var mine, besides []*row
	for _, r := range rows {
		switch {
		case r.source == fromComplaints:
			mine = append(mine, r)
		case complains.teaches(r):
			besides = append(besides, r)
		}
	}
	var c complaints
	for fold := range 10 {
		var train, test []*row
		for _, r := range mine {
			if r.fold == fold {
				test = append(test, r)
			} else {
				train = append(train, r)
			}
		}
		if len(test) == 0 {
			continue
		}
		w := k.solveComplaint(append(train, besides...), seed)
		for _, r := range test {
			c.pairs = append(c.pairs, metrics.Pair{P: float64(w.score(r)), True: r.has("complaint")})
		}
	}
	at0 := metrics.At(c.pairs, 0)
	progress(fmt.Sprintf("complaint, out of fold: macro-F1 %.4f, AUC %.4f", at0.MacroF1(), metrics.AUC(c.pairs)))
	c.final = k.solveComplaint(append(mine, besides...), seed)
	return c
}

func root(x float32) float32 { return float32(math.Sqrt(float64(x))) }
