package responder

import (
	"slices"
	"strings"

	"goodgraces/care"
)

// asksWhy reports a question for a reason, where no more is understood of the
// trouble.
func (c *composer) asksWhy() bool {
	return c.g.Issue == "" && c.g.Detail == "" && c.heard.asked() == "why"
}

// regret is the sentence before a promise of a reason: about what it is, where
// that is known. A calm question is thanked for by none.
func (c *composer) regret() []line {
	p := &c.t.Parts.Paraphrase
	said, ails := c.topic(p.Topics), c.strength() != calm || c.ails()
	switch {
	case len(said) > 0 && !c.plainThing() && ails:
		return []line{c.pick(said)}
	case c.slots["thing"] != "" && ails:
		return []line{c.pick(p.Thing)}
	case c.named() != nil || c.strength() != calm:
		return []line{c.spare(c.feeling())}
	case ails && len(c.t.Parts.Mirror.Sorry) > 0:
		return []line{c.spare(c.t.Parts.Mirror.Sorry)}
	}
	return nil
}

// onlyWonders reports a calm why: a reason is asked for, and nothing is to be
// looked up.
func (c *composer) onlyWonders() bool { return c.asksWhy() && !c.ails() && c.strength() == calm }

// ails reports a post that shouts, or has a word for what does not work, or
// complains in other words.
func (c *composer) ails() bool {
	words := c.heard.words()
	return complainsAbroad(c.q) || strings.Contains(c.q.Mention.Text, "!") || hasAny(words, troubles) || anyOf(words, failing)
}

// promise is what we do about a question, nothing where the template has no
// words for what is asked.
func (c *composer) promise() []string {
	of := c.t.Parts.Answer.PromiseOf
	about, _ := c.heard.subject()
	switch kind := c.heard.asked(); {
	case kind == "whether" && about == "restored":
		return c.placed(of["when"])
	case kind == "where" && c.q.Verdict.Action == care.ActReply && c.heard.aboutOwn():
		return nil // it is missed, and no way is asked
	case len(of["ongoing"]) > 0 && c.heard.goesOn() && !comesBackAsking(c.q.Mention.Text) && !c.protests() && (kind == "whether" || kind == "how" || kind == "why" || kind == ""):
		return of["ongoing"]
	default:
		return c.placed(of[kind])
	}
}

