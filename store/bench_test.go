package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

// batchSize is what a worker records at a time.
const batchSize = 200

// BenchmarkRecord records batches of new mentions of as many authors, with
// their profiles, a third of them with case and draft. One operation is a batch.
func BenchmarkRecord(b *testing.B) {
	s := openBench(b)
	n := 0
	for b.Loop() {
		hs, profiles := handled(n)
		n += batchSize
		if err := s.Record(b.Context(), hs, profiles); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "mentions/s")
}

// BenchmarkYardstick writes the same bytes as BenchmarkRecord into one table
// with a unique key, in statements of many rows: what the database itself takes.
func BenchmarkYardstick(b *testing.B) {
	db, err := sql.Open("sqlite", "file:"+filepath.Join(b.TempDir(), "y.db")+
		"?_txlock=immediate&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)")
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("CREATE TABLE y (key TEXT PRIMARY KEY, doc TEXT NOT NULL)"); err != nil {
		b.Fatal(err)
	}
	n := 0
	for b.Loop() {
		hs, profiles := handled(n)
		n += batchSize
		if err := insertPlain(b.Context(), db, hs, profiles); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "mentions/s")
}

func insertPlain(ctx context.Context, db *sql.DB, hs []store.Handled, profiles []care.Profile) error {
	var places []string
	var args []any
	for i, h := range hs {
		places = append(places, fmt.Sprintf("($%d,$%d)", len(args)+1, len(args)+2))
		args = append(args, h.Mention.Key(), store.Encode(h, profiles[i]))
	}
	_, err := db.ExecContext(ctx, "INSERT INTO y (key, doc) VALUES "+strings.Join(places, ","), args...)
	return err
}

func openBench(b *testing.B) *store.Store {
	b.Helper()
	s, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "graces.db"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	if err := s.Migrate(b.Context()); err != nil {
		b.Fatal(err)
	}
	return s
}

// handled is a batch of mentions from the n-th on, with their authors' profiles.
func handled(n int) ([]store.Handled, []care.Profile) {
	at := time.Date(2026, 3, 14, 12, 0, 0, 0, time.UTC)
	hs, profiles := make([]store.Handled, batchSize), make([]care.Profile, batchSize)
	for i := range hs {
		id := fmt.Sprintf("%d", n+i)
		m := care.Mention{
			ID: "at://did:plc:abcdefghijklmnopqrstuvwx/app.bsky.feed.post/" + id, Platform: "bluesky", Connector: "bluesky",
			Author: care.Author{ID: "did:plc:author" + id, Handle: "author" + id + ".bsky.social", Name: "Author"},
			Text:   "@acmeair third day without my bag and nobody picks up the phone, what is wrong with you people? Flight AC" + id,
			Lang:   "en", CreatedAt: at, URL: "https://bsky.app/profile/author/post/" + id,
		}
		v := care.Verdict{Language: "en", Complaint: 0.93, Anger: 0.7, Action: care.ActReply, Severity: care.Blame, Topic: "baggage",
			Evidence: []care.Evidence{{Label: "complaint", Start: 9, End: 35, Text: "third day without my bag"}}, Model: "2026-01"}
		h := store.Handled{Mention: m, Verdict: v}
		if i%3 == 0 {
			h.Case = &care.Case{ID: care.CaseID(m.Platform, m.ID), State: care.StateDrafted, Priority: 669, OpenedAt: at, DueAt: at}
			h.Draft = &care.Draft{Action: care.ActReply, Template: "baggage", By: "graces", At: at,
				Text:      "Three days without your bag is far too long, and I'm sorry. I've sent you a message so that I can find it.",
				Otherwise: "Three days without your bag is far too long, and I'm sorry. Write to us and I will find it.",
				Private:   care.Private{Route: care.RouteMessage, Text: "Hello, which flight was it, and what does the bag look like?"},
				Checks:    []care.Check{{Rule: "length", OK: true}, {Rule: "no-personal-data", OK: true}}}
		}
		hs[i] = h
		profiles[i] = care.Profile{Key: m.AuthorKey(), Author: m.Author, FirstSeen: at, LastSeen: at, Contacts: 1,
			Recent: []care.Trace{{ID: m.ID, At: at, Hash: 77, Topic: "baggage", Complaint: 0.93}}}
	}
	return hs, profiles
}
