package responder

import (
	"slices"
	"strings"

	"goodgraces/responder/praise"
)

// Bounds within which a moment that pleases settles what the verdict doubts.
const (
	warmly      = 0.25 // of praise beside a heart or the like
	halfPraised = 0.4  // below, a post without one hardly praises at all
	wellPraised = 0.8  // from here, an event in the post is what pleased
	doubtful    = 0.5  // of complaint
)

// surely reports a post whose praise no trouble in it takes back: it says so in
// words that are meant no other way, or it praises and tells of a moment that
// people tell when they are pleased. The trouble is then the occasion: "no cabs
// at three, you saved my night".
func surely(q Request) bool {
	v, language := &q.Verdict, language(q)
	words := q.hears().plain()
	if strings.Contains(q.Mention.Text, "?") || anyOf(words, renounces) || len(words) > 0 && words[len(words)-1] == "not" {
		return false
	}
	if avows(q) {
		return true
	}
	if v.Praise < warmly || v.Complaint >= doubtful || anyOf(words, unfulfilled) || len(praise.Find(language, q.Mention.Text).Say) == 0 {
		return false
	}
	if v.Praise >= wellPraised || strings.ContainsAny(q.Mention.Text, playful) {
		return true
	}
	return v.Praise >= halfPraised && !slices.ContainsFunc(words, func(w string) bool { return soured[w] })
}

// renounces are words beside which nothing is said to please.
var renounces = wordSet(`but however although unless except worst awful terrible rude useless pathetic joke scam refund wtf smh disgusting disgrace ridiculous unacceptable disappointed disappointing ruined ruining hate shame shambles
	overcharged broken missing sarcasm sarcastic aber leider pero`)

// embittered reports a post that was taken for praise and has a word that no
// pleased person writes: a cheerful answer would make it worse.
func embittered(q Request) bool {
	return anyOf(q.hears().plain(), bitter) && !heartily(q) && !avows(q)
}

// avows reports a post that says to praise what nobody says otherwise.
func avows(q Request) bool {
	return surest[language(q)].standIn(q.hears().plain())
}

var bitter = wordSet(`wtf smh crap crappy epicfail fail fails rant robotic canned lack lacking lousy useless pathetic joke scam disgusting disgrace ridiculous unacceptable disappointed disappointing
	sucks rude unhelpful appalling shambles nonsense mierda vergüenza pésimo decepción decepcionado decepcionada schlecht schlechter enttäuscht unverschämt katastrophe frechheit`)

// unfulfilled are words of those whom nothing has pleased yet.
var unfulfilled = wordSet("if wish hope hoping want wanted would could should please need bring when why ojalá quiero wenn hoffe wünsche bitte")

// surest are what nobody says but to praise, by language, whatever else the post
// tells.
var surest = map[string]openings{
	"en": openingsOf(phrases(
		"day saved", "night saved", "trip saved", "wedding saved", "christmas saved", "holiday saved", "saved my night", "saved my day", "saved the day", "saved my trip", "saved our trip", "saved my holiday", "saved our holiday", "saved my bacon", "saved my life", "saved our christmas",
		"marry me", "deserves a raise", "deserves a pay rise", "deserves a medal", "deserves a promotion", "deserve a raise", "deserve a medal", "deserve a pay rise", "give her a promotion", "give him a promotion",
		"i owe you a beer", "i owe you a drink", "i owe you a pint", "owe him a beer", "owe her a drink", "owe him a pint", "what a man", "what a woman", "what a gent", "what a gentleman", "what a star", "what a hero", "what a guy", "what a lady",
		"not all heroes wear capes", "faith in humanity", "faith in people", "honest people still exist", "good people still exist", "going strong", "they don't make em like that", "they don't make them like that",
		"couldn't have done it without you", "could not have done it without you", "no notes", "small thing big difference", "never stop him", "never stop her", "never stop them", "no regrets", "best holiday", "best vacation", "best garage", "best date night",
		"restored my faith", "thank you for adding", "thanks for adding", "thank you for bringing back", "thanks for bringing back", "thank you for finding",
		"thank you for waiting for me", "went above and beyond", "took such good care of", "took great care of", "was so lovely", "were so lovely", "was so patient", "could not be happier", "couldn't be happier", "never been happier", "still beaming", "welcome to the st century", "fits like a glove",
		"all is forgiven", "can't thank you enough", "cannot thank you enough", "god bless him", "god bless her", "god bless them", "he's a keeper", "she's a keeper", "owe you all a drink", "hasn't stopped talking about it", "refused a reward", "refused reward", "refused a tip",
		"wouldn't take a tip", "tipped him double", "tipped her double", "customer for life", "highlight of my day", "highlight of his day", "highlight of her day", "made his day", "made her day", "made their day", "give her an oscar", "give him an oscar", "give that man a", "give that woman a",
		"best commute", "take it as a compliment", "mum approves", "mom approves", "wife approves", "husband approves", "kids approve", "absolute angels", "absolute angel", "absolute star", "proper legend",
		"at last welcome", "empty plates", "happiest day", "happiest day of the year", "clean plates", "she cried i cried", "happy tears", "made my week", "made my month", "best purchase", "could spend my day", "could spend all day", "could live in your", "best investments", "best investment", "life changing",
		"never going back to", "zero crashes", "got me through", "gets me through", "passed it", "please never change", "don't ever change", "massive thanks", "huge thank you", "big thank you", "massive thank you",
	)),
	"es": openingsOf(phrases("me han salvado el día", "me salvaste el día", "no puedo estar más contenta", "no puedo estar más contento", "un millón de gracias", "me queda perfecto", "me queda perfecta", "me queda genial", "sois los mejores", "son los mejores", "servicio de diez")),
	"de": openingsOf(phrases("tag gerettet", "hochzeit gerettet", "sitzt perfekt", "passt perfekt", "wie angegossen", "mega lob", "abend gerettet", "urlaub gerettet", "ein dickes lob", "dickes dankeschön", "riesiges dankeschön", "großes dankeschön", "tausend dank", "ihr seid die besten", "könnte nicht glücklicher sein")),
}
