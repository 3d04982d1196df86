package known

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"goodgraces/responder/check"
)

// NameOf makes a name of a question: the first words that say what is asked
// about.
func NameOf(language, ask string) string {
	const most = 3
	var name []string
	for _, w := range cut(language, ask) {
		k, known := thesauri()[language].at([]word{w})
		if known && len(k.terms) == 0 || w.plain == "" || known && strings.HasPrefix(string(k.terms[0]), "@") {
			continue
		}
		if name = append(name, w.plain); len(name) == most {
			break
		}
	}
	made := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return -1
	}, strings.Join(name, "-"))
	if made = strings.Trim(made[:min(len(made), 40)], "-"); made == "" {
		return "answer"
	}
	return made
}

// identity is what tells who asks, besides check.FindPersonal: links, handles, and
// numbers of four or more digits, of seven where they are grouped.
var identity = regexp.MustCompile(`(?i)(?:\S*://|www\.)\S*[^\s?!]|[\pL\pN_.+%-]*(?:[@＠][\pL\pN_.:-]*[\pL\pN_])+|/?\bu/[\w-]+|\+?\pN(?:[ ./-]?\pN){6,}|\pN{4,}`)

// AskedIn is what of a post asks: its questions, or all of it where none has its
// mark. What tells who asks is left out: an answer outlives the post.
func AskedIn(post string) string {
	post = identity.ReplaceAllString(check.Straighten(post), "")
	for _, p := range check.FindPersonal(post) {
		post = strings.ReplaceAll(post, p.Text, "")
	}
	said := strings.Join(strings.Fields(post), " ")
	said = strings.TrimLeft(strings.NewReplacer(" ?", "?", " !", "!", " ,", ",", " .", ".").Replace(said), " .,:;!-")
	var asks []string
	for _, s := range strings.SplitAfter(strings.NewReplacer(". ", ".\n", "! ", "!\n", "? ", "?\n").Replace(said), "\n") {
		if s = strings.TrimSpace(s); strings.HasSuffix(s, "?") {
			asks = append(asks, s)
		}
	}
	if len(asks) > 0 {
		said = strings.Join(asks, " ")
	}
	if utf8.RuneCountInString(said) > longestAsk {
		said = string([]rune(said)[:longestAsk])
	}
	return said
}
