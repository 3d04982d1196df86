package store

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// readers is how many connections read at once; more than a few only take
// memory, since they share the cores.
const readers = 4

// openSQLite opens a file with one writing connection and a pool of readers.
// The file holds personal data, so that only its owner may read it.
func openSQLite(url string) (*Store, error) {
	path, params, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(url, "file:"), "//"), "?")
	if path == ":memory:" || strings.Contains(params, "mode=memory") {
		return nil, errors.New("store: a database in memory cannot be shared between connections; give a file path")
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("store: cannot open the database file; check its folder and rights: %w", err)
	}
	if err := f.Close(); err != nil {
		return nil, err
	}
	write, err := sql.Open("sqlite", sqliteDSN(path, params,
		"_txlock=immediate", "_pragma=journal_mode(WAL)", "_pragma=synchronous(FULL)", "_pragma=secure_delete(ON)",
		"_pragma=cache_size(-32000)", "_pragma=wal_autocheckpoint(4000)"))
	if err != nil {
		return nil, err
	}
	write.SetMaxOpenConns(1)
	read, err := sql.Open("sqlite", sqliteDSN(path, params, "_pragma=query_only(1)"))
	if err != nil {
		return nil, errors.Join(err, write.Close())
	}
	read.SetMaxOpenConns(readers)
	read.SetMaxIdleConns(readers)
	return &Store{write: write, read: read, now: time.Now, engine: engine{
		name: "sqlite", inProcess: true, place: '?', rows: 100,
		among: "IN (SELECT value FROM json_each($1))", holds: "instr(%s, $1) > 0",
	}}, nil
}

// sqliteDSN makes the data source name of one pool. synchronous=FULL lets an
// approval survive a power cut before the network is touched; secure_delete
// overwrites what Forget erases. The writer's cache (32 MB) and log (16 MB)
// are larger than usual because Record inserts at random places of indexes.
func sqliteDSN(path, params string, own ...string) string {
	all := append([]string{"_pragma=busy_timeout(10000)", "_pragma=foreign_keys(1)"}, own...)
	if params != "" {
		all = append(all, params)
	}
	path = strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(path)
	return "file:" + path + "?" + strings.Join(all, "&")
}
