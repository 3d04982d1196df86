package authors

import (
	"fmt"
	"math"
	"time"

	"goodgraces/care"
)

// The marks from which a post counts.
const (
	issueAt = 0.75 // a concrete matter of the author's own
	needAt  = 0.5  // something of their own, told less concretely
	marked  = 0.5  // bait, courting
	ageing  = 90 * 24 * time.Hour
)

// An open matter shields what is said in anger about it: wholly while its
// author comes back to it, less and less over the posts in which they do not.
const (
	shielded  = 0.15 // what such a post weighs
	shieldFor = 4    // posts without a word of the matter
	shieldEnd = 9
)

// heap is posts of one sort and their weight.
type heap struct {
	weight float64
	n      int
	at     [care.MaxRecent]uint8 // which of the remembered posts
}

func (h *heap) add(i int, weight float64) {
	if weight < 0.05 {
		return
	}
	h.weight += weight
	h.at[h.n] = uint8(i)
	h.n++
}

// posts names the posts of a heap.
func (h *heap) posts(recent []care.Trace) []string {
	ids := make([]string, h.n)
	for i, at := range h.at[:h.n] {
		ids[i] = recent[at].ID
	}
	return ids
}

// board sorts the remembered posts by what they are a sign of.
type board struct {
	recent  []care.Trace
	heaps   [signalCount]heap
	marks   float64 // weight of the posts that provoke, badger or call a crowd
	courts  float64 // of those that court
	dear    float64 // of those that come back after an answer and need nothing, in part
	suspect bool    // more than one post provokes without a matter
	fond    bool    // more than two posts seek the people
	wily    bool    // presses here and there, and never has a matter
	woes    float64 // of those that complain and do not court
	idle    float64 // of those that need nothing
	own     float64 // of all of the author's

	answered bool    // since the author's last post
	asked    bool    // by that answer
	faint    float64 // what idle posts weigh among the marks
	answers  int     // so far
	open     bool    // a matter of the author's own stands unsolved
	concrete bool    // and was told concretely
	solved   bool    // one was solved, and no new one named
	silent   int     // posts since the matter was last spoken of
	topic    string  // of the author's last post
	now      time.Time
}

// read sorts the posts. What came before pardoned weighs nothing against the
// author. A post counts less the older it is, beside the latest.
func (b *board) read(recent []care.Trace, pardoned time.Time) {
	b.recent, b.now = recent, latest(recent)
	ill, dear := idles(recent)
	b.suspect, b.fond, b.wily = max(ill, dear) > 1, dear > 2, ill > 1 && wily(recent)
	for i := range recent {
		t := &recent[i]
		switch t.By {
		case care.ByBrand:
			b.answered, b.asked = true, b.asked || t.Asks
			b.answers++
			if t.Solved {
				b.silent += shieldEnd - shieldFor
			}
		case care.ByResolved:
			b.open, b.concrete, b.solved = false, false, true
		default:
			b.post(i, b.weigh(t), !t.At.After(pardoned) && !pardoned.IsZero())
			b.answered, b.asked, b.topic = false, false, t.Topic
		}
	}
}

// wily reports who presses strangers and us alike, after our answers, and
// never has a matter of their own: the polite way to bait.
func wily(recent []care.Trace) bool {
	abroad, after, answered := 0, 0, false
	for i := range recent {
		t := &recent[i]
		switch {
		case t.By == care.ByBrand:
			answered = true
		case t.By != "":
		case t.Own >= issueAt, t.Details, t.Solved:
			return false
		default:
			abroad += count(t.Presses && t.Intrusion)
			after += count(t.Presses && answered && !t.Intrusion)
			answered = answered && t.Intrusion
		}
	}
	return abroad > 1 && after > 1
}

// idles counts the posts that provoke and those that court without a matter.
func idles(recent []care.Trace) (ill, dear int) {
	for i := range recent {
		if t := &recent[i]; t.By == "" && t.Own < needAt {
			ill += count(t.Bait >= marked || t.Badger || t.Crowd || t.Outsider)
			dear += count(t.Court > marked)
		}
	}
	return ill, dear
}

func (b *board) weigh(t *care.Trace) float64 {
	if t.At.IsZero() || b.now.IsZero() {
		return 1
	}
	return fade(b.now.Sub(t.At), ageing)
}

// post sorts one post of the author's.
func (b *board) post(i int, w float64, pardoned bool) {
	t := &b.recent[i]
	b.own += w
	if t.Complaint >= complains && t.Court < marked {
		b.woes += w
	}
	b.matter(t)
	switch {
	case t.Own >= issueAt:
		b.heaps[issues].add(i, w)
		return
	case b.helps(t):
		b.heaps[needs].add(i, w)
		return
	case t.Friendly && (t.Praise >= complains || !b.suspect):
		b.heaps[friendly].add(i, w)
	}
	if pardoned {
		return
	}
	b.idle += w
	if (t.Court >= marked || t.Team && b.fond && !t.Badger) && t.Bait < marked {
		if b.concrete {
			w *= b.shield()
		}
		b.courting(i, w)
		return
	}
	b.baiting(i, w*b.shield())
	if t.Bait < marked && !t.Badger && b.answered && !t.Friendly {
		b.dear += w * faint
		b.heaps[comesBack].add(i, w)
	}
}

