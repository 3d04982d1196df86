package posts

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// MaxLine is how long a line, or a CSV record, may be in bytes.
const MaxLine = 10 << 20

// sniffed is how far Auto looks for the first character.
const sniffed = 4096

// Line is one line of an input.
type Line struct {
	Number int    // counted from 1
	Text   []byte // without its line end (LF or CRLF); valid until the next call
}

// Lines splits an input into lines. A byte order mark at the beginning is
// dropped. It never holds more than MaxLine bytes.
type Lines struct {
	r       *bufio.Reader
	buf     []byte
	pos     Position
	growing bool
}

// NewLines makes a splitter.
func NewLines(r io.Reader) *Lines { return &Lines{r: bufio.NewReaderSize(r, 64<<10)} }

// Growing says that the input is still being written: a last line without its
// line end is left alone.
func (l *Lines) Growing(yes bool) { l.growing = yes }

// Pos is the position behind the last line.
func (l *Lines) Pos() Position { return l.pos }

// Next returns the next line, blank ones too; io.EOF at the end; a *LineError
// for a line longer than MaxLine, after which reading goes on.
func (l *Lines) Next() (Line, error) {
	l.buf = l.buf[:0]
	var read int64
	for {
		part, err := l.r.ReadSlice('\n')
		read += int64(len(part))
		if read <= MaxLine+2 { // room for CRLF
			l.buf = append(l.buf, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && (read == 0 || l.growing):
			return Line{}, io.EOF
		case err != nil && !errors.Is(err, io.EOF):
			return Line{}, fmt.Errorf("posts: read line %d: %w", l.pos.Line+1, err)
		}
		return l.take(read)
	}
}

func (l *Lines) take(read int64) (Line, error) {
	first := l.pos.Offset == 0
	l.pos.Line++
	l.pos.Offset += read
	text := bytes.TrimSuffix(bytes.TrimSuffix(l.buf, []byte("\n")), []byte("\r"))
	if read > MaxLine+2 || len(text) > MaxLine {
		return Line{}, &LineError{Line: l.pos.Line, Problem: "is longer than 10 MB"}
	}
	if first {
		text = bytes.TrimPrefix(text, []byte("\uFEFF"))
	}
	return Line{Number: l.pos.Line, Text: text}, nil
}

// sniff tells the format from the first character that is no white space.
func (l *Lines) sniff() (Format, error) {
	for n := 1; n <= sniffed; n++ {
		head, err := l.r.Peek(n)
		head = bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\uFEFF")))
		if partialMark(head) && err == nil {
			continue
		}
		switch {
		case len(head) > 0 && head[0] == '{':
			return JSONL, nil
		case len(head) > 0:
			return CSV, nil
		case errors.Is(err, io.EOF):
			return Auto, io.EOF
		case err != nil:
			return Auto, fmt.Errorf("posts: read line 1: %w", err)
		}
	}
	return CSV, nil
}

// partialMark reports whether head may become a byte order mark.
func partialMark(head []byte) bool {
	return len(head) > 0 && len(head) < 3 && bytes.HasPrefix([]byte("\uFEFF"), head)
}

func (l *Lines) reset(r io.Reader, at Position) {
	l.r.Reset(r)
	l.pos = at
}
