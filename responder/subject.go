package responder

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A post may already say which one it means; then nobody asks for it.
const (
	nothing = iota // there is nothing to ask
	which          // a place, a model, a game: a name or a number says it
	device         // what they use
	when           // a day or a time
)

// subjects are what questions are about, by language; of several rows the first
// that fits is taken.
var subjects = map[string][]aboutWhat{
	"en": {
		{"job", which, phrases("job", "jobs", "hiring", "vacancy", "vacancies", "apply for", "internship", "careers", "recruiter")},
		{"ingredients", which, phrases("vegan", "vegetarian", "gluten", "gluten-free", "allergen", "allergens", "allergy", "nuts", "dairy", "halal", "kosher", "ingredients", "calories", "lactose")},
		{"luggage", nothing, phrases("carry-on", "carry on", "hand luggage", "baggage allowance", "checked bag", "bag allowance", "baggage rules", "stroller", "pram")},
		{"hotel", which, phrases("hotel", "reception", "check out", "checkout time", "resort", "pool", "room service", "my room", "our room", "the room")},
		{"hours", which, phrases("opening hours", "opening times", "open today", "open tomorrow", "open on", "open until", "open till", "close today", "closing time", "what time do you", "still open", "open again", "open yet", "is open")},
		{"stock", which, phrases("in stock", "restock", "restocking", "restocked", "sold out", "out of stock", "in my size", "back in", "still sell", "still stock", "still carry", "do you sell", "do you stock", "do you carry", "do you still have", "stockist", "get hold of")},
		{"place", which, phrases("near me", "nearest", "closest", "near here", "in my area", "around here", "which store", "which stores", "what stores")},
		{"returning", nothing, phrases("return it", "return them", "return this", "return policy", "returns policy", "exchange it", "exchange them", "send it back", "send back", "returning it", "returning an", "returning my", "returning the", "returning a", "return an item", "return something")},
		{"shipping", which, phrases("ship to", "deliver to", "shipping to", "delivery to", "ship internationally", "international shipping", "shipping cost", "standard shipping", "next day delivery", "free shipping", "shipping", "home delivery")},
		{"timetable", when, phrases("train", "trains", "bus", "buses", "tram", "ferry", "timetable", "platform", "departure", "departures")},
		{"place", nothing, phrases("car park", "car parks", "parking", "phone line", "phone lines")},
		{"car", which, phrases("car", "suv", "truck", "mpg", "tyres", "tires", "test drive", "trim", "sedan", "coupe", "spare wheel")},
		{"release", which, phrases("come out", "coming out", "release date", "released", "release", "launch", "available in", "rolling out", "rollout", "roll out", "preorder", "pre-order", "preorders", "new season", "next season", "next episode")},
		{"tickets", when, phrases("tickets", "ticket", "box office", "presale")},
		{"trip", when, phrases("flight", "flights", "seat", "seats", "upgrade", "check in", "check-in", "rebook", "book a", "booking", "reservation", "room", "rooms", "stay")},
		{"connection", which, phrases("internet", "broadband", "wifi", "wi-fi", "signal", "coverage", "outage", "4g", "5g", "lte", "roaming", "servers", "server", "network")},
		{"game", device, phrases("game", "dlc", "multiplayer", "xbox", "ps4", "ps5", "playstation", "switch version", "beta", "crossplay")},
		{"app", device, phrases("app", "apps", "ios", "android", "new update", "latest update", "last update", "widget", "dark mode", "notifications", "sync", "playlist", "playlists")},
		{"device", which, phrases("phone", "laptop", "printer", "tv", "router", "headphones", "camera", "tablet", "console", "controller", "battery", "charger", "keyboard", "compatible", "warranty", "washer", "oven", "fridge")},
		{"points", nothing, phrases("points", "rewards", "miles", "loyalty", "promo code", "discount code", "coupon", "voucher", "gift card", "gift cards")},
		{"menu", which, phrases("menu", "breakfast", "lunch", "burger", "burgers", "sauce", "pizza", "fries", "restaurant", "table for")},
	},
	"es": {
		{"hours", which, phrases("abren", "abrís", "cierran", "horario", "abierto")},
		{"stock", which, phrases("en stock", "agotado", "hay tallas", "queda", "quedan", "reponer")},
		{"shipping", which, phrases("envían a", "enviáis a", "envíos", "gastos de envío")},
		{"timetable", when, phrases("tren", "trenes", "autobús", "horarios")},
		{"trip", when, phrases("vuelo", "asiento", "reserva", "habitación", "equipaje")},
		{"connection", which, phrases("internet", "cobertura", "wifi", "fibra")},
		{"app", device, phrases("app", "aplicación", "actualización")},
		{"device", which, phrases("móvil", "portátil", "impresora", "garantía", "compatible")},
	},
	"de": {
		{"hours", which, phrases("geöffnet", "öffnungszeiten", "macht auf", "öffnet", "schließt", "wie lange offen")},
		{"stock", which, phrases("auf lager", "ausverkauft", "wieder da", "verfügbar", "lieferbar", "führt ihr")},
		{"shipping", which, phrases("liefert ihr nach", "versand", "versendet ihr")},
		{"timetable", when, phrases("zug", "züge", "bus", "bahn", "fahrplan")},
		{"trip", when, phrases("flug", "sitzplatz", "buchung", "zimmer", "gepäck")},
		{"connection", which, phrases("internet", "empfang", "wlan", "netz", "störung")},
		{"app", device, phrases("app", "update")},
		{"device", which, phrases("handy", "drucker", "fernseher", "garantie", "kompatibel")},
	},
}

