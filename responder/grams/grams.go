// Package grams numbers words, runs of words and runs of letters, as the learned
// halves of the checks and of understanding see a text. A model holds for these
// numbers alone: change one, and both must be trained anew.
package grams

import "strings"

// FNV-1a, and Fibonacci hashing to spread it over the features.
const (
	basis  = 14695981039346656037
	prime  = 1099511628211
	spread = 0x9e3779b97f4a7c15
)

// Empty is the number of the run without a letter.
const Empty uint64 = basis

// Letter is the number of a run with a letter more.
func Letter(run uint64, letter byte) uint64 { return (run ^ uint64(letter)) * prime }

// Hash is the number of a word.
func Hash(word string) uint64 {
	run := Empty
	for i := range len(word) {
		run = Letter(run, word[i])
	}
	return run
}

// Mix is the number of a row of numbers: the kind of a run, then its parts.
func Mix(parts ...uint64) uint64 {
	h := uint64(basis)
	for _, p := range parts {
		h = Then(h, p)
	}
	return h
}

// Then is the number of a row with a part more: Mix(a, b) is Then(Mix(a), b), and
// takes longer.
func Then(row, part uint64) uint64 {
	h := (row ^ part) * spread
	return h ^ h>>29
}

// Bucket is where a number lies among 1<<bits features.
func Bucket(number uint64, bits int) uint32 { return uint32(number * spread >> (64 - bits)) }

// Stem is an English word without its ending.
func Stem(word string) string {
	for _, tail := range []string{"ing", "ed", "es", "s", "ly"} {
		if len(word) > len(tail)+3 && strings.HasSuffix(word, tail) {
			return word[:len(word)-len(tail)]
		}
	}
	return word
}
