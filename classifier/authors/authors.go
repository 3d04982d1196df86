// Package authors keeps what we remember of an author and says how to meet
// them. The difference that matters most: a genuine customer who writes ten
// furious posts about one unsolved problem is never treated as a troll, and
// somebody who comes only to provoke does not eat the team's day.
package authors

import (
	"math"
	"math/bits"
	"slices"
	"time"

	"goodgraces/care"
)

// Look is what the classifier saw in a post besides its verdict.
type Look struct {
	Hash      uint64  // SimHash of the words, see Hash
	Words     int     // how many there are
	Complaint float64 // its probability, on whatever platform it was said
	Direct    bool    // begins with our handle
	Concrete  bool    // names a thing and what is wrong with it, a date, an amount
	Flattery  float64 // 0..1, of the team rather than of a product
	Affection bool    // for the people who answer
	Jeers     int     // taunts, at us or at other customers
}

const (
	nearBits  = 6   // SimHashes at most this far apart are near-copies
	nearWords = 4   // shorter posts are alike by chance
	complains = 0.5 // probability from which a post counts as a complaint, as praise
	memory    = 0.3 // weight of the latest post in the running means
	fading    = 30 * 24 * time.Hour
)

// Update adds a post to its author's profile. A post of the brand counts as
// an answer to the author. A post that is remembered already changes nothing,
// so that redelivery is harmless. brands holds IDs and handles of the brand's
// own accounts: to write into their threads is no intrusion.
func Update(p *care.Profile, m *care.Mention, v *care.Verdict, look Look, brands []string) {
	if remembered(p, m.ID) {
		return
	}
	if m.By == care.ByBrand {
		p.Answers++
		remember(p, care.Trace{ID: m.ID, At: m.CreatedAt, By: care.ByBrand})
		return
	}
	t := care.Trace{
		ID: m.ID, At: m.CreatedAt, Hash: look.Hash, Topic: v.Topic,
		Complaint: round(look.Complaint), Hostility: round(max(v.Hostility, v.Anger*angerIsHostile, jeering(look.Jeers))),
		Praise: round(v.Praise), Affection: look.Affection && !look.Concrete, Concrete: look.Concrete, Intrusion: !look.Direct && Intrudes(m, brands),
	}
	t.Repeat = look.Words >= nearWords && repeats(p, t.Hash)
	account(p, m, t, look)
	remember(p, t)
}

// jeering is how hostile a post is by its taunts alone: one is enough to count
// as bait where nothing that could be solved is named.
func jeering(n int) float64 { return min(0.5*float64(n), 0.8) }

// angerIsHostile is how much anger alone says about hostility: little.
const angerIsHostile = 0.4

func remembered(p *care.Profile, id string) bool {
	return id != "" && slices.ContainsFunc(p.Recent, func(t care.Trace) bool { return t.ID == id })
}

func remember(p *care.Profile, t care.Trace) {
	if len(p.Recent) >= care.MaxRecent {
		drop := len(p.Recent) - care.MaxRecent + 1
		p.Recent = p.Recent[:copy(p.Recent, p.Recent[drop:])]
	}
	p.Recent = append(p.Recent, t)
}

// account moves the profile's counters and running means.
func account(p *care.Profile, m *care.Mention, t care.Trace, look Look) {
	keep := 1 - memory
	if p.Contacts == 0 {
		p.FirstSeen, keep = m.CreatedAt, 0
	}
	if away := m.CreatedAt.Sub(p.LastSeen); away > 0 && !p.LastSeen.IsZero() {
		keep *= math.Exp2(-float64(away) / float64(fading))
	}
	p.Author = m.Author
	p.Contacts++
	p.Complaints += count(t.Complaint >= complains)
	p.Praises += count(t.Praise >= complains)
	p.Concrete += count(t.Concrete)
	p.Repeats += count(t.Repeat)
	p.Intrusions += count(t.Intrusion)
	p.Hostility = round(keep*p.Hostility + (1-keep)*t.Hostility)
	p.Flattery = round(keep*p.Flattery + (1-keep)*look.Flattery)
	if m.CreatedAt.After(p.LastSeen) {
		p.LastSeen = m.CreatedAt
	}
}

// Intrudes reports a post in a thread that neither its author nor the brand
// began.
func Intrudes(m *care.Mention, brands []string) bool {
	owner := m.ThreadAuthor
	if owner == "" || owner == m.Author.ID || owner == m.Author.Handle || owner == care.ByBrand {
		return false
	}
	return !slices.Contains(brands, owner)
}

func repeats(p *care.Profile, hash uint64) bool {
	for _, t := range p.Recent {
		if t.By == "" && bits.OnesCount64(t.Hash^hash) <= nearBits {
			return true
		}
	}
	return false
}

// Hash is the SimHash (Charikar 2002) of a bag of word hashes: near-copies
// differ in few bits.
func Hash(words []uint64) uint64 {
	var votes [64]int32
	for _, w := range words {
		w *= 0x9e3779b97f4a7c15 // FNV leaves its high bits poor on short words
		w ^= w >> 32
		for b := range votes {
			votes[b] += int32(w>>b&1)*2 - 1
		}
	}
	var h uint64
	for b, n := range votes {
		if n > 0 {
			h |= 1 << b
		}
	}
	return h
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// round keeps three decimals: a profile is stored as JSON.
func round(x float64) float64 { return math.Round(x*1000) / 1000 }
