package storetest

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

// stranger is the n-th post of a crowd in one thread.
func stranger(n int) store.Handled {
	h := complaint(fmt.Sprintf("s%d", n), n)
	h.Mention.Thread, h.Mention.CreatedAt, h.Sight = "crowd", after(n), "sight"
	return h
}

// mob is a gathering of the n-th posts.
func mob(own int, ns ...int) store.Gathering {
	g := store.Gathering{
		Spot: "at thread testgram:crowd", Kind: care.IncidentPileOn, Platform: "testgram", Thread: "testgram:crowd", Topic: "delay",
		Note: "six accounts", Origin: "testgram:crowd", StartedAt: noon,
		Statement: &care.Draft{Action: care.ActReply, By: "graces", At: noon, Text: "We read you all.", Otherwise: "We read you all."},
	}
	for _, n := range ns {
		key := keyOf(n)
		g.Members = append(g.Members, store.Member{Key: key, Own: n == own})
		if g.Lead == "" && n != own {
			g.Lead = key
		}
	}
	return g
}

// inIncident is a post of the crowd that comes when the incident is known.
func inIncident(n int) store.Handled {
	h := stranger(n)
	h.Case, h.Draft, h.Spot = nil, nil, mob(0).Spot
	return h
}

func keyOf(n int) string { m := stranger(n).Mention; return m.Key() }

func caseOf(n int) string { m := stranger(n).Mention; return care.CaseID(m.Platform, m.ID) }

func onlyIncident(t *testing.T, s *store.Store) care.Incident {
	t.Helper()
	all, err := s.Incidents(t.Context(), store.IncidentFilter{})
	ok(t, err)
	same(t, len(all), 1)
	return all[0]
}

func testGather(t *testing.T, s *store.Store) {
	ctx := t.Context()
	hs := []store.Handled{stranger(1), stranger(2), stranger(3), stranger(4)}
	ok(t, s.Record(ctx, hs, nil))
	_, err := s.Decide(ctx, care.Decision{CaseID: caseOf(4), Actor: "bob", Kind: care.DecideReject, Reason: "worse than none", At: noon}, care.StateOpen)
	ok(t, err)

	// Post 2 has a problem of its own; 4 is being worked on; 5 comes with the finding.
	ok(t, s.Record(ctx, []store.Handled{inIncident(5)}, nil, mob(2, 1, 2, 3, 4, 5)))
	i := onlyIncident(t, s)
	same(t, [3]int{i.Posts, i.Accounts, i.Genuine}, [3]int{5, 5, 1})
	same(t, i.Lead, caseOf(1))
	same(t, i.LastAt, after(5))
	lead := caseFile(t, s, caseOf(1))
	same(t, lead.Case.State, care.StateDrafted)
	same(t, lead.Draft().Text, "We read you all.")
	same(t, lead.Case.Incident, i.ID)
	inState(t, s, caseOf(2), care.StateDrafted)
	inState(t, s, caseOf(3), care.StateDismissed)
	inState(t, s, caseOf(4), care.StateOpen)
	same(t, caseFile(t, s, caseOf(4)).Case.Incident, i.ID)
	if _, err := s.Case(ctx, caseOf(5)); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("a post of an incident has a case of its own: %v", err)
	}

	// Again, and more, changes nothing but the new one.
	ok(t, s.Gather(ctx, []store.Gathering{mob(2, 1, 2, 3, 4, 5)}, noon))
	ok(t, s.Record(ctx, []store.Handled{inIncident(6)}, nil))
	i = onlyIncident(t, s)
	same(t, i.Posts, 6)
	same(t, len(caseFile(t, s, caseOf(1)).Drafts), 2)

	loud, err := s.Loudest(ctx, i.ID, 2)
	ok(t, err)
	equal(t, loud, []store.Account{{Key: "testgram:s1", Author: stranger(1).Mention.Author, Posts: 1}, {Key: "testgram:s2", Author: stranger(2).Mention.Author, Posts: 1}})
	own, err := s.OwnCases(ctx, i.ID, 0)
	ok(t, err)
	same(t, len(own), 1)
	same(t, own[0].Case.ID, caseOf(2))
	rows, err := s.Mentions(ctx, store.MentionFilter{Incident: i.ID})
	ok(t, err)
	same(t, len(rows), 6)
	rows, err = s.Mentions(ctx, store.MentionFilter{NoCase: true})
	ok(t, err)
	same(t, len(rows), 0)
	growth, err := s.Growth(ctx, i.ID, 2*time.Minute)
	ok(t, err)
	total, ownPosts := 0, 0
	for _, b := range growth {
		total, ownPosts = total+b.Posts, ownPosts+b.Own
	}
	same(t, [3]int{len(growth), total, ownPosts}, [3]int{4, 6, 1})
	same(t, growth[0].At, noon)
	n, err := s.CountIncidents(ctx)
	ok(t, err)
	same(t, n, 1)
	_, err = s.Incident(ctx, "none")
	if !errors.Is(err, store.ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
	verified(t, s)
}

