package storetest

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"goodgraces/store"
)

// migrated is the file of an empty SQLite database as Migrate leaves it. It is
// made once: every step of a migration takes longer than most tests.
var migrated = sync.OnceValues(func() (file []byte, err error) {
	dir, err := os.MkdirTemp("", "graces-store-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	path := filepath.Join(dir, "graces.db")
	s, err := store.Open(context.Background(), path)
	if err != nil {
		return nil, err
	}
	// The last connection that closes writes the log into the file.
	if err := errors.Join(s.Migrate(context.Background()), s.Close()); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// SQLite opens a store of the test's own in a new SQLite file at path: migrated
// and empty, and closed when the test ends. params, "" for none, follow the path
// in the URL.
func SQLite(t testing.TB, path, params string) *store.Store {
	t.Helper()
	file, err := migrated()
	if err == nil {
		err = os.WriteFile(path, file, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(t.Context(), "file:"+path+params)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}
