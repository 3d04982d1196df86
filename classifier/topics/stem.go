package topics

import (
	"bytes"
	"strings"

	"goodgraces/classifier/tokens"
)

// shortest is the length in bytes that a stem keeps at least.
const shortest = 3

// stem hashes a word's normal form without its ending, so that delay, delays,
// delayed and delaying are one word, and cancellation is one with canceled. It
// knows English endings; of other languages it takes the plural's. Two words
// that wrongly become one do little harm: an operator's keyword finds a word
// too many.
func stem(norm []byte) uint64 { return stemHashed(norm, tokens.Hash(norm)) }

// stemHashed is stem of a word whose own hash is known.
func stemHashed(norm []byte, own uint64) uint64 {
	if h := irregular.Get(own); h != 0 {
		return h
	}
	if w := trim(norm); len(w) < len(norm) {
		return tokens.Hash(w)
	}
	return own
}

// trim cuts the ending off.
func trim(w []byte) []byte {
	if len(w) <= shortest {
		return w
	}
	for _, e := range endings[w[len(w)-1]] {
		if !bytes.HasSuffix(w, e.from) {
			continue
		}
		if rest := w[:len(w)-len(e.from)+e.keep]; len(rest) >= shortest && bytes.ContainsAny(rest, vowels) {
			w = rest
			break
		}
	}
	if n := len(w); n > shortest && (w[n-1] == 'e' || w[n-1] == 'y') {
		w = w[:n-1]
	}
	if n := len(w); n > shortest && w[n-1] == w[n-2] {
		w = w[:n-1]
	}
	return w
}

const vowels = "aeiouyáéíóúäöü"

// ending is what a word may lose; keep is how much of it stays.
type ending struct {
	from []byte
	keep int
}

// endings holds, by their last letter, those to be tried in this order.
var endings = byLast([]ending{
	{[]byte("ations"), 0}, {[]byte("ation"), 0}, {[]byte("ness"), 0}, {[]byte("ments"), 0}, {[]byte("ment"), 0},
	{[]byte("tions"), 1}, {[]byte("tion"), 1}, {[]byte("sion"), 1}, {[]byte("ings"), 0}, {[]byte("ing"), 0},
	{[]byte("eed"), 3}, {[]byte("ies"), 0}, {[]byte("ied"), 0}, {[]byte("ed"), 0}, {[]byte("ply"), 3}, {[]byte("ly"), 0},
	{[]byte("ss"), 2}, {[]byte("us"), 2}, {[]byte("is"), 2}, {[]byte("es"), 0}, {[]byte("s"), 0},
})

func byLast(list []ending) (by [256][]ending) {
	for _, e := range list {
		last := e.from[len(e.from)-1]
		by[last] = append(by[last], e)
	}
	return by
}

// irregular maps forms that no ending explains to the stem of their word.
var irregular = newIrregular(`
lose lost loss losses
break broke broken
steal stole stolen theft
tear tore torn
freeze froze frozen
pay paid
hold held
hang hung
send sent
buy bought
sell sold
speak spoke spoken
write wrote written
fly flew flown
stand stood
throw threw thrown
swear swore sworn
drive drove driven
shake shook shaken
bite bit bitten
feel felt
sleep slept
eat ate eaten
choose chose chosen
person people
child children
woman women
man men
`)

func newIrregular(table string) *tokens.Table[uint64] {
	m := map[uint64]uint64{}
	for line := range strings.Lines(table) {
		words := strings.Fields(line)
		for _, w := range words {
			m[tokens.Hash(w)] = tokens.Hash(trim([]byte(words[0])))
		}
	}
	return tokens.NewTable(m)
}
