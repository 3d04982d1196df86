package store

import (
	"context"
	"errors"
	"fmt"

	"goodgraces/care"
)

// drafter is Draft.By where no person wrote it.
const drafter = "graces"

// drafted is the audit trail's word on a new draft.
type drafted struct {
	Draft    string      `json:"draft"`
	Action   care.Action `json:"action"`
	Template string      `json:"template,omitempty"`
	Variant  int         `json:"variant,omitempty"`
	By       string      `json:"by"`
}

// SaveDraft makes a draft current and moves the case to drafted, from every
// state that may go there but approved: an approval is taken back by Decide. A
// draft without a text moves a case that was drafted back to open.
func (s *Store) SaveDraft(ctx context.Context, d care.Draft) (care.Draft, error) {
	return s.saveDraft(ctx, d, nil)
}

// SaveDraftOver saves a draft in place of the one named, where that is still
// current and waits.
func (s *Store) SaveDraftOver(ctx context.Context, d care.Draft, over string) (care.Draft, error) {
	return s.saveDraft(ctx, d, func(t *tx, c *kase) error {
		last, err := t.currentDraft(ctx, d.CaseID)
		if err == nil && (last.ID != over || c.State != care.StateDrafted) {
			err = fmt.Errorf("store: draft %s of case %s: %w", over, d.CaseID, ErrConflict)
		}
		return err
	})
}

func (s *Store) saveDraft(ctx context.Context, d care.Draft, holds func(*tx, *kase) error) (care.Draft, error) {
	err := s.update(ctx, func(t *tx) error {
		c, err := t.kase(ctx, d.CaseID)
		if err != nil {
			return err
		}
		if c.State != care.StateDrafted && (c.State == care.StateApproved || !care.CanMove(c.State, care.StateDrafted)) {
			return &care.MoveError{CaseID: c.ID, From: c.State, To: care.StateDrafted}
		}
		if holds != nil {
			if err := holds(t, c); err != nil {
				return err
			}
		}
		if err := t.countAnother(ctx, c, d); err != nil {
			return err
		}
		if d, err = t.addDraft(ctx, d, d.By); err != nil {
			return err
		}
		if d.By != drafter {
			if err := t.recordDecision(ctx, care.Decision{CaseID: c.ID, Actor: d.By, Kind: care.DecideEdit, At: d.At}); err != nil {
				return err
			}
		}
		return t.ready(ctx, c, d)
	})
	return d, err
}

// ready lets a case go where its new draft leads: without a text it waits for
// words again.
func (t *tx) ready(ctx context.Context, c *kase, d care.Draft) error {
	switch drafted := c.State == care.StateDrafted; {
	case drafted && d.Text == "":
		return t.move(ctx, c, care.StateOpen, d.At)
	case !drafted && d.Text != "":
		return t.move(ctx, c, care.StateDrafted, d.At)
	}
	return t.touch(ctx, c, d.At)
}

// addDraft appends a draft to its case.
func (t *tx) addDraft(ctx context.Context, d care.Draft, actor string) (care.Draft, error) {
	n, err := t.lastDraft(ctx, d.CaseID)
	if err != nil {
		return d, err
	}
	d = numbered(d, d.CaseID, n+1)
	t.note(d.At, actor, "draft.saved", d.CaseID, drafted{d.ID, d.Action, d.Template, d.Variant, d.By})
	return d, exec(ctx, t, "INSERT INTO drafts (case_id, n, doc) VALUES ($1, $2, $3)", d.CaseID, n+1, toJSON(d))
}

// lastDraft is the number of the current draft; 0 when there is none.
func (t *tx) lastDraft(ctx context.Context, caseID string) (int64, error) {
	return one(ctx, t, scanNumber, "SELECT COALESCE(MAX(n), 0) FROM drafts WHERE case_id = $1", caseID)
}

// currentDraft is a case's current draft; ErrNotFound when there is none.
func (t *tx) currentDraft(ctx context.Context, caseID string) (care.Draft, error) {
	return one(ctx, t, scanDraft, "SELECT doc FROM drafts WHERE case_id = $1 ORDER BY n DESC LIMIT 1", caseID)
}

// CurrentDrafts returns the current drafts of those of the cases that have one.
func (s *Store) CurrentDrafts(ctx context.Context, caseIDs []string) (map[string]care.Draft, error) {
	current := map[string]care.Draft{}
	err := chunked(caseIDs, func(ids []string) error {
		drafts, err := find(ctx, s.read, scanDraft, new(query).add(
			"SELECT doc FROM drafts d WHERE case_id IN (?) AND n = (SELECT MAX(n) FROM drafts WHERE case_id = d.case_id)", ids))
		for i := range drafts {
			current[drafts[i].CaseID] = drafts[i]
		}
		return err
	})
	return current, explain(err)
}

// hasDraft reports whether the current draft of a case has a text.
func (t *tx) hasDraft(ctx context.Context, caseID string) (bool, error) {
	d, err := t.currentDraft(ctx, caseID)
	if errors.Is(err, ErrNotFound) {
		return false, nil
	}
	return d.Text != "", err
}

// Drafted counts which of the cases have a current draft with a text.
func (s *Store) Drafted(ctx context.Context, caseIDs []string) (int, error) {
	n := 0
	err := chunked(caseIDs, func(ids []string) error {
		drafts, err := s.CurrentDrafts(ctx, ids)
		for id := range drafts {
			if drafts[id].Text != "" {
				n++
			}
		}
		return err
	})
	return n, err
}
