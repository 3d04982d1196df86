// Package lexicon finds words and phrases of hand-written tables in a list of
// tokens: cues for the model, signs of danger, topics. The tables are the
// .txt files beside it; see Parse for their form.
package lexicon

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"goodgraces/classifier/tokens"
)

// Label is the number of a section of the tables.
type Label int

// Match is one phrase found: the tokens [First, Last].
type Match struct {
	Label       Label
	First, Last int
}

// Lexicon is an immutable set of phrases.
type Lexicon struct {
	labels []string
	byName map[string]Label
	first  *tokens.Table[*entry]   // by the hash of the first word
	pairs  *tokens.Table[[]phrase] // by the hashes of the first two words
}

// entry is what starts with one word: phrases to be tried wherever it stands,
// and which second words start one of Lexicon.pairs.
type entry struct {
	always []phrase
	bloom  uint64
}

func bit(h uint64) uint64 { return 1 << (h & 63) }

// pair is the hash of two words that follow each other.
func pair(a, b uint64) uint64 { return (a^b>>9)*0x9e3779b97f4a7c15 ^ b }

// phrase is what follows the words that found it.
type phrase struct {
	label Label
	rest  []element
}

// element is one word of a phrase, or a gap of up to gap words before it.
type element struct {
	any []uint64   // hashes of the words it may be
	set tokens.Set // the same, where they are many
	gap int
}

// many is how many words are faster to find in a set than in a list.
const many = 6

// The gaps that "..", "..." stand for, in words.
const (
	shortGap = 2
	longGap  = 5
)

var (
	//go:embed cues.txt
	cuesText string
	//go:embed risks.txt
	risksText string
	//go:embed topics.txt
	topicsText string
	//go:embed people.txt
	peopleText string
)

// Default returns the lexicon that ships with the binary.
var Default = sync.OnceValues(func() (*Lexicon, error) {
	return Parse(cuesText + "\n" + risksText + "\n" + topicsText + "\n" + peopleText)
})

// Parse reads tables. A line "[name]" opens a section; every other line holds
// phrases, separated by commas. In a phrase "a|b" is either word, ".." a gap
// of up to two words, "..." one of up to five, and 0 any number. A line
// "$name = a|b" names a class of words, which later phrases may use like a
// word: "my $limb". "#" starts a comment line.
func Parse(text string) (*Lexicon, error) {
	b := builder{
		lexicon: &Lexicon{byName: map[string]Label{}}, list: tokens.New(), label: -1,
		classes: map[string][]uint64{}, first: map[uint64]*entry{}, pairs: map[uint64][]phrase{},
	}
	for n, line := range strings.Split(text, "\n") {
		if err := b.line(strings.TrimSpace(line)); err != nil {
			return nil, fmt.Errorf("lexicon: line %d: %w", n+1, err)
		}
	}
	b.lexicon.first, b.lexicon.pairs = tokens.NewTable(b.first), tokens.NewTable(b.pairs)
	return b.lexicon, nil
}

func (x *Lexicon) section(name string) Label {
	if l, ok := x.byName[name]; ok {
		return l
	}
	l := Label(len(x.labels))
	x.labels = append(x.labels, name)
	x.byName[name] = l
	return l
}

// Labels returns the names of the sections, by label.
func (x *Lexicon) Labels() []string { return x.labels }

// Label returns the label of a section, or -1.
func (x *Lexicon) Label(name string) Label {
	if l, ok := x.byName[name]; ok {
		return l
	}
	return -1
}

// Find appends every phrase in the list to found, in the order of their first
// words.
func (x *Lexicon) Find(list []tokens.Token, found []Match) []Match {
	for i := range list {
		e := x.first.Get(list[i].Hash)
		if e == nil {
			continue
		}
		found = try(list, i, 0, e.always, found)
		if i+1 < len(list) && e.bloom&bit(list[i+1].Hash) != 0 {
			found = try(list, i, 1, x.pairs.Get(pair(list[i].Hash, list[i+1].Hash)), found)
		}
	}
	return found
}

// try appends those of the phrases that stand at token i, of which the known
// words behind it are already found.
func try(list []tokens.Token, i, known int, phrases []phrase, found []Match) []Match {
	for k := range phrases {
		if last, ok := follow(list, i+known, phrases[k].rest); ok {
			found = append(found, Match{Label: phrases[k].label, First: i, Last: last})
		}
	}
	return found
}

// follow matches the rest of a phrase after token i, the nearest words first.
// It does not look past the end of a sentence.
func follow(list []tokens.Token, i int, rest []element) (int, bool) {
	for k := range rest {
		e := &rest[k]
		ok := false
		for step := 0; step <= e.gap; step++ {
			i++
			if i >= len(list) {
				return 0, false
			}
			if e.has(list[i].Hash) {
				ok = true
				break
			}
			if stops.Has(list[i].Hash) {
				return 0, false
			}
		}
		if !ok {
			return 0, false
		}
	}
	return i, true
}

func (e *element) has(h uint64) bool {
	if len(e.any) > many {
		return e.set.Has(h)
	}
	return slices.Contains(e.any, h)
}

// stops end a sentence.
var stops = tokens.NewSet(".", "!", "?", ";")
