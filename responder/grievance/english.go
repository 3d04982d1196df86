package grievance

import (
	"strings"
)

// english reads an English post: at each place each rule is tried.
func english(toks []tok) []finding {
	p := enParser{parser{toks}}
	rules := []func(i int) (finding, bool){
		p.holding, p.lateness, p.without, p.charging, p.condition, p.misbehaviour, p.deed, p.inability,
		p.nonArrival, p.stillNo, p.wrongOne, p.rudeness, p.silence, p.badNoun, p.poorService, p.mention,
		p.fault, p.missingPart, p.sinceUpdate, p.battery,
	}
	var found []finding
	for i := range toks {
		for _, rule := range rules {
			if f, ok := rule(i); ok {
				found = append(found, f)
			}
		}
	}
	return found
}

type enParser struct{ parser }

func told(weight int, issue, detail, thing string) (finding, bool) {
	return finding{Grievance{Issue: issue, Detail: detail, Thing: thing}, weight}, true
}

// fillers may stand anywhere between the words of a rule.
var fillers = fields("still now again already just literally actually really so very been also always constantly currently completely totally all the fucking damn bloody freaking")

// holding: "on hold for three hours", "2 hrs in line", "waited 40 minutes".
func (p enParser) holding(i int) (finding, bool) {
	if span, j, ok := p.duration(i); ok {
		j = p.skip(j, "now", "and", "counting", "just", "sat", "sitting", "stuck", "spent")
		if place, _, ok := p.place(j); ok {
			return told(weightExact, "you spent "+span+" "+place, span+" "+place, "")
		}
		if p.is(p.skip(j, "of"), "wait", "waiting") {
			return told(weightExact, "you've been waiting "+span, "a wait of "+span, "")
		}
		return finding{}, false
	}
	j, place := i+1, "waiting"
	if at, k, ok := p.place(i); ok {
		j, place = k, at
	} else if !p.is(i, "waiting", "waited", "wait") {
		return finding{}, false
	}
	j = p.skip(j, "for", "with", "now", "over", "about", "like", "here", "literally", "of", "on", "already")
	if p.is(i, "waiting", "waited") && !p.is(i+1, "for", "on") {
		j = p.skip(i+1, "here", "now", "already", "about", "over")
		if p.is(i+1, "over") {
			j = i + 1
		}
	}
	span, _, ok := p.duration(p.backTo(j))
	switch {
	case ok && place == "waiting":
		return told(weightExact, "you've been waiting "+span, "a wait of "+span, "")
	case ok:
		return told(weightExact, "you spent "+span+" "+place, span+" "+place, "")
	case place == "on hold" || place == "in line" || place == "in a queue":
		return told(weightClear, "you were kept waiting "+place, "", "")
	}
	return finding{}, false
}

// backTo steps back over "over" and "about", which a duration may begin with.
func (p enParser) backTo(j int) int {
	if p.is(j-1, "over", "about") {
		return j - 1
	}
	return j
}

func (p enParser) place(i int) (string, int, bool) {
	for _, at := range []struct{ said, tell string }{
		{"on hold", "on hold"}, {"holding", "on hold"}, {"in line", "in line"}, {"in the queue", "in a queue"},
		{"in a queue", "in a queue"}, {"queuing", "in a queue"}, {"queueing", "in a queue"}, {"in queue", "in a queue"},
		{"on the phone", "on the phone"}, {"on phone", "on the phone"}, {"on the line", "on the phone"},
		{"on the runway", "on the runway"}, {"on the tarmac", "on the tarmac"}, {"on tarmac", "on the tarmac"},
		{"on the plane", "on the plane"}, {"at the gate", "at the gate"}, {"at the airport", "at the airport"},
		{"in the airport", "at the airport"}, {"in chat", "in the chat"}, {"on chat", "in the chat"}, {"on the chat", "in the chat"},
	} {
		if j, ok := p.phrase(i, at.said); ok {
			return at.tell, j, true
		}
	}
	return "", i, false
}