type aboutWhat struct {
	subject string // of templates.Subjects
	missing int
	phrases []phrase
}

var subjectOpenings = byLanguage(subjects, func(s aboutWhat) []phrase { return s.phrases })

// devices are what people use an app or a game on.
var devices = wordSet("iphone ipad ios android samsung galaxy pixel mac macbook windows pc desktop chrome firefox safari browser web website xbox ps4 ps5 playstation switch nintendo steam tv roku firestick alexa kindle chromecast")

// days are words for a day or a time.
var days = wordSet(`today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday weekend january february march april may june july august september october november december morning evening
	hoy mañana lunes martes miércoles jueves viernes sábado domingo heute morgen montag dienstag mittwoch donnerstag freitag samstag sonntag`)

// subject is what a question is about, one of templates.Subjects, and whether
// the post leaves out what the answer hangs on.
func subject(language, post string) (of string, open bool) {
	words := asked(post)
	row, found := subjectOpenings[language].first(words, func(_, _ int) bool { return true })
	if !found {
		return "", false
	}
	s := subjects[language][row]
	return s.subject, leavesOut(s.missing, post, words)
}

// leavesOut is careful: what may be there is taken to be there, for nobody wants
// to be asked what they have just said.
func leavesOut(missing int, post string, words []string) bool {
	switch missing {
	case which:
		return !namesOne(post)
	case device:
		return !hasDigit(post) && !slices.ContainsFunc(words, func(w string) bool { return devices[w] })
	case when:
		return !hasDigit(post) && !slices.ContainsFunc(words, func(w string) bool { return days[w] })
	}
	return false
}

// namesOne reports a number, a hashtag, a capital within a sentence, or a place
// after "in".
func namesOne(post string) bool {
	begins, located := true, false
	for word := range strings.FieldsSeq(post[:min(len(post), maxFelt)]) {
		first, _ := utf8.DecodeRuneInString(word)
		plain := strings.Trim(strings.ToLower(word), ".,;:!?()")
		switch {
		case first == '@' || strings.Contains(word, "://"):
			continue
		case first == '#', hasDigit(word), located && !anywhere[plain]:
			return true
		case !begins && unicode.IsUpper(first) && plain != "i" && !strings.HasPrefix(plain, "i'") && !strings.HasPrefix(plain, "i’"):
			return true
		}
		begins, located = strings.ContainsAny(word[len(word)-1:], ".!?:"), plain == "in" || plain == "at" || plain == "near"
	}
	return false
}

// anywhere are words after "in" or "at" that name no place.
var anywhere = wordSet("the a an my your our this that these those it all any store stores stock shops shop person general advance time case order size here home work least once some one which what")

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// missing asks for the one thing that the answer to a question hangs on; nothing
// where the post says it, or the template has no words for it.
func (c *composer) missing(about string) []line {
	a := &c.t.Parts.Answer
	if about == "" || a.Asking[about] == "" || len(a.Ask) == 0 {
		return nil
	}
	c.slots["asking"] = a.Asking[about]
	return []line{c.spare(a.Ask)}
}
