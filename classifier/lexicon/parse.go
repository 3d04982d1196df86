package lexicon

import (
	"fmt"
	"strings"

	"goodgraces/classifier/tokens"
)

// builder compiles tables.
type builder struct {
	lexicon *Lexicon
	list    *tokens.List
	label   Label // of the open section, -1 before the first
	classes map[string][]uint64
	first   map[uint64]*entry
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
	for p := range strings.SplitSeq(line, ",") {
		if err := b.phrase(strings.TrimSpace(p)); err != nil {
			return err
		}
	}
	return nil
}

// phrase compiles one phrase.
func (b *builder) phrase(text string) error {
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
		more, err := b.elements(w)
		if err != nil {
			return fmt.Errorf("phrase %q: %w", text, err)
		}
		for _, e := range more {
			e.gap, gap = gap, 0
			seq = append(seq, e)
		}
	}
	if len(seq) == 0 || gap > 0 || seq[0].gap > 0 {
		return fmt.Errorf("phrase %q needs a word at either end", text)
	}
	b.file(seq)
	return nil
}

// maxPairs bounds the pairs of first words under which one phrase is filed.
const maxPairs = 300

// file puts a phrase where Find looks for it: under its first two words, or
// under the first alone where a gap or too many second words follow.
func (b *builder) file(seq []element) {
	near := len(seq) > 1 && seq[1].gap == 0 && len(seq[0].any)*len(seq[1].any) <= maxPairs
	for _, h := range seq[0].any {
		e := b.first[h]
		if e == nil {
			e = &entry{}
			b.first[h] = e
		}
		if !near {
			e.always = append(e.always, phrase{b.label, seq[1:]})
			continue
		}
		for _, next := range seq[1].any {
			e.bloom |= bit(next)
			b.pairs[pair(h, next)] = append(b.pairs[pair(h, next)], phrase{b.label, seq[2:]})
		}
	}
}

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
