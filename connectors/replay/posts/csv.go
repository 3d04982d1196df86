package posts

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"goodgraces/care"
)

// header says in which column each field stands.
type header struct {
	column map[string]int // by field name
	width  int
}

// readHeader reads the first line that is not blank. A header without id or
// text is the only bad line after which nothing more can be read.
func (r *Reader) readHeader() error {
	rec, err := r.record()
	if err != nil {
		r.broken = isLine(err)
		return err
	}
	h := &header{column: map[string]int{}, width: len(rec)}
	for i, name := range rec {
		name = canonical(name)
		if _, twice := h.column[name]; !twice {
			h.column[name] = i
		}
	}
	for _, name := range []string{"id", "text"} {
		if _, ok := h.column[name]; !ok {
			r.broken = true
			return &LineError{Line: r.line, Field: name, Problem: "the header has no such column; the first line must name the columns, id and text among them"}
		}
	}
	r.header = h
	return nil
}

// canonical finds the field that a column's name means: author_id and
// "Author.ID" are author.id, author alone is the handle.
func canonical(name string) string {
	name = strings.ToLower(strings.TrimSpace(name))
	if name == "author" {
		return "author.handle"
	}
	for _, f := range fields {
		if strings.ReplaceAll(name, ".", "_") == strings.ReplaceAll(f.name, ".", "_") {
			return f.name
		}
	}
	return name
}

func (r *Reader) nextCSV() (care.Mention, error) {
	rec, err := r.record()
	if err != nil {
		return care.Mention{}, err
	}
	if len(rec) > r.header.width {
		return care.Mention{}, &LineError{Line: r.line, Problem: fmt.Sprintf(
			"has %d columns where the header has %d; put quotes around a text with commas", len(rec), r.header.width)}
	}
	return at(r.line)(build(func(f field) (string, bool, error) {
		i, ok := r.header.column[f.name]
		if !ok || i >= len(rec) {
			return "", false, nil
		}
		return string([]rune(rec[i])), true, nil // each bad byte becomes U+FFFD, as in JSON
	}))
}

// record reads one record, which may span lines inside quotes.
func (r *Reader) record() ([]string, error) {
	var text []byte
	open := false
	for {
		line, err := r.lines.Next()
		switch {
		case errors.Is(err, io.EOF) && open && !r.lines.growing:
			r.end = r.lines.Pos()
			return nil, &LineError{Line: r.line, Problem: "a quoted text is not closed"}
		case err != nil:
			r.note(err, r.lines.Pos())
			return nil, err
		}
		if !open {
			r.line = line.Number
			if len(bytes.TrimSpace(line.Text)) == 0 {
				r.end = r.lines.Pos()
				continue
			}
		}
		open = quoteOpen(line.Text, open)
		text = append(append(text, line.Text...), '\n')
		if len(text) > MaxLine {
			r.end = r.lines.Pos()
			return nil, &LineError{Line: r.line, Problem: "is longer than 10 MB; is a quote not closed?"}
		}
		if !open {
			r.end = r.lines.Pos()
			return splitRecord(text, r.line)
		}
	}
}

// quoteOpen reports whether a quoted text is still open behind line. A quote
// opens at the beginning of a column only, so that 5" in the middle is harmless.
func quoteOpen(line []byte, open bool) bool {
	start := !open
	for i := 0; i < len(line); i++ {
		switch {
		case open && line[i] == '"':
			if i+1 < len(line) && line[i+1] == '"' {
				i++
			} else if i+1 == len(line) || line[i+1] == ',' {
				open = false
			}
		case !open && start && line[i] == '"':
			open = true
		}
		start = !open && line[i] == ','
	}
	return open
}

func splitRecord(text []byte, line int) ([]string, error) {
	c := csv.NewReader(bytes.NewReader(text))
	c.LazyQuotes = true
	c.FieldsPerRecord = -1
	rec, err := c.Read()
	if err == nil {
		_, err = c.Read()
	}
	if !errors.Is(err, io.EOF) {
		return nil, &LineError{Line: line, Problem: "is not CSV: a quote stands where none may"}
	}
	return rec, nil
}
