package store

import (
	"context"
	"fmt"
	"time"

	"goodgraces/care"
)

// partIngest is who opens cases, in the audit trail.
const partIngest = "graces/work"

// Record saves handled mentions with their cases, drafts and authors' profiles
// in one transaction. A mention that is there already is left as it is, with
// its case; of two with one key in hs the first wins. It returns ErrConflict,
// and saves nothing, when a profile changed since it was read, or when a
// mention whose author's profile is among profiles became known meanwhile: the
// profile would count it twice. Likewise when the incident at a Spot, which the
// mention was to be part of, does not go on.
func (s *Store) Record(ctx context.Context, hs []Handled, profiles []care.Profile, gs ...Gathering) error {
	if len(hs) == 0 && len(profiles) == 0 && len(gs) == 0 {
		return nil
	}
	b := newBatch(hs, millis(s.now()))
	return s.update(ctx, func(t *tx) error {
		if err := t.saveProfiles(ctx, profiles); err != nil {
			return err
		}
		opened, err := t.openIncidents(ctx, gs)
		if err != nil {
			return err
		}
		if err := t.place(ctx, b, opened); err != nil {
			return err
		}
		if err := t.insertMentions(ctx, b, profiles); err != nil {
			return err
		}
		if err := t.insertCases(ctx, b); err != nil {
			return err
		}
		if err := t.answeredByHand(ctx, b); err != nil {
			return err
		}
		if err := t.fileAnswers(ctx, b); err != nil {
			return err
		}
		if err := t.heardAgain(ctx, b); err != nil {
			return err
		}
		return t.attachAll(ctx, opened)
	})
}

// batch is what Record writes, encoded before the write lock is taken.
type batch struct {
	handled []*entry // at first all, then those that are new
	byKey   map[string]*entry
}

// entry is one mention of a batch.
type entry struct {
	Handled
	author  string // author key
	profile string // key of the profile that counts it
	mention []any  // its row
	kase    care.Case
	draft   string // JSON, "" for none
}

func newBatch(hs []Handled, readAt int64) *batch {
	b := &batch{byKey: make(map[string]*entry, len(hs))}
	for i := range hs {
		e := newEntry(hs[i], readAt)
		key := e.mention[0].(string)
		if b.byKey[key] == nil {
			b.byKey[key] = e
			b.handled = append(b.handled, e)
		}
	}
	return b
}

func newEntry(h Handled, readAt int64) *entry {
	m := &h.Mention
	e := &entry{Handled: h, author: m.AuthorKey()}
	if e.profile = h.Profile; e.profile == "" {
		e.profile = e.author
	}
	if h.Case != nil {
		e.kase = newCase(*h.Case, m)
		if h.Draft != nil {
			e.draft = toJSON(numbered(*h.Draft, e.kase.ID, 1))
		}
	}
	caseID := e.kase.ID
	if caseID == "" {
		caseID = h.KeptWith
	}
	e.mention = []any{
		clean(m.Key()), e.author, m.ThreadKey(), m.Platform, readAt, caseID, flag(m.Deleted),
		searchText(m), toJSON(m), verdictJSON(h.Verdict), millis(written(m, readAt)), h.Sight, "", flag(h.Own && h.Spot != ""),
	}
	return e
}

// written is when a mention was written: when it was read, where the platform
// does not tell or tells of the future.
func written(m *care.Mention, readAt int64) time.Time {
	if at := moment(readAt); m.CreatedAt.IsZero() || m.CreatedAt.After(at) {
		return at
	}
	return m.CreatedAt
}

// writtenColumn and incidentColumn are where a mention's row holds when it was
// written and its incident.
const (
	writtenColumn  = 10
	incidentColumn = 12
)

// written is when the mention was written, in Unix milliseconds.
func (e *entry) written() int64 { return e.mention[writtenColumn].(int64) }

// newCase fills in what a case derives from its mention.
func newCase(c care.Case, m *care.Mention) care.Case {
	if c.ID == "" {
		c.ID = care.CaseID(m.Platform, m.ID)
	}
	c.Mention = clean(m.Key())
	if c.UpdatedAt.IsZero() {
		c.UpdatedAt = c.OpenedAt
	}
	return c
}

// numbered is a draft as the n-th of its case.
func numbered(d care.Draft, caseID string, n int64) care.Draft {
	d.ID, d.CaseID = fmt.Sprintf("%s.%d", caseID, n), caseID
	return d
}

// insertMentions saves the mentions that are new and takes the others out of
// the batch.
func (t *tx) insertMentions(ctx context.Context, b *batch, profiles []care.Profile) error {
	gone, err := forgottenOf(ctx, t, b.keys())
	if err != nil {
		return err
	}
	rows := make([][]any, 0, len(b.handled))
	for _, e := range b.handled {
		if !gone[e.mention[0].(string)] {
			rows = append(rows, e.mention)
		}
	}
	fresh, err := t.insertNew(ctx,
		"mentions (key, author, thread, platform, read_at, case_id, deleted, search, doc, verdict, written, sight, incident, own)", "key", rows)
	if err != nil || len(fresh) == len(b.handled) {
		return err
	}
	b.keep(fresh)
	for _, p := range profiles {
		for _, e := range b.byKey { // what is left in byKey was known before
			if p.Key == e.profile {
				return ErrConflict
			}
		}
	}
	return nil
}

func (b *batch) keys() []string {
	keys := make([]string, len(b.handled))
	for i, e := range b.handled {
		keys[i] = e.mention[0].(string)
	}
	return keys
}

// keep leaves the fresh entries in handled and the others in byKey.
func (b *batch) keep(fresh []string) {
	b.handled = b.handled[:0]
	for _, key := range fresh {
		b.handled = append(b.handled, b.byKey[key])
		delete(b.byKey, key)
	}
}

// opening is the audit trail's word on a new case.
type opening struct {
	State    care.State  `json:"state"`
	Action   care.Action `json:"action"`
	Priority int         `json:"priority"`
	Model    string      `json:"model,omitempty"`
	Draft    string      `json:"draft,omitempty"`
}

func (t *tx) insertCases(ctx context.Context, b *batch) error {
	var cases, drafts [][]any
	for _, e := range b.handled {
		if e.Case == nil {
			continue
		}
		c := &e.kase
		cases = append(cases, t.caseRow(c))
		o := opening{State: c.State, Action: e.Verdict.Action, Priority: c.Priority, Model: e.Verdict.Model}
		if e.draft != "" {
			drafts = append(drafts, []any{c.ID, int64(1), e.draft})
			o.Draft = c.ID + ".1"
		}
		t.note(t.store.now(), partIngest, "case.opened", c.ID, o)
	}
	if err := t.insert(ctx, caseTable, cases); err != nil {
		return err
	}
	return t.insert(ctx, "drafts (case_id, n, doc)", drafts)
}
