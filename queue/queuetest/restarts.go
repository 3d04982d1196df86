package queuetest

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"goodgraces/queue"
)

// Restarts publishes and consumes while kill ends the server with SIGKILL and
// start starts it again with its data, several times. It expects every message
// whose Publish returned without an error to be acknowledged in the end.
func Restarts(t *testing.T, q queue.Queue, kill, start func()) {
	r := &restarts{
		t: t, q: q, state: make(map[string]state),
		beat: make(chan struct{}, 1), enough: make(chan struct{}), drained: make(chan struct{}),
	}
	var publishers, consumers sync.WaitGroup
	for _, name := range []string{"p", "q"} {
		publishers.Go(func() { r.publish(name) })
	}
	for _, name := range []string{"a", "b", "c"} {
		consumers.Go(func() { r.consume(name) })
	}
	for range 4 {
		for range 5 {
			<-r.beat
		}
		kill()
		start()
	}
	close(r.enough)
	publishers.Wait()
	r.drain()
	close(r.drained)
	consumers.Wait()
	for key, state := range r.state {
		if state == published {
			t.Errorf("%s was published, then lost", key)
		}
	}
}

// restarts is the traffic of Restarts.
type restarts struct {
	t       *testing.T
	q       queue.Queue
	beat    chan struct{} // gets a value, if there is room, at each Ack
	enough  chan struct{} // closed when nothing more need be published
	drained chan struct{} // closed when nothing more will come

	mu    sync.Mutex
	state map[string]state // by key
}

// state is how far a message got, as far as its publisher and consumers know.
type state int

const (
	unknown   state = iota // Publish failed, or is under way
	published              // Publish succeeded
	doubtful               // Ack failed: its answer may have got lost
	acked                  // Ack succeeded
)

// publish publishes batches, each until it succeeds. Some stand twice then.
func (r *restarts) publish(name string) {
	for b := 0; ; b++ {
		batch := in(name, messages(numbered(fmt.Sprint(name, b), 20)...))
		for r.q.Publish(r.t.Context(), batch) != nil {
			if r.t.Context().Err() != nil {
				return
			}
		}
		for _, m := range batch {
			r.note(m.Key, published)
		}
		select {
		case <-r.enough:
			return
		default:
		}
	}
}

func (r *restarts) consume(name string) {
	for {
		select {
		case <-r.drained:
			return
		default:
		}
		ds, err := r.q.Consume(r.t.Context(), name, 7, 200*time.Millisecond)
		if err != nil || len(ds) == 0 {
			continue
		}
		state := acked
		if r.q.Ack(r.t.Context(), ds...) != nil {
			state = doubtful // if it did not arrive, the lease runs out
		}
		for _, d := range ds {
			r.note(d.Key, state)
		}
		select {
		case r.beat <- struct{}{}:
		default:
		}
	}
}

// note keeps the furthest state.
func (r *restarts) note(key string, s state) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.state[key] = max(r.state[key], s)
}

// drain waits until the queue is empty.
func (r *restarts) drain() {
	for start := time.Now(); ; {
		lag, err := r.q.Lag(r.t.Context())
		if err == nil && lag == (queue.Lag{}) {
			return
		}
		if time.Since(start) > time.Minute {
			r.t.Errorf("lag is %+v, %v a minute after the last publish", lag, err)
			return
		}
		select {
		case <-r.beat:
		case <-time.After(50 * time.Millisecond):
		}
	}
}
