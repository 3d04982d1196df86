package store

import (
	"context"
	"database/sql"
	"strings"
	"time"
	"unicode"

	"goodgraces/care"
)

// profileRow is a profile with what only the store knows of it.
type profileRow struct {
	care.Profile
	person string // key of the profile that this account shares with others; "" when it stands alone
}

const profileColumns = "p.key, p.version, p.doc, p.person"

func scanProfile(row scanner) (profileRow, error) {
	var p profileRow
	var doc sql.RawBytes
	if err := row.Scan(&p.Key, &p.Version, &doc, &p.person); err != nil {
		return p, err
	}
	return p, p.unpack(doc)
}

// scanPlaced reads a profile after the place of its row.
func scanPlaced(row scanner) (*profileRow, error) {
	p := new(profileRow)
	var doc sql.RawBytes
	if err := row.Scan(&p.Place, &p.Key, &p.Version, &doc, &p.person); err != nil {
		return nil, err
	}
	return p, p.unpack(doc)
}

// unpack reads everything but what has columns of its own.
func (p *profileRow) unpack(doc []byte) error {
	key := p.Key
	err := unpackProfile(doc, &p.Profile)
	p.Key = key
	return err
}

// profilesIn reads any number of profiles with one short statement: in batches
// of hundreds a list of placeholders takes as long to parse as rows to read.
func (e engine) profilesIn(ctx context.Context, q querier, keys []string) (map[string]*profileRow, error) {
	found := make(map[string]*profileRow, len(keys))
	if len(keys) == 0 {
		return found, nil
	}
	place := "0" // PostgreSQL has nothing to hold on to
	if e.inProcess {
		place = "p.rowid"
	}
	ps, err := collect(ctx, q, scanPlaced, "SELECT "+place+", "+profileColumns+" FROM profiles p WHERE p.key "+e.among, e.list(keys))
	for _, p := range ps {
		found[p.Key] = p
	}
	return found, err
}

// list is the argument of engine.among.
func (e engine) list(texts []string) any {
	clear := make([]string, len(texts))
	for i, text := range texts {
		clear[i] = clean(text)
	}
	if e.inProcess {
		return toJSON(clear)
	}
	return clear
}

// Profiles returns the profiles of the author keys that have one. Accounts that
// are linked have one between them: its Key, under which it is saved, is then
// none of theirs (see IsPerson), and each of its traces names its Account.
func (s *Store) Profiles(ctx context.Context, keys []string) (map[string]care.Profile, error) {
	found := make(map[string]care.Profile, len(keys))
	q := s.beforeWrite()
	stored, err := s.engine.profilesIn(ctx, q, keys)
	if err != nil {
		return nil, explain(err)
	}
	shared, err := s.engine.profilesIn(ctx, q, personsOf(stored))
	for _, key := range keys {
		p, ok := stored[clean(key)]
		if !ok {
			continue
		}
		if p.person == "" {
			p.Key = key
			found[key] = p.Profile
		} else if all, ok := shared[p.person]; ok {
			found[key] = all.Profile
		}
	}
	return found, explain(err)
}

// personsOf lists the persons behind linked accounts, each once.
func personsOf(accounts map[string]*profileRow) []string {
	seen := map[string]bool{"": true}
	var persons []string
	for _, p := range accounts {
		if !seen[p.person] {
			seen[p.person] = true
			persons = append(persons, p.person)
		}
	}
	return persons
}

// saveProfiles saves profiles on top of the versions they were read at.
func (t *tx) saveProfiles(ctx context.Context, profiles []care.Profile) error {
	day := millis(t.store.now().Truncate(24 * time.Hour))
	rows := make([]savedProfile, len(profiles))
	docs := make([]byte, 0, packedSize*len(profiles)) // of all of them, one behind the other
	for i := range profiles {
		docs = appendProfile(docs[len(docs):], &profiles[i])
		rows[i] = newSavedProfile(&profiles[i], docs, day)
	}
	if t.store.engine.inProcess {
		var err error
		if rows, err = t.rewriteProfiles(ctx, rows); err != nil {
			return err
		}
	}
	return t.putProfiles(ctx, rows)
}

