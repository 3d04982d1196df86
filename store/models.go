package store

import (
	"context"
	"errors"
	"time"
)

// Model is one run of learning from corrections, and the learned model where
// one was accepted.
type Model struct {
	Version int64  // set by the store; rises
	Base    string // version of the model file that it was learned on top of
	MadeAt  time.Time
	Actor   string // the user or part that ran it
	// Replaces is the version that was in force before, 0 for the model
	// without anything learned: where a roll-back goes to.
	Replaces int64
	Active   bool   // in force; at most one is
	Body     string // "" where nothing was accepted
	Report   string // JSON, learn.Report
}

const modelColumns = "version, base, made, actor, replaces, active, report, "

func scanModel(row scanner) (m Model, err error) {
	var active int64
	err = row.Scan(&m.Version, &m.Base, (*millisField)(&m.MadeAt), &m.Actor, &m.Replaces, &active, &m.Report, &m.Body)
	m.Active = active == 1
	return m, err
}

// swapped is the audit trail's word on a change of the model in force.
type swapped struct {
	From int64 `json:"from"`
	To   int64 `json:"to"`
}

const activeModel = "SELECT COALESCE(MAX(version), 0) FROM models WHERE active = 1"

// SaveModel keeps a run of learning. One with a body is put in force at once.
func (s *Store) SaveModel(ctx context.Context, m Model) (Model, error) {
	err := s.update(ctx, func(t *tx) (err error) {
		if m.Replaces, err = one(ctx, t, scanNumber, activeModel); err != nil {
			return err
		}
		m.Active = m.Body != ""
		if m.Active {
			if err := exec(ctx, t, "UPDATE models SET active = 0 WHERE active = 1"); err != nil {
				return err
			}
		}
		m.Version, err = one(ctx, t, scanNumber, `INSERT INTO models (base, made, actor, replaces, active, body, report)
			VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING version`,
			m.Base, millis(m.MadeAt), m.Actor, m.Replaces, flag(m.Active), m.Body, m.Report)
		if err == nil && m.Active {
			t.note(m.MadeAt, m.Actor, "model.swapped", "model", swapped{m.Replaces, m.Version})
		}
		return err
	})
	return m, err
}

// UseModel puts a learned model in force, or with 0 the one without anything
// learned. ErrNotFound where the version is not there or was refused.
func (s *Store) UseModel(ctx context.Context, version int64, actor string, at time.Time) error {
	return s.update(ctx, func(t *tx) error {
		from, err := one(ctx, t, scanNumber, activeModel)
		if err != nil || from == version {
			return err
		}
		if err := exec(ctx, t, "UPDATE models SET active = 0 WHERE active = 1"); err != nil {
			return err
		}
		t.note(at, actor, "model.used", "model", swapped{from, version})
		if version == 0 {
			return nil
		}
		_, err = one(ctx, t, scanNumber, "UPDATE models SET active = 1 WHERE version = $1 AND body <> '' RETURNING version", version)
		return err
	})
}

// ActiveModel returns the version in force; 0 where nothing learned is.
func (s *Store) ActiveModel(ctx context.Context) (int64, error) {
	v, err := one(ctx, s.read, scanNumber, activeModel)
	return v, explain(err)
}

// Model returns one run with its body.
func (s *Store) Model(ctx context.Context, version int64) (Model, error) {
	m, err := one(ctx, s.read, scanModel, "SELECT "+modelColumns+"body FROM models WHERE version = $1", version)
	return m, explain(err)
}

// Models lists the newest n runs, newest first, without their bodies.
func (s *Store) Models(ctx context.Context, n int) ([]Model, error) {
	all, err := collect(ctx, s.read, scanModel, "SELECT "+modelColumns+"'' FROM models ORDER BY version DESC LIMIT $1", limit(n))
	return all, explain(err)
}

// errNothingLearned: there is no model to roll back from.
var errNothingLearned = errors.New("store: no learned model is in force; there is nothing to roll back")

// RollBackModel puts the model in force that the present one replaced, and
// returns its version; 0 is the one without anything learned.
func (s *Store) RollBackModel(ctx context.Context, actor string, at time.Time) (int64, error) {
	version, err := s.ActiveModel(ctx)
	if err != nil {
		return 0, err
	}
	if version == 0 {
		return 0, errNothingLearned
	}
	m, err := s.Model(ctx, version)
	if err != nil {
		return 0, err
	}
	return m.Replaces, s.UseModel(ctx, m.Replaces, actor, at)
}
