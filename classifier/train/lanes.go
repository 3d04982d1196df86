package train

import (
	"goodgraces/classifier/features"
	"goodgraces/classifier/model"
)

// labelling says whether a row teaches a lane, and what.
type labelling func(r *row) (positive, use bool)

func (l labelling) teaches(r *row) bool {
	_, use := l(r)
	return use
}

// Kinds of incivility, as the set spells them.
var (
	insulting = []string{"Insulting", "Mocking", "Vulgarity", "Threat", "Identity attacks/Name-Calling",
		"Identity attack/Name-Calling", "Identity Attack/Name-Calling"}
	bitter = append([]string{"Bitter frustration", "Impatience", "Entitlement", "Irony"}, insulting...)
)

// lanes says what every lane but the complaint's learns. Emotions come from
// goemotions; incivility and banking77 join where their labels mean the same.
var lanes = map[model.Lane]labelling{
	model.Anger:     any3([]string{"anger", "annoyance"}, []string{"Bitter frustration", "Insulting", "Vulgarity", "Threat", "Impatience"}, true),
	model.Praise:    any3([]string{"admiration", "gratitude", "joy", "love", "excitement", "pride", "relief"}, nil, true),
	model.Question:  asks,
	model.Hostility: any3([]string{"anger", "disgust"}, insulting, true),
	model.Mocking:   any3(nil, []string{"Mocking", "Irony"}, false),
}

// any3 makes a labelling from emotions, kinds of incivility, and whether
// banking77 speaks against.
func any3(emotions, kinds []string, banking bool) labelling {
	return func(r *row) (bool, bool) {
		switch r.source {
		case fromEmotions:
			return r.has(emotions...), emotions != nil
		case fromIncivility:
			return r.has(kinds...), kinds != nil
		case fromBanking:
			return false, banking
		}
		return false, false
	}
}

// asks labels questions: those of customers, and of curious comments, that
// have a question mark or a question's first word, against texts that have
// neither. Comments with the mark but no curiosity are rhetorical and left
// out.
func asks(r *row) (bool, bool) {
	marked := r.dense[features.ShapeQuestion] > 0
	form := marked || r.dense[features.ShapeStartsAsking] > 0
	switch r.source {
	case fromBanking:
		return form, true
	case fromEmotions:
		curious := r.has("curiosity", "confusion")
		return curious, curious == marked
	}
	return false, false
}

// The regularisation of the lanes, found by cross-validation.
const (
	laneCost    = 0.5
	laneCues    = 0.5
	laneVectors = 1.0
	laneEpochs  = 8
)

// trainLanes fits every lane but the complaint's, two at a time. The result
// does not depend on the order in which they finish.
func (k *knowledge) trainLanes(rows []*row, seed uint64, progress func(string)) map[model.Lane]*weights {
	var learn []labelling
	var priors [][]float32
	for lane := model.Anger; lane <= model.Mocking; lane++ {
		learn, priors = append(learn, lanes[lane]), append(priors, prior(lane))
	}
	out := map[model.Lane]*weights{}
	for i, w := range k.solveAll(rows, learn, priors, seed) {
		out[model.Anger+model.Lane(i)] = w
	}
	progress("lanes")
	return out
}

func prior(l model.Lane) []float32 {
	if p := lanePriors[l]; p != nil {
		return p[:]
	}
	return nil
}

var laneNames = [model.Lanes]string{"complaint", "anger", "praise", "question", "hostility", "mocking"}
