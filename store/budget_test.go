package store_test

import (
	"path/filepath"
	"testing"

	"goodgraces/internal/servers"
	"goodgraces/store"
	"goodgraces/store/storetest"
)

// TestBudgetAcrossProcesses lets senders race who share nothing but the
// database, as those of two processes do.
func TestBudgetAcrossProcesses(t *testing.T) {
	for engine, url := range map[string]func(t *testing.T) string{
		"sqlite":   func(t *testing.T) string { return filepath.Join(t.TempDir(), "graces.db") },
		"postgres": func(t *testing.T) string { return servers.PostgresFrom(t, &schema) },
	} {
		t.Run(engine, func(t *testing.T) {
			at := url(t)
			stores := []*store.Store{openMigrated(t, at), openMigrated(t, at), openMigrated(t, at)}
			storetest.RaceForBudget(t, stores...)
		})
	}
}
