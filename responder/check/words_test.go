package check

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A word of a pattern that no text is read as, such as "can't" or "e-mail", could
// never match.
func TestWordsOfPatternsAreTokens(t *testing.T) {
	for _, s := range sets {
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

// A set that is not in the table would find nothing, in silence.
func TestEverySetIsInTheTable(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	compiled := 0
	for _, file := range slices.DeleteFunc(files, func(file string) bool { return strings.HasSuffix(file, "_test.go") }) {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		compiled += bytes.Count(source, []byte(" = compile(`")) + bytes.Count(source, []byte(" = spoken(`"))
	}
	listed := map[*phrases]bool{}
	for _, s := range sets {
		listed[s] = true
	}
	if len(listed) != compiled {
		t.Errorf("%d sets are in the table, %d are compiled", len(listed), compiled)
	}
}

// What a pattern would skip behind its last word, nothing reads.
func TestNoPatternEndsInAGap(t *testing.T) {
	for _, s := range sets {
		for line := range strings.Lines(s.lines) {
			fields := strings.Fields(line)
			if n := len(fields); n > 0 && strings.HasPrefix(fields[n-1], "..") {
				t.Errorf("%q ends in a gap", strings.TrimSpace(line))
			}
		}
	}
}
