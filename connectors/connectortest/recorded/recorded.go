// Package recorded keeps what a platform's real server answered, and answers it
// again in tests. A recording is JSON Lines: which server it was, then one answer
// or one frame of a stream a line, in the order in which they came.
package recorded

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

// Server is a recording's first line: what answered, and when.
type Server struct {
	Server  string `json:"server"`
	Version string `json:"version"`
	Date    string `json:"date"` // of the recording, YYYY-MM-DD
}

// Line is one answer to a request, or one frame of the stream that the request
// opened.
type Line struct {
	Request string            `json:"request"` // method, path and query
	Status  int               `json:"status,omitempty"`
	Header  map[string]string `json:"header,omitempty"` // those of kept
	JSON    json.RawMessage   `json:"json,omitempty"`   // a body that is JSON
	Text    string            `json:"text,omitempty"`   // any other
	Frame   string            `json:"frame,omitempty"`
}

// kept are the headers of an answer that connectors read.
var kept = []string{
	"Content-Type", "Location", "Link", "Etag", "Last-Modified", "Cache-Control", "Retry-After",
	"X-Ratelimit-Limit", "X-Ratelimit-Remaining", "X-Ratelimit-Reset", "Ratelimit-Limit", "Ratelimit-Remaining", "Ratelimit-Reset",
}

func headerOf(h http.Header) map[string]string {
	out := map[string]string{}
	for _, name := range kept {
		if v := h.Get(name); v != "" {
			out[name] = v
		}
	}
	return out
}

func (l *Line) setBody(body []byte) {
	if json.Valid(body) {
		l.JSON = body
		return
	}
	l.Text = string(body)
}

func (l *Line) body() []byte {
	if len(l.JSON) > 0 {
		return l.JSON
	}
	return []byte(l.Text)
}

// read reads a whole recording.
func read(r io.Reader) (Server, []Line, error) {
	var from Server
	var lines []Line
	in := bufio.NewScanner(r)
	in.Buffer(nil, 4<<20)
	for n := 1; in.Scan(); n++ {
		if n == 1 {
			if err := json.Unmarshal(in.Bytes(), &from); err != nil {
				return from, nil, fmt.Errorf("recording: line 1: %w", err)
			}
			continue
		}
		var l Line
		if err := json.Unmarshal(in.Bytes(), &l); err != nil {
			return from, nil, fmt.Errorf("recording: line %d: %w", n, err)
		}
		lines = append(lines, l)
	}
	return from, lines, in.Err()
}
