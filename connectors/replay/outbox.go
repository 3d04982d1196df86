package replay

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/replay/posts"
)

// Entry is one line of an outbox.
type Entry struct {
	Key       string        `json:"key"` // the send's ID
	Kind      care.SendKind `json:"kind"`
	Platform  string        `json:"platform"`
	InReplyTo string        `json:"in_reply_to"`
	Author    string        `json:"author"` // whom it answers: the handle, else the ID
	Text      string        `json:"text"`
	At        time.Time     `json:"at"`
}

// Outbox is a file of JSON Lines to which answers are appended, never twice
// for one key. Any number of processes may share it: they take turns by a lock
// on the file. Each append is synced to disk before it returns. A last line torn
// by a crash is cut off before the next append.
type Outbox struct {
	path string

	mu    sync.Mutex
	known map[string]time.Time // when each key was written
	file  os.FileInfo          // the file that known was read from
	read  int64                // how much of it, in bytes: whole lines only
	// unended says that what follows is an entry that lacks its line end.
	unended bool
}

// NewOutbox makes an outbox; the file is created by the first Append.
func NewOutbox(path string) *Outbox { return &Outbox{path: path, known: map[string]time.Time{}} }

// Append writes e unless its key stands already, and returns when it was
// written first. An error that wraps connectors.ErrNotSent means that nothing
// was written.
func (o *Outbox) Append(ctx context.Context, e Entry) (time.Time, error) {
	line, err := json.Marshal(e)
	if err != nil {
		return time.Time{}, fmt.Errorf("outbox: %w: %w", connectors.ErrNotSent, err)
	}
	at := e.At
	err = o.locked(ctx, os.O_RDWR|os.O_CREATE|os.O_APPEND, func(f *os.File) error {
		if first, ok := o.known[e.Key]; ok {
			at = first
			return nil
		}
		return o.write(f, append(line, '\n'), e)
	})
	if err != nil {
		return time.Time{}, err
	}
	return at, nil
}

// Find returns when the key was written, or connectors.ErrNotFound.
func (o *Outbox) Find(ctx context.Context, key string) (time.Time, error) {
	var at time.Time
	var ok bool
	err := o.locked(ctx, os.O_RDONLY, func(*os.File) error {
		at, ok = o.known[key]
		return nil
	})
	if errors.Is(err, os.ErrNotExist) || err == nil && !ok {
		return time.Time{}, fmt.Errorf("outbox: %s: %w", key, connectors.ErrNotFound)
	}
	return at, err
}

// size is how many answers were in the outbox when it was last looked at.
func (o *Outbox) size() int {
	o.mu.Lock()
	defer o.mu.Unlock()
	return len(o.known)
}

// locked calls do with the file locked and everything in it known. Up to
// there nothing was written, and its errors say so.
func (o *Outbox) locked(ctx context.Context, flag int, do func(*os.File) error) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	f, err := os.OpenFile(o.path, flag, 0o600)
	if err != nil {
		return fmt.Errorf("outbox: %w: %w; check the setting outbox", connectors.ErrNotSent, err)
	}
	defer f.Close()
	if err := lock(ctx, f); err != nil {
		return fmt.Errorf("outbox: %w: lock %s: %w", connectors.ErrNotSent, o.path, err)
	}
	defer unlock(f)
	if err := o.catchUp(f); err != nil {
		return fmt.Errorf("outbox: %w: read %s: %w", connectors.ErrNotSent, o.path, err)
	}
	return do(f)
}

// catchUp learns what others wrote since the last call; all of it when the
// file was replaced or cut.
func (o *Outbox) catchUp(f *os.File) error {
	stat, err := f.Stat()
	if err != nil {
		return err
	}
	if o.file == nil || !os.SameFile(o.file, stat) || stat.Size() < o.read {
		o.known, o.read = map[string]time.Time{}, 0
	}
	o.file = stat
	lines := posts.NewLines(io.NewSectionReader(f, o.read, stat.Size()-o.read))
	lines.Growing(true)
	begin := o.read
	for {
		line, err := lines.Next()
		var long *posts.LineError
		switch {
		case errors.Is(err, io.EOF):
			return o.readTail(f, stat.Size())
		case err != nil && !errors.As(err, &long):
			return err
		}
		o.read = begin + lines.Pos().Offset
		o.learn(line.Text)
	}
}

// readTail reads a last line without its line end: either an entry whose line
// end is missing, or what a crash left of one.
func (o *Outbox) readTail(f *os.File, size int64) error {
	tail := make([]byte, min(size-o.read, posts.MaxLine))
	if _, err := f.ReadAt(tail, o.read); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	o.unended = o.learn(tail)
	return nil
}

// learn remembers the key of a line and reports whether it had one.
func (o *Outbox) learn(line []byte) bool {
	var e Entry
	if json.Unmarshal(line, &e) != nil || e.Key == "" {
		return false
	}
	o.known[e.Key] = e.At
	return true
}

// write appends one line to a file of which everything is known.
func (o *Outbox) write(f *os.File, line []byte, e Entry) error {
	whole, err := o.mend(f)
	if err != nil {
		return fmt.Errorf("outbox: %w: mend the last line of %s: %w", connectors.ErrNotSent, o.path, err)
	}
	_, err = f.Write(line)
	if err == nil {
		err = f.Sync()
	}
	if err != nil {
		return o.takeBack(f, whole, err)
	}
	o.read = whole + int64(len(line))
	o.known[e.Key] = e.At
	return nil
}

// mend ends the last line, or cuts it off where it is torn, and returns how
// long the file is then.
func (o *Outbox) mend(f *os.File) (int64, error) {
	size := o.file.Size()
	switch {
	case size == o.read:
		return size, nil
	case o.unended:
		_, err := f.WriteString("\n")
		return size + 1, err
	}
	return o.read, f.Truncate(o.read)
}

// takeBack removes what a failed write left, as on a full disk.
func (o *Outbox) takeBack(f *os.File, whole int64, cause error) error {
	if err := f.Truncate(whole); err != nil {
		return fmt.Errorf("outbox: write %s: %w; and taking it back: %w", o.path, cause, err)
	}
	return fmt.Errorf("outbox: %w: write %s: %w; make room on the disk", connectors.ErrNotSent, o.path, cause)
}

// Entries reads a whole outbox. A torn last line is left out, as is whatever else
// is no entry.
func Entries(r io.Reader) ([]Entry, error) {
	all, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("outbox: %w", err)
	}
	var out []Entry
	for line := range bytes.Lines(all) {
		var e Entry
		if json.Unmarshal(line, &e) == nil && e.Key != "" {
			out = append(out, e)
		}
	}
	return out, nil
}