// lateness: "my flight is two hours late", "3 hour delay".
func (p enParser) lateness(i int) (finding, bool) {
	span, j, ok := p.duration(i)
	if !ok {
		return finding{}, false
	}
	switch {
	case p.is(j, "delay", "delays"):
		return told(weightExact, "you had a delay of "+span, "a delay of "+span, "")
	case p.is(j, "late", "overdue", "delayed"):
		if what, _, ok := p.thingBefore(i); ok {
			return told(weightExact, what.subject()+" "+what.be("is")+" "+span+" late", "a delay of "+span, what.subject())
		}
		return told(weightExact, "you're facing a delay of "+span, "a delay of "+span, "")
	}
	return finding{}, false
}

// without: "a week without internet".
func (p enParser) without(i int) (finding, bool) {
	span, j, ok := p.duration(i)
	if ok && p.is(j, "without", "with") {
		if p.is(j, "with") && !p.is(j+1, "no") {
			return finding{}, false
		}
		if what, _, ok := p.thing(p.skip(j+1, "no", "any", "my", "our")); ok && what.known {
			return told(weightExact, "you've been without "+what.noun+" for "+span, span+" without "+what.noun, what.subject())
		}
	}
	if !p.is(i, "without", "no") {
		return finding{}, false
	}
	what, j, ok := p.thing(p.skip(i+1, "any"))
	if !ok || !what.mass {
		return finding{}, false
	}
	if span, _, ok := p.duration(p.skip(j, "for", "in", "now", "since")); ok {
		return told(weightExact, "you've been without "+what.noun+" for "+span, span+" without "+what.noun, what.subject())
	}
	return told(weightClear, "you have no "+what.noun, "", what.subject())
}

// charging: "charged twice", "double charged", "overcharged me".
func (p enParser) charging(i int) (finding, bool) {
	switch {
	case p.is(i, "overcharged", "overcharging", "overcharge", "overbilled"):
		return told(weightClear, "you were charged too much", "", "your bill")
	case p.is(i, "double", "twice") && p.is(i+1, "charged", "charge", "charging", "billed", "billing", "paid"):
		return told(weightExact, "you were charged twice", "a double charge", "your payment")
	case p.is(i, "charged", "charging", "charge", "billed", "billing", "bill"):
		for j := i + 1; j <= i+5; j++ {
			switch {
			case p.is(j, "twice", "double"):
				return told(weightExact, "you were charged twice", "a double charge", "your payment")
			case p.is(j, "three", "3", "four", "4") && p.is(j+1, "times"):
				return told(weightExact, "you were charged "+numeral(p.word(j))+" times", ""+numeral(p.word(j))+" times", "your payment")
			case p.word(j) == "" && (j >= len(p.toks) || p.toks[j].kind == isBreak):
				return p.plainCharge(i)
			}
		}
		return p.plainCharge(i)
	}
	return finding{}, false
}

func (p enParser) plainCharge(i int) (finding, bool) {
	switch {
	case !p.is(i, "charged", "billed", "charging", "billing"):
	case p.is(i+1, "me", "us") && p.is(i+2, "for"):
		if what, _, ok := p.thing(i + 3); ok {
			return told(weightClear, "you were charged for "+what.object(), "that charge", "your bill")
		}
		return told(weightPlain, "you were charged for something you didn't expect", "that charge", "your bill")
	case p.is(i+1, "me", "us"), p.is(i-1, "was", "been", "were", "got", "being", "am", "getting"):
		return told(weightPlain, "you were charged something you didn't expect", "that charge", "your bill")
	}
	return finding{}, false
}

// condition: "my bag is lost", "internet down again", "flight was delayed".
func (p enParser) condition(i int) (finding, bool) {
	what, j, ok := p.thing(i)
	if !ok || p.word(i-1) != "" && what.bare && p.isThingish(i-1) {
		return finding{}, false
	}
	copula := p.is(j, "is", "are", "was", "were", "has", "have", "got", "gets", "came", "comes", "arrived", "isn't", "wasn't", "'s", "showed", "turned")
	if copula {
		j++
	}
	j = p.skip(p.skip(j, fillers...), fillers...)
	state, ok := states[p.word(j)]
	if ok && p.is(j, "down", "out", "up") && !goesDown[p.word(j-1)] && !goesDown[what.head()] {
		return finding{}, false
	}
	if !ok || p.is(j, "out") && !p.bareEnd(j+1) || p.is(j, "late", "closed", "open", "wrong", "cold", "missing", "slow", "gone", "dead", "locked", "packed", "empty", "expensive") && !copula && !p.bareEnd(j+1) {
		return finding{}, false
	}
	weight := weightClear
	if !copula && what.bare {
		weight = weightPlain
	}
	return told(weight, what.subject()+" "+what.agree(state), "", what.subject())
}

