package check

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// place is where something stands in a raw text, in bytes.
type place struct{ from, to uint16 }

const _ = uint16(MaxText) // so that it holds the end of every clipped text

func placeOf(from, to int) place { return place{uint16(from), uint16(to)} }

// behind is the place in a text that has n bytes more before it.
func (p place) behind(n int) place { return placeOf(int(p.from)+n, int(p.to)+n) }

// folded is a piece of a raw text, folded, and the way back.
type folded struct {
	text string
	from int   // where the piece begins in the raw text
	at   []int // where that of which each byte was made begins in the piece, and where the piece ends; nil where folding moved nothing
}

// foldAt folds a piece of a raw text.
func foldAt(raw string, p place) folded {
	s, from := raw[p.from:p.to], int(p.from)
	if isASCII(s) {
		return folded{text: foldASCII(s), from: from}
	}
	text, at := make([]byte, 0, len(s)), make([]int, 0, len(s)+1)
	var segments norm.Iter // of a letter and its marks
	for segments.InitString(norm.NFKD, s); !segments.Done(); {
		begin := segments.Pos()
		for _, r := range string(segments.Next()) {
			text = appendFolded(text, r)
		}
		for len(at) < len(text) {
			at = append(at, begin)
		}
	}
	return folded{string(text), from, append(at, len(s))}
}

// written is the place of what a part of the folded text, which is not empty,
// was made of: whole letters with their marks.
func (f folded) written(from, to int) place {
	if f.at != nil {
		last := f.at[to-1]
		for f.at[to] == last {
			to++
		}
		from, to = f.at[from], f.at[to]
	}
	return placeOf(f.from+from, f.from+to)
}

// A quotation has this many tokens and bytes at most; behind a shortened one
// stands the mark.
const (
	quotedTokens = 8
	quotedBytes  = 160
	shortened    = " …"
)

// quote gives tokens as they were written, for a note: whole words, the first of
// many. No tokens are "".
func (t text) quote(from, to int) string {
	if from >= to {
		return ""
	}
	last := min(to, from+quotedTokens) - 1
	start, end := wordStart(t.raw, int(t.tokens[from].from)), wordEnd(t.raw, int(t.tokens[last].to))
	words := strings.TrimRightFunc(t.raw[start:end], hidden)
	if len(words) > quotedBytes {
		words = strings.ToValidUTF8(words[:quotedBytes], "") // without the half of a rune
		if space := strings.LastIndexByte(words, ' '); space > 0 {
			words = words[:space]
		}
		return words + shortened
	}
	if end < int(t.tokens[to-1].to) {
		return words + shortened
	}
	return words
}

// wordEnd is where the word ends, as people write words, that reaches over a
// place: behind the pence of "£20.50", behind all of "jo@mail.example".
func wordEnd(s string, at int) int {
	for {
		at = len(s) - len(strings.TrimLeftFunc(s[at:], inWord))
		if at+1 >= len(s) || !joins(s[at]) {
			return at
		}
		if next, _ := utf8.DecodeRuneInString(s[at+1:]); !inWord(next) {
			return at
		}
		at++
	}
}

// wordStart is where the word begins that reaches over a place.
func wordStart(s string, at int) int {
	for {
		at = len(strings.TrimRightFunc(s[:at], inWord))
		if at < 2 || !joins(s[at-1]) {
			return at
		}
		if before, _ := utf8.DecodeLastRuneInString(s[:at-1]); !inWord(before) {
			return at
		}
		at--
	}
}

func inWord(r rune) bool { return isWordRune(r) || unicode.In(r, unicode.M, unicode.N) }

// joins reports a mark that parts no words where letters or digits stand on both
// sides of it.
func joins(mark byte) bool { return strings.IndexByte(".,:-/'_&", mark) >= 0 }

// hidden reports what takes no room: joiners, soft hyphens, marks of direction.
func hidden(r rune) bool { return unicode.Is(unicode.Cf, r) }

// cite puts words of a text, which may be hostile, into quotation marks: what
// cannot be seen, or would steer what is seen, is spelt out.
func cite(words string) string { return `"` + shown(words) + `"` }

func shown(words string) string {
	var b strings.Builder
	for _, r := range words {
		if unicode.IsGraphic(r) || r == joiner {
			b.WriteRune(r)
		} else {
			b.WriteString(strings.Trim(strconv.QuoteRune(r), "'"))
		}
	}
	return b.String()
}

// joiner makes one emoji of several.
const joiner = '\u200d'
