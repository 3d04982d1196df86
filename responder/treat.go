package responder

import (
	"slices"
	"strings"
)

// treats are what people enjoy, by language, as it stands in {treat}: with its
// article, as a subject and as an object alike.
var treats = map[string]map[string]string{
	"en": {
		"burger": "a good burger", "burgers": "a good burger", "cheeseburger": "a good cheeseburger", "burrito": "a good burrito", "burritos": "a good burrito", "taco": "a good taco", "tacos": "a good taco",
		"pizza": "a good pizza", "coffee": "a good coffee", "latte": "a good latte", "espresso": "a good espresso", "frappuccino": "a good frappuccino", "tea": "a good cup of tea", "sandwich": "a good sandwich",
		"breakfast": "a good breakfast", "brunch": "a good brunch", "salad": "a good salad", "steak": "a good steak", "curry": "a good curry", "cake": "a good piece of cake", "cookie": "a good cookie", "cookies": "a good cookie",
		"donut": "a good doughnut", "donuts": "a good doughnut", "doughnut": "a good doughnut", "fries": "a good portion of fries", "nuggets": "a good box of nuggets", "wings": "a good plate of wings", "ribs": "a good rack of ribs",
		"milkshake": "a good milkshake", "beer": "a good beer", "soup": "a good soup", "pasta": "a good plate of pasta", "sushi": "a good plate of sushi", "noodles": "a good bowl of noodles", "pie": "a good pie",
	},
	"es": {
		"hamburguesa": "una buena hamburguesa", "pizza": "una buena pizza", "café": "un buen café", "desayuno": "un buen desayuno", "bocadillo": "un buen bocadillo", "tarta": "una buena tarta", "ensalada": "una buena ensalada",
		"cerveza": "una buena cerveza", "tortilla": "una buena tortilla", "helado": "un buen helado", "película": "una buena película", "serie": "una buena serie", "zapatillas": "unas buenas zapatillas", "botas": "unas buenas botas",
	},
	"de": {
		"burger": "einen guten Burger", "pizza": "eine gute Pizza", "kaffee": "einen guten Kaffee", "frühstück": "ein gutes Frühstück", "kuchen": "ein gutes Stück Kuchen", "salat": "einen guten Salat", "bier": "ein gutes Bier",
		"pommes": "gute Pommes", "brötchen": "ein gutes Brötchen", "eis": "ein gutes Eis", "serie": "eine gute Serie", "film": "einen guten Film", "schuhe": "ein gutes Paar Schuhe", "stiefel": "ein gutes Paar Stiefel",
	},
}

// enjoyed is the first of treats that a post speaks of, "" for none.
func enjoyed(language, post string) string {
	for _, word := range plainly(post) {
		if treat := treats[language][word]; treat != "" {
			return treat
		}
	}
	return ""
}

// spans are words for lengths of time that people praise for being short, and
// how they are said after a number.
var spans = map[string]map[string]string{
	"en": {"minutes": "minutes", "min": "minutes", "mins": "minutes", "hours": "hours", "hrs": "hours", "days": "days", "seconds": "seconds"},
	"es": {"minutos": "minutos", "horas": "horas", "días": "días"},
	"de": {"minuten": "Minuten", "stunden": "Stunden", "tagen": "Tage"},
}

// within are words before a length of time that make it a short one.
var within = map[string][]string{
	"en": {"in", "within", "under", "than", "only", "just"},
	"es": {"en", "solo", "apenas"},
	"de": {"in", "innerhalb", "nur", "unter"},
}

// since are words after a length of time that was none of ours.
var since = []string{"ago", "left", "until", "till", "to", "away", "old", "more", "before"}

// howSwift is the short time for which a post praises: "ten minutes", "" where
// it tells of none. The number is read, and written anew.
func howSwift(language, post string) string {
	words := asked(post)
	for i := 0; i+2 < len(words); i++ {
		j := i + 1
		n, span := smallNumber(language, words[j]), spans[language][words[j+1]]
		if n != "" && span != "" && slices.Contains(within[language], words[i]) && !(j+2 < len(words) && slices.Contains(since, words[j+2])) {
			return n + " " + span
		}
	}
	return ""
}

// numbers are the numbers that are written out, and may be said.
var numbers = map[string][]string{
	"en": {"", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"},
	"es": {"", "", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"},
	"de": {"", "", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"},
}

// smallNumber is a number from two to ninety-nine, in words up to ten.
func smallNumber(language, word string) string {
	words := numbers[language]
	if i := slices.Index(words, word); i > 1 {
		return word
	}
	if len(word) == 0 || len(word) > 2 || strings.Trim(word, "0123456789") != "" || word[0] == '0' || word == "1" {
		return ""
	}
	if len(word) == 1 {
		return words[word[0]-'0']
	}
	if word == "10" {
		return words[10]
	}
	return word
}
