package incidents

import (
	"cmp"
	"math"
	"strconv"
	"strings"
	"time"

	"goodgraces/care"
)

// Limits say when many posts are one matter. Zero fields mean the default: an
// hour, 6 accounts, 0.8.
type Limits struct {
	Window   time.Duration // posts further apart have nothing to do with each other
	Accounts int           // how many accounts it takes
	Similar  float64       // share of their words that copies have in common
}

// Memory is how many posts a Watch remembers: at three posts a second an hour
// and a half.
const Memory = 1 << 14

const (
	maxHere = 128 // posts remembered of one place
	// maxCheers is how many words of praise in one place are thanked one by
	// one within the window. In a contest hundreds praise us to win.
	maxCheers = 20
	maxNames  = 500 // bytes of a post's, an author's and a thread's key; longer ones are not remembered
)

// Where a text is too short, likeness is chance.
const (
	minWords  = 5 // a shorter post is nobody's copy
	fullWords = 8 // from here on copies may differ a little
	exactBits = 3 // how far shorter ones may
)

// Place is what the watch makes of a post.
type Place struct {
	Spot string // names the incident that the post is part of; "" for none
	Own  bool   // it has a matter of its own within it
	// Surplus says that the post praises us where so many do that one more
	// needs no thanks of its own.
	Surplus bool
}

// Found is posts that are one matter. The watch holds them for an incident
// from here on; it is for the caller to make it one.
type Found struct {
	Spot     string
	Kind     care.IncidentKind
	Platform string
	Thread   string // key of the thread, where they gather in one
	Origin   string // key of the post that it began with; it may never have been read
	Topic    string
	Started  time.Time
	Accounts int // that reproach us
	Posts    []Member
}

// Member is a post of an incident.
type Member struct {
	Key string
	Own bool
}

// Watch looks for incidents. It is for one goroutine at a time.
type Watch struct {
	limits Limits
	bits   int     // how far copies' hashes may be apart
	ring   []*Post // the last Memory, next is overwritten first
	next   int
	texts  texts              // of those in the ring that may be copies
	known  map[string]*Post   // by key
	here   map[string][]*Post // by point, oldest first
	on     map[string]*state
	found  map[string]*Found
}

// state is what is known of an incident by its spot.
type state struct {
	separate bool // people said so: leave it alone
	pending  bool // we found it, and do not know yet that it was stored
	copies   bool
	hash     uint64
}

// New makes a watch that remembers nothing.
func New(l Limits) *Watch {
	w := &Watch{
		ring: make([]*Post, Memory), texts: newTexts(),
		known: map[string]*Post{}, here: map[string][]*Post{}, on: map[string]*state{}, found: map[string]*Found{},
	}
	w.Limit(l)
	return w
}

// Limit sets other limits from here on.
func (w *Watch) Limit(l Limits) {
	l.Window = cmp.Or(l.Window, time.Hour)
	l.Accounts = cmp.Or(l.Accounts, 6)
	l.Similar = cmp.Or(l.Similar, 0.8)
	w.limits = l
	// SimHashes differ in a share of bits that is the angle between the bags
	// of words over π (Charikar 2002).
	w.bits = int(64 * math.Acos(min(max(l.Similar, 0), 1)) / math.Pi)
}

// Sync tells the watch which incidents go on and which are to be left alone, by
// spot. Those that ended meanwhile are forgotten with their posts: it takes new
// ones to begin anew.
func (w *Watch) Sync(spots map[string]bool) {
	for spot, separate := range spots {
		st := w.on[spot]
		if st == nil {
			st = newState(spot)
			w.on[spot] = st
		}
		st.separate, st.pending = separate, false
	}
	for spot, st := range w.on {
		if _, on := spots[spot]; !on && !st.pending {
			delete(w.on, spot)
			delete(w.found, spot)
			w.forget(spot, st)
		}
	}
}

func newState(spot string) *state {
	st := &state{}
	if hash, ok := strings.CutPrefix(spot, "copies "); ok {
		st.copies = true
		st.hash, _ = strconv.ParseUint(hash, 16, 64)
	}
	return st
}

// Drop forgets incidents that were found and perhaps never stored. They are
// found again when one of their posts is observed again.
func (w *Watch) Drop() {
	for spot, st := range w.on {
		if st.pending {
			delete(w.on, spot)
			delete(w.found, spot)
		}
	}
}

// Take returns what was found since the last Take.
func (w *Watch) Take() []Found {
	var all []Found
	for spot, f := range w.found {
		all = append(all, *f)
		delete(w.found, spot)
	}
	return all
}

