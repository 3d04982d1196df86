package responder

import (
	"slices"
	"strings"
)

// sour reports a post that sounds like praise and is none, whatever the verdict
// says: it tells that its author leaves, or names a damage in what it wishes.
func sour(q Request) bool {
	words := q.hears().plain()
	return leaves(words) || regrets(words) || blames(words) || relapses(words) || mocks(words) || applauds(words) || hates(words)
}

// applauds reports a round of applause for a damage that nobody mended: "brake
// snapped clean off, thanks a lot".
func applauds(words []string) bool {
	return clapping.standIn(words) && anyOf(words, spoiling) && !anyOf(words, undamaged)
}

// mocks reports thanks for what nobody wants: "shout out to you for losing my bag".
func mocks(words []string) bool {
	for i := range words {
		if thanksTo.at(words, i) == 0 {
			continue
		}
		after := near(words[i:], switchedIn)
		at := slices.Index(after, "for")
		if at > 0 && at+1 < len(after) && (unwanted[after[at+1]] || handsOver[after[at+1]] && tainted(words[i+at+2:])) {
			return true
		}
	}
	return false
}

// tainted reports that what was handed over is spoilt or none: "me stale bread",
// "us a seat that doesn't exist".
func tainted(given []string) bool {
	given = near(given, switchedIn)
	if anyOf(given, amends) {
		return false
	}
	for i, w := range given {
		if quantities[w] && i+1 < len(given) && harmless[given[i+1]] {
			continue // "half price", "nothing but kindness"
		}
		if damages[w] || taints[w] || strings.HasSuffix(w, "n't") {
			return true
		}
	}
	return false
}

// hates reports love for what nobody loves: "love standing for two hours".
func hates(words []string) bool {
	for i, w := range words {
		if loves[w] && i+1 < len(words) && hated.at(words, i+1) > 0 {
			return true
		}
	}
	return false
}

// relapses reports praise that turns: "great service, sadly the brakes squeal again".
func relapses(words []string) bool {
	for i, w := range words {
		if turned[w] && anyOf(near(words[i+1:], switchedIn), lapses) {
			return true
		}
	}
	return false
}

// leaves reports a customer who goes: "you have just lost two customers", "I'm
// switching", "never flying with you again".
func leaves(words []string) bool {
	if farewells.standIn(words) {
		return true
	}
	for i, w := range words {
		after := words[i+1:]
		switch {
		case w == "lost" || w == "losing" || w == "lose":
			if losesCustom(after) {
				return true
			}
		case switches[w] && i > 0 && departing[words[i-1]]:
			if !anyOf(near(after, switchedIn), ours) {
				return true
			}
		case w == "never":
			if neverAgain(near(after, switchedIn)) {
				return true
			}
		}
	}
	return false
}

// switchedIn is within how many words it is said whom somebody leaves or joins.
const switchedIn = 8

func near(words []string, n int) []string { return words[:min(n, len(words))] }

// losesCustom reports that what is lost is a customer: "another loyal customer".
func losesCustom(after []string) bool {
	i := slices.IndexFunc(after, func(w string) bool { return !counting[w] })
	return i >= 0 && custom[after[i]] && (i+1 == len(after) || !sorts[after[i+1]])
}

// neverAgain reports what somebody never does again with us, and not with others.
func neverAgain(after []string) bool {
	i := slices.Index(after, "again")
	if i < 0 || anyOf(after, others) {
		return false
	}
	return i == 0 || anyOf(after[:i], customs) && anyOf(after[:i], us)
}

// regrets reports a damage in what somebody wishes were otherwise: "it'd be nice
// if the book hadn't come torn".
func regrets(words []string) bool {
	for i := range words {
		if wishing.at(words, i) > 0 {
			return damaged(words[i:])
		}
	}
	return false
}

// damaged reports a word for damage close behind one that denies it or tells
// that it came so.
func damaged(words []string) bool {
	for i, w := range words {
		if damages[w] && anyOf(words[max(0, i-3):i], damaging) {
			return true
		}
	}
	return false
}

// blames reports a "thanks to" for what was missed.
func blames(words []string) bool {
	for i := range words {
		if (phrase{"thanks", "to"}).at(words, i) && missed.standIn(words[i:]) {
			return true
		}
	}
	return false
}

