package responder

import (
	"slices"
	"strings"

	"goodgraces/care"
)

// merelyAsks reports a calm question about nothing of the author's own, which
// needs no private message.
func merelyAsks(q Request) bool {
	v, post := &q.Verdict, q.Mention.Text
	if v.Severity >= care.Accusation || provoked(q) {
		return false
	}
	if !q.hears().question() && !asksPlainly(q) && (v.Question < asks || !strings.Contains(post, "?") || q.hears().has(troubled) || q.hears().has(troubles)) {
		return false
	}
	switch kind := q.hears().asked(); {
	case kind == "why" && !wondersWhy(q), kind == "reproach", kind == "help", goesPrivate(q):
		return false
	}
	g := grieved(q)
	return g.Issue == "" && g.Detail == ""
}

// provoked reports a post whose author is past merely asking, whatever it asks.
func provoked(q Request) bool {
	v := &q.Verdict
	return v.Anger >= cross || v.Hostility >= hostile || v.Sarcasm >= sarcastic || complainsAbroad(q)
}

// asksPlainly reports a calm question, whatever words and marks it has.
func asksPlainly(q Request) bool {
	v, post := &q.Verdict, q.hears()
	if v.Severity > care.NoReproach || v.Anger >= calmly || post.has(troubles) || post.has(callsForHelp) {
		return false
	}
	return v.Question >= certainly && post.marked() || v.Question >= 0.5 && post.begins() || asksIndirectly(post.told())
}

// asksIndirectly reports "can you tell me when …", "need to know which …".
func asksIndirectly(words []string) bool {
	for i := range max(0, len(words)-3) {
		verb := words[i] == "tell" && words[i+1] == "me" || words[i] == "to" && words[i+1] == "know"
		if verb && slices.Contains([]string{"when", "where", "which", "what", "whether", "if", "how", "who"}, words[i+2]) {
			return true
		}
	}
	return false
}

// wondersWhy reports a why that opens a single calm question about what we do, and
// reproaches nobody with it: "why does the 9 bus go down Mill Road?"
func wondersWhy(q Request) bool {
	post := q.Mention.Text
	words := q.hears().told()
	words = words[saluting(words):]
	if len(words) < 4 || words[0] != "why" || !asksPlainly(q) || strings.Contains(post, "!") || strings.Contains(post, "??") || storyWords(post) > story+3 {
		return false
	}
	return !slices.ContainsFunc(words, func(w string) bool {
		return failing[w] && w != "down" || soured[w] && w != "why" || strings.HasSuffix(w, "n't") || w == "you" || w == "your" || w == "i" || w == "my" || w == "me" || w == "so"
	})
}

// goesPrivate reports a question that is taken up in private: it is about what
// the author has with us, goes on with an exchange, or asks for it.
func goesPrivate(q Request) bool {
	post := q.hears()
	kind, words := post.asked(), post.told()
	if about, _ := post.subject(); privately[about] || aboutTheirs(words) && !ofRule[kind] && !asksWhetherOne(words) {
		return true
	}
	return post.language == "en" && (kind == "message" || post.goesOn() && kind != "" && post.marked() && q.Verdict.Complaint < likely)
}

// ofRule are the questions about what theirs takes whoever asks: the steps, a price.
var ofRule = map[string]bool{"how": true, "price": true, "info": true}

// asksWhetherOne reports a question that begins by asking what may be done at all.
func asksWhetherOne(words []string) bool {
	said := strings.Join(words[saluting(words):], " ")
	return slices.ContainsFunc([]string{"is it possible to ", "is there a way to ", "is there any way to ", "am i able to ", "do i need ", "do i have to "}, func(begins string) bool { return strings.HasPrefix(said, begins) })
}

// privately are subjects that nobody can settle without looking the author up.
var privately = map[string]bool{"slip": true, "lost property": true}

// aboutTheirs reports a question about what the author has with us: "my order",
// "my last bill".
func aboutTheirs(words []string) bool {
	for i, word := range words {
		if word == "order" && i > 0 && (words[i-1] == "this" || words[i-1] == "an" && i > 1 && madeOrder[words[i-2]]) {
			return true
		}
		if slices.Contains(own, word) && slices.ContainsFunc(words[i+1:min(i+3, len(words))], func(w string) bool { return dealings[w] }) {
			return true
		}
	}
	return false
}

// madeOrder stands before "an order" that there is.
var madeOrder = wordSet("made placed put on regarding about with of for")

// aboutOwn reports "where is my …".
func aboutOwn(words []string) bool {
	for i := range max(0, len(words)-2) {
		if words[i] == "where" && slices.Contains(own, words[i+2]) || words[i] == "where's" && slices.Contains(own, words[i+1]) {
			return true
		}
	}
	return false
}

var own = []string{"my", "our", "mi", "mis", "nuestro", "nuestra", "mein", "meine", "meinen", "meiner", "unser", "unsere"}

var dealings = wordSet(`order orders parcel parcels package packages delivery shipment account accounts refund booking bookings reservation flight flights claim claims bill bills payment payments card cards subscription contract ticket tickets
	case bag bags luggage suitcase password email appointment meter transfer statement balance policy data line broadband internet pedido paquete cuenta reembolso reserva vuelo factura tarjeta contrato maleta
	bestellung paket konto erstattung buchung flug rechnung karte vertrag koffer termin`)

// goesOn reports a post that goes on with an exchange: it begins with an answer
// to what was said before.
func goesOn(words []string) bool {
	if len(words) < 2 {
		return false
	}
	begins := words[0] + " " + words[1]
	return slices.Contains(replies, words[0]) || slices.Contains(repliesOf, begins)
}

var (
	replies   = []string{"yes", "yeah", "yep", "yup", "no", "nope", "ok", "okay", "but", "and", "correct", "sure"}
	repliesOf = []string{"i already", "i did", "already did", "already tried", "have done", "done that", "done it", "done this", "done so", "done and", "done but", "tried that", "that didn't", "it didn't"}
)

// saysNothing reports a post of a hashtag, a link or a word or two that asks
// nothing.
func saysNothing(q Request) bool {
	post := q.hears()
	return post.story() < 3 && !post.marked() && !post.has(callsForHelp) && !post.has(troubles) && !post.has(questionWords)
}