// goesDown are the things that can be down or out.
var goesDown = set(`internet wifi wi-fi broadband connection signal service network app website site page server
	servers cable power electricity phone line system tv television game games login account bluetooth reception coverage email`)

// bareEnd reports the end of a phrase.
func (p enParser) bareEnd(j int) bool {
	return p.word(j) == "" || p.is(j, "again", "and", "for", "since", "but", "in", "at", "on", "today", "because", "so", "all", "now", "this", "while", "when", "still", "by", "due")
}

func (p enParser) isThingish(i int) bool {
	_, ok := things[p.word(i)]
	return ok || qualifiers[p.word(i)]
}

// misbehaviour: "the app keeps crashing", "my phone won't turn on".
func (p enParser) misbehaviour(i int) (finding, bool) {
	what, j, ok := p.thing(i)
	if !ok || p.is(i-1, "no") {
		return finding{}, false
	}
	j = p.skip(j, "just", "still", "also", "always", "constantly", "even", "now", "has", "have", "had", "that", "is", "are", "been")
	say := func(start string, verb string) (finding, bool) {
		if verb == "" {
			return finding{}, false
		}
		return told(weightClear, what.subject()+" "+start+" "+verb, "", what.subject())
	}
	switch {
	case p.is(j, "keeps", "keep", "kept"):
		return say(what.pick("keeps", "keep"), p.trouble(j+1))
	case p.is(j, "won't", "wont", "wouldn't", "cannot", "can't", "cant"):
		return say("won't", p.trouble(p.skip(j+1, "even", "just", "let", "allow")))
	case p.is(j, "doesn't", "doesnt", "don't", "dont", "didn't", "didnt"):
		start := what.pick("doesn't", "don't")
		if strings.HasPrefix(p.word(j), "did") {
			start = "didn't"
		}
		return say(start, p.trouble(p.skip(j+1, "even", "just", "want", "to", "seem")))
	case p.is(j, "stopped", "stops", "quit"):
		return say("stopped", p.trouble(j+1))
	case p.is(j, "isn't", "isnt", "aren't", "not", "wasn't", "ain't"):
		if verb := p.trouble(p.skip(j+1, "even", "been", "yet", "properly")); strings.HasSuffix(verb, "ing") {
			return say(what.pick("isn't", "aren't"), verb)
		}
		fallthrough
	case p.is(j, "hasn't", "hasnt", "haven't", "never"):
		if verb := p.trouble(p.skip(j+1, "even", "been", "yet", "still")); strings.HasSuffix(verb, "ed") {
			return say(what.pick("hasn't", "haven't"), verb)
		}
	}
	return finding{}, false
}

func (p enParser) trouble(j int) string {
	switch {
	case p.is(j, "turn", "turning", "switch", "power") && p.is(j+1, "on", "off"):
		return strings.Replace(p.word(j), "power", "turn", 1) + " " + p.word(j+1)
	case p.is(j, "show", "turn") && p.is(j+1, "up"):
		return "arrive"
	case p.is(j, "showed", "turned") && p.is(j+1, "up"):
		return "arrived"
	case p.is(j, "cutting", "dropping", "timing") && p.is(j+1, "out", "off"):
		return p.word(j) + " out"
	case p.is(j, "going", "shutting") && p.is(j+1, "down", "off", "out"):
		return p.word(j) + " " + p.word(j+1)
	case p.is(j, "saying", "telling", "giving", "asking"):
		return ""
	}
	return troubles[p.word(j)]
}

