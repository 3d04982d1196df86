//go:build unix

package pipeline

import (
	"context"
	"database/sql"
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
	must(b, err)
	defer s.Close()
	if err := s.Migrate(b.Context()); err != nil {
		b.Fatal(err)
	}
	db, err := sql.Open("sqlite", "file:"+file+"?_txlock=immediate&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)")
	must(b, err)
	defer db.Close()
	seedAuthors(b, s, db)
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

// postOnX is the n-th post of an author, as long as they are on X.
func postOnX(key string, n int) care.Mention {
	id := fmt.Sprint(1_800_000_000_000_000_000 + n)
	return care.Mention{
		ID: id, Platform: "x", CreatedAt: time.UnixMilli(1_770_000_000_000 + int64(n)*1000),
		Author: care.Author{ID: key[2:], Handle: "h" + key[2:], Name: "n" + key[2:], Followers: 812},
	}
}

// remember adds the n-th post of an author to their profile, and judges them.
func remember(p *care.Profile, key string, n int) {
	var rules authors.Rules
	m := postOnX(key, n)
	look := authors.Look{Hash: uint64(n) * 0x9e3779b97f4a7c15, Words: 9, Complaint: 0.8, Hostility: 0.213, Own: 1}
	rules.Update(p, &m, &care.Verdict{Topic: "delay"}, look, nil)
	rules.Stand(p)
}

// seedAuthors saves one profile of eight posts, and makes the others of its row.
func seedAuthors(b *testing.B, s *store.Store, db *sql.DB) {
	b.Helper()
	p := care.Profile{Key: place(0)}
	for n := range 8 {
		remember(&p, p.Key, n)
	}
	must(b, s.Record(b.Context(), nil, []care.Profile{p}))
	_, err := db.ExecContext(b.Context(), `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < $1)
		INSERT INTO profiles (key, version, doc, seen, checked, handle, name)
		SELECT 'x:' || i, version, doc, seen - i % 180 * 86400000, seen - i % 180 * 86400000, 'h' || i, 'n' || i
		FROM n, profiles WHERE key = 'x:0'`, manyAuthors-1)
	must(b, err)
}

func updateAuthors(b *testing.B, s *store.Store, n int) {
	keys := make([]string, authorBatch)
	for i := range keys {
		keys[i] = place(n + i)
	}
	found, err := s.Profiles(b.Context(), keys)
	must(b, err)
	changed := make([]care.Profile, 0, authorBatch)
	for i, key := range keys {
		p := found[key]
		remember(&p, key, 8+n+i)
		changed = append(changed, p)
	}
	must(b, s.Record(b.Context(), nil, changed))
}

func rewriteAuthors(b *testing.B, db *sql.DB, n int) {
	ctx := context.WithoutCancel(b.Context())
	tx, err := db.BeginTx(ctx, nil)
	must(b, err)
	for i := range authorBatch {
		var doc []byte
		key := place(n + i)
		if err := tx.QueryRowContext(ctx, "SELECT doc FROM profiles WHERE key = $1", key).Scan(&doc); err != nil {
			b.Fatal(err)
		}
		doc[len(doc)-1]++ // SQLite writes no page for the bytes that it has
		if _, err := tx.ExecContext(ctx, "UPDATE profiles SET doc = $1 WHERE key = $2", doc, key); err != nil {
			b.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
}
