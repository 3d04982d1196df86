package authors

import (
	"math"
	"slices"
	"time"

	"goodgraces/care"
)

// The stances' scores, and how many different signs of ill will a baiter must
// show: hostility alone, or the number of posts alone, is never enough.
const (
	closeAt   = 0.6
	silenceAt = 0.85
	signs     = 2
	ageing    = 90 * 24 * time.Hour // a post weighs half after this
)

// Stand says how to meet an author, from what Update remembered. It reports
// false for an author of whom nothing is known.
//
// No signal rests on anger or swearing alone, on the number of posts alone,
// on reach, language, name or identity.
func Stand(p *care.Profile) (care.Standing, bool) {
	if len(p.Recent) == 0 {
		return care.Standing{}, false
	}
	s := score(p.Recent, p.Flattery)
	switch {
	case s.Kind == care.KindNone:
		s.Stance = care.StanceEngage
	case newIssue(p.Recent):
		s.Stance = care.StanceEngage
	case s.Vampire >= silenceAt, closed(p):
		s.Stance = care.StanceSilence
	default:
		s.Stance = care.StanceClose
	}
	return s, true
}

// closed reports that our latest answer was given to an author who already
// called for a closing line: it was that line.
func closed(p *care.Profile) bool {
	for i, t := range slices.Backward(p.Recent) {
		if t.By == care.ByBrand {
			return score(p.Recent[:i], p.Flattery).Kind != care.KindNone
		}
	}
	return false
}

// newIssue reports that the author's latest post is a concrete complaint that
// they have not made before: the door is always open.
func newIssue(recent []care.Trace) bool {
	last := len(recent) - 1
	for last >= 0 && recent[last].By != "" {
		last--
	}
	if last < 0 || !issue(&recent[last]) || recent[last].Repeat {
		return false
	}
	return true
}

// issue reports a post about a concrete problem.
func issue(t *care.Trace) bool { return t.Concrete && t.Complaint >= complains }

// score weighs the signals of both kinds and keeps the stronger kind.
func score(recent []care.Trace, flattery float64) care.Standing {
	var b board
	b.read(recent)
	bait, cling := b.baiter(), b.clinger(flattery)
	t, closing := &bait, care.KindBaiter
	if cling.score > bait.score {
		t, closing = &cling, care.KindClinger
	}
	s := care.Standing{Vampire: round(t.score), Kind: care.KindNone, Signals: t.signals(recent)}
	if t.score >= closeAt {
		s.Kind = closing
	}
	return s
}

// heap is posts of one sort and their weight.
type heap struct {
	weight float64
	n      int
	at     [care.MaxRecent]uint8 // which of the remembered posts
}

func (h *heap) add(i int, weight float64) {
	h.weight += weight
	if h.n < len(h.at) {
		h.at[h.n] = uint8(i)
		h.n++
	}
}

// posts names the posts of a heap.
func (h *heap) posts(recent []care.Trace) []string {
	ids := make([]string, h.n)
	for i, at := range h.at[:h.n] {
		ids[i] = recent[at].ID
	}
	return ids
}

// board sorts the remembered posts and collects signals.
type board struct {
	recent  []care.Trace
	own     float64 // weight of the author's posts
	answers int

	bait, intrusions, copies, after, goalposts, issues heap // of a baiter
	praise, praiseAfter, affection, needs              heap // of a clinger
}

// hostile is the hostility from which a post without an issue is bait.
const hostile = 0.4

// read sorts the posts. A post counts less the older it is, beside the latest.
func (b *board) read(recent []care.Trace) {
	b.recent = recent
	var topic string
	now := latest(recent)
	for i := range recent {
		t := &recent[i]
		if t.By == care.ByBrand {
			b.answers++
			continue
		}
		w := weight(now, t.At)
		b.own += w
		if issue(t) {
			b.issues.add(i, w)
			topic = t.Topic
			continue
		}
		b.readBait(i, w, topic)
		b.readPraise(i, w)
		topic = t.Topic
	}
}

