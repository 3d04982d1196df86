package responder

import (
	"slices"
	"strings"
)

// commended reports a complaint whose author has a good word for somebody of
// ours: "thanks to Priya for replacing my kettle", "your driver was lovely". It is
// one clause, in which nothing is denied or mocked.
func commended(language, post string) bool {
	if language != "en" {
		return false
	}
	for clause := range strings.FieldsFuncSeq(post[:min(len(post), maxFelt)], func(r rune) bool { return strings.ContainsRune(".!?;\n()\"", r) }) {
		words := strings.Fields(strings.ReplaceAll(clause, "’", "'"))
		for len(words) > 0 {
			turn := slices.IndexFunc(words, func(w string) bool { return contrasts[spokenWord(w)] })
			if turn < 0 {
				turn = len(words)
			}
			if commends(words[:turn]) {
				return true
			}
			words = words[min(turn+1, len(words)):]
		}
	}
	return false
}

// commended passes on the good word of a complaint; it comes first, and may be
// left out where space is short.
func (c *composer) commended() []line {
	if c.detail.Quiet() || len(c.t.Parts.Commended) == 0 || !c.heard.commended() || sour(c.q) {
		return nil
	}
	return []line{c.spare(c.t.Parts.Commended)}
}

func (h *heard) commended() bool {
	return h.ofCommended.get(func() bool { return commended(h.language, h.post) })
}

// commends reports a good word among the words of a part, as their author wrote
// them, and nothing that makes it a bad one.
func commends(written []string) bool {
	at, reach := praisedAt(written)
	words := make([]string, len(written))
	for i, w := range written {
		words[i] = spokenWord(w)
	}
	good, parted := false, false
	for i, word := range words {
		switch {
		case unsays(word) || damages[word] && !parted && !anyOf(words[:i], repairs) || good && jibes(words, i):
			return false
		case i > at && i < at+reach && goodDeeds[word], i > at && word == "for" && doesGood(words[i+1:]):
			good = true
		}
		parted = parted || good && (strings.HasSuffix(written[i], ",") || relative[word] || word == "and" && i+1 < len(words) && resumes[words[i+1]])
	}
	return good
}

// spokenWord is a word as it is looked up.
func spokenWord(word string) string { return strings.ToLower(strings.Trim(word, ",:'")) }

// unsays reports a word beside which no good one is meant.
func unsays(word string) bool {
	return spoils[word] || unwanted[word] || faults[word] || strings.HasSuffix(word, "n't") || strings.Contains(word, "🙄")
}

// jibes reports at i what somebody is said to be good at, and is no good deed:
// "brilliant at hiding my parcels".
func jibes(words []string, i int) bool {
	return (words[i] == "at" || words[i] == "in") && goodDeeds[words[i-1]] && i+1 < len(words) && strings.HasSuffix(words[i+1], "ing") && !gerunds[words[i+1]]
}

// doesGood reports that the words behind "for" begin with a good deed: "mending
// it", "being so patient", "trying to help".
func doesGood(after []string) bool {
	switch {
	case len(after) == 0:
		return false
	case after[0] == "being":
		return anyOf(near(after[1:], 3), goodDeeds)
	case after[0] == "trying" && len(after) > 2 && after[1] == "to":
		return attempts[after[2]]
	}
	return gerunds[after[0]]
}

// praisedAt is where somebody is thanked or spoken of, and within how many words
// it is said what for; none where nobody is.
func praisedAt(words []string) (at, reach int) {
	for i := range words {
		switch {
		case i+1 < len(words) && thanksOne(words, i):
			return i, 10
		case praisesStaff(words, i):
			return i, 6
		}
	}
	return len(words), 0
}

// praisesStaff reports at i the people of ours of whom something is said: "your
// driver Tom was".
func praisesStaff(words []string, i int) bool {
	owner := strings.ToLower(words[i])
	if owner != "your" && owner != "the" || i+2 >= len(words) || !crews[strings.ToLower(words[i+1])] {
		return false
	}
	verb := strings.ToLower(words[i+2])
	if isName(words[i+2]) && i+3 < len(words) {
		verb = strings.ToLower(words[i+3])
	}
	return verb == "was" || verb == "were" || verb == "is" || verb == "are"
}

var (
	crews     = wordSet("driver drivers engineer engineers technician staff crew team agent receptionist waiter waitress courier rider nurse instructor trainer adviser advisor cashier pilot pilots attendant attendants")
	goodDeeds = wordSet("mended fixed sorted helped replaced lovely brilliant fantastic wonderful patient kind friendly helpful polite amazing excellent superb outstanding best")
	gerunds   = wordSet("mending fixing sorting helping replacing trying explaining listening staying")
	spoils    = wordSet("not no never nothing nobody without supposed supposedly would could should if when used until wish as than less least rude only apparently")
	contrasts = wordSet("but although though yet while")
	relative  = wordSet("which that who")
	resumes   = wordSet("the my our your a an it i we")
	repairs   = wordSet("mended fixed sorted replaced mending fixing sorting replacing")
	attempts  = wordSet("help fix sort mend replace find explain resolve solve make get reach calm rebook")
	faults    = wordSet(`useless hopeless clueless pointless worthless careless lazy lying liar liars lie lies lied ignore ignored ignores lose losing silent slow incompetent worse unhelpful unfriendly arrogant dismissive
		hiding avoiding pretending refusing refused wasted stole blaming laughing guessing ghosting themselves yourselves himself herself sarcasm`)
)
