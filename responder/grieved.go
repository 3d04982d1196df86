package responder

import (
	"strings"

	"goodgraces/care"
	"goodgraces/responder/grievance"
)

// grieved is what a post complains of. Whether a thing is to be had is a
// question, and no complaint that it is not; nor does one complain who only asks. Where the rules have read nothing
// that says much, or something beside the point, and the post complains, a guess
// stands that is sure enough.
func grieved(q Request) grievance.Grievance {
	g := lighter(reading(q).Grievance(language(q)))
	if about, _ := q.hears().subject(); about == "slip" && ownSlip(q.hears()) {
		return grievance.Grievance{Thing: g.Thing, Around: g.Around}
	}
	if merelyInquires(q) || asksMerelyOf(q, g) {
		return grievance.Grievance{Thing: g.Thing, Around: g.Around}
	}
	if !complains(q) || g.Issue != "" && !saysLittle(g.Issue) && !reading(q).Doubted(language(q)) {
		return g
	}
	guess := reading(q).Guess(language(q))
	if guess.Kind == grievance.KindFaulty && anyOf(q.hears().plain(), differing) {
		return g // two that do not agree may each work
	}
	if guess.Issue == "" || guess.Near && (g.Issue != "" || ceasing(q) != "" || chases(q)) {
		return g
	}
	return guess
}

// selves are words of who writes of a matter of their own.
var selves = []string{"i", "i'm", "i've", "im", "ive", "my", "me", "we", "our", "us"}

var differing = wordSet("different differ differs differing inconsistent mismatch")

// asksMerelyOf reports a calm question about what might be no trouble: whether and
// when a thing is to be had, what is new about another's.
func asksMerelyOf(q Request, g grievance.Grievance) bool {
	post := q.hears()
	if strings.HasPrefix(g.Issue, "you're waiting for news about the ") {
		return asksPlainly(q) && !post.has(troubled) && !hasAny(post.told(), selves)
	}
	if g.Kind != grievance.KindNoStock {
		return false
	}
	switch post.asked() {
	case "whether":
		return post.question() || asksPlainly(q) && !post.has(troubled)
	case "when", "where":
		return asksPlainly(q) && !post.has(troubled) && !strings.Contains(g.Issue, "sold out") && !strings.Contains(strings.ToLower(post.post), "out of stock")
	}
	return false
}

// complains reports a post that is answered as a complaint: a guess at the trouble
// of another would be an apology for nothing.
func complains(q Request) bool {
	return q.Verdict.Action == care.ActReply && q.Verdict.Complaint >= likely
}

// saysLittle reports what was read word by word and names no trouble by itself.
func saysLittle(issue string) bool {
	return issue == "you're still waiting" || strings.HasPrefix(issue, "something went wrong")
}

// ownSlip reports a mistake that its author made and asks us to mend: it is no
// complaint.
func ownSlip(post *heard) bool {
	words := post.told()
	for i, word := range words {
		if slips[word] && hasAny(words[max(0, i-6):i], []string{"i", "i've", "we", "ive"}) {
			return post.asks()
		}
	}
	return false
}

// slips are what people do by mistake.
var slips = wordSet("put entered typed used chose picked selected accidentally accidently mistake mistakenly wrongly")

// reading is the post of a request, cut into words once.
func reading(q Request) *grievance.Post {
	if q.post != nil {
		return q.post
	}
	return grievance.Cut(q.Mention.Text)
}
