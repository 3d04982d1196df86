package store

import (
	"context"
	"database/sql"
	"errors"
	"time"
)

// tx is a writing transaction. It holds the ledger's row locked from its first
// to its last statement, so that writing transactions follow one another in
// both databases: revisions and the audit chain have no gaps and no races, and
// what a transaction has read stays true until it ends.
type tx struct {
	*sql.Tx
	ledger
	store    *Store
	audit    []AuditEntry // to be appended at the end
	orphaned []string     // cases dismissed because their post is gone: see passLeads
}

// ledger is where the revisions and the audit chain stand.
type ledger struct {
	rev  int64 // of the last change
	seq  int64 // of the last audit entry
	hash string
}

func scanLedger(row scanner) (l ledger, err error) {
	return l, row.Scan(&l.rev, &l.seq, &l.hash)
}

// update runs f in a writing transaction and appends what it audited.
func (s *Store) update(ctx context.Context, f func(*tx) error) error {
	s.busy.Add(1)
	defer s.busy.Add(-1)
	sqlTx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return explain(err)
	}
	t := &tx{Tx: sqlTx, store: s}
	if err = t.run(ctx, f); err != nil {
		return explain(errors.Join(err, ignoreDone(sqlTx.Rollback())))
	}
	return explain(sqlTx.Commit())
}

func (t *tx) run(ctx context.Context, f func(*tx) error) error {
	end, err := one(ctx, t, scanLedger, "SELECT rev, seq, hash FROM ledger WHERE id = 1"+t.store.engine.lockRow)
	if errors.Is(err, ErrNotFound) {
		return errors.New("store: the ledger is missing; restore a backup")
	}
	if err != nil {
		return err
	}
	t.ledger = end
	t.rev++
	if err := f(t); err != nil {
		return err
	}
	if err := t.passLeads(ctx); err != nil {
		return err
	}
	if err := t.appendAudit(ctx); err != nil {
		return err
	}
	return exec(ctx, t, "UPDATE ledger SET rev = $1, seq = $2, hash = $3 WHERE id = 1", t.rev, t.seq, t.hash)
}

// note adds an entry to the audit trail when the transaction ends.
func (t *tx) note(at time.Time, actor, action, object string, detail any) {
	t.audit = append(t.audit, AuditEntry{At: at, Actor: actor, Action: action, Object: object, Detail: toJSON(detail)})
}

// view runs f on one unchanging state of the database.
func (s *Store) view(ctx context.Context, f func(querier) error) error {
	options := s.engine.readOnly
	t, err := s.read.BeginTx(ctx, &options)
	if err != nil {
		return explain(err)
	}
	err = f(t)
	return explain(errors.Join(err, ignoreDone(t.Rollback())))
}

// ignoreDone drops what Rollback says where the connection or ctx ended first.
func ignoreDone(err error) error {
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	return err
}
