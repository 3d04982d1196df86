package grievance

import "strings"

// What makes a statement a complaint.

// trouble is how surely a statement tells of trouble: 0 for not at all.
func (s statement) trouble() int {
	switch {
	case s.who.self:
		return s.troubleOfAuthor()
	case s.who.ours:
		return s.troubleOfOurs()
	}
	return s.troubleOfThing()
}

// troubleOfOurs judges what we did not do; what we did is told by other rules.
func (s statement) troubleOfOurs() int {
	v := s.verb
	if v.lasting && !v.denied && !v.passive && ourDoings[v.base] {
		return 1
	}
	if v.base == "stop" && v.said == "stopped" && withdrawn[firstWord(v.tail)] {
		return 2
	}
	if !v.denied && (s.contrary || unannounced(v.tail)) && !v.future || handed[v.base] && (toOthers(v.tail) || troubling[lastWord(v.tail)] || lastWord(v.tail) == "unrepaired") && !v.denied && !v.future {
		return 1
	}
	if v.base == "have" && (strings.HasPrefix(v.tail, "a ") || strings.HasPrefix(v.tail, "an ")) {
		return 0 // "when you don't have a costume": anybody
	}
	if !v.denied || v.can || careless[v.base] && v.base != "have" && v.base != "offer" || indifferent[v.base] && v.base != "have" {
		return 0
	}
	return 1
}

func (s statement) troubleOfThing() int {
	v := s.verb
	if s.contrary && !v.denied && !v.future && s.who.noun != nil {
		return 1
	}
	if (v.said == "down" || v.said == "out" || v.said == "off" || v.said == "up") && (s.who.noun == nil || !goesDown[s.who.noun.head] && !goesDown[singular(s.who.noun.head)] && !machines[singular(s.who.noun.head)]) {
		return 0
	}
	bad := ailing[v.base] && !v.passive && !(v.denied && firstWord(v.tail) == "on") && (v.tail != "" || !loose[v.base] || v.base == "drop" && goesDown[s.who.head()]) || failing(v.said, v.tail) || turnsBad(v) || doesHarm(v) || v.base == "be" && (troubling[v.said] || v.said == "out") || v.passive && (harmsThings[v.base] != "" || turnedDown[v.base])
	switch {
	case v.base == "make" && !v.denied && !v.passive && noisy(v.tail), v.base == "be" && !v.denied && amiss[lastWord(v.said)] && strings.Contains(v.said, " "),
		s.who.noun != nil && s.who.noun.det == "every" && s.who.noun.head == "update" && !v.denied && v.tail != "" && !mending[v.base] && v.base != "make":
		return 2
	case v.base == "be" && !v.denied && strings.Contains(" "+v.said, " different ") && !strings.HasPrefix(v.said, "different from"),
		v.base == "be" && tones[v.said] && tinted[s.who.head()] && !v.denied, v.base == "run" && strings.HasPrefix(v.tail, "out"), v.base == "ring" && v.tail == "out",
		v.base == "lose" && !strings.HasPrefix(v.tail, "your "), v.base == "drive" && (strings.HasPrefix(v.tail, "past") || strings.HasPrefix(v.tail, "off")),
		v.passive && v.base == "seat" && (strings.HasPrefix(v.tail, "apart") || strings.HasPrefix(v.tail, "separately")):
		return 1
	case v.denied && v.base == "make" && strings.HasPrefix(v.tail, "it "):
		return 2
	case (v.base == "come" || v.base == "arrive" || v.passive && handed[v.base]) && strings.HasPrefix(v.tail, "with the wrong ") && !v.denied:
		return 2
	case (v.base == "show" || v.base == "display" || v.base == "give" || v.base == "print" || v.base == "list" || v.base == "send") && !v.denied && strings.Contains(v.tail, "the wrong "),
		v.base == "catch" && strings.HasPrefix(v.tail, "fire"), priced[s.who.head()] && !v.denied && (v.base == "double" || v.base == "triple" || v.base == "increase" || v.base == "rise" || strings.HasPrefix(v.tail, "up")):
		return 2
	case v.base == "say" && !v.denied && saysTrouble(v.tail):
		return 1
	case v.said == notGood:
		return map[bool]int{true: 0, false: 1}[s.who.none || s.who.noun == nil]
	case s.who.none && !v.passive && verbs[v.said].pp && !v.perfect:
		return 0 // "no seats left"
	case s.who.none:
		return map[bool]int{true: 0, false: 2}[v.denied || bad || v.base == "be" || indifferent[v.base] || v.future || unmatched[v.base]]
	case v.denied && (strings.HasSuffix(v.said, " stock") || v.base == "have" && hasDefect(v.tail) || bad || v.base == "be" && !wanted[firstWord(v.said)] || indifferent[v.base] && !strings.HasPrefix(v.tail, "to ")), v.future && !v.denied:
		return 0
	case v.base == "stop" && ailing[verbs[firstWord(v.tail)].base], s.who.noun != nil && relations[s.who.noun.head] && (doesHarm(v) || failing(v.said, v.tail)), s.who.noun != nil && relations[s.who.noun.head] && unaided[v.base]:
		return 0
	case v.base == "have" && hasDefect(v.tail), (v.base == "stay" || v.base == "remain") && staying[firstWord(v.tail)]:
		return 1
	case v.denied, bad && !(v.base == "be" && v.future):
		return 2
	}
	return v.trouble()
}

