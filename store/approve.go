package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"goodgraces/care"
)

// Approve saves the draft, writes the sends and moves drafted → approved, all
// or nothing.
//
// Nothing is said twice: it refuses, with a *care.MoveError, a kind of message
// that this case has already sent, that is under way or that may stand. The
// one way to say more is through resolved: a case that was reopened after it
// had been resolved begins a new round, in which earlier messages that were
// sent no longer count. The number in care.SendID goes on rising either way.
//
// A public send goes after the private one of the same approval, or else after
// the last private one of the round, so that its words can depend on whether
// that arrived.
func (s *Store) Approve(ctx context.Context, a Approval) ([]care.Send, error) {
	if len(a.Sends) == 0 {
		return nil, errors.New("store: an approval needs something to send; resolve or dismiss the case instead")
	}
	var made []care.Send
	err := s.update(ctx, func(t *tx) error {
		c, err := t.kase(ctx, a.CaseID)
		if err != nil {
			return err
		}
		if made, err = t.writeSends(ctx, c, a); err != nil {
			return err
		}
		if err := t.countApproval(ctx, c, a); err != nil {
			return err
		}
		if err := t.approveDraft(ctx, a); err != nil {
			return err
		}
		c.Note = ""
		if err := t.move(ctx, c, care.StateApproved, a.At); err != nil {
			return err
		}
		if err := t.implyApproval(ctx, c, a); err != nil {
			return err
		}
		if err := t.recordDecision(ctx, care.Decision{CaseID: c.ID, Actor: a.Actor, Kind: care.DecideApprove, Reason: allowed(made), At: a.At}); err != nil {
			return err
		}
		return t.publishedByHand(ctx, a, made)
	})
	if err != nil {
		return nil, err
	}
	return made, nil
}

// publishedByHand settles the public send of an approval whose answer a person
// has published already: it goes its whole way here and is never claimed.
func (t *tx) publishedByHand(ctx context.Context, a Approval, made []care.Send) error {
	if a.ByHand == nil {
		return nil
	}
	if len(made) != 1 || made[0].Kind != care.SendPublic {
		return errors.New("store: what was published by hand is one public answer")
	}
	if err := t.unclaimed(ctx, made[0], a.ByHand); err != nil {
		return err
	}
	s, err := t.send(ctx, made[0].ID)
	if err != nil {
		return err
	}
	if err := t.step(ctx, s, care.SendSending, a.Actor, a.At); err != nil {
		return err
	}
	s.Receipt, s.Reason = a.ByHand, "published by hand by "+a.Actor
	return t.step(ctx, s, care.SendSent, a.Actor, a.At)
}

// unclaimed refuses a post that counts as an answer already. People answer by
// hand now and then, so that looking through all answers is cheap enough.
func (t *tx) unclaimed(ctx context.Context, s care.Send, r *care.Receipt) error {
	holds := func(key, value string) string { return contains(`"` + key + `":` + toJSON(value)) }
	sends, err := collect(ctx, t, scanSend, "SELECT "+sendColumns+` FROM sends s
		WHERE s.receipt LIKE $1 ESCAPE '\' OR s.receipt LIKE $2 ESCAPE '\'`,
		holds("id", r.ID), holds("url", cmp.Or(r.URL, r.ID)))
	if err != nil {
		return err
	}
	for _, earlier := range sends {
		if earlier.Is(care.Mention{ID: r.ID, URL: r.URL, Platform: s.Mention.Platform}) {
			return &TakenError{CaseID: earlier.CaseID}
		}
	}
	return nil
}

// approval is the audit trail's word on an approval.
type approval struct {
	moved
	Sends  []string `json:"sends"`
	Beyond bool     `json:"beyond_budget,omitempty"` // somebody allowed it; why is in the decision
}

