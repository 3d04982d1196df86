package storetest

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

// written saves the next version of a template on top of the newest.
func written(t *testing.T, s *store.Store, name, body, actor string) store.TemplateVersion {
	t.Helper()
	all, err := s.TemplateVersions(t.Context(), name)
	ok(t, err)
	v, err := s.SaveTemplateDraft(t.Context(), store.TemplateVersion{Name: name, Base: len(all), Body: body, Actor: actor, Note: "why", At: noon})
	ok(t, err)
	return v
}

func by(actor, name string, version int) store.TemplateDecision {
	return store.TemplateDecision{Name: name, Version: version, Actor: actor, At: after(1)}
}

// inForce fails unless these are the published versions, as "name:version".
func inForce(t *testing.T, s *store.Store, want ...string) {
	t.Helper()
	all, err := s.PublishedTemplates(t.Context())
	ok(t, err)
	got := []string{}
	for _, v := range all {
		got = append(got, fmt.Sprintf("%s:%d", v.Name, v.Version))
	}
	same(t, fmt.Sprint(got), fmt.Sprint(append([]string{}, want...)))
}

func refused(t *testing.T, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Fatalf("got %v, want %v", err, want)
	}
}

func testTemplates(t *testing.T, s *store.Store) {
	ctx := t.Context()
	v := written(t, s, "late", "one\n# kept", "bob")
	same(t, v, store.TemplateVersion{Name: "late", Version: 1, Body: "one\n# kept", Hash: store.TemplateHash("one\n# kept"),
		State: store.TemplateDraft, Note: "why", Actor: "bob", At: noon})
	inForce(t, s)
	ok(t, s.PublishTemplate(ctx, by("bob", "late", 1)))
	written(t, s, "late", "two", "ann")
	_, err := s.SaveTemplateDraft(ctx, store.TemplateVersion{Name: "late", Base: 1, Body: "lost?", Actor: "bob", At: noon})
	refused(t, err, store.ErrConflict)
	inForce(t, s, "late:1")
	ok(t, s.PublishTemplate(ctx, by("ann", "late", 2)))
	inForce(t, s, "late:2")
	refused(t, s.PublishTemplate(ctx, by("ann", "late", 1)), store.ErrConflict)
	refused(t, s.PublishTemplate(ctx, by("ann", "late", 9)), store.ErrNotFound)

	ok(t, s.RollBackTemplate(ctx, by("bob", "late", 1)))
	inForce(t, s, "late:1")
	refused(t, s.RollBackTemplate(ctx, by("bob", "late", 1)), store.ErrConflict)
	written(t, s, "other", "x", "bob")
	ok(t, s.DiscardTemplate(ctx, by("bob", "other", 1)))
	refused(t, s.PublishTemplate(ctx, by("bob", "other", 1)), store.ErrConflict)
	refused(t, s.RollBackTemplate(ctx, by("bob", "other", 1)), store.ErrConflict)
	ok(t, s.RetireTemplate(ctx, by("bob", "late", 0)))
	inForce(t, s)
	refused(t, s.RetireTemplate(ctx, by("bob", "late", 0)), store.ErrNotPublished)
	ok(t, s.RollBackTemplate(ctx, by("bob", "late", 2)))

	newest, err := s.Templates(ctx)
	ok(t, err)
	same(t, len(newest), 2)
	same(t, newest[0].Version, 2)
	same(t, newest[0].Approver, "bob")
	same(t, newest[0].ApprovedAt, after(1))
	same(t, verified(t, s), 9)
}

func testTemplateApproval(t *testing.T, s *store.Store) {
	ctx := t.Context()
	written(t, s, "late", "one", "bob")
	own, other := by("bob", "late", 1), by("ann", "late", 1)
	own.SecondPerson, other.SecondPerson = true, true
	ok(t, s.ProposeTemplate(ctx, own))
	refused(t, s.ProposeTemplate(ctx, own), store.ErrConflict)
	refused(t, s.PublishTemplate(ctx, own), store.ErrOwnTemplate)
	inForce(t, s)
	ok(t, s.PublishTemplate(ctx, other))
	inForce(t, s, "late:1")
}

