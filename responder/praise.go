package responder

import (
	"slices"
	"strings"
	"unicode"
)

// praised are the words by which people say what they praise, by language. Of
// several, the first in this order is answered.
var praised = map[string][]struct {
	what  string // of templates.Praised
	words []string
}{
	"en": {
		{"staff", []string{"crew", "crews", "driver", "agent", "agents", "staff", "attendant", "attendants", "pilot", "pilots", "captain", "rep", "reps", "employee", "employees", "barista", "server", "waiter", "waitress", "conductor", "engineer", "technician", "stewardess", "steward", "team", "lady", "gentleman", "manager"}},
		{"help", []string{"help", "helped", "helping", "helpful", "sorted", "fixed", "resolved", "solved", "advice", "assistance", "support"}},
		{"food", []string{"food", "meal", "burger", "burgers", "burrito", "coffee", "pizza", "delicious", "tasty", "yummy", "sandwich", "breakfast", "lunch", "dinner", "drinks", "salad", "fries", "chicken", "chocolate", "bowl", "bowls", "taco", "tacos", "guac", "guacamole", "queso", "steak", "tenders", "nuggets", "wings", "menu", "snack", "snacks", "cake", "tea", "beer", "ate", "eating", "tastes", "tasted"}},
		{"trip", []string{"flight", "flights", "flew", "fly", "flying", "trip", "journey", "train", "ride", "upgrade", "upgraded", "lounge", "plane", "aboard", "boarded", "boarding", "onboard", "travel", "traveling", "travelling", "seat", "seats"}},
		{"speed", []string{"quick", "quickly", "fast", "faster", "prompt", "promptly", "speedy", "early", "swift"}},
		{"price", []string{"deal", "deals", "discount", "price", "prices", "bargain", "cheap", "sale", "voucher"}},
		{"product", []string{"app", "game", "update", "phone", "album", "playlist", "shoes", "feature", "jacket", "dress", "laptop", "camera", "book", "show", "iphone", "watch", "tv", "ps4", "xbox", "headphones", "bag"}},
	},
	"es": {
		{"staff", []string{"equipo", "personal", "empleado", "empleada", "conductor", "conductora", "tripulación", "azafata", "azafatas", "chico", "chica", "repartidor"}},
		{"help", []string{"ayuda", "ayudado", "ayudaron", "solucionado", "resuelto", "atención", "apoyo"}},
		{"food", []string{"comida", "café", "pizza", "rico", "rica", "delicioso", "deliciosa", "cena", "desayuno"}},
		{"trip", []string{"vuelo", "viaje", "tren", "trayecto"}},
		{"speed", []string{"rápido", "rápida", "rapidez", "puntual"}},
		{"price", []string{"precio", "oferta", "descuento", "barato"}},
		{"product", []string{"app", "aplicación", "juego", "móvil", "producto", "zapatos"}},
	},
	"de": {
		{"staff", []string{"team", "personal", "mitarbeiter", "mitarbeiterin", "fahrer", "fahrerin", "crew", "kollege", "kollegin", "schaffner"}},
		{"help", []string{"hilfe", "geholfen", "hilfsbereit", "gelöst", "beratung", "support", "unterstützung"}},
		{"food", []string{"essen", "lecker", "kaffee", "pizza", "frühstück", "mahlzeit"}},
		{"trip", []string{"flug", "reise", "fahrt", "zug", "geflogen"}},
		{"speed", []string{"schnell", "schnelle", "flott", "pünktlich", "zügig", "prompt"}},
		{"price", []string{"preis", "angebot", "rabatt", "günstig"}},
		{"product", []string{"app", "spiel", "handy", "produkt", "schuhe"}},
	},
}

// praise takes the wordings that say most exactly what we are praised for.
func (c *composer) praise() []string {
	t := &c.t.Parts.Thanks
	if who := whoIsPraised(c.t.Language, c.q.Mention.Text); who != "" && len(t.Who) > 0 {
		c.slots["who"] = who
		return t.Who
	}
	of := t.Of[whatIsPraised(c.t.Language, c.q.Mention.Text)]
	switch {
	case c.g.Thing != "" && (len(of) == 0 || c.random.IntN(2) == 0):
		return t.Thing
	case len(of) > 0:
		return of
	}
	return t.General
}

// goodbye ends an answer to praise: a wish is wished back.
func (c *composer) goodbye() line {
	if wish := greetedBack(c.t.Language, c.q.Mention.Text); wish != "" {
		return line{wording: wish, variants: []string{wish}, said: c.whole(wish)}
	}
	return c.pick(c.t.Parts.Thanks.Closing)
}

// people are those of ours whom people praise, by language: all in the singular,
// as the wordings have them.
var people = map[string]map[string]string{
	"en": {
		"crew": "our crew", "attendant": "our crew", "attendants": "our crew", "steward": "our crew", "stewardess": "our crew", "pilot": "our pilot", "captain": "our captain",
		"driver": "our driver", "barista": "our barista", "server": "our server", "waiter": "our waiter", "waitress": "our waitress", "conductor": "our conductor",
		"technician": "our technician", "engineer": "our engineer", "agent": "our agent", "rep": "our rep", "cashier": "our cashier", "staff": "our team", "team": "our team",
	},
}

// whoIsPraised is the first of people that the post speaks of, "" for none.
func whoIsPraised(language, post string) string {
	words := strings.FieldsFunc(strings.ToLower(post[:min(len(post), maxFelt)]), func(r rune) bool { return !unicode.IsLetter(r) })
	for _, word := range words {
		if who := people[language][word]; who != "" {
			return who
		}
	}
	return ""
}

// whatIsPraised is one of templates.Praised, "" where the post does not say.
func whatIsPraised(language, post string) string {
	words := strings.FieldsFunc(strings.ToLower(post[:min(len(post), maxFelt)]), func(r rune) bool { return !unicode.IsLetter(r) })
	for _, p := range praised[language] {
		if slices.ContainsFunc(words, func(w string) bool { return slices.Contains(p.words, w) }) {
			return p.what
		}
	}
	return ""
}