// savedProfile is a profile as a row.
type savedProfile struct {
	key          string
	version      int64 // that it was read at
	place        int64 // where it was read; 0 is not known
	doc          []byte
	day          int64
	handle, name string
}

func newSavedProfile(p *care.Profile, doc []byte, day int64) savedProfile {
	handle, name := lookAlike(*p)
	return savedProfile{clean(p.Key), p.Version, p.Place, doc, day, clean(handle), clean(name)}
}

// rewriteProfiles saves the profiles whose rows are still where they were read,
// under the version and the names they had, so that no index need be searched
// or touched, and returns the others. A statement a row is the quickest where
// none of them travels.
func (t *tx) rewriteProfiles(ctx context.Context, rows []savedProfile) (others []savedProfile, err error) {
	update, err := t.PrepareContext(ctx, `UPDATE profiles SET version = version + 1, doc = $1, seen = $2
		WHERE rowid = $3 AND key = $4 AND version = $5 AND handle = $6 AND name = $7`)
	if err != nil {
		return nil, err
	}
	defer update.Close()
	// The transaction follows ctx; a watch over each of hundreds of statements
	// would start as many goroutines.
	ctx = context.WithoutCancel(ctx)
	for _, r := range rows {
		if r.place == 0 {
			others = append(others, r)
			continue
		}
		done, err := update.ExecContext(ctx, r.doc, r.day, r.place, r.key, r.version, r.handle, r.name)
		if err != nil {
			return nil, err
		}
		if n, err := done.RowsAffected(); err != nil || n == 0 {
			others = append(others, r)
		}
	}
	return others, nil
}

// putProfiles saves profiles that may be new.
func (t *tx) putProfiles(ctx context.Context, rows []savedProfile) error {
	if len(rows) == 0 {
		return nil
	}
	versions, err := t.profileVersions(ctx, rows)
	if err != nil {
		return err
	}
	values := make([][]any, len(rows))
	for i, r := range rows {
		if versions[r.key] != r.version {
			return ErrConflict
		}
		versions[r.key]++ // a second profile of one author in a batch is a conflict
		values[i] = []any{r.key, r.version + 1, r.doc, r.day, r.day, r.handle, r.name}
	}
	return t.upsert(ctx, "profiles (key, version, doc, seen, checked, handle, name)",
		` ON CONFLICT (key) DO UPDATE SET version = excluded.version, doc = excluded.doc, seen = excluded.seen,
		handle = excluded.handle, name = excluded.name`, values)
}

// lookAlike is what accounts of one person are found by: the handle and the
// name, folded. The profile of a person has neither.
func lookAlike(p care.Profile) (handle, name string) {
	if IsPerson(p.Key) {
		return "", ""
	}
	return foldName(p.Author.Handle), foldName(p.Author.Name)
}

// foldName keeps the letters and digits of a handle or a name, in lower case,
// without the host of a federated handle.
func foldName(s string) string {
	s, _, _ = strings.Cut(strings.TrimPrefix(s, "@"), "@")
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

func (t *tx) profileVersions(ctx context.Context, rows []savedProfile) (map[string]int64, error) {
	keys := make([]string, len(rows))
	for i, r := range rows {
		keys[i] = r.key
	}
	type version struct {
		key string
		n   int64
	}
	versions := make(map[string]int64, len(keys))
	err := chunked(keys, func(keys []string) error {
		q := new(query).add("SELECT key, version FROM profiles WHERE key IN (?)", keys)
		vs, err := find(ctx, t, func(row scanner) (v version, err error) { return v, row.Scan(&v.key, &v.n) }, q)
		for _, v := range vs {
			versions[v.key] = v.n
		}
		return err
	})
	return versions, err
}
