package store

import (
	"context"
	"slices"
	"time"

	"goodgraces/care"
)

const (
	sendTable = `sends (id, case_id, kind, n, round, leads, state, connector, actor, created, not_before, after_id,
		attempts, lookups, parked, claimed_by, claim_until, erase, body, otherwise, reason, mention, receipt,
		author, thread, closing, allowed, route)`

	sendColumns = `s.id, s.case_id, s.kind, s.n, s.round, s.leads, s.state, s.connector, s.actor, s.created, s.not_before,
		s.after_id, s.attempts, s.lookups, s.parked, s.claimed_by, s.claim_until, s.erase, s.body, s.otherwise, s.reason,
		s.mention, s.receipt, s.author, s.thread, s.closing, s.allowed, s.route`
)

// send is a send with what only the store knows of it.
type send struct {
	care.Send
	n          int64  // the number in its ID
	round      int64  // of the case, when it was approved
	leads      bool   // the case moves along with it
	author     string // key of whom it answers
	thread     string // key of the conversation
	claimUntil int64
	erase      bool // its texts go when it is settled: the author was forgotten
}

// live reports whether the message is on its way or may stand.
func (s *send) live() bool { return !s.State.Done() }

// row is a new send as a row of sendTable.
func (s *send) row() []any {
	return []any{
		s.ID, s.CaseID, string(s.Kind), s.n, s.round, flag(s.leads), string(s.State), s.Connector, s.Actor,
		millis(s.CreatedAt), millis(s.NotBefore), s.After, int64(s.Attempts), int64(s.Lookups), flag(s.Parked),
		s.ClaimedBy, s.claimUntil, flag(s.erase), s.Text, s.Otherwise, s.Reason, toJSON(s.Mention), receiptJSON(s.Receipt),
		s.author, s.thread, flag(s.Closing), s.Allowed, s.Route,
	}
}

func receiptJSON(r *care.Receipt) string {
	if r == nil {
		return ""
	}
	return toJSON(r)
}

func scanSend(row scanner) (send, error) {
	var s send
	var mention, receipt string
	var leads, parked, erase, closing int64
	err := row.Scan(&s.ID, &s.CaseID, &s.Kind, &s.n, &s.round, &leads, &s.State, &s.Connector, &s.Actor,
		(*millisField)(&s.CreatedAt), (*millisField)(&s.NotBefore), &s.After, &s.Attempts, &s.Lookups, &parked,
		&s.ClaimedBy, &s.claimUntil, &erase, &s.Text, &s.Otherwise, &s.Reason, &mention, &receipt,
		&s.author, &s.thread, &closing, &s.Allowed, &s.Route)
	if err != nil {
		return s, err
	}
	s.leads, s.Parked, s.erase, s.Closing = leads == 1, parked == 1, erase == 1, closing == 1
	if receipt != "" {
		s.Receipt = new(care.Receipt)
		if err := fromJSON(receipt, s.Receipt); err != nil {
			return s, err
		}
	}
	return s, fromJSON(mention, &s.Mention)
}

func (t *tx) send(ctx context.Context, id string) (*send, error) {
	s, err := one(ctx, t, scanSend, "SELECT "+sendColumns+" FROM sends s WHERE s.id = $1", id)
	return &s, err
}

// sendsOf lists a case's sends, oldest first.
func (t *tx) sendsOf(ctx context.Context, caseID string) ([]send, error) {
	return collect(ctx, t, scanSend,
		"SELECT "+sendColumns+" FROM sends s WHERE s.case_id = $1 ORDER BY s.created, s.n, s.kind", caseID)
}

// settled is the audit trail's word on a send that changed its state.
type settled struct {
	Send     string         `json:"send"`
	From     care.SendState `json:"from"`
	To       care.SendState `json:"to"`
	Parked   bool           `json:"parked,omitempty"`
	Attempts int            `json:"attempts,omitempty"`
	Receipt  string         `json:"receipt,omitempty"`
}

// moveSend changes a send's state; ErrConflict when care.SendMoves has no such
// move. It is the only place where a send's state changes.
func (t *tx) moveSend(ctx context.Context, s *send, to care.SendState, actor string, at time.Time) error {
	if !canMoveSend(s.State, to) {
		return ErrConflict
	}
	e := settled{Send: s.ID, From: s.State, To: to, Parked: s.Parked, Attempts: s.Attempts}
	if s.Receipt != nil {
		e.Receipt = s.Receipt.ID
	}
	t.note(at, actor, "send."+string(to), s.CaseID, e)
	s.State = to
	return t.saveSend(ctx, s)
}

