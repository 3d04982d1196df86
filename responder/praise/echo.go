package praise

import "strings"

// Echo is what a post says of a thing or of somebody of ours, told again in
// words of the tables: "the new sofa is so comfy", "our driver was so kind"; ""
// for nothing. Praise of the highest sort is "that good".
func (p Post) Echo(who string) string {
	for i := range p.read.Len() {
		subject, next := p.subject(i, who)
		if subject == "" {
			continue
		}
		if p.read.Is(next, "slaps", "slap", "rocks", "rules") && !strings.HasSuffix(subject, "s") {
			return subject + " is that good"
		}
		if p.read.Is(next, "never") && p.read.Is(next+1, "disappoints", "disappoint", "fails") && !strings.HasSuffix(subject, "s") {
			return subject + " never lets you down"
		}
		if p.read.Is(next, "hits", "hit") && p.read.Is(next+1, "the") && p.read.Is(next+2, "spot") {
			return subject + " hit the spot"
		}
		next = p.predicate(next, subject == who)
		if how := p.how(next + 1); how != "" {
			return echoing(subject, verbs[p.read.Word(next)], how)
		}
	}
	return ""
}

// echoing says how something is. How it looks is for its owner to say: "you find
// the lamp so beautiful".
func echoing(subject, verb, how string) string {
	if strings.HasPrefix(subject, "the ") && looks[strings.TrimPrefix(how, "so ")] && subject != "the team" {
		if verb == "was" || verb == "were" {
			return "you found " + subject + " " + how
		}
		return "you find " + subject + " " + how
	}
	return subject + " " + agreeing(verb, subject) + " " + how
}

// predicate is where the verb stands of what ends at i, beyond what only says
// which it is, or who: "the battery on the new one is", "your driver Tom was"; -2
// where there is none.
func (p Post) predicate(i int, person bool) int {
	i = p.read.Skip(i, "today", "tonight", "yesterday", "earlier", "here")
	reach := 1
	switch {
	case p.read.Is(i, "on", "in", "of", "at", "from"):
		reach = 6
	case person:
		reach = 2
	}
	for next := i; next < i+reach; next++ {
		if verbs[p.read.Word(next)] != "" {
			return next
		}
		if p.read.Is(next, "and", "that", "which", "who", "where") {
			break
		}
	}
	return -2
}

// subject is of what or whom something is said at i, and where that ends: "my new
// sofa", and at the beginning of a sentence "flight" as well.
func (p Post) subject(i int, who string) (string, int) {
	first := i // of the noun
	switch {
	case p.read.Is(i, "my", "our", "your", "ur", "the", "this", "these", "that", "those") && !p.read.Is(i-1, prepositions...):
		first++
	case p.read.Word(i) == "" || p.read.Word(i-1) != "" && !p.read.Is(i-1, "and"):
		return "", i
	}
	person := p.read.Skip(first, "delivery", "bus", "train", "cabin", "flight", "gate", "chat", "phone", "support", "store", "ground", "tour", "lovely", "wonderful", "whole")
	if who != "" && staffed[p.read.Word(person)] {
		return who, person + 1
	}
	if first == i && bare[p.read.Word(i)] {
		return "the " + p.read.Word(i), i + 1
	}
	told, next, ok := p.read.Tell(i)
	if !ok {
		return "", i
	}
	last := told.Noun[strings.LastIndexByte(told.Noun, ' ')+1:]
	if unsaid[last] && !spokenOf[last] || notOurs[strings.ToLower(last)] || strings.Contains(told.Noun, "'s ") {
		return "", i
	}
	return "the " + told.Noun, next
}

// how tells the praise that stands at i, unless it is taken back behind it.
func (p Post) how(i int) string {
	i = p.read.Skip(i, intensive...)
	how := echoes[p.read.Word(i)]
	if how == "" {
		return ""
	}
	if p.read.Is(i+1, "at", "in") && strings.HasSuffix(p.read.Word(i+2), "ing") {
		return "" // "brilliant at losing parcels"
	}
	if p.read.Is(i+1, "to") && p.read.Is(i+2, unwelcome...) || p.read.Is(i+1, "on") && p.read.Is(i+2, "paper") {
		return "" // "so quick to hang up"
	}
	for _, next := range []int{i + 1, i + 2} {
		if p.read.Is(next, "but", "until", "till", "though", "although", "however", "except", "if", "when", "before", "for", "shame", "apart", "lol", "years", "last") {
			return ""
		}
	}
	return how
}

