package store

import (
	"database/sql"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// openPostgres opens one pool of connections to a PostgreSQL server.
func openPostgres(url string) (*Store, error) {
	cfg, err := pgx.ParseConfig(url)
	if err != nil {
		return nil, err
	}
	if cfg.ConnectTimeout == 0 {
		cfg.ConnectTimeout = 10 * time.Second
	}
	if cfg.RuntimeParams["application_name"] == "" {
		cfg.RuntimeParams["application_name"] = "graces"
	}
	db := stdlib.OpenDB(*cfg)
	db.SetMaxOpenConns(16)
	db.SetMaxIdleConns(8)
	db.SetConnMaxIdleTime(5 * time.Minute)
	return &Store{write: db, read: db, now: time.Now, engine: engine{
		name: "postgres", place: '$', rows: 200, lockRow: " FOR UPDATE",
		among: "= ANY($1)", holds: "position($1 IN %s) > 0",
		readOnly: sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true},
	}}, nil
}
