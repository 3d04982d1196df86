package store_test

import (
	"context"
	"errors"
	"testing"

	"goodgraces/internal/servers"
	"goodgraces/store"
	"goodgraces/store/storetest"
)

// schema is a database as Migrate leaves it, of which every test has a copy.
var schema = servers.Template{Make: func(url string) error {
	s, err := store.Open(context.Background(), url)
	if err != nil {
		return err
	}
	return errors.Join(s.Migrate(context.Background()), s.Close())
}}

func TestPostgres(t *testing.T) {
	storetest.Run(t, func(t *testing.T) *store.Store { return openMigrated(t, servers.PostgresFrom(t, &schema)) })
}
