package incidents

import (
	"fmt"
	"math/bits"
	"strings"

	"goodgraces/care"
)

// gathers finds strangers who gather at a post's point to reproach us: enough
// accounts within the window, and of what calls for an answer at least half.
// Most of a crowd only laughs along: where twice as many gathered, half as many
// need to say it. Where most are only chatting a few jeers are no incident: of
// all that is said there they must be two fifths, of a crowd a quarter.
func (w *Watch) gathers(p *Post) bool {
	var posts []*Post
	accounts, crowd := map[string]bool{}, map[string]bool{}
	jeers, others := 0, 0
	said := map[uint64]int{} // how often, by hash
	for _, q := range w.here[p.Point] {
		if q.parrotable() {
			said[q.Hash]++
		}
	}
	for _, q := range w.here[p.Point] {
		if !w.near(p, q) {
			continue
		}
		posts = append(posts, q)
		switch {
		case q.Tone == Jeer || said[q.Hash] >= w.limits.Accounts && w.parroted(q):
			accounts[q.Author], crowd[q.Author] = true, true
			jeers++
		case q.Tone == Noise:
			crowd[q.Author] = true
		default:
			others++
		}
	}
	delete(accounts, "")
	delete(crowd, "")
	few := len(accounts) >= w.limits.Accounts && 5*jeers >= 2*len(posts)
	many := len(crowd) >= 2*w.limits.Accounts && 2*len(accounts) >= w.limits.Accounts && 4*jeers >= len(posts)
	if jeers < others || !few && !many {
		return false
	}
	f := w.begin("at "+p.Point, care.IncidentPileOn, posts)
	f.Accounts = len(accounts)
	if strings.HasPrefix(p.Point, inThread) {
		f.Thread, f.Origin = p.Thread, p.Thread
	}
	return true
}

// copyable reports a post that may be one of many copies: a reproach in enough
// words. A matter of somebody's own is not, wherever it stands.
func (p *Post) copyable() bool { return p.Tone == Jeer && p.Words >= minWords }

// alike reports whether a post's text is a copy of what has a hash.
func alike(p *Post, hash uint64, most int) bool {
	if p.Words < fullWords {
		most = min(most, exactBits)
	}
	return bits.OnesCount64(p.Hash^hash) <= most
}

// copied finds accounts that post what a post says.
func (w *Watch) copied(p *Post) bool {
	var posts []*Post
	accounts := map[string]bool{}
	for i := range w.texts.near(p.Hash, w.bits) {
		q := w.ring[i]
		if w.near(p, q) && alike(p, q.Hash, w.bits) && alike(q, p.Hash, w.bits) {
			posts = append(posts, q)
			accounts[q.Author] = true
		}
		if len(posts) == maxHere {
			break // many by few: one author repeats himself
		}
	}
	delete(accounts, "")
	if len(accounts) < w.limits.Accounts {
		return false
	}
	f := w.begin(fmt.Sprintf("copies %016x", p.Hash), care.IncidentCopies, posts)
	f.Accounts = len(accounts)
	return true
}

// begin opens an incident with its first posts.
func (w *Watch) begin(spot string, kind care.IncidentKind, posts []*Post) *Found {
	st := newState(spot)
	st.pending = true
	w.on[spot] = st
	f := &Found{Spot: spot, Kind: kind}
	topics := map[string]int{}
	for _, q := range posts {
		own := kind == care.IncidentPileOn && w.own(q)
		f.Posts = append(f.Posts, Member{q.Key, own})
		if f.Started.IsZero() || q.At.Before(f.Started) {
			f.Started, f.Platform, f.Origin = q.At, q.Platform, q.Key
		}
		topics[q.Topic]++
		if n := topics[q.Topic]; q.Topic != other && (f.Topic == "" || n > topics[f.Topic]) {
			f.Topic = q.Topic
		}
	}
	if f.Topic == "" || 2*topics[f.Topic] < topics[other] {
		f.Topic = other
	}
	w.found[spot] = f
	return f
}

// other is the topic of a post in which none is named.
const other = "other"

// straggle adds a post that was stored outside of its incident.
func (w *Watch) straggle(p *Post, place Place) {
	f := w.found[place.Spot]
	if f == nil {
		f = &Found{Spot: place.Spot, Kind: care.IncidentPileOn, Platform: p.Platform, Origin: p.Key, Topic: p.Topic, Started: p.At}
		w.found[place.Spot] = f
	}
	for _, m := range f.Posts {
		if m.Key == p.Key {
			return
		}
	}
	f.Posts = append(f.Posts, Member{p.Key, place.Own})
}

// cheers counts the praise at a post's point.
func (w *Watch) cheers(p *Post) int {
	n := 0
	for _, q := range w.here[p.Point] {
		if q.Tone == Cheer && w.near(p, q) {
			n++
		}
	}
	return n
}
