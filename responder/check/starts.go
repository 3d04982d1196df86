package check

import (
	"slices"
	"strings"
)

// starts knows which sets of phrases a word may begin, so that each word is
// looked up once for all rules.
var starts = index(
	triggers, conditional, unconditional, argues, argueExceptions, blameCustomer, blameExceptions,
	blameColleague, colleagueExceptions, sarcasm, roboticStrong, roboticWeak, promises, promiseExceptions,
	compensation, moneyExceptions, requests, declines, publicly, privately, refusals, notRefusals, alternatives,
	swearing, grievances, canned, listens, emptyQuestions, steps, commits, routes, settled, lawful, dangers, idioms,
)

// firstWords tells for a word the sets that it may begin, a bit each.
type firstWords struct {
	words map[string]uint64
	stems [256][]stem // by their first byte
}

type stem struct {
	text string
	bit  uint64
}

// index gives each of at most 64 sets its bit.
func index(sets ...*phrases) *firstWords {
	f := &firstWords{words: map[string]uint64{}}
	for i, s := range sets {
		s.bit = 1 << i
		for word := range s.byFirst {
			f.words[word] |= s.bit
		}
		for first, patterns := range s.byStem {
			for _, text := range leadStems(patterns) {
				f.stems[first] = append(f.stems[first], stem{text, s.bit})
			}
		}
	}
	return f
}

func leadStems(patterns []pattern) []string {
	var stems []string
	for _, p := range patterns {
		first := slices.IndexFunc(p.elements, func(e element) bool { return !e.start })
		stems = append(stems, p.elements[first].stems...)
	}
	return stems
}

func (f *firstWords) of(word string) uint64 {
	begins := f.words[word]
	for _, s := range f.stems[word[0]] {
		if begins&s.bit == 0 && strings.HasPrefix(word, s.text) {
			begins |= s.bit
		}
	}
	return begins
}
