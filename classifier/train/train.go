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

// Run trains on the data folder and writes the model file to out. progress is
// told of each step and of the figures on held-back data.
func Run(dataDir string, out io.Writer, progress func(string)) error {
	m, err := Train(dataDir, Seed, progress)
	if err != nil {
		return err
	}
	if _, err := out.Write(m.Bytes()); err != nil {
		return fmt.Errorf("train: write the model: %w", err)
	}
	return nil
}

// Train trains on the data folder. It takes a minute or two on two cores and
// about a gigabyte of memory.
func Train(dataDir string, seed uint64, progress func(string)) (*model.Model, error) {
	rows, err := load(dataDir)
	if err != nil {
		return nil, err
	}
	progress(fmt.Sprintf("%d texts", len(rows)))
	idf := inverse(rows)
	all := trainLanes(rows, idf, seed, progress)
	stack(rows, all)
	return finish(rows, idf, all, seed, progress)
}

// finish fits the complaint lane and makes the model.
func finish(rows []*row, idf []float32, all map[model.Lane]*weights, seed uint64, progress func(string)) (*model.Model, error) {
	c := crossValidate(rows, idf, seed, progress)
	all[model.Complaint] = c.final
	h := header(all, seed)
	copy(h.Stack[model.HeadComplaint][:], c.final.stack[:])
	calibrate(&h, rows, all, c.pairs, progress)
	return model.New(h, quantise(&h, all))
}

func load(dataDir string) ([]*row, error) {
	rows, err := read(dataDir)
	if err != nil {
		return nil, err
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

// stack gives every row the squashed scores of the emotion lanes.
func stack(rows []*row, all map[model.Lane]*weights) {
	var p problem
	for _, r := range rows {
		if r.source != fromComplaints {
			continue
		}
		for lane, w := range all {
			r.stack[lane] = model.Squash(w.score(&p, r))
		}
	}
}

// complaints is the outcome of cross-validation.
type complaints struct {
	pairs []metrics.Pair // out-of-fold scores
	final *weights
}

// The regularisation of the complaint lane, found by cross-validation.
const (
	complaintCost   = 1.0
	complaintDense  = 1.0
	complaintStack  = 0.5
	complaintEpochs = 20
)

// crossValidate scores every complaint row by a model that has not seen its
// fold, then fits the final one on all of them.
func crossValidate(rows []*row, idf []float32, seed uint64, progress func(string)) complaints {
	var mine []*row
	for _, r := range rows {
		if r.source == fromComplaints {
			mine = append(mine, r)
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
		p := complaintProblem(train, idf)
		w := solve(p, seed)
		for _, r := range test {
			c.pairs = append(c.pairs, metrics.Pair{P: float64(w.score(p, r)), True: r.has("complaint")})
		}
	}
	at0 := metrics.At(c.pairs, 0)
	progress(fmt.Sprintf("complaint, out of fold: macro-F1 %.4f, AUC %.4f", at0.MacroF1(), metrics.AUC(c.pairs)))
	c.final = solve(complaintProblem(mine, idf), seed)
	return c
}

func complaintProblem(rows []*row, idf []float32) *problem {
	p := &problem{rows: rows, idf: idf, gram: 1, denseW: complaintDense, stackW: complaintStack, stack: true,
		epochs: complaintEpochs, prior: &complaintPrior}
	positives := 0
	for _, r := range rows {
		yes := r.has("complaint")
		p.label = append(p.label, sign(yes))
		if yes {
			positives++
		}
	}
	p.weigh(complaintCost, positives)
	return p
}

func root(x float32) float32 { return float32(math.Sqrt(float64(x))) }
