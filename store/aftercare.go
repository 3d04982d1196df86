package store

import (
	"context"
	"fmt"
	"time"

	"goodgraces/care"
)

// ApproveAfter writes a message that goes out after the resolution; see API.
func (s *Store) ApproveAfter(ctx context.Context, a Aftercare) (care.Send, error) {
	var made send
	err := s.update(ctx, func(t *tx) error {
		c, err := t.kase(ctx, a.CaseID)
		if err != nil {
			return err
		}
		if made, err = t.newAftercare(ctx, c, a); err != nil {
			return err
		}
		if err := t.insert(ctx, sendTable, [][]any{made.row()}); err != nil {
			return err
		}
		kind := care.DecideClosingLine
		if a.Kind == care.SendFollowUp {
			kind = care.DecideFollowUp
		}
		t.note(a.At, a.Actor, "case."+kind, c.ID, approval{moved: moved{c.State, c.State}, Sends: []string{made.ID}, Beyond: made.Allowed != ""})
		if err := t.recordDecision(ctx, care.Decision{CaseID: c.ID, Actor: a.Actor, Kind: kind, Reason: allowed([]care.Send{made.Send}), At: a.At}); err != nil {
			return err
		}
		return t.touch(ctx, c, a.At)
	})
	return made.Send, err
}

func (t *tx) newAftercare(ctx context.Context, c *kase, a Aftercare) (send, error) {
	m, err := one(ctx, t, scanMention, "SELECT "+mentionColumns+" FROM mentions m WHERE m.key = $1", c.Mention)
	if err != nil {
		return send{}, err
	}
	earlier, err := t.sendsOf(ctx, c.ID)
	if err != nil {
		return send{}, err
	}
	if why := c.refusesAfter(a.Kind, m.Mention, earlier); why != "" {
		return send{}, refuse(c, why)
	}
	thread, err := conversation(ctx, t, m.Mention)
	if err != nil {
		return send{}, err
	}
	s := send{round: c.round, n: 1, author: m.Mention.AuthorKey(), thread: thread}
	for _, e := range earlier {
		if e.Kind == a.Kind {
			s.n++
		}
	}
	s.Send = care.Send{
		ID: care.SendID(c.ID, a.Kind, int(s.n)), CaseID: c.ID, Kind: a.Kind, Connector: m.Mention.Connector, Mention: m.Mention,
		Text: a.Text, Closing: a.Kind == care.SendClosing, Allowed: a.Allowed, State: care.SendApproved, Actor: a.Actor,
		CreatedAt: moment(millis(a.At)), NotBefore: moment(millis(a.NotBefore)),
	}
	return s, nil
}

// refusesAfter says why nothing of a kind goes out after the resolution of a
// case; "" where it may.
func (c *kase) refusesAfter(kind care.SendKind, m care.Mention, earlier []send) string {
	lead := care.SendPublic
	if kind == care.SendFollowUp {
		lead = care.SendPrivate
	}
	stands := false
	for _, e := range earlier {
		stands = stands || e.Kind == lead && e.State == care.SendSent && e.round == c.round && !e.Closing
		if e.Kind == kind && e.State != care.SendWithdrawn && (e.round == c.round || kind == care.SendFollowUp) {
			return fmt.Sprintf("its %s message is %s already", words(kind), e.State)
		}
	}
	switch {
	case c.State != care.StateResolved && c.State != care.StateClosed:
		return "it is not resolved"
	case m.Deleted:
		return "the post was deleted"
	case kind == care.SendFollowUp && c.followed != "":
		return "nobody is to be asked how it went"
	case !stands:
		return fmt.Sprintf("no %s message of ours stands", lead)
	}
	return ""
}

func words(kind care.SendKind) string {
	if kind == care.SendFollowUp {
		return "follow-up"
	}
	return string(kind)
}

