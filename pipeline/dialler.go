package pipeline

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/cenkalti/backoff/v5"
	"github.com/sony/gobreaker/v2"

	"goodgraces/connectors"
)

const (
	// maxWait is the longest back-off, give or take half of it.
	maxWait = time.Minute
	// tripAfter is how many attempts in a row must fail before a platform is
	// left alone. With the back-off between them that is about five minutes.
	tripAfter = 15
	// openFor is how long it is left alone; then one attempt decides.
	openFor = 3 * time.Minute
)

// dialler paces one connector's attempts to reach its platform: by a jittered
// back-off while it may be a hiccup, by a breaker once it is an outage. An
// attempt in which the platform was heard of was good, however it ended.
type dialler struct {
	host    *Host
	wait    *backoff.ExponentialBackOff
	breaker *gobreaker.CircuitBreaker[any]
	began   time.Time // when the attempt did
}

func newDialler(h *Host) *dialler {
	d := &dialler{host: h, wait: backoff.NewExponentialBackOff()}
	d.wait.MaxInterval = maxWait
	d.breaker = gobreaker.NewCircuitBreaker[any](gobreaker.Settings{
		Timeout:      openFor,
		ReadyToTrip:  func(c gobreaker.Counts) bool { return c.ConsecutiveFailures >= tripAfter },
		IsSuccessful: func(err error) bool { return err == nil || d.heard() },
		IsExcluded:   func(err error) bool { return !d.heard() && provesNothing(err) },
	})
	return d
}

func (d *dialler) heard() bool { return d.host.heardSince(d.began) }

// attempt makes one.
func (d *dialler) attempt(read func() error) error {
	d.began = d.host.now()
	_, err := d.breaker.Execute(func() (any, error) { return nil, read() })
	if d.heard() && d.host.now().Sub(d.began) > maxWait {
		d.wait.Reset() // it worked for a while
	}
	return err
}

// next is how long to wait before another attempt, and what to say of it where
// that is long.
func (d *dialler) next(failed error) (wait time.Duration, say string) {
	wait = max(d.wait.NextBackOff(), askedWait(failed))
	if d.breaker.State() != gobreaker.StateOpen {
		return wait, ""
	}
	wait += openFor // jittered like the rest
	return wait, fmt.Sprintf("; out of reach for long, so the next attempt is at %s", d.host.now().Add(wait).UTC().Format("15:04 UTC"))
}

// askedWait is how long the platform, or the day's budget, wants us to wait.
func askedWait(err error) time.Duration {
	if limited, ok := errors.AsType[*connectors.RateLimitError](err); ok {
		return limited.After
	}
	return 0
}

// ourError is a failure of our queue or store while a platform was read.
type ourError struct{ error }

func (e ourError) Unwrap() error { return e.error }

// provesNothing reports whether an error does not say that the platform is out
// of reach.
func provesNothing(err error) bool {
	if _, limited := errors.AsType[*connectors.RateLimitError](err); limited {
		return true
	}
	if _, ours := errors.AsType[ourError](err); ours {
		return true
	}
	return errors.Is(err, context.Canceled) || errors.Is(err, connectors.ErrUnauthorized) || errors.Is(err, connectors.ErrMisconfigured)
}
