package gist

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Row is a post to learn from.
type Row struct {
	Set     string   // who wrote it: a set is kept whole when a model is tried on what it has not seen
	Classes []string // what it is about; the first troubles its author most
	Weight  float32  // 1, or less for what is less like a post
	vector
}

// How places and directions are found, by cross-validation over whole writers.
const (
	epochs                             = 12
	rate                               = 0.04 // of the first epoch, from which it falls to nothing
	decay                              = 1e-6
	first                              = 0.65     // how much of a post is about the first of two classes
	least                              = 1e-4     // an error that is not worth a step
	spreadOfPlaces, spreadOfDirections = 0.1, 0.2 // at the start
)

// dense is a model in training: for each feature a place in a space of few
// dimensions, for each class a direction in it, and what each number has moved.
type dense struct {
	classes                          []string
	place, placeMoved, dir, dirMoved []float32
}

// work is what a step needs room for.
type work struct {
	at, back []float32 // where the post is, and where it should have gone
	errs     []float32 // by class
}

func newDense(classes []string) *dense {
	rng := rand.New(rand.NewPCG(1, 2))
	scattered := func(n int, wide float32) []float32 {
		all := make([]float32, n)
		for i := range all {
			all[i] = (rng.Float32() - 0.5) * wide
		}
		return all
	}
	places, dirs := dims<<bits, dims*len(classes)
	return &dense{
		classes: classes, place: scattered(places, spreadOfPlaces), placeMoved: make([]float32, places),
		dir: scattered(dirs, spreadOfDirections), dirMoved: make([]float32, dirs),
	}
}

// fit fits a softmax regression of low rank by gradient descent whose steps shrink
// with each number's own past (AdaGrad).
func fit(rows []Row, classes []string) *dense {
	d := newDense(classes)
	rng := rand.New(rand.NewPCG(1, 1))
	w := work{at: make([]float32, dims), back: make([]float32, dims), errs: make([]float32, len(classes))}
	for epoch := range epochs {
		pace := rate * (1 - float32(epoch)/epochs)
		for _, j := range rng.Perm(len(rows)) {
			d.learn(&rows[j], &w, pace)
		}
	}
	return d
}

// learn takes one step towards what a row is about.
func (d *dense) learn(r *Row, w *work, pace float32) {
	clear(w.at)
	clear(w.back)
	for k, at := range r.at {
		for i, x := range d.place[int(at)*dims : int(at)*dims+dims] {
			w.at[i] += r.by[k] * x
		}
	}
	d.odds(w.at, w.errs)
	d.blame(r, w.errs)
	for c, e := range w.errs {
		if e *= r.Weight; e > least || e < -least {
			d.turn(c, e, w, pace)
		}
	}
	for k, at := range r.at {
		place, moved := d.place[int(at)*dims:int(at)*dims+dims], d.placeMoved[int(at)*dims:int(at)*dims+dims]
		for i, b := range w.back {
			step(&place[i], &moved[i], r.by[k]*b, pace)
		}
	}
}

// turn moves a class's direction.
func (d *dense) turn(class int, err float32, w *work, pace float32) {
	dir, moved := d.dir[class*dims:class*dims+dims], d.dirMoved[class*dims:class*dims+dims]
	for i := range dir {
		w.back[i] += err * dir[i]
		step(&dir[i], &moved[i], err*w.at[i], pace)
	}
}

func step(x, moved *float32, gradient, pace float32) {
	g := gradient + decay*(*x)
	*moved += g * g
	*x -= pace * g / float32(math.Sqrt(float64(*moved)+1e-6))
}

// blame turns the odds of a row into its errors.
func (d *dense) blame(r *Row, z []float32) {
	for i, class := range r.Classes {
		share := float32(1)
		switch {
		case len(r.Classes) > 1 && i == 0:
			share = first
		case len(r.Classes) > 1:
			share = (1 - first) / float32(len(r.Classes)-1)
		}
		z[slices.Index(d.classes, class)] -= share
	}
}

// odds says how likely each class is at a place.
func (d *dense) odds(at, z []float32) {
	for c := range z {
		var x float32
		for i, w := range d.dir[c*dims : c*dims+dims] {
			x += w * at[i]
		}
		z[c] = x
	}
	softmax(z)
}

func softmax(z []float32) {
	top, sum := slices.Max(z), float32(0)
	for i := range z {
		z[i] = float32(math.Exp(float64(z[i] - top)))
		sum += z[i]
	}
	for i := range z {
		z[i] /= sum
	}
}

// Fit learns a model. It is deterministic.
func Fit(rows []Row) *Model { return pack(fit(rows, classesOf(rows))) }

func classesOf(rows []Row) []string {
	var all []string
	for i := range rows {
		for _, class := range rows[i].Classes {
			if at, found := slices.BinarySearch(all, class); !found {
				all = slices.Insert(all, at, class)
			}
		}
	}
	return all
}

// Tried is what a model that has not seen a row says of it.
type Tried struct {
	Row     *Row
	Reading Reading
}

// Try learns from all sets but one, and says what that model reads in the rows
// of the one; nothing where there is no other set.
func Try(rows []Row, set string) []Tried {
	var others []Row
	for i := range rows {
		if rows[i].Set != set {
			others = append(others, rows[i])
		}
	}
	if len(others) == 0 {
		return nil
	}
	m := Fit(others)
	var all []Tried
	for i := range rows {
		if rows[i].Set == set {
			all = append(all, Tried{&rows[i], m.read(&rows[i].vector)})
		}
	}
	return all
}
