package responder

import (
	"slices"
	"strings"
)

// questions are the words by which people ask, by language. Of several, the
// first in this order is answered.
var questions = map[string][]struct {
	asked   string // of templates.Asked
	phrases []phrase
}{
	"en": {
		{"price", phrases("how much is", "how much are", "how much does", "how much do", "how much to", "how much would", "what's the price", "what is the price")},
		{"when", phrases("when will", "when is", "when are", "when do", "when does", "when can", "when's", "how long until", "how long till", "how long will", "how long does", "how soon", "what time", "what day", "any eta", "the eta", "release date")},
		{"where", phrases("where is", "where are", "where can", "where do", "where does", "where should", "where's", "which store", "which stores")},
		{"how", phrases("how do", "how can", "how to", "how would", "how should", "how does", "how will", "what can i", "is there a way", "any way to", "is there any way", "an easy way", "any suggestions")},
		{"why", phrases("why", "how come", "what's the reason", "is there a reason", "what happened to")},
		{"whether", phrases("can i", "can we", "could i", "could we", "may i", "am i", "do i", "do you", "do u", "does", "is it", "is there", "are you", "are there", "are these", "is this", "is that", "will it", "will there", "will you", "should i")},
	},
	"es": {
		{"price", phrases("cuánto cuesta", "cuánto cuestan", "cuánto vale", "qué precio")},
		{"when", phrases("cuándo", "a qué hora", "cuánto tarda", "cuánto tiempo")},
		{"where", phrases("dónde")},
		{"how", phrases("cómo", "qué hago", "qué puedo", "hay alguna forma")},
		{"why", phrases("por qué")},
		{"whether", phrases("puedo", "podemos", "se puede", "hay", "tienen", "tenéis", "es posible")},
	},
	"de": {
		{"price", phrases("wie viel kostet", "was kostet", "wie teuer")},
		{"when", phrases("wann", "ab wann", "wie lange", "um wie viel uhr")},
		{"where", phrases("wo", "woher", "wohin")},
		{"how", phrases("wie kann", "wie geht", "wie komme", "wie bekomme", "wie soll", "was muss ich", "was kann ich", "gibt es eine möglichkeit")},
		{"why", phrases("warum", "wieso", "weshalb")},
		{"whether", phrases("kann ich", "kann man", "können wir", "darf ich", "muss ich", "gibt es", "habt ihr", "haben sie", "ist es", "geht das")},
	},
}

// whatIsAsked is one of templates.Asked, "" where the post does not say.
// Whether something is so is a question only with its mark: "does not work" is
// none.
func whatIsAsked(language, post string) string {
	var words []string
	for word := range strings.FieldsSeq(strings.ToLower(post[:min(len(post), maxFelt)])) {
		if isStory(word) {
			words = append(words, strings.Trim(strings.ReplaceAll(word, "’", "'"), ".,;:!?¿¡\"()"))
		}
	}
	for _, q := range questions[language] {
		if q.asked == "whether" && !strings.Contains(post, "?") {
			continue
		}
		if slices.ContainsFunc(q.phrases, func(p phrase) bool { return inOrder(words, p, q.asked == "whether") }) {
			return q.asked
		}
	}
	return ""
}

// hasWord reports whether a post has one of the words.
func hasWord(post string, of []string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(post[:min(len(post), maxFelt)])), func(w string) bool {
		return slices.Contains(of, strings.Trim(w, ".,;:!?"))
	})
}

