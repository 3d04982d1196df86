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
	if language == "en" && subject == "it" && slices.ContainsFunc(strings.Fields(rest), func(w string) bool { return unfit[w] }) {
		return "something " + rest
	}
	return ""
}

// unfit is what a thing does or does not do whatever it is: "something won't
// load" may be said, "something has no staff" may not.
var unfit = wordSet("work working load loading connect connecting sync syncing update updating crashing freezing buffering print printing")

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
