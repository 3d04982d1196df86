package connectortest

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"time"

	"goodgraces/connectors"
)

// checkSilence holds Read to noticing a stream that says nothing any more.
func checkSilence(t *testing.T, b *bench) {
	if b.Silence == nil {
		untried(t, "Silence") // it holds no connection
		return
	}
	result := make(chan error, 1)
	go func() { result <- b.Connector.(connectors.Source).Read(t.Context(), "", b.ledger().emit) }()
	b.connected(t)
	b.Silence()
	start := time.Now()
	ended, err := within(2*b.Heartbeat+time.Second, result) // a second for a busy machine
	if !ended {
		t.Fatalf("the stream has been silent for %s and nobody noticed", time.Since(start))
	}
	if err == nil {
		t.Error("a silent stream ended without an error")
	}
}

// backlog is how many posts come while the queue is slow: more than a connector
// may hold ready.
const backlog = 120

// checkSlowQueue blocks emit for three heartbeats while posts come: a slow queue
// is not a silent stream, and nothing is dialled anew.
func checkSlowQueue(t *testing.T, b *bench) {
	if b.Silence == nil {
		untried(t, "Silence") // it holds no connection that could be taken for silent
		return
	}
	l := b.ledger()
	var slow atomic.Bool
	blocked, release, result := make(chan struct{}, 1), make(chan struct{}), make(chan error, 1)
	emit := func(ctx context.Context, batch connectors.Batch) error {
		if slow.CompareAndSwap(true, false) {
			blocked <- struct{}{}
			select {
			case <-release:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return l.emit(ctx, batch)
	}
	ctx, cancel := context.WithCancel(t.Context())
	go func() { result <- b.Connector.(connectors.Source).Read(ctx, "", emit) }()
	b.connected(t)
	b.Publish(ctx, t, b.Connector, texts(0, 1))
	l.wait(t, texts(0, 1))
	slow.Store(true)
	b.Publish(ctx, t, b.Connector, texts(1, backlog))
	<-blocked
	select {
	case err := <-result:
		t.Fatalf("a slow queue was taken for a silent stream: %v", err)
	case <-time.After(3 * b.Heartbeat):
	}
	close(release)
	published := backlog
	for range 3 { // whoever lost the stream meanwhile reads no more
		l.wait(t, texts(0, published))
		b.Publish(ctx, t, b.Connector, texts(published, published+1))
		published++
	}
	l.wait(t, texts(0, published))
	l.settleOnce(t, texts(0, published))
	cancel()
	if err := <-result; !errors.Is(err, context.Canceled) {
		t.Errorf("the stream was lost over a slow queue: %v", err)
	}
}
