package responder

import (
	"slices"
	"strings"
)

// weight says how badly an answer reads and how much it resembles those given
// of late; lower is better. One apology is right, two are too many; a word or
// an opening that comes again sounds like a machine.
func (c *composer) weight(lines []*said) float64 {
	all := &c.joined
	all.words, all.long, all.openings, all.sorry = all.words[:0], all.long[:0], all.openings[:0], 0
	for _, l := range lines {
		all.words, all.long, all.openings = append(all.words, l.words...), append(all.long, l.long...), append(all.openings, l.openings...)
		all.sorry += l.sorry
	}
	nearest, mean := c.judge.Likeness(all.words)
	return float64(max(0, all.sorry-1)) + 0.4*float64(repeated(all.long)) + 0.5*float64(inARow(all.openings)) + max(6*nearest, 3*mean)
}

func apologies(lower string) int {
	n := 0
	for _, word := range []string{"sorry", "apolog", "tut mir leid", "tut uns leid", "entschuldig", "lamento", "lamentamos", "sentimos", "siento", "disculp"} {
		n += strings.Count(lower, word)
	}
	return n
}

// repeated counts words that came before.
func repeated(words []uint64) int {
	again := 0
	for i, word := range words {
		if slices.Contains(words[:i], word) {
			again++
		}
	}
	return again
}

// inARow counts words that are the same as the one before.
func inARow(words []string) int {
	again := 0
	for i := 1; i < len(words); i++ {
		if words[i] == words[i-1] {
			again++
		}
	}
	return again
}
