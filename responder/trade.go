package responder

import (
	"slices"
	"strings"
	"unicode"

	"goodgraces/responder/grievance"
)

// class is what the trouble is by the model's classes: of a clause that the model
// told, or where it is sure of one that is of the kind that the rules read. "" is
// none.
func (c *composer) class() string {
	return c.ofClass.get(func() string {
		if c.g.Class != "" || !complains(c.q) || c.g.Issue == "" {
			return c.g.Class
		}
		guess := c.q.post.Guess(c.t.Language)
		if guess.Near || guess.Kind != c.g.Kind && (c.g.Kind != grievance.KindFaulty || !nearerThanFaulty[guess.Kind]) {
			return ""
		}
		return guess.Class
	})
}

// nearerThanFaulty are kinds of a guess that may stand where the rules read a clause
// of no kind they know, which is then taken for a fault.
var nearerThanFaulty = map[grievance.Kind]bool{grievance.KindSpoiled: true, grievance.KindWrong: true, grievance.KindService: true}

// among are the items of which the words of a post choose one, where its class
// leaves open what the trouble is with: the first that the post shows, else the
// last named.
var among = map[string]struct {
	items map[string]bool
	other string
}{
	"online":   {wordSet("game stream"), "site"},
	"sent":     {wordSet("parcel"), "order"},
	"gear":     {wordSet("computer headphones phone device printer"), ""},
	"goods":    {wordSet("computer headphones phone device printer car"), "product"},
	"meal":     {wordSet("flight train hotel"), "food"},
	"journey":  {wordSet("flight train bus ride"), ""},
	"workshop": {wordSet("car"), "job"},
	"stay":     {wordSet("hotel flight train"), "booking"},
	"repaid":   {wordSet("flight train hotel ticket"), "refund"},
}

// chosen is an item, or the one of among that the post shows.
func (c *composer) chosen(item string) string {
	of, open := among[item]
	if !open {
		return item
	}
	if trade := tradeOf(c.q.Mention.Text); of.items[trade] {
		return c.instead(item, trade)
	}
	words := plainly(strings.ReplaceAll(c.q.Mention.Text, "'s", ""))
	for _, row := range itemsIn(c.t.Language, words) {
		if of.items[row.item] {
			return c.instead(item, row.item)
		}
	}
	return of.other
}

// instead is what is asked for of the journey or stay that something is about: its
// booking where money or a seat is.
func (c *composer) instead(item, shown string) string {
	if item == "repaid" || item == "stay" && shown != "hotel" {
		return "booking"
	}
	return shown
}

// bookedWith are what there is instead of an order with those who take people
// somewhere or put them up, by their trade.
var bookedWith = map[string]string{"hotel": "hotel", "flight": "booking", "train": "booking"}

// aboard are items of a place, which is a vehicle where the post shows one; bought
// are words of food that is taken home.
var (
	aboard  = wordSet("food place time spot product conduct stock restaurant store")
	vehicle = []struct {
		item  string
		shown map[string]bool
	}{
		{"flight", wordSet("flight plane aircraft seatbelt onboard airline boarding legroom cabin")},
		{"train", wordSet("train carriage")},
		{"bus", wordSet("bus tram")},
	}
	bought = wordSet(`supermarket groceries grocery pack packet packs sell-by use-by best-before expiry expired jar tin tins tub carton aisle shelf shelves sliced punnet frozen freezer
		basket trolley multipack loaf`)
)

// whereabouts is an item as it is asked for where the post tells what it happened on, or
// that food was bought and not eaten out.
func (c *composer) whereabouts(item string) string {
	words := c.heard.words()
	trade := tradeOf(c.q.Mention.Text)
	switch of := bookedWith[trade]; {
	case of != "" && item == "order":
		return of // nobody orders at a hotel's desk
	case trade == "flight" && item == "parcel":
		return "luggage" // which a courier brings
	}
	if !aboard[item] || c.ofMachine() {
		return item
	}
	for _, on := range vehicle {
		if c.t.Parts.Route.Items[on.item] != "" && (trade == on.item || trade == "" && anyOf(riding(words), on.shown)) {
			return on.item
		}
	}
	if (item == "food" || item == "restaurant") && anyOf(words, bought) {
		return "product"
	}
	return item
}

// riding is the words of a post without the vehicles by which only a place is named:
// "your shop at the train station", "the bus stop".
func riding(words []string) []string {
	return slices.Collect(func(yield func(string) bool) {
		for i, w := range words {
			if stands := i+1 < len(words) && stopping[words[i+1]]; !stands && !yield(w) {
				return
			}
		}
	})
}

var stopping = wordSet("station stations stop stops shelter outlet set sets sander remote")

