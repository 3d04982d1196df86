package store

import (
	"context"

	"goodgraces/care"
)

// Encode is everything that Record keeps of a mention, as one text: the bytes
// of the benchmark's yardstick.
func Encode(h Handled, p care.Profile) string {
	doc := toJSON(h.Mention) + verdictJSON(h.Verdict) + toJSON(p)
	if h.Case != nil {
		doc += toJSON(h.Case) + toJSON(h.Draft)
	}
	return doc
}

// AppendAll is AppendAudit for many entries in one transaction.
func (s *Store) AppendAll(ctx context.Context, entries []AuditEntry) error {
	return s.update(ctx, func(t *tx) error {
		t.audit = append(t.audit, entries...)
		return nil
	})
}
