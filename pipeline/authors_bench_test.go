//go:build unix

package pipeline

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/classifier/authors"
	"goodgraces/store"
)

const (
	manyAuthors = 1_000_000
	authorBatch = 500 // as many as a worker takes
)

// BenchmarkAuthors updates profiles in a store that holds a million: read,
// remember a post, judge the author, write. One operation is one author; they
// go in batches, as in the pipeline. The yardstick reads and writes the same
// rows with one indexed read and one plain write each, in transactions as
// large.
func BenchmarkAuthors(b *testing.B) {
	file := filepath.Join(b.TempDir(), "graces.db")
	s, err := store.Open(b.Context(), file)
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	if err := s.Migrate(b.Context()); err != nil {
		b.Fatal(err)
	}
	db, err := sql.Open("sqlite", "file:"+file+"?_txlock=immediate&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)")
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	seedAuthors(b, db)
	b.Run("update", func(b *testing.B) {
		n, began := 0, processorTime(b)
		for b.Loop() {
			if n%authorBatch == 0 {
				updateAuthors(b, s, n)
			}
			n++
		}
		b.ReportMetric(float64((processorTime(b)-began).Microseconds())/float64(n), "cpu-µs/author")
	})
	b.Run("yardstick", func(b *testing.B) {
		n, began := 0, processorTime(b)
		for b.Loop() {
			if n%authorBatch == 0 {
				rewriteAuthors(b, db, n)
			}
			n++
		}
		b.ReportMetric(float64((processorTime(b)-began).Microseconds())/float64(n), "cpu-µs/author")
	})
}

// place spreads the n-th update over all authors.
func place(n int) string { return fmt.Sprint("x:", n*7919%manyAuthors) }

func seedAuthors(b *testing.B, db *sql.DB) {
	b.Helper()
	p := care.Profile{Author: care.Author{ID: "a"}, Contacts: 8, FirstSeen: time.Unix(1, 0), LastSeen: time.Unix(2, 0)}
	for i := range 8 {
		p.Recent = append(p.Recent, care.Trace{ID: fmt.Sprint(i), At: time.Unix(int64(i), 0), Hash: uint64(i) << 40, Topic: "delay", Complaint: 0.9, Own: 0.5})
	}
	doc, err := json.Marshal(p)
	if err != nil {
		b.Fatal(err)
	}
	_, err = db.ExecContext(b.Context(), `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i+1 FROM n WHERE i < $1)
		INSERT INTO profiles (key, version, doc) SELECT 'x:' || i, 1, $2 FROM n`, manyAuthors-1, string(doc))
	if err != nil {
		b.Fatal(err)
	}
}

func updateAuthors(b *testing.B, s *store.Store, n int) {
	keys := make([]string, authorBatch)
	for i := range keys {
		keys[i] = place(n + i)
	}
	found, err := s.Profiles(b.Context(), keys)
	if err != nil {
		b.Fatal(err)
	}
	var rules authors.Rules
	changed := make([]care.Profile, 0, authorBatch)
	for i, key := range keys {
		p := found[key]
		m := care.Mention{ID: fmt.Sprint("new", n+i), Platform: "x", Author: care.Author{ID: key[2:]}, CreatedAt: time.Unix(int64(n), 0)}
		rules.Update(&p, &m, &care.Verdict{Topic: "delay"}, authors.Look{Hash: uint64(n), Words: 9, Complaint: 0.8, Own: 1}, nil)
		rules.Stand(&p)
		changed = append(changed, p)
	}
	if err := s.Record(b.Context(), nil, changed); err != nil {
		b.Fatal(err)
	}
}

func rewriteAuthors(b *testing.B, db *sql.DB, n int) {
	ctx := context.WithoutCancel(b.Context())
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		b.Fatal(err)
	}
	for i := range authorBatch {
		var doc string
		key := place(n + i)
		if err := tx.QueryRowContext(ctx, "SELECT doc FROM profiles WHERE key = $1", key).Scan(&doc); err != nil {
			b.Fatal(err)
		}
		if _, err := tx.ExecContext(ctx, "UPDATE profiles SET doc = $1 WHERE key = $2", doc, key); err != nil {
			b.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
}
