package responder

import (
	"slices"
	"strings"

	"goodgraces/care"
)

// questions are the words by which people ask, by language. Of several, the
// first in this order is answered.
var questions = map[string][]question{
	"en": {
		{"message", phrases("follow me", "follow back", "dm me", "a dm", "can i dm", "i can dm", "i dm", "to dm", "private message", "send it to you in", "message you privately", "talk to you privately", "call me", "ring me", "give me a call", "contact me")},
		{"why", phrases("how is it", "how come", "how can you", "how could you", "how can y'all", "how on earth", "how the hell", "how hard is", "how many times", "how dare", "what is the point", "what's the point", "whats the point", "what is wrong with", "what's wrong with", "what's the deal")}, // they ask for no steps
		{"price", phrases("how much is", "how much are", "how much does", "how much do", "how much to", "how much would", "how much will", "cost of", "the cost", "what's the price", "what is the price")},
		{"when", phrases("when will", "when is", "when are", "when do", "when does", "when can", "when's", "how long", "how soon", "what time", "what day", "any eta", "the eta", "release date")},
		{"where", phrases("where is", "where are", "where can", "where do", "where does", "where should", "where's", "which store", "which stores")},
		{"how", phrases("how do", "how can", "how to", "how would", "how should", "how does it work", "how does this work", "how does one", "how does someone", "how does some", "what can i", "an easy way", "any suggestions")},
		{"why", phrases("why", "how come", "what's the reason", "is there a reason", "any reason", "what's with", "whats with", "what's up with", "whats up with", "what happened to")},
		{"wish", phrases("please add", "please bring", "bring back", "bringing back", "bring it back", "bring them back", "you should add", "you should make", "guys should", "would love to see", "would be nice if", "would be great if", "would be cool if", "please make", "can you add", "can you make", "can you bring", "could you add", "could you make", "would be awesome if", "would be helpful if", "any plans to", "plans to add", "plans to bring", "suggest that", "future release", "feature request", "suggestion", "when are you adding")},
		{"help", phrases("can you help", "could you help", "can someone help", "can anyone help", "can somebody help", "can u help", "need help", "need some help", "any help", "please help", "pls help", "help me", "help please", "please advise", "any advice", "can you assist", "need assistance", "able to help")},
		{"whether", phrases("is there a way", "any way to", "is there any way", "know if", "know whether", "wondering if", "can i", "can we", "could i", "could we", "may i", "am i", "do i", "do you", "do u", "does", "did", "has the", "have the", "have you", "is the", "are the", "will the", "can the", "is it", "is there", "are you", "are there", "are these", "is this", "is that", "will it", "will there", "will you", "should i")},
		{"info", phrases("whats the", "what's the", "what is the", "whats this", "what's this", "what are these")},
	},
	"es": {
		{"price", phrases("cuánto cuesta", "cuánto cuestan", "cuánto vale", "qué precio")},
		{"when", phrases("cuándo", "a qué hora", "cuánto tarda", "cuánto tiempo")},
		{"where", phrases("dónde")},
		{"how", phrases("cómo", "qué hago", "qué puedo", "hay alguna forma")},
		{"why", phrases("por qué")},
		{"help", phrases("me ayudan", "me pueden ayudar", "pueden ayudarme", "necesito ayuda", "me ayudáis", "podéis ayudarme")},
		{"whether", phrases("puedo", "podemos", "se puede", "hay", "tienen", "tenéis", "es posible")},
	},
	"de": {
		{"price", phrases("wie viel kostet", "was kostet", "wie teuer")},
		{"when", phrases("wann", "ab wann", "wie lange", "um wie viel uhr")},
		{"where", phrases("wo", "woher", "wohin")},
		{"how", phrases("wie kann", "wie geht", "wie komme", "wie bekomme", "wie soll", "was muss ich", "was kann ich", "gibt es eine möglichkeit")},
		{"why", phrases("warum", "wieso", "weshalb")},
		{"help", phrases("könnt ihr helfen", "können sie helfen", "könnt ihr mir", "können sie mir", "brauche hilfe", "hilfe bitte", "bitte um hilfe")},
		{"whether", phrases("kann ich", "kann man", "können wir", "darf ich", "muss ich", "gibt es", "habt ihr", "haben sie", "ist es", "geht das")},
	},
}

type question struct {
	asked   string // of templates.Asked
	phrases []phrase
}

var questionOpenings = byLanguage(questions, func(q question) []phrase { return q.phrases })

