// Package topics says what a post is about, in the operator's own taxonomy:
// topics with a name, a description, keywords and examples. A taxonomy is
// compiled once into a small linear scorer over words and phrases; reading a
// post costs a table look-up a word.
package topics

import (
	"slices"

	"goodgraces/classifier/tokens"
)

// Other is the topic of a post that fits nowhere, where the taxonomy has no
// topic of its own for that.
const Other = "other"

// Topic is one topic of a taxonomy. Only the name must be there.
type Topic struct {
	Name        string
	Description string
	Keywords    []string // words and phrases; inflections are found by themselves
	Examples    []string // posts
}

// Taxonomy is a compiled list of topics. It is immutable and safe for any
// number of goroutines.
type Taxonomy struct {
	names    []string
	fallback int // the topic of what fits nowhere
	index    *tokens.Table[*entry]
	weights  []float32 // of each feature, for each topic
}

// entry is the features that begin with one word.
type entry struct {
	word    int // feature of the word alone, -1 where it says nothing
	phrases []phrase
	bloom   uint64 // of the phrases' second words
}

// phrase is a feature of several words: the stems behind the first.
type phrase struct {
	rest    []uint64
	second  uint64 // bloom of rest[0]
	feature int
}

// bloom says with one bit a word which words may be among some.
func bloom(stems []uint64) (bits uint64) {
	for _, s := range stems {
		bits |= 1 << (s >> 7 & 63)
	}
	return bits
}

// Names lists the topics, the one of what fits nowhere among them.
func (t *Taxonomy) Names() []string { return t.names }

// Fallback is the name of the topic of what fits nowhere.
func (t *Taxonomy) Fallback() string { return t.names[t.fallback] }

// Hit is one word or phrase found: the tokens [First, Last].
type Hit struct {
	First, Last int
	Topic       int     // the topic of the post that it speaks for, -1 for none
	Weight      float32 // how much
	feature     int
}

// Scratch is the reusable memory of one reading. It must not be shared
// between goroutines.
type Scratch struct {
	Hits   []Hit // of the last post read
	stems  []uint64
	scores []float32
	seen   []bool // by feature
	found  []int
	// known remembers the stems of the words read last, by their hashes.
	known [1 << knownBits]struct{ word, stem uint64 }
}

const knownBits = 10

const (
	maxHits  = 256 // of one post; what comes later in a longer one counts no more
	maxFound = 3   // topics of one post
	maxDrawn = 2   // topics that may draw; more say that nothing tells them apart
	gap      = 2   // words that may stand between two of a phrase
)

// How much speaks for a topic before it is the post's, and how much before it
// is one besides the main one.
const (
	enough = 0.3
	second = 0.65
	beside = 0.3 // of the main one's score
)

// Read returns the topics of a post, the main one first: those that the
// words speak for which do not speak for an earlier one already. Where no
// topic is spoken of it is the fallback. The result must not be changed.
func (t *Taxonomy) Read(list *tokens.List, s *Scratch) []string {
	t.find(list, s)
	s.found = s.found[:0]
	main := float32(0)
	for len(s.found) < maxFound {
		best, score := t.best(s)
		if score == 0 || len(s.found) > 0 && (score < second || score < beside*main) {
			break
		}
		main = max(main, score)
		s.found = append(s.found, best)
		t.take(s, best)
	}
	return t.named(s.found)
}

// named returns the names of topics; one name takes no memory.
func (t *Taxonomy) named(found []int) []string {
	switch len(found) {
	case 0:
		return t.names[t.fallback : t.fallback+1 : t.fallback+1]
	case 1:
		return t.names[found[0] : found[0]+1 : found[0]+1]
	}
	names := make([]string, len(found))
	for i, k := range found {
		names[i] = t.names[k]
	}
	return names
}

// find fills s.Hits, each feature once.
func (t *Taxonomy) find(list *tokens.List, s *Scratch) {
	t.forget(s)
	s.stems = s.stems[:0]
	for i := range list.Tokens {
		s.stems = append(s.stems, s.stem(list, i))
	}
	for i, h := range s.stems {
		e := t.index.Get(h)
		if e == nil {
			continue
		}
		s.add(e.word, i, i)
		ahead := bloom(s.stems[i+1 : min(i+2+gap, len(s.stems))])
		if e.bloom&ahead == 0 {
			continue
		}
		for k := range e.phrases {
			if e.phrases[k].second&ahead == 0 {
				continue
			}
			if last, ok := follow(s.stems, i, e.phrases[k].rest); ok {
				s.add(e.phrases[k].feature, i, last)
			}
		}
		if len(s.Hits) >= maxHits {
			return
		}
	}
}

