package feeds

import (
	"hash/fnv"
	"slices"
	"time"

	"github.com/mmcdole/gofeed"

	"goodgraces/connectors"
)

// maxMarks is how many entries of an answer the cursor tells of: enough that
// not all of them are deleted from one answer to the next.
const maxMarks = 25

// mark stands for an entry in the cursor.
type mark uint32

// trace is what the cursor tells of a feed's last answer: by it, the next one
// is seen to reach back far enough.
type trace struct {
	Marks  []mark    `json:"marks,omitempty"`
	Newest time.Time `json:"newest,omitzero"`
}

// traceOf reads an answer; at stands in where its entries have no time.
func traceOf(address string, feed *gofeed.Feed, at time.Time) trace {
	var t trace
	for _, item := range feed.Items {
		if item == nil {
			continue
		}
		if len(t.Marks) < maxMarks {
			t.Marks = append(t.Marks, markOf(entryID(address, item)))
		}
		if when := timeOf(item); when.After(t.Newest) && !when.After(at) {
			t.Newest = when
		}
	}
	if t.Newest.IsZero() {
		t.Newest = at
	}
	return t
}

func markOf(id string) mark {
	h := fnv.New32a()
	_, _ = h.Write([]byte(id)) // a hash takes everything
	return mark(h.Sum32())
}

// continues reports whether an answer that lists these entries holds one that
// the last answer had, so that nothing can be missing between the two.
func (t trace) continues(address string, items []*gofeed.Item) bool {
	return len(t.Marks) == 0 || len(items) == 0 || slices.ContainsFunc(items, func(item *gofeed.Item) bool {
		return item != nil && slices.Contains(t.Marks, markOf(entryID(address, item)))
	})
}

// oldest is the time of the oldest entry that has one, or at.
func oldest(items []*gofeed.Item, at time.Time) time.Time {
	first := at
	for _, item := range items {
		if item == nil {
			continue
		}
		if when := timeOf(item); !when.IsZero() && when.Before(first) {
			first = when
		}
	}
	return first
}

// compare notes a gap where an answer shares no entry with the one before.
func (r *Reader) compare(f *follower, feed *gofeed.Feed) {
	if f.trace.continues(f.address, feed.Items) {
		return
	}
	now := r.o.Env.Now()
	to := oldest(feed.Items, now)
	if to.Before(f.trace.Newest) {
		to = now // its times do not rise: all that is sure is when it was asked
	}
	r.gaps.Note(now, f.address, Shown(f.address)+" lists nothing any more that it listed before: entries "+
		connectors.GapBetween(f.trace.Newest, to)+" may be missing; look through the site for that time, and set every lower where this comes again")
}
