package store

import (
	"context"
	"errors"
	"time"

	"goodgraces/care"
)

// partErase is who erases what authors deleted, in the audit trail.
const partErase = "graces/retract"

// Retract erases the text of deleted posts, withdraws sends not yet claimed
// and dismisses cases that still wait. A send that is under way stays, to be
// settled. Unknown keys are ignored.
func (s *Store) Retract(ctx context.Context, keys []string, at time.Time) error {
	if known, err := s.Known(ctx, keys); err != nil || len(known) == 0 {
		return err
	}
	return s.update(ctx, func(t *tx) error {
		return chunked(keys, func(keys []string) error {
			rows, err := find(ctx, t, scanMention, new(query).add(
				"SELECT "+mentionColumns+" FROM mentions m WHERE m.deleted = 0 AND m.key IN (?)", keys))
			for i := 0; err == nil && i < len(rows); i++ {
				err = t.retract(ctx, rows[i], at)
			}
			return err
		})
	})
}

// retractPost retracts one post, if it is stored and stands.
func (t *tx) retractPost(ctx context.Context, m *care.Mention, at time.Time) error {
	r, err := one(ctx, t, scanMention, "SELECT "+mentionColumns+" FROM mentions m WHERE m.deleted = 0 AND m.key = $1", m.Key())
	if errors.Is(err, ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	return t.retract(ctx, r, at)
}

func (t *tx) retract(ctx context.Context, r MentionRow, at time.Time) error {
	r.Mention.Text, r.Mention.Deleted, r.Verdict.Evidence = "", true, nil
	if err := t.overwriteMention(ctx, r, r.Mention.ThreadKey()); err != nil {
		return err
	}
	t.note(at, partErase, "mention.retracted", care.CaseID(r.Mention.Platform, r.Mention.ID), struct{}{})
	if !r.opened() {
		return nil
	}
	if err := t.eraseDrafts(ctx, r.CaseID, "the post was deleted"); err != nil {
		return err
	}
	if err := t.dropCase(ctx, r.CaseID, at); err != nil {
		return err
	}
	sends, err := t.sendsOf(ctx, r.CaseID)
	for i := 0; err == nil && i < len(sends); i++ {
		s := &sends[i]
		s.Mention.Text, s.Mention.Deleted = "", true
		if s.State == care.SendWithdrawn {
			s.Text, s.Otherwise = "", ""
		}
		err = t.saveSend(ctx, s)
	}
	return err
}

// overwriteMention replaces what is kept of a mention and its verdict, and
// forgets what was said of it.
func (t *tx) overwriteMention(ctx context.Context, r MentionRow, thread string) error {
	m := &r.Mention
	if err := t.dropCorrections(ctx, m.Key()); err != nil {
		return err
	}
	if err := t.rewriteAnswer(ctx, m); err != nil {
		return err
	}
	return exec(ctx, t, "UPDATE mentions SET author = $1, thread = $2, deleted = $3, search = $4, doc = $5, verdict = $6, sight = '' WHERE key = $7",
		m.AuthorKey(), thread, flag(m.Deleted), searchText(m), toJSON(m), verdictJSON(r.Verdict), m.Key())
}

// eraseDrafts erases what drafts say, and keeps that there were any.
func (t *tx) eraseDrafts(ctx context.Context, caseID, reason string) error {
	if err := t.stopAwaiting(ctx, caseID); err != nil {
		return err
	}
	drafts, err := collect(ctx, t, scanDraft, "SELECT doc FROM drafts WHERE case_id = $1 ORDER BY n", caseID)
	for i := 0; err == nil && i < len(drafts); i++ {
		d := drafts[i]
		d.Text, d.Otherwise, d.Private.Text, d.Checks, d.Reason = "", "", "", nil, reason
		d.Holding, d.Asked = "", ""
		err = exec(ctx, t, "UPDATE drafts SET doc = $1 WHERE case_id = $2 AND n = $3", toJSON(d), caseID, int64(i+1))
	}
	return err
}

// dropCase withdraws the unclaimed sends of a case whose post is gone, and
// dismisses the case where it still waits.
func (t *tx) dropCase(ctx context.Context, caseID string, at time.Time) error {
	c, err := t.kase(ctx, caseID)
	if err != nil {
		return err
	}
	sends, err := t.sendsOf(ctx, caseID)
	if err != nil {
		return err
	}
	if err := t.withdraw(ctx, sends, partErase, at); err != nil {
		return err
	}
	from := c.State
	if !care.CanMove(from, care.StateDismissed) {
		return t.touch(ctx, c, at)
	}
	c.Note = "the post was deleted"
	t.orphaned = append(t.orphaned, c.ID)
	t.note(at, partErase, "case."+care.DecideDismiss, c.ID, moved{from, care.StateDismissed})
	return t.move(ctx, c, care.StateDismissed, at)
}
