package pipeline

import (
	"regexp"
	"strings"
	"unicode"

	"goodgraces/care"
)

// passOver asks for no answer where nobody would read one: to a post that only
// carries somebody else's words, or that a program wrote. Danger to a person and
// matters of law stay.
func passOver(m *care.Mention, v *care.Verdict) {
	if v.Action == care.ActSafety || v.Action == care.ActLegal {
		return
	}
	switch {
	case m.Repost:
		v.Action, v.Rule = care.ActIgnore, "a repost"
	case m.Quotes != "" && wordless(m.Text):
		v.Action, v.Rule = care.ActIgnore, "a quote without words of its own"
	case m.Author.Bot:
		v.Action, v.Rule = care.ActIgnore, "written by a program"
	}
}

// addressed are the parts of a post that are nobody's words: names and links.
var addressed = regexp.MustCompile(`(^|\s)@\S+|https?://\S+`)

// wordless reports whether a text holds neither a word nor a number: a post that
// shows the brand's news to others, with a face at the most.
func wordless(text string) bool {
	return !strings.ContainsFunc(addressed.ReplaceAllString(text, " "), func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsNumber(r)
	})
}
