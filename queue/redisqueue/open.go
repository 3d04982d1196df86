// Package redisqueue keeps the queue in Redis 7: for each lane a stream with a
// consumer group, two sorted sets that say when what was delivered comes back,
// and a stream of dead letters. Every change is one script or one transaction,
// so a worker or a server that dies half way leaves nothing half done.
//
// go-redis repeats a command whose connection broke, and so may a caller. A
// publish whose answer got lost then stands twice in the queue: delivery is at
// least once. Acknowledging, giving back and burying carry the lease that they
// are about, and change nothing the second time.
//
// What Redis has acknowledged survives it as far as its own settings say:
// appendonly yes and appendfsync always lose nothing.
package redisqueue

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/redis/go-redis/v9/maintnotifications"

	"goodgraces/queue"
)

// group is the one consumer group of each stream.
const group = "workers"

// connections is how many a queue opens at most, unless its URL says pool_size.
// Each Consume under way holds one while it waits.
const connections = 64

// Queue is a queue.Queue in Redis.
type Queue struct {
	client *redis.Client
	addr   string // for errors; a URL may hold a password
	stream string // of the lane ""; see streamOf
	dead   string
	lanes  string   // the set of the other lanes
	keys   []string // what the scripts are given: stream, leased, delayed, dead, lanes

	close  sync.Once
	closed chan struct{} // closed by Close
}

var _ queue.Queue = (*Queue)(nil)

// Open connects to the Redis at a redis://, rediss:// or unix:// URL and opens
// the queue of that name there. Queues of different names do not touch.
func Open(ctx context.Context, url, name string) (*Queue, error) {
	options, err := parse(url)
	if err != nil {
		return nil, err
	}
	prefix := "{" + name + "}:" // braces keep the keys together in a cluster
	q := &Queue{
		client: redis.NewClient(options),
		addr:   options.Addr,
		stream: prefix + "stream",
		dead:   prefix + "dead",
		lanes:  prefix + "lanes",
		closed: make(chan struct{}),
	}
	q.keys = []string{q.stream, prefix + "leased", prefix + "delayed", q.dead, q.lanes}
	if err := q.client.Ping(ctx).Err(); err != nil {
		return nil, errors.Join(q.explain(ctx, "open", err), q.client.Close())
	}
	return q, nil
}

// parse reads the URL. Its errors do not quote the URL: it may hold a password.
func parse(url string) (*redis.Options, error) {
	options, err := redis.ParseURL(url)
	if err != nil {
		return nil, errors.New("redisqueue: queue.url is not the URL of a Redis; write it like redis://user:password@host:6379/0")
	}
	if options.PoolSize == 0 {
		options.PoolSize = connections
	}
	if options.DialerRetries == 0 {
		options.DialerRetries = 1 // a command that fails for it is repeated anyway
	}
	options.ContextTimeoutEnabled = true
	options.DisableIdentity = true // CLIENT SETINFO came with Redis 7.2
	options.MaintNotificationsConfig = &maintnotifications.Config{Mode: maintnotifications.ModeDisabled}
	return options, nil
}

// Close implements queue.Queue.
func (q *Queue) Close() error {
	var err error
	q.close.Do(func() {
		close(q.closed)
		err = q.client.Close()
	})
	return err
}

// alive returns queue.ErrClosed after Close.
func (q *Queue) alive() error {
	select {
	case <-q.closed:
		return queue.ErrClosed
	default:
		return nil
	}
}

// remedies says what to do about the errors that Redis answers, by their first
// word.
var remedies = map[string]string{
	"NOAUTH":    "Redis wants a password; put it into queue.url",
	"WRONGPASS": "Redis does not take the user and password of queue.url; correct them",
	"NOPERM":    "the user of queue.url may not do this; give it the rights for streams, sorted sets and scripts",
	"OOM":       "Redis has reached its maxmemory; raise it, or start more workers",
	"MISCONF":   "Redis cannot write to its disk; see its log, free some space",
	"READONLY":  "this Redis is a replica; let queue.url name the primary",
	"WRONGTYPE": "a key of the queue's name holds something else; choose another name or delete the key",
}

// explain makes an error worth reading.
func (q *Queue) explain(ctx context.Context, what string, err error) error {
	if err := q.alive(); err != nil {
		return err
	}
	if err := over(ctx); err != nil {
		return err
	}
	remedy := "see that Redis runs there and takes connections"
	if answer, ok := errors.AsType[redis.Error](err); ok {
		word, _, _ := strings.Cut(answer.Error(), " ")
		if remedy, ok = remedies[word]; !ok {
			return fmt.Errorf("redisqueue: %s at %s: %w", what, q.addr, err)
		}
	}
	return fmt.Errorf("redisqueue: %s at %s: %s: %w", what, q.addr, remedy, err)
}

// over returns the context's error, if it has one. The connection has the same deadline, and
// may notice first.
func over(ctx context.Context) error {
	if end, ok := ctx.Deadline(); ok && !time.Now().Before(end) {
		return context.DeadlineExceeded
	}
	return ctx.Err()
}
