package classifier

import (
	"goodgraces/classifier/lexicon"
	"goodgraces/classifier/tokens"
)

// deeds tell what somebody in the company's name did to a person: an act of
// force or menace, such a somebody before it or behind "by", and one who
// suffers it, all in one sentence. Words alone cannot tell: parcels are kicked
// too, and a price hits.
type deeds struct {
	act, menace, foreign lexicon.Label
	aides, pronouns      tokens.Set // who does it
	authors              tokens.Set // who tells of it: what they do is no deed
	victims, suffers     tokens.Set // who suffers it, in English and in other languages
	bodies, owners       tokens.Set // what of theirs, and whose
	things, at           tokens.Set // what it does no harm to, and what turns one on somebody
	graver               tokens.Set // what makes a menace of a plain word
	by, stops            tokens.Set
}

func newDeeds(x *lexicon.Lexicon) deeds {
	return deeds{
		act: x.Label("act"), menace: x.Label("menace"), foreign: x.Label("tat"),
		aides: x.Class("$aide", "$esaide", "$deaide"), pronouns: tokens.NewSet("he", "she", "they", "who"),
		authors: tokens.NewSet("i", "we"),
		victims: x.Class("$victim"), suffers: x.Class("$suffers"),
		bodies: x.Class("$trunk"), owners: tokens.NewSet("my", "our", "his", "her", "'s"),
		things: x.Class("$thing"), at: tokens.NewSet("at", "into", "against", "on"), graver: x.Class("$graver"),
		by: tokens.NewSet("by"), stops: tokens.NewSet(".", "!", "?", ";"),
	}
}

var possessive = tokens.Hash("'s")

// How far apart the words of a deed may stand.
const (
	actorReach  = 14 // from who does it to the act
	closeReach  = 3  // the same, for a pronoun
	victimReach = 7  // from the act to who suffers it
	agentReach  = 6  // from the act to "by", and from there to who did it
	graverReach = 10 // from the act to what makes it a menace
)

// noteDeeds adds the deeds of a post to its signs of danger.
func (c *Classifier) noteDeeds(r *reading) {
	d, p := &c.deeds, r.post
	if p.Counts[d.act] == 0 && p.Counts[d.menace] == 0 && p.Counts[d.foreign] == 0 {
		return
	}
	for _, m := range p.Matches {
		if m.Label != d.act && m.Label != d.menace && m.Label != d.foreign || r.masked(m) {
			continue
		}
		if first, last, ok := d.find(p.List.Tokens, m); ok {
			p.Matches = append(p.Matches, lexicon.Match{Label: c.labels.safety, First: first, Last: last, Apart: true})
			p.Counts[c.labels.safety] = 1
		}
	}
}

// find returns from where to where the deed goes that m may be.
func (d *deeds) find(list []tokens.Token, m lexicon.Match) (first, last int, ok bool) {
	from, to := d.sentence(list, m)
	switch {
	case m.Label == d.foreign:
		who, whom := within(list, from, to, d.aides), within(list, from, to, d.suffers)
		return min(who, whom, m.First), max(who, whom, m.Last), who >= 0 && whom >= 0
	case list[m.First].Negated:
		return 0, 0, false
	}
	if who := d.agent(list, m, from, to); who >= 0 && m.Label == d.act {
		return m.First, who, true
	}
	who, whom := d.actor(list, from, m.First), d.victim(list, m, to)
	if who < 0 || whom < 0 {
		return 0, 0, false
	}
	grave := m.Label == d.act || within(list, max(from, m.First-graverReach), m.First-1, d.graver) >= 0 ||
		within(list, m.Last+1, min(to, m.Last+graverReach), d.graver) >= 0
	return who, whom, grave
}

// sentence returns the first and the last token of the sentence around m.
func (d *deeds) sentence(list []tokens.Token, m lexicon.Match) (from, to int) {
	from, to = m.First, m.Last
	for from > 0 && !d.stops.Has(list[from-1].Hash) {
		from--
	}
	for to+1 < len(list) && !d.stops.Has(list[to+1].Hash) {
		to++
	}
	return from, to
}

// actor returns the nearest who may have done it, -1 where it is the author.
func (d *deeds) actor(list []tokens.Token, from, at int) int {
	for i := at - 1; i >= max(from, at-actorReach); i-- {
		h := list[i].Hash
		near := at-i <= closeReach
		switch {
		case near && d.authors.Has(h):
			return -1
		case d.aides.Has(h), near && d.pronouns.Has(h):
			return i
		}
	}
	return -1
}

// agent returns who did it to the author or theirs, by a "by"; -1 for nobody.
func (d *deeds) agent(list []tokens.Token, m lexicon.Match, from, to int) int {
	by := within(list, m.Last+1, min(to, m.Last+agentReach), d.by)
	if by < 0 || within(list, from, m.First-1, d.things) >= 0 {
		return -1
	}
	told := within(list, from, m.First-1, d.authors) >= 0 || within(list, from, m.First-1, d.victims) >= 0
	if !told && m.First > from+1 { // "Got elbowed by …" tells of the author
		return -1
	}
	return within(list, by+1, min(to, by+agentReach), d.aides)
}

// victim returns who suffers it, or what of their body; -1 for nobody. Behind a
// thing only those count that it was done to with it: "threw a box at me".
func (d *deeds) victim(list []tokens.Token, m lexicon.Match, to int) int {
	thing := false
	for i := m.First + 1; i <= min(to, m.Last+victimReach); i++ {
		h := list[i].Hash
		body := d.bodies.Has(h) && d.owners.Has(list[i-1].Hash)
		whole := d.victims.Has(h) && (i == to || list[i+1].Hash != possessive && !d.things.Has(list[i+1].Hash))
		switch {
		case body, whole && (!thing || d.at.Has(list[i-1].Hash) || d.at.Has(list[i-2].Hash)):
			return i
		case i > m.Last && d.things.Has(h):
			thing = true
		}
	}
	return -1
}

// within returns the first token from..to that is in a set, or -1.
func within(list []tokens.Token, from, to int, s tokens.Set) int {
	for i := from; i <= to; i++ {
		if s.Has(list[i].Hash) {
			return i
		}
	}
	return -1
}
