package store

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"

	"goodgraces/care"
)

// rememberAnswer adds a public answer that stands to the profile of its
// author, once: it may have been read back from the platform before.
func (t *tx) rememberAnswer(ctx context.Context, s *send, at time.Time) error {
	if !s.Kind.Public() || s.erase {
		return nil
	}
	trace := s.trace()
	trace.At = moment(millis(at))
	return t.changeProfile(ctx, s.author, func(p *care.Profile) bool {
		trace.Account = accountIn(p, s.author)
		if p.Remember(trace) {
			p.Answers++
			return true
		}
		i := slices.IndexFunc(p.Recent, func(r care.Trace) bool { return r.ID == trace.ID && r.Account == trace.Account })
		if p.Recent[i].By != care.ByBrand { // what was read back knows less than we
			return false
		}
		p.Recent[i].Thread, p.Recent[i].Closing = trace.Thread, trace.Closing
		return true
	})
}

// trace is what a profile remembers of a public send. The line after a
// resolution closes the matter, not the person.
func (s *send) trace() care.Trace {
	t := care.Trace{ID: s.ID, By: care.ByBrand, Thread: s.Mention.ThreadKey(), Closing: s.Closing && s.Kind == care.SendPublic}
	if s.Receipt != nil {
		t.ID = cmp.Or(s.Receipt.ID, s.ID)
	}
	return t
}

// rememberDecision keeps in the author's profile that a case of theirs was
// resolved, for as long as it is.
func (t *tx) rememberDecision(ctx context.Context, c *kase, d care.Decision, from care.State) error {
	reopened := c.State == care.StateOpen && (from == care.StateResolved || from == care.StateClosed)
	if c.State != care.StateResolved && !reopened {
		return nil
	}
	m, err := one(ctx, t, scanMention, "SELECT "+mentionColumns+" FROM mentions m WHERE m.key = $1", c.Mention)
	if err != nil {
		return err
	}
	author := m.Mention.AuthorKey()
	return t.changeProfile(ctx, author, func(p *care.Profile) bool {
		if reopened {
			return unresolve(p, c.ID)
		}
		p.Resolved++
		return p.Remember(care.Trace{ID: c.ID, At: d.At, By: care.ByResolved, Thread: m.Mention.ThreadKey(), Account: accountIn(p, author)})
	})
}

// unresolve takes a resolution that did not hold out of a profile.
func unresolve(p *care.Profile, caseID string) bool {
	before := len(p.Recent)
	p.Recent = slices.DeleteFunc(p.Recent, func(t care.Trace) bool { return t.ID == caseID })
	if len(p.Recent) == before {
		return false
	}
	p.Resolved = max(0, p.Resolved-1)
	return true
}

// changeProfile changes the profile by which an account is met, where there is
// one; f reports whether there is something to save. Whoever read the profile
// before gets ErrConflict, and works on top of this.
func (t *tx) changeProfile(ctx context.Context, key string, f func(*care.Profile) bool) error {
	p, err := metBy(ctx, t, key)
	if err != nil || p.Version == 0 || !f(&p) {
		return err
	}
	return t.saveProfiles(ctx, []care.Profile{p})
}

// metBy is the profile by which an account is met, its own or that of a person
// with several; its Version is 0 where there is none.
func metBy(ctx context.Context, q querier, key string) (care.Profile, error) {
	p, err := profileIn(ctx, q, clean(key))
	if err == nil && p.person != "" {
		p, err = profileIn(ctx, q, p.person)
	}
	return p.Profile, err
}

// profileIn reads the profile of one key; its Version is 0 where there is none.
func profileIn(ctx context.Context, q querier, key string) (profileRow, error) {
	p, err := one(ctx, q, scanProfile, "SELECT "+profileColumns+" FROM profiles p WHERE p.key = $1", key)
	if errors.Is(err, ErrNotFound) {
		return profileRow{}, nil
	}
	return p, err
}

// accountIn is what a trace of an account says in a profile: nothing where the
// profile is the account's own.
func accountIn(p *care.Profile, key string) string {
	if p.Key == key {
		return ""
	}
	return key
}
