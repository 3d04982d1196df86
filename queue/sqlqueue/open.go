// Package sqlqueue keeps the queue in the embedded SQLite database, in tables
// of its own (queue_messages, queue_dead) beside the store's. It needs no server
// and suits one machine; several processes may share the file.
package sqlqueue

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"goodgraces/queue"
)

// schema: due is 0 for a message that was never delivered; then its lease's end,
// and while it was given back the end of its delay. lease is 0 while nobody has
// it. Times are Unix milliseconds. The index answers both Consume and Lag
// without reading a row. AUTOINCREMENT: an id that was seen once never names
// another message.
const schema = `
CREATE TABLE IF NOT EXISTS queue_messages (
	id      INTEGER PRIMARY KEY AUTOINCREMENT,
	lane    TEXT    NOT NULL DEFAULT '',
	key     TEXT    NOT NULL,
	body    BLOB    NOT NULL,
	at      INTEGER NOT NULL,
	due     INTEGER NOT NULL,
	lease   INTEGER NOT NULL DEFAULT 0,
	attempt INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS queue_dead (
	id    INTEGER PRIMARY KEY AUTOINCREMENT,
	lane  TEXT    NOT NULL DEFAULT '',
	key   TEXT    NOT NULL,
	body  BLOB    NOT NULL,
	cause TEXT    NOT NULL,
	at    INTEGER NOT NULL
);`

const index = `
DROP INDEX IF EXISTS queue_messages_due;
CREATE INDEX IF NOT EXISTS queue_messages_lane ON queue_messages (due, lane, id, lease, at);`

// Queue is a queue.Queue in a SQLite file.
type Queue struct {
	db   *sql.DB // one connection: SQLite has one writer anyway
	path string
	now  func() time.Time
	busy time.Duration // how long a change waits for other writers of the file

	close  sync.Once
	closed chan struct{} // closed by Close

	mu   sync.Mutex
	news chan struct{} // closed, and made anew, when there may be something to lease
}

var _ queue.Queue = (*Queue)(nil)

// Option changes how a queue works.
type Option func(*Queue)

// Clock makes the queue tell leases and delays by now instead of time.Now. How
// long Consume waits is not affected.
func Clock(now func() time.Time) Option {
	return func(q *Queue) { q.now = now }
}

// Open opens the queue in the SQLite file at path, and makes the file, readable
// to its owner alone, and the queue's tables where they are missing. The folder
// has to exist.
func Open(ctx context.Context, path string, options ...Option) (*Queue, error) {
	if err := touch(path); err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", dsn(path))
	if err != nil {
		return nil, fmt.Errorf("sqlqueue: open %s: %w", path, err)
	}
	db.SetMaxOpenConns(1)
	q := &Queue{db: db, path: path, now: time.Now, busy: 10 * time.Second, closed: make(chan struct{}), news: make(chan struct{})}
	for _, option := range options {
		option(q)
	}
	if err := q.write(ctx, "open", func(tx *sql.Tx) error { return makeTables(ctx, tx) }); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return q, nil
}

// makeTables makes what is missing. Tables from before there were lanes get the
// column; their messages, due since they were published, pass for such as come
// back.
func makeTables(ctx context.Context, tx *sql.Tx) error {
	if _, err := tx.ExecContext(ctx, schema); err != nil {
		return err
	}
	for _, table := range []string{"queue_messages", "queue_dead"} {
		var lanes bool
		row := tx.QueryRowContext(ctx, "SELECT count(*) FROM pragma_table_info(?) WHERE name = 'lane'", table)
		if err := row.Scan(&lanes); err != nil {
			return err
		}
		if lanes {
			continue
		}
		if _, err := tx.ExecContext(ctx, "ALTER TABLE "+table+" ADD COLUMN lane TEXT NOT NULL DEFAULT ''"); err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(ctx, index)
	return err
}

// touch makes the file, so that the system's own reason is told when it cannot
// be; SQLite says "unable to open database file" to all of them.
func touch(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	switch {
	case err == nil:
		return f.Close()
	case errors.Is(err, os.ErrNotExist):
		return fmt.Errorf("sqlqueue: the folder %s does not exist; make it, or choose another with --data: %w", filepath.Dir(path), err)
	case errors.Is(err, os.ErrPermission):
		return fmt.Errorf("sqlqueue: %s cannot be written; give the user that runs graces the right to, or choose another folder with --data: %w", path, err)
	}
	return fmt.Errorf("sqlqueue: open the database (--data says where it lives): %w", err)
}

// dsn opens the file in WAL mode. synchronous(FULL) syncs the log at each
// commit, so that what is published survives a power cut. The busy timeout is
// short because the driver cannot be interrupted during it: begin repeats it.
func dsn(path string) string {
	query := url.Values{
		"_pragma": {"busy_timeout(200)", "journal_mode(WAL)", "synchronous(FULL)"},
		"_txlock": {"immediate"},
	}
	return "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + query.Encode()
}

// Close implements queue.Queue.
func (q *Queue) Close() error {
	var err error
	q.close.Do(func() {
		close(q.closed)
		err = q.db.Close()
	})
	return err
}
