package sense

import (
	"encoding/binary"
	"math"
	"math/bits"
	"math/rand/v2"
)

// net reads a whole answer: each feature has a place in a space of a few
// dimensions, an answer lies at the sum of its features' places, bent at zero, and
// from there each rule, and being good, lies in a direction. A straight table
// cannot say that a word is a reproach beside one word and kind beside another.
type net struct {
	known   known
	places  []int8 // of the known features, dims each, in units of unit
	unit    float32
	answers answers
}

// Found by cross-validation over whole writers, as the rates below. Fewer
// dimensions err more, and more no less.
const (
	dims = 24
	bent = 0.1 // what is left of what lies below zero
	// seldom is how often a feature must stand in all answers to have a place:
	// what stands there less often tells little, and is most of them.
	seldom = 10

	netEpochs = 6
	netRate   = 0.05
	netDecay  = 1e-5
	netPlace  = 0.05 // the farthest from zero at first, in any dimension
	netAnswer = 0.25
)

// place is where an answer lies.
type place [dims]float32

// place is where an answer lies. Four features are added at a time, in their order:
// that takes half as long as one by one.
func (n *net) place(v *vector) (p place) {
	var four [4]part
	of := 0
	for i, at := range v.at {
		k := n.known.index(at)
		if k < 0 {
			continue
		}
		four[of] = part{n.placeOf(k), v.by[i]}
		if of++; of == len(four) {
			p.addFour(&four)
			of = 0
		}
	}
	for _, one := range four[:of] {
		for d, by := range one.at {
			p[d] += one.by * steps[uint8(by)]
		}
	}
	for d := range p {
		p[d] *= n.unit
	}
	p.bend()
	return p
}

// part is the place of a feature and the feature's value.
type part struct {
	at *[dims]int8
	by float32
}

// placeOf is the place of a known feature.
func (n *net) placeOf(k int) *[dims]int8 { return (*[dims]int8)(n.places[k*dims:]) }

// steps are the numbers that the bytes of a place stand for: looking one up is
// quicker than converting it.
var steps = func() (all [256]float32) {
	for b := range all {
		all[b] = float32(int8(b))
	}
	return all
}()

func (p *place) addFour(parts *[4]part) {
	a, b, c, d := parts[0].at, parts[1].at, parts[2].at, parts[3].at
	byA, byB, byC, byD := parts[0].by, parts[1].by, parts[2].by, parts[3].by
	for i := range p {
		p[i] = p[i] + byA*steps[uint8(a[i])] + byB*steps[uint8(b[i])] + byC*steps[uint8(c[i])] + byD*steps[uint8(d[i])]
	}
}

func (p *place) bend() {
	for d := range p {
		if p[d] < 0 {
			p[d] *= bent
		}
	}
}

// answers hold for each answer, good first, a weight for each dimension and one
// for itself.
type answers []float32

func (a answers) of(n int) []float32 { return a[n*(dims+1):][:dims+1] }

// likely is how likely each answer is at a place, good first.
func (a answers) likely(p *place) []float32 {
	likely := make([]float32, len(a)/(dims+1))
	most := float32(math.Inf(-1))
	for n := range likely {
		w := a.of(n)
		z := w[dims]
		for d := range p {
			z += w[d] * p[d]
		}
		likely[n], most = z, max(most, z)
	}
	var sum float32
	for n, z := range likely {
		likely[n] = float32(math.Exp(float64(z - most)))
		sum += likely[n]
	}
	for n := range likely {
		likely[n] /= sum
	}
	return likely
}

// lapse is the log-odds that an answer is not good.
func lapse(likely []float32) float64 {
	const sure = 1e-6
	good := min(max(float64(likely[0]), sure), 1-sure)
	return math.Log((1 - good) / good)
}

// known are the features that have a place: of each 64 features there are, in turn,
// which have one.
type known []among

// among are the features that are known of 64, a bit each, and how many are known
// before these.
type among struct {
	bits   uint64
	before int
}

func newKnown(set []uint64) known {
	k := make(known, len(set))
	n := 0
	for i, word := range set {
		k[i] = among{word, n}
		n += bits.OnesCount64(word)
	}
	return k
}

// index is the how manieth of the known a feature is, -1 for one not known.
func (k known) index(at uint32) int {
	of, bit := &k[at/64], at%64
	if of.bits>>bit&1 == 0 {
		return -1
	}
	return of.before + bits.OnesCount64(of.bits&(1<<bit-1))
}

func (k known) count() int {
	last := k[len(k)-1]
	return last.before + bits.OnesCount64(last.bits)
}

