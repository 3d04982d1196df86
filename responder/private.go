package responder

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"goodgraces/care"
	"goodgraces/responder/check"
	"goodgraces/responder/grievance"
	"goodgraces/responder/templates"
)

// message writes the message in which the conversation goes on, and names the
// way it takes: a message where we may send one, else the route that the
// public text offers, else the inbox, where the author writes first. The text
// is there in every case, for the person who takes it up.
func (c *composer) message() []*said {
	p := &c.t.Parts.Private
	c.slots["needs"] = c.needs()
	lines := append(make([]*said, 0, 7), c.greeting(), c.pick(c.recap()).said)
	if c.fact != nil {
		lines = append(lines, c.say(c.fact.Answer))
	}
	lines = append(lines, c.pick(c.ask()).said)
	if c.offersForm(p.Form) {
		lines = append(lines, c.pick(p.Form).said)
	}
	return append(lines, c.pick(p.Promise).said, c.pick(p.Closing).said)
}

// greeting names them where they have a name.
func (c *composer) greeting() *said {
	p := &c.t.Parts.Private
	if c.slots["name"] = firstName(c.q.Mention.Author.Name); c.slots["name"] == "" {
		return c.pick(p.Nameless).said
	}
	return c.pick(p.Greeting).said
}

// offersForm reports whether a form can be offered: there is a link, and words
// for it, and we send the message ourselves, so that nobody else reads it.
func (c *composer) offersForm(words []string) bool {
	return c.q.Link != "" && len(words) > 0 && c.q.CanMessage
}

// recap says what we know already, so that nobody has to tell it twice.
func (c *composer) recap() []string {
	p := &c.t.Parts.Private
	switch {
	case c.g.Issue != "":
		return p.Recap
	case len(p.RecapTold) > 0 && c.heard.story() >= story:
		return p.RecapTold
	}
	return p.RecapOpen
}

// ask asks for no number that we have been given, and for nothing where nothing
// helps, as long as the template has words for that; those for a number in the post
// and those for one that we were given before stand in for each other.
func (c *composer) ask() []string {
	p := &c.t.Parts.Private
	switch {
	case c.needless() && len(p.AskNothing) > 0:
		return p.AskNothing
	case !c.spares():
		return p.Ask
	}
	if c.given() == inPost {
		return orElse(p.AskKnown, p.AskSent, p.Ask)
	}
	return orElse(p.AskSent, p.AskKnown, p.Ask)
}

// orElse is the first wordings that a template does not leave out, nil where it
// leaves out all.
func orElse(wordings ...[]string) []string {
	for _, w := range wordings {
		if len(w) > 0 {
			return w
		}
	}
	return nil
}

func (c *composer) privateRoute() string {
	switch {
	case c.q.CanMessage:
		return care.RouteMessage
	case c.routed && c.route.Kind != care.RouteMessage: // which is a message of theirs, not of ours
		return c.route.Kind
	}
	return care.RouteInbox
}

// delivered says that our message arrived, and mostly what it asks for, which
// shows that a person wrote it. Beside a loss or an illness nothing is asked in public, nor said of
// numbers.
func (c *composer) delivered() (wordings []string, asks bool) {
	route := &c.t.Parts.Route
	if c.detail.Quiet() {
		return route.Delivered, false
	}
	if c.spares() {
		return orElse(route.DeliveredKnown, route.Delivered), false
	}
	if item := c.item(); item != "" && !c.onlyAsks() && len(route.DeliveredFor) > 0 {
		c.slots["item"] = item
		return route.DeliveredFor, true
	}
	if asking := c.asking(); asking != "" && !c.onlyAsks() && len(route.DeliveredAsking) > 0 && c.given() == notGiven && c.random.IntN(4) > 0 {
		c.slots["asking"] = asking
		return route.DeliveredAsking, true
	}
	return route.Delivered, false
}

// asking is what the message asks for, "" where the template does not say, where
// an order would be asked for though the post shows none (a draft that
// disappeared has none), and where it gives the flight's number.
func (c *composer) asking() string {
	if item, known := itemOfClass[c.class()]; known && (item == "" || len(c.t.Parts.Route.Items) > 0) {
		return "" // they have told it, or nothing that they could tell would help
	}
	topic := c.matter()
	order := lookup(c.t.Language, c.g.Issue) // "flew over the gate" is no flight
	if !order.shown {
		order = c.heard.order()
	}
	if ofOrders[topic] && (c.t.Language == "en" && !order.shown || slices.ContainsFunc(c.heard.words(), isFlight)) {
		return ""
	}
	if order.what == "train" && hasDigit(c.q.Mention.Text) {
		return "" // by its number or its time
	}
	if topic == "waiting and contact" && (c.heard.story() > story || anyOf(c.heard.words(), wrote)) || topic == "availability" && c.heard.story() > fewWords {
		return "" // they have said what it is about
	}
	if topic == "outage" && !ofLine(cmp.Or(c.g.Issue, c.q.Mention.Text)) {
		if topic = "service"; !c.heard.online() {
			return "" // a lorry that broke down shows nothing on a screen
		}
	}
	if topic == "" {
		return c.askingByKind()
	}
	if c.onlyWonders() {
		return ""
	}
	if slices.ContainsFunc(askedWith[topic], c.heard.tells) {
		return ""
	}
	return strings.ReplaceAll(c.t.Parts.Route.Asking[topic], "{order}", order.what)
}

