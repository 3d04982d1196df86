package store

import (
	"context"
	"time"

	"goodgraces/care"
)

// released is the audit trail's word on an incident whose posts are separate.
type released struct {
	Cases int `json:"cases"`
}

// SplitIncident ends an incident because its posts are separate matters; see
// API. A second split changes nothing and returns ErrConflict.
func (s *Store) SplitIncident(ctx context.Context, id, actor string, at time.Time) (int, error) {
	n := 0
	err := s.update(ctx, func(t *tx) error {
		i, err := t.incident(ctx, id)
		if err != nil {
			return err
		}
		if i.Separate {
			return ErrConflict
		}
		if n, err = t.release(ctx, &i, actor, at); err != nil {
			return err
		}
		t.note(at, actor, "incident.split", id, released{n})
		return exec(ctx, t, "UPDATE incidents SET ended = $1, separate = 1 WHERE id = $2", millis(at), id)
	})
	return n, err
}

// release gives the posts of an incident their cases back. The posts stay
// marked as its members, so that its page goes on telling what happened.
func (t *tx) release(ctx context.Context, i *incident, actor string, at time.Time) (int, error) {
	n := 0
	rows, err := collect(ctx, t, scanCase, "SELECT "+caseColumns+` FROM cases c
		WHERE c.incident = $1 AND c.incident <> '' AND c.state = 'dismissed' AND c.note = $2`, i.ID, groupedNote)
	for k := 0; err == nil && k < len(rows); k++ {
		err = t.reopen(ctx, &rows[k], actor, at)
		n++
	}
	if err != nil {
		return 0, err
	}
	if err := t.releaseLead(ctx, i, actor, at); err != nil {
		return 0, err
	}
	caseless, err := collect(ctx, t, scanMention, "SELECT "+mentionColumns+` FROM mentions m
		WHERE m.incident = $1 AND m.incident <> '' AND m.case_id = '' AND m.deleted = 0 ORDER BY m.seq`, i.ID)
	for k := 0; err == nil && k < len(caseless); k++ {
		if m := &caseless[k]; m.Verdict.Action.Drafts() {
			err = t.openReleased(ctx, m, actor, at)
			n++
		}
	}
	return n, err
}

// releaseLead takes the statement out of a lead's case that nobody has worked
// on: its own draft stands again, or else it waits for words.
func (t *tx) releaseLead(ctx context.Context, i *incident, actor string, at time.Time) error {
	if i.Lead == "" {
		return nil
	}
	c, err := t.kase(ctx, i.Lead)
	if err != nil || c.State != care.StateDrafted {
		return err
	}
	if worked, err := t.workedOn(ctx, c.ID); err != nil || worked {
		return err
	}
	drafts, err := collect(ctx, t, scanDraft, "SELECT doc FROM drafts WHERE case_id = $1 ORDER BY n", c.ID)
	if err != nil {
		return err
	}
	if len(drafts) > 1 {
		own := drafts[0]
		own.At = at
		if _, err = t.addDraft(ctx, own, actor); err != nil || own.Text != "" {
			return orElse(err, t.touch(ctx, c, at))
		}
	}
	t.note(at, actor, "case.released", c.ID, moved{c.State, care.StateOpen})
	return t.move(ctx, c, care.StateOpen, at)
}

// reopen takes a grouped case back to where it was.
func (t *tx) reopen(ctx context.Context, c *kase, actor string, at time.Time) error {
	to := care.StateOpen
	if ready, err := t.hasDraft(ctx, c.ID); err != nil {
		return err
	} else if ready {
		to = care.StateDrafted
	}
	c.Note = ""
	t.note(at, actor, "case.released", c.ID, moved{c.State, to})
	return t.move(ctx, c, to, at)
}

// openReleased gives a post that was kept without a case one of its own.
func (t *tx) openReleased(ctx context.Context, m *MentionRow, actor string, at time.Time) error {
	c := newCase(care.Case{State: care.StateOpen, Priority: care.Priority(m.Verdict), OpenedAt: moment(millis(at))}, &m.Mention)
	if err := t.insert(ctx, caseTable, [][]any{t.caseRow(&c)}); err != nil {
		return err
	}
	t.note(at, actor, "case.opened", c.ID, opening{State: c.State, Action: m.Verdict.Action, Priority: c.Priority, Model: m.Verdict.Model})
	return exec(ctx, t, "UPDATE mentions SET case_id = $1 WHERE key = $2", c.ID, c.Mention)
}
