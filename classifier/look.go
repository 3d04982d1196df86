package classifier

import (
	"slices"
	"strings"

	"goodgraces/care"
	"goodgraces/classifier/authors"
	"goodgraces/classifier/features"
	"goodgraces/classifier/lexicon"
	"goodgraces/classifier/tokens"
)

// people are the sections of the lexicon that only the author's history reads.
type people struct {
	swear, jeer, provoke, badger, crowd, outsider lexicon.Label
	affection, court, chat                        lexicon.Label
	solved, details, product, helps, own, ownToo  lexicon.Label
	remedy, nothing                               lexicon.Label
}

func newPeople(x *lexicon.Lexicon) people {
	return people{
		swear: x.Label("swear"), jeer: x.Label("jeer"), provoke: x.Label("provoke"), badger: x.Label("badger"),
		crowd: x.Label("crowd"), outsider: x.Label("outsider"), affection: x.Label("affection"), court: x.Label("court"),
		chat: x.Label("chat"), solved: x.Label("solved"), details: x.Label("details"), product: x.Label("product"),
		helps: x.Label("helps"), own: x.Label("own"), ownToo: x.Label("ownthing"), remedy: x.Label("remedy"),
		nothing: x.Label("nothing"),
	}
}

// look gathers what the author's history remembers of a post; of an answer of
// ours, only whether it asks or says that the matter is dealt with. Swearing and
// dialect do not count: the post is read without them. Nor do names: a copy
// sent to another handle is a copy.
func (c *Classifier) look(r *reading, m *care.Mention, v *care.Verdict) authors.Look {
	if m.By == care.ByBrand {
		return authors.Look{Asks: r.post.Dense[features.ShapeQuestion] > 0, Solved: r.post.Counts[c.people.remedy] > 0}
	}
	if r.post.Counts[c.people.swear] == 0 && !slices.ContainsFunc(r.post.List.Tokens, spelled) {
		return c.seen(r, m, v)
	}
	calm := c.pool.Get().(*reading)
	defer c.release(calm)
	calm.post.Read(c.calmed(r.post))
	calm.scores = c.model.Score(calm.post)
	said := care.Verdict{Language: v.Language}
	c.probabilities(calm, m.Platform, &said)
	return c.seen(calm, m, &said)
}

// spelled reports a word that the table of spellings has.
func spelled(t tokens.Token) bool { return spellings.Get(t.Hash) != "" }

// calmed is the folded text of a post without its swear words, and with the
// spellings of dialects written the common way.
func (c *Classifier) calmed(p *features.Post) string {
	var b strings.Builder
	at := 0
	put := func(start, end int, text string) {
		if start >= at {
			b.WriteString(p.Folded.S[at:start])
			b.WriteString(text)
			at = end
		}
	}
	swears := p.Matches
	for i := range p.List.Tokens {
		t := &p.List.Tokens[i]
		for len(swears) > 0 && (swears[0].Label != c.people.swear || swears[0].First < i) {
			swears = swears[1:]
		}
		if len(swears) > 0 && swears[0].First == i {
			put(int(t.Start), int(p.List.Tokens[swears[0].Last].End), "")
		} else if common := spellings.Get(t.Hash); common != "" {
			put(int(t.Start), int(t.End), common)
		}
	}
	b.WriteString(p.Folded.S[at:])
	return b.String()
}

