package store_test

import (
	"database/sql"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/internal/servers"
	"goodgraces/store"
)

func TestRetentionGoesByTheLastSaveSQLite(t *testing.T) { lastSaveCounts(t, openSQLite(t)) }
func TestRetentionGoesByTheLastSavePostgres(t *testing.T) {
	lastSaveCounts(t, openMigrated(t, servers.PostgresFrom(t, &schema)))
}

// lastSaveCounts: retention looks for profiles by a day that saving does not
// move; what was saved again meanwhile stays all the same.
func lastSaveCounts(t *testing.T, s *store.Store) {
	day := time.Date(2026, 3, 14, 12, 0, 0, 0, time.UTC)
	save := func(at time.Time, p care.Profile) {
		t.Helper()
		s.SetNow(func() time.Time { return at })
		if err := s.Record(t.Context(), nil, []care.Profile{p}); err != nil {
			t.Fatal(err)
		}
	}
	read := func() map[string]care.Profile {
		t.Helper()
		ps, err := s.Profiles(t.Context(), []string{"x:gone", "x:back", "x:renamed"})
		if err != nil {
			t.Fatal(err)
		}
		return ps
	}
	for _, name := range []string{"gone", "back", "renamed"} {
		save(day, care.Profile{Key: "x:" + name, Author: care.Author{Handle: name}})
	}
	later := day.Add(100 * 24 * time.Hour)
	back, renamed := read()["x:back"], read()["x:renamed"]
	save(later, back)
	renamed.Author.Handle = "another"
	save(later, renamed)

	for _, step := range []struct {
		cutoff  time.Time
		n, left int
	}{{day, 0, 3}, {day.Add(50 * 24 * time.Hour), 1, 2}, {later, 0, 2}, {later.Add(24 * time.Hour), 1, 1}, {later.Add(24 * time.Hour), 1, 0}, {later.Add(24 * time.Hour), 0, 0}} {
		n, err := s.Expire(t.Context(), step.cutoff, 1)
		if err != nil || n != step.n || len(read()) != step.left {
			t.Fatalf("up to %s: %d erased, %d left, %v; want %d and %d", step.cutoff, n, len(read()), err, step.n, step.left)
		}
	}
	if found, err := s.FindAuthors(t.Context(), "x", "another"); err != nil || len(found) != 0 {
		t.Errorf("found %v, %v", found, err)
	}
}

// A profile of an older graces is JSON in a column of texts.
func TestOldProfilesAreReadSavedAndForgotten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graces.db")
	s := openMigrated(t, path)
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	old := `{"key":"bluesky:bea","author":{"id":"bea"},"contacts":1,"recent":[{"id":"1","thread":"bluesky:at://did:plc:ann/1","hash":5,"own":0.5}]}`
	if _, err := db.Exec("INSERT INTO profiles (key, version, doc) VALUES ('bluesky:bea', 3, ?)", old); err != nil {
		t.Fatal(err)
	}
	read := func() care.Profile {
		ps, err := s.Profiles(t.Context(), []string{"bluesky:bea"})
		if err != nil {
			t.Fatal(err)
		}
		return ps["bluesky:bea"]
	}
	p := read()
	if p.Version != 3 || p.Contacts != 1 || len(p.Recent) != 1 || p.Recent[0].Own != 0.5 {
		t.Fatalf("read %+v", p)
	}
	ann := care.Mention{ID: "at://did:plc:ann/1", Platform: "bluesky", Author: care.Author{ID: "did:plc:ann"}}
	if err := s.Record(t.Context(), []store.Handled{{Mention: ann}}, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Forget(t.Context(), "bluesky:did:plc:ann", "maya", time.Now()); err != nil {
		t.Fatal(err)
	}
	if p := read(); p.Version != 4 || p.Recent[0].Thread != "" || p.Recent[0].Hash != 5 {
		t.Errorf("forgotten, but in another's profile: %+v", p)
	}
}

// Where a row lies is a hint: saved is the profile of the key, wherever its row
// went and whatever lies there now.
func TestAProfileIsSavedWhereverItsRowLies(t *testing.T) {
	s := openMigrated(t, filepath.Join(t.TempDir(), "graces.db"))
	read := func(key string) care.Profile {
		ps, err := s.Profiles(t.Context(), []string{key})
		if err != nil {
			t.Fatal(err)
		}
		return ps[key]
	}
	save := func(p care.Profile) {
		t.Helper()
		if err := s.Record(t.Context(), nil, []care.Profile{p}); err != nil {
			t.Fatal(err)
		}
	}
	save(care.Profile{Key: "x:ann", Contacts: 1})
	save(care.Profile{Key: "x:bea", Contacts: 10})
	ann, bea := read("x:ann"), read("x:bea")
	if ann.Place == 0 || ann.Place == bea.Place {
		t.Fatalf("places %d and %d", ann.Place, bea.Place)
	}
	for i, place := range []int64{ann.Place, bea.Place, 0, 1 << 40} {
		p := read("x:ann")
		p.Place, p.Contacts = place, i+2
		save(p)
		if got := read("x:ann"); got.Contacts != i+2 || got.Version != p.Version+1 || got.Place != ann.Place {
			t.Errorf("saved at %d: %+v", place, got)
		}
		if err := s.Record(t.Context(), nil, []care.Profile{p}); !errors.Is(err, store.ErrConflict) {
			t.Errorf("saved twice at %d: %v", place, err)
		}
	}
	if got := read("x:bea"); got.Contacts != 10 || got.Version != bea.Version {
		t.Errorf("the other profile: %+v", got)
	}
}
