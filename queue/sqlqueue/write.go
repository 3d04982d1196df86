package sqlqueue

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"goodgraces/queue"
)

// write runs change in a write transaction. what names it in the error.
func (q *Queue) write(ctx context.Context, what string, change func(*sql.Tx) error) error {
	tx, err := q.begin(ctx)
	if err != nil {
		return q.explain(ctx, what, err)
	}
	if err := change(tx); err != nil {
		return q.explain(ctx, what, errors.Join(err, tx.Rollback()))
	}
	if err := tx.Commit(); err != nil {
		return q.explain(ctx, what, err)
	}
	return nil
}

// begin takes the write lock, waiting for it as long as q.busy.
func (q *Queue) begin(ctx context.Context) (*sql.Tx, error) {
	start := time.Now()
	for {
		tx, err := q.db.BeginTx(ctx, nil)
		if err == nil || ctx.Err() != nil || code(err) != sqlite3.SQLITE_BUSY || time.Since(start) > q.busy {
			return tx, err
		}
	}
}

// code returns SQLite's primary result code of an error, 0 for other errors.
func code(err error) int {
	if e, ok := errors.AsType[*sqlite.Error](err); ok {
		return e.Code() & 0xff
	}
	return 0
}

// remedies says what to do about SQLite's results.
var remedies = map[int]string{
	sqlite3.SQLITE_BUSY:     "another program holds the database locked; end it (a backup, a sqlite3 shell), then try again",
	sqlite3.SQLITE_FULL:     "the disk is full; free some space, then try again: nothing of this change was kept",
	sqlite3.SQLITE_READONLY: "the file or its folder cannot be written; give both to the user that runs graces",
	sqlite3.SQLITE_CANTOPEN: "the file cannot be opened; give it and its folder to the user that runs graces",
	sqlite3.SQLITE_NOTADB:   "the file is not a SQLite database; move it away, or choose another folder with --data",
	sqlite3.SQLITE_CORRUPT:  "the database is damaged; restore a backup",
	sqlite3.SQLITE_IOERR:    "the disk does not read or write; see whether it is full, unplugged or failing",
}

// explain makes an error worth reading: which file, and what to do.
func (q *Queue) explain(ctx context.Context, what string, err error) error {
	select {
	case <-q.closed:
		return queue.ErrClosed
	default:
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if remedy, ok := remedies[code(err)]; ok {
		return fmt.Errorf("sqlqueue: %s in %s: %s: %w", what, q.path, remedy, err)
	}
	return fmt.Errorf("sqlqueue: %s in %s: %w", what, q.path, err)
}
