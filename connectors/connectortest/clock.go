package connectortest

import (
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"goodgraces/connectors"
)

// checkClock reads and writes by a clock of ours that is an hour off. Where
// calls are signed with the time, they are refused in words that name the clock.
func checkClock(t *testing.T, b *bench) {
	if b.ByClock {
		for _, kind := range b.kinds() {
			_, err := b.write(t.Context(), b.send(kind, "By a wrong clock", 1))
			if !errors.Is(err, connectors.ErrUnauthorized) || !strings.Contains(err.Error(), "clock") {
				t.Errorf("%s: %v, want ErrUnauthorized with the clock as its reason", kind, err)
			}
			b.standsAs(t, kind, err)
		}
		b.clockOfCalls(t)
		return
	}
	t.Run("nothing is lost", func(t *testing.T) { b.losesNothing(t, 2) })
	t.Run("answers", func(t *testing.T) { checkAnswers(t, b) })
	b.checkLimits(t)
}

// clockOfCalls has the platform deliver by a clock that is right.
func (b *bench) clockOfCalls(t *testing.T) {
	t.Helper()
	if b.Calls == nil {
		untried(t, "Calls")
		return
	}
	b.read(t, b.ledger())
	c := b.caller(t)
	body := c.Body(texts(0, 1))
	if status, said := c.call(t, body, c.signed(body, time.Now())); status != http.StatusUnauthorized || !strings.Contains(said, "clock") {
		t.Errorf("a call by a clock that is right: %d %s, want 401 with the clock as its reason", status, said)
	}
}

// checkLimits writes where the platform says by its own clock when to come back.
func (b *bench) checkLimits(t *testing.T) {
	if b.Faults == nil || b.Faults.IsWrite == nil {
		untried(t, "Faults.IsWrite")
		return
	}
	for _, kind := range b.kinds() {
		for n, fault := range []Fault{TooMany, TooManyTil, TooManyAt} {
			b.Faults.set(fault)
			_, err := b.write(t.Context(), b.send(kind, "Answer to "+string(fault), 10+n))
			b.judge(t, fault, err, &connectors.RateLimitError{})
		}
	}
}
