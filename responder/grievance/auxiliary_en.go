package grievance

import "strings"

// auxGroup is the auxiliaries of a statement as they are told.
type auxGroup struct {
	predication
	said []string
	last string // the base of the last auxiliary: "be", "have", "do"; "" for none
	next int
	bad  bool
}

// auxBases tells auxiliaries by their base; modals stand for themselves.
var auxBases = map[string]string{
	"am": "be", "is": "be", "are": "be", "was": "be", "were": "be", "be": "be", "been": "be", "being": "be", "has": "have", "have": "have", "had": "have",
	"do": "do", "does": "do", "did": "do", "can": "do", "could": "do", "will": "do", "would": "do", "should": "do", "must": "do", "may": "do", "might": "do", "need": "do",
}

// auxiliary reads "hasn't even been": the auxiliaries, denials and adverbs
// before the verb.
func (p enParser) auxiliary(d doer, i int) auxGroup {
	g := auxGroup{}
	if d.aux != "" {
		g.add(d, d.aux)
	}
	for range 9 {
		w := p.word(i)
		plain, denied := strings.CutSuffix(w, "n't")
		switch w {
		case "can't":
			plain = "can"
		case "won't":
			plain = "will"
		}
		base := auxBases[plain]
		switch {
		case w == "":
			g.next = i
			return g
		case len(g.said) > 0 && w == "been" && g.said[len(g.said)-1] == "been":
		case denied && base != "", base != "" && p.isAux(g.last, plain, i):
			g.add(d, plain)
			g.denied = g.denied || denied
			if denied {
				g.said[len(g.said)-1] = denialOf(d, plain)
			}
		case w == "not" && len(g.said) == 0 && d.noun != nil && verbs[p.word(i+1)].isBase && !verbs[p.word(i+1)].pp && standing[p.word(i+1)]:
			g.add(d, "does") // "booking not appear"
			g.denied, g.said[0] = true, denialOf(d, "does")
		case w == "not" && len(g.said) == 0 && d.noun != nil && d.aux == "" && verbs[p.word(i+1)].pp:
			if p.notPassive(d, i) {
				g.bad, g.next = true, i
				return g
			}
			g.add(d, "has") // "cartridge not recognised"
			g.add(d, "been")
			g.denied, g.said[0] = true, denialOf(d, "has")
		case w == "not" || w == "never" || w == "hardly" || w == "barely":
			g.denied = true
			g.said = append(g.said, w)
		case w == "no" && p.is(i+1, "longer"):
			g.denied, i = true, i+1
			g.said = append(g.said, "no longer")
		case w == "still" || w == "always" || w == "constantly" || w == "continually":
			g.lasting = true
			g.said = append(g.said, w)
		case w == "suddenly" || w == "only" || w == "now" || w == "already":
			g.lasting = g.lasting || w == "now"
			g.only = g.only || w == "only"
			g.said = append(g.said, w)
		case passing[w] || swears[w]:
		default:
			g.next = i
			return g
		}
		i++
	}
	g.bad = true
	return g
}

// notPassive reports a "not" at i behind a thing that its participle is not said of:
// "how's a phone not got a torch".
func (p enParser) notPassive(d doer, i int) bool {
	v := verbs[p.word(i+1)]
	return p.is(i+2, "it", "them", "anything", "one", "mine") || v.base == "get" || v.base == "have" || v.base == "move" || v.base == "find" && foundOut[d.noun.head] || v.isBase
}

// passing are words that are left out before a verb.
var passing = set("rock stone bone forever just even really literally actually also simply basically seriously ever yet again currently completely totally apparently somehow randomly honestly keep-on then so very fully properly")

// isAux tells whether a form that may be a verb of its own is an auxiliary here.
func (p enParser) isAux(last, plain string, i int) bool {
	switch auxBases[plain] {
	case "be":
		return plain != "be" || last == "do"
	case "have":
		return p.verbAhead(i+1, plain)
	}
	return plain != "need" && last == "" && (plain != "do" && plain != "does" && plain != "did" || p.is(i+1, "not") || verbs[p.word(i+1)].isBase)
}

// verbAhead reports that a participle follows an auxiliary, so that "have" is
// one.
func (p enParser) verbAhead(i int, aux string) bool {
	if auxBases[aux] != "have" {
		return true
	}
	for range 5 {
		w := p.word(i)
		switch {
		case w == "been" || w == "had" || verbs[w].pp && !(w == "to"):
			return true
		case !passing[w] && !swears[w] && !p.is(i, "not", "never", "still", "already", "now", "only", "always"):
			return false
		}
		i++
	}
	return false
}

// add tells an auxiliary so that it agrees.
func (g *auxGroup) add(d doer, plain string) {
	g.last = auxBases[plain]
	switch plain {
	case "can", "could":
		g.can = true
	case "will", "would", "may", "might", "should", "must":
		g.future = true
	case "been", "being", "be":
		g.said = append(g.said, plain)
		return
	case "had", "has", "have":
		g.perfect = true
	}
	g.said = append(g.said, agreeingAux(d, plain))
}

// agreeingAux makes "was" agree with "you".
func agreeingAux(d doer, plain string) string {
	forms := map[string][2]string{"am": {"is", "are"}, "is": {"is", "are"}, "are": {"is", "are"}, "was": {"was", "were"}, "were": {"was", "were"},
		"has": {"has", "have"}, "have": {"has", "have"}, "do": {"does", "do"}, "does": {"does", "do"}}
	if f, ok := forms[plain]; ok {
		if d.many {
			return f[1]
		}
		return f[0]
	}
	return plain
}

func denialOf(d doer, plain string) string {
	switch plain {
	case "can":
		return "can't"
	case "will":
		return "won't"
	}
	return agreeingAux(d, plain) + "n't"
}
