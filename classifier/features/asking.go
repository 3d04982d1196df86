package features

import (
	"slices"
	"strings"

	"goodgraces/classifier/tokens"
)

// AsksUnmarked reports a post that begins as only questions do, without a
// question mark: "can i freeze my membership", "does esim work on the basic
// plan", "what time do you close". A handle before it may be its subject ("@us
// is the worst", "@us can do better"), so a verb that could be ours must have a
// pronoun behind it, or a bare verb further on.
func (p *Post) AsksUnmarked() bool {
	if p.Dense[ShapeQuestion] > 0 {
		return false
	}
	words := p.opening()
	if len(words) < 3 {
		return false
	}
	first, second := words[0], words[1]
	switch {
	case invertible.Has(first):
		return askedOf.Has(second) && !denials.Has(words[2])
	case supporting.Has(first):
		return !nobodies.Has(second) && slices.ContainsFunc(words[2:], bareVerbs.Has)
	}
	return askingPairs[[2]uint64{first, second}]
}

// opening is the first words of a post behind handles and greetings, as far as
// its first mark.
func (p *Post) opening() []uint64 {
	const enough = 7
	var words []uint64
	for _, t := range p.List.Tokens {
		switch {
		case len(words) == enough, t.Kind == tokens.Punct && (len(words) > 0 || t.Hash == hashQuote):
			return words
		case t.Kind == tokens.Word && (len(words) > 0 || !greetings.Has(t.Hash)):
			words = append(words, t.Hash)
		}
	}
	return words
}

var (
	invertible = tokens.NewSet("is", "are", "can", "could", "will", "would", "should", "may", "am")
	// askedOf are subjects of a question; none of them may follow the verb of a
	// statement about a handle.
	askedOf    = tokens.NewSet("i", "we", "you", "u", "ya", "yall", "there", "it", "they", "these", "someone", "somebody")
	denials    = tokens.NewSet("not", "n't", "please", "pls", "just", "stop", "actually", "even", "serious", "kidding", "joking")
	supporting = tokens.NewSet("do", "does", "did")
	// nobodies are what follows in a denial, an order or a reproach: "does not",
	// "do your job", "does anybody there ever pick up".
	nobodies  = tokens.NewSet("not", "n't", "nothing", "nobody", "anybody", "anyone", "something", "better", "your", "one", "this", "that", "it", "us", "me", "what")
	bareVerbs = tokens.NewSet(strings.Fields(`accept allow apply arrive charge close come cost count cover deliver do exist expire fit get give go have include last let mean need offer
		open price run sell send ship start stock stop support take ticket transfer use want work`)...)
	askingPairs = pairs(`when are|when is|when do|when does|when will|when can|when's the|what time|what day|which day|where can|where do|how much|how many|how long|how soon|how often
		how do|how does|how would|anyone know|anybody know|anyone at|wondering if|wondering whether|any idea|any chance|any news|any plans|any update`)
)

// pairs are pairs of words, as tokens write them.
func pairs(list string) map[[2]uint64]bool {
	set := map[[2]uint64]bool{}
	for line := range strings.Lines(list) {
		for pair := range strings.SplitSeq(strings.TrimSpace(line), "|") {
			first, second, _ := strings.Cut(pair, " ")
			set[[2]uint64{tokens.Hash(first), tokens.Hash(second)}] = true
		}
	}
	return set
}
