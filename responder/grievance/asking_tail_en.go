package grievance

import (
	"slices"
	"strings"
)

// tail tells what follows a verb, as far as it goes.
func (p asker) tail(i int) ending {
	var told []string
	end := 0 // how much of it may stand alone
	for ; len(told) < maxAsked; i++ {
		if i >= len(p.toks) || p.toks[i].kind == isBreak || p.stops(i, told) {
			return ending{trimmed(told), true}
		}
		word, ok := p.retell(i)
		if !ok {
			if there, all := p.there(i, told); all {
				return ending{there, true}
			}
			break
		}
		if word == "a" || word == "an" {
			word = article(p.spell(p.word(i + 1)))
		}
		if p.is(i, "me") && p.nominal(i+1) == isNoun && !p.is(i+1, "back") {
			word = "your"
		}
		if prepositions[word] || linking[word] {
			end = len(told)
		}
		told = append(told, word)
	}
	return ending{words: trimmed(told[:end])}
}

// there tells a place of which only the preposition is known, where nothing
// follows it: "how long your delivery takes [to Zyxwvia]".
func (p asker) there(i int, told []string) ([]string, bool) {
	last := len(told) - 1
	ends := i+1 >= len(p.toks) || p.toks[i+1].kind != isWord || p.is(i+1, "please", "thanks")
	if last < 0 || !ends || p.toks[i].kind != isWord || p.toks[i].personal || swears[p.word(i)] || told[last] != "to" {
		return nil, false
	}
	return append(slices.Clone(told[:last]), "there"), true
}

// linking are words before which a clause may be cut.
var linking = set("and or when if that which while to")

// ending is what follows a verb.
type ending struct {
	words []string
	whole bool // as the post has it, rather than as far as it could be told
}

// maxAsked bounds a tail, in words.
const maxAsked = 12

// stops reports that something else begins at i.
func (p asker) stops(i int, told []string) bool {
	switch {
	case p.is(i, "in") && p.is(i+1, "order"), p.is(i, "please", "thanks", "thank", "but", "because", "though", "although", "so", "help", "lol", "since", "as", "cause", "btw", "without", "instead", "rather"):
		return true
	case p.is(i, "and", "or", "if", "when", "while", "after", "before") && p.is(i+1, "i", "you", "we", "it", "they", "how", "what", "why", "when", "where", "can", "do", "is", "then", "now", "not"):
		return true
	case p.is(i, "i", "it", "it's", "i'm", "i've", "you", "we", "they", "this", "what", "how", "why"):
		return len(told) > 0 && !goesOn(told[len(told)-1])
	}
	return false
}

// goesOn reports a word behind which a clause cannot end, so that what follows
// still belongs to it.
func goesOn(word string) bool {
	return verbs[word].isBase || prepositions[word] || linking[word] || word == "where" || wanting[word]
}

// wanting are verbs of things that want an object.
var wanting = set("accepts takes uses supports")

// others are who we speak of when a question is told again.
var others = map[string]string{
	"i": "you", "me": "you", "my": "your", "our": "your", "we": "you", "us": "you", "your": "our", "mine": "yours", "myself": "yourself", "yourself": "ourselves",
	"i'm": "you're", "i've": "you've", "you're": "we're", "you've": "we've", "this": "this", "it": "it", "them": "them", "they": "they", "him": "them", "her": "them",
}

var joining = set(`and or to not be been being as than if when that which there where while still also only just again ever already all both more most any some every other another another's
	is are was were do does did has have had can can't could will won't would should don't doesn't didn't isn't aren't able possible allowed supposed going many much long first last next new free full
	one two three four five six ten twenty thirty the a an no`)

// retell tells one word of a tail.
func (p asker) retell(i int) (string, bool) {
	w := p.word(i)
	switch {
	case p.is(i, "us") && p.is(i-1, "the"):
		return "", false // the country
	case w == "" || swears[w] || p.toks[i].personal || reproachful[verbs[w].base] || ofMoney[singular(w)]:
		return "", false
	case p.is(i, "you", "y'all"):
		if verbs[p.word(i-1)].base != "" || prepositions[p.word(i-1)] {
			return "us", true
		}
		return "we", true
	case others[w] != "":
		return others[w], true
	case joining[w], prepositions[w], adverbs[w], particles[w]:
		return w, true
	case p.nominal(i) != notNominal, verbs[w].base != "":
		return p.spell(w), true
	}
	return "", false
}

// trimmed leaves out what cannot end a clause.
func trimmed(words []string) []string {
	for len(words) > 0 {
		w := words[len(words)-1]
		_, det := dets[w]
		hangs := prepositions[w] && !isParticle(words) || joining[w] || det || w == "your" || w == "our" || w == "we" || adjectives[w] && !nouns[w] && !things[w].isThing(w)
		if !hangs || final[w] {
			break
		}
		words = words[:len(words)-1]
	}
	return words
}

// isParticle reports a last word that belongs to the verb before it: "switch back", "turn
// the alarm off".
func isParticle(words []string) bool {
	n := len(words)
	return n > 1 && (words[n-1] == "off" || particles[words[n-1]] && (verbs[words[n-2]].isBase || verbs[words[n-2]].ing))
}

// final may end a clause all the same.
var final = set("first last free again allowed possible online available full new")

// finish puts a question together where it says enough to show that it was
// read: a verb and a thing.
func (p asker) finish(head, verb string, t ending) string {
	first, subject, _ := strings.Cut(strings.TrimSpace(head), " ")
	if len(t.words) == 1 && t.words[0] == "there" && agreed[verb] != [2]string{} {
		t = ending{} // "how much your ticket is there"
	}
	switch {
	case verb == "", !t.whole && first == "why":
		return ""
	case !t.whole && len(t.words) == 0 && (first == "whether" || agreed[verb] == [2]string{}):
		return ""
	case len(t.words) == 0 && (joining[verb] || prepositions[verb]) && agreed[verb] == [2]string{}:
		return ""
	case turned[verb] && !slices.ContainsFunc(t.words, func(w string) bool { return prepositions[w] || particles[w] }):
		return "" // "how to turn the alarm"
	case !slices.ContainsFunc(append(strings.Fields(subject), t.words...), p.tells) && !saysEnough[verb]:
		return ""
	}
	told := append([]string{first, subject, verb}, t.words...)
	return strings.Join(strings.Fields(strings.Join(told, " ")), " ")
}

// turned are verbs that say nothing without a word of direction.
var turned = set("turn put plug")

// saysEnough are verbs that show by themselves what is asked.
var saysEnough = set("open opens close closes ship ships deliver delivers restock hire hiring")

// tells reports a word that says what it is about.
func (p asker) tells(w string) bool {
	lower := strings.ToLower(w)
	one := singular(lower)
	return !vague[one] && !joining[lower] && (nouns[one] || nouns[lower] || masses[lower] || things[lower].isThing(lower) || things[one].isThing(one) || brands[lower] != "" || names[lower] != "") && !saysLittle[one]
}

// saysLittle are nouns that do not show what a question is about.
var saysLittle = set("help way time guy plan reason option idea solution order chance day today tomorrow hour minute week month question answer support info information work use need try email")

// ofMoney is not spoken of in public.
var ofMoney = set("refund money compensation cash reimbursement discount dollar")
