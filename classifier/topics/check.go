package topics

import (
	"fmt"
	"strings"
)

// Problem is one thing wrong with a list of topics.
type Problem struct {
	Topic   int    // its place in the list
	Field   string // name, description, keywords, examples
	Message string // what is wrong and what is allowed
}

// What bounds a taxonomy, and so the cost of a verdict.
const (
	maxTopics  = 100
	maxName    = 60  // bytes
	maxEntries = 200 // keywords or examples of one topic
	maxEntry   = 500 // bytes of one; an example is a post
	maxWords   = 6   // of a keyword
)

// Check reports everything that is wrong with a list of topics.
func Check(list []Topic) []Problem {
	c := checker{words: newReader()}
	if len(list) > maxTopics {
		c.fail(maxTopics, "name", "is one topic too many; %d are allowed", maxTopics)
		list = list[:maxTopics]
	}
	first := map[string]int{}
	fallback := -1
	for i, t := range list {
		c.name(i, t, first)
		if catchAll(t.Name) {
			if fallback >= 0 {
				c.fail(i, "name", "%q is for what fits nowhere, and so is topics[%d] %q; keep one", t.Name, fallback, list[fallback].Name)
			}
			fallback = i
		}
		c.entries(i, "keywords", t.Keywords)
		c.entries(i, "examples", t.Examples)
	}
	return c.problems
}

type checker struct {
	words    *reader
	problems []Problem
}

func (c *checker) fail(topic int, field, format string, args ...any) {
	c.problems = append(c.problems, Problem{topic, field, fmt.Sprintf(format, args...)})
}

func (c *checker) name(i int, t Topic, first map[string]int) {
	same := Same(t.Name)
	other, twice := first[same]
	switch {
	case strings.TrimSpace(t.Name) == "":
		return // said where the key is checked
	case len(t.Name) > maxName:
		c.fail(i, "name", "is longer than %d bytes; name it shortly and put the rest in description", maxName)
	case twice:
		c.fail(i, "name", "%q is topics[%d] once more (case, - and _ do not count); give each its own name", t.Name, other)
	default:
		first[same] = i
	}
}

func (c *checker) entries(i int, field string, list []string) {
	if len(list) > maxEntries {
		c.fail(i, field, "are %d; at most %d are allowed", len(list), maxEntries)
		return
	}
	for _, e := range list {
		switch n := len(c.words.read(e)); {
		case len(e) > maxEntry:
			c.fail(i, field, "one is longer than %d bytes; shorten it", maxEntry)
		case n == 0:
			c.fail(i, field, "%q has no word; write one or leave it out", e)
		case field == "keywords" && n > maxWords:
			c.fail(i, field, "%q has more than %d words; a keyword is a word or a short phrase, a whole post belongs in examples", e, maxWords)
		}
	}
}

// Same brings a topic's name into the form by which names are compared:
// "Lost_or-Damaged " is "lost or damaged".
func Same(name string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return r == '_' || r == '-' || r == '/' || r == ' ' || r == '\t'
	}), " ")
}
