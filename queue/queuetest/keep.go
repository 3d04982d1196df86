package queuetest

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"goodgraces/queue"
)

func testDead(_ *testing.T, t tester) {
	msgs := []queue.Message{{Key: "bad 🙂", Body: []byte{1, 0, 0xff}}, {Key: "fine", Body: []byte("x")}}
	t.ok(t.Publish(t.Context(), msgs))
	ds := t.take("a", 2, hold)
	t.ok(t.Dead(t.Context(), ds[0], "cannot be read: \x00 \"ünexpected\" end"))
	t.lag(0, 1, 1)
	dead := t.letters()
	if len(dead) != 1 {
		t.Fatalf("%d dead letters; want 1", len(dead))
	}
	d := dead[0]
	if d.Key != msgs[0].Key || !bytes.Equal(d.Body, msgs[0].Body) || d.Cause != "cannot be read: \x00 \"ünexpected\" end" ||
		d.ID == "" || time.Since(d.At).Abs() > time.Minute {
		t.Fatalf("dead letter %+v; want the message, its cause, an id and the time", d)
	}
}

func testDeadLettersByPage(_ *testing.T, t tester) {
	want := numbered("m", 7)
	t.publish(want...)
	for _, d := range t.take("a", 7, hold) {
		t.ok(t.Dead(t.Context(), d, "page"))
	}
	var got []string
	after := ""
	for {
		page, err := t.DeadLetters(t.Context(), after, 3)
		t.ok(err)
		if len(page) == 0 {
			break
		}
		for _, d := range page {
			got = append(got, d.Key)
		}
		after = page[len(page)-1].ID
	}
	if !slices.Equal(got, want) {
		t.Fatalf("dead letters %q; want %q", got, want)
	}
	none, err := t.DeadLetters(t.Context(), "", 0)
	t.ok(err)
	if len(none) > 0 {
		t.Fatalf("%d dead letters; asked for none", len(none))
	}
	if _, err := t.DeadLetters(t.Context(), "no such id", 3); err == nil {
		t.Fatal("no error for an id that is none")
	}
}

func testRequeue(_ *testing.T, t tester) {
	t.publish("a", "b", "c")
	for _, d := range t.take("a", 3, hold) {
		t.ok(t.Dead(t.Context(), d, "again"))
	}
	dead := t.letters()
	t.requeue(1, dead[1].ID)
	t.requeue(0, dead[1].ID, "1234567890", "no such id")
	t.lag(1, 0, 2)
	d := t.take("b", 1, hold)[0]
	if d.Key != "b" || string(d.Body) != "body of b" || d.Attempt != 1 {
		t.Fatalf("requeued %+v; want a first attempt of b", d)
	}
	t.requeue(2)
	t.requeue(0)
	t.want(t.take("b", 2, hold), "a", "c")
	t.lag(0, 3, 0)
}

func (t tester) requeue(want int, ids ...string) {
	t.Helper()
	n, err := t.Requeue(t.Context(), ids...)
	t.ok(err)
	if n != want {
		t.Fatalf("requeued %d; want %d", n, want)
	}
}

func testDiscard(_ *testing.T, t tester) {
	t.publish("a", "b", "c")
	for _, d := range t.take("a", 3, hold) {
		t.ok(t.Dead(t.Context(), d, "again"))
	}
	dead := t.letters()
	for _, c := range []struct {
		ids  []string
		want int
	}{{nil, 0}, {[]string{dead[1].ID, "1234567890", "no such id"}, 1}, {[]string{dead[1].ID}, 0}, {[]string{dead[0].ID, dead[2].ID}, 2}} {
		n, err := t.Discard(t.Context(), c.ids...)
		t.ok(err)
		if n != c.want {
			t.Fatalf("discarded %d of %q; want %d", n, c.ids, c.want)
		}
	}
	t.lag(0, 0, 0)
	t.requeue(0)
}

func testLag(_ *testing.T, t tester) {
	empty, err := t.Lag(t.Context())
	t.ok(err)
	if empty != (queue.Lag{}) {
		t.Fatalf("lag of an empty queue is %+v", empty)
	}
	t.publish("a", "b")
	start := time.Now()
	t.take("a", 1, 2*lapse)
	t.take("a", 2, hold) // waits for the first lease to run out
	waited := time.Since(start)
	t.publish("younger")
	lag, err := t.Lag(t.Context())
	t.ok(err)
	if lag.Leased != 2 || lag.Oldest < waited-time.Millisecond || lag.Oldest > time.Minute {
		t.Fatalf("lag is %+v after %v; want 2 leased, the oldest as old", lag, waited)
	}
}

func testTrim(_ *testing.T, t tester) {
	t.publish(numbered("m", 10)...)
	ds := t.take("a", 6, hold)
	t.ok(t.Ack(t.Context(), ds[1], ds[3]))
	t.ok(t.Retry(t.Context(), ds[0], 0))
	t.ok(t.Dead(t.Context(), ds[2], "trim"))
	t.ok(t.Trim(t.Context()))
	t.lag(5, 2, 1)
	t.ok(t.Extend(t.Context(), 0, ds[4], ds[5]))
	left := t.take("b", 7, hold)
	t.ok(t.Trim(t.Context()))
	t.ok(t.Ack(t.Context(), left...))
	t.ok(t.Trim(t.Context()))
	t.lag(0, 0, 1)
}

func testCancelledContext(_ *testing.T, t tester) {
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	Within(t, 1100*time.Millisecond, func() {
		ds, err := t.Consume(ctx, "a", 1, hold)
		if len(ds) > 0 || err != nil && !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %d messages, %v", len(ds), err)
		}
	})
	<-ctx.Done()
	if err := t.Publish(ctx, messages("a")); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("publish when the context is over: %v; want its error", err)
	}
	t.lag(0, 0, 0)
}

func testClose(_ *testing.T, t tester) {
	ctx := t.Context()
	t.publish("a")
	d := t.take("a", 1, hold)[0]
	t.ok(t.Close())
	t.ok(t.Close())
	_, consume := t.Consume(ctx, "a", 1, hold)
	_, letters := t.DeadLetters(ctx, "", 1)
	_, requeue := t.Requeue(ctx)
	_, discard := t.Discard(ctx, "1-1")
	_, lag := t.Lag(ctx)
	for name, err := range map[string]error{
		"Publish": t.Publish(ctx, messages("b")), "Publish nothing": t.Publish(ctx, nil),
		"Consume": consume, "Ack": t.Ack(ctx, d), "Ack nothing": t.Ack(ctx), "Extend": t.Extend(ctx, hold, d),
		"Retry": t.Retry(ctx, d, 0), "Dead": t.Dead(ctx, d, "late"), "DeadLetters": letters,
		"Requeue": requeue, "Discard": discard, "Lag": lag, "Trim": t.Trim(ctx),
	} {
		if !errors.Is(err, queue.ErrClosed) {
			t.Errorf("%s after Close: %v; want ErrClosed", name, err)
		}
	}
}

func testCloseEndsConsume(_ *testing.T, t tester) {
	begun := make(chan struct{})
	ended := make(chan error)
	go func() {
		close(begun)
		for {
			if _, err := t.Consume(context.Background(), "a", 1, hold); err != nil {
				ended <- err
				return
			}
		}
	}()
	<-begun
	t.ok(t.Close())
	Within(t, 2*time.Second, func() {
		if err := <-ended; !errors.Is(err, queue.ErrClosed) {
			t.Errorf("consume under way returned %v; want ErrClosed", err)
		}
	})
}