// isFlight reports the number of a flight, as "xy1234": two letters or a letter
// and a digit, and up to four digits (IATA).
func isFlight(word string) bool {
	if len(word) < 4 || len(word) > 6 {
		return false
	}
	airline, number := word[:2], word[2:]
	return strings.Trim(number, "0123456789") == "" && strings.Trim(airline, "0123456789") != "" &&
		strings.Trim(airline, "0123456789abcdefghijklmnopqrstuvwxyz") == ""
}

// askingByKind is what to ask where the topic is not plain: what they tried,
// where that helps, else by what the post is about.
func (c *composer) askingByKind() string {
	about, open := c.heard.subject()
	asking := c.t.Parts.Route.Asking
	switch {
	case anyOf(asked(c.g.Issue), lacked), c.noFault():
		return ""
	case tried[about] && c.g.Kind == grievance.KindFaulty:
		return asking[string(grievance.KindFaulty)]
	case open && !slices.ContainsFunc(askedWith[about], c.heard.tells):
		return asking[about]
	}
	return ""
}

// wrote are words of one who has written to us: what it is about stands there.
var wrote = wordSet("dm dms dm'd dmed dm'ed messaged message messages inbox emailed email emails tweets tweeted mail mails letter form mensaje mensajes correo correos nachricht nachrichten geschrieben")

// askedWith is what is asked for by topic or subject that a post may tell.
var askedWith = map[string][]string{
	"outage": {itsAddress}, "quality": {itsPlace, itsTime}, "billing and refunds": {itsTime}, "staff conduct": {itsPlace, itsTime}, "account access": {itsError}, "app or website": {itsGadget, itsError, itsBrowser},
	"cancellation": {itsNumber}, "delay": {itsNumber}, "lost or damaged": {itsNumber}, "hotel": {itsPlace}, "menu": {itsPlace}, "timetable": {itsPlace, itsTime}, "device": {itsModel}, "car": {itsModel}, "connection": {itsAddress},
}

// tried are subjects of which people try out what may help.
var tried = map[string]bool{"device": true, "app": true, "game": true}

// ofOrders are the topics in which an order or a booking is asked for.
var ofOrders = map[string]bool{"delay": true, "lost or damaged": true, "cancellation": true}

// matter is the topic that the post itself is about, "" where it is not plain.
func (c *composer) matter() string {
	if topic := matters[c.g.Kind]; topic != "" {
		return topic
	}
	topic := templates.Topic(c.q.Verdict.Topic)
	if topic != "" && (c.g.Issue == "" || c.g.Kind == grievance.KindFaulty && ofThings[topic]) && c.speaksOf(topic) {
		return topic
	}
	return ""
}

// ofThings are the topics of what may not work.
var ofThings = map[string]bool{"app or website": true, "account access": true}

// matters is the topic of the kinds that have one.
var matters = map[grievance.Kind]string{
	grievance.KindLate: "delay", grievance.KindLost: "lost or damaged", grievance.KindDamaged: "lost or damaged", grievance.KindWrong: "lost or damaged",
	grievance.KindCancelled: "cancellation", grievance.KindCharged: "billing and refunds", grievance.KindPrice: "other", grievance.KindUnanswered: "waiting and contact",
	grievance.KindRude: "staff conduct", grievance.KindLockedOut: "account access", grievance.KindDown: "outage",
	grievance.KindSpoiled: "quality", grievance.KindNoStock: "availability",
}

// firstName returns what looks like a first name, "" when nothing does:
// "Sam Jones" is Sam; "xX_killer_Xx", "ANGRY", "Dr." and "The Boss" are not.
func firstName(display string) string {
	name, _, _ := strings.Cut(strings.TrimSpace(display), " ")
	letters := []rune(name)
	if len(letters) < 2 || len(letters) > 14 || !unicode.IsUpper(letters[0]) || check.Profane(display) || titles[strings.ToLower(name)] {
		return ""
	}
	for _, r := range letters[1:] {
		if !unicode.IsLower(r) {
			return ""
		}
	}
	return name
}

// titles begin a display name without being one.
var titles = map[string]bool{
	"the": true, "mr": true, "mrs": true, "ms": true, "miss": true, "dr": true, "sir": true, "lady": true, "lord": true,
	"just": true, "not": true, "your": true, "my": true, "real": true, "official": true, "team": true, "anonymous": true,
	"user": true, "angry": true, "sad": true, "mad": true, "happy": true, "big": true, "little": true, "king": true, "queen": true,
	"captain": true, "coach": true, "chef": true, "pastor": true, "father": true, "uncle": true, "aunt": true, "auntie": true, "nurse": true, "doctor": true, "saint": true, "los": true, "las": true, "san": true, "professor": true, "prof": true, "herr": true, "frau": true, "don": true, "der": true, "die": true, "el": true, "la": true,
	"irate": true, "furious": true, "grumpy": true, "tired": true, "cross": true, "annoyed": true, "upset": true, "fed": true, "disgruntled": true, "unhappy": true, "crazy": true, "lazy": true,
	"lucky": true, "proud": true, "old": true, "young": true, "silly": true, "simply": true, "super": true, "mister": true, "poor": true, "broke": true, "bored": true, "hungry": true, "new": true,
	"fuming": true, "frustrated": true, "disappointed": true, "boycott": true, "save": true, "free": true, "stop": true, "black": true, "blue": true, "red": true, "green": true, "white": true,
	"good": true, "bad": true, "sweet": true, "beer": true, "coffee": true, "bike": true, "book": true, "cat": true, "dog": true, "hot": true, "cool": true, "wild": true, "dark": true, "lost": true, "no": true, "we": true, "it": true, "is": true,
	"customer": true, "guest": true, "unknown": true, "deleted": true, "mum": true, "mom": true, "dad": true, "this": true, "an": true,
}
