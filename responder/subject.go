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
	where          // a town
	always         // it is asked whatever the post says
)

// subjects are what questions are about, by language; of several rows the first
// that fits is taken.
var subjects = map[string][]aboutWhat{
	"en": {
		{"tags", always, phrases("tags off", "tags on", "without tags", "without the tags", "no tags", "the tags", "removed tags")},
		{"receipt", nothing, phrases("lost receipt", "lost the receipt", "lost my receipt", "without a receipt", "without the receipt", "without receipt", "no receipt", "the invoice", "proof of purchase")},
		{"pets", which, phrases("on dogs", "dogs allowed", "my dog in", "bring my dog", "dog friendly", "dog-friendly", "pets allowed", "bring my pet")},
		{"slip", nothing, phrases("wrong address", "accidentally ordered", "accidentally bought", "accidently ordered", "accidently bought", "by mistake", "put the wrong", "entered the wrong", "ordered the wrong", "chose the wrong", "picked the wrong")},
		{"lost property", nothing, phrases("left my", "left her", "left his", "left our", "lost property", "lost and found")},
		{"recall", which, phrases("recalled", "recalls", "a recall", "the recall", "this recall", "your recall", "any recall", "about recall", "safety recall", "recall on", "recall of", "recall for", "recall notice", "recall letter")},
		{"restored", where, phrases("be fixed", "be restored", "be back up", "back up today", "power back", "fixed today", "fixed yet", "eta on")},
		{"part", which, phrases("part number", "spare part", "spare parts", "replacement part", "replacement parts", "replacement button", "old buttons", "replacement filter", "replacement blade", "replacement battery", "replacement charger")},
		{"closing", nothing, phrases("delete account", "delete an account", "close an account", "deactivate", "remove account")},
		{"update", which, phrases("get the update", "update to oreo", "get oreo", "receive the update", "the oreo update", "get the android", "update roll", "update for the")},
		{"broadcast", nothing, phrases("what channel", "which channel", "on tv", "showing the", "be streaming", "streaming the", "televised", "broadcast", "be showing", "available in hd")},
		{"compatible", nothing, phrases("compatible", "work with", "works with", "be used with", "be used on", "symlinks")},
		{"rates", nothing, phrases("roaming charges", "roaming rates", "call charges", "roaming cost")},
		{"contact", nothing, phrases("what number", "which number", "phone number", "contact number", "these numbers", "the number for", "email address for", "email address of", "twitter handle", "who do i contact", "who should i contact", "who can i contact", "who do i call", "who can i call", "speak to someone", "get in contact with", "get in touch with", "service center", "service centre", "care centre", "care center")},
		{"staffed", nothing, phrases("in the office", "representatives", "agents available", "anyone available", "anyone there")},
		{"job", which, phrases("job", "jobs", "hiring", "vacancy", "vacancies", "apply for", "internship", "careers", "recruiter")},
		{"ingredients", which, phrases("vegan", "vegetarian", "gluten", "gluten-free", "allergen", "allergens", "allergy", "nuts", "dairy", "halal", "kosher", "ingredients", "calories", "lactose", "cruelty free", "cruelty-free")},
		{"luggage", nothing, phrases("carry-on", "carry on", "hand luggage", "baggage allowance", "checked bag", "bag allowance", "baggage rules", "stroller", "pram", "on the plane", "on the flight", "on board", "allowed to bring")},
		{"hotel", which, phrases("hotel", "hotel reception", "check out", "checkout time", "resort", "pool", "room service", "my room", "our room", "the room")},
		{"hours", which, phrases("opening hours", "opening times", "open today", "open tomorrow", "open on", "open until", "open till", "close today", "closing time", "what time do you", "still open", "open again", "open yet", "is open", "store opens", "shop opens", "already open", "opened yet", "desk open")},
		{"stockist", where, phrases("which store", "which stores", "what stores", "what store", "where can i buy", "where can i get this", "where can i get these", "where can i get a", "can i get this")},
		{"stock", which, phrases("in stock", "restock", "restocking", "restocked", "sold out", "out of stock", "in my size", "back in", "still sell", "still stock", "still carry", "do you sell", "do you stock", "do you carry", "do you still have", "stockist", "get hold of", "in store", "in stores", "in any stores", "in your stores", "style number", "style numbers", "have this in", "getting any more", "available to order online", "available online")},
		{"place", which, phrases("near me", "nearest", "closest", "near here", "in my area", "around here")},
		{"refund", nothing, phrases("get a refund", "get refunded", "a refund for", "claim a refund", "refunds given")},
		{"payment", nothing, phrases("direct debit", "pay by", "pay with", "payment plan", "instalments", "installments", "paypal", "credit card", "debit card", "payment over the phone", "pay it by", "defer")},
		{"returning", nothing, phrases("return it", "return them", "return this", "return online purchases", "return purchases", "return policy", "returns policy", "exchange it", "exchange them", "to exchange", "send it back", "send back", "returning it", "returning an", "returning my", "returning the", "returning a", "return an item", "return something", "return some", "to return", "change it")},
		{"shipping", which, phrases("ship to", "deliver to", "shipping to", "delivery to", "ship internationally", "international shipping", "shipping cost", "standard shipping", "next day delivery", "free shipping", "shipping", "home delivery")},
		{"running", nothing, phrases("still operating", "still running", "is running", "stop running", "on time", "what's happening to the", "whats happening to the", "what happened to the", "why is the", "shown as delayed", "running today", "running tomorrow", "manchester running")},
		{"timetable", when, phrases("train", "trains", "bus", "buses", "tram", "ferry", "timetable", "which platform does", "what platform", "departure", "departures")},
		{"place", nothing, phrases("car park", "car parks", "parking")},
		{"car", which, phrases("your car", "your cars", "this car", "the car", "new car", "suv", "truck", "mpg", "tyres", "tires", "test drive", "trim", "sedan", "coupe", "spare wheel", "fullsize spare", "gasoline", "passenger seat", "sunroof", "hatchback", "horsepower")},
		{"release", which, phrases("it come out", "this come out", "that come out", "coming out", "release date", "released", "release", "launch", "launching", "available to order", "gonna be available", "be available", "rolling out", "rollout", "roll out", "preorder", "pre-order", "preorders", "new season", "next season", "next episode")},
		{"availability", nothing, phrases("available in")},
		{"tickets", when, phrases("tickets", "ticket", "box office", "presale")},
		{"trip", when, phrases("flight", "flights", "seat", "seats", "upgrade", "check in", "check-in", "rebook", "book a", "booking", "reservation", "stay")},
		{"connection", which, phrases("internet", "broadband", "wifi", "wi-fi", "signal", "coverage", "outage", "4g", "5g", "lte", "roaming", "servers", "server", "network")},
		{"game", device, phrases("game", "dlc", "multiplayer", "xbox", "ps4", "ps5", "playstation", "switch version", "beta", "crossplay")},
		{"app", device, phrases("app", "apps", "ios", "android", "new update", "latest update", "last update", "widget", "dark mode", "notifications", "sync", "playlist", "playlists")},
		{"device", which, phrases("laptop", "printer", "router", "headphones", "camera", "tablet", "console", "controller", "battery", "charger", "keyboard", "warranty", "washer", "oven", "fridge")},
		{"points", nothing, phrases("points", "rewards", "miles", "loyalty", "promo code", "discount code", "coupon", "voucher", "vouchers", "gift card", "gift cards")},
		{"menu", which, phrases("menu", "breakfast", "lunch", "burger", "burgers", "sauce", "pizza", "fries", "tenders", "nuggets", "restaurant", "table for")},
		{"rules", nothing, phrases("your policy", "the policy", "policy on", "policy for")},
		{"meaning", always, phrases("what is this", "what's this", "whats this", "what does that mean", "what does this mean", "whats means", "is this legit", "is it spam", "is this spam")},
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
func subject(language, post string, words []string) (of string, open bool) {
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
	case always:
		return true
	case where:
		return !locates(post, words)
	case which:
		return !namesOne(post)
	case device:
		return !hasDigit(post) && !anyOf(words, devices)
	case when:
		return !hasDigit(post) && !anyOf(words, days)
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

// locates reports a place, as far as a word before it or a capital shows it, or
// that the shop is on the web.
func locates(post string, words []string) bool {
	if hasAny(words, []string{"online", "website", "site", "web", "nationwide"}) {
		return true
	}
	if slices.ContainsFunc(words, func(w string) bool { return places[w] != "" }) {
		return true
	}
	fields := strings.Fields(post[:min(len(post), maxFelt)])
	for i := range max(0, len(fields)-1) {
		before, next := strings.ToLower(fields[i]), strings.Trim(fields[i+1], ".,;:!?()")
		first, _ := utf8.DecodeRuneInString(next)
		if before == "in" && strings.HasPrefix(next, "#") {
			return true
		}
		behind := before == "in" || before == "at" || before == "near" || before == "your"
		if behind && unicode.IsUpper(first) && len(next) > 2 {
			return true
		}
	}
	return false
}

// anywhere are words after "in" or "at" that name no place.
var anywhere = wordSet("the a an my your our this that these those it all any store stores stock shops shop person general advance time case order size here home work least once some one which what")

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// missing asks for the one thing that the answer to a question hangs on; nothing
// where the post says it, or the template has no words for it.
func (c *composer) missing(asking string) []line {
	a := &c.t.Parts.Answer
	if asking == "" || len(a.Ask) == 0 {
		return nil
	}
	c.slots["asking"] = asking
	return []line{c.spare(a.Ask)}
}
