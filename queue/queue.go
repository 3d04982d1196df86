// Package queue is the contract of the queue that carries mentions from
// connectors to workers. sqlqueue keeps it in the embedded database, redisqueue
// in Redis Streams; queuetest holds both to the promises written here.
//
// Delivery is at least once: a message is handed to one consumer at a time
// under a lease, and to another when the lease runs out before it was
// acknowledged. Handlers must therefore be idempotent.
//
// Messages travel in lanes, one for each connector. Of what waits, every lane
// gets its share: a flood in one never holds up another.
package queue

import (
	"context"
	"errors"
	"time"
)

// ErrClosed is returned by every method after Close.
var ErrClosed = errors.New("queue: closed")

// Queue is safe for concurrent use. Publish, Ack, Retry and Dead return only
// once the change is as durable as the engine makes it (fsync for SQLite; as
// `appendfsync` says for Redis). Connections that drop are made anew; a method
// that fails because of one may be called again.
type Queue interface {
	// Publish appends messages to their lanes in order, all or none. When it
	// returns an error for a connection that broke, they may have been appended
	// all the same.
	Publish(ctx context.Context, msgs []Message) error

	// Consume leases up to max messages to the named consumer. The room is dealt
	// out evenly to the lanes in which new messages wait, oldest first in each,
	// and to those that were delivered before and come back because their delay
	// is over or their lease has run out. What one of these cannot use is for the
	// others; where they are more than max, chance says whose turn it is. Consume
	// waits up to about a second for the first message and then returns what
	// there is, possibly nothing. It returns within a second of ctx ending. max
	// below 1 is an error.
	Consume(ctx context.Context, consumer string, max int, lease time.Duration) ([]Delivery, error)

	// Ack says that the deliveries are dealt with; they will not come again.
	// Acknowledging twice, or after the lease ran out, is harmless.
	//
	// Ack, Extend, Retry and Dead change only what is still under the lease
	// that the delivery carries: once somebody else has the message, or it
	// was given back or dealt with, they do nothing and return no error. A
	// lease that ran out is good until somebody else takes the message.
	Ack(ctx context.Context, ds ...Delivery) error

	// Extend renews the lease of deliveries still being worked on.
	Extend(ctx context.Context, lease time.Duration, ds ...Delivery) error

	// Retry gives a delivery back, to be delivered again after the delay
	// with Attempt one higher.
	Retry(ctx context.Context, d Delivery, after time.Duration) error

	// Dead moves a delivery to the dead-letter list with its cause.
	Dead(ctx context.Context, d Delivery, cause string) error

	// DeadLetters lists up to limit dead letters, oldest first, after the
	// given one ("" for the start). An ID that none can have is an error.
	// limit below 1 lists none.
	DeadLetters(ctx context.Context, after string, limit int) ([]DeadLetter, error)

	// Requeue publishes dead letters anew in their lanes, as first attempts, and
	// removes them from the list. Without IDs it takes all; IDs that are not on the
	// list are passed over. It returns how many it requeued.
	Requeue(ctx context.Context, ids ...string) (int, error)

	// Discard erases dead letters for good: what they carry may have to be
	// forgotten. IDs that are not on the list are passed over. It returns how
	// many it erased.
	Discard(ctx context.Context, ids ...string) (int, error)

	// Lag says how much waits.
	Lag(ctx context.Context) (Lag, error)

	// Trim removes what is acknowledged and no longer needed. It never
	// touches a message that is not.
	Trim(ctx context.Context) error

	// Close frees the queue's resources. Consume calls under way return.
	// It is safe to call twice.
	Close() error
}

// Message is what is carried. The queue does not look inside Body.
type Message struct {
	Lane string // whose it is: the connector's name; "" is a lane like any other
	Key  string // names it in logs and dead letters; need not be unique
	Body []byte
}

// Delivery is a message under lease.
type Delivery struct {
	Message
	ID      string    // the queue's own
	Lease   string    // opaque: proves which lease this is
	Attempt int       // 1 for the first delivery
	At      time.Time // when it was published, or requeued
}

// DeadLetter is a message that could not be handled.
type DeadLetter struct {
	ID    string    `json:"id"`
	Lane  string    `json:"lane,omitempty"`
	Key   string    `json:"key"`
	Body  []byte    `json:"body"`
	Cause string    `json:"cause"`
	At    time.Time `json:"at"` // when it was given up
}

// Lag says how much waits in a queue.
type Lag struct {
	Ready  int           `json:"ready"`  // to be delivered now or after a delay; leases that ran out too
	Leased int           `json:"leased"` // with a consumer
	Dead   int           `json:"dead"`
	Oldest time.Duration `json:"oldest"` // age of the oldest not acknowledged; 0 when none
}
