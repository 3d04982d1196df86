package store

import (
	"context"
	"errors"
	"time"
)

// AcquireLease takes or renews a named lease until now+ttl; false when somebody
// else holds it.
func (s *Store) AcquireLease(ctx context.Context, name, holder string, now time.Time, ttl time.Duration) (bool, error) {
	_, err := one(ctx, s.write, scanText, `INSERT INTO leases (name, holder, until) VALUES ($1, $2, $3)
		ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
		WHERE leases.holder = excluded.holder OR leases.until <= $4
		RETURNING holder`, name, holder, millis(now.Add(ttl)), millis(now))
	if errors.Is(err, ErrNotFound) {
		return false, nil
	}
	return err == nil, explain(err)
}

// ReleaseLease lets go of one's own lease; another's stays.
func (s *Store) ReleaseLease(ctx context.Context, name, holder string) error {
	return explain(exec(ctx, s.write, "DELETE FROM leases WHERE name = $1 AND holder = $2", name, holder))
}
