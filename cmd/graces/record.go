package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

// personRecord is everything that is kept of one account, for its owner. It
// holds the score too: it is about them.
type personRecord struct {
	Author  string             `json:"author"`
	Profile *care.Profile      `json:"profile"` // null where none is kept
	Linked  []string           `json:"linked_accounts"`
	Notes   []store.Note       `json:"notes"`
	Posts   []postRecord       `json:"posts"` // newest first
	Audit   []store.AuditEntry `json:"audit"`
}

// postRecord is one post with what was made of it.
type postRecord struct {
	Mention     exportedMention   `json:"mention"`
	ReadAt      time.Time         `json:"read_at"`
	Verdict     care.Verdict      `json:"verdict"`
	Case        *exportedCase     `json:"case,omitempty"`
	Decisions   []care.Decision   `json:"decisions,omitempty"`
	Corrections []care.Correction `json:"corrections,omitempty"`
	Answers     []exportedMention `json:"answers,omitempty"` // by accounts of ours
}

// exportAuthor writes a person's own record as one JSON document.
func exportAuthor(ctx context.Context, st *store.Store, out io.Writer, key string) error {
	d, err := st.Dossier(ctx, key)
	if errors.Is(err, store.ErrNotFound) {
		return fmt.Errorf("export: nothing is kept of %q; --author takes PLATFORM:ID, as posts and profiles have it", key)
	}
	if err != nil {
		return err
	}
	r := personRecord{Author: d.Author, Profile: d.Profile, Linked: notNil(d.Linked), Notes: notNil(d.Notes), Posts: []postRecord{}, Audit: notNil(d.Audit)}
	for _, e := range d.Posts {
		p := postRecord{Mention: asRead(e.Mention), ReadAt: e.ReadAt, Verdict: e.Verdict, Corrections: d.Corrections[e.Mention.Key()]}
		if e.File != nil {
			c := newExportedCase(*e.File)
			p.Case, p.Decisions = &c, e.File.Decisions
		}
		for _, a := range e.Answers {
			p.Answers = append(p.Answers, asRead(a))
		}
		r.Posts = append(r.Posts, p)
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(r)
}