// deed: "you lost my bag", "thanks for cancelling my flight".
func (p enParser) deed(i int) (finding, bool) {
	done, ok := deeds[p.word(i)]
	if !ok || done == "" || p.is(i-1, "i", "we", "i've", "we've", "to", "can't", "my", "i'm", "ever", "not", "didn't", "wanna", "can", "could", "will", "would", "if") {
		return finding{}, false
	}
	if p.byAuthor(i) || !strings.HasSuffix(p.word(i), "ed") && baseForms[p.word(i)] && !p.is(i-1, "you", "they", "u", "guys", "people", "always") {
		return finding{}, false
	}
	j := p.skip(i+1, "both", "all", "of", "up")
	if !p.is(j, "my", "our") && !(p.is(j, "the") && p.is(i-1, "they", "you", "u")) {
		return finding{}, false
	}
	what, _, ok := p.thing(j)
	if !ok {
		return finding{}, false
	}
	return told(weightClear, what.subject()+" "+what.be("was")+" "+done, "", what.subject())
}

// byAuthor reports that the author did it, or tried to: "I opened my box",
// "can't I cancel my plan".
func (p enParser) byAuthor(i int) bool {
	for j := i - 1; j >= max(0, i-3) && p.word(j) != ""; j-- {
		if p.is(j, "you", "they", "u", "guys") {
			return false
		}
		if p.is(j, "i", "we", "i've", "we've", "i'm", "trying", "tried", "to", "can't", "cannot", "how", "i'd", "i'll") {
			return true
		}
	}
	return false
}

var baseForms = set("lose damage break cancel delay misplace")

// inability: "I can't log in to my account".
func (p enParser) inability(i int) (finding, bool) {
	j := i
	switch {
	case p.is(i, "can't", "cant", "cannot", "couldn't", "couldnt"):
		j++
	case p.is(i, "can", "could") && p.is(i+1, "not", "never"):
		j += 2
	case p.is(i, "unable") && p.is(i+1, "to"):
		j += 2
	case p.is(i, "not", "isn't", "wasn't") && p.is(i+1, "able") && p.is(i+2, "to"):
		j += 3
	case p.is(i, "won't", "wont", "doesn't", "doesnt", "not") && p.is(i+1, "let", "letting", "allow", "allowing") && p.is(i+2, "me", "us", "you"):
		j = p.skip(i+3, "to")
	default:
		return finding{}, false
	}
	if p.is(i-1, "you", "they", "he", "she", "it", "that", "who", "agent", "guys", "people", "u", "y'all", "and") && !p.is(i+1, "let") {
		return finding{}, false
	}
	j = p.skip(p.skip(j, "i", "we"), "even", "actually", "seem", "to", "still", "just")
	if !abilities[p.word(j)] {
		return finding{}, false
	}
	clause := p.flip(j)
	if clause == "" {
		return finding{}, false
	}
	verb := "can't "
	if strings.HasPrefix(p.word(i), "could") || p.is(i, "wasn't") {
		verb = "couldn't "
	}
	return told(weightClear, "you "+verb+clause, "", "")
}

// flip tells a row of plain words in the second person; "" when nothing whole
// can be told.
func (p enParser) flip(i int) string {
	said := []string{verbForm(p.word(i))}
	for j := i + 1; j < len(p.toks) && len(said) < 11; j++ {
		w := p.word(j)
		if !plain[w] || p.is(j, "you", "your", "us") && len(said) > 6 {
			break
		}
		said = append(said, secondPerson(w))
	}
	for len(said) > 1 && (loose[lastWord(said)] || particles[lastWord(said)] && !(len(said) == 2 && takesParticle[said[0]])) {
		said = said[:len(said)-1]
	}
	if len(said) == 1 && !standsAlone[said[0]] {
		return ""
	}
	return strings.Join(said, " ")
}

func lastWord(said []string) string {
	switch w := said[len(said)-1]; w {
	case "our", "us":
		return "your"
	default:
		return w
	}
}

// particles end a clause only behind the verbs that take them: "log in".
var (
	particles     = set("in on up out off down back over again")
	takesParticle = set("log sign check turn")
)

// standsAlone are verbs that say enough by themselves.
var standsAlone = set("connect pay type print unsubscribe download")

func verbForm(w string) string {
	switch w {
	case "login":
		return "log in"
	case "checkin":
		return "check in"
	}
	return w
}

