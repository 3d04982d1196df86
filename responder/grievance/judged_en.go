package grievance

// letDown: "the worst customer service", "your app is terrible", "extremely
// disappointed with the food".
func (p enParser) letDown(i int) (finding, bool) {
	switch {
	case p.is(i, "disappointed", "unhappy", "unimpressed", "dissatisfied", "frustrated", "annoyed", "disgusted", "upset") && p.is(i+1, "in", "with", "by", "at") && !p.is(i-1, "not", "never", "be", "more"):
		j := p.passOver(i + 2)
		if j < len(p.toks) && p.toks[j].kind == isHandle {
			j++
		}
		n, _, ok := p.np(j, maxNouns)
		return p.lets(n, ok)
	case p.is(i, "joke", "disgrace", "excuse") && p.is(i+1, "of", "for") && p.is(i+2, "a", "an"):
		n, _, ok := p.np(i+3, maxNouns)
		return p.lets(n, ok && judged[n.head])
	case p.is(i, awful...) && !p.is(i-1, "not", "isn't", "never"):
		j := p.skip(p.passOver(i+1), "ever", "and", "possible")
		j = p.skip(j, awful...)
		n, _, ok := p.np(j, maxNouns)
		if ok && n.det == "" && judged[n.head] {
			return p.lets(n, ok)
		}
	case p.is(i, "kind", "type", "sort") && p.is(i-1, "what", "which") && p.is(i+1, "of"):
		n, next, ok := p.np(i+2, maxNouns)
		return p.lets(n, ok && judged[n.head] && p.is(next, "is", "are") && p.is(next+1, "this", "that", "these", "you"))
	case p.is(i, "ball") && p.is(i-1, "the") && p.is(i-2, "drop", "dropped", "dropping") && p.is(i+1, "on", "with"):
		n, _, ok := p.np(i+2, maxNouns)
		return p.lets(n, ok)
	}
	n, j, ok := p.np(i, maxNouns)
	if ok && n.det == "our" || ok && p.is(i, "this") && judged[n.head] {
		if serviceLike[n.head] && p.speaksOf(dire) {
			return p.lets(n, true)
		}
	}
	if !ok || !judged[n.head] || p.nominal(i-1) != notNominal || dets[p.word(i-1)] != "" || swears[p.word(i-1)] || n.det == "no" {
		return finding{}, false
	}
	j = p.pastQualifier(j)
	k := p.skip(p.passOver(p.skip(j, lately...)), "is", "was", "are", "were", "has", "been", "so", "absolutely", "really", "getting", "the", "gets", "such", "just", "that")
	if p.is(k, awful...) && k > j || p.is(j, "thumbsdown") || p.is(k, "sucks", "suck", "stinks", "blows", "sucked") {
		return p.lets(n, ok)
	}
	return finding{}, false
}

// pastQualifier passes over what a thing is for: "your policy [on refunds] is".
func (p enParser) pastQualifier(j int) int {
	if !p.is(j, "on", "to", "for", "with", "about", "around", "regarding") {
		return j
	}
	for k := j + 1; k < j+6 && p.word(k) != ""; k++ {
		if p.is(k, "is", "are", "was", "were", "sucks") {
			return k
		}
		if verbs[p.word(k)].past || p.is(k, "that", "which", "who", "and", "but", "because") {
			return j
		}
	}
	return j
}

var (
	awful = fields(`worst terrible awful horrible horrid poor bad pathetic shocking disgusting appalling useless shit shite shitty crap crappy trash garbage rubbish dreadful
		atrocious abysmal lousy joke disgrace disgraceful ridiculous worse horrendous unacceptable diabolical disappointing slow sub-par mediocre ridiculously terribly dire woeful hopeless infuriating
		frustrating annoying nonexistent ludicrous laughable farcical deplorable inexcusable inept disorganised disorganized unorganised unorganized shambolic chaotic substandard outrageous`)
	judged = set(`service services experience support quality website app site food delivery system care communication internet wifi connection network update coverage
		pizza burger coffee meal flight signal product products packaging reception hotel room queso line lines interface design performance airline design menu organisation
		process recipe menu packaging colour fabric material music wine pool gym wifi curtains process policy store app apps software version phone broadband chat handling
		latency ping speed speeds company firm bank ad advert commercial adverts commercials`)
)

