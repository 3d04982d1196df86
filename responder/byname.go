package responder

import (
	"slices"
	"strings"
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

// namedBy returns the first name of a display name that is one of a person: two or
// three words, each a name by its looks, the last none of a club or a company.
func namedBy(display string) string {
	words := strings.Fields(display)
	if len(words) < 2 || len(words) > 3 || collective[strings.ToLower(words[len(words)-1])] {
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

// collective end the names of what is no single person.
var collective = map[string]bool{
	"fan": true, "fans": true, "club": true, "news": true, "united": true, "city": true, "town": true, "team": true, "group": true, "support": true, "official": true,
	"shop": true, "store": true, "cafe": true, "bar": true, "media": true, "radio": true, "online": true, "services": true, "customer": true, "passenger": true,
	"family": true, "community": true, "watch": true, "today": true, "daily": true, "company": true, "school": true, "hotel": true, "airlines": true, "rail": true,
	"trains": true, "council": true, "verein": true, "gruppe": true, "noticias": true, "tienda": true, "rover": true, "rovers": true, "rangers": true, "bot": true, "account": true,
	"station": true, "bridge": true, "foundation": true, "trust": true, "charity": true, "aid": true, "lottery": true, "supporters": true, "plumbing": true, "airport": true, "airways": true, "university": true, "college": true, "church": true,
	"gardens": true, "chapel": true, "arms": true, "inn": true, "ltd": true, "limited": true, "inc": true, "tech": true, "records": true, "studio": true, "studios": true, "festival": true, "museum": true, "tours": true, "taxis": true, "society": true, "association": true,
	"girl": true, "boy": true, "guy": true, "man": true, "woman": true, "lady": true, "mum": true, "mom": true, "dad": true, "lover": true, "person": true, "user": true,
}
