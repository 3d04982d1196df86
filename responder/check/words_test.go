package check

import (
	"strings"
	"testing"
)

// A word of a pattern that no text is read as, such as "can't" or "e-mail", could
// never match.
func TestWordsOfPatternsAreTokens(t *testing.T) {
	for _, s := range all {
		for line := range strings.Lines(expand(s.lines)) {
			for field := range strings.FieldsSeq(line) {
				if field == "+" || field == "~" {
					continue
				}
				for _, word := range parseElement(field).words {
					if read := readWords(word).tokens; len(read) != 1 || read[0].word != word {
						t.Errorf("%q of %q is read as %d other words", word, strings.TrimSpace(line), len(read))
					}
				}
			}
		}
	}
}
