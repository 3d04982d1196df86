package redisqueue

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"

	"goodgraces/queue"
)

const (
	// patience is how long Consume waits for a first message.
	patience = time.Second
	// block is the longest that it waits inside Redis at a time: cancelling a
	// context does not interrupt a blocked read.
	block = 250 * time.Millisecond
	// hung is how long a server may owe its answer once the context is over:
	// twice block, half of what Consume is allowed.
	hung = 500 * time.Millisecond
	// answerWithin is how late the answer of a read that waits may be.
	answerWithin = 3 * time.Second
	// batch is how many entries one script handles: Redis serves nobody else
	// meanwhile.
	batch = 1000
)

// Publish implements queue.Queue: one transaction.
func (q *Queue) Publish(ctx context.Context, msgs []queue.Message) error {
	if err := q.alive(); err != nil || len(msgs) == 0 {
		return err
	}
	cmds, err := q.client.TxPipelined(ctx, func(p redis.Pipeliner) error {
		for lane := range named(msgs) {
			p.SAdd(ctx, q.lanes, lane)
		}
		for _, m := range msgs {
			p.XAdd(ctx, &redis.XAddArgs{Stream: q.streamOf(m.Lane), Values: []any{"key", m.Key, "body", m.Body}})
		}
		return nil
	})
	if err != nil {
		return q.explain(ctx, "publish", refusal(cmds, err))
	}
	return nil
}

// named returns the lanes of messages, but for "", which every queue has.
func named(msgs []queue.Message) map[string]bool {
	lanes := make(map[string]bool)
	for _, m := range msgs {
		if m.Lane != "" {
			lanes[m.Lane] = true
		}
	}
	return lanes
}

// streamOf is the key of a lane's stream, as in the scripts.
func (q *Queue) streamOf(lane string) string {
	if lane == "" {
		return q.stream
	}
	return q.stream + ":" + lane
}

// refusal returns why a transaction was refused. EXECABORT says only that it was;
// the commands know why.
func refusal(cmds []redis.Cmder, err error) error {
	for _, cmd := range cmds {
		if why := cmd.Err(); why != nil && !redis.IsExecAbortError(why) {
			return why
		}
	}
	return err
}

// Consume implements queue.Queue. go-redis does not return while a server that
// hangs owes it an answer, whatever becomes of the context: so Consume leaves it
// alone then. If messages come after all, their lease runs out.
func (q *Queue) Consume(ctx context.Context, consumer string, max int, lease time.Duration) ([]queue.Delivery, error) {
	if max < 1 {
		return nil, fmt.Errorf("redisqueue: consume: at most %d messages asked for; ask for 1 or more", max)
	}
	var ds []queue.Delivery
	failed := make(chan error, 1)
	go func() {
		var err error
		ds, err = q.consume(ctx, consumer, min(max, batch), lease)
		failed <- err
	}()
	select {
	case err := <-failed:
		return ds, err
	case <-ctx.Done():
	}
	select {
	case err := <-failed:
		return ds, err
	case <-time.After(hung):
		return nil, ctx.Err()
	}
}

// consume asks for messages until there are some or its patience is over. A lease
// is a millisecond at least: what a batch has taken does not come back into it.
func (q *Queue) consume(ctx context.Context, consumer string, limit int, lease time.Duration) ([]queue.Delivery, error) {
	for over := time.Now().Add(patience); ; {
		reply, err := q.run(ctx, "consume", consumeScript, consumer, limit, max(1, lease.Milliseconds()), rand.IntN(1<<31))
		if err != nil {
			return nil, err
		}
		found, err := delivered(reply)
		left := time.Until(over)
		if err != nil || len(found.ds) > 0 || left < time.Millisecond {
			return found.ds, err
		}
		if err := q.await(ctx, found.lasts, min(found.wait, left)); err != nil {
			return nil, err
		}
	}
}

// haul is what one look for messages found.
type haul struct {
	ds    []queue.Delivery
	wait  time.Duration // before another look, if nothing is published; at most block
	lasts [][2]string   // stream and last entry delivered, of each lane
}

