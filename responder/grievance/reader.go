package grievance

import "slices"

// Reader reads the words of a post one by one, and those of its phrases that
// may be told again, for what is no grievance: see package detail. What is safe
// to say is decided here alone.
type Reader struct {
	p        enParser
	language string
}

// Reader is the post as it is read in a language. Tell knows English alone.
func (p *Post) Reader(language string) Reader {
	if language == "en" {
		return Reader{p.english(), language}
	}
	return Reader{reading(p.toks), language}
}

// Len is how many words and breaks there are.
func (r Reader) Len() int { return len(r.p.toks) }

// Word is the word at i in lower case, "" where there is none: at a break, a
// handle or an amount of money, and beyond the ends.
func (r Reader) Word(i int) string { return r.p.word(i) }

// Is reports whether the word at i is one of a list.
func (r Reader) Is(i int, words ...string) bool {
	return slices.Contains(words, r.p.word(i)) && r.p.word(i) != ""
}

// Ends reports that a sentence or a part of it ends before i.
func (r Reader) Ends(i int) bool {
	return i < 0 || i >= len(r.p.toks) || r.p.toks[i].kind == isBreak
}

// Skip passes over words of a list, at most three.
func (r Reader) Skip(i int, words ...string) int { return r.p.skip(i, words...) }

// Span reads a length of time and where it ends: "two hours" for "2 hrs".
func (r Reader) Span(i int) (span string, next int, ok bool) {
	switch r.language {
	case "es":
		return esSpan(r.p.parser, i)
	case "de":
		return deSpan(r.p.parser, i)
	}
	return r.p.duration(i)
}

// Thought reports that what stands at i is only thought of: "if it is lost".
func (r Reader) Thought(i int) bool { return r.p.hypothetical(i) }

// Told is a noun phrase in the second person, of the tables' words alone.
type Told struct {
	Text string // with its article or owner: "your new phone", "a cable"
	Noun string // without: "new phone", "cable"
	Many bool   // plural, or a mass: it takes no "a"
}

// Tell reads a noun phrase of at most four words, and where it ends. A person
// is none.
func (r Reader) Tell(i int) (Told, int, bool) {
	n, next, ok := r.p.np(i, 4)
	if !ok || n.any || n.det == "no" || persons[n.head] || idioms[n.head] || vague[n.noun] {
		return Told{}, i, false
	}
	return Told{Text: n.object(), Noun: n.noun, Many: n.plural || n.mass}, next, true
}

// Article puts "a" or "an" before a noun.
func Article(noun string) string { return article(noun) + " " + noun }

// Numeral spells a number below ten, as prose does.
func Numeral(digits string) string { return numeral(digits) }

// KindOf is the kind of an issue that was told elsewhere in the tables' words.
func KindOf(issue string) Kind { return kindOf(issue) }
