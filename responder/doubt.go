package responder

import (
	"strings"

	"goodgraces/care"
)

// sure is how likely a complaint must be before we apologise for we know not
// what, faint how unlikely one is that only misses something.
const sure, faint = 0.75, 0.5

// doubtful reports a post that may be no complaint: the verdict is not sure,
// and it tells of no trouble, feeling or thing that we know. To say sorry would
// be an apology for a joke.
func (c *composer) doubtful() bool {
	v := &c.q.Verdict
	return len(c.t.Parts.Answer.Noted) > 0 && v.Complaint < sure && v.Severity == care.NoReproach && v.Anger < cross && v.Sarcasm < sarcastic &&
		c.g.Issue+c.g.Detail == "" && c.detail.What == "" && c.felt == 0 && c.slots["thing"] == "" && !c.heard.has(troubles) && !anyOf(c.heard.words(), failing) && !anyOf(c.heard.words(), gone)
}

// complainsAbroad reports a sure complaint in a language of which the tables know
// few troubles: though it asks something and no trouble was read in it, it is no
// mere question.
func complainsAbroad(q Request) bool { return language(q) != "en" && q.Verdict.Complaint >= sure }

// gone are words for what is no good to eat or to use any more.
var gone = wordSet("expired mouldy moldy rotten stale sour rancid date off torn cracked leaking")

// unlessMere is an issue, "" where a post only lacks something and is hardly a
// complaint: "no notes" is praise.
func unlessMere(q Request, issue string) string {
	for _, none := range []string{"there was no ", "there were no "} {
		if lacks, ok := strings.CutPrefix(issue, none); ok && strings.Count(lacks, " ") < 2 && q.Verdict.Complaint < faint {
			return ""
		}
	}
	return issue
}