// inOrder finds words in a row; opening says that no question word may stand
// before them: "what do I wear" wants no yes or no.
func inOrder(words []string, p phrase, opening bool) bool {
	for i := range words {
		if p.at(words, i) && !(opening && i > 0 && slices.Contains(openers, words[i-1])) {
			return true
		}
	}
	return false
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

// promise is what we do about a question, nothing where the template has no
// words for what is asked.
func (c *composer) promise() []string {
	return c.t.Parts.Answer.PromiseOf[whatIsAsked(c.t.Language, c.q.Mention.Text)]
}

// asks reports a question that can be told again.
func (c *composer) asks() bool { return c.slots["asked"] != "" && len(c.t.Parts.Answer.Asks) > 0 }

// promiseAsked is what we do about a question that is told again.
func (c *composer) promiseAsked() []string {
	of := c.t.Parts.Answer.PromiseOf
	for _, promise := range [][]string{of[kindOfQuestion(c.slots["asked"])], c.t.Parts.Answer.Promise, of["whether"]} {
		if len(promise) > 0 {
			return promise
		}
	}
	return c.t.Parts.Commitment
}

// kindOfQuestion is one of templates.Asked, by how a question begins that was
// told again; "" where it is none of them.
func kindOfQuestion(asked string) string {
	for _, q := range [][2]string{
		{"how much", "price"}, {"how long", "when"}, {"how soon", "when"}, {"how often", "whether"}, {"how many", "whether"}, {"how far", "whether"},
		{"what", ""}, {"how", "how"}, {"when", "when"}, {"where", "where"}, {"why", "why"},
	} {
		if strings.HasPrefix(asked, q[0]) {
			return q[1]
		}
	}
	return "whether"
}

// asksAbout reports a question about something that can be named; that it is
// about our service says nothing.
func (c *composer) asksAbout() bool {
	thing := c.slots["thing"]
	return thing != "" && len(c.t.Parts.Answer.About) > 0 && !strings.HasSuffix(thing, "service") && !strings.HasPrefix(thing, "unser")
}

// planAnswer names the trouble that a question tells of, or what it is about.
func (c *composer) planAnswer() plan {
	p := &c.t.Parts
	opening, promise := p.Answer.Opening, c.promise()
	switch {
	case c.g.Issue != "" && len(p.Paraphrase.Issue) > 0:
		opening = p.Paraphrase.Issue
	case c.asks():
		opening, promise = p.Answer.Asks, c.promiseAsked()
	case len(promise) == 0 && c.troubled():
		opening = c.paraphrase()
	case len(promise) == 0 && c.asksAbout() && hasWord(c.q.Mention.Text, wantsToKnow):
		opening = p.Answer.About
	case len(promise) == 0 && c.slots["thing"] != "" && len(p.Paraphrase.OpenThing) > 0:
		opening = p.Paraphrase.OpenThing
	case len(promise) == 0 && !seemsToAsk(c.q.Mention.Text) && len(p.Answer.Noted) > 0:
		opening = p.Answer.Noted
	case c.asksAbout():
		opening = p.Answer.About
	}
	if len(promise) == 0 {
		promise = p.Answer.Promise
	}
	return plan{lines: []line{c.pick(opening), c.pick(promise)}}
}

// troubled reports a post that asks nothing and tells of trouble, of which
// something can be said.
func (c *composer) troubled() bool {
	p := &c.t.Parts.Paraphrase
	post := c.q.Mention.Text
	if seemsToAsk(post) || len(p.Topics) == 0 {
		return false
	}
	if c.slots["thing"] == "" && len(c.topic(p.Topics)) == 0 && !c.storyOnly() {
		return hasWord(post, troubles)
	}
	return c.strength() != calm || hasWord(post, troubled) || hasWord(post, troubles)
}

// planQuestion answers a mere question that goes on in private; a bare call for
// help is none.
func (c *composer) planQuestion() plan {
	p := &c.t.Parts
	promise := c.promise()
	if c.asks() {
		return c.withRoute([]line{c.pick(p.Answer.Asks), c.pick(c.promiseAsked())})
	}
	if len(promise) == 0 && len(p.Paraphrase.Open) > 0 && hasWord(c.q.Mention.Text, callsForHelp) {
		return c.withRoute([]line{c.pick(p.Paraphrase.Open)})
	}
	if len(promise) == 0 {
		return c.withRoute([]line{c.pick(p.Paraphrase.Asked)})
	}
	if c.asksAbout() {
		return c.withRoute([]line{c.pick(p.Answer.About), c.pick(promise)})
	}
	if len(p.Answer.Opening) > 0 {
		return c.withRoute([]line{c.spare(p.Answer.Opening), c.pick(promise)})
	}
	return c.withRoute([]line{c.pick(promise)})
}

// wantsToKnow are words by which a post asks without a question.
var wantsToKnow = []string{"know", "info", "information", "details", "saber", "información", "wissen"}

// callsForHelp are words by which a post calls for help.
var callsForHelp = []string{"help", "ayuda", "ayudar", "ayudarme", "hilfe", "helfen"}
