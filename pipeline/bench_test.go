//go:build unix

package pipeline

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	_ "modernc.org/sqlite" // the yardstick

	"goodgraces/care"
	"goodgraces/connectors/replay/posts"
	"goodgraces/internal/servers"
	"goodgraces/queue"
	"goodgraces/queue/redisqueue"
)

// sample is the demo's day: posts of all kinds, in their natural mixture.
func sample(tb testing.TB) []care.Mention {
	tb.Helper()
	raw, err := os.ReadFile("../cmd/graces/demo/posts.jsonl")
	if err != nil {
		tb.Fatal(err)
	}
	var out []care.Mention
	for m, err := range posts.NewReader(bytes.NewReader(raw), posts.JSONL).All() {
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, m)
	}
	return out
}

// numbered is the i-th post of an endless stream made of the sample: the same
// day again and again, with other people (213 posts by 170 authors).
func numbered(sample []care.Mention, i int) care.Mention {
	m := sample[i%len(sample)]
	round := i / len(sample)
	m.ID = fmt.Sprintf("%s-%d", m.ID, round)
	m.Author.ID = fmt.Sprintf("%s-%d", m.Author.ID, round)
	m.InReplyTo, m.Thread = "", ""
	return m
}

// BenchmarkIngest takes posts through queue, classifier and responder into the
// store, published while they are worked on, as in the daemon. The yardstick
// writes the same posts with plain multi-row inserts, twice: the queue's row
// and the store's.
func BenchmarkIngest(b *testing.B) {
	sample := sample(b)
	b.Run("sqlite", func(b *testing.B) { ingest(b, sample, nil) })
	b.Run("redis+sqlite", func(b *testing.B) { ingest(b, sample, servers.Redis(b)) })
	b.Run("yardstick=plain-inserts", func(b *testing.B) { plainInserts(b, sample) })
}

func ingest(b *testing.B, sample []care.Mention, redis *servers.RedisServer) {
	s := newShop(b)
	if redis != nil {
		q, err := redisqueue.Open(b.Context(), redis.URL, "bench")
		must(b, err)
		b.Cleanup(func() { q.Close() })
		s.Queue = q
	}
	worker := newWorker(s.Deps)
	b.ResetTimer()
	began := processorTime(b)
	go publishAll(b, s.Queue, sample, b.N)
	quiet := quietest{at: began}
	var before *hand
	for done := 0; done < b.N; {
		h := worker.turn(b.Context(), before)
		must(b, h.failed())
		done, before = done+h.size, h
		quiet.look(processorTime(b), done)
	}
	before.wait()
	must(b, before.err)
	b.ReportMetric(float64((processorTime(b)-began).Microseconds())/float64(b.N), "cpu-µs/post")
	b.ReportMetric(quiet.cost, "quiet-cpu-µs/post")
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "posts/s")
}

// quietest is the least processor time that a post took over a stretch of
// posts: neighbours on the machine make the same work cost more, by caches.
type quietest struct {
	at   time.Duration // processor time
	done int           // posts
	cost float64       // µs a post
}

// stretch is long enough to hold checkpoints and collections of garbage.
const stretch = 2000

func (q *quietest) look(at time.Duration, done int) {
	if done-q.done < stretch {
		return
	}
	cost := float64((at - q.at).Microseconds()) / float64(done-q.done)
	if q.cost == 0 || cost < q.cost {
		q.cost = cost
	}
	q.at, q.done = at, done
}

// processorTime is what this process has used of all cores: unlike the time on
// the wall it does not depend on who else uses the machine.
func processorTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	must(b, syscall.Getrusage(syscall.RUSAGE_SELF, &u))
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func publishAll(b *testing.B, q queue.Queue, sample []care.Mention, n int) {
	const batch = 256
	for i := 0; i < n; i += batch {
		var ms []care.Mention
		for j := i; j < min(i+batch, n); j++ {
			ms = append(ms, numbered(sample, j))
		}
		if err := Publish(context.WithoutCancel(b.Context()), q, "bench", nil, ms); err != nil {
			b.Error(err)
			return
		}
	}
}

func plainInserts(b *testing.B, sample []care.Mention) {
	db, err := sql.Open("sqlite", "file:"+filepath.Join(b.TempDir(), "plain.db")+"?_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)")
	must(b, err)
	defer db.Close()
	for _, table := range []string{"queue", "store"} {
		_, err = db.Exec("CREATE TABLE " + table + " (id TEXT PRIMARY KEY, body TEXT)")
		must(b, err)
	}
	b.ResetTimer()
	began := processorTime(b)
	const batch = 100
	for i := 0; i < b.N; i += batch {
		var args []any
		for j := i; j < min(i+batch, b.N); j++ {
			m := numbered(sample, j)
			body, err := json.Marshal(m)
			must(b, err)
			args = append(args, m.Key(), string(body))
		}
		rows := strings.Repeat(",(?,?)", len(args)/2)[1:]
		for _, table := range []string{"queue", "store"} {
			_, err := db.Exec("INSERT INTO "+table+" VALUES "+rows, args...)
			must(b, err)
		}
	}
	b.ReportMetric(float64((processorTime(b)-began).Microseconds())/float64(b.N), "cpu-µs/post")
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "posts/s")
}
