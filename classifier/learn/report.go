package learn

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"math"
	"strings"

	"goodgraces/care"
	"goodgraces/classifier"
	"goodgraces/classifier/model"
)

// Report says what came of a run, in words and figures.
type Report struct {
	Accepted bool         `json:"accepted"`
	Why      string       `json:"why"`
	Learned  int          `json:"learned"` // labels learned from
	Held     int          `json:"held"`    // labels held back to compare on
	SetAside []string     `json:"set_aside,omitempty"`
	Heads    []HeadReport `json:"heads"`
	Guard    GuardReport  `json:"guard"`
	// Print is the same for runs that had the same to learn from.
	Print string `json:"print"`
}

// HeadReport is how one judgement fared on what was held back.
type HeadReport struct {
	Label    string  `json:"label"`
	Learned  int     `json:"learned"`
	Held     int     `json:"held"`
	OldRight int     `json:"old_right"`
	NewRight int     `json:"new_right"`
	OldLoss  float64 `json:"old_loss"` // mean surprise: -log of the probability of what is true
	NewLoss  float64 `json:"new_loss"`
	Kept     bool    `json:"kept"`
	Why      string  `json:"why"`
}

// Compared reports whether there was enough to compare on.
func (l HeadReport) Compared() bool { return l.Learned >= minTrain && l.Held >= minHeld }

// GuardReport is how the guard set fared.
type GuardReport struct {
	Judged   int      `json:"judged"` // judgements
	OldRight int      `json:"old_right"`
	NewRight int      `json:"new_right"`
	Moved    float64  `json:"moved"` // mean distance between the probabilities
	Lost     float64  `json:"lost"`  // what the worst head gives less, on average, to what is true
	Worst    string   `json:"worst,omitempty"`
	Harmed   []string `json:"harmed,omitempty"`
}

// figures are what is measured on held-back examples.
type figures struct {
	n, right int
	loss     float64
}

func measure(c *classifier.Classifier, held []example) figures {
	f := figures{n: len(held)}
	for _, e := range held {
		v := c.Judge(e.post)
		p := *v.Probability(model.HeadNames[e.head])
		if (p >= 0.5) == e.yes {
			f.right++
		}
		if !e.yes {
			p = 1 - p
		}
		f.loss -= math.Log(max(p, 1e-4)) / float64(len(held))
	}
	return f
}

// gain is the share by which surprise must fall before a head is swapped.
const gain = 0.02

// compare decides whether a head is kept.
func (l *HeadReport) compare(old, next figures) {
	l.OldRight, l.NewRight, l.OldLoss, l.NewLoss = old.right, next.right, old.loss, next.loss
	switch {
	case next.right < old.right:
		l.Why = "more mistakes than before"
	case next.loss > old.loss*(1-gain):
		l.Why = "no better than before"
	default:
		l.Kept, l.Why = true, "better than before"
	}
}

// How much a patch may change what the guard set says: of a hundred posts a
// head may turn one wrong, and what is true may lose this much probability on
// average.
const (
	mayHarm = 0.01
	mayLose = 0.04
)

// judge decides whether the candidate as a whole is put in force.
func (r *Report) judge(base, now, next *classifier.Classifier, chosen []example) {
	r.guard(base, next)
	var held []example
	for _, e := range chosen {
		if e.held && e.head != topical {
			held = append(held, e)
		}
	}
	old, new := measure(now, held), measure(next, held)
	switch g := r.Guard; {
	case g.Lost > mayLose || float64(len(g.Harmed)) > mayHarm*float64(g.Judged):
		r.Why = fmt.Sprintf("the model in force stays: what was learned harms plain judgements of %s (%d of %d turn wrong; what is true loses %.2f on average, %.2f is allowed)",
			g.Worst, len(g.Harmed), g.Judged, g.Lost, mayLose)
	case new.right < old.right:
		r.Why = fmt.Sprintf("the model in force stays: of %d held-back labels it has %d right, the new one only %d", old.n, old.right, new.right)
	default:
		r.Accepted = true
		r.Why = fmt.Sprintf("of %d held-back labels the new model has %d right, the one before had %d; of %d plain judgements it turns %d wrong", old.n, new.right, old.right, g.Judged, len(g.Harmed))
	}
}

