package responder

import (
	"cmp"
	"strings"
)

// praised are the words by which people say what they praise, by language. Of
// several, the first in this order is answered.
var praised = map[string][]forWhat{
	"en": {
		{"birthday", []string{"birthday", "bday", "anniversary", "engaged", "graduated", "graduation", "wedding", "honeymoon", "newborn", "baby girl", "baby boy", "she's here", "he's here", "shes here", "hes here"}},
		{"pet", []string{"dog", "dogs", "cat", "cats", "puppy", "kitten", "pup", "doggo"}},
		{"children", []string{"son", "daughter", "kids", "toddler", "grandson", "granddaughter", "nephew", "niece"}},
		{"win", []string{"i won", "we won", "won a", "won the", "prize", "winner", "giveaway"}},
		{"first time", []string{"first time", "first ever", "my first", "finally tried", "just discovered", "just tried"}},
		{"plans", []string{"can't wait", "cant wait", "so excited", "looking forward", "countdown", "counting down", "see you soon", "see you tomorrow", "on my way", "vacation", "my trip", "our trip"}},
		{"secret", []string{"quote me", "use that line", "our little secret", "our secret", "don't tell anyone"}},
		{"congratulations", []string{"congrats", "congratulations"}},
		{"live", []string{"it live", "you live", "them live", "played live", "live tonight", "live this summer"}},
		{"costume", []string{"costume", "costumes", "dressed up", "dressing up", "fancy dress"}},
		{"receipt", []string{"receipt"}},
		{"staff", []string{"crew", "crews", "driver", "agent", "agents", "staff", "attendant", "attendants", "pilot", "pilots", "captain", "rep", "reps", "employee", "employees", "barista", "waiter", "waitress", "conductor", "engineer", "technician", "stewardess", "steward", "team", "lady", "gentleman", "manager"}},
		{"help", []string{"helped", "helping", "helpful", "sorted", "fixed", "resolved", "solved", "advice", "assistance"}},
		{"gift", []string{"for free", "a free", "free coffee", "free drinks", "free drink", "free meal", "complimentary", "freebie", "freebies", "on the house"}},
		{"food", []string{"food", "meal", "burger", "burgers", "burrito", "coffee", "pizza", "delicious", "tasty", "yummy", "sandwich", "breakfast", "lunch", "dinner", "drinks", "salad", "fries", "chicken", "chocolate", "bowl", "bowls", "taco", "tacos", "guac", "guacamole", "queso", "steak", "tenders", "nuggets", "wings", "menu", "snack", "snacks", "cake", "tea", "beer", "ate", "eating", "tastes", "tasted"}},
		{"trip", []string{"flight", "flights", "flew", "fly", "flying", "trip", "journey", "train", "ride", "upgrade", "upgraded", "lounge", "plane", "aboard", "boarded", "boarding", "onboard", "travel", "traveling", "travelling"}},
		{"speed", []string{"quick", "quickly", "quickest", "fast", "faster", "fastest", "speediest", "prompt", "promptly", "speedy", "early", "swift"}},
		{"price", []string{"deal", "deals", "discount", "price", "prices", "bargain", "cheap", "sale", "voucher"}},
		{"product", []string{"app", "game", "update", "phone", "album", "playlist", "shoes", "feature", "jacket", "dress", "laptop", "camera", "book", "show", "iphone", "watch", "tv", "ps4", "xbox", "headphones", "bag", "boots", "sneakers", "trainers", "controller", "car", "truck", "lipstick", "mascara", "jeans", "shirt"}},
		{"show", []string{"season", "episode", "series", "film", "movie", "soundtrack", "song", "songs", "concert", "podcast"}},
		{"loyal", []string{"favorite", "favourite", "favs", "loyal", "lifelong", "biggest fan", "big fan", "never disappoints", "never let me down", "every single time"}},
		{"picture", []string{"photo", "picture", "pic", "view", "sunset", "sunrise"}},
		{"weather", []string{"sunny", "sunshine", "snow", "snowing", "rainy"}},
	},
	"es": {
		{"birthday", []string{"cumpleaños", "aniversario", "boda"}},
		{"first time", []string{"primera vez"}},
		{"plans", []string{"qué ganas", "con ganas", "vacaciones"}},
		{"staff", []string{"equipo", "personal", "empleado", "empleada", "conductor", "conductora", "tripulación", "azafata", "azafatas", "chico", "chica", "repartidor"}},
		{"help", []string{"ayuda", "ayudado", "ayudaron", "solucionado", "resuelto", "atención", "apoyo"}},
		{"food", []string{"comida", "café", "pizza", "rico", "rica", "delicioso", "deliciosa", "cena", "desayuno"}},
		{"trip", []string{"vuelo", "viaje", "tren", "trayecto"}},
		{"speed", []string{"rápido", "rápida", "rapidez", "puntual"}},
		{"price", []string{"precio", "oferta", "descuento", "barato"}},
		{"product", []string{"app", "aplicación", "juego", "móvil", "producto", "zapatos"}},
	},
	"de": {
		{"birthday", []string{"geburtstag", "jubiläum", "hochzeit"}},
		{"first time", []string{"zum ersten mal", "das erste mal"}},
		{"plans", []string{"urlaub", "vorfreude", "freue mich auf"}},
		{"staff", []string{"team", "personal", "mitarbeiter", "mitarbeiterin", "fahrer", "fahrerin", "crew", "kollege", "kollegin", "schaffner"}},
		{"help", []string{"hilfe", "geholfen", "hilfsbereit", "gelöst", "beratung", "support", "unterstützung"}},
		{"food", []string{"essen", "lecker", "kaffee", "pizza", "frühstück", "mahlzeit"}},
		{"trip", []string{"flug", "reise", "fahrt", "zug", "geflogen"}},
		{"speed", []string{"schnell", "schnelle", "flott", "pünktlich", "zügig", "prompt"}},
		{"price", []string{"preis", "angebot", "rabatt", "günstig"}},
		{"product", []string{"app", "spiel", "handy", "produkt", "schuhe"}},
	},
}