// trouble is how much trouble what a thing did or suffered is, where its verb alone is
// none: "keeps closing", "came with no lid".
func (v predication) trouble() int {
	switch {
	case v.base == "keep" && (strings.HasPrefix(v.tail, "working") || strings.HasPrefix(v.tail, "going") || strings.HasPrefix(v.tail, "getting better")):
		return 0
	case v.base == "keep" && keepsThings(v.tail):
		return 0
	case v.base == "keep" && !v.ing && !strings.HasPrefix(v.tail+" ", "you "), v.lasting && (v.ing || v.base == "be" || v.passive && !mending[v.base]):
		return 1
	case !v.denied && v.base == "be" && strings.Contains(v.said, " wrong "):
		return 2
	case v.passive && v.base == "use" && v.repeats, v.only && barely[v.base], v.base == "be" && (strings.HasPrefix(v.said, "full of") || strings.HasPrefix(v.said, "out of") || comparatives[v.said]), v.base == "leave" && hasDefect(v.tail), v.base == "do" && v.tail == "nothing":
		return 1
	case (v.passive && handed[v.base] || become[v.base]) && strings.HasPrefix(v.tail, "with no "), v.base == "have" && strings.HasPrefix(v.tail, "no "), v.passive && handed[v.base] && toOthers(v.tail), strings.HasSuffix(v.tail, " missing") && become[v.base]:
		return 2
	case v.passive && handed[v.base] && (strings.HasPrefix(v.tail, "with ") && hasDefect(v.tail) || strings.HasPrefix(v.tail, "without ")), (v.base == "close" || v.base == "shut") && strings.HasSuffix(v.tail, " early"):
		return 2
	case strings.HasPrefix(v.tail, "with ") && become[v.base] && (troubling[lastWord(v.tail)] || failures[lastWord(v.tail)] != ""), v.base != "be" && unannounced(v.tail) && !v.denied:
		return 2
	case (v.base == "have" || v.base == "come") && inside(v.tail):
		return 1
	case v.base == "tend", v.base == "refuse", v.base == "force", v.base == "require" && !v.passive:
		return 1
	}
	return 0
}

// unaided is what people can or cannot do by themselves: "my mum can't hear the
// doorbell".
var unaided = set("hear see walk stand drive speak read lift climb bend swallow eat sleep breathe")

// unmatched are verbs by which nothing is praised above a thing: "nothing beats".
var unmatched = set("beat compare top say match stop bother rival")

// noisy reports that what something makes is a noise: "a grinding noise".
func noisy(tail string) bool {
	last := singular(lastWord(tail))
	return last == "noise" || last == "sound" || rackets[last]
}

// amiss is how something is by so many seconds: "three seconds ahead".
var amiss = set("ahead behind late early off slow fast out")

// saysTrouble reports a message that tells of trouble: "says it has already been
// used".
func saysTrouble(told string) bool {
	for word := range strings.FieldsSeq(told) {
		if strings.HasSuffix(word, "n't") || word == "not" || word == "no" || word == "already" || troubling[word] {
			return true
		}
	}
	return false
}

// machines are things that are out or down besides the services.
var machines = set("kiosk machine lift elevator escalator reader terminal till light lane barrier radar scanner atm toilet pump fountain charger lamp heating server cashpoint turnstile gate clock sign speaker printer fridge freezer boiler")

// tinted are things that have a colour of their own.
var tinted = set("water milk screen tv display picture meat chicken bread tap monitor")

// head is the last word of the subject, "" for a pronoun.
func (d doer) head() string {
	if d.noun == nil {
		return ""
	}
	return d.noun.head
}

// mending is done by us, for good.
var mending = set("sort fix resolve solve repair replace deliver refund answer install settle restore reconnect update complete process approve confirm")

