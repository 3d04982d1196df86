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

// inTurn is a post, and where it stands in the order in which posts were read in.
type inTurn struct {
	care.Mention
	seq int64
}

func scanInTurn(row scanner) (inTurn, error) {
	var one inTurn
	var doc string
	if err := row.Scan(&one.seq, &doc); err != nil {
		return one, err
	}
	return one, fromJSON(doc, &one.Mention)
}

// KeptInTurn lists posts whose text is kept, in turn; see API.
func (s *Store) KeptInTurn(ctx context.Context, platform string, behind int64, n int) (posts []care.Mention, next int64, all int, err error) {
	found, err := collect(ctx, s.read, scanInTurn,
		"SELECT m.seq, m.doc FROM mentions m WHERE m.seq > $1 AND m.platform = $2 AND m.deleted = 0 ORDER BY m.seq LIMIT $3", behind, platform, limit(n)+1)
	if err != nil {
		return nil, 0, 0, explain(err)
	}
	for i, one := range found {
		if int64(i) == limit(n) { // one more: these are not the last
			next = found[i-1].seq
			break
		}
		posts = append(posts, one.Mention)
	}
	count, err := one(ctx, s.read, scanNumber, "SELECT COUNT(*) FROM mentions WHERE platform = $1 AND deleted = 0", platform)
	return posts, next, int(count), explain(err)
}
