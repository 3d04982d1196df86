package store

import (
	"context"
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

func scanProfile(row scanner) (p profileRow, err error) {
	var key, doc string
	var version int64
	if err := row.Scan(&key, &version, &doc, &p.person); err != nil {
		return p, err
	}
	err = fromJSON(doc, &p.Profile)
	p.Key, p.Version = key, version
	return p, err
}

func profilesIn(ctx context.Context, q querier, keys []string) (map[string]profileRow, error) {
	found := make(map[string]profileRow, len(keys))
	err := chunked(keys, func(keys []string) error {
		ps, err := find(ctx, q, scanProfile, new(query).add("SELECT "+profileColumns+" FROM profiles p WHERE p.key IN (?)", keys))
		for _, p := range ps {
			found[p.Key] = p
		}
		return err
	})
	return found, err
}

// Profiles returns the profiles of the author keys that have one. Accounts that
// are linked have one between them: its Key, under which it is saved, is then
// none of theirs (see IsPerson), and each of its traces names its Account.
func (s *Store) Profiles(ctx context.Context, keys []string) (map[string]care.Profile, error) {
	found := make(map[string]care.Profile, len(keys))
	stored, err := profilesIn(ctx, s.read, keys)
	if err != nil {
		return nil, explain(err)
	}
	shared, err := profilesIn(ctx, s.read, personsOf(stored))
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
func personsOf(accounts map[string]profileRow) []string {
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
	if len(profiles) == 0 {
		return nil
	}
	versions, err := t.profileVersions(ctx, profiles)
	if err != nil {
		return err
	}
	rows := make([][]any, 0, len(profiles))
	seen := millis(t.store.now().Truncate(24 * time.Hour))
	for _, p := range profiles {
		key := clean(p.Key)
		if versions[key] != p.Version {
			return ErrConflict
		}
		versions[key] = p.Version + 1 // a second profile of one author in a batch is a conflict
		handle, name := lookAlike(p)
		rows = append(rows, []any{key, p.Version + 1, toJSON(p), seen, handle, name})
	}
	return t.upsert(ctx, "profiles (key, version, doc, seen, handle, name)",
		` ON CONFLICT (key) DO UPDATE SET version = excluded.version, doc = excluded.doc, seen = excluded.seen,
		handle = excluded.handle, name = excluded.name`, rows)
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

func (t *tx) profileVersions(ctx context.Context, profiles []care.Profile) (map[string]int64, error) {
	keys := make([]string, len(profiles))
	for i, p := range profiles {
		keys[i] = p.Key
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
