// Package keywords finds the words and phrases that a brand watches for.
package keywords

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	ahocorasick "github.com/petar-dambovaliev/aho-corasick"
	"golang.org/x/text/unicode/norm"
)

// Set finds words and phrases in posts, without regard to case, at word
// boundaries.
type Set struct {
	words   []string                // folded
	folded  ahocorasick.AhoCorasick // of words
	rough   *rough                  // each word's longest run of ASCII letters and digits
	noASCII bool                    // some word has no such run
}

// New makes a set; blank words are left out.
func New(words []string) *Set {
	k := &Set{rough: newRough()}
	for _, w := range words {
		w = fold(strings.TrimSpace(w))
		if w == "" {
			continue
		}
		k.words = append(k.words, w)
		if run := asciiRun(w); run != "" {
			k.rough.add([]byte(run))
		} else {
			k.noASCII = true
		}
	}
	// Its own case folding and word boundaries know ASCII only.
	b := ahocorasick.NewAhoCorasickBuilder(ahocorasick.Opts{MatchKind: ahocorasick.StandardMatch, DFA: true})
	k.folded = b.Build(k.words)
	return k
}

// Empty reports whether there is nothing to find.
func (k *Set) Empty() bool { return len(k.words) == 0 }

// foldsToASCII are the letters outside ASCII that fold to one inside (K, ſ, İ,
// ı), and the JSON escape, behind which any letter may hide.
var foldsToASCII = [][]byte{[]byte("\u212A"), []byte("\u017F"), []byte("\u0130"), []byte("\u0131"), []byte(`\u`)}

// Maybe is the cheap look at an event's raw JSON: where it says no, no keyword
// stands in the post. Whatever the number of keywords, it takes a small part of
// what decoding takes (BenchmarkMaybe); the automaton would take as much.
func (k *Set) Maybe(event []byte) bool {
	switch {
	case k.Empty():
		return false
	case k.noASCII:
		return true
	}
	if k.rough.in(lowerASCII(event)) {
		return true
	}
	for _, b := range foldsToASCII {
		if bytes.Contains(event, b) {
			return true
		}
	}
	return false
}

func lowerASCII(text []byte) []byte {
	lower := make([]byte, len(text))
	for i, b := range text {
		if 'A' <= b && b <= 'Z' {
			b += 'a' - 'A'
		}
		lower[i] = b
	}
	return lower
}

// In reports whether a keyword stands in text.
func (k *Set) In(text string) bool {
	if k.Empty() {
		return false
	}
	text = fold(text)
	for it := k.folded.IterOverlapping(text); ; {
		m := it.Next()
		if m == nil {
			return false
		}
		if edge(text, m.Start()) && edge(text, m.End()) {
			return true
		}
	}
}

// edge reports whether no word goes on across byte i of text.
func edge(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i:])
	return i == 0 || i == len(text) || !inWord(before) || !inWord(after)
}

// inWord reports whether a word may go on across r. The scripts that put no
// space between words, and Korean with its particles, have no such boundary.
func inWord(r rune) bool {
	if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) {
		return false
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_'
}

// fold makes texts comparable: composed (NFC), without case. ſ becomes s and K
// becomes k.
func fold(text string) string {
	return strings.Map(func(r rune) rune { return unicode.ToLower(unicode.ToUpper(r)) }, norm.NFC.String(text))
}

// asciiRun returns the longest run of ASCII letters and digits in a folded word.
func asciiRun(word string) string {
	longest := ""
	for _, run := range strings.FieldsFunc(word, func(r rune) bool {
		return r >= utf8.RuneSelf || !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}) {
		if len(run) > len(longest) {
			longest = run
		}
	}
	return longest
}
