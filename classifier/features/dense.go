package features

import (
	"slices"

	"goodgraces/classifier/tokens"
)

// Cue names a section of the lexicon that is a feature.
type Cue int

// The cues, in the order of cueNames.
const (
	Problem Cue = iota
	Letdown
	Claim
	Nuisance
	Praise
	Adore
	Thanks
	Joy
	Fury
	Laugh
	Anger
	Swear
	Insult
	Polite
	Ask
	Hype
	Mock
	Sour
	Denied
	Wish
	Hypothetical
	Disapprove
	Accuse
	Blame
	Flatter
	Actionable
	Emergency
	cueCount
)

var cueNames = [cueCount]string{
	"problem", "letdown", "claim", "nuisance", "praise", "adore", "thanks", "joy", "fury", "laugh",
	"anger", "swear", "insult", "polite", "ask", "hype", "mock", "sour", "denied", "wish", "hypothetical",
	"disapprove", "accuse", "blame", "flatter", "actionable", "emergency",
}

// Shape features, after the cues. ShapeQuestion counts question marks;
// ShapeStartsAsking is 1 where the first word asks.
const (
	shapeLength = int(cueCount) + iota
	shapeCaps
	shapeExclaim
	ShapeQuestion
	shapeEndsAsking
	shapeDots
	shapeStretched
	shapeHandles
	shapeStartsHandle
	ShapeLink
	shapeHashtag
	ShapeNumber
	shapeMoney
	ShapeFirstPerson
	shapeSecondPerson
	shapeNegation
	shapeRetweet
	ShapeStartsAsking
	crossSarcasm     // hype beside sour
	crossTurn        // praise, then but
	crossDenied      // denied and no claim
	crossCleanAsk    // asks, and names no problem
	crossCleanPraise // praise and neither problem nor letdown
	crossBadPraise   // adore beside problem words
	crossNegPraise   // not good
	crossNegProblem  // not broken
	crossPoliteClaim // polite, and a claim or a problem
	CrossIf          // asks about a rule, and claims nothing
	// Dense is how many dense features there are.
	Dense
)

// dense fills the dense features; each lies in 0..1.
func (p *Post) dense() {
	p.Dense = [Dense]float32{}
	for c := range cueCount {
		p.Dense[c] = share(p.Count(c))
	}
	p.shape()
	p.crosses()
}

// share squeezes a count into 0..1: 0, 0.5, 0.75, 0.875, …
func share(n int) float32 {
	if n > 7 {
		n = 7
	}
	return 1 - 1/float32(int(1)<<n)
}

func (p *Post) shape() {
	var n [Dense]int
	list := p.List.Tokens
	for i := range list {
		t := &list[i]
		tally(&n, t)
		if t.Caps {
			n[shapeCaps]++
		}
		if t.Stretched {
			n[shapeStretched]++
		}
	}
	for i := shapeCaps; i < crossSarcasm; i++ {
		p.Dense[i] = share(n[i])
	}
	p.Dense[shapeLength] = min(float32(len(list))/50, 1)
	if len(list) == 0 {
		return
	}
	p.Dense[shapeStartsHandle] = flag(list[0].Kind == tokens.Handle)
	p.Dense[shapeRetweet] = flag(p.Retweet())
	p.Dense[shapeEndsAsking] = flag(p.endsAsking())
	p.Dense[ShapeStartsAsking] = flag(p.startsAsking())
}

// tally counts one token into the shape features.
func tally(n *[Dense]int, t *tokens.Token) {
	switch t.Kind {
	case tokens.Punct:
		switch t.Hash {
		case hashExclaim, hashExclaim2, hashExclaim3:
			n[shapeExclaim] += int(t.End - t.Start)
		case hashAsk, hashAsk2, hashAsk3:
			n[ShapeQuestion]++
		case hashDots2, hashDots:
			n[shapeDots]++
		case hashDollar, hashPound, hashEuro:
			n[shapeMoney]++
		}
	case tokens.Handle:
		n[shapeHandles]++
	case tokens.URL:
		n[ShapeLink]++
	case tokens.Hashtag:
		n[shapeHashtag]++
	case tokens.Number:
		n[ShapeNumber]++
	case tokens.Word:
		if k := persons.Get(t.Hash); k != 0 {
			n[k]++
		}
	}
}

func (p *Post) crosses() {
	d := &p.Dense
	bad := p.Count(Problem) + p.Count(Letdown) + p.Count(Claim)
	d[crossSarcasm] = d[Hype] * d[Sour]
	d[crossTurn] = flag(p.Turns())
	d[crossDenied] = d[Denied] * flag(p.Count(Claim) == 0)
	d[crossCleanAsk] = max(d[shapeEndsAsking], d[Ask]) * flag(bad == 0)
	d[crossCleanPraise] = max(d[Praise], d[Adore]) * flag(bad == 0)
	d[crossBadPraise] = d[Adore] * flag(bad > 0)
	d[crossPoliteClaim] = d[Polite] * flag(p.Count(Problem)+p.Count(Claim) > 0)
	d[CrossIf] = d[Hypothetical] * max(d[shapeEndsAsking], d[ShapeStartsAsking]) * flag(p.Count(Claim) == 0)
	praise, problem := 0, 0
	for _, m := range p.Matches {
		if !p.List.Tokens[m.First].Negated {
			continue
		}
		switch m.Label {
		case p.cues[Praise], p.cues[Adore]:
			praise++
		case p.cues[Problem], p.cues[Letdown]:
			problem++
		}
	}
	d[crossNegPraise], d[crossNegProblem] = share(praise), share(problem)
}