func testTemplateRevision(t *testing.T, s *store.Store) {
	ctx, last := t.Context(), int64(-1)
	rises := func(what string, want bool) {
		t.Helper()
		rev, err := s.TemplateRevision(ctx)
		ok(t, err)
		if rev > last != want {
			t.Fatalf("%s: from %d to %d", what, last, rev)
		}
		last = rev
	}
	rises("empty", true)
	written(t, s, "late", "one", "bob")
	rises("draft", true)
	ok(t, s.PublishTemplate(ctx, by("bob", "late", 1)))
	rises("published", true)
	opened(t, s)
	rises("a case", false)
	written(t, s, "late", "two", "bob")
	tr, err := s.StartTrial(ctx, store.Trial{Template: "late", A: 1, B: 2, Share: 50, Started: noon}, false)
	ok(t, err)
	rises("trial", true)
	ok(t, s.StopTrial(ctx, tr.ID, "bob", noon))
	rises("trial stopped", true)
	ok(t, s.RetireTemplate(ctx, by("bob", "late", 0)))
	rises("retired", true)
}

func testTrials(t *testing.T, s *store.Store) {
	ctx := t.Context()
	written(t, s, "late", "one", "bob")
	ok(t, s.PublishTemplate(ctx, by("bob", "late", 1)))
	written(t, s, "late", "two", "bob")
	tr := store.Trial{Template: "late", A: 1, B: 2, VersionA: "v1", VersionB: "v2", Share: 30, Actor: "ann", Started: noon}
	start := func(change func(*store.Trial), second bool) error {
		bad := tr
		change(&bad)
		_, err := s.StartTrial(ctx, bad, second)
		return err
	}
	refused(t, start(func(tr *store.Trial) { tr.A = 0 }, false), store.ErrConflict)
	refused(t, start(func(tr *store.Trial) { tr.B = 1 }, false), store.ErrConflict)
	refused(t, start(func(tr *store.Trial) { tr.B = 7 }, false), store.ErrNotFound)
	refused(t, start(func(tr *store.Trial) { tr.Actor = "bob" }, true), store.ErrOwnTemplate)
	if err := start(func(tr *store.Trial) { tr.Share = 100 }, false); err == nil {
		t.Fatal("a share of 100 was taken")
	}
	tr, err := s.StartTrial(ctx, tr, true)
	ok(t, err)
	refused(t, start(func(*store.Trial) {}, false), store.ErrTrialRuns)
	refused(t, s.PublishTemplate(ctx, by("ann", "late", 2)), store.ErrTrialRuns)
	refused(t, s.RetireTemplate(ctx, by("ann", "late", 0)), store.ErrTrialRuns)
	running, err := s.RunningTrials(ctx)
	ok(t, err)
	same(t, len(running), 1)
	same(t, running[0], tr)

	ok(t, s.StopTrial(ctx, tr.ID, "bob", after(5)))
	refused(t, s.StopTrial(ctx, tr.ID, "bob", after(5)), store.ErrConflict)
	got, err := s.Trial(ctx, tr.ID)
	ok(t, err)
	same(t, got.EndedBy, "bob")
	same(t, got.Ended, after(5))
	ok(t, s.PublishTemplate(ctx, by("ann", "late", 2)))
	all, err := s.Trials(ctx, "late")
	ok(t, err)
	same(t, len(all), 1)
	verified(t, s)
}

// drafted records a complaint whose draft a version of a template wrote.
func drafted(t *testing.T, s *store.Store, author string, change func(*store.Handled)) string {
	t.Helper()
	h := complaint(author, 1)
	h.Draft.TemplateVersion = "v1"
	h.Verdict.Anger = 0.8
	change(&h)
	ok(t, s.Record(t.Context(), []store.Handled{h}, nil))
	return h.Case.ID
}

func asIs(*store.Handled) {}

// asDrafted approves a case's draft, its words changed.
func asDrafted(t *testing.T, s *store.Store, caseID string, change func(*care.Draft)) {
	t.Helper()
	a := approval(caseID, care.SendPublic)
	a.Draft = *caseFile(t, s, caseID).Draft()
	change(&a.Draft)
	_, err := s.Approve(t.Context(), a)
	ok(t, err)
}

// statsOf is the one line of statistics.
func statsOf(t *testing.T, s *store.Store) store.TemplateStats {
	t.Helper()
	all, err := s.TemplateStats(t.Context(), noon)
	ok(t, err)
	if len(all) == 0 {
		return store.TemplateStats{}
	}
	same(t, len(all), 1)
	return all[0]
}