// protests reports an answer to us that asks nothing and complains.
func (c *composer) protests() bool {
	return c.q.Verdict.Action == care.ActReply && c.q.Verdict.Complaint >= likely && !strings.Contains(c.q.Mention.Text, "?")
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
func (c *composer) asks() bool { return len(c.t.Parts.Answer.Asks) > 0 && c.retold() != "" }

// retold is the question told again, "" where that would sound wrong.
func (c *composer) retold() string {
	told := c.slots["asked"]
	switch {
	case slices.ContainsFunc(ofUs, func(start string) bool { return strings.HasPrefix(told, start) }),
		strings.Count(told, " ") >= toldAgain, told == "", breaksOff(told),
		strings.HasPrefix(told, "whether ") && c.heard.has(wider):
		return ""
	}
	return told
}

// ofUs are beginnings of questions that are no questions once they are told again.
var ofUs = []string{"whether we are able", "whether we are a ", "whether we mean", "whether you shouldn't", "whether you should message"}

// wider are words of questions that want more than a yes or a no.
var wider = []string{"what", "which", "where", "how", "when", "why", "who"}

// asksAbout reports a calm question about something that can be named; that it
// is about our service says nothing.
func (c *composer) asksAbout() bool {
	thing := c.slots["thing"]
	return thing != "" && c.strength() == calm && len(c.t.Parts.Answer.About) > 0 && !strings.HasSuffix(thing, "service") && !strings.HasPrefix(thing, "unser")
}

// planAnswer says who finds it out and by when, and asks for what the answer
// hangs on.
func (c *composer) planAnswer() plan { return plan{lines: c.answering(true)} }

// answering names the trouble that a question tells of, or what is asked, or
// what it is about, whichever is known best.
func (c *composer) answering(openly bool) []line {
	p := &c.t.Parts
	about, _ := c.heard.subject()
	promise, asking := c.promise(), ""
	if openly && c.g.Issue == "" && c.heard.asks() {
		asking = c.leftOut()
	}
	settled := (openly || privately[about]) && c.settles(about)
	more := c.missing(asking)
	switch {
	case c.g.Issue != "" && len(p.Paraphrase.Issue) > 0 && c.heard.asked() != "wish":
		if ask := c.diagnosis(); len(ask) > 0 {
			return []line{c.pick(c.sayable(p.Paraphrase.Issue)), c.pick(ask)}
		}
		return []line{c.pick(c.sayable(p.Paraphrase.Issue)), c.pick(c.remedy(promise))}
	case settled && asking != "" && len(p.Answer.Needs) > 0:
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

// leftOut is what the answer hangs on and the post leaves out, "" for nothing:
// which thing it is about, then where.
func (c *composer) leftOut() string {
	about, open := c.heard.subject()
	if about == "stock" && !open {
		about, open = "stockist", !locates(c.q.Mention.Text, c.heard.told())
	}
	if !open || c.heard.asked() == "wish" {
		return ""
	}
	return c.t.Parts.Answer.Asking[about]
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
	if len(a.Soon) == 0 || !slices.Contains(a.Promise, last) && !slices.Contains(a.PromiseOf["whether"], last) || strings.Contains(last, "today") {
		return lines
	}
	return append(lines, c.spare(a.Soon))
}

// remedy is what we do about trouble that a question tells of: a why, when or
// where is of the trouble, and so are the steps that are asked for; else its kind says what to do.
func (c *composer) remedy(promise []string) []string {
	switch c.heard.asked() {
	case "why", "when", "where", "next":
		return c.orPromise(promise)
	case "how":
		if c.heard.query().steps {
			return c.orPromise(promise)
		}
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

// settles reports that the subject says all that can be said: nothing nearer is
// asked, a reason or the steps.
func (c *composer) settles(about string) bool {
	a := &c.t.Parts.Answer
	kind := c.heard.asked()
	if kind == "why" || kind == "wish" || kind == "price" || kind == "next" || kind == "how" && !waysOf[about] {
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
	case len(promise) > 0 && c.asksAbout() && c.random.IntN(3) > 0:
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
	return strings.Contains(post, "?") && !strings.Contains(post, "??") && c.strength() == calm && c.q.Verdict.Complaint < faint && !c.heard.goesOn() && !hasAny(c.heard.words(), waiting)
}

// waiting are words of whoever asks again, or needs it now.
var waiting = []string{"still", "again", "yet", "why", "already", "fixed", "urgent", "asap", "waiting", "anymore", "help", "refund", "recall", "lost", "wrong", "error", "outage", "down", "complaint", "complain", "inadequate", "report", "cancel", "unable", "unclear"}

// requested is what we do about a wish to know or to have something that is put
// as no question, nothing where there is none.
func (c *composer) requested() []string {
	return c.placed(c.t.Parts.Answer.PromiseOf[c.heard.request()])
}

// troubled reports a post that asks nothing and tells of trouble, of which
// something can be said.
func (c *composer) troubled() bool {
	p := &c.t.Parts.Paraphrase
	if c.heard.asks() || len(p.Topics) == 0 {
		return false
	}
	if c.slots["thing"] == "" && len(c.topic(p.Topics)) == 0 && !c.storyOnly() {
		return c.heard.has(troubles)
	}
	weakly := c.q.Verdict.Complaint >= faint && c.heard.has(troubled) // "not one tear" is no trouble
	return c.strength() != calm || weakly || c.heard.has(troubles)
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