type forWhat struct {
	what  string // of templates.Praised
	words []string
}

var praiseOpenings = byLanguage(praised, func(p forWhat) []phrase { return phrases(p.words...) })

// praise takes the wordings that say most exactly what we are praised for.
func (c *composer) praise() []string {
	t := &c.t.Parts.Thanks
	what := c.heard.praised()
	courtesy := c.heard.courtesy()
	if courtesy == "thanks" && c.names() {
		courtesy = ""
	}
	for _, first := range []string{courtesy, what} {
		if of := t.Of[first]; len(of) > 0 && (first == courtesy || playfulOf[first]) {
			return of
		}
	}
	if first, second := c.heard.pair(); second != "" && len(t.Pair) > 0 {
		c.slots["first"], c.slots["First"], c.slots["second"] = first, capital(first), second
		return t.Pair
	}
	if c.slots["echo"] = c.echo(); c.slots["echo"] != "" && len(t.Echo) > 0 && !moments[what] {
		return t.Echo
	}
	if of := t.Of["colleague"]; len(of) > 0 && c.heard.named() {
		return of
	}
	if who := c.heard.people(); who != "" && c.heard.serves() && len(t.Who) > 0 {
		c.slots["who"] = who
		return t.Who
	}
	if c.slots["swift"] = c.heard.swift(); c.slots["swift"] != "" && len(t.Swift) > 0 {
		c.slots["Swift"] = capital(c.slots["swift"])
		return t.Swift
	}
	if c.slots["treat"] = c.heard.treat(); c.slots["treat"] != "" && len(t.Treat) > 0 && !moments[what] {
		c.slots["Treat"] = capital(c.slots["treat"])
		return t.Treat
	}
	return c.praiseOf(what)
}

// playfulOf are told before whoever or whatever else was praised.
var playfulOf = map[string]bool{"costume": true, "receipt": true, "secret": true, "live": true}

// moments are told before what was eaten at them.
var moments = map[string]bool{"birthday": true, "win": true, "pet": true, "children": true}

// liked is the thing that is praised, as it can be named; "" for none.
func (c *composer) liked() string {
	if c.withheld {
		return ""
	}
	return cmp.Or(c.heard.liked(), c.heard.thing(c.q.post))
}

