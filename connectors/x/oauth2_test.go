package x_test

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"goodgraces/connectors"
)

// A refresh token is good once: the next is kept, for this process and the one
// after it.
func TestRefreshTokensRotate(t *testing.T) {
	n := startNetwork(t)
	dir := t.TempDir()
	c := connect(t, n, oauth2(), env(t, dir, nil))
	reply := func(text string) {
		t.Helper()
		if _, err := c.Reply(t.Context(), n.post(text)); err != nil {
			t.Fatal(err)
		}
	}
	reply("one")
	n.access = "ended before its time" // 401, then renewed
	reply("two")
	c = connect(t, n, oauth2(), env(t, dir, nil))
	reply("three")
	if n.grants != 2 {
		t.Errorf("%d tokens were given; the first, and one for that which had ended", n.grants)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(files) != 1 || !slices.Contains(c.Keeps(), files[0]) {
		t.Fatalf("%q, %v", files, err)
	}
	if stat, err := os.Stat(files[0]); err != nil || runtime.GOOS != "windows" && stat.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", stat, err)
	}
}

// People are warned of a refresh token that nobody used for long, and at once of
// one that X takes no more; a client that X does not know proves nothing of it.
func TestTheEndOfARefreshToken(t *testing.T) {
	const token = "the account's refresh token"
	n := startNetwork(t)
	dir, host := t.TempDir(), &till{}
	if _, err := connect(t, n, oauth2(), env(t, dir, host)).Reply(t.Context(), n.post("one")); err != nil {
		t.Fatal(err)
	}
	if left := time.Until(host.end(token)).Hours() / 24; left < 179 || left > 181 {
		t.Errorf("a token that was used ends in %.0f days", left)
	}
	later, used := &till{}, host.end(token)
	if _, err := connect(t, n, oauth2(), env(t, dir, later)).Reply(t.Context(), n.post("two")); err != nil || !later.end(token).Equal(used) {
		t.Errorf("after a restart: %s, want %s: %v", later.end(token), used, err)
	}
	n.refresh, n.access = "another", "another"
	wrong := merge(oauth2(), map[string]any{"client_secret": "wrong"})
	if _, err := connect(t, n, wrong, env(t, t.TempDir(), host)).Reply(t.Context(), n.post("three")); err == nil || !host.end(token).Equal(used) {
		t.Errorf("an unknown client: %s, %v", host.end(token), err)
	}
	if _, err := connect(t, n, oauth2(), env(t, t.TempDir(), host)).Reply(t.Context(), n.post("four")); err == nil || time.Until(host.end(token)) > 0 {
		t.Errorf("a token that is over: %s, %v", host.end(token), err)
	}
}

// A person who configures a new refresh token begins anew; until then the error
// says what to do, and no secret.
func TestARefreshTokenThatIsOver(t *testing.T) {
	n := startNetwork(t)
	dir := t.TempDir()
	n.refresh = "another-refresh-secret"
	c := connect(t, n, oauth2(), env(t, dir, nil))
	_, err := c.Reply(t.Context(), n.post("one"))
	if !errors.Is(err, connectors.ErrUnauthorized) || !strings.Contains(err.Error(), "step 4") || strings.Contains(err.Error(), firstRefresh) {
		t.Errorf("%v", err)
	}
	fresh := merge(oauth2(), map[string]any{"refresh_token": "another-refresh-secret"})
	if _, err := connect(t, n, fresh, env(t, dir, nil)).Reply(t.Context(), n.post("two")); err != nil {
		t.Error(err)
	}
}

// Without a place to keep the next refresh token the account would be lost with
// the process.
func TestARefreshTokenThatCannotBeKept(t *testing.T) {
	n := startNetwork(t)
	c := connect(t, n, oauth2(), env(t, filepath.Join(t.TempDir(), "gone"), nil))
	if _, err := c.Reply(t.Context(), n.post("one")); !errors.Is(err, connectors.ErrMisconfigured) {
		t.Errorf("%v", err)
	}
}

// A check before a connector is saved uses the token up under whatever name it
// has by then: under another, or from a file of earlier versions, it goes on.
func TestARefreshTokenIsKnownUnderAnyName(t *testing.T) {
	n := startNetwork(t)
	dir := t.TempDir()
	if _, err := connect(t, n, oauth2(), env(t, dir, nil)).Reply(t.Context(), n.post("tried")); err != nil {
		t.Fatal(err)
	}
	again := func(name, text string) {
		t.Helper()
		c := connectAs(t, name, n, oauth2(), env(t, dir, nil))
		if _, err := c.Reply(t.Context(), n.post(text)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	again("x-main", "saved")
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%q, %v", files, err)
	}
	if err := os.Rename(files[0], filepath.Join(dir, "x-old-oauth2.json")); err != nil {
		t.Fatal(err)
	}
	again("old", "of an earlier version")
	again("x-main", "saved again")
}