// Without an incident at its spot, nothing is saved: it would be lost from view.
func testSpotConflict(t *testing.T, s *store.Store) {
	ctx := t.Context()
	if err := s.Record(ctx, []store.Handled{inIncident(1)}, nil); !errors.Is(err, store.ErrConflict) {
		t.Fatalf("got %v, want ErrConflict", err)
	}
	known, err := s.Known(ctx, []string{keyOf(1)})
	ok(t, err)
	same(t, len(known), 0)
	ok(t, s.Record(ctx, []store.Handled{inIncident(1)}, nil, mob(0, 1)))
	// Its lead had no case: it has one now.
	inState(t, s, caseOf(1), care.StateDrafted)
	ok(t, s.EndIncident(ctx, onlyIncident(t, s).ID, "bob", after(9)))
	if err := s.Record(ctx, []store.Handled{inIncident(2)}, nil); !errors.Is(err, store.ErrConflict) {
		t.Fatalf("got %v, want ErrConflict", err)
	}
	// It flares up: the same incident, and nothing is said a second time.
	ok(t, s.Record(ctx, []store.Handled{inIncident(2)}, nil, mob(0, 2)))
	i := onlyIncident(t, s)
	same(t, i.EndedAt.IsZero(), true)
	same(t, i.Lead, caseOf(1))
	same(t, i.Posts, 2)
}

// testLeadGone: where the post behind the statement is deleted, or its author
// forgotten, another one leads, until the statement was made.
func testLeadGone(t *testing.T, s *store.Store) {
	ctx := t.Context()
	again := inIncident(5)
	again.Mention.Author = stranger(3).Mention.Author
	ok(t, s.Record(ctx, []store.Handled{stranger(1), stranger(2), stranger(3)}, nil))
	ok(t, s.Record(ctx, []store.Handled{again, inIncident(6)}, nil, mob(2, 1, 2, 3, 5, 6)))
	same(t, onlyIncident(t, s).Lead, caseOf(1))

	// Posts 1 and 6 are deleted at once: 2 has a matter of its own, 3 leads.
	ok(t, s.Retract(ctx, []string{keyOf(1), keyOf(6)}, after(7)))
	same(t, onlyIncident(t, s).Lead, caseOf(3))
	inState(t, s, caseOf(1), care.StateDismissed)
	inState(t, s, caseOf(2), care.StateDrafted)
	lead := caseFile(t, s, caseOf(3)).Case
	same(t, lead.State, care.StateOpen)
	same(t, lead.Note, "holds the public statement on an incident: write it here")

	// The author of 3 and 5 is forgotten: nobody is left to lead.
	_, err := s.Forget(ctx, again.Mention.AuthorKey(), "admin", after(8))
	ok(t, err)
	same(t, onlyIncident(t, s).Lead, "")
	verified(t, s)
}

// A statement that was made stands, whoever deletes their post.
func testLeadGoneAfterwards(t *testing.T, s *store.Store) {
	ctx := t.Context()
	ok(t, s.Record(ctx, []store.Handled{stranger(1), stranger(2)}, nil, mob(0, 1, 2)))
	sends, err := s.Approve(ctx, approval(caseOf(1), care.SendPublic))
	ok(t, err)
	claimWithin(t, s, care.Budget{}, after(3), sends[0].ID)
	settle(t, s, sends[0].ID, "h", care.SendSent, after(3))
	ok(t, s.Retract(ctx, []string{keyOf(1)}, after(4)))
	same(t, onlyIncident(t, s).Lead, caseOf(1))
	inState(t, s, caseOf(2), care.StateDismissed)
}

