// Package storetest is the suite that every database behind a store passes.
package storetest

import (
	"fmt"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

// Run runs the suite. open returns a store of its own, migrated and empty,
// that is closed when the test ends.
func Run(t *testing.T, open func(t *testing.T) *store.Store) {
	for _, test := range []struct {
		name string
		run  func(t *testing.T, s *store.Store)
	}{
		{"Record", testRecord},
		{"RecordConflicts", testRecordConflicts},
		{"HostileText", testHostileText},
		{"Mentions", testMentions},
		{"Cases", testCases},
		{"ChangedSince", testChangedSince},
		{"Decide", testDecide},
		{"OpenCase", testOpenCase},
		{"Drafts", testDrafts},
		{"HeldDrafts", testHeldDrafts},
		{"HeldDraftLeads", testHeldDraftLeads},
		{"Approve", testApprove},
		{"ApproveOnce", testApproveOnce},
		{"Claim", testClaim},
		{"StaleClaim", testStaleClaim},
		{"Settle", testSettle},
		{"SettleByPerson", testSettleByPerson},
		{"Withdraw", testWithdraw},
		{"Rounds", testRounds},
		{"Budget", testBudget},
		{"BudgetOfAuthor", testBudgetOfAuthor},
		{"BudgetGoodbye", testBudgetGoodbye},
		{"BudgetOfPerson", testBudgetOfPerson},
		{"BudgetPairs", testBudgetPairs},
		{"BudgetThreads", testBudgetThreads},
		{"BudgetRace", testBudgetRace},
		{"BudgetMachine", testBudgetMachine},
		{"Attention", testAttention},
		{"AnswersRemembered", testAnswersRemembered},
		{"FollowUpAnswered", testFollowUpAnswered},
		{"ResolutionRemembered", testResolutionRemembered},
		{"AnsweredByHand", testAnsweredByHand},
		{"ClosingLine", testClosingLine},
		{"Aftercare", testAftercare},
		{"AftercareReopened", testAftercareReopened},
		{"AftercareBudget", testAftercareBudget},
		{"FollowUpsDue", testFollowUpsDue},
		{"DeclineFollowUp", testDeclineFollowUp},
		{"PrivateAnswers", testAnswers},
		{"RouteStates", testRouteStates},
		{"HandoffTimes", testHandoffTimes},
		{"Key", testKey},
		{"Machine", testMachine},
		{"Concurrent", testConcurrent},
		{"Retract", testRetract},
		{"Gone", testGone},
		{"PostsOf", testPostsOf},
		{"Label", testLabel},
		{"Kept", testKept},
		{"KeptInTurn", testKeptInTurn},
		{"Forget", testForget},
		{"Links", testLinks},
		{"LinksAtRandom", testLinksAtRandom},
		{"Overrule", testOverrule},
		{"Notes", testNotes},
		{"Timeline", testTimeline},
		{"Suggest", testSuggest},
		{"Expire", testExpire},
		{"Dossier", testDossier},
		{"Gather", testGather},
		{"SpotConflict", testSpotConflict},
		{"LeadGone", testLeadGone},
		{"LeadGoneAfterwards", testLeadGoneAfterwards},
		{"Split", testSplit},
		{"EndQuiet", testEndQuiet},
		{"Sightings", testSightings},
		{"KeptWith", testKeptWith},
		{"Audit", testAudit},
		{"Users", testUsers},
		{"Sessions", testSessions},
		{"Templates", testTemplates},
		{"TemplateApproval", testTemplateApproval},
		{"TemplateRevision", testTemplateRevision},
		{"Trials", testTrials},
		{"TemplateStats", testTemplateStats},
		{"Calmer", testCalmer},
		{"TemplateScores", testTemplateScores},
		{"KnownUses", testKnownUses},
		{"Cursors", testCursors},
		{"Leases", testLeases},
		{"Usage", testUsage},
		{"Health", testHealth},
		{"Revise", testRevise},
		{"ReviseOpens", testReviseOpens},
		{"PublishedByHand", testPublishedByHand},
		{"OldestComplaintFirst", testOldestComplaintFirst},
		{"DeadSendersMessage", testDeadSendersMessage},
		{"Corrections", testCorrections},
		{"Implied", testImplied},
		{"ErasedCorrections", testErasedCorrections},
		{"Models", testModels},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, open(t)) })
	}
}

// noon is when the tests' stories begin.
var noon = time.Date(2026, 3, 14, 12, 0, 0, 0, time.UTC)

// after is noon plus some minutes.
func after(minutes int) time.Time { return noon.Add(time.Duration(minutes) * time.Minute) }

