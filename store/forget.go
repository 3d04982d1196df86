package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"time"

	"goodgraces/care"
)

// forgotten is the audit trail's word on an author who was forgotten.
type forgotten struct {
	Mentions int `json:"mentions"`
	Cases    int `json:"cases"`
}

// Forget erases an author: the profile, the mentions' texts, names, links and
// verdict evidence, and in their cases the drafts', sends' and decisions'
// texts. Cases that still wait are dismissed. What a send under way says goes
// when it is settled or parked.
//
// Platform and post ID stay, so that a post delivered again is not stored
// again. The audit trail names the author by a hash.
func (s *Store) Forget(ctx context.Context, authorKey, actor string, at time.Time) (int, error) {
	var done forgotten
	err := s.update(ctx, func(t *tx) error {
		rows, err := collect(ctx, t, scanMention,
			"SELECT "+mentionColumns+" FROM mentions m WHERE m.author = $1 ORDER BY m.seq", authorKey)
		if err != nil {
			return err
		}
		done = forgotten{Mentions: len(rows)}
		for _, r := range rows {
			if r.CaseID != "" {
				done.Cases++
			}
			if err := t.forget(ctx, r, at); err != nil {
				return err
			}
		}
		t.note(at, actor, "author.forgotten", authorHash(authorKey), done)
		return exec(ctx, t, "DELETE FROM profiles WHERE key = $1", authorKey)
	})
	if err != nil {
		return 0, err
	}
	return done.Mentions, s.flushLog(ctx)
}

// authorHash names an author in the audit trail, where nothing can be erased.
func authorHash(key string) string {
	sum := sha256.Sum256([]byte(clean(key)))
	return "author:" + hex.EncodeToString(sum[:8])
}

// erased is what stays of a forgotten author's mention.
func erased(m care.Mention) care.Mention {
	return care.Mention{ID: m.ID, Platform: m.Platform, CreatedAt: m.CreatedAt, Connector: m.Connector, By: m.By, Deleted: true}
}

func (t *tx) forget(ctx context.Context, r MentionRow, at time.Time) error {
	r.Mention = erased(r.Mention)
	r.Verdict.Evidence, r.Verdict.Standing, r.Verdict.NeedsHuman = nil, nil, ""
	if err := t.overwriteMention(ctx, r, ""); err != nil || r.CaseID == "" {
		return err
	}
	return t.forgetCase(ctx, r.CaseID, at)
}

func (t *tx) forgetCase(ctx context.Context, caseID string, at time.Time) error {
	if err := t.eraseDrafts(ctx, caseID, "the author was forgotten"); err != nil {
		return err
	}
	if err := t.dropCase(ctx, caseID, at); err != nil {
		return err
	}
	sends, err := t.sendsOf(ctx, caseID)
	for i := 0; err == nil && i < len(sends); i++ {
		sends[i].erase = true
		err = t.saveSend(ctx, &sends[i])
	}
	if err != nil {
		return err
	}
	if err := exec(ctx, t, "UPDATE decisions SET reason = '' WHERE case_id = $1", caseID); err != nil {
		return err
	}
	return exec(ctx, t, "UPDATE cases SET note = 'the author was forgotten' WHERE id = $1", caseID)
}

// forget erases what a send says and whom it answers.
func (s *send) forget() {
	s.Text, s.Otherwise, s.Reason, s.Mention = "", "", "", erased(s.Mention)
	s.erase = false
}

// flushLog makes SQLite overwrite the log in which erased texts may still
// stand. A reader at work only delays that until the next time.
func (s *Store) flushLog(ctx context.Context) error {
	if s.engine.name != "sqlite" {
		return nil
	}
	_, err := collect(ctx, s.write, func(row scanner) (n [3]int64, err error) { return n, row.Scan(&n[0], &n[1], &n[2]) },
		"PRAGMA wal_checkpoint(TRUNCATE)")
	return explain(err)
}
