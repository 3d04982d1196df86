package grievance

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// tok is a lower-case word; a break stands for punctuation, links and all
// that ends a phrase; a handle may stand in a phrase but is never told.
type tok struct {
	word string
	kind kind
}

type kind int

const (
	isWord kind = iota
	isBreak
	isHandle
)

func tokens(text string) []tok {
	var toks []tok
	for field := range strings.FieldsSeq(norm.NFC.String(text)) {
		field = strings.ToLower(field)
		switch {
		case strings.Contains(field, "://"), strings.HasPrefix(field, "www."):
			toks = append(toks, tok{kind: isBreak})
		case strings.HasPrefix(strings.TrimLeft(field, ".(\"'“"), "@"):
			toks = append(toks, tok{kind: isHandle})
		default:
			toks = addField(toks, field)
		}
	}
	return toks
}

// addField cuts what stands between spaces into words and breaks.
func addField(toks []tok, field string) []tok {
	var word strings.Builder
	flush := func() {
		if word.Len() > 0 {
			toks = append(toks, tok{word: strings.Trim(word.String(), "'-")})
			word.Reset()
		}
	}
	runes := []rune(field)
	for i, r := range runes {
		switch {
		case unicode.IsLetter(r):
			if i > 0 && unicode.IsDigit(runes[i-1]) {
				flush() // 3hrs
			}
			word.WriteRune(r)
		case unicode.IsDigit(r), unicode.Is(unicode.Mn, r):
			word.WriteRune(r)
		case r == '\'', r == '’', r == '‘':
			word.WriteByte('\'')
		case r == '-' && word.Len() > 0 && i+1 < len(runes) && unicode.IsLetter(runes[i+1]):
			flush() // on-hold
		case r == '#', r == '_':
			flush()
		case (r == '.' || r == ',') && i > 0 && i+1 < len(runes) && unicode.IsDigit(runes[i-1]) && unicode.IsDigit(runes[i+1]):
			word.WriteByte('.')
		default:
			flush()
			toks = append(toks, tok{kind: isBreak})
		}
	}
	flush()
	return toks
}

// parser looks at tokens from a place; beyond the ends there is nothing.
type parser struct{ toks []tok }

func (p parser) word(i int) string {
	if i < 0 || i >= len(p.toks) || p.toks[i].kind != isWord {
		return ""
	}
	return p.toks[i].word
}

// is reports whether the word at i is one of a list.
func (p parser) is(i int, words ...string) bool {
	w := p.word(i)
	if w == "" {
		return false
	}
	return slices.Contains(words, w)
}

// skip passes over words of a list, at most three.
func (p parser) skip(i int, words ...string) int {
	for range 3 {
		if !p.is(i, words...) {
			return i
		}
		i++
	}
	return i
}

// phrase passes over a row of words written with spaces.
func (p parser) phrase(i int, words string) (int, bool) {
	for word := range strings.FieldsSeq(words) {
		if p.word(i) != word {
			return i, false
		}
		i++
	}
	return i, true
}
