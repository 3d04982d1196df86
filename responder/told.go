package responder

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Things that could be asked for, and that a post may tell already.
const (
	itsPlace   = "place"   // a branch, a station, a town
	itsAddress = "address" // where they are
	itsTime    = "time"    // a day, an hour, or "just now"
	itsModel   = "model"   // of a device or a car
	itsGadget  = "gadget"  // what they use an app, a site or a game on
	itsBrowser = "browser"
	itsError   = "message" // what comes up when it fails
	itsNumber  = "number"  // of an order, a case, a flight
	itsService = "service" // the number of a flight or a train
	itsRestart = "restart" // that they switched it off and on
	itsVersion = "version"
	itsNetwork = "network"
	itsDevices = "devices" // that it is so on another one, too
	itsAlways  = "always"  // how often it happens
	itsSince   = "since"
)

// tells reports that a post tells a thing. What may be there is taken to be there:
// nobody wants to be asked what they have just said.
func (h *heard) tells(what string) bool {
	words := h.words()
	switch what {
	case itsPlace:
		return h.language != "de" && (namesPlace(h.post) || districted(h.post))
	case itsAddress:
		return h.language != "de" && (locates(h.post, words) || inArea(h.post) || postcoded(words) || districted(h.post))
	case itsTime:
		return tellsTime(words)
	case itsModel:
		return hasModel(h.post, words)
	case itsGadget:
		return slices.ContainsFunc(words, isGadget) || anyOf(words, answered["browser"]) || forConsole(words)
	case itsNumber:
		return slices.ContainsFunc(words, isLongNumber) || namesNumber(words)
	case itsService:
		return saysNumber(h.post, nil) && slices.ContainsFunc(words, isShortNumber)
	case itsVersion:
		return hasDigit(h.post) || anyOf(words, answered["version"])
	case itsRestart:
		return anyOf(words, answered["restart"]) || triedOut.standIn(words)
	case itsDevices:
		return anyOf(words, answered["device"]) || anyOf(words, several) || elsewhere.standIn(words)
	}
	return anyOf(words, answered[what])
}

// gadgets are what an app, a site or a game runs on.
var gadgets = wordSet(`iphone ipad ios android samsung galaxy pixel mac macbook windows pc laptop computer desktop xbox ps3 ps4 ps5 playstation steam switch nintendo wii roku firestick fire alexa kindle chromecast tablet
		phone tv móvil ordenador portátil tableta handy rechner fernseher`)

// triedOut is said by whoever has switched it off and on, or gone through the steps.
var triedOut = openingsOf(phrases("power cycle", "power cycled", "power cycling", "power-cycled", "off and on", "on and off", "turned it off", "turn it off", "switched it off", "switch it off", "turning it off", "unplugged", "unplug it", "plugged it back", "took the battery out", "factory reset", "cleared the cache", "clear cache", "cleared cache",
	"tried everything", "everything tried", "tried it all", "tried all the", "done all the", "done everything", "all of that", "the whole list", "every step", "all the steps", "all the usual", "the usual tricks", "the troubleshooter", "troubleshooting steps", "logged out and back", "deleted the app", "deleted and"))

// several are words of one who has seen it on more than one device, as elsewhere is.
var (
	several   = wordSet("phones tablets laptops computers browsers consoles tvs tellies machines ipads routers neither")
	elsewhere = openingsOf(phrases("another phone", "another laptop", "another computer", "another device", "another tablet", "another browser", "another tv", "another machine", "different phone", "different laptop", "different machine", "different browser", "different device", "every phone", "every device", "every laptop", "any device", "any browser", "my other phone", "other phone", "wife's phone", "husband's phone",
		"phone and laptop", "laptop and phone", "phone or laptop", "laptop or phone", "phone and tablet", "tablet and phone", "phone and computer", "wifi and data", "different things", "for anyone", "my mate's", "everyone i know", "tablet same"))
)

// inArea reports a name before a word for a place: "the Elmtown outage", "Mill Road".
func inArea(post string) bool {
	fields := strings.Fields(post[:min(len(post), maxFelt)])
	for i := range max(0, len(fields)-1) {
		first, _ := utf8.DecodeRuneInString(fields[i])
		if unicode.IsUpper(first) && area[strings.ToLower(strings.Trim(fields[i+1], ".,;:!?()"))] {
			return true
		}
	}
	return false
}

