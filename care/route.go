package care

import "time"

// RouteState is how a route into private stands, as a person or a program said
// it, or as it was measured.
type RouteState struct {
	Name     string        `json:"name"`             // of the route
	Wait     time.Duration `json:"wait"`             // where WaitAt is set
	WaitAt   time.Time     `json:"wait_at,omitzero"` // when Wait was said last; zero: nobody knows
	Measured bool          `json:"measured,omitempty"`
	Closed   bool          `json:"closed"`           // whatever its hours say
	Until    time.Time     `json:"until,omitzero"`   // Closed ends then; zero: when somebody says so
	Reason   string        `json:"reason,omitempty"` // why it is closed
	Actor    string        `json:"actor,omitempty"`  // who said it
	At       time.Time     `json:"said_at,omitzero"` // when
}

// ClosedAt reports whether the route was closed by hand at a moment.
func (s RouteState) ClosedAt(now time.Time) bool {
	return s.Closed && (s.Until.IsZero() || now.Before(s.Until))
}

// Forgetting is the state without a wait that was said longer ago than keep: it
// may be another by now.
func (s RouteState) Forgetting(now time.Time, keep time.Duration) RouteState {
	if now.Sub(s.WaitAt) > keep {
		s.Wait, s.WaitAt = 0, time.Time{}
	}
	return s
}
