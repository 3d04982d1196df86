package train

import (
	"math/rand/v2"
	"slices"

	"goodgraces/classifier/features"
	"goodgraces/classifier/model"
)

// vector is a post's n-grams: sorted buckets and their values.
type vector struct {
	at  []uint32
	val []float32
}

func newVector(words, chars []uint32) vector {
	type gram struct {
		at  uint32
		val float32
	}
	all := make([]gram, 0, len(words)+len(chars))
	for _, w := range words {
		all = append(all, gram{w, model.Norm(len(words))})
	}
	for _, c := range chars {
		all = append(all, gram{c, model.Norm(len(chars))})
	}
	slices.SortStableFunc(all, func(a, b gram) int { return int(a.at) - int(b.at) })
	var v vector
	for _, g := range all {
		if n := len(v.at); n > 0 && v.at[n-1] == g.at {
			v.val[n-1] += g.val
			continue
		}
		v.at, v.val = append(v.at, g.at), append(v.val, g.val)
	}
	return v
}

// stackLen is how many squashed lanes a problem may use as features.
const stackLen = int(model.Lanes)

// problem is one two-class problem for the solver.
type problem struct {
	rows  []*row
	label []float32 // +1 or -1
	cost  []float32 // C of each row
	stack bool      // use row.stack as features
	prior *[features.Dense]float32
	// gram, dense and stacked scale the three groups of features: a larger
	// scale is a weaker regularisation.
	idf                  []float32
	gram, denseW, stackW float32
	epochs               int
}

// weights is a linear model in training.
type weights struct {
	grams []float32
	dense [features.Dense]float32
	stack [stackLen]float32
	bias  float32
}

// solve fits an L2-regularised squared-hinge model by dual coordinate descent
// (Hsieh et al. 2008, the method of LIBLINEAR). It is deterministic: one
// goroutine, a seeded order.
func solve(p *problem, seed uint64) *weights {
	w := &weights{grams: make([]float32, 1<<features.Bits)}
	if p.prior != nil {
		w.dense = *p.prior
	}
	rng := rand.New(rand.NewPCG(seed, 0))
	alpha := make([]float32, len(p.rows))
	diag := make([]float32, len(p.rows))
	for i, r := range p.rows {
		diag[i] = p.square(r) + 0.5/p.cost[i]
	}
	order := make([]int, len(p.rows))
	for i := range order {
		order[i] = i
	}
	for range p.epochs {
		rng.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
		for _, i := range order {
			y := p.label[i]
			g := y*w.score(p, p.rows[i]) - 1 + alpha[i]*0.5/p.cost[i]
			next := max(alpha[i]-g/diag[i], 0)
			if step := (next - alpha[i]) * y; step != 0 {
				w.step(p, p.rows[i], step)
				alpha[i] = next
			}
		}
	}
	return w
}

// square is the squared length of a row's scaled features.
func (p *problem) square(r *row) float32 {
	s := float32(1)
	for k, at := range r.grams.at {
		v := p.gram * p.idf[at] * r.grams.val[k]
		s += v * v
	}
	for _, v := range r.dense {
		s += p.denseW * p.denseW * v * v
	}
	if p.stack {
		for _, v := range r.stack {
			s += p.stackW * p.stackW * v * v
		}
	}
	return s
}

// score is the margin of a row; the weights hold the scales already.
func (w *weights) score(p *problem, r *row) float32 {
	s := w.bias
	for k, at := range r.grams.at {
		s += w.grams[at] * r.grams.val[k]
	}
	for k, v := range r.dense {
		s += w.dense[k] * v
	}
	if p.stack {
		for k, v := range r.stack {
			s += w.stack[k] * v
		}
	}
	return s
}

// step moves the weights along a row. A feature scaled by c moves its
// unscaled weight by c².
func (w *weights) step(p *problem, r *row, step float32) {
	g := p.gram * p.gram * step
	for k, at := range r.grams.at {
		w.grams[at] += g * p.idf[at] * p.idf[at] * r.grams.val[k]
	}
	d := p.denseW * p.denseW * step
	for k, v := range r.dense {
		w.dense[k] += d * v
	}
	if p.stack {
		t := p.stackW * p.stackW * step
		for k, v := range r.stack {
			w.stack[k] += t * v
		}
	}
	w.bias += step
}