// failing reports a verb that says what went wrong, by itself or with its
// particle: "broke", "came off".
func failing(said, tail string) bool {
	failed := failures[said]
	if firstWord(tail) == "out" && strings.HasPrefix(failed, "c") && said != "cuts" {
		return false // "the photos came out"
	}
	return failed != "" && (!strings.HasSuffix(failed, "+") || brokenOff[firstWord(tail)])
}

var brokenOff = set("apart off out down dead black blank missing wrong loose")

// turnsBad reports that something went black, or tastes stale.
func turnsBad(v predication) bool {
	if strings.HasPrefix(v.tail, "nothing like ") {
		return true
	}
	first := firstWord(strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(v.tail, "up "), "back "), "here "))
	if (troubling[first] || first == "open" || first == "opened") && (v.passive && handed[v.base] || v.base == "show") {
		return true
	}
	return become[v.base] && (troubling[first] || brokenOff[first] && v.base != "look" && v.base != "feel" && v.base != "get" || first == "up" && v.base == "go" && (strings.Contains(v.tail, " to ") || strings.Contains(v.tail, " by ") || v.tail == "back up"))
}

// become are verbs that an adjective follows.
var become = set("go turn come taste smell look feel arrive stay become get")

// doesHarm reports what a thing does to the author or theirs: "rejects your
// card", "logs you out".
func doesHarm(v predication) bool {
	first := firstWord(v.tail)
	return harmful[v.base] && (first == "your" || first == "all" || first == "the") || (v.base == "log" || v.base == "kick" || v.base == "throw" || v.base == "lock" || v.base == "sign") && first == "you" ||
		v.base == "make" && v.tail == "no sense"
}

var harmful = set("flood soak brick corrupt clog drain smash crush melt damage misplace distort warp rip tear swap reset wipe mute deactivate reject decline refuse block delete lose eat swallow cover overwrite disconnect ruin scratch stain damage break erase wipe cancel forget ignore duplicate hide cut crop")

// disliked reports what may be told where a post asks why it is so.
func (s statement) disliked() bool {
	v := s.verb
	switch {
	case v.denied || v.future:
		return false
	case s.who.ours:
		return ourDoings[v.base]
	case s.who.self:
		return v.passive || v.base == "have" || v.base == "keep" || v.base == "get" || v.base == "see" || v.base == "need" || v.base == "pay"
	}
	return s.who.noun != nil && !indifferent[v.base] && (v.base != "be" || v.said != "right")
}

// ourDoings are verbs of ours that are told as they were said.
var ourDoings = set("have sell offer charge want need ask require send close change remove take stop use allow limit keep call list show put force add make")

// loose are verbs that tell of trouble with a particle alone: "cuts out".
var loose = set("cut log turn switch shut close drop stick")

// withdrawn is what we no longer do.
var withdrawn = set("selling making offering stocking accepting serving showing supporting delivering sending carrying producing including providing running publishing")

// turnedDown are what things suffer besides what harms them.
var turnedDown = set("deny refuse block ban suspend reject decline disconnect hack steal cancel")

// troubling are adjectives that tell of trouble by themselves, wanted those
// that do when they are denied.
var (
	troubling = set(`closed wrong late cold broken empty missing slow gone dead dirty faulty unavailable unusable confusing complicated incomplete incorrect inaccurate outdated
		expensive overdue unreliable inconsistent invalid blank blurry loose stuck down offline damp soaked sticky stale raw unsafe dangerous unclear misleading impossible difficult sour rotten mouldy soggy chewy rubbery tasteless bland greasy undercooked burnt filthy smelly noisy crooked uneven torn ripped faded creased stained chipped lacking inadequate nonexistent pricey overpriced delayed lost cancelled damaged useless
		corrupt corrupted frozen overbooked oversold unplayable unreadable unwatchable inaudible inaccessible unresponsive inedible undelivered unanswered insufficient overcooked underdone leaky wobbly smudged dented cracked melted smashed crushed shattered squashed bent snapped ruined destroyed scratched shredded unwearable dim fuzzy deafening freezing sweltering flooded jammed understaffed overcrowded lukewarm rancid expired duplicated garbled distorted misaligned mismatched wonky warped defective unplugged hacked cancelled`)
	wanted      = set("dark bright sharp level straight waterproof vegan available ready visible correct accurate valid safe clean clear open fresh secure stable reliable online back up able full free hot warm right in on at")
	staying     = set("off on blank black white red stuck frozen closed locked empty cold wet open pending")
	indifferent = set("waste matter help care mean know think believe like seem look make want deserve understand happen surprise bother mind exist need lie ask miss hurt worry")
)

