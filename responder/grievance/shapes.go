package grievance

import (
	"slices"
	"strings"
)

// A shape is one way of complaining, and how we tell it. What it says is a row
// of words: "a|b" is either, "a*" begins with a, "word?" may be left out, ".."
// is up to three words that are not told. {thing} is one of the language's
// things with or without its article, {span} a length of time, {times} how
// often. In what is told, {o} is the Spanish ending that agrees with the thing, {object} is the thing as an object,
// [one|many] agrees with its number.
type shape struct {
	says   string
	tells  string
	weight int
	detail string // with {span}
}

// things of Spanish and German as they are told with their owner.
type belonging struct {
	told   string // as a subject
	gender byte   // 'm', 'f' or 'n'
	plural bool
}

// object tells it as an object: the German accusative, the same in Spanish.
func (o belonging) object() string {
	if o.gender != 'm' || o.plural {
		return o.told
	}
	return strings.Replace(strings.Replace(o.told, "Ihr ", "Ihren ", 1), "der ", "den ", 1)
}

// tongue is what reading by shapes needs of a language.
type tongue struct {
	parser
	shapes []compiled
	thing  func(p parser, i int) (belonging, int, bool)
	span   func(p parser, i int) (string, int, bool)
	times  map[string]string
}

type compiled struct {
	shape
	elements []element
}

type element struct {
	slot     string // "thing", "span", "times"
	gap      bool
	optional bool
	must     bool // one of its words must stand here
	words    []string
	stems    []string // "a*"
}

func compile(shapes []shape) []compiled {
	out := make([]compiled, len(shapes))
	for i, s := range shapes {
		out[i].shape = s
		for said := range strings.FieldsSeq(s.says) {
			e := element{gap: said == ".."}
			said, e.optional = strings.CutSuffix(said, "?")
			if said == "," {
				e.slot = "end"
			} else if strings.HasPrefix(said, "{") {
				e.slot = strings.Trim(said, "{}")
			} else {
				e.words, e.stems = wordsAndStems(said)
				e.must = !e.gap && !e.optional
			}
			out[i].elements = append(out[i].elements, e)
		}
	}
	return out
}

func wordsAndStems(said string) (words, stems []string) {
	for word := range strings.SplitSeq(said, "|") {
		if stem, open := strings.CutSuffix(word, "*"); open {
			stems = append(stems, stem)
		} else {
			words = append(words, word)
		}
	}
	return words, stems
}

// caught is what the slots of a shape hold.
type caught struct {
	thing belonging
	span  string
	times string
}

// read finds every shape at every place.
func (t tongue) read() []finding {
	var found []finding
	t.thing, t.span = onceEach(t.thing, len(t.toks)), onceEach(t.span, len(t.toks))
	for i := range t.toks {
		for s := range t.shapes {
			if first := &t.shapes[s].elements[0]; first.must && !first.has(t.word(i)) {
				continue
			}
			if c, ok := t.match(t.shapes[s].elements, i, caught{}); ok {
				found = append(found, c.tell(&t.shapes[s].shape))
			}
		}
		if what, _, ok := t.thing(t.parser, i); ok {
			found = append(found, finding{Grievance: Grievance{Thing: what.object()}, weight: weightThing})
		}
	}
	return found
}

// onceEach reads at each of some places once: many shapes begin alike.
func onceEach[T any](read func(parser, int) (T, int, bool), places int) func(parser, int) (T, int, bool) {
	type result struct {
		is       T
		next     int
		ok, read bool
	}
	kept := make([]result, places)
	return func(p parser, i int) (T, int, bool) {
		if i >= places {
			return read(p, i)
		}
		k := &kept[i]
		if !k.read {
			k.is, k.next, k.ok = read(p, i)
			k.read = true
		}
		return k.is, k.next, k.ok
	}
}

// match reads elements from i on; a gap tries the shortest first.
func (t tongue) match(elements []element, i int, c caught) (caught, bool) {
	if len(elements) == 0 {
		return c, true
	}
	e, rest := &elements[0], elements[1:]
	switch {
	case e.gap:
		for n := range 4 {
			if got, ok := t.match(rest, i+n, c); ok {
				return got, true
			}
			if i+n >= len(t.toks) || t.toks[i+n].kind == isBreak {
				return c, false
			}
		}
		return c, false
	case e.slot != "":
		if got, next, ok := t.slot(e.slot, i, c); ok {
			return t.match(rest, next, got)
		}
	case e.has(t.word(i)):
		return t.match(rest, i+1, c)
	}
	if e.optional {
		return t.match(rest, i, c)
	}
	return c, false
}

func (t tongue) slot(name string, i int, c caught) (caught, int, bool) {
	var ok bool
	next := i
	switch name {
	case "thing":
		c.thing, next, ok = t.thing(t.parser, i)
	case "span":
		c.span, next, ok = t.span(t.parser, i)
	case "end":
		next, ok = i+1, i < len(t.toks) && t.toks[i].kind == isBreak
	case "times":
		c.times, ok = t.times[t.word(i)]
		next = i + 1
	}
	return c, next, ok
}

func (e *element) has(word string) bool {
	return word != "" && (slices.Contains(e.words, word) || slices.ContainsFunc(e.stems, func(stem string) bool { return strings.HasPrefix(word, stem) }))
}

// tell fills in what a shape caught.
func (c caught) tell(s *shape) finding {
	ending := map[bool]string{true: "s"}[c.thing.plural]
	o := "o"
	if c.thing.gender == 'f' {
		o = "a"
	}
	fill := strings.NewReplacer("{thing}", c.thing.told, "{object}", c.thing.object(), "{span}", c.span, "{times}", c.times, "{o}", o+ending)
	issue := agreeing(fill.Replace(s.tells), c.thing.plural)
	weight := s.weight
	if weight == 0 {
		weight = weightClear
	}
	return finding{Grievance: Grievance{Issue: issue, Detail: fill.Replace(s.detail), Thing: c.thing.object()}, weight: weight}
}

// agreeing takes the first of each "[one|many]", or the second.
func agreeing(issue string, plural bool) string {
	for {
		before, rest, ok := strings.Cut(issue, "[")
		if !ok {
			return issue
		}
		pair, after, _ := strings.Cut(rest, "]")
		one, many, _ := strings.Cut(pair, "|")
		if plural {
			one = many
		}
		issue = before + one + after
	}
}

// unaccented writes a word as people do in haste.
func unaccented(word string) string {
	return strings.NewReplacer("á", "a", "é", "e", "í", "i", "ó", "o", "ú", "u").Replace(word)
}
