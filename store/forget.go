package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"goodgraces/care"
)

// Forgotten is what Forget found of an author and erased, and what it left.
type Forgotten struct {
	Mentions int `json:"mentions"`
	Cases    int `json:"cases"`
	Notes    int `json:"notes"`
	Answers  int `json:"answers"`   // posts of the brand's own accounts that answered or named the author
	Pointers int `json:"pointers"`  // other people's posts that pointed at the author: they stay, the pointers go
	UnderWay int `json:"under_way"` // messages on their way: what they say goes when they are settled
	// Linked are the other accounts that the author was linked with: they
	// stay, each with a profile of its own.
	Linked []string `json:"-"`
}

// Forget erases an author: the profile, notes and links; the mentions' texts,
// names, addresses and verdict evidence; in their cases the drafts', sends' and
// decisions' texts and what they answered in private; the brand's own posts that answered them, and whatever in
// other people's posts and profiles points at them. Cases that still wait are
// dismissed. What a send under way says goes when it is settled or parked.
//
// Of a post a hash of its key stays, so that it is not stored again when it is
// delivered again. The audit trail names the author by a hash. What others
// wrote stays, also where it names the author: these are their words.
func (s *Store) Forget(ctx context.Context, authorKey, actor string, at time.Time) (Forgotten, error) {
	var done Forgotten
	w, err := s.who(ctx, authorKey)
	if err != nil {
		return done, explain(err)
	}
	err = s.update(ctx, func(t *tx) (err error) {
		done, err = t.forgetAuthor(ctx, w, at)
		t.note(at, actor, "author.forgotten", authorHash(authorKey), done)
		return err
	})
	if err != nil {
		return Forgotten{}, err
	}
	return done, s.flushLog(ctx)
}

// Holdings tells what Forget would find, without erasing it.
func (s *Store) Holdings(ctx context.Context, authorKey string) (Forgotten, error) {
	w, err := s.who(ctx, authorKey)
	if err != nil {
		return Forgotten{}, explain(err)
	}
	done := Forgotten{Mentions: len(w.rows), Linked: w.linked}
	for _, r := range w.rows {
		if r.opened() {
			done.Cases++
		}
	}
	notes, err := s.Notes(ctx, []string{authorKey})
	if err != nil {
		return done, err
	}
	done.Notes = len(notes)
	others, err := mentionsIn(ctx, s.read, w.others)
	for _, r := range others {
		if w.answered(r.Mention) {
			done.Answers++
		} else {
			done.Pointers++
		}
	}
	return done, explain(err)
}

// forgetAuthor erases what who gathered, and what was added meanwhile.
func (t *tx) forgetAuthor(ctx context.Context, w *who, at time.Time) (done Forgotten, err error) {
	rows, err := mentionsOf(ctx, t, w.key)
	if err != nil {
		return done, err
	}
	done = Forgotten{Mentions: len(rows), Linked: w.linked}
	for _, r := range rows {
		w.add(r.Mention)
		if r.opened() {
			done.Cases++
		}
		n, err := t.forget(ctx, r, at)
		if done.UnderWay += n; err != nil {
			return done, err
		}
	}
	if err := t.forgetOthers(ctx, w, at, &done); err != nil {
		return done, err
	}
	gone, err := collect(ctx, t, scanNumber, "DELETE FROM notes WHERE author = $1 RETURNING id", w.key)
	if err != nil {
		return done, err
	}
	done.Notes = len(gone)
	return done, t.forgetProfile(ctx, w)
}

