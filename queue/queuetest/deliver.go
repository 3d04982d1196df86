package queuetest

import (
	"bytes"
	"context"
	"slices"
	"sync"
	"testing"
	"time"

	"goodgraces/queue"
)

func testRoundTrip(_ *testing.T, t tester) {
	msgs := []queue.Message{
		{Key: "plain", Body: []byte(`{"text":"where is my order?"}`)},
		{Key: "", Body: nil},
		{Key: "odd \x00 'key\" ключ 🙂", Body: []byte{0, 0xff, '\r', '\n', 0xfe}},
		{Key: "large", Body: bytes.Repeat([]byte("complaint "), 30000)},
	}
	t.ok(t.Publish(t.Context(), msgs))
	ds := t.take("a", len(msgs), hold)
	ids := make(map[string]bool)
	for i, d := range ds {
		if d.Key != msgs[i].Key || !bytes.Equal(d.Body, msgs[i].Body) {
			t.Errorf("message %d came back with key %q and %d bytes; want %q and %d", i, d.Key, len(d.Body), msgs[i].Key, len(msgs[i].Body))
		}
		if d.Attempt != 1 || ids[d.ID] || time.Since(d.At).Abs() > time.Minute {
			t.Errorf("message %d: attempt %d, id %q, at %v; want a first attempt, an id of its own, now", i, d.Attempt, d.ID, d.At)
		}
		ids[d.ID] = true
	}
	t.lag(0, len(msgs), 0)
	t.ok(t.Ack(t.Context(), ds...))
	t.lag(0, 0, 0)
}

func testPublishNothing(_ *testing.T, t tester) {
	t.ok(t.Publish(t.Context(), nil))
	t.ok(t.Ack(t.Context()))
	t.ok(t.Extend(t.Context(), hold))
	t.lag(0, 0, 0)
}

// testIDs expects that an ID never names a second message.
func testIDs(_ *testing.T, t tester) {
	messages, letters := make(map[string]bool), make(map[string]bool)
	for range 3 {
		t.publish("a", "b")
		ds := t.take("a", 2, hold)
		t.ok(t.Ack(t.Context(), ds[0]))
		t.ok(t.Dead(t.Context(), ds[1], "id"))
		dead := t.letters()
		if messages[ds[0].ID] || messages[ds[1].ID] || letters[dead[0].ID] {
			t.Fatalf("the IDs of %+v or %+v were given before", ds, dead)
		}
		messages[ds[0].ID], messages[ds[1].ID], letters[dead[0].ID] = true, true, true
		t.requeue(1)
		t.ok(t.Ack(t.Context(), t.take("a", 1, hold)...))
	}
}

func testMax(_ *testing.T, t tester) {
	t.publish("a", "b", "c")
	ds, err := t.Consume(t.Context(), "a", 2, hold)
	t.ok(err)
	if len(ds) == 0 || len(ds) > 2 {
		t.Fatalf("got %d messages; want one or two", len(ds))
	}
	if _, err := t.Consume(t.Context(), "a", 0, hold); err == nil {
		t.Fatal("no error for at most 0 messages")
	}
}

func testOrder(_ *testing.T, t tester) {
	want := numbered("m", 2500)
	for part := range slices.Chunk(want, 700) {
		t.publish(part...)
	}
	var got []queue.Delivery
	for len(got) < len(want) {
		got = append(got, t.take("a", 250, hold)...)
	}
	t.want(got, want...)
}

func testWoken(_ *testing.T, t tester) {
	got := make(chan []queue.Delivery)
	go func() {
		ds, _ := t.Consume(t.Context(), "a", 1, hold)
		got <- ds
	}()
	t.publish("a")
	t.want(<-got, "a")
}

func testLeased(_ *testing.T, t tester) {
	t.publish("a")
	t.take("a", 1, hold)
	t.lag(0, 1, 0)
	t.none()
}

func testLeaseRunsOut(_ *testing.T, t tester) {
	t.publish("a")
	first := t.take("a", 1, lapse)
	for attempt := 2; attempt < 5; attempt++ {
		again := t.take("b", 1, lapse)
		t.want(again, "a")
		if again[0].Attempt != attempt || again[0].ID != first[0].ID || again[0].Lease == first[0].Lease || !again[0].At.Equal(first[0].At) {
			t.Fatalf("took over %+v; want attempt %d of %+v under another lease", again[0], attempt, first[0])
		}
	}
}

func testStaleLease(_ *testing.T, t tester) {
	ctx := t.Context()
	t.publish("a")
	stale := t.take("a", 1, lapse)[0]
	current := t.take("b", 1, hold)[0]
	t.ok(t.Ack(ctx, stale))
	t.ok(t.Retry(ctx, stale, 0))
	t.ok(t.Dead(ctx, stale, "stale"))
	t.ok(t.Extend(ctx, 0, stale))
	t.lag(0, 1, 0)
	t.ok(t.Retry(ctx, current, 0))
	t.lag(1, 0, 0)
	t.ok(t.Ack(ctx, current))
	t.ok(t.Dead(ctx, current, "given back already"))
	t.lag(1, 0, 0)
	t.ok(t.Ack(ctx, t.take("c", 1, hold)...))
	t.ok(t.Retry(ctx, current, 0))
	t.ok(t.Dead(ctx, current, "acknowledged already"))
	t.lag(0, 0, 0)
}

