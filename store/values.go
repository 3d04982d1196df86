package store

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// clean makes a string that both databases can keep: PostgreSQL refuses NUL
// and invalid UTF-8 in TEXT. Both become U+FFFD. JSON documents are not
// affected: there a NUL is written as an escape and survives.
func clean(s string) string {
	if strings.IndexByte(s, 0) >= 0 {
		s = strings.ReplaceAll(s, "\x00", "\uFFFD")
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}

// cleaned cleans the texts among a statement's arguments, in place.
func cleaned(args []any) []any {
	for i, arg := range args {
		if s, ok := arg.(string); ok {
			args[i] = clean(s)
		}
	}
	return args
}

// millis is a moment as it is kept; 0 stands for the zero time.
func millis(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

func moment(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms).UTC()
}

func flag(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// toJSON writes a value of our own types, which always can be written.
func toJSON(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("store: cannot write %T: %v", v, err))
	}
	return string(b)
}

func fromJSON(doc string, v any) error {
	if err := json.Unmarshal([]byte(doc), v); err != nil {
		return fmt.Errorf("store: a stored %T cannot be read: %w", v, err)
	}
	return nil
}