func (b *board) readBait(i int, w float64, before string) {
	t := &b.recent[i]
	if t.Praise >= complains && t.Hostility < hostile {
		return // praise in another's thread is a friend's
	}
	ill := t.Hostility >= hostile
	if ill {
		b.bait.add(i, w)
	}
	if t.Intrusion {
		b.intrusions.add(i, w*share(ill))
	}
	if t.Repeat {
		b.copies.add(i, w*share(ill))
	}
	if b.answers > 0 && ill {
		b.after.add(i, w)
	}
	if b.answers > 0 && before != "" && before != t.Topic && t.Complaint >= complains {
		b.goalposts.add(i, w)
	}
}

// share halves what is not hostile.
func share(ill bool) float64 {
	if ill {
		return 1
	}
	return 0.5
}

func (b *board) readPraise(i int, w float64) {
	t := &b.recent[i]
	if t.Affection {
		b.affection.add(i, w)
	} else if t.Complaint >= complains || t.Hostility >= hostile {
		b.needs.add(i, w)
		return
	}
	if t.Praise < complains && !t.Affection {
		return
	}
	b.praise.add(i, w)
	if b.answers > 0 {
		b.praiseAfter.add(i, w)
	}
}

func latest(recent []care.Trace) time.Time {
	var at time.Time
	for _, t := range recent {
		if t.At.After(at) {
			at = t.At
		}
	}
	return at
}

func weight(now, at time.Time) float64 {
	if at.IsZero() || now.IsZero() {
		return 1
	}
	return math.Exp2(-float64(now.Sub(at)) / float64(ageing))
}

// The weights of a baiter's signals, a post each, and how many posts count.
// Hostility alone stays far below closeAt, and nothing closes the door with
// less than two signs beside it.
const (
	perBait, maxBait           = 0.06, 5
	perIntrusion, maxIntrusion = 0.15, 3
	perCopy, maxCopy           = 0.12, 3
	perAfter, maxAfter         = 0.12, 3
	perGoalpost, maxGoalpost   = 0.12, 2
	perIssue, maxIssue         = -0.25, 3
)

func (b *board) baiter() (t tally) {
	t.add(&hostileSign, &b.bait, capped(b.bait.weight, maxBait)*perBait)
	t.add(&intrudesSign, &b.intrusions, capped(b.intrusions.weight, maxIntrusion)*perIntrusion)
	t.add(&repeatsSign, &b.copies, capped(b.copies.weight, maxCopy)*perCopy)
	t.add(&afterSign, &b.after, capped(b.after.weight, maxAfter)*perAfter)
	t.add(&goalpostSign, &b.goalposts, capped(b.goalposts.weight, maxGoalpost)*perGoalpost)
	if n := present(&b.intrusions, &b.copies, &b.after, &b.goalposts); n < signs || b.bait.n+b.intrusions.n < 3 {
		t.score = min(t.score, closeAt/2)
	}
	t.add(&issueSign, &b.issues, capped(b.issues.weight, maxIssue)*perIssue)
	t.score = max(0, min(1, t.score))
	return t
}

// The weights of a clinger's signals. A fan praises what we make, now and
// then; a clinger wants the team's attention, and comes back after each answer
// needing nothing.
const (
	perPraiseAfter, maxPraiseAfter = 0.11, 5
	flatteryWeight                 = 0.35
	perAffection, maxAffection     = 0.08, 8
	perNeed, maxNeed               = -0.2, 3
	clingShare                     = 0.7 // of the posts that are flattery
)

func (b *board) clinger(flattery float64) (t tally) {
	t.add(&comesBackSign, &b.praiseAfter, capped(b.praiseAfter.weight, maxPraiseAfter)*perPraiseAfter)
	t.add(&flattersSign, &b.praise, flattery*flatteryWeight)
	t.add(&affectionSign, &b.affection, capped(b.affection.weight, maxAffection)*perAffection)
	answered := b.praiseAfter.n >= 3 && b.answers >= 2 && flattery >= 0.2
	courts := b.affection.n >= 6
	if !answered && !courts || b.praise.weight < clingShare*b.own {
		t.score = min(t.score, closeAt/2)
	}
	t.add(&needSign, &b.needs, capped(b.needs.weight+b.issues.weight, maxNeed)*perNeed)
	t.score = max(0, min(1, t.score))
	return t
}

func capped(x, limit float64) float64 { return math.Min(x, limit) }

func present(heaps ...*heap) int {
	n := 0
	for _, h := range heaps {
		n += count(h.n > 0)
	}
	return n
}
