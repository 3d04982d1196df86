package responder

import (
	"slices"
	"strings"
)

// weight says how badly an answer reads and how much it resembles those given
// of late; lower is better. One apology is right, two are too many; a word or
// an opening that comes again sounds like a machine.
func (c *composer) weight(a *candidate) float64 {
	all := &c.joined
	all.words, all.long, all.openings, all.sorry = all.words[:0], all.long[:0], all.openings[:0], 0
	for _, l := range a.delivered {
		all.words, all.long, all.openings = append(all.words, l.words...), append(all.long, l.long...), append(all.openings, l.openings...)
		all.sorry += l.sorry
	}
	nearest, mean := c.judge.Likeness(all.words)
	return float64(max(0, all.sorry-1)) + 0.4*float64(repeated(all.long)) + 0.5*float64(inARow(all.openings)) + max(6*nearest, 3*mean) +
		beyond(len(a.text)) + tooMany*float64(max(0, len(all.openings)-goodSentences)) + 2*c.begunSo(a.text) + 2*float64(runsAgain(all.words)) - 0.3*float64(c.preferred(a.text))
}

// An answer of this many bytes is read by people; a longer one is skimmed.
const goodLength, lengthStep = 230, 60

// More sentences than these tire a reader; tooMany is what each of them weighs.
const goodSentences, tooMany = 3, 2

func beyond(length int) float64 { return float64(max(0, length-goodLength)) / lengthStep }

// begunSo is the share of the recent answers that begin with the same words.
func (c *composer) begunSo(text string) float64 {
	if len(c.q.Recent) == 0 {
		return 0
	}
	n, start := 0, beginning(text)
	for _, recent := range c.q.Recent {
		if strings.HasPrefix(recent, start) {
			n++
		}
	}
	return float64(n) / float64(len(c.q.Recent))
}

// beginning is the first two words.
func beginning(text string) string {
	first, rest, _ := strings.Cut(text, " ")
	second, _, _ := strings.Cut(rest, " ")
	return first + " " + second
}

// preferred counts the template's words to use.
func (c *composer) preferred(text string) int {
	if len(c.t.Words.Use) == 0 {
		return 0
	}
	n, lower := 0, strings.ToLower(text)
	for _, word := range c.t.Words.Use {
		if strings.Contains(lower, strings.ToLower(word)) {
			n++
		}
	}
	return n
}

func apologies(lower string) int {
	n := 0
	for _, word := range []string{"sorry", "apolog", "tut mir leid", "tut uns leid", "entschuldig", "lamento", "lamentamos", "sentimos", "siento", "disculp"} {
		n += strings.Count(lower, word)
	}
	return n
}

// run is how many words in a row sound like a slip where they come again.
const run = 4

// runsAgain counts runs of words that came before.
func runsAgain(words []uint64) int {
	again := 0
	for i := run; i+run <= len(words); i++ {
		for j := range i - run + 1 {
			if words[i] == words[j] && slices.Equal(words[i:i+run], words[j:j+run]) {
				again++
				break
			}
		}
	}
	return again
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
