package store

import (
	"context"
	"errors"
	"time"

	"goodgraces/care"
)

// Asked is a follow-up that left, to whose case nobody has given a score.
type Asked struct {
	care.Send
	Thread string // key of the conversation that the case began in
}

// Asked lists, by author, the follow-ups that were approved since a moment and
// left, newest first; see API.
func (s *Store) Asked(ctx context.Context, authors []string, since time.Time) (map[string][]Asked, error) {
	rows, err := collect(ctx, s.read, scanSend, "SELECT "+sendColumns+" FROM sends s WHERE s.author "+s.engine.among+
		` AND s.author <> '' AND s.kind = 'follow_up' AND s.state = 'sent' AND s.created >= $2
			AND NOT EXISTS (SELECT 1 FROM answers a WHERE a.case_id = s.case_id AND a.kind = 'follow_up' AND a.score > 0)
		ORDER BY s.created DESC, s.id`, s.engine.list(authors), millis(since))
	asked := map[string][]Asked{}
	for _, r := range rows {
		asked[r.author] = append(asked[r.author], Asked{r.Send, r.thread})
	}
	return asked, explain(err)
}

// fileAnswers keeps what the new mentions of a batch answer to our follow-ups.
func (t *tx) fileAnswers(ctx context.Context, b *batch) error {
	for _, e := range b.handled {
		if e.Answer == nil {
			continue
		}
		c, m, err := t.caseAndPost(ctx, e.Answer.CaseID)
		if errors.Is(err, ErrNotFound) || err == nil && m.Mention.AuthorKey() != e.author { // forgotten meanwhile
			continue
		}
		if err != nil {
			return err
		}
		_, err = t.saveAnswer(ctx, c, *e.Answer, postAnswer+clean(e.Mention.Key()))
		if err != nil && !errors.Is(err, ErrConflict) { // it was filed before its post was erased and read again
			return err
		}
	}
	return nil
}

// rewriteAnswer lets an answer say what its post says now; nothing where its
// author took the post back.
func (t *tx) rewriteAnswer(ctx context.Context, m *care.Mention) error {
	return exec(ctx, t, "UPDATE answers SET body = $1 WHERE used = $2 AND body <> ''", clean(m.Text), postAnswer+clean(m.Key()))
}
