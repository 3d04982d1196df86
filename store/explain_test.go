package store

import (
	"fmt"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"
)

func TestExplainPostgres(t *testing.T) {
	for code, want := range map[string]string{
		"28P01": "refuses user or password; check store.url",
		"3D000": "no such database; create it",
		"53100": "disk is full; free some space",
		"57P03": "is starting; retry",
		"08006": "connection to the server was lost; retry",
		"42P01": "run graces migrate",
		"22000": "store: connect",
	} {
		err := explain(fmt.Errorf("connect: %w", &pgconn.PgError{Code: code, Message: "message"}))
		if !strings.HasPrefix(err.Error(), "store: ") || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %s", code, err, want)
		}
	}
}
