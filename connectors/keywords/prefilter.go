package keywords

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Prefilter is the cheap look at JSON before it is decoded: an Aho–Corasick
// automaton that walks over the raw text once, reading escapes and folding case
// on its way.
type Prefilter struct {
	class [256]uint32 // of a byte; 0 for one that stands in no word
	width uint32      // how many classes there are
	next  []uint32    // the row that comes next, by row and class
	// composed: words that may come out of composing a text (NFC) without
	// standing in it before.
	composed bool
}

// hit is the row in which a word has been read. Nothing leads out of it.
const hit = ^uint32(0)

// Prefilter makes one of the set's words and of marks, which stand in the JSON
// text itself, quotes and all.
func (k *Set) Prefilter(marks ...string) *Prefilter {
	words := append([]string(nil), k.words...)
	for _, m := range marks {
		words = append(words, fold(m))
	}
	p := &Prefilter{width: 1}
	for _, w := range words {
		p.learn(w)
	}
	p.row()
	for _, w := range words {
		p.add(w)
	}
	p.link()
	return p
}

// learn gives each byte of a folded word a class.
func (p *Prefilter) learn(word string) {
	for _, b := range []byte(word) {
		if p.class[b] != 0 {
			continue
		}
		p.class[b] = p.width
		p.class[upper(b)] = p.width
		p.width++
		// Of ASCII, only these two have others that NFC makes the same.
		p.composed = p.composed || b >= utf8.RuneSelf || b == ';' || b == '`'
	}
}

func upper(b byte) byte {
	if 'a' <= b && b <= 'z' {
		return b - 'a' + 'A'
	}
	return b
}

// row adds an empty row and returns where it begins.
func (p *Prefilter) row() uint32 {
	p.next = append(p.next, make([]uint32, p.width)...)
	return uint32(len(p.next)) - p.width
}

// add puts a word into the trie. Behind another word's end it is not needed.
func (p *Prefilter) add(word string) {
	at, last := uint32(0), len(word)-1
	for i := range len(word) {
		edge := at + p.class[word[i]]
		switch {
		case p.next[edge] == hit:
			return
		case i == last:
			p.next[edge] = hit
		case p.next[edge] == 0:
			to := p.row()
			p.next[edge] = to
		}
		at = p.next[edge]
	}
}

// link makes an automaton of the trie, breadth first: where no word goes on,
// there goes on what the longest end of the text so far begins.
func (p *Prefilter) link() {
	type place struct{ row, back uint32 }
	places := []place{{}}
	for i := 0; i < len(places); i++ {
		at := places[i]
		for c := range p.width {
			to, back := &p.next[at.row+c], p.next[at.back+c]
			if at.row == 0 {
				back = 0
			}
			switch {
			case back == hit:
				*to = hit
			case *to == 0:
				*to = back
			case *to != hit:
				places = append(places, place{*to, back})
			}
		}
	}
}

// Maybe reports whether a word may stand in the text or in one of its strings.
// Where it says no, none does: what it cannot read at a glance is worth decoding.
func (p *Prefilter) Maybe(raw []byte) bool {
	if p.composed && norm.NFC.QuickSpan(raw) != len(raw) {
		return true
	}
	row := uint32(0)
	for i := 0; i < len(raw) && row != hit; {
		if b := raw[i]; b < utf8.RuneSelf && b != '\\' {
			row = p.next[row+p.class[b]]
			i++
			continue
		}
		r, n := letter(raw[i:])
		if n == 0 {
			return true
		}
		row = p.over(row, r)
		i += n
	}
	return row == hit
}

// over goes on from a row over a letter.
func (p *Prefilter) over(row uint32, r rune) uint32 {
	var folded [utf8.UTFMax]byte
	if cased.has(r) {
		r = foldRune(r)
	}
	for _, b := range folded[:utf8.EncodeRune(folded[:], r)] {
		if row != hit {
			row = p.next[row+p.class[b]]
		}
	}
	return row
}

// letter reads the letter or the escape with which text begins; of no length
// when it is broken, or an escape of a letter outside ASCII: nobody who writes
// UTF-8 needs one.
func letter(text []byte) (r rune, length int) {
	if text[0] != '\\' {
		r, length = utf8.DecodeRune(text)
		if r == utf8.RuneError && length == 1 {
			return 0, 0
		}
		return r, length
	}
	if len(text) < 2 {
		return 0, 0
	}
	if i := strings.IndexByte(`"\/bfnrt`, text[1]); i >= 0 {
		return rune("\"\\/\b\f\n\r\t"[i]), 2
	}
	if text[1] != 'u' || len(text) < 6 {
		return 0, 0
	}
	code, err := strconv.ParseUint(string(text[2:6]), 16, 16)
	if err != nil || code >= utf8.RuneSelf {
		return 0, 0
	}
	return rune(code), 6
}

// pages tells of each 256 letters whether one among them folds to another: most
// of the world's letters have no case, and need no folding.
type pages [unicode.MaxRune>>8 + 1]bool

var cased = func() (p pages) {
	for _, r := range unicode.CaseRanges {
		for page := r.Lo >> 8; page <= r.Hi>>8; page++ {
			p[page] = true
		}
	}
	return p
}()

func (p *pages) has(r rune) bool { return p[r>>8] }
