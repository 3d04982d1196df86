package pipeline

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/sony/gobreaker/v2"

	"goodgraces/care"
	"goodgraces/connectors"
)

const (
	breakAfter = 5                // failures in a row after which a platform is left alone
	breakFor   = 30 * time.Second // until one call is tried again
)

// breakers leave a platform alone that fails again and again, so that answers
// wait instead of becoming unclear one by one.
type breakers struct {
	mu sync.Mutex
	of map[string]*gobreaker.CircuitBreaker[care.Receipt]
}

// call makes a call to a connector's platform unless it is left alone: then
// nothing was sent, and the error says when to come back.
func (b *breakers) call(name string, f func() (care.Receipt, error)) (care.Receipt, error) {
	r, err := b.breaker(name).Execute(f)
	if errors.Is(err, gobreaker.ErrOpenState) || errors.Is(err, gobreaker.ErrTooManyRequests) {
		return r, &connectors.RateLimitError{After: breakFor, Budget: fmt.Sprintf("connector %s: the platform failed %d times in a row and is left alone", name, breakAfter)}
	}
	return r, err
}

func (b *breakers) breaker(name string) *gobreaker.CircuitBreaker[care.Receipt] {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.of[name] == nil {
		b.of[name] = gobreaker.NewCircuitBreaker[care.Receipt](gobreaker.Settings{
			Name: name, Timeout: breakFor, IsSuccessful: answered,
			ReadyToTrip: func(c gobreaker.Counts) bool { return c.ConsecutiveFailures >= breakAfter },
		})
	}
	return b.of[name]
}

// answered reports whether the platform works: it answered, if only with a no.
func answered(err error) bool {
	if err == nil || errors.Is(err, context.Canceled) {
		return true
	}
	for _, no := range []error{
		connectors.ErrRefused, connectors.ErrCannotMessage, connectors.ErrUnauthorized, connectors.ErrMisconfigured,
		connectors.ErrNotFound, connectors.ErrCannotFind,
	} {
		if errors.Is(err, no) {
			return true
		}
	}
	_, limited := errors.AsType[*connectors.RateLimitError](err)
	return limited
}