// Retweet reports the old form of a retweet: "RT @name".
func (p *Post) Retweet() bool {
	list := p.List.Tokens
	return len(list) > 1 && list[0].Hash == hashRT && list[1].Kind == tokens.Handle
}

// ClosesWithThanks reports a post of some length in which thanks are the last
// word and nothing else is praised: "Could you call me back? Thanks".
func (p *Post) ClosesWithThanks() bool {
	const length, close = 7, 3
	if !p.ThanksAlone() || len(p.List.Tokens) < length {
		return false
	}
	first := len(p.List.Tokens)
	for _, m := range p.Matches {
		if m.Label == p.cues[Thanks] {
			first = min(first, m.First)
		}
	}
	return first < len(p.List.Tokens) && first >= len(p.List.Tokens)-close
}

// ThanksAlone reports thanks in a post that praises nothing.
func (p *Post) ThanksAlone() bool {
	return p.Count(Thanks) > 0 && p.Count(Praise)+p.Count(Adore)+p.Count(Joy) == 0
}

// Quotes reports that every mishap of the post stands between quotation marks.
func (p *Post) Quotes() bool {
	open, inside, outside := false, 0, 0
	next := 0
	for i := range p.List.Tokens {
		if t := &p.List.Tokens[i]; t.Hash == hashQuote {
			open = !open
		}
		for ; next < len(p.Matches) && p.Matches[next].First <= i; next++ {
			switch p.CueOf(p.Matches[next].Label) {
			case Claim, Problem, Letdown, Accuse, Blame:
				if open {
					inside++
				} else {
					outside++
				}
			}
		}
	}
	return inside > 0 && outside == 0
}

// Addressed reports a post that begins with a handle.
func (p *Post) Addressed() bool { return p.Dense[shapeStartsHandle] > 0 }

// Turns reports praise that a "but" takes back.
func (p *Post) Turns() bool {
	first := -1
	for _, m := range p.Matches {
		if m.Label == p.cues[Praise] || m.Label == p.cues[Adore] {
			first = m.Last
			break
		}
	}
	if first < 0 {
		return false
	}
	for _, t := range p.List.Tokens[first:] {
		if turnings.Has(t.Hash) {
			return true
		}
	}
	return false
}

// endsAsking reports a question mark among the last tokens, before nothing
// but links, handles, hashtags and marks.
func (p *Post) endsAsking() bool {
	for _, t := range slices.Backward(p.List.Tokens) {
		switch {
		case t.Hash == hashAsk, t.Hash == hashAsk2, t.Hash == hashAsk3:
			return true
		case t.Kind == tokens.Word, t.Kind == tokens.Number:
			return false
		}
	}
	return false
}

// startsAsking reports a question word first, after handles and greetings.
func (p *Post) startsAsking() bool {
	for _, t := range p.List.Tokens {
		switch {
		case t.Kind != tokens.Word, greetings.Has(t.Hash):
			continue
		default:
			return askers.Has(t.Hash)
		}
	}
	return false
}

func flag(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

var (
	hashRT       = tokens.Hash("rt")
	hashQuote    = tokens.Hash(`"`)
	hashExclaim  = tokens.Hash("!")
	hashExclaim2 = tokens.Hash("!!")
	hashExclaim3 = tokens.Hash("!!!")
	hashAsk      = tokens.Hash("?")
	hashAsk2     = tokens.Hash("??")
	hashAsk3     = tokens.Hash("???")
	hashDots     = tokens.Hash("...")
	hashDots2    = tokens.Hash("..")
	hashDollar   = tokens.Hash("$")
	hashPound    = tokens.Hash("£")
	hashEuro     = tokens.Hash("€")

	persons = shapes(map[int]string{
		ShapeFirstPerson:  "i me my mine we us our im ive id myself",
		shapeSecondPerson: "you your yours u ur yourself yall youre",
		shapeNegation:     "not n't no never without cannot cant dont doesnt didnt isnt wasnt wont nothing nobody",
	})
	turnings  = tokens.NewSet("but", "however", "although", "though", "except", "yet", "pero", "aber")
	greetings = tokens.NewSet("hi", "hello", "hey", "please", "pls", "and", "so", "ok", "good", "morning", "rt", "also")
	askers    = tokens.NewSet("how", "what", "when", "where", "which", "who", "why", "is", "are", "do", "does", "did", "can",
		"could", "will", "would", "should", "have", "has", "any", "anyone", "wondering", "what's", "where's", "may")
)
