package features

import (
	"strings"

	"goodgraces/classifier/tokens"
)

// shapes inverts a table from feature to words.
func shapes(words map[int]string) *tokens.Table[int] {
	m := map[uint64]int{}
	for feature, list := range words {
		for w := range strings.FieldsSeq(list) {
			m[tokens.Hash(w)] = feature
		}
	}
	return tokens.NewTable(m)
}
