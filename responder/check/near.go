package check

// tooSimilar is the share of three-word runs in common at which two answers
// read as the same: one changed sentence in four stays below it.
const tooSimilar = 0.7

// Shingles returns the hashed runs of three words of a text; a shorter text is
// one run. Case, accents and punctuation do not count.
func Shingles(s string) map[uint64]bool { return shinglesOf(readText(s)) }

func shinglesOf(t text) map[uint64]bool {
	runs := make(map[uint64]bool, len(t.tokens))
	for i := 0; i == 0 || i+3 <= len(t.tokens); i++ {
		runs[hash(t.tokens[i:min(i+3, len(t.tokens))])] = true
	}
	return runs
}

// hash is FNV-1a over the words, each closed by a zero byte.
func hash(tokens []token) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for _, t := range tokens {
		for i := range len(t.word) {
			h = (h ^ uint64(t.word[i])) * prime
		}
		h *= prime
	}
	return h
}

// Overlap returns how alike two answers are: the Jaccard similarity of their
// shingles, 0..1.
func Overlap(a, b map[uint64]bool) float64 {
	both := 0
	for run := range a {
		if b[run] {
			both++
		}
	}
	return float64(both) / float64(max(1, len(a)+len(b)-both))
}

// Likeness returns how alike an answer is to the recent ones: to the nearest,
// and on average.
func (j *Judge) Likeness(reply string) (nearest, mean float64) {
	if len(j.recent) == 0 {
		return 0, 0
	}
	runs := Shingles(reply)
	for _, recent := range j.recent {
		alike := Overlap(runs, recent)
		nearest, mean = max(nearest, alike), mean+alike
	}
	return nearest, mean / float64(len(j.recent))
}
