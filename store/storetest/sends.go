package storetest

import (
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

func testApprove(t *testing.T, s *store.Store) {
	ctx := t.Context()
	private, public := approved(t, s)
	same(t, private.ID, care.SendID(private.CaseID, care.SendPrivate, 1))
	same(t, public.After, private.ID)
	same(t, public.State, care.SendApproved)
	same(t, public.Actor, "bob")
	same(t, public.Connector, "main")
	f := caseFile(t, s, public.CaseID)
	same(t, f.Case.State, care.StateApproved)
	equal(t, f.Sends, []care.Send{private, public})
	same(t, f.Draft().Text, public.Text)
	same(t, len(f.Drafts), 2)
	same(t, f.Decisions[0].Kind, care.DecideApprove)
	got, err := s.Send(ctx, public.ID)
	ok(t, err)
	equal(t, got, public)
	all, err := s.Sends(ctx, []care.SendState{care.SendApproved}, 0)
	ok(t, err)
	equal(t, all, []care.Send{private, public})
	counts, err := s.CountSends(ctx)
	ok(t, err)
	equal(t, counts, map[care.SendState]int{care.SendApproved: 2})
	answers, err := s.RecentAnswers(ctx, "main", 5)
	ok(t, err)
	equal(t, answers, []string{public.Text})
	to, err := s.AnswersTo(ctx, []string{public.Mention.AuthorKey(), "x:nobody", ""}, 5)
	ok(t, err)
	equal(t, to, map[string][]string{public.Mention.AuthorKey(): {public.Text}})
	to, err = s.AnswersTo(ctx, nil, 5)
	ok(t, err)
	equal(t, to, map[string][]string{})
}

func testApproveOnce(t *testing.T, s *store.Store) {
	ctx := t.Context()
	_, public := approved(t, s)
	_, err := s.Approve(ctx, approval(public.CaseID, care.SendPublic))
	isMove(t, err)
	if _, err := s.Approve(ctx, approval(public.CaseID)); err == nil {
		t.Error("an approval of nothing was accepted")
	}
	claim(t, s, "h", after(3), care.SendID(public.CaseID, care.SendPrivate, 1))
	settle(t, s, care.SendID(public.CaseID, care.SendPrivate, 1), "h", care.SendSent, after(3))
	claim(t, s, "h", after(4), public.ID)
	settle(t, s, public.ID, "h", care.SendFailed, after(4))
	inState(t, s, public.CaseID, care.StateFailed)
	_, err = s.SaveDraft(ctx, care.Draft{CaseID: public.CaseID, By: "bob", At: after(5), Text: "Again"})
	ok(t, err)
	_, err = s.Approve(ctx, approval(public.CaseID, care.SendPrivate, care.SendPublic))
	isMove(t, err) // the private message was sent
	sends, err := s.Approve(ctx, approval(public.CaseID, care.SendPublic))
	ok(t, err)
	same(t, sends[0].ID, care.SendID(public.CaseID, care.SendPublic, 2))
	same(t, sends[0].After, care.SendID(public.CaseID, care.SendPrivate, 1))
	claim(t, s, "h", after(9), sends[0].ID)
	settle(t, s, sends[0].ID, "h", care.SendSent, after(9))
	inState(t, s, public.CaseID, care.StateHandedOff)
}

func testClaim(t *testing.T, s *store.Store) {
	private, public := approved(t, s)
	claim(t, s, "h", after(1)) // not yet due
	got := claim(t, s, "h", after(2), private.ID)
	same(t, got[0].State, care.SendSending)
	same(t, got[0].Attempts, 1)
	same(t, got[0].ClaimedBy, "h")
	inState(t, s, public.CaseID, care.StateApproved)
	claim(t, s, "other", after(2)) // the public one waits for the private one
	settle(t, s, private.ID, "h", care.SendUnknown, after(2))
	got = claim(t, s, "h", after(2), private.ID)
	same(t, got[0].State, care.SendUnknown)
	same(t, got[0].Lookups, 1)
	same(t, got[0].Attempts, 1)
	claim(t, s, "other", after(2)) // under lease
	ok(t, s.Settle(t.Context(), store.Settlement{
		SendID: private.ID, Holder: "h", State: care.SendUnknown, Parked: true, Reason: "cannot be read", At: after(2),
	}))
	claim(t, s, "other", after(3), public.ID)
	inState(t, s, public.CaseID, care.StateSending)
	settle(t, s, public.ID, "other", care.SendSent, after(4))
	inState(t, s, public.CaseID, care.StateSent)
	same(t, caseFile(t, s, public.CaseID).Case.FirstResponseAt, after(4))
	claim(t, s, "h", after(60)) // a parked one is left alone
	verified(t, s)
}

func testStaleClaim(t *testing.T, s *store.Store) {
	c := opened(t, s)
	sends, err := s.Approve(t.Context(), approval(c.ID, care.SendPublic))
	ok(t, err)
	id := sends[0].ID
	claim(t, s, "dead", after(2), id)
	inState(t, s, c.ID, care.StateSending)
	claim(t, s, "next", after(2).Add(59*time.Second))
	got := claim(t, s, "next", after(3), id)
	same(t, got[0].State, care.SendUnknown)
	inState(t, s, c.ID, care.StateUnknown)
	isConflict(t, s.Settle(t.Context(), store.Settlement{SendID: id, Holder: "dead", State: care.SendSent, At: after(3)}))
	settle(t, s, id, "next", care.SendApproved, after(3))
	inState(t, s, c.ID, care.StateApproved)
	got = claim(t, s, "next", after(3), id)
	same(t, got[0].Attempts, 2)
	same(t, got[0].Lookups, 0)
	settle(t, s, id, "next", care.SendSent, after(4))
	inState(t, s, c.ID, care.StateSent)
}

func testSettle(t *testing.T, s *store.Store) {
	ctx := t.Context()
	private, public := approved(t, s)
	claim(t, s, "h", after(2), private.ID)
	isConflict(t, s.Settle(ctx, store.Settlement{SendID: private.ID, Holder: "other", State: care.SendSent, At: after(2)}))
	isConflict(t, s.Settle(ctx, store.Settlement{SendID: public.ID, Holder: "h", State: care.SendSent, At: after(2)}))
	isConflict(t, s.Settle(ctx, store.Settlement{SendID: private.ID, Holder: "h", State: care.SendWithdrawn, At: after(2)}))
	ok(t, s.Settle(ctx, store.Settlement{ // a 429
		SendID: private.ID, Holder: "h", State: care.SendApproved, NotBefore: after(10), Reason: "slow down", At: after(2),
	}))
	claim(t, s, "h", after(9))
	claim(t, s, "h", after(10), private.ID)
	ok(t, s.Settle(ctx, store.Settlement{SendID: private.ID, Holder: "h", State: care.SendFailed, Reason: "closed to us", At: after(10)}))
	claim(t, s, "h", after(11), public.ID)
	ok(t, s.Settle(ctx, store.Settlement{
		SendID: public.ID, Holder: "h", State: care.SendSent, Text: public.Otherwise, At: after(11),
		Receipt: &care.Receipt{ID: "77", URL: "https://example.test/77", At: after(11)},
	}))
	f := caseFile(t, s, public.CaseID)
	same(t, f.Case.State, care.StateSent) // nothing private was sent
	same(t, f.Sends[1].Text, public.Otherwise)
	same(t, *f.Sends[1].Receipt, care.Receipt{ID: "77", URL: "https://example.test/77", At: after(11)})
	same(t, f.Sends[0].Reason, "closed to us")
	isConflict(t, s.Settle(ctx, store.Settlement{SendID: public.ID, Holder: "h", State: care.SendFailed, At: after(12)}))
	verified(t, s)
}

func testSettleByPerson(t *testing.T, s *store.Store) {
	ctx := t.Context()
	private, public := approved(t, s)
	person := store.Settlement{SendID: private.ID, Actor: "bob", State: care.SendSent, Reason: "I saw it", At: after(5)}
	isConflict(t, s.Settle(ctx, person)) // it is not unknown
	claim(t, s, "h", after(2), private.ID)
	isConflict(t, s.Settle(ctx, person))
	ok(t, s.Settle(ctx, store.Settlement{SendID: private.ID, Holder: "h", State: care.SendUnknown, Parked: true, At: after(2)}))
	claim(t, s, "h", after(3), public.ID)
	settle(t, s, public.ID, "h", care.SendSent, after(3))
	inState(t, s, public.CaseID, care.StateSent)
	ok(t, s.Settle(ctx, person))
	f := caseFile(t, s, public.CaseID)
	same(t, f.Case.State, care.StateHandedOff)
	same(t, f.Sends[0].Parked, false)
	last := f.Decisions[len(f.Decisions)-1]
	same(t, last, care.Decision{CaseID: public.CaseID, Actor: "bob", Kind: care.DecideSettle, Reason: "I saw it", At: after(5)})
}

func testWithdraw(t *testing.T, s *store.Store) {
	ctx := t.Context()
	private, public := approved(t, s)
	withdraw := care.Decision{CaseID: public.CaseID, Actor: "bob", Kind: care.DecideWithdraw, At: after(2)}
	c, err := s.Decide(ctx, withdraw, care.StateDrafted)
	ok(t, err)
	same(t, c.State, care.StateDrafted)
	claim(t, s, "h", after(9))
	sends, err := s.Approve(ctx, approval(public.CaseID, care.SendPrivate, care.SendPublic))
	ok(t, err)
	same(t, sends[0].ID, care.SendID(private.CaseID, care.SendPrivate, 2))
	same(t, sends[1].After, sends[0].ID)
	claim(t, s, "h", after(9), sends[0].ID)
	_, err = s.Decide(ctx, withdraw, care.StateDrafted)
	isMove(t, err)
	got, err := s.Send(ctx, sends[1].ID)
	ok(t, err)
	same(t, got.State, care.SendApproved) // all or nothing
	settle(t, s, sends[0].ID, "h", care.SendSent, after(9))
	_, err = s.Decide(ctx, withdraw, care.StateDismissed)
	ok(t, err)
	got, err = s.Send(ctx, sends[1].ID)
	ok(t, err)
	same(t, got.State, care.SendWithdrawn)
}

func testRounds(t *testing.T, s *store.Store) {
	ctx := t.Context()
	c := opened(t, s)
	_, err := s.Approve(ctx, approval(c.ID, care.SendPrivate))
	ok(t, err)
	id := care.SendID(c.ID, care.SendPrivate, 1)
	claim(t, s, "h", after(3), id)
	inState(t, s, c.ID, care.StateSending) // alone, it leads the case
	settle(t, s, id, "h", care.SendSent, after(3))
	inState(t, s, c.ID, care.StateHandedOff)
	for _, to := range []care.State{care.StateResolved, care.StateOpen, care.StateDismissed, care.StateDrafted} {
		_, err := s.Decide(ctx, care.Decision{CaseID: c.ID, Actor: "bob", Kind: care.DecideReopen, At: after(4)}, to)
		ok(t, err)
	}
	sends, err := s.Approve(ctx, approval(c.ID, care.SendPrivate, care.SendPublic))
	ok(t, err)
	same(t, sends[0].ID, care.SendID(c.ID, care.SendPrivate, 2))
	same(t, sends[1].ID, care.SendID(c.ID, care.SendPublic, 1))
}
