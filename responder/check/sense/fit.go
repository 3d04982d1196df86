package sense

import (
	"math"
	"math/rand/v2"
	"slices"
	"sync"
)

// Row is an answer to learn from.
type Row struct {
	Part   string // of what there is to learn from: figures are given by part
	Set    string // who wrote it: a set is kept whole when a model is tried on what it has not seen
	Answer Answer
	Broken []string // the rules that it breaks, empty for a good answer
	Breaks []string // the rule that each of its sentences breaks, "" for none; nil where nobody has said
	Fired  []string // the rules that found something
	Traits []string // of the post and the answer
	Tuned  bool     // those rules were learnt from it, so that Fired says too much
	Ours   bool     // it is a draft of ours, as it was or with a sentence put in
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
	all := unseen(rows)
	l := fitTables(rows)
	return &Model{
		net: l.net.quantise(), letters: quantise(l.letters), sentence: quantise(l.sentence), ours: quantise(l.ours),
		rules: names(rows), blends: fitBlends(all),
	}, tried(all)
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

// learnt is what answers teach, before it is quantised.
type learnt struct {
	net                     *fitted
	letters, sentence, ours []float32
}

func (l *learnt) hear(a *Answer) said {
	p := l.net.place(&a.words)
	s := said{ours: dot(l.ours, a.words.to(coarse)) > 0, words: lapse(l.net.answers.likely(&p)), letters: dot(l.letters, a.letters.to(fine))}
	for i := range a.sentences {
		s.hear(dot(l.sentence, a.sentences[i].to(fine)), 0, 0)
	}
	return s
}

func fitTables(rows []Row) (l learnt) {
	rules := names(rows)
	var lessons []lesson
	var letters, sentences, ours []example
	for i := range rows {
		r := &rows[i]
		lessons = append(lessons, lesson{&r.Answer.words, r.is(rules)})
		letters = append(letters, example{r.Answer.letters.to(fine), label(r.lapse())})
		ours = append(ours, example{r.Answer.words.to(coarse), label(r.Ours)})
		for k, rule := range r.Breaks {
			sentences = append(sentences, example{r.Answer.sentences[k].to(fine), label(rule != "")})
		}
	}
	var wg sync.WaitGroup
	wg.Go(func() { l.net = fitNet(lessons, 1+len(rules)) })
	l.letters, l.sentence, l.ours = descend(letters, 1<<fine), descend(sentences, 1<<fine), descend(ours, 1<<coarse)
	wg.Wait()
	return l
}

// is is which of a net's answers a row is: the first rule that it breaks, 0 for a
// good one.
func (r *Row) is(rules []string) int {
	if !r.lapse() {
		return 0
	}
	return 1 + slices.Index(rules, r.Broken[0])
}

func label(lapse bool) float32 {
	if lapse {
		return 1
	}
	return 0
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
		t := fitTables(others)
		for i := range rows {
			if r := &rows[i]; fold[r.Set] == n+1 {
				all = append(all, heard{t.hear(&r.Answer), r, n})
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
func tried(all []heard) []Tried {
	var tried []Tried
	for n := range folds {
		b := fitBlends(slices.DeleteFunc(slices.Clone(all), func(h heard) bool { return h.fold == n }))
		for i := range all {
			if h := &all[i]; h.fold == n {
				tried = append(tried, Tried{h.row, b.lapse(&h.said, h.row.Fired, h.row.Traits)})
			}
		}
	}
	return tried
}

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

// to is a vector by features of fewer bits.
func (v *vector) to(bits int) *vector {
	at := make([]uint32, len(v.at))
	for i := range at {
		at[i] = v.at[i] >> (featureBits - bits)
	}
	return &vector{at: at, by: v.by}
}

// quantise brings weights to two bytes each.
func quantise(w []float32) table {
	var most float64
	for _, weight := range w {
		most = max(most, math.Abs(float64(weight)))
	}
	t := table{make([]int16, len(w)), max(most, 1e-9) / math.MaxInt16}
	for i, weight := range w {
		t.weights[i] = int16(math.Round(float64(weight) / t.scale))
	}
	return t
}
