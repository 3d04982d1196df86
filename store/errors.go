package store

import (
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"goodgraces/care"
)

// sqliteRemedies says what to do about SQLite's primary result codes
// (https://www.sqlite.org/rescode.html).
var sqliteRemedies = map[int]string{
	sqlite3.SQLITE_BUSY:     "the database is locked by another process; stop that process or wait, then retry",
	sqlite3.SQLITE_LOCKED:   "the database is locked by another process; stop that process or wait, then retry",
	sqlite3.SQLITE_FULL:     "the disk is full; free some space, then retry",
	sqlite3.SQLITE_IOERR:    "the disk cannot be read or written; check its space and its health",
	sqlite3.SQLITE_READONLY: "the database cannot be written; check the rights of the file and of its folder",
	sqlite3.SQLITE_PERM:     "the database cannot be written; check the rights of the file and of its folder",
	sqlite3.SQLITE_CANTOPEN: "the database file cannot be opened; check that its folder exists and may be written",
	sqlite3.SQLITE_NOTADB:   "the file is no SQLite database; point store.url at another file",
	sqlite3.SQLITE_CORRUPT:  "the database file is damaged; stop graces and restore a backup",
}

// postgresRemedies says what to do about PostgreSQL's error codes, or classes
// of two characters (https://www.postgresql.org/docs/current/errcodes-appendix.html).
var postgresRemedies = map[string]string{
	"28P01": "the server refuses user or password; check store.url",
	"28000": "the server refuses user or password; check store.url",
	"3D000": "the server has no such database; create it or check store.url",
	"42501": "the user may not do this; grant it rights on the database",
	"53100": "the server's disk is full; free some space, then retry",
	"53300": "the server has too many connections; raise max_connections or run fewer workers",
	"57P01": "the server is shutting down; retry when it is back",
	"57P03": "the server is starting; retry in a moment",
	"25006": "the server is read-only; point store.url at the primary",
	"42P01": "the schema is missing; run graces migrate",
	"08":    "the connection to the server was lost; retry",
}

// TakenError says that a post counts as the answer of a case already.
type TakenError struct{ CaseID string }

func (e *TakenError) Error() string {
	return "store: this post counts as the answer of case " + e.CaseID + " already; give the address of another"
}

// explain makes an error begin with "store:" and name the remedy where there
// is one. Errors that carry control flow pass as they are.
func explain(err error) error {
	var move *care.MoveError
	switch {
	case err == nil, errors.Is(err, ErrNotFound), errors.Is(err, ErrConflict), errors.As(err, &move):
		return err
	case errors.Is(err, sql.ErrNoRows):
		return ErrNotFound
	case strings.HasPrefix(err.Error(), "store:"):
		return err
	}
	if remedy := remedyFor(err); remedy != "" {
		return fmt.Errorf("store: %s: %w", remedy, err)
	}
	return fmt.Errorf("store: %w", err)
}

func remedyFor(err error) string {
	if lite, ok := errors.AsType[*sqlite.Error](err); ok {
		if strings.Contains(lite.Error(), "no such table") {
			return "the schema is missing; run graces migrate"
		}
		return sqliteRemedies[lite.Code()&0xff]
	}
	if pg, ok := errors.AsType[*pgconn.PgError](err); ok {
		if remedy := postgresRemedies[pg.Code]; remedy != "" {
			return remedy
		}
		return postgresRemedies[pg.Code[:min(2, len(pg.Code))]]
	}
	if _, ok := errors.AsType[*pgconn.ParseConfigError](err); ok {
		return "store.url is no valid postgres:// address"
	}
	if _, ok := errors.AsType[*pgconn.ConnectError](err); ok {
		return "the server cannot be reached; check that it runs and that store.url names it"
	}
	return ""
}
