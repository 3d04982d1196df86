package responder

import (
	"slices"
	"strings"
	"unicode"

	"goodgraces/care"
	"goodgraces/responder/grievance"
)

// settled is the request with praise taken for praise where the verdict doubts
// it: nobody who is pleased wants to read that we'd like to help. What only
// asks is answered where it was asked.
func settled(q Request) Request {
	switch v := &q.Verdict; {
	case v.Action == care.ActThank && (asksWithThanks(q) || asksAfter(q) || longs(q)):
		v.Action = care.ActAnswer
	case v.Action != care.ActReply && v.Action != care.ActAnswer:
	case !sour(q) && !asksAfter(q) && (glad(q) || banters(q)):
		v.Action = care.ActThank
	case v.Action == care.ActReply && (merelyAsks(q) || wishes(q) || merelyInquires(q)):
		v.Action = care.ActAnswer
	case v.Action == care.ActAnswer && q.hears().asked() == "reproach" && v.Praise < asks:
		v.Action = care.ActReply
	case v.Action == care.ActAnswer && (reports(q) || foreignComplaint(q) || asksOf(q) && goesPrivate(q)):
		v.Action = care.ActReply
	}
	return q
}

// asksOf reports a post that asks, as the verdict and its words have it.
func asksOf(q Request) bool {
	v := &q.Verdict
	if v.Praise >= asks || v.Complaint >= likely {
		return false
	}
	return v.Question >= asks && q.hears().asks() || q.hears().asked() == "message"
}

// reports is a post taken for a question that asks nothing and tells of trouble.
func reports(q Request) bool {
	return q.Verdict.Question < unlikely && !q.hears().asks() && grieved(q).Issue != ""
}

// foreignComplaint is a complaint that the policy puts before a person because
// of its language alone: what is drafted for them is an answer to a complaint.
func foreignComplaint(q Request) bool {
	v := &q.Verdict
	return language(q) != "en" && v.NeedsHuman != "" && v.Complaint >= 0.5 && v.Complaint > v.Praise && (v.Question < asks || complainsAbroad(q) || grieved(q).Issue != "")
}

// unlikely is how little a post asks that asks nothing.
const unlikely = 0.3

// playful are pictures that people put to what amuses or pleases them, and never
// to trouble.
const playful = "🐈🐕🐶🐱🐾🐕🥳🎉🎂🌴🥣💛💙💚💜❤😍🥰🎃🎄😻🥂🍾"

// banters reports a cheerful picture to a post in which nothing is wrong.
func banters(q Request) bool {
	v := &q.Verdict
	if v.Anger >= calmly || v.Hostility >= calmly || v.Sarcasm >= sarcastic || v.Severity > care.NoReproach || strings.Contains(q.Mention.Text, "?") || !strings.ContainsAny(q.Mention.Text, playful) {
		return false
	}
	if slices.ContainsFunc(q.hears().plain(), func(w string) bool { return slices.Contains(troubles, w) || slices.Contains(pleas, w) && w != "not" }) {
		return false
	}
	g := grieved(q)
	return g.Issue == "" && g.Detail == ""
}

// calmly is how much anger or hostility is none.
const calmly = 0.15

// Bounds of the verdict beyond which a pleased word is not taken at its word.
const (
	sarcastic = 0.5
	cross     = 0.35
	hostile   = 0.5
)

// glad reports a post that says in so many words that its author is pleased,
// and nothing else that could take it back: no question, no "but", no trouble.
func glad(q Request) bool {
	v := &q.Verdict
	if v.Sarcasm >= sarcastic || v.Anger >= cross || v.Hostility >= hostile {
		return false
	}
	if surely(q) {
		return true
	}
	language := language(q)
	said := q.hears().plain()
	words := relenting(said)
	rest, found := without(words, delights[language])
	if strings.Contains(q.Mention.Text, "?") && !strings.Contains(strings.Join(words, " "), "isn't this") {
		return false
	}
	relented := len(words) < len(said)
	if !heartily(q) && (!relented && slices.ContainsFunc(rest, sours) || grieves(q)) {
		return false
	}
	return found || language == "en" && !ironic(q) && echoes(q)
}

// sours reports a word that takes back what was said gladly.
func sours(word string) bool { return soured[word] || strings.HasSuffix(word, "n't") }

// grieves reports a post that tells of trouble, other than of a few minutes that
// something took.
func grieves(q Request) bool {
	g := grieved(q)
	return (g.Issue != "" || g.Detail != "") && !(strings.HasPrefix(g.Issue, "it took ") && strings.Contains(g.Issue, " minutes "))
}

// echoes reports a post that says something good of a thing or of somebody of ours.
func echoes(q Request) bool {
	h := q.hears()
	return h.echo(reading(q)) != ""
}

// relenting is the words of a post without an anger that its author says they
// were ready for and had no cause for: "was all set to complain but".
func relenting(words []string) []string {
	said := strings.Join(words, " ")
	for _, start := range []string{"was ready to ", "was all set to ", "was about to ", "came here to ", "came on here to ", "was fully prepared to ", "was going to "} {
		_, after, begins := strings.Cut(said, start)
		before, rest, turned := strings.Cut(after, " but ")
		if begins && turned && slices.ContainsFunc(strings.Fields(before), func(w string) bool { return scolding[w] }) {
			return strings.Fields(rest)
		}
	}
	return words
}

var scolding = wordSet("rage raging rant complain moan moaning angry furious kick fume fuming cross slate curse swear scream mad")

