package store

import (
	"context"
	"errors"
	"time"

	"goodgraces/care"
)

// Usage is what a connector used in a day, over all processes.
type Usage struct {
	Requests int
	Money    care.Money
}

// Booking is a use of a connector that is about to be made.
type Booking struct {
	Connector string
	At        time.Time
	Usage
	Budget Usage // of the day; 0 is no limit
}

// SaveHealth keeps how a connector does.
func (s *Store) SaveHealth(ctx context.Context, h care.Health) error {
	return explain(exec(ctx, s.write, `INSERT INTO connector_health (name, doc) VALUES ($1, $2)
		ON CONFLICT (name) DO UPDATE SET doc = excluded.doc`, h.Connector, toJSON(h)))
}

// Health lists how the connectors do, by name.
func (s *Store) Health(ctx context.Context) ([]care.Health, error) {
	all, err := collect(ctx, s.read, func(row scanner) (h care.Health, err error) {
		doc, err := scanText(row)
		if err == nil {
			err = fromJSON(doc, &h)
		}
		return h, err
	}, "SELECT doc FROM connector_health ORDER BY name")
	return all, explain(err)
}

// Book adds a use to its day, or reports false, and adds nothing, where the
// day's budget does not hold it.
func (s *Store) Book(ctx context.Context, b Booking) (bool, error) {
	if over(b.Requests, b.Budget.Requests) || over(b.Money, b.Budget.Money) {
		return false, nil
	}
	_, err := one(ctx, s.write, scanNumber, `INSERT INTO connector_usage (name, day, requests, money) VALUES ($1, $2, $3, $4)
		ON CONFLICT (name, day) DO UPDATE SET requests = connector_usage.requests + excluded.requests, money = connector_usage.money + excluded.money
		WHERE ($5 = 0 OR connector_usage.requests + excluded.requests <= $6) AND ($7 = 0 OR connector_usage.money + excluded.money <= $8)
		RETURNING requests`, b.Connector, day(b.At), int64(b.Requests), int64(b.Money),
		int64(b.Budget.Requests), int64(b.Budget.Requests), int64(b.Budget.Money), int64(b.Budget.Money))
	if errors.Is(err, ErrNotFound) {
		return false, nil
	}
	return err == nil, explain(err)
}

func over[N int | care.Money](used, budget N) bool { return budget > 0 && used > budget }

// day numbers the day of a moment, UTC.
func day(at time.Time) int64 { return millis(at) / (24 * time.Hour).Milliseconds() }

// Used is what each connector used on the day of a moment (UTC).
func (s *Store) Used(ctx context.Context, at time.Time) (map[string]Usage, error) {
	type row struct {
		name string
		Usage
	}
	rows, err := collect(ctx, s.read, func(sc scanner) (r row, err error) { return r, sc.Scan(&r.name, &r.Requests, &r.Money) },
		"SELECT name, requests, money FROM connector_usage WHERE day = $1", day(at))
	used := map[string]Usage{}
	for _, r := range rows {
		used[r.name] = r.Usage
	}
	return used, explain(err)
}

// HoldCalls keeps that a platform wants no calls of a kind before a moment; an
// earlier one than is known changes nothing.
func (s *Store) HoldCalls(ctx context.Context, connector, call string, until time.Time) error {
	return explain(exec(ctx, s.write, `INSERT INTO connector_limits (name, call, until) VALUES ($1, $2, $3)
		ON CONFLICT (name, call) DO UPDATE SET until = excluded.until WHERE connector_limits.until < excluded.until`,
		connector, call, millis(until)))
}

// HeldUntil is when calls of a kind may be made again; the zero time is now.
func (s *Store) HeldUntil(ctx context.Context, connector, call string) (time.Time, error) {
	ms, err := one(ctx, s.read, scanNumber, "SELECT until FROM connector_limits WHERE name = $1 AND call = $2", connector, call)
	if errors.Is(err, ErrNotFound) {
		return time.Time{}, nil
	}
	return moment(ms), explain(err)
}

// DropUsage erases what was counted and held before a moment's day.
func (s *Store) DropUsage(ctx context.Context, before time.Time) error {
	return s.update(ctx, func(t *tx) error {
		if err := exec(ctx, t, "DELETE FROM connector_usage WHERE day < $1", day(before)); err != nil {
			return err
		}
		return exec(ctx, t, "DELETE FROM connector_limits WHERE until < $1", millis(before))
	})
}