// agreeing is the verb as it stands behind those of ours: "our crew were".
func agreeing(verb, subject string) string {
	plural := strings.HasPrefix(subject, "our ") && strings.HasSuffix(subject, "s") || strings.HasSuffix(subject, "crew") || strings.HasSuffix(subject, "team") || strings.HasSuffix(subject, "staff")
	switch {
	case plural && verb == "was":
		return "were"
	case plural && verb == "is":
		return "are"
	case !plural && strings.HasPrefix(subject, "our ") && verb == "were":
		return "was"
	case !plural && strings.HasPrefix(subject, "our ") && verb == "are":
		return "is"
	}
	return verb
}

// Outing is what a post says to have had: "such a good flight"; "" for nothing,
// and where it goes on to say that it was none.
func (p Post) Outing() string {
	for i := range p.read.Len() {
		outing := outings[p.read.Word(i)]
		if outing == "" || !p.read.Is(i-1, lovelyWords...) || p.read.Is(i-2, "have", "no", "not", "any", "hope", "for") || p.read.Is(i-3, "have", "not", "isn't", "wasn't", "hope", "wish", "be") {
			continue
		}
		if p.read.Is(i+1, "attendant", "attendants", "crew", "deck", "number", "menu", "box", "card", "deal", "deals", "price", "prices", "time", "times", "it", "is", "into", "down", "apart", "until", "till", "except", "if", "but", "shame", "ruined", "spoiled", "spoilt") {
			continue
		}
		return "such a good " + outing
	}
	return ""
}

var (
	// verbs are those by which something is said of a thing, as they are told.
	verbs = map[string]string{"is": "is", "are": "are", "was": "was", "were": "were", "looks": "looks", "look": "look", "feels": "feels", "feel": "feel", "tastes": "tastes", "taste": "taste", "tasted": "tasted", "smells": "smells", "sounds": "sounds", "works": "works"}
	// echoes are words of praise, and how they are told behind a verb.
	echoes = echoesOf("amazing brilliant fantastic wonderful excellent superb awesome best outstanding phenomenal incredible spectacular fab fabulous unreal insane great good class ace stellar perfect magical dream heaven flawless exceptional fire",
		"comfy comfortable lovely beautiful gorgeous stunning delicious tasty smooth quick fast easy clean quiet friendly helpful kind polite patient cute soft warm fresh crisp clear funny thoughtful spacious cosy cozy welcoming attentive efficient simple bright elegant stylish relaxing knowledgeable caring gentle careful professional courteous considerate talented moving touching useful refreshing inspiring entertaining informative handy sturdy spotless")
	intensive    = strings.Fields("so really just absolutely very such a the pretty super incredibly amazingly soooo sooo soo truly simply seriously actually bloody damn always all both much")
	unwelcome    = strings.Fields("leave hang go drive charge take bill blame judge dismiss cancel close refuse deny ignore break lose steal miss forget hack scam")
	lovelyWords  = strings.Fields("great good lovely amazing wonderful fantastic brilliant excellent perfect superb awesome incredible smooth smoothest pleasant fab fabulous best nice nicest beautiful delicious relaxing")
	outings      = map[string]string{"flight": "flight", "flights": "flight", "journey": "journey", "trip": "trip", "ride": "ride", "crossing": "crossing", "stay": "stay", "visit": "visit", "meal": "meal", "lunch": "lunch", "dinner": "dinner", "brunch": "brunch", "evening": "evening", "holiday": "holiday", "vacation": "vacation"}
	looks        = setOf("lovely beautiful gorgeous stunning cute delicious tasty elegant stylish funny soft")
	notOurs      = setOf("monday tuesday wednesday thursday friday saturday sunday weather sun sky rain snow wind traffic christening wedding party funeral ceremony")
	prepositions = strings.Fields("hope wish if think thought thinks imagine when while because since about of for with from to in on at by as than")
	bare         = setOf("service food flight delivery room coffee breakfast dinner lunch journey atmosphere quality packaging boarding")
	spokenOf     = setOf("service experience support")
	staffed      = setOf("staff crew team driver drivers guard conductor agent agents attendant attendants steward stewardess waiter waitress barista baristas engineer technician guide receptionist captain pilot pilots courier fitter mechanic vet dentist optician pharmacist stylist instructor guys lads receptionists waiters nurse nurses installer electrician plumber")
)

// echoesOf tells the highest praise as "that good", and other as "so kind".
func echoesOf(highest, others string) map[string]string {
	all := map[string]string{"fun": "so much fun"}
	for word := range strings.FieldsSeq(highest) {
		all[word] = "that good"
	}
	for word := range strings.FieldsSeq(others) {
		all[word] = "so " + word
	}
	return all
}
