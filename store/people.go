package store

import (
	"cmp"
	"context"
	"slices"
	"time"

	"goodgraces/care"
)

// Accounts lists the author keys that belong to the same person as this one,
// itself among them, in alphabetical order.
func (s *Store) Accounts(ctx context.Context, key string) ([]string, error) {
	keys, err := accounts(ctx, s.read, key)
	return keys, explain(err)
}

func accounts(ctx context.Context, q querier, key string) ([]string, error) {
	others, err := collect(ctx, q, scanText, `SELECT key FROM profiles WHERE person <> '' AND person =
		(SELECT person FROM profiles WHERE key = $1)`, key)
	if len(others) == 0 {
		return []string{key}, err
	}
	slices.Sort(others)
	return others, err
}

// linked is the audit trail's word on two accounts of one person.
type linked struct {
	With string `json:"with"` // the other account, by its hash
}

// Link says that two accounts belong to one person: from then on they have one
// profile. ErrConflict when they have already.
func (s *Store) Link(ctx context.Context, a, b, actor string, at time.Time) error {
	return s.update(ctx, func(t *tx) error {
		one, err := t.account(ctx, a)
		if err != nil {
			return err
		}
		two, err := t.account(ctx, b)
		if err != nil {
			return err
		}
		if one.Key == two.Key || one.person != "" && one.person == two.person {
			return ErrConflict
		}
		t.note(at, actor, "author.linked", authorHash(a), linked{authorHash(b)})
		return t.link(ctx, one, two)
	})
}

// account returns an account's own row, an empty one where there is none.
func (t *tx) account(ctx context.Context, key string) (profileRow, error) {
	rows, err := t.store.engine.profilesIn(ctx, t, []string{key})
	if p, ok := rows[clean(key)]; ok {
		return *p, err
	}
	return profileRow{Profile: care.Profile{Key: clean(key)}}, err
}

// whole returns the profile that an account is met by: its own, or that of the
// person.
func (t *tx) whole(ctx context.Context, p profileRow) (care.Profile, error) {
	if p.person == "" {
		return p.Profile, nil
	}
	all, err := t.account(ctx, p.person)
	return all.Profile, err
}

func (t *tx) link(ctx context.Context, one, two profileRow) error {
	a, err := t.whole(ctx, one)
	if err != nil {
		return err
	}
	b, err := t.whole(ctx, two)
	if err != nil {
		return err
	}
	both := merged(a, b)
	switch {
	case one.person != "":
		both.Key, both.Version = a.Key, a.Version
	case two.person != "":
		both.Key, both.Version = b.Key, b.Version
	default:
		both.Key = newPerson()
	}
	for _, p := range []profileRow{one, two} {
		if err := t.join(ctx, p, both.Key); err != nil {
			return err
		}
	}
	return t.saveProfiles(ctx, []care.Profile{both})
}

// join makes an account, and all that are linked with it, part of a person.
func (t *tx) join(ctx context.Context, p profileRow, person string) error {
	switch p.person {
	case person:
		return nil
	case "":
		if err := t.saveProfiles(ctx, []care.Profile{p.Profile}); err != nil {
			return err
		}
		return exec(ctx, t, "UPDATE profiles SET person = $1 WHERE key = $2", person, p.Key)
	}
	if err := exec(ctx, t, "DELETE FROM profiles WHERE key = $1", p.person); err != nil {
		return err
	}
	return exec(ctx, t, "UPDATE profiles SET person = $1, version = version + 1 WHERE person = $2", person, p.person)
}

// Unlink gives an account a profile of its own again. ErrNotFound when it is
// linked with no other.
func (s *Store) Unlink(ctx context.Context, key, actor string, at time.Time) error {
	return s.update(ctx, func(t *tx) error {
		p, err := t.account(ctx, key)
		if err != nil {
			return err
		}
		if p.person == "" {
			return ErrNotFound
		}
		t.note(at, actor, "author.unlinked", authorHash(key), struct{}{})
		return t.unlink(ctx, p)
	})
}

func (t *tx) unlink(ctx context.Context, p profileRow) error {
	person, err := t.whole(ctx, p)
	if err != nil {
		return err
	}
	others, err := t.members(ctx, p.person, p.Key)
	if err != nil {
		return err
	}
	own, rest := parted(person, p.Profile)
	if err := t.alone(ctx, own); err != nil {
		return err
	}
	if len(others) > 1 {
		rest.Author = latestOf(others)
		return t.saveProfiles(ctx, []care.Profile{rest})
	}
	for _, last := range others {
		if err := t.alone(ctx, left(rest, last.Profile)); err != nil {
			return err
		}
	}
	return exec(ctx, t, "DELETE FROM profiles WHERE key = $1", p.person)
}