// whatIsAsked is one of templates.Asked, "" where the post does not say.
// Whether something is so is a question only with its mark: "does not work" is
// none; and behind no question word: "what do I wear" wants no yes or no. A post
// that begins with one of inverted asks without its mark as well.
func whatIsAsked(language, post string) string {
	words, mark, all := asked(post), strings.Contains(post, "?"), questions[language]
	row, found := questionOpenings[language].first(words, func(row, at int) bool {
		begins := at == 0 && len(words) > 1 && slices.Contains(inverted, words[0]+" "+words[1])
		return all[row].asked != "whether" || begins || mark && (at == 0 || !slices.Contains(openers, words[at-1]))
	})
	if !found {
		return ""
	}
	return all[row].asked
}

// asked is the words of a post in lower case, without handles and links.
func asked(post string) []string {
	var words []string
	for word := range strings.FieldsSeq(strings.ToLower(post[:min(len(post), maxFelt)])) {
		if isStory(word) {
			words = append(words, strings.Trim(strings.ReplaceAll(word, "’", "'"), ".,;:!?¿¡\"()"))
		}
	}
	return words
}

// breaksOff reports a question that was told up to its verb alone.
func breaksOff(asked string) bool {
	last := asked[strings.LastIndexByte(asked, ' ')+1:]
	return slices.Contains([]string{"is", "are", "was", "were", "does", "do", "can", "will", "has", "have", "to", "the", "a"}, last)
}

// asksWhy reports a question for a reason, where no more is understood of the
// trouble.
func (c *composer) asksWhy() bool {
	return c.g.Issue == "" && c.g.Detail == "" && c.heard.asked() == "why"
}

// regret is the sentence before a promise of a reason: about what it is, where
// that is known.
func (c *composer) regret() line {
	p := &c.t.Parts.Paraphrase
	switch said := c.topic(p.Topics); {
	case len(said) > 0 && !c.plainThing():
		return c.pick(said)
	case c.slots["thing"] != "":
		return c.pick(p.Thing)
	}
	return c.spare(c.feeling())
}

// hasWord reports whether a post has one of the words.
func hasWord(post string, of []string) bool { return hasAny(wordsOf(post), of) }

// wordsOf is the words of a post in lower case.
func wordsOf(post string) []string {
	words := strings.Fields(strings.ToLower(post[:min(len(post), maxFelt)]))
	for i, word := range words {
		words[i] = strings.Trim(word, ".,;:!?")
	}
	return words
}

func hasAny(words, of []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(of, w) })
}

// phrase is words in a row.
type phrase []string

func (p phrase) at(words []string, i int) bool {
	return words[i] == p[0] && i+len(p) <= len(words) && slices.Equal(words[i:i+len(p)], p)
}

func phrases(of ...string) []phrase {
	all := make([]phrase, len(of))
	for i, p := range of {
		all[i] = strings.Fields(p)
	}
	return all
}

// openers are words with which a question begins that wants more than a yes or
// a no.
var openers = []string{"what", "which", "who", "whom", "whose", "qué", "cuál", "quién", "was", "welche", "welcher", "welches", "wer"}

// inverted are beginnings that only a question has, though a handle stands
// before them: "@us is the worst" asks nothing.
var inverted = []string{
	"can i", "can we", "could i", "could we", "may i", "am i", "do i", "do we", "do you", "do u", "should i", "is there", "are there", "will there", "is it", "will you", "are you",
	"puedo", "podemos", "kann ich", "kann man", "darf ich", "muss ich", "gibt es", "habt ihr",
}

// promise is what we do about a question, nothing where the template has no
// words for what is asked.
func (c *composer) promise() []string {
	of := c.t.Parts.Answer.PromiseOf
	about, _ := c.heard.subject()
	switch kind := c.heard.asked(); {
	case kind == "whether" && about == "restored":
		return c.placed(of["when"])
	case len(of["ongoing"]) > 0 && goesOn(c.q.Mention.Text) && (kind == "whether" || kind == "how" || kind == "why" || kind == ""):
		return of["ongoing"]
	default:
		return c.placed(of[kind])
	}
}

// placed leaves out what says that the answer will stand here, where it goes on
// in private.
func (c *composer) placed(wordings []string) []string {
	if c.q.Verdict.Action != care.ActReply {
		return wordings
	}
	elsewhere := slices.DeleteFunc(slices.Clone(wordings), func(w string) bool { return strings.Contains(w, " here") })
	if len(elsewhere) == 0 {
		return wordings
	}
	return elsewhere
}

// toldAgain is how many words of a question are told again; a longer one sounds
// like a parrot.
const toldAgain = 9

