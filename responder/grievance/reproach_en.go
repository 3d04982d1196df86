package grievance

import "slices"

// reproach: "why won't my TV turn on" says that it will not. The question is
// turned into a statement, and read as one.
func (p enParser) reproach(i int) (finding, bool) {
	if p.depth > 0 || !p.is(i, "why", "how") {
		return finding{}, false
	}
	j := p.skip(i+1, "the", "hell", "fuck", "heck", "on", "earth", "come", "tf", "exactly")
	aux := p.word(j)
	if !auxiliaries[aux] {
		return finding{}, false
	}
	end := j + 1
	if _, next, ok := p.np(j+1, maxNouns); ok {
		end = next
	} else if !p.is(j+1, "you", "they", "i", "we", "nobody") {
		return finding{}, false
	}
	agentDid := p.is(j, "did", "do") && p.is(j+1, "you", "they")
	turned := slices.Concat(p.toks[j+1:end], p.toks[j:j+1], p.toks[end:min(end+20, len(p.toks))])
	if agentDid {
		turned = slices.Concat(p.toks[j+1:end], p.toks[end:min(end+20, len(p.toks))])
	}
	q := enParser{parser: parser{turned}, depth: 1}
	if agentDid {
		return q.harm(0)
	}
	for _, read := range []func(int) (finding, bool){q.neglect, q.author, q.predicate, q.condition} {
		if f, ok := read(0); ok {
			return f, true
		}
	}
	return finding{}, false
}

var auxiliaries = set("is are was were do does did has have can will would won't can't isn't aren't wasn't weren't don't doesn't didn't hasn't haven't")

// compounds are nouns written in two words, whose second would be taken for a
// particle.
var compounds = map[[2]string]string{
	{"pick", "up"}: "pickup", {"drop", "off"}: "drop-off", {"check", "in"}: "check-in", {"sign", "in"}: "sign-in", {"top", "up"}: "top-up", {"call", "back"}: "callback", {"on", "line"}: "online", {"log", "in"}: "login",
	{"pre", "order"}: "pre-order", {"wi", "fi"}: "wifi", {"wi-fi", ""}: "wifi", {"e", "mail"}: "email", {"x", "box"}: "xbox", {"play", "station"}: "playstation",
}

var currencies = set("dollar dollars buck bucks pound pounds quid euro euros rupees rs usd gbp eur")

// readable writes hasty forms out and joins nouns that are written apart.
func readable(toks []tok) []tok {
	out := make([]tok, 0, len(toks))
	for i := 0; i < len(toks); i++ {
		t := toks[i]
		if long, ok := shortForms[t.word]; ok {
			t.word = long
		}
		if currencies[t.word] && i > 0 && (isNumber(toks[i-1].word) || toks[i-1].kind == isAmount) {
			t = tok{kind: isAmount}
		}
		if i+1 < len(toks) && toks[i].kind == isWord && toks[i+1].kind == isWord {
			if joined, ok := compounds[[2]string{t.word, toks[i+1].word}]; ok && (t.word == "wi" || t.word == "e" || t.word == "x" || t.word == "play" || t.word == "pre" || t.word == "on" || len(out) > 0 && (dets[out[len(out)-1].word] != "" || nouns[out[len(out)-1].word] || adjectives[out[len(out)-1].word] || out[len(out)-1].word == "web")) {
				t.word = joined
				i++
			}
		}
		out = append(out, t)
	}
	return out
}
