package grievance

import (
	"slices"
	"strings"
)

// reproach: "why won't my TV turn on" says that it will not. The question is
// turned into a statement, and read as one.
func (p enParser) reproach(i int) (finding, bool) {
	if p.depth > 0 {
		return finding{}, false
	}
	j, ok := p.asksWhy(i)
	if !ok {
		return finding{}, false
	}
	if !auxiliaries[p.word(j)] {
		return p.complainedOf(j)
	}
	end := j + 1
	if _, next, ok := p.np(j+1, maxNouns); ok {
		end = next
	} else if end++; !p.is(j+1, "you", "they", "i", "we", "nobody", "there", "it") {
		return finding{}, false
	}
	q, agentDid := p.turned(j, end)
	if agentDid {
		if f, ok := q.harm(0); ok {
			return f, true
		}
		f, ok := q.complainedOf(0)
		return f, ok && !p.is(i, "how")
	}
	for _, read := range []func(int) (finding, bool){q.neglect, q.author, q.predicate, q.condition, q.thereIs} {
		if f, ok := read(0); ok {
			return f, true
		}
	}
	if p.is(i, "how") {
		return finding{}, false // "how do I get started"
	}
	if q.is(0, "there") {
		return q.existing(0, true)
	}
	return q.complainedOf(0)
}

// asksWhy passes over "why", "how come", "is there a reason", to what it asks of.
func (p enParser) asksWhy(i int) (int, bool) {
	j := i + 1
	switch {
	case p.is(i, "how") && p.is(j, "come"):
		return p.skip(j+1, "that"), true
	case p.is(i, "why", "how"):
		j = p.skip(j, "the", "hell", "fuck", "heck", "on", "earth", "tf", "exactly", "oh")
		if p.is(j, "is") && p.is(j+1, "it") && p.is(j+2, "that") {
			return j + 3, true
		}
		return j, p.is(i, "why") || auxiliaries[p.word(j)]
	case p.is(i, "reason") && p.is(i-1, "any", "a", "the", "some"):
		return p.skip(j, "why", "that"), !p.is(j, "to", "for", "is", "was")
	}
	return j, false
}

// turned puts the subject, which ends at end, before the auxiliary at j.
func (p enParser) turned(j, end int) (q enParser, agentDid bool) {
	subject, rest := p.toks[j+1:end], p.toks[end:min(end+20, len(p.toks))]
	agentDid = p.is(j, "did", "do") && p.is(j+1, "you", "they")
	aux := p.toks[j : j+1]
	if p.is(j, "do", "does", "did") && len(rest) > 0 && !(parser{rest}).is(0, "not") {
		aux, rest = nil, slices.Clone(rest)
		if !agentDid {
			rest[0].word = inflected(p.word(j), rest[0].word)
		}
	}
	q = reading(slices.Concat(subject, aux, rest))
	q.depth = 1
	return q, agentDid
}

// inflected makes "does keep" into "keeps".
func inflected(do, word string) string {
	v := verbs[word]
	switch {
	case !v.isBase || v.base != word:
		return word
	case do == "does":
		return thirdOf(word)
	case do == "did":
		return pastForms[word]
	}
	return word
}

// complainedOf reads the statement at i, of which it is known that the author
// does not like it.
func (p enParser) complainedOf(i int) (finding, bool) {
	p.depth = 0
	return p.retell(i, 1)
}

var auxiliaries = set("is are was were do does did has have can will would won't can't isn't aren't wasn't weren't don't doesn't didn't hasn't haven't")

// compounds are nouns written in two words, whose second would be taken for a
// particle.
var compounds = map[[2]string]string{
	{"pick", "up"}: "pickup", {"check", "up"}: "check-up", {"drop", "off"}: "drop-off", {"check", "in"}: "check-in", {"sign", "in"}: "sign-in", {"top", "up"}: "top-up", {"call", "back"}: "callback", {"on", "line"}: "online", {"log", "in"}: "login",
	{"pre", "order"}: "pre-order", {"wi", "fi"}: "wifi", {"wi-fi", ""}: "wifi", {"e", "mail"}: "email", {"air", "con"}: "air-con", {"non", "existent"}: "nonexistent", {"x", "box"}: "xbox", {"play", "station"}: "playstation",
}

// desks are where one checks in.
var desks = set("kiosk kiosks desk desks counter counters machine machines window")

