package storetest

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"goodgraces/care"
	"goodgraces/store"
)

// once is the budget that the tests hold authors to.
var once = care.Budget{PerThread: 1, Closing: 1, PerAuthor: 3, Window: time.Hour}

// budgeted approves the public answer to the n-th complaint of an author, with
// changes.
func budgeted(t *testing.T, s *store.Store, h store.Handled, change ...func(*store.Approval)) care.Send {
	t.Helper()
	ok(t, s.Record(t.Context(), []store.Handled{h}, nil))
	a := approval(h.Case.ID, care.SendPublic)
	for _, f := range change {
		f(&a)
	}
	sends, err := s.Approve(t.Context(), a)
	ok(t, err)
	return sends[len(sends)-1]
}

func closing(a *store.Approval) { a.Draft.Action = care.ActFold }

func withMessage(a *store.Approval) {
	*a = approval(a.CaseID, care.SendPrivate, care.SendPublic)
}

func letThrough(a *store.Approval) {
	for i := range a.Sends {
		a.Sends[i].Allowed = "mia: they asked for it in public"
	}
}

// claimWithin claims what is due within a budget and fails unless it is these.
func claimWithin(t *testing.T, s *store.Store, b care.Budget, now time.Time, want ...string) {
	t.Helper()
	sends, err := s.ClaimSends(t.Context(), store.Claim{Holder: "h", Now: now, Lease: time.Hour, Limit: 10, Budget: b})
	ok(t, err)
	got := []string{}
	for _, send := range sends {
		got = append(got, send.ID)
	}
	equal(t, got, append([]string{}, want...))
}

// heldBack fails unless a send failed before it left, for a reason that holds
// these words.
func heldBack(t *testing.T, s *store.Store, id, why string) {
	t.Helper()
	send, err := s.Send(t.Context(), id)
	ok(t, err)
	if send.State != care.SendFailed || send.Attempts != 0 || !strings.Contains(send.Reason, why) {
		t.Fatalf("%s is %s after %d attempts: %q, want %q", id, send.State, send.Attempts, send.Reason, why)
	}
}

func testBudget(t *testing.T, s *store.Store) {
	first := budgeted(t, s, complaint("ann", 1))
	second := budgeted(t, s, complaint("ann", 2))
	other := budgeted(t, s, complaint("ben", 1), func(a *store.Approval) { a.At = after(1).Add(time.Second) })
	claimWithin(t, s, once, after(2), first.ID, other.ID)
	heldBack(t, s, second.ID, "has had its public answer; go on in private")
	inState(t, s, second.CaseID, care.StateFailed)
	same(t, caseFile(t, s, second.CaseID).Case.Note, caseFile(t, s, second.CaseID).Sends[0].Reason)

	settle(t, s, first.ID, "h", care.SendUnknown, after(2)) // may stand: it counts
	third := budgeted(t, s, complaint("ann", 3))
	claimWithin(t, s, once, after(2).Add(time.Second), first.ID)
	heldBack(t, s, third.ID, "public answer")
	settle(t, s, first.ID, "h", care.SendFailed, after(3)) // does not stand after all
	fourth := budgeted(t, s, complaint("ann", 4))
	claimWithin(t, s, once, after(4), fourth.ID)
	settle(t, s, fourth.ID, "h", care.SendSent, after(4))

	last := budgeted(t, s, complaint("ann", 5), closing)
	same(t, last.Closing, true)
	again := budgeted(t, s, complaint("ann", 6), closing)
	claimWithin(t, s, once, after(5), last.ID)
	heldBack(t, s, again.ID, "closing line; silence")
	more := budgeted(t, s, complaint("ann", 7), letThrough)
	same(t, more.Allowed, "mia: they asked for it in public")
	claimWithin(t, s, once, after(6), more.ID)
	d := caseFile(t, s, more.CaseID).Decisions
	same(t, d[0].Reason, "one more than the attention budget: mia: they asked for it in public")
	unlimited := budgeted(t, s, complaint("ann", 8))
	claimWithin(t, s, care.Budget{}, after(6), unlimited.ID)
	verified(t, s)
}

func testBudgetOfAuthor(t *testing.T, s *store.Store) {
	inThread := func(n int) store.Handled {
		h := complaint("ann", n)
		h.Mention.Thread = fmt.Sprint("thread-", n)
		return h
	}
	at := func(minutes int) func(*store.Approval) {
		return func(a *store.Approval) { a.At, a.NotBefore = after(minutes), after(minutes) }
	}
	for n := range 3 {
		id := budgeted(t, s, inThread(n), at(n)).ID
		claimWithin(t, s, once, after(n), id)
	}
	heldUp := budgeted(t, s, inThread(3), at(59))
	claimWithin(t, s, once, after(59))
	heldBack(t, s, heldUp.ID, "3 public answers within 1 hour")
	for n := range 3 {
		settle(t, s, care.SendID(inThread(n).Case.ID, care.SendPublic, 1), "h", care.SendSent, after(3))
	}
	later := budgeted(t, s, inThread(4), at(62)) // those of minutes 0 to 2 are out of the window
	claimWithin(t, s, once, after(62), later.ID)
}