// asks reports a question that can be told again.
func (c *composer) asks() bool {
	told := c.slots["asked"]
	if slices.ContainsFunc(ofUs, func(start string) bool { return strings.HasPrefix(told, start) }) {
		return false
	}
	return strings.Count(told, " ") < toldAgain && told != "" && !breaksOff(told) && len(c.t.Parts.Answer.Asks) > 0 && !(strings.HasPrefix(told, "whether ") && c.heard.has(wider))
}

// ofUs are beginnings of questions that are no questions once they are told again.
var ofUs = []string{"whether we are able", "whether we are a ", "whether we mean", "whether you shouldn't", "whether you should message"}

// wider are words of questions that want more than a yes or a no.
var wider = []string{"what", "which", "where", "how", "when", "why", "who"}

// asksAbout reports a question about something that can be named; that it is
// about our service says nothing.
func (c *composer) asksAbout() bool {
	thing := c.slots["thing"]
	return thing != "" && len(c.t.Parts.Answer.About) > 0 && !strings.HasSuffix(thing, "service") && !strings.HasPrefix(thing, "unser")
}

// planAnswer says who finds it out and by when, and asks for what the answer
// hangs on.
func (c *composer) planAnswer() plan { return plan{lines: c.answering(true)} }

// answering names the trouble that a question tells of, or what is asked, or
// what it is about, whichever is known best.
func (c *composer) answering(openly bool) []line {
	p := &c.t.Parts
	about, open := c.heard.subject()
	needs := openly && open && c.g.Issue == "" && c.heard.asks()
	var more []line
	if needs {
		more = c.missing(about)
	}
	promise := c.promise()
	settled := (openly || privately[about]) && c.settles(about)
	asking := p.Answer.Asking[about]
	if about == "stock" && !open {
		open, asking = !locates(c.q.Mention.Text, asked(c.q.Mention.Text)), p.Answer.Asking["stockist"]
		needs = openly && open && c.heard.asks()
		more = nil
	}
	switch {
	case c.g.Issue != "" && len(p.Paraphrase.Issue) > 0 && c.heard.asked() != "wish":
		if ask := c.diagnosis(); len(ask) > 0 {
			return []line{c.pick(c.sayable(p.Paraphrase.Issue)), c.pick(ask)}
		}
		return []line{c.pick(c.sayable(p.Paraphrase.Issue)), c.pick(c.remedy(promise))}
	case settled && needs && asking != "" && len(p.Answer.Needs) > 0:
		c.slots["matter"], c.slots["asking"] = c.inQuestion(about), asking
		return c.brightly(c.pick(p.Answer.Needs))
	case c.asks():
		return append([]line{c.pick(c.placed(p.Answer.Asks))}, more...)
	case settled:
		c.slots["matter"] = p.Answer.Matters[about]
		return append(c.brightly(c.pick(c.placed(p.Answer.Checking))), more...)
	case c.callsForHelp() && c.heard.story() < story:
		return []line{c.pick(p.Paraphrase.Open)}
	case c.callsForHelp() && len(c.diagnosis()) > 0:
		return []line{c.spare(c.feeling()), c.pick(c.diagnosis())}
	}
	lines := c.opening(promise)
	if openly && len(lines) > 0 {
		lines = c.dated(lines)
	}
	return append(lines, more...)
}

// brightly is a line behind a bright opening, now and then, where one fits.
func (c *composer) brightly(l line) []line {
	if opening := c.t.Parts.Answer.Opening; len(opening) > 0 && c.cheerful() && c.random.IntN(2) == 0 {
		return []line{c.spare(opening), l}
	}
	return []line{l}
}

// inQuestion is what a question is about: the question itself where it can be told
// again.
func (c *composer) inQuestion(about string) string {
	if c.asks() {
		return c.slots["asked"]
	}
	return c.t.Parts.Answer.Matters[about]
}

// dated adds by when, where the promise does not say so.
func (c *composer) dated(lines []line) []line {
	a := &c.t.Parts.Answer
	last := lines[len(lines)-1].wording
	if len(a.Soon) == 0 || !slices.Contains(a.Promise, last) && !slices.Contains(a.PromiseOf["whether"], last) {
		return lines
	}
	return append(lines, c.spare(a.Soon))
}

// remedy is what we do about trouble that a question tells of: a why, when or
// where is of the trouble; else its kind says what to do.
func (c *composer) remedy(promise []string) []string {
	switch c.heard.asked() {
	case "why", "when", "where":
		return c.orPromise(promise)
	}
	if len(c.t.Parts.Commitment) > 0 {
		return c.commitment()
	}
	return c.orPromise(promise)
}

func (c *composer) orPromise(promise []string) []string {
	for _, p := range [][]string{promise, c.t.Parts.Answer.Promise} {
		if len(p) > 0 {
			return p
		}
	}
	return c.t.Parts.Commitment
}