// postcoded reports a British postcode: "CV32 4HN", which is not "on my PS4 2nd time".
func postcoded(words []string) bool {
	for i := range max(0, len(words)-1) {
		outward, inward := words[i], strings.TrimRight(words[i+1], ".,!?")
		rest := strings.TrimLeft(outward, "abcdefghijklmnopqrstuvwxyz")
		letters := len(outward) - len(rest)
		if letters > 0 && letters < 3 && rest != "" && len(rest) < 3 && rest[0] >= '0' && rest[0] <= '9' &&
			len(inward) == 3 && inward[0] >= '0' && inward[0] <= '9' && strings.Trim(inward[1:], "abcdefghijklmnopqrstuvwxyz") == "" && !timed[inward[1:]] {
			return true
		}
	}
	return false
}

// districted reports the first half of a British postcode that stands for where somebody
// is: "LS12 here, any news?", "no water in BN2". A console is none, and one of a single
// letter only where somebody says so: "B4 here", for a road or a bay is "near J4".
func districted(post string) bool {
	fields := strings.Fields(post[:min(len(post), maxFelt)])
	for i, field := range fields {
		word := strings.Trim(field, ".,;:!?()")
		if !isDistrict(word) || isGadget(strings.ToLower(word)) {
			continue
		}
		twin := unicode.IsUpper(rune(word[1]))
		if i+1 < len(fields) && strings.EqualFold(strings.Trim(fields[i+1], ".,;:!?"), "here") || twin && i > 0 && whereIn[strings.ToLower(fields[i-1])] || twin && i+1 < len(fields) && districtEnds[strings.ToLower(strings.Trim(fields[i+1], ".,;:!?"))] {
			return true
		}
	}
	return false
}

// isDistrict reports one or two capitals and one or two figures, maybe a capital behind.
func isDistrict(word string) bool {
	figures := strings.TrimLeft(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	letters, rest := len(word)-len(figures), strings.TrimLeft(figures, "0123456789")
	digits := len(figures) - len(rest)
	return letters > 0 && letters < 3 && digits > 0 && digits < 3 && (rest == "" || len(rest) == 1 && unicode.IsUpper(rune(rest[0])))
}

var (
	whereIn      = wordSet("in at near around across")
	districtEnds = wordSet("area postcode outage")
)

// timed are the ends of an ordinal or an hour: "2nd", "6pm".
var timed = wordSet("st nd rd th am pm")

var area = wordSet("outage area street st road rd avenue ave lane drive village town city county district estate apartments")

// isGadget reports one of gadgets, as a hashtag too: "#iphonex".
func isGadget(word string) bool {
	word = strings.TrimPrefix(word, "#")
	return gadgets[word] || strings.HasPrefix(word, "iphone") || strings.HasPrefix(word, "galaxy")
}

// forConsole reports a post to a handle of one console's maker.
func forConsole(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		return strings.HasPrefix(w, "@") && (strings.Contains(w, "xbox") || strings.Contains(w, "playstation") || strings.Contains(w, "nintendo"))
	})
}

// tellsTime reports a day, an hour or a moment.
func tellsTime(words []string) bool {
	for i, word := range words {
		if days[word] || instants[word] || isClock(word) {
			return true
		}
		if word == "just" && i+1 < len(words) && happened[words[i+1]] {
			return true
		}
	}
	return false
}

var (
	instants = wordSet("yesterday afternoon noon midnight night currently now ayer anoche ahora tarde gestern gerade eben abend mittag nachts")
	// happened stand behind "just" where it means a moment ago.
	happened = wordSet("went got had been left brought bought ordered tried came received paid visited picked opened saw called spent waited drove sat stood ate arrived checked landed")
)

