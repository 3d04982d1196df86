package responder

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"goodgraces/care"
	"goodgraces/responder/length"
)

// byName lets every second public answer to somebody whose first name is plain
// begin with it, where it fits and passes every check. A known fact is said word
// for word, and so is the last word to who only baits.
func (c *composer) byName(a answer) answer {
	name := namedBy(c.q.Mention.Author.Name)
	if name == "" || len(c.t.Parts.Greeting) == 0 || c.toAll || c.openly || c.q.Verdict.Action == care.ActFold || c.random.IntN(2) == 0 {
		return a
	}
	c.slots["name"] = name
	greeting := join([]*said{c.pick(c.t.Parts.Greeting).said})
	text, otherwise := addressed(greeting, a.text), addressed(greeting, a.otherwise)
	if text == "" || otherwise == "" || !c.within(text) || !c.within(otherwise) {
		return a
	}
	checks := c.judge.Public(text)
	if otherwise != text {
		checks = merge(checks, c.judge.Public(otherwise), notDelivered)
	}
	if slices.ContainsFunc(checks, func(c care.Check) bool { return !c.OK }) {
		return a
	}
	return answer{text: text, otherwise: otherwise, checks: checks}
}

func (c *composer) within(text string) bool {
	n, limit := length.Within(c.q.Mention.Platform, c.q.Mention.Limit, text)
	return n <= limit
}

// addressed puts a text behind a greeting. Behind a comma it goes on small: "Hi Sam,
// that's not right.", and "" stands for a text of which that is not known.
func addressed(greeting, text string) string {
	if !strings.HasSuffix(greeting, ",") {
		return greeting + " " + text
	}
	first, _, _ := strings.Cut(text, " ")
	word, _, _ := strings.Cut(strings.TrimRight(first, ","), "'")
	switch {
	case word == "I":
		return greeting + " " + text
	case inSmall[word]:
		r, size := utf8.DecodeRuneInString(text)
		return greeting + " " + string(unicode.ToLower(r)) + text[size:]
	}
	return ""
}

// inSmall begin sentences of ours, and are small within one.
var inSmall = map[string]bool{
	"A": true, "An": true, "The": true, "This": true, "That": true, "It": true, "There": true, "Here": true,
	"We": true, "You": true, "Your": true, "Our": true, "No": true, "Nobody": true, "Nothing": true, "So": true, "Sorry": true,
	"Thank": true, "Thanks": true, "Really": true, "Glad": true, "Happy": true, "Yes": true, "Let": true, "Being": true, "Of": true, "What": true, "In": true,
}

// namedBy returns the first name of a display name that is plainly one of a
// person: a common first name, and one or two words behind it that look like
// names. "Leeds United", "Irate Ingrid" and "Sam's Club" have none.
func namedBy(display string) string {
	words := strings.Fields(display)
	if len(words) < 2 || len(words) > 3 || !firstNames()[strings.ToLower(words[0])] || collective[strings.ToLower(words[len(words)-1])] {
		return ""
	}
	for _, word := range words[1:] {
		initial := strings.TrimSuffix(word, ".")
		if utf8.RuneCountInString(initial) != 1 && firstName(word) == "" || !unicode.IsUpper([]rune(initial + " ")[0]) {
			return ""
		}
	}
	return firstName(display)
}

//go:embed firstnames.txt
var commonNames string

// firstNames are common first names of the languages that templates speak, and of
// those whom they are written to. Names that are words or places as well (Rose,
// Victoria, Jordan) are left out: a wrong name in public is worse than none.
var firstNames = sync.OnceValue(func() map[string]bool { return wordSet(commonNames) })

// collective end the names of what is no single person.
var collective = wordSet("fan fans club cafe bar shop store salon studio studios hair foundation trust charity tribute news media school church arms ltd limited inc plumbing tours taxis")