// complaint is the n-th complaint of an author, with a case and a draft.
func complaint(author string, n int) store.Handled {
	m := care.Mention{
		ID: fmt.Sprintf("%s-%d", author, n), Platform: "testgram", Connector: "main",
		Author:    care.Author{ID: author, Handle: author + "_h", Name: "Name of " + author},
		Text:      fmt.Sprintf("My parcel number %d is late, %s is not amused", n, author),
		CreatedAt: noon, Thread: "thread-" + author, URL: "https://example.test/" + author, Ref: "ref-" + author,
	}
	v := care.Verdict{
		Language: "en", Complaint: 0.9, Action: care.ActReply, Severity: care.Accusation, Topic: "delivery",
		Evidence: []care.Evidence{{Label: "complaint", Start: 3, End: 9, Text: "parcel"}},
		Model:    "m1", NeedsHuman: "a test",
	}
	c := &care.Case{
		ID: care.CaseID(m.Platform, m.ID), Mention: m.Key(), State: care.StateDrafted, Priority: care.Priority(v),
		OpenedAt: noon, DueAt: noon.Add(time.Hour),
	}
	return store.Handled{Mention: m, Verdict: v, Case: c, Draft: &care.Draft{
		Action: care.ActReply, Template: "late", By: "graces", At: noon, Text: "We are sorry about your parcel. We sent you a message.",
		Otherwise: "We are sorry about your parcel. Please write to us.",
		Private:   care.Private{Route: care.RouteMessage, Text: "Which parcel is it?"},
	}}
}

// idle is a mention that needs no answer.
func idle(author string, n int) store.Handled {
	h := complaint(author, n)
	h.Case, h.Draft, h.Verdict.Action = nil, nil, care.ActIgnore
	return h
}

// opened records one complaint and returns its case.
func opened(t *testing.T, s *store.Store) care.Case {
	t.Helper()
	h := complaint("ann", 1)
	ok(t, s.Record(t.Context(), []store.Handled{h}, nil))
	return caseFile(t, s, h.Case.ID).Case
}

// approved records one complaint and approves both messages.
func approved(t *testing.T, s *store.Store) (private, public care.Send) {
	t.Helper()
	c := opened(t, s)
	sends, err := s.Approve(t.Context(), approval(c.ID, care.SendPrivate, care.SendPublic))
	ok(t, err)
	return sends[0], sends[1]
}

func approval(caseID string, kinds ...care.SendKind) store.Approval {
	a := store.Approval{
		CaseID: caseID, Actor: "bob", At: after(1), NotBefore: after(2),
		Draft: care.Draft{Action: care.ActReply, Text: "Sorry. We sent you a message.", Otherwise: "Sorry. Write to us.",
			Private: care.Private{Route: care.RouteMessage, Text: "Hello"}, By: "bob"},
	}
	for _, kind := range kinds {
		send := care.Send{Kind: kind, Text: "Hello"}
		if kind == care.SendPublic {
			send.Text, send.Otherwise = a.Draft.Text, a.Draft.Otherwise
		}
		a.Sends = append(a.Sends, send)
	}
	return a
}

// claim claims what is due and fails unless it is these sends.
func claim(t *testing.T, s *store.Store, holder string, now time.Time, want ...string) []care.Send {
	t.Helper()
	sends, err := s.ClaimSends(t.Context(), store.Claim{Holder: holder, Now: now, Lease: time.Minute, Limit: 10})
	ok(t, err)
	var got []string
	for _, send := range sends {
		got = append(got, send.ID)
	}
	same(t, fmt.Sprint(got), fmt.Sprint(want))
	return sends
}

// settle settles a send claimed by holder.
func settle(t *testing.T, s *store.Store, id, holder string, state care.SendState, at time.Time) {
	t.Helper()
	d := store.Settlement{SendID: id, Holder: holder, Actor: "graces/sender", State: state, At: at, NotBefore: at}
	if state == care.SendSent {
		d.Receipt = &care.Receipt{ID: "r-" + id, At: at}
	}
	ok(t, s.Settle(t.Context(), d))
}

func caseFile(t *testing.T, s *store.Store, id string) *store.CaseFile {
	t.Helper()
	f, err := s.Case(t.Context(), id)
	ok(t, err)
	return f
}

// inState fails unless a case is in a state.
func inState(t *testing.T, s *store.Store, id string, want care.State) {
	t.Helper()
	same(t, caseFile(t, s, id).Case.State, want)
}

// verified fails unless the audit trail holds and has n entries.
func verified(t *testing.T, s *store.Store) int64 {
	t.Helper()
	n, err := s.VerifyAudit(t.Context())
	ok(t, err)
	return n
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func same[T comparable](t *testing.T, got, want T) {
	t.Helper()
	if got != want {
		t.Fatalf("got %v, want %v", got, want)
	}
}
