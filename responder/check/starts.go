package check

import (
	"math/bits"
	"slices"
	"strings"
	"sync"
)

// starts knows which sets of phrases a word may begin, so that each word is
// looked up once for all rules.
var starts = sync.OnceValue(func() *firstWords { return index(indexed()...) })

// indexed are the sets that are looked for in most answers, 64 at most.
func indexed() []*phrases {
	return []*phrases{
		triggers, triggerExceptions, conditional, unconditional, argues, argueExceptions, blameCustomer, blameExceptions,
		blameColleague, colleagueExceptions, sarcasm, feigned, roboticStrong, roboticWeak, promises, promiseExceptions,
		compensation, moneyExceptions, requests, declines, publicly, privately, refusals, notRefusals, alternatives,
		swearing, grievances, canned, listens, emptyQuestions, steps, commits, informs, reachable, routes, settled, lawful, dangers, absences,
		regrets, feelings, statements, verbs, firm, claims, kind, hollow, openly, personal,
		warm, praises, welcomes, wants, doing, polite, putsOff, turns, habits, attempts, inquires, deeds, faults, boasts, requestsOfUs,
	}
}

// firstWords tells for a word the patterns that it may begin, and the groups of
// words that it belongs to: the words that a pattern wants in one place are a
// group, and a text without any of them is not searched for the pattern.
type firstWords struct {
	sets   []*phrases        // by their bits
	words  map[string]*entry // every word that stands whole in a pattern's place
	groups map[string]uint16 // by their words
	stems  map[string][]stem // by their first two bytes
}

// entry is what is known of a word.
type entry struct {
	begins uint64 // the sets, a bit each
	sieve  uint64
	list   []opening
	groups []uint16
}

// opening is the patterns of one set.
type opening struct {
	bit      uint64
	patterns []pattern
}

// stem is the beginning of words, and the sets that they may begin.
type stem struct {
	text   string
	begins uint64
}

// index gives each of at most 64 sets its bit.
func index(sets ...*phrases) *firstWords {
	f := &firstWords{sets: sets, words: map[string]*entry{}, groups: map[string]uint16{}, stems: map[string][]stem{}}
	if len(sets) > 64 {
		panic("check: more sets of phrases than bits")
	}
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
			e := f.entry(word)
			e.begins, e.list = e.begins|s.bit, append(e.list, opening{s.bit, patterns})
		}
		for _, patterns := range s.byStem {
			for _, text := range leadStems(patterns) {
				f.addStem(text, s.bit)
			}
		}
	}
	for word, e := range f.words {
		e.begins |= f.stemmed(word)
	}
	return f
}

func (f *firstWords) entry(word string) *entry {
	e := f.words[word]
	if e == nil {
		e = &entry{sieve: sieve(word)}
		f.words[word] = e
	}
	return e
}

func (f *firstWords) addStem(text string, bit uint64) {
	key := text[:min(2, len(text))]
	known := slices.IndexFunc(f.stems[key], func(s stem) bool { return s.text == text })
	if known < 0 {
		f.stems[key] = append(f.stems[key], stem{text, bit})
		return
	}
	f.stems[key][known].begins |= bit
}

// stemmed returns the sets that a word may begin by its stem.
func (f *firstWords) stemmed(word string) (begins uint64) {
	for n := 1; n <= min(2, len(word)); n++ {
		for _, s := range f.stems[word[:n]] {
			if strings.HasPrefix(word, s.text) {
				begins |= s.begins
			}
		}
	}
	return begins
}

// group finds what patterns need besides their first words.
func (f *firstWords) group(patterns []pattern) {
	for i := range patterns {
		p, led, n := &patterns[i], false, 0
		for _, e := range p.elements {
			if e.start || e.optional || e.not || e.end || e.gap > 0 {
				continue
			}
			if led && n < needed && len(e.words) > 0 && len(e.stems)+len(e.tails) == 0 {
				p.needs[n] = f.groupOf(e.words)
				n++
			}
			led = true
		}
	}
}

func (f *firstWords) groupOf(words []string) uint16 {
	key := strings.Join(words, "|")
	id, known := f.groups[key]
	if !known {
		id = uint16(len(f.groups)) + 1
		f.groups[key] = id
		for _, word := range words {
			e := f.entry(word)
			e.groups = append(e.groups, id)
		}
	}
	return id
}

// noGroups are the groups of a text without a word: that of no words, which
// stands where a pattern needs fewer than it may.
func (f *firstWords) noGroups() []uint64 {
	groups := make([]uint64, len(f.groups)/64+1)
	groups[0] = 1
	return groups
}

// standing is those sets that a token may begin of which a pattern stands there.
func (f *firstWords) standing(t *text, i int) (begins uint64) {
	for rest := t.tokens[i].begins; rest != 0; rest &= rest - 1 {
		if n := bits.TrailingZeros64(rest); f.sets[n].standsAt(t, i) {
			begins |= 1 << n
		}
	}
	return begins
}

func leadStems(patterns []pattern) []string {
	var stems []string
	for _, p := range patterns {
		first := slices.IndexFunc(p.elements, func(e element) bool { return !e.start })
		stems = append(stems, p.elements[first].stems...)
	}
	return stems
}

// know says of a token what it may begin, and of the text which groups it has.
func (f *firstWords) know(t *token, groups []uint64) {
	e := f.words[t.word]
	if e == nil {
		t.begins, t.sieve = f.stemmed(t.word), sieve(t.word)
		return
	}
	t.begins, t.sieve, t.known = e.begins, e.sieve, e
	for _, id := range e.groups {
		groups[id/64] |= 1 << (id % 64)
	}
}
