package storetest

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

// testUsage books from many sides at once: the budget is never exceeded and
// used to the last.
func testUsage(t *testing.T, s *store.Store) {
	ctx := t.Context()
	var taken atomic.Int64
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 10 {
				in, err := s.Book(ctx, store.Booking{Connector: "x", At: noon, Usage: store.Usage{Requests: 1, Money: 5_000}, Budget: store.Usage{Requests: 1_000, Money: 100_000}})
				if err != nil {
					t.Error(err)
				}
				if in {
					taken.Add(1)
				}
			}
		})
	}
	all.Wait()
	same(t, taken.Load(), 20)
	used, err := s.Used(ctx, noon)
	ok(t, err)
	same(t, used["x"], store.Usage{Requests: 20, Money: 100_000})

	book := func(connector string, at time.Time, requests, budget int, want bool) {
		t.Helper()
		in, err := s.Book(ctx, store.Booking{Connector: connector, At: at, Usage: store.Usage{Requests: requests}, Budget: store.Usage{Requests: budget}})
		ok(t, err)
		same(t, in, want)
	}
	book("x", noon, 1, 21, true)
	book("x", noon, 1, 21, false)
	book("y", noon, 1, 1, true)                    // each its own
	book("x", noon.Add(24*time.Hour), 1, 1, true)  // and each day
	book("z", noon, 2, 1, false)                   // more than a day holds
	book("x", noon, 1_000, 0, true)                // no limit
	book("x", noon.Add(-24*time.Hour), 1, 1, true) // another day's is left alone
	ok(t, s.DropUsage(ctx, noon))
	book("x", noon.Add(-24*time.Hour), 1, 1, true) // it was dropped
	book("x", noon, 1, 1_021, false)               // of today it was not

	held := func(call string, want time.Time) {
		t.Helper()
		until, err := s.HeldUntil(ctx, "x", call)
		ok(t, err)
		same(t, until, want)
	}
	held("POST", time.Time{})
	ok(t, s.HoldCalls(ctx, "x", "POST", after(5)))
	ok(t, s.HoldCalls(ctx, "x", "POST", after(3))) // an earlier end does not shorten it
	held("POST", after(5))
	held("GET", time.Time{})
}

func testHealth(t *testing.T, s *store.Store) {
	ctx := t.Context()
	h := care.Health{Connector: "x", State: "connected", Since: noon, Heard: after(1), Expiry: &care.Expiry{What: "the token", At: after(9)}}
	ok(t, s.SaveHealth(ctx, h))
	ok(t, s.SaveHealth(ctx, care.Health{Connector: "a", State: "disconnected", Reason: "\x00 gone"}))
	h.State = "degraded"
	ok(t, s.SaveHealth(ctx, h))
	all, err := s.Health(ctx)
	ok(t, err)
	same(t, len(all), 2)
	same(t, all[0].Connector, "a")
	same(t, all[1].State, "degraded")
	same(t, *all[1].Expiry, *h.Expiry)
}

func testRevise(t *testing.T, s *store.Store) {
	ctx := t.Context()
	_, public := approved(t, s)
	c := caseFile(t, s, public.CaseID).Case
	row, err := s.Mention(ctx, c.Mention)
	ok(t, err)
	revise := func(text string, action care.Action, minute int) {
		t.Helper()
		m, v := row.Mention, row.Verdict
		m.Text, m.EditedAt, m.Ref, v.Action = text, after(minute), "ref of "+text, action
		ok(t, s.Revise(ctx, store.Handled{Mention: m, Verdict: v}, after(minute)))
	}
	revise("My parcel came, thank you", care.ActThank, 2)
	f, err := s.Case(ctx, c.ID)
	ok(t, err)
	same(t, f.Mention.Text, "My parcel came, thank you")
	same(t, f.Mention.Ref, "ref of My parcel came, thank you")
	same(t, f.Case.State, care.StateDrafted) // what was approved answered other words
	same(t, f.Case.Note, store.Edited)
	for _, send := range f.Sends {
		same(t, send.State, care.SendWithdrawn)
	}
	found, err := s.Mentions(ctx, store.MentionFilter{Query: "thank"})
	ok(t, err)
	same(t, len(found), 1)

	revise("an older edit", care.ActReply, 1)
	f, err = s.Case(ctx, c.ID)
	ok(t, err)
	same(t, f.Mention.Text, "My parcel came, thank you")

	revise("I will sue you", care.ActLegal, 3)
	f, err = s.Case(ctx, c.ID)
	ok(t, err)
	same(t, f.Case.State, care.StateLegal)

	ok(t, s.Retract(ctx, []string{c.Mention}, after(4)))
	revise("back again", care.ActReply, 5) // what is deleted stays erased
	gone, err := s.Mention(ctx, c.Mention)
	ok(t, err)
	same(t, gone.Mention.Text, "")
	unknown := row.Mention
	unknown.ID, unknown.EditedAt = "never read", after(6)
	ok(t, s.Revise(ctx, store.Handled{Mention: unknown, Verdict: row.Verdict}, after(6)))
	verified(t, s)
}