var (
	serviceLike = set("service support website app update delivery quality care")
	dire        = fields("terrible awful horrible pathetic useless shit shite crap trash garbage rubbish dreadful atrocious abysmal joke disgrace disgraceful unacceptable appalling horrendous worst sucks disappointed disappointing")
)

// lets tells that something of ours let the author down.
func (p enParser) lets(n phrase, ok bool) (finding, bool) {
	if !ok || persons[n.head] && !ourselves[n.head] || relations[n.head] || n.det == "no" || n.head == "customer" || n.head == "customers" {
		return finding{}, false
	}
	switch n.head {
	case "experience":
		return told(weightFaint, "your experience with us was a poor one", "", "")
	case "quality", "performance":
		return told(weightFaint, "the "+n.head+" let you down", "", "")
	}
	if ourselves[n.head] {
		return finding{Grievance: Grievance{Issue: "we let you down"}, weight: weightFaint}, n.det != "your" && n.det != "another"
	}
	if t, known := things[n.head]; n.det == "" && (!known || t.mass || t.shared) || n.det == "this" || n.det == "a" || n.det == "the" && judged[n.head] || n.det == "" {
		n.det = "our"
	}
	if adverts[singular(n.head)] {
		return told(weightFaint, join(n.subject(), "bothered you"), "", "")
	}
	if n.det == "your" || n.det == "these" || n.det == "those" {
		return told(weightFaint, n.subject()+" let you down", "", n.subject())
	}
	return told(weightFaint, n.String()+" let you down", "", n.String())
}

// ourselves are words for us as a whole.
var ourselves = set("airline company firm bank outfit")

// adverts are shown to people who asked for none.
var adverts = set("ad advert commercial")

// notAsOrdered: "got beans instead of rice".
func (p enParser) notAsOrdered(i int) (finding, bool) {
	if !p.is(i, "instead") || !p.is(i+1, "of") || verbs[p.word(i+2)].ing {
		return finding{}, false
	}
	for j := i - 1; j >= max(0, i-8) && p.word(j) != ""; j-- {
		if p.is(j, "got", "received", "sent", "gave", "delivered", "given", "brought", "get") {
			return told(weightPlain, "you didn't get what you ordered", "", "your order")
		}
	}
	return finding{}, false
}

// pestered: "stop sending me letters", "they keep sending me texts".
func (p enParser) pestered(i int) (finding, bool) {
	if !p.is(i, "sending") || !p.is(i-1, "keep", "keeps", "stop", "kept", "quit", "always") {
		return finding{}, false
	}
	j := p.skip(i+1, "me", "us", "so", "many")
	if isNumber(p.word(j)) {
		j++
	}
	n, _, ok := p.np(j, maxNouns)
	if !ok || n.det == "no" || !pests[n.head] {
		return finding{}, false
	}
	return told(weightPlain, "you keep getting "+n.object(), "", "")
}

// dear: "overpriced", "what a rip off".
func (p enParser) dear(i int) (finding, bool) {
	switch {
	case p.is(i, "overpriced", "extortionate") && !p.endsAt(i+1) && !prepositions[p.word(i+1)] && !p.is(i+1, "rubbish", "crap", "junk", "tat", "garbage", "shit", "shite", "trash"):
		return finding{}, false // "your overpriced hummus": said by the way
	case p.is(i, "ripoff", "overpriced", "extortionate"), p.is(i, "rip") && p.is(i+1, "off"), p.is(i, "ripping") && (p.is(i+1, "off") || p.is(i+2, "off")), p.is(i, "ripped") && p.is(i+1, "off"),
		p.is(i, "price", "prices") && p.is(i+1, "increase", "increases", "hike", "rise", "rises"), p.is(i, "price") && p.is(i+1, "gouging"),
		p.is(i, "waste") && p.is(i+1, "of") && p.is(i+2, "money"), p.is(i, "why") && p.is(i+1, "should", "am", "do") && p.is(i+2, "i", "we") && p.is(i+3, "pay", "paying"):
		return told(weightFaint, "it costs so much", "", "")
	case p.is(i, "cheaper") && (p.is(i+1, "elsewhere") || p.is(i+1, "anywhere", "everywhere", "somewhere") && p.is(i+2, "else") || p.is(i+1, "at", "from") && p.mayBeName(i+2) && p.nominal(i+2) == notNominal && p.endsAt(i+3)):
		return told(weightFaint, "it costs less elsewhere", "", "")
	case p.is(i, "cost", "costs", "costing", "costed") && p.is(i+1, "me", "us") && p.amountAt(i+2):
		return told(weightFaint, "it costs so much", "", "")
	case p.is(i, "going", "goes", "went", "gone") && p.is(i+1, "up") && (p.amountAt(i+2) || p.is(i+2, "by") && p.amountAt(i+3)):
		return told(weightPlain, "the price went up", "", "")
	case p.is(i, "turned", "jumped", "went") && p.is(p.skip(i+1, "up"), "into", "to", "from") && p.near(i, priced) && p.amountAt(p.skip(i+1, "up")+1):
		return told(weightPlain, "it came to far more than you expected", "", "")
	case p.is(i, "charged", "charging", "charge", "paid", "paying", "pay") && p.amountAt(p.skip(i+1, "me", "us", "almost", "over", "nearly", "an", "extra")):
		k := p.skip(i+1, "me", "us", "almost", "over", "nearly", "an", "extra") + 1
		if p.is(k, "per", "each") && p.is(i, "charged", "charging", "charge") {
			return told(weightPlain, "you were charged for each one", "", "")
		}
		if n, _, ok := p.np(k+1, maxNouns); ok && p.is(k, "for") && p.is(i, "charged", "charging", "charge") && !idioms[n.head] {
			return told(weightPlain, "you were charged that much for "+n.object(), "", "")
		}
	}
	return finding{}, false
}

