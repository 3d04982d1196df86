// Package fold makes hostile text safe to tokenize: it caps length, runs and
// giant tokens, and drops what the eye does not see, while it remembers where
// every byte came from.
package fold

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The caps. prose/v3 is quadratic in runs of punctuation (`a` and 20,000 `!`
// took it 17 s), and nobody reads past a few thousand characters.
const (
	headBytes  = 4096 // kept from the start of a long text
	tailBytes  = 2048 // kept from its end
	maxRepeat  = 3    // of one rune in a row
	maxDigits  = 12   // of one digit in a row: 1000000 is a number, not a scream
	maxPunct   = 6    // punctuation and symbols in a row
	maxToken   = 64   // bytes without a space; a space is put in after them
	maxQuotes  = 3    // apostrophes in a token; prose looks for contractions at each
	maxURL     = 256  // bytes of a link; the rest is dropped
	minEntity  = 4    // len("&lt;")
	maxEntity  = 6    // len("&quot;")
	asciiLimit = utf8.RuneSelf
)

// Text is folded text with the way back to the original bytes.
type Text struct {
	S      string // safe to tokenize; valid UTF-8
	pieces []piece
}

// piece says that S[at:at+n] stands for the original bytes [from, from+of).
// Where it is a copy, the bytes are the same ones, in the same order.
type piece struct {
	at, n, from, of int
	copy            bool
}

// Fold folds s. Text that needs nothing is returned as it is, without a copy.
func Fold(s string) Text {
	if plain(s) {
		return Text{S: s}
	}
	f := folder{src: s}
	f.out.Grow(min(len(s), headBytes+tailBytes) + 16)
	f.run()
	return Text{S: f.out.String(), pieces: f.pieces}
}

// Span maps the folded bytes [start, end) to the original bytes they stand
// for: whole runes, start before end wherever it was so in the folded text.
func (t *Text) Span(start, end int) (int, int) {
	if t.pieces == nil || start >= end {
		return start, end
	}
	first, last := t.find(start), t.find(end-1)
	from := first.from
	if first.copy {
		from += start - first.at
	}
	to := last.from + last.of
	if last.copy {
		to = last.from + (end - last.at)
	}
	return from, max(from, to)
}

// find returns the piece that holds a folded byte.
func (t *Text) find(at int) piece {
	i := sort.Search(len(t.pieces), func(i int) bool { return t.pieces[i].at > at })
	return t.pieces[max(i-1, 0)]
}

// plain reports whether s needs no folding: short ASCII without controls,
// entities, long runs or long tokens.
func plain(s string) bool {
	if len(s) > headBytes+tailBytes {
		return false
	}
	repeat, punct, token, quotes := 0, 0, 0, 0
	var last byte
	for i := range len(s) {
		c := s[i]
		if c >= asciiLimit || c < ' ' && c != '\n' && c != '\t' || c == 0x7f {
			return false
		}
		if c == '&' && i+minEntity <= len(s) && entity(s[i:]) != "" {
			return false
		}
		repeat, punct, token = repeat+1, punct+1, token+1
		if c != last {
			repeat = 1
		}
		switch {
		case c <= ' ':
			punct, token, quotes = 0, 0, 0
		case c == '\'':
			quotes++
		case letterOrDigit(c):
			punct = 0
		}
		if c > ' ' && repeat > maxRepeat || punct > maxPunct || token > maxToken || quotes > maxQuotes {
			return false
		}
		last = c
	}
	return true
}

func letterOrDigit(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
}

// folder is one pass over a text.
type folder struct {
	src    string
	out    strings.Builder
	pieces []piece

	last   rune
	repeat int // of last, in a row
	punct  int // punctuation in a row
	token  int // bytes since the last space
	quotes int // apostrophes since then
	url    bool
}

func (f *folder) run() {
	end := len(f.src)
	tail := end
	if end > headBytes+tailBytes {
		end, tail = runeStart(f.src, headBytes), runeStart(f.src, len(f.src)-tailBytes)
	}
	f.fold(0, end)
	if tail < len(f.src) {
		f.emit(" ", end, tail-end)
		f.reset(' ')
		f.fold(tail, len(f.src))
	}
}

// runeStart moves i back to the start of the rune it falls into.
func runeStart(s string, i int) int {
	for j := i; j > i-utf8.UTFMax && j > 0; j-- {
		if utf8.RuneStart(s[j]) {
			return j
		}
	}
	return i
}

func (f *folder) fold(i, end int) {
	for i < end {
		i += f.step(i)
	}
}

// step folds what starts at byte i and returns how many bytes that was.
func (f *folder) step(i int) int {
	r, size := rune(f.src[i]), 1
	if r >= asciiLimit {
		r, size = utf8.DecodeRuneInString(f.src[i:])
	}
	if r == '&' {
		if e := entity(f.src[i:]); e != "" {
			if c := rune(entities[e][0]); f.admit(c, 1) {
				f.emit(entities[e], i, len(e))
			}
			return len(e)
		}
	}
	switch {
	case r == utf8.RuneError && size <= 1, r == 0xfffc:
		f.space(i, size)
	case r == ' ' || r == '\n' || r == '\t':
		f.reset(r)
		f.copy(i, size)
	case unicode.IsSpace(r), r < ' ', r == 0x7f:
		f.space(i, size)
	case invisible(r):
	default:
		f.visible(r, i, size)
	}
	return size
}

func (f *folder) visible(r rune, i, size int) {
	if !f.admit(r, size) {
		return
	}
	if s := plainer(r); s != "" {
		f.emit(s, i, size)
		return
	}
	f.copy(i, size)
}

// admit counts a visible rune into the runs and reports whether it is kept.
func (f *folder) admit(r rune, size int) bool {
	if r == f.last {
		f.repeat++
	} else {
		f.last, f.repeat = r, 1
	}
	f.punct++
	if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
		f.punct = 0
	}
	limit := maxRepeat
	if '0' <= r && r <= '9' {
		limit = maxDigits
	}
	if r == '\'' || r == '’' {
		f.quotes++
	}
	if f.repeat > limit || f.punct > maxPunct || f.quotes > maxQuotes && (r == '\'' || r == '’') {
		return false
	}
	return f.room(size)
}