func (c *Classifier) seen(r *reading, m *care.Mention, v *care.Verdict) authors.Look {
	p, n := r.post, &c.people
	hits := func(labels ...lexicon.Label) (most int) {
		for _, l := range labels {
			most = max(most, int(p.Counts[l]))
		}
		return most
	}
	l := authors.Look{
		Complaint: r.complaint, Hostility: v.Hostility, Praise: v.Praise,
		Direct: len(c.policy.Brand) > 0 && c.policy.direct(p), Flattery: float64(p.Dense[features.Flatter]),
		Badger: hits(n.badger) > 0, Crowd: hits(n.crowd) > 0, Outsider: hits(n.outsider) > 0,
		Solved: hits(n.solved) > 0, Details: hits(n.details) > 0,
	}
	r.words = r.words[:0]
	for i := range p.List.Tokens {
		if t := &p.List.Tokens[i]; t.Kind == tokens.Word || t.Kind == tokens.Hashtag {
			r.words = append(r.words, t.Hash)
		}
	}
	l.Hash, l.Words = authors.Hash(r.words), len(r.words)
	taunts := max(hits(n.jeer, n.provoke), p.Count(features.Insult))
	courts := hits(n.affection, n.court, n.chat)
	l.Bait = strength(taunts)
	if v.Hostility >= 0.5 {
		l.Bait = max(l.Bait, min(v.Hostility, 0.8))
	}
	abroad := !l.Direct && authors.Intrudes(m, c.policy.Brand)
	l.Own = c.stake(r, v, taunts, courts, abroad)
	if abroad && p.Count(features.Laugh) > 0 && l.Own < 0.5 {
		l.Bait = max(l.Bait, 0.5)
	}
	if p.Count(features.Blame) > 0 && l.Own < 0.5 {
		l.Bait = max(l.Bait, 0.5) // accuses, and names nothing
	}
	l.Court = strength(courts)
	if abroad {
		l.Presses = l.Own < 0.5 && l.Complaint < 0.95 && hits(n.product, n.helps) == 0 && v.Praise < 0.8 && c.presses(p, true)
	} else {
		l.Presses = l.Own < 0.5 && hits(n.product) == 0 && v.Praise < 0.8 && c.presses(p, false)
		courts = c.turns(r, v, &l, taunts, courts)
	}
	if c.personal(p) && l.Own < 0.5 && r.complaint < 0.5 && v.Hostility < 0.15 && taunts == 0 && hits(n.product) == 0 {
		l.Court = max(l.Court, 0.5)
	}
	if abroad && v.Praise < 0.3 {
		l.Court = 0 // soft words to a stranger are no courting of us
	} else if courts > 0 && hits(n.jeer)+p.Count(features.Insult) == 0 && v.Hostility < 0.3 {
		l.Bait = 0
	}
	liked := hits(n.product) > 0 && v.Praise >= 0.1 && r.complaint < 0.5 && v.Hostility < 0.1
	pleased := v.Praise >= 0.5 || hits(n.helps) > 0 || liked
	l.Friendly = pleased && taunts == 0 && l.Court < 0.5 && !l.Badger && !l.Crowd
	l.Asks = v.Question >= 0.5 && r.complaint < 0.5 && taunts == 0 && !l.Badger && !l.Crowd && l.Court < 0.5
	return l
}

// strength is what a number of marks in one post comes to.
func strength(n int) float64 {
	switch n {
	case 0:
		return 0
	case 1:
		return 0.7
	}
	return 1
}

// stake is how concretely a post tells of a matter of the author's own: points
// for what a team can work with, against those for what it cannot.
func (c *Classifier) stake(r *reading, v *care.Verdict, taunts, courts int, abroad bool) float64 {
	p, n := r.post, &c.people
	first := p.Dense[features.ShapeFirstPerson] > 0
	mine := c.mine(p)
	missed := c.missed(p)
	points := 0
	if f, ok := c.labels.foreign[v.Language]; ok {
		points += 2 * min(int(p.Counts[f.complaint]), 2)
		missed = missed || p.Counts[f.complaint] > 0
	}
	points += 2 * count(p.Count(features.Claim) > 0)
	points += count(p.Count(features.Actionable) > 0) + count(p.Count(features.Problem)+p.Count(features.Letdown) > 0)
	points += count(p.Dense[features.ShapeNumber] > 0) + 2*count(reference(p))
	points += count(mine && taunts+courts == 0 && !abroad && !c.personal(p))
	points += count(first) + count(mine) + 2*count(p.Counts[n.ownToo]+p.Counts[n.own] > 0)
	points += count(r.complaint >= 0.5) + count(r.complaint >= 0.85)
	points -= 2*min(taunts, 2) + count(v.Praise >= 0.6)
	if abroad && !first && !mine {
		points -= 2
	}
	number, thing := p.Dense[features.ShapeNumber] > 0, p.Count(features.Actionable) > 0
	own := !c.never(p) && (mine || number || (thing || p.Count(features.Claim) > 0) && first || p.Counts[n.ownToo]+p.Counts[n.own] > 0 || missed)
	switch {
	case !own && !first, !mine && !first && theirs(p):
		points = min(points, 2)
	case taunts > 0 && !mine && !number && !thing, courts > 0 && !number && !thing && p.Count(features.Claim) == 0:
		points = min(points, 2)
	case !own:
		points = min(points, 2)
	case taunts == 0 && !abroad && reference(p):
		points = max(points, 4)
	}
	return max(0, min(float64(points-1)/4, 1))
}

// never reports what the author would not do with us: "I wouldn't give you my
// booking".
func (c *Classifier) never(p *features.Post) bool {
	if p.Count(features.Claim) > 0 {
		return false
	}
	list := p.List.Tokens
	for i := range list[:max(len(list)-1, 0)] {
		if list[i].Hash == would && denials.Has(list[i+1].Hash) {
			return true
		}
	}
	return p.Counts[c.people.outsider] > 0
}

