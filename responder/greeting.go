package responder

import (
	"slices"
	"strings"
)

// greetings are good wishes that people write, by language; whoever writes one
// is wished the same.
var greetings = map[string][][2]string{
	"en": {
		{"happy halloween", "Happy Halloween!"}, {"merry christmas", "Merry Christmas to you, too!"}, {"happy new year", "Happy New Year!"}, {"happy holidays", "Happy holidays to you, too!"},
		{"happy thanksgiving", "Happy Thanksgiving!"}, {"happy easter", "Happy Easter!"}, {"have a good evening", "You have a lovely one, too!"}, {"have a great evening", "You have a great one, too!"}, {"have a good night", "Good night, and sleep well!"}, {"enjoy your evening", "You enjoy yours, too!"}, {"enjoy your weekend", "You enjoy yours, too!"}, {"enjoy your day", "You enjoy yours, too!"}, {"happy friday", "Happy Friday!"}, {"good morning", "Have a lovely day!"},
		{"have a great day", "You have a great one, too!"}, {"have a good day", "You have a good one, too!"}, {"have a nice day", "You have a good one, too!"}, {"have a lovely day", "You have a lovely one, too!"},
		{"have a great week", "A great week to you, too!"}, {"have a good week", "A good week to you, too!"}, {"have a great weekend", "A great weekend to you, too!"}, {"have a good weekend", "A good weekend to you, too!"}, {"have a lovely weekend", "A lovely weekend to you, too!"}, {"have a nice evening", "You have a lovely one, too!"}, {"have a lovely evening", "You have a lovely one, too!"}, {"good evening", "Have a lovely evening!"},
	},
	"es": {{"feliz navidad", "¡Feliz Navidad!"}, {"feliz año", "¡Feliz año!"}, {"felices fiestas", "¡Felices fiestas!"}},
	"de": {{"frohe weihnachten", "Frohe Weihnachten!"}, {"frohes neues", "Ein frohes neues Jahr!"}, {"frohe ostern", "Frohe Ostern!"}, {"schönes wochenende", "Ein schönes Wochenende!"}},
}

// greetedBack is the wish that answers one in the post, "" where there is none.
func greetedBack(language, post string) string {
	said := " " + strings.Join(plainly(post), " ") + " "
	for _, g := range greetings[language] {
		if strings.Contains(said, " "+g[0]+" ") {
			return g[1]
		}
	}
	return ""
}

// wished is what ends an answer to praise: a wish back, or one for whom or what
// the post tells of; "" for none, and for whoever mourns.
func wished(language, post string) string {
	words := plainly(post)
	if mourns(words) {
		return ""
	}
	if wish := greetedBack(language, post); wish != "" {
		return wish
	}
	for i, word := range words {
		if i > 0 && words[i-1] == "my" && kin[language][word] && anyOf(words, caring) {
			return "Our best to your " + word + "!"
		}
	}
	switch {
	case language != "en":
		return ""
	case bound(words) != "" && anyOf(words, bounding) && !anyOf(words, journeyed):
		return "Have a wonderful time in " + bound(words) + "!"
	case anyOf(words, visiting) && slices.Contains(words, "tomorrow"):
		return "See you tomorrow!"
	case sharesPicture(post):
		return "And thanks for the picture!"
	}
	return ""
}

// bound is the place to which somebody goes, or where they just arrived; "" for
// none, and for those who go home.
func bound(words []string) string {
	for i, word := range words {
		if i == 0 || word != "to" && (word != "in" || words[i-1] != "landed" && words[i-1] != "arrived") || homeward[words[i-1]] {
			continue
		}
		for n := 2; n > 0; n-- {
			if i+n < len(words) {
				if place := places[strings.Join(words[i+1:i+1+n], " ")]; place != "" {
					return place
				}
			}
		}
	}
	return ""
}

var (
	homeward  = wordSet("back home return returning thanks thank shout shoutout")
	journeyed = wordSet("home was were yesterday ago") // of a journey that is over, as far as is known
	bounding  = wordSet("crossing ferry cruise sailing coach flight flights fly flying flew landed arrived trip journey vacation holiday honeymoon weekend travelling traveling train")
)

// kin are those whom praise is for as well, by language.
var kin = map[string]map[string]bool{"en": wordSet("mom mum mother dad father wife husband parents grandma grandmother grandfather family")}

// caring is what was done for them.
var caring = wordSet("help helped helping care caring kind kindness")

// visiting are words of whoever is on the way to us.
var visiting = wordSet("terminal flight fly flying flights aboard trip visit visiting hang stay staying")

// sharesPicture reports a picture beside the text, as far as its address says so.
func sharesPicture(post string) bool {
	return strings.Contains(post, "pic.twitter.com/") || strings.Contains(post, "instagram.com/p/")
}

// endsWithLink reports a post that shares something, a picture as a rule; behind
// three dots stands only the rest of a longer post.
func endsWithLink(post string) bool {
	words := strings.Fields(post)
	n := len(words)
	return n > 2 && strings.Contains(words[n-1], "://") && !strings.HasSuffix(words[n-2], "…")
}
