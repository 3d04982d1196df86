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
// with a greeting and our handle or name. Where none of our handles is known, it is
// one that begins with a handle and no second one.
func (p *policy) direct(post *features.Post) bool {
	list := post.List.Tokens
	if p.calls(post) {
		return true
	}
	at := slices.IndexFunc(list[:min(len(list), 2)], func(t tokens.Token) bool { return t.Kind == tokens.Handle })
	if at < 0 {
		return false
	}
	if len(p.Brand) == 0 {
		return at == 0 && (len(list) == 1 || list[1].Kind != tokens.Handle)
	}
	return p.ours(post, &list[at])
}

// calls reports a post that greets us by name: "Dear Larkspur", "Hey there Larkspur".
func (p *policy) calls(post *features.Post) bool {
	list := post.List.Tokens
	return len(list) > 0 && greetings.Has(list[0].Hash) && (p.nameAt(post, 1) > 0 || p.nameAt(post, 2) > 0)
}

// greetings is how an address to somebody begins.
var greetings = tokens.NewSet("dear", "hi", "hey", "hello", "hiya", "yo", "oi", "ok", "okay", "please",
	"hola", "querido", "querida", "estimado", "estimada", "estimados", "hallo", "liebe", "lieber", "liebes", "sehr")

// names reports a post that says one of our names as it is written, and speaks of
// what customers do: names are words of their own, too ("three", a flower, a town).
func (p *policy) names(post *features.Post) bool {
	list := post.List.Tokens
	for i := range list {
		n := p.nameAt(post, i)
		if n > 0 && slices.Contains(p.Names, post.Folded.S[list[i].Start:list[i+n-1].End]) {
			return true
		}
	}
	return false
}

// nameAt is how many tokens from i are one of our names, 0 for none.
func (p *policy) nameAt(post *features.Post, i int) int {
	list := post.List.Tokens
	for _, name := range p.spoken {
		if i+len(name) <= len(list) && slices.EqualFunc(list[i:i+len(name)], name, func(t tokens.Token, word uint64) bool { return t.Hash == word }) {
			return len(name)
		}
	}
	return 0
}

// states reports that a post says how a thing of ours is now, good or bad:
// "the avocados are black inside", "your tills keep freezing".
func states(post *features.Post) bool {
	const reach = 3 // words from "the" to "are"
	list := post.List.Tokens
	for i := range list {
		if !pointers.Has(list[i].Hash) {
			continue
		}
		for j := i + 2; j <= min(i+1+reach, len(list)-1) && list[j-1].Kind == tokens.Word; j++ {
			if copulas.Has(list[j].Hash) {
				return true
			}
		}
	}
	return false
}

var (
	pointers = tokens.NewSet("the", "your", "my", "our", "these", "those", "both", "half", "all")
	copulas  = tokens.NewSet("is", "are", "isn't", "aren't", "keeps", "keep", "looks", "look", "tastes", "taste", "smells", "smell", "feels", "feel",
		"stays", "has", "have", "does", "do", "wo", "ca")
)

// signed reports a post that ends with our handle, as one that is said to us
// may: "Still no refund. @larkspur". Marks, pictures, links and hashtags may
// follow; not so a handle that belongs to a sentence ("lunch at @larkspur").
func (p *Policy) signed(post *features.Post) bool {
	list := post.List.Tokens
	at := len(list) - 1
	for at >= 0 && trails[list[at].Kind] {
		at--
	}
	if at < 1 || list[at].Kind != tokens.Handle || !p.ours(post, &list[at]) {
		return false
	}
	before := &list[at-1]
	return before.Kind != tokens.Word || !leadsOn[strings.ToLower(post.Folded.S[before.Start:before.End])]
}

// trails is what may stand behind the handle that ends a post.
var trails = map[tokens.Kind]bool{tokens.Punct: true, tokens.Emoji: true, tokens.URL: true, tokens.Hashtag: true}

// leadsOn is the words that make the name behind them a part of the sentence.
var leadsOn = map[string]bool{
	"at": true, "by": true, "from": true, "of": true, "with": true, "to": true, "for": true, "via": true, "on": true, "in": true,
	"and": true, "or": true, "like": true, "than": true, "the": true, "about": true, "near": true, "is": true, "love": true,
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

// aside reports praise and questions that are not for us: what a bystander
// says to somebody else without naming us, and what was found by a word in it
// and has nothing to do with what we sell ("when does larkspur bloom?").
func (c *Classifier) aside(m *care.Mention, p *features.Post, f *facts) bool {
	if f.Direct || c.policy.mentioned(p) {
		return false
	}
	if f.Bystander {
		return true
	}
	return searched[strings.ToLower(m.Platform)] && len(c.policy.Brand) > 0 && !c.trades(p)
}

// trades reports a post that speaks of what customers do.
func (c *Classifier) trades(p *features.Post) bool {
	return p.Counts[c.labels.trade] > 0 || p.Count(features.Actionable)+p.Count(features.Claim) > 0
}

// poses reports a post in which somebody offers a customer what only we can: it is said
// to somebody else, and neither to us nor of us by our handle.
func (c *Classifier) poses(p *features.Post, f *facts) bool {
	return p.Counts[c.labels.poses] > 0 && !f.Direct && p.Addressed() && !c.policy.mentioned(p)
}

// mentioned reports one of our handles anywhere in the post.
func (p *Policy) mentioned(post *features.Post) bool {
	return slices.ContainsFunc(post.List.Tokens, func(t tokens.Token) bool { return t.Kind == tokens.Handle && p.ours(post, &t) })
}

// ours reports a token that is one of our handles.
func (p *Policy) ours(post *features.Post, t *tokens.Token) bool {
	handle := post.Folded.S[t.Start+1 : t.End]
	return slices.ContainsFunc(p.Brand, func(b string) bool { return strings.EqualFold(name(b), handle) })
}
