package learn

import (
	"math"
	"slices"
	"sync"

	"goodgraces/classifier"
	"goodgraces/classifier/features"
	"goodgraces/classifier/lexicon"
	"goodgraces/classifier/model"
)

// The regularisation. It was chosen on the complaints data: for each of its six
// largest industries a model that was trained without that industry learned
// half of the industry's labels and was measured on the other half. More trust
// ranks better, and from 8 on calibration suffers; 4 is the most that leaves it
// alone. The scale of cues hardly matters there. docs/learning.md has the
// figures. (Both values were first found on airline-dev, which evaluates only.)
const (
	trust      = 4.0  // how far one correction moves its own post, in log-odds
	denseScale = 0.25 // of cues beside n-grams: every post shares them
	epochs     = 40
	sureYes    = 0.95 // what a correction says, in probability
)

// vector is a post's features: n-grams by bucket, and cues.
type vector struct {
	at    []uint32
	val   []float32
	dense [features.Dense]float32
}

// reader reads posts into vectors.
type reader struct{ post *features.Post }

// vector reads a text.
func (r *reader) vector(text string) vector {
	r.post.Read(text)
	v := vector{dense: r.post.Dense}
	sum := make(map[uint32]float32, len(r.post.Chars)+len(r.post.Words))
	for _, grams := range [][]uint32{r.post.Words, r.post.Chars} {
		norm := model.Norm(len(grams))
		for _, at := range grams {
			sum[at] += norm
		}
	}
	for at := range sum {
		v.at = append(v.at, at)
	}
	slices.Sort(v.at)
	for _, at := range v.at {
		v.val = append(v.val, sum[at])
	}
	return v
}

// rarity gives every bucket its inverse document frequency among the guard's
// posts, from 1 for what stands in none of them towards 0: n-grams that stand
// in most posts say nothing of one.
var rarity = sync.OnceValues(func() ([]float32, error) {
	x, err := lexicon.Default()
	if err != nil {
		return nil, err
	}
	posts := guard()
	r := reader{features.New(x)}
	out := make([]float32, 1<<features.Bits)
	for _, p := range posts {
		for _, at := range r.vector(p.text).at {
			out[at]++
		}
	}
	whole := math.Log(float64(1 + len(posts)))
	for i, n := range out {
		out[i] = float32(1 - math.Log(float64(1+n))/whole)
	}
	return out, nil
})

// row is an example on its way through the fit.
type row struct {
	vector
	start  float64 // log-odds by the model
	target float64 // probability
	weight float64
	square float64 // of the scaled features
	alpha  float64 // how strongly it pulls
}

// fitting is a head's patch as it grows: weights of the lane, and what they
// are worth in log-odds.
type fitting struct {
	rare  []float32
	slope float64 // of the head over its lane
	grams []float64
	dense [features.Dense]float64
}

// fit finds the patch of a head that explains the examples and stays near the
// model: logistic loss on top of what the model says, and a square penalty on
// leaving it (a Gaussian prior whose mean is the model). There is no bias: a
// correction speaks of its words, not of all posts. It is solved in its dual
// form (Yu, Huang and Lin 2011), one example at a time, in the order given.
func fit(base *classifier.Classifier, h model.Head, train []example) (model.HeadPatch, error) {
	rare, err := rarity()
	if err != nil {
		return model.HeadPatch{}, err
	}
	f := &fitting{rare: rare, slope: float64(base.Model().Platt[h][0]), grams: make([]float64, 1<<features.Bits)}
	rows, err := f.rows(base, h, train)
	if err != nil {
		return model.HeadPatch{}, err
	}
	mean := 0.0
	for _, r := range rows {
		mean += r.square / float64(len(rows))
	}
	cost := trust / max(mean, 1e-9)
	for range epochs {
		for i := range rows {
			f.pull(&rows[i], cost)
		}
	}
	return f.patch(base.Model().Scale[model.HeadLane[h]]), nil
}

func (f *fitting) rows(base *classifier.Classifier, h model.Head, train []example) ([]row, error) {
	x, err := lexicon.Default()
	if err != nil {
		return nil, err
	}
	read := reader{features.New(x)}
	rows := make([]row, len(train))
	for i, e := range train {
		v := base.Judge(e.post)
		r := row{vector: read.vector(e.post.Text), start: logit(*v.Probability(model.HeadNames[h])), target: 1 - sureYes, weight: float64(e.weight)}
		if e.yes {
			r.target = sureYes
		}
		for k, at := range r.at {
			s := f.slope * float64(f.rare[at]*r.val[k])
			r.square += s * s
		}
		for _, d := range r.dense {
			s := f.slope * denseScale * float64(d)
			r.square += s * s
		}
		rows[i] = r
	}
	return rows, nil
}

// pull takes one Newton step on an example's own coordinate.
func (f *fitting) pull(r *row, cost float64) {
	z := r.start
	for k, at := range r.at {
		z += f.slope * f.grams[at] * float64(r.val[k])
	}
	for k, d := range r.dense {
		z += f.slope * f.dense[k] * float64(d)
	}
	p, c := 1/(1+math.Exp(-z)), cost*r.weight
	step := -(r.alpha - c*(r.target-p)) / (1 + c*p*(1-p)*r.square)
	r.alpha += step
	for k, at := range r.at {
		s := float64(f.rare[at])
		f.grams[at] += f.slope * step * s * s * float64(r.val[k])
	}
	for k, d := range r.dense {
		f.dense[k] += f.slope * step * denseScale * denseScale * float64(d)
	}
}

// patch writes the weights in the steps of a lane.
func (f *fitting) patch(scale float32) model.HeadPatch {
	var p model.HeadPatch
	for at, w := range f.grams {
		if n := int(math.RoundToEven(w / float64(scale))); n != 0 {
			p.At, p.Steps = append(p.At, uint32(at)), append(p.Steps, n)
		}
	}
	for _, w := range f.dense {
		p.Dense = append(p.Dense, float32(w))
	}
	return p
}

// logit is the log-odds of a probability, within ±8.
func logit(p float64) float64 {
	return max(-8, min(8, math.Log(p/(1-p))))
}
