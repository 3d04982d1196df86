package config

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// kind is the type of a key's value.
type kind string

const (
	text     kind = "text"     // string
	list     kind = "list"     // []string
	number   kind = "number"   // int
	fraction kind = "fraction" // float64
	duration kind = "duration" // time.Duration
	boolean  kind = "boolean"  // bool
	settings kind = "settings" // map[string]any
)

// parse turns what YAML, the environment or a flag gave into the kind's Go
// type. The hint says what a person most likely got wrong.
func (k kind) parse(raw any) (v any, hint string, ok bool) {
	switch k {
	case list:
		return parseList(raw)
	case number:
		n, err := strconv.Atoi(fmt.Sprint(raw))
		return n, "", err == nil
	case fraction:
		f, err := strconv.ParseFloat(fmt.Sprint(raw), 64)
		return f, "", err == nil
	case duration:
		return parseDuration(raw)
	case boolean:
		b, err := strconv.ParseBool(fmt.Sprint(raw))
		return b, "", err == nil
	case settings:
		m, ok := raw.(map[string]any)
		return m, "", ok
	}
	return parseText(raw)
}

func parseText(raw any) (any, string, bool) {
	switch v := raw.(type) {
	case string:
		if strings.ContainsRune(v, 0) {
			return "", "it holds a NUL character", false
		}
		return v, "", true
	case time.Time: // what YAML takes a bare date for
		if day := v.Format(time.DateOnly); v.Format(time.RFC3339) == day+"T00:00:00Z" {
			return day, "", true
		}
	case map[string]any, []any:
		return "", "", false
	}
	return "", "put it in quotes", false
}

// parseList takes a YAML list, or from the environment and flags, words
// separated by commas.
func parseList(raw any) (any, string, bool) {
	var words []string
	switch v := raw.(type) {
	case string:
		words = strings.Split(v, ",")
	case []string:
		words = v
	case []any:
		for _, e := range v {
			w, hint, ok := parseText(e)
			if !ok {
				return nil, hint, false
			}
			words = append(words, w.(string))
		}
	default:
		return nil, "", false
	}
	return trimmed(words), "", true
}

func trimmed(words []string) []string {
	var out []string
	for _, w := range words {
		if w = strings.TrimSpace(w); w != "" {
			out = append(out, w)
		}
	}
	return out
}

func parseDuration(raw any) (any, string, bool) {
	if d, ok := raw.(time.Duration); ok {
		return d, "", true
	}
	s := fmt.Sprint(raw)
	d, err := time.ParseDuration(s)
	if err == nil {
		return d, "", true
	}
	if _, err := strconv.Atoi(s); err == nil {
		return nil, "give its unit: " + s + "s", false
	}
	return nil, "", false
}

// format writes a value as YAML would, on one line.
func (k kind) format(v any) string {
	switch v := v.(type) {
	case string:
		if v == "" {
			return `""`
		}
		return v
	case []string:
		return "[" + strings.Join(v, ", ") + "]"
	case time.Duration:
		return Short(v)
	}
	return fmt.Sprint(v)
}

// Short writes 1h for Go's 1h0m0s.
func Short(d time.Duration) string {
	s := d.String()
	if strings.HasSuffix(s, "m0s") {
		s = strings.TrimSuffix(s, "0s")
	}
	if strings.HasSuffix(s, "h0m") {
		s = strings.TrimSuffix(s, "0m")
	}
	return s
}
