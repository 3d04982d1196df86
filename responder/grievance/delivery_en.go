package grievance

import "strings"

// deliverables are what somebody waits for at the door.
var deliverables = set(`order orders parcel parcels package packages packet delivery deliveries item items shipment pizza food
	costume present gift gifts letter post mail tickets replacement preorder pre-order meal groceries shopping stuff`)

// delivered: "says delivered but nothing here", "failed to deliver", "parcel
// was due Monday".
func (p enParser) delivered(i int) (finding, bool) {
	switch {
	case p.is(i, "says", "said", "shows", "showing", "showed", "marked", "tracking", "status"):
		j := p.skip(p.skip(i+1, "to", "be", "as", "it", "was", "been", "is", "says", "shows"), "to", "be", "as", "it", "was", "been", "is")
		if p.is(j, "delivered") && p.contradicted(j+1) {
			return told(weightExact, "it shows as delivered but you don't have it", "", "your delivery")
		}
	case p.is(i, "failed", "fail", "failing", "fails") && (p.is(i+1, "delivery") || p.is(i+1, "to") && p.is(i+2, "deliver") && p.is(i+3, "my", "our", "his", "her", "their", "the", "it", "a")):
		return told(weightClear, "your delivery didn't reach you", "", "your delivery")
	case p.is(i, "lost") && p.is(i+1, "in") && p.is(i+2, "transit", "post", "mail"):
		return told(weightClear, "it was lost on the way to you", "", "your delivery")
	}
	return finding{}, false
}

// contradicted looks for a denial in what follows.
func (p enParser) contradicted(i int) bool {
	for j := i; j < min(i+14, len(p.toks)); j++ {
		if p.is(j, "nothing", "not", "never", "no", "haven't", "hasn't", "isn't", "wasn't", "didn't", "nobody", "nowhere", "where", "otherwise", "disagrees") {
			return true
		}
	}
	return false
}

// due: "my order was supposed to come today", "parcel LK123 was due Monday".
func (p enParser) due(i int) (finding, bool) {
	what, j, ok := p.thing(i)
	if !ok || !deliverables[what.head()] {
		return finding{}, false
	}
	if !p.is(j, "was", "were", "due", "supposed", "meant") {
		j++ // its number
	}
	if p.is(j+1, "supposed", "meant") && p.is(j+2, "to") && p.is(j+4, "with", "in", "as", "without") {
		return finding{}, false // "was meant to come with a case"
	}
	if p.is(j, "was", "were") && p.is(j+1, "due", "supposed", "meant") || p.is(j, "due") && p.is(j+1, "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "last") {
		return told(weightClear, what.subject()+" didn't come when it was due", "", what.subject())
	}
	return finding{}, false
}

// leftByOthers reports that others let go of something at i, and not the author:
// "they [dumped] it", but not "I [left] it", "please [leave] it".
func (p enParser) leftByOthers(i int) bool {
	if !p.is(i, "left", "leaving", "leave", "leaves", "dumped", "tossed", "threw", "thrown", "throws", "throw", "chucked") {
		return false
	}
	byAuthor := p.is(i-1, "i", "i've", "we", "i'd", "don't")
	asked := p.is(i, "leave") && p.is(i-1, "to", "please", "can", "could", "just") || p.is(i, "left") && p.near(i, nil, "want", "wanted", "prefer")
	return !byAuthor && !asked
}

// leftOutside: "left my package on the porch in the rain".
func (p enParser) leftOutside(i int) (finding, bool) {
	if !p.leftByOthers(i) {
		return finding{}, false
	}
	if n, _, ok := p.np(i+1, 2); ok && (relations[singular(n.head)] || persons[n.head] || n.head == "passengers" || n.head == "kids") || p.is(i+2, "kids", "children", "people", "passengers") {
		return finding{}, false // "left twenty kids on the pavement"
	}
	if p.is(i+1, "me", "us") || p.is(i+2, "of") && p.is(i+3, "us") {
		return finding{}, false
	}
	for j := i + 1; j <= i+7 && j < len(p.toks) && p.toks[j].kind != isBreak; j++ {
		switch {
		case !p.is(i, "left", "leaving", "leave", "leaves") && p.is(j, "over", "onto", "at") && p.is(p.skip(j+1, "the", "my", "our", "a"), "gate", "fence", "wall", "hedge", "garden", "property", "porch", "driveway", "door"):
			if where, next, ok := p.prepositional(j); ok && !strings.ContainsAny(where, "0123456789") && next > j+1 {
				return told(weightExact, "your delivery was thrown "+where, "", "your delivery")
			}
			return told(weightExact, "your delivery was thrown", "", "your delivery")
		case !p.is(i, "left", "leaving", "leave", "leaves", "dumped") || p.is(i-1, "being", "be") || p.is(i-2, "instead", "not"):
		case p.is(j, "porch", "doorstep", "rain", "outside", "driveway", "pavement", "stairs"):
			return told(weightClear, "your delivery was left outside", "", "your delivery")
		case p.is(j, "top") && p.is(j+1, "of"):
			return finding{}, false // told by onTheBin
		case p.is(j, "bin", "bins", "dustbin", "trash", "recycling"):
			return told(weightExact, "your delivery was left in a bin", "", "your delivery")
		case p.is(j, "neighbour", "neighbours", "neighbor", "neighbors") || p.is(j, "next") && p.is(j+1, "door"):
			return told(weightPlain, "your delivery was left with somebody else", "", "your delivery")
		}
	}
	return finding{}, false
}

