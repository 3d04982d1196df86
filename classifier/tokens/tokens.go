// Package tokens cuts folded text into the words that the model and the
// lexicons see. prose does the first cut; this package splits what prose
// leaves joined, and writes every word in one normal form.
package tokens

import (
	"unicode"
	"unicode/utf8"

	"github.com/jdkato/prose/v3/tokenize"
)

// Kind says what a token is.
type Kind uint8

// The kinds.
const (
	Word Kind = iota
	Number
	Punct
	Emoji
	URL
	Handle
	Hashtag
)

// Token is a piece of the folded text [Start, End) and its normal form, which
// lies at Norm[From:To] of the list.
type Token struct {
	Start, End int32
	From, To   int32
	Hash       uint64 // of the normal form
	Kind       Kind
	Caps       bool // SHOUTED: two letters or more, all upper case
	Stretched  bool // soooo
	Negated    bool // in the scope of a negation
}

// List is the tokens of one text. It is reused from text to text, so that
// reading a post allocates next to nothing.
type List struct {
	Tokens []Token
	// Norm is the normal forms, each followed by one space.
	Norm  []byte
	prose *tokenize.Tokenizer
}

// New returns an empty list.
func New() *List { return &List{prose: tokenize.New()} }

// Read replaces the list by the tokens of folded text.
func (l *List) Read(text string) {
	l.Tokens, l.Norm = l.Tokens[:0], l.Norm[:0]
	for start, end := 0, 0; end < len(text); start = end + 1 {
		var simple bool
		end, simple = spanEnd(text, start)
		switch {
		case start == end:
		case simple:
			l.cut(text, start, end)
		default:
			l.ask(text, start, end)
		}
	}
	l.negate()
}

// ask lets prose split the span text[start:end] and cuts what it leaves.
func (l *List) ask(text string, start, end int) {
	for _, t := range l.prose.Tokenize(text[start:end]) {
		l.cut(text, start+t.Start, start+t.End())
	}
}

// spanEnd returns where the span of text without a space that starts at start
// ends, and whether it is simple: without apostrophe (a contraction?), slash
// or "www." (a link?). In a simple span prose finds marks at either end and
// nothing that cut would not find as well, but takes ten times as long.
func spanEnd(text string, start int) (end int, simple bool) {
	simple = true
	for end = start; end < len(text); end++ {
		switch c := text[end]; c {
		case ' ', '\n', '\t', '\r':
			return end, simple
		case '\'', '/':
			simple = false
		case '.':
			if end-start >= 3 && text[end-3:end] == "www" {
				simple = false
			}
		default:
			simple = simple && c < utf8.RuneSelf
		}
	}
	return end, simple
}

// Text returns a token's normal form.
func (l *List) Text(i int) string {
	return string(l.Norm[l.Tokens[i].From:l.Tokens[i].To])
}

// cut splits one token of prose where letters, digits, emoji and punctuation
// meet. Links, handles and hashtags stay whole.
func (l *List) cut(text string, start, end int) {
	for start < end && isSpace(text[start]) {
		start++
	}
	for end > start && isSpace(text[end-1]) {
		end--
	}
	for start < end {
		kind, n := scan(text[start:end])
		if n > 0 {
			l.add(text, start, start+n, kind)
		}
		start += n
	}
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// scan returns the kind and the length of the first part of s.
func scan(s string) (Kind, int) {
	c := s[0]
	switch {
	case asciiLetter(c):
		if isLink(s) {
			return URL, len(s)
		}
		return Word, wordLen(s)
	case '0' <= c && c <= '9':
		return Number, numberLen(s)
	case (c == '@' || c == '#') && len(s) > 1 && tagLen(s[1:]) > 0:
		if c == '@' {
			return Handle, 1 + tagLen(s[1:])
		}
		return Hashtag, 1 + tagLen(s[1:])
	case c == '\'' && len(s) > 1:
		return Word, 1 + wordLen(s[1:])
	case c < utf8.RuneSelf:
		return Punct, punctLen(s)
	}
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsLetter(r):
		return Word, wordLen(s)
	case unicode.IsDigit(r):
		return Number, size
	case pictograph(r):
		return Emoji, size
	}
	return Punct, size
}

func asciiLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isLink(s string) bool {
	return len(s) > 7 && (s[:4] == "http" && (s[4] == ':' || s[4] == 's' && s[5] == ':') || s[:4] == "www.")
}

// wordLen counts the bytes of letters, with apostrophes, stars (f**k) and
// full stops of abbreviations between them.
func wordLen(s string) int {
	i := 0
	for i < len(s) {
		c := s[i]
		if asciiLetter(c) {
			i++
			continue
		}
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			if !unicode.IsLetter(r) && !unicode.IsMark(r) {
				break
			}
			i += size
			continue
		}
		if inWord(c) && i > 0 && i+1 < len(s) && (asciiLetter(s[i+1]) || c == '*' && s[i+1] == '*' || s[i+1] >= utf8.RuneSelf) {
			i++
			continue
		}
		break
	}
	return i
}

func inWord(c byte) bool { return c == '\'' || c == '*' || c == '@' || c == '$' }

