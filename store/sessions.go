package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"time"
)

// hashed is how a session's token is kept, so that who reads the database
// cannot sign in with it.
func hashed(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// FindCtx returns a session that has not expired.
func (s *Store) FindCtx(ctx context.Context, token string) (data []byte, found bool, err error) {
	data, err = one(ctx, s.read, func(row scanner) (b []byte, err error) { return b, row.Scan(&b) },
		"SELECT doc FROM sessions WHERE token_hash = $1 AND expires > $2", hashed(token), millis(s.now()))
	if errors.Is(err, ErrNotFound) {
		return nil, false, nil
	}
	return data, err == nil, explain(err)
}

// CommitCtx saves a session, and clears away those that have expired.
func (s *Store) CommitCtx(ctx context.Context, token string, data []byte, expiry time.Time) error {
	if data == nil {
		data = []byte{}
	}
	if err := exec(ctx, s.write, "DELETE FROM sessions WHERE expires <= $1", millis(s.now())); err != nil {
		return explain(err)
	}
	return explain(exec(ctx, s.write, `INSERT INTO sessions (token_hash, doc, expires) VALUES ($1, $2, $3)
		ON CONFLICT (token_hash) DO UPDATE SET doc = excluded.doc, expires = excluded.expires`,
		hashed(token), data, millis(expiry)))
}

// DeleteCtx ends a session.
func (s *Store) DeleteCtx(ctx context.Context, token string) error {
	return explain(exec(ctx, s.write, "DELETE FROM sessions WHERE token_hash = $1", hashed(token)))
}
