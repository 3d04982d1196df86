package storetest

import (
	"errors"
	"testing"
	"time"

	"goodgraces/store"
)

func testAudit(t *testing.T, s *store.Store) {
	ctx := t.Context()
	for _, object := range []string{"a", "b", "a"} {
		ok(t, s.AppendAudit(ctx, store.AuditEntry{At: noon, Actor: "bob\x00", Action: "x", Object: object}))
	}
	all, err := s.Audit(ctx, "", 0, 0)
	ok(t, err)
	same(t, len(all), 3)
	of, err := s.Audit(ctx, "a", all[0].Seq, 10)
	ok(t, err)
	same(t, len(of), 1)
	same(t, of[0], all[2])
	same(t, of[0].At, noon)
	same(t, of[0].Detail, "{}")
	same(t, verified(t, s), 3)
}

func testUsers(t *testing.T, s *store.Store) {
	ctx := t.Context()
	u := store.User{Name: "Bob", Role: "agent", Hash: "h", Initials: "BB", CreatedAt: noon}
	ok(t, s.SaveUser(ctx, u))
	u.Role, u.Disabled, u.CreatedAt = "admin", true, after(5)
	ok(t, s.SaveUser(ctx, u))
	got, err := s.User(ctx, "BOB")
	ok(t, err)
	same(t, got, store.User{Name: "bob", Role: "admin", Hash: "h", Initials: "BB", Disabled: true, CreatedAt: noon})
	ok(t, s.SaveUser(ctx, store.User{Name: "ann", Role: "agent"}))
	all, err := s.Users(ctx)
	ok(t, err)
	same(t, len(all), 2)
	same(t, all[0].Name, "ann")
	if _, err := s.User(ctx, "none"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}

	now := time.Now()
	ok(t, s.SaveSignIn(ctx, "h1", "bob", now.Add(time.Minute)))
	name, err := s.RedeemSignIn(ctx, "h1", now)
	ok(t, err)
	same(t, name, "bob")
	ok(t, s.SaveSignIn(ctx, "h2", "bob", now.Add(time.Minute)))
	for _, hash := range []string{"h1", "none", "h2"} {
		if _, err := s.RedeemSignIn(ctx, hash, now.Add(time.Minute)); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("%s: got %v, want ErrNotFound", hash, err)
		}
	}
}

func testSessions(t *testing.T, s *store.Store) {
	ctx := t.Context()
	now := time.Now()
	ok(t, s.CommitCtx(ctx, "t1", []byte("one\x00\xff"), now.Add(time.Hour)))
	ok(t, s.CommitCtx(ctx, "t1", []byte("two\x00\xff"), now.Add(time.Hour)))
	ok(t, s.CommitCtx(ctx, "old", []byte("x"), now.Add(-time.Second)))
	data, found, err := s.FindCtx(ctx, "t1")
	ok(t, err)
	same(t, found, true)
	same(t, string(data), "two\x00\xff")
	ok(t, s.DeleteCtx(ctx, "t1"))
	for _, token := range []string{"t1", "old", "none"} {
		if _, found, err := s.FindCtx(ctx, token); found || err != nil {
			t.Errorf("%s: found %v, %v", token, found, err)
		}
	}
}

func testCursors(t *testing.T, s *store.Store) {
	ctx := t.Context()
	for _, value := range []string{"", "one", "two"} {
		if value != "" {
			ok(t, s.SaveCursor(ctx, "bluesky", value))
		}
		got, err := s.Cursor(ctx, "bluesky")
		ok(t, err)
		same(t, got, value)
	}
}

func testLeases(t *testing.T, s *store.Store) {
	ctx := t.Context()
	acquire := func(holder string, minute int, want bool) {
		t.Helper()
		got, err := s.AcquireLease(ctx, "read", holder, after(minute), 2*time.Minute)
		ok(t, err)
		same(t, got, want)
	}
	acquire("a", 0, true)
	acquire("b", 1, false)
	acquire("a", 1, true)
	acquire("b", 2, false)
	acquire("b", 3, true)
	ok(t, s.ReleaseLease(ctx, "read", "a"))
	acquire("a", 4, false)
	ok(t, s.ReleaseLease(ctx, "read", "b"))
	acquire("a", 4, true)
}