// members lists the accounts of a person but for one.
func (t *tx) members(ctx context.Context, person, but string) ([]profileRow, error) {
	return collect(ctx, t, scanProfile,
		"SELECT "+profileColumns+" FROM profiles p WHERE p.person = $1 AND p.key <> $2 ORDER BY p.key", person, but)
}

func latestOf(accounts []profileRow) care.Author {
	last := slices.MaxFunc(accounts, func(a, b profileRow) int { return a.LastSeen.Compare(b.LastSeen) })
	return last.Author
}

// alone saves the profile of an account that is linked with no other.
func (t *tx) alone(ctx context.Context, p care.Profile) error {
	if err := t.saveProfiles(ctx, []care.Profile{p}); err != nil {
		return err
	}
	return exec(ctx, t, "UPDATE profiles SET person = '' WHERE key = $1", p.Key)
}

// SignalCount is how often people agreed with a signal, and how often they met
// an author otherwise than it spoke for.
type SignalCount struct {
	Upheld    int `json:"upheld"`
	Overruled int `json:"overruled"`
}

// SignalCounts returns what people made of the signals, by the signal's name.
func (s *Store) SignalCounts(ctx context.Context) (map[string]SignalCount, error) {
	type count struct {
		name string
		SignalCount
	}
	rows, err := collect(ctx, s.read, func(row scanner) (c count, err error) {
		return c, row.Scan(&c.name, &c.Upheld, &c.Overruled)
	}, "SELECT name, upheld, overruled FROM signal_counts ORDER BY name")
	counts := make(map[string]SignalCount, len(rows))
	for _, r := range rows {
		counts[r.name] = r.SignalCount
	}
	return counts, explain(err)
}

// Uphold counts the signals on which a person agreed with the software.
func (s *Store) Uphold(ctx context.Context, signals []string) error {
	return s.update(ctx, func(t *tx) error { return t.count(ctx, signals, 1, 0) })
}

func (t *tx) count(ctx context.Context, signals []string, upheld, overruled int64) error {
	rows := make([][]any, 0, len(signals))
	for _, name := range slices.Compact(slices.Sorted(slices.Values(signals))) {
		rows = append(rows, []any{name, max(0, upheld), max(0, overruled)})
	}
	return t.upsert(ctx, "signal_counts (name, upheld, overruled)", ` ON CONFLICT (name) DO UPDATE SET
		upheld = signal_counts.upheld + excluded.upheld, overruled = signal_counts.overruled + excluded.overruled`, rows)
}

// overruled is the audit trail's word on a person's own stance towards an
// author. The reason stands in the profile, where it can be erased.
type overruled struct {
	Stance  care.Stance `json:"stance,omitempty"` // "" where it was taken back
	From    care.Stance `json:"from,omitempty"`
	Case    string      `json:"case,omitempty"`
	Signals []string    `json:"signals,omitempty"`
}

// Overrule sets how an author is met from now on, against the software's
// judgement; an empty Stance takes that back. It holds for all accounts of the
// author, and counts against the signals it names. Whoever saves the profile
// as it was before gets ErrConflict.
func (s *Store) Overrule(ctx context.Context, authorKey string, o care.Overrule) error {
	return s.update(ctx, func(t *tx) error {
		p, err := t.account(ctx, authorKey)
		if err != nil {
			return err
		}
		all, err := t.whole(ctx, p)
		if err != nil {
			return err
		}
		t.note(o.At, o.Actor, "author.overruled", authorHash(authorKey), overruled{o.Stance, o.From, o.Case, o.Signals})
		if err := t.recount(ctx, all.Overrule, o); err != nil {
			return err
		}
		return t.overrule(ctx, p, all, o)
	})
}

// recount counts an overrule's signals in place of those of the one before.
func (t *tx) recount(ctx context.Context, before *care.Overrule, o care.Overrule) error {
	if before != nil {
		for _, name := range before.Signals {
			if err := exec(ctx, t, "UPDATE signal_counts SET overruled = overruled - 1 WHERE name = $1 AND overruled > 0", name); err != nil {
				return err
			}
		}
	}
	if o.Stance == "" {
		return nil
	}
	return t.count(ctx, o.Signals, 0, 1)
}

// overrule writes it into the profile that the author is met by, and into the
// rows of the accounts: it holds for each when they are unlinked.
func (t *tx) overrule(ctx context.Context, p profileRow, all care.Profile, o care.Overrule) error {
	set := func(p care.Profile) care.Profile {
		if p.Overrule = &o; o.Stance == "" {
			p.Overrule = nil
		}
		return p
	}
	changed := []care.Profile{set(all)}
	if p.person != "" {
		accounts, err := t.members(ctx, p.person, "")
		if err != nil {
			return err
		}
		for _, a := range accounts {
			changed = append(changed, set(a.Profile))
		}
	}
	slices.SortFunc(changed, func(a, b care.Profile) int { return cmp.Compare(a.Key, b.Key) })
	return t.saveProfiles(ctx, changed)
}
