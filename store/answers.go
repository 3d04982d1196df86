package store

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"strings"
	"time"

	"goodgraces/care"
)

// postAnswer begins Answer.used where a post or message is the answer; its key
// follows.
const postAnswer = "post "

const (
	answerTable   = "answers (case_id, kind, used, reference, contact, body, score, template, actor, at, seen)"
	answerColumns = "id, case_id, kind, used, reference, contact, body, score, template, actor, at, seen"
)

func scanAnswer(row scanner) (a care.Answer, err error) {
	var seen int64
	var used string
	err = row.Scan(&a.ID, &a.CaseID, &a.Kind, &used, &a.Reference, &a.Contact, &a.Text, &a.Score, &a.Template, &a.Actor, (*millisField)(&a.At), &seen)
	a.Seen = seen == 1
	if key, ok := strings.CutPrefix(used, postAnswer); ok {
		a.Mention = key
	}
	return a, err
}

// answered is the audit trail's word on a private answer.
type privateAnswer struct {
	Kind  string `json:"kind"`
	Score int    `json:"score,omitempty"`
}

// SaveAnswer keeps what a customer said in private; see API.
func (s *Store) SaveAnswer(ctx context.Context, a care.Answer, used string) (care.Answer, error) {
	if used == "" {
		used = "by hand " + rand.Text()
	}
	err := s.update(ctx, func(t *tx) error {
		c, m, err := t.caseAndPost(ctx, a.CaseID)
		if err != nil {
			return err
		}
		if m.Mention.ID == forgottenID(m.Mention.Platform, m.Mention.ID) {
			return ErrNotFound
		}
		a, err = t.saveAnswer(ctx, c, a, used)
		return err
	})
	return a, err
}

func (t *tx) caseAndPost(ctx context.Context, caseID string) (*kase, MentionRow, error) {
	c, err := t.kase(ctx, caseID)
	if err != nil {
		return nil, MentionRow{}, err
	}
	m, err := one(ctx, t, scanMention, "SELECT "+mentionColumns+" FROM mentions m WHERE m.key = $1", c.Mention)
	return c, m, err
}

// saveAnswer keeps an answer under the name of how it came, which works once.
// Of the scores that a customer gives to one case the first counts.
func (t *tx) saveAnswer(ctx context.Context, c *kase, a care.Answer, used string) (care.Answer, error) {
	scored, err := t.scored(ctx, a)
	if err != nil {
		return a, err
	}
	if scored {
		if a.Score = 0; a.Text+a.Reference+a.Contact == "" {
			return a, ErrConflict
		}
	}
	d, err := t.currentDraft(ctx, c.ID)
	if err != nil && !errors.Is(err, ErrNotFound) {
		return a, err
	}
	a.Template, a.At = d.Template, moment(millis(a.At))
	fresh, err := t.insertNew(ctx, answerTable, "used", [][]any{{
		a.CaseID, a.Kind, used, a.Reference, a.Contact, a.Text, int64(a.Score), a.Template, a.Actor, millis(a.At), flag(a.Seen),
	}})
	if err != nil {
		return a, err
	}
	if len(fresh) == 0 {
		return a, ErrConflict
	}
	if err := t.countScore(ctx, a); err != nil {
		return a, err
	}
	t.note(a.At, cmp.Or(a.Actor, "customer"), "case.private_answer", c.ID, privateAnswer{a.Kind, a.Score})
	return a, t.touch(ctx, c, a.At)
}

// scored reports whether the customer who gives a score to a case gave it one
// before, by whatever way.
func (t *tx) scored(ctx context.Context, a care.Answer) (bool, error) {
	if a.Score == 0 || a.Actor != "" {
		return false, nil
	}
	n, err := one(ctx, t, scanNumber, "SELECT COUNT(*) FROM answers WHERE case_id = $1 AND score > 0 AND actor = ''", a.CaseID)
	return n > 0, err
}

// AnswerUsed reports whether a link was used.
func (s *Store) AnswerUsed(ctx context.Context, used string) (bool, error) {
	n, err := one(ctx, s.read, scanNumber, "SELECT COUNT(*) FROM answers WHERE used = $1", used)
	return n > 0, explain(err)
}

// SeeAnswers says that a person has read the private answers of a case.
func (s *Store) SeeAnswers(ctx context.Context, caseID, actor string, at time.Time) error {
	return s.update(ctx, func(t *tx) error {
		c, err := t.kase(ctx, caseID)
		if err != nil {
			return err
		}
		if err := exec(ctx, t, "UPDATE answers SET seen = 1 WHERE case_id = $1", caseID); err != nil {
			return err
		}
		t.note(at, actor, "case.private_answer_seen", caseID, struct{}{})
		return t.touch(ctx, c, at)
	})
}

// CountUnseen counts the cases with a private answer that nobody has seen.
func (s *Store) CountUnseen(ctx context.Context) (int, error) {
	n, err := one(ctx, s.read, scanNumber, "SELECT COUNT(DISTINCT case_id) FROM answers WHERE seen = 0")
	return int(n), explain(err)
}

// EraseAnswers erases the texts of answers given before a moment.
func (s *Store) EraseAnswers(ctx context.Context, before time.Time) (int, error) {
	const old = "at < $1 AND (reference <> '' OR contact <> '' OR body <> '')"
	n, err := one(ctx, s.read, scanNumber, "SELECT COUNT(*) FROM answers WHERE "+old, millis(before))
	if err != nil || n == 0 {
		return 0, explain(err)
	}
	err = s.update(ctx, func(t *tx) error {
		return exec(ctx, t, "UPDATE answers SET reference = '', contact = '', body = '' WHERE "+old, millis(before))
	})
	if err != nil {
		return 0, err
	}
	return int(n), s.flushLog(ctx)
}

// FollowUpScores adds up scores by template.
func (s *Store) FollowUpScores(ctx context.Context, since time.Time) (map[string]Scores, error) {
	type row struct {
		template string
		Scores
	}
	rows, err := collect(ctx, s.read, func(r scanner) (s row, err error) { return s, r.Scan(&s.template, &s.Answers, &s.Sum) },
		`SELECT template, COUNT(*), SUM(score) FROM answers WHERE kind = 'follow_up' AND score > 0 AND at >= $1 GROUP BY template`, millis(since))
	scores := map[string]Scores{}
	for _, r := range rows {
		scores[r.template] = r.Scores
	}
	return scores, explain(err)
}