// WithdrawAfter takes a message back that was approved after the resolution.
func (s *Store) WithdrawAfter(ctx context.Context, sendID, actor string, at time.Time) error {
	return s.update(ctx, func(t *tx) error {
		snd, err := t.send(ctx, sendID)
		if err != nil {
			return err
		}
		if snd.Kind != care.SendClosing && snd.Kind != care.SendFollowUp {
			return ErrConflict
		}
		if err := t.moveSend(ctx, snd, care.SendWithdrawn, actor, at); err != nil {
			return err
		}
		c, err := t.kase(ctx, snd.CaseID)
		if err != nil {
			return err
		}
		if err := t.recordDecision(ctx, care.Decision{CaseID: c.ID, Actor: actor, Kind: care.DecideTakeBack, At: at}); err != nil {
			return err
		}
		return t.touch(ctx, c, at)
	})
}

// dropAftercare withdraws what was approved after a resolution that did not
// hold.
func (t *tx) dropAftercare(ctx context.Context, c *kase, d care.Decision, to care.State) error {
	if to != care.StateOpen || !care.CanMove(c.State, to) {
		return nil
	}
	sends, err := t.sendsOf(ctx, c.ID)
	if err != nil {
		return err
	}
	return t.withdraw(ctx, sends, d.Actor, d.At)
}

// DeclineFollowUp says that nobody is to be asked how a case went.
func (s *Store) DeclineFollowUp(ctx context.Context, caseID, actor string, at time.Time) error {
	return s.update(ctx, func(t *tx) error {
		c, err := t.kase(ctx, caseID)
		if err != nil {
			return err
		}
		if c.followed == "" {
			c.followed = declined
		}
		t.note(at, actor, "case."+care.DecideNoFollowUp, c.ID, struct{}{})
		if err := t.recordDecision(ctx, care.Decision{CaseID: c.ID, Actor: actor, Kind: care.DecideNoFollowUp, At: at}); err != nil {
			return err
		}
		return t.touch(ctx, c, at)
	})
}

// due appends what makes a case of table c due for a follow-up: resolved in
// time, our private message arrived, nobody asked yet, and its author neither
// was asked of late nor is one who is never asked.
func (f FollowUp) due(q *query) *query {
	if f.CaseID != "" {
		q.add(" AND c.id = ?", f.CaseID)
	}
	return q.add(" AND c.resolved > ? AND c.resolved <= ? AND c.followed = '' AND c.state IN ('resolved', 'closed')", millis(f.Since), millis(f.Until)).
		add(" AND EXISTS (SELECT 1 FROM sends s WHERE s.case_id = c.id AND s.kind = 'private' AND s.state = 'sent')").
		add(" AND NOT EXISTS (SELECT 1 FROM sends s WHERE s.case_id = c.id AND s.kind = 'follow_up' AND s.state <> 'withdrawn')").
		add(" AND NOT EXISTS (SELECT 1 FROM mentions m WHERE m.key = c.mention AND m.deleted = 1)").
		add(" AND NOT EXISTS (SELECT 1 FROM mentions m JOIN sends s ON s.author = m.author WHERE m.key = c.mention AND m.author <> ''"+
			" AND s.kind = 'follow_up' AND s.state <> 'withdrawn' AND s.created > ?)", millis(f.Asked)).
		add(" AND NOT EXISTS (SELECT 1 FROM mentions m JOIN mentions o ON o.author = m.author JOIN cases n ON n.mention = o.key" +
			" WHERE m.key = c.mention AND m.author <> '' AND n.followed = 'never')")
}

// addPrivate appends what a filter asks of the private side of cases.
func (q *query) addPrivate(f CaseFilter) {
	if f.FollowUp != nil {
		f.FollowUp.due(q)
	}
	if f.Unseen {
		q.add(" AND c.id IN (SELECT a.case_id FROM answers a WHERE a.seen = 0)")
	}
}

// CountFollowUps counts the cases that are due.
func (s *Store) CountFollowUps(ctx context.Context, f FollowUp) (int, error) {
	n, err := find(ctx, s.read, scanNumber, f.due(new(query).add("SELECT COUNT(*) FROM cases c WHERE 1 = 1")))
	if err != nil {
		return 0, explain(err)
	}
	return int(n[0]), nil
}
