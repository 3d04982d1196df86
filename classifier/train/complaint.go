package train

import (
	"math"
	"slices"

	"goodgraces/classifier/features"
)

// recipe is how far the features of the complaint lane are trusted: the root
// of the variance that their weights are believed to have.
type recipe struct {
	vectors, teachers float32
	plain             bool    // hear the plain teachers only
	uneven            float32 // share of the n-grams' trust that follows naive Bayes
}

// The complaint lane is the mean of two solutions. The rich one judges posts
// like those it learned from better, the plain one carries further and keeps
// the probabilities honest. All values were found by cross-validation.
var (
	rich  = recipe{vectors: 0.5, teachers: 0.3, uneven: 0.5}
	plain = recipe{teachers: 0.5, plain: true}
)

const (
	richShare       = 2.0 / 3
	complaintCost   = 0.3
	complaintCues   = 1.0
	complaintEpochs = 20
)

// solveComplaint fits the complaint lane.
func (k *knowledge) solveComplaint(rows []*row, seed uint64) *weights {
	w, other := k.solution(&rich, rows, seed), k.solution(&plain, rows, seed)
	w.blend(other, richShare)
	return w
}

// solution fits the lane by one recipe, and folds it.
func (k *knowledge) solution(c *recipe, rows []*row, seed uint64) *weights {
	p := newProblems(rows, []labelling{complains}, complaintCost, worth)
	p.prior = [][]float32{complaintPrior[:]}
	p.trust = k.trusted(c, p.rows)
	w := p.solve(complaintEpochs, seed)[0]
	k.fold(w)
	return w
}

// complains says what the complaint lane learns from: besides the posts labelled
// for it, written ones, and as examples of what is nothing to us comments of
// people to each other in no bad mood, of which one in eight is enough.
var complains labelling = func(r *row) (positive, use bool) {
	comment := r.source == fromEmotions && len(r.text)%8 == 0 && !r.has(badMoods...)
	return r.has("complaint"), r.source == fromComplaints || r.source == fromWritten || comment
}

// How much a post that was written for training counts beside one that was
// found: there are seven times as many of them, and what people write to teach
// is plainer than what people write. Troubles are three in four of them, so what
// is none counts twice. Found by cross-validation, and by posts of writers left out.
const (
	writtenShare  = 0.004
	writtenOthers = 2
)

// worth is how much a post counts for the complaint lane.
func worth(r *row) float32 {
	switch {
	case r.source == fromComplaints:
		return 1
	case r.has("complaint"):
		return writtenShare
	}
	return writtenShare * writtenOthers
}

// trusted is a recipe's trust in every feature.
func (k *knowledge) trusted(c *recipe, rows []*row) trust {
	t := trust{
		grams: squares(k.idf),
		dense: slices.Concat(same(complaintCues, cues), same(c.vectors, vectorLen), same(c.teachers, len(k.teachers))),
	}
	if c.uneven > 0 {
		for at, u := range unevenness(rows) {
			s := 1 - c.uneven + c.uneven*u
			t.grams[at] *= s * s
		}
	}
	if c.plain {
		for i, teacher := range k.taught {
			if !teacher.plain {
				t.dense[vectorEnd+i] = 0
			}
		}
	}
	return t
}

// blend makes w the mean of itself, with a share of the weight, and another.
func (w *weights) blend(o *weights, share float32) {
	for i, x := range o.grams {
		w.grams[i] = share*w.grams[i] + (1-share)*x
	}
	for i, x := range o.dense {
		w.dense[i] = share*w.dense[i] + (1-share)*x
	}
	w.bias = share*w.bias + (1-share)*o.bias
}

// unevenness is, for each bucket, how far its share among complaints is from
// that among the others (the weight of naive Bayes, without its sign), as a
// multiple of the mean over the n-grams of the posts (Wang and Manning 2012).
func unevenness(rows []*row) []float32 {
	yes, no, ratio := tally(rows)
	out := make([]float32, len(yes))
	sum, n := 0.0, 0.0
	for at := range out {
		x := math.Abs(math.Log(float64(yes[at]+1)/float64(no[at]+1)) + ratio)
		m := float64(yes[at] + no[at])
		sum, n = sum+x*m, n+m
		out[at] = float32(x)
	}
	for at := range out {
		out[at] *= float32(n / sum)
	}
	return out
}

// tally counts, by their worth, the complaints and the others that each bucket
// stands in, and gives the log of how many others there are to a complaint.
func tally(rows []*row) (yes, no []float32, ratio float64) {
	yes, no = make([]float32, 1<<features.Bits), make([]float32, 1<<features.Bits)
	var complaints, others float32
	for _, r := range rows {
		side, all, w := no, &others, worth(r)
		if r.has("complaint") {
			side, all = yes, &complaints
		}
		*all += w
		for _, at := range r.grams.at {
			side[at] += w
		}
	}
	return yes, no, math.Log(float64(others+2) / float64(complaints+2))
}
