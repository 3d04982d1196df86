package store

import (
	"context"
	"errors"

	"goodgraces/care"
)

// ByHand is a case's note once somebody answered it on the platform itself.
const ByHand = "answered by hand, on the platform itself"

// answeredByHand marks the cases whose posts were answered by new posts of the
// brand that are none of our sends. The case stays where it is: whether the
// matter is settled a person says.
func (t *tx) answeredByHand(ctx context.Context, b *batch) error {
	for _, e := range b.handled {
		m := &e.Mention
		if m.By != care.ByBrand || m.InReplyTo == "" {
			continue
		}
		parent, err := one(ctx, t, scanMention, "SELECT "+mentionColumns+" FROM mentions m WHERE m.key = $1", care.Key(m.Platform, m.InReplyTo))
		if errors.Is(err, ErrNotFound) || err == nil && parent.CaseID == "" {
			continue
		}
		if err != nil {
			return err
		}
		if err := t.markByHand(ctx, parent.CaseID, m); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) markByHand(ctx context.Context, caseID string, m *care.Mention) error {
	c, err := t.kase(ctx, caseID)
	if err != nil || !c.FirstResponseAt.IsZero() {
		return err
	}
	sends, err := t.sendsOf(ctx, caseID)
	if err != nil {
		return err
	}
	for _, s := range sends {
		under := s.State == care.SendSending || s.State == care.SendUnknown // it may be this very post
		if !s.Kind.Public() || !under && !s.Is(*m) {
			continue
		}
		return nil
	}
	at := m.CreatedAt
	if at.IsZero() {
		at = t.store.now()
	}
	c.FirstResponseAt, c.Note = moment(millis(at)), ByHand
	t.note(t.store.now(), partIngest, "case.answered_by_hand", c.ID, struct {
		Post string `json:"post"`
	}{m.Key()})
	return t.touch(ctx, c, t.store.now())
}
