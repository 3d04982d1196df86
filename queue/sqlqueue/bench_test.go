package sqlqueue

import (
	"database/sql"
	"path/filepath"
	"testing"

	"goodgraces/queue/queuetest"
)

func BenchmarkQueue(b *testing.B) {
	queuetest.Bench(b, open(b, filepath.Join(b.TempDir(), "graces.db")))
}

// BenchmarkYardstick is the least that a table can do with as many messages: an
// INSERT of many rows and a DELETE of them, under the same settings. The queue
// commits three times a turn where this commits twice, and keeps an index.
func BenchmarkYardstick(b *testing.B) {
	db, err := sql.Open("sqlite", dsn(filepath.Join(b.TempDir(), "plain.db")))
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("CREATE TABLE plain (id INTEGER PRIMARY KEY, key TEXT, body BLOB)"); err != nil {
		b.Fatal(err)
	}
	var values []any
	for _, m := range queuetest.Messages() {
		values = append(values, m.Key, m.Body)
	}
	for b.Loop() {
		if _, err := db.Exec("INSERT INTO plain (key, body) VALUES "+list("(?,?)", queuetest.Batch), values...); err != nil {
			b.Fatal(err)
		}
		if _, err := db.Exec("DELETE FROM plain"); err != nil {
			b.Fatal(err)
		}
	}
	queuetest.Report(b)
}