// Observe remembers a post and says where it belongs. To observe a post again
// changes nothing.
func (w *Watch) Observe(p Post) Place {
	if len(p.Key)+len(p.Author)+len(p.Thread) > maxNames {
		return Place{}
	}
	if known := w.known[p.Key]; known != nil {
		return w.judge(known)
	}
	return w.judge(w.remember(p))
}

// Learn remembers a post that is stored already; in is whether it is part of an
// incident. One that belongs to an incident and is not part of it is found.
func (w *Watch) Learn(p Post, in bool) {
	if in || len(p.Key)+len(p.Author)+len(p.Thread) > maxNames {
		return // it was counted when its incident began, or came after
	}
	var place Place
	if known := w.known[p.Key]; known == nil {
		place = w.judge(w.remember(p))
	} else {
		place, _ = w.standing(known)
	}
	if place.Spot != "" {
		w.straggle(&p, place)
	}
}

// Placed says where a post belongs by now, without looking for anything new.
func (w *Watch) Placed(p Post) Place {
	place, _ := w.standing(&p)
	return place
}

// remember keeps a post and lets go of the oldest.
func (w *Watch) remember(p Post) *Post {
	if old := w.ring[w.next]; old != nil {
		w.let(old)
	}
	w.ring[w.next] = &p
	if p.copyable() {
		w.texts.add(w.next, p.Hash)
	}
	w.next = (w.next + 1) % Memory
	w.known[p.Key] = &p
	if p.Point == "" {
		return &p
	}
	list := append(w.here[p.Point], &p)
	if len(list) > maxHere {
		list = append(list[:0], list[1:]...)
	}
	w.here[p.Point] = list
	return &p
}

// let forgets a post.
func (w *Watch) let(p *Post) {
	delete(w.known, p.Key)
	if p.copyable() {
		w.texts.drop(p.Hash)
	}
	list := w.here[p.Point]
	for i, q := range list {
		if q == p {
			list = append(list[:i], list[i+1:]...)
			break
		}
	}
	if len(list) == 0 {
		delete(w.here, p.Point)
	} else {
		w.here[p.Point] = list
	}
}

// forget lets the posts of an incident count no longer.
func (w *Watch) forget(spot string, st *state) {
	if !st.copies {
		delete(w.here, strings.TrimPrefix(spot, "at "))
		return
	}
	w.texts.forget(st.hash, w.bits)
}

// judge says where a post belongs, and finds new incidents.
func (w *Watch) judge(p *Post) Place {
	place, settled := w.standing(p)
	if settled {
		return place
	}
	if p.Point != "" && w.gathers(p) {
		place, _ = w.standing(p)
		return place
	}
	if p.copyable() && w.copied(p) {
		place, _ = w.standing(p)
		return place
	}
	return Place{Surplus: p.Tone == Cheer && w.cheers(p) > maxCheers}
}

// standing is the incident that a post belongs to. settled says that there is
// nothing to look for: there is one, or people said that there is none.
func (w *Watch) standing(p *Post) (place Place, settled bool) {
	if p.Point != "" {
		if st := w.on["at "+p.Point]; st != nil {
			if st.separate {
				return Place{}, true
			}
			return Place{Spot: "at " + p.Point, Own: w.own(p)}, true
		}
	}
	if !p.copyable() {
		return Place{}, false
	}
	for spot, st := range w.on {
		if st.copies && alike(p, st.hash, w.bits) {
			if st.separate {
				return Place{}, true
			}
			return Place{Spot: spot}, true
		}
	}
	return Place{}, false
}

// own reports whether a post has a matter of its author's own: not so where
// many accounts say the same in the same place, to the number.
func (w *Watch) own(p *Post) bool { return p.Tone == Own && !w.parroted(p) }

// parrotable reports a matter of somebody's own that is long enough not to be
// in the same words as another's by chance.
func (p *Post) parrotable() bool { return p.Tone == Own && p.Words >= fullWords }

// parroted reports a text that so many accounts have posted in one place, word
// for word, that it is nobody's own.
func (w *Watch) parroted(p *Post) bool {
	if !p.parrotable() {
		return false
	}
	accounts := map[string]bool{}
	for _, q := range w.here[p.Point] {
		if q.parrotable() && q.Hash == p.Hash && q.Figures == p.Figures && w.near(p, q) {
			accounts[q.Author] = true
		}
	}
	return len(accounts) >= w.limits.Accounts
}

// near reports posts of one window.
func (w *Watch) near(p, q *Post) bool { return p.At.Sub(q.At).Abs() <= w.limits.Window }
