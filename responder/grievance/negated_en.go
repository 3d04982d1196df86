package grievance

import "strings"

// negated reports a finding whose state the post denies: "the box isn't
// damaged", "would not be cancelled".
func (p enParser) negated(f finding, at int) bool {
	state := stateOf(f.Issue)
	if state == "" {
		return false
	}
	for j := max(0, at-4); j < min(at+12, len(p.toks)); j++ {
		if !p.is(j, "not", "never") && !strings.HasSuffix(p.word(j), "n't") {
			continue
		}
		w := p.word(p.skip(p.skip(j+1, "be", "been", "being", "actually", "even"), "really", "at", "all"))
		if w != "" && (w == state || strings.HasSuffix(states[w], " "+state) || ppForms[verbs[w].base] == state || harmsThings[verbs[w].base] == state) {
			return true
		}
	}
	return false
}

// stateOf is the state that an issue tells, "" where it denies one: "damaged"
// in "the box was damaged".
func stateOf(issue string) string {
	words := strings.Fields(issue)
	for i, w := range words {
		switch w {
		case "was", "were", "is", "are":
			if i+1 < len(words) {
				return words[i+1]
			}
		case "not", "never", "no", "nobody":
			return ""
		}
		if strings.HasSuffix(w, "n't") {
			return ""
		}
	}
	return ""
}

// inQuestion reports that the sentence of i begins as a question does that is
// answered by yes or no.
func (p enParser) inQuestion(i int) bool {
	j := i
	for j > max(0, i-6) && p.word(j-1) != "" {
		j--
	}
	return p.is(j, "is", "are", "was", "were", "will") && p.word(j-1) == ""
}

// onlyAsked reports that what is found at i stands in a question that is
// answered by yes or no: "is my flight delayed?". That a service is down is
// asked by those for whom it is.
func (p enParser) onlyAsked(f finding, at int) bool {
	asks := p.is(at-1, "is", "are", "was", "were", "has", "have", "did", "does", "do", "will", "can") && (p.word(at-2) == "" || p.is(at-2, "and", "so", "or", "hi", "hello", "hey"))
	if !asks || strings.HasSuffix(p.word(at), "n't") {
		return false
	}
	state := stateOf(f.Issue)
	return state != "" && state != "down" && state != "out" && state != "closed"
}