func canMoveSend(from, to care.SendState) bool {
	return slices.Contains(care.SendMoves[from], to)
}

// saveSend saves what changes of a send after it was approved.
func (t *tx) saveSend(ctx context.Context, s *send) error {
	if s.erase && (s.State.Done() || s.Parked) {
		s.forget()
	}
	return exec(ctx, t, `UPDATE sends SET state = $1, not_before = $2, attempts = $3, lookups = $4, parked = $5,
		claimed_by = $6, claim_until = $7, erase = $8, body = $9, otherwise = $10, reason = $11, mention = $12,
		receipt = $13, author = $14, thread = $15, allowed = $16 WHERE id = $17`,
		string(s.State), millis(s.NotBefore), int64(s.Attempts), int64(s.Lookups), flag(s.Parked), s.ClaimedBy,
		s.claimUntil, flag(s.erase), s.Text, s.Otherwise, s.Reason, toJSON(s.Mention), receiptJSON(s.Receipt),
		s.author, s.thread, s.Allowed, s.ID)
}

// Send returns one send.
func (s *Store) Send(ctx context.Context, id string) (care.Send, error) {
	found, err := one(ctx, s.read, scanSend, "SELECT "+sendColumns+" FROM sends s WHERE s.id = $1", id)
	return found.Send, explain(err)
}

// Sends lists the sends in some states, or all of them, oldest first.
func (s *Store) Sends(ctx context.Context, states []care.SendState, n int) ([]care.Send, error) {
	q := new(query).add("SELECT " + sendColumns + " FROM sends s")
	if len(states) > 0 {
		names := make([]string, len(states))
		for i, state := range states {
			names[i] = string(state)
		}
		q.add(" WHERE s.state IN (?)", names)
	}
	rows, err := find(ctx, s.read, scanSend, q.add(" ORDER BY s.created, s.id LIMIT ?", limit(n)))
	return plain(rows), explain(err)
}

func plain(rows []send) []care.Send {
	sends := make([]care.Send, len(rows))
	for i, r := range rows {
		sends[i] = r.Send
	}
	return sends
}

// CountSends counts the sends in each state.
func (s *Store) CountSends(ctx context.Context) (map[care.SendState]int, error) {
	type count struct {
		state care.SendState
		n     int
	}
	rows, err := collect(ctx, s.read, func(row scanner) (c count, err error) { return c, row.Scan(&c.state, &c.n) },
		"SELECT state, COUNT(*) FROM sends GROUP BY state")
	counts := map[care.SendState]int{}
	for _, r := range rows {
		counts[r.state] = r.n
	}
	return counts, explain(err)
}

// AnswersTo lists, by author, what was said in public to them, or is about to be,
// newest first; nothing to nobody.
func (s *Store) AnswersTo(ctx context.Context, authors []string, n int) (map[string][]string, error) {
	rows, err := collect(ctx, s.read, scanPair, `SELECT author, body FROM (
			SELECT author, body, created, id, ROW_NUMBER() OVER (PARTITION BY author ORDER BY created DESC, id) AS place FROM sends
			WHERE author `+s.engine.among+` AND author <> '' AND kind IN ('public', 'closing')
				AND state IN ('approved', 'sending', 'unknown', 'sent') AND body <> '') a
		WHERE place <= $2 ORDER BY author, created DESC, id`, s.engine.list(authors), limit(n))
	said, answers := map[string][]string{}, map[string][]string{}
	for _, r := range rows {
		said[r.a] = append(said[r.a], r.b)
	}
	for _, author := range authors {
		if texts := said[clean(author)]; texts != nil {
			answers[author] = texts
		}
	}
	return answers, explain(err)
}

// RecentAnswers lists what was said in public through a connector (through
// any when it is ""), or is about to be, newest first.
func (s *Store) RecentAnswers(ctx context.Context, connector string, n int) ([]string, error) {
	q := new(query).add("SELECT body FROM sends WHERE kind IN ('public', 'closing') AND state IN ('approved', 'sending', 'unknown', 'sent') AND body <> ''")
	if connector != "" {
		q.add(" AND connector = ?", connector)
	}
	texts, err := find(ctx, s.read, scanText, q.add(" ORDER BY created DESC, id LIMIT ?", limit(n)))
	return texts, explain(err)
}
