// Package features turns a post into what the model sees: hashed word and
// character n-grams, and a short dense vector of shape and lexicon cues.
package features

import (
	"slices"

	"goodgraces/classifier/fold"
	"goodgraces/classifier/lexicon"
	"goodgraces/classifier/tokens"
)

// The buckets of the n-grams, in three regions, so that the few weights that
// carry much (those of single words) are not drowned by the many others.
const (
	Bits       = 19              // of all of them, as a power of two
	singleBits = 17              // of single words, from 0
	groupBits  = 17              // of word 2- and 3-grams, from 1<<17
	charBits   = 18              // of characters, from 1<<18
	Singles    = 1 << singleBits // buckets below it are single words
	groupFrom  = Singles
	charFrom   = groupFrom + 1<<groupBits
)

// The n-grams. Words: 1 to 3. Characters: 2 to 5 bytes of the normal forms.
const (
	MaxWords = 3
	MinChars = 2 // chars() knows that it is two
	MaxChars = 5
)

// Post is one post as the model sees it. It is reused from post to post and
// must not be shared between goroutines.
type Post struct {
	Folded  fold.Text
	List    *tokens.List
	Matches []lexicon.Match
	Counts  []uint8 // matches by label, overlapping ones of one label once, at most 255

	// Words holds the buckets of the word n-grams: for token i those that
	// start there, of 1, 2 and 3 words as far as the text goes. Chars holds
	// those of the characters likewise, for byte i of List.Norm.
	Words, Chars []uint32
	Dense        [Dense]float32

	lexicon *lexicon.Lexicon
	cues    [cueCount]lexicon.Label
	cueOf   []Cue // by label, -1 for sections that are no cues
	ends    []int // by label: last token of its last match
}

// New returns an empty post that reads with a lexicon.
func New(x *lexicon.Lexicon) *Post {
	n := len(x.Labels())
	p := &Post{List: tokens.New(), lexicon: x, Counts: make([]uint8, n), ends: make([]int, n)}
	p.cueOf = slices.Repeat([]Cue{-1}, n)
	for i, name := range cueNames {
		p.cues[i] = x.Label(name)
		p.cueOf[p.cues[i]] = Cue(i)
	}
	return p
}

// Read replaces p by the features of text.
func (p *Post) Read(text string) {
	p.Folded = fold.Fold(text)
	p.List.Read(p.Folded.S)
	p.Matches = p.lexicon.Find(p.List.Tokens, p.Matches[:0])
	p.count()
	p.words()
	p.chars()
	p.dense()
}

// Count returns how often a cue was found.
func (p *Post) Count(c Cue) int { return int(p.Counts[p.cues[c]]) }

// CueOf returns the cue that a section of the lexicon is, or -1.
func (p *Post) CueOf(l lexicon.Label) Cue { return p.cueOf[l] }

// count counts matches by label; of overlapping matches of one label only the
// first counts.
func (p *Post) count() {
	clear(p.Counts)
	for i := range p.ends {
		p.ends[i] = -1
	}
	for _, m := range p.Matches {
		if m.First > p.ends[m.Label] && p.Counts[m.Label] < 255 {
			p.Counts[m.Label]++
		}
		p.ends[m.Label] = max(p.ends[m.Label], m.Last)
	}
}

// Multipliers of the rolling hashes (odd, from the golden ratio and FNV).
const (
	mixWord = 0x9e3779b97f4a7c15
	mixChar = 1099511628211
	negated = 0x5851f42d4c957f2d
)

func (p *Post) words() {
	list := p.List.Tokens
	p.Words = p.Words[:0]
	for i := range list {
		h := list[i].Hash
		if list[i].Negated {
			h ^= negated
		}
		p.Words = append(p.Words, bucket(h*mixWord, singleBits))
		h = list[i].Hash
		for j := i + 1; j < i+MaxWords && j < len(list); j++ {
			h = (h ^ list[j].Hash>>7) * mixWord
			p.Words = append(p.Words, groupFrom+bucket(h, groupBits))
		}
	}
}

func (p *Post) chars() {
	norm := p.List.Norm
	p.Chars = slices.Grow(p.Chars[:0], len(norm)*(MaxChars-MinChars+1))
	for i := range norm {
		h := (uint64(14695981039346656037) ^ uint64(norm[i])) * mixChar
		for _, c := range norm[i+1 : min(i+MaxChars, len(norm))] {
			h = (h ^ uint64(c)) * mixChar
			p.Chars = append(p.Chars, charFrom+bucket(h*mixWord, charBits))
		}
	}
}

// bucket is the top bits of a hash.
func bucket(h uint64, bits int) uint32 { return uint32(h >> (64 - bits)) }
