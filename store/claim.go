package store

import (
	"context"
	"slices"
	"time"

	"goodgraces/care"
)

// partSender is who finds dead claims, in the audit trail.
const partSender = "graces/sender"

// due selects the sends to be claimed at $1 milliseconds, at most $2: of every
// connector in turn, the oldest complaint first, so that none waits for
// another's many.
const due = "SELECT " + sendColumns + ` FROM sends s JOIN cases k ON k.id = s.case_id LEFT JOIN sends p ON p.id = s.after_id
	WHERE s.state IN ('approved', 'sending', 'unknown') AND s.claim_until <= $1 AND s.not_before <= $1 AND (
		s.state = 'sending'
		OR s.state = 'unknown' AND s.parked = 0
		OR s.state = 'approved' AND (s.after_id = '' OR p.parked = 1 OR p.state IN ('sent', 'failed', 'withdrawn')))
	ORDER BY ROW_NUMBER() OVER (PARTITION BY s.connector ORDER BY k.opened, s.created, s.n, s.kind),
		k.opened, s.created, s.n, s.kind LIMIT $2`

// Claim is who takes sends, and on which terms.
type Claim struct {
	Holder string // names the process
	Now    time.Time
	Lease  time.Duration
	Limit  int         // 0 is 100
	Budget care.Budget // what goes beyond it fails instead of being claimed
	Busy   []string    // connectors that have enough in hand: theirs waits
	// Settle is how long a send waits to be looked up whose holder died: what
	// left last may still be on its way when the lease is over.
	Settle time.Duration
}

// free is those of sends that need not wait for their connector.
func (c *Claim) free(sends []send) []send {
	return slices.DeleteFunc(sends, func(s send) bool { return slices.Contains(c.Busy, s.Connector) })
}

// ClaimSends leases sends that are due to a holder; see API. A claim counts
// as an attempt where the send was approved, as a look-up where it is unknown.
// It takes the write lock only when something is due.
func (s *Store) ClaimSends(ctx context.Context, c Claim) ([]care.Send, error) {
	args := []any{millis(c.Now), limit(c.Limit)}
	waiting, err := collect(ctx, s.read, scanSend, due, args...)
	if err != nil || len(c.free(waiting)) == 0 {
		return nil, explain(err)
	}
	var claimed []send
	err = s.update(ctx, func(t *tx) error {
		waiting, err := collect(ctx, t, scanSend, due, args...)
		if err != nil {
			return err
		}
		waiting = c.free(waiting)
		for i := range waiting {
			taken, err := t.claim(ctx, &waiting[i], c)
			if err != nil {
				return err
			}
			if taken {
				claimed = append(claimed, waiting[i])
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return plain(claimed), nil
}

// claim takes one send, or reports false where the budget held it back.
func (t *tx) claim(ctx context.Context, s *send, c Claim) (taken bool, err error) {
	switch s.State {
	case care.SendSending:
		s.Reason = "whoever was sending it stopped in the middle"
		if err := t.step(ctx, s, care.SendUnknown, partSender, c.Now); err != nil {
			return false, err
		}
		if c.Settle > 0 {
			s.ClaimedBy, s.claimUntil, s.NotBefore = "", 0, moment(millis(c.Now.Add(c.Settle)))
			return false, t.saveSend(ctx, s)
		}
	case care.SendApproved:
		if held, err := t.holdBack(ctx, s, c); err != nil || held {
			return false, err
		}
	}
	s.ClaimedBy, s.claimUntil = c.Holder, millis(c.Now.Add(c.Lease))
	if s.State == care.SendUnknown {
		s.Lookups++
		return true, t.saveSend(ctx, s)
	}
	if err := t.chooseWords(ctx, s); err != nil {
		return false, err
	}
	s.Attempts++
	return true, t.step(ctx, s, care.SendSending, c.Holder, c.Now)
}

// chooseWords settles what a public send will say, before it is said: Otherwise
// where the message before it was not sent, or nobody knows. It is then kept.
func (t *tx) chooseWords(ctx context.Context, s *send) error {
	if s.After == "" || s.Otherwise == "" {
		return nil
	}
	state, err := one(ctx, t, scanText, "SELECT state FROM sends WHERE id = $1", s.After)
	if err == nil && care.SendState(state) != care.SendSent {
		s.Text = s.Otherwise
	}
	return err
}

// caseStates is where a case goes with the send that leads it.
var caseStates = map[care.SendState]care.State{
	care.SendApproved: care.StateApproved,
	care.SendSending:  care.StateSending,
	care.SendSent:     care.StateSent,
	care.SendFailed:   care.StateFailed,
	care.SendUnknown:  care.StateUnknown,
}

// step moves a send, and its case along with it where it leads the case.
func (t *tx) step(ctx context.Context, s *send, to care.SendState, actor string, at time.Time) error {
	if err := t.moveSend(ctx, s, to, actor, at); err != nil {
		return err
	}
	c, err := t.kase(ctx, s.CaseID)
	if err != nil {
		return err
	}
	if s.leads {
		c.Note = s.Reason
		if to == care.SendSent && c.FirstResponseAt.IsZero() {
			c.FirstResponseAt = moment(millis(at))
		}
		if err := t.move(ctx, c, caseStates[to], at); err != nil {
			return err
		}
	}
	if to != care.SendSent {
		return t.touch(ctx, c, at)
	}
	if err := t.rememberAnswer(ctx, s, at); err != nil {
		return err
	}
	if err := t.awaitNext(ctx, s, at); err != nil {
		return err
	}
	return t.handOff(ctx, c, actor, at)
}

// handOff moves a case whose answer stands to handed_off, once a private
// message of the same round was sent.
func (t *tx) handOff(ctx context.Context, c *kase, actor string, at time.Time) error {
	sends, err := t.sendsOf(ctx, c.ID)
	if err != nil {
		return err
	}
	for _, s := range sends {
		if c.State == care.StateSent && s.Kind == care.SendPrivate && s.State == care.SendSent && s.round == c.round {
			t.note(at, actor, "case.handed_off", c.ID, moved{c.State, care.StateHandedOff})
			return t.move(ctx, c, care.StateHandedOff, at)
		}
	}
	return t.touch(ctx, c, at)
}
