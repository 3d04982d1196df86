package sqlqueue

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"time"

	"goodgraces/queue"
)

// Dead implements queue.Queue.
func (q *Queue) Dead(ctx context.Context, d queue.Delivery, cause string) error {
	return q.write(ctx, "dead-letter", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			INSERT INTO queue_dead (lane, key, body, cause, at)
			SELECT lane, key, body, ?, ? FROM queue_messages WHERE id = ? AND lease = ? AND lease <> 0`,
			cause, q.now().UnixMilli(), d.ID, d.Lease)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, "DELETE FROM queue_messages WHERE id = ? AND lease = ? AND lease <> 0", d.ID, d.Lease)
		return err
	})
}

// DeadLetters implements queue.Queue.
func (q *Queue) DeadLetters(ctx context.Context, after string, limit int) ([]queue.DeadLetter, error) {
	if limit < 1 {
		return nil, q.alive()
	}
	var from int64
	if after != "" {
		var err error
		if from, err = strconv.ParseInt(after, 10, 64); err != nil {
			return nil, fmt.Errorf("sqlqueue: dead letters after %q: pass the ID of a dead letter: %w", after, err)
		}
	}
	found, err := q.db.QueryContext(ctx, "SELECT id, lane, key, body, cause, at FROM queue_dead WHERE id > ? ORDER BY id LIMIT ?", from, limit)
	if err != nil {
		return nil, q.explain(ctx, "list dead letters", err)
	}
	defer found.Close()
	var dead []queue.DeadLetter
	for found.Next() {
		var d queue.DeadLetter
		var at int64
		if err := found.Scan(&d.ID, &d.Lane, &d.Key, &d.Body, &d.Cause, &at); err != nil {
			return nil, q.explain(ctx, "list dead letters", err)
		}
		d.At = time.UnixMilli(at)
		dead = append(dead, d)
	}
	if err := found.Err(); err != nil {
		return nil, q.explain(ctx, "list dead letters", err)
	}
	return dead, nil
}

// Requeue implements queue.Queue.
func (q *Queue) Requeue(ctx context.Context, ids ...string) (n int, err error) {
	err = q.write(ctx, "requeue", func(tx *sql.Tx) error {
		if len(ids) == 0 {
			n, err = requeue(ctx, tx, q.now(), "")
			return err
		}
		for part := range slices.Chunk(ids, rows) {
			moved, err := requeue(ctx, tx, q.now(), "WHERE id IN ("+list("?", len(part))+")", part...)
			if err != nil {
				return err
			}
			n += moved
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	q.tell()
	return n, nil
}

// requeue moves the dead letters that the condition selects.
func requeue(ctx context.Context, tx *sql.Tx, now time.Time, where string, ids ...string) (int, error) {
	args := []any{now.UnixMilli()}
	for _, id := range ids {
		args = append(args, id)
	}
	_, err := tx.ExecContext(ctx, "INSERT INTO queue_messages (lane, key, body, at, due) SELECT lane, key, body, ?, 0 FROM queue_dead "+
		where+" ORDER BY id", args...)
	if err != nil {
		return 0, err
	}
	gone, err := tx.ExecContext(ctx, "DELETE FROM queue_dead "+where, args[1:]...)
	if err != nil {
		return 0, err
	}
	n, err := gone.RowsAffected()
	return int(n), err
}

// Discard implements queue.Queue.
func (q *Queue) Discard(ctx context.Context, ids ...string) (n int, err error) {
	err = q.write(ctx, "discard dead letters", func(tx *sql.Tx) error {
		for part := range slices.Chunk(ids, rows) {
			args := make([]any, len(part))
			for i, id := range part {
				args[i] = id
			}
			gone, err := tx.ExecContext(ctx, "DELETE FROM queue_dead WHERE id IN ("+list("?", len(part))+")", args...)
			if err != nil {
				return err
			}
			count, err := gone.RowsAffected()
			if err != nil {
				return err
			}
			n += int(count)
		}
		return nil
	})
	return n, err
}
