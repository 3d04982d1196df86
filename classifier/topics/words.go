package topics

import (
	"strings"

	"goodgraces/classifier/fold"
	"goodgraces/classifier/tokens"
)

// word is a word of what the operator wrote.
type word struct {
	text string // its normal form
	stem uint64
}

// empty reports a word that means nothing by itself.
func (w word) empty() bool { return emptyWords[w.text] }

func stemsOf(words []word) []uint64 {
	stems := make([]uint64, len(words))
	for i, w := range words {
		stems[i] = w.stem
	}
	return stems
}

// reader cuts texts into words.
type reader struct{ list *tokens.List }

func newReader() *reader { return &reader{tokens.New()} }

// read returns the words, numbers and pictures of a text.
func (r *reader) read(text string) []word {
	r.list.Read(fold.Fold(text).S)
	var words []word
	for i, t := range r.list.Tokens {
		if t.Kind != tokens.Punct && t.Kind != tokens.Handle && t.Kind != tokens.URL {
			words = append(words, word{r.list.Text(i), stemOf(r.list, i)})
		}
	}
	return words
}

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

var (
	emptyWords = setOf(`a an the this that these those i me my mine we us our ours you your yours u ur he him his she her hers it its they them their who whom
which what when where why how is are was were be been being am 's 're 'm 've 'll 'd do does did doing done has have had having can could will would shall should may might
must ca wo n't not no nor im ive dont cant wont didnt doesnt isnt wasnt and or but if so as than then because while though of in on at to from by with about for into onto
over under up out off after before since until through between all any some each every both such only own same too very just also even still yet ever there here now again
more most other another much many one please hi hello hey oh ok yes yeah really quite rather get got go going let say says said need want make made give take took thing
things something anything everything nothing never nobody none someone anyone everyone somebody anybody everybody always ever way lot bit today time day 0
el la los las un una de del que y en no me mi mis se es su lo con por para como más ya muy al hay está
der die das den dem des ein eine einen einem und ist sind war nicht ich mich mir mein meine wir uns ihr sie es er mit auf für von zu bei im am`)
	// vague words stand in names of topics and do not say which.
	vague = setOf(`issue issues problem problems complaint complaints trouble concern concerns feedback question questions matter matters general other misc topic category type bad poor customer
experience unhappy`)
)
