package responder

import (
	"slices"
	"strings"

	"goodgraces/responder/grievance"
)

// does is the line that says what we do: about the question that a complaint asks,
// where it asks one, else about its trouble.
func (c *composer) does() line {
	if answer := c.takenUp(); len(answer) > 0 {
		return c.pick(answer)
	}
	l := c.pick(c.commitment())
	l.promises = true
	return l
}

// takenUp is that we find out what a complaint asks, and when they hear: "I'm checking
// whether the line is down in your area and will let you know today". Nothing where the
// question is but a reproach, or what we do about the trouble answers it.
func (c *composer) takenUp() []string {
	if c.t.Language != "en" || c.g.Issue == "" || c.strength() == angry || answering[c.g.Kind] {
		return nil
	}
	a := &c.t.Parts.Answer
	asking := c.heard.query()
	switch kind := asking.kind; {
	case kind == "reproach" || kind == "message" || kind == "":
		return nil
	case asking.plain && len(a.Asks) > 0 && slices.ContainsFunc(retellable, func(start string) bool { return strings.HasPrefix(c.retold(), start) }):
		return c.placed(a.Asks)
	case kind == "when", kind == "next", kind == "why" && asking.plain, kind == "how" && asking.steps && !c.traces():
		return c.placed(a.PromiseOf[kind])
	}
	return nil
}

// traces reports that what we do is to look for what they ask how to find.
func (c *composer) traces() bool {
	return onItsWay[c.g.Kind] && anyOf(c.heard.words(), finding)
}

var finding = wordSet("find know track trace see")

// wantsToKnow reports a complaint that asks when, how or what to do, which is answered before
// anything is asked back.
func (c *composer) wantsToKnow() bool {
	asking := c.heard.query()
	return (asking.kind == "when" || asking.kind == "how" || asking.kind == "next") && len(c.takenUp()) > 0
}

// answering are kinds of trouble about which what we do is the answer: whoever asks when
// they get a reply gets one.
var answering = map[grievance.Kind]bool{grievance.KindUnanswered: true, grievance.KindRude: true, grievance.KindPrice: true, grievance.KindSpoiled: true}

// retellable begin questions that may be told again beside a trouble.
var retellable = []string{"how to ", "when your ", "when the ", "when it ", "when you ", "when our ", "when we ", "when they ", "whether there is a", "whether there are a", "whether there's a", "whether you can ", "whether you could "}

// query is what a post asks where it also complains.
type query struct {
	kind  string // as whatIsAsked has it, of its questions alone
	plain bool   // it is asked for an answer, and no reproach: "why is it late", not "why can't you"
	steps bool   // it asks how to do something
}

// query is found once.
func (h *heard) query() query {
	return h.ofQuery.get(func() query {
		asking := questionsIn(h.post)
		if asking == "" && (h.begins() || h.asked() == "next" || unmarked.standIn(h.told()) && !strings.ContainsAny(h.post, "\"“”")) {
			asking = h.post
		}
		if asking == "" {
			return query{}
		}
		words := asked(asking)
		return query{whatIsAsked(h.language, asking), !reproachful.standIn(words), steps.standIn(words)}
	})
}

// questionsIn is the sentences of a post that end in a question mark.
func questionsIn(post string) string {
	var asking strings.Builder
	for sentence := range strings.SplitAfterSeq(post[:min(len(post), maxFelt)], "?") {
		if !strings.HasSuffix(sentence, "?") {
			break
		}
		if from := strings.LastIndexAny(sentence, ".!\n"); from >= 0 {
			sentence = sentence[from+1:]
		}
		asking.WriteString(sentence)
		asking.WriteByte(' ')
	}
	return asking.String()
}

// steps are asked for by whoever wants to do something.
var steps = openingsOf(phrases("how do i", "how do we", "how can i", "how can we", "how to", "how should i", "how does one"))

// unmarked are those that are asked without a mark as well: what a robot says is quoted.
var unmarked = openingsOf(phrases("how do i", "how do we", "how can i", "how should i", "how does one"))

// reproachful are words of questions to which nobody wants an answer.
var reproachful = openingsOf(phrases("why bother", "why can't you", "why cant you", "why don't you", "why dont you", "why do you", "why would", "why should", "why do i", "why did i", "why even", "why not", "why oh", "why on earth", "why the hell",
	"how do you", "how can you", "how could you", "how does anyone", "how is that", "how is it", "how many", "how much", "how would i know", "how long do", "how long have", "how long must", "how long does a", "when did", "when do you"))
