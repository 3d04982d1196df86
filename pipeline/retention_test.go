package pipeline

import (
	"fmt"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

// Profiles of people long unheard of are erased in batches; those heard of, and
// all of them where retention is off, stay.
func TestRetentionErasesOldProfiles(t *testing.T) {
	s := newShop(t)
	ctx, saved := t.Context(), time.Now()
	const people = expireBatch + 20
	profiles := make([]care.Profile, people)
	for i := range profiles {
		profiles[i] = care.Profile{Key: fmt.Sprintf("x:%d", i), Contacts: 1}
	}
	must(t, s.Store.Record(ctx, []store.Handled{{Mention: post("kept", complaint)}}, profiles))
	left := func() int {
		t.Helper()
		n := 0
		for _, p := range profiles {
			ps, err := s.Store.Profiles(ctx, []string{p.Key})
			must(t, err)
			n += len(ps)
		}
		return n
	}
	for _, c := range []struct {
		keep time.Duration
		now  time.Time
		want int
	}{
		{0, saved.AddDate(9, 0, 0), people},
		{180 * 24 * time.Hour, saved.AddDate(0, 0, 179), people},
		{180 * 24 * time.Hour, saved.AddDate(0, 0, 182), 0},
	} {
		s.cfg.Authors.Retention = c.keep
		d := s.Deps
		d.Now = func() time.Time { return c.now }
		must(t, d.expire(ctx))
		if n := left(); n != c.want {
			t.Errorf("kept for %s, looked %s later: %d profiles, want %d", c.keep, c.now.Sub(saved), n, c.want)
		}
	}
	if _, err := s.Store.Mention(ctx, "x:kept"); err != nil {
		t.Errorf("a post went with the profiles: %v", err)
	}
}
