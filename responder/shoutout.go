package responder

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// named reports praise for one person by name: "shout out to Nicole for". The
// name itself is never said.
func named(post string) bool {
	words := strings.Fields(post[:min(len(post), maxFelt)])
	for i := range len(words) - 1 {
		if thanksOne(words, i) || lauds(words, i) {
			return true
		}
	}
	return false
}

// lauds reports at i a name of which is said what is said of people alone: "Priya
// was so patient".
func lauds(words []string, i int) bool {
	if !isName(words[i]) || isHandled(words, words[i]) || words[i+1] != "was" && words[i+1] != "is" {
		return false
	}
	of := slices.DeleteFunc(slices.Clone(near(words[i+2:], 3)), func(w string) bool { return humanly[w] })
	return len(of) > 0 && humane[strings.ToLower(strings.Trim(of[0], ".,!"))]
}

// thanksOne reports that the word at i gives thanks to the name behind it.
func thanksOne(words []string, i int) bool {
	honour, before := strings.ToLower(strings.Trim(words[i], ".,!:")), ""
	if i > 0 {
		before = strings.ToLower(words[i-1])
	}
	switch honour {
	case "to", "with":
		if before == "you" && (i < 2 || !strings.EqualFold(words[i-2], "thank")) {
			return false // "fly with you to Chicago"
		}
		if !slices.Contains(honours, before) && (i < 2 || before != "out" || !strings.EqualFold(words[i-2], "shout")) {
			return false
		}
	case "you":
		if before != "thank" {
			return false
		}
	default:
		if !slices.Contains(thanking, honour) && honour != "kudos" && honour != "props" {
			return false
		}
	}
	name := strings.TrimRight(words[i+1], ".,!:;")
	if !isName(name) || isHandled(words, name) {
		return false
	}
	if honour == "to" || honour == "with" || name != words[i+1] || i+2 == len(words) {
		return true
	}
	next := strings.ToLower(words[i+2])
	return strings.HasPrefix(next, "@") || slices.Contains(afterName, next)
}

var (
	humanly   = wordSet("so very really super absolutely incredibly extremely such a an just")
	humane    = wordSet("helpful kind patient friendly polite professional courteous attentive caring understanding thoughtful star legend gem treasure diamond angel lifesaver gentleman")
	honours   = []string{"shoutout", "thanks", "thank", "stars", "kudos", "props", "off", "you", "talked", "spoke", "credit"}
	afterName = []string{"at", "in", "on", "from", "for", "who", "and", "was", "is"}
	noNames   = wordSet("the you your all everyone god goodness twitter santa my for so very our this that it and but mr mrs ms new north south east west jesus lord heavens customer service team love happy have hope looking keep great good best")
)

// isName reports a word that begins with a capital and goes on without.
func isName(word string) bool {
	first, size := utf8.DecodeRuneInString(word)
	rest := word[size:]
	return len(rest) >= 2 && unicode.IsUpper(first) && strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLower(r) }) < 0 && !noNames[strings.ToLower(word)]
}

// isHandled reports that a handle of the post has the name in it: it is the
// brand's, and no person's.
func isHandled(words []string, name string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		return strings.HasPrefix(strings.TrimLeft(w, "."), "@") && strings.Contains(strings.ToLower(w), strings.ToLower(name))
	})
}

// lovesUs reports love for whoever the post is said to: "love you guys", "we
// love JetBlue" beside the handle.
func lovesUs(post string) bool {
	said := " " + strings.Join(plainly(post), " ") + " "
	if slices.ContainsFunc(loving, func(p string) bool { return strings.Contains(said, " "+p+" ") }) {
		return true
	}
	words := strings.Fields(post)
	for i := range max(0, len(words)-1) {
		next := strings.Trim(words[i+1], ".,!:")
		if strings.EqualFold(words[i], "love") && (strings.HasPrefix(next, "@") || len(next) > 2 && isHandled(words, next)) {
			return true
		}
	}
	return false
}

var loving = []string{
	"love you guys", "i love you", "we love you", "love ya", "you guys rock", "you rock", "y'all rock", "you guys are the best", "you guys are always the best", "you are always the best", "you are the best", "you're the best", "ur the best",
	"you guys are awesome", "you are awesome", "you guys are amazing", "ur amazing", "you're amazing", "you're awesome", "u guys are the best", "u are the best", "you lot are the best", "you lot are amazing", "you are amazing", "best airline", "best company", "best store", "best bank", "best brand",
}
