package store_test

import (
	"path/filepath"
	"testing"

	"goodgraces/store"
	"goodgraces/store/storetest"
)

func TestSQLite(t *testing.T) { storetest.Run(t, openSQLite) }

func openSQLite(t *testing.T) *store.Store {
	return storetest.SQLite(t, filepath.Join(t.TempDir(), "graces.db"), "?_pragma=synchronous(OFF)")
}

func openMigrated(t *testing.T, url string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	return s
}
