package responder

import (
	"slices"
	"strings"

	"goodgraces/responder/grievance"
)

// stands reports an issue that may begin a sentence: what has clearly happened
// to them. "You can't pay, and I'm sorry" reads as a refusal, "We don't have a
// shop, and I'm sorry" as if it were so.
func stands(language, issue string) bool {
	words := strings.Fields(strings.ToLower(issue))
	if len(words) == 0 || !slices.Contains(ofTheirs[language], words[0]) {
		return false
	}
	if slices.ContainsFunc(words, func(w string) bool { return denies[language][w] || strings.HasSuffix(w, "n't") }) {
		return false
	}
	return anyOf(words, befell[language])
}

// ofTheirs begin what is told of them and ofTheirs.
var ofTheirs = map[string][]string{
	"en": {"you", "you've", "your"},
	"es": {"su", "sus", "le", "ha", "lleva"},
	"de": {"ihr", "ihre", "sie", "man"},
}

// denies are words by which a thing is not done or not there.
var denies = map[string]map[string]bool{
	"en": wordSet("not no never nothing nobody cannot our us"),
	"es": wordSet("no nunca nada nadie nuestro nuestra nos"),
	"de": wordSet("nicht kein keine keinen nie nichts niemand unser unsere"),
}

// befell are verbs of what happened, once and for all.
var befell = map[string]map[string]bool{
	"en": wordSet("were was arrived broke went came got been"),
	"es": wordSet("ha han fue fueron sido lleva"),
	"de": wordSet("wurde wurden ist sind hat haben"),
}

// sayable is the wordings that may be said of the issue: without those that begin
// with it, where it may not stand by itself.
func (c *composer) sayable(variants []string) []string {
	if c.g.Issue == "" || c.g.Kind != grievance.KindPrice && stands(c.t.Language, c.g.Issue) {
		return variants
	}
	fit := slices.DeleteFunc(slices.Clone(variants), func(v string) bool { return strings.HasPrefix(v, "{Issue}") })
	if len(fit) == 0 {
		return variants
	}
	return fit
}