// writeSends writes an approval's sends as rows.
func (t *tx) writeSends(ctx context.Context, c *kase, a Approval) ([]care.Send, error) {
	if c.State != care.StateDrafted { // sending and unknown go to approved as well, but not by a person
		return nil, &care.MoveError{CaseID: c.ID, From: c.State, To: care.StateApproved}
	}
	m, err := one(ctx, t, scanMention, "SELECT "+mentionColumns+" FROM mentions m WHERE m.key = $1", c.Mention)
	if err != nil {
		return nil, err
	}
	if m.Mention.Deleted {
		return nil, refuse(c, "the post was deleted")
	}
	earlier, err := t.sendsOf(ctx, c.ID)
	if err != nil {
		return nil, err
	}
	thread, err := conversation(ctx, t, m.Mention)
	if err != nil {
		return nil, err
	}
	entry := approval{moved: moved{c.State, care.StateApproved}}
	made := make([]care.Send, 0, len(a.Sends))
	for _, want := range a.Sends {
		s, err := newSend(c, a, want, m.Mention, earlier)
		if err != nil {
			return nil, err
		}
		s.author, s.thread = m.Mention.AuthorKey(), thread
		entry.Beyond = entry.Beyond || s.Allowed != ""
		if err := t.insert(ctx, sendTable, [][]any{s.row()}); err != nil {
			return nil, err
		}
		earlier, made, entry.Sends = append(earlier, s), append(made, s.Send), append(entry.Sends, s.ID)
	}
	t.note(a.At, a.Actor, "case.approve", c.ID, entry)
	return made, nil
}

func refuse(c *kase, why string) error {
	return fmt.Errorf("store: %s: %w", why, &care.MoveError{CaseID: c.ID, From: c.State, To: care.StateApproved})
}

// allowed is why an approval may go beyond the attention budget.
func allowed(sends []care.Send) string {
	for _, s := range sends {
		if s.Allowed != "" {
			return "one more than the attention budget: " + s.Allowed
		}
	}
	return ""
}

// newSend is a send as it is approved, after the earlier ones of its case.
func newSend(c *kase, a Approval, want care.Send, m care.Mention, earlier []send) (send, error) {
	s := send{Send: want, round: c.round}
	s.CaseID, s.State, s.Actor, s.CreatedAt = c.ID, care.SendApproved, a.Actor, moment(millis(a.At))
	s.NotBefore, s.After, s.ClaimedBy, s.Parked, s.Receipt = moment(millis(a.NotBefore)), "", "", false, nil
	s.Attempts, s.Lookups, s.Reason = 0, 0, ""
	if s.Closing = s.Kind == care.SendPublic && a.Draft.Action == care.ActFold; s.Kind != care.SendPublic {
		s.Allowed = ""
	}
	if s.Mention.ID == "" {
		s.Mention = m
	}
	if s.Connector == "" {
		s.Connector = m.Connector
	}
	n := int64(1)
	for _, e := range earlier {
		if e.Kind == s.Kind {
			n++
			if e.live() || e.State == care.SendSent && e.round == c.round {
				return s, refuse(c, fmt.Sprintf("the %s message is %s already", s.Kind, e.State))
			}
		} else if s.Kind == care.SendPublic && e.Kind == care.SendPrivate && e.round == c.round {
			s.After = e.ID
		}
	}
	s.n, s.leads = n, s.Kind == care.SendPublic || !hasPublic(a.Sends)
	s.ID = care.SendID(c.ID, s.Kind, int(n))
	return s, nil
}

func hasPublic(sends []care.Send) bool {
	for _, s := range sends {
		if s.Kind == care.SendPublic {
			return true
		}
	}
	return false
}

// approveDraft makes the draft as approved the current one, unless it says
// what the current one says.
func (t *tx) approveDraft(ctx context.Context, a Approval) error {
	d, err := t.currentDraft(ctx, a.CaseID)
	if err != nil && !errors.Is(err, ErrNotFound) {
		return err
	}
	if err == nil && d.SameWords(&a.Draft) && d.Fact == a.Draft.Fact {
		return nil
	}
	a.Draft.CaseID = a.CaseID
	if a.Draft.At.IsZero() {
		a.Draft.At = a.At
	}
	_, err = t.addDraft(ctx, a.Draft, a.Actor)
	return err
}