// troubleOfAuthor judges what the author did, could not do or went through.
func (s statement) troubleOfAuthor() int {
	v := s.verb
	switch {
	case v.future && v.denied && v.base == "have" && strings.HasPrefix(v.tail, "to "):
		return 2 // "I shouldn't have to"
	case v.future || strings.HasPrefix(v.tail+" ", "you "):
		return 0
	case v.denied && v.can && !idle[v.base] && !v.passive && !(v.base == "power" && strings.HasPrefix(v.tail, "through")), v.repeats && (v.perfect || pastForms[v.base] == v.said) && asked[v.base]:
		return 2
	case v.base == "find" && !v.passive && inside(strings.Replace(v.tail, "in your", "in it", 1)+" in it") && (strings.Contains(v.tail, " in your ") || strings.Contains(v.tail, " on your ") || strings.Contains(v.tail, " inside your ")):
		return 2 // "I found a stone in my soup"
	case v.passive && v.base == "move" && strings.HasPrefix(v.tail, "from "):
		return 2
	case v.passive && saying[v.base] && (v.tail != ""):
		return 1
	case v.denied && v.base == "get":
		return 1
	case v.denied && (got[v.base] || v.passive && granted[v.base]):
		return 2
	case v.denied || v.base == "be":
		return 0
	case v.base == "have" && hasHarm(v.tail):
		return 2 // "I've had two parcels returned"
	case v.passive && ditransitive[v.base] && v.base != "charge" && prepositions[firstWord(v.tail)] && firstWord(v.tail) != "to":
		return 0 // "all I was given for breakfast"
	case v.passive && (suffered[v.base] || charges[lastWord(v.said)] || v.base == "ask" || v.base == "make"), v.base == "have" && strings.HasPrefix(v.tail, "to "):
		return 2
	case v.base == "get" && charges[firstWord(v.tail)], v.base == "keep" && strings.HasPrefix(v.tail, "getting"), v.base == "miss" && strings.HasPrefix(v.tail, "your "):
		return 1
	case v.lasting && v.ing && kept[v.base]:
		return 1
	}
	return 0
}

var (
	barely = set("last work show let accept play charge have open run give load come connect update arrive print")
	handed = set("hand give deliver send sell post ship leave")
)

// toOthers reports that something went to whom it was not meant for.
func toOthers(tail string) bool {
	for _, who := range []string{"stranger", " else", "wrong", "neighbour", "another", "to a different", "to your old"} {
		if strings.Contains(tail, who) {
			return true
		}
	}
	return false
}

// unannounced reports what was done behind the author's back.
func unannounced(tail string) bool {
	_, after, ok := strings.Cut(" "+tail, " without ")
	for word := range strings.FieldsSeq(after) {
		if ok && unasked[word] {
			return true
		}
	}
	return false
}

var unasked = set("warning notice permission asking telling consent explanation notification reason approval")

// inside reports that something was in or on what it did not belong to: "had a
// slug in it".
func inside(tail string) bool {
	article := firstWord(tail)
	return (article == "a" || article == "an" || article == "two") && (strings.HasSuffix(tail, " in it") || strings.HasSuffix(tail, " on it") || strings.HasSuffix(tail, " in them"))
}

// hasHarm reports that something was done to what the author had.
func hasHarm(tail string) bool {
	for word := range strings.FieldsSeq(tail) {
		if v := verbs[word]; v.pp && !v.isBase && (harmsThings[v.base] != "" || turnedDown[v.base]) && word != firstWord(tail) {
			return true
		}
	}
	return false
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// hasDefect reports that what something has is a fault.
func hasDefect(tail string) bool {
	for word := range strings.FieldsSeq(tail) {
		if flawPlace[singular(word)] != "" || defects[word] || faultNouns[singular(word)] || flawed[word] {
			return true
		}
	}
	return false
}

// flawed are adjectives of a part that make it a fault: "has a wobbly leg".
var flawed = set("wobbly loose broken bent cracked torn ripped missing faulty dodgy leaky wonky snapped split chipped scratched dented stuck jammed mouldy smashed squeaky")

var faultNouns = set("issue problem error fault bug defect glitch damage flaw delay")

var (
	// asked are what people do to be heard.
	asked = set("call email message contact complain report send ask write try request phone tweet submit post reset reinstall restart return visit explain")
	// got are verbs of which it is a complaint that the author did not.
	got = set("get receive have see hear order authorise authorize request subscribe sign agree find access log use view open download watch pay track reach")
	// granted are what people are denied.
	granted = set("give allow tell inform offer send refund compensate notify contact pay serve seat credit deliver provide warn connect")
	charges = set("charged billed kicked cut locked logged told sent overcharged disconnected transferred banned blocked refused denied moved bumped")
	kept    = set("wait pay get receive look struggle try sit deal have see")
)
