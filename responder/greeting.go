package responder

import "strings"

// greetings are good wishes that people write, by language; whoever writes one
// is wished the same.
var greetings = map[string][][2]string{
	"en": {
		{"happy halloween", "Happy Halloween!"}, {"merry christmas", "Merry Christmas to you, too!"}, {"happy new year", "Happy New Year!"}, {"happy holidays", "Happy holidays to you, too!"},
		{"happy thanksgiving", "Happy Thanksgiving!"}, {"happy easter", "Happy Easter!"}, {"happy friday", "Happy Friday!"}, {"good morning", "Have a lovely day!"},
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
