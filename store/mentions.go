package store

import (
	"context"
	"strings"
	"time"

	"goodgraces/care"
)

// verdictDoc is a verdict as it is kept: with what the command line leaves out.
type verdictDoc struct {
	care.Verdict
	Rule       string `json:"rule,omitempty"`
	Model      string `json:"model,omitempty"`
	NeedsHuman string `json:"needs_human,omitempty"`
}

func verdictJSON(v care.Verdict) string {
	return toJSON(verdictDoc{Verdict: v, Rule: v.Rule, Model: v.Model, NeedsHuman: v.NeedsHuman})
}

func readVerdict(doc string) (care.Verdict, error) {
	var d verdictDoc
	err := fromJSON(doc, &d)
	d.Verdict.Rule, d.Verdict.Model, d.Verdict.NeedsHuman = d.Rule, d.Model, d.NeedsHuman
	return d.Verdict, err
}

// searchText is what a query is matched against: the post and who wrote it,
// in lower case.
func searchText(m *care.Mention) string {
	return strings.ToLower(m.Text + "\n" + m.Author.Handle + "\n" + m.Author.Name)
}

// addWords appends a condition for each word of a query: it occurs literally,
// without case.
func (q *query) addWords(column, words string) {
	for word := range strings.FieldsSeq(strings.ToLower(words)) {
		q.add(" AND "+column+` LIKE ? ESCAPE '\'`, contains(word))
	}
}

// contains is the pattern of texts that contain another, for LIKE … ESCAPE '\'.
func contains(text string) string {
	return "%" + strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(text) + "%"
}

const mentionColumns = "m.case_id, m.read_at, m.doc, m.verdict"

func scanMention(row scanner) (MentionRow, error) {
	var r MentionRow
	var at int64
	var doc, verdict string
	if err := row.Scan(&r.CaseID, &at, &doc, &verdict); err != nil {
		return r, err
	}
	r.ReadAt = moment(at)
	if err := fromJSON(doc, &r.Mention); err != nil {
		return r, err
	}
	var err error
	r.Verdict, err = readVerdict(verdict)
	return r, err
}

// Known returns which of the mention keys are stored or were forgotten, and
// with it the ID of the case each has ("" for none).
func (s *Store) Known(ctx context.Context, keys []string) (map[string]string, error) {
	known, err := s.ofMentions(ctx, "case_id", keys)
	if err != nil {
		return nil, err
	}
	gone, err := forgottenOf(ctx, s.read, keys)
	for key := range gone {
		known[key] = ""
	}
	return known, explain(err)
}

// Refs returns Mention.Ref of those of the mention keys that are stored; see API.
func (s *Store) Refs(ctx context.Context, keys []string) (map[string]string, error) {
	refs, err := s.ofMentions(ctx, "doc", keys)
	for key, doc := range refs {
		var m care.Mention
		if err := fromJSON(doc, &m); err != nil {
			return nil, err
		}
		refs[key] = m.Ref
	}
	return refs, err
}

// ofMentions returns a column of those of the mention keys that are stored.
func (s *Store) ofMentions(ctx context.Context, column string, keys []string) (map[string]string, error) {
	known := make(map[string]string, len(keys))
	stored := make(map[string]string, len(keys))
	err := chunked(keys, func(keys []string) error {
		q := new(query).add("SELECT key, "+column+" FROM mentions WHERE key IN (?)", keys)
		rows, err := find(ctx, s.read, scanPair, q)
		for _, r := range rows {
			stored[r.a] = r.b
		}
		return err
	})
	for _, key := range keys {
		if value, ok := stored[clean(key)]; ok {
			known[key] = value
		}
	}
	return known, explain(err)
}

// Mention returns one mention, also by the key that it had before it was
// forgotten.
func (s *Store) Mention(ctx context.Context, key string) (MentionRow, error) {
	platform, id, _ := strings.Cut(key, ":")
	rows, err := find(ctx, s.read, scanMention, new(query).add(
		"SELECT "+mentionColumns+" FROM mentions m WHERE m.key IN (?)", []string{key, care.Key(platform, forgottenID(platform, id))}))
	if err == nil && len(rows) == 0 {
		err = ErrNotFound
	}
	if err != nil {
		return MentionRow{}, explain(err)
	}
	return rows[0], nil
}

// Mentions lists mentions in the order in which they were read, newest first
// unless the filter says otherwise.
func (s *Store) Mentions(ctx context.Context, f MentionFilter) ([]MentionRow, error) {
	rows, err := find(ctx, s.read, scanMention, mentionQuery(f))
	return rows, explain(err)
}

func mentionQuery(f MentionFilter) *query {
	q := new(query).add("SELECT " + mentionColumns + " FROM mentions m WHERE 1 = 1")
	if f.Author != "" {
		q.add(" AND m.author = ?", f.Author)
	}
	if f.Thread != "" {
		q.add(" AND m.thread = ?", f.Thread)
	}
	if f.NoCase {
		q.add(" AND m.case_id = '' AND m.incident = ''")
	}
	if f.Incident != "" {
		q.add(" AND m.incident = ? AND m.incident <> ''", f.Incident)
	}
	if !f.Since.IsZero() {
		q.add(" AND m.read_at >= ?", millis(f.Since))
	}
	q.addWords("m.search", f.Query)
	behind, order := "<", " ORDER BY m.seq DESC"
	if f.OldestKey {
		behind, order = ">", " ORDER BY m.seq"
	}
	if f.After != "" {
		q.add(" AND m.seq "+behind+" (SELECT seq FROM mentions WHERE key = ?)", f.After)
	}
	return q.add(order+" LIMIT ?", limit(f.Limit))
}

// limit is the number of rows that a list is asked for.
func limit(n int) int64 {
	if n <= 0 {
		return 100
	}
	return int64(n)
}

// CountMentions counts the mentions read since a moment, and those of them
// that needed no case; those that an incident stands for are not among these.
func (s *Store) CountMentions(ctx context.Context, since time.Time) (total, withoutCase int, err error) {
	type counts struct{ total, without int }
	c, err := one(ctx, s.read, func(row scanner) (c counts, err error) { return c, row.Scan(&c.total, &c.without) },
		"SELECT COUNT(*), COUNT(CASE WHEN case_id = '' AND incident = '' THEN 1 END) FROM mentions WHERE read_at >= $1", millis(since))
	return c.total, c.without, explain(err)
}

// mentionsOf lists everything an author wrote, oldest first.
func mentionsOf(ctx context.Context, q querier, author string) ([]MentionRow, error) {
	return collect(ctx, q, scanMention,
		"SELECT "+mentionColumns+" FROM mentions m WHERE m.author = $1 ORDER BY m.seq", author)
}

// PostsOf lists the IDs of an account's mentions whose text is kept; see API.
func (s *Store) PostsOf(ctx context.Context, authorKey string) ([]string, error) {
	keys, err := collect(ctx, s.read, scanText, "SELECT key FROM mentions WHERE author = $1 AND deleted = 0 ORDER BY seq", authorKey)
	for i, key := range keys {
		_, keys[i], _ = strings.Cut(key, ":")
	}
	return keys, explain(err)
}

// mentionsIn returns those of the mention keys that are stored.
func mentionsIn(ctx context.Context, q querier, keys []string) (all []MentionRow, err error) {
	err = chunked(keys, func(keys []string) error {
		rows, err := find(ctx, q, scanMention,
			new(query).add("SELECT "+mentionColumns+" FROM mentions m WHERE m.key IN (?)", keys))
		all = append(all, rows...)
		return err
	})
	return all, err
}