// testBudgetGoodbye: goodbyes may have been drafted in several threads of one
// author before the first leaves; it is the last.
func testBudgetGoodbye(t *testing.T, s *store.Store) {
	inThread := func(n int) store.Handled {
		h := complaint("ann", n)
		h.Mention.Thread = fmt.Sprint("thread-", n)
		return h
	}
	first, second := budgeted(t, s, inThread(1), closing), budgeted(t, s, inThread(2), closing)
	claimWithin(t, s, once, after(2), first.ID)
	heldBack(t, s, second.ID, "their closing line, in whatever thread; silence")
	settle(t, s, first.ID, "h", care.SendFailed, after(3)) // it never stood
	third, fourth := budgeted(t, s, inThread(3), closing), budgeted(t, s, inThread(4), closing)
	claimWithin(t, s, once, after(4), third.ID)
	heldBack(t, s, fourth.ID, "closing line")
	settle(t, s, third.ID, "h", care.SendSent, after(4))
	genuine := budgeted(t, s, inThread(5)) // a new matter of theirs is answered
	claimWithin(t, s, once, after(5), genuine.ID)
	settle(t, s, genuine.ID, "h", care.SendSent, after(5))
	other := budgeted(t, s, complaint("ben", 1), closing)
	claimWithin(t, s, once, after(5), other.ID)
	settle(t, s, other.ID, "h", care.SendSent, after(5))
	late := after(4 + 61) // as long as the window looks back
	again := budgeted(t, s, inThread(6), closing, func(a *store.Approval) { a.At, a.NotBefore = late, late })
	claimWithin(t, s, once, late, again.ID)
}

// testBudgetOfPerson counts what the linked accounts of a person had together.
func testBudgetOfPerson(t *testing.T, s *store.Store) {
	ok(t, s.Link(t.Context(), "testgram:ann", "testgram:bot", "bob", noon))
	inThread := func(author string, n int) store.Handled {
		h := complaint(author, n)
		h.Mention.Thread = "thread-7"
		return h
	}
	first, second := budgeted(t, s, inThread("ann", 1)), budgeted(t, s, inThread("bot", 1))
	claimWithin(t, s, once, after(2), first.ID)
	heldBack(t, s, second.ID, "public answer")
	settle(t, s, first.ID, "h", care.SendSent, after(3))
	ps, err := s.Profiles(t.Context(), []string{"testgram:bot"})
	ok(t, err)
	p := ps["testgram:bot"]
	equal(t, p.Recent, []care.Trace{{ID: "r-" + first.ID, At: after(3), By: care.ByBrand, Thread: "testgram:thread-7", Account: "testgram:ann"}})
	same(t, p.Answers, 1)
}

// testBudgetPairs lets a private message leave only where the public answer
// that goes with it has a place.
func testBudgetPairs(t *testing.T, s *store.Store) {
	one, two := budgeted(t, s, complaint("ann", 1), withMessage), budgeted(t, s, complaint("ann", 2), withMessage)
	claimWithin(t, s, once, after(2), one.After) // keeps the place for the answer that follows it
	heldBack(t, s, two.After, "public answer")
	heldBack(t, s, two.ID, "public answer")
	inState(t, s, two.CaseID, care.StateFailed)
	settle(t, s, one.After, "h", care.SendSent, after(2))
	claimWithin(t, s, once, after(2), one.ID)
	settle(t, s, one.ID, "h", care.SendSent, after(2))
	inState(t, s, one.CaseID, care.StateHandedOff)

	// The remedy: in private alone, which is not counted.
	_, err := s.SaveDraft(t.Context(), care.Draft{CaseID: two.CaseID, By: "bob", At: after(3), Text: "Sorry"})
	ok(t, err)
	sends, err := s.Approve(t.Context(), approval(two.CaseID, care.SendPrivate))
	ok(t, err)
	claimWithin(t, s, once, after(4), sends[0].ID)
	settle(t, s, sends[0].ID, "h", care.SendSent, after(4))
	inState(t, s, two.CaseID, care.StateHandedOff)

	// A place is given up with the approval.
	first := budgeted(t, s, complaint("ben", 1))
	_, err = s.Decide(t.Context(), care.Decision{CaseID: first.CaseID, Actor: "bob", Kind: care.DecideWithdraw, At: after(1)}, care.StateDrafted)
	ok(t, err)
	second := budgeted(t, s, complaint("ben", 2))
	claimWithin(t, s, once, after(4), second.ID)
}