// heartily reports a post that begins by praising somebody for what they did,
// and tells of trouble only as the occasion: "Shout out to the crew who carried
// my bags because the lift is broken". Nothing before the occasion is a trouble,
// and nothing behind it takes the praise back.
func heartily(q Request) bool {
	said := strings.Join(q.hears().plain(), " ")
	opens := slices.ContainsFunc(hearty, func(start string) bool { return strings.HasPrefix(said, start) })
	if !opens || slices.ContainsFunc(strings.Fields(said), func(w string) bool { return takenBack[w] }) {
		return false
	}
	for _, occasion := range occasions {
		if before, _, found := strings.Cut(said, occasion); found {
			troubled := slices.ContainsFunc(strings.Fields(before), func(w string) bool { return soured[w] })
			return !troubled && grievance.Understand(language(q), before).Issue == ""
		}
	}
	return false
}

var (
	hearty    = []string{"shout out to ", "shoutout to ", "kudos to ", "hats off to ", "huge thanks to ", "big thanks to ", "massive thanks to ", "props to ", "credit to ", "big up "}
	occasions = []string{" because ", " after ", " when ", " during ", " even though ", " despite ", " cos "}
	takenBack = wordSet("but however although though except unless not never refund worst awful terrible rude useless pathetic joke for")
)

// saddened reports a sad face that no pleased word explains.
func saddened(q Request) bool {
	return drawn(q.Mention.Text) == sad && !delights[language(q)].standIn(q.hears().plain())
}

// plainly is the words of a post in lower case, as far as feelings are read.
func plainly(post string) []string {
	return strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(post[:min(len(post), maxFelt)], "’", "'")), func(r rune) bool {
		return !unicode.IsLetter(r) && r != '\''
	})
}

// without is the words that are part of none of the phrases, and whether there
// was one.
func without(words []string, phrases openings) (rest []string, found bool) {
	for i := 0; i < len(words); {
		n := phrases.at(words, i)
		if n == 0 {
			rest = append(rest, words[i])
		}
		found, i = found || n > 0, i+max(n, 1)
	}
	return rest, found
}

// delights are what only the pleased say, by language. Words that the bitter use
// as well ("great", "amazing", "thanks") are not among them.
var delights = map[string]openings{
	"en": openingsOf(phrases(
		"nothing short of amazing", "nothing short of fantastic", "nothing short of wonderful", "surpassed expectations", "surpassed my expectations", "exceeded expectations", "exceeded my expectations",
		"above and beyond", "hats off", "kudos", "shout out", "shoutout", "love it", "loved it", "loving it", "so happy", "made my day", "made my night", "happy halloween", "merry christmas", "happy new year",
		"most respect", "nothing but the most respect", "nothing but respect", "nothing but love", "such a kick out of", "the cutest", "isn't this the cutest", "great time", "couldn't pass it up", "can't beat it", "problem has been resolved", "problem is resolved", "issue has been resolved", "very capable", "super kind", "so kind", "so helpful", "very helpful",
		"so grateful", "so thankful", "much appreciated", "delicious", "yummy", "best day ever", "isn't complete unless", "isn't complete without", "nothing says", "isn't every day", "become friends", "became friends",
		"kindnessmatters", "thank you so much", "no complaints", "never disappoints", "can't wait", "well worth it", "five stars",
		"are angels", "is an angel", "an angel", "even better than in", "even nicer than", "fab service", "friendly service", "superb service", "outstanding service", "lovely welcome", "warm welcome", "had us all laughing", "had us laughing", "had me laughing", "compliments on", "so many compliments", "love my new", "loving my new", "love our new", "like sleeping on a cloud", "never had an issue", "never had a problem", "got my refund in", "got my money back in", "nice one", "fair play", "gotta hand it to", "got to hand it to", "have to hand it to", "still slaps", "still slap", "ended my marriage", "changed my life", "hear colours", "hear colors", "none left over", "no screws left over", "no bits left over", "nothing left over", "no notes", "legend", "legends", "what a legend", "absolute legend", "absolute legends", "tight five", "credit where due", "credit where it's due", "best birthday ever", "chef's kiss", "nailed it", "finally managed it", "absolutely managed it", "managed the case", "managed the code", "it finally works", "finally got it working", "finally fixed thank you", "what happiness is", "made our day", "made my week", "made my year", "take a bow", "10 out of 10", "bravo", "big up", "props to", "obsessed with", "in love with", "huge thanks to", "big thanks to", "massive thanks to", "buy him a beer", "buy her a beer", "give him a raise", "give her a raise", "give them a raise", "give him a bonus", "give her a bonus", "give them a bonus", "give him bonus", "give her bonus", "nothing broke",
	)),
	"es": openingsOf(phrases("me encanta", "me ha encantado", "un encanto", "qué amables", "muy amables", "muy amable", "mil gracias", "muchísimas gracias", "da gusto", "enhorabuena", "chapó")),
	"de": openingsOf(phrases("bin begeistert", "sind begeistert", "herzlichen dank", "tausend dank", "ganz toll", "richtig toll", "super lecker", "sehr lecker", "so lieb", "hut ab", "großes lob", "ein lob")),
}

// soured are words beside which no praise is taken for praise.
var soured = wordSet(`not no never but however although though unless except still yet until worst bad poor terrible awful horrible rude slow late lost broken missing wrong problem problems issue issues
	fail fails failed failing hate sucks suck wtf smh refund ridiculous unacceptable disappointed disappointing joke scam cancelled canceled delayed waiting wait waited hours stuck nobody nothing help fix fixed please how
	why when where can could would should stop need needs supposed instead sorry unfortunately sad charged overcharged ruined ruining almost
	nicht nie kein keine keinen aber leider trotzdem falsch kaputt fehlt warte warten pero nunca ningún ninguna todavía aún falta mal malo roto espero esperando`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}
