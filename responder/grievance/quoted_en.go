package grievance

import (
	"regexp"
	"strings"
)

// What stands between quotation marks is said by somebody else: mostly by us.

// singly finds what is quoted between single marks. An apostrophe within a word
// is none.
var singly = regexp.MustCompile(`(^|[\s(:])['‘]([\pL\pN][^'’]*(?:['’]\pL[^'’]*)*)['’]([\s.,!?:;)]|$)`)

// addressed are words by which somebody speaks to the author, or for us.
var addressed = regexp.MustCompile(`(?i)\b(we|our|you|your)\b`)

// doublyQuoted writes double marks for single ones where they quote a sentence of
// ours, rather than a word.
func doublyQuoted(text string) string {
	if !strings.ContainsAny(text, "'‘") {
		return text
	}
	return singly.ReplaceAllStringFunc(text, func(said string) string {
		if !addressed.MatchString(said) {
			return said
		}
		return singly.ReplaceAllString(said, `$1"$2"$3`)
	})
}

// maxQuoted bounds what is taken for a quotation, in tokens.
const maxQuoted = 40

// markQuoted marks the words between two quotation marks.
func markQuoted(toks []tok) {
	open := -1
	for i := range toks {
		if !toks[i].quote {
			continue
		}
		if open < 0 || i-open > maxQuoted {
			open = i
			continue
		}
		for j := open + 1; j < i; j++ {
			toks[j].quoted = true
		}
		open = -1
	}
}

// quoted reports a word that somebody else said.
func (p parser) quoted(i int) bool { return i >= 0 && i < len(p.toks) && p.toks[i].quoted }

// ourWords are words of ours in a quotation, as the author would have said them
// of us.
var ourWords = map[string]string{
	"we": "they", "we're": "they're", "we've": "they've", "we'll": "they'll", "our": "their", "us": "them",
	"your": "my", "you've": "i've", "you're": "i'm", "yours": "mine",
}

// unquoted tells the quotations of ours from the author's side: "we can't find
// your order" is "they can't find my order".
func unquoted(toks []tok) []tok {
	for from := 0; from < len(toks); from++ {
		to := from
		for to < len(toks) && toks[to].quoted {
			to++
		}
		if said := (parser{toks[from:to]}); said.ours() {
			for i := range said.toks {
				said.toks[i].word = said.fromAuthor(i)
			}
		}
		from = max(from, to)
	}
	return toks
}

// ours reports a quotation in which we speak of ourselves or to the author.
func (p parser) ours() bool {
	ours := false
	for i := range p.toks {
		if p.is(i, "i", "i'm", "i've", "my", "me", "missed") {
			return false
		}
		ours = ours || ourWords[p.word(i)] != "" || p.is(i, "you")
	}
	return ours
}

// fromAuthor is the word at i of a quotation of ours as the author would say it.
func (p parser) fromAuthor(i int) string {
	if !p.is(i, "you") {
		if word := ourWords[p.word(i)]; word != "" {
			return word
		}
		return p.toks[i].word
	}
	if auxiliaries[p.word(i+1)] || verbs[p.word(i+1)].isBase && (i == 0 || verbs[p.word(i-1)].base == "") {
		return "i"
	}
	return "me"
}

// notTheirs reports a finding of the author's at i, where somebody else said it
// and left out who: "can't refund worn items".
func (p enParser) notTheirs(f finding, i int) bool {
	if !p.quoted(i) || p.word(i-1) != "" || !strings.HasPrefix(f.Issue, "you") {
		return false
	}
	return unheard[f.Issue] || p.is(i, "can't") && p.is(i+1, "i") || p.is(i, "can't", "couldn't", "unable") && served[p.word(p.skip(i+1, "to"))] || p.is(i, "had", "have") || p.is(i, "waiting") && p.is(i+1, "for")
}

// served is what we do for people, and no machine says that it cannot.
var served = set("refund get find check let help do make give offer exchange deliver send book issue serve replace credit cover repair fix honour")
