package train

import (
	"sync"

	"goodgraces/classifier/features"
	"goodgraces/classifier/model"
)

// labelling says whether a row teaches a lane, and what.
type labelling func(r *row) (positive, use bool)

// Kinds of incivility, as the set spells them.
var (
	insulting = []string{"Insulting", "Mocking", "Vulgarity", "Threat", "Identity attacks/Name-Calling",
		"Identity attack/Name-Calling", "Identity Attack/Name-Calling"}
	bitter = append([]string{"Bitter frustration", "Impatience", "Entitlement", "Irony"}, insulting...)
)

// lanes says what every lane but the complaint's learns. Emotions come from
// goemotions; incivility and banking77 join where their labels mean the same.
var lanes = map[model.Lane]labelling{
	model.Anger:       any3([]string{"anger", "annoyance"}, []string{"Bitter frustration", "Insulting", "Vulgarity", "Threat", "Impatience"}, true),
	model.Praise:      any3([]string{"admiration", "gratitude", "joy", "love", "excitement", "pride", "relief"}, nil, true),
	model.Question:    asks,
	model.Hostility:   any3([]string{"anger", "disgust"}, insulting, true),
	model.Mocking:     any3(nil, []string{"Mocking", "Irony"}, false),
	model.Annoyance:   any3([]string{"annoyance"}, nil, false),
	model.Letdown:     any3([]string{"disappointment", "sadness"}, nil, false),
	model.Disapproval: any3([]string{"disapproval"}, nil, false),
	model.Rage:        any3([]string{"anger"}, nil, false),
	model.Gratitude:   any3([]string{"gratitude"}, nil, false),
	model.Admiration:  any3([]string{"admiration", "love"}, nil, false),
	model.Amusement:   any3([]string{"amusement", "joy", "excitement"}, nil, false),
	model.Bitterness:  any3(nil, bitter, false),
	model.Request: func(r *row) (bool, bool) {
		return r.source == fromBanking, r.source == fromBanking || r.source == fromEmotions
	},
	model.Curiosity: any3([]string{"curiosity", "confusion"}, nil, false),
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
	laneCost   = 0.5
	laneDense  = 0.5
	laneEpochs = 8
)

// trainLanes fits every lane but the complaint's, two at a time. The result
// does not depend on the order in which they finish.
func trainLanes(rows []*row, idf []float32, seed uint64, progress func(string)) map[model.Lane]*weights {
	out := map[model.Lane]*weights{}
	var mu sync.Mutex
	var wait sync.WaitGroup
	slots := make(chan struct{}, 2)
	for lane := model.Anger; lane < model.Lanes; lane++ {
		wait.Go(func() {
			slots <- struct{}{}
			w := trainLane(rows, lane, idf, seed)
			<-slots
			mu.Lock()
			defer mu.Unlock()
			out[lane] = w
			progress("lane " + laneNames[lane])
		})
	}
	wait.Wait()
	return out
}

var laneNames = [model.Lanes]string{"complaint", "anger", "praise", "question", "hostility", "mocking", "annoyance",
	"letdown", "disapproval", "rage", "gratitude", "admiration", "amusement", "bitterness", "request", "curiosity"}

func trainLane(rows []*row, lane model.Lane, idf []float32, seed uint64) *weights {
	p := &problem{idf: idf, gram: 1, denseW: laneDense, epochs: laneEpochs, prior: lanePriors[lane]}
	positives := 0
	for _, r := range rows {
		yes, use := lanes[lane](r)
		if !use {
			continue
		}
		p.rows = append(p.rows, r)
		p.label = append(p.label, sign(yes))
		if yes {
			positives++
		}
	}
	p.weigh(laneCost, positives)
	return solve(p, seed+uint64(lane))
}

// weigh gives the rarer class the greater cost, by the square root of the
// ratio, so that it is heard without drowning the other.
func (p *problem) weigh(cost float32, positives int) {
	ratio := root(float32(len(p.rows)-positives) / float32(max(positives, 1)))
	p.cost = make([]float32, len(p.rows))
	for i, y := range p.label {
		p.cost[i] = cost
		if y > 0 {
			p.cost[i] *= ratio
		}
	}
}

func sign(yes bool) float32 {
	if yes {
		return 1
	}
	return -1
}
