package connectors

import (
	"slices"
	"strings"
	"sync"
	"time"
)

const (
	// gapToldFor is how long people are told that posts may be missing.
	gapToldFor = 24 * time.Hour
	// maxGaps bounds how many are told of at once: the latest.
	maxGaps = 5
)

// Gaps remembers where posts may be missing because a platform's past did not
// reach back far enough, so that the connector's status says it for a day: in
// memory alone, so a restart or a change of the connector ends it. The zero value
// has none. It is safe for concurrent use.
type Gaps struct {
	mu     sync.Mutex
	known  []gap
	remark string
}

type gap struct {
	where, note string
	until       time.Time
}

// Note keeps a gap. Note says from when to when, and what to do; of one place
// (a feed, an account, "" for the whole) the latest gap counts.
func (g *Gaps) Note(now time.Time, where, note string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.known = slices.DeleteFunc(g.known, func(old gap) bool { return old.where == where })
	g.known = append(g.known, gap{where, note, now.Add(gapToldFor)})
	g.known = g.known[max(0, len(g.known)-maxGaps):]
}

// Remark keeps what people may know while nothing lacks; "" is nothing.
func (g *Gaps) Remark(remark string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.remark = remark
}

// Tell says how a connector does that reads: Connected, with a remark if there is
// one, or Degraded with what else it lacks and with the gaps.
func (g *Gaps) Tell(e Env, lacks ...string) {
	notes, remark := g.notes(e.Now())
	if why := append(slices.Clone(lacks), notes...); len(why) > 0 {
		e.Status(Degraded, strings.Join(why, "; "))
		return
	}
	e.Status(Connected, remark)
}

func (g *Gaps) notes(now time.Time) (notes []string, remark string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.known = slices.DeleteFunc(g.known, func(old gap) bool { return now.After(old.until) })
	for _, one := range g.known {
		notes = append(notes, one.note)
	}
	return notes, g.remark
}

// GapBetween words the two ends of a gap.
func GapBetween(from, to time.Time) string {
	const minute = "2006-01-02 15:04"
	return "between " + from.UTC().Format(minute) + " and " + to.UTC().Format(minute) + " UTC"
}
