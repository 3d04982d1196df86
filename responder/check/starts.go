package check

import (
	"slices"
	"strings"
	"sync"
)

// starts knows which sets of phrases a word may begin, so that each word is
// looked up once for all rules.
var starts = sync.OnceValue(func() *firstWords { return index(indexed()...) })

func indexed() []*phrases {
	return []*phrases{
		triggers, triggerExceptions, conditional, unconditional, argues, argueExceptions, blameCustomer, blameExceptions,
		blameColleague, colleagueExceptions, sarcasm, feigned, handovers, admissions, roboticStrong, roboticWeak, promises, promiseExceptions,
		compensation, moneyExceptions, requests, declines, publicly, privately, refusals, notRefusals, alternatives,
		swearing, grievances, canned, listens, emptyQuestions, steps, commits, informs, reachable, routes, settled, lawful, dangers, idioms,
		invites, doors, offers, leaves, regrets, feelings, slams, statements, verbs, firm, claims, kind, hollow, wishes, openly, personal,
	}
}

// firstWords tells for a word the patterns that it may begin, and the groups of
// words that it belongs to: the words that a pattern wants in one place are a
// group, and a text without any of them is not searched for the pattern.
type firstWords struct {
	words  map[string]openings
	groups map[string]uint16 // by their words
	within map[string][]uint16
	stems  [256][]stem // by their first byte
}

type openings struct {
	begins uint64 // the sets, a bit each
	list   []opening
}

// opening is the patterns of one set.
type opening struct {
	bit      uint64
	patterns []pattern
}

type stem struct {
	text string
	bit  uint64
}

// index gives each of at most 64 sets its bit.
func index(sets ...*phrases) *firstWords {
	f := &firstWords{words: map[string]openings{}, groups: map[string]uint16{}, within: map[string][]uint16{}}
	for i, s := range sets {
		s.once.Do(s.read)
		s.bit = 1 << i
		for _, patterns := range s.byFirst {
			f.group(patterns)
		}
		for _, patterns := range s.byStem {
			f.group(patterns)
		}
		for word, patterns := range s.byFirst {
			o := f.words[word]
			f.words[word] = openings{o.begins | s.bit, append(o.list, opening{s.bit, patterns})}
		}
		for first, patterns := range s.byStem {
			for _, text := range leadStems(patterns) {
				f.stems[first] = append(f.stems[first], stem{text, s.bit})
			}
		}
	}
	return f
}

// group finds what patterns need besides their first words.
func (f *firstWords) group(patterns []pattern) {
	for i := range patterns {
		p, led := &patterns[i], false
		for _, e := range p.elements {
			if e.start || e.optional || e.not || e.end || e.gap > 0 {
				continue
			}
			if led && len(e.words) > 0 && len(e.stems)+len(e.tails) == 0 {
				p.needs = append(p.needs, f.groupOf(e.words))
			}
			led = true
		}
	}
}

func (f *firstWords) groupOf(words []string) uint16 {
	key := strings.Join(words, "|")
	id, known := f.groups[key]
	if !known {
		id = uint16(len(f.groups))
		f.groups[key] = id
		for _, word := range words {
			f.within[word] = append(f.within[word], id)
		}
	}
	return id
}

func leadStems(patterns []pattern) []string {
	var stems []string
	for _, p := range patterns {
		first := slices.IndexFunc(p.elements, func(e element) bool { return !e.start })
		stems = append(stems, p.elements[first].stems...)
	}
	return stems
}

// of returns the sets that a word may begin, and the patterns that begin with
// the whole word.
func (f *firstWords) of(word string) (begins uint64, list []opening) {
	o := f.words[word]
	begins = o.begins
	for _, s := range f.stems[word[0]] {
		if begins&s.bit == 0 && strings.HasPrefix(word, s.text) {
			begins |= s.bit
		}
	}
	return begins, o.list
}
