package storetest

import (
	"errors"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

func testExpire(t *testing.T, s *store.Store) {
	ctx := t.Context()
	for _, name := range []string{"ann", "bea", "cat", "dan"} {
		wrote(t, s, "testgram:"+name, idle(name, 1), care.Trace{})
	}
	ok(t, s.Link(ctx, "testgram:ann", "testgram:bea", "eve", noon))
	_, err := s.AddNote(ctx, store.Note{Author: "testgram:bea", Actor: "eve", Text: "rang", At: noon})
	ok(t, err)
	expire := func(cutoff time.Time, limit, want int) {
		t.Helper()
		n, err := s.Expire(ctx, cutoff, limit)
		ok(t, err)
		same(t, n, want)
	}
	expire(time.Now(), 10, 0) // of today
	tomorrow := time.Now().Add(24 * time.Hour)
	expire(tomorrow, 2, 2)
	expire(tomorrow, 2, 1)
	expire(tomorrow, 2, 0)
	ps, err := s.Profiles(ctx, []string{"testgram:ann", "testgram:bea", "testgram:cat", "testgram:dan"})
	ok(t, err)
	same(t, len(ps), 0)
	notes, err := s.Notes(ctx, []string{"testgram:bea"})
	ok(t, err)
	same(t, len(notes), 0)
	accounts, err := s.Accounts(ctx, "testgram:ann")
	ok(t, err)
	same(t, len(accounts), 1)
	wrote(t, s, "testgram:ann", idle("ann", 2), care.Trace{}) // they are met anew
	same(t, profileOf(t, s, "testgram:ann").Contacts, 1)
	verified(t, s)
}

func testDossier(t *testing.T, s *store.Store) {
	ctx := t.Context()
	wrote(t, s, "testgram:ann", complaint("ann", 1), care.Trace{})
	wrote(t, s, "testgram:bea", idle("bea", 1), care.Trace{})
	ok(t, s.Link(ctx, "testgram:ann", "testgram:bea", "eve", noon))
	wrote(t, s, "testgram:ann", idle("ann", 2), care.Trace{})
	wrote(t, s, "testgram:bea", idle("bea", 2), care.Trace{})
	_, err := s.AddNote(ctx, store.Note{Author: "testgram:ann", Actor: "eve", Text: "rang", At: noon})
	ok(t, err)
	ok(t, s.SaveCorrections(ctx, []care.Correction{{Mention: "testgram:ann-1", Label: "complaint", Value: "true", Actor: "eve", At: noon}}))
	d, err := s.Dossier(ctx, "testgram:ann")
	ok(t, err)
	same(t, d.Profile.Contacts, 2)
	same(t, len(d.Profile.Recent), 2) // nothing of bea's
	same(t, len(d.Linked), 1)
	same(t, len(d.Notes), 1)
	same(t, len(d.Posts), 2)
	same(t, d.Posts[1].File.Drafts[0].Template, "late")
	same(t, len(d.Corrections["testgram:ann-1"]), 1)
	same(t, len(d.Audit), 2) // linked, noted
	if _, err := s.Dossier(ctx, "testgram:none"); !errors.Is(err, store.ErrNotFound) {
		t.Fatalf("got %v", err)
	}
}
