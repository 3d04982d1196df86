package connectortest

import (
	"context"
	"sync"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
)

// host is the daemon as the connector knows it.
type host struct {
	mu    sync.Mutex
	spent bool // the day's budget holds nothing more
	asked int  // times that something was to be paid
}

func (*host) Heard()                    {}
func (*host) Expires(string, time.Time) {}

func (*host) Stored(context.Context, string, string) (bool, error)       { return false, nil }
func (*host) StoredOf(context.Context, string, string) ([]string, error) { return nil, nil }
func (*host) Kept(context.Context, string, time.Time, int) ([]care.Mention, error) {
	return nil, nil
}

func (*host) KeptInTurn(context.Context, string, int64, int) (connectors.Turn, error) {
	return connectors.Turn{}, nil
}

func (*host) Account(context.Context, string) (bool, error) { return true, nil }

func (h *host) Pay(context.Context, care.Money) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.asked++
	if h.spent {
		return &connectors.RateLimitError{After: time.Hour, Budget: "the day's budget is spent"}
	}
	return nil
}

// spend ends the budget; paid counts what was to be paid since.
func (h *host) spend() (paid func() int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.spent, h.asked = true, 0
	return func() int {
		h.mu.Lock()
		defer h.mu.Unlock()
		return h.asked
	}
}

var _ connectors.Host = (*host)(nil)
