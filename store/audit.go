package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
)

// ErrTampered: the audit trail is not what was written.
var ErrTampered = errors.New("store: the audit trail was tampered with")

// chain is the hash of an entry: SHA-256 over the hash before it and, as a
// JSON list, the entry's other fields in the order of AuditEntry.
func chain(before string, e *AuditEntry) string {
	sum := sha256.Sum256([]byte(before + toJSON([]any{e.Seq, millis(e.At), e.Actor, e.Action, e.Object, e.Detail})))
	return hex.EncodeToString(sum[:])
}

// appendAudit writes the entries noted by a transaction behind the chain.
func (t *tx) appendAudit(ctx context.Context) error {
	if len(t.audit) == 0 {
		return nil
	}
	rows := make([][]any, len(t.audit))
	for i := range t.audit {
		e := &t.audit[i]
		e.Actor, e.Action, e.Object, e.Detail = clean(e.Actor), clean(e.Action), clean(e.Object), clean(e.Detail)
		t.seq++
		e.Seq = t.seq
		e.Hash = chain(t.hash, e)
		t.hash = e.Hash
		rows[i] = []any{e.Seq, millis(e.At), e.Actor, e.Action, e.Object, e.Detail, e.Hash}
	}
	return t.insert(ctx, "audit (seq, at, actor, action, object, detail, hash)", rows)
}

// AppendAudit appends one entry; Seq and Hash are set by the store. A zero At
// is now, an empty Detail is {}.
func (s *Store) AppendAudit(ctx context.Context, e AuditEntry) error {
	if e.At.IsZero() {
		e.At = s.now()
	}
	if e.Detail == "" {
		e.Detail = "{}"
	}
	return s.update(ctx, func(t *tx) error {
		t.audit = append(t.audit, e)
		return nil
	})
}

func scanAudit(row scanner) (e AuditEntry, err error) {
	return e, row.Scan(&e.Seq, (*millisField)(&e.At), &e.Actor, &e.Action, &e.Object, &e.Detail, &e.Hash)
}

// Audit lists entries behind a number, oldest first.
func (s *Store) Audit(ctx context.Context, object string, after int64, n int) ([]AuditEntry, error) {
	entries, err := find(ctx, s.read, scanAudit, auditQuery(object, after, n))
	return entries, explain(err)
}

func auditQuery(object string, after int64, n int) *query {
	q := new(query).add("SELECT seq, at, actor, action, object, detail, hash FROM audit WHERE seq > ?", after)
	if object != "" {
		q.add(" AND object = ?", object)
	}
	return q.add(" ORDER BY seq LIMIT ?", limit(n))
}

// VerifyAudit walks the chain from its start and returns how many entries
// hold, and an ErrTampered that names the first that does not. It sees lines
// that were changed, removed, added or moved. It cannot see an attacker who
// rewrote everything behind a point, the ledger included: for that, keep a
// copy of the last hash elsewhere.
func (s *Store) VerifyAudit(ctx context.Context) (int64, error) {
	var good ledger
	err := s.view(ctx, func(q querier) error {
		end, err := one(ctx, q, scanLedger, "SELECT rev, seq, hash FROM ledger WHERE id = 1")
		if err != nil {
			return err
		}
		for {
			entries, err := find(ctx, q, scanAudit, auditQuery("", good.seq, 1000))
			if err != nil {
				return err
			}
			if len(entries) == 0 {
				return good.reaches(end)
			}
			if err := good.follow(entries); err != nil {
				return err
			}
		}
	})
	return good.seq, err
}

// follow goes along the chain for as long as it holds.
func (l *ledger) follow(entries []AuditEntry) error {
	for i := range entries {
		e := &entries[i]
		if e.Seq != l.seq+1 {
			return fmt.Errorf("%w: entry %d is missing", ErrTampered, l.seq+1)
		}
		if e.Hash != chain(l.hash, e) {
			return fmt.Errorf("%w: entry %d (%s %s of %s) does not match its hash", ErrTampered, e.Seq, e.Actor, e.Action, e.Object)
		}
		l.seq, l.hash = e.Seq, e.Hash
	}
	return nil
}

// reaches checks that the chain ends where the ledger says.
func (l *ledger) reaches(end ledger) error {
	switch {
	case l.seq < end.seq:
		return fmt.Errorf("%w: entry %d is missing", ErrTampered, l.seq+1)
	case l.seq > end.seq:
		return fmt.Errorf("%w: entry %d was added", ErrTampered, end.seq+1)
	case l.hash != end.hash:
		return fmt.Errorf("%w: entry %d is not the one that was written", ErrTampered, l.seq)
	}
	return nil
}
