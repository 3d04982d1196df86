package check

import (
	"math/bits"
	"slices"
	"sync"
)

func nearDuplicate(r *reading) string {
	const advice = "almost the same answer was given a short while ago; say it in other words"
	if r.recent.saidWordForWord(r.whole, r.fewWays()) {
		return advice
	}
	if r.fact() != "" {
		return "" // one fact for all who ask; what stands around it is other words
	}
	if nearest, _ := r.recent.likeness(hashed(r.reply)); nearest >= tooSimilar {
		return advice
	}
	return ""
}

// tooSimilar is the share of three-word runs in common at which two answers
// read as the same: one changed sentence in four stays below it.
const tooSimilar = 0.7

// remembered is how many of the latest public answers near_duplicate compares
// with; there is a bit for each.
const remembered = 40

// recent is the public answers of late, read.
type recent struct {
	answers []string
	place   map[string]int    // of each answer, word for word
	having  map[uint64]uint64 // which of the latest answers have a run, a bit each
	runs    []int             // how many runs each of the latest has
}

func readRecent(answers []string) *recent {
	r := &recent{answers: answers, place: make(map[string]int, len(answers)), having: map[uint64]uint64{}}
	for i, answer := range answers {
		r.place[answer] = i
	}
	for i, answer := range r.latest() {
		runs := shingles(hashed(readWords(answer)))
		r.runs = append(r.runs, len(runs))
		for _, run := range runs {
			r.having[run] |= 1 << i
		}
	}
	return r
}

func (r *recent) latest() []string { return r.answers[max(0, len(r.answers)-remembered):] }

// saidWordForWord looks among all recent answers, or among the latest alone.
func (r *recent) saidWordForWord(reply string, latest bool) bool {
	place, ok := r.place[reply]
	return ok && (!latest || place >= len(r.answers)-remembered)
}

// likeness returns how alike an answer is to the latest ones, as the Jaccard
// similarity of their shingles, 0..1: to the nearest, and on average.
func (r *recent) likeness(words []uint64) (nearest, mean float64) {
	if len(r.runs) == 0 {
		return 0, 0
	}
	runs := shingles(words)
	var shared [remembered]int
	for _, run := range runs {
		for has := r.having[run]; has != 0; has &= has - 1 {
			shared[bits.TrailingZeros64(has)]++
		}
	}
	for i, n := range r.runs {
		alike := float64(shared[i]) / float64(len(runs)+n-shared[i])
		nearest, mean = max(nearest, alike), mean+alike
	}
	return nearest, mean / float64(len(r.runs))
}

// shingles returns the runs of three words, hashed, each once; a shorter text
// is one run. Case, accents and punctuation do not count.
func shingles(words []uint64) []uint64 {
	runs := make([]uint64, 0, len(words))
	for i := 0; i == 0 || i+3 <= len(words); i++ {
		run := uint64(fnvOffset)
		for _, word := range words[i:min(i+3, len(words))] {
			run = (run ^ word) * fnvPrime
		}
		if len(words) > manyWords || !slices.Contains(runs, run) {
			runs = append(runs, run)
		}
	}
	if len(words) <= manyWords {
		return runs
	}
	slices.Sort(runs)
	return slices.Compact(runs)
}

// manyWords are more than an answer has; from there on sorting is quicker than
// looking through.
const manyWords = 100

func hashed(t text) []uint64 {
	words := make([]uint64, len(t.tokens))
	for i, token := range t.tokens {
		words[i] = hash(token.word)
	}
	return words
}

// FNV-1a, 64 bits.
const fnvOffset, fnvPrime = 14695981039346656037, 1099511628211

func hash(word string) uint64 {
	h := uint64(fnvOffset)
	for i := range len(word) {
		h = (h ^ uint64(word[i])) * fnvPrime
	}
	return h
}

// Memory keeps recent answers read, since the same ones come with many posts
// in a row. The zero value is ready; it is safe for concurrent use and keeps
// no more than the last few lists.
type Memory struct {
	mu   sync.Mutex
	kept [4]*recent
	next int
}

func (m *Memory) read(answers []string) *recent {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, r := range m.kept {
		if r != nil && slices.Equal(r.answers, answers) {
			return r
		}
	}
	r := readRecent(slices.Clone(answers))
	m.kept[m.next%len(m.kept)] = r
	m.next++
	return r
}
