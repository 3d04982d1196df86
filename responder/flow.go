package responder

import "strings"

// joint is how two sentences of one speaker become one in a language.
type joint struct {
	first []string // how the first sentence begins
	then  []string // how the second begins
	and   string   // what stands instead of the second's subject
	keep  bool     // the second's subject stays
	stops []string // what the first must not hold: it is two clauses already
	comma []string // what takes a comma before "and"
}

var joints = map[string][]joint{
	"en": {
		{[]string{"I'm ", "I'll ", "I am ", "I will "}, []string{"I've ", "I have "}, ", and ", true, []string{" and ", ";", ":", ". ", "?", " so "}, nil},
		{[]string{"We're ", "We'll ", "We are ", "We will "}, []string{"We've ", "We have "}, ", and ", true, []string{" and ", ";", ":", ". ", "?", " so "}, nil},
	},
	"de": {
		{[]string{"Ich "}, []string{"Ich "}, " und ", false, []string{" und ", ";", ":", ". ", "?"}, []string{", "}},
		{[]string{"Wir "}, []string{"Wir "}, " und ", false, []string{" und ", ";", ":", ". ", "?"}, []string{", "}},
	},
	"es": {
		{[]string{"Lo ", "Estoy ", "Voy ", "Me "}, []string{"Le he ", "Ya le he ", "Acabo de "}, " y ", true, []string{" y ", ";", ":", ". ", "?"}, nil},
		{[]string{"Lo ", "Estamos ", "Vamos ", "Nos "}, []string{"Le hemos ", "Ya le hemos ", "Acabamos de "}, " y ", true, []string{" y ", ";", ":", ". ", "?"}, nil},
	},
}

// flow makes one sentence of the last two where the same speaker does both:
// "I'm finding out where it is, and I've sent you a message."
func (c *composer) flow(lines []*said) []*said {
	n := len(lines)
	if n < 2 {
		return lines
	}
	for _, j := range joints[c.t.Language] {
		if text := j.join(lines[n-2].text, lines[n-1].text); text != "" {
			return append(lines[:n-2:n-2], c.whole(text))
		}
	}
	return lines
}

// join returns "" where the two cannot be joined.
func (j joint) join(first, second string) string {
	begins, then := startOf(first, j.first), startOf(second, j.then)
	if begins == "" || then == "" || !strings.HasSuffix(first, ".") {
		return ""
	}
	if strings.Contains(second, j.and) {
		return "" // it is two clauses already
	}
	clause := strings.TrimSuffix(first, ".")
	for _, stop := range j.stops {
		if strings.Contains(clause, stop) {
			return ""
		}
	}
	and := j.and
	for _, comma := range j.comma {
		if strings.Contains(clause, comma) {
			and = "," + j.and
		}
	}
	if !j.keep {
		return clause + and + strings.TrimPrefix(second, then)
	}
	if then[0] != 'I' {
		second = strings.ToLower(second[:1]) + second[1:]
	}
	return clause + and + second
}

func startOf(text string, starts []string) string {
	for _, start := range starts {
		if strings.HasPrefix(text, start) {
			return start
		}
	}
	return ""
}

// whole is a sentence made of others, read once.
func (c *composer) whole(text string) *said {
	s := c.filled[text]
	if s == nil {
		s = weighed(text)
		c.filled[text] = s
	}
	return s
}
