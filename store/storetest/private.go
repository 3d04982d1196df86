package storetest

import (
	"errors"
	"slices"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

// resolved records one complaint, sends both messages and resolves the case.
func resolved(t *testing.T, s *store.Store) care.Case {
	t.Helper()
	private, public := approved(t, s)
	claim(t, s, "h", after(2), private.ID)
	settle(t, s, private.ID, "h", care.SendSent, after(2))
	claim(t, s, "h", after(2), public.ID)
	settle(t, s, public.ID, "h", care.SendSent, after(3))
	c, err := s.Decide(t.Context(), care.Decision{CaseID: public.CaseID, Actor: "bob", Kind: care.DecideResolve, At: after(10)}, care.StateResolved)
	ok(t, err)
	same(t, c.ResolvedAt, after(10))
	return c
}

func aftercare(caseID string, kind care.SendKind) store.Aftercare {
	return store.Aftercare{CaseID: caseID, Kind: kind, Text: "How did it go?", Actor: "bob", At: after(20), NotBefore: after(21)}
}

func testClosingLine(t *testing.T, s *store.Store) {
	ctx := t.Context()
	c := opened(t, s)
	_, err := s.ApproveAfter(ctx, aftercare(c.ID, care.SendClosing))
	isMove(t, err) // not resolved
	_, err = s.Decide(ctx, care.Decision{CaseID: c.ID, Actor: "bob", Kind: care.DecideResolve, At: after(1)}, care.StateResolved)
	ok(t, err)
	_, err = s.ApproveAfter(ctx, aftercare(c.ID, care.SendClosing))
	isMove(t, err) // nothing of ours stands in public
}

func testAftercare(t *testing.T, s *store.Store) {
	ctx := t.Context()
	c := resolved(t, s)
	line, err := s.ApproveAfter(ctx, aftercare(c.ID, care.SendClosing))
	ok(t, err)
	same(t, line.ID, care.SendID(c.ID, care.SendClosing, 1))
	same(t, line.Closing, true)
	_, err = s.ApproveAfter(ctx, aftercare(c.ID, care.SendClosing))
	isMove(t, err) // once
	ok(t, s.WithdrawAfter(ctx, line.ID, "bob", after(20)))
	isConflict(t, s.WithdrawAfter(ctx, line.ID, "bob", after(20)))
	line, err = s.ApproveAfter(ctx, aftercare(c.ID, care.SendClosing))
	ok(t, err)
	ask, err := s.ApproveAfter(ctx, aftercare(c.ID, care.SendFollowUp))
	ok(t, err)
	claim(t, s, "h", after(21), ask.ID, line.ID)
	isConflict(t, s.WithdrawAfter(ctx, line.ID, "bob", after(21)))
	settle(t, s, line.ID, "h", care.SendSent, after(22))
	settle(t, s, ask.ID, "h", care.SendSent, after(22))
	f := caseFile(t, s, c.ID)
	same(t, f.Case.State, care.StateResolved) // they do not move it
	same(t, f.Case.FirstResponseAt, after(3))
	a, err := s.Attention(ctx, c.ID, noon)
	ok(t, err)
	same(t, a.Spent, care.Spent{Answers: 1, Closings: 1, Lately: 2})
	profiles, err := s.Profiles(ctx, []string{f.Mention.AuthorKey()})
	ok(t, err)
	for _, trace := range profiles[f.Mention.AuthorKey()].Recent {
		same(t, trace.Closing, false) // it closes the matter, not the person
	}
	_, err = s.ApproveAfter(ctx, aftercare(c.ID, care.SendFollowUp))
	isMove(t, err)
	verified(t, s)
}

// What was approved after a resolution that did not hold is taken back.
func testAftercareReopened(t *testing.T, s *store.Store) {
	ctx := t.Context()
	c := resolved(t, s)
	line, err := s.ApproveAfter(ctx, aftercare(c.ID, care.SendClosing))
	ok(t, err)
	reopened, err := s.Decide(ctx, care.Decision{CaseID: c.ID, Actor: "bob", Kind: care.DecideReopen, At: after(20)}, care.StateOpen)
	ok(t, err)
	same(t, reopened.ResolvedAt, time.Time{})
	got, err := s.Send(ctx, line.ID)
	ok(t, err)
	same(t, got.State, care.SendWithdrawn)
	claim(t, s, "h", after(60))
	_, err = s.ApproveAfter(ctx, aftercare(c.ID, care.SendFollowUp))
	isMove(t, err)
}

// A closing line goes beyond the budget like any other public answer.
func testAftercareBudget(t *testing.T, s *store.Store) {
	c := resolved(t, s)
	a := aftercare(c.ID, care.SendClosing)
	line, err := s.ApproveAfter(t.Context(), a)
	ok(t, err)
	budget := store.Claim{Holder: "h", Now: after(21), Lease: time.Minute, Budget: care.Budget{PerAuthor: 1, Window: time.Hour}}
	sends, err := s.ClaimSends(t.Context(), budget)
	ok(t, err)
	same(t, len(sends), 0)
	held, err := s.Send(t.Context(), line.ID)
	ok(t, err)
	same(t, held.State, care.SendFailed)
	inState(t, s, c.ID, care.StateResolved)
}

func testFollowUpsDue(t *testing.T, s *store.Store) {
	ctx := t.Context()
	due := store.FollowUp{Since: noon, Until: after(10), Asked: noon}
	count := func(want int) {
		t.Helper()
		n, err := s.CountFollowUps(ctx, due)
		ok(t, err)
		same(t, n, want)
		rows, err := s.Cases(ctx, store.CaseFilter{FollowUp: &due})
		ok(t, err)
		same(t, len(rows), want)
	}
	c := resolved(t, s)
	count(1)
	due.Until = after(9)
	count(0) // too early
	due.Until = after(10)
	ask, err := s.ApproveAfter(ctx, aftercare(c.ID, care.SendFollowUp))
	ok(t, err)
	count(0)
	ok(t, s.WithdrawAfter(ctx, ask.ID, "bob", after(20)))
	count(1)
	folded := complaint("ann", 7) // another post of theirs
	folded.Case.State, folded.Draft = care.StateFolded, nil
	ok(t, s.Record(ctx, []store.Handled{folded}, nil))
	count(0)
}

func testDeclineFollowUp(t *testing.T, s *store.Store) {
	ctx := t.Context()
	c := resolved(t, s)
	ok(t, s.DeclineFollowUp(ctx, c.ID, "bob", after(11)))
	n, err := s.CountFollowUps(ctx, store.FollowUp{Since: noon, Until: after(60)})
	ok(t, err)
	same(t, n, 0)
	_, err = s.ApproveAfter(ctx, aftercare(c.ID, care.SendFollowUp))
	isMove(t, err)
	_, err = s.ApproveAfter(ctx, aftercare(c.ID, care.SendClosing))
	ok(t, err)
}

func testAnswers(t *testing.T, s *store.Store) {
	ctx := t.Context()
	c := opened(t, s)
	given := care.Answer{CaseID: c.ID, Kind: care.AnswerHandoff, Reference: "AB12\x00", Contact: "ann@example.test", Text: "=1+1 <b>", At: after(5)}
	_, err := s.SaveAnswer(ctx, given, "link-1")
	ok(t, err)
	_, err = s.SaveAnswer(ctx, given, "link-1")
	isConflict(t, err) // a link works once
	for score := range 3 {
		_, err := s.SaveAnswer(ctx, care.Answer{CaseID: c.ID, Kind: care.AnswerFollowUp, Score: score + 2, Actor: "bob", At: after(30), Seen: true}, "")
		ok(t, err)
	}
	used, err := s.AnswerUsed(ctx, "link-1")
	ok(t, err)
	same(t, used, true)
	used, err = s.AnswerUsed(ctx, "link-2")
	ok(t, err)
	same(t, used, false)
	f := caseFile(t, s, c.ID)
	same(t, len(f.Answers), 4)
	same(t, f.Answers[0].Text, given.Text)
	same(t, f.Answers[0].Template, "late")
	same(t, f.Case.UpdatedAt, after(30))
	unseen(t, s, 1)
	ok(t, s.SeeAnswers(ctx, c.ID, "bob", after(31)))
	unseen(t, s, 0)
	scores, err := s.FollowUpScores(ctx, noon)
	ok(t, err)
	same(t, scores["late"], store.Scores{Answers: 3, Sum: 9})

	n, err := s.EraseAnswers(ctx, after(6))
	ok(t, err)
	same(t, n, 1)
	first := caseFile(t, s, c.ID).Answers[0]
	same(t, first.Reference+first.Contact+first.Text, "")
	d, err := s.Dossier(ctx, f.Mention.AuthorKey())
	ok(t, err)
	same(t, len(d.Posts[0].File.Answers), 4)
	_, err = s.Forget(ctx, f.Mention.AuthorKey(), "admin", after(40))
	ok(t, err)
	same(t, len(caseFile(t, s, c.ID).Answers), 0)
	if _, err := s.SaveAnswer(ctx, given, "link-3"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("an answer of somebody forgotten: %v", err)
	}
	if _, err := s.SaveAnswer(ctx, care.Answer{CaseID: "none"}, "link-4"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("an answer to nothing: %v", err)
	}
	verified(t, s)
}

func unseen(t *testing.T, s *store.Store, want int) {
	t.Helper()
	n, err := s.CountUnseen(t.Context())
	ok(t, err)
	same(t, n, want)
	rows, err := s.Cases(t.Context(), store.CaseFilter{Unseen: true})
	ok(t, err)
	same(t, len(rows), want)
}

func testRouteStates(t *testing.T, s *store.Store) {
	ctx := t.Context()
	wait, unknown, yes, no := 4*time.Minute, -time.Minute, true, false
	set := func(c store.RouteChange) care.RouteState {
		t.Helper()
		c.Name, c.Actor = "phone", "bob"
		state, err := s.SetRoute(ctx, c)
		ok(t, err)
		all, err := s.RouteStates(ctx)
		ok(t, err)
		same(t, all["phone"], state)
		return state
	}
	same(t, set(store.RouteChange{Wait: &wait, At: after(1)}), care.RouteState{Name: "phone", Wait: wait, WaitAt: after(1), Actor: "bob", At: after(1)})
	same(t, set(store.RouteChange{Closed: &yes, Until: after(60), Reason: "flooded", At: after(2)}),
		care.RouteState{Name: "phone", Wait: wait, WaitAt: after(1), Closed: true, Until: after(60), Reason: "flooded", Actor: "bob", At: after(2)})
	same(t, set(store.RouteChange{Closed: &no, Wait: &unknown, At: after(3)}), care.RouteState{Name: "phone", Actor: "bob", At: after(3)})
	trail, err := s.Audit(ctx, "route:phone", 0, 10)
	ok(t, err)
	same(t, len(trail), 3)
	verified(t, s)
}

func testHandoffTimes(t *testing.T, s *store.Store) {
	ctx := t.Context()
	for i, minutes := range []int{20, 60, 30} {
		h := complaint("ann", i)
		ok(t, s.Record(ctx, []store.Handled{h}, nil))
		a := approval(h.Case.ID, care.SendPublic)
		a.Sends[0].Route = "phone"
		made, err := s.Approve(ctx, a)
		ok(t, err)
		claim(t, s, "h", after(2), made[0].ID)
		settle(t, s, made[0].ID, "h", care.SendSent, after(3))
		if i == 1 { // a word of theirs comes before the resolution
			_, err := s.SaveAnswer(ctx, care.Answer{CaseID: h.Case.ID, Kind: care.AnswerHandoff, At: after(8)}, "a link")
			ok(t, err)
		}
		_, err = s.Decide(ctx, care.Decision{CaseID: h.Case.ID, Actor: "bob", Kind: care.DecideResolve, At: after(3 + minutes)}, care.StateResolved)
		ok(t, err)
	}
	times, err := s.HandoffTimes(ctx, noon)
	ok(t, err)
	same(t, len(times), 1)
	same(t, times["phone"], store.HandoffTime{Median: 20 * time.Minute, Cases: 3}) // of 5, 20, 30
	times, err = s.HandoffTimes(ctx, after(60))
	ok(t, err)
	same(t, times["phone"].Cases, 1)
}

func testKey(t *testing.T, s *store.Store) {
	ctx := t.Context()
	one, err := s.Key(ctx, "links")
	ok(t, err)
	again, err := s.Key(ctx, "links")
	ok(t, err)
	other, err := s.Key(ctx, "else")
	ok(t, err)
	if len(one) < 32 || !slices.Equal(one, again) || slices.Equal(one, other) {
		t.Errorf("%x, %x, %x", one, again, other)
	}
}
