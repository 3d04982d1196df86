package topics

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed thesaurus.txt
var thesaurusText string

// kinship is groups of words that customers use for one thing.
type kinship struct {
	groups [][][]uint64
	of     map[string][]int // groups by word or phrase
}

// thesaurus is the table that ships: one group a line, words and phrases
// separated by commas.
var thesaurus = sync.OnceValue(func() *kinship {
	k := &kinship{of: map[string][]int{}}
	words := newReader()
	for line := range strings.Lines(thesaurusText) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		var group [][]uint64
		for w := range strings.SplitSeq(line, ",") {
			stems := stemsOf(words.read(w))
			group = append(group, stems)
			key := keyOf(stems)
			k.of[key] = append(k.of[key], len(k.groups))
		}
		k.groups = append(k.groups, group)
	}
	return k
})

// kinOf lists the groups that a word or phrase is in.
func kinOf(stems []uint64) []int { return thesaurus().of[keyOf(stems)] }