// matter follows whether the author has a matter of their own open.
func (b *board) matter(t *care.Trace) {
	switch {
	case t.Own >= issueAt, t.Own >= needAt && t.Bait < marked && !b.solved:
		b.open, b.solved, b.silent = true, false, 0
		b.concrete = b.concrete || t.Own >= issueAt || t.Complaint >= complains
	case t.Solved:
		b.open, b.concrete, b.solved = false, false, true
	case t.Details:
		b.silent = 0
	default:
		b.silent++
	}
}

// helps reports a post that a team can work with though it names no matter.
func (b *board) helps(t *care.Trace) bool {
	if t.Bait >= marked || t.Court >= marked || t.Badger {
		return false
	}
	return t.Own >= needAt && (b.open || !b.suspect) || t.Details || t.Solved
}

func (b *board) shield() float64 {
	if !b.open {
		return 1
	}
	past := float64(b.silent-shieldFor) / (shieldEnd - shieldFor)
	return shielded + (1-shielded)*math.Max(0, math.Min(past, 1))
}

func (b *board) courting(i int, w float64) {
	t := &b.recent[i]
	court := min(1, t.Court)
	if t.Team {
		court = max(court, marked)
	}
	b.courts += w * min(1, court+0.3)
	b.heaps[courting].add(i, w*court)
	if b.answered {
		b.heaps[comesBack].add(i, w)
	}
}

// baiting sorts a post without a matter by the ways of a baiter. The kind word
// in another's thread is a friend's.
func (b *board) baiting(i int, w float64) {
	t := &b.recent[i]
	ill := t.Bait
	if t.Badger || t.Crowd || t.Outsider || t.Repeat && t.Intrusion {
		ill = math.Max(ill, marked)
	}
	if b.wily && t.Presses && (t.Intrusion || b.answered) {
		ill = math.Max(ill, marked)
	}
	if ill < marked && (t.Praise >= complains || (t.Friendly || t.Asks) && !b.suspect) {
		return
	}
	if ill >= marked {
		b.marks += w
	} else if t.Intrusion || b.answered {
		b.faint += w * faint
	}
	b.heaps[bait].add(i, w*above(t.Bait))
	if t.Intrusion {
		b.heaps[intrusions].add(i, w*b.hops(i)*half(ill))
	}
	if t.Repeat {
		b.heaps[copies].add(i, w*half(ill))
	}
	b.pressing(i, w, ill)
	if t.Crowd {
		b.heaps[crowd].add(i, w)
	}
	if t.Outsider {
		b.heaps[outsider].add(i, w)
	}
	if b.solved && ill >= marked {
		b.heaps[returns].add(i, w)
	}
}

// What an idle post, in another's thread or after an answer of ours, counts
// among the posts that provoke, and what all of them count at most.
const (
	faint    = 0.5
	maxFaint = 1.5
)

// hops is what an intrusion weighs by its thread: one who stays in a thread
// takes part in it, one who goes from thread to thread looks for it.
func (b *board) hops(i int) float64 {
	for k := range b.recent[:i] {
		if t := &b.recent[k]; t.By == "" && t.Intrusion && t.Thread == b.recent[i].Thread {
			return 0.3
		}
	}
	return 1
}

// pressing sorts what follows our answers.
func (b *board) pressing(i int, w, ill float64) {
	t := &b.recent[i]
	if b.answered && !t.Intrusion {
		b.heaps[afterAnswers].add(i, w*half(ill))
	}
	if b.asked && !t.Intrusion {
		b.heaps[declines].add(i, w)
	}
	moved := b.answered && b.topic != "" && t.Topic != "" && t.Topic != b.topic && t.Complaint >= complains
	switch {
	case t.Badger && b.answers > 0:
		b.heaps[goalPosts].add(i, w)
	case moved:
		b.heaps[goalPosts].add(i, w/2)
	}
}

// half is what an idle post of a bad sort weighs by how ill it is meant.
func half(ill float64) float64 { return 0.6 + 0.4*above(ill) }

// above is x where it reaches the mark, else nothing.
func above(x float64) float64 {
	if x < marked {
		return 0
	}
	return x
}

func latest(recent []care.Trace) time.Time {
	var at time.Time
	for i := range recent {
		if recent[i].At.After(at) {
			at = recent[i].At
		}
	}
	return at
}

// tally is the findings of one kind of vampire and what they come to.
type tally struct {
	score float64
	found [signalCount]finding
	n     int
}

// finding is a signal and the weight it adds.
type finding struct {
	signal signal
	weight float64
}

// count adds the signals that any post shows.
func (b *board) count(r *Rules, t *tally, signals ...signal) {
	for _, s := range signals {
		h := &b.heaps[s]
		x := math.Min(h.weight, table[s].most) * r.weight(s)
		if h.n == 0 || x == 0 {
			continue
		}
		t.found[t.n] = finding{s, x}
		t.n++
		t.score += x
	}
}

// present says how many of the signals any post shows.
func (b *board) present(signals ...signal) int {
	n := 0
	for _, s := range signals {
		n += count(b.heaps[s].n > 0)
	}
	return n
}

// signals puts the findings in words.
func (b *board) signals(t *tally) []care.Signal {
	out := make([]care.Signal, 0, t.n+1)
	for _, f := range t.found[:t.n] {
		h, row := &b.heaps[f.signal], &table[f.signal]
		note := row.one
		if h.n > 1 {
			note = row.many
			if f.signal != attention {
				note = fmt.Sprintf(note, h.n)
			}
		}
		out = append(out, care.Signal{Name: row.name, Weight: round(f.weight), Note: note, Posts: h.posts(b.recent)})
	}
	return out
}
