package redisqueue

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"goodgraces/internal/servers"
	"goodgraces/queue"
	"goodgraces/queue/queuetest"
)

func TestRestarts(t *testing.T) {
	server := servers.Redis(t)
	queuetest.Restarts(t, open(t, server.URL), func() { server.Kill(t) }, func() { server.Start(t) })
}

// take consumes the one message that there should be.
func take(t *testing.T, q *Queue, lease time.Duration) queue.Delivery {
	t.Helper()
	ds, err := q.Consume(t.Context(), "a", 10, lease)
	if err != nil || len(ds) != 1 {
		t.Fatalf("got %d messages, %v; want one", len(ds), err)
	}
	return ds[0]
}

func publish(t *testing.T, q *Queue, key string) {
	t.Helper()
	if err := q.Publish(t.Context(), []queue.Message{{Key: key, Body: []byte("body")}}); err != nil {
		t.Fatal(err)
	}
}

// TestDataLoss empties the server under an open queue.
func TestDataLoss(t *testing.T) {
	server := servers.Redis(t)
	q := open(t, server.URL)
	publish(t, q, "lost")
	lost := take(t, q, time.Hour)
	if err := q.client.FlushAll(t.Context()).Err(); err != nil {
		t.Fatal(err)
	}
	if err := q.Ack(t.Context(), lost); err != nil {
		t.Errorf("ack of what is lost: %v", err)
	}
	publish(t, q, "new")
	if d := take(t, q, time.Hour); d.Key != "new" {
		t.Errorf("got %q; want what was published after the loss", d.Key)
	}
}

// TestLostGroup removes the group alone: what is in the stream comes again.
func TestLostGroup(t *testing.T) {
	q := open(t, servers.Redis(t).URL)
	publish(t, q, "kept")
	take(t, q, time.Millisecond)
	if err := q.client.XGroupDestroy(t.Context(), q.stream, group).Err(); err != nil {
		t.Fatal(err)
	}
	if d := take(t, q, time.Hour); d.Key != "kept" {
		t.Errorf("got %q; want what was not acknowledged", d.Key)
	}
}

// TestLostLeases removes the sorted sets: Trim finds what they knew.
func TestLostLeases(t *testing.T) {
	q := open(t, servers.Redis(t).URL)
	publish(t, q, "kept")
	take(t, q, time.Hour)
	if err := q.client.Del(t.Context(), q.keys[1:3]...).Err(); err != nil {
		t.Fatal(err)
	}
	if _, err := q.run(t.Context(), "trim", trimScript, 0); err != nil {
		t.Fatal(err)
	}
	if d := take(t, q, time.Hour); d.Key != "kept" || d.Attempt != 2 {
		t.Errorf("got %+v; want a second attempt", d)
	}
}

// TestStreamFromBeforeLanes finds what the version without lanes left: entries
// that wait, one whose lease runs out and one that is leased.
func TestStreamFromBeforeLanes(t *testing.T) {
	url, name := servers.Redis(t).URL, "{old}:"
	options, err := redis.ParseURL(url)
	if err != nil {
		t.Fatal(err)
	}
	client := redis.NewClient(options)
	defer client.Close()
	for _, command := range []string{
		"XGROUP CREATE " + name + "stream workers 0 MKSTREAM",
		"XADD " + name + "stream 1-1 key lapsed body b",
		"XADD " + name + "stream 1-2 key leased body b",
		"XADD " + name + "stream 1-3 key waits body b",
		"XADD " + name + "dead 1-4 key dead body b cause boom",
		"XREADGROUP GROUP workers gone COUNT 2 STREAMS " + name + "stream >",
		"ZADD " + name + "leased 1000 1-1 4102444800000 1-2",
	} {
		var args []any
		for arg := range strings.FieldsSeq(command) {
			args = append(args, arg)
		}
		if err := client.Do(t.Context(), args...).Err(); err != nil {
			t.Fatal(command, err)
		}
	}
	q, err := Open(t.Context(), url, "old")
	if err != nil {
		t.Fatal(err)
	}
	defer q.Close()
	if n, err := q.Requeue(t.Context()); n != 1 || err != nil {
		t.Fatalf("requeued %d, %v; want the one dead letter", n, err)
	}
	if err := q.Publish(t.Context(), []queue.Message{{Lane: "mastodon", Key: "new"}}); err != nil {
		t.Fatal(err)
	}
	ds, err := q.Consume(t.Context(), "a", 10, time.Hour)
	got := make(map[string]int)
	for _, d := range ds {
		got[d.Key] = d.Attempt
	}
	if want := map[string]int{"lapsed": 2, "waits": 1, "dead": 1, "new": 1}; err != nil || !maps.Equal(got, want) {
		t.Errorf("got attempts %v, %v; want %v", got, err, want)
	}
	if err := q.Ack(t.Context(), append(ds, queue.Delivery{ID: "1-2", Lease: "1"})...); err != nil { // and by its holder
		t.Fatal(err)
	}
	if lag, err := q.Lag(t.Context()); err != nil || lag != (queue.Lag{}) {
		t.Errorf("lag is %+v, %v; want nothing left", lag, err)
	}
}