// secondPerson turns "my" into "your" and the brand's "your" into "our".
func secondPerson(w string) string {
	switch w {
	case "my":
		return "your"
	case "me":
		return "you"
	case "myself":
		return "yourself"
	case "your":
		return "our"
	case "you":
		return "us"
	}
	return w
}

// nonArrival: "haven't received my order", "never got my refund".
func (p enParser) nonArrival(i int) (finding, bool) {
	if !p.is(i, "haven't", "havent", "never", "not", "didn't", "didnt", "hasn't") {
		return finding{}, false
	}
	j := p.skip(i+1, "even", "yet", "still", "have", "ever", "actually")
	if !p.is(j, "received", "receive", "recieved", "recieve", "gotten", "got", "get", "had", "seen") {
		return finding{}, false
	}
	if p.is(j+1, "a", "any", "an") && p.is(j+2, "response", "reply", "answer", "email", "call", "callback", "explanation", "apology") {
		return told(weightClear, "you've had no answer from us", "", "")
	}
	what, k, ok := p.thing(p.skip(j+1, "any", "of"))
	if !ok || p.is(j, "had", "seen") && !p.is(j+1, "my", "our") {
		return finding{}, false
	}
	_ = k
	return told(weightClear, "you haven't received "+what.object()+" yet", "", what.subject())
}

// stillNo: "still no refund", "still waiting for my package", "where is my order".
func (p enParser) stillNo(i int) (finding, bool) {
	j, ok := p.phrase(i, "still no")
	if !ok {
		if j, ok = p.phrase(i, "still waiting"); ok || p.is(i, "waiting") {
			if !ok {
				j = i + 1
			}
			j, ok = p.skip(j, "for", "on", "to", "get", "receive"), p.is(j, "for", "on", "to")
		}
	}
	if !ok {
		if j, ok = p.phrase(i, "where is"); !ok {
			if j, ok = p.phrase(i, "where's"); !ok {
				j, ok = p.phrase(i, "where are")
			}
		}
		ok = ok && p.is(j, "my", "our")
	}
	if !ok {
		return finding{}, false
	}
	if p.is(p.skip(j, "a", "an", "any"), "response", "reply", "answer", "callback", "explanation", "word", "news", "update", "call") {
		return told(weightClear, "you're still waiting to hear from us", "", "")
	}
	what, k, ok := p.thing(j)
	if !ok {
		return finding{}, false
	}
	if what.mass && !p.is(j, "my", "our", "luggage", "baggage", "money", "food", "mail", "furniture") {
		return told(weightClear, "you still have no "+what.noun, "", what.subject())
	}
	issue := "you're still waiting for " + what.object()
	if span, _, ok := p.duration(p.skip(k, "for", "after", "now")); ok {
		return told(weightExact, "you've been waiting "+span+" for "+what.object(), "a wait of "+span, what.subject())
	}
	return told(weightClear, issue, "", what.subject())
}

// wrongOne: "sent me the wrong size".
func (p enParser) wrongOne(i int) (finding, bool) {
	if !p.is(i, "wrong") {
		return finding{}, false
	}
	switch {
	case p.is(i+1, "item", "order", "size", "product", "one", "thing", "parcel", "package", "colour", "color", "food", "pizza", "meal", "drink", "part", "address", "model"):
		noun := strings.Replace(p.word(i+1), "color", "colour", 1)
		if noun == "address" {
			return told(weightClear, "it went to the wrong address", "", "your order")
		}
		return told(weightClear, "you were given the wrong "+noun, "the wrong "+noun, "your order")
	case p.is(i+1, "information", "info", "advice", "details", "date", "price", "amount"):
		noun := strings.Replace(p.word(i+1), "info", "information", 1)
		return told(weightClear, "you were given the wrong "+strings.Replace(noun, "informationrmation", "information", 1), "", "")
	}
	return finding{}, false
}

