package responder

import "strings"

// saysGlad reports a wording that thanks or is glad in so many words. Handing
// on somebody's thanks is not yet to thank them, and a happy birthday is a wish.
func saysGlad(language, said string) bool {
	said = strings.ToLower(strings.ReplaceAll(said, "’", "'"))
	for _, handed := range handedOn[language] {
		said = strings.ReplaceAll(said, handed, "")
	}
	for _, word := range gladness[language] {
		if strings.Contains(said, word) {
			return true
		}
	}
	return false
}

// gladness is what says thanks or gladness plainly, by language.
var gladness = map[string][]string{
	"en": {"thank", " glad", "glad ", "so happy", "happy to", "we're happy", "happy for you", "happy you", "very happy", "happy it", "delighted", "pleased", "means a lot", "means the world", "means so much", "made our day", "made my day", "our day made", "love it", "love this", "love that", "love hearing", "we love", "do love", "lots of love", "loved reading", "a pleasure", "our pleasure"},
	"es": {"gracias", "alegr", "encant", "contentos", "ilusión", "un placer"},
	"de": {"dank", "freu", "froh", "glücklich", "gern", "tag gerettet"},
}

// handedOn is what only passes thanks on to others.
var handedOn = map[string][]string{"en": {"your thanks", "thanked", "i'll thank", "say thank you to", "hear a thank you", "tell them thank you"}}

// withGladness is an answer to praise that says thanks or gladness somewhere:
// where none of its sentences does, one is added.
func (c *composer) withGladness(lines []line) []line {
	plain, language := c.t.Parts.Thanks.Plain, c.t.Language
	for i := range lines {
		if l := &lines[i]; saysGlad(language, l.wording) {
			l.variants = gladOf(language, l.variants) // a shorter one says it, too
			return lines
		}
	}
	if len(plain) == 0 {
		return lines
	}
	return append(lines, c.pick(plain))
}

func gladOf(language string, variants []string) []string {
	var glad []string
	for _, v := range variants {
		if saysGlad(language, v) {
			glad = append(glad, v)
		}
	}
	return glad
}
