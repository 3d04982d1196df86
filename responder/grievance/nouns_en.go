package grievance

import "strings"

// nounPhrase is a thing as the post speaks of it.
type nounPhrase struct {
	noun   string // "connecting flight"
	owner  string // "your", "our", "the", "a"
	bare   bool   // the post has no article or owner
	plural bool
	mass   bool
	known  bool
}

// head is the last word of the noun.
func (n nounPhrase) head() string { return n.noun[strings.LastIndexByte(n.noun, ' ')+1:] }

// subject tells the thing as the subject of a clause: "your bag".
func (n nounPhrase) subject() string {
	owner := n.owner
	if owner == "a" {
		owner = "your"
	}
	return owner + " " + n.noun
}

func (n nounPhrase) object() string { return n.subject() }

// pick takes the verb that agrees.
func (n nounPhrase) pick(one, many string) string {
	if n.plural {
		return many
	}
	return one
}

// be makes "is" or "was" agree.
func (n nounPhrase) be(verb string) string {
	return map[string]string{"is": n.pick("is", "are"), "was": n.pick("was", "were")}[verb]
}

// agree makes the verb at the head of a state agree: "was lost".
func (n nounPhrase) agree(state string) string {
	if !n.plural {
		return state
	}
	head, rest, _ := strings.Cut(state, " ")
	many := map[string]string{"was": "were", "is": "are", "isn't": "aren't", "keeps": "keep", "comes": "come", "costs": "cost",
		"has": "have", "hasn't": "haven't", "doesn't": "don't", "wasn't": "weren't"}
	if verb, ok := many[head]; ok {
		head = verb
	}
	return strings.TrimSpace(head + " " + rest)
}

// thing reads a noun phrase of the closed tables at i.
func (p enParser) thing(i int) (nounPhrase, int, bool) {
	n := nounPhrase{bare: true}
	switch p.word(i) {
	case "my", "our":
		n.owner, n.bare, i = "your", false, i+1
	case "your", "ur", "ya'll's":
		n.owner, n.bare, i = "our", false, i+1
	case "the", "this", "that", "these", "those":
		n.owner, n.bare, i = "the", false, i+1
	case "a", "an":
		n.owner, n.bare, i = "a", false, i+1
	}
	if i >= 0 && i < len(p.toks) && p.toks[i].kind == isHandle && !n.bare {
		i++ // "my @brand order"
	}
	return p.noun(n, i)
}

func (p enParser) noun(n nounPhrase, i int) (nounPhrase, int, bool) {
	var said []string
	for len(said) < 3 && (qualifiers[p.word(i)] || things[p.word(i)].isThing(p.word(i))) {
		next, after := p.word(i+1), things[p.word(i+1)]
		if things[p.word(i)].isThing(p.word(i)) && !after.isThing(next) {
			break
		}
		said, i = append(said, p.word(i)), i+1
	}
	head := p.word(i)
	kind, ok := things[head]
	if !ok {
		return n, i, false
	}
	n.noun = spelled(append(said, head))
	n.plural, n.mass, n.known = kind.plural, kind.mass, true
	if n.bare {
		n.owner = "your"
		if kind.shared {
			n.owner = "the"
		}
	}
	return n, p.model(i + 1), true
}

// model passes over what tells a device from its sisters: "iPhone 8 Plus".
func (p enParser) model(i int) int {
	if (isShortNumber(p.word(i)) || strings.Count(p.word(i), ".") == 2) && units[p.word(i+1)] == "" {
		i++
	}
	if p.is(i, "plus") && dets[p.word(i+1)] != "" {
		return i // "a fee plus a fee"
	}
	return p.skip(i, "plus", "pro", "max", "mini")
}

// spelled joins words as they are written in print.
func spelled(words []string) string {
	for i, w := range words {
		if name, ok := names[w]; ok {
			words[i] = name
		}
	}
	return strings.Join(words, " ")
}

var names = map[string]string{
	"iphone": "iPhone", "ipad": "iPad", "macbook": "MacBook", "xbox": "Xbox", "playstation": "PlayStation", "ps4": "PS4",
	"ps5": "PS5", "wifi": "Wi-Fi", "wi-fi": "Wi-Fi", "tv": "TV", "kindle": "Kindle", "alexa": "Alexa", "bluetooth": "Bluetooth",
	"sim": "SIM", "2fa": "2FA", "atm": "ATM", "preorder": "pre-order", "cv": "CV", "otp": "OTP", "e-mail": "email",
}

func (t thing) isThing(word string) bool {
	_, ok := things[word]
	return ok
}

// thingBefore finds a thing that ends up to three words before i.
func (p enParser) thingBefore(i int) (nounPhrase, bool) {
	for back := min(5, i); back >= 1; back-- {
		n, j, ok := p.thing(i - back)
		if ok && p.skip(j, "is", "was", "are", "were", "now", "already", "over", "about", "delayed", "has", "been", "running", "still") >= i {
			return n, true
		}
	}
	return nounPhrase{}, false
}