func testAckTwice(_ *testing.T, t tester) {
	t.publish("a", "b")
	ds := t.take("a", 2, hold)
	t.ok(t.Ack(t.Context(), ds[0], ds[0]))
	t.ok(t.Ack(t.Context(), ds[0]))
	t.ok(t.Ack(t.Context(), queue.Delivery{}, queue.Delivery{ID: "no id", Lease: "no lease"}))
	t.lag(0, 1, 0)
}

func testAckOfSeveralLeases(_ *testing.T, t tester) {
	t.publish(numbered("m", 60)...)
	var ds []queue.Delivery
	for range 20 {
		ds = append(ds, t.take("a", 3, hold)...)
	}
	slices.SortFunc(ds, func(a, b queue.Delivery) int { return bytes.Compare(b.Body, a.Body) })
	t.ok(t.Ack(t.Context(), ds[:50]...))
	t.lag(0, 10, 0)
	t.ok(t.Ack(t.Context(), ds...))
	t.lag(0, 0, 0)
}

func testExtend(_ *testing.T, t tester) {
	t.publish("a", "b")
	ds := t.take("a", 2, 300*time.Millisecond)
	t.ok(t.Extend(t.Context(), hold, ds...))
	t.none()
	t.ok(t.Extend(t.Context(), lapse, ds[0]))
	t.want(t.take("b", 1, hold), ds[0].Key)
}

func testRetry(_ *testing.T, t tester) {
	t.publish("a")
	for attempt := 1; attempt < 5; attempt++ {
		d := t.take("a", 1, hold)[0]
		if d.Attempt != attempt {
			t.Fatalf("attempt is %d; want %d", d.Attempt, attempt)
		}
		t.ok(t.Retry(t.Context(), d, 0))
		t.lag(1, 0, 0)
	}
}

func testRetryLater(_ *testing.T, t tester) {
	const delay = 250 * time.Millisecond
	t.publish("a", "b")
	ds := t.take("a", 2, hold)
	start := time.Now()
	t.ok(t.Retry(t.Context(), ds[0], hold))
	t.ok(t.Retry(t.Context(), ds[1], delay))
	t.lag(2, 0, 0)
	again := t.take("b", 1, hold)
	t.want(again, ds[1].Key)
	// A millisecond is the unit of the engines.
	if passed := time.Since(start); passed < delay-time.Millisecond || again[0].Attempt != 2 {
		t.Fatalf("attempt %d after %v; want attempt 2 after %v", again[0].Attempt, passed, delay)
	}
	t.lag(1, 1, 0)
}

// testConcurrency has publishers and consumers meet, with some messages given
// back and some taken over, and expects each to be acknowledged.
func testConcurrency(tt *testing.T, t tester) {
	const publishers, consumers, batches, batch = 4, 6, 10, 25
	ctx, done := context.WithCancel(t.Context())
	defer done()
	var all sync.WaitGroup
	for p := range publishers {
		all.Go(func() {
			for b := range batches {
				lane := string(rune('a' + p))
				if err := t.Publish(ctx, in(lane, messages(numbered(lane+string(rune('a'+b)), batch)...))); err != nil {
					tt.Error(err)
				}
			}
		})
	}
	c := crowd{t: tt, q: t.Queue, acked: make(map[string]int), want: publishers * batches * batch, done: done}
	for range consumers {
		all.Go(func() { c.consume(ctx) })
	}
	Within(t, 2*time.Minute, all.Wait)
	t.lag(0, 0, 0)
	for key, times := range c.acked {
		if times != 1 {
			t.Errorf("%s was acknowledged %d times", key, times)
		}
	}
}

// crowd is what several consumers share.
type crowd struct {
	t    *testing.T
	q    queue.Queue
	want int
	done func() // called when all is acknowledged

	mu    sync.Mutex
	acked map[string]int
}

// consume acknowledges what it gets, but first gives back every seventh message.
func (c *crowd) consume(ctx context.Context) {
	for ctx.Err() == nil {
		ds, err := c.q.Consume(ctx, "crowd", 10, hold)
		if err != nil && ctx.Err() == nil {
			c.t.Error(err)
		}
		for i, d := range ds {
			if d.Attempt == 1 && i%7 == 0 {
				if err := c.q.Retry(c.t.Context(), d, time.Millisecond); err != nil {
					c.t.Error(err)
				}
				continue
			}
			c.ack(d)
		}
	}
}

func (c *crowd) ack(d queue.Delivery) {
	if err := c.q.Ack(c.t.Context(), d); err != nil {
		c.t.Error(err)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.acked[d.Key]++
	if len(c.acked) == c.want {
		c.done()
	}
}
