package responder

import (
	"slices"
	"strings"
)

// questions are the words by which people ask, by language. Of several, the
// first in this order is answered.
var questions = map[string][]question{
	"en": {
		{"message", phrases("follow me", "follow back", "can you follow", "could you follow", "please follow", "dm me", "a dm", "can i dm", "i can dm", "i dm", "to dm", "private message", "send it to you in", "message you privately", "talk to you privately", "call me", "ring me", "give me a call", "contact me")},
		{"reproach", phrases("how can you", "how could you", "how can y'all", "how on earth", "how the hell", "how hard is", "how many times", "how dare", "what is the point", "what's the point", "whats the point", "what is wrong with", "what's wrong with", "whats wrong with", "what's the deal", "what kind of", "what type of", "is this how",
			"when will you people learn", "when will you learn", "when will you guys learn", "when will they learn", "when will they ever learn", "when will you ever learn", "when are you going to stop", "when are you gonna stop", "when are you going to learn", "your act together", "its act together", "their act together", "when's the last time you", "when is the last time you", "when was the last time you", "what time do you call", "piece of string",
			"where do i even start", "where do i even begin", "where do i begin with how", "where do i start with how", "bill for my time", "bill for my wasted", "how to lose a customer", "how to lose customers", "how to lose a guest", "how to ruin", "how to annoy", "how to alienate", "how can i ever", "how can we ever", "how can i trust", "how can we trust", "how can i believe", "how do i get it through", "how do i make you people",
			"laugh or cry", "should i laugh", "should i cry", "should i be grateful", "should i be thankful", "should i hold my breath", "should i applaud", "can i scream", "is there a prize for", "is there an award for", "is there a medal for", "is there a brain", "is there a single person", "normal to be treated", "is it possible to be this", "is it possible to be so", "why am i even", "why is it always me", "why is it always us")}, // they ask for nothing
		{"why", phrases("how is it", "how come")}, // they ask for no steps
		{"price", phrases("how much is", "how much are", "how much does", "how much do", "how much to", "how much would", "how much will", "cost of", "the cost", "what's the price", "what is the price")},
		{"when", phrases("when will", "when is", "when are", "when do", "when does", "when can", "when should", "when's", "tell me when", "know when", "how long", "how soon", "what time", "what day", "any eta", "the eta", "release date")},
		{"where", phrases("where is", "where are", "where can", "where do", "where does", "where should", "where's", "which store", "which stores")},
		{"next", phrases("what do i do", "what do we do", "what should i do", "what should we do", "what shall i do", "what shall we do", "what can i do now", "what can he do", "what can she do", "what can they do", "what is he to do", "what is she to do", "what do i do now", "how do i proceed", "how do we proceed", "what next please", "what are my options")},
		{"how", phrases("how do", "how can", "how to", "how would", "how should", "how does it work", "how does this work", "how does one", "how does someone", "how does some", "what can i", "an easy way", "any suggestions")},
		{"why", phrases("why", "what's the reason", "is there a reason", "any reason", "what's with", "whats with", "what's up with", "whats up with", "what happened to")},
		{"wish", phrases("please add", "please release", "please bring", "bring back", "bringing back", "bring it back", "bring them back", "you should add", "you should make", "guys should", "would love to see", "would love it if", "wud love it if", "i'd love it if", "i'd love if", "would love if", "would love a", "would love an", "would love the", "pretty please", "would be nice if", "would be great if", "would be cool if", "please make", "can you add", "can you make", "can you bring", "could you add", "could you make", "would be awesome if", "would be helpful if", "any plans to", "plans to add", "plans to bring", "suggest that", "future release", "feature request", "suggestion", "when are you adding")},
		{"help", phrases("can you help", "could you help", "can someone help", "can anyone help", "can somebody help", "can u help", "need help", "need some help", "any help", "please help", "pls help", "help me", "help please", "please advise", "any advice", "can you assist", "need assistance", "able to help")},
		{"whether", phrases("is there a way", "any way to", "is there any way", "know if", "know whether", "wondering if", "can i", "can we", "could i", "could we", "may i", "am i", "do i", "do you", "do u", "does", "did", "has the", "have the", "have you", "is the", "are the", "will the", "can the", "is it", "is there", "are you", "are there", "are these", "is this", "is that", "will it", "will there", "will you", "should i")},
		{"info", phrases("whats the", "what's the", "what is the", "whats this", "what's this", "what are these")},
	},
	"es": {
		{"price", phrases("cuánto cuesta", "cuánto cuestan", "cuánto vale", "qué precio")},
		{"when", phrases("cuándo", "a qué hora", "cuánto tarda", "cuánto tiempo")},
		{"where", phrases("dónde")},
		{"how", phrases("qué debo hacer para", "qué debemos hacer para", "qué tengo que hacer para", "qué tenemos que hacer para")},
		{"next", phrases("qué hago ahora", "qué hacemos ahora", "qué debo hacer", "qué debemos hacer", "qué tengo que hacer", "y ahora qué", "qué opciones tengo", "qué opciones tenemos")},
		{"how", phrases("cómo", "qué hago", "qué puedo", "hay alguna forma")},
		{"why", phrases("por qué")},
		{"help", phrases("me ayudan", "me pueden ayudar", "pueden ayudarme", "necesito ayuda", "me ayudáis", "podéis ayudarme")},
		{"whether", phrases("puedo", "podemos", "se puede", "hay", "tienen", "tenéis", "es posible")},
	},
	"de": {
		{"price", phrases("wie viel kostet", "was kostet", "wie teuer")},
		{"when", phrases("wann", "ab wann", "wie lange", "um wie viel uhr")},
		{"where", phrases("wo", "woher", "wohin")},
		{"next", phrases("was soll ich tun", "was soll ich jetzt", "was sollen wir jetzt", "was mache ich jetzt", "was machen wir jetzt", "was nun", "wie geht es jetzt weiter", "wie geht es weiter", "welche möglichkeiten habe ich")},
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
func whatIsAsked(language, post string, words []string) string {
	mark, all := strings.Contains(post, "?"), questions[language]
	row, found := questionOpenings[language].first(words, func(row, at int) bool {
		first := saluting(words)
		begins := at == first && len(words) > first+1 && slices.Contains(inverted, words[first]+" "+words[first+1])
		if words[at] == "why" && toldWhy(words[:at]) {
			return false
		}
		return all[row].asked != "whether" || begins || mark && (at == 0 || !slices.Contains(openers, words[at-1]))
	})
	if !found {
		return ""
	}
	return all[row].asked
}

// saluting is how many words greet before anything is asked.
func saluting(words []string) int {
	n := 0
	for n < len(words) && slices.Contains(salutes, words[n]) {
		n++
	}
	return n
}

// toldWhy reports words before a "why" by which it asks nothing: "I understand why",
// "I don't know why", "that's why".
func toldWhy(before []string) bool {
	n := len(before)
	if n == 0 {
		return false
	}
	last, other := before[n-1], ""
	if n > 1 {
		other = before[n-2]
	}
	switch last {
	case "the", "that's", "thats", "is", "which", "see", "reason":
		return true
	case "know":
		return slices.Contains([]string{"don't", "dont", "not", "dunno"}, other)
	case "understand":
		return other == "i"
	}
	return false
}

// asked is the words of a post in lower case, without handles and links.
func asked(post string) []string {
	fields := strings.Fields(strings.ReplaceAll(strings.ToLower(post[:min(len(post), maxFelt)]), "’", "'"))
	words := fields[:0]
	for _, word := range fields {
		if isStory(word) {
			words = append(words, strings.TrimFunc(word, isMark))
		}
	}
	return words
}

// isMark reports a mark that stands around a word.
func isMark(r rune) bool {
	switch r {
	case '.', ',', ';', ':', '!', '?', '¿', '¡', '"', '(', ')':
		return true
	}
	return false
}

// breaksOff reports a question that was told up to its verb alone.
func breaksOff(asked string) bool {
	last := asked[strings.LastIndexByte(asked, ' ')+1:]
	return slices.Contains([]string{"is", "are", "was", "were", "does", "do", "can", "will", "has", "have", "to", "the", "a"}, last)
}

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

// isQuestion reports a post that asks calmly: it begins or ends as a question
// and has no other marks of feeling. A why is a reproach as often as not.
func isQuestion(post string) bool {
	if !strings.Contains(post, "?") || strings.Contains(post, "??") || strings.Contains(post, "!") {
		return false
	}
	var words []string
	for word := range strings.FieldsSeq(strings.ToLower(post)) {
		if isStory(word) {
			words = append(words, word)
		}
	}
	if len(words) == 0 || slices.ContainsFunc(words, func(w string) bool { return slices.Contains(troubled, strings.Trim(w, ".,?")) }) {
		return false
	}
	return strings.HasSuffix(words[len(words)-1], "?") || slices.Contains(askingWords, words[0])
}

// beginsToAsk reports a post whose first word asks, with or without a mark.
func beginsToAsk(post string, words []string) bool {
	words = words[saluting(words):]
	if len(words) > 1 && words[0] == "what" && (!strings.Contains(post, "?") || slices.Contains([]string{"a", "an", "the", "is", "kind"}, words[1])) {
		return false // "what a joke", "what fools you are", "what is this"
	}
	return len(words) > 0 && slices.Contains(askingWords, words[0])
}

// marked reports a question mark.
func (h *heard) marked() bool { return strings.Contains(h.post, "?") }

// seemsToAsk reports a question mark, or a word that begins a question.
func (h *heard) seemsToAsk() bool {
	return h.marked() || h.begins() || slices.ContainsFunc(strings.Fields(strings.ToLower(h.post)), func(w string) bool { return slices.Contains(questionWords, w) })
}

var questionWords = []string{
	"how", "why", "when", "where", "which", "who", "can", "could", "does", "anyone", "wondering",
	"cómo", "cuándo", "dónde", "quién", "cuál", "puedo", "pueden", "wie", "wann", "wo", "wer", "welche", "kann", "könnt", "weiß",
}

// troubled are words by which a question tells of trouble.
var troubled = []string{
	"why", "help", "issue", "issues", "problem", "problems", "trouble", "error", "gives", "not", "no", "never", "can't", "cant", "cannot",
	"won't", "doesn't", "isn't", "didn't", "don't", "dont", "haven't", "can’t", "won’t", "doesn’t", "isn’t", "didn’t", "don’t", "haven’t", "still",
}

// pleas are words by which a question asks for help rather than for an answer.
var pleas = []string{"not", "fix", "help", "please", "pls", "won't", "wont", "doesn't", "doesnt", "isn't", "isnt", "ayuda", "arreglen", "hilfe", "nicht", "bitte"}

// troubles are words by which a post that asks nothing tells of trouble.
var troubles = []string{
	"wont", "wrong", "broken", "missing", "false", "stuck", "half", "late", "lost", "worst", "terrible", "awful", "bad", "poor", "stop", "smh", "wtf", "trash", "garbage", "sucks", "rubbish", "pathetic", "joke", "horrible", "ridiculous", "disgusting", "useless",
	"falsch", "kaputt", "fehlt", "schlecht", "nicht", "nie", "kein", "keine", "mal", "malo", "roto", "falta", "nunca",
}

var askingWords = []string{"when", "does", "do", "is", "are", "can", "could", "which", "how", "will", "what", "any"}
