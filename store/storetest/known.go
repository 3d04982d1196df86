package storetest

import (
	"fmt"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

// An answer counts as said where what was approved last says it, and no longer
// where that was taken back.
func testKnownUses(t *testing.T, s *store.Store) {
	ctx := t.Context()
	var ids []string
	for n := range 4 {
		h := complaint("ann", n)
		h.Draft.Known = "ireland"
		ok(t, s.Record(ctx, []store.Handled{h}, nil))
		ids = append(ids, h.Case.ID)
	}
	for i, known := range []string{"ireland", "sunday", ""} { // the last draft waits
		a := approval(ids[i], care.SendPublic)
		a.At, a.Draft.Known, a.Draft.Fact = after(10*i), known, "We do."
		_, err := s.Approve(ctx, a)
		ok(t, err)
		drafts, err := s.CurrentDrafts(ctx, []string{ids[i], "no-such"})
		ok(t, err)
		same(t, len(drafts), 1)
		d := drafts[ids[i]]
		same(t, d.Known+": "+d.Fact, known+": We do.") // also where the words are the same as before
	}
	uses := func(since time.Time) string {
		got, err := s.KnownUses(ctx, since)
		ok(t, err)
		return fmt.Sprint(got)
	}
	same(t, uses(noon), "map[ireland:1 sunday:1]")
	same(t, uses(after(5)), "map[sunday:1]")
	_, err := s.Decide(ctx, care.Decision{CaseID: ids[0], Actor: "bob", Kind: care.DecideWithdraw, At: after(30)}, care.StateDrafted)
	ok(t, err)
	same(t, uses(noon), "map[sunday:1]")
}
