package responder

import (
	"slices"
	"strings"

	"goodgraces/responder/grievance"
)

// Things that a post names by the way: to be sorry about them would miss the point.

// nearby is a thing that an answer may name where no more was understood, "" where the
// post has told more than a thing could stand for, or names it as the place of something:
// "in my basket", "on the screen".
func (c *composer) nearby(thing string) string {
	if c.t.Language != "en" || thing == "" || c.g.Issue+c.g.Detail != "" {
		return thing
	}
	noun := thing[strings.LastIndexByte(thing, ' ')+1:]
	words := c.heard.plain()
	if relatives[noun] || atHand[noun] || storyWords(c.q.Mention.Text) > muchTold && strings.Count(thing, " ") < 2 && !opensWith(words, noun) || locative(words, noun) {
		return ""
	}
	return thing
}

// opensWith reports that a post names a thing in its first words: it tells of that.
func opensWith(words []string, noun string) bool {
	return slices.Contains(words[:min(len(words), firstWords)], noun)
}

// firstWords is how many words a post takes to say what it is about.
const firstWords = 7

// relatives are whom something was for, and not what it was about: "gear for my girls".
var relatives = wordSet("girls girl boys boy kids kid children child son sons daughter daughters baby toddler husband wife mum mom mother dad father parents grandma grandmother grandfather granddaughter grandson brother sister niece nephew uncle aunt friend friends boyfriend girlfriend partner family colleague boss neighbour neighbor")

// atHand are things that stand about in posts of any trouble.
var atHand = wordSet("service lamp key bed basket feed screen speaker envelope carriage music details suitcase room kitchen")

// locative reports a noun that stands but once in a post, and behind a preposition of
// place.
func locative(words []string, noun string) bool {
	if noun == "app" {
		return false // what is in an app is the app's
	}
	found := false
	for i, w := range words {
		if w != noun {
			continue
		}
		j := i - 1
		for j > 0 && (grievance.Owner(words[j]) || words[j] == "own") {
			j--
		}
		if found || j < 0 || !placing[words[j]] {
			return false
		}
		found = true
	}
	return found
}

var placing = wordSet("in on at over behind into inside onto through")

// indoors is the words of a post without the rooms that no hotel lets, "our sitting
// room", "no leg room", and without meals by which only a time is told: "before lunch".
func indoors(words []string) []string {
	var kept []string
	for i, w := range words {
		if (w == "room" || w == "rooms") && i > 0 && (homely[strings.TrimSuffix(words[i-1], "'s")] || roominess[words[i-1]]) {
			continue
		}
		if mealtimes[w] && (i > 0 && timing[words[i-1]] || i+1 < len(words) && pausing[words[i+1]]) {
			continue // "it's flat by lunch"
		}
		kept = append(kept, w)
	}
	return kept
}

var (
	mealtimes = wordSet("breakfast lunch dinner")
	timing    = wordSet("before by after until till since at")
	pausing   = wordSet("hour break time")
	// homely are words before a room that is no guest's.
	homely = wordSet("sitting living dining bed box spare front back utility baby kids kid child children son daughter girl boy play class waiting changing fitting meeting engine show staff rest break bath wash store mail post server chat escape emergency operating guest's next")
	// roominess are words before room to sit or stand: "no leg room", "not much room".
	roominess = wordSet("head leg no any more much enough")
)
