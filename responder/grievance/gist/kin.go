package gist

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed kin.txt
var kinText string

// kin are the groups of words that mean about the same in a complaint: a hoodie
// tears as jeans do. A word stands in one group.
var kin = sync.OnceValue(func() map[string]string { return Groups(kinText) })

// Groups reads lines of a name, a colon and words: the name of each word.
func Groups(lines string) map[string]string {
	of := map[string]string{}
	for line := range strings.Lines(lines) {
		name, words, _ := strings.Cut(line, ":")
		for word := range strings.FieldsSeq(words) {
			of[word] = name
		}
	}
	return of
}

// Kin is the group of a word, "" for none: "garments" for "hoodie".
func Kin(word string) string { return kin()[word] }
