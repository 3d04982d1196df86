package gist

import (
	"math"
	"slices"
	"sync"

	"goodgraces/responder/grams"
)

// bits is how many bits a feature's number has.
const bits = 16

// vector is a post as numbered features and their values.
type vector struct {
	at     []uint32
	by     []float32
	square float32
}

// clear empties a vector, with room for as many features.
func (v *vector) clear(size int) {
	v.at, v.by, v.square = slices.Grow(v.at[:0], size), slices.Grow(v.by[:0], size), 0
}

func (v *vector) add(by float32, feature uint64) {
	v.at = append(v.at, grams.Bucket(feature, bits))
	v.by = append(v.by, by)
	v.square += by * by
}

// The values of features, and the length of a vector, found by cross-validation
// over whole writers.
const (
	byWord, byStem, byPair, byTriple, byGap, byLetters, byFact = 1, 0.7, 0.8, 0.5, 0.5, 0.3, 1
	byKin, byKinGap, byKinFar                                  = 0.9, 0.6, 0.5
	byPhrase                                                   = 1.5

	shortest, longest = 3, 5 // runs of letters
	length            = 3
	featuresOfOneWord = 30 // about
)

// Read reads a post.
func Read(p Post) Row {
	var r room
	return Row{vector: *r.read(p)}
}

// room is what a post is read in, again and again.
type room struct {
	all, once   vector // each feature as often as it is there, and once
	order, next []int32
}

// rooms are spare: they are most of what reading a post takes of memory.
var rooms = sync.Pool{New: func() any { return new(room) }}

// read reads a post; the vector is of the room.
func (r *room) read(p Post) *vector {
	v := &r.all
	v.clear(featuresOfOneWord * len(p.Words))
	words, groups := symbols(p.Words)
	for i := range words {
		v.grams(words, i)
		v.kinds(words, groups, i)
		v.letters(p.Words[i])
	}
	for _, class := range saidIn(p.Words) {
		v.add(byPhrase, grams.Mix('x', class))
	}
	for _, fact := range p.Facts {
		v.add(byFact, grams.Mix('f', grams.Hash(fact)))
	}
	one := r.merge()
	one.scale()
	one.at, one.by = append(one.at, 0), append(one.by, 1) // the bias
	return one
}

// symbols are the words as numbers, and the groups they stand in, or else
// themselves.
func symbols(words []string) (each, groups []uint64) {
	each, groups = make([]uint64, len(words)), make([]uint64, len(words))
	for i, word := range words {
		each[i] = grams.Hash(word)
		groups[i] = each[i]
		if group := Kin(word); group != "" {
			groups[i] = grams.Mix('g', grams.Hash(group))
		}
	}
	return each, groups
}

func before(s []uint64, i, n int) uint64 {
	if i < n {
		return 0
	}
	return s[i-n]
}

// The kinds of features, with which their numbers begin.
var (
	ofWord, ofPair, ofTriple, ofGap = grams.Mix('u'), grams.Mix('b'), grams.Mix('t'), grams.Mix('k')
	ofKin, ofKinPair, ofKinTriple   = grams.Mix('K'), grams.Mix('L'), grams.Mix('P')
	ofKinGap, ofKinFar              = grams.Mix('M'), grams.Mix('N')
	ofStem, ofLetters               = grams.Mix('s'), grams.Mix('c')
)

// grams adds the word at i with those before it.
func (v *vector) grams(s []uint64, i int) {
	word, last, lastButOne := s[i], before(s, i, 1), before(s, i, 2)
	v.add(byWord, grams.Then(ofWord, word))
	v.add(byPair, grams.Then(grams.Then(ofPair, last), word))
	v.add(byTriple, grams.Then(grams.Then(grams.Then(ofTriple, lastButOne), last), word))
	v.add(byGap, grams.Then(grams.Then(ofGap, lastButOne), word))
}

// kinds adds the group at i with those before it, where that says more than the
// words.
func (v *vector) kinds(words, s []uint64, i int) {
	group, last, lastButOne := s[i], before(s, i, 1), before(s, i, 2)
	if group != words[i] {
		v.add(byKin, grams.Then(ofKin, group))
	}
	if group != words[i] || last != before(words, i, 1) {
		v.add(byKin, grams.Then(grams.Then(ofKinPair, last), group))
	}
	v.add(byKinGap, grams.Then(grams.Then(ofKinGap, lastButOne), group))
	v.add(byKinFar, grams.Then(grams.Then(ofKinFar, before(s, i, 3)), group))
	v.add(byKinFar, grams.Then(grams.Then(grams.Then(ofKinTriple, lastButOne), last), group))
}

// letters adds a word without its ending, and its runs of letters.
func (v *vector) letters(word string) {
	v.add(byStem, grams.Then(ofStem, grams.Hash(grams.Stem(word))))
	word = "^" + word + "$"
	for i := range word {
		run := grams.Empty
		for n := range min(longest, len(word)-i) {
			run = grams.Letter(run, word[i+n])
			if n+1 >= shortest {
				v.add(byLetters, grams.Then(ofLetters, run))
			}
		}
	}
}

// merge brings each feature into one place; twice the same says less than twice as
// much.
func (r *room) merge() *vector {
	v, one := &r.all, &r.once
	one.clear(len(v.at) + 1)
	for _, i := range r.sorted() {
		if n := len(one.at); n > 0 && one.at[n-1] == v.at[i] {
			one.by[n-1] += v.by[i]
			continue
		}
		one.at, one.by = append(one.at, v.at[i]), append(one.by, v.by[i])
	}
	for i, by := range one.by {
		one.by[i] = float32(math.Sqrt(float64(by)))
		one.square += by
	}
	return one
}

// sorted is the places of features' numbers, in the numbers' order: by their low
// digit first and then by the high one, each time keeping the order there was.
func (r *room) sorted() []int32 {
	const digit = bits / 2
	at := r.all.at
	order, next := slices.Grow(r.order[:0], len(at))[:len(at)], slices.Grow(r.next[:0], len(at))[:len(at)]
	for i := range order {
		order[i] = int32(i)
	}
	for _, shift := range []int{0, digit} {
		var ends [1<<digit + 1]int32 // how many are of a lower digit
		for _, number := range at {
			ends[number>>shift&(1<<digit-1)+1]++
		}
		for d := range 1 << digit {
			ends[d+1] += ends[d]
		}
		for _, i := range order {
			to := &ends[at[i]>>shift&(1<<digit-1)]
			next[*to] = i
			*to++
		}
		order, next = next, order
	}
	r.order, r.next = order, next
	return order
}

// scale gives a vector its length.
func (v *vector) scale() {
	factor := float32(length / math.Sqrt(max(float64(v.square), 1)))
	for i := range v.by {
		v.by[i] *= factor
	}
}
