package store

import (
	"context"
	"time"

	"goodgraces/care"
)

// settledStates are those in which nobody does anything about a case.
var settledStates = []string{
	string(care.StateResolved), string(care.StateClosed), string(care.StateDismissed), string(care.StateFolded),
}

// Kept lists posts whose text is kept and still counts; see API.
func (s *Store) Kept(ctx context.Context, platform string, since time.Time, n int) ([]care.Mention, error) {
	waiting, err := find(ctx, s.read, scanMention, new(query).add("SELECT "+mentionColumns+
		" FROM cases c JOIN mentions m ON m.key = c.mention WHERE c.state NOT IN (?)", settledStates).add(
		" AND m.platform = ? AND m.deleted = 0 ORDER BY c.opened DESC, c.id LIMIT ?", platform, limit(n)))
	if err != nil {
		return nil, explain(err)
	}
	recent, err := collect(ctx, s.read, scanMention, "SELECT "+mentionColumns+
		" FROM mentions m WHERE m.read_at >= $1 AND m.platform = $2 AND m.deleted = 0 ORDER BY m.read_at DESC, m.seq DESC LIMIT $3",
		millis(since), platform, limit(n))
	seen := map[string]bool{}
	var out []care.Mention
	for _, r := range append(waiting, recent...) {
		if !seen[r.Mention.ID] && len(out) < n {
			seen[r.Mention.ID] = true
			out = append(out, r.Mention)
		}
	}
	return out, explain(err)
}
