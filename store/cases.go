package store

import (
	"context"
	"time"

	"goodgraces/care"
)

const (
	caseTable = "cases (id, mention, state, priority, owner, note, opened, due, updated, first_response, round, incident, rev, resolved, followed)"

	caseColumns = "c.id, c.mention, c.state, c.priority, c.owner, c.note, c.opened, c.due, c.updated, c.first_response, c.round, c.incident, c.resolved, c.followed"
)

// kase is a case with what only the store knows of it.
type kase struct {
	care.Case
	// round counts how often the case was reopened after it was resolved:
	// what was said in an earlier round does not forbid saying more.
	round int64
	// followed is '' where it may be asked how it went, or one of the words below.
	followed string
}

// Why nobody is asked how it went.
const (
	declined = "declined" // a person said so
	never    = "never"    // of those who were folded, and in matters of law and safety
)

func followedIn(s care.State) string {
	if s == care.StateFolded || s == care.StateLegal || s == care.StateSafety {
		return never
	}
	return ""
}

// caseRow is a new case as a row of caseTable.
func (t *tx) caseRow(c *care.Case) []any {
	return []any{
		c.ID, c.Mention, string(c.State), int64(c.Priority), c.Owner, c.Note, millis(c.OpenedAt), millis(c.DueAt),
		millis(c.UpdatedAt), millis(c.FirstResponseAt), int64(0), c.Incident, t.rev,
		millis(c.ResolvedAt), followedIn(c.State),
	}
}

func scanCase(row scanner) (kase, error) {
	var c kase
	err := row.Scan(c.fields()...)
	return c, err
}

// fields are where caseColumns are scanned to.
func (c *kase) fields() []any {
	return []any{
		&c.ID, &c.Mention, &c.State, &c.Priority, &c.Owner, &c.Note, (*millisField)(&c.OpenedAt),
		(*millisField)(&c.DueAt), (*millisField)(&c.UpdatedAt), (*millisField)(&c.FirstResponseAt), &c.round, &c.Incident, (*millisField)(&c.ResolvedAt), &c.followed,
	}
}

// millisField scans Unix milliseconds into a time.
type millisField time.Time

// Scan implements sql.Scanner.
func (f *millisField) Scan(v any) error {
	ms, _ := v.(int64)
	*f = millisField(moment(ms))
	return nil
}

func (t *tx) kase(ctx context.Context, id string) (*kase, error) {
	c, err := one(ctx, t, scanCase, "SELECT "+caseColumns+" FROM cases c WHERE c.id = $1", id)
	return &c, err
}

// move changes a case's state; *care.MoveError when care.Moves has no such
// move. It is the only place where a case's state changes.
func (t *tx) move(ctx context.Context, c *kase, to care.State, at time.Time) error {
	if !care.CanMove(c.State, to) {
		return &care.MoveError{CaseID: c.ID, From: c.State, To: to}
	}
	if to == care.StateOpen && (c.State == care.StateResolved || c.State == care.StateClosed) {
		c.round++
		c.ResolvedAt = time.Time{}
	}
	if to == care.StateResolved {
		c.ResolvedAt = moment(millis(at))
	}
	if s := followedIn(to); s != "" {
		c.followed = s
	}
	c.State = to
	return t.touch(ctx, c, at)
}

// touch saves a case and makes the change seen by ChangedSince.
func (t *tx) touch(ctx context.Context, c *kase, at time.Time) error {
	c.UpdatedAt = moment(millis(at))
	return exec(ctx, t, `UPDATE cases SET state = $1, note = $2, updated = $3, first_response = $4, round = $5, rev = $6,
		incident = $7, resolved = $8, followed = $9 WHERE id = $10`, string(c.State), c.Note, millis(at), millis(c.FirstResponseAt), c.round,
		t.rev, c.Incident, millis(c.ResolvedAt), c.followed, c.ID)
}

