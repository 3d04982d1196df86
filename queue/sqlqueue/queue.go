package sqlqueue

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"time"

	"goodgraces/queue"
)

const (
	// patience is how long Consume waits for a first message.
	patience = time.Second
	// look is how often it looks meanwhile for what it is not told of: delays
	// that are over, and what other processes published.
	look = 50 * time.Millisecond
	// rows is how many rows one statement names; SQLite allows 32,766 values.
	rows = 5000
)

// Publish implements queue.Queue.
func (q *Queue) Publish(ctx context.Context, msgs []queue.Message) error {
	if len(msgs) == 0 {
		return q.alive()
	}
	err := q.write(ctx, "publish", func(tx *sql.Tx) error {
		now := q.now().UnixMilli()
		for part := range slices.Chunk(msgs, rows) {
			if err := insert(ctx, tx, part, now); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		q.tell()
	}
	return err
}

func insert(ctx context.Context, tx *sql.Tx, msgs []queue.Message, now int64) error {
	values := make([]any, 0, 4*len(msgs))
	for _, m := range msgs {
		values = append(values, m.Key, blob(m.Body), now, now)
	}
	_, err := tx.ExecContext(ctx, "INSERT INTO queue_messages (key, body, at, due) VALUES "+
		list("(?,?,?,?)", len(msgs)), values...)
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

// Consume implements queue.Queue. The consumer's name is of no use here.
func (q *Queue) Consume(ctx context.Context, _ string, max int, lease time.Duration) ([]queue.Delivery, error) {
	if max < 1 {
		return nil, fmt.Errorf("sqlqueue: consume: at most %d messages asked for; ask for 1 or more", max)
	}
	over, again := time.NewTimer(patience), time.NewTicker(look)
	defer over.Stop()
	defer again.Stop()
	for {
		news := q.listen()
		ds, err := q.lease(ctx, max, lease)
		if err != nil || len(ds) > 0 {
			return ds, err
		}
		select {
		case <-news:
		case <-again.C:
		case <-over.C:
			return nil, nil
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-q.closed:
			return nil, queue.ErrClosed
		}
	}
}

// lease leases what is due. It takes the write lock only if something is.
func (q *Queue) lease(ctx context.Context, max int, lease time.Duration) (ds []queue.Delivery, err error) {
	now := q.now()
	var due bool
	row := q.db.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM queue_messages WHERE due <= ?)", now.UnixMilli())
	if err := row.Scan(&due); err != nil {
		return nil, q.explain(ctx, "consume", err)
	}
	if !due {
		return nil, nil
	}
	err = q.write(ctx, "consume", func(tx *sql.Tx) error {
		ds, err = leaseDue(ctx, tx, max, q.now(), lease)
		return err
	})
	if err != nil {
		return nil, err
	}
	return ds, nil
}

// leaseDue gives the lease a number of its own, by which Ack and its like know
// whether it is still the message's last.
func leaseDue(ctx context.Context, tx *sql.Tx, max int, now time.Time, lease time.Duration) ([]queue.Delivery, error) {
	number := 1 + rand.Int64N(1<<62)
	found, err := tx.QueryContext(ctx, `
		UPDATE queue_messages SET lease = ?, due = ?, attempt = attempt + 1
		WHERE id IN (SELECT id FROM queue_messages WHERE due <= ? ORDER BY due, id LIMIT ?)
		RETURNING id, key, body, at, attempt`,
		number, now.Add(lease).UnixMilli(), now.UnixMilli(), max)
	if err != nil {
		return nil, err
	}
	defer found.Close()
	var ds []queue.Delivery
	for found.Next() {
		d := queue.Delivery{Lease: strconv.FormatInt(number, 10)}
		var id, at int64
		if err := found.Scan(&id, &d.Key, &d.Body, &at, &d.Attempt); err != nil {
			return nil, err
		}
		d.ID, d.At = strconv.FormatInt(id, 10), time.UnixMilli(at)
		ds = append(ds, d)
	}
	slices.SortFunc(ds, func(a, b queue.Delivery) int { // RETURNING promises no order
		return cmp.Or(len(a.ID)-len(b.ID), strings.Compare(a.ID, b.ID))
	})
	return ds, found.Err()
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
