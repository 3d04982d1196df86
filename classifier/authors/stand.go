package authors

import (
	"time"

	"goodgraces/care"
)

// What a vampire must show besides a score: more than one way of draining a
// team, in more than a few posts. Hostility alone, or the number of posts
// alone, is never enough.
const (
	sureMarks  = 1.5 // weight of the posts that provoke
	hopMarks   = 1.3 // of one who goes from thread to thread
	fewHops    = 1.1
	fewMarks   = 2.2 // of these and, in part, those that name nothing where something is asked of them
	fewIdle    = 3.5 // of those that need nothing
	fewWays    = 2
	sureCourts = 1.2
	fewCourts  = 2.1 // of those that court
	mostly     = 0.4 // share of the posts that court
	seldom     = 0.3 // share of those that complain, at most
)

// Stand says how to meet an author, from what Update remembered. It reports
// false for an author of whom nothing is known.
//
// No signal rests on anger or swearing alone, on the number of posts alone,
// on reach, language, name or identity.
func (r *Rules) Stand(p *care.Profile) (care.Standing, bool) {
	if len(p.Recent) == 0 {
		return care.Standing{}, false
	}
	closing := closed(p)
	s := r.score(p, closing)
	s.Stance = r.stance(p, &s, closing)
	return s, true
}

// stance is how to meet the author: as a person said, where one did; else by
// the score. The door is always open for a genuine new matter.
func (r *Rules) stance(p *care.Profile, s *care.Standing, closing bool) care.Stance {
	said := p.Overrule
	switch {
	case said != nil && said.Stance != care.StanceEngage && said.Stance != "":
		s.Signals = append([]care.Signal{{Name: saidSignal, Note: saidNote(said), Posts: []string{}}}, s.Signals...)
		if opened(p.Recent, said.At) {
			return care.StanceEngage
		}
		if said.Stance == care.StanceClose && closing {
			return care.StanceSilence
		}
		return said.Stance
	case s.Kind == care.KindNone, opened(p.Recent, time.Time{}):
		return care.StanceEngage
	case closing && s.Vampire >= r.silenceAt():
		return care.StanceSilence
	}
	return care.StanceClose
}

// saidSignal is the name of the signal that a person's word is.
const saidSignal = "a-person-said-so"

func saidNote(o *care.Overrule) string {
	note := o.Actor + " chose " + string(o.Stance)
	if o.Reason != "" {
		note += ": " + o.Reason
	}
	return note
}

// closed reports that the closing line was given, and no new matter named
// since.
func closed(p *care.Profile) bool {
	closing := false
	for i := range p.Recent {
		t := &p.Recent[i]
		closing = t.Closing || closing && !genuine(t)
	}
	return closing
}

// genuine reports a post with a matter of the author's own that is neither
// bait nor courting nor said before.
func genuine(t *care.Trace) bool {
	return t.By == "" && t.Own >= needAt && t.Bait < marked && t.Court < marked && !t.Repeat
}

// patience is how many posts without a need end what a new matter opened.
const patience = 2

// opened reports that the author named a genuine matter after a time, and has
// not gone back to their old ways since.
func opened(recent []care.Trace, after time.Time) bool {
	open, left := false, 0
	for i := range recent {
		t := &recent[i]
		switch {
		case t.By != "":
		case genuine(t) && (after.IsZero() || t.At.After(after)):
			open, left = true, patience
		case t.Bait >= marked || t.Court >= marked || t.Badger || t.Crowd:
			left--
			open = open && left > 0
		}
	}
	return open
}

// score weighs the signals of both kinds and keeps the stronger kind.
func (r *Rules) score(p *care.Profile, closing bool) care.Standing {
	var b board
	var pardoned time.Time
	if p.Overrule != nil && p.Overrule.Stance == care.StanceEngage {
		pardoned = p.Overrule.At
	}
	b.read(p.Recent, pardoned)
	r.spend(&b, p.Recent)
	limit := r.closeAt()
	if closing {
		limit = min(limit, r.silenceAt())
	}
	baiter, clinger := r.baiter(&b), r.clinger(&b)
	t, kind := &baiter, care.KindBaiter
	if clinger.score > baiter.score {
		t, kind = &clinger, care.KindClinger
	}
	s := care.Standing{Vampire: round(t.score), Kind: care.KindNone, Signals: b.signals(t)}
	if t.score >= limit {
		s.Kind = kind
	}
	return s
}

func (r *Rules) baiter(b *board) (t tally) {
	b.count(r, &t, bait, intrusions, afterAnswers, declines, goalPosts, copies, crowd, outsider, returns, attention)
	ways := b.present(intrusions, afterAnswers, goalPosts, copies, crowd, outsider, returns)
	if b.heaps[intrusions].weight >= fewWays {
		ways++ // goes from thread to thread
	}
	sure := sureMarks
	if b.heaps[intrusions].weight > fewHops {
		sure = hopMarks
	}
	if ways < fewWays || b.marks < sure || b.marks+min(b.faint, maxFaint) < fewMarks || b.idle < fewIdle {
		t.score = min(t.score, DefaultCloseAt/2)
	}
	b.count(r, &t, issues, needs, friendly)
	t.score = max(0, min(1, t.score))
	return t
}

func (r *Rules) clinger(b *board) (t tally) {
	b.count(r, &t, courting, comesBack, attention)
	courts := b.courts + min(b.dear, maxFaint)
	if b.courts < sureCourts || courts < fewCourts || courts < mostly*b.own || b.woes > seldom*b.own {
		t.score = min(t.score, DefaultCloseAt/2)
	}
	b.count(r, &t, issues, needs, friendly)
	t.score = max(0, min(1, t.score))
	return t
}

// spend notes where an author who needs nothing has had all the answers that
// the budget allows: in the thread of their latest post, or in the window.
func (r *Rules) spend(b *board, recent []care.Trace) {
	if b.heaps[issues].n > 0 {
		return
	}
	last := -1
	for i := range recent {
		if recent[i].By == "" {
			last = i
		}
	}
	if last < 0 {
		return
	}
	here, within := 0, 0
	for i := range recent {
		t := &recent[i]
		if t.By != care.ByBrand {
			continue
		}
		here += count(t.Thread != "" && t.Thread == recent[last].Thread)
		within += count(b.now.Sub(t.At) <= r.Budget.Window)
	}
	if spent(here, r.Budget.PerThread) || spent(within, r.Budget.PerAuthor) {
		b.heaps[attention].add(last, 1)
	}
}

func spent(n, allowed int) bool { return allowed > 0 && n >= allowed }