// trades are the words in a handle by which it shows its trade, as the item of it.
var trades = map[string]string{
	"air": "flight", "airways": "flight", "airlines": "flight", "airline": "flight", "jet": "flight", "fly": "flight",
	"train": "train", "trains": "train", "rail": "train", "railway": "train", "railways": "train",
	"bus": "bus", "buses": "bus", "tram": "bus", "trams": "bus",
	"game": "game", "games": "game", "gaming": "game", "xbox": "game", "playstation": "game",
	"cab": "ride", "cabs": "ride", "taxi": "ride", "uber": "ride", "lyft": "ride",
	"motors": "car", "motor": "car", "cars": "car", "autos": "car",
	"hotel": "hotel", "hotels": "hotel", "inn": "hotel", "inns": "hotel", "suites": "hotel",
}

// tradeOf is the trade that the first telling handle in a post shows: "flight" of
// @AcmeAirways. "" is none, and what nobody flies with: @AcmeAirBeds, "my fryer from
// @AirCook".
func tradeOf(post string) string {
	for word := range strings.FieldsSeq(post[:min(len(post), maxFelt)]) {
		if handle, is := strings.CutPrefix(strings.TrimLeft(word, ".\"'("), "@"); is {
			parts := camel(handle)
			for _, part := range parts {
				if trade := trades[part]; trade != "" && (trade != "flight" || !anyOf(parts, grounded) && !atHome(post)) {
					return trade
				}
			}
		}
	}
	return ""
}

// atHome reports a post about a thing of the house in which nobody travels.
func atHome(post string) bool {
	words := wordsOf(post)
	return anyOf(words, appliances) && !anyOf(words, airborne) && !anyOf(words, flown)
}

var (
	// grounded are words of a handle beside "air", "jet" or "fly" that is no airline's.
	grounded = wordSet("parcel parcels courier couriers freight post mail con conditioning cook fry fryer kitchen bed beds mattress shoes filter filters heating pump pumps wash washer washers printer print ski skis fishing lamp balloon balloons soft gun guns force gym fitness tennis brush")
	// appliances are things that people have at home and take on no journey.
	appliances = wordSet("fryer fryers oven ovens kettle toaster blender hob cooker fridge freezer dishwasher washer dryer vacuum hoover lamp sofa mattress boiler radiator heater purifier printer router broadband compressor washing hose")
)

// camel is the words of a handle, in lower case: "AcmeAir_Help" has three.
func camel(handle string) []string {
	var spaced strings.Builder
	var before rune
	for _, r := range handle {
		switch {
		case !unicode.IsLetter(r):
			r = ' '
		case unicode.IsUpper(r) && unicode.IsLower(before):
			spaced.WriteByte(' ')
		}
		before = r
		spaced.WriteRune(unicode.ToLower(r))
	}
	return strings.Fields(spaced.String())
}

// ofMachine reports a machine that stands somewhere for all: what counts is where.
func (c *composer) ofMachine() bool {
	words := c.heard.words()
	return anyOf(words, machines) && anyOf(words, standing) && !anyOf(words, household)
}

// besides reports a journey in a post to somebody of another trade: who takes the
// bus while the garage has the car asks nothing of the bus.
func (c *composer) besides(item string) bool {
	trade := tradeOf(c.q.Mention.Text)
	return trade != "" && among["journey"].items[item] && item != trade
}

var (
	machines = wordSet("machine machines vending kiosk atm cashpoint pump jukebox laundrette")
	standing = wordSet("ticket tickets vending kiosk atm cashpoint pump station platform ate swallowed swallow eats forecourt petrol coins tenner fiver")
	// household are words of a machine that somebody has at home.
	household = wordSet("washing washer coffee sewing fax answering dishwasher laundry heat spin wash")
)

// ofCase reports a ticket that is a number of a case and takes nobody anywhere.
func ofCase(words []string) bool { return anyOf(words, handled) }

var handled = wordSet("closed resolved solved reopen reopened completed raised logged opened support escalated pending unresolved")

// mailed are words of what is sent to an address.
var mailed = wordSet("email emails e-mail e-mails emailing mail mails mailing newsletter newsletters inbox unsubscribe unsubscribed unsubscribing letter letters leaflet leaflets catalogue catalogues")

// itemNamed is what the class of a trouble wants, whether it wants anything told by
// its class.
func (c *composer) itemNamed() (item string, known bool) {
	item, known = itemOfClass[c.class()]
	if !known {
		return "", false
	}
	switch item = c.chosen(item); {
	case wares[item] && c.ofMachine():
		item = "conduct"
	case wares[item] && c.noFault():
		item = ""
	case item == "sender" && !anyOf(c.heard.words(), mailed):
		item = "" // calls, tags and visits are sent to no address
	}
	return item, c.g.Kind != grievance.KindNone && !c.ofPublic(item)
}
