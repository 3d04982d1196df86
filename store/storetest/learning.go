package storetest

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

// said lists what was said of a mention as label=value by actor.
func said(t *testing.T, s *store.Store, key string) string {
	t.Helper()
	cs, err := s.Corrections(t.Context(), key)
	ok(t, err)
	var out []string
	for _, c := range cs {
		word := c.Label + "=" + c.Value + " " + c.Actor
		if c.Implied {
			word += " (implied)"
		}
		out = append(out, word)
	}
	return fmt.Sprint(out)
}

func testCorrections(t *testing.T, s *store.Store) {
	ctx := t.Context()
	quiet := idle("ann", 1)
	key := quiet.Mention.Key()
	ok(t, s.Record(ctx, []store.Handled{quiet, idle("ann", 2), idle("bea", 1)}, nil))
	word := func(label, value, actor string, minute int) care.Correction {
		return care.Correction{Mention: key, Label: label, Value: value, Actor: actor, At: after(minute)}
	}
	ok(t, s.SaveCorrections(ctx, nil))
	ok(t, s.SaveCorrections(ctx, []care.Correction{word("complaint", "true", "bob", 1), word("severity", "3", "bob", 1), word("action", "reply", "bob", 1)}))
	ok(t, s.SaveCorrections(ctx, []care.Correction{word("complaint", "false", "cat", 2)}))
	ok(t, s.SaveCorrections(ctx, []care.Correction{word("complaint", "true", "cat", 3)}))
	same(t, said(t, s, key), "[action=reply bob complaint=true bob severity=3 bob complaint=true cat]")
	err := s.SaveCorrections(ctx, []care.Correction{word("anger", "true", "bob", 4), {Mention: "none", Label: "anger"}})
	if !errors.Is(err, store.ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
	rows, err := s.Labelled(ctx, time.Time{}, 10)
	ok(t, err)
	same(t, len(rows), 1)
	same(t, rows[0].Mention.Text, quiet.Mention.Text)
	same(t, rows[0].Verdict.Complaint, quiet.Verdict.Complaint)
	same(t, len(rows[0].Corrections), 4)
	rows, err = s.Labelled(ctx, after(4), 10)
	ok(t, err)
	same(t, len(rows), 0)
	rest, err := s.Unlabelled(ctx, 10)
	ok(t, err)
	same(t, len(rest), 2)
	same(t, rest[0].Mention.Key(), "testgram:bea-1")
	// A case that is opened now is as urgent as people say.
	c, err := s.OpenCase(ctx, key, "bob", after(5))
	ok(t, err)
	same(t, c.Priority, 800) // 200 of them for needing a human
	trail, err := s.Audit(ctx, c.ID, 0, 0)
	ok(t, err)
	same(t, trail[0].Action, "mention.labelled")
	same(t, trail[0].Detail, `{"action":"reply","complaint":"true","severity":"3"}`)
	verified(t, s)
}

func testImplied(t *testing.T, s *store.Store) {
	ctx := t.Context()
	c := opened(t, s)
	decide := func(kind, reason string, to care.State) {
		t.Helper()
		_, err := s.Decide(ctx, care.Decision{CaseID: c.ID, Actor: "cat", Kind: kind, Reason: reason, At: after(2)}, to)
		ok(t, err)
	}
	approve := func(action care.Action) {
		t.Helper()
		a := approval(c.ID, care.SendPublic)
		a.Draft.Action = action
		_, err := s.Approve(ctx, a)
		ok(t, err)
	}
	approve(care.ActReply)
	same(t, said(t, s, c.Mention), "[complaint=true bob (implied)]")
	decide(care.DecideWithdraw, "", care.StateDrafted)
	same(t, said(t, s, c.Mention), "[]")
	approve(care.ActAnswer)
	same(t, said(t, s, c.Mention), "[]")
	decide(care.DecideWithdraw, "", care.StateDrafted)
	approve(care.ActThank)
	same(t, said(t, s, c.Mention), "[praise=true bob (implied)]")
	decide(care.DecideWithdraw, "", care.StateDrafted)
	decide(care.DecideDismiss, "a duplicate", care.StateDismissed)
	same(t, said(t, s, c.Mention), "[]")
	decide(care.DecideReopen, "", care.StateDrafted)
	decide(care.DecideDismiss, care.NotComplaint, care.StateDismissed)
	same(t, said(t, s, c.Mention), "[complaint=false cat (implied)]")
	decide(care.DecideReopen, "", care.StateDrafted)
	// What somebody said stands against what they do.
	ok(t, s.SaveCorrections(ctx, []care.Correction{{Mention: c.Mention, Label: "complaint", Value: "false", Actor: "bob", At: after(3)}}))
	approve(care.ActReply)
	same(t, said(t, s, c.Mention), "[complaint=false bob]")
}

func testErasedCorrections(t *testing.T, s *store.Store) {
	ctx := t.Context()
	hs := []store.Handled{idle("ann", 1), idle("bea", 1), idle("cat", 1)}
	ok(t, s.Record(ctx, hs, nil))
	for _, h := range hs {
		ok(t, s.SaveCorrections(ctx, []care.Correction{{Mention: h.Mention.Key(), Label: "anger", Value: "true", Actor: "bob", At: after(1)}}))
	}
	ok(t, s.Retract(ctx, []string{"testgram:ann-1"}, after(2)))
	_, err := s.Forget(ctx, "testgram:bea", "admin", after(3))
	ok(t, err)
	rows, err := s.Labelled(ctx, time.Time{}, 0)
	ok(t, err)
	same(t, len(rows), 1)
	same(t, rows[0].Mention.Key(), "testgram:cat-1")
	same(t, said(t, s, "testgram:ann-1")+said(t, s, "testgram:bea-1"), "[][]")
	err = s.SaveCorrections(ctx, []care.Correction{{Mention: "testgram:ann-1", Label: "anger", Value: "true", Actor: "bob", At: after(4)}})
	if !errors.Is(err, store.ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
	rest, err := s.Unlabelled(ctx, 10)
	ok(t, err)
	same(t, len(rest), 0)
	verified(t, s)
}

func testModels(t *testing.T, s *store.Store) {
	ctx := t.Context()
	inForce := func(want int64) {
		t.Helper()
		got, err := s.ActiveModel(ctx)
		ok(t, err)
		same(t, got, want)
	}
	inForce(0)
	if _, err := s.RollBackModel(ctx, "bob", noon); err == nil {
		t.Error("rolled back from nothing")
	}
	first, err := s.SaveModel(ctx, store.Model{Base: "b", MadeAt: noon, Actor: "graces/learn", Body: "one", Report: "{}"})
	ok(t, err)
	refused, err := s.SaveModel(ctx, store.Model{Base: "b", MadeAt: after(1), Actor: "graces/learn", Report: `{"why":"worse"}`})
	ok(t, err)
	inForce(first.Version)
	second, err := s.SaveModel(ctx, store.Model{Base: "b", MadeAt: after(2), Actor: "bob", Body: "two", Report: "{}"})
	ok(t, err)
	inForce(second.Version)
	same(t, second.Replaces, first.Version)
	same(t, refused.Version > first.Version && second.Version > refused.Version, true)
	all, err := s.Models(ctx, 10)
	ok(t, err)
	same(t, len(all), 3)
	same(t, all[0], store.Model{Version: second.Version, Base: "b", MadeAt: after(2), Actor: "bob", Replaces: first.Version, Active: true, Report: "{}"})
	got, err := s.Model(ctx, first.Version)
	ok(t, err)
	same(t, got.Body, "one")
	same(t, got.Active, false)
	for _, want := range []int64{first.Version, 0} {
		to, err := s.RollBackModel(ctx, "bob", after(3))
		ok(t, err)
		same(t, to, want)
		inForce(want)
	}
	ok(t, s.UseModel(ctx, second.Version, "bob", after(4)))
	inForce(second.Version)
	for _, bad := range []int64{refused.Version, 99} {
		if err := s.UseModel(ctx, bad, "bob", after(5)); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("got %v, want ErrNotFound", err)
		}
	}
	inForce(second.Version)
	trail, err := s.Audit(ctx, "model", 0, 0)
	ok(t, err)
	same(t, len(trail), 5)
	same(t, trail[4].Action, "model.used")
	verified(t, s)
}
