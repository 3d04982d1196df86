package store

import (
	"context"

	"goodgraces/care"
)

// Settle records what came of a claimed or unknown send and moves its case
// along. ErrConflict: the claim is no longer the holder's, a person settles
// what is not unknown, or the send cannot go to that state.
//
// A send that goes back to approved while its post was deleted is withdrawn
// at once, and its case dismissed. Where the platform no longer has the post,
// its text is erased in the same transaction.
func (s *Store) Settle(ctx context.Context, done Settlement) error {
	return s.update(ctx, func(t *tx) error {
		snd, err := t.send(ctx, done.SendID)
		if err != nil {
			return err
		}
		if !maySettle(snd, done.Holder) {
			return ErrConflict
		}
		apply(snd, done)
		if err := t.settle(ctx, snd, done); err != nil {
			return err
		}
		if done.Gone {
			return t.retractPost(ctx, &snd.Mention, done.At)
		}
		if done.Holder != "" {
			return nil
		}
		return t.recordDecision(ctx, care.Decision{
			CaseID: snd.CaseID, Actor: done.Actor, Kind: care.DecideSettle, Reason: done.Reason, At: done.At,
		})
	})
}

// maySettle reports whether a holder's claim stands, or whether a person may
// settle the send: only when it is unknown.
func maySettle(s *send, holder string) bool {
	if holder == "" {
		return s.State == care.SendUnknown
	}
	return s.ClaimedBy == holder && s.live()
}

// apply writes a settlement into a send, but for its state.
func apply(s *send, done Settlement) {
	s.ClaimedBy, s.claimUntil = "", 0
	s.Reason, s.NotBefore = done.Reason, moment(millis(done.NotBefore))
	s.Parked = done.Parked && done.State == care.SendUnknown
	if done.Text != "" {
		s.Text = done.Text
	}
	if done.Receipt != nil {
		s.Receipt = done.Receipt
	}
	if done.State != care.SendUnknown {
		s.Lookups = 0
	}
}

func (t *tx) settle(ctx context.Context, s *send, done Settlement) error {
	if s.State == care.SendUnknown && done.State == care.SendUnknown {
		return t.stayUnknown(ctx, s, done)
	}
	if err := t.step(ctx, s, done.State, done.Actor, done.At); err != nil {
		return err
	}
	if s.State != care.SendApproved {
		return nil
	}
	gone, err := one(ctx, t, scanNumber,
		"SELECT m.deleted FROM mentions m JOIN cases c ON c.mention = m.key WHERE c.id = $1", s.CaseID)
	if err != nil || gone == 0 {
		return err
	}
	return t.dropCase(ctx, s.CaseID, done.At)
}

// stayUnknown puts the next look-up off, or parks the send for a person.
func (t *tx) stayUnknown(ctx context.Context, s *send, done Settlement) error {
	if s.Parked {
		t.note(done.At, done.Actor, "send.parked", s.CaseID, settled{
			Send: s.ID, From: s.State, To: s.State, Parked: true, Attempts: s.Attempts,
		})
	}
	if err := t.saveSend(ctx, s); err != nil {
		return err
	}
	c, err := t.kase(ctx, s.CaseID)
	if err != nil {
		return err
	}
	if s.leads {
		c.Note = s.Reason
	}
	return t.touch(ctx, c, done.At)
}