// delivered reads what the script consume returns.
func delivered(reply any) (haul, error) {
	fields, ok := reply.([]any)
	if !ok || len(fields) != 4 {
		return haul{}, fmt.Errorf("redisqueue: consume: Redis answers %T; is it Redis 7?", reply)
	}
	h := haul{wait: block}
	for _, d := range fields[0].([]any) {
		d := d.([]any)
		id, attempt := d[0].(string), d[3].(int64)
		_, lane, _ := strings.Cut(id, "@")
		h.ds = append(h.ds, queue.Delivery{
			Message: queue.Message{Lane: lane, Key: d[1].(string), Body: []byte(d[2].(string))},
			ID:      id, Lease: strconv.FormatInt(attempt, 10), Attempt: int(attempt), At: published(id),
		})
	}
	slices.SortStableFunc(h.ds, func(a, b queue.Delivery) int { return a.At.Compare(b.At) })
	if ms := fields[1].(int64); ms >= 0 {
		h.wait = min(h.wait, time.Duration(ms)*time.Millisecond)
	}
	if fields[2].(int64) > 0 {
		h.wait = 0 // there may be more behind what was buried
	}
	for _, last := range fields[3].([]any) {
		last := last.([]any)
		h.lasts = append(h.lasts, [2]string{last[0].(string), last[1].(string)})
	}
	return h, nil
}

// published reads the time out of an entry's id, "milliseconds-number".
func published(id string) time.Time {
	ms, _, _ := strings.Cut(id, "-")
	n, _ := strconv.ParseInt(ms, 10, 64)
	return time.UnixMilli(n)
}

// await waits until a stream has an entry after its last, or the time is over. A
// lane that comes into being meanwhile is seen at the next look.
func (q *Queue) await(ctx context.Context, lasts [][2]string, wait time.Duration) error {
	wait = max(wait, time.Millisecond)                             // Redis takes 0 for ever
	bounded, cancel := context.WithTimeout(ctx, wait+answerWithin) // go-redis would allow 10 s more
	defer cancel()
	var streams, after []string
	for _, last := range lasts {
		streams, after = append(streams, last[0]), append(after, last[1])
	}
	err := q.client.XRead(bounded, &redis.XReadArgs{Streams: append(streams, after...), Count: 1, Block: wait}).Err()
	if err != nil && !errors.Is(err, redis.Nil) {
		return q.explain(ctx, "consume", err)
	}
	return nil
}

// Ack implements queue.Queue.
func (q *Queue) Ack(ctx context.Context, ds ...queue.Delivery) error {
	return q.settle(ctx, "ack", ackScript, ds)
}

// Extend implements queue.Queue. Deliveries that somebody else has by now are
// left to them.
func (q *Queue) Extend(ctx context.Context, lease time.Duration, ds ...queue.Delivery) error {
	return q.settle(ctx, "extend", extendScript, ds, lease.Milliseconds())
}

// Retry implements queue.Queue.
func (q *Queue) Retry(ctx context.Context, d queue.Delivery, after time.Duration) error {
	return q.settle(ctx, "retry", retryScript, []queue.Delivery{d}, after.Milliseconds())
}

// Dead implements queue.Queue.
func (q *Queue) Dead(ctx context.Context, d queue.Delivery, cause string) error {
	return q.settle(ctx, "dead-letter", deadScript, []queue.Delivery{d}, cause)
}

// settle runs a script that takes values, then deliveries.
func (q *Queue) settle(ctx context.Context, what string, script *redis.Script, ds []queue.Delivery, values ...any) error {
	if len(ds) == 0 {
		return q.alive()
	}
	for part := range slices.Chunk(ds, batch) {
		args := slices.Clone(values)
		for _, d := range part {
			args = append(args, d.ID, d.Lease)
		}
		if _, err := q.run(ctx, what, script, args...); err != nil {
			return err
		}
	}
	return nil
}

