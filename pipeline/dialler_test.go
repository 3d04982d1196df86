package pipeline

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/store"
)

// outage is a platform that can be out of reach. It notes each attempt.
type outage struct {
	*platform
	host *Host

	mu       sync.Mutex
	attempts []time.Time
	read     func(ctx context.Context, emit func(context.Context, connectors.Batch) error) error
}

func (o *outage) Read(ctx context.Context, _ string, emit func(context.Context, connectors.Batch) error) error {
	o.mu.Lock()
	o.attempts = append(o.attempts, time.Now())
	read := o.read
	o.mu.Unlock()
	return read(ctx, emit)
}

func (o *outage) becomes(read func(context.Context, func(context.Context, connectors.Batch) error) error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.read, o.attempts = read, nil
}

// during lets time pass and returns how many attempts were made meanwhile.
func (o *outage) during(d time.Duration) int {
	o.mu.Lock()
	before := len(o.attempts)
	o.mu.Unlock()
	time.Sleep(d)
	o.mu.Lock()
	defer o.mu.Unlock()
	return len(o.attempts) - before
}

func outOfReach(context.Context, func(context.Context, connectors.Batch) error) error {
	return errors.New("test: connection refused")
}

// reading reads an outage, into a queue that takes nothing, in a bubble of its
// own.
func reading(t *testing.T, test func(*testing.T, *outage)) {
	synctest.Test(t, func(t *testing.T) {
		o := &outage{platform: &platform{name: "test"}, read: outOfReach}
		s := newShop(t, o)
		o.host = NewHost(s.Store, "test", store.Usage{}, time.Now)
		s.Queue = brokenQueue{s.Queue}
		ctx, stop := context.WithCancel(t.Context())
		var running sync.WaitGroup
		running.Go(func() { s.reader(&member{Connector: o, host: o.host}).run(ctx) })
		test(t, o)
		stop()
		running.Wait()
	})
}

// A platform that is out of reach is tried often at first, then now and then;
// once it is back, a drop is mended at once again.
func TestAnOutageIsNotHammered(t *testing.T) {
	reading(t, func(t *testing.T, o *outage) {
		if n := o.during(time.Minute); n < 6 {
			t.Errorf("%d attempts in the first minute; a hiccup is to be mended at once", n)
		}
		o.during(time.Hour)
		if n := o.during(time.Hour); n < 13 || n > 17 {
			t.Errorf("%d attempts in an hour; want one in 3.5 to 4.5 minutes", n)
		}
		health := o.host.Health()
		if health.State != connectors.Disconnected || !strings.Contains(health.Reason, "connection refused; out of reach for long, so the next attempt is at ") {
			t.Errorf("it is %s: %s", health.State, health.Reason)
		}
		o.becomes(func(ctx context.Context, _ func(context.Context, connectors.Batch) error) error {
			o.host.Status(connectors.Connected, "")
			<-ctx.Done()
			return ctx.Err()
		})
		if n := o.during(10 * time.Minute); n != 1 || o.host.Health().State != connectors.Connected {
			t.Errorf("%d attempts once it was back; it is %s", n, o.host.Health().State)
		}
	})
}

// A stream that drops is no outage: the platform was heard of.
func TestADroppingStreamIsReadOn(t *testing.T) {
	reading(t, func(t *testing.T, o *outage) {
		o.becomes(func(ctx context.Context, _ func(context.Context, connectors.Batch) error) error {
			o.host.Status(connectors.Connected, "")
			pause(ctx, time.Second)
			return errors.New("test: the stream broke off")
		})
		o.during(time.Hour)
		if n := o.during(time.Hour); n < 40 || n > 80 {
			t.Errorf("%d attempts in an hour; want the back-off alone", n)
		}
	})
}

// What is our own fault, or the platform's wish, is not taken for an outage.
func TestOurOwnFailureIsNoOutage(t *testing.T) {
	reading(t, func(t *testing.T, o *outage) {
		for name, read := range map[string]func(context.Context, func(context.Context, connectors.Batch) error) error{
			"queue": func(ctx context.Context, emit func(context.Context, connectors.Batch) error) error {
				return fmt.Errorf("test: %w", emit(ctx, connectors.Batch{Mentions: []care.Mention{post("1", complaint)}}))
			},
			"limit": func(context.Context, func(context.Context, connectors.Batch) error) error {
				return fmt.Errorf("test: %w", &connectors.RateLimitError{After: time.Second})
			},
		} {
			o.becomes(read)
			o.during(time.Hour)
			if n := o.during(time.Hour); n < 40 || n > 80 {
				t.Errorf("%s: %d attempts in an hour; want the back-off alone", name, n)
			}
		}
	})
}
