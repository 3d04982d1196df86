package posts

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"goodgraces/care"
)

// field is one key of a post: which JSON it may be and how its text is taken.
type field struct {
	name  string
	kinds string // of JSON: s string, n number, b boolean
	set   func(m *care.Mention, v string) error
}

// fields is the whole format. A field's text is never empty when set is called,
// except that of text.
var fields = []field{
	{"id", "sn", func(m *care.Mention, v string) error { m.ID = v; return nil }},
	{"text", "s", func(m *care.Mention, v string) error { m.Text = v; return nil }},
	{"platform", "s", func(m *care.Mention, v string) error { m.Platform = v; return nil }},
	{"author.id", "sn", func(m *care.Mention, v string) error { m.Author.ID = v; return nil }},
	{"author.handle", "s", setHandle},
	{"author.name", "s", func(m *care.Mention, v string) error { m.Author.Name = v; return nil }},
	{"author.followers", "sn", setFollowers},
	{"created_at", "s", setCreated},
	{"lang", "s", func(m *care.Mention, v string) error { m.Lang = v; return nil }},
	{"in_reply_to", "sn", func(m *care.Mention, v string) error { m.InReplyTo = v; return nil }},
	{"thread", "sn", func(m *care.Mention, v string) error { m.Thread = v; return nil }},
	{"thread_author", "sn", func(m *care.Mention, v string) error { m.ThreadAuthor = v; return nil }},
	{"url", "s", func(m *care.Mention, v string) error { m.URL = v; return nil }},
	{"by", "s", setBy},
	{"deleted", "sb", setDeleted},
}

// Decode reads one post from one JSON object. Its error is a *LineError without
// a line's number.
func Decode(object []byte) (care.Mention, error) {
	raw, err := decodeObject(object)
	if err != nil {
		return care.Mention{}, err
	}
	if err := flattenAuthor(raw); err != nil {
		return care.Mention{}, err
	}
	return build(func(f field) (string, bool, error) {
		v, ok := raw[f.name]
		if !ok || isNull(v) {
			return "", false, nil
		}
		text, err := scalar(v, f.kinds)
		return text, err == nil, err
	})
}

// build makes a mention of whatever value finds for each field.
func build(value func(f field) (text string, ok bool, err error)) (care.Mention, error) {
	var m care.Mention
	var hasText bool
	for _, f := range fields {
		v, ok, err := value(f)
		if err == nil && ok && (v != "" || f.name == "text") {
			hasText = hasText || f.name == "text"
			err = f.set(&m, v)
		}
		if err != nil {
			return care.Mention{}, &LineError{Field: f.name, Problem: err.Error()}
		}
	}
	if m.ID == "" {
		return care.Mention{}, &LineError{Field: "id", Problem: "is missing"}
	}
	if !hasText {
		return care.Mention{}, &LineError{Field: "text", Problem: "is missing"}
	}
	return m, nil
}

func decodeObject(b []byte) (map[string]json.RawMessage, error) {
	var raw map[string]json.RawMessage
	err := json.Unmarshal(b, &raw)
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		return nil, &LineError{Problem: fmt.Sprintf("is not JSON: %v (at byte %d)", err, syntax.Offset)}
	case err != nil || raw == nil:
		return nil, &LineError{Problem: `must be a JSON object such as {"id":"1","text":"…"}`}
	}
	return raw, nil
}

// flattenAuthor puts author's keys beside the post's, as author.id and so on.
func flattenAuthor(raw map[string]json.RawMessage) error {
	v, ok := raw["author"]
	if !ok || isNull(v) {
		return nil
	}
	switch v[0] {
	case '"':
		raw["author.handle"] = v
		return nil
	case '{':
		author, err := decodeObject(v)
		for key, val := range author {
			raw["author."+key] = val
		}
		return err
	}
	return &LineError{Field: "author", Problem: "must be an object or a handle"}
}

func isNull(v json.RawMessage) bool { return bytes.Equal(v, []byte("null")) }

// kindNames says what a field may be.
var kindNames = map[string]string{"s": "a string", "sn": "a string or a number", "sb": "true or false"}

// scalar returns the text of a string, number or boolean, if kinds allows it.
func scalar(v json.RawMessage, kinds string) (string, error) {
	kind := "n"
	switch v[0] {
	case '"':
		kind = "s"
	case 't', 'f':
		kind = "b"
	case '{', '[':
		kind = "?"
	}
	if !strings.Contains(kinds, kind) {
		return "", fmt.Errorf("must be %s", kindNames[kinds])
	}
	if kind != "s" {
		return string(v), nil
	}
	var text string
	err := json.Unmarshal(v, &text)
	return text, err
}

func setHandle(m *care.Mention, v string) error {
	m.Author.Handle = strings.TrimPrefix(v, "@")
	return nil
}

func setFollowers(m *care.Mention, v string) error {
	n, err := strconv.ParseFloat(v, 64)
	if err != nil || n < 0 || n > 1e15 || n != math.Trunc(n) {
		return errors.New("must be a whole number, 0 or more")
	}
	m.Author.Followers, m.Author.Unfollowed = int(n), n == 0
	return nil
}

func setCreated(m *care.Mention, v string) error {
	t, err := time.Parse(time.RFC3339, v)
	if err != nil {
		return errors.New("must be a time as RFC 3339 has it, such as 2026-11-22T09:30:00Z")
	}
	m.CreatedAt = t
	return nil
}

func setBy(m *care.Mention, v string) error {
	if v != care.ByAuthor && v != care.ByBrand {
		return errors.New("must be author or brand")
	}
	m.By = v
	return nil
}

func setDeleted(m *care.Mention, v string) error {
	yes, err := strconv.ParseBool(v)
	if err != nil {
		return errors.New("must be true or false")
	}
	m.Deleted = yes
	return nil
}
