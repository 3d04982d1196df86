package sense

import (
	"math"
	"math/rand/v2"
	"slices"
	"sync"
)

// Row is an answer to learn from.
type Row struct {
	Set    string // who wrote it: a set is kept whole when a model is tried on what it has not seen
	Answer Answer
	Broken []string // the rules that it breaks, empty for a good answer
	Fired  []string // the rules that found something
	Tuned  bool     // those rules were learnt from it, so that Fired says too much
}

func (r *Row) lapse() bool { return len(r.Broken) > 0 }

// Tried is what a model that has not seen a row says of it.
type Tried struct {
	Row   *Row
	Lapse float64 // 0..1
}

// Fit learns a model. It returns as well what was said of each row that is not
// tuned by a model that had seen nothing of its set. It is deterministic.
func Fit(rows []Row) (*Model, []Tried) {
	said := unseen(rows)
	m := &Model{head: head{Version: version, Scale: make([]float64, 3), Blend: fitBlend(said)}}
	p := fitParts(rows)
	m.words, m.Scale[0] = quantise(p.words)
	m.letters, m.Scale[1] = quantise(p.letters)
	m.Rules = names(rows)
	m.names, m.Scale[2] = quantise(fitNames(rows, m.Rules))
	return m, tried(said)
}

// How weights are found, by cross-validation over whole writers.
const (
	epochs = 25
	rate   = 0.15
	decay  = 1e-4
)

type example struct {
	*vector
	label float32
}

// descend fits a logistic regression by gradient descent whose steps shrink
// with each feature's own past (AdaGrad).
func descend(xs []example, features int) []float32 {
	w, past := make([]float32, features), make([]float32, features)
	rng := rand.New(rand.NewPCG(1, 1))
	for range epochs {
		for _, j := range rng.Perm(len(xs)) {
			x := &xs[j]
			d := float32(sigmoid(dot(w, x.vector))) - x.label
			for k, at := range x.at {
				g := d*x.by[k] + decay*w[at]
				past[at] += g * g
				w[at] -= rate * g / float32(math.Sqrt(float64(past[at])+1e-6))
			}
		}
	}
	return w
}

func dot(w []float32, v *vector) float64 {
	var z float32
	for k, at := range v.at {
		z += w[at] * v.by[k]
	}
	return float64(z)
}

type parts struct{ words, letters []float32 }

func fitParts(rows []Row) parts {
	words, letters := make([]example, len(rows)), make([]example, len(rows))
	for i := range rows {
		r := &rows[i]
		words[i].vector, letters[i].vector = &r.Answer.words, &r.Answer.letters
		if r.lapse() {
			words[i].label, letters[i].label = 1, 1
		}
	}
	var p parts
	both(func() { p.words = descend(words, 1<<bits) }, func() { p.letters = descend(letters, 1<<bits) })
	return p
}

func both(a, b func()) {
	var wg sync.WaitGroup
	wg.Go(a)
	b()
	wg.Wait()
}

// heard is a row and what parts that have not seen its set say of it.
type heard struct {
	row            *Row
	fold           int
	words, letters float64
}

// folds is how many parts the sets are divided into.
const folds = 5

func unseen(rows []Row) []heard {
	var all []heard
	fold := map[string]int{}
	for i, set := range sets(rows) {
		fold[set] = 1 + i%folds // tuned sets are in none
	}
	for n := range folds {
		var others []Row
		for i := range rows {
			if fold[rows[i].Set] != n+1 {
				others = append(others, rows[i])
			}
		}
		p := fitParts(others)
		for i := range rows {
			if r := &rows[i]; fold[r.Set] == n+1 {
				all = append(all, heard{r, n, dot(p.words, &r.Answer.words), dot(p.letters, &r.Answer.letters)})
			}
		}
	}
	return all
}

func sets(rows []Row) []string {
	var names []string
	for i := range rows {
		if !rows[i].Tuned && !slices.Contains(names, rows[i].Set) {
			names = append(names, rows[i].Set)
		}
	}
	return names
}

// tried blends what was heard, for each fold by a blend of the others.
func tried(said []heard) []Tried {
	var all []Tried
	for n := range folds {
		b := fitBlend(slices.DeleteFunc(slices.Clone(said), func(h heard) bool { return h.fold == n }))
		for _, h := range said {
			if h.fold == n {
				all = append(all, Tried{h.row, sigmoid(b.logit(h.words, h.letters, h.row.Fired))})
			}
		}
	}
	return all
}

// The inputs of a blend: rules come after these.
const (
	inBias = iota
	inWords
	inLetters
	inAny
	inRule
)

func fitBlend(said []heard) blend {
	var rules []string
	xs := make([]example, len(said))
	for i, h := range said {
		v := &vector{at: []uint32{inBias, inWords, inLetters}, by: []float32{1, part * float32(h.words), part * float32(h.letters)}}
		if len(h.row.Fired) > 0 {
			v.at, v.by = append(v.at, inAny), append(v.by, 1)
		}
		for _, rule := range h.row.Fired {
			if !slices.Contains(rules, rule) {
				rules = append(rules, rule)
			}
			v.at, v.by = append(v.at, inRule+uint32(slices.Index(rules, rule))), append(v.by, half)
		}
		xs[i].vector = v
		if h.row.lapse() {
			xs[i].label = 1
		}
	}
	w := descend(xs, inRule+len(rules))
	b := blend{Bias: float64(w[inBias]), Words: part * float64(w[inWords]), Letters: part * float64(w[inLetters]), Any: float64(w[inAny]), Rule: map[string]float64{}}
	for i, rule := range rules {
		b.Rule[rule] = half * float64(w[inRule+i])
	}
	return b
}

// The inputs of a blend are brought to about the same size.
const (
	part = 1.0 / 3
	half = 0.5
)

func names(rows []Row) []string {
	var all []string
	for i := range rows {
		for _, rule := range rows[i].Broken {
			if !slices.Contains(all, rule) {
				all = append(all, rule)
			}
		}
	}
	slices.Sort(all)
	return all
}

// fitNames learns from the lapses alone which rule is broken.
func fitNames(rows []Row, rules []string) []float32 {
	table := make([]float32, len(rules)<<coarse)
	for n, rule := range rules {
		var xs []example
		for i := range rows {
			if r := &rows[i]; r.lapse() {
				x := example{vector: rough(&r.Answer.words)}
				if slices.Contains(r.Broken, rule) {
					x.label = 1
				}
				xs = append(xs, x)
			}
		}
		for at, weight := range descend(xs, 1<<coarse) {
			table[at*len(rules)+n] = weight
		}
	}
	return table
}

func rough(v *vector) *vector {
	at := make([]uint32, len(v.at))
	for i := range at {
		at[i] = v.at[i] >> (bits - coarse)
	}
	return &vector{at: at, by: v.by}
}

// quantise brings weights to two bytes each.
func quantise(w []float32) ([]int16, float64) {
	var most float64
	for _, weight := range w {
		most = max(most, math.Abs(float64(weight)))
	}
	table, scale := make([]int16, len(w)), max(most, 1e-9)/math.MaxInt16
	for i, weight := range w {
		table[i] = int16(math.Round(float64(weight) / scale))
	}
	return table, scale
}
