package store

import (
	"context"
	"errors"
)

// Cursor returns a saved cursor, "" when there is none.
func (s *Store) Cursor(ctx context.Context, name string) (string, error) {
	value, err := one(ctx, s.read, scanText, "SELECT value FROM cursors WHERE name = $1", name)
	if errors.Is(err, ErrNotFound) {
		return "", nil
	}
	return value, explain(err)
}

// SaveCursor saves a cursor.
func (s *Store) SaveCursor(ctx context.Context, name, value string) error {
	return explain(exec(ctx, s.write, `INSERT INTO cursors (name, value) VALUES ($1, $2)
		ON CONFLICT (name) DO UPDATE SET value = excluded.value`, name, value))
}