// personal reports a post from an I to a you.
func (c *Classifier) personal(p *features.Post) bool {
	if p.Dense[features.ShapeFirstPerson] == 0 {
		return false
	}
	return slices.ContainsFunc(p.List.Tokens, func(t tokens.Token) bool { return seconds.Has(t.Hash) })
}

// missed reports "no parcel", "still waiting", "not arrived": a thing of ours
// that nobody but its owner misses.
func (c *Classifier) missed(p *features.Post) bool {
	list := p.List.Tokens
	for _, m := range p.Matches {
		switch p.CueOf(m.Label) {
		case features.Claim:
			if misses.Has(list[m.First].Hash) {
				return true
			}
		case features.Actionable:
			if m.First > 0 && misses.Has(list[m.First-1].Hash) {
				return true
			}
		}
	}
	return false
}

// theirs reports "your parcel": somebody else's.
func theirs(p *features.Post) bool {
	list := p.List.Tokens
	for i := range list[:max(len(list)-1, 0)] {
		if yours.Has(list[i].Hash) && things.Has(list[i+1].Hash) {
			return true
		}
	}
	return false
}

// mine reports "my parcel", "our flight": a thing of the author's own.
func (c *Classifier) mine(p *features.Post) bool {
	list := p.List.Tokens
	for i := range list[:max(len(list)-1, 0)] {
		if possessives.Has(list[i].Hash) && list[i+1].Kind == tokens.Word && !figures.Has(list[i+1].Hash) {
			return true
		}
	}
	return false
}

// reference reports a number of four digits or more, or letters and digits in
// one (LK447, ua748): an order, a booking, a flight.
func reference(p *features.Post) bool {
	list := p.List.Tokens
	for i := range list {
		t := &list[i]
		if t.Kind != tokens.Number || list[i].End == list[i].Start {
			continue
		}
		joined := i > 0 && list[i-1].Kind == tokens.Word && list[i-1].End == t.Start && list[i-1].End-list[i-1].Start <= 3
		if t.End-t.Start >= 4 && digit(p.Folded.S[t.Start]) || joined && t.End-t.Start >= 2 {
			return true
		}
	}
	return false
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// spellings are words of dialects with their common forms.
var spellings = func() *tokens.Table[string] {
	m := map[uint64]string{}
	for pair := range strings.FieldsSeq(`ai=is aint=isn't nowt=nothing owt=anything summat=something gonna=going to
		wanna=want to gotta=got to finna=going to tryna=trying to dey=they
		yall=you ya=you yuh=you yer=your ur=your u=you wiv=with color=colour favorite=favourite favorites=favourites
		wot=what cos=because cuz=because nah=no ion=I don't nuffin=nothing nuthin=nothing sumfin=something`) {
		dialect, common, _ := strings.Cut(pair, "=")
		m[tokens.Hash(dialect)] = strings.ReplaceAll(common, "_", " ")
	}
	return tokens.NewTable(m)
}()

var (
	would       = tokens.Hash("would")
	denials     = tokens.NewSet("n't", "not", "never")
	seconds     = tokens.NewSet("you", "your", "yours", "u", "ur", "ya", "euch", "eure", "dir", "dich", "vosotros", "vuestra", "vuestro", "ti")
	misses      = tokens.NewSet("no", "not", "never", "still", "have", "has", "where", "where's", "waiting", "lost", "missing")
	yours       = tokens.NewSet("your", "ur", "dein", "deine", "euer", "tu", "tus")
	things      = tokens.NewSet("parcel", "package", "order", "flight", "bag", "bags", "luggage", "suitcase", "internet", "save", "money", "refund", "phone", "holiday", "kid", "kids", "child")
	possessives = tokens.NewSet("my", "our", "mine", "mi", "mis", "nuestro", "nuestra", "mein", "meine", "meinen", "meinem", "unser", "unsere", "mon", "ma", "notre")
	// figures are what is the author's own only in a manner of speaking.
	figures = tokens.NewSet("god", "point", "question", "opinion", "life", "heart", "darling", "darlings", "love", "loves",
		"friend", "friends", "favourite", "favourites", "favorite", "favorites", "dear", "dears", "world", "angels", "angel",
		"arse", "ass", "mind", "lord", "word", "guess", "bad", "eyes", "bed", "guy", "man", "dude", "own", "thoughts", "lovely",
		"treasures", "sunshine", "stars", "heroes", "hero", "sweet", "whole", "second", "tea", "day", "week", "sister")
)