// attitude: how people of ours met the author.
func (p enParser) attitude(i int) (finding, bool) {
	switch {
	case p.is(i, "lying", "lies") && p.is(i+1, "flat", "down", "on", "in", "around", "there", "at", "under", "next", "about", "awake", "outside"):
		return finding{}, false
	case p.is(i, "lied", "lying", "lies") && !p.is(i-1, "i", "we", "bed", "not") && (p.near(i, persons, "you", "they", "was", "were") || p.is(i+1, "to") && p.is(i+2, "me", "us")):
		return told(weightPlain, "what you were told wasn't right", "", "")
	case p.is(i, "treat", "treats", "treated", "treating") && p.contemptAt(i+1) != "":
		return told(weightClear, "you were met with such "+p.contemptAt(i+1), "", "")
	case p.is(i, "attitude", "manners") && p.is(i-1, "bad", "poor", "awful", "no", "terrible", "horrible", "nasty", "an", "rude", "shitty", "stinking"),
		p.is(i, "disrespected", "belittled", "humiliated", "patronising", "patronizing", "hostile", "nasty") && p.near(i, persons, "i", "we", "they", "you", "he", "she", "felt") && !p.is(i-2, "one", "it", "this", "food"),
		p.is(i, "treat", "treats", "treated", "treating") && p.is(i+1, "me", "us", "customers", "people", "their", "your", "like"):
		if p.is(i+2, "well", "great", "right", "good", "very", "with", "to") {
			return finding{}, false
		}
		return told(weightClear, "you weren't met with the respect you deserve", "", "")
	case p.is(i, "discriminate", "discriminates", "discriminated", "discriminating") && p.is(i+1, "against"):
		return told(weightPlain, "you weren't met with the respect you deserve", "", "")
	case p.is(i, "talk", "talking", "talked", "talks") && p.is(i+1, "shit", "trash", "crap", "down", "smack") && p.near(i, persons):
		return told(weightClear, "you weren't met with the respect you deserve", "", "")
	case p.is(i, "misinformed", "mislead", "misled"):
		return told(weightPlain, "what you were told wasn't right", "", "")
	case p.is(i, "runaround", "round") && (p.is(i-1, "the") || p.is(i, "runaround") && p.is(i-1, "a") || p.is(i+1, "in") && p.is(i+2, "circles")), p.is(i, "passed") && p.is(i+1, "around", "from"), p.is(i, "back") && p.is(i+1, "and") && p.is(i+2, "forth") && p.near(i, persons, "been", "going", "me"):
		return told(weightPlain, "you've been sent from one place to the next", "", "")
	case p.is(i, "different") && p.is(i+1, "story", "answer", "excuse", "reason", "person") && p.is(i-1, "a") && p.speaksOf(fields("every each")) && p.speaksOf([]string{"time"}):
		return told(weightPlain, "you were told different things", "", "")
	case p.is(i, "conflicting", "contradictory", "different") && p.is(i+1, "answer") && p.is(i-1, "a") && p.is(i-2, "get", "got", "getting", "given", "gave"), p.is(i, "conflicting", "contradictory", "different") && p.is(i+1, "answers", "information", "stories", "advice"),
		p.is(i, "conflicting", "contradictory", "different") && p.is(i+1, "things") && p.near(i, nil, "told", "tells", "tell", "telling", "says", "said", "say", "saying", "hearing", "hear"):
		return told(weightPlain, "you were told different things", "", "")
	}
	return finding{}, false
}

