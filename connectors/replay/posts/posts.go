// Package posts reads posts from JSON Lines and CSV: what the replay connector
// plays, what the filters (`graces classify`, `draft`) take on standard input
// and what the webhook accepts.
//
// A post needs an id and a text. It may carry platform, author (an object of
// id, handle, name, followers, or just the handle), created_at (RFC 3339),
// lang, in_reply_to, thread, thread_author, url, by ("author" or "brand") and
// deleted. Other keys are ignored and null counts as absent; an ID may be a
// number. CSV has the same names as columns of its header, an author's as
// author.id or author_id.
//
// Bytes that are not UTF-8 become U+FFFD, so that a Mention's text is valid and
// its byte offsets can be relied on.
package posts

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"strings"

	"goodgraces/care"
)

// Format is how posts are written down.
type Format string

// The formats.
const (
	// Auto is CSV unless the first character that is no white space is a brace.
	Auto  Format = "auto"
	JSONL Format = "jsonl"
	CSV   Format = "csv"
)

// FormatOf tells the format from a file's name: Auto when the name does not say.
func FormatOf(name string) Format {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".jsonl", ".ndjson", ".json":
		return JSONL
	case ".csv":
		return CSV
	}
	return Auto
}

// LineError says what is wrong with one line. Reading goes on behind it.
type LineError struct {
	Line    int    // counted from 1
	Field   string // "" when the line as a whole is wrong
	Problem string // what is wrong and what is allowed
}

func (e *LineError) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Reason()) }

// Reason is the error without the line's number.
func (e *LineError) Reason() string {
	if e.Field == "" {
		return e.Problem
	}
	return e.Field + ": " + e.Problem
}

// Position is a place between two posts of an input.
type Position struct {
	Line   int   `json:"line"`   // lines before it
	Offset int64 `json:"offset"` // bytes before it
}

// Reader reads posts one by one. It is not safe for concurrent use.
type Reader struct {
	lines  *Lines
	format Format
	header *header // CSV only; nil until read
	line   int     // where the last record began
	end    Position
	broken bool // the header was unusable: nothing more can be read
}

// NewReader makes a reader of a whole input.
func NewReader(r io.Reader, format Format) *Reader {
	return &Reader{lines: NewLines(r), format: format}
}

// Resume makes a reader that goes on at a position that Pos once returned for
// the same input.
func Resume(rs io.ReadSeeker, format Format, at Position) (*Reader, error) {
	r := NewReader(rs, format)
	if at.Offset == 0 {
		return r, nil
	}
	if err := r.prepare(); err != nil { // sniffs, and reads the header of CSV
		return nil, err
	}
	if _, err := rs.Seek(at.Offset, io.SeekStart); err != nil {
		return nil, fmt.Errorf("posts: go to byte %d: %w", at.Offset, err)
	}
	r.lines.reset(rs, at)
	r.end = at
	return r, nil
}

// Growing says that the input is still being written: a last record without its
// line end is left alone (Next returns io.EOF, and Pos stays before it).
func (r *Reader) Growing(yes bool) { r.lines.growing = yes }

// Line is the number of the line with which the last record began.
func (r *Reader) Line() int { return r.line }

// Pos is the position behind the last record.
func (r *Reader) Pos() Position { return r.end }

// Next returns the next post; a *LineError for a line that is not one, after
// which reading goes on; io.EOF at the end. Another error is the input's.
// Blank lines are skipped: they yield neither a post nor an error. CSV whose
// header lacks id or text ends after one *LineError.
func (r *Reader) Next() (care.Mention, error) {
	if err := r.prepare(); err != nil {
		return care.Mention{}, err
	}
	if r.format == CSV {
		return r.nextCSV()
	}
	for {
		line, err := r.lines.Next()
		if err != nil {
			r.note(err, r.lines.Pos())
			return care.Mention{}, err
		}
		r.line, r.end = line.Number, r.lines.Pos()
		if len(bytes.TrimSpace(line.Text)) == 0 {
			continue
		}
		return at(line.Number)(Decode(line.Text))
	}
}

// All yields what Next returns until the input ends; an error that is no
// *LineError is the last thing it yields.
func (r *Reader) All() iter.Seq2[care.Mention, error] {
	return func(yield func(care.Mention, error) bool) {
		for {
			m, err := r.Next()
			if errors.Is(err, io.EOF) {
				return
			}
			if !yield(m, err) || err != nil && !isLine(err) {
				return
			}
		}
	}
}

// prepare settles the format and reads the header, once.
func (r *Reader) prepare() error {
	if r.broken {
		return io.EOF
	}
	if r.format != JSONL && r.format != CSV {
		format, err := r.lines.sniff()
		if err != nil {
			return err
		}
		r.format = format
	}
	if r.format == CSV && r.header == nil {
		return r.readHeader()
	}
	return nil
}

// note moves the position behind a line that was too long to be read.
func (r *Reader) note(err error, pos Position) {
	if bad, ok := errors.AsType[*LineError](err); ok {
		r.line, r.end = bad.Line, pos
	}
}

// isLine reports whether err is about one line, so that reading goes on.
func isLine(err error) bool {
	_, ok := errors.AsType[*LineError](err)
	return ok
}

// at puts the line's number into a *LineError.
func at(line int) func(care.Mention, error) (care.Mention, error) {
	return func(m care.Mention, err error) (care.Mention, error) {
		if bad, ok := errors.AsType[*LineError](err); ok {
			bad.Line = line
		}
		return m, err
	}
}
