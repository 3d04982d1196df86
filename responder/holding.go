package responder

import (
	"slices"
	"strings"

	"goodgraces/care"
)

// hold leaves a question to a person: what is asked, and words to hold it with
// for who cannot answer at once, "" where none passed the checks.
func (r *Responder) hold(d care.Draft, c *composer, holding string) care.Draft {
	d.Holding, d.Asked = holding, c.askedOfUs()
	d.Reason = handed(d.Asked, Asks(c.q), r.match(c.q) != nil)
	return d
}

// handed says what a person is to do about a question. Where a known answer is
// near, they have it before them.
func handed(asked string, asks, near bool) string {
	what := "a question"
	switch {
	case asked != "":
		what = "they ask " + asked
	case !asks:
		return "it wants more than a set reply: write it in your own words"
	}
	if near {
		return what + ": write the answer, or take the kept one if that is what they mean"
	}
	return what + ": write the answer; nobody has kept one for it yet"
}

// askedOfUs is the question as one of us would tell it to another, "" where it
// cannot be told.
func (c *composer) askedOfUs() string {
	if c.t.Language != "en" || !c.heard.asks() {
		return ""
	}
	return toldOfThem(c.retold())
}

// toldOfThem turns words that are said to a customer into words about them.
func toldOfThem(told string) string {
	words := strings.Fields(told)
	for i, word := range words {
		switch bare := strings.TrimRight(word, ","); {
		case bare == "you" && i > 0 && (i == len(words)-1 || slices.Contains(towards, words[i-1])):
			words[i] = "them" + word[len(bare):]
		case theirs[bare] != "":
			words[i] = theirs[bare] + word[len(bare):]
		}
	}
	return strings.Join(words, " ")
}

// theirs is what we say of customers for what we say to them.
var theirs = map[string]string{
	"you": "they", "your": "their", "yours": "theirs", "yourself": "themselves", "yourselves": "themselves",
	"you're": "they're", "you've": "they've", "you'll": "they'll", "you'd": "they'd",
}

// towards are words behind which "you" is whom something is done to.
var towards = []string{
	"to", "for", "with", "from", "about", "at", "of", "near", "by", "let", "lets", "help", "helps", "give", "gives", "send", "sends",
	"tell", "tells", "contact", "call", "ring", "refund", "charge", "charges", "show", "allow", "allows", "email", "message", "offer", "sell", "cost", "costs", "get",
}
