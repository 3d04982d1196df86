package responder

import (
	"slices"
	"strings"
)

// enjoyable are things that people praise side by side, by language, as they
// stand in {first} and {second}: as subject and object alike.
var enjoyable = map[string]map[string]string{
	"en": {
		"crew": "the crew", "attendants": "the crew", "staff": "the team", "team": "the team", "driver": "the driver", "pilot": "the pilot", "captain": "the captain", "service": "the service",
		"food": "the food", "meal": "the meal", "breakfast": "the breakfast", "coffee": "the coffee", "drinks": "the drinks", "snacks": "the snacks", "candy": "the candy", "sweets": "the sweets", "dessert": "the dessert", "wine": "the wine",
		"burger": "the burger", "burrito": "the burrito", "pizza": "the pizza", "fries": "the fries", "view": "the view", "room": "the room", "pool": "the pool", "beds": "the beds", "seats": "the seats", "legroom": "the legroom",
		"wifi": "the wifi", "music": "the music", "price": "the price", "prices": "the prices", "delivery": "the delivery", "packaging": "the packaging", "atmosphere": "the atmosphere",
	},
	"es": {
		"equipo": "el equipo", "personal": "el equipo", "tripulación": "la tripulación", "conductor": "el conductor", "comida": "la comida", "desayuno": "el desayuno", "café": "el café", "vistas": "las vistas",
		"habitación": "la habitación", "piscina": "la piscina", "música": "la música", "precio": "el precio", "atención": "la atención", "postre": "el postre",
	},
	"de": {
		"team": "das Team", "personal": "das Team", "crew": "die Crew", "essen": "das Essen", "frühstück": "das Frühstück", "kaffee": "der Kaffee", "aussicht": "die Aussicht", "zimmer": "das Zimmer",
		"musik": "die Musik", "preis": "der Preis", "beratung": "die Beratung", "nachtisch": "der Nachtisch",
	},
}

// listing are words that put praised things side by side.
var listing = []string{"and", "plus", "also", "too", "y", "e", "und", "auch"}

// both is the first two things that a post praises side by side, "" where there
// are no two.
func both(language, post string) (first, second string) {
	words := plainly(post)
	if !strings.ContainsAny(post, ",&+") && !hasAny(words, listing) {
		return "", ""
	}
	var found []string
	for _, word := range words {
		if thing := enjoyable[language][word]; thing != "" && !slices.Contains(found, thing) {
			found = append(found, thing)
		}
	}
	if len(found) < 2 {
		return "", ""
	}
	return found[0], found[1]
}
