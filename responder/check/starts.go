package check

import (
	"slices"
	"strings"
	"sync"
)

// sets are all that compile makes, file by file; one that is not here finds
// nothing.
var sets = []*phrases{
	conditional, unconditional, requests, declines, publicly, privately, blameCustomer, blameExceptions, blameColleague, colleagueExceptions,
	dated, pleasing, deeds, polite, putsOff, hollow, reachable, informs, commits, compensation, prices, moneyExceptions,
	grievances, canned, listens, emptyQuestions, steps, statements, verbs, firm, claims, boasts, truths, kind, argues, argueExceptions,
	invites, doors, offers, leaves, regrets, feelings, slams, turns, spared, habits, gives, handovers, admissions, lawful, dangers, idioms,
	diagnoses, requestsOfUs, openQuestions, limits, addresses, granted, refusals, notRefusals, wishes, alternatives, faults, excuses,
	owns, absences, attempts, inVain, swearing, promises, promiseExceptions, roboticStrong, roboticWeak,
	unknown, theirOwn, inquires, openly, personal, routes, settled, feigned, sarcasm, wants, praises, welcomes, warm, doing, formal,
	triggers, triggerExceptions,
}

// starts knows which sets of phrases a word may begin, so that each word is
// looked up once for all rules.
var starts = sync.OnceValue(func() *firstWords { return index(sets) })

// firstWords tells for a word the patterns that it may begin, and the groups of
// words that it belongs to: the words that a pattern wants in one place are a
// group, and a text without any of them is not searched for the pattern.
type firstWords struct {
	sets   []*phrases        // by their numbers
	words  map[string]*entry // every word that stands whole in a pattern's place
	groups map[string]uint16 // by their words
	stems  map[string][]stem // by their first two bytes
}

// entry is what is known of a word.
type entry struct {
	begins bitset // the sets
	sieve  uint64
	list   []opening
	groups []uint16
}

// opening is the patterns of one set, and a sieve for the word after the first: one
// that is not in it goes on with none of them.
type opening struct {
	set      uint16
	second   uint64
	patterns []pattern
}

func seconds(patterns []pattern) (sieve uint64) {
	for i := range patterns {
		sieve |= patterns[i].second
	}
	return sieve
}

// stem is the beginning of words, and the sets that they may begin.
type stem struct {
	text   string
	begins bitset
}

// index reads the sets.
func index(sets []*phrases) *firstWords {
	f := &firstWords{sets: sets, words: map[string]*entry{}, groups: map[string]uint16{}, stems: map[string][]stem{}}
	for i, s := range sets {
		s.read(uint16(i))
		for _, patterns := range s.byFirst {
			f.group(patterns)
		}
		for _, patterns := range s.byStem {
			f.group(patterns)
		}
		for word, patterns := range s.byFirst {
			e := f.entry(word)
			e.begins.put(s.number)
			e.list = append(e.list, opening{s.number, seconds(patterns), patterns})
		}
		for _, patterns := range s.byStem {
			for _, text := range leadStems(patterns) {
				f.addStem(text, s.number)
			}
		}
	}
	for word, e := range f.words {
		e.begins.join(f.stemmed(word))
	}
	return f
}

func (f *firstWords) entry(word string) *entry {
	e := f.words[word]
	if e == nil {
		e = &entry{begins: newBitset(len(f.sets)), sieve: sieve(word)}
		f.words[word] = e
	}
	return e
}

func (f *firstWords) addStem(text string, set uint16) {
	key := text[:min(2, len(text))]
	known := slices.IndexFunc(f.stems[key], func(s stem) bool { return s.text == text })
	if known < 0 {
		known = len(f.stems[key])
		f.stems[key] = append(f.stems[key], stem{text, newBitset(len(f.sets))})
	}
	f.stems[key][known].begins.put(set)
}

// stemmed returns the sets that a word may begin by its stem, nil for none.
func (f *firstWords) stemmed(word string) (begins bitset) {
	for n := 1; n <= min(2, len(word)); n++ {
		for _, s := range f.stems[word[:n]] {
			if strings.HasPrefix(word, s.text) {
				if begins == nil {
					begins = newBitset(len(f.sets))
				}
				begins.join(s.begins)
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

// nothing is what is known of a text without a word, to put more in: it begins no
// set, and has the group of no words, which stands where a pattern needs fewer
// than it may.
func (f *firstWords) nothing() (begins, groups bitset) {
	begins, groups = newBitset(len(f.sets)), newBitset(len(f.groups)+1)
	f.clear(groups)
	return begins, groups
}

// clear leaves the groups of a text without a word.
func (f *firstWords) clear(groups bitset) {
	clear(groups)
	groups.put(0)
}

// standing is what is known of a token where of the sets that it may begin only
// those count of which a pattern stands there.
func (f *firstWords) standing(t *text, i int) *entry {
	known := *t.tokens[i].known
	known.begins = newBitset(len(f.sets))
	for _, s := range f.sets {
		if s.mayBegin(t.tokens[i].known.begins) && s.standsAt(t, i) {
			known.begins.put(s.number)
		}
	}
	return &known
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
func (f *firstWords) know(t *token, groups bitset) {
	e := f.words[t.word]
	if e == nil {
		t.sieve, t.known = sieve(t.word), &stranger
		if begins := f.stemmed(t.word); begins != nil {
			t.known = &entry{begins: begins}
		}
		return
	}
	t.sieve, t.known = e.sieve, e
	for _, id := range e.groups {
		groups.put(id)
	}
}

// stranger is a word of which nothing is known.
var stranger entry