var (
	farewells = openingsOf(phrases(
		"lost me as", "lost us as", "lost me for good", "lost me forever", "lost us for good", "cancelling my", "canceling my", "cancelling our", "canceling our", "cancelled my subscription", "canceled my subscription", "cancelled my membership", "cancelled my contract", "cancelled my account",
		"closing my account", "closing my accounts", "closing our account", "closed my account", "taking my business", "take my business", "taking our business", "taking my custom", "taking my money", "take my money elsewhere", "business elsewhere", "custom elsewhere", "money elsewhere", "going elsewhere", "go elsewhere", "looking elsewhere", "shopping elsewhere", "shop elsewhere", "booking elsewhere",
		"won't be back", "wont be back", "not coming back", "won't be coming back", "won't be using", "won't be returning", "won't be renewing", "not renewing", "to your competitor", "to your competitors", "to a competitor", "to the competition", "last time i'll", "last time i use", "last time i fly", "last time i order", "last time i shop", "last time i buy", "last time we fly",
		"i'm done with you", "done with you", "done with this company", "former customer", "ex customer", "unsubscribing", "uninstalling", "deleting the app", "deleting your app", "deleted your app", "leaving you for", "leaving for another", "leaving for a competitor", "leaving your", "moving to another",
		"me voy a la competencia", "habéis perdido un cliente", "han perdido un cliente", "habéis perdido una clienta", "me doy de baja", "einen kunden verloren", "einen kunden weniger", "eine kundin weniger", "ein kunde weniger", "ich wechsle zu", "ich wechsel zu", "ich kündige",
	))
	switches   = wordSet("switching switch")
	departing  = wordSet("i'm im am we're are be i'll definitely now finally")
	ours       = wordSet("you yours your over in into house home from on off")
	counting   = wordSet("a an another two three four five six more at least yet one few all of these your our my loyal good longtime long time term paying valued best just several many both lifelong")
	custom     = wordSet("customer customers client clients subscriber subscribers custom business passenger passengers guest guests patronage")
	sorts      = wordSet("card cards class service services support bag case trip receipt papers")
	others     = wordSet("else other another anybody anyone")
	customs    = wordSet("fly flying use using shop shopping order ordering buy buying book booking come coming travel travelling traveling ride riding stay staying bank banking eat eating renew renewing trust trusting step foot")
	us         = wordSet("you your yours here them this these with")
	wishing    = openingsOf(phrases("nice if", "great if", "good if", "lovely if", "helpful if", "cool if", "ideal if", "been nice", "been great", "been lovely", "been good", "if only", "i wish", "just wish", "wish you", "wish your", "wish it", "wish the", "shame the", "shame it", "shame that", "shame about", "pity the", "pity it", "pity that"))
	damaging   = wordSet("wasn't wasnt weren't werent isn't isnt aren't hadn't hadnt didn't didnt doesn't don't not without was were is came arrived got being turned stop stopped never half all")
	damages    = wordSet("damaged broken cracked smashed ripped torn bent scratched dented stained ruined leaking leaked soggy squashed crushed late missing lost mouldy moldy stale cold burnt wrong faulty expired dirty filthy wet soaked shattered empty spoiled spoilt rotten chipped crumpled creased defective dead off crash crashing freeze freezing lose break leak smash ruin overcharge cancel cancelled delayed")
	thanksTo   = openingsOf(phrases("shout out to", "shoutout to", "thanks to", "thank you to", "thanks", "thank you", "kudos to", "props to", "cheers to", "hats off to", "well done"))
	unwanted   = wordSet("losing ruining breaking cancelling canceling delaying overcharging ignoring wasting smashing leaving stealing destroying hanging forgetting crushing stranding throwing dumping chucking kicking ghosting blocking lying")
	clapping   = openingsOf(phrases("thanks a lot", "thanks a bunch", "thanks very much", "cheers for that", "lovely one", "great stuff", "lovely stuff", "well done", "nice one", "good job", "great job", "nice work", "good going", "love that"))
	spoiling   = wordSet("snapped broken cracked smashed ripped torn missing faulty fault stuck frozen late cancelled canceled delayed leaking surge")
	undamaged  = wordSet("fixed mended sorted replaced repaired refunded resolved found returned solved fixing mending sorting replacing thankfully despite even no not never saved")
	handsOver  = wordSet("selling giving sending serving delivering shipping bringing handing making charging leaving telling")
	taints     = wordSet("stale odd rotten raw frozen fake used empty nothing half wrong sour tepid lukewarm stranger's rude useless twice double")
	harmless   = wordSet("price and but short as off")
	quantities = wordSet("half nothing twice double")
	amends     = wordSet("replacement replacements new another refund back instead better fresh")
	loves      = wordSet("love loved loving loves enjoy enjoyed enjoying")
	hated      = openingsOf(phrases(
		"standing for", "standing in line", "standing in a", "standing in the rain", "standing in the cold", "standing in the aisle", "standing up the", "standing all", "queueing", "queuing", "paying for", "paying twice", "paying extra", "being ignored", "being charged", "being late", "being stuck", "being told", "being hung", "being overcharged", "being left", "missing my", "missing our", "missing work",
		"getting charged", "getting ignored", "getting soaked", "getting stuck", "getting home late", "getting to work late", "sitting on the tarmac", "sitting on hold", "sitting in traffic", "spending hours", "spending my", "wasting", "waiting for hours", "waiting hours", "waiting on hold", "waiting in line", "waiting in a", "waiting an hour", "waiting all day", "waiting all morning", "waiting all afternoon", "waiting all evening", "waiting all night", "waiting all week", "how you never", "how you don't", "how you ignore", "how you charge", "how your app never", "how nobody",
	))
	turned = wordSet("sadly unfortunately alas but")
	lapses = wordSet("squeals squeal rattles rattle leaks leaked stuck broke broken failed fails stopped died")
	missed = openingsOf(phrases("missed my", "missed our", "missed the wedding", "missed the funeral", "i'm stuck", "we're stuck", "i'm stranded", "we're stranded", "ruined my", "ruined our"))
)
