package responder

import (
	"slices"
	"strings"

	"goodgraces/care"
)

// spoken are things that a complaint is about where it names one of them, if
// nothing nearer was understood; each fits behind "the trouble with the".
var spoken = wordSet(`app website train carriage bus flight seats room hotel car cars dealership dealer repair repairs recall recalls key engine brakes oil beer crossword paper newspaper
	headphones earbuds speaker speakers laptop computer screen printer router network broadband internet wifi remote console controller game servers
	sandwich sandwiches pizza burger fries nuggets salad sauce coffee meal food packaging parcel package packages packages delivery courier envelope notifications comments update software firmware
	store branch bathroom bathrooms toilets restaurant lamp mattress sofa dress jeans shoes jacket boots sizes sizing refund discount coupon voucher pricing fees bill
	instances instance feature features menu interface extension plugin login password subscription membership commercial commercials ads platform queue queues parking`)

// kindly are words beside which a thing is praised.
var kindly = wordSet("love loved great good best better awesome favourite favorite redeeming nice amazing excellent like liked prefer than unlike not isn't never originally")

// twofold are names of two words, of which the first is a thing by itself.
var twofold = map[string]string{
	"car park": "the car park", "car play": "CarPlay", "phone line": "the phone line", "app store": "the app store", "room service": "the room service",
	"money back": "the refund", "care number": "the phone number", "live chat": "the live chat", "heating issue": "the overheating", "gift wrap": "the gift wrap", "price match": "the price match",
}

// spokenOf is the first of spoken in a complaint, "" where there is none or a
// kind word stands close before it.
func spokenOf(q Request) string {
	if language(q) != "en" || q.Verdict.Action != care.ActReply || q.Verdict.Complaint < likely {
		return ""
	}
	words := q.hears().plain()
	if slices.Contains(words, "love") {
		return ""
	}
	for i := range words {
		if name := twofold[strings.Join(words[i:min(i+2, len(words))], " ")]; name != "" {
			return name
		}
	}
	for i, w := range words {
		if spoken[w] && !slices.ContainsFunc(words[max(0, i-4):min(i+3, len(words))], func(w string) bool { return kindly[w] }) {
			return "the " + strings.Replace(w, "wifi", "Wi-Fi", 1)
		}
	}
	return ""
}

// chased are words by which somebody asks us to look at what they sent, again.
var chased = phrases("check you dm", "check your dm", "check ur dm", "check my dm", "check dm", "see my dm", "read my dm", "answer my dm", "check your dms", "check the dm", "check your inbox")

// chases reports a complaint that asks for an answer to a message.
func chases(q Request) bool {
	if language(q) != "en" || q.Verdict.Action != care.ActReply {
		return false
	}
	words := q.hears().told()
	for i := range words {
		if slices.ContainsFunc(chased, func(p phrase) bool { return p.at(words, i) }) {
			return true
		}
	}
	return false
}

// ceased begin what a thing does no longer, doing is what it did.
var (
	ceased = wordSet("not isn't isnt won't wont longer stopped stops doesn't doesnt never")
	doing  = map[string]string{
		"working": "working", "work": "working", "works": "working", "charging": "charging", "charge": "charging", "powering": "powering on", "turning": "turning on", "connecting": "connecting", "connect": "connecting",
		"loading": "loading", "load": "loading", "playing": "playing", "printing": "printing", "updating": "updating", "update": "updating", "responding": "responding", "syncing": "syncing", "sync": "syncing", "starting": "starting", "booting": "starting", "boot": "starting", "opening": "opening",
	}
)

// ceasing is what a thing does no longer, told of the nearest thing, where
// nothing was understood: "no longer charging or working".
func ceasing(q Request) string {
	if language(q) != "en" || q.Verdict.Action != care.ActReply || strings.Contains(q.Mention.Text, "?") {
		return ""
	}
	words := q.hears().told()
	for i, w := range words {
		if !ceased[w] {
			continue
		}
		for _, verb := range words[i+1 : min(i+5, len(words))] {
			if does := doing[verb]; does != "" {
				return nearest(strings.Join(words[:i], " ")) + " isn't " + does
			}
		}
	}
	return ""
}
