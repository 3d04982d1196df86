package webhook

import (
	"bytes"
	"encoding/json"
)

// object is one JSON object of a body.
type object struct {
	number int // of its line, or its place within the array; from 1
	text   []byte
}

// split cuts a body into what should be its objects: itself, an array's items,
// or, where it is not JSON as a whole, its lines. Blank lines are left out.
func split(body []byte) []object {
	if !json.Valid(body) {
		return splitLines(body)
	}
	var items []json.RawMessage
	if json.Unmarshal(body, &items) != nil {
		return []object{{1, body}}
	}
	out := make([]object, len(items))
	for i, item := range items {
		out[i] = object{i + 1, item}
	}
	return out
}

func splitLines(body []byte) []object {
	var out []object
	for i, line := range bytes.Split(body, []byte("\n")) {
		if len(bytes.TrimSpace(line)) > 0 {
			out = append(out, object{i + 1, line})
		}
	}
	return out
}
