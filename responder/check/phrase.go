package check

import (
	"slices"
	"strconv"
	"strings"
)

// phrases is a set of word patterns, indexed by the first word. A pattern is
// words in a row:
//
//	word      that word            a|b    one of these
//	word?     with or without      stem*  any word that begins so
//	*ing      any word that ends so (not as the first)
//	..3       up to three words between, within the sentence
//	!word     what follows is not that word
//	{staff}   any word of the class, in any of these places
//	^         the start of a sentence
//	$         its end, alone or as one of several words
//	+         first of all: no exception takes this pattern away
//	~         first of all: everyday talk has this too (at least twice in 25,469
//	          posts, of which hardly one is an answer), so it counts only where an
//	          answer does not both apologise and act
//
// A pattern never reaches over the end of a sentence.
type phrases struct {
	lines   string
	number  uint16 // in sets, and in token.begins
	ours    bool   // not found in what is quoted: those are not our words
	byFirst map[string][]pattern
	byStem  map[byte][]pattern // by the first byte of the stem
}

type pattern struct {
	sure     bool // no exception takes it away
	loose    bool
	elements []element
	second   uint64         // a sieve for the word after the first, where that must follow at once
	needs    [needed]uint16 // the groups of words of which the text must have one each
}

// needed is how many groups are asked for at most: few patterns have more.
const needed = 4

const anyWord = ^uint64(0)

type element struct {
	words    []string
	sieve    uint64 // a word whose bit is not in it is none of words
	stems    []string
	tails    []string
	optional bool
	gap      int
	start    bool
	end      bool // holds at the end of a sentence too, and takes nothing there
	not      bool // takes nothing, and holds where the next word is none of these
}

// compile takes one pattern a line; empty lines are skipped. It is for the sets
// that stand in the table sets: those are read, at once, for the first text, as
// most commands check no answer.
func compile(lines string) *phrases { return &phrases{lines: lines} }

// read makes a set findable under a number.
func (s *phrases) read(number uint16) {
	s.number, s.byFirst, s.byStem = number, map[string][]pattern{}, map[byte][]pattern{}
	for line := range strings.Lines(expand(s.lines)) {
		line, sure := strings.CutPrefix(strings.TrimSpace(line), "+ ")
		line, loose := strings.CutPrefix(line, "~ ")
		var elements []element
		for field := range strings.FieldsSeq(line) {
			elements = append(elements, parseElement(field))
		}
		s.add(pattern{sure: sure, loose: loose}, elements)
	}
}

func parseElement(field string) element {
	if field == "^" {
		return element{start: true}
	}
	if n, ok := strings.CutPrefix(field, ".."); ok {
		gap, err := strconv.Atoi(n)
		if err != nil {
			panic("check: pattern gap " + field)
		}
		return element{gap: gap}
	}
	var e element
	field, e.optional = strings.CutSuffix(field, "?")
	field, e.not = strings.CutPrefix(field, "!")
	for word := range strings.SplitSeq(field, "|") {
		if word == "$" {
			e.end = true
		} else if stem, ok := strings.CutSuffix(word, "*"); ok {
			e.stems = append(e.stems, fold(stem))
		} else if tail, ok := strings.CutPrefix(word, "*"); ok {
			e.tails = append(e.tails, fold(tail))
		} else {
			e.words = append(e.words, fold(word))
			e.sieve |= sieve(fold(word))
		}
	}
	return e
}

// add indexes a pattern of some elements under each word that can begin it.
func (s *phrases) add(p pattern, elements []element) {
	lead := 0
	for lead < len(elements) && elements[lead].start {
		lead++
	}
	for i := lead; i < len(elements); i++ {
		e := elements[i]
		if i == lead && len(e.words)+len(e.stems) == 0 {
			panic("check: a pattern that no word begins could never match")
		}
		whole := append(elements[:lead:lead], element{words: e.words, sieve: e.sieve, stems: e.stems})
		p.elements, p.second = append(whole, elements[i+1:]...), second(elements[i+1:])
		for _, word := range e.words {
			s.byFirst[word] = append(s.byFirst[word], p)
		}
		for _, stem := range e.stems {
			s.byStem[stem[0]] = append(s.byStem[stem[0]], p)
		}
		if !e.optional {
			return
		}
	}
}

// second is the sieve of what must follow at once, anyWord where nothing must.
func second(rest []element) uint64 {
	if len(rest) == 0 || rest[0].optional || rest[0].end || rest[0].not || rest[0].gap > 0 || len(rest[0].words) == 0 || len(rest[0].stems)+len(rest[0].tails) > 0 {
		return anyWord
	}
	return rest[0].sieve
}

// spoken is compile for what we say ourselves: a quotation is passed over.
func spoken(lines string) *phrases {
	s := compile(lines)
	s.ours = true
	return s
}

// find returns the first words that match a pattern, "" when none does.
func (s *phrases) find(t text) string { return t.quote(s.first(&t)) }

// first returns which tokens find finds; nowhere is 0, 0.
func (s *phrases) first(t *text) (from, to int) {
	if !s.mayBegin(t.begins) {
		return 0, 0
	}
	for i := range t.tokens {
		if !s.mayBegin(t.tokens[i].known.begins) {
			continue
		}
		if end := s.matchBeyond(t, i, 0); end > 0 {
			return i, end
		}
	}
	return 0, 0
}

// findUnless is find, passing over a match that except matches too, from inside
// it or from up to four words before.
func (s *phrases) findUnless(t text, except *phrases) string {
	return t.quote(s.firstUnless(&t, except))
}

