package store_test

import (
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"goodgraces/store"
)

func TestVerifyAuditSeesTampering(t *testing.T) {
	const entries = 1200 // more than VerifyAudit reads at a time
	for _, test := range []struct{ name, change, wants string }{
		{"nothing", "SELECT 1", ""},
		{"another actor", "UPDATE audit SET actor = 'eve' WHERE seq = 700", "entry 700"},
		{"another time", "UPDATE audit SET at = at + 1 WHERE seq = 1", "entry 1 "},
		{"another detail", "UPDATE audit SET detail = '{}' || detail WHERE seq = 1100", "entry 1100"},
		{"another hash", "UPDATE audit SET hash = '00' WHERE seq = 3", "entry 3"},
		{"one removed", "DELETE FROM audit WHERE seq = 500", "entry 500"},
		{"the first removed", "DELETE FROM audit WHERE seq = 1", "entry 1 "},
		{"the last removed", "DELETE FROM audit WHERE seq = 1200", "entry 1200"},
		{"all removed", "DELETE FROM audit", "entry 1 "},
		{"one added", "INSERT INTO audit SELECT seq + 1, at, actor, action, object, detail, hash FROM audit WHERE seq = 1200", "entry 1201"},
		{"two swapped", "UPDATE audit SET seq = CASE seq WHEN 5 THEN -6 ELSE -5 END WHERE seq IN (5, 6); UPDATE audit SET seq = -seq WHERE seq < 0", "entry 5"},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "graces.db")
			s := openMigrated(t, path)
			appendEntries(t, s, entries)
			tamper(t, path, test.change)
			n, err := s.VerifyAudit(t.Context())
			if test.wants == "" {
				if err != nil || n != entries {
					t.Fatalf("got %d, %v", n, err)
				}
				return
			}
			if !errors.Is(err, store.ErrTampered) || !strings.Contains(err.Error()+" ", test.wants) {
				t.Fatalf("got %v, want %s", err, test.wants)
			}
		})
	}
}

func appendEntries(t *testing.T, s *store.Store, n int) {
	t.Helper()
	entries := make([]store.AuditEntry, n)
	for i := range entries {
		entries[i] = store.AuditEntry{At: time.UnixMilli(int64(i + 1)), Actor: "bob", Action: "x", Object: fmt.Sprint(i), Detail: "{}"}
	}
	if err := s.AppendAll(t.Context(), entries); err != nil {
		t.Fatal(err)
	}
}

// tamper does what somebody with the file can do.
func tamper(t *testing.T, path, change string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, statement := range []string{"DROP TRIGGER audit_no_update", "DROP TRIGGER audit_no_delete", change} {
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
}

// appendOnly fails unless the database itself refuses to change the trail.
func appendOnly(t *testing.T, driver, url string, statements ...string) {
	t.Helper()
	db, err := sql.Open(driver, url)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, statement := range statements {
		if _, err := db.Exec(statement); err == nil || !strings.Contains(err.Error(), "append-only") {
			t.Errorf("%s: got %v, want a refusal", statement, err)
		}
	}
}

func TestAuditIsAppendOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graces.db")
	appendEntries(t, openMigrated(t, path), 2)
	appendOnly(t, "sqlite", path, "UPDATE audit SET actor = 'eve'", "DELETE FROM audit WHERE seq = 1",
		"INSERT OR REPLACE INTO audit SELECT seq, at, 'eve', action, object, detail, hash FROM audit WHERE seq = 1")
}
