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
)

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
		ds, err = q.taker(tx, lease).take(ctx, max)
		return err
	})
	if err != nil {
		return nil, err
	}
	return ds, nil
}

// taker leases messages in one transaction.
type taker struct {
	tx         *sql.Tx
	now, until int64 // in the tables' unit
	number     int64 // of this lease, by which Ack and its like know whether it is still the message's last
}

// taker gives a lease a millisecond at least: what a batch has taken does not
// come back into it.
func (q *Queue) taker(tx *sql.Tx, lease time.Duration) taker {
	now := q.now()
	return taker{tx, now.UnixMilli(), now.Add(max(lease, time.Millisecond)).UnixMilli(), 1 + rand.Int64N(1<<62)}
}

// source is where deliveries come from: the new messages of a lane, or all that
// were delivered before and come back.
type source struct {
	lane string
	back bool
}

// take deals out the room to the sources: an even share to each, and again to
// those that had more, until there is no room or nothing left.
func (t taker) take(ctx context.Context, limit int) (ds []queue.Delivery, err error) {
	sources, err := t.sources(ctx)
	rand.Shuffle(len(sources), func(i, j int) { sources[i], sources[j] = sources[j], sources[i] })
	for err == nil && len(sources) > 0 && len(ds) < limit {
		ds, sources, err = t.round(ctx, ds, sources, limit)
	}
	slices.SortFunc(ds, func(a, b queue.Delivery) int { // RETURNING promises no order
		return cmp.Or(len(a.ID)-len(b.ID), strings.Compare(a.ID, b.ID))
	})
	return ds, err
}

// round adds each source's share, and returns the sources that may have more.
func (t taker) round(ctx context.Context, ds []queue.Delivery, sources []source, limit int) ([]queue.Delivery, []source, error) {
	share := max(1, (limit-len(ds))/len(sources))
	var more []source
	for _, from := range sources {
		if len(ds) == limit {
			break
		}
		got, err := t.some(ctx, from, share)
		if err != nil {
			return nil, nil, err
		}
		if ds = append(ds, got...); len(got) == share {
			more = append(more, from)
		}
	}
	return ds, more, nil
}

// sources lists what there is something to take from. It costs one look at the
// index for each lane, however many messages there are.
func (t taker) sources(ctx context.Context) (sources []source, err error) {
	found, err := t.tx.QueryContext(ctx, `
		WITH RECURSIVE lanes (lane) AS (
			SELECT min(lane) FROM queue_messages WHERE due = 0
			UNION ALL
			SELECT (SELECT min(lane) FROM queue_messages WHERE due = 0 AND lane > lanes.lane)
			FROM lanes WHERE lane IS NOT NULL)
		SELECT lane, false FROM lanes WHERE lane IS NOT NULL
		UNION ALL
		SELECT '', true WHERE EXISTS (SELECT 1 FROM queue_messages WHERE due > 0 AND due <= ?)`, t.now)
	if err != nil {
		return nil, err
	}
	defer found.Close()
	for found.Next() {
		var s source
		if err := found.Scan(&s.lane, &s.back); err != nil {
			return nil, err
		}
		sources = append(sources, s)
	}
	return sources, found.Err()
}

// some leases at most n messages of a source, oldest first.
func (t taker) some(ctx context.Context, from source, n int) (ds []queue.Delivery, err error) {
	which, value := "due = 0 AND lane = ? ORDER BY id", any(from.lane)
	if from.back {
		which, value = "due > 0 AND due <= ? ORDER BY due, id", t.now
	}
	found, err := t.tx.QueryContext(ctx, `
		UPDATE queue_messages SET lease = ?, due = ?, attempt = attempt + 1
		WHERE id IN (SELECT id FROM queue_messages WHERE `+which+` LIMIT ?)
		RETURNING id, lane, key, body, at, attempt`,
		t.number, t.until, value, n)
	if err != nil {
		return nil, err
	}
	defer found.Close()
	for found.Next() {
		d := queue.Delivery{Lease: strconv.FormatInt(t.number, 10)}
		var id, at int64
		if err := found.Scan(&id, &d.Lane, &d.Key, &d.Body, &at, &d.Attempt); err != nil {
			return nil, err
		}
		d.ID, d.At = strconv.FormatInt(id, 10), time.UnixMilli(at)
		ds = append(ds, d)
	}
	return ds, found.Err()
}
