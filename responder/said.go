package responder

import (
	"strings"
	"unicode/utf8"

	"goodgraces/responder/check"
	"goodgraces/responder/length"
)

// said is a wording with its slots filled, read once for all the answers in
// which it may stand.
type said struct {
	text     string
	plain    bool     // ASCII and no link: as long everywhere as it has bytes
	words    []uint64 // for check.Judge.Likeness
	long     []string // the words of five letters and more
	openings []string // the first word of each sentence
	sorry    int      // how often it apologises
}

// say fills a wording. What has no slot was read when the templates were.
func (c *composer) say(wording string) *said {
	if s := c.book[wording]; s != nil {
		return s
	}
	s := c.filled[wording]
	if s == nil {
		s = read(c.fill(wording))
		c.filled[wording] = s
	}
	return s
}

// fill puts what we know into the slots of a wording.
func (c *composer) fill(wording string) string {
	before, rest, found := strings.Cut(wording, "{")
	if !found {
		return wording
	}
	var b strings.Builder
	for ; found; before, rest, found = strings.Cut(rest, "{") {
		slot, after, _ := strings.Cut(rest, "}")
		b.WriteString(before)
		b.WriteString(c.slots[slot])
		rest = after
	}
	b.WriteString(before)
	return b.String()
}

// readAll reads the wordings that have no slot.
func readAll(wordings []string) map[string]*said {
	book := make(map[string]*said, len(wordings))
	for _, w := range wordings {
		if !strings.Contains(w, "{") {
			book[w] = read(w)
		}
	}
	return book
}

func read(text string) *said {
	s := &said{text: strings.Join(strings.Fields(text), " ")}
	s.plain = isASCII(s.text) && len(length.Links(s.text)) == 0
	s.words = check.Words(s.text)
	lower := strings.ToLower(s.text)
	for word := range strings.FieldsSeq(lower) {
		if word = strings.TrimFunc(word, isMark); len(word) >= 5 {
			s.long = append(s.long, word)
		}
	}
	for sentence := range strings.SplitSeq(lower, ". ") {
		first, _, _ := strings.Cut(strings.TrimSpace(sentence), " ")
		s.openings = append(s.openings, first)
	}
	s.sorry = apologies(lower)
	return s
}

func isMark(r rune) bool {
	switch r {
	case '.', ',', ';', ':', '!', '?', '\'', '’':
		return true
	}
	return false
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func (s *said) length(platform string) int {
	if s.plain {
		return len(s.text)
	}
	n, _ := length.Of(platform, s.text)
	return n
}

func join(lines []*said) string {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = l.text
	}
	return strings.Join(texts, " ")
}
