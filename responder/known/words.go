package known

import (
	"slices"
	"strings"
	"unicode"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/spanish"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// maxText is how many bytes of a post are read: a question is short.
const maxText = 2 << 10

// word is a word of a text.
type word struct {
	plain string // in lower case, without accents
	stem  string // what stands for it and its forms; of a number, its digits
	name  bool   // it has a capital where no sentence begins
	digit bool
	ends  rune // the mark behind it that ends a sentence or a clause, 0 for none
}

// cut cuts a text into words. Handles and links are left out, of a hashtag
// stays the word.
func cut(language, text string) []word {
	if len(text) > maxText {
		text = strings.ToValidUTF8(text[:maxText], "")
	}
	text = apostrophes.Replace(text)
	var words []word
	begins := true
	for field := range strings.FieldsSeq(text) {
		if strings.HasPrefix(field, "@") || strings.Contains(field, "://") {
			continue
		}
		for _, piece := range pieces(field) {
			if language == "en" && piece == "US" {
				piece = "USA" // and not we
			}
			w := wordOf(language, piece)
			w.name = !begins && unicode.IsUpper([]rune(piece)[0]) && w.plain != "i"
			words = append(words, w)
			begins = false
		}
		if mark := lastMark(field); mark != 0 && len(words) > 0 {
			words[len(words)-1].ends = mark
			begins = strings.ContainsRune(".?!…:", mark)
		}
	}
	return words
}

// apostrophes makes one of the ways to write an apostrophe, and two words of
// what one shortens.
var apostrophes = strings.NewReplacer("’", "'", "‘", "'", "`", "'", "can't", "can not", "Can't", "Can not", "cannot", "can not", "won't", "will not", "n't", " not", "'s ", " ", "\n", " . ")

// pieces are the runs of letters and the runs of digits of a field: "64GB" is
// two.
func pieces(field string) []string {
	var out []string
	start, kind := 0, 0
	for i, r := range field {
		k := 0
		switch {
		case unicode.IsLetter(r), unicode.Is(unicode.M, r), r == '\'' && kind == 1:
			k = 1
		case unicode.IsDigit(r):
			k = 2
		}
		if k == kind {
			continue
		}
		if kind != 0 {
			out = append(out, field[start:i])
		}
		start, kind = i, k
	}
	if kind != 0 {
		out = append(out, field[start:])
	}
	return out
}

func lastMark(field string) rune {
	for _, r := range slices.Backward([]rune(field)) {
		switch {
		case strings.ContainsRune(".?!,;:…()–—-", r):
			if r == '-' && len(field) > 1 {
				return 0
			}
			return r
		case unicode.IsLetter(r), unicode.IsDigit(r):
			return 0
		}
	}
	return 0
}

func wordOf(language, piece string) word {
	piece = strings.Trim(strings.ToLower(piece), "'")
	w := word{plain: plain(piece)}
	if piece == "" {
		return w
	}
	w.digit = unicode.IsDigit([]rune(piece)[0])
	w.stem = w.plain
	if stem := stemmers[language]; stem != nil && !w.digit {
		env := snowballstem.NewEnv(piece)
		stem(env)
		w.stem = plain(env.Current())
	}
	return w
}

var stemmers = map[string]func(*snowballstem.Env) bool{"en": english.Stem, "es": spanish.Stem, "de": german.Stem}

// plain takes the accents off.
func plain(s string) string {
	for i := range len(s) {
		if s[i] >= 0x80 {
			out, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), s)
			if err != nil {
				return s
			}
			return out
		}
	}
	return s
}
