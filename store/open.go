package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"time"
)

// Store is an open database. Writes and reads have pools of their own: SQLite
// has one writer, which must never wait behind a reader.
type Store struct {
	write  *sql.DB
	read   *sql.DB
	engine engine
	busy   atomic.Int32 // writing transactions, running and waiting
	now    func() time.Time
}

var _ API = (*Store)(nil)

// engine is what differs between the databases besides the migrations.
type engine struct {
	name      string
	inProcess bool   // a statement costs no way to a server and back
	place     byte   // begins a placeholder in an INSERT
	rows      int    // rows in one INSERT: as many as the engine takes quickly
	lockRow   string // appended to the SELECT that begins a writing transaction
	among     string // whether a text is one of a list, $1: see list
	holds     string // whether bytes, %s, hold other bytes, $1
	readOnly  sql.TxOptions
}

// Open opens the store at url: a file path or file: URL for SQLite, or
// postgres://… It does not migrate. It fails with a remedy when the file is
// locked, the disk is full or the server cannot be reached.
func Open(ctx context.Context, url string) (*Store, error) {
	var s *Store
	var err error
	switch {
	case url == "":
		return nil, errors.New("store: no database given; set store.url to a file path or postgres://…")
	case strings.HasPrefix(url, "postgres://"), strings.HasPrefix(url, "postgresql://"):
		s, err = openPostgres(url)
	case strings.Contains(url, "://") && !strings.HasPrefix(url, "file://"):
		return nil, fmt.Errorf("store: cannot use a %s:// database; set store.url to a file path or postgres://…", url[:strings.Index(url, "://")])
	default:
		s, err = openSQLite(url)
	}
	if err != nil {
		return nil, explain(err)
	}
	if err := s.Ping(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// beforeWrite is where to read rows that are about to be written. In SQLite it
// is the writing connection while nobody writes: the pages are then in its
// cache for the write, while a reading connection's cache is void after every
// write.
func (s *Store) beforeWrite() *sql.DB {
	if s.engine.inProcess && s.busy.Load() == 0 {
		return s.write
	}
	return s.read
}

// Ping reports whether the database answers.
func (s *Store) Ping(ctx context.Context) error {
	return explain(errors.Join(s.write.PingContext(ctx), s.read.PingContext(ctx)))
}

// Close closes the database. It is safe to call twice.
func (s *Store) Close() error {
	return explain(errors.Join(s.read.Close(), s.write.Close()))
}