// merelyAsks reports a calm question about nothing of the author's own, which
// needs no private message.
func merelyAsks(q Request) bool {
	v, post := &q.Verdict, q.Mention.Text
	if v.Severity >= care.Accusation || v.Anger >= cross || v.Hostility >= hostile || v.Sarcasm >= sarcastic {
		return false
	}
	if !isQuestion(post) && (v.Question < asks || !strings.Contains(post, "?") || hasWord(post, troubled) || hasWord(post, troubles)) {
		return false
	}
	language := language(q)
	if kind := whatIsAsked(language, post); kind == "why" || kind == "help" || goesPrivate(q) {
		return false
	}
	g := grieved(q)
	return g.Issue == "" && g.Detail == ""
}

// goesPrivate reports a question that is taken up in private: it is about what
// the author has with us, goes on with an exchange, or asks for it.
func goesPrivate(q Request) bool {
	post, language := q.Mention.Text, language(q)
	if about, _ := subject(language, post); privately[about] || aboutTheirs(post) {
		return true
	}
	kind := whatIsAsked(language, post)
	return language == "en" && (kind == "message" || goesOn(post) && kind != "" && strings.Contains(post, "?"))
}

// privately are subjects that nobody can settle without looking the author up.
var privately = map[string]bool{"slip": true, "lost property": true}

// aboutTheirs reports a question about what the author has with us: "my order",
// "my last bill".
func aboutTheirs(post string) bool {
	words := asked(post)
	for i, word := range words {
		if word == "order" && i > 0 && (words[i-1] == "this" || words[i-1] == "an") && (slices.Contains(words, "i") || slices.Contains(words, "i've")) {
			return true
		}
		if slices.Contains(own, word) && slices.ContainsFunc(words[i+1:min(i+3, len(words))], func(w string) bool { return dealings[w] }) {
			return true
		}
	}
	return false
}

var own = []string{"my", "our", "mi", "mis", "nuestro", "nuestra", "mein", "meine", "meinen", "meiner", "unser", "unsere"}

var dealings = wordSet(`order orders parcel parcels package packages delivery shipment account accounts refund booking bookings reservation flight flights claim claims bill bills payment payments card cards subscription contract ticket tickets
	case bag bags luggage suitcase password email appointment meter transfer statement balance policy data line broadband internet pedido paquete cuenta reembolso reserva vuelo factura tarjeta contrato maleta
	bestellung paket konto erstattung buchung flug rechnung karte vertrag koffer termin`)

// settles reports that the subject says all that can be said: nothing nearer is
// asked, a reason or the steps.
func (c *composer) settles(about string) bool {
	a := &c.t.Parts.Answer
	kind := c.heard.asked()
	if kind == "why" || kind == "wish" || kind == "price" || kind == "how" && !waysOf[about] {
		return false
	}
	return a.Matters[about] != "" && len(a.Checking) > 0 && (strings.Contains(c.q.Mention.Text, "?") || kind != "" || c.heard.request() != "") && (c.heard.asks() || c.heard.request() != "")
}

// waysOf are subjects of which the matter is a way to do something.
var waysOf = map[string]bool{"tags": true, "receipt": true, "part": true, "payment": true, "refund": true, "contact": true, "closing": true, "returning": true}

func (c *composer) callsForHelp() bool {
	return len(c.t.Parts.Paraphrase.Open) > 0 && c.heard.asked() == "help"
}

// opening is what can be said of a question that could not be told again, and
// what we do.
func (c *composer) opening(promise []string) []line {
	p := &c.t.Parts
	switch {
	case len(promise) > 0 && c.asksAbout() && c.random.IntN(2) == 0:
		return []line{c.pick(p.Answer.About), c.pick(promise)}
	case len(p.Answer.Opening) > 0 && c.cheerful() && !slices.Contains([]string{"help", "wish", "message"}, c.heard.asked()) && c.random.IntN(2) == 0:
		return []line{c.spare(p.Answer.Opening), c.pick(c.orPromise(promise))}
	case len(promise) > 0:
		return []line{c.pick(promise)}
	case c.troubled() && c.storyOnly():
		return []line{c.pick(c.paraphrase())}
	case c.troubled():
		return []line{c.pick(c.paraphrase()), c.pick(c.orPromise(nil))}
	case len(c.requested()) > 0:
		return []line{c.pick(c.requested())}
	case !c.heard.asks() && len(p.Answer.Noted) > 0:
		return []line{c.pick(p.Answer.Noted)}
	case c.asksAbout():
		return []line{c.pick(p.Answer.About), c.pick(c.orPromise(nil))}
	}
	return []line{c.pick(c.orPromise(nil))}
}