// An edit opens the first case of a post, never a second, and none where one
// stands for it.
func testReviseOpens(t *testing.T, s *store.Store) {
	ctx := t.Context()
	mild, kept := idle("ann", 2), idle("ann", 3)
	kept.KeptWith = opened(t, s).ID
	ok(t, s.Record(ctx, []store.Handled{mild, kept}, nil))
	edited := func(n, minute int) store.Handled {
		h := complaint("ann", n)
		h.Mention.Text, h.Mention.EditedAt = fmt.Sprintf("No parcel, edit %d", minute), after(minute)
		ok(t, s.Revise(ctx, h, after(minute)))
		return h
	}
	h := edited(2, 5)
	f := caseFile(t, s, h.Case.ID)
	same(t, f.Mention.Text, h.Mention.Text)
	same(t, f.Case.State, h.Case.State)
	same(t, f.Draft().Text, h.Draft.Text)
	same(t, f.Draft().ID, h.Case.ID+".1")
	edited(2, 6)
	f = caseFile(t, s, h.Case.ID)
	same(t, f.Case.Note, store.Edited)
	same(t, len(f.Drafts), 1)
	other := edited(3, 7)
	if _, err := s.Case(ctx, other.Case.ID); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("a post that a case stands for has a second: %v", err)
	}
	verified(t, s)
}

// testOldestComplaintFirst approves the later complaint first: the earlier one's
// answer leaves before it all the same.
func testOldestComplaintFirst(t *testing.T, s *store.Store) {
	late, early := complaint("ann", 1), complaint("bea", 1)
	late.Case.OpenedAt = after(-10)
	early.Case.OpenedAt = after(-60)
	ok(t, s.Record(t.Context(), []store.Handled{late, early}, nil))
	var sends []care.Send
	for _, h := range []store.Handled{late, early} {
		made, err := s.Approve(t.Context(), approval(h.Case.ID, care.SendPublic))
		ok(t, err)
		sends = append(sends, made...)
	}
	c := store.Claim{Holder: "h", Now: after(5), Lease: time.Minute, Limit: 1, Busy: []string{"another", sends[0].Connector}}
	due, err := s.ClaimSends(t.Context(), c)
	ok(t, err)
	same(t, len(due), 0) // its connector has enough in hand
	c.Busy = c.Busy[:1]
	due, err = s.ClaimSends(t.Context(), c)
	ok(t, err)
	same(t, len(due), 1)
	same(t, due[0].ID, sends[1].ID)
	claim(t, s, "h", after(5), sends[0].ID)
}

// testDeadSendersMessage is looked up when what left last has had its time to
// arrive, not when the lease is over: a platform that took it late would have it
// twice.
func testDeadSendersMessage(t *testing.T, s *store.Store) {
	c := opened(t, s)
	sends, err := s.Approve(t.Context(), approval(c.ID, care.SendPublic))
	ok(t, err)
	claim(t, s, "dead", after(5), sends[0].ID)
	look := func(minute int) []care.Send {
		due, err := s.ClaimSends(t.Context(), store.Claim{Holder: "h", Now: after(minute), Lease: time.Minute, Settle: 2 * time.Minute})
		ok(t, err)
		return due
	}
	same(t, len(look(7)), 0) // the lease is over
	send, err := s.Send(t.Context(), sends[0].ID)
	ok(t, err)
	same(t, send.State, care.SendUnknown)
	same(t, send.NotBefore, after(9))
	same(t, send.Lookups, 0)
	same(t, len(look(8)), 0)
	due := look(9)
	same(t, len(due), 1)
	same(t, due[0].State, care.SendUnknown)
	if err := s.Settle(t.Context(), store.Settlement{SendID: send.ID, Holder: "dead", State: care.SendSent, At: after(9)}); !errors.Is(err, store.ErrConflict) {
		t.Errorf("the dead sender settles it: %v", err)
	}
}

// testPublishedByHand counts what a person published as sent, exactly once.
func testPublishedByHand(t *testing.T, s *store.Store) {
	ctx := t.Context()
	c := opened(t, s)
	receipt := care.Receipt{ID: "their-1", URL: "https://example.test/our?n=1&m=%_", At: after(1)}
	a := store.Approval{CaseID: c.ID, Actor: "eve", At: after(1), Draft: care.Draft{Text: "Sorry about your parcel.", Action: care.ActReply},
		Sends: []care.Send{{Kind: care.SendPublic, Text: "Sorry about your parcel."}}, NotBefore: after(2), ByHand: &receipt}
	_, err := s.Approve(ctx, a)
	ok(t, err)
	f, err := s.Case(ctx, c.ID)
	ok(t, err)
	same(t, f.Case.State, care.StateSent)
	same(t, f.Case.FirstResponseAt, after(1))
	same(t, len(f.Sends), 1)
	same(t, f.Sends[0].State, care.SendSent)
	same(t, *f.Sends[0].Receipt, receipt)
	same(t, f.Sends[0].Attempts, 0)
	if _, err := s.Approve(ctx, a); !isMoveError(err) {
		t.Errorf("published twice: %v", err)
	}
	due, err := s.ClaimSends(ctx, store.Claim{Holder: "h", Now: after(60), Lease: time.Minute})
	ok(t, err)
	same(t, len(due), 0)
	h := complaint("bea", 1)
	ok(t, s.Record(ctx, []store.Handled{h}, nil))
	a.CaseID = h.Case.ID
	for _, again := range []care.Receipt{receipt, {ID: receipt.ID}, {ID: receipt.URL, URL: receipt.URL}} {
		a.ByHand = &again
		_, err := s.Approve(ctx, a)
		taken, ok := errors.AsType[*store.TakenError](err)
		if !ok || taken.CaseID != c.ID {
			t.Errorf("the answer of another case as %+v: %v", again, err)
		}
	}
	a.Sends = []care.Send{{Kind: care.SendPrivate, Text: "Hello"}}
	if _, err := s.Approve(ctx, a); err == nil {
		t.Error("a private message was taken for an answer published by hand")
	}
	verified(t, s)
}

func isMoveError(err error) bool {
	var moved *care.MoveError
	return errors.As(err, &moved)
}
