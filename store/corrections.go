package store

import (
	"context"
	"slices"
	"time"

	"goodgraces/care"
)

// Labelled is a mention with what people said of it.
type Labelled struct {
	MentionRow
	Corrections []care.Correction // oldest first
}

const correctionColumns = "x.mention, x.label, x.value, x.actor, x.at, x.implied"

// correctionFields are where correctionColumns are scanned to.
func correctionFields(c *care.Correction, implied *int64) []any {
	return []any{&c.Mention, &c.Label, &c.Value, &c.Actor, (*millisField)(&c.At), implied}
}

func scanCorrection(row scanner) (c care.Correction, err error) {
	var implied int64
	err = row.Scan(correctionFields(&c, &implied)...)
	c.Implied = implied == 1
	return c, err
}

// labelled is the audit trail's word on what a person said of a post.
type labelled map[string]string

// SaveCorrections keeps what people say of mentions: the latest word of each
// person on each label. ErrNotFound, and nothing saved, where a mention is not
// there or was erased.
func (s *Store) SaveCorrections(ctx context.Context, cs []care.Correction) error {
	if len(cs) == 0 {
		return nil
	}
	return s.update(ctx, func(t *tx) error {
		for len(cs) > 0 {
			n := 1
			for n < len(cs) && cs[n].Mention == cs[0].Mention && cs[n].Actor == cs[0].Actor {
				n++
			}
			if err := t.label(ctx, cs[:n]); err != nil {
				return err
			}
			cs = cs[n:]
		}
		return nil
	})
}

// label keeps what one person says of one mention.
func (t *tx) label(ctx context.Context, cs []care.Correction) error {
	m, err := one(ctx, t, scanMention, "SELECT "+mentionColumns+" FROM mentions m WHERE m.key = $1 AND m.deleted = 0", cs[0].Mention)
	if err != nil {
		return err
	}
	said := labelled{}
	for _, c := range cs {
		said[c.Label] = c.Value
		if err := t.saveCorrection(ctx, c); err != nil {
			return err
		}
	}
	t.note(cs[0].At, cs[0].Actor, "mention.labelled", care.CaseID(m.Mention.Platform, m.Mention.ID), said)
	return nil
}

// saveCorrection keeps one word. What is implied never replaces what was said.
func (t *tx) saveCorrection(ctx context.Context, c care.Correction) error {
	return exec(ctx, t, `INSERT INTO corrections (mention, label, actor, value, at, implied) VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (mention, label, actor) DO UPDATE SET value = excluded.value, at = excluded.at, implied = excluded.implied
		WHERE corrections.implied = 1 OR excluded.implied = 0`,
		c.Mention, c.Label, c.Actor, c.Value, millis(c.At), flag(c.Implied))
}

// implyApproval keeps what an approval says of its post: whoever approves a
// reply to a complaint holds it for one, whoever thanks was praised. An answer
// says nothing: doubtful posts get one, too.
func (t *tx) implyApproval(ctx context.Context, c *kase, a Approval) error {
	label := map[care.Action]string{care.ActReply: care.LabelComplaint, care.ActThank: care.LabelPraise}[a.Draft.Action]
	if label == "" {
		return nil
	}
	return t.saveCorrection(ctx, care.Correction{Mention: c.Mention, Label: label, Value: "true", Actor: a.Actor, At: a.At, Implied: true})
}

// imply keeps what a decision says of its post, and forgets what an earlier
// one implied where this takes it back.
func (t *tx) imply(ctx context.Context, c *kase, d care.Decision) error {
	back := []string{care.DecideWithdraw, care.DecideReject, care.DecideReopen, care.DecideDismiss, care.DecideFold}
	if slices.Contains(back, d.Kind) {
		if err := exec(ctx, t, "DELETE FROM corrections WHERE mention = $1 AND implied = 1", c.Mention); err != nil {
			return err
		}
	}
	if d.Kind != care.DecideDismiss || d.Reason != care.NotComplaint {
		return nil
	}
	return t.saveCorrection(ctx, care.Correction{Mention: c.Mention, Label: care.LabelComplaint, Value: "false", Actor: d.Actor, At: d.At, Implied: true})
}

// dropCorrections forgets what was said of a mention that is erased.
func (t *tx) dropCorrections(ctx context.Context, key string) error {
	return exec(ctx, t, "DELETE FROM corrections WHERE mention = $1", key)
}

// Corrections lists what was said of one mention, oldest first.
func (s *Store) Corrections(ctx context.Context, mentionKey string) ([]care.Correction, error) {
	cs, err := corrections(ctx, s.read, mentionKey)
	return cs, explain(err)
}

func corrections(ctx context.Context, q querier, mentionKey string) ([]care.Correction, error) {
	return collect(ctx, q, scanCorrection, "SELECT "+correctionColumns+
		" FROM corrections x WHERE x.mention = $1 ORDER BY x.at, x.label, x.actor", mentionKey)
}

// Labelled lists the mentions of which anything was said since a moment, in
// the order in which they were read, with everything that was ever said of
// them; at most n of them, the newest.
func (s *Store) Labelled(ctx context.Context, since time.Time, n int) ([]Labelled, error) {
	type line struct {
		seq int64
		row MentionRow
		cor care.Correction
	}
	lines, err := find(ctx, s.read, func(row scanner) (l line, err error) {
		var implied, at int64
		var doc, verdict string
		if err := row.Scan(append(correctionFields(&l.cor, &implied), &l.seq, &l.row.CaseID, &at, &doc, &verdict)...); err != nil {
			return l, err
		}
		l.cor.Implied, l.row.ReadAt = implied == 1, moment(at)
		if err := fromJSON(doc, &l.row.Mention); err != nil {
			return l, err
		}
		l.row.Verdict, err = readVerdict(verdict)
		return l, err
	}, new(query).add("SELECT "+correctionColumns+", m.seq, "+mentionColumns+
		` FROM corrections x JOIN mentions m ON m.key = x.mention WHERE m.seq IN (
			SELECT DISTINCT m.seq FROM mentions m JOIN corrections x ON x.mention = m.key WHERE x.at >= ? AND m.deleted = 0 ORDER BY m.seq DESC LIMIT ?)
		ORDER BY m.seq, x.at, x.label, x.actor`, millis(since), limit(n)))
	var out []Labelled
	for i, l := range lines {
		if i == 0 || lines[i-1].seq != l.seq {
			out = append(out, Labelled{MentionRow: l.row})
		}
		last := &out[len(out)-1]
		last.Corrections = append(last.Corrections, l.cor)
	}
	return out, explain(err)
}

// Unlabelled lists the newest n mentions of which nobody said anything yet,
// newest first.
func (s *Store) Unlabelled(ctx context.Context, n int) ([]MentionRow, error) {
	rows, err := collect(ctx, s.read, scanMention, "SELECT "+mentionColumns+` FROM mentions m WHERE m.deleted = 0
		AND NOT EXISTS (SELECT 1 FROM corrections x WHERE x.mention = m.key) ORDER BY m.seq DESC LIMIT $1`, limit(n))
	return rows, explain(err)
}
