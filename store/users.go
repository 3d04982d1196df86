package store

import (
	"context"
	"strings"
	"time"
)

const userColumns = "name, role, hash, initials, disabled, created"

func scanUser(row scanner) (u User, err error) {
	var disabled int64
	err = row.Scan(&u.Name, &u.Role, &u.Hash, &u.Initials, &disabled, (*millisField)(&u.CreatedAt))
	u.Disabled = disabled == 1
	return u, err
}

// SaveUser creates or replaces an account. The date of creation stays.
func (s *Store) SaveUser(ctx context.Context, u User) error {
	if u.CreatedAt.IsZero() {
		u.CreatedAt = s.now()
	}
	return explain(exec(ctx, s.write, `INSERT INTO users (name, role, hash, initials, disabled, created)
		VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (name) DO UPDATE SET role = excluded.role, hash = excluded.hash, initials = excluded.initials,
			disabled = excluded.disabled`,
		strings.ToLower(u.Name), u.Role, u.Hash, u.Initials, flag(u.Disabled), millis(u.CreatedAt)))
}

// User returns one account.
func (s *Store) User(ctx context.Context, name string) (User, error) {
	u, err := one(ctx, s.read, scanUser, "SELECT "+userColumns+" FROM users WHERE name = $1", strings.ToLower(name))
	return u, explain(err)
}

// Users lists the accounts by name.
func (s *Store) Users(ctx context.Context) ([]User, error) {
	users, err := collect(ctx, s.read, scanUser, "SELECT "+userColumns+" FROM users ORDER BY name")
	return users, explain(err)
}

// SaveSignIn keeps the hash of a one-time sign-in token.
func (s *Store) SaveSignIn(ctx context.Context, tokenHash, user string, expires time.Time) error {
	if err := exec(ctx, s.write, "DELETE FROM sign_ins WHERE expires <= $1", millis(s.now())); err != nil {
		return explain(err)
	}
	return explain(exec(ctx, s.write, "INSERT INTO sign_ins (token_hash, user_name, expires) VALUES ($1, $2, $3)",
		tokenHash, strings.ToLower(user), millis(expires)))
}

// RedeemSignIn takes a token, once, before it expires, and returns the user's
// name; ErrNotFound otherwise.
func (s *Store) RedeemSignIn(ctx context.Context, tokenHash string, now time.Time) (string, error) {
	name, err := one(ctx, s.write, scanText,
		"DELETE FROM sign_ins WHERE token_hash = $1 AND expires > $2 RETURNING user_name", tokenHash, millis(now))
	return name, explain(err)
}