// firstUnless returns which tokens findUnless finds; nowhere is 0, 0.
func (s *phrases) firstUnless(t *text, except *phrases) (from, to int) {
	if !s.mayBegin(t.begins) {
		return 0, 0
	}
	for i := range t.tokens {
		if !s.mayBegin(t.tokens[i].known.begins) {
			continue
		}
		end := s.matchBeyond(t, i, 0)
		if end > 0 && (!except.within(*t, i, end) || s.surelyAt(t, i)) {
			return i, end
		}
	}
	return 0, 0
}

func (s *phrases) within(t text, from, to int) bool {
	for i := max(0, from-4); i < to; i++ {
		if t.tokens[i].sentence == t.tokens[from].sentence && s.matchBeyond(&t, i, from) > 0 {
			return true
		}
	}
	return false
}

func (s *phrases) mayBegin(begins bitset) bool { return begins.has(s.number) }

// matchAt returns the end of a match that begins at token i, 0 for none.
func (s *phrases) matchAt(t text, i int) int { return s.matchBeyond(&t, i, 0) }

// matchBeyond returns the end of a match that begins at token i and ends after
// another token, 0 for none.
func (s *phrases) matchBeyond(t *text, i, after int) int {
	if !s.mayBegin(t.tokens[i].known.begins) || s.ours && t.tokens[i].quoted {
		return 0
	}
	if end := matchAny(t, s.openedBy(t, i), i, after); end > 0 || len(s.byStem) == 0 {
		return end
	}
	return matchAny(t, s.byStem[t.tokens[i].word[0]], i, after)
}

// standsAt reports whether a pattern would match from token i if a sentence began
// there.
func (s *phrases) standsAt(t *text, i int) bool {
	return s.anyAt(t, i, func(p *pattern) bool { return match(t, p.unanchored(), i, i) > 0 })
}

// surelyAt reports whether a pattern matches from token i that no exception takes
// away.
func (s *phrases) surelyAt(t *text, i int) bool {
	return s.anyAt(t, i, func(p *pattern) bool { return p.sure && match(t, p.elements, i, i) > 0 })
}

// anyAt reports whether matches holds of a pattern that may match from token i.
func (s *phrases) anyAt(t *text, i int, matches func(*pattern) bool) bool {
	next := t.sieveAt(i + 1)
	for _, patterns := range [][]pattern{s.openedBy(t, i), s.byStem[t.tokens[i].word[0]]} {
		for j := range patterns {
			if p := &patterns[j]; p.may(t, next) && matches(p) {
				return true
			}
		}
	}
	return false
}

// unanchored is the elements of a pattern without the start of a sentence.
func (p *pattern) unanchored() []element {
	lead := 0
	for p.elements[lead].start {
		lead++
	}
	return p.elements[lead:]
}

// may tells by the sieve of the next word and by the words of the text whether a
// pattern may match at all.
func (p *pattern) may(t *text, next uint64) bool {
	return (p.second == anyWord || p.second&next != 0) && t.hasGroups(&p.needs)
}

// sieveAt is the sieve of the word at i, 0 beyond the end.
func (t *text) sieveAt(i int) uint64 {
	if i < len(t.tokens) {
		return t.tokens[i].sieve
	}
	return 0
}

// openedBy returns the patterns of the set that begin with the word at i, nothing
// where the next word goes on with none of them.
func (s *phrases) openedBy(t *text, i int) []pattern {
	known := t.tokens[i].known
	for k := range known.list {
		if o := &known.list[k]; o.set == s.number {
			if o.second != anyWord && o.second&t.sieveAt(i+1) == 0 {
				return nil
			}
			return o.patterns
		}
	}
	return nil
}

func matchAny(t *text, patterns []pattern, i, after int) int {
	next := t.sieveAt(i + 1)
	for j := range patterns {
		if p := &patterns[j]; p.may(t, next) {
			if end := match(t, p.elements, i, i); end > after && !(p.loose && t.makesUp != nil && t.makesUp()) {
				return end
			}
		}
	}
	return 0
}

// match matches a pattern from token i; first is where the match began.
func match(t *text, pattern []element, i, first int) int {
	if len(pattern) == 0 {
		return i
	}
	e, rest := &pattern[0], pattern[1:]
	if e.start {
		if i > 0 && t.tokens[i-1].sentence == t.tokens[i].sentence && !t.greets(i-1) {
			return 0
		}
		return match(t, rest, i, first)
	}
	inside := i < len(t.tokens) && t.tokens[i].sentence == t.tokens[first].sentence
	if e.end && !inside {
		return match(t, rest, i, first)
	}
	if e.not {
		if inside && e.takes(&t.tokens[i]) {
			return 0
		}
		return match(t, rest, i, first)
	}
	for skip := 0; skip <= e.gap; skip++ {
		if e.gap > 0 {
			if end := match(t, rest, i+skip, first); end > 0 {
				return end
			}
			continue
		}
		if inside && e.takes(&t.tokens[i]) {
			if end := match(t, rest, i+1, first); end > 0 {
				return end
			}
		}
	}
	if e.optional {
		return match(t, rest, i, first)
	}
	return 0
}

func (e *element) takes(t *token) bool {
	word := t.word
	if e.sieve&t.sieve != 0 && slices.Contains(e.words, word) {
		return true
	}
	for _, stem := range e.stems {
		if strings.HasPrefix(word, stem) {
			return true
		}
	}
	for _, tail := range e.tails {
		if strings.HasSuffix(word, tail) {
			return true
		}
	}
	return false
}

// sieve is a word's bit of 64.
func sieve(word string) uint64 { return 1 << (hash(word) >> 58) }
