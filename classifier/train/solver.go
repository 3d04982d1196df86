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

// trust holds, for each bucket and each dense feature, the variance that its
// weight is believed to have: a larger one is a weaker regularisation.
type trust struct{ grams, dense []float32 }

// square is the squared length of a row's scaled features.
func (t *trust) square(r *row) float32 {
	s := float32(1)
	for k, at := range r.grams.at {
		s += t.grams[at] * r.grams.val[k] * r.grams.val[k]
	}
	for k, v := range r.dense[:len(t.dense)] {
		s += t.dense[k] * v * v
	}
	return s
}

// weights is a linear model in training.
type weights struct {
	grams, dense []float32
	bias         float32
}

// score is the margin of a row.
func (w *weights) score(r *row) float32 {
	s := w.bias
	for k, at := range r.grams.at {
		s += w.grams[at] * r.grams.val[k]
	}
	for k, v := range r.dense[:len(w.dense)] {
		s += w.dense[k] * v
	}
	return s
}

// problems are several two-class problems over the same rows, solved side by
// side, so that a row's n-grams are fetched once for all of them.
type problems struct {
	rows  []*row
	n     int       // how many problems
	cost  []float32 // of each row in each problem: C with the sign of its label, 0 where it teaches nothing
	trust trust
	prior [][]float32 // of each problem's dense weights
}

// newProblems makes a problem of each labelling, with the rows that teach any.
func newProblems(rows []*row, learn []labelling, cost float32, worth func(*row) float32) *problems {
	p := &problems{n: len(learn)}
	for _, r := range rows {
		teaches := false
		for _, l := range learn {
			teaches = teaches || l.teaches(r)
		}
		if teaches {
			p.rows = append(p.rows, r)
		}
	}
	p.cost = make([]float32, len(p.rows)*p.n)
	for t, l := range learn {
		p.weigh(t, l, cost, worth)
	}
	return p
}

// weigh gives the rows their cost in problem t. The rarer class has the
// greater one, by the square root of the ratio, so that it is heard without
// drowning the other.
func (p *problems) weigh(t int, l labelling, cost float32, worth func(*row) float32) {
	var yes, all float32
	for i, r := range p.rows {
		positive, use := l(r)
		switch {
		case !use:
			continue
		case positive:
			p.cost[i*p.n+t] = cost * worth(r)
			yes += worth(r)
		default:
			p.cost[i*p.n+t] = -cost * worth(r)
		}
		all += worth(r)
	}
	ratio := root((all - yes) / max(yes, 1))
	for i := range p.rows {
		if c := &p.cost[i*p.n+t]; *c > 0 {
			*c *= ratio
		}
	}
}

// table is the weights of many problems side by side: those of one feature
// follow each other.
type table struct{ grams, dense, bias []float32 }

// solve fits L2-regularised squared-hinge models by dual coordinate descent
// (Hsieh et al. 2008, the method of LIBLINEAR). It is deterministic: one
// goroutine, a seeded order.
func (p *problems) solve(epochs int, seed uint64) []*weights {
	w := p.start()
	rng := rand.New(rand.NewPCG(seed, 0))
	alpha := make([]float32, len(p.cost))
	square := make([]float32, len(p.rows))
	order := make([]int, len(p.rows))
	for i, r := range p.rows {
		square[i], order[i] = p.trust.square(r), i
	}
	margin, step := make([]float32, p.n), make([]float32, p.n)
	for range epochs {
		rng.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
		for _, i := range order {
			w.score(p.rows[i], margin)
			if p.steps(i, square[i], margin, alpha, step) {
				w.step(p.rows[i], &p.trust, step)
			}
		}
	}
	return w.apart(p.n)
}

func (p *problems) start() *table {
	w := &table{make([]float32, p.n<<features.Bits), make([]float32, p.n*len(p.trust.dense)), make([]float32, p.n)}
	for t, prior := range p.prior {
		for k, x := range prior {
			w.dense[k*p.n+t] = x
		}
	}
	return w
}

// steps finds how far row i moves every problem, and reports whether it moves any.
func (p *problems) steps(i int, square float32, margin, alpha, step []float32) bool {
	moves := false
	for t := range step {
		step[t] = 0
		c, y, a := p.cost[i*p.n+t], float32(1), &alpha[i*p.n+t]
		switch {
		case c == 0:
			continue
		case c < 0:
			c, y = -c, -1
		}
		next := max(*a-(y*margin[t]-1+*a*0.5/c)/(square+0.5/c), 0)
		if next != *a {
			step[t], *a, moves = (next-*a)*y, next, true
		}
	}
	return moves
}

func (w *table) score(r *row, margin []float32) {
	n := len(margin)
	copy(margin, w.bias)
	for k, at := range r.grams.at {
		add(margin, w.grams[int(at)*n:], r.grams.val[k])
	}
	for k := range len(w.dense) / n {
		add(margin, w.dense[k*n:], r.dense[k])
	}
}

func (w *table) step(r *row, c *trust, step []float32) {
	n := len(step)
	for k, at := range r.grams.at {
		add(w.grams[int(at)*n:][:n], step, c.grams[at]*r.grams.val[k])
	}
	for k := range len(w.dense) / n {
		add(w.dense[k*n:][:n], step, c.dense[k]*r.dense[k])
	}
	add(w.bias, step, 1)
}

// add adds share times b to a, as far as a goes.
func add(a, b []float32, share float32) {
	b = b[:len(a)]
	for i := range a {
		a[i] += share * b[i]
	}
}

// apart returns the weights of each problem by itself.
func (w *table) apart(n int) []*weights {
	out := make([]*weights, n)
	for t := range out {
		out[t] = &weights{grams: column(w.grams, n, t), dense: column(w.dense, n, t), bias: w.bias[t]}
	}
	return out
}

func column(x []float32, n, t int) []float32 {
	out := make([]float32, len(x)/n)
	for k := range out {
		out[k] = x[k*n+t]
	}
	return out
}
