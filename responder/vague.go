package responder

import (
	"slices"
	"strings"
)

// unlessVague is what happened, "" where its subject is a word for something
// that the answer does not name: "it disappeared". What a thing does or does not
// do is said of the thing that the post names nearest before it.
func unlessVague(language, issue, post string) string {
	if rest, unnamed := strings.CutPrefix(issue, "your device "); unnamed && !anyOf(plainly(post), hardware) {
		return nearest(post) + " " + rest
	}
	subject, rest, _ := strings.Cut(issue, " ")
	if !slices.Contains(pronouns[language], subject) {
		return issue
	}
	verb, _, _ := strings.Cut(rest, " ")
	if slices.Contains(impersonal[language], verb) {
		return issue
	}
	if language == "en" && subject == "it" && slices.ContainsFunc(strings.Fields(rest), func(w string) bool { return unfit[w] }) {
		return nearest(post) + " " + rest
	}
	return ""
}

// hardware are words for what may be called a device.
var hardware = wordSet("device devices gadget watch tracker band phone tablet console headset kindle stick box player drive monitor display charger dongle hub speaker beats powerbeats fitbit")

// nearest is the last of namable before a word of unfit in a post, "it" where
// there is none: who wrote the post knows what they mean.
func nearest(post string) string {
	named, words := "", plainly(post)
	for i, word := range words {
		if word == "wireless" && (i == 0 || words[i-1] != "the" && words[i-1] != "my") {
			continue // "wireless headphones"
		}
		if unfit[word] && named != "" {
			break
		}
		if name := namable[word]; name != "" {
			named = name
		}
	}
	if named == "" {
		return "it"
	}
	return "the " + named
}

// namable are things of one that do or do not do something, and how they are
// named.
var namable = map[string]string{
	"app": "app", "website": "website", "site": "website", "page": "page", "link": "link", "button": "button", "code": "code", "voucher": "voucher", "offer": "offer", "discount": "discount",
	"game": "game", "console": "console", "controller": "controller", "wireless": "Wi-Fi", "wifi": "Wi-Fi", "internet": "internet", "broadband": "broadband", "router": "router", "printer": "printer", "scanner": "scanner",
	"laptop": "laptop", "keyboard": "keyboard", "phone": "phone", "tablet": "tablet", "camera": "camera", "mic": "microphone", "microphone": "microphone", "speaker": "speaker", "charger": "charger", "battery": "battery", "screen": "screen",
	"tv": "TV", "stream": "stream", "video": "video", "episode": "episode", "feature": "feature", "software": "software", "card": "card", "machine": "machine", "remote": "remote", "chat": "chat", "form": "form", "checkout": "checkout", "extension": "extension",
}

// unfit is what a thing does or does not do whatever it is: "it won't load" may
// be said, "it has no staff" may not.
var unfit = wordSet("pair pairing open start starting scan scanning read find turns buffers cuts dies expires run running charge charging appearing showing vanished raw work working load loading connect connecting sync syncing update updating crashing freezing glitching glitch buffering print printing")

// pronouns stand for what was named before, in a post that we do not tell again.
var pronouns = map[string][]string{
	"en": {"it", "they", "this", "that", "these", "those"},
	"de": {"es"},
}

// impersonal are verbs of which nothing in particular is the subject: "it took
// three weeks", "it shows as delivered".
var impersonal = map[string][]string{
	"en": {"took", "takes", "shows", "says", "costs", "cost"},
	"de": {"gibt", "dauert", "geht", "kam", "keine", "kein"},
}