// cheerful reports a question in a good mood, to which a bright opening may be
// made: it has its mark, is no part of an exchange, and nobody in it waits.
func (c *composer) cheerful() bool {
	post := c.q.Mention.Text
	return strings.Contains(post, "?") && !strings.Contains(post, "??") && c.strength() == calm && c.q.Verdict.Complaint < faint && !goesOn(post) && !hasAny(c.heard.words(), waiting)
}

// waiting are words of whoever asks again, or needs it now.
var waiting = []string{"still", "again", "yet", "why", "already", "fixed", "urgent", "asap", "waiting", "anymore", "help", "refund", "recall", "lost", "wrong", "error", "outage", "down"}

// goesOn reports a post that goes on with an exchange: it begins with an answer
// to what was said before.
func goesOn(post string) bool {
	words := asked(post)
	if len(words) < 2 {
		return false
	}
	begins := words[0] + " " + words[1]
	return slices.Contains(replies, words[0]) || slices.Contains(repliesOf, begins)
}

var (
	replies   = []string{"yes", "yeah", "yep", "yup", "no", "nope", "ok", "okay", "but", "and", "correct", "done", "sure"}
	repliesOf = []string{"i already", "i did", "already did", "already tried", "have done", "done that", "tried that", "that didn't", "it didn't"}
)

// requested is what we do about a wish to know or to have something that is put
// as no question, nothing where there is none.
func (c *composer) requested() []string {
	return c.t.Parts.Answer.PromiseOf[c.heard.request()]
}

// request is one of templates.Asked that a post puts as no question, "" for none.
func request(language, post string) string {
	row, found := requestOpenings[language].first(asked(post), func(int, int) bool { return true })
	if !found {
		return ""
	}
	return requests[language][row].asked
}

var requestOpenings = byLanguage(requests, func(r requesting) []phrase { return r.phrases })

// requesting are words by which people ask without a question.
type requesting struct {
	asked   string // of templates.Asked
	phrases []phrase
}

// requests is by language; of several rows the first counts.
var requests = map[string][]requesting{
	"en": {
		{"info", phrases("center info", "centre info", "store info", "info please", "want to know", "wanted to know", "some info", "some infos", "info about", "info on", "like to know", "need to know", "love to know", "some information", "more information", "more info", "any information", "information about", "information on", "details of", "details about")},
		{"request", phrases("please", "pls", "i'd like", "i would like", "looking to", "i need", "we need", "requesting")},
	},
	"es": {
		{"info", phrases("quiero saber", "quisiera saber", "me gustaría saber", "necesito saber", "información sobre", "más información")},
		{"request", phrases("por favor", "quisiera", "me gustaría", "solicito")},
	},
	"de": {
		{"info", phrases("möchte wissen", "würde gern wissen", "wüsste gern", "informationen zu", "infos zu", "mehr informationen")},
		{"request", phrases("bitte", "ich möchte", "hätte gern", "hätte gerne", "wünsche mir")},
	},
}

// troubled reports a post that asks nothing and tells of trouble, of which
// something can be said.
func (c *composer) troubled() bool {
	p := &c.t.Parts.Paraphrase
	post := c.q.Mention.Text
	if c.heard.asks() || len(p.Topics) == 0 {
		return false
	}
	if c.slots["thing"] == "" && len(c.topic(p.Topics)) == 0 && !c.storyOnly() {
		return hasWord(post, troubles)
	}
	weakly := c.q.Verdict.Complaint >= faint && hasWord(post, troubled) // "not one tear" is no trouble
	return c.strength() != calm || weakly || hasWord(post, troubles)
}

// planQuestion answers a mere question that goes on in private.
func (c *composer) planQuestion() plan {
	p := &c.t.Parts
	if len(p.Answer.Promise) > 0 || c.asks() {
		return c.withRoute(c.answering(false))
	}
	if promise := c.promise(); len(promise) > 0 {
		return c.withRoute([]line{c.pick(promise)})
	}
	return c.withRoute([]line{c.pick(p.Paraphrase.Asked)})
}

// callsForHelp are words by which a post calls for help.
var callsForHelp = []string{"help", "ayuda", "ayudar", "ayudarme", "hilfe", "helfen"}

// saysNothing reports a post of a hashtag, a link or a word or two that asks
// nothing.
func saysNothing(q Request) bool {
	post := q.Mention.Text
	return storyWords(post) < 3 && !strings.Contains(post, "?") && !hasWord(post, callsForHelp) && !hasWord(post, troubles) && !hasWord(post, questionWords)
}
