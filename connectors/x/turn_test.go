package x_test

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
)

// watch is a clock that tests set.
type watch struct {
	mu sync.Mutex
	at time.Time
}

func (w *watch) now() time.Time { w.mu.Lock(); defer w.mu.Unlock(); return w.at }

func (w *watch) turn(d time.Duration) { w.mu.Lock(); defer w.mu.Unlock(); w.at = w.at.Add(d) }

// lookedUp are the posts that were read again since it was asked last.
func (n *network) lookedUp() []string {
	n.mu.Lock()
	defer n.mu.Unlock()
	ids := n.again
	n.again = nil
	return ids
}

// day reads until stored posts were read again, and returns which, what was found
// deleted, the cursor, and what the connector said then.
func day(t *testing.T, n *network, host *till, keys map[string]any, clock *watch, cursor string) (ids, gone []string, next, said string) {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	n.lookedUp()
	e := env(t, t.TempDir(), host)
	e.Now = clock.now
	e.Status = func(state, reason string) {
		if said = state + " " + reason; strings.Contains(said, "could not all be read again") {
			stop()
		}
	}
	now := clock.now().UnixMilli()
	_ = connect(t, n, keys, e).Read(ctx, cursor, func(_ context.Context, b connectors.Batch) error {
		for _, m := range b.Mentions {
			if m.Deleted {
				gone = append(gone, m.ID)
			}
		}
		if next = cmp.Or(b.Cursor, next); strings.Contains(next, fmt.Sprintf(`"checked":%d`, now)) {
			stop()
		}
		return nil
	})
	return n.lookedUp(), gone, next, said
}

// Every stored post comes up, however old and whatever became of its case, within
// the days that are told; no day reads more than it may, and what somebody works
// on is read every day.
func TestAllStoredPostsComeUpInTurn(t *testing.T) {
	for _, tt := range []struct{ stored, kept, most, days int }{
		{100, 10, 30, 5}, {60, 80, 30, 6}, {7, 0, 3, 3}, {5, 5, 1, 5}, {30, 0, 100, 1}, {30, 200, 300, 1}, {0, 0, 300, 0},
	} {
		t.Run(fmt.Sprint(tt), func(t *testing.T) {
			n, host, clock := startNetwork(t), &till{}, &watch{at: time.Now()}
			for range tt.stored {
				host.stored = append(host.stored, n.stored("stands"))
			}
			for range tt.kept {
				host.kept = append(host.kept, n.stored("open"))
			}
			keys := merge(oauth1(), map[string]any{"recheck_posts": tt.most})
			seen, cursor := map[string]bool{}, ""
			for d := range tt.days {
				ids, _, next, said := day(t, n, host, keys, clock, cursor)
				cursor = next
				if len(ids) > tt.most {
					t.Errorf("day %d: %d posts were read again", d, len(ids))
				}
				for _, m := range host.kept[:min(tt.kept, tt.most-max(tt.most/3, 1))] {
					if !slices.Contains(ids, m.ID) {
						t.Errorf("day %d: an open case's post was not read", d)
					}
				}
				if want := fmt.Sprintf("all %d stored posts are read again within %d days", tt.stored, tt.days); (tt.days > 1) != strings.HasPrefix(said, "connected "+want) {
					t.Errorf("day %d: it says %q, want %q", d, said, want)
				}
				for _, id := range ids {
					seen[id] = true
				}
				clock.turn(24 * time.Hour)
			}
			for i, m := range host.stored {
				if !seen[m.ID] {
					t.Errorf("post %d of %d did not come up in %d days", i, tt.stored, tt.days)
				}
			}
		})
	}
}

// A deletion of what nobody works on any more is noticed when its turn comes, and
// again in the next round; where a day's money does not hold its turn, that comes up
// the next time.
func TestAnOldDeletionIsNoticed(t *testing.T) {
	n, host, clock := startNetwork(t), &till{}, &watch{at: time.Now()}
	for range 6 {
		host.stored = append(host.stored, n.stored("old"))
	}
	last := host.stored[5]
	keys := merge(oauth1(), map[string]any{"recheck_posts": 2})
	found, cursor := map[int]int{}, ""
	for d := range 8 {
		n.mu.Lock()
		n.gone[last.ID] = true
		n.mu.Unlock()
		host.mu.Lock()
		host.has = 0
		if d == 1 {
			host.has = host.paid + care.Dollars(0.015) // not enough for two
		}
		host.mu.Unlock()
		_, gone, next, said := day(t, n, host, keys, clock, cursor)
		if found[d] = len(gone); d == 1 && !strings.Contains(said, "could not all be read again") {
			t.Errorf("the money is spent, and it says %q", said)
		}
		if d != 1 {
			cursor = next
		}
		clock.turn(24 * time.Hour)
	}
	maps.DeleteFunc(found, func(_, n int) bool { return n == 0 })
	if want := map[int]int{3: 1, 6: 1}; !maps.Equal(found, want) {
		t.Errorf("it was noticed on days %v, want %v", found, want)
	}
}
