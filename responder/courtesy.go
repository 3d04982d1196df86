package responder

import (
	"slices"
	"strings"
)

// courtesies are what a short thank-you ends or goes with, by language; of
// several the first is answered. All are of templates.Praised.
var courtesies = map[string][]forWhat{
	"en": {
		{"solved", []string{
			"got it done", "got it sorted", "got it working", "got it fixed", "got it to work", "got it now", "figured it out", "worked it out", "sorted it", "fixed it", "all sorted", "now sorted", "sorted now", "is sorted", "been sorted", "for sorting", "sorting it", "sorting this", "sorting that", "sorting me",
			"works now", "working now", "it works", "it worked", "that worked", "working again", "works again", "works fine", "working fine", "no problems", "no problem now", "gone through", "went through", "back on", "back up", "just restored", "is restored", "been restored", "resolved", "resolving",
			"problem solved", "issue solved", "worked like a charm", "works like a charm", "fixed everything", "that did it", "okay that did it", "all good now", "all good on", "good now", "all back on", "sorted now", "sorted in", "account back", "solved it", "is solved", "been solved", "is fixed", "been fixed", "now fixed", "fixing it", "fixing this", "fixing that", "sorted thank", "sorted thanks", "sorted cheers", "did the trick", "found it", "refunding", "making good on",
		}},
		{"anyway", []string{
			"thanks anyway", "thanks anyways", "thank you anyway", "thank you anyways", "help anyway", "help anyways", "thanks but", "thank you but", "thx but", "thanks though", "thanks tho",
			"thanks for trying", "thanks for nothing", "i'll have to", "ill have to", "never mind", "nevermind", "no worries",
		}},
		{"help", []string{"looking into it", "looking into this", "looking into that", "looking in to it", "looking in to this", "following up", "chasing it", "chasing this", "help", "helping", "helped", "helpful", "assistance", "support", "advice", "guide", "guidance"}},
		{"underway", []string{
			"i am on", "i'm on", "im on", "will try", "i'll try", "ill try", "i'll send", "ill send", "i'll email", "i'll dm", "i'll check", "i'll ask", "i'll call", "i'll let you", "will let you", "will do", "done", "sent", "dm'd", "dmed", "dm'ed", "case number", "case id", "i plan to", "hopefully", "i have replied", "just replied",
		}},
		{"answered", []string{
			"your response", "the response", "your reply", "the reply", "prompt reply", "prompt response", "quick reply", "quick response", "fast response", "replying", "responding", "getting back", "explaining", "clarifying", "clearing that up", "clearing it up", "clearing this up", "clarification",
			"the info", "the information", "the explanation", "letting me know", "the update", "updating", "checking in", "checking", "reaching out", "inquiring", "the heads up", "the link", "confirming", "cheers for that", "thanks for that", "thank you for that", "thanks for this", "thank you for this", "ta for that", "the tip", "the tips", "answering", "just saw it",
		}},
	},
}

var courtesyOpenings = byLanguage(courtesies, func(p forWhat) []phrase { return phrases(p.words...) })

// doneNow are words behind which something is done that was asked for.
var doneNow = wordSet("all it's its now that's is have i've ive just been")

// handsThanks are words behind which somebody is thanked for all that follows.
var handsThanks = openingsOf(phrases("thanks to", "thank you to", "shout out to", "shoutout to", "stars to", "kudos to", "credit to", "props to", "hats off to"))

// courteous are the courtesies that take an open door behind them.
var courteous = []string{"thanks", "help", "solved", "anyway", "answered"}

// Words that a post has which says thanks and what for: with a phrase that is
// said of nothing else, and with a word that is. A longer one tells a story.
const (
	brief   = 16
	briefly = 26
)