func scanCaseRow(row scanner) (CaseRow, error) {
	var c kase
	var doc, verdict string
	if err := row.Scan(append(c.fields(), &doc, &verdict)...); err != nil {
		return CaseRow{}, err
	}
	r := CaseRow{Case: c.Case}
	if err := fromJSON(doc, &r.Mention); err != nil {
		return r, err
	}
	var err error
	r.Verdict, err = readVerdict(verdict)
	return r, err
}

// Cases lists cases.
func (s *Store) Cases(ctx context.Context, f CaseFilter) ([]CaseRow, error) {
	rows, err := find(ctx, s.read, scanCaseRow, caseQuery(f))
	return rows, explain(err)
}

// caseQuery picks the cases first and joins their mentions afterwards, so that
// the database sorts short rows.
func caseQuery(f CaseFilter) *query {
	order, behind := f.Order.terms()
	q := new(query).add("SELECT " + caseColumns + ", m.doc, m.verdict FROM (SELECT * FROM cases c WHERE 1 = 1")
	if len(f.States) > 0 {
		states := make([]string, len(f.States))
		for i, state := range f.States {
			states[i] = string(state)
		}
		q.add(" AND c.state IN (?)", states)
	}
	q.addMention(f)
	q.addPrivate(f)
	if f.After != "" {
		q.add(" AND "+behind, f.After)
	}
	return q.add(" ORDER BY "+order+" LIMIT ?", limit(f.Limit)).
		add(") c JOIN mentions m ON m.key = c.mention ORDER BY " + order)
}

// addMention appends what a filter asks of the cases' mentions.
func (q *query) addMention(f CaseFilter) {
	if f.Platform == "" && f.Author == "" && f.Thread == "" && f.Query == "" {
		return
	}
	q.add(" AND c.id IN (SELECT m.case_id FROM mentions m WHERE m.case_id <> ''")
	for _, is := range []struct{ column, value string }{
		{"m.platform", f.Platform}, {"m.author", f.Author}, {"m.thread", f.Thread},
	} {
		if is.value != "" {
			q.add(" AND "+is.column+" = ?", is.value)
		}
	}
	q.addWords("m.search", f.Query)
	q.add(")")
}

// terms are an order of cases in SQL, and the condition that a case comes
// behind another in that order.
func (o Order) terms() (order, behind string) {
	switch o {
	case ByNewest:
		return "c.opened DESC, c.id DESC", "(c.opened, c.id) < (SELECT opened, id FROM cases WHERE id = ?)"
	case ByID:
		return "c.id", "c.id > ?"
	}
	return "c.priority DESC, c.opened, c.id",
		"(-c.priority, c.opened, c.id) > (SELECT -priority, opened, id FROM cases WHERE id = ?)"
}

// CountCases counts the cases in each state.
func (s *Store) CountCases(ctx context.Context) (Counts, error) {
	type count struct {
		state care.State
		n     int
	}
	rows, err := collect(ctx, s.read, func(row scanner) (c count, err error) { return c, row.Scan(&c.state, &c.n) },
		"SELECT state, COUNT(*) FROM cases GROUP BY state")
	counts := Counts{}
	for _, r := range rows {
		counts[r.state] = r.n
	}
	return counts, explain(err)
}

// ChangedSince lists the IDs of cases changed after a revision, in the order
// of change, and the revision to ask from next time; a negative revision lists
// nothing and returns the present one.
func (s *Store) ChangedSince(ctx context.Context, since int64) (ids []string, next int64, err error) {
	if since < 0 {
		next, err = one(ctx, s.read, scanNumber, "SELECT rev FROM ledger WHERE id = 1")
		return nil, next, explain(err)
	}
	type change struct {
		id  string
		rev int64
	}
	changes, err := collect(ctx, s.read, func(row scanner) (c change, err error) { return c, row.Scan(&c.id, &c.rev) },
		"SELECT id, rev FROM cases WHERE rev > $1 ORDER BY rev, id", since)
	next = since
	for _, c := range changes {
		ids, next = append(ids, c.id), c.rev
	}
	return ids, next, explain(err)
}
