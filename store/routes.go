package store

import (
	"cmp"
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"slices"
	"time"

	"goodgraces/care"
)

const routeColumns = "name, wait, wait_at, closed, until, reason, actor, at"

func scanRoute(row scanner) (s care.RouteState, err error) {
	var wait, closed int64
	err = row.Scan(&s.Name, &wait, (*millisField)(&s.WaitAt), &closed, (*millisField)(&s.Until), &s.Reason, &s.Actor, (*millisField)(&s.At))
	s.Wait, s.Closed = time.Duration(wait)*time.Millisecond, closed == 1
	return s, err
}

// RouteStates is what was said of the routes, by name.
func (s *Store) RouteStates(ctx context.Context) (map[string]care.RouteState, error) {
	rows, err := collect(ctx, s.read, scanRoute, "SELECT "+routeColumns+" FROM routes")
	states := make(map[string]care.RouteState, len(rows))
	for _, r := range rows {
		states[r.Name] = r
	}
	return states, explain(err)
}

// RouteTerms says what counts of what was said of the routes.
type RouteTerms struct {
	Now      time.Time
	WaitFor  time.Duration // a wait said longer ago is forgotten
	Measured bool          // where nobody said a wait, take what cases took of late
}

// What makes a measured wait worth saying.
const (
	measuredOver  = 7 * 24 * time.Hour
	measuredCases = 5
)

// RoutesNow is how the routes stand, by name.
func (s *Store) RoutesNow(ctx context.Context, terms RouteTerms) (map[string]care.RouteState, error) {
	states, err := s.RouteStates(ctx)
	if err != nil {
		return nil, err
	}
	for name, state := range states {
		states[name] = state.Forgetting(terms.Now, terms.WaitFor)
	}
	if !terms.Measured {
		return states, nil
	}
	times, err := s.HandoffTimes(ctx, terms.Now.Add(-measuredOver))
	for name, took := range times {
		if state := states[name]; state.WaitAt.IsZero() && took.Cases >= measuredCases {
			state.Name, state.Wait, state.WaitAt, state.Measured = name, took.Median, terms.Now, true
			states[name] = state
		}
	}
	return states, err
}

// routeSaid is the audit trail's word on what somebody said of a route.
type routeSaid struct {
	Wait   string    `json:"wait,omitempty"`
	Closed *bool     `json:"closed,omitempty"`
	Until  time.Time `json:"until,omitzero"`
	Reason string    `json:"reason,omitempty"`
}

// SetRoute keeps what somebody says of a route.
func (s *Store) SetRoute(ctx context.Context, c RouteChange) (care.RouteState, error) {
	var state care.RouteState
	err := s.update(ctx, func(t *tx) error {
		var err error
		state, err = one(ctx, t, scanRoute, "SELECT "+routeColumns+" FROM routes WHERE name = $1", c.Name)
		if err != nil && !errors.Is(err, ErrNotFound) {
			return err
		}
		c.apply(&state)
		said := routeSaid{Closed: c.Closed, Until: state.Until, Reason: state.Reason}
		if c.Wait != nil {
			said.Wait = c.Wait.String()
		}
		t.note(c.At, c.Actor, "route.set", "route:"+c.Name, said)
		return t.upsert(ctx, "routes ("+routeColumns+")", ` ON CONFLICT (name) DO UPDATE SET wait = excluded.wait, wait_at = excluded.wait_at,
			closed = excluded.closed, until = excluded.until, reason = excluded.reason, actor = excluded.actor, at = excluded.at`, [][]any{{
			state.Name, state.Wait.Milliseconds(), millis(state.WaitAt), flag(state.Closed), millis(state.Until), state.Reason, state.Actor, millis(state.At),
		}})
	})
	return state, err
}

func (c RouteChange) apply(s *care.RouteState) {
	s.Name, s.Actor, s.At = c.Name, c.Actor, moment(millis(c.At))
	switch {
	case c.Wait == nil:
	case *c.Wait < 0:
		s.Wait, s.WaitAt = 0, time.Time{}
	default:
		s.Wait, s.WaitAt = *c.Wait, s.At
	}
	if c.Closed != nil {
		s.Closed, s.Until, s.Reason = *c.Closed, time.Time{}, ""
	}
	if c.Closed != nil && *c.Closed {
		s.Until, s.Reason = moment(millis(c.Until)), c.Reason
	}
}

// handled is a case by the route that it took.
type handledBy struct {
	caseID, route string
	took          int64 // milliseconds
}

// measured bounds how many cases a median is taken of.
const measured = 2000

// HandoffTimes measures how long cases took, by their route.
func (s *Store) HandoffTimes(ctx context.Context, since time.Time) (map[string]HandoffTime, error) {
	rows, err := collect(ctx, s.read, func(r scanner) (h handledBy, err error) { return h, r.Scan(&h.caseID, &h.route, &h.took) },
		`SELECT c.id, s.route, COALESCE((SELECT MIN(a.at) FROM answers a WHERE a.case_id = c.id AND a.kind = 'handoff'), c.resolved) - c.first_response
		FROM cases c JOIN sends s ON s.case_id = c.id AND s.state = 'sent' AND s.route <> '' AND s.kind IN ('private', 'public')
		WHERE c.resolved >= $1 AND c.resolved > 0 AND c.first_response > 0 ORDER BY c.resolved DESC, c.id, s.kind LIMIT $2`, max(millis(since), 1), int64(measured))
	took, last := map[string][]int64{}, ""
	for _, r := range rows {
		if r.caseID != last && r.took >= 0 { // a private message that arrived comes before the public answer
			took[r.route] = append(took[r.route], r.took)
		}
		last = r.caseID
	}
	times := map[string]HandoffTime{}
	for route, all := range took {
		slices.Sort(all)
		times[route] = HandoffTime{time.Duration(all[len(all)/2]) * time.Millisecond, len(all)}
	}
	return times, explain(err)
}

const keyBytes = 32

// Key is a random key of a name, made the first time it is asked for.
func (s *Store) Key(ctx context.Context, name string) ([]byte, error) {
	const find = "SELECT value FROM keys WHERE name = $1"
	value, err := one(ctx, s.read, scanText, find, name)
	if errors.Is(err, ErrNotFound) {
		err = s.update(ctx, func(t *tx) error {
			fresh := make([]byte, keyBytes)
			_, _ = rand.Read(fresh) // never fails
			if err := t.upsert(ctx, "keys (name, value)", " ON CONFLICT DO NOTHING", [][]any{{name, hex.EncodeToString(fresh)}}); err != nil {
				return err
			}
			value, err = one(ctx, t, scanText, find, name)
			return err
		})
	}
	key, broken := hex.DecodeString(value)
	return key, cmp.Or(explain(err), broken)
}
