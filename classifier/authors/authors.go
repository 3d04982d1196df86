// Package authors keeps what we remember of an author and says how to meet
// them. The difference that matters most: a genuine customer who writes ten
// furious posts about one unsolved problem is never treated as a troll, and
// somebody who comes only to provoke does not eat the team's day.
//
// Update remembers a post, Rules.Stand judges. Both work on one care.Profile
// of bounded size, without input or output.
package authors

import (
	"math"
	"math/bits"
	"slices"
	"time"

	"goodgraces/care"
)

// Look is what the classifier saw in a post for its author's history; see
// care.Trace. Swear words count in none of it.
type Look struct {
	Hash  uint64 // SimHash of the words, see Hash
	Words int    // how many there are

	Complaint float64 // probability, on whatever platform it was said
	Hostility float64
	Praise    float64
	Flattery  float64 // 0..1, of the team rather than of a product
	Own       float64
	Bait      float64
	Court     float64

	Direct   bool // begins with our handle
	Badger   bool
	Crowd    bool
	Outsider bool
	Friendly bool
	Details  bool
	Solved   bool
	Asks     bool
	Team     bool // addresses us, and names nothing
	Presses  bool // asks about us or speaks of us, and wants nothing
}

const (
	nearBits  = 6   // SimHashes at most this far apart are near-copies
	nearWords = 4   // shorter posts are alike by chance
	complains = 0.5 // probability from which a post counts as a complaint, as praise
	memory    = 0.3 // weight of the latest post in the running means
	fading    = 30 * 24 * time.Hour
)

// Update adds a post to its author's profile. A post of the brand counts as an
// answer to the author: as the closing line where the author already called
// for one. A post that is remembered already changes nothing, so that
// redelivery is harmless. Its trace names the account that wrote it where that
// is not the profile's own, and none for an answer. brands holds IDs and handles of the brand's own
// accounts: to write into their threads is no intrusion.
func (r *Rules) Update(p *care.Profile, m *care.Mention, v *care.Verdict, look Look, brands []string) {
	t := care.Trace{ID: m.ID, At: m.CreatedAt, Thread: m.ThreadKey(), By: m.By}
	if key := m.AuthorKey(); key != p.Key && m.By != care.ByBrand {
		t.Account = key
	}
	if remembered(p, &t) {
		return
	}
	if m.By == care.ByBrand {
		s, _ := r.Stand(p)
		t.Closing, t.Asks, t.Solved = s.Stance == care.StanceClose, look.Asks, look.Solved
		p.Answers++
		p.Remember(t)
		return
	}
	t.By = ""
	describe(&t, v, &look)
	t.Intrusion = !look.Direct && Intrudes(m, brands)
	t.Repeat = look.Words >= nearWords && repeats(p, t.Hash)
	account(p, m, &t, &look)
	p.Remember(t)
}

// describe fills a trace with what was seen in the post.
func describe(t *care.Trace, v *care.Verdict, look *Look) {
	t.Hash, t.Topic = look.Hash, v.Topic
	t.Complaint, t.Hostility, t.Praise = round(look.Complaint), round(look.Hostility), round(look.Praise)
	t.Own, t.Bait, t.Court = round(look.Own), round(look.Bait), round(look.Court)
	t.Concrete, t.Affection = look.Own >= issueAt, look.Court >= marked
	t.Badger, t.Crowd, t.Outsider = look.Badger, look.Crowd, look.Outsider
	t.Friendly, t.Details, t.Solved, t.Asks = look.Friendly, look.Details, look.Solved, look.Asks
	t.Team, t.Presses = look.Team, look.Presses
}

// remembered reports a post that the profile has. Linked accounts may have
// posts of one ID; whose an answer is, the post itself does not say.
func remembered(p *care.Profile, post *care.Trace) bool {
	return slices.ContainsFunc(p.Recent, func(t care.Trace) bool {
		return t.ID == post.ID && (t.Account == post.Account || post.By == care.ByBrand && t.By == care.ByBrand)
	})
}

// account moves the profile's counters and running means.
func account(p *care.Profile, m *care.Mention, t *care.Trace, look *Look) {
	keep := 1 - memory
	if p.Contacts == 0 {
		p.FirstSeen, keep = m.CreatedAt, 0
	}
	if away := m.CreatedAt.Sub(p.LastSeen); away > 0 && !p.LastSeen.IsZero() {
		keep *= fade(away, fading)
		days := away.Hours() / 24
		p.Pace = round(p.Pace*(1-memory) + memory/max(days, 1.0/24))
	}
	p.Author = m.Author
	p.Contacts++
	p.Complaints += count(t.Complaint >= complains)
	p.Praises += count(t.Praise >= complains)
	p.Concrete += count(t.Concrete)
	p.Repeats += count(t.Repeat)
	p.Intrusions += count(t.Intrusion)
	p.Hostility = round(keep*p.Hostility + (1-keep)*max(t.Hostility, t.Bait))
	p.Flattery = round(keep*p.Flattery + (1-keep)*max(look.Flattery, t.Court))
	topics(p, t.Topic, keep)
	reacts(p, t)
	if m.CreatedAt.After(p.LastSeen) {
		p.LastSeen = m.CreatedAt
	}
}

// topics adds a post's topic. Of too many the faintest is forgotten.
func topics(p *care.Profile, topic string, keep float64) {
	for name, w := range p.Topics {
		p.Topics[name] = round(w * keep)
	}
	if topic == "" {
		return
	}
	if p.Topics == nil {
		p.Topics = map[string]float64{}
	}
	p.Topics[topic] = round(p.Topics[topic] + 1 - keep)
	for len(p.Topics) > care.MaxTopics {
		faintest := topic
		for name, w := range p.Topics {
			if w < p.Topics[faintest] || w == p.Topics[faintest] && name < faintest && name != topic {
				faintest = name
			}
		}
		delete(p.Topics, faintest)
	}
}

// reacts counts what a post makes of the answer before it, and what comes
// after a matter was solved.
func reacts(p *care.Profile, t *care.Trace) {
	if n := len(p.Recent); n > 0 && p.Recent[n-1].By == care.ByBrand {
		p.Details += count(t.Details)
		p.Calmed += count(t.Solved || t.Praise >= complains && t.Bait < marked)
		p.Escalated += count(t.Bait >= marked && !t.Concrete)
	}
	if t.Bait >= marked && !t.Concrete && slices.ContainsFunc(p.Recent, func(t care.Trace) bool { return t.By == "" && t.Solved || t.By == care.ByResolved }) {
		p.Returns++
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
	for i := range p.Recent {
		if t := &p.Recent[i]; t.By == "" && bits.OnesCount64(t.Hash^hash) <= nearBits {
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

// fade is how much is left of a weight of 1 after a while.
func fade(away, half time.Duration) float64 { return math.Exp2(-float64(away) / float64(half)) }

// round keeps three decimals: a profile is stored as JSON.
func round(x float64) float64 { return math.Round(x*1000) / 1000 }
