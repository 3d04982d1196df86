package desk

import (
	"slices"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/store"
)

// card reads a case's card.
func (w *world) card(id string) *connectors.Card {
	w.t.Helper()
	c, err := w.desk.Elsewhere().Card(w.t.Context(), id)
	if err != nil || c == nil {
		w.t.Fatalf("card of %s: %v, %v", id, c, err)
	}
	return c
}

// do does a deed to what a card shows.
func (w *world) do(account, deed, id string, more connectors.Deed) connectors.Outcome {
	w.t.Helper()
	more.Do, more.Account, more.Case, more.Via = deed, account, id, "chat"
	if more.Draft == "" {
		more.Draft = w.card(id).Draft
	}
	out, err := w.desk.Elsewhere().Do(w.t.Context(), more)
	if err != nil {
		w.t.Fatal(err)
	}
	return out
}

func (w *world) account(name, role string) {
	w.t.Helper()
	if err := w.store.SaveUser(w.t.Context(), store.User{Name: name, Role: role, Initials: "AB"}); err != nil {
		w.t.Fatal(err)
	}
}

// refused expects that nothing was done, for a reason.
func refused(t *testing.T, what string, out connectors.Outcome, why string) {
	t.Helper()
	if out.Done != "" || !strings.Contains(strings.Join(out.Forbids, " "), why) {
		t.Errorf("%s: %+v, want a refusal with %q", what, out, why)
	}
}

// A card shows to the character what an approval there sends.
func TestApprovalElsewhere(t *testing.T) {
	w := newWorld(t)
	w.account("ann", RoleAgent)
	id := w.caseOf("maria_p")
	c := w.card(id)
	if c.Mark != "high" || c.Title != "@maria_p on X" || !strings.HasSuffix(c.URL, "/cases/"+id) || !slices.Contains(c.Can, connectors.DeedApprove) {
		t.Errorf("card %+v", c)
	}
	if out := w.do("Ann", connectors.DeedApprove, id, connectors.Deed{}); out.Done == "" {
		t.Fatalf("%+v", out)
	}
	f := w.file(id)
	w.state(id, care.StateApproved)
	if len(f.Sends) != 2 || f.Sends[0].Text != c.Private || f.Sends[1].Text != c.Text || f.Sends[1].Otherwise != c.Otherwise || f.Sends[1].Actor != "ann" {
		t.Errorf("shown %q %q %q, to be sent %+v", c.Private, c.Text, c.Otherwise, f.Sends)
	}
	if now := w.card(id); now.Draft != "" || now.Standing != "Approved. Ann approved the answer." || !slices.Equal(now.Can, []string{connectors.DeedWithdraw}) {
		t.Errorf("afterwards %+v", now)
	}
	if out := w.do("ann", connectors.DeedWithdraw, id, connectors.Deed{}); out.Done == "" {
		t.Errorf("taking it back: %+v", out)
	}
	w.state(id, care.StateDrafted)
	entries, err := w.store.Audit(t.Context(), id, 0, 100)
	if err != nil || !slices.ContainsFunc(entries, func(e store.AuditEntry) bool {
		return e.Actor == "ann" && e.Action == "case.elsewhere" && strings.Contains(e.Detail, `"via":"chat"`)
	}) {
		t.Errorf("the audit trail does not say where: %+v, %v", entries, err)
	}
}

// Whoever has no account that may, and whatever the pages would forbid, is
// refused here too.
func TestRefusalsElsewhere(t *testing.T) {
	w := newWorld(t)
	w.account("ann", RoleAgent)
	w.account("guest", "")
	if err := w.store.SaveUser(t.Context(), store.User{Name: "gone", Role: RoleAdmin, Disabled: true}); err != nil {
		t.Fatal(err)
	}
	id := w.caseOf("maria_p")
	for _, who := range []string{"", "nobody", "gone", "guest"} {
		refused(t, who, w.do(who, connectors.DeedApprove, id, connectors.Deed{}), "no account")
		if ok, err := w.desk.Elsewhere().Member(t.Context(), who); ok || err != nil {
			t.Errorf("%q is a member: %t, %v", who, ok, err)
		}
	}
	refused(t, "an older draft", w.do("ann", connectors.DeedApprove, id, connectors.Deed{Draft: id + ".0"}), "changed meanwhile")
	refused(t, "no such case", w.do("ann", connectors.DeedFold, "nothing", connectors.Deed{Draft: "x"}), "no such case")
	refused(t, "no such deed", w.do("ann", "publish", id, connectors.Deed{}), "no such deed")
	refused(t, "without a reason", w.do("ann", connectors.DeedReject, id, connectors.Deed{}), "What is wrong")
	refused(t, "without a reason", w.do("ann", connectors.DeedFold, id, connectors.Deed{}), "Why fold")
	for _, handle := range []string{"l_whitfield", "gate_gremlin"} { // legal, safety
		other := w.caseOf(handle)
		c := w.card(other)
		if c.Draft != "" || slices.Contains(c.Can, connectors.DeedApprove) || slices.Contains(c.Can, connectors.DeedEdit) || c.Tone != "harm" {
			t.Errorf("%s: %+v", handle, c)
		}
		for _, deed := range []string{connectors.DeedApprove, connectors.DeedEdit, connectors.DeedAnother} {
			refused(t, handle+" "+deed, w.do("ann", deed, other, connectors.Deed{Draft: other + ".1", Text: "We are sorry."}), "not made")
		}
		w.state(other, map[string]care.State{"l_whitfield": care.StateLegal, "gate_gremlin": care.StateSafety}[handle])
	}
	w.state(id, care.StateDrafted)
	if sends := w.file(id).Sends; len(sends) > 0 {
		t.Errorf("something was approved: %+v", sends)
	}
}