// intensified are words that only strengthen the one behind them.
var intensified = map[string]string{"freezing": "cold", "stone": "cold", "ice": "cold", "boiling": "hot", "burning": "hot", "piping": "hot", "rock": "hard", "wide": "open", "soaking": "wet", "bone": "dry"}

var currencies = set("dollar dollars buck bucks pound pounds quid euro euros rupees rs usd gbp eur")

// saidOfIt are words before which "its" is "it's".
var saidOfIt = set("over now nearly almost already about not been still just never always so too a the an been getting working")

// contracted tells "the app's been down" apart: the noun, and "is" or "has"; ""
// where the word is no such form.
func contracted(toks []tok, i int) (noun, aux string) {
	noun, ok := strings.CutSuffix(toks[i].word, "'s")
	if !ok || !singulars[noun] || i+1 >= len(toks) || toks[i+1].kind != isWord {
		return "", ""
	}
	j := i + 1
	for j < len(toks)-1 && beforeVerb[toks[j].word] {
		j++
	}
	v, ends := verbs[toks[j].word], j+1 >= len(toks) || !nounForms[toks[j+1].word]
	switch {
	case toks[j].word == "been" || toks[j].word == "gone" || toks[j].word == "come" || j > i+1 && v.pp && !v.isBase && harmsThings[v.base] == "":
		return noun, "has"
	case j > i+1, toks[j].word == "on" && !ends && toks[j+1].word == "hold", ends && (troubling[toks[j].word] || v.ing && !nouns[toks[j].word]):
		return noun, "is"
	}
	return "", ""
}

// beforeVerb may stand between an auxiliary and what it belongs to.
var beforeVerb = set("not still just always already never only so too now again")

// readable writes hasty forms out and joins nouns that are written apart.
func readable(toks []tok) []tok {
	toks = unquoted(slices.Clone(toks))
	out := make([]tok, 0, len(toks))
	for i := 0; i < len(toks); i++ {
		t := toks[i]
		if t.kind == isHandle && withinPhrase(out, toks[i+1:]) {
			continue
		}
		if long, ok := shortForms[t.word]; ok {
			t.word = long
		}
		if t.word == "its" && i+1 < len(toks) && saidOfIt[toks[i+1].word] {
			t.word = "it's"
		}
		if i+2 < len(toks) && toks[i+1].kind == isBreak && (t.word == "every" && toks[i+2].word == "single" || t.word == "single" && toks[i+2].word == "time") {
			out = append(out, t) // "every. single. time."
			i++
			continue
		}
		if t.word == "shit" && i > 1 && toks[i-1].word == "my" && (strings.HasPrefix(toks[i-2].word, "where") || toks[i-2].word == "is") {
			t.word = "stuff" // "where is my ..."
		}
		if t.word == "zero" && i+1 < len(toks) && (nounForms[toks[i+1].word] || singulars[singular(toks[i+1].word)]) && toks[i+1].word != "stars" && toks[i+1].word != "balance" {
			t.word = "no"
		}
		if t.word == "barley" && i > 0 && i+1 < len(toks) && verbs[toks[i+1].word].isBase && (toks[i-1].word == "can" || toks[i-1].word == "could" || toks[i-1].word == "i") {
			t.word = "barely"
		}
		if noun, aux := contracted(toks, i); aux != "" {
			out = append(out, tok{word: noun})
			t = tok{word: aux}
		}
		if hot := intensified[t.word]; hot != "" && i+1 < len(toks) && toks[i+1].word == hot {
			continue // "freezing cold"
		}
		if currencies[t.word] && i > 0 && (isNumber(toks[i-1].word) || toks[i-1].kind == isAmount) {
			t = tok{kind: isAmount}
		}
		if i+1 < len(toks) && toks[i].kind == isWord && toks[i+1].kind == isWord {
			if joined, ok := compounds[[2]string{t.word, toks[i+1].word}]; ok && (t.word == "wi" || t.word == "e" || t.word == "x" || t.word == "play" || t.word == "pre" || t.word == "non" || t.word == "air" || t.word == "on" || toks[i+1].glued || joined == "check-in" && i+2 < len(toks) && desks[toks[i+2].word] || len(out) > 0 && (dets[out[len(out)-1].word] != "" || nouns[out[len(out)-1].word] || adjectives[out[len(out)-1].word] || out[len(out)-1].word == "web")) {
				t.word = joined
				i++
			}
		}
		out = append(out, t)
	}
	return out
}
