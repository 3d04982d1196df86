package store

import (
	"context"
	"errors"

	"goodgraces/care"
)

// leadable is the members that may lead an incident: they stand, have no matter
// of their own, and no case or one of their own that waits or that the incident
// dismissed. $2 is groupedNote.
const leadable = `m.incident = $1 AND m.incident <> '' AND m.own = 0 AND m.deleted = 0 AND (m.case_id = '' OR EXISTS
	(SELECT 1 FROM cases c WHERE c.id = m.case_id AND c.mention = m.key AND (c.state = 'open' OR c.state = 'dismissed' AND c.note = $2)))`

// lead gives an incident the case that holds its statement: the chosen
// member's, else that of the first one that may lead. Where there is none, it
// has no lead, and the statement is written by hand.
func (t *tx) lead(ctx context.Context, incident, chosen string, statement *care.Draft) error {
	rows, err := collect(ctx, t, scanMention, "SELECT "+mentionColumns+" FROM mentions m WHERE "+leadable+
		" ORDER BY CASE WHEN m.key = $3 THEN 0 ELSE 1 END, m.seq LIMIT 1", incident, groupedNote, chosen)
	if err != nil {
		return err
	}
	caseID := ""
	if len(rows) > 0 {
		if caseID, err = t.leadCase(ctx, incident, rows[0]); err != nil {
			return err
		}
		if err := t.state(ctx, statement, caseID); err != nil {
			return err
		}
	}
	return exec(ctx, t, "UPDATE incidents SET lead = $1 WHERE id = $2", caseID, incident)
}

// passLeads gives incidents that go on another lead where the post of theirs is
// gone before the statement was made. Its words are written anew: they may have
// told what the post said.
func (t *tx) passLeads(ctx context.Context) error {
	for _, caseID := range t.orphaned {
		i, err := one(ctx, t, scanIncident, "SELECT "+incidentColumns+" FROM incidents i WHERE i.lead = $1 AND i.ended = 0 AND i.separate = 0", caseID)
		if errors.Is(err, ErrNotFound) {
			continue
		}
		if err == nil {
			err = t.lead(ctx, i.ID, "", nil)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// leadCase is the open case of the lead; it is opened where there is none.
func (t *tx) leadCase(ctx context.Context, incident string, m MentionRow) (string, error) {
	now := t.store.now()
	if m.CaseID == "" {
		c := newCase(care.Case{State: care.StateOpen, Priority: leadPriority, OpenedAt: now, Incident: incident}, &m.Mention)
		if err := t.insert(ctx, caseTable, [][]any{t.caseRow(&c)}); err != nil {
			return "", err
		}
		t.note(now, partWatch, "case.opened", c.ID, opening{State: c.State, Action: m.Verdict.Action, Priority: c.Priority, Model: m.Verdict.Model})
		return c.ID, exec(ctx, t, "UPDATE mentions SET case_id = $1 WHERE key = $2", c.ID, c.Mention)
	}
	c, err := t.kase(ctx, m.CaseID)
	if err != nil {
		return "", err
	}
	if c.State == care.StateDismissed {
		c.Note = ""
		t.note(now, partWatch, "case.lead", c.ID, moved{c.State, care.StateOpen})
		err = t.move(ctx, c, care.StateOpen, now)
	}
	if err != nil {
		return "", err
	}
	return c.ID, exec(ctx, t, "UPDATE cases SET priority = $1 WHERE id = $2", leadPriority, c.ID)
}

// state puts the statement into the lead's case; without one, the case says
// what it waits for.
func (t *tx) state(ctx context.Context, statement *care.Draft, caseID string) error {
	c, err := t.kase(ctx, caseID)
	if err != nil {
		return err
	}
	if statement == nil {
		c.Note = "holds the public statement on an incident: write it here"
		return t.touch(ctx, c, t.store.now())
	}
	d := *statement
	d.CaseID = caseID
	if _, err := t.addDraft(ctx, d, partWatch); err != nil || d.Text == "" {
		return err
	}
	return t.move(ctx, c, care.StateDrafted, t.store.now())
}