// One's own words are saved, judged, and approved by a step of their own.
func TestEditsElsewhere(t *testing.T) {
	w := newWorld(t)
	w.account("ann", RoleAgent)
	id := w.caseOf("ann.b")
	c := w.card(id)
	if out := w.do("ann", connectors.DeedEdit, id, connectors.Deed{Text: " Please calm down, Ann. ", Private: c.Private, Otherwise: c.Otherwise}); out.Done == "" {
		t.Fatalf("%+v", out)
	}
	c = w.card(id)
	if c.Text != "Please calm down, Ann." || c.Author != "edited by ann" || slices.Contains(c.Can, connectors.DeedApprove) || len(c.Forbids) == 0 {
		t.Errorf("card %+v", c)
	}
	refused(t, "a trigger phrase", w.do("ann", connectors.DeedApprove, id, connectors.Deed{}), "calm down")
	refused(t, "empty", w.do("ann", connectors.DeedEdit, id, connectors.Deed{Text: " "}), "empty")
	if out := w.do("ann", connectors.DeedAnother, id, connectors.Deed{}); out.Done == "" || !strings.Contains(w.card(id).Text, "Wording 1") {
		t.Errorf("another: %+v, %q", out, w.card(id).Text)
	}
	if out := w.do("ann", connectors.DeedReject, id, connectors.Deed{Reason: "too stiff"}); out.Done == "" {
		t.Errorf("reject: %+v", out)
	}
	w.state(id, care.StateOpen)
	if c := w.card(id); c.Standing != "Waits for words. Ann turned the draft down: too stiff." || slices.Contains(c.Can, connectors.DeedReject) {
		t.Errorf("afterwards %+v", c)
	}
	bait := w.caseOf("real_truthteller9")
	if out := w.do("ann", connectors.DeedFold, bait, connectors.Deed{}); out.Done == "" {
		t.Errorf("fold: %+v", out)
	}
	w.state(bait, care.StateFolded)
}

// The attention budget is asked as on the page.
func TestTheBudgetHoldsElsewhere(t *testing.T) {
	w := newWorld(t)
	w.cfg.Authors.Budget.PerThread = 1
	w.account("ann", RoleManager)
	id := w.caseOf("maria_p")
	w.do("ann", connectors.DeedApprove, id, connectors.Deed{})
	w.settle(id, stands)
	again := store.Handled{Mention: care.Mention{ID: "again", Platform: "x", Connector: "x", Thread: w.cases[0].Mention.ID, Author: w.cases[0].Mention.Author, Text: "Still no bag."},
		Verdict: w.cases[0].Verdict, Case: &care.Case{ID: care.CaseID("x", "again"), Mention: "x:again", State: care.StateDrafted, OpenedAt: w.now(), UpdatedAt: w.now()}}
	again.Draft = &care.Draft{ID: again.Case.ID + ".1", CaseID: again.Case.ID, Action: care.ActReply, By: "graces", Text: "We hear you.", Otherwise: "We hear you."}
	if err := w.store.Record(t.Context(), []store.Handled{again}, nil); err != nil {
		t.Fatal(err)
	}
	if c := w.card(again.Case.ID); slices.Contains(c.Can, connectors.DeedApprove) || !strings.Contains(strings.Join(c.Forbids, " "), "public answer") {
		t.Errorf("card %+v", c)
	}
	refused(t, "beyond the budget", w.do("ann", connectors.DeedApprove, again.Case.ID, connectors.Deed{}), "public answer")
}

func TestListsElsewhere(t *testing.T) {
	w := newWorld(t, func(o *Options) {
		o.Status = func() []ConnectorStatus {
			return []ConnectorStatus{{Name: "x", State: "disconnected", Reason: "no answer", Since: time.Now()}}
		}
	})
	e := w.desk.Elsewhere()
	waiting, err := e.Waiting(t.Context(), 3)
	if err != nil || len(waiting) != 3 || waiting[0].Mark != "safety" || waiting[1].Mark != "legal" || waiting[2].Due.IsZero() {
		t.Errorf("waiting: %+v, %v", waiting, err)
	}
	id := w.caseOf("hanneke_s")
	for _, words := range []string{"BIN BAG", id, "https://desk.example/cases/" + id} {
		if found, err := e.Find(t.Context(), words, 5); err != nil || len(found) != 1 || found[0].Case != id {
			t.Errorf("find %q: %+v, %v", words, found, err)
		}
	}
	if c, err := e.Card(t.Context(), "nothing"); c != nil || err != nil {
		t.Errorf("no such case: %+v, %v", c, err)
	}
	if lines, err := e.Overview(t.Context()); err != nil || len(lines) != 2 || !strings.HasPrefix(lines[0], "Needs you: ") || lines[1] != "x: disconnected (no answer)" {
		t.Errorf("overview: %q, %v", lines, err)
	}
	_, since, err := e.Changed(t.Context(), -1)
	if err != nil {
		t.Fatal(err)
	}
	w.account("ann", RoleAgent)
	w.do("ann", connectors.DeedReject, id, connectors.Deed{Reason: "no"})
	if ids, next, err := e.Changed(t.Context(), since); err != nil || !slices.Equal(ids, []string{id}) || next <= since {
		t.Errorf("changed: %v, %d after %d, %v", ids, next, since, err)
	}
}
