package responder

import (
	"slices"
	"strings"
)

// merelyInquires reports a post that only asks how things are done with us, as its words and
// its verdict have it: whoever rages or mocks is past it.
func merelyInquires(q Request) bool {
	v := &q.Verdict
	return v.Anger < furious && v.Hostility < hostile && v.Sarcasm < sarcastic && language(q) == "en" && q.hears().inquiry()
}

// inquiry reports a post that is one question about how things are done with us and
// tells nothing of its author's: "how long do you keep a parcel?!!". However loud it
// is, nobody is sorry for what it asks.
func inquiry(post string) bool {
	said, rest, found := strings.Cut(post[:min(len(post), maxFelt)], "?")
	if at := strings.LastIndexAny(said, ".!\n"); at >= 0 {
		greeting := asked(said[:at])
		if saluting(greeting) < len(greeting) {
			return false // something is told
		}
		said = said[at+1:]
	}
	if !found || strings.ContainsAny(said, "\"“”") || !onlyCloses(plainly(unnamed(rest))) {
		return false
	}
	words := asked(said)
	words = words[saluting(words):]
	for len(words) > 0 && joins[words[0]] {
		words = words[1:]
	}
	n := 0
	if len(words) > 0 {
		n = inquiring.at(words, 0)
	}
	return n > 0 && len(words) > n && !aboutTheirs(asked(said)) && !mocking.standIn(words[1:]) && !reproachful.standIn(words[1:]) && !begging.standIn(words) && !tellsOf(words[n:])
}

// joins are words by which a question goes on from what was said before.
var joins = wordSet("and but so ok okay also")

// comesBackAsking reports a post that goes on with a question: "but do I need a ticket?". There
// is nothing in it to be thanked for.
func comesBackAsking(post string) bool {
	words := asked(post)
	asking, _, found := strings.Cut(post, "?")
	return found && len(words) > 1 && joins[words[0]] && slices.Contains(askingWords, words[1]) && !strings.ContainsAny(asking, ".!\n")
}

// onlyCloses reports words that only close a question: "thanks", none at all.
func onlyCloses(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !closes[w] })
}

var closes = wordSet("thanks thank you thx ta cheers please pls x xx in advance asking for a friend")

// unnamed is a text without its handles, hashtags and links.
func unnamed(text string) string { return strings.Join(asked(text), " ") }

// tellsOf reports a word by which a question tells of trouble or reproaches. What is
// only supposed is none: "a lost ticket", "if it comes late". A sum is taken for one that
// is too much.
func tellsOf(words []string) bool {
	for i, w := range words {
		if insistent[w] || strings.HasSuffix(w, "n't") || strings.ContainsAny(w, "£€$") {
			return true
		}
		ails := soured[w] && !customary[w] || failing[w] || gone[w] || slices.Contains(troubles, w)
		if ails && !anyOf(words[max(0, i-3):i], supposing) {
			return true
		}
	}
	return false
}

var (
	// inquiring begin questions about what is so for everybody.
	inquiring = openingsOf(phrases(
		"do you", "do u", "do the", "do kids", "do children", "do dogs", "do students", "do i", "do we", "do all", "do any", "does the", "does your", "does a", "does an", "does every", "does it matter",
		"is the", "is your", "is breakfast", "is there a", "is there an", "is it possible to", "is it true", "is it ok to", "is it okay to", "is it safe to", "is it allowed", "are the", "are your", "are dogs", "are kids", "are children", "are pets", "are there any", "are tickets",
		"can i", "can we", "can kids", "can children", "can dogs", "can a", "can an", "could i", "could we", "may i", "may we", "am i allowed", "are we allowed", "should i", "should we", "must i",
		"how long do", "how long does", "how long is", "how long are", "how long can", "how late", "how early", "how big", "how far", "how heavy", "how many", "how much", "how often", "how soon", "what time", "what day", "what days", "what size", "what age", "what happens if", "what's the", "what is the", "what are the", "which", "when do", "when does", "when can", "where do i", "where do we", "where can", "where should", "where's the nearest", "where is the nearest", "who do i"))
	// customary are words that sour a statement and ask in a question.
	customary = wordSet("how why when where can could would should please need until help except though unless wait")
	// insistent are words of a question that is a reproach, or of what goes on.
	insistent = wordSet("even still again yet ever already finally actually seriously anymore bother care people guys lot clowns any1 anybody anyone somebody someone human answer answers reply respond response explain complain complaint apologise apologize hear back sort today's tonight's happened honestly expect serious joking kidding outage outages mean stand meant supposed normally usually always without sold charged")
	// begging is none of what is so: it is wanted of us, or mocks.
	begging = openingsOf(phrases("do you think", "do you know how", "do you not", "do you realise", "do you realize", "do you want", "do you need", "do i look", "do i have to beg", "do i have to do your", "how many times", "how many more", "how much more", "how much longer", "in a private message", "my money", "our money", "dm you", "call me", "private message", "is there a person", "is there a point", "is there a problem", "is there an issue", "is there a fault", "is the problem", "is the issue"))
	// supposing stand before what is no more than supposed.
	supposing = wordSet("a an any if when against")
)
