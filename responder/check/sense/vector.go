// Package sense is the learned half of the checks: models that have read some
// thousands of answers, good ones and lapses, whole and sentence by sentence, and
// say how likely another is a lapse. They know no rules; package check asks them
// beside its own.
package sense

import (
	"math"
	"slices"

	"goodgraces/responder/grams"
)

// Word is a word of an answer, folded, and what is known of it.
type Word struct {
	Text     string
	Class    string // what kind of word it is, "" for none
	Sentence int    // it stands in, counted from 0
	Asked    bool   // the sentence is a question
	Paused   bool   // it stands after a comma, a colon, a dash
	Shared   bool   // the post has it too
}

// How many bits the number of a feature has, and how many of them a table goes by.
const (
	featureBits = 20
	fine        = 18
	coarse      = 14
)

// vector is an answer as numbered features and their values.
type vector struct {
	at []uint32
	by []float32
}

// clear empties a vector, with room for as many features.
func (v *vector) clear(size int) {
	v.at, v.by = slices.Grow(v.at[:0], size), slices.Grow(v.by[:0], size)
}

func (v *vector) add(by float32, feature uint64) {
	v.at, v.by = append(v.at, grams.Bucket(feature, featureBits)), append(v.by, by)
}

// Answer is an answer as the models learn from it: whole, by its words and by its
// letters, and by sentence. What words do not tell, a spelling never seen, letters
// do: of a whole answer the two together err less than either.
type Answer struct {
	words, letters vector
	sentences      []vector // by their words
	spelling       spelling
}

// The values of features, found by cross-validation over whole writers.
const (
	byWord, byStem, byPair, byTriple, byGap, byKinds = 1, 0.7, 0.8, 0.7, 0.5, 0.6

	kindsInARow        = 5
	shortest, longest  = 3, 7 // runs of letters
	length             = 3    // of a vector, without what is said of the whole answer
	featuresOfOneWord  = 12   // about
	lettersOfOneWord   = 6
	featuresOfTheWhole = 4
)

// Read reads an answer that has these traits.
func Read(words []Word, traits []string) Answer {
	var a Answer
	a.read(words, traits)
	a.spelling = spelling{} // it is learnt from no more
	return a
}

// read makes a another answer, in the room that it has.
func (a *Answer) read(words []Word, traits []string) {
	a.spelling.spell(words)
	a.words.readWords(&a.spelling.whole)
	for _, trait := range traits {
		a.words.add(1, grams.Then(ofTrait, grams.Hash(trait)))
	}
	a.letters.readLetters(words)
	n := len(a.spelling.sentences)
	a.sentences = slices.Grow(a.sentences[:0], n)[:n]
	for i := range n {
		a.sentences[i].readWords(&a.spelling.sentences[i])
	}
}

// The kinds of features, with which their numbers begin.
var (
	ofWord, ofPair, ofTriple, ofGap, ofWideGap = grams.Mix('u'), grams.Mix('b'), grams.Mix('t'), grams.Mix('k'), grams.Mix('q')
	ofKinds, ofLetters, ofWhole, ofTrait       = grams.Mix('m'), grams.Mix('c'), grams.Mix('w'), grams.Mix('T')
)

// readWords makes v the words of a passage.
func (v *vector) readWords(s *spelt) {
	v.clear(featuresOfOneWord*len(s.symbols) + featuresOfTheWhole)
	for i := range s.symbols {
		v.grams(s.symbols, i)
		v.kinds(s.symbols[i:])
	}
	for i := range s.symbols {
		if stem := s.symbols[i].stem; stem != 0 {
			v.add(byStem, stem)
		}
	}
	v.scale()
	v.whole(s.words)
}

// grams adds the word at i with those before it.
func (v *vector) grams(s []symbol, i int) {
	before := func(n int) uint64 {
		if i < n {
			return 0
		}
		return s[i-n].word
	}
	word, last, lastButOne := s[i].word, before(1), before(2)
	v.add(byWord, grams.Then(ofWord, word))
	v.add(byPair, grams.Then(grams.Then(ofPair, last), word))
	v.add(byTriple, grams.Then(grams.Then(grams.Then(ofTriple, lastButOne), last), word))
	v.add(byGap, grams.Then(grams.Then(ofGap, lastButOne), word))
	v.add(byGap*byGap, grams.Then(grams.Then(ofWideGap, before(3)), word))
}

// kinds adds the runs of kinds of words that begin at the first symbol.
func (v *vector) kinds(s []symbol) {
	run := grams.Then(ofKinds, s[0].kind)
	for i := 1; i < min(kindsInARow, len(s)); i++ {
		run = grams.Then(grams.Then(ofKinds, run), s[i].kind)
		v.add(byKinds, run)
	}
}

// readLetters makes v every run of letters, over the ends of words.
func (v *vector) readLetters(words []Word) {
	text := joined(words)
	v.clear((longest-shortest+1)*len(text) + featuresOfTheWhole)
	for i := range text {
		run := grams.Empty
		for n := range min(longest, len(text)-i) {
			run = grams.Letter(run, text[i+n])
			if n+1 >= shortest {
				v.add(1, grams.Then(ofLetters, run))
			}
		}
	}
	v.scale()
	v.whole(words)
}

// scale gives a vector its length.
func (v *vector) scale() {
	var square float32
	for _, by := range v.by {
		square += by * by
	}
	factor := float32(length / math.Sqrt(max(float64(square), 1)))
	for i := range v.by {
		v.by[i] *= factor
	}
}

// whole adds what is said of the answer as a whole: how long it is and how much
// of it the post says too.
func (v *vector) whole(words []Word) {
	shared, long := 0, 0
	for i := range words {
		if len(words[i].Text) > 3 {
			long++
			if words[i].Shared {
				shared++
			}
		}
	}
	v.add(1, grams.Then(ofWhole, 1))
	v.add(float32(shared)/float32(long+1)*2, grams.Then(ofWhole, 2))
	v.add(float32(math.Log(float64(len(words)+1))/3), grams.Then(ofWhole, 3))
	if shared == 0 {
		v.add(1, grams.Then(ofWhole, 4))
	}
}
