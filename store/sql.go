package store

import (
	"context"
	"database/sql"
	"strconv"
	"strings"
)

// Every statement goes through exec, collect, one or insert, which clean its
// texts.

// querier is a pool or a transaction.
type querier interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// scanner is a row.
type scanner interface{ Scan(dest ...any) error }

func exec(ctx context.Context, q querier, query string, args ...any) error {
	_, err := q.ExecContext(ctx, query, cleaned(args)...)
	return err
}

// collect runs a query and scans every row.
func collect[T any](ctx context.Context, q querier, scan func(scanner) (T, error), query string, args ...any) ([]T, error) {
	rows, err := q.QueryContext(ctx, query, cleaned(args)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, rows.Err()
}

// one runs a query and scans its first row; ErrNotFound when there is none.
func one[T any](ctx context.Context, q querier, scan func(scanner) (T, error), query string, args ...any) (T, error) {
	all, err := collect(ctx, q, scan, query, args...)
	if err == nil && len(all) == 0 {
		err = ErrNotFound
	}
	if err != nil {
		var none T
		return none, err
	}
	return all[0], nil
}

func scanText(row scanner) (s string, err error) { return s, row.Scan(&s) }

func scanNumber(row scanner) (n int64, err error) { return n, row.Scan(&n) }

// pair is a row of two texts.
type pair struct{ a, b string }

func scanPair(row scanner) (p pair, err error) { return p, row.Scan(&p.a, &p.b) }

// insert writes rows into a table, as many in one statement as the engine
// takes quickly. into is "table (columns)".
func (t *tx) insert(ctx context.Context, into string, rows [][]any) error {
	return t.upsert(ctx, into, "", rows)
}

// upsert is insert with an ON CONFLICT clause.
func (t *tx) upsert(ctx context.Context, into, conflict string, rows [][]any) error {
	for len(rows) > 0 {
		n := min(len(rows), t.store.engine.rows)
		text, args := t.store.engine.values(into, rows[:n])
		if err := exec(ctx, t, text+conflict, args...); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}

// insertNew is insert for rows that may be there already: it returns the
// texts in the returning column of those that were not.
func (t *tx) insertNew(ctx context.Context, into, returning string, rows [][]any) ([]string, error) {
	var fresh []string
	for len(rows) > 0 {
		n := min(len(rows), t.store.engine.rows)
		text, args := t.store.engine.values(into, rows[:n])
		got, err := collect(ctx, t, scanText, text+" ON CONFLICT DO NOTHING RETURNING "+returning, args...)
		if err != nil {
			return nil, err
		}
		fresh, rows = append(fresh, got...), rows[n:]
	}
	return fresh, nil
}

// values writes INSERT INTO … VALUES ($1, $2), ($3, $4), …, with ? for SQLite:
// it looks each $n up among all those before it.
func (e engine) values(into string, rows [][]any) (string, []any) {
	width := len(rows[0])
	text := make([]byte, 0, len(into)+24+len(rows)*width*6)
	text = append(append(append(text, "INSERT INTO "...), into...), " VALUES "...)
	args := make([]any, 0, len(rows)*width)
	for i, row := range rows {
		if i > 0 {
			text = append(text, ',')
		}
		sep := byte('(')
		for range row {
			if text = append(text, sep, e.place); e.place == '$' {
				text = strconv.AppendInt(text, int64(len(args)+1), 10)
			}
			args, sep = append(args, row[len(args)-i*width]), ','
		}
		text = append(text, ')')
	}
	return string(text), args
}

// query is a statement put together from parts.
type query struct {
	text strings.Builder
	args []any
}

// add appends text in which each ? stands for the next argument; a []string
// stands for a list of them.
func (q *query) add(text string, args ...any) *query {
	for _, arg := range args {
		before, after, _ := strings.Cut(text, "?")
		q.text.WriteString(before)
		q.arg(arg)
		text = after
	}
	q.text.WriteString(text)
	return q
}

func (q *query) arg(arg any) {
	list, ok := arg.([]string)
	if !ok {
		q.args = append(q.args, arg)
		q.text.WriteString("$" + strconv.Itoa(len(q.args)))
		return
	}
	for i, item := range list {
		if i > 0 {
			q.text.WriteByte(',')
		}
		q.arg(item)
	}
	if len(list) == 0 {
		q.text.WriteString("NULL")
	}
}

// find runs a query that was put together.
func find[T any](ctx context.Context, q querier, scan func(scanner) (T, error), built *query) ([]T, error) {
	return collect(ctx, q, scan, built.text.String(), built.args...)
}

// chunked calls f with at most 500 keys at a time: both databases limit how
// many arguments a statement has.
func chunked(keys []string, f func([]string) error) error {
	for len(keys) > 0 {
		n := min(len(keys), 500)
		if err := f(keys[:n]); err != nil {
			return err
		}
		keys = keys[n:]
	}
	return nil
}
