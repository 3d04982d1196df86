// Package keywords finds the words and phrases that a brand watches for.
package keywords

import (
	"strings"
	"unicode"
	"unicode/utf8"

	ahocorasick "github.com/petar-dambovaliev/aho-corasick"
	"golang.org/x/text/unicode/norm"
)

// Set finds words and phrases in posts, without regard to case, at word
// boundaries.
type Set struct {
	words  []string                // folded
	folded ahocorasick.AhoCorasick // of words
}

// New makes a set; blank words are left out.
func New(words []string) *Set {
	k := &Set{}
	for _, w := range words {
		if w = fold(strings.TrimSpace(w)); w != "" {
			k.words = append(k.words, w)
		}
	}
	// Its own case folding and word boundaries know ASCII only.
	b := ahocorasick.NewAhoCorasickBuilder(ahocorasick.Opts{MatchKind: ahocorasick.StandardMatch, DFA: true})
	k.folded = b.Build(k.words)
	return k
}

// Empty reports whether there is nothing to find.
func (k *Set) Empty() bool { return len(k.words) == 0 }

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
	return strings.Map(foldRune, norm.NFC.String(text))
}

func foldRune(r rune) rune { return unicode.ToLower(unicode.ToUpper(r)) }
