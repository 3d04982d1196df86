package pipeline

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"sync"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/store"
)

// warnEvery is how often the log warns of a credential that ends.
const warnEvery = 24 * time.Hour

// Host is the daemon as one connector knows it: it counts what the connector
// uses against the day's budget, holds calls back that the platform wants no
// more of, both for all processes together, and remembers how the connector
// does.
type Host struct {
	store  *store.Store
	budget store.Usage
	now    func() time.Time

	mu      sync.Mutex
	is      care.Health
	ends    map[string]time.Time // when each credential ends
	warned  time.Time            // when the log said so last
	changed chan struct{}        // has room for one
}

// NewHost makes the host of a connector with a day's budget, 0 being no limit.
func NewHost(s *store.Store, name string, budget store.Usage, now func() time.Time) *Host {
	return &Host{store: s, budget: budget, now: now, is: care.Health{Connector: name}, ends: map[string]time.Time{}, changed: make(chan struct{}, 1)}
}

// Status takes what the connector says of itself.
func (h *Host) Status(state, reason string) { h.set(state, reason) }

// set changes the state; it counts since when it is the same.
func (h *Host) set(state, reason string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if state == connectors.Connected {
		h.is.Heard = h.now()
	}
	if h.is.State == state && h.is.Reason == reason {
		return
	}
	if h.is.State != state {
		h.is.Since = h.now()
	}
	h.is.State, h.is.Reason = state, reason
	select {
	case h.changed <- struct{}{}:
	default:
	}
}

// Heard implements connectors.Host.
func (h *Host) Heard() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.is.Heard = h.now()
}

// heardSince reports whether the platform was heard of since t.
func (h *Host) heardSince(t time.Time) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return !h.is.Heard.Before(t)
}

// Expires implements connectors.Host. Of several credentials people are warned
// of the first that ends.
func (h *Host) Expires(what string, at time.Time) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.ends[what] = at
	h.is.Expiry = nil
	for what, at := range h.ends {
		if !at.IsZero() && (h.is.Expiry == nil || at.Before(h.is.Expiry.At)) {
			h.is.Expiry = &care.Expiry{What: what, At: at}
		}
	}
}

// dueExpiry is a credential that ends soon, once a day; nil for none.
func (h *Host) dueExpiry() *care.Expiry {
	h.mu.Lock()
	defer h.mu.Unlock()
	now := h.now()
	if !h.is.Expiry.Due(now) || now.Sub(h.warned) < warnEvery {
		return nil
	}
	h.warned = now
	return h.is.Expiry
}

// moved notes a cursor, "" being the one before, and how many mentions came
// with it.
func (h *Host) moved(cursor string, mentions int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	now := h.now()
	if cursor != "" && cursor != h.is.Cursor {
		h.is.Cursor, h.is.CursorAt = cursor, now
	}
	if mentions > 0 {
		h.is.Event, h.is.Heard = now, now
	}
}

// Health is how the connector does, now.
func (h *Host) Health() care.Health {
	h.mu.Lock()
	defer h.mu.Unlock()
	is := h.is
	is.At = h.now()
	return is
}

// changedWithin waits for a change of state, at most so long; false when ctx
// ended.
func (h *Host) changedWithin(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-h.changed:
	case <-t.C:
	}
	return true
}

// Pay implements connectors.Host.
func (h *Host) Pay(ctx context.Context, cost care.Money) error {
	return h.book(ctx, store.Usage{Money: cost})
}

// Stored implements connectors.Host.
func (h *Host) Stored(ctx context.Context, platform, id string) (bool, error) {
	key := care.Key(platform, id)
	known, err := h.store.Known(ctx, []string{key})
	_, stored := known[key]
	return stored, err
}

// StoredOf implements connectors.Host.
func (h *Host) StoredOf(ctx context.Context, platform, author string) ([]string, error) {
	return h.store.PostsOf(ctx, care.Key(platform, author))
}

// Kept implements connectors.Host. Of a platform that several connectors read,
// posts of the others are left out after n were found.
func (h *Host) Kept(ctx context.Context, platform string, since time.Time, n int) ([]care.Mention, error) {
	all, err := h.store.Kept(ctx, platform, since, n)
	return slices.DeleteFunc(all, func(m care.Mention) bool { return m.Connector != h.is.Connector }), err
}

// KeptInTurn implements connectors.Host. As with Kept, posts of others are left out.
func (h *Host) KeptInTurn(ctx context.Context, platform string, behind int64, n int) (connectors.Turn, error) {
	posts, next, all, err := h.store.KeptInTurn(ctx, platform, behind, n)
	posts = slices.DeleteFunc(posts, func(m care.Mention) bool { return m.Connector != h.is.Connector })
	return connectors.Turn{Posts: posts, Next: next, All: all}, err
}

// Account implements connectors.Host.
func (h *Host) Account(ctx context.Context, name string) (bool, error) {
	user, err := h.store.User(ctx, name)
	if errors.Is(err, store.ErrNotFound) {
		return false, nil
	}
	return err == nil && !user.Disabled, err
}

// book adds a use to the day's, or says which budget is spent. Where the store
// is away, what has a limit is not used: nobody could say whether it holds.
func (h *Host) book(ctx context.Context, use store.Usage) error {
	now, name := h.now(), h.is.Connector // the name never changes
	taken, err := h.store.Book(ctx, store.Booking{Connector: name, At: now, Usage: use, Budget: h.budget})
	if err != nil && h.budget != (store.Usage{}) {
		return fmt.Errorf("connector %s: its budget cannot be read: %w: %w", name, connectors.ErrNotSent, err)
	}
	if taken || err != nil {
		return nil //nolint:nilerr // without a budget, counting is for people to look at
	}
	spent := fmt.Sprintf("the day's %d requests (daily_requests) are used up", h.budget.Requests)
	if use.Money > 0 {
		spent = fmt.Sprintf("the day's %s (daily_money) is spent, or does not hold another %s", h.budget.Money, use.Money)
	}
	return &connectors.RateLimitError{After: tomorrow(now).Sub(now), Budget: fmt.Sprintf("connector %s: %s", name, spent)}
}

// tomorrow is the next midnight, UTC.
func tomorrow(now time.Time) time.Time { return now.UTC().Truncate(24 * time.Hour).Add(24 * time.Hour) }

// Client is the connector's HTTP client. Each request is one of the day's;
// calls of a kind that the platform wants no more of are not made.
func (h *Host) Client(timeout time.Duration) *http.Client {
	return &http.Client{Timeout: timeout, Transport: metered{h, http.DefaultTransport}}
}
