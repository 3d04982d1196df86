package sense

import (
	"slices"
	"strings"

	"goodgraces/responder/grams"
)

// spelt is a passage as words and as symbols.
type spelt struct {
	words   []Word
	symbols []symbol
}

// symbol is a word or a mark, and the kind of word it is where that says more
// than the word; stem is 0 for a mark.
type symbol struct{ word, kind, stem uint64 }

var (
	edge  = symbol{word: grams.Hash("^"), kind: grams.Hash("^")}
	comma = symbol{word: grams.Hash(","), kind: grams.Hash(",")}
	stop  = symbol{word: grams.Hash("."), kind: grams.Hash(".")}
	query = symbol{word: grams.Hash("?"), kind: grams.Hash("?")}
)

// spelling is an answer spelt, whole and by sentence.
type spelling struct {
	whole     spelt
	sentences []spelt // parts of the whole
}

// spell spells an answer, in the room of the one before.
func (s *spelling) spell(words []Word) {
	whole, sentences := spelt{words: words, symbols: slices.Grow(s.whole.symbols[:0], 2*len(words)+2)}, s.sentences[:0]
	for from := 0; from < len(words); {
		to := from + 1
		for to < len(words) && words[to].Sentence == words[from].Sentence {
			to++
		}
		begin := len(whole.symbols)
		whole.symbols = appendSymbols(whole.symbols, words[from:to])
		sentences = append(sentences, spelt{words[from:to], whole.symbols[begin:]})
		from = to
	}
	s.whole, s.sentences = whole, sentences
}

func appendSymbols(s []symbol, sentence []Word) []symbol {
	s = append(s, edge)
	for i, w := range sentence {
		if i > 0 && w.Paused {
			s = append(s, comma)
		}
		s = append(s, symbol{grams.Hash(w.Text), grams.Hash(kind(w)), grams.Mix('s', grams.Hash(grams.Stem(w.Text)))})
	}
	if sentence[len(sentence)-1].Asked {
		return append(s, query)
	}
	return append(s, stop)
}

func joined(words []Word) string {
	var b strings.Builder
	b.Grow(lettersOfOneWord * len(words))
	for i, w := range words {
		switch {
		case i == 0:
		case w.Sentence != words[i-1].Sentence:
			b.WriteString(". ")
		case w.Paused:
			b.WriteString(", ")
		default:
			b.WriteByte(' ')
		}
		b.WriteString(w.Text)
	}
	return b.String()
}

// kind is the word itself where it is a small word, else its class, else its
// ending.
func kind(w Word) string {
	switch {
	case small[w.Text]:
		return w.Text
	case w.Class != "":
		return w.Class
	}
	for _, tail := range []string{"ing", "ed", "ly", "s"} {
		if strings.HasSuffix(w.Text, tail) {
			return tail
		}
	}
	return "*"
}
