package sqlqueue

import (
	"context"
	"database/sql"
	"slices"
	"strconv"
	"strings"
	"time"

	"goodgraces/queue"
)

// rows is how many rows one statement names; SQLite allows 32,766 values.
const rows = 5000

// Publish implements queue.Queue.
func (q *Queue) Publish(ctx context.Context, msgs []queue.Message) error {
	if len(msgs) == 0 {
		return q.alive()
	}
	err := q.write(ctx, "publish", func(tx *sql.Tx) error {
		for left := msgs; len(left) > 0; {
			n := together(left)
			if err := insert(ctx, tx, left[:n], q.after(0)); err != nil {
				return err
			}
			left = left[n:]
		}
		return nil
	})
	if err == nil {
		q.tell()
	}
	return err
}

// together is how many of the first messages one statement takes: those of one
// lane.
func together(msgs []queue.Message) int {
	n := slices.IndexFunc(msgs, func(m queue.Message) bool { return m.Lane != msgs[0].Lane })
	if n < 0 {
		n = len(msgs)
	}
	return min(n, rows)
}

// insert inserts messages of one lane.
func insert(ctx context.Context, tx *sql.Tx, msgs []queue.Message, now int64) error {
	values := make([]any, 0, 2+2*len(msgs))
	values = append(values, msgs[0].Lane, now)
	for _, m := range msgs {
		values = append(values, m.Key, blob(m.Body))
	}
	_, err := tx.ExecContext(ctx, "INSERT INTO queue_messages (lane, key, body, at, due) SELECT ?, column1, column2, ?, 0 FROM (VALUES "+
		list("(?,?)", len(msgs))+")", values...)
	return err
}

// blob keeps a body without bytes from becoming NULL.
func blob(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

// list repeats a placeholder n times.
func list(placeholder string, n int) string {
	return strings.Repeat(placeholder+",", n-1) + placeholder
}

// Ack implements queue.Queue.
func (q *Queue) Ack(ctx context.Context, ds ...queue.Delivery) error {
	return q.settle(ctx, "ack", "DELETE FROM queue_messages", ds)
}

// Extend implements queue.Queue. Deliveries that somebody else has by now are
// left to them.
func (q *Queue) Extend(ctx context.Context, lease time.Duration, ds ...queue.Delivery) error {
	return q.settle(ctx, "extend", "UPDATE queue_messages SET due = ?", ds, q.after(lease))
}

// Retry implements queue.Queue.
func (q *Queue) Retry(ctx context.Context, d queue.Delivery, after time.Duration) error {
	err := q.settle(ctx, "retry", "UPDATE queue_messages SET lease = 0, due = ?", []queue.Delivery{d}, q.after(after))
	if err == nil {
		q.tell()
	}
	return err
}

// settle runs a statement on the messages whose last lease is the delivery's.
func (q *Queue) settle(ctx context.Context, what, statement string, ds []queue.Delivery, values ...any) error {
	if len(ds) == 0 {
		return q.alive()
	}
	return q.write(ctx, what, func(tx *sql.Tx) error {
		for lease, ids := range byLease(ds) {
			for part := range slices.Chunk(ids, rows) {
				args := slices.Concat(values, []any{lease}, part)
				_, err := tx.ExecContext(ctx, statement+" WHERE lease = ? AND id IN ("+list("?", len(part))+")", args...)
				if err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// byLease groups the ids of deliveries by their lease's number. A delivery that
// is not of this queue has no such number and is left out.
func byLease(ds []queue.Delivery) map[int64][]any {
	groups := make(map[int64][]any)
	for _, d := range ds {
		if lease, err := strconv.ParseInt(d.Lease, 10, 64); err == nil && lease > 0 {
			groups[lease] = append(groups[lease], d.ID)
		}
	}
	return groups
}

// after is a time from now on in the tables' unit.
func (q *Queue) after(d time.Duration) int64 { return q.now().Add(d).UnixMilli() }

// Lag implements queue.Queue. A message whose lease has run out counts as ready.
func (q *Queue) Lag(ctx context.Context) (queue.Lag, error) {
	now := q.now()
	var lag queue.Lag
	var oldest sql.NullInt64
	err := q.db.QueryRowContext(ctx, `
		SELECT count(*) FILTER (WHERE lease = 0 OR due <= $1), count(*) FILTER (WHERE lease <> 0 AND due > $1),
		       min(at), (SELECT count(*) FROM queue_dead)
		FROM queue_messages`, now.UnixMilli()).Scan(&lag.Ready, &lag.Leased, &oldest, &lag.Dead)
	if err != nil {
		return queue.Lag{}, q.explain(ctx, "lag", err)
	}
	if oldest.Valid {
		lag.Oldest = max(0, now.Sub(time.UnixMilli(oldest.Int64)))
	}
	return lag, nil
}

// Trim implements queue.Queue. There is nothing to do: what is acknowledged is
// deleted, and SQLite uses its room again.
func (q *Queue) Trim(context.Context) error { return q.alive() }

// alive returns queue.ErrClosed after Close.
func (q *Queue) alive() error {
	select {
	case <-q.closed:
		return queue.ErrClosed
	default:
		return nil
	}
}

// listen returns a channel that is closed when there may be something to lease.
func (q *Queue) listen() <-chan struct{} {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.news
}

// tell wakes the consumers of this process.
func (q *Queue) tell() {
	q.mu.Lock()
	defer q.mu.Unlock()
	close(q.news)
	q.news = make(chan struct{})
}