// isClock reports "7:20", "7am", "17th" or "25/12".
func isClock(word string) bool {
	if word == "" || word[0] < '0' || word[0] > '9' {
		return false
	}
	rest := strings.TrimLeft(word, "0123456789")
	switch rest {
	case "am", "pm", "st", "nd", "rd", "th", "h", "hrs", "uhr":
		return len(word)-len(rest) <= 4
	}
	return len(rest) > 1 && (rest[0] == ':' || rest[0] == '/') && hasDigit(rest) && len(word) <= 10
}

// isLongNumber reports six digits and more, as references have them.
func isLongNumber(word string) bool {
	n := 0
	for _, r := range word {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n >= 6 && !strings.HasPrefix(word, "@") && !strings.Contains(word, "/")
}

// namesNumber reports a mark of digits behind a word for a number: "booking KX51P".
func namesNumber(words []string) bool {
	for i := range max(0, len(words)-1) {
		if next := words[i+1]; numbering[words[i]] && hasDigit(next) && len(next) > 4 {
			return true
		}
	}
	return false
}

var numbering = wordSet("number numbers no ref reference pnr booking order case ticket claim número nummer vorgang")

// isShortNumber reports three or four digits that are no year, as flights and
// trains have them.
func isShortNumber(word string) bool {
	return (len(word) == 3 || len(word) == 4) && strings.Trim(word, "0123456789") == "" && !strings.HasPrefix(word, "19") && !strings.HasPrefix(word, "20")
}

// half is what an item asks for, and what is left to ask where the post tells it.
type half struct{ told, left string }

// halves are the items of which a post may tell a part, or the whole.
var halves = map[string][]half{
	"conduct":  {{itsPlace, "time"}, {itsTime, "spot"}},
	"place":    {{itsPlace, "time"}, {itsTime, "store"}},
	"food":     {{itsPlace, "time"}, {itsTime, "restaurant"}},
	"charge":   {{itsTime, ""}},
	"stock":    {{itsPlace, ""}},
	"time":     {{itsTime, ""}},
	"spot":     {{itsPlace, ""}},
	"home":     {{itsAddress, ""}},
	"ride":     {{itsTime, ""}},
	"power":    {{itsAddress, ""}},
	"internet": {{itsAddress, ""}},
	"mobile":   {{itsAddress, ""}},
	"app":      {{itsGadget, "screen"}, {itsError, "gadget"}},
	"stream":   {{itsGadget, "screen"}, {itsError, "gadget"}},
	"site":     {{itsBrowser, "screen"}, {itsError, "browser"}},
	"game":     {{itsGadget, "error"}, {itsError, "platform"}},
	"car":      {{itsModel, "vin"}},
	"case":     {{itsNumber, ""}},
	"order":    {{itsNumber, ""}},
	"booking":  {{itsNumber, ""}},
	"ticket":   {{itsNumber, ""}},
	"parcel":   {{itsNumber, ""}},
	"claim":    {{itsNumber, ""}},
	"flight":   {{itsService, ""}},
	"train":    {{itsService, ""}},
}

// left is what is left of an item to ask, "" where the post tells all of it.
func (h *heard) left(item string) string {
	parts := halves[item]
	rest, untold := item, len(parts)
	for _, part := range parts {
		if h.tells(part.told) {
			rest, untold = part.left, untold-1
		}
	}
	if untold == 0 && len(parts) > 1 {
		return ""
	}
	return rest
}

// namesFlight reports a flight's number: "xy1234", or "flight 424", which is not so many
// hours of one, nor a day: "my flight 12 June".
func namesFlight(_ string, words []string) bool {
	for i := range words {
		w := wordAt(words, i)
		if isFlight(w) {
			return true
		}
		next := strings.TrimPrefix(wordAt(words, i+1), "#")
		if next == "number" || next == "no" {
			next = wordAt(words, i+2)
		}
		if (w == "flight" || w == "flt") && len(next) > 1 && len(next) < 5 && strings.Trim(next, "0123456789") == "" && !spanning[wordAt(words, i+2)] {
			return true
		}
	}
	return false
}

func wordAt(words []string, i int) string {
	if i >= len(words) {
		return ""
	}
	return strings.Trim(words[i], "()")
}

// spanning are words behind a number that is no flight's.
var spanning = wordSet(`hours hour hrs hr minutes minute mins min days day weeks times people passengers euros pounds dollars miles am pm
	january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec`)
