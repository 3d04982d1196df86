package gist

import (
	"math"

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
	v := vector{at: make([]uint32, 0, featuresOfOneWord*len(p.Words)), by: make([]float32, 0, featuresOfOneWord*len(p.Words))}
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
	v.once()
	v.scale()
	v.at, v.by = append(v.at, 0), append(v.by, 1) // the bias
	return Row{vector: v}
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

// grams adds the word at i with those before it.
func (v *vector) grams(s []uint64, i int) {
	v.add(byWord, grams.Mix('u', s[i]))
	v.add(byPair, grams.Mix('b', before(s, i, 1), s[i]))
	v.add(byTriple, grams.Mix('t', before(s, i, 2), before(s, i, 1), s[i]))
	v.add(byGap, grams.Mix('k', before(s, i, 2), s[i]))
}

// kinds adds the group at i with those before it, where that says more than the
// words.
func (v *vector) kinds(words, s []uint64, i int) {
	if s[i] != words[i] {
		v.add(byKin, grams.Mix('K', s[i]))
	}
	if s[i] != words[i] || before(s, i, 1) != before(words, i, 1) {
		v.add(byKin, grams.Mix('L', before(s, i, 1), s[i]))
	}
	v.add(byKinGap, grams.Mix('M', before(s, i, 2), s[i]))
	v.add(byKinFar, grams.Mix('N', before(s, i, 3), s[i]))
	v.add(byKinFar, grams.Mix('P', before(s, i, 2), before(s, i, 1), s[i]))
}

// letters adds a word without its ending, and its runs of letters.
func (v *vector) letters(word string) {
	v.add(byStem, grams.Mix('s', grams.Hash(grams.Stem(word))))
	word = "^" + word + "$"
	for i := range word {
		run := grams.Empty
		for n := range min(longest, len(word)-i) {
			run = grams.Letter(run, word[i+n])
			if n+1 >= shortest {
				v.add(byLetters, grams.Mix('c', run))
			}
		}
	}
}

// once brings each feature into one place; twice the same says less than twice as
// much.
func (v *vector) once() {
	one := vector{at: make([]uint32, 0, len(v.at)), by: make([]float32, 0, len(v.at))}
	for _, i := range sorted(v.at) {
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
	*v = one
}

// sorted is the places of features' numbers, in the numbers' order: by their low
// digit first and then by the high one, each time keeping the order there was.
func sorted(at []uint32) []int32 {
	const digit = bits / 2
	order, next := make([]int32, len(at)), make([]int32, len(at))
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
	return order
}

// scale gives a vector its length.
func (v *vector) scale() {
	factor := float32(length / math.Sqrt(max(float64(v.square), 1)))
	for i := range v.by {
		v.by[i] *= factor
	}
}