// forgetOthers takes out of other posts what points at the author. Of the
// brand's own posts, those that answered or named them are erased.
func (t *tx) forgetOthers(ctx context.Context, w *who, at time.Time, done *Forgotten) error {
	rows, err := mentionsIn(ctx, t, w.others)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if w.answered(r.Mention) {
			done.Answers++
			_, err = t.forget(ctx, r, at)
		} else if w.points(r) {
			done.Pointers++
			err = t.unpoint(ctx, w, r)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// unpoint takes what points at the author out of somebody else's post and out
// of what answered it.
func (t *tx) unpoint(ctx context.Context, w *who, r MentionRow) error {
	sends, err := t.sendsOf(ctx, r.CaseID)
	for i := 0; err == nil && i < len(sends); i++ {
		if w.scrub(&sends[i].Mention); w.inText(sends[i].thread) {
			sends[i].thread = sends[i].Mention.ThreadKey()
		}
		err = t.saveSend(ctx, &sends[i])
	}
	if err != nil {
		return err
	}
	w.scrub(&r.Mention)
	w.scrubVerdict(&r.Verdict)
	m := &r.Mention
	return exec(ctx, t, "UPDATE mentions SET thread = $1, doc = $2, verdict = $3, sight = '' WHERE key = $4",
		m.ThreadKey(), toJSON(m), verdictJSON(r.Verdict), m.Key())
}

// forgetProfile deletes the author's profile, taken out of a person's where it
// was linked, and what other profiles and incidents say of the author's threads.
func (t *tx) forgetProfile(ctx context.Context, w *who) error {
	p, err := t.account(ctx, w.key)
	if err != nil {
		return err
	}
	if p.person != "" {
		if err := t.dropReason(ctx, p); err != nil {
			return err
		}
		if err := t.unlink(ctx, p); err != nil {
			return err
		}
	}
	if err := exec(ctx, t, "DELETE FROM profiles WHERE key = $1", w.key); err != nil || !w.inside {
		return err
	}
	if err := exec(ctx, t, `UPDATE incidents SET thread = '' WHERE thread LIKE $1 ESCAPE '\'`, contains(w.id)); err != nil {
		return err
	}
	others, err := collect(ctx, t, scanProfile,
		"SELECT "+profileColumns+" FROM profiles p WHERE "+fmt.Sprintf(t.store.engine.holds, "p.doc"), []byte(w.id))
	if err != nil {
		return err
	}
	changed := make([]care.Profile, len(others))
	for i, o := range others {
		changed[i] = o.Profile
		for j := range o.Recent {
			if w.inText(o.Recent[j].Thread) {
				o.Recent[j].Thread = ""
			}
		}
	}
	return t.saveProfiles(ctx, changed)
}

// dropReason erases why an author was overruled, which may name them, from the
// accounts that were linked: what was decided holds for these.
func (t *tx) dropReason(ctx context.Context, p profileRow) error {
	if p.Overrule == nil {
		return nil
	}
	others, err := t.members(ctx, p.person, p.Key)
	if err != nil {
		return err
	}
	all, err := t.account(ctx, p.person)
	if err != nil {
		return err
	}
	var changed []care.Profile
	for _, other := range append(others, all) {
		if o := other.Overrule; o != nil && o.Actor == p.Overrule.Actor && o.At.Equal(p.Overrule.At) {
			o.Reason = ""
			changed = append(changed, other.Profile)
		}
	}
	return t.saveProfiles(ctx, changed)
}

// authorHash names an author in the audit trail, where nothing can be erased.
func authorHash(key string) string {
	sum := sha256.Sum256([]byte(clean(key)))
	return "author:" + hex.EncodeToString(sum[:8])
}

const forgottenPrefix = "forgotten-"

// forgottenID stands for the ID of a post that was forgotten: the platform's
// own leads back to its author.
func forgottenID(platform, id string) string {
	if strings.HasPrefix(id, forgottenPrefix) {
		return id
	}
	return forgottenPrefix + keyHash(care.Key(platform, id))
}

func keyHash(mentionKey string) string {
	sum := sha256.Sum256([]byte(clean(mentionKey)))
	return hex.EncodeToString(sum[:16])
}

// forgottenOf returns which of the mention keys belong to posts that were
// forgotten.
func forgottenOf(ctx context.Context, q querier, keys []string) (map[string]bool, error) {
	some, err := collect(ctx, q, scanText, "SELECT hash FROM forgotten LIMIT 1")
	if err != nil || len(some) == 0 {
		return nil, err
	}
	byHash := make(map[string]string, len(keys))
	hashes := make([]string, len(keys))
	for i, key := range keys {
		hashes[i] = keyHash(key)
		byHash[hashes[i]] = key
	}
	gone := map[string]bool{}
	return gone, chunked(hashes, func(hashes []string) error {
		found, err := find(ctx, q, scanText, new(query).add("SELECT hash FROM forgotten WHERE hash IN (?)", hashes))
		for _, hash := range found {
			gone[byHash[hash]] = true
		}
		return err
	})
}

// erased is what stays of a forgotten author's mention.
func erased(m care.Mention) care.Mention {
	return care.Mention{ID: forgottenID(m.Platform, m.ID), Platform: m.Platform, CreatedAt: m.CreatedAt, Connector: m.Connector, By: m.By, Deleted: true}
}

// forget erases a mention and what its case says, and returns how many
// messages of the case are still on their way.
func (t *tx) forget(ctx context.Context, r MentionRow, at time.Time) (underWay int, err error) {
	old, own := r.Mention.Key(), r.opened()
	r.Mention = erased(r.Mention)
	r.Verdict.Evidence, r.Verdict.Standing, r.Verdict.NeedsHuman = nil, nil, ""
	if err := t.rekey(ctx, old, r); err != nil || !own {
		return 0, err
	}
	return t.forgetCase(ctx, r.CaseID, at)
}

// rekey puts a forgotten mention in the place of what it was.
func (t *tx) rekey(ctx context.Context, old string, r MentionRow) error {
	key := r.Mention.Key()
	if key == old {
		return nil
	}
	if err := exec(ctx, t, `INSERT INTO mentions (key, author, thread, platform, read_at, case_id, deleted, search, doc, verdict,
		written, incident, own) SELECT $1, '', $1, platform, read_at, case_id, 1, '', $2, $3, written, incident, own FROM mentions WHERE key = $4`,
		key, toJSON(r.Mention), verdictJSON(r.Verdict), old); err != nil {
		return err
	}
	if err := exec(ctx, t, "UPDATE cases SET mention = $1 WHERE mention = $2", key, old); err != nil {
		return err
	}
	if err := exec(ctx, t, "DELETE FROM mentions WHERE key = $1", old); err != nil {
		return err
	}
	if err := t.unspot(ctx, old, key); err != nil {
		return err
	}
	return exec(ctx, t, "INSERT INTO forgotten (hash) VALUES ($1) ON CONFLICT DO NOTHING", keyHash(old))
}

func (t *tx) forgetCase(ctx context.Context, caseID string, at time.Time) (underWay int, err error) {
	if err := t.eraseDrafts(ctx, caseID, "the author was forgotten"); err != nil {
		return 0, err
	}
	if err := t.dropCase(ctx, caseID, at); err != nil {
		return 0, err
	}
	sends, err := t.sendsOf(ctx, caseID)
	for i := 0; err == nil && i < len(sends); i++ {
		sends[i].erase = true
		if err = t.saveSend(ctx, &sends[i]); sends[i].erase {
			underWay++
		}
	}
	if err != nil {
		return underWay, err
	}
	if err := exec(ctx, t, "UPDATE decisions SET reason = '' WHERE case_id = $1", caseID); err != nil {
		return underWay, err
	}
	if err := exec(ctx, t, "DELETE FROM answers WHERE case_id = $1", caseID); err != nil {
		return underWay, err
	}
	return underWay, exec(ctx, t, "UPDATE cases SET note = 'the author was forgotten' WHERE id = $1", caseID)
}

// forget erases what a send says and whom it answers. The platform's name of a
// private conversation goes as well; a public answer keeps its address, by
// which it can be taken down.
func (s *send) forget() {
	s.Text, s.Otherwise, s.Reason, s.Allowed, s.Mention = "", "", "", "", erased(s.Mention)
	if !s.Kind.Public() && s.Receipt != nil {
		s.Receipt = &care.Receipt{At: s.Receipt.At}
	}
	s.author, s.thread = "", ""
	s.erase = false
}

// flushLog makes SQLite overwrite the log in which erased texts may still
// stand. A reader at work only delays that until the next time.
func (s *Store) flushLog(ctx context.Context) error {
	if s.engine.name != "sqlite" {
		return nil
	}
	_, err := collect(ctx, s.write, func(row scanner) (n [3]int64, err error) { return n, row.Scan(&n[0], &n[1], &n[2]) },
		"PRAGMA wal_checkpoint(TRUNCATE)")
	return explain(err)
}
