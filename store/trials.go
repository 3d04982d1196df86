package store

import (
	"context"
	"fmt"
	"time"
)

// Trial is two versions of one template side by side, each on its share of the
// cases.
type Trial struct {
	ID       int64 // set by the store
	Template string
	A        int // the version in force as it began; 0 is the folder's or the shipped one
	B        int // the version that is tried
	// VersionA and VersionB are what drafts say of their template's version.
	VersionA string
	VersionB string
	Share    int // per cent of the cases that get B, 1 to 99
	Note     string
	Actor    string
	Started  time.Time
	EndedBy  string
	Ended    time.Time // zero while it runs
}

// Running reports whether the trial goes on.
func (t Trial) Running() bool { return t.Ended.IsZero() }

const trialColumns = "id, name, a, b, version_a, version_b, share, note, actor, started, ended_by, ended"

func scanTrial(row scanner) (t Trial, err error) {
	return t, row.Scan(&t.ID, &t.Template, &t.A, &t.B, &t.VersionA, &t.VersionB, &t.Share, &t.Note, &t.Actor,
		(*millisField)(&t.Started), &t.EndedBy, (*millisField)(&t.Ended))
}

// trialSaid is the audit trail's word on a trial.
type trialSaid struct {
	Trial int64  `json:"trial"`
	A     int    `json:"a"`
	B     int    `json:"b"`
	Share int    `json:"share"`
	Note  string `json:"note,omitempty"`
}

// StartTrial begins to try version B beside the version in force. ErrConflict
// where A is not in force or B was discarded, ErrTrialRuns while another trial
// of the template goes on, ErrOwnTemplate where a second person is asked for
// and the actor wrote B.
func (s *Store) StartTrial(ctx context.Context, tr Trial, secondPerson bool) (Trial, error) {
	if tr.Share < 1 || tr.Share > 99 {
		return tr, fmt.Errorf("store: a trial's share is %d; it must be from 1 to 99 per cent", tr.Share)
	}
	tr.EndedBy, tr.Ended, tr.Started = "", time.Time{}, moment(millis(tr.Started))
	err := s.update(ctx, func(t *tx) error {
		if err := t.mayTry(ctx, tr, secondPerson); err != nil {
			return err
		}
		var err error
		tr.ID, err = one(ctx, t, scanNumber, `INSERT INTO template_trials
			(name, a, b, version_a, version_b, share, note, actor, started, ended_by, ended, rev)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '', 0, $10) RETURNING id`,
			tr.Template, int64(tr.A), int64(tr.B), tr.VersionA, tr.VersionB, int64(tr.Share), tr.Note, tr.Actor, millis(tr.Started), t.rev)
		t.note(tr.Started, tr.Actor, "template.trial_started", tr.Template, trialSaid{tr.ID, tr.A, tr.B, tr.Share, tr.Note})
		return err
	})
	return tr, err
}

func (t *tx) mayTry(ctx context.Context, tr Trial, secondPerson bool) error {
	if err := t.noTrial(ctx, tr.Template); err != nil {
		return err
	}
	was, err := t.publishedTemplate(ctx, tr.Template)
	if err != nil {
		return err
	}
	if was != tr.A {
		return fmt.Errorf("store: version %d of %s is in force, not %d; look again, then start: %w", was, tr.Template, tr.A, ErrConflict)
	}
	b, err := t.template(ctx, tr.Template, tr.B)
	switch {
	case err != nil:
		return err
	case b.State == TemplatePublished || b.State == TemplateDiscarded || b.Body == "":
		return conflictOf(b, "tried beside the one in force")
	case secondPerson && b.Actor == tr.Actor:
		return ErrOwnTemplate
	}
	return nil
}

// StopTrial ends a trial: the version that was in force is again the only one.
// ErrConflict when it has ended.
func (s *Store) StopTrial(ctx context.Context, id int64, actor string, at time.Time) error {
	return s.update(ctx, func(t *tx) error {
		tr, err := one(ctx, t, scanTrial, "SELECT "+trialColumns+" FROM template_trials WHERE id = $1", id)
		if err != nil {
			return err
		}
		if !tr.Running() {
			return ErrConflict
		}
		t.note(at, actor, "template.trial_stopped", tr.Template, trialSaid{tr.ID, tr.A, tr.B, tr.Share, ""})
		return exec(ctx, t, "UPDATE template_trials SET ended = $1, ended_by = $2, rev = $3 WHERE id = $4", millis(at), actor, t.rev, id)
	})
}

// Trial returns one trial.
func (s *Store) Trial(ctx context.Context, id int64) (Trial, error) {
	tr, err := one(ctx, s.read, scanTrial, "SELECT "+trialColumns+" FROM template_trials WHERE id = $1", id)
	return tr, explain(err)
}

// Trials lists the trials of a template, or of all (""), newest first.
func (s *Store) Trials(ctx context.Context, name string) ([]Trial, error) {
	q := new(query).add("SELECT " + trialColumns + " FROM template_trials")
	if name != "" {
		q.add(" WHERE name = ?", name)
	}
	all, err := find(ctx, s.read, scanTrial, q.add(" ORDER BY id DESC"))
	return all, explain(err)
}

// RunningTrials lists the trials that go on, by template.
func (s *Store) RunningTrials(ctx context.Context) ([]Trial, error) {
	all, err := collect(ctx, s.read, scanTrial, "SELECT "+trialColumns+" FROM template_trials WHERE ended = 0 ORDER BY name")
	return all, explain(err)
}
