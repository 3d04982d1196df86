package store

import (
	"context"
	"slices"
	"time"

	"goodgraces/care"
)

// notDecided are the states that no decision leads to by itself: an approval
// comes with its sends (Approve), the others follow from what became of them.
var notDecided = []care.State{
	care.StateApproved, care.StateSending, care.StateSent, care.StateFailed, care.StateUnknown, care.StateHandedOff,
}

// moved is the audit trail's word on a case that changed its state.
type moved struct {
	From care.State `json:"from"`
	To   care.State `json:"to"`
}

// Decide moves a case by a person's decision and records it. Leaving approved
// withdraws the sends that are not yet claimed, whatever the kind of decision,
// and gets a *care.MoveError when one is. Drafted needs a draft.
func (s *Store) Decide(ctx context.Context, d care.Decision, to care.State) (care.Case, error) {
	var c *kase
	err := s.update(ctx, func(t *tx) (err error) {
		if c, err = t.kase(ctx, d.CaseID); err != nil {
			return err
		}
		return t.decide(ctx, c, d, to)
	})
	if err != nil {
		return care.Case{}, err
	}
	return c.Case, nil
}

func (t *tx) decide(ctx context.Context, c *kase, d care.Decision, to care.State) error {
	refused := &care.MoveError{CaseID: c.ID, From: c.State, To: to}
	if slices.Contains(notDecided, to) {
		return refused
	}
	if to == care.StateDrafted {
		if n, err := t.lastDraft(ctx, c.ID); err != nil || n == 0 {
			return orElse(err, refused)
		}
	}
	from := c.State
	if from == care.StateApproved && care.CanMove(from, to) {
		if err := t.takeBack(ctx, c, d, to); err != nil {
			return err
		}
	}
	if from == care.StateResolved || from == care.StateClosed {
		if err := t.dropAftercare(ctx, c, d, to); err != nil {
			return err
		}
	}
	c.Note = d.Reason
	if err := t.move(ctx, c, to, d.At); err != nil {
		return err
	}
	if err := t.rememberDecision(ctx, c, d, from); err != nil {
		return err
	}
	t.note(d.At, d.Actor, "case."+d.Kind, c.ID, moved{from, to})
	if err := t.countDecision(ctx, c, d); err != nil {
		return err
	}
	if err := t.imply(ctx, c, d); err != nil {
		return err
	}
	return t.recordDecision(ctx, d)
}

func orElse(err, otherwise error) error {
	if err != nil {
		return err
	}
	return otherwise
}

// takeBack withdraws an approved case's sends, or refuses when one of them is
// with the platform already, or may be.
func (t *tx) takeBack(ctx context.Context, c *kase, d care.Decision, to care.State) error {
	sends, err := t.sendsOf(ctx, c.ID)
	if err != nil {
		return err
	}
	for _, s := range sends {
		if s.State == care.SendSending || s.State == care.SendUnknown {
			return &care.MoveError{CaseID: c.ID, From: care.StateSending, To: to}
		}
	}
	return t.withdraw(ctx, sends, d.Actor, d.At)
}

// withdraw takes back the approved ones among sends.
func (t *tx) withdraw(ctx context.Context, sends []send, actor string, at time.Time) error {
	for i := range sends {
		if sends[i].State != care.SendApproved {
			continue
		}
		if err := t.moveSend(ctx, &sends[i], care.SendWithdrawn, actor, at); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) recordDecision(ctx context.Context, d care.Decision) error {
	return exec(ctx, t, "INSERT INTO decisions (case_id, actor, kind, reason, at) VALUES ($1, $2, $3, $4, $5)",
		d.CaseID, d.Actor, d.Kind, d.Reason, millis(d.At))
}

// OpenCase gives a mention that needed no answer a case after all; ErrConflict
// when it has one.
func (s *Store) OpenCase(ctx context.Context, mentionKey, actor string, at time.Time) (care.Case, error) {
	var c care.Case
	err := s.update(ctx, func(t *tx) error {
		m, err := one(ctx, t, scanMention, "SELECT "+mentionColumns+" FROM mentions m WHERE m.key = $1", mentionKey)
		if err != nil {
			return err
		}
		if m.CaseID != "" {
			return ErrConflict
		}
		said, err := corrections(ctx, t, mentionKey)
		if err != nil {
			return err
		}
		m.Verdict = m.Verdict.Corrected(care.Truth(said))
		c = newCase(care.Case{State: care.StateOpen, Priority: care.Priority(m.Verdict), OpenedAt: moment(millis(at))}, &m.Mention)
		return t.openCase(ctx, c, m, actor, at)
	})
	return c, err
}

func (t *tx) openCase(ctx context.Context, c care.Case, m MentionRow, actor string, at time.Time) error {
	if err := t.insert(ctx, caseTable, [][]any{t.caseRow(&c)}); err != nil {
		return err
	}
	if err := exec(ctx, t, "UPDATE mentions SET case_id = $1 WHERE key = $2", c.ID, c.Mention); err != nil {
		return err
	}
	t.note(at, actor, "case.opened", c.ID, opening{
		State: c.State, Action: m.Verdict.Action, Priority: c.Priority, Model: m.Verdict.Model,
	})
	return t.recordDecision(ctx, care.Decision{CaseID: c.ID, Actor: actor, Kind: care.DecideOpen, At: at})
}
