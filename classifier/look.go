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
	jeers := p.Counts[c.labels.jeer]
	names := p.Count(features.Actionable) > 0 || p.Dense[features.ShapeNumber] > 0
	return authors.Look{
		Hash:      authors.Hash(r.words),
		Words:     len(r.words),
		Complaint: r.complaint,
		Concrete:  concrete(p) && (jeers == 0 || names),
		Direct:    c.policy.direct(p),
		Flattery:  float64(p.Dense[features.Flatter]),
		Affection: p.Counts[c.labels.affection] > 0,
		Jeers:     int(jeers),
	}
}
