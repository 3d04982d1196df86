package storetest

import (
	"fmt"
	"testing"

	"goodgraces/care"
	"goodgraces/store"
)

const holdingWords = "Let me find out for you today. I will write the answer here."

// held makes a draft one that leaves a question to a person.
func held(h *store.Handled) {
	h.Verdict.Action, h.Case.State = care.ActAnswer, care.StateOpen
	d := h.Draft
	d.Action, d.Text, d.Otherwise, d.Private = care.ActAnswer, "", "", care.Private{}
	d.Holding, d.Asked, d.Reason = holdingWords, "whether they can collect it", "a question: write the answer"
}

// testHeldDrafts: words that hold a question are no ready draft. They count as
// used where somebody sent them, edited or not, and not where somebody answered.
func testHeldDrafts(t *testing.T, s *store.Store) {
	ctx := t.Context()
	id := drafted(t, s, "ann", held)
	inState(t, s, id, care.StateOpen)
	d := *caseFile(t, s, id).Draft()
	same(t, d.Holding, holdingWords)
	d.Holding, d.Variant, d.By = holdingWords+" Promised.", 1, "graces"
	_, err := s.SaveDraft(ctx, d)
	ok(t, err)
	inState(t, s, id, care.StateOpen)
	n, err := s.Drafted(ctx, []string{id})
	ok(t, err)
	same(t, n, 0)

	answer := func(id, words string) string {
		t.Helper()
		own := *caseFile(t, s, id).Draft()
		own.Text, own.Otherwise, own.Reason, own.By = words, words, "", "bob"
		_, err := s.SaveDraft(ctx, own)
		ok(t, err)
		asDrafted(t, s, id, func(*care.Draft) {})
		got := statsOf(t, s)
		return fmt.Sprint(got.Approved, got.Edited, got.Another)
	}
	same(t, answer(id, holdingWords+" Promised."), "1 0 1")
	same(t, answer(drafted(t, s, "ben", held), "Let me find out for you tomorrow. I will write the answer here."), "2 1 1")
	ready := drafted(t, s, "carl", held)
	same(t, answer(ready, "Yes, you can collect it on Sunday from ten to four."), "2 1 1")
	n, err = s.Drafted(ctx, []string{id, ready})
	ok(t, err)
	same(t, n, 2)

	relabelled := drafted(t, s, "eve", asIs)
	d = caseFile(t, s, id).Drafts[0]
	d.CaseID, d.By, d.Variant = relabelled, "graces", 0
	_, err = s.SaveDraft(ctx, d)
	ok(t, err)
	inState(t, s, relabelled, care.StateOpen)
	n, err = s.Drafted(ctx, []string{relabelled}) // had a text before
	ok(t, err)
	same(t, n, 0)

	own := drafted(t, s, "dan", held)
	d = *caseFile(t, s, own).Draft()
	d.Text, d.By = "No, we are closed that day, I am afraid.", "bob"
	_, err = s.SaveDraft(ctx, d)
	ok(t, err)
	_, err = s.Decide(ctx, care.Decision{CaseID: own, Actor: "cat", Kind: care.DecideReject, Reason: "we are not", At: after(3)}, care.StateOpen)
	ok(t, err)
	same(t, statsOf(t, s).Rejected, 0)

	post := caseFile(t, s, own).Mention
	ok(t, s.Retract(ctx, []string{post.Key()}, after(4)))
	for _, d := range caseFile(t, s, own).Drafts {
		same(t, d.Holding+d.Asked, "")
	}
	verified(t, s)
}

// testHeldDraftLeads: a question that held an incident's statement waits for
// words again once the incident is none, and so do its other questions.
func testHeldDraftLeads(t *testing.T, s *store.Store) {
	ctx := t.Context()
	first, second := stranger(1), stranger(2)
	held(&first)
	held(&second)
	ok(t, s.Record(ctx, []store.Handled{first, second}, nil))
	ok(t, s.Record(ctx, []store.Handled{inIncident(3)}, nil, mob(0, 1, 2, 3)))
	inState(t, s, caseOf(1), care.StateDrafted)
	_, err := s.SplitIncident(ctx, onlyIncident(t, s).ID, "bob", after(9))
	ok(t, err)
	inState(t, s, caseOf(1), care.StateOpen)
	same(t, caseFile(t, s, caseOf(1)).Draft().Holding, holdingWords)
	inState(t, s, caseOf(2), care.StateOpen)
}