// courtesy is how a post says thanks and little else, one of templates.Praised;
// "" for praise that tells more.
func courtesy(language, post string) string {
	words, story := asked(post), storyWords(post)
	thanks := hasAny(words, thanking) || slices.Contains(words, "appreciated") || slices.Contains(words, "appreciate")
	if story > briefly || story > fewWords/2 && hasAny(words, effusive) || saysWhat(language, post) {
		return ""
	}
	toOne := named(post)
	all := courtesies[language]
	row, found := courtesyOpenings[language].first(words, func(row, at int) bool {
		if at > 2 && words[at] == "done" && !doneNow[words[at-1]] || at > 0 && (words[at] == "done" && words[at-1] == "well" || words[at] == "sent" && strings.HasPrefix(words[at-1], "you")) {
			return false // "well done", "got my work done", "the flowers you sent"
		}
		loose := all[row].what == "help" || all[row].what == "underway"
		return (thanks || all[row].what == "solved") && (story <= brief || !loose)
	})
	switch {
	case toOne && (!found || handsThanks.standIn(words)):
		return "" // their name is taken up
	case found:
		return all[row].what
	case thanks && story <= fewWords && !hasAny(words, []string{"for", "god", "to"}):
		return "thanks"
	}
	return ""
}

// saysWhat reports praise for somebody or something that is taken up by name.
func saysWhat(language, post string) bool {
	_, second := both(language, post)
	return second != "" || howSwift(language, post) != "" || liked(language, post) != ""
}

// effusive are words of whoever says more than thanks.
var effusive = []string{"love", "loved", "amazing", "awesome", "best", "fantastic", "incredible", "wonderful", "brilliant", "crew", "shout", "shoutout", "kudos", "lovely", "excellent", "legend", "legends", "sunset", "family", "mom", "mum", "dad"}

// fewWords are no more than it takes to say thanks.
const fewWords = 8

var thanking = []string{"thanks", "thank", "thankyou", "thx", "thks", "thnx", "thanx", "tks", "ty", "tysm", "tyvm", "ta", "cheers", "gracias", "danke", "dank"}

// asksWithThanks reports thanks that are none, or not alone: they close a
// request, or a question stands beside them.
func asksWithThanks(q Request) bool {
	post := q.hears()
	if q.Verdict.Question >= certainly && post.asks() {
		return true
	}
	words := post.told()
	if language(q) != "en" {
		return false
	}
	if turns(words) || asksOn.standIn(words) {
		return true
	}
	if !hasAny(words, thanking) {
		return false
	}
	if post.request() == "info" {
		return true
	}
	for len(words) > 0 && slices.Contains(salutes, words[0]) {
		words = words[1:]
	}
	return len(words) > 3 && (requestWords[words[0]] || words[0] == "i" && requestWords[words[1]])
}

// asksOn begin a question wherever they stand, with or without a mark: "lovely
// stay. What time is breakfast".
var asksOn = openingsOf(phrases(
	"how do i return", "how do i get", "how do i change", "how do i book", "how do i cancel", "how do i use", "how can i return", "how can i get", "how can i change", "how can i book",
	"where can i leave", "where can i get", "where can i buy", "where can i find", "where do i send", "where do i leave", "when do you open", "when do you close", "what time is", "what time do you", "what time does", "any chance of",
))

// turns reports a question that begins behind a conjunction: "great, but can I
// text with it".
func turns(words []string) bool {
	for i := 1; i+3 < len(words); i++ {
		if (turning[words[i]] || words[i] == "thing" && words[i-1] == "more") && beginnings.at(words, i+1) > 0 {
			return true
		}
	}
	return false
}

var (
	turning    = wordSet("but and also though ps now question")
	beginnings = openingsOf(phrases(
		"can i", "can you", "can we", "could i", "could you", "could we", "do i", "do you", "does it", "will i", "will it", "will you", "should i",
		"how do i", "how do we", "how can i", "how can we", "how does it", "how much is", "how long will", "how long does", "where do i", "where can i",
		"when will", "when does", "is there", "are there",
	))
)

// certainly is how sure the verdict must be of a question beside praise.
const certainly = 0.85

// salutes may stand before a request.
var salutes = []string{"hi", "hello", "hey", "good", "morning", "afternoon", "evening", "please", "guys", "there"}

// requestWords begin a request that thanks only close.
var requestWords = wordSet("need needs want wanted requesting looking kindly send tell give do does can could would is are where when which")
