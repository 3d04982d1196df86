package store

import (
	"context"
	"embed"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

//go:embed migrations
var migrations embed.FS

// versionTable is goose's own table; it has our name in it because the queue
// may keep one beside it in the same file.
const versionTable = "store_version"

// Migrate brings the schema up to date. Several processes may migrate at once.
func (s *Store) Migrate(ctx context.Context) error {
	current, latest, err := s.Version(ctx)
	if err != nil {
		return err
	}
	if current > latest {
		return fmt.Errorf("store: the database has schema %d, but this graces knows only %d; use the newer graces that wrote it", current, latest)
	}
	p, err := s.migrator()
	if err != nil {
		return err
	}
	for before := current; ; before = current {
		if _, err = p.Up(ctx); err == nil {
			return nil
		}
		// Another process may have been quicker with one of the steps. Then
		// all is well, or the next try begins behind it.
		var verr error
		if current, _, verr = s.Version(ctx); verr == nil && current == latest {
			return nil
		}
		if verr != nil || current == before {
			return fmt.Errorf("store: cannot migrate the schema: %w", explain(err))
		}
	}
}

// Version reports the schema's version, 0 where there is none yet, and the
// latest one that this binary knows.
func (s *Store) Version(ctx context.Context) (current, latest int64, err error) {
	p, err := s.migrator()
	if err != nil {
		return 0, 0, err
	}
	for _, src := range p.ListSources() {
		latest = max(latest, src.Version)
	}
	if current, err = p.GetDBVersion(ctx); err != nil {
		return 0, 0, explain(err)
	}
	return current, latest, nil
}

func (s *Store) migrator() (*goose.Provider, error) {
	dir, err := fs.Sub(migrations, "migrations/"+s.engine.name)
	if err != nil {
		return nil, err
	}
	dialect, options := goose.DialectSQLite3, []goose.ProviderOption{
		goose.WithTableName(versionTable),
		goose.WithDisableGlobalRegistry(true),
	}
	if s.engine.name == "postgres" {
		locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 60)) // every second, for a minute
		if err != nil {
			return nil, err
		}
		dialect, options = goose.DialectPostgres, append(options, goose.WithSessionLocker(locker))
	}
	return goose.NewProvider(dialect, s.write, dir, options...)
}