// echo is what the post says of a thing or of somebody of ours; "" for nothing.
func (c *composer) echo() string {
	if c.withheld {
		return ""
	}
	return c.heard.echo(c.q.post)
}

func (c *composer) praiseOf(what string) []string {
	t := &c.t.Parts.Thanks
	if of := t.Of["us"]; len(of) > 0 && c.heard.lovesUs() {
		return of
	}
	if c.slots["outing"] = c.heard.outing(c.q.post); c.slots["outing"] != "" && len(t.Outing) > 0 && !moments[what] {
		return t.Outing
	}
	if liked := c.liked(); liked != "" && !moments[what] {
		c.slots["thing"], c.slots["Thing"] = liked, capital(liked)
		return t.Thing
	}
	for _, way := range []string{what, c.heard.mood()} {
		if of := t.Of[way]; len(of) > 0 {
			return of
		}
	}
	return c.general()
}

// general is what is said where nothing can be taken up: to thanks for something,
// to a shout of joy, and to all else.
func (c *composer) general() []string {
	t := &c.t.Parts.Thanks
	switch {
	case len(t.Of["for"]) > 0 && thanksFor.standIn(c.heard.plain()):
		return t.Of["for"]
	case len(t.Of["thrilled"]) > 0 && strings.Count(c.q.Mention.Text, "!") > 1:
		return t.Of["thrilled"]
	}
	return t.General
}

var thanksFor = openingsOf(phrases("thanks for", "thank you for", "thank u for", "thx for", "ty for", "cheers for", "ta for", "thankyou for", "thanks so much for", "thank you so much for", "thank you all for", "thanks again for", "thank you again for"))

// moodOf is how a post praises that does not say what: with a laugh or a heart.
func moodOf(post string) string {
	if anyOf(plainly(post), laughs) || strings.ContainsAny(post, "😂🤣😆😹") {
		return "joke"
	}
	if strings.ContainsAny(post, "❤😍🥰😘💙💕💜💚💛🧡💖💗♥") {
		return "love"
	}
	return ""
}

var laughs = wordSet("lol lmao lmfao rofl haha hahaha hahahaha hehe jaja jajaja jajajaja")

// goodbye ends an answer to praise: a wish is wished back.
func (c *composer) goodbye() line {
	if wish := c.heard.wish(); wish != "" {
		return c.saying(wish)
	}
	return c.pick(c.t.Parts.Thanks.Closing)
}

// saying is a line of a single wording, which is no template's.
func (c *composer) saying(wording string) line {
	return line{wording: wording, variants: []string{wording}, said: c.whole(wording)}
}

// serving are words for those of ours whom people praise, though they say no more
// of them; praise.Who names them.
var serving = wordSet("crew attendant attendants steward stewardess pilot pilots captain agent agents rep driver drivers barista waiter waitress conductor technician engineer cashier staff team crews linemen")

// whatIsPraised is one of templates.Praised, "" where the post does not say.
func whatIsPraised(language, post string) string {
	if strings.ContainsAny(post, "🐈🐕🐶🐱🐾😻") {
		return "pet"
	}
	words, all := plainly(post), praised[language]
	pleased := language != "en" || anyOf(words, pleases)
	thanked := hasAny(words, thanking)
	row, found := praiseOpenings[language].first(words, func(row, _ int) bool {
		what := all[row].what
		return pleased || unasked[what] || thanked && done[what]
	})
	if !found {
		return ""
	}
	return all[row].what
}

// unasked are what nobody tells us of but because it pleases; all else may be
// mentioned for any reason.
var unasked = map[string]bool{"birthday": true, "plans": true, "secret": true, "costume": true, "receipt": true, "win": true, "congratulations": true}

// done is what people thank for.
var done = map[string]bool{"staff": true, "help": true, "trip": true, "speed": true, "gift": true}

var pleases = wordSet(`love loves loved loving enjoy enjoys enjoyed enjoying obsessed happy approves approved thrilled excited good great best awesome amazing nice fantastic wonderful beautiful excellent perfect brilliant
	delicious yummy tasty cool favorite favourite fun glad impressed impressive impressing smoothest friendliest kind kindest lovely superb incredible gorgeous stunning quickest fastest cute cutest shout shoutout kudos props hats appreciated`)
