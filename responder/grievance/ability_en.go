package grievance

import "strings"

// inability: "I can't log in to my account".
func (p enParser) inability(i int) (finding, bool) {
	j := i
	switch {
	case p.is(i, "can't", "cant", "cannot", "couldn't", "couldnt"):
		j++
	case p.is(i, "can", "could") && p.is(i+1, "not", "never"):
		j += 2
	case p.is(i, "unable") && p.is(i+1, "to"):
		j += 2
	case p.is(i, "not", "isn't", "wasn't") && p.is(i+1, "able") && p.is(i+2, "to"):
		j += 3
	case p.is(i, "won't", "wont", "doesn't", "doesnt", "not") && p.is(i+1, "let", "letting", "allow", "allowing") && p.is(i+2, "me", "us", "you"):
		j = p.skip(i+3, "to")
	default:
		return finding{}, false
	}
	if p.is(i-1, "you", "they", "he", "she", "it", "that", "who", "agent", "guys", "people", "u", "y'all", "and") && !p.is(i+1, "let") {
		return finding{}, false
	}
	j = p.skip(p.skip(j, "i", "we"), "even", "actually", "seem", "to", "still", "just")
	if !abilities[p.word(j)] {
		return finding{}, false
	}
	clause := p.flip(j)
	if clause == "" {
		return finding{}, false
	}
	verb := "can't "
	if strings.HasPrefix(p.word(i), "could") || p.is(i, "wasn't") {
		verb = "couldn't "
	}
	return told(weightClear, "you "+verb+clause, "", "")
}

// flip tells a row of plain words in the second person; "" when nothing whole
// can be told.
func (p enParser) flip(i int) string {
	said := []string{verbForm(p.word(i))}
	for j := i + 1; j < len(p.toks) && len(said) < 11; j++ {
		w := p.word(j)
		if !plain[w] || p.is(j, "you", "your", "us") && len(said) > 6 {
			break
		}
		if w == "into" && lastWord(said) == "in" {
			said[len(said)-1] = "into" // "log in into"
			continue
		}
		if len(said) == 1 && owned[w] {
			said = append(said, "your")
		}
		said = append(said, secondPerson(w))
	}
	if len(said) > 1 && (said[0] == "change" || said[0] == "get") && p.is(i+1, "in", "on", "at") || said[0] == "get" && p.runsOn(i+len(said)) {
		return ""
	}
	for len(said) > 1 && (loose[lastWord(said)] || particles[lastWord(said)] && !(len(said) == 2 && takesParticle[said[0]])) {
		said = said[:len(said)-1]
	}
	if len(said) == 1 && !standsAlone[said[0]] {
		return ""
	}
	return strings.Join(said, " ")
}

// owned are things that want an owner where the post leaves it out.
var owned = set("account boarding password order booking ticket")

// runsOn reports that a clause goes on with words that are not told: "can't
// get my order shipped".
func (p enParser) runsOn(j int) bool {
	return p.word(j) != "" && !plain[p.word(j)] && !p.is(j, "and", "but", "or", "so", "if", "when", "since", "after", "until", "still", "now", "even", "i", "it", "without")
}

func lastWord(said []string) string {
	switch w := said[len(said)-1]; w {
	case "our", "us":
		return "your"
	default:
		return w
	}
}

// particles end a clause only behind the verbs that take them: "log in".
var (
	particles     = set("in on up out off down back over again")
	takesParticle = set("log sign check turn")
)

// standsAlone are verbs that say enough by themselves.
var standsAlone = set("connect pay type print unsubscribe download")

func verbForm(w string) string {
	switch w {
	case "login":
		return "log in"
	case "checkin":
		return "check in"
	}
	return w
}

// secondPerson turns "my" into "your" and the brand's "your" into "our".
func secondPerson(w string) string {
	switch w {
	case "my":
		return "your"
	case "me":
		return "you"
	case "myself":
		return "yourself"
	case "your":
		return "our"
	case "you":
		return "us"
	}
	return w
}
