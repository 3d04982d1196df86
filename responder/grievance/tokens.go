package grievance

import (
	"html"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// tok is a lower-case word; a break stands for punctuation, links and all
// that ends a phrase; a handle may stand in a phrase but is never told.
type tok struct {
	word     string
	kind     kind
	personal bool // written as a name is: "Bill was rude"
	glued    bool // written in one with the word before it: "up" in "pop-up"
	quoted   bool // between quotation marks: somebody else's words
	quote    bool // a break that is a quotation mark
	percent  bool // a number that is so many in a hundred
}

type kind int

const (
	isWord kind = iota
	isBreak
	isHandle
	isAmount // of money: never told, and passed over
)

func tokens(text string) []tok {
	var toks []tok
	text = norm.NFC.String(html.UnescapeString(text))
	body := lastInBody(text)
	at := -1
	for said := range strings.FieldsSeq(doublyQuoted(text)) {
		field := strings.ToLower(said)
		if at++; at > body && strings.HasPrefix(field, "#") {
			toks = append(toks, tok{kind: isBreak})
		}
		switch long := cutShort[strings.TrimRight(field, ".,!?")]; {
		case long != "":
			toks = append(toks, tok{word: long})
			if strings.ContainsAny(field[len(field)-1:], ".,!?") {
				toks = append(toks, tok{kind: isBreak})
			}
		case strings.Contains(field, "://"), strings.HasPrefix(field, "www."):
			toks = append(toks, tok{kind: isBreak})
		case isMoney(strings.TrimRight(field, ".,!?)")):
			toks = append(toks, tok{kind: isAmount})
			if strings.TrimRight(field, ".,!?)") != field {
				toks = append(toks, tok{kind: isBreak})
			}
		case strings.HasPrefix(strings.TrimLeft(field, ".(\"'“"), "@"):
			toks = append(toks, tok{kind: isHandle})
			if strings.ContainsAny(field[len(field)-1:], ".!?;:)") {
				toks = append(toks, tok{kind: isBreak})
			}
		default:
			began := len(toks)
			toks = addField(toks, field)
			if began < len(toks) && len(toks[began].word) > 0 {
				toks[began].personal = asName(said, toks[began].word, began == 0 || toks[began-1].kind == isBreak)
			}
		}
	}
	markQuoted(toks)
	return toks
}

// cutShort are words that people write with a stroke, a sign or a figure.
var cutShort = map[string]string{"&": "and", "+": "and", "w/": "with", "w/o": "without", "w/out": "without", "b/c": "because", "2day": "today", "2nite": "tonight", "2moro": "tomorrow", "2morrow": "tomorrow"}

// lastInBody is the place of the last field that is no hashtag, handle or
// link: tags behind it belong to no sentence.
func lastInBody(text string) int {
	last, at := -1, -1
	for field := range strings.FieldsSeq(text) {
		if at++; !strings.HasPrefix(field, "#") && !strings.HasPrefix(field, "@") && !strings.Contains(field, "://") {
			last = at
		}
	}
	return last
}

// addField cuts what stands between spaces into words and breaks.
func addField(toks []tok, field string) []tok {
	var word strings.Builder
	glued := false
	flush := func() {
		if word.Len() > 0 {
			toks = append(toks, tok{word: strings.Trim(word.String(), "'-"), glued: glued})
			word.Reset()
		}
		glued = false
	}
	runes := []rune(field)
	for i, r := range runes {
		switch {
		case r == '👎':
			flush()
			toks = append(toks, tok{word: "thumbsdown"})
		case unicode.IsLetter(r):
			if i > 0 && unicode.IsDigit(runes[i-1]) && !figures[strings.Trim(field, ".,!?()")] && !(r == 'g' && i == 1 && len(runes) > 1 && !unicode.IsLetter(next(runes, i))) {
				flush() // 3hrs, but 4g
			}
			word.WriteRune(r)
		case r == '%' && i > 0 && unicode.IsDigit(runes[i-1]):
			flush()
			toks[len(toks)-1].percent = true
		case unicode.Is(unicode.Variation_Selector, r): // "I" as an emoji
		case unicode.IsDigit(r), unicode.Is(unicode.Mn, r):
			word.WriteRune(r)
		case r == '\'', r == '’', r == '‘':
			word.WriteByte('\'')
		case r == '-' && word.Len() > 0 && i+1 < len(runes) && unicode.IsLetter(runes[i+1]):
			flush() // on-hold
			glued = true
		case r == '#', r == '_':
			flush()
		case (r == '.' || r == ',' || r == ':') && i > 0 && i+1 < len(runes) && unicode.IsDigit(runes[i-1]) && unicode.IsDigit(runes[i+1]):
			word.WriteByte('.')
		default:
			flush()
			toks = append(toks, tok{kind: isBreak, quote: r == '"' || r == '“' || r == '”'})
		}
	}
	flush()
	return toks
}

// figures are words that begin with a figure.
var figures = set("2fa 3d 2d 4k 8k")

// next is the rune behind i, a space at the end.
func next(runes []rune, i int) rune {
	if i+1 < len(runes) {
		return runes[i+1]
	}
	return ' '
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
	for _, word := range words {
		if len(word) == len(w) && word[0] == w[0] && word == w { // most differ in the first letter
			return true
		}
	}
	return false
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

// alsoNames are nouns by which people are called too.
var alsoNames = set("bill page price case mark chase grace hope faith joy rose art dawn may will rob ray frank lane penny miles summer guy king knight cook")

// asName reports a word that may be somebody's name, by its capital where none
// is needed.
func asName(said, word string, opens bool) bool {
	if !alsoNames[word] || opens && word != "bill" && word != "mark" {
		return false
	}
	said = strings.TrimLeft(said, "(\"'“#")
	return said != "" && unicode.IsUpper([]rune(said)[0]) && said != strings.ToUpper(said)
}

// isMoney takes "£18", "$1,200.50".
func isMoney(field string) bool {
	amount := strings.TrimLeft(field, "$£€")
	return amount != field && strings.Trim(amount, "0123456789.,") == "" && amount != "" && strings.TrimRight(amount, ".,") == amount
}

// withinPhrase reports that a handle stands within a noun phrase, or between one
// and its verb, and says no more than whose it is: "my @brand chair", "your app
// @brand logs me out".
func withinPhrase(before, after []tok) bool {
	p, next := parser{before}, parser{after}
	last := len(before) - 1
	if next.word(0) == "" || last < 0 {
		return false
	}
	if Owner(p.word(last)) {
		return nounForms[next.word(0)] || nouns[singular(next.word(0))] || adjectives[next.word(0)] || qualifiers[next.word(0)]
	}
	return nounForms[p.word(last)] && p.is(last-1, "my", "our", "your") && next.is(0, "is", "isn't", "has", "hasn't", "won't", "doesn't", "can't", "keeps", "was", "wasn't", "didn't", "are", "aren't", "have", "haven't", "don't", "were", "never", "still", "stopped")
}

// Owner reports a word that shows whose a thing is.
func Owner(word string) bool { return owners[word] }

var owners = set("my our your the a an this these that those his her their")