// lesson is an answer and which of a net's answers it is.
type lesson struct {
	*vector
	is int
}

// fitted is a net as it is fitted, and what its steps have come to, squared.
type fitted struct {
	known               known
	places              []float32
	answers             answers
	ofFeature, ofAnswer []float32
}

// fitNet fits a net to answers by stochastic gradient descent (AdaGrad), a step
// size for each feature and for each weight of an answer.
func fitNet(lessons []lesson, n int) *fitted {
	f := &fitted{known: common(lessons), answers: make(answers, n*(dims+1)), ofAnswer: make([]float32, n*(dims+1))}
	f.places, f.ofFeature = make([]float32, dims*f.known.count()), make([]float32, f.known.count())
	rng := rand.New(rand.NewPCG(1, 1))
	scatter(rng, f.places, netPlace)
	scatter(rng, f.answers, netAnswer)
	for range netEpochs {
		for _, i := range rng.Perm(len(lessons)) {
			f.step(&lessons[i])
		}
	}
	return f
}

func (f *fitted) place(v *vector) (p place) {
	for i, at := range v.at {
		if k := f.known.index(at); k >= 0 {
			for d, by := range f.places[k*dims:][:dims] {
				p[d] += v.by[i] * by
			}
		}
	}
	p.bend()
	return p
}

// quantise brings places to one byte for each dimension.
func (f *fitted) quantise() *net {
	most := float32(1e-9)
	for _, p := range f.places {
		most = max(most, max(p, -p))
	}
	n := &net{f.known, make([]int8, len(f.places)), most / math.MaxInt8, f.answers}
	for i, p := range f.places {
		n.places[i] = int8(math.Round(float64(p / n.unit)))
	}
	return n
}

func scatter(rng *rand.Rand, w []float32, most float32) {
	for i := range w {
		w[i] = (2*rng.Float32() - 1) * most
	}
}

// common are the features that stand there often enough.
func common(lessons []lesson) known {
	count := make([]uint16, 1<<featureBits)
	for i := range lessons {
		for _, at := range lessons[i].at {
			if count[at] < seldom {
				count[at]++
			}
		}
	}
	set := make([]uint64, len(count)/64)
	for at, n := range count {
		if n == seldom {
			set[at/64] |= 1 << (at % 64)
		}
	}
	return newKnown(set)
}

func (f *fitted) step(l *lesson) {
	p := f.place(l.vector)
	var slope place // of the error
	for n, g := range f.answers.likely(&p) {
		if n == l.is {
			g--
		}
		w, past := f.answers.of(n), f.ofAnswer[n*(dims+1):][:dims+1]
		for d := range p {
			slope[d] += g * w[d]
			move(&w[d], &past[d], g*p[d])
		}
		move(&w[dims], &past[dims], g)
	}
	var square float32
	for d := range slope {
		if p[d] < 0 {
			slope[d] *= bent
		}
		square += slope[d] * slope[d]
	}
	for i, at := range l.at {
		k := f.known.index(at)
		if k < 0 {
			continue
		}
		by := l.by[i]
		f.ofFeature[k] += square / dims * by * by
		rate := float32(netRate / math.Sqrt(float64(f.ofFeature[k])+1e-6))
		row := f.places[k*dims:][:dims]
		for d := range row {
			row[d] -= rate*by*slope[d] + netRate*netDecay*row[d]
		}
	}
}

// move is a step of a weight against its slope.
func move(w, past *float32, slope float32) {
	*past += slope * slope
	*w -= netRate * slope / float32(math.Sqrt(float64(*past)+1e-6))
}

// append appends a net to a file: which features it knows, then their places.
func (n *net) append(file []byte) []byte {
	for _, of := range n.known {
		file = binary.LittleEndian.AppendUint64(file, of.bits)
	}
	for _, p := range n.places {
		file = append(file, byte(p))
	}
	return file
}

// loadNet is nil where that is no net.
func loadNet(file []byte, a answers, unit float32) *net {
	set := make([]uint64, 1<<featureBits/64)
	if len(file) < 8*len(set) {
		return nil
	}
	for i := range set {
		set[i] = binary.LittleEndian.Uint64(file[8*i:])
	}
	n, places := &net{known: newKnown(set), unit: unit, answers: a}, file[8*len(set):]
	if len(places) != dims*n.known.count() {
		return nil
	}
	n.places = make([]int8, len(places))
	for i, p := range places {
		n.places[i] = int8(p)
	}
	return n
}
