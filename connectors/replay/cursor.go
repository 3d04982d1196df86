package replay

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"maps"
	"os"
	"strconv"

	"goodgraces/connectors/replay/posts"
)

// headBytes is how much of a file's beginning tells whether it is still the
// file that the cursor speaks of.
const headBytes = 256

// cursor remembers how far each file was read.
type cursor struct {
	Files map[string]place `json:"files"` // by base name
}

// place is how far one file was read, and what its beginning was like then.
type place struct {
	posts.Position
	Head string `json:"head,omitempty"`
}

// parseCursor reads a saved cursor. One that cannot be read counts as none:
// everything is read again, and redelivery is harmless.
func parseCursor(text string) cursor {
	var c cursor
	if json.Unmarshal([]byte(text), &c) != nil || c.Files == nil {
		c.Files = map[string]place{}
	}
	return c
}

func (c cursor) String() string {
	b, _ := json.Marshal(c) // a map of strings and numbers always marshals
	return string(b)
}

// keep forgets the files that are no longer there, so that the cursor of a
// watched folder stays as small as the folder.
func (c cursor) keep(names map[string]bool) {
	maps.DeleteFunc(c.Files, func(name string, _ place) bool { return !names[name] })
}

// resumable returns the place if f still begins as it did then, else the
// beginning: a file that was replaced or cut is read anew.
func (p place) resumable(f *os.File) (place, error) {
	head, err := hashHead(f, p.Offset)
	if err != nil {
		return place{}, err
	}
	if head != p.Head {
		return place{}, nil
	}
	return p, nil
}

// hashHead hashes the first bytes of f, at most limit. A file that is shorter
// than limit hashes to nothing.
func hashHead(f *os.File, limit int64) (string, error) {
	stat, err := f.Stat()
	if err != nil {
		return "", fmt.Errorf("replay: %w", err)
	}
	if stat.Size() < limit {
		return "", nil
	}
	h := fnv.New64a()
	if _, err := io.Copy(h, io.NewSectionReader(f, 0, min(limit, headBytes))); err != nil {
		return "", fmt.Errorf("replay: read %s: %w", f.Name(), err)
	}
	return strconv.FormatUint(h.Sum64(), 36), nil
}
