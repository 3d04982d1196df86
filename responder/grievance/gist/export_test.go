package gist

import (
	"slices"

	"goodgraces/responder/grams"
)

// Said reports whether words say something of a class.
func Said(words []string, class string) bool {
	return slices.Contains(saidIn(words), grams.Hash(class))
}