// guard judges the guard set with the model as it came and as it would be: many
// small steps away are a large one.
func (r *Report) guard(base, next *classifier.Classifier) {
	g := &r.Guard
	lost := map[string]float64{}
	posts := guard()
	for _, p := range posts {
		m := care.Mention{Platform: "web", ID: "guard", Text: p.text}
		a, b := base.Judge(&m), next.Judge(&m)
		for _, h := range heads {
			label := model.HeadNames[h]
			old, new := *a.Probability(label), *b.Probability(label)
			if !p.labels[label] {
				old, new = 1-old, 1-new
			}
			g.add(old, new, fmt.Sprintf("%s of “%s”", label, p.text))
			lost[label] += (old - new) / float64(len(posts))
		}
	}
	g.Moved /= float64(g.Judged)
	for _, h := range heads {
		if l := lost[model.HeadNames[h]]; l > g.Lost {
			g.Lost, g.Worst = l, model.HeadNames[h]
		}
	}
}

// add counts a judgement by what both models give to the truth.
func (g *GuardReport) add(old, new float64, what string) {
	g.Judged++
	g.Moved += math.Abs(new - old)
	if old >= 0.5 {
		g.OldRight++
	}
	if new >= 0.5 {
		g.NewRight++
	}
	if old >= 0.5 && new < 0.5 {
		g.Harmed = append(g.Harmed, what)
	}
}

// noHead says why no head is better.
func (r *Report) noHead() string {
	few := true
	for _, l := range r.Heads {
		few = few && l.Learned+l.Held < minTrain+minHeld
	}
	switch {
	case r.Learned+r.Held == 0:
		return "there are no corrections to learn from yet"
	case few:
		return fmt.Sprintf("there are too few corrections yet; of one label it takes about %d", 2*(minTrain+minHeld))
	}
	return "what was learned is no better on the corrections that were held back"
}

// count counts what was chosen and gives it a name.
func (r *Report) count(chosen []example) {
	h := fnv.New64a()
	for _, e := range chosen {
		if e.held {
			r.Held++
		} else {
			r.Learned++
		}
		fmt.Fprintln(h, e.post.Key(), e.head, e.yes, e.topic)
	}
	r.Print = fmt.Sprintf("%016x", h.Sum64())
}

// JSON is the report as it is kept.
func (r Report) JSON() string {
	b, err := json.Marshal(r)
	if err != nil {
		panic("learn: " + err.Error()) // NaN or Inf: losses are bounded
	}
	return string(b)
}

// ReadReport reads what JSON wrote.
func ReadReport(doc string) (Report, error) {
	var r Report
	if err := json.Unmarshal([]byte(doc), &r); err != nil {
		return r, fmt.Errorf("learn: a stored report cannot be read: %w", err)
	}
	return r, nil
}

// String is the report for a terminal.
func (r Report) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n", strings.ToUpper(r.Why[:1])+r.Why[1:]+".")
	fmt.Fprintf(&b, "label      learned  held back  right before  right now  surprise before  now\n")
	for _, l := range r.Heads {
		fmt.Fprintf(&b, "%-10s %7d  %9d  %12d  %9d  %15.3f  %.3f  %s\n", l.Label, l.Learned, l.Held, l.OldRight, l.NewRight, l.OldLoss, l.NewLoss, l.Why)
	}
	if g := r.Guard; g.Judged > 0 {
		fmt.Fprintf(&b, "\nguard set: %d judgements, right before %d, now %d, turned wrong %d, moved %.4f on average, truth lost %.4f at worst\n", g.Judged, g.OldRight, g.NewRight, len(g.Harmed), g.Moved, g.Lost)
	}
	for _, s := range r.SetAside {
		fmt.Fprintf(&b, "set aside: %s\n", s)
	}
	return b.String()
}