// contemptAt is how the author was treated: "[treated us] with such contempt"; "never
// treated with contempt" is praise.
func (p enParser) contemptAt(i int) string {
	with := p.skip(i, "me", "us", "customers", "people")
	how := p.skip(with+1, "such", "so", "much", "utter", "total", "complete")
	if !p.is(with, "with") || !contempt[p.word(how)] || p.near(i-1, nil, "never", "not", "without") && how == with+1 {
		return ""
	}
	return p.word(how)
}

var contempt = set("contempt disdain suspicion hostility indifference")

var priced = set("debit rent premium payment rate cost tariff ride trip bill fare price ticket subscription order fee taxi total")

func (p enParser) amountAt(i int) bool {
	return i >= 0 && i < len(p.toks) && p.toks[i].kind == isAmount
}

// near looks for words among the six before i.
func (p enParser) near(i int, table map[string]bool, words ...string) bool {
	for j := i - 1; j >= max(0, i-6); j-- {
		if table[p.word(j)] || p.is(j, words...) {
			return true
		}
	}
	return false
}

// wrongPlace: "the driver went to the wrong address", "got the wrong bag".
func (p enParser) wrongPlace(i int) (finding, bool) {
	if !p.is(i, "wrong", "incorrect") || p.is(i-1, "what's", "is", "was", "something", "anything", "gone", "went", "are", "nothing", "what") {
		return finding{}, false
	}
	n, _, ok := p.np(i+1, 2)
	if p.is(p.skip(i-1, "the"), "to") && !places[n.head] {
		return finding{}, false
	}
	if !ok || n.det != "" || idioms[n.head] || p.is(i+1, "way", "side", "person", "people", "time", "with") {
		return finding{}, false
	}
	aboard := p.is(p.back(i-1, "the", "a"), "on", "onto", "in") && !places[n.head]
	for j := i - 1; j >= max(0, i-7) && p.word(j) != ""; j-- {
		switch {
		case aboard:
			return finding{}, false // "fined for being on the wrong train"
		case p.is(j, "i", "we") && !p.is(j+1, "got", "received", "was", "were", "get", "receive", "paid", "have"):
			return finding{}, false
		case p.is(j, "sending", "giving", "delivering", "shipping", "serving", "getting", "sells", "sends", "sent", "gave", "given", "received", "delivered", "got", "get", "receive", "send", "shipped", "give", "brought", "deliver", "charged", "made", "served", "selling", "sold"):
			if p.byAuthor(j) && !p.is(j, "got", "get", "received", "receive") {
				return finding{}, false // "I sent it to the wrong account"
			}
			if places[n.head] {
				return told(weightClear, "it went to the wrong "+n.noun, "", "")
			}
			return told(weightClear, "you were given the wrong "+n.noun, "", "")
		case p.is(j, "taken", "drove", "driven") && places[n.head]:
			return told(weightClear, "you were taken to the wrong "+n.noun, "", "")
		case p.is(j, "to", "at") && places[n.head] && p.is(j-1, "went", "me", "drove", "goes", "go", "taken", "it", "order", "package", "parcel", "us", "dropped", "arrived", "left"):
			switch {
			case p.is(j-1, "me", "us", "taken"):
				return told(weightClear, "you were taken to the wrong "+n.noun, "", "")
			case p.is(j-1, "went", "goes", "go", "arrived"):
				return told(weightClear, "your driver went to the wrong "+n.noun, "", "")
			}
			return told(weightClear, "it went to the wrong "+n.noun, "", "")
		}
	}
	return finding{}, false
}

var places = set("depot hub country shop office address house door flat apartment location place street airport city station terminal stop hotel building store branch gate")

// speaksOf reports that one of the words is in the post.
func (p enParser) speaksOf(words []string) bool {
	for i := range p.toks {
		if p.is(i, words...) {
			return true
		}
	}
	return false
}
