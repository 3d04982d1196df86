package responder

import (
	"slices"
	"strings"

	"goodgraces/responder/grievance"
)

// kindsOf are the kinds of trouble with which an item helps; with any other it has
// nothing to do. A row that is not here helps with all.
var kindsOf = kindsByItem(map[string][]grievance.Kind{
	"computer headphones phone device serial printer car": {grievance.KindFaulty, grievance.KindDamaged},
	"game platform stream site app":                       {grievance.KindFaulty, grievance.KindDown, grievance.KindLockedOut},
	"code":                                                {grievance.KindFaulty, grievance.KindCharged, grievance.KindWrong},
	"job":                                                 {grievance.KindLate, grievance.KindUnanswered, grievance.KindCancelled, grievance.KindWrong, grievance.KindService},
	"repair":                                              {grievance.KindLate, grievance.KindCancelled, grievance.KindWrong},
	"refund":                                              {grievance.KindLate, grievance.KindUnanswered, grievance.KindFaulty, grievance.KindWrong, grievance.KindCancelled, grievance.KindService},
	"time": {
		grievance.KindSpoiled, grievance.KindFaulty, grievance.KindWrong, grievance.KindLate, grievance.KindRude, grievance.KindDamaged, grievance.KindService, grievance.KindUnanswered,
	},
	"food place spot restaurant store": {
		grievance.KindSpoiled, grievance.KindWrong, grievance.KindLate, grievance.KindRude, grievance.KindDamaged, grievance.KindService, grievance.KindUnanswered,
	},
	"ticket booking order parcel": {
		grievance.KindLate, grievance.KindLost, grievance.KindDamaged, grievance.KindWrong, grievance.KindCancelled, grievance.KindCharged, grievance.KindUnanswered, grievance.KindFaulty, grievance.KindService,
	},
	"product":  {grievance.KindFaulty, grievance.KindDamaged, grievance.KindSpoiled, grievance.KindWrong},
	"stock":    {grievance.KindNoStock},
	"power":    {grievance.KindDown, grievance.KindFaulty, grievance.KindLate},
	"internet": {grievance.KindDown, grievance.KindFaulty, grievance.KindLate},
	"mobile":   {grievance.KindDown, grievance.KindFaulty},
	"luggage":  {grievance.KindLost, grievance.KindLate, grievance.KindDamaged, grievance.KindWrong, grievance.KindUnanswered},
})

func kindsByItem(rows map[string][]grievance.Kind) map[string][]grievance.Kind {
	by := map[string][]grievance.Kind{}
	for names, kinds := range rows {
		for item := range strings.FieldsSeq(names) {
			by[item] = kinds
		}
	}
	return by
}

// helps reports an item that has to do with the trouble, as far as that is known.
func helps(item string, kind grievance.Kind) bool {
	kinds, bound := kindsOf[item]
	return !bound || kind == grievance.KindNone || slices.Contains(kinds, kind)
}

// ofPublic reports a device that is none of theirs: a train's loudspeaker, a
// machine at a station.
func (c *composer) ofPublic(item string) bool {
	return wares[item] && (anyOf(c.heard.words(), public) || c.away())
}

var public = wordSet("ticket tickets vending kiosk self-service atm cash station platform carriage coach train bus tram plane flight store shop gym car-park")

// misfits reports an item that the words of the issue or the post rule out; byPost
// says that nothing but the post shows it.
func (c *composer) misfits(item string, byPost bool) bool {
	words := c.heard.words()
	if (wares[item] || supply[item]) && c.noFault() {
		return true
	}
	switch item {
	case "ride":
		return !anyOf(c.heard.plain(), ridden) // a trip may be a holiday
	case "booking", "ticket":
		return c.notYet()
	case "order":
		return byPost && !anyOf(words, onOrder) || anyOf(plainly(c.g.Issue+" "+c.g.Also), submits) || c.notYet()
	case "refund":
		return !anyOf(words, repaid) // it may be the rules of returns, or a hashtag
	case "power", "internet":
		return anyOf(c.heard.plain(), inAir) || strings.HasPrefix(c.g.Issue, "you can't ") || item == "internet" && !anyOf(words, connected) // what they cannot do there is no cut
	case "hotel":
		return byPost && tradeOf(c.q.Mention.Text) != "hotel" && !anyOf(words, lodging) // a council has a reception, too
	case "train", "bus":
		return tradeOf(c.q.Mention.Text) != item && (!anyOf(riding(words), rides) || byPost && c.byTheWay() || byPost && c.g.Issue == "" && !anyOf(words, onRoute))
	case "flight":
		return byPost && tradeOf(c.q.Mention.Text) != item && (c.byTheWay() || !c.flies())
	case "mobile":
		return anyOf(words, watched) || !anyOf(words, onAir)
	case "claim":
		return byPost && !insures(words)
	case "code":
		return awaited.standIn(plainly(c.g.Issue)) || anyOf(words, tokens) // nobody has the code that has not come
	}
	if strings.HasPrefix(c.g.Issue, "you've been without ") && !supply[item] {
		return true
	}
	if onScreen[item] && byPost && c.ofAnother(item) {
		return true // the camera does not work, whatever the online shop says
	}
	if (item == "parcel" || wares[item]) && strings.Contains(c.g.Issue, "package") && anyOf(words, bundled) {
		return true
	}
	if wares[item] && anyOf(words, deceived) {
		return true // no look at the thing tells who lied
	}
	return (wares[item] || onScreen[item]) && (anyOf(asked(c.g.Issue), lacked) || c.g.Kind == grievance.KindNone && !anyOf(words, failing))
}

