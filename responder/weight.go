package responder

import "strings"

// weight says how badly an answer reads and how much it resembles those given
// of late; lower is better. One apology is right, two are too many; a word or
// an opening that comes again sounds like a machine.
func (c *composer) weight(text string) float64 {
	lower := strings.ToLower(text)
	w := 0.0
	if n := apologies(lower); n > 1 {
		w += float64(n - 1)
	}
	w += repeatedWords(lower) + repeatedOpenings(lower)
	nearest, mean := c.judge.Likeness(text)
	w += max(6*nearest, 3*mean)
	return w
}

func apologies(lower string) int {
	n := 0
	for _, word := range []string{"sorry", "apolog", "tut mir leid", "tut uns leid", "entschuldig", "lamento", "lamentamos", "sentimos", "siento", "disculp"} {
		n += strings.Count(lower, word)
	}
	return n
}

// repeatedWords counts words of five letters and more that come again.
func repeatedWords(lower string) float64 {
	seen, again := map[string]bool{}, 0
	for word := range strings.FieldsSeq(lower) {
		word = strings.Trim(word, ".,;:!?'’")
		if len(word) < 5 {
			continue
		}
		if seen[word] {
			again++
		}
		seen[word] = true
	}
	return 0.4 * float64(again)
}

// repeatedOpenings counts sentences that begin like the one before.
func repeatedOpenings(lower string) float64 {
	last, again := "", 0
	for sentence := range strings.SplitSeq(lower, ". ") {
		first, _, _ := strings.Cut(strings.TrimSpace(sentence), " ")
		if first == last {
			again++
		}
		last = first
	}
	return 0.5 * float64(again)
}
