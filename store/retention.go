package store

import (
	"context"
	"time"
)

// partRetention is who erases what was kept for long enough, in the audit trail.
const partRetention = "graces/retention"

// expired is the audit trail's word on a batch of profiles that were erased.
type expired struct {
	Profiles int `json:"profiles"`
	Notes    int `json:"notes"`
}

// Expire erases up to n profiles that were last saved on a day before the
// cutoff's, with their links and notes, and returns how many it erased: call it
// until that is 0. A person's accounts go together.
func (s *Store) Expire(ctx context.Context, cutoff time.Time, n int) (int, error) {
	day := millis(cutoff.Truncate(24 * time.Hour))
	for {
		due, err := collect(ctx, s.read, scanText, unchecked, day, int64(n))
		if err != nil || len(due) == 0 {
			return 0, explain(err)
		}
		if done, err := s.expireAmong(ctx, due, day); err != nil || done > 0 {
			return done, err
		}
	}
}

// unchecked lists profiles by which somebody is met, that may have been last
// saved before $1: of those that were not is noted when they were, so that each
// is looked at once in as long as profiles are kept.
const unchecked = "SELECT key FROM profiles WHERE checked < $1 AND person = '' ORDER BY checked LIMIT $2"

// expireAmong erases those of the profiles that were last saved before a day.
func (s *Store) expireAmong(ctx context.Context, due []string, day int64) (int, error) {
	done := 0
	err := s.update(ctx, func(t *tx) error {
		return chunked(due, func(keys []string) error {
			gone, err := t.expire(ctx, keys, day)
			done += gone.Profiles
			if gone.Profiles > 0 {
				t.note(t.store.now(), partRetention, "authors.expired", "authors", gone)
			}
			return err
		})
	})
	if err != nil || done == 0 {
		return 0, err
	}
	return done, s.flushLog(ctx)
}

// expire erases those of the profiles that were last saved before a day, and
// notes when the others were.
func (t *tx) expire(ctx context.Context, keys []string, day int64) (gone expired, err error) {
	later := new(query).add("UPDATE profiles SET checked = seen WHERE key IN (?) AND seen >= ?", keys, day)
	if err := exec(ctx, t, later.text.String(), later.args...); err != nil {
		return gone, err
	}
	keys, err = find(ctx, t, scanText, new(query).add("DELETE FROM profiles WHERE key IN (?) AND seen < ? RETURNING key", keys, day))
	if err != nil || len(keys) == 0 {
		return gone, err
	}
	linked, err := find(ctx, t, scanText, new(query).add("DELETE FROM profiles WHERE person IN (?) RETURNING key", keys))
	if err != nil {
		return gone, err
	}
	gone.Profiles = len(keys)
	notes, err := find(ctx, t, scanNumber, new(query).add("DELETE FROM notes WHERE author IN (?) RETURNING id", append(keys, linked...)))
	gone.Notes = len(notes)
	return gone, err
}
