package store

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"goodgraces/care"
)

// Profiles are read on the writing connection only while nobody writes: what is
// judged while the batch before is being saved waits for nobody.
func TestProfilesAreReadWhileABatchIsSaved(t *testing.T) {
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "graces.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := s.Record(t.Context(), nil, []care.Profile{{Key: "x:ann", Contacts: 1}}); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	if err := s.update(ctx, func(*tx) error {
		found, err := s.Profiles(ctx, []string{"x:ann"})
		if err == nil && found["x:ann"].Contacts != 1 {
			t.Errorf("found %+v", found)
		}
		return err
	}); err != nil {
		t.Error(err)
	}
	if q := s.beforeWrite(); q != s.write {
		t.Error("nobody writes, and reading goes past the pages that are about to be written")
	}
}
