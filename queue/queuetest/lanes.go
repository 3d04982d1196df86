package queuetest

import (
	"slices"
	"strings"
	"testing"

	"goodgraces/queue"
)

// publishIn publishes n messages in a lane, named after it.
func (t tester) publishIn(lane string, n int) {
	t.Helper()
	for part := range slices.Chunk(numbered(lane, n), 2000) {
		t.ok(t.Publish(t.Context(), in(lane, messages(part...))))
	}
}

// batch consumes once, at most max messages.
func (t tester) batch(max int) []queue.Delivery {
	t.Helper()
	ds, err := t.Consume(t.Context(), "a", max, hold)
	t.ok(err)
	return ds
}

// perLane counts deliveries by lane, and expects each in the order of its lane.
func (t tester) perLane(ds []queue.Delivery) map[string]int {
	t.Helper()
	count, last := make(map[string]int), make(map[string]string)
	for _, d := range ds {
		if !strings.HasPrefix(d.Key, d.Lane) || d.Key <= last[d.Lane] {
			t.Fatalf("got %q in lane %q after %q; want its lane, in order", d.Key, d.Lane, last[d.Lane])
		}
		count[d.Lane]++
		last[d.Lane] = d.Key
	}
	return count
}

// testFlood lets a few messages meet a flood in another lane: they are delivered
// at once.
func testFlood(_ *testing.T, t tester) {
	const flood, few, batch = 20_000, 10, 200
	t.publishIn("noisy", flood)
	t.ok(t.Ack(t.Context(), t.batch(batch)...))
	t.publishIn("quiet", few)
	next := t.batch(batch)
	if got := t.perLane(next); got["quiet"] != few || got["noisy"] != batch-few {
		t.Fatalf("the batch after they were published holds %v; want the %d of the quiet lane and no room unused", got, few)
	}
	t.ok(t.Ack(t.Context(), next...))
	t.lag(flood-2*batch+few, 0, 0)
}

// testShares expects even shares, and no room left unused while anything waits.
func testShares(_ *testing.T, t tester) {
	const batch = 40
	for _, lane := range []string{"a", "b", "c"} {
		t.publishIn(lane, 100)
	}
	t.publishIn("d", 4)
	left := map[string]int{"a": 100, "b": 100, "c": 100, "d": 4}
	for total := 304; total > 0; total -= batch {
		ds := t.batch(batch)
		if len(ds) != min(batch, total) {
			t.Fatalf("got %d messages; want %d", len(ds), min(batch, total))
		}
		got := t.perLane(ds)
		for lane, waits := range left {
			if want := min(waits, batch/4); got[lane] < want {
				t.Fatalf("got %v of %v that waited; want at least %d of lane %s", got, left, want, lane)
			}
			left[lane] -= got[lane]
		}
		t.ok(t.Ack(t.Context(), ds...))
	}
}

// testMoreLanesThanRoom takes message by message. That one of two lanes, each
// as likely as the other, never has its turn in 100 is a matter of 2^-100.
func testMoreLanesThanRoom(_ *testing.T, t tester) {
	t.publishIn("noisy", 100)
	t.publishIn("quiet", 1)
	var ds []queue.Delivery
	for range 100 {
		ds = append(ds, t.batch(1)...)
	}
	if got := t.perLane(ds); got["quiet"] != 1 || got["noisy"] != 99 {
		t.Fatalf("got %v", got)
	}
}

// testComesBack gives back all that one lane gets, at once and again and again:
// messages that are tried many times are no flood either, and keep their place
// before the new ones of their lane.
func testComesBack(_ *testing.T, t tester) {
	const batch = 20
	t.publishIn("failing", 100)
	t.publishIn("quiet", 30)
	quiet, tried := 0, make(map[string]int)
	for range 10 {
		for _, d := range t.batch(batch) {
			if tried[d.Key]++; d.Attempt != tried[d.Key] {
				t.Fatalf("attempt %d of %s; want %d", d.Attempt, d.Key, tried[d.Key])
			}
			if d.Lane == "quiet" {
				quiet++
				t.ok(t.Ack(t.Context(), d))
				continue
			}
			t.ok(t.Retry(t.Context(), d, 0))
		}
	}
	if quiet != 30 {
		t.Fatalf("%d of 30 messages came through beside what was tried again", quiet)
	}
	if tried["failing-00000"] < 2 {
		t.Fatal("what was given back did not come again")
	}
	t.lag(100, 0, 0)
}

// testLaneNames passes messages in lanes of all kinds of names through every
// change.
func testLaneNames(_ *testing.T, t tester) {
	lanes := []string{"", "mastodon", "1-2", "a@b", "ö \x00 {x}: 'y'", "100%"}
	for _, lane := range lanes {
		t.ok(t.Publish(t.Context(), in(lane, messages(lane+"1", lane+"2", lane+"3"))))
	}
	ids := make(map[string]bool)
	for i, d := range t.take("a", 3*len(lanes), hold) {
		ids[d.ID] = true
		t.ok(t.Extend(t.Context(), hold, d))
		switch i % 3 {
		case 0:
			t.ok(t.Ack(t.Context(), d))
		case 1:
			t.ok(t.Retry(t.Context(), d, 0))
		case 2:
			t.ok(t.Dead(t.Context(), d, "lane"))
		}
	}
	if len(ids) != 3*len(lanes) {
		t.Fatalf("%d IDs for %d messages", len(ids), 3*len(lanes))
	}
	t.lag(len(lanes), 0, len(lanes))
	for _, d := range t.letters() {
		if want := d.Key[:len(d.Key)-1]; d.Lane != want {
			t.Fatalf("dead letter %q in lane %q", d.Key, d.Lane)
		}
	}
	t.requeue(len(lanes))
	for _, d := range t.take("b", 2*len(lanes), hold) {
		if want := d.Key[:len(d.Key)-1]; d.Lane != want {
			t.Fatalf("%q came in lane %q", d.Key, d.Lane)
		}
		t.ok(t.Ack(t.Context(), d))
	}
	t.lag(0, 0, 0)
}
