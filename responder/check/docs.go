package check

import (
	"fmt"
	"strings"
)

// Markdown is docs/checks.md.
func Markdown() string {
	var b strings.Builder
	b.WriteString(preface)
	for _, rule := range rules {
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s |\n", rule.name, rule.levelInWords(), rule.why, rule.bad, rule.instead)
	}
	b.WriteString(afterword)
	for _, rule := range rules {
		if rule.risk != "" {
			fmt.Fprintf(&b, "- `%s`: without it, %s.\n", rule.name, rule.risk)
		}
	}
	return b.String()
}

func (rule *rule) levelInWords() string {
	if rule.private {
		return string(rule.level)
	}
	return string(rule.level) + ", in public alone"
}

const preface = `# The checks

<!-- Written from the table in responder/check/rules.go by: go test ./responder/check -run TestMarkdown -update -->

Every answer is judged by the same named rules: the draft, what a person types in the desk (as they type), what leaves, and ` + "`graces check`" + `. An answer that breaks a rule that *blocks* cannot be approved; one that *warns* says so and leaves the choice to the person. What stands in quotation marks is taken for somebody else's words.

` + "`graces check`" + ` reads ` + "`{\"id\",\"platform\",\"post\",\"reply\"}`" + ` a line, and ` + "`\"recent\":[…]`" + `, our last public answers, if it is to find repetitions. It writes ` + "`{\"id\",\"ok\",\"broken\":[…],\"notes\":[…]}`" + `: every broken rule, whether it blocks or warns, with a note for each, which quotes the words it means as they were written; ` + "`ok`" + ` is true where none is broken.

A manager sets levels in the configuration; a rule that is ` + "`off`" + ` is not judged at all:
` + "```yaml" + `
responder:
  checks:
    - {rule: no_commitment, level: block}
    - {rule: robot_tone, level: off}
` + "```" + `

| rule | by default | why | breaks it | say instead |
|---|---|---|---|---|
`

const afterword = `
## The model beside them
Rules find what somebody thought of. Beside them judges a model that has read twenty-five thousand answers, good ones and lapses ([how it was made](../responder/check/sense/CARD.md)). It reads an answer whole and sentence by sentence, so that it knows a stranger among our own words, and is told what the post and the answer do: complain, ask, go private, leave something pending. It warns where it sees a lapse that no rule has found, by the rule that comes nearest, and quotes the sentence where it is one; and it takes back a warning that it does not believe. It never blocks. A rule that guards somebody, that counts or compares, or whose level a manager has set stands by what it found. Private messages and closing lines are judged by the rules alone.

## How good they are
Nine hundred answers by nine writers who had not seen the rules, half of them with a lapse, are kept for this alone: nobody has read them, and no rule or model has learnt from them. Of a hundred that were objected to, 92 had a lapse (with one writer or another 86 to 98); of a hundred lapses 94 were found (90 to 98). Which rule it was is told rightly four times in five. Of 160 ordinary good answers, kept as well, 12 were objected to. Harder are answers that were written to be hard, whose one lapse is a fresh and plausible clause and whose good ones have the words of lapses: by writers whom the model had not seen, 87 and 86 in a hundred. Of a hundred lapses that were typed into drafts of our own, 70 were found (46 by the rules alone), with a word too many on 6 of a hundred harmless sentences (9). So what is new still slips through now and then: a person reads every answer, and the rules remind.

## Rules that guard somebody
These too can be weakened. ` + "`graces config check` and `graces doctor`" + ` then say what that allows, and the sender asks them once more before anything leaves. A price that a question asks for is a fact and no compensation, and so is what costs nothing, unless we do it for somebody (“we’ll repair it for free”); a discount is one where it is kept as a [known answer](known-answers.md). An answer to a post that was judged to be a legal matter is blocked whatever it says; where the post alone is known, a neutral line that hands it over passes, an apology or an admission does not.

`
