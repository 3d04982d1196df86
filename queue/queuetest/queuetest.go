// Package queuetest holds an implementation of queue.Queue to its contract. Run
// is for every engine; Restarts is for those with a server that can be killed.
package queuetest

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"goodgraces/queue"
)

// Lease times of the suite: hold never runs out during a test, lapse soon does.
const (
	hold  = time.Hour
	lapse = 20 * time.Millisecond
)

// Run checks the promises of queue.Queue. open opens a new, empty queue; the
// suite closes it.
func Run(t *testing.T, open func(t *testing.T) queue.Queue) {
	for _, test := range []struct {
		name string
		run  func(*testing.T, tester)
	}{
		{"RoundTrip", testRoundTrip},
		{"PublishNothing", testPublishNothing},
		{"IDs", testIDs},
		{"Max", testMax},
		{"Order", testOrder},
		{"FloodInOneLane", testFlood},
		{"LanesShareEvenly", testShares},
		{"MoreLanesThanRoom", testMoreLanesThanRoom},
		{"WhatComesBackStarvesNoLane", testComesBack},
		{"LanesOfAnyName", testLaneNames},
		{"WaitingConsumerIsWoken", testWoken},
		{"LeasedIsNotDeliveredAgain", testLeased},
		{"LeaseRunsOut", testLeaseRunsOut},
		{"StaleLeaseIsHarmless", testStaleLease},
		{"AckTwice", testAckTwice},
		{"AckOfSeveralLeases", testAckOfSeveralLeases},
		{"Extend", testExtend},
		{"Retry", testRetry},
		{"RetryLater", testRetryLater},
		{"Dead", testDead},
		{"DeadLettersByPage", testDeadLettersByPage},
		{"Requeue", testRequeue},
		{"Discard", testDiscard},
		{"Lag", testLag},
		{"Trim", testTrim},
		{"Concurrency", testConcurrency},
		{"CancelledContext", testCancelledContext},
		{"Close", testClose},
		{"CloseEndsConsume", testCloseEndsConsume},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			q := open(t)
			t.Cleanup(func() { _ = q.Close() })
			test.run(t, tester{T: t, Queue: q})
		})
	}
	t.Run("Model", func(t *testing.T) {
		t.Parallel()
		testModel(t, open)
	})
}

// tester is a queue whose methods fail the test instead of returning errors.
type tester struct {
	*testing.T
	queue.Queue
}

func (t tester) ok(err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// publish publishes messages with the given keys; each body is "body of KEY".
func (t tester) publish(keys ...string) {
	t.Helper()
	t.ok(t.Publish(t.Context(), messages(keys...)))
}

func messages(keys ...string) []queue.Message {
	msgs := make([]queue.Message, len(keys))
	for i, key := range keys {
		msgs[i] = queue.Message{Key: key, Body: []byte("body of " + key)}
	}
	return msgs
}

// in puts messages into a lane.
func in(lane string, msgs []queue.Message) []queue.Message {
	for i := range msgs {
		msgs[i].Lane = lane
	}
	return msgs
}

// take consumes until it has n messages.
func (t tester) take(consumer string, n int, lease time.Duration) []queue.Delivery {
	t.Helper()
	var ds []queue.Delivery
	for start := time.Now(); len(ds) < n; {
		if time.Since(start) > 20*time.Second {
			t.Fatalf("got %d messages in 20 seconds: %q; want %d", len(ds), keys(ds), n)
		}
		more, err := t.Consume(t.Context(), consumer, n-len(ds), lease)
		t.ok(err)
		ds = append(ds, more...)
	}
	return ds
}

// none expects that nothing is delivered while Consume waits.
func (t tester) none() {
	t.Helper()
	ds, err := t.Consume(t.Context(), "nosy", 10, hold)
	t.ok(err)
	if len(ds) > 0 {
		t.Fatalf("got %q; want nothing", keys(ds))
	}
}

// lag compares the counts of Lag.
func (t tester) lag(ready, leased, dead int) {
	t.Helper()
	lag, err := t.Lag(t.Context())
	t.ok(err)
	if lag.Ready != ready || lag.Leased != leased || lag.Dead != dead {
		t.Fatalf("lag is %+v; want %d ready, %d leased, %d dead", lag, ready, leased, dead)
	}
}

// letters returns all dead letters.
func (t tester) letters() []queue.DeadLetter {
	t.Helper()
	dead, err := t.DeadLetters(t.Context(), "", 1000)
	t.ok(err)
	return dead
}

func keys(ds []queue.Delivery) []string {
	keys := make([]string, len(ds))
	for i, d := range ds {
		keys[i] = d.Key
	}
	return keys
}

// want compares keys in order.
func (t tester) want(ds []queue.Delivery, want ...string) {
	t.Helper()
	if got := keys(ds); !slices.Equal(got, want) {
		t.Fatalf("got %q; want %q", got, want)
	}
}

// numbered returns n keys that start with the prefix.
func numbered(prefix string, n int) []string {
	keys := make([]string, n)
	for i := range keys {
		keys[i] = fmt.Sprintf("%s-%05d", prefix, i)
	}
	return keys
}

// Within fails the test when f takes longer than d. The time is counted in
// hundredths: one in which this process waits for its turn on a busy machine is no
// longer than another.
func Within(t testing.TB, d time.Duration, f func()) {
	t.Helper()
	done := make(chan struct{})
	go func() {
		defer close(done)
		f()
	}()
	tick := time.NewTicker(d / 100)
	defer tick.Stop()
	for range 100 {
		select {
		case <-done:
			return
		case <-tick.C:
		}
	}
	t.Fatalf("still under way after %v", d)
}
