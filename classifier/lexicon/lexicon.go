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
	index  *tokens.Table[*entry] // by the hash of the first word
}

// entry is the phrases that start with one word. Words like "is" start
// dozens, so those whose second word follows at once are tried only where the
// next word may be one of theirs.
type entry struct {
	always []phrase // single words, and phrases with a gap behind the first
	near   []phrase
	bloom  uint64 // of the second words of near
}

func (e *entry) add(p phrase) {
	if len(p.rest) == 0 || p.rest[0].gap > 0 {
		e.always = append(e.always, p)
		return
	}
	e.near = append(e.near, p)
	for _, h := range p.rest[0].any {
		e.bloom |= bit(h)
	}
}

func bit(h uint64) uint64 { return 1 << (h & 63) }

// phrase is what follows the word that found it.
type phrase struct {
	label Label
	rest  []element
}

// element is one word of a phrase, or a gap of up to gap words before it.
type element struct {
	any []uint64 // hashes of the words it may be
	gap int
}

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
// of up to two words, "..." one of up to five, and 0 any number. "#" starts a
// comment line.
func Parse(text string) (*Lexicon, error) {
	x := &Lexicon{byName: map[string]Label{}}
	index := map[uint64]*entry{}
	list := tokens.New()
	label := Label(-1)
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			label = x.section(strings.Trim(line, "[]"))
		case label < 0:
			return nil, fmt.Errorf("lexicon: line %d stands before the first [section]; put one above it", n+1)
		default:
			for p := range strings.SplitSeq(line, ",") {
				if err := add(index, list, label, strings.TrimSpace(p)); err != nil {
					return nil, fmt.Errorf("lexicon: line %d: %w", n+1, err)
				}
			}
		}
	}
	x.index = tokens.NewTable(index)
	return x, nil
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

// add compiles one phrase.
func add(index map[uint64]*entry, list *tokens.List, label Label, text string) error {
	var seq []element
	gap := 0
	for w := range strings.FieldsSeq(text) {
		switch w {
		case "..":
			gap = shortGap
			continue
		case "...":
			gap = longGap
			continue
		}
		for _, e := range elements(list, w) {
			e.gap, gap = gap, 0
			seq = append(seq, e)
		}
	}
	if len(seq) == 0 || gap > 0 || seq[0].gap > 0 {
		return fmt.Errorf("phrase %q needs a word at either end", text)
	}
	for _, h := range seq[0].any {
		if index[h] == nil {
			index[h] = &entry{}
		}
		index[h].add(phrase{label: label, rest: seq[1:]})
	}
	return nil
}

// elements reads one blank-separated piece: alternatives are one element,
// a word that the tokenizer cuts (don't, e-mail) is several.
func elements(list *tokens.List, w string) []element {
	var out []element
	if strings.Contains(w, "|") {
		var e element
		for a := range strings.SplitSeq(w, "|") {
			list.Read(a)
			if len(list.Tokens) > 0 {
				e.any = append(e.any, list.Tokens[0].Hash)
			}
		}
		return append(out, e)
	}
	list.Read(w)
	for _, t := range list.Tokens {
		out = append(out, element{any: []uint64{t.Hash}})
	}
	return out
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
		e := x.index.Get(list[i].Hash)
		if e == nil {
			continue
		}
		found = try(list, i, e.always, found)
		if i+1 < len(list) && e.bloom&bit(list[i+1].Hash) != 0 {
			found = try(list, i, e.near, found)
		}
	}
	return found
}

// try appends those of the phrases that stand at token i.
func try(list []tokens.Token, i int, phrases []phrase, found []Match) []Match {
	for k := range phrases {
		if last, ok := follow(list, i, phrases[k].rest); ok {
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

func (e *element) has(h uint64) bool { return slices.Contains(e.any, h) }

// stops end a sentence.
var stops = tokens.NewSet(".", "!", "?", ";")