// DeadLetters implements queue.Queue.
func (q *Queue) DeadLetters(ctx context.Context, after string, limit int) ([]queue.DeadLetter, error) {
	if err := q.alive(); err != nil || limit < 1 {
		return nil, err
	}
	start := "-"
	if after != "" {
		if !isID(after) {
			return nil, fmt.Errorf("redisqueue: dead letters after %q: pass the ID of a dead letter", after)
		}
		start = "(" + after
	}
	entries, err := q.client.XRangeN(ctx, q.dead, start, "+", int64(limit)).Result()
	if err != nil {
		return nil, q.explain(ctx, "list dead letters", err)
	}
	var dead []queue.DeadLetter
	for _, e := range entries {
		text := func(field string) string { s, _ := e.Values[field].(string); return s }
		dead = append(dead, queue.DeadLetter{
			ID: e.ID, Lane: text("lane"), Key: text("key"), Body: []byte(text("body")), Cause: text("cause"), At: published(e.ID),
		})
	}
	return dead, nil
}

// isID says whether s has the form of an entry's id.
func isID(s string) bool {
	ms, number, ok := strings.Cut(s, "-")
	_, err1 := strconv.ParseUint(ms, 10, 64)
	_, err2 := strconv.ParseUint(number, 10, 64)
	return ok && err1 == nil && err2 == nil
}

// Requeue implements queue.Queue.
func (q *Queue) Requeue(ctx context.Context, ids ...string) (int, error) {
	if len(ids) == 0 {
		return q.requeueAll(ctx)
	}
	n := 0
	for part := range slices.Chunk(slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return !isID(id) }), batch) {
		var ranges []any
		for _, id := range part {
			ranges = append(ranges, id, id, 1)
		}
		moved, err := q.requeue(ctx, ranges...)
		if err != nil {
			return n, err
		}
		n += moved
	}
	return n, nil
}

// requeueAll requeues up to the letter that is last now, not those that come
// meanwhile: they may be the same messages.
func (q *Queue) requeueAll(ctx context.Context) (int, error) {
	if err := q.alive(); err != nil {
		return 0, err
	}
	last, err := q.client.XRevRangeN(ctx, q.dead, "+", "-", 1).Result()
	if err != nil {
		return 0, q.explain(ctx, "requeue", err)
	}
	n := 0
	for len(last) > 0 {
		moved, err := q.requeue(ctx, "-", last[0].ID, batch)
		n += moved
		if err != nil || moved < batch {
			return n, err
		}
	}
	return n, nil
}

// Discard implements queue.Queue.
func (q *Queue) Discard(ctx context.Context, ids ...string) (int, error) {
	if err := q.alive(); err != nil {
		return 0, err
	}
	ids = slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return !isID(id) })
	n := 0
	for part := range slices.Chunk(ids, batch) {
		gone, err := q.client.XDel(ctx, q.dead, part...).Result()
		if err != nil {
			return n, q.explain(ctx, "discard dead letters", err)
		}
		n += int(gone)
	}
	return n, nil
}

// requeue requeues ranges of dead letters: first id, last id, greatest count.
func (q *Queue) requeue(ctx context.Context, ranges ...any) (int, error) {
	reply, err := q.run(ctx, "requeue", requeueScript, ranges...)
	n, _ := reply.(int64)
	return int(n), err
}

// Lag implements queue.Queue. A message whose lease has run out counts as ready.
func (q *Queue) Lag(ctx context.Context) (queue.Lag, error) {
	reply, err := q.run(ctx, "lag", lagScript)
	if err != nil {
		return queue.Lag{}, err
	}
	fields, ok := reply.([]any)
	if !ok || len(fields) != 5 {
		return queue.Lag{}, fmt.Errorf("redisqueue: lag: Redis answers %T; is it Redis 7?", reply)
	}
	all, leased, dead := int(fields[0].(int64)), int(fields[1].(int64)), int(fields[2].(int64))
	lag := queue.Lag{Ready: all - leased, Leased: leased, Dead: dead}
	now := time.UnixMilli(fields[4].(int64))
	for _, id := range fields[3].([]any) {
		lag.Oldest = max(lag.Oldest, now.Sub(published(id.(string))))
	}
	return lag, nil
}

// away is how long a consumer without messages was not seen before Trim forgets
// it.
const away = time.Hour

// Trim implements queue.Queue. What is acknowledged is deleted at once; Trim
// tidies what is left of consumers that are gone.
func (q *Queue) Trim(ctx context.Context) error {
	_, err := q.run(ctx, "trim", trimScript, away.Milliseconds())
	return err
}
