package sense

import "slices"

// said is what the tables say of an answer, as log-odds.
type said struct {
	ours           bool    // most of it is a draft's
	words, letters float64 // of all of it
	worst          float64 // of its worst sentence
	from, to       int     // the words of that
	sentences      int
	sum            float64 // of all sentences
}

func (s *said) hear(sentence float64, from, to int) {
	if s.sentences == 0 || sentence > s.worst {
		s.worst, s.from, s.to = sentence, from, to
	}
	s.sentences++
	s.sum += sentence
}

// inputs are what a blend weighs, besides the rules.
const inputs = 5

// weighed are the inputs, brought to about the same size. What stands around the
// worst sentence is one of them: the better that is, the more of a stranger it is.
func (s *said) weighed() [inputs]float64 {
	const size, usual = 1.0 / 3, 8 // of the log-odds, which are about -8 for a sentence of ours
	around := 0.0
	if s.sentences > 1 {
		around = (s.sum - s.worst) / float64(s.sentences-1)
	}
	return [inputs]float64{1, size * s.words, size * s.letters, size * s.worst, size * (around + usual)}
}

// blend weighs what was said of an answer against which rules found something and
// what traits it has: Sign holds a weight for each rule that ever did and for each
// trait, Any one for whichever rule it is.
type blend struct {
	Said [inputs]float64
	Any  float64
	Sign map[string]float64
}

func (b *blend) lapse(s *said, fired, traits []string) float64 {
	z := 0.0
	for i, in := range s.weighed() {
		z += b.Said[i] * in
	}
	if len(fired) > 0 {
		z += b.Any
	}
	for _, signs := range [][]string{fired, traits} {
		for _, sign := range signs {
			z += b.Sign[sign]
		}
	}
	return sigmoid(z)
}

// blends are that of what people write, and that of our drafts, in which one
// sentence is somebody's: the whole, which is mostly ours, tells little of it.
type blends [2]blend

func (b *blends) lapse(s *said, fired, traits []string) float64 {
	return b[index(s.ours)].lapse(s, fired, traits)
}

func index(ours bool) int {
	if ours {
		return 1
	}
	return 0
}

// heard is a row and what tables that have not seen its set say of it.
type heard struct {
	said
	row  *Row
	fold int
}

func fitBlends(all []heard) (b blends) {
	for _, ours := range []bool{false, true} {
		b[index(ours)] = fitBlend(slices.DeleteFunc(slices.Clone(all), func(h heard) bool { return h.ours != ours }))
	}
	return b
}

func fitBlend(all []heard) blend {
	signs := signsOf(all)
	var xs []example
	for i := range all {
		xs = append(xs, slices.Repeat([]example{all[i].example(signs)}, all[i].times())...)
	}
	w := descend(xs, inputs+1+len(signs))
	b := blend{Any: float64(w[inputs]), Sign: map[string]float64{}}
	for i := range b.Said {
		b.Said[i] = float64(w[i])
	}
	for i, sign := range signs {
		b.Sign[sign] = halved * float64(w[inputs+1+i])
	}
	return b
}

// halved are the inputs that say which rule found something, which trait there is.
const halved = 0.5

func (h *heard) example(signs []string) example {
	v := &vector{}
	put := func(at int, by float64) { v.at, v.by = append(v.at, uint32(at)), append(v.by, float32(by)) }
	for at, by := range h.weighed() {
		put(at, by)
	}
	if len(h.row.Fired) > 0 {
		put(inputs, 1)
	}
	for _, sign := range h.signs() {
		put(inputs+1+slices.Index(signs, sign), halved)
	}
	return example{v, label(h.row.lapse())}
}

// times is how often a row counts: most of what people put into a draft is
// harmless, and whoever is warned three times for nothing reads no more warnings.
func (h *heard) times() int {
	if h.row.Ours && !h.row.lapse() {
		return 3
	}
	return 1
}

func (h *heard) signs() []string { return slices.Concat(h.row.Fired, h.row.Traits) }

func signsOf(all []heard) []string {
	var signs []string
	for i := range all {
		for _, sign := range all[i].signs() {
			if !slices.Contains(signs, sign) {
				signs = append(signs, sign)
			}
		}
	}
	return signs
}