func testTemplateStats(t *testing.T, s *store.Store) {
	ctx := t.Context()
	id := drafted(t, s, "ann", asIs)
	same(t, statsOf(t, s), store.TemplateStats{})
	asDrafted(t, s, id, func(*care.Draft) {})
	midnight := noon.Truncate(24 * time.Hour)
	same(t, statsOf(t, s), store.TemplateStats{Template: "late", Version: "v1", Approved: 1, First: midnight, Last: midnight})

	_, err := s.Decide(ctx, care.Decision{CaseID: id, Actor: "bob", Kind: care.DecideWithdraw, At: after(2)}, care.StateDrafted)
	ok(t, err)
	same(t, statsOf(t, s).Approved, 0)
	// Two of the 16 words of both messages are others.
	asDrafted(t, s, id, func(d *care.Draft) {
		d.Text, d.By = "We are so sorry about your  bag. We sent you a message.", "bob"
	})
	got := statsOf(t, s)
	same(t, fmt.Sprintf("%d %d %.3f", got.Approved, got.Edited, got.Rewrite), "1 1 0.125")

	id = drafted(t, s, "ben", asIs)
	d := *caseFile(t, s, id).Draft()
	d.By, d.Variant, d.Text = "graces", 1, "Another wording."
	_, err = s.SaveDraft(ctx, d)
	ok(t, err)
	_, err = s.Decide(ctx, care.Decision{CaseID: id, Actor: "bob", Kind: care.DecideReject, Reason: "cold", At: after(2)}, care.StateOpen)
	ok(t, err)
	// One's own words after a rejection are not the template's.
	d.By, d.Text = "bob", "My own words."
	_, err = s.SaveDraft(ctx, d)
	ok(t, err)
	asDrafted(t, s, id, func(*care.Draft) {})
	got = statsOf(t, s)
	same(t, fmt.Sprint(got.Approved, got.Edited, got.Rejected, got.Another), "1 1 1 1")

	tr := store.Trial{ID: 7, Template: "late", VersionA: "v1", VersionB: "v2"}
	id = drafted(t, s, "carl", func(h *store.Handled) { h.Draft.Trial, h.Draft.TemplateVersion = 7, "v2" })
	asDrafted(t, s, id, func(*care.Draft) {})
	a, b, err := s.TrialStats(ctx, tr)
	ok(t, err)
	same(t, fmt.Sprintf("%s %d %s %d", a.Version, a.Approved, b.Version, b.Approved), "v1 0 v2 1")
}

func testTemplateScores(t *testing.T, s *store.Store) {
	ctx := t.Context()
	for author, score := range map[string]int{"ann": 5, "ben": 2, "carl": 0} {
		id := drafted(t, s, author, asIs)
		asDrafted(t, s, id, func(*care.Draft) {})
		public := care.SendID(id, care.SendPublic, 1)
		claim(t, s, "s", after(3), public)
		settle(t, s, public, "s", care.SendSent, after(3))
		_, err := s.SaveAnswer(ctx, care.Answer{CaseID: id, Kind: care.AnswerFollowUp, Score: score, At: after(5)}, "")
		ok(t, err)
	}
	got := statsOf(t, s)
	same(t, fmt.Sprintf("%d %.2f %.2f", got.Scored, got.Score, got.Score2), "2 3.50 14.50")
}

func testCalmer(t *testing.T, s *store.Store) {
	ctx := t.Context()
	answered := func(author string, change func(*store.Handled)) {
		t.Helper()
		id := drafted(t, s, author, change)
		asDrafted(t, s, id, func(*care.Draft) {})
		public := care.SendID(id, care.SendPublic, 1)
		claim(t, s, "s", after(3), public)
		settle(t, s, public, "s", care.SendSent, after(3))
	}
	again := func(author string, n, minute int, anger float64, change func(*store.Handled)) {
		t.Helper()
		h := idle(author, n)
		h.Verdict.Anger, h.Mention.CreatedAt = anger, after(minute)
		change(&h)
		ok(t, s.Record(ctx, []store.Handled{h}, nil))
	}
	counted := func(want string) {
		t.Helper()
		got := statsOf(t, s)
		same(t, fmt.Sprint(got.WroteAgain, got.Calmer), want)
	}
	answered("ann", asIs)
	again("ann", 2, 2, 0.1, asIs) // before our answer
	counted("0 0")
	again("ann", 3, 9, 0.1, func(h *store.Handled) { h.Mention.Thread = "elsewhere" })
	counted("0 0")
	again("ann", 4, 9, 0.1, func(h *store.Handled) { h.Mention.By = care.ByBrand })
	counted("0 0")
	again("ann", 5, 9, 0.1, asIs)
	counted("1 1")
	again("ann", 6, 10, 0.9, asIs) // the first counts
	counted("1 1")
	answered("ben", asIs)
	again("ben", 2, 9, 0.9, asIs)
	counted("2 1")
	answered("carl", func(h *store.Handled) { h.Verdict.Anger = 0.2 }) // was calm
	again("carl", 2, 9, 0.1, asIs)
	counted("2 1")
	answered("dora", asIs)
	_, err := s.Forget(ctx, care.Key("testgram", "dora"), "bob", after(5))
	ok(t, err)
	again("dora", 2, 9, 0.1, asIs)
	counted("2 1")
}
