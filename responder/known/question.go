package known

import (
	"slices"
	"strings"
)

// question is what a text asks, and what it says around that.
type question struct {
	asks    []meaning
	context []meaning
	several bool          // more than one thing is asked
	ours    map[term]bool // the brand's name, which says nothing
}

func (q question) has(t term) bool { return has(q.asks, t) || has(q.context, t) }

// weigh is how much a term says of what is asked.
func (q question) weigh(t term) float64 {
	if q.ours[t] {
		return 0
	}
	return weigh(t)
}

// understand reads a text: of each sentence that asks, the clause that does and
// what it is made to hang on; the rest is context. Where no sentence asks, all
// of it does.
func understand(language, text string) question {
	words := cut(language, text)
	var asked, around []word
	questions := 0
	for _, s := range sentences(words) {
		if !asksSomething(language, s) {
			around = append(around, s...)
			continue
		}
		a, b := clauses(language, s)
		questions += count(language, a)
		asked, around = append(asked, a...), append(around, b...)
	}
	if !saysWhat(read(language, asked)) {
		asked, around = words, nil // "I lost my phone. What do I do?"
	}
	return question{asks: read(language, asked), context: read(language, around), several: questions > 1}
}

// saysWhat reports words that say what is asked about, rather than only how.
func saysWhat(asks []meaning) bool {
	return slices.ContainsFunc(asks, func(m meaning) bool { return weigh(m.term) == 1 && m.term[0] != '@' })
}

// count is how many clauses of a sentence ask something of their own.
func count(language string, s []word) (n int) {
	for _, p := range split(s, func(w word) bool { return w.ends != 0 }) {
		if saysWhat(read(language, p)) && (n == 0 || begins(p, openers[language])) {
			n++
		}
	}
	return n
}

func sentences(words []word) [][]word {
	return split(words, func(w word) bool { return w.ends != 0 && strings.ContainsRune(".?!…", w.ends) })
}

func split(words []word, ends func(word) bool) [][]word {
	var all [][]word
	start := 0
	for i, w := range words {
		if ends(w) || i == len(words)-1 {
			all = append(all, words[start:i+1])
			start = i + 1
		}
	}
	return all
}

func asksSomething(language string, s []word) bool {
	return s[len(s)-1].ends == '?' || begins(s, openers[language])
}

// clauses parts a sentence that asks into what is asked and its context: a
// clause in front of the one that asks, or behind it, which tells of its author.
func clauses(language string, s []word) (asked, around []word) {
	parts := split(s, func(w word) bool { return w.ends != 0 })
	at := slices.IndexFunc(parts, func(p []word) bool { return begins(p, openers[language]) })
	for i, p := range parts {
		tells := begins(p, telling[language])
		switch {
		case i < at && !begins(p, hanging[language]), at >= 0 && i > at && tells:
			around = append(around, p...)
		default:
			asked = append(asked, p...)
		}
	}
	return asked, around
}

// begins reports a clause that begins with one of some words, greetings aside.
func begins(clause []word, with []string) bool {
	for i, w := range clause {
		if slices.Contains(with, w.plain) {
			return true
		}
		if i > 3 || !slices.Contains(before, w.plain) {
			return false
		}
	}
	return false
}

// before are words that stand before a question and say nothing of it.
var before = strings.Fields("hi hello hey hiya so and but also ok okay quick question just please guys folks team hola buenas y pero hallo und aber also moin sorry morning afternoon evening good um er oh well anyone know can you tell me if do whether wondering dias tardes noches oye perdona perdonad disculpa disculpad pues pregunta duda servus guten tag abend zusammen liebes frage sagt sagen kurze mal buenos")

// openers begin what asks.
var openers = map[string][]string{
	"en": strings.Fields("do does did is are am was can could will would should may when what where who which how why any has have anyone wondering whats"),
	"es": strings.Fields("que cuando donde adonde como cual cuales cuanto cuanta cuantos cuantas quien quienes puedo podemos podeis podriais puede pueden podria seria se hay existe tienen teneis tiene haceis hacen ofreceis ofrecen dais dan enviais envian mandais entregais vendeis venden comprais compran aceptais aceptan abris abren cerrais cierran esta estan estais es sabeis alguien"),
	"de": strings.Fields("wann was wo wohin wer wem wie wieviel welche welcher welches welchen welchem kann kannst konnt konnen konnte konntet ist sind seid habt haben hat gibt gibts darf durfen muss mussen braucht brauche warum wieso liefert versendet verschickt macht verkauft vermietet verleiht nehmt akzeptiert bietet bucht halt funktioniert gilt kostet bekomme bekommt kriege weiss"),
}

// telling begin a clause in which people tell of themselves.
var telling = map[string][]string{
	"en": strings.Fields("i i'm im i've i'd we we're we've my our it's its asking as because cause cos since thanks thank cheers please ta planning thinking looking just want need love hoping trying moving travelling coming heading"),
	"es": strings.Fields("yo gracias porque quiero necesito estoy soy vivo voy tengo me mi somos estamos busco"),
	"de": strings.Fields("ich wir danke weil bin mein meine hab habe suche fahre wohne plane ziehe komme wollen will mochte"),
}

// hanging begin a clause on which the answer hangs.
var hanging = map[string][]string{
	"en": strings.Fields("if when for with without on in at from after before until once during unless"),
	"es": strings.Fields("si cuando para con sin en desde antes"),
	"de": strings.Fields("wenn falls fur mit ohne am im ab vor nach bei"),
}
