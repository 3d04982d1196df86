package storetest

import (
	"testing"

	"goodgraces/care"
	"goodgraces/store"
)

// known records a complaint of an author who has a profile.
func known(t *testing.T, s *store.Store, n int) (h store.Handled, profile func() care.Profile) {
	t.Helper()
	h = complaint("ann", n)
	key := h.Mention.AuthorKey()
	profile = func() care.Profile {
		t.Helper()
		ps, err := s.Profiles(t.Context(), []string{key})
		ok(t, err)
		return ps[key]
	}
	p := profile()
	p.Key = key
	p.Contacts++
	p.Remember(care.Trace{ID: h.Mention.ID, At: noon, Thread: h.Mention.ThreadKey()})
	ok(t, s.Record(t.Context(), []store.Handled{h}, []care.Profile{p}))
	return h, profile
}

// testAnswersRemembered finds our answers in the author's profile, once.
func testAnswersRemembered(t *testing.T, s *store.Store) {
	ctx := t.Context()
	h, profile := known(t, s, 1)
	sends, err := s.Approve(ctx, approval(h.Case.ID, care.SendPrivate, care.SendPublic))
	ok(t, err)
	claim(t, s, "h", after(2), sends[0].ID)
	settle(t, s, sends[0].ID, "h", care.SendSent, after(2))
	same(t, profile().Answers, 0) // a private message is no public answer
	claim(t, s, "h", after(3), sends[1].ID)
	before := profile()
	settle(t, s, sends[1].ID, "h", care.SendSent, after(3))
	p := profile()
	same(t, p.Answers, 1)
	same(t, p.Version, before.Version+1)
	want := care.Trace{ID: "r-" + sends[1].ID, At: after(3), By: care.ByBrand, Thread: h.Mention.ThreadKey()}
	equal(t, p.Recent[1:], []care.Trace{want})
	isConflict(t, s.Record(ctx, []store.Handled{complaint("ann", 7)}, []care.Profile{before})) // the pipeline reads again

	// The platform shows us our closing line before it is settled.
	h, _ = known(t, s, 2)
	a := approval(h.Case.ID, care.SendPublic)
	closing(&a)
	sends, err = s.Approve(ctx, a)
	ok(t, err)
	claim(t, s, "h", after(3), sends[0].ID)
	p = profile()
	p.Answers++
	p.Remember(care.Trace{ID: "r-" + sends[0].ID, At: after(3), By: care.ByBrand})
	ok(t, s.Record(ctx, nil, []care.Profile{p}))
	settle(t, s, sends[0].ID, "h", care.SendSent, after(4))
	p = profile()
	same(t, p.Answers, 2)
	same(t, len(p.Recent), 4)
	same(t, p.Recent[3].Closing, true) // what only we know is added
	same(t, p.Recent[3].Thread, h.Mention.ThreadKey())
}

// testResolutionRemembered keeps a resolution in the profile while it holds.
func testResolutionRemembered(t *testing.T, s *store.Store) {
	h, profile := known(t, s, 1)
	decide := func(kind string, to care.State, minutes int) {
		t.Helper()
		_, err := s.Decide(t.Context(), care.Decision{CaseID: h.Case.ID, Actor: "bob", Kind: kind, At: after(minutes)}, to)
		ok(t, err)
	}
	decide(care.DecideResolve, care.StateResolved, 1)
	want := care.Trace{ID: h.Case.ID, At: after(1), By: care.ByResolved, Thread: h.Mention.ThreadKey()}
	equal(t, profile().Recent[1:], []care.Trace{want})
	decide(care.DecideReopen, care.StateOpen, 2) // not resolved after all
	same(t, len(profile().Recent), 1)
	decide(care.DecideResolve, care.StateResolved, 3)
	decide(care.DecideClose, care.StateClosed, 4)
	same(t, len(profile().Recent), 2)
	same(t, profile().Recent[1].At, after(3))
	_, err := s.Forget(t.Context(), h.Mention.AuthorKey(), "admin", after(5))
	ok(t, err)
	decide(care.DecideReopen, care.StateOpen, 6) // nobody is remembered anew
	same(t, profile().Version, 0)
}

// answer is a post of the brand in reply to a mention.
func answer(h store.Handled, id string) store.Handled {
	m := h.Mention
	m.ID, m.InReplyTo, m.By, m.Author, m.URL = id, h.Mention.ID, care.ByBrand, care.Author{ID: "brand"}, "https://example.test/post/"+id
	m.CreatedAt = after(5)
	return store.Handled{Mention: m, Verdict: care.Verdict{Action: care.ActIgnore}}
}

// testAnsweredByHand marks a case that somebody answered on the platform
// itself, and counts that answer.
func testAnsweredByHand(t *testing.T, s *store.Store) {
	ctx := t.Context()
	h, profile := known(t, s, 1)
	sends, err := s.Approve(ctx, approval(h.Case.ID, care.SendPublic))
	ok(t, err)
	p := profile()
	p.Answers++
	p.Remember(care.Trace{ID: "hand", At: after(5), By: care.ByBrand, Thread: h.Mention.ThreadKey()})
	ok(t, s.Record(ctx, []store.Handled{answer(h, "hand")}, []care.Profile{p}))
	c := caseFile(t, s, h.Case.ID).Case
	same(t, c.State, care.StateApproved) // what becomes of it people decide
	same(t, c.FirstResponseAt, after(5))
	same(t, c.Note, "answered by hand, on the platform itself")
	a, err := s.Attention(ctx, h.Case.ID, noon)
	ok(t, err)
	same(t, a.Spent, care.Spent{Answers: 2, Lately: 2})
	same(t, a.ByHand, true)
	claimWithin(t, s, once, after(6))
	heldBack(t, s, sends[0].ID, "public answer")
	verified(t, s)

	// Our own posts, read back, are no answers by hand; neither is what may be
	// one of them.
	own, _ := known(t, s, 2)
	for _, tt := range []struct {
		state care.SendState
		id    string
	}{{care.SendUnknown, "anything"}, {care.SendSent, "r-" + care.SendID(own.Case.ID, care.SendPublic, 1)}} {
		if tt.state == care.SendUnknown {
			_, err := s.Approve(ctx, approval(own.Case.ID, care.SendPublic))
			ok(t, err)
			claimWithin(t, s, care.Budget{}, after(6), care.SendID(own.Case.ID, care.SendPublic, 1))
		}
		settle(t, s, care.SendID(own.Case.ID, care.SendPublic, 1), "h", tt.state, after(7))
		ok(t, s.Record(ctx, []store.Handled{answer(own, tt.id)}, nil))
		if tt.state == care.SendUnknown {
			claimWithin(t, s, care.Budget{}, after(8), care.SendID(own.Case.ID, care.SendPublic, 1))
		}
		if note := caseFile(t, s, own.Case.ID).Case.Note; note != "" {
			t.Errorf("read back while %s: %q", tt.state, note)
		}
	}
}
