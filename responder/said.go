package responder

import (
	"strings"
	"sync"
	"unicode/utf8"

	"goodgraces/responder/check"
	"goodgraces/responder/length"
)

// said is a sentence or two of an answer, read once for all the answers in
// which it may stand.
type said struct {
	text     string
	passage  *check.Passage // nil until judged, where it was made for one request
	plain    bool           // ASCII and no link: as long everywhere as it has bytes
	words    []uint64       // for check.Judge.Likeness
	long     []uint64       // the words of five letters and more
	openings []string       // the first word of each sentence
	sorry    int            // how often it apologises
}

// wording is a wording of a template: said as it is, or with slots between its
// pieces.
type wording struct {
	whole  *said // nil where it has slots
	pieces []*said
	slots  []string // one after each piece but the last
}

// book is the wordings of templates, each read when it is first said: a process
// says few of them.
type book map[string]func() *wording

func bookOf(wordings []string) book {
	b := make(book, len(wordings))
	for _, text := range wordings {
		b[text] = sync.OnceValue(func() *wording { return wordingOf(text) })
	}
	return b
}

func wordingOf(text string) *wording {
	w := &wording{}
	for before, rest, found := strings.Cut(text, "{"); ; before, rest, found = strings.Cut(rest, "{") {
		w.pieces = append(w.pieces, read(before))
		if !found {
			break
		}
		slot, after, _ := strings.Cut(rest, "}")
		w.slots, rest = append(w.slots, slot), after
	}
	if len(w.slots) == 0 {
		w.whole = w.pieces[0]
		w.whole.text = tidy(w.whole.text)
	}
	return w
}

// read reads a wording for every answer to come.
func read(text string) *said {
	s := weighed(text)
	s.passage = check.ReadOften(tidy(text))
	return s
}

// weighed reads a text as far as answers are weighed by it.
func weighed(text string) *said {
	s := &said{text: text, plain: isPlain(text)}
	s.words, s.long = check.Words(text)
	lower := strings.ToLower(text)
	for sentence := range strings.SplitSeq(ends.Replace(lower), ". ") {
		first, _, _ := strings.Cut(strings.TrimSpace(sentence), " ")
		s.openings = append(s.openings, first)
	}
	s.sorry = apologies(lower)
	return s
}

// ends makes all ends of sentences one.
var ends = strings.NewReplacer("? ", ". ", "! ", ". ")

// say fills the slots of a wording.
func (c *composer) say(text string) *said {
	w := c.book[text]()
	if w.whole != nil {
		return w.whole
	}
	s := c.filled[text]
	if s == nil {
		s = c.fill(w)
		c.filled[text] = s
	}
	return s
}

func (c *composer) fill(w *wording) *said {
	parts := make([]*said, 0, len(w.pieces)+len(w.slots))
	var words, long, bytes int
	add := func(s *said) {
		parts = append(parts, s)
		words, long, bytes = words+len(s.words), long+len(s.long), bytes+len(s.text)
	}
	for i, piece := range w.pieces {
		add(piece)
		if i < len(w.slots) {
			add(c.slot(w.slots[i]))
		}
	}
	s := &said{plain: true, words: make([]uint64, 0, words), long: make([]uint64, 0, long)}
	var text strings.Builder
	text.Grow(bytes)
	for _, part := range parts {
		text.WriteString(part.text)
		s.add(part)
	}
	s.text = tidy(text.String())
	if c.t.Language == "es" {
		s.text = joinedEs.Replace(s.text)
	}
	s.plain = s.plain && isPlain(s.text)
	return s
}

// joinedEs joins a preposition and its article as Spanish does.
var joinedEs = strings.NewReplacer(" de el ", " del ", " a el ", " al ")

// slot is what we know, read once.
func (c *composer) slot(name string) *said {
	s := c.known[name]
	if s == nil {
		s = weighed(c.slots[name])
		c.known[name] = s
	}
	return s
}

// add adds what stands next in the same wording.
func (s *said) add(next *said) {
	s.words, s.long = append(s.words, next.words...), append(s.long, next.long...)
	s.sorry += next.sorry
	if n := len(s.openings); n > 0 && s.openings[n-1] == "" {
		s.openings = append(s.openings[:n-1], next.openings...)
	} else {
		s.openings = append(s.openings, next.openings[min(n, 1):]...)
	}
}

func (s *said) length(platform string) int {
	if s.plain {
		return len(s.text)
	}
	n, _ := length.Of(platform, s.text)
	return n
}

// tidy leaves one space between words.
func tidy(text string) string {
	if strings.Contains(text, "  ") || strings.Contains(text, "\n") || strings.Contains(text, "\t") || strings.TrimSpace(text) != text {
		return strings.Join(strings.Fields(text), " ")
	}
	return text
}

func isPlain(s string) bool {
	ascii := !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf })
	return ascii && len(length.Links(s)) == 0
}

func join(lines []*said) string {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = l.text
	}
	return strings.Join(texts, " ")
}

// passages are the lines, read for the rules.
func passages(lines []*said) []*check.Passage {
	read := make([]*check.Passage, len(lines))
	for i, l := range lines {
		if l.passage == nil {
			l.passage = check.Read(l.text)
		}
		read[i] = l.passage
	}
	return read
}
