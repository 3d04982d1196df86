package classifier

import (
	"slices"

	"goodgraces/classifier/features"
	"goodgraces/classifier/lexicon"
	"goodgraces/classifier/tokens"
)

// maskIdioms marks the tokens that an idiom covers.
func (c *Classifier) maskIdioms(r *reading) {
	n := len(r.post.List.Tokens)
	r.mask = zeroed(r.mask, n)
	if r.post.Counts[c.labels.idiom] == 0 {
		return
	}
	for _, m := range r.post.Matches {
		if m.Label == c.labels.idiom {
			r.cover(m)
		}
	}
}

// maskAdvice marks what a bystander tells others to do ("sue them babe"): no
// author's own legal matter, unless they speak of themselves or mean to do it.
// Nor is a question about a rule.
func (c *Classifier) maskAdvice(r *reading) {
	p := r.post
	if p.Dense[features.ShapeFirstPerson] > 0 {
		return
	}
	if c.asksInGeneral(p) {
		r.cover(lexicon.Match{First: 0, Last: len(p.List.Tokens) - 1})
		return
	}
	for _, m := range p.Matches {
		if m.Label == c.labels.advice && (m.First == 0 || !intends.Has(p.List.Tokens[m.First-1].Hash)) {
			r.cover(m)
		}
	}
}

var intends = tokens.NewSet("will", "'ll", "gonna", "to", "shall", "'d", "might", "wanna")

func (r *reading) cover(m lexicon.Match) {
	for i := m.First; i <= m.Last; i++ {
		r.mask[i] = true
	}
}

// risk reports a risk phrase that no idiom touches.
func (c *Classifier) risk(r *reading, label lexicon.Label) bool {
	if r.post.Counts[label] == 0 {
		return false
	}
	for _, m := range r.post.Matches {
		if m.Label == label && !r.masked(m) {
			return true
		}
	}
	return false
}

// masked reports whether an idiom covers a word of the match.
func (r *reading) masked(m lexicon.Match) bool {
	if m.Apart {
		return r.mask[m.First] || r.mask[m.Last]
	}
	return slices.Contains(r.mask[m.First:m.Last+1], true)
}
