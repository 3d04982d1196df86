package grievance

import (
	"maps"
	"strings"
)

// things are what people complain about; the value tells how to speak of it
// where the post has no article.
var things = tableOfThings()

type thing struct {
	shared bool // "the app", not "your app"
	plural bool
	mass   bool // takes no "a": luggage, internet
}

func tableOfThings() map[string]thing {
	table := map[string]thing{}
	for kind, list := range map[thing]string{
		{}: `bag suitcase case flight seat order package parcel delivery item phone iphone laptop computer
			tablet watch console tv television remote router modem account login password card payment bill
			invoice refund deposit fee subscription membership booking reservation ticket room car meal
			pizza burrito bowl sandwich burger salad coffee drink dress jacket shirt coat bike sofa bed
			mattress coupon code voucher warranty battery screen charger keyboard mouse printer game disc
			playlist claim application appointment complaint contract plan line number profile page
			statement transfer transaction purchase pre-order preorder replacement return upgrade trip
			holiday vacation breakfast lunch dinner fridge freezer washer dryer dishwasher oven cooker
			boiler headset controller camera device box xbox playstation ps4 ps5 macbook ipad notebook
			kindle alexa mic microphone hotspot sim rental hire crib stroller pushchair wheelchair passport
			visa medication prescription gift hotel taxi ride train bus cake steak chicken soup beer
			tag pass discount balance salary loan mortgage policy email`,
		{plural: true}: `bags suitcases items shoes boots clothes headphones earphones earbuds fries tickets points miles seats
			orders packages parcels groceries fees charges payments photos pictures videos songs emails
			calls messages contacts glasses tyres tires flowers trousers jeans books games minutes credits
			rewards`,
		{mass: true}: `luggage baggage internet wifi wi-fi air-con broadband connection signal service cable money cash data
			food bluetooth audio sound power electricity gas water heat heating furniture mail post coverage
			reception phone-service`,
		{shared: true}: `app website site server store shop branch plane update checkout form chat chatbot system network
			software portal link search button feature player stream queue helpline hotline gate machine atm
			bot offer sale menu toilet bathroom elevator escalator platform station`,
		{shared: true, plural: true}: `servers trains buses lines toilets prices stores apps websites updates ads`,
	} {
		for _, word := range fields(list) {
			table[word] = kind
		}
	}
	return table
}

// qualifiers may stand before a thing.
var qualifiers = set(`changing waiting new old first last second third next online gift credit debit mobile cell return connecting
	morning evening afternoon whole entire brand birthday wedding christmas anniversary delivery direct
	hard home landline cable internet wifi customer checked hand carry cabin boarding rental hire front back
	connecting outbound inbound international domestic monthly annual yearly premium free pro family student
	replacement original other same main own small big large little phone laptop bank savings checking
	current email e-mail web live video text voice train bus flight plane hotel concert season standard
	express international build prime two three four five both all web order account data pre paid prepaid`)

// states say how a thing is. The value is how we say it.
var states = map[string]string{
	"lost": "was lost", "missing": "is missing", "delayed": "was delayed", "late": "is late",
	"cancelled": "was cancelled", "canceled": "was cancelled", "broken": "is broken", "damaged": "was damaged",
	"down": "is down", "cracked": "is cracked", "dead": "is dead", "offline": "is offline",
	"wrong": "was wrong", "cold": "was cold", "raw": "was undercooked", "undercooked": "was undercooked",
	"stale": "was stale", "burnt": "was burnt", "soggy": "was soggy", "locked": "is locked", "blocked": "is blocked",
	"suspended": "was suspended", "declined": "was declined", "rejected": "was rejected", "stuck": "is stuck",
	"gone": "is gone", "stolen": "was stolen", "faulty": "is faulty", "defective": "is faulty",
	"overbooked": "was overbooked", "oversold": "was overbooked", "closed": "was closed",
	"hacked": "was broken into", "disabled": "is disabled", "unavailable": "was unavailable",
	"slow": "is slow", "frozen": "is frozen", "leaking": "is leaking", "torn": "was torn", "ripped": "was torn",
	"dirty": "was dirty", "filthy": "was dirty", "expired": "was out of date", "deactivated": "was deactivated",
	"disconnected": "was disconnected", "glitchy": "is playing up", "buggy": "is playing up", "laggy": "is slow",
	"smashed": "was smashed", "destroyed": "was damaged", "incomplete": "was incomplete", "rescheduled": "was rescheduled",
	"postponed": "was postponed", "diverted": "was diverted", "ruined": "was spoiled", "melted": "had melted",
	"incorrect": "was wrong", "unusable": "can't be used", "unreliable": "isn't reliable", "patchy": "is patchy",
	"intermittent": "comes and goes", "crashing": "keeps crashing", "buffering": "keeps buffering", "freezing": "keeps freezing",
	"lagging": "keeps lagging", "flickering": "is flickering", "overheating": "is overheating",
	"soaked": "was soaked", "dented": "was dented", "scratched": "was scratched", "shattered": "was smashed", "squashed": "was crushed",
	"crushed": "was crushed", "messed": "went wrong", "botched": "went wrong", "screwed": "went wrong", "expensive": "costs so much", "empty": "was empty", "out of stock": "is out of stock",
	"overdue": "is overdue", "out": "is out", "missed": "was missed", "misplaced": "was mislaid", "mishandled": "was mishandled",
	"refused": "was refused", "chipped": "was chipped", "stained": "was stained", "creased": "was creased", "mouldy": "was mouldy", "sour": "was sour", "rotten": "was rotten", "denied": "was refused", "grounded": "was grounded", "overcrowded": "was overcrowded", "packed": "was overcrowded",
}

