package responder

import "strings"

// commended reports a complaint whose author has a good word for somebody of
// ours: "thanks to Priya for replacing my kettle", "your driver was lovely". It is
// one clause, in which nothing is denied or mocked.
func commended(language, post string) bool {
	if language != "en" {
		return false
	}
	for clause := range strings.FieldsFuncSeq(post[:min(len(post), maxFelt)], func(r rune) bool { return strings.ContainsRune(".!?;\n()\"", r) }) {
		clause = strings.NewReplacer("’", "'", " but ", " | ", " although ", " | ", " though ", " | ", " yet ", " | ", " while ", " | ").Replace(clause)
		for part := range strings.SplitSeq(clause, "|") {
			if commends(strings.Fields(part)) {
				return true
			}
		}
	}
	return false
}

// commended passes on the good word of a complaint; it comes first, and may be
// left out where space is short.
func (c *composer) commended() []line {
	if c.detail.Quiet() || len(c.t.Parts.Commended) == 0 || !c.heard.commended() {
		return nil
	}
	return []line{c.spare(c.t.Parts.Commended)}
}

func (h *heard) commended() bool {
	return h.ofCommended.get(func() bool { return commended(h.language, h.post) })
}

func commends(words []string) bool {
	at, reach := praisedAt(words)
	good := false
	for i, word := range words {
		switch word = strings.ToLower(strings.Trim(word, ",:'")); {
		case word == "for" && i > at && i+1 < len(words) && gerunds[strings.ToLower(words[i+1])], i > at && i < at+reach && goodDeeds[word]:
			good = true
		case spoils[word] || strings.HasSuffix(word, "n't"):
			return false
		}
	}
	return good
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
	gerunds   = wordSet("mending fixing sorting helping replacing trying explaining listening staying being")
	spoils    = wordSet("not no never nothing nobody without supposed supposedly would could should if when used until wish as than less least rude only apparently")
)
