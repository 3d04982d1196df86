package store

import (
	"context"

	"goodgraces/care"
)

func scanProfile(row scanner) (p care.Profile, err error) {
	var key, doc string
	var version int64
	if err := row.Scan(&key, &version, &doc); err != nil {
		return p, err
	}
	err = fromJSON(doc, &p)
	p.Key, p.Version = key, version
	return p, err
}

// Profiles returns the profiles of the author keys that have one.
func (s *Store) Profiles(ctx context.Context, keys []string) (map[string]care.Profile, error) {
	stored := make(map[string]care.Profile, len(keys))
	err := chunked(keys, func(keys []string) error {
		q := new(query).add("SELECT key, version, doc FROM profiles WHERE key IN (?)", keys)
		ps, err := find(ctx, s.read, scanProfile, q)
		for _, p := range ps {
			stored[p.Key] = p
		}
		return err
	})
	found := make(map[string]care.Profile, len(stored))
	for _, key := range keys {
		if p, ok := stored[clean(key)]; ok {
			p.Key = key
			found[key] = p
		}
	}
	return found, explain(err)
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
	for _, p := range profiles {
		key := clean(p.Key)
		if versions[key] != p.Version {
			return ErrConflict
		}
		versions[key] = p.Version + 1 // a second profile of one author in a batch is a conflict
		rows = append(rows, []any{key, p.Version + 1, toJSON(p)})
	}
	return t.upsert(ctx, "profiles (key, version, doc)",
		" ON CONFLICT (key) DO UPDATE SET version = excluded.version, doc = excluded.doc", rows)
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
