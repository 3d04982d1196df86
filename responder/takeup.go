package responder

import (
	"slices"
	"strings"

	"goodgraces/care"
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
	case kind == "why" && asking.cause && (onItsWay[c.g.Kind] || c.g.Kind == grievance.KindDown):
		return nil // that is what we find out
	case kind == "whether" && asking.sincere && unsettled[c.g.Kind] && !provoked(c.q), kind == "where" && asking.sincere && !onItsWay[c.g.Kind]:
		return heardToday(c.placed(a.PromiseOf[kind]))
	case kind == "whether" && asking.decides:
		return c.placed(a.PromiseOf["next"])
	case kind == "when", kind == "next", kind == "why" && asking.plain, kind == "how" && asking.steps && !c.traces():
		return c.placed(a.PromiseOf[kind])
	}
	return nil
}

// cuts are words of one who asks whether it is us, and not their own device.
var cuts = wordSet("outage outages maintenance down servers")

// traces reports that what we do is to look for what they ask how to find.
func (c *composer) traces() bool {
	return onItsWay[c.g.Kind] && anyOf(c.heard.words(), finding)
}

var finding = wordSet("find know track trace see")

// wantsToKnow reports a complaint that asks when, how or what to do, which is answered before
// anything is asked back.
func (c *composer) wantsToKnow() bool {
	asking := c.heard.query()
	return (asking.kind == "when" || asking.kind == "how" || asking.kind == "next" || asking.kind == "whether" && anyOf(c.heard.words(), cuts)) && len(c.takenUp()) > 0
}

// heardToday is the wordings that say by when they hear.
func heardToday(wordings []string) []string {
	return slices.DeleteFunc(slices.Clone(wordings), func(w string) bool { return !strings.Contains(w, "today") })
}

// unsettled are kinds of trouble about which what we do answers no yes or no.
var unsettled = map[grievance.Kind]bool{grievance.KindFaulty: true, grievance.KindDown: true, grievance.KindWrong: true, grievance.KindCancelled: true, grievance.KindDamaged: true, grievance.KindService: true, grievance.KindLockedOut: true}

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
	cause bool   // it asks in a word or two what is wrong
	// sincere is a yes or no, or a place, that somebody wants to know: not "do I have to come down there".
	sincere bool
	decides bool // it asks which of two things to do: "should I cancel it"
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
		q := query{kind: whatIsAsked(h.language, asking, words), plain: !reproachful.standIn(words), steps: steps.standIn(words), sincere: sincere.standIn(words) && !mocking.standIn(words) && !strings.ContainsAny(h.post, "\"“”")}
		q.decides = q.sincere && decides(words)
		q.brief(words)
		return q
	})
}

// decides reports a question which way to go: "should I wait or order it again".
func decides(words []string) bool {
	for i := range max(0, len(words)-2) {
		if (words[i] == "should" || words[i] == "shall") && (words[i+1] == "i" || words[i+1] == "we") && anyOf(near(words[i+2:], 3), ways) {
			return true
		}
	}
	return false
}

// ways are what people do about what went wrong.
var ways = wordSet("cancel reorder order wait return send keep buy get book rebook refuse accept stay leave go come ring call collect pick replace exchange rent hire stop turn switch unplug chase report")

// brief takes up what is asked in few words: "any ideas?" is for what to do, "what's
// going on?" for the reason.
func (q *query) brief(words []string) {
	switch q.kind {
	case "", "info", "help", "how", "whether":
		q.cause = causes.standIn(words)
	default:
		return
	}
	switch {
	case advice.standIn(words):
		q.kind = "next"
	case q.cause:
		q.kind = "why"
	case q.kind == "" && q.sincere:
		q.kind = "whether"
	}
}

// sincere begin questions of a yes or no to which an answer is wanted.
var sincere = openingsOf(phrases("is there a", "is there an", "is there any", "is there someone", "are there any", "can i", "can we", "can someone come", "can somebody come", "can you fix", "can you repair", "can you replace", "can you send", "can you exchange", "can you refund", "could you fix", "could you repair", "could you replace", "could you send", "could you exchange", "would you consider", "will you send", "will you fix", "will you replace", "will you refund", "will it", "will there", "will i", "is it normal", "is this normal", "is that normal", "is it possible", "is it affecting", "is it only", "is it still", "is this legit",
	"is service", "is the service", "is the whole", "is the entire", "should i", "should we", "shall i", "shall we", "where can i", "where do i", "where should i"))

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

// advice is asked for in few words, as the cause is.
var (
	advice = openingsOf(phrases("any ideas", "any suggestions", "any suggestion", "any tips", "any advice", "any fix", "any solution", "any solutions", "ideas", "tips", "advice", "suggestions", "is there a fix", "anything i can do", "anything we can do", "something i can do", "what are my options", "suggest a solution", "suggest solution", "what helps"))
	causes = openingsOf(phrases("what's the problem", "what is the problem", "what could be the problem", "what might be the problem", "what's the issue", "what is the issue", "what might be the issue", "what's going on", "what is going on", "whats going on", "what gives", "what's happening", "what is happening", "what's wrong", "what happened", "any reason"))
)

// unmarked are those that are asked without a mark as well: what a robot says is quoted.
var unmarked = openingsOf(phrases("how do i", "how do we", "how can i", "how should i", "how does one"))

// reproachful are words of questions to which nobody wants an answer.
var reproachful = openingsOf(phrases("why bother", "why can't you", "why cant you", "why don't you", "why dont you", "why do you", "why would", "why should", "why do i", "why did i", "why even", "why not", "why oh", "why on earth", "why the hell",
	"how do you", "how can you", "how could you", "how does anyone", "how is that", "how is it", "how many", "how much", "how would i know"))

// mocking are words of questions of a yes or no to which nobody wants an answer.
var mocking = openingsOf(phrases("are you kidding", "are you serious", "are you joking", "are you even", "are you listening", "are you having a laugh", "do you even", "do you think", "do you know how", "do you not", "do you guys even", "did you forget", "did you guys forget", "did you think", "is it too much", "is that too much", "is this a joke", "is this what", "is this how", "is that how", "can you not", "can you imagine", "can you believe", "can you at least", "is anybody", "is anyone", "anyone there", "is there anybody", "is there anyone", "how long do", "how long have", "how long must", "how long does a", "when did", "when do you"))

// tellsNoTrouble reports a calm question to be answered in which no trouble is told, though a
// clause of it reads like one: "do I need to be at the gate 40 minutes before".
func tellsNoTrouble(q Request) bool {
	v, asking := &q.Verdict, q.hears().query()
	if v.Action != care.ActAnswer || language(q) != "en" || v.Question < certainly || v.Complaint >= faint || !asking.plain && asking.kind != "price" {
		return false
	}
	words := q.hears().words()
	return mereKinds[asking.kind] && !anyOf(words, playsUp) && !anyOf(words, gone) && !anyOf(words, amiss)
}

var (
	mereKinds = map[string]bool{"whether": true, "when": true, "where": true, "how": true, "price": true, "why": true}
	// amiss are words of a trouble that is theirs.
	amiss = wordSet("incorrectly incorrect down broken working missing stuck late wrong cancelled canceled charged failed fails lost stolen damaged faulty leaking refused rejected still never nobody waiting waited")
)
