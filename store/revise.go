package store

import (
	"context"
	"errors"
	"slices"
	"time"

	"goodgraces/care"
)

// Edited is a case's note once the author changed the post.
const Edited = "the author has edited the post: read it again"

// Revise takes in that an author edited a post: text and verdict replace what
// is stored, and what people said of the earlier words is dropped. A case that
// waits says so, keeps its draft, and goes to the legal owner or to a person at
// once where the new words ask for that; an approved answer that has not left
// waits for a new approval. A post that no case stands for gets the one of h.
// An edit that is known, or of a post that is not, changes nothing.
func (s *Store) Revise(ctx context.Context, h Handled, at time.Time) error {
	m, v := h.Mention, h.Verdict
	return s.update(ctx, func(t *tx) error {
		r, err := one(ctx, t, scanMention, "SELECT "+mentionColumns+" FROM mentions m WHERE m.key = $1", m.Key())
		if errors.Is(err, ErrNotFound) {
			return nil
		}
		if err != nil || r.Mention.Deleted || !m.EditedAt.After(r.Mention.EditedAt) || m.Text == r.Mention.Text {
			return err
		}
		r.Mention.Text, r.Mention.Lang, r.Mention.EditedAt = m.Text, m.Lang, m.EditedAt
		if m.Ref != "" { // an answer is below the version that stands
			r.Mention.Ref = m.Ref
		}
		v.Standing = r.Verdict.Standing
		r.Verdict = v
		if err := t.overwriteMention(ctx, r, r.Mention.ThreadKey()); err != nil {
			return err
		}
		t.note(at, partIngest, "mention.edited", care.CaseID(m.Platform, m.ID), struct{}{})
		switch {
		case r.opened():
			return t.reviseCase(ctx, r, at)
		case r.CaseID == "" && h.Case != nil:
			return t.openLate(ctx, newEntry(h, millis(at)))
		}
		return nil
	})
}

// openLate gives a post that is stored its first case.
func (t *tx) openLate(ctx context.Context, e *entry) error {
	if err := t.insertCases(ctx, &batch{handled: []*entry{e}}); err != nil {
		return err
	}
	return exec(ctx, t, "UPDATE mentions SET case_id = $1 WHERE key = $2", e.kase.ID, e.kase.Mention)
}

// Label says what a post is labelled with, where it still stands; see API.
// Whoever has its case open is told.
func (s *Store) Label(ctx context.Context, key string, labels []string, all bool) error {
	return s.update(ctx, func(t *tx) error {
		r, err := one(ctx, t, scanMention, "SELECT "+mentionColumns+" FROM mentions m WHERE m.key = $1 AND m.deleted = 0", key)
		if errors.Is(err, ErrNotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		before, now := r.Mention.Labels, slices.Clone(labels)
		if !all {
			now = append(now, before...)
		}
		slices.Sort(now)
		if r.Mention.Labels = slices.Compact(now); slices.Equal(r.Mention.Labels, before) {
			return nil
		}
		if err := exec(ctx, t, "UPDATE mentions SET doc = $1 WHERE key = $2", toJSON(r.Mention), key); err != nil || !r.opened() {
			return err
		}
		c, err := t.kase(ctx, r.CaseID)
		if err != nil {
			return err
		}
		return t.touch(ctx, c, t.store.now())
	})
}

// reviseCase lets a case that waits take notice of the new words.
func (t *tx) reviseCase(ctx context.Context, r MentionRow, at time.Time) error {
	c, err := t.kase(ctx, r.CaseID)
	if err != nil {
		return err
	}
	if c.State == care.StateApproved {
		sends, err := t.sendsOf(ctx, c.ID)
		if err != nil {
			return err
		}
		if err := t.withdraw(ctx, sends, partIngest, at); err != nil {
			return err
		}
		if err := t.move(ctx, c, care.StateDrafted, at); err != nil {
			return err
		}
	}
	if c.State != care.StateOpen && c.State != care.StateDrafted {
		return t.touch(ctx, c, at)
	}
	c.Note = Edited
	to := map[care.Action]care.State{care.ActLegal: care.StateLegal, care.ActSafety: care.StateSafety}[r.Verdict.Action]
	if to == "" {
		return t.touch(ctx, c, at)
	}
	t.note(at, partIngest, "case."+string(to), c.ID, moved{c.State, to})
	return t.move(ctx, c, to, at)
}