// stillWaiting: nothing is said of for what: "still haven't got it".
func (p enParser) stillWaiting(i int) (finding, bool) {
	switch {
	case p.is(i, "haven't", "hasn't", "never", "not") && !p.is(i-1, "did", "does"):
		j := p.skip(i+1, "even", "still", "yet", "had", "been", "ever")
		if p.is(j, "arrived", "came", "come", "turned", "showed", "shipped", "dispatched") && !p.is(j+1, "across", "to", "close") || p.is(j, "got", "gotten", "received", "delivered") && p.is(j+1, "it", "them", "mine", "anything") {
			if f, ok := p.notCome(i, j); ok {
				return f, true
			}
			return told(weightPlain, "you're still waiting", "", "")
		}
	case p.is(i, "still") && p.is(i+1, "no") && p.is(i+2, "sign", "trace"), p.is(i, "still") && p.is(i+1, "nothing"):
		return p.stillNone(i)
	case p.is(i, "still") && p.is(i+1, "stuck", "sat", "sitting") && p.is(i+2, "in", "at") && !p.is(i-1, "am", "i'm", "are", "we're", "i", "we"):
		return told(weightPlain, "it's still stuck", "", "")
	case p.is(i, "stuck") && p.is(i+1, "at", "in") && (p.depot(i+2) || p.depot(i+3) || p.depot(i+4)):
		return told(weightClear, "your delivery is stuck", "", "your delivery")
	case p.is(i, "still") && p.is(p.skip(i+1, "am", "i'm", "are", "we're"), "waiting"):
		if f, ok := p.stillFor("you're still waiting for", p.skip(i+1, "am", "i'm", "are", "we're")+1); ok {
			return f, true
		}
		return told(weightPlain, "you're still waiting", "", "")
	}
	return finding{}, false
}

func (p enParser) depot(i int) bool {
	return p.is(i, "hub", "depot", "warehouse", "customs", "sorting", "facility")
}

// sent are deliverables that travel, and how they are told.
var sent = map[string]string{"parcel": "your parcel hasn't", "package": "your package hasn't", "order": "your order hasn't", "delivery": "your delivery hasn't", "shipment": "your shipment hasn't",
	"parcels": "your parcels haven't", "packages": "your packages haven't", "orders": "your orders haven't", "deliveries": "your deliveries haven't"}

// unmoved: "my parcel has sat in Elmtown since Tuesday"; at i stands "since".
// Who has been somewhere since a day is no parcel; a place that is known is told
// with the clause.
func (p enParser) unmoved(i int) (finding, bool) {
	day := p.word(i + 1)
	if !weekdays[day] && day != "yesterday" || p.inQuestion(i) {
		return finding{}, false
	}
	rests := false
	for j := i - 1; j >= max(0, i-7) && p.toks[j].kind != isBreak; j-- {
		if p.is(j, "i", "i've", "i'm", "we", "we've", "we're", "you", "not", "stock", "hub", "depot", "warehouse", "customs", "facility") {
			return finding{}, false
		}
		rests = rests || p.is(j, "in", "at") && p.is(j-1, "stuck", "sat", "sitting", "held", "stranded", "resting", "lying") || p.is(j, "says", "shows", "showing") && p.is(j+1, "in", "at", "arrived")
	}
	for j := 0; rests && j < len(p.toks); j++ {
		if what := sent[p.word(j)]; what != "" {
			thing, _ := strings.CutSuffix(strings.TrimSuffix(what, " haven't"), " hasn't")
			return told(weightExact, what+" moved since "+p.spell(day), "", thing)
		}
	}
	return finding{}, false
}

// emptyBox: "they delivered an empty box".
func (p enParser) emptyBox(i int) (finding, bool) {
	if !p.is(i, "empty") || !p.is(i-1, "an", "a", "the", "opened", "delivered", "deliver", "sent", "me", "just") || !p.is(i+1, "box", "package", "parcel", "envelope", "packet") {
		return finding{}, false
	}
	if p.is(i-1, "opened") {
		return told(weightClear, "your "+p.word(i+1)+" was opened and empty", "", "your delivery")
	}
	return told(weightClear, "you were sent an empty "+p.word(i+1), "", "your delivery")
}

// journey: "BA0229 cancelled", "two flights, both delayed", "stuck on the plane".
func (p enParser) journey(i int) (finding, bool) {
	switch {
	case p.is(i, "cancelled", "canceled", "delayed", "diverted", "rescheduled"):
		verb := states[p.word(i)]
		for j := i - 1; j >= max(0, i-4); j-- {
			switch {
			case isFlightNumber(p.word(j)), p.is(j, "flight") && j < i-1, p.is(i-1, "then") && p.near(i, nil, "gate"):
				return told(weightClear, "your flight "+verb, "", "your flight")
			case p.is(j, "flights", "trains"):
				return told(weightClear, "your "+p.word(j)+" "+nounPhrase{plural: true}.agree(verb), "", "your "+p.word(j))
			}
		}
	case p.is(i, "stuck", "sitting", "sat") && p.is(i+1, "on", "at", "in"):
		switch j := p.skip(i+2, "a", "the", "this", "your", "my"); {
		case p.is(j, "flight", "plane", "tarmac", "runway", "aircraft"):
			return told(weightClear, "you were kept sitting on the plane", "", "your flight")
		case p.is(j, "train"):
			return told(weightClear, "you were kept sitting on the train", "", "your train")
		}
	}
	return finding{}, false
}

// isFlightNumber: two letters and two to four digits.
func isFlightNumber(w string) bool {
	return len(w) >= 4 && len(w) <= 6 && strings.Trim(w[:2], "abcdefghijklmnopqrstuvwxyz") == "" && strings.Trim(w[2:], "0123456789") == ""
}
