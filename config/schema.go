package config

import (
	"slices"
	"strings"
)

// schema is the table by key, with a KEY_file beside every secret.
type schema struct {
	fields   map[string]field
	children map[string][]string // section, or section[] of a list, → its keys in order
	order    []string
}

var known = newSchema(table)

func newSchema(table []field) schema {
	s := schema{fields: map[string]field{}, children: map[string][]string{}}
	for _, f := range table {
		s.add(f)
		if f.secret {
			s.add(field{key: f.key + fileSuffix, kind: text, value: "", allowed: "the path of a file that holds " + f.key})
		}
	}
	return s
}

func (s *schema) add(f field) {
	s.fields[f.key] = f
	s.order = append(s.order, f.key)
	for key := f.key; key != ""; {
		parent, name := split(key)
		if slices.Contains(s.children[parent], name) {
			return
		}
		s.children[parent] = append(s.children[parent], name)
		key = strings.TrimSuffix(parent, "[]")
	}
}

// split cuts off the last part of a dotted key.
func split(key string) (parent, name string) {
	i := strings.LastIndex(key, ".")
	if i < 0 {
		return "", key
	}
	return key[:i], key[i+1:]
}

func join(parent, name string) string {
	if parent == "" {
		return name
	}
	return parent + "." + name
}

// scalars lists the keys that are not within a list.
func (s *schema) scalars() []field {
	var out []field
	for _, key := range s.order {
		if !strings.Contains(key, "[]") {
			out = append(out, s.fields[key])
		}
	}
	return out
}

// lists lists the sections that are lists of sections.
func (s *schema) lists() []string {
	var out []string
	for _, key := range s.order {
		section, _, inList := strings.Cut(key, "[]")
		if inList && !slices.Contains(out, section) {
			out = append(out, section)
		}
	}
	return out
}

// elements lists the keys of an element of a list: connectors → connectors[].name, …
func (s *schema) elements(section string) []field {
	var out []field
	for _, name := range s.children[section+"[]"] {
		out = append(out, s.fields[section+"[]."+name])
	}
	return out
}

// unknown says that a key is not known, and which was most likely meant.
func (s *schema) unknown(parent, name string) string {
	siblings := s.children[parent]
	meant := nearest(name, siblings)
	if meant == "" {
		meant = s.elsewhere(name)
	}
	msg := "unknown key"
	if meant != "" {
		return msg + "; did you mean " + meant + "? Allowed here: " + strings.Join(siblings, ", ")
	}
	return msg + ". Allowed here: " + strings.Join(siblings, ", ")
}

// elsewhere finds a key of that name in another section.
func (s *schema) elsewhere(name string) string {
	for _, key := range s.order {
		if _, last := split(key); last == name || key == name {
			return key
		}
	}
	return ""
}

// nearest returns the word at the least edit distance, "" when none is near.
func nearest(word string, words []string) string {
	best, at := "", 1+max(1, len(word)/3)
	for _, w := range words {
		if d := distance(word, w); d < at {
			best, at = w, d
		}
	}
	return best
}

// distance is Levenshtein's, in bytes. Long words are never near.
func distance(a, b string) int {
	if len(a) > 64 || len(b) > 64 {
		return 64
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(b)]
}
