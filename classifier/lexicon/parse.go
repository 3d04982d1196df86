package lexicon

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"goodgraces/classifier/tokens"
)

// builder compiles tables.
type builder struct {
	lexicon *Lexicon
	list    *tokens.List
	label   Label // of the open section, -1 before the first
	classes map[string][]uint64
	words   map[uint64]*entry
	pairs   map[uint64][]phrase
}

// line compiles one line of a table.
func (b *builder) line(line string) error {
	switch {
	case line == "" || line[0] == '#':
		return nil
	case line[0] == '[':
		b.label = b.lexicon.section(strings.Trim(line, "[]"))
		return nil
	case line[0] == '$' && strings.Contains(line, " = "):
		name, words, _ := strings.Cut(line, " = ")
		e, err := b.either(words)
		b.classes[name] = e.any
		return err
	case b.label < 0:
		return fmt.Errorf("it stands before the first [section]; put one above it")
	}
	for p := range strings.SplitSeq(strings.TrimSuffix(line, ","), ",") {
		if err := b.phrase(strings.TrimSpace(p)); err != nil {
			return err
		}
	}
	return nil
}

// phrase compiles one phrase.
func (b *builder) phrase(text string) error {
	var seq []element
	gap, around, within := 0, false, false
	for w := range strings.FieldsSeq(text) {
		switch w {
		case "..":
			gap = shortGap
			continue
		case "...":
			gap = longGap
			continue
		case "&", "+":
			around, within = true, w == "+"
			continue
		}
		more, err := b.elements(w)
		if err != nil {
			return fmt.Errorf("phrase %q: %w", text, err)
		}
		for _, e := range more {
			e.gap, gap = gap, 0
			e.around, e.within = around, within
			seq = append(seq, e)
		}
	}
	if !wellFormed(seq) || gap > 0 || around != seq[len(seq)-1].around {
		return fmt.Errorf("phrase %q needs a word at either end, and one word alone behind & or +", text)
	}
	b.file(seq)
	return nil
}

// wellFormed reports a phrase that begins with a word and has no more than one
// behind "&" or "+".
func wellFormed(seq []element) bool {
	if len(seq) == 0 || seq[0].gap > 0 || seq[0].around {
		return false
	}
	return !slices.ContainsFunc(seq[:len(seq)-1], func(e element) bool { return e.around })
}

// maxPairs bounds the pairs of first words under which one phrase is filed.
const maxPairs = 300

// file puts a phrase where Find looks for it: under its first two words, or
// under each of a rare one where a gap or too many second words follow.
func (b *builder) file(seq []element) {
	if len(seq) == 2 && seq[1].around && seq[0].common() && !seq[1].common() {
		seq[0], seq[1] = element{any: seq[1].any, set: seq[1].set}, element{any: seq[0].any, set: seq[0].set, around: true, within: seq[1].within}
	}
	if len(seq) > 1 && seq[1].gap == 0 && !seq[1].around && len(seq[0].any)*len(seq[1].any) <= maxPairs {
		b.filePairs(phrase{b.label, seq, 0, 1})
		return
	}
	at := rarest(seq)
	for _, h := range seq[at].any {
		e := b.entry(h)
		e.always = append(e.always, phrase{b.label, seq, at, at})
	}
}

// rarest returns the element by which a phrase is found: the one of the fewest
// words, none of them common, or the first where there is none.
func rarest(seq []element) int {
	at, fewest := 0, math.MaxInt
	for k := range seq {
		if n := len(seq[k].any); !seq[k].around && !seq[k].common() && n < fewest {
			at, fewest = k, n
		}
	}
	return at
}

func (b *builder) filePairs(p phrase) {
	for _, h := range p.seq[0].any {
		e := b.entry(h)
		for _, next := range p.seq[1].any {
			e.bloom |= bit(next)
			b.pairs[pair(h, next)] = append(b.pairs[pair(h, next)], p)
		}
	}
}

func (b *builder) entry(h uint64) *entry {
	if b.words[h] == nil {
		b.words[h] = &entry{}
	}
	return b.words[h]
}

// common reports an element with a word that stands in every other post.
func (e *element) common() bool { return slices.ContainsFunc(e.any, commonest.Has) }

var commonest = tokens.NewSet("the", "a", "an", "i", "you", "he", "she", "it", "we", "they", "me", "him", "her", "us", "them", "my", "your",
	"his", "our", "their", "to", "of", "in", "on", "at", "for", "with", "from", "by", "and", "or", "but", "is", "are", "was", "were", "be",
	"been", "am", "'s", "'m", "'re", "'ve", "'ll", "'d", "n't", "not", "no", "do", "does", "did", "have", "has", "had", "will", "would", "can",
	"could", "this", "that", "so", "as", "if", "all", "just", "get", "got", "up", "out", "now", "what", "when", "how", "0", "u", "im", "there",
	"about", "after", "because", "never", "one", "who", "want", "make", "take", "go", "going", "come", "off", "over", "then", "back", "your",
	"some", "any", "more", "time", "need", "still", "day", "only", "ever", "even", "like", "see", "being", "than")

// elements reads one blank-separated piece: alternatives are one element,
// a word that the tokenizer cuts (don't, e-mail) is several.
func (b *builder) elements(w string) ([]element, error) {
	if strings.Contains(w, "|") || w[0] == '$' && len(w) > 1 {
		e, err := b.either(w)
		return []element{e}, err
	}
	b.list.Read(w)
	var out []element
	for _, t := range b.list.Tokens {
		out = append(out, element{any: []uint64{t.Hash}})
	}
	return out, nil
}

// either reads alternatives: words, of which the tokenizer's first piece
// counts, and classes.
func (b *builder) either(text string) (element, error) {
	var e element
	for w := range strings.SplitSeq(strings.TrimSpace(text), "|") {
		if strings.HasPrefix(w, "$") && len(w) > 1 {
			class, ok := b.classes[w]
			if !ok {
				return e, fmt.Errorf("no class %s stands above; write \"%s = …\" before it is used", w, w)
			}
			e.any = append(e.any, class...)
			continue
		}
		if b.list.Read(w); len(b.list.Tokens) > 0 {
			e.any = append(e.any, b.list.Tokens[0].Hash)
		}
	}
	if len(e.any) > many {
		e.set = tokens.NewHashSet(e.any)
	}
	return e, nil
}