// troubles are what a thing does or will not do: "keeps crashing".
var troubles = map[string]string{
	"work": "work", "working": "working", "load": "load", "loading": "loading", "open": "open", "opening": "opening",
	"start": "start", "starting": "starting", "boot": "start", "connect": "connect", "connecting": "connecting",
	"update": "update", "updating": "updating", "sync": "sync", "syncing": "syncing", "install": "install",
	"installing": "installing", "play": "play", "playing": "playing", "arrive": "arrive", "arrived": "arrived", "come": "arrive",
	"came": "arrived", "ship": "ship", "shipped": "been sent", "crashing": "crashing", "freezing": "freezing",
	"dropping": "dropping", "disconnecting": "disconnecting", "restarting": "restarting", "failing": "failing",
	"buffering": "buffering", "loop": "going round in circles", "charge": "charge", "charging": "charging", "respond": "respond",
	"responding": "responding", "print": "print", "printing": "printing", "skipping": "skipping", "glitching": "glitching",
	"lagging": "lagging", "changing": "changing", "going": "", "rebooting": "restarting", "blinking": "blinking", "dying": "dying",
	"delivered": "been delivered", "refunded": "been refunded", "download": "download", "downloading": "downloading", "pair": "pair",
	"function": "work", "functioning": "working", "received": "arrived", "show": "show up", "stopping": "stopping", "cutting": "cutting out",
	"logging": "logging you out", "kicking": "throwing you out", "turning": "", "timing": "timing out", "rejecting": "",
}

// deeds are what was done to the author's things, by whomever; the value is
// the passive.
var deeds = map[string]string{
	"lost": "lost", "lose": "lost", "losing": "lost", "damaged": "damaged", "damage": "damaged", "damaging": "damaged",
	"broke": "broken", "broken": "broken", "break": "broken", "breaking": "broken", "destroyed": "damaged",
	"cancelled": "cancelled", "canceled": "cancelled", "cancelling": "cancelled", "canceling": "cancelled", "cancel": "cancelled",
	"delayed": "delayed", "delaying": "delayed", "delay": "delayed", "rejected": "rejected", "declined": "declined", "blocked": "blocked",
	"locked": "locked", "closed": "closed", "suspended": "suspended", "disconnected": "disconnected", "stole": "taken",
	"took": "taken", "misplaced": "mislaid", "misplace": "mislaid", "changed": "changed", "changing": "changed", "ruined": "spoiled",
	"ruining": "spoiled", "messed": "", "screwed": "", "missed": "missed", "denied": "refused", "refused": "refused",
	"shredded": "damaged", "hacked": "broken into", "smashed": "smashed", "crushed": "crushed", "ripped": "torn", "opened": "opened", "raised": "raised",
	"forgot": "forgotten", "mishandled": "mishandled", "deleted": "deleted", "removed": "removed", "disabled": "disabled",
	"deactivated": "deactivated", "rescheduled": "rescheduled", "returned": "returned", "bumped": "", "dropped": "dropped",
}

// phrases is a set of phrases with bars between them.
func phrases(s string) map[string]bool {
	m := map[string]bool{}
	for phrase := range strings.SplitSeq(strings.Join(strings.Fields(s), " "), "|") {
		m[phrase] = true
	}
	return m
}

func set(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range fields(s) {
		m[w] = true
	}
	return m
}

// union is a set of all words of some.
func union(sets ...map[string]bool) map[string]bool {
	all := map[string]bool{}
	for _, s := range sets {
		maps.Copy(all, s)
	}
	return all
}