// testBudgetThreads follows a conversation where the platform names no thread.
func testBudgetThreads(t *testing.T, s *store.Store) {
	reply := func(n int, to string) store.Handled {
		h := complaint("ann", n)
		h.Mention.Thread, h.Mention.InReplyTo = "", to
		return h
	}
	root := budgeted(t, s, reply(1, ""))
	claimWithin(t, s, once, after(2), root.ID)
	settle(t, s, root.ID, "h", care.SendSent, after(2))
	toUs := budgeted(t, s, reply(2, "r-"+root.ID)) // our answer was never read back
	claimWithin(t, s, once, after(3))
	heldBack(t, s, toUs.ID, "public answer")
	deeper := budgeted(t, s, reply(3, "ann-2"))
	claimWithin(t, s, once, after(3))
	heldBack(t, s, deeper.ID, "public answer")
	elsewhere := budgeted(t, s, reply(4, "somebody-1"))
	claimWithin(t, s, once, after(3), elsewhere.ID)
}

func testAttention(t *testing.T, s *store.Store) {
	first := budgeted(t, s, complaint("ann", 1))
	h := complaint("ann", 2)
	ok(t, s.Record(t.Context(), []store.Handled{h}, nil))
	attention := func(since time.Time) store.Attention {
		t.Helper()
		a, err := s.Attention(t.Context(), h.Case.ID, since)
		ok(t, err)
		return a
	}
	a := attention(noon)
	same(t, a.Spent, care.Spent{Answers: 1, Lately: 1})
	same(t, a.Said.ID, first.ID)
	same(t, attention(after(1)).Spent, care.Spent{Answers: 1})
	claimWithin(t, s, once, after(2), first.ID)
	settle(t, s, first.ID, "h", care.SendSent, after(2))
	budgeted(t, s, complaint("ann", 3), closing)
	a = attention(noon)
	same(t, a.Spent, care.Spent{Answers: 1, Closings: 1, Goodbyes: 1, Lately: 2})
	same(t, a.Said.Closing, true)
	if _, err := s.Attention(t.Context(), "nope", noon); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("a case that is not there: %v", err)
	}
	_, err := s.Forget(t.Context(), h.Mention.AuthorKey(), "admin", after(3))
	ok(t, err)
	same(t, attention(noon).Spent, care.Spent{})
	left, err := s.Send(t.Context(), first.ID)
	ok(t, err)
	same(t, left.Allowed+left.Text, "")
}

// testBudgetRace lets senders of one process claim at the same moment.
func testBudgetRace(t *testing.T, s *store.Store) {
	RaceForBudget(t, s, s, s, s)
}

// RaceForBudget approves many answers to one author in one thread, lets one
// sender a store claim and send until nothing is due, and fails unless one
// answer left. The stores are openings of one database, as by several
// processes.
func RaceForBudget(t *testing.T, stores ...*store.Store) {
	t.Helper()
	for n := range 12 {
		if n%3 == 0 {
			budgeted(t, stores[0], complaint("ann", n), withMessage)
		} else {
			budgeted(t, stores[0], complaint("ann", n))
		}
	}
	left := race(t, stores)
	if len(left[care.SendPublic]) != 1 || len(left[care.SendPrivate]) > 1 {
		t.Errorf("left: %v", left)
	}
	verified(t, stores[0])
}

// race returns what left.
func race(t *testing.T, stores []*store.Store) map[care.SendKind][]string {
	t.Helper()
	var mu sync.Mutex
	left := map[care.SendKind][]string{}
	g, ctx := errgroup.WithContext(t.Context())
	for i, s := range stores {
		holder := fmt.Sprint("sender", i)
		g.Go(func() error {
			for idle := 0; idle < 3; {
				sends, err := s.ClaimSends(ctx, store.Claim{Holder: holder, Now: after(5), Lease: time.Minute, Limit: 2, Budget: once})
				if err != nil {
					return err
				}
				if idle++; len(sends) > 0 {
					idle = 0
				}
				for _, send := range sends {
					mu.Lock()
					left[send.Kind] = append(left[send.Kind], send.ID)
					mu.Unlock()
					err := s.Settle(ctx, store.Settlement{SendID: send.ID, Holder: holder, Actor: holder, State: care.SendSent, At: after(5)})
					if err != nil {
						return err
					}
				}
			}
			return nil
		})
	}
	ok(t, g.Wait())
	return left
}
