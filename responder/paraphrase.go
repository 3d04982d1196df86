package responder

import (
	"slices"
	"strings"

	"goodgraces/care"
	"goodgraces/responder/grievance"
	"goodgraces/responder/templates"
)

// feeling chooses the strength at which we mirror.
func (c *composer) feeling() []string {
	f, v := &c.t.Parts.Feeling, c.q.Verdict
	switch {
	case v.Severity >= care.Blame, v.Anger >= 0.75 && v.Severity >= care.Accusation:
		return f.Angry
	case v.Severity >= care.Disapproval, v.Anger >= 0.35:
		return f.Upset
	}
	return f.Calm
}

// paraphrase takes the wordings that say as much as we know.
func (c *composer) paraphrase() []string {
	p := &c.t.Parts.Paraphrase
	switch {
	case c.g.Detail != "" && c.random.IntN(3) > 0:
		return p.Detail
	case c.g.Issue != "":
		return p.Issue
	}
	switch said := c.topic(); {
	case len(said) > 0:
		return said
	case c.g.Thing+c.g.Around != "":
		return p.Thing
	case len(p.Told) > 0 && storyWords(c.q.Mention.Text) >= story:
		return p.Told
	}
	return p.Unknown
}

// topic is what may be said of the first of the verdict's topics that the post
// itself speaks of and the template knows, nothing where there is none.
func (c *composer) topic() []string {
	v := &c.q.Verdict
	for _, name := range append([]string{v.Topic}, v.Topics...) {
		said := c.t.Parts.Paraphrase.Topics[templates.Topic(name)]
		if len(said) > 0 && c.speaksOf(templates.Topic(name)) {
			return said
		}
	}
	return nil
}

// speaksOf reports whether the post has words for a topic. Of a topic of the
// operator's own, the classifier's evidence says so.
func (c *composer) speaksOf(topic string) bool {
	if grievance.Knows(c.t.Language, topic) {
		return grievance.Supports(c.t.Language, topic, c.q.Mention.Text)
	}
	return slices.ContainsFunc(c.q.Verdict.Evidence, func(e care.Evidence) bool { return e.Label == "topic" })
}

// story is how many words tell something.
const story = 9

// storyWords counts the words of a post, handles, hashtags and links aside.
func storyWords(post string) int {
	n := 0
	for word := range strings.FieldsSeq(post) {
		if isStory(word) {
			n++
		}
	}
	return n
}

func isStory(word string) bool {
	word = strings.TrimLeft(word, ".\"(")
	return !strings.HasPrefix(word, "@") && !strings.HasPrefix(word, "#") && !strings.Contains(word, "://")
}

// onlyAsks reports a question without reproach in which no trouble is told.
func (c *composer) onlyAsks() bool {
	v := c.q.Verdict
	return v.Severity < care.Disapproval && v.Anger < 0.35 && c.g.Issue == "" && len(c.t.Parts.Paraphrase.Asked) > 0 && len(c.t.Parts.Answer.Opening) > 0 &&
		isQuestion(c.q.Mention.Text) && len(c.topic()) == 0
}

// isQuestion reports a post that asks calmly: it begins or ends as a question
// and has no other marks of feeling. A why is a reproach as often as not.
func isQuestion(post string) bool {
	if !strings.Contains(post, "?") || strings.Contains(post, "??") || strings.Contains(post, "!") {
		return false
	}
	var words []string
	for word := range strings.FieldsSeq(strings.ToLower(post)) {
		if isStory(word) {
			words = append(words, word)
		}
	}
	if len(words) == 0 || slices.ContainsFunc(words, func(w string) bool { return slices.Contains(troubled, strings.Trim(w, ".,?")) }) {
		return false
	}
	return strings.HasSuffix(words[len(words)-1], "?") || slices.Contains(askingWords, words[0])
}

// troubled are words by which a question tells of trouble.
var troubled = []string{
	"why", "help", "issue", "issues", "problem", "problems", "trouble", "error", "gives", "not", "no", "never", "can't", "cant", "cannot",
	"won't", "doesn't", "isn't", "didn't", "don't", "dont", "haven't", "can’t", "won’t", "doesn’t", "isn’t", "didn’t", "don’t", "haven’t", "still",
}

var askingWords = []string{"when", "does", "do", "is", "are", "can", "could", "which", "how", "will", "what", "any"}

func (c *composer) praise() []string {
	if c.g.Thing != "" {
		return c.t.Parts.Thanks.Thing
	}
	return c.t.Parts.Thanks.General
}
