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
	r.words = r.words[:0]
	for i := range p.List.Tokens {
		if t := &p.List.Tokens[i]; t.Kind == tokens.Word || t.Kind == tokens.Hashtag {
			r.words = append(r.words, t.Hash)
		}
	}
	return authors.Look{
		Hash:      authors.Hash(r.words),
		Words:     len(r.words),
		Complaint: r.complaint,
		Concrete:  concrete(p),
		Direct:    c.policy.direct(p),
		Flattery:  float64(p.Dense[features.Flatter]),
	}
}