// rudeness: said as the author felt it, without agreeing who was at fault.
func (p enParser) rudeness(i int) (finding, bool) {
	if !p.is(i, "rude", "rudest", "disrespectful", "unhelpful", "unprofessional", "condescending", "hung", "yelled", "shouted", "ignored") {
		return finding{}, false
	}
	switch p.word(i) {
	case "hung":
		if p.is(i+1, "up") {
			return told(weightClear, "your call was cut off", "", "your call")
		}
		return finding{}, false
	case "ignored":
		return told(weightPlain, "you felt ignored", "", "")
	case "unhelpful":
		return told(weightPlain, "you didn't get the help you needed", "", "")
	}
	return told(weightClear, "you weren't met with the respect you deserve", "", "")
}

// silence: "no response", "nobody answers", "no one has called back".
func (p enParser) silence(i int) (finding, bool) {
	switch {
	case p.is(i, "no", "zero", "without") && p.is(p.skip(i+1, "any", "a"), "response", "reply", "answer", "callback", "explanation", "communication", "updates", "contact"):
		if p.is(i+1, "explanation") {
			return told(weightPlain, "you were left without an explanation", "", "")
		}
		if p.is(i+1, "communication", "updates") {
			return told(weightPlain, "nobody kept you up to date", "", "")
		}
		return told(weightPlain, "you've had no answer from us", "", "")
	case p.is(i, "nobody", "noone", "no") && (p.word(i) != "no" || p.is(i+1, "one")):
		j := p.skip(i+1, "one", "has", "ever", "even", "have", "will", "can", "is")
		if p.is(j, "answers", "answer", "answering", "answered", "replies", "replied", "responds", "responded", "called", "calls", "picks", "picked", "contacted", "reply", "respond", "emailed", "call", "pick") {
			return told(weightClear, "nobody got back to you", "", "")
		}
		if p.is(j, "help", "helps", "helped", "helping") {
			return told(weightPlain, "nobody has been able to help you", "", "")
		}
	case p.is(i, "ignoring", "ignore", "ignored") && p.is(i+1, "me", "my", "us", "emails", "messages", "customers"):
		return told(weightClear, "you've had no answer from us", "", "")
	}
	return finding{}, false
}

// badNoun: "lost luggage", "cancelled flight", "a missed connection".
func (p enParser) badNoun(i int) (finding, bool) {
	state, ok := states[p.word(i)]
	if !ok || p.is(i, "out", "down", "late", "stuck", "slow", "empty", "closed", "wrong", "expensive", "packed") {
		if !p.is(i, "missed") {
			return finding{}, false
		}
	}
	what, j, ok := p.thing(i + 1)
	if !ok || !what.bare || p.is(i-1, "not", "is", "was", "are", "were") {
		return finding{}, false
	}
	if p.is(i, "missed") {
		if !p.is(j-1, "connection", "flight", "train", "bus", "appointment", "delivery") {
			return finding{}, false
		}
		return told(weightClear, "you missed your "+what.noun, "a missed "+what.noun, "your "+what.noun)
	}
	weight := weightPlain
	if p.is(i, "lost", "cancelled", "canceled", "delayed", "damaged", "broken", "stolen", "cracked", "faulty", "defective") {
		weight = weightClear
	}
	return told(weight, "your "+what.noun+" "+what.agree(state), "", "your "+what.noun)
}

// poorService: nothing more concrete than the service itself.
func (p enParser) poorService(i int) (finding, bool) {
	if p.is(i, "customer") && p.is(i+1, "service", "support", "care") || p.is(i, "service") && !p.is(i-1, "customer", "no", "without", "cell", "phone", "internet", "cable") {
		for j := i - 4; j <= i+4; j++ {
			if p.is(j, "worst", "terrible", "horrible", "awful", "bad", "poor", "appalling", "disgusting", "shocking", "pathetic", "useless", "disappointing", "disappointed", "unacceptable", "lousy", "dreadful", "ridiculous", "shit", "shitty", "crap", "sucks", "joke", "garbage", "trash", "atrocious", "abysmal", "disgrace", "disgraceful") {
				return told(weightFaint, "our service let you down", "", "our service")
			}
		}
	}
	return finding{}, false
}

// mention: a thing of theirs is named, no more.
func (p enParser) mention(i int) (finding, bool) {
	if !p.is(i, "my", "our") {
		return finding{}, false
	}
	what, _, ok := p.thing(i)
	if !ok {
		return finding{}, false
	}
	return told(weightThing, "", "", what.subject())
}
