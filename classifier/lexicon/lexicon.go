// Package lexicon finds words and phrases of hand-written tables in a list of
// tokens: cues for the model, signs of danger. The tables are the
// .txt files beside it; see Parse for their form.
package lexicon

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"goodgraces/classifier/tokens"
)

// Label is the number of a section of the tables.
type Label int

// Match is one phrase found: the tokens [First, Last]. Of one with "&" only
// the ends are surely its own.
type Match struct {
	Label       Label
	First, Last int
	Apart       bool
}

// Lexicon is an immutable set of phrases. A phrase is found by its first two
// words, or by one word of it that is rare.
type Lexicon struct {
	labels []string
	byName map[string]Label
	words  *tokens.Table[*entry]
	class  map[string][]uint64     // the hashes of a class's words
	pairs  *tokens.Table[[]phrase] // by the hashes of the first two words
}

// entry is what one word may be part of: phrases to be tried wherever it
// stands, and which second words start one of Lexicon.pairs.
type entry struct {
	always []phrase
	bloom  uint64
}

func bit(h uint64) uint64 { return 1 << (h & 63) }

// pair is the hash of two words that follow each other.
func pair(a, b uint64) uint64 { return (a^b>>9)*0x9e3779b97f4a7c15 ^ b }

// phrase is a list of words, found by those from at to known.
type phrase struct {
	label     Label
	seq       []element
	at, known int
}

// element is one word of a phrase, or a gap of up to gap words before it.
type element struct {
	any    []uint64   // hashes of the words it may be
	set    tokens.Set // the same, where they are many
	gap    int
	around bool // stands before or behind the rest, up to vicinity words away
	within bool // and in the same sentence
}

// many is how many words are faster to find in a set than in a list.
const many = 6

// The gaps that "..", "..." stand for, in words.
const (
	shortGap = 2
	longGap  = 5
	vicinity = 12 // of "&" and "+"
)

var (
	//go:embed cues.txt
	cuesText string
	//go:embed risks.txt
	risksText string
	//go:embed staff.txt
	staffText string
	//go:embed moods.txt
	moodsText string
	//go:embed people.txt
	peopleText string
)

// Default returns the lexicon that ships with the binary.
var Default = sync.OnceValues(func() (*Lexicon, error) {
	return Parse(cuesText + "\n" + moodsText + "\n" + risksText + "\n" + staffText + "\n" + peopleText)
})

// Parse reads tables. A line "[name]" opens a section; every other line holds
// phrases, separated by commas. In a phrase "a|b" is either word, ".." a gap
// of up to two words, "..." one of up to five, and 0 any number; "a b & c" is
// "a b" with c up to twelve words before or behind it, and "a b + c" the same
// within one sentence. A line
// "$name = a|b" names a class of words, which later phrases may use like a
// word: "my $limb". "#" starts a comment line.
func Parse(text string) (*Lexicon, error) {
	b := builder{
		lexicon: &Lexicon{byName: map[string]Label{}}, list: tokens.New(), label: -1,
		classes: map[string][]uint64{}, words: map[uint64]*entry{}, pairs: map[uint64][]phrase{},
	}
	for n, line := range strings.Split(text, "\n") {
		if err := b.line(strings.TrimSpace(line)); err != nil {
			return nil, fmt.Errorf("lexicon: line %d: %w", n+1, err)
		}
	}
	b.lexicon.class = b.classes
	b.lexicon.words, b.lexicon.pairs = tokens.NewTable(b.words), tokens.NewTable(b.pairs)
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

// Class is the words of the lines "$name = …"; those of classes that are not
// there are none.
func (x *Lexicon) Class(names ...string) tokens.Set {
	var hashes []uint64
	for _, name := range names {
		hashes = append(hashes, x.class[name]...)
	}
	return tokens.NewHashSet(hashes)
}

// Find appends every phrase in the list to found, in the order of their first
// words.
func (x *Lexicon) Find(list []tokens.Token, found []Match) []Match {
	for i := range list {
		e := x.words.Get(list[i].Hash)
		if e == nil {
			continue
		}
		found = try(list, i, e.always, found)
		if i+1 < len(list) && e.bloom&bit(list[i+1].Hash) != 0 {
			found = try(list, i, x.pairs.Get(pair(list[i].Hash, list[i+1].Hash)), found)
		}
	}
	slices.SortStableFunc(found, func(a, b Match) int { return cmp.Or(a.First-b.First, a.Last-b.Last, int(a.Label-b.Label)) })
	return found
}

// try appends those of the phrases that token i is part of.
func try(list []tokens.Token, i int, phrases []phrase, found []Match) []Match {
	for k := range phrases {
		p := &phrases[k]
		m := Match{Label: p.label, First: i, Last: i + p.known - p.at}
		if m.precede(list, p) && m.follow(list, p) {
			found = append(found, m)
		}
	}
	return found
}

// precede matches the words of a phrase before the known ones, the nearest
// first, and moves m.First. Neither it nor follow looks past the end of a
// sentence, but for "&".
func (m *Match) precede(list []tokens.Token, p *phrase) bool {
	for k := p.at - 1; k >= 0; k-- {
		ok := false
		for step := 0; step <= p.seq[k+1].gap && !ok; step++ {
			m.First--
			if m.First < 0 {
				return false
			}
			ok = p.seq[k].has(list[m.First].Hash)
			if !ok && stops.Has(list[m.First].Hash) {
				return false
			}
		}
		if !ok {
			return false
		}
	}
	return true
}

// follow matches the words of a phrase after the known ones and moves m.Last.
func (m *Match) follow(list []tokens.Token, p *phrase) bool {
	for k := p.known + 1; k < len(p.seq); k++ {
		e := &p.seq[k]
		if e.around {
			return m.surround(list, e)
		}
		ok := false
		for step := 0; step <= e.gap && !ok; step++ {
			m.Last++
			if m.Last >= len(list) {
				return false
			}
			ok = e.has(list[m.Last].Hash)
			if !ok && stops.Has(list[m.Last].Hash) {
				return false
			}
		}
		if !ok {
			return false
		}
	}
	return true
}

// surround looks for the last element on either side, behind first.
func (m *Match) surround(list []tokens.Token, e *element) bool {
	m.Apart = true
	for i := m.Last + 1; i < min(m.Last+1+vicinity, len(list)) && !(e.within && stops.Has(list[i].Hash)); i++ {
		if e.has(list[i].Hash) {
			m.Last = i
			return true
		}
	}
	for i := m.First - 1; i >= max(m.First-vicinity, 0) && !(e.within && stops.Has(list[i].Hash)); i-- {
		if e.has(list[i].Hash) {
			m.First = i
			return true
		}
	}
	return false
}

func (e *element) has(h uint64) bool {
	if len(e.any) > many {
		return e.set.Has(h)
	}
	return slices.Contains(e.any, h)
}

// stops end a sentence.
var stops = tokens.NewSet(".", "!", "?", ";")
