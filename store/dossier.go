package store

import (
	"context"

	"goodgraces/care"
)

// Dossier is everything that is kept of one account: what its owner may ask to
// see.
type Dossier struct {
	Author string
	// Profile is the account's own, also where it is linked with others: what
	// these did is not part of it. nil where there is none.
	Profile     *care.Profile
	Linked      []string // other accounts that the team holds for the same person's
	Notes       []Note
	Posts       []Event // newest first
	Corrections map[string][]care.Correction
	Audit       []AuditEntry // what was done to the profile
}

const dossierPage = 500

// Dossier gathers what is kept of an account; ErrNotFound where there is
// nothing.
func (s *Store) Dossier(ctx context.Context, authorKey string) (Dossier, error) {
	d := Dossier{Author: authorKey, Corrections: map[string][]care.Correction{}}
	var err error
	if d.Profile, d.Linked, err = s.ownProfile(ctx, authorKey); err != nil {
		return d, explain(err)
	}
	if d.Notes, err = s.Notes(ctx, []string{authorKey}); err != nil {
		return d, err
	}
	for after := ""; ; {
		page, err := s.Timeline(ctx, []string{authorKey}, after, dossierPage)
		if err != nil {
			return d, err
		}
		if len(page) == 0 {
			break
		}
		d.Posts = append(d.Posts, page...)
		after = page[len(page)-1].Mention.Key()
	}
	for _, p := range d.Posts {
		said, err := s.Corrections(ctx, p.Mention.Key())
		if err != nil {
			return d, err
		}
		if len(said) > 0 {
			d.Corrections[p.Mention.Key()] = said
		}
	}
	if d.Audit, err = s.Audit(ctx, authorHash(authorKey), 0, dossierPage); err != nil {
		return d, err
	}
	if d.Profile == nil && len(d.Posts) == 0 && len(d.Notes) == 0 {
		return d, ErrNotFound
	}
	return d, nil
}

// ownProfile is what a profile would be if the account were linked with no
// other.
func (s *Store) ownProfile(ctx context.Context, key string) (*care.Profile, []string, error) {
	rows, err := s.engine.profilesIn(ctx, s.read, []string{key})
	p, ok := rows[clean(key)]
	if err != nil || !ok {
		return nil, nil, err
	}
	if p.person == "" {
		return &p.Profile, nil, nil
	}
	shared, err := s.engine.profilesIn(ctx, s.read, []string{p.person})
	all, ok := shared[p.person]
	if err != nil || !ok {
		return nil, nil, err
	}
	own := restored(all.Profile, p.Profile)
	keys, err := s.Accounts(ctx, key)
	var linked []string
	for _, k := range keys {
		if k != p.Key {
			linked = append(linked, k)
		}
	}
	return &own, linked, err
}
