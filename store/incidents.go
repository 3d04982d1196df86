package store

import (
	"context"
	"time"

	"goodgraces/care"
)

const (
	incidentTable = "incidents (id, spot, kind, platform, thread, origin, topic, lead, note, started, ended, separate)"

	incidentColumns = "i.id, i.spot, i.kind, i.platform, i.thread, i.origin, i.topic, i.lead, i.note, i.started, i.ended, i.separate"
)

// incident is an incident with what only the store and the watch know of it.
type incident struct {
	care.Incident
	spot string
}

func (i *incident) row() []any {
	return []any{
		i.ID, i.spot, string(i.Kind), i.Platform, i.Thread, i.Origin, i.Topic, i.Lead, i.Note,
		millis(i.StartedAt), millis(i.EndedAt), flag(i.Separate),
	}
}

func scanIncident(row scanner) (i incident, err error) {
	var separate int64
	err = row.Scan(&i.ID, &i.spot, &i.Kind, &i.Platform, &i.Thread, &i.Origin, &i.Topic, &i.Lead, &i.Note,
		(*millisField)(&i.StartedAt), (*millisField)(&i.EndedAt), &separate)
	i.Separate = separate == 1
	return i, err
}

// IncidentFilter selects incidents; zero fields select all.
type IncidentFilter struct {
	Active bool   // only those that go on
	After  string // ID to start behind, newest first
	Limit  int    // 0 is 100
}

// Spot is an incident as the watch must know of it: by what its posts have in
// common. Separate says that they are to be left alone.
type Spot struct {
	Spot     string
	Separate bool
}

// Sighting is what the watch remembers of a stored mention.
type Sighting struct {
	Seq      int64 // its place in the order in which mentions were stored
	Key      string
	Author   string // author key
	Platform string
	Thread   string // thread key
	Sight    string
	At       time.Time // when it was written
	Incident string    // ID of the incident it is part of
}

// Bucket is how many posts an incident had in a stretch of time.
type Bucket struct {
	At    time.Time // where the stretch begins
	Posts int
	Own   int // of these, posts with a matter of their own
}

// opened reports whether the mention has the case that it opened itself, not
// one that stands for it.
func (r *MentionRow) opened() bool {
	return r.CaseID != "" && r.CaseID == care.CaseID(r.Mention.Platform, r.Mention.ID)
}

// LatestCase returns the case of an author's latest mention that has one.
func (s *Store) LatestCase(ctx context.Context, authorKey string) (care.Case, error) {
	c, err := one(ctx, s.read, scanCase, "SELECT "+caseColumns+` FROM cases c WHERE c.id =
		(SELECT m.case_id FROM mentions m WHERE m.author = $1 AND m.case_id <> '' ORDER BY m.seq DESC LIMIT 1)`, authorKey)
	return c.Case, explain(err)
}

// Sightings lists what the watch remembers of stored mentions; see API.
func (s *Store) Sightings(ctx context.Context, after int64, limit int) (found []Sighting, next int64, err error) {
	if after < 0 {
		last, err := one(ctx, s.read, scanNumber, "SELECT COALESCE(MAX(seq), 0) FROM mentions")
		if err != nil {
			return nil, 0, explain(err)
		}
		after = max(0, last-int64(limit))
	}
	found, err = collect(ctx, s.read, scanSighting, `SELECT seq, key, author, platform, thread, sight, written, incident FROM mentions
		WHERE seq > $1 ORDER BY seq LIMIT $2`, after, int64(limit))
	if next = after; len(found) > 0 {
		next = found[len(found)-1].Seq
	}
	return found, next, explain(err)
}

func scanSighting(row scanner) (g Sighting, err error) {
	return g, row.Scan(&g.Seq, &g.Key, &g.Author, &g.Platform, &g.Thread, &g.Sight, (*millisField)(&g.At), &g.Incident)
}

// Spots lists the incidents that the watch must know of; see API.
func (s *Store) Spots(ctx context.Context, since time.Time) ([]Spot, error) {
	spots, err := collect(ctx, s.read, func(row scanner) (p Spot, err error) {
		var separate int64
		err = row.Scan(&p.Spot, &separate)
		p.Separate = separate == 1
		return p, err
	}, "SELECT spot, separate FROM incidents WHERE ended = 0 OR ended >= $1 AND separate = 1 ORDER BY started DESC LIMIT 1000", millis(since))
	return spots, explain(err)
}

// Incident returns one incident with its counts.
func (s *Store) Incident(ctx context.Context, id string) (care.Incident, error) {
	all, err := s.incidents(ctx, new(query).add("SELECT "+incidentColumns+" FROM incidents i WHERE i.id = ?", id))
	if err == nil && len(all) == 0 {
		err = ErrNotFound
	}
	if err != nil {
		return care.Incident{}, err
	}
	return all[0], nil
}

// Incidents lists incidents, the newest first.
func (s *Store) Incidents(ctx context.Context, f IncidentFilter) ([]care.Incident, error) {
	q := new(query).add("SELECT " + incidentColumns + " FROM incidents i WHERE 1 = 1")
	if f.Active {
		q.add(" AND i.ended = 0")
	}
	if f.After != "" {
		q.add(" AND (i.started, i.id) < (SELECT started, id FROM incidents WHERE id = ?)", f.After)
	}
	return s.incidents(ctx, q.add(" ORDER BY i.started DESC, i.id DESC LIMIT ?", limit(f.Limit)))
}

// CountIncidents counts the incidents that go on.
func (s *Store) CountIncidents(ctx context.Context) (int, error) {
	n, err := one(ctx, s.read, scanNumber, "SELECT COUNT(*) FROM incidents WHERE ended = 0")
	return int(n), explain(err)
}