// numberLen counts digits with . , : between them (3.50, 1,000, 9:30).
func numberLen(s string) int {
	i := 0
	for i < len(s) {
		c := s[i]
		digit := '0' <= c && c <= '9'
		joint := (c == '.' || c == ',' || c == ':') && i+1 < len(s) && '0' <= s[i+1] && s[i+1] <= '9'
		if !digit && !joint {
			break
		}
		i++
	}
	return i
}

func tagLen(s string) int {
	i := 0
	for i < len(s) {
		c := s[i]
		if asciiLetter(c) || '0' <= c && c <= '9' || c == '_' || c >= utf8.RuneSelf {
			i++
			continue
		}
		break
	}
	return i
}

// punctLen joins repeats of one mark: "!!!" is one token.
func punctLen(s string) int {
	i := 1
	for i < len(s) && s[i] == s[0] {
		i++
	}
	return i
}

// pictograph reports emoji and their like.
func pictograph(r rune) bool {
	return r >= 0x1f000 && r <= 0x1faff || r >= 0x2600 && r <= 0x27bf || r >= 0x2b00 && r <= 0x2bff
}

// add appends one token with its normal form.
func (l *List) add(text string, start, end int, kind Kind) {
	if kind == Punct && l.join(text, start, end) {
		return
	}
	t := Token{Start: int32(start), End: int32(end), From: int32(len(l.Norm)), Kind: kind}
	switch kind {
	case Word:
		l.word(&t, text[start:end])
	case Number:
		l.Norm = append(l.Norm, '0')
	case URL:
		l.Norm = append(l.Norm, "://"...)
	case Handle:
		l.Norm = append(l.Norm, '@')
	case Hashtag:
		l.word(&t, text[start+1:end])
	default:
		l.Norm = append(l.Norm, text[start:min(end, start+8)]...)
	}
	t.To = int32(len(l.Norm))
	t.Hash = Hash(l.Norm[t.From:t.To])
	if kind == Hashtag {
		t.Hash = verdict(l.Norm[t.From:t.To], t.Hash)
	}
	if kind == Word && numerals.Has(t.Hash) {
		t.Kind, t.Hash = Number, hashNumber
		l.Norm = append(l.Norm[:t.From], '0')
		t.To = t.From + 1
	}
	l.Norm = append(l.Norm, ' ')
	l.Tokens = append(l.Tokens, t)
}

// verdict returns the hash of the word of judgement that a hashtag ends in:
// what #acmefail says of Acme is "fail". Other hashtags keep their own.
func verdict(tag []byte, own uint64) uint64 {
	for _, v := range verdicts {
		if len(tag) > len(v.word) && string(tag[len(tag)-len(v.word):]) == v.word {
			return v.hash
		}
	}
	return own
}

var verdicts = []struct {
	word string
	hash uint64
}{
	{"fail", Hash("fail")}, {"fails", Hash("fails")}, {"sucks", Hash("sucks")}, {"scam", Hash("scam")},
	{"rubbish", Hash("rubbish")}, {"awful", Hash("awful")},
}

// join lengthens the last token where the same mark follows it at once: prose
// peels "!!!" off one by one.
func (l *List) join(text string, start, end int) bool {
	n := len(l.Tokens)
	if n == 0 {
		return false
	}
	t := &l.Tokens[n-1]
	if t.Kind != Punct || int(t.End) != start || text[start] != text[t.Start] || t.To-t.From >= 8 {
		return false
	}
	t.End = int32(end)
	l.Norm = append(l.Norm[:t.To], text[start:end]...)
	t.To = int32(len(l.Norm))
	t.Hash = Hash(l.Norm[t.From:t.To])
	l.Norm = append(l.Norm, ' ')
	return true
}

// word writes the normal form of a word: lower case, no rune more than twice
// in a row.
func (l *List) word(t *Token, s string) {
	upper, lower, run := 0, 0, 0
	var last rune
	for _, r := range s {
		low := r
		switch {
		case 'a' <= r && r <= 'z':
			lower++
		case 'A' <= r && r <= 'Z':
			low = r | 0x20
			upper++
		case r >= utf8.RuneSelf:
			low = unicode.ToLower(r)
		}
		run++
		if low != last {
			run = 1
		}
		last = low
		if run > 2 {
			t.Stretched = true
			continue
		}
		l.Norm = utf8.AppendRune(l.Norm, low)
	}
	t.Caps = upper > 1 && lower == 0
}

// Hash is the hash of a normal form (FNV-1a, 64 bits).
func Hash[T string | []byte](s T) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// negationReach is how many words after a negation it still holds.
const negationReach = 3

// negate marks the words in the scope of a negation: up to negationReach
// words, ended by punctuation.
func (l *List) negate() {
	left := 0
	for i := range l.Tokens {
		t := &l.Tokens[i]
		switch {
		case t.Kind == Punct:
			left = 0
		case negators.Has(t.Hash):
			left = negationReach
		case left > 0:
			t.Negated = true
			left--
		}
	}
}

var negators = NewSet("not", "n't", "no", "never", "without", "cannot", "cant", "dont", "doesnt", "didnt", "isnt",
	"wasnt", "wont", "hardly", "neither", "nor", "nothing", "zero", "nobody", "none", "nicht", "kein", "keine",
	"keinen", "ohne", "nie", "nunca", "sin", "ningún", "ninguna")

var hashNumber = Hash("0")

// numerals are the number words that say how long or how often. "one" says
// too many other things.
var numerals = NewSet("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
	"fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "ninety", "hundred")
