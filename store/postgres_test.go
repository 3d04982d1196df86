package store_test

import (
	"testing"

	"goodgraces/internal/servers"
	"goodgraces/store"
	"goodgraces/store/storetest"
)

func TestPostgres(t *testing.T) {
	storetest.Run(t, func(t *testing.T) *store.Store { return openMigrated(t, servers.Postgres(t)) })
}
