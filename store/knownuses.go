package store

import (
	"context"
	"time"
)

// KnownUses counts, by the known answer's name, the cases since a moment in which
// what people approved says it.
func (s *Store) KnownUses(ctx context.Context, since time.Time) (map[string]int, error) {
	drafts, err := collect(ctx, s.read, scanDraft, `SELECT d.doc FROM drafts d
		WHERE d.case_id IN (SELECT case_id FROM sends WHERE kind = 'public' AND created >= $1 AND state <> 'withdrawn')
			AND d.n = (SELECT MAX(n) FROM drafts l WHERE l.case_id = d.case_id)
			AND d.doc LIKE '%"known":"%'`, millis(since))
	uses := map[string]int{}
	for _, d := range drafts {
		if d.Known != "" {
			uses[d.Known]++
		}
	}
	return uses, explain(err)
}