// forget makes room for another post.
func (t *Taxonomy) forget(s *Scratch) {
	n := len(t.weights) / len(t.names)
	if len(s.seen) != n {
		s.seen, s.Hits = make([]bool, n), nil
	}
	for _, h := range s.Hits {
		s.seen[h.feature] = false
	}
	s.Hits = s.Hits[:0]
}

func (s *Scratch) add(feature, first, last int) {
	if feature >= 0 && !s.seen[feature] {
		s.seen[feature] = true
		s.Hits = append(s.Hits, Hit{First: first, Last: last, Topic: -1, feature: feature})
	}
}

// follow finds the rest of a phrase behind word i, with at most gap words
// between two of them, in the same sentence.
func follow(stems []uint64, i int, rest []uint64) (int, bool) {
	for _, want := range rest {
		end := min(i+1+gap, len(stems)-1)
		for i++; i <= end && stems[i] != want; i++ {
			if stems[i] == stop {
				return 0, false
			}
		}
		if i > end {
			return 0, false
		}
	}
	return i, true
}

// stop stands in for the marks that a phrase does not reach across.
const stop = 0

var stops = tokens.NewSet(".", ",", "!", "?", ";", ":")

// stem is stemOf, remembered.
func (s *Scratch) stem(list *tokens.List, i int) uint64 {
	word := list.Tokens[i].Hash
	switch kind := list.Tokens[i].Kind; {
	case kind == tokens.Punct && stops.Has(word):
		return stop
	case kind != tokens.Word:
		return stemOf(list, i)
	}
	k := &s.known[word>>32&(1<<knownBits-1)]
	if k.word != word {
		k.word, k.stem = word, stemOf(list, i)
	}
	return k.stem
}

// stemOf returns the stem of a word, and of anything else its hash.
func stemOf(list *tokens.List, i int) uint64 {
	t := &list.Tokens[i]
	if t.Kind != tokens.Word && t.Kind != tokens.Hashtag {
		return t.Hash
	}
	norm := list.Norm[t.From:t.To]
	if t.Kind == tokens.Hashtag {
		return stem(norm) // its hash may be that of the word of judgement it ends in
	}
	return stemHashed(norm, t.Hash)
}

// best returns the topic with the highest score from the hits that are no
// topic's yet, and a score of 0 where none has enough, or where so many have
// the same that the words do not tell them apart. Of two, the taxonomy's
// earlier wins.
func (t *Taxonomy) best(s *Scratch) (topic int, score float32) {
	t.score(s)
	drawn := 0
	for k, x := range s.scores {
		switch {
		case x < enough || x < score:
		case x == score:
			drawn++
		default:
			topic, score, drawn = k, x, 1
		}
	}
	if drawn > maxDrawn {
		return 0, 0
	}
	return topic, score
}

// score adds up what the hits that are no topic's yet say for each.
func (t *Taxonomy) score(s *Scratch) {
	n := len(t.names)
	s.scores = slices.Grow(s.scores[:0], n)[:n]
	clear(s.scores)
	for _, h := range s.Hits {
		if h.Topic >= 0 {
			continue
		}
		for k, w := range t.weights[h.feature*n : (h.feature+1)*n] {
			s.scores[k] += w
		}
	}
}

// take gives the hits that speak for a topic to it, and to nobody those that
// lie within them.
func (t *Taxonomy) take(s *Scratch, topic int) {
	for i := range s.Hits {
		h := &s.Hits[i]
		if w := t.weights[h.feature*len(t.names)+topic]; h.Topic < 0 && w > 0 {
			h.Topic, h.Weight = topic, w
		}
	}
	for i := range s.Hits {
		h := &s.Hits[i]
		if h.Topic < 0 && slices.ContainsFunc(s.Hits, func(o Hit) bool { return o.Topic == topic && o.First <= h.First && h.Last <= o.Last }) {
			h.Topic, h.Weight = topic, 0
		}
	}
}