// room keeps tokens short: a link that is too long loses its end, any other
// giant is cut into pieces by spaces.
func (f *folder) room(size int) bool {
	if f.token+size <= maxToken {
		f.token += size
		return true
	}
	s := f.out.String()
	if start := s[len(s)-min(f.token, len(s)):]; !f.url && strings.HasPrefix(start, "http") {
		f.url = true
	}
	if f.url {
		f.token += size
		return f.token <= maxURL
	}
	at := len(f.src)
	if n := len(f.pieces); n > 0 {
		at = f.pieces[n-1].from + f.pieces[n-1].of
	}
	f.emit(" ", at, 0)
	f.token, f.quotes = size, 0
	return true
}

func (f *folder) space(i, size int) {
	f.reset(' ')
	f.emit(" ", i, size)
}

func (f *folder) reset(r rune) {
	if r != f.last {
		f.last, f.repeat = r, 1
	}
	f.punct, f.token, f.quotes, f.url = 0, 0, 0, false
}

// copy takes size bytes at i over as they are, joining the piece before it
// where they touch.
func (f *folder) copy(i, size int) {
	if n := len(f.pieces); n > 0 {
		p := &f.pieces[n-1]
		if p.copy && p.from+p.of == i && p.at+p.n == f.out.Len() {
			p.n, p.of = p.n+size, p.of+size
			f.out.WriteString(f.src[i : i+size])
			return
		}
	}
	f.pieces = append(f.pieces, piece{at: f.out.Len(), n: size, from: i, of: size, copy: true})
	f.out.WriteString(f.src[i : i+size])
}

// emit writes s in the place of the original bytes [from, from+of).
func (f *folder) emit(s string, from, of int) {
	f.pieces = append(f.pieces, piece{at: f.out.Len(), n: len(s), from: from, of: of})
	f.out.WriteString(s)
}

// entities are the HTML escapes that platforms leave in their texts.
var entities = map[string]string{"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": `"`, "&#39;": "'"}

// entity returns the escape that s starts with, or "".
func entity(s string) string {
	for n := minEntity; n <= maxEntity && n <= len(s); n++ {
		if s[n-1] == ';' {
			if _, ok := entities[s[:n]]; ok {
				return s[:n]
			}
			return ""
		}
	}
	return ""
}

// plainer gives the ASCII spelling of typographic punctuation, or "".
func plainer(r rune) string {
	switch r {
	case '’', '‘', 'ʼ', '´', '`':
		return "'"
	case '“', '”', '„', '«', '»':
		return `"`
	case '…':
		return "..."
	case '–', '—':
		return "-"
	case '！':
		return "!"
	case '？':
		return "?"
	}
	return ""
}

// invisible reports runes that change nothing a reader sees: zero-width
// joiners and spaces, direction marks, variation selectors, tags.
func invisible(r rune) bool {
	switch {
	case r < 0xad:
		return false
	case r == 0xad, r == 0x034f, r == 0x061c, r == 0xfeff:
		return true
	case r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f:
		return true
	case r >= 0xfe00 && r <= 0xfe0f, r >= 0xe0000 && r <= 0xe0fff:
		return true
	}
	return false
}
