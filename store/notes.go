package store

import (
	"context"
	"time"
)

// Note is what somebody of the team wrote down about an author. It is personal
// data and goes with the author.
type Note struct {
	ID     int64     `json:"id"`
	Author string    `json:"author"` // author key
	Actor  string    `json:"actor"`  // who wrote it
	Text   string    `json:"text"`
	At     time.Time `json:"at"`
}

// noted is the audit trail's word on a note.
type noted struct {
	Note int64 `json:"note"`
}

// AddNote saves a note; its ID is set by the store.
func (s *Store) AddNote(ctx context.Context, n Note) (Note, error) {
	err := s.update(ctx, func(t *tx) (err error) {
		n.ID, err = one(ctx, t, scanNumber, "INSERT INTO notes (author, actor, text, at) VALUES ($1, $2, $3, $4) RETURNING id",
			n.Author, n.Actor, n.Text, millis(n.At))
		t.note(n.At, n.Actor, "note.added", authorHash(n.Author), noted{n.ID})
		return err
	})
	return n, err
}

// DeleteNote deletes a note of the actor's own; ErrNotFound for any other.
func (s *Store) DeleteNote(ctx context.Context, id int64, actor string, at time.Time) error {
	return s.update(ctx, func(t *tx) error {
		author, err := one(ctx, t, scanText, "DELETE FROM notes WHERE id = $1 AND actor = $2 RETURNING author", id, actor)
		if err != nil {
			return err
		}
		t.note(at, actor, "note.deleted", authorHash(author), noted{id})
		return nil
	})
}

// Notes lists the notes about some authors, newest first.
func (s *Store) Notes(ctx context.Context, authorKeys []string) ([]Note, error) {
	notes, err := find(ctx, s.read, func(row scanner) (n Note, err error) {
		return n, row.Scan(&n.ID, &n.Author, &n.Actor, &n.Text, (*millisField)(&n.At))
	}, new(query).add("SELECT id, author, actor, text, at FROM notes WHERE author IN (?) ORDER BY id DESC", authorKeys))
	return notes, explain(err)
}
