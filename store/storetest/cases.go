package storetest

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/store"
)

func testCases(t *testing.T, s *store.Store) {
	ctx := t.Context()
	hs := []store.Handled{complaint("ann", 1), complaint("bea", 1), complaint("cyd", 1), complaint("ann", 2)}
	hs[1].Case.Priority = 900
	hs[2].Case.OpenedAt = after(-5)
	hs[3].Case.State = care.StateLegal
	hs[3].Case.OpenedAt = after(5)
	ok(t, s.Record(ctx, hs, nil))
	names := map[string]string{}
	for _, h := range hs {
		names[h.Case.ID] = h.Mention.ID
	}
	byID := []string{hs[0].Case.ID, hs[1].Case.ID, hs[2].Case.ID, hs[3].Case.ID}
	slices.Sort(byID)
	var sorted []string
	for _, id := range byID {
		sorted = append(sorted, names[id])
	}
	for _, test := range []struct {
		name   string
		filter store.CaseFilter
		want   string
	}{
		{"by priority, then oldest", store.CaseFilter{}, "bea-1 cyd-1 ann-1 ann-2"},
		{"behind one", store.CaseFilter{After: hs[2].Case.ID, Limit: 1}, "ann-1"},
		{"newest", store.CaseFilter{Order: store.ByNewest, Limit: 1}, "ann-2"},
		{"behind the newest", store.CaseFilter{Order: store.ByNewest, After: hs[3].Case.ID, Limit: 2}, "*"},
		{"by ID", store.CaseFilter{Order: store.ByID}, strings.Join(sorted, " ")},
		{"behind an ID", store.CaseFilter{Order: store.ByID, After: byID[1]}, strings.Join(sorted[2:], " ")},
		{"in a state", store.CaseFilter{States: []care.State{care.StateLegal, care.StateSafety}}, "ann-2"},
		{"of a platform", store.CaseFilter{Platform: "other"}, ""},
		{"of an author", store.CaseFilter{Author: "testgram:ann"}, "ann-1 ann-2"},
		{"of a thread", store.CaseFilter{Thread: "testgram:thread-cyd"}, "cyd-1"},
		{"words", store.CaseFilter{Query: "Amused BEA"}, "bea-1"},
	} {
		rows, err := s.Cases(ctx, test.filter)
		ok(t, err)
		var got []string
		for _, r := range rows {
			got = append(got, r.Mention.ID)
		}
		if test.want != "*" && strings.Join(got, " ") != test.want {
			t.Errorf("%s: got %v, want %s", test.name, got, test.want)
		}
		files, err := s.CaseFiles(ctx, test.filter)
		ok(t, err)
		same(t, len(files), len(rows))
		for i, f := range files {
			same(t, f.Case.ID, rows[i].Case.ID)
			same(t, len(f.Drafts), 1)
		}
	}
	counts, err := s.CountCases(ctx)
	ok(t, err)
	equal(t, counts, store.Counts{care.StateDrafted: 3, care.StateLegal: 1})
	if _, err := s.Case(ctx, "none"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
}

func testChangedSince(t *testing.T, s *store.Store) {
	ctx := t.Context()
	ids, now, err := s.ChangedSince(ctx, -1)
	ok(t, err)
	same(t, len(ids), 0)
	c := opened(t, s)
	changed := func(want ...string) {
		t.Helper()
		ids, now, err = s.ChangedSince(ctx, now)
		ok(t, err)
		equal(t, ids, want)
	}
	changed(c.ID)
	changed()
	ok(t, s.SaveCursor(ctx, "x", "y"))
	changed()
	_, err = s.SaveDraft(ctx, care.Draft{CaseID: c.ID, Text: "mine", By: "bob", At: noon})
	ok(t, err)
	changed(c.ID)
	_, err = s.Approve(ctx, approval(c.ID, care.SendPublic))
	ok(t, err)
	changed(c.ID)
	claim(t, s, "h", after(3), c.ID+".public.1")
	changed(c.ID)
	settle(t, s, c.ID+".public.1", "h", care.SendSent, after(3))
	changed(c.ID)
	ok(t, s.Retract(ctx, []string{c.Mention}, after(4)))
	changed(c.ID)
}

func testDecide(t *testing.T, s *store.Store) {
	ctx := t.Context()
	c := opened(t, s)
	decide := func(kind string, to care.State) error {
		_, err := s.Decide(ctx, care.Decision{CaseID: c.ID, Actor: "bob", Kind: kind, Reason: "because", At: after(1)}, to)
		return err
	}
	for _, to := range []care.State{
		care.StateApproved, care.StateSending, care.StateSent, care.StateFailed, care.StateUnknown, care.StateHandedOff, care.StateClosed,
	} {
		isMove(t, decide("x", to))
	}
	for _, step := range []struct {
		kind string
		to   care.State
	}{
		{care.DecideReject, care.StateOpen}, {care.DecideLegal, care.StateLegal}, {care.DecideReopen, care.StateOpen},
		{care.DecideFold, care.StateFolded}, {care.DecideReopen, care.StateDrafted}, {care.DecideResolve, care.StateResolved},
		{care.DecideClose, care.StateClosed}, {care.DecideReopen, care.StateOpen}, {care.DecideDismiss, care.StateDismissed},
	} {
		ok(t, decide(step.kind, step.to))
	}
	f := caseFile(t, s, c.ID)
	same(t, f.Case.State, care.StateDismissed)
	same(t, f.Case.Note, "because")
	same(t, f.Case.UpdatedAt, after(1))
	same(t, len(f.Decisions), 9)
	same(t, f.Decisions[0], care.Decision{CaseID: c.ID, Actor: "bob", Kind: care.DecideReject, Reason: "because", At: after(1)})
	same(t, verified(t, s), 10)
	c.ID = "none"
	if err := decide("x", care.StateOpen); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
}

func isMove(t *testing.T, err error) {
	t.Helper()
	if _, is := errors.AsType[*care.MoveError](err); !is {
		t.Fatalf("got %v, want a MoveError", err)
	}
}

func isConflict(t *testing.T, err error) {
	t.Helper()
	if !errors.Is(err, store.ErrConflict) {
		t.Fatalf("got %v, want ErrConflict", err)
	}
}

func testOpenCase(t *testing.T, s *store.Store) {
	ctx := t.Context()
	h := idle("ann", 1)
	ok(t, s.Record(ctx, []store.Handled{h}, nil))
	c, err := s.OpenCase(ctx, h.Mention.Key(), "bob", after(1))
	ok(t, err)
	same(t, c.ID, care.CaseID(h.Mention.Platform, h.Mention.ID))
	f := caseFile(t, s, c.ID)
	same(t, f.Case, c)
	same(t, f.Case.State, care.StateOpen)
	same(t, f.Decisions[0].Kind, care.DecideOpen)
	_, err = s.OpenCase(ctx, h.Mention.Key(), "bob", after(1))
	isConflict(t, err)
	if _, err = s.OpenCase(ctx, "none", "bob", after(1)); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
	_, err = s.Decide(ctx, care.Decision{CaseID: c.ID, Kind: care.DecideReopen, At: after(2)}, care.StateDrafted)
	isMove(t, err) // there is no draft
}

func testDrafts(t *testing.T, s *store.Store) {
	ctx := t.Context()
	h := complaint("ann", 1)
	h.Case.State, h.Draft = care.StateOpen, nil
	ok(t, s.Record(ctx, []store.Handled{h}, nil))
	d, err := s.SaveDraft(ctx, care.Draft{CaseID: h.Case.ID, By: "graces", At: after(1), Reason: "nothing to say"})
	ok(t, err)
	same(t, d.ID, h.Case.ID+".1")
	inState(t, s, h.Case.ID, care.StateOpen)
	d, err = s.SaveDraft(ctx, care.Draft{CaseID: h.Case.ID, By: "bob", At: after(1), Text: "My words"})
	ok(t, err)
	same(t, d.ID, h.Case.ID+".2")
	inState(t, s, h.Case.ID, care.StateDrafted)
	f := caseFile(t, s, h.Case.ID)
	same(t, len(f.Drafts), 2)
	same(t, f.Draft().Text, "My words")
	same(t, len(f.Decisions), 1)
	same(t, f.Decisions[0].Kind, care.DecideEdit)
	_, err = s.SaveDraftOver(ctx, care.Draft{CaseID: h.Case.ID, By: "graces", At: after(1), Text: "Late"}, h.Case.ID+".1")
	isConflict(t, err)
	d, err = s.SaveDraftOver(ctx, care.Draft{CaseID: h.Case.ID, By: "graces", At: after(1), Text: "Better"}, h.Case.ID+".2")
	ok(t, err)
	same(t, d.ID, h.Case.ID+".3")
	same(t, caseFile(t, s, h.Case.ID).Draft().Text, "Better")
	_, err = s.Approve(ctx, approval(h.Case.ID, care.SendPublic))
	ok(t, err)
	_, err = s.SaveDraftOver(ctx, care.Draft{CaseID: h.Case.ID, By: "graces", At: after(1), Text: "Late"}, d.ID)
	if err == nil {
		t.Error("a draft was replaced behind an approval")
	}
	_, err = s.SaveDraft(ctx, care.Draft{CaseID: h.Case.ID, By: "bob", At: after(1), Text: "Too late"})
	isMove(t, err)
	_, err = s.SaveDraft(ctx, care.Draft{CaseID: "none"})
	if !errors.Is(err, store.ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
}
