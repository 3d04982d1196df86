package store

import (
	"context"
	"fmt"
	"time"

	"goodgraces/care"
)

// Encode is everything that Record keeps of a mention, as one text: the bytes
// of the benchmark's yardstick.
func Encode(h Handled, p care.Profile) string {
	doc := toJSON(h.Mention) + verdictJSON(h.Verdict) + toJSON(p)
	if h.Case != nil {
		doc += toJSON(h.Case) + toJSON(h.Draft)
	}
	return doc
}

// AppendAll is AppendAudit for many entries in one transaction.
func (s *Store) AppendAll(ctx context.Context, entries []AuditEntry) error {
	return s.update(ctx, func(t *tx) error {
		t.audit = append(t.audit, entries...)
		return nil
	})
}

// Dump returns every row of every table, as texts.
func (s *Store) Dump(ctx context.Context) (map[string][][]string, error) {
	list := "SELECT name FROM sqlite_master WHERE type = 'table'"
	if s.engine.name == "postgres" {
		list = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
	}
	names, err := collect(ctx, s.read, scanText, list)
	all := map[string][][]string{}
	for _, name := range names {
		if all[name], err = s.rows(ctx, name); err != nil {
			return nil, err
		}
	}
	return all, err
}

func (s *Store) rows(ctx context.Context, table string) (out [][]string, err error) {
	rows, err := s.read.QueryContext(ctx, "SELECT * FROM "+table)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return nil, err
	}
	for rows.Next() {
		cells, dest := make([]any, len(columns)), make([]any, len(columns))
		for i := range cells {
			dest[i] = &cells[i]
		}
		if err := rows.Scan(dest...); err != nil {
			return nil, err
		}
		texts := make([]string, len(cells))
		for i, c := range cells {
			if b, ok := c.([]byte); ok {
				c = string(b)
			}
			texts[i] = fmt.Sprint(c)
		}
		out = append(out, texts)
	}
	return out, rows.Err()
}

// SetNow gives the store another clock.
func (s *Store) SetNow(now func() time.Time) { s.now = now }
