package classifier

import (
	"goodgraces/classifier/authors"
	"goodgraces/classifier/features"
	"goodgraces/classifier/tokens"
)

// look gathers what the author's history remembers of a post. Names do not
// count: a copy sent to another handle is a copy.
func (c *Classifier) look(r *reading) authors.Look {
	p := r.post
	numbers := 0
	r.words = r.words[:0]
	for i := range p.List.Tokens {
		switch t := &p.List.Tokens[i]; t.Kind {
		case tokens.Number:
			numbers++
		case tokens.Word, tokens.Hashtag:
			r.words = append(r.words, t.Hash)
		}
	}
	thing := p.Count(features.Actionable) > 0
	trouble := p.Count(features.Problem)+p.Count(features.Claim) > 0
	return authors.Look{
		Hash:      authors.Hash(r.words),
		Words:     len(r.words),
		Complaint: r.complaint,
		Concrete:  p.Count(features.Claim) > 0 || thing && (trouble || numbers > 0),
		Flattery:  float64(p.Dense[features.Flatter]),
	}
}