// TestMissingBody writes an entry that is no message, and deletes one that is
// leased: both become dead letters, and what is behind them is delivered.
func TestMissingBody(t *testing.T) {
	q := open(t, servers.Redis(t).URL)
	publish(t, q, "deleted")
	d := take(t, q, time.Millisecond)
	err := q.client.XDel(t.Context(), q.stream, d.ID).Err()
	if err != nil {
		t.Fatal(err)
	}
	for _, fields := range []string{"XADD " + q.stream + " * key foreign colour red", "XADD " + q.stream + " * text hello"} {
		var args []any
		for arg := range strings.FieldsSeq(fields) {
			args = append(args, arg)
		}
		if err := q.client.Do(t.Context(), args...).Err(); err != nil {
			t.Fatal(err)
		}
	}
	publish(t, q, "behind")
	if d := take(t, q, time.Hour); d.Key != "behind" {
		t.Errorf("got %q; want the message behind", d.Key)
	}
	dead, err := q.DeadLetters(t.Context(), "", 10)
	if err != nil || len(dead) != 3 {
		t.Fatalf("dead letters %+v, %v; want three", dead, err)
	}
	for key, cause := range map[string]string{"": "deleted from the stream", "foreign": "no field"} {
		if !slices.ContainsFunc(dead, func(d queue.DeadLetter) bool { return d.Key == key && strings.Contains(d.Cause, cause) }) {
			t.Errorf("dead letters %+v; want one with key %q and cause %q", dead, key, cause)
		}
	}
}

// TestFullMemory lets Redis run out of memory: publishing is refused with a
// remedy, and what waits is still handled.
func TestFullMemory(t *testing.T) {
	q := open(t, servers.Redis(t).URL)
	publish(t, q, "before")
	if err := q.client.ConfigSet(t.Context(), "maxmemory", "1").Err(); err != nil {
		t.Fatal(err)
	}
	err := q.Publish(t.Context(), []queue.Message{{Key: "late"}})
	if err == nil || !strings.Contains(err.Error(), "maxmemory") {
		t.Errorf("publish: %v; want an error that names maxmemory", err)
	}
	if err := q.Ack(t.Context(), take(t, q, time.Hour)); err != nil {
		t.Error(err)
	}
	if lag, err := q.Lag(t.Context()); err != nil || lag != (queue.Lag{}) {
		t.Errorf("lag is %+v, %v; want nothing left", lag, err)
	}
}

func TestOpenErrors(t *testing.T) {
	server := servers.Redis(t)
	q := open(t, server.URL)
	if err := q.client.ConfigSet(t.Context(), "requirepass", "s3cret").Err(); err != nil {
		t.Fatal(err)
	}
	away := servers.Redis(t)
	away.Kill(t)
	for _, test := range []struct{ name, url, want string }{
		{"no password", server.URL, "put it into queue.url"},
		{"wrong password", "redis://:hunter2@" + server.Addr, "correct them"},
		{"no server", "redis://:hunter2@" + away.Addr, "see that Redis runs there"},
		{"no port", "redis://:hunter2@localhost:port", "write it like redis://"},
		{"no Redis", "http://:hunter2@localhost", "write it like redis://"},
		{"slash in password", "redis://:hunter2/@localhost", "write it like redis://"},
	} {
		t.Run(test.name, func(t *testing.T) {
			q, err := Open(t.Context(), test.url, "x")
			if err == nil {
				q.Close()
				t.Fatal("no error")
			}
			if !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "hunter2") {
				t.Errorf("%v; want %q and no password", err, test.want)
			}
		})
	}
}
