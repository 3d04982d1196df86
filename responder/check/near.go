package check

import (
	"hash/fnv"
)

// tooSimilar is the share of three-word runs in common at which two answers
// read as the same: one changed sentence in four stays below it.
const tooSimilar = 0.7

// Similar returns how alike two answers are: the Jaccard similarity of their
// runs of three words, 0..1. Case, accents and punctuation do not count.
func Similar(a, b string) float64 { return overlap(Shingles(a), Shingles(b)) }

// Shingles returns the hashed runs of three words of a text; shorter texts
// are one run.
func Shingles(s string) map[uint64]bool {
	words := readText(s).tokens
	runs := make(map[uint64]bool, len(words))
	for i := 0; i == 0 || i+3 <= len(words); i++ {
		h := fnv.New64a()
		for _, w := range words[i:min(i+3, len(words))] {
			h.Write([]byte(w.word))
			h.Write([]byte{0})
		}
		runs[h.Sum64()] = true
	}
	return runs
}

// Overlap is Similar on runs already taken.
func Overlap(a, b map[uint64]bool) float64 { return overlap(a, b) }

func overlap(a, b map[uint64]bool) float64 {
	both := 0
	for run := range a {
		if b[run] {
			both++
		}
	}
	return float64(both) / float64(max(1, len(a)+len(b)-both))
}
