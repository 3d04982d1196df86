package classifier

import (
	"slices"
	"strings"

	"goodgraces/care"
	"goodgraces/classifier/authors"
	"goodgraces/classifier/features"
	"goodgraces/classifier/tokens"
)

// direct reports a post that is said to us: it begins with our handle, or
// with a greeting and our handle. Where none of our handles is known, it is
// one that begins with a handle and no second one.
func (p *Policy) direct(post *features.Post) bool {
	list := post.List.Tokens
	at := slices.IndexFunc(list[:min(len(list), 2)], func(t tokens.Token) bool { return t.Kind == tokens.Handle })
	if at < 0 {
		return false
	}
	if len(p.Brand) == 0 {
		return at == 0 && (len(list) == 1 || list[1].Kind != tokens.Handle)
	}
	handle := post.Folded.S[list[at].Start+1 : list[at].End]
	return slices.ContainsFunc(p.Brand, func(b string) bool { return strings.EqualFold(name(b), handle) })
}

// name cuts the server from a handle: tokens end there.
func name(handle string) string {
	if i := strings.IndexAny(handle, ".@"); i > 0 {
		return handle[:i]
	}
	return handle
}

// elsewhere reports a post in a thread that is neither its author's nor ours,
// or one that begins with the handle of somebody else.
func (c *Classifier) elsewhere(m *care.Mention, p *features.Post) bool {
	return authors.Intrudes(m, c.policy.Brand) || len(c.policy.Brand) > 0 && p.Addressed()
}

// own reports that the author has a mishap of their own to tell of.
func (c *Classifier) own(p *features.Post) bool {
	if p.Counts[c.labels.own] > 0 {
		return true
	}
	return p.Dense[features.ShapeFirstPerson] > 0 && concrete(p)
}

// concrete reports a post that names what went wrong, or a thing of ours with
// trouble or a number beside it.
func concrete(p *features.Post) bool {
	trouble := p.Count(features.Problem) > 0 || p.Dense[features.ShapeNumber] > 0
	return p.Count(features.Claim) > 0 || p.Count(features.Actionable) > 0 && trouble
}
