package store

import (
	"context"
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"goodgraces/care"
)

// FindAuthors returns the author keys on a platform that a handle (with or
// without @, whatever its case) or an ID names, in alphabetical order. It looks
// at profiles and posts.
func (s *Store) FindAuthors(ctx context.Context, platform, handleOrID string) ([]string, error) {
	given := strings.TrimPrefix(handleOrID, "@")
	keys := map[string]bool{}
	for _, id := range []string{given, handleOrID} {
		key := care.Key(platform, id)
		n, err := one(ctx, s.read, scanNumber, `SELECT (SELECT COUNT(*) FROM profiles WHERE key = $1) +
			(SELECT COUNT(*) FROM notes WHERE author = $1) +
			(SELECT COUNT(*) FROM (SELECT 1 FROM mentions WHERE author = $1 LIMIT 1) m)`, key)
		if err != nil {
			return nil, explain(err)
		}
		if n > 0 && id != "" {
			keys[key] = true
		}
	}
	profiles, err := collect(ctx, s.read, scanProfile,
		"SELECT "+profileColumns+" FROM profiles p WHERE p.handle = $1 AND p.handle <> ''", foldName(given))
	for _, p := range profiles {
		if strings.HasPrefix(p.Key, platform+":") && strings.EqualFold(p.Author.Handle, given) {
			keys[p.Key] = true
		}
	}
	if err == nil {
		err = s.findInPosts(ctx, platform, given, keys)
	}
	found := make([]string, 0, len(keys))
	for key := range keys {
		found = append(found, key)
	}
	slices.Sort(found)
	return found, explain(err)
}

// findInPosts adds the authors of posts under a handle: also of those whose
// profile is gone or has another handle by now.
func (s *Store) findInPosts(ctx context.Context, platform, handle string, keys map[string]bool) error {
	found, err := collect(ctx, s.read, scanText, `SELECT DISTINCT m.author FROM mentions m
		WHERE m.platform = $1 AND m.author <> '' AND LOWER(m.doc) LIKE $2 ESCAPE '\'`,
		platform, contains(`"handle":`+toJSON(strings.ToLower(handle))))
	for _, key := range found {
		keys[key] = true
	}
	return err
}

// Suggestion is an account that may belong to the same person as another. It is
// for a person to decide.
type Suggestion struct {
	Key    string      `json:"key"`
	Author care.Author `json:"author"`
	Reason string      `json:"reason"` // one sentence without subject
}

const (
	suggested  = 50 // candidates looked at, of each sort
	nearCopy   = 6  // SimHashes at most this far apart are near-copies: that of classifier/authors
	sameHandle = 4  // shorter handles are alike by chance
)

// Suggest lists accounts that look like the same person's: the same handle on
// another platform, or the same name and near-copies of posts.
func (s *Store) Suggest(ctx context.Context, authorKey string) ([]Suggestion, error) {
	rows, err := s.engine.profilesIn(ctx, s.read, []string{authorKey})
	p, ok := rows[clean(authorKey)]
	if err != nil || !ok {
		return nil, explain(err)
	}
	handle, name := lookAlike(p.Profile)
	alike, err := collect(ctx, s.read, scanProfile, "SELECT "+profileColumns+` FROM profiles p
		WHERE p.handle = $1 AND p.handle <> '' LIMIT $2`, handle, int64(suggested))
	if err != nil {
		return nil, explain(err)
	}
	namesakes, err := collect(ctx, s.read, scanProfile, "SELECT "+profileColumns+` FROM profiles p
		WHERE p.name = $1 AND p.name <> '' LIMIT $2`, name, int64(suggested))
	var out []Suggestion
	for _, other := range append(alike, namesakes...) {
		known := slices.ContainsFunc(out, func(s Suggestion) bool { return s.Key == other.Key })
		if other.Key == p.Key || known || p.person != "" && other.person == p.person {
			continue
		}
		if why := likeness(p.Profile, other.Profile); why != "" {
			out = append(out, Suggestion{other.Key, other.Author, why})
		}
	}
	return out, explain(err)
}

// likeness says why two accounts look like one person's; "" where they do not.
func likeness(a, b care.Profile) string {
	copies := copiesBetween(a, b)
	platform, _, _ := strings.Cut(a.Key, ":")
	elsewhere := !strings.HasPrefix(b.Key, platform+":")
	handleA, nameA := lookAlike(a)
	handleB, nameB := lookAlike(b)
	switch {
	case handleA == handleB && len(handleA) >= sameHandle && elsewhere && copies > 0:
		return fmt.Sprintf("has the same handle and posted %s", nearCopies(copies))
	case handleA == handleB && len(handleA) >= sameHandle && elsewhere:
		return "has the same handle on another platform"
	case nameA == nameB && nameA != "" && copies > 0:
		return fmt.Sprintf("has the same name and posted %s", nearCopies(copies))
	}
	return ""
}

func nearCopies(n int) string {
	if n == 1 {
		return "a near-copy of a post"
	}
	return fmt.Sprintf("near-copies of %d posts", n)
}

// copiesBetween counts the posts of a that b has near-copies of.
func copiesBetween(a, b care.Profile) int {
	n := 0
	for _, t := range a.Recent {
		if t.Hash != 0 && t.By == "" && slices.ContainsFunc(b.Recent, func(u care.Trace) bool {
			return u.Hash != 0 && u.By == "" && bits.OnesCount64(t.Hash^u.Hash) <= nearCopy
		}) {
			n++
		}
	}
	return n
}