// size is what an incident's posts come to.
type size struct {
	id                   string
	posts, accounts, own int
	last                 time.Time
}

// incidents runs a query for incidents and counts their posts: the counts are
// never kept, so that they are true whatever was erased or released.
func (s *Store) incidents(ctx context.Context, q *query) ([]care.Incident, error) {
	rows, err := find(ctx, s.read, scanIncident, q)
	if err != nil {
		return nil, explain(err)
	}
	all := make([]care.Incident, len(rows))
	ids := make([]string, len(rows))
	at := map[string]*care.Incident{}
	for i, r := range rows {
		all[i], ids[i] = r.Incident, r.ID
		at[r.ID] = &all[i]
	}
	err = chunked(ids, func(ids []string) error {
		sizes, err := find(ctx, s.read, scanSize, new(query).add(`SELECT incident, COUNT(*), COUNT(DISTINCT author), SUM(own), MAX(written)
			FROM mentions WHERE incident <> '' AND incident IN (?) GROUP BY incident`, ids))
		for _, n := range sizes {
			i := at[n.id]
			i.Posts, i.Accounts, i.Genuine, i.LastAt = n.posts, n.accounts, n.own, n.last
		}
		return err
	})
	return all, explain(err)
}

func scanSize(row scanner) (n size, err error) {
	return n, row.Scan(&n.id, &n.posts, &n.accounts, &n.own, (*millisField)(&n.last))
}

// Growth counts an incident's posts over time; see API.
func (s *Store) Growth(ctx context.Context, id string, width time.Duration) ([]Bucket, error) {
	step := max(width.Milliseconds(), 1)
	buckets, err := collect(ctx, s.read, func(row scanner) (b Bucket, err error) {
		var n int64
		err = row.Scan(&n, &b.Posts, &b.Own)
		b.At = moment(n * step)
		return b, err
	}, `SELECT written / $1, COUNT(*), SUM(own) FROM mentions WHERE incident = $2 AND incident <> ''
		GROUP BY written / $1 ORDER BY 1`, step, id)
	return buckets, explain(err)
}

// Account is how much of an incident is one account's.
type Account struct {
	Key    string // author key
	Author care.Author
	Posts  int
}

// Loudest lists the accounts with the most posts in an incident. Posts of
// unknown and of forgotten authors count for none.
func (s *Store) Loudest(ctx context.Context, id string, n int) ([]Account, error) {
	all, err := collect(ctx, s.read, func(row scanner) (a Account, err error) {
		var doc string
		if err := row.Scan(&a.Key, &a.Posts, &doc); err != nil {
			return a, err
		}
		var m care.Mention
		err = fromJSON(doc, &m)
		a.Author = m.Author
		return a, err
	}, `SELECT l.author, l.posts, m.doc FROM (SELECT author, COUNT(*) AS posts, MAX(seq) AS last FROM mentions
		WHERE incident = $1 AND incident <> '' AND author <> '' GROUP BY author ORDER BY posts DESC, author LIMIT $2) l
		JOIN mentions m ON m.seq = l.last ORDER BY l.posts DESC, l.author`, id, limit(n))
	return all, explain(err)
}

// OwnCases lists the cases of an incident that have a matter of their own.
func (s *Store) OwnCases(ctx context.Context, id string, n int) ([]CaseRow, error) {
	rows, err := collect(ctx, s.read, scanCaseRow, "SELECT "+caseColumns+`, m.doc, m.verdict
		FROM cases c JOIN mentions m ON m.key = c.mention
		WHERE c.incident = $1 AND c.incident <> '' AND m.own = 1 ORDER BY c.priority DESC, c.opened, c.id LIMIT $2`, id, limit(n))
	return rows, explain(err)
}

// EndQuiet ends the incidents that had no post since a moment. What counts is
// when posts were read: an archive that is read today is no silence.
func (s *Store) EndQuiet(ctx context.Context, since, at time.Time) ([]string, error) {
	quiet, err := collect(ctx, s.read, scanText, `SELECT i.id FROM incidents i WHERE i.ended = 0 AND NOT EXISTS
		(SELECT 1 FROM mentions m WHERE m.incident = i.id AND m.incident <> '' AND m.read_at >= $1)`, millis(since))
	if err != nil || len(quiet) == 0 {
		return nil, explain(err)
	}
	return quiet, s.update(ctx, func(t *tx) error {
		for _, id := range quiet {
			if err := t.end(ctx, id, partWatch, at); err != nil {
				return err
			}
		}
		return nil
	})
}

// EndIncident ends an incident by a person's word; see API.
func (s *Store) EndIncident(ctx context.Context, id, actor string, at time.Time) error {
	return s.update(ctx, func(t *tx) error {
		i, err := t.incident(ctx, id)
		if err != nil {
			return err
		}
		if !i.EndedAt.IsZero() {
			return ErrConflict
		}
		return t.end(ctx, id, actor, at)
	})
}

func (t *tx) incident(ctx context.Context, id string) (incident, error) {
	return one(ctx, t, scanIncident, "SELECT "+incidentColumns+" FROM incidents i WHERE i.id = $1", id)
}

func (t *tx) end(ctx context.Context, id, actor string, at time.Time) error {
	t.note(at, actor, "incident.ended", id, struct{}{})
	return exec(ctx, t, "UPDATE incidents SET ended = $1 WHERE id = $2", millis(at), id)
}

// unspot takes the key of a mention that is forgotten out of incidents.
func (t *tx) unspot(ctx context.Context, old, key string) error {
	for _, text := range []string{
		"UPDATE incidents SET origin = $1 WHERE origin = $2",
		"UPDATE incidents SET thread = $1 WHERE thread = $2",
	} {
		if err := exec(ctx, t, text, key, old); err != nil {
			return err
		}
	}
	return nil
}