// insures reports a claim that is made of an insurer: a driver "claims he rang".
func insures(words []string) bool {
	for i, w := range words {
		if (w == "claim" || w == "claims") && !asserted[wordAt(words, i+1)] {
			return true
		}
	}
	return false
}

var asserted = wordSet("he she they it i we you that to there this")

// byTheWay reports a journey during which something of theirs did not work: a note
// written on the train, a boarding pass that will not print.
func (c *composer) byTheWay() bool { return c.unread() && c.heard.online() }

// unread reports a trouble of which no more is known than that something is wrong.
func (c *composer) unread() bool {
	return c.g.Kind == grievance.KindFaulty || c.g.Kind == grievance.KindNone
}

// flies reports a post about a flight: who "is flying in the morning" or has a line that
// "is flying" tells of none with us.
func (c *composer) flies() bool {
	post := c.q.Mention.Text
	return anyOf(plainly(strings.ReplaceAll(post, "'s", "")), airborne) || strings.Contains(post, "flew with @") || strings.Contains(post, " with @") && anyOf(c.heard.words(), flown)
}

// ofAnother reports an issue that names another thing than an item's.
func (c *composer) ofAnother(item string) bool {
	rows := itemsIn(c.t.Language, plainly(c.g.Issue))
	return len(rows) > 0 && !slices.ContainsFunc(rows, func(row *wanted) bool { return row.item == item || !wares[row.item] })
}

// notYet reports what people could not do before there was an order or a booking.
func (c *composer) notYet() bool {
	if anyOf(plainly(c.g.Issue), existing) {
		return false
	}
	return slices.ContainsFunc(unordered, func(begins string) bool { return strings.HasPrefix(c.g.Issue, begins) })
}

// existing are words of what is done with an order or a booking that there is.
var existing = wordSet("cancel change amend edit return track move exchange")

var unordered = []string{"you haven't been able to book ", "you couldn't book ", "you haven't been able to reserve ", "you can't ", "you couldn't order ", "you haven't been able to order ", "you haven't been able to buy ", "you haven't been able to purchase ", "you couldn't check out", "you haven't been able to check out"}

var (
	onScreen  = wordSet("site app game stream platform")
	deceived  = wordSet("lied lying lies liar liars misled misleading conned deceived deceptive dishonest")
	repaid    = wordSet("refund refunds refunded refunding money returned returning reembolso devolución erstattung rückerstattung retoure")
	ridden    = wordSet("ride rides driver drivers cab cabs taxi minicab pickup uber lyft bolt lift")
	submits   = wordSet("submit submitting checkout")
	onOrder   = wordSet("order orders ordered delivery deliveries delivered deliver shipped dispatched preorder pre-order item items pedido pedidos entrega compra artículo artículos bestellung bestellungen lieferung artikel ware")
	connected = wordSet("internet wifi wi-fi broadband router modem fibre fiber landline dvr outage outages tv telly channel channels bill internet fibra módem leitung anschluss glasfaser festnetz wlan")
	airborne  = wordSet("flight flights plane planes aircraft airport runway layover airline airlines pilot luggage baggage vuelo vuelos avión aeropuerto embarque flug flüge flieger flughafen flugzeug")
	onRoute   = wordSet("platform station delayed delay late cancelled seat seats conductor carriage carriages guard line route stuck passengers passenger ticket tickets fare timetable driver drivers standing packed crowded toilet toilets heating aircon inspector stop stops service")
	flown     = wordSet("flew fly flying flown")
	tokens    = wordSet("token tokens otp otps")
	lodging   = wordSet("hotel hotels motel inn resort hostel booked booking stay stayed staying night nights guest guests check-in minibar housekeeping bed beds shower towels airbnb")
	rides     = wordSet("train trains carriage carriages conductor bus buses tram trams coach line route tren trenes vagón zug züge bahn ice busse straßenbahn")
	inAir     = wordSet("flight flights plane planes runway jetway airline airport tarmac")
	onAir     = wordSet("calls signal coverage roaming 4g 3g 5g lte network tethering data reception bars mast cobertura señal roaming empfang netz mobilfunk")
	watched   = wordSet("watch watching stream streaming app game netflix episode")
	bundled   = wordSet("tv broadband channels data holiday vacation sports") // "our TV package"
)