func testSplit(t *testing.T, s *store.Store) {
	ctx := t.Context()
	quiet := inIncident(4)
	quiet.Verdict.Action = care.ActIgnore
	ok(t, s.Record(ctx, []store.Handled{stranger(1), stranger(2)}, nil))
	ok(t, s.Record(ctx, []store.Handled{inIncident(3), quiet}, nil, mob(0, 1, 2, 3, 4)))
	i := onlyIncident(t, s)
	spots, err := s.Spots(ctx, noon)
	ok(t, err)
	equal(t, spots, []store.Spot{{Spot: mob(0).Spot}})

	n, err := s.SplitIncident(ctx, i.ID, "bob", after(9))
	ok(t, err)
	same(t, n, 2)
	inState(t, s, caseOf(1), care.StateDrafted)
	same(t, caseFile(t, s, caseOf(1)).Draft().Text, stranger(1).Draft.Text) // its own again
	inState(t, s, caseOf(2), care.StateDrafted)
	inState(t, s, caseOf(3), care.StateOpen)
	if _, err := s.Case(ctx, caseOf(4)); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("a post that asks nothing got a case: %v", err)
	}
	spots, err = s.Spots(ctx, noon)
	ok(t, err)
	equal(t, spots, []store.Spot{{Spot: mob(0).Spot, Separate: true}})
	ok(t, s.Gather(ctx, []store.Gathering{mob(0, 1, 2, 3)}, after(10)))
	inState(t, s, caseOf(2), care.StateDrafted)
	for _, err := range []error{
		s.EndIncident(ctx, i.ID, "bob", after(11)),
		func() error { _, err := s.SplitIncident(ctx, i.ID, "bob", after(11)); return err }(),
	} {
		if !errors.Is(err, store.ErrConflict) {
			t.Errorf("got %v, want ErrConflict", err)
		}
	}
	trail, err := s.Audit(ctx, i.ID, 0, 0)
	ok(t, err)
	same(t, len(trail), 2)
	same(t, trail[1].Actor+" "+trail[1].Action, "bob incident.split")
	verified(t, s)
}

func testEndQuiet(t *testing.T, s *store.Store) {
	ctx := t.Context()
	ok(t, s.Record(ctx, []store.Handled{inIncident(1)}, nil, mob(0, 1)))
	ended, err := s.EndQuiet(ctx, time.Now().Add(-time.Hour), time.Now())
	ok(t, err)
	same(t, len(ended), 0)
	ended, err = s.EndQuiet(ctx, time.Now().Add(time.Hour), time.Now())
	ok(t, err)
	same(t, len(ended), 1)
	active, err := s.Incidents(ctx, store.IncidentFilter{Active: true})
	ok(t, err)
	same(t, len(active), 0)
	spots, err := s.Spots(ctx, noon)
	ok(t, err)
	same(t, len(spots), 0)
}

func testSightings(t *testing.T, s *store.Store) {
	ctx := t.Context()
	ok(t, s.Record(ctx, []store.Handled{stranger(1), stranger(2), idle("ann", 3)}, nil))
	all, next, err := s.Sightings(ctx, -1, 10)
	ok(t, err)
	same(t, len(all), 3)
	same(t, all[0].Key+" "+all[0].Author+" "+all[0].Sight+" "+all[0].Platform, "testgram:s1-1 testgram:s1 sight testgram")
	same(t, all[0].At, after(1))
	more, again, err := s.Sightings(ctx, next, 10)
	ok(t, err)
	same(t, len(more), 0)
	same(t, again, next)
	last, _, err := s.Sightings(ctx, -1, 1)
	ok(t, err)
	same(t, len(last), 1)
	same(t, last[0].Key, "testgram:ann-3")

	_, err = s.Forget(ctx, "testgram:s1", "bob", noon)
	ok(t, err)
	all, _, err = s.Sightings(ctx, 0, 10)
	ok(t, err)
	for _, g := range all {
		if g.Key == keyOf(1) || g.Author == "testgram:s1" || g.Author == "" && g.Sight != "" {
			t.Errorf("a forgotten author is remembered: %+v", g)
		}
	}
}

// A post that another case stands for goes with that case, and its deletion
// leaves the case alone.
func testKeptWith(t *testing.T, s *store.Store) {
	ctx := t.Context()
	main, more := complaint("ann", 1), complaint("ann", 2)
	more.Case, more.Draft, more.KeptWith = nil, nil, main.Case.ID
	ok(t, s.Record(ctx, []store.Handled{main, more}, nil))
	c, err := s.LatestCase(ctx, "testgram:ann")
	ok(t, err)
	same(t, c.ID, main.Case.ID)
	known, err := s.Known(ctx, []string{more.Mention.Key()})
	ok(t, err)
	same(t, known[more.Mention.Key()], main.Case.ID)
	ok(t, s.Retract(ctx, []string{more.Mention.Key()}, after(1)))
	inState(t, s, main.Case.ID, care.StateDrafted)
	ok(t, s.Retract(ctx, []string{main.Mention.Key()}, after(2)))
	inState(t, s, main.Case.ID, care.StateDismissed)
	if _, err := s.LatestCase(ctx, "testgram:nobody"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
}
