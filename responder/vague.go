package responder

import (
	"slices"
	"strings"
)

// unlessVague is what happened, "" where its subject is a word for something
// that the answer does not name: "it disappeared".
func unlessVague(language, issue string) string {
	subject, rest, _ := strings.Cut(issue, " ")
	if !slices.Contains(pronouns[language], subject) {
		return issue
	}
	verb, _, _ := strings.Cut(rest, " ")
	if slices.Contains(impersonal[language], verb) {
		return issue
	}
	return ""
}

// pronouns stand for what was named before, in a post that we do not tell again.
var pronouns = map[string][]string{
	"en": {"it", "they", "this", "that", "these", "those"},
	"de": {"es"},
}

// impersonal are verbs of which nothing in particular is the subject: "it took
// three weeks", "it shows as delivered".
var impersonal = map[string][]string{
	"en": {"took", "takes", "shows", "says", "costs", "cost"},
	"de": {"gibt", "dauert", "geht", "kam", "keine", "kein"},
}
