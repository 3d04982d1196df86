package check

import (
	"slices"
	"strings"
	"sync"

	"goodgraces/care"
	"goodgraces/responder/check/sense"
)

// Passage is a part of an answer, read for the rules and for Likeness: what
// stands in many answers need be read but once. It is immutable.
type Passage struct {
	raw  string
	text text
}

// Read reads a part of an answer: whole words, without white space around.
func Read(s string) *Passage { return &Passage{s, readText(s)} }

// ReadOften reads a part of many answers: it takes longer than Read, and the rules
// then need less for each of them.
func ReadOften(s string) *Passage {
	p := Read(s)
	p.text.settle()
	return p
}

// settle looks for all phrases that the words of whole sentences may begin, and
// leaves them those alone that stand there: no pattern reaches over the end of a
// sentence, so wherever the text is said, no other will be found in these.
func (t *text) settle() {
	clear(t.begins)
	for i := range t.tokens {
		if token := &t.tokens[i]; token.sentence < t.ends {
			token.known = starts().standing(t, i)
		}
		t.begins.join(t.tokens[i].known.begins)
	}
}

// Words returns the words of a part of an answer, hashed, for Likeness. The long
// ones, of five letters and more, are given once more by themselves.
func Words(s string) (all, long []uint64) {
	t := readWords(s)
	all = hashed(t)
	for i, token := range t.tokens {
		if len(token.word) >= 5 && token.word[0] != '#' {
			long = append(long, all[i])
		}
	}
	return all, long
}

// PublicOf is Public for passages joined by spaces.
func (j *Judge) PublicOf(passages []*Passage) []care.Check {
	space := rooms.Get().(*room)
	defer rooms.Put(space)
	return j.join(passages, space).public()
}

// PrivateOf is Private for passages joined by spaces.
func (j *Judge) PrivateOf(passages []*Passage) []care.Check {
	space := rooms.Get().(*room)
	defer rooms.Put(space)
	return j.join(passages, space).private()
}

// room is what a reading needs to be judged in and nothing of it needs afterwards.
type room struct {
	tokens         []token
	begins, groups bitset
	words          []sense.Word
}

// rooms are spare: a draft would take three or four and leave them to be collected.
var rooms = sync.Pool{New: func() any { return new(room) }}

// text is an empty text with room for some tokens.
func (r *room) text(tokens int) text {
	if r.begins == nil {
		r.begins, r.groups = starts().nothing()
	}
	clear(r.begins)
	starts().clear(r.groups)
	r.tokens = slices.Grow(r.tokens[:0], tokens)
	return text{tokens: r.tokens, begins: r.begins, groups: r.groups}
}

// join reads passages as their text joined by spaces would be read: a space
// ends a word and no sentence. The reading is in the room.
func (j *Judge) join(passages []*Passage, in *room) *reading {
	raws, words := make([]string, len(passages)), 0
	for i, p := range passages {
		raws[i] = p.raw
		words += len(p.text.tokens)
	}
	whole := strings.Join(raws, " ")
	if len(whole) > MaxText || strings.ContainsAny(whole, quotes) {
		return j.read(whole)
	}
	all := in.text(words)
	all.raw = clip(whole)
	at := 0
	for _, p := range passages {
		all.add(p.text, at)
		at += len(p.text.raw) + len(" ")
	}
	r := j.reading(whole, all)
	r.room = in
	return r
}

// add adds what stands at a place of the raw text.
func (t *text) add(more text, at int) {
	from := len(t.tokens)
	if more.queries {
		t.ask(t.ends)
	}
	t.tokens = append(t.tokens, more.tokens...)
	if len(more.tokens) > 0 {
		t.tokens[from].paused = t.tokens[from].paused || t.pause
		t.pause = more.pause
	}
	t.pause = t.pause || more.pause
	for i := from; i < len(t.tokens); i++ {
		t.tokens[i].sentence += t.ends
		t.tokens[i].place = t.tokens[i].behind(at)
	}
	t.ends += more.ends
	t.begins.join(more.begins)
	t.groups.join(more.groups)
	t.question = t.question || more.question
}
