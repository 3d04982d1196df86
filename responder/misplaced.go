package responder

import (
	"slices"
	"strings"
)

// Where a technical question would be out of place.

// awaited is said of a code or a text that has not come: nothing shows at any door.
var awaited = openingsOf(phrases("hasn't come", "haven't come", "hasn't arrived", "never came", "never arrived", "come through", "not received"))

// ofOwn are questions about what people have before them and may switch off.
var ofOwn = wordSet("restart always internet network mobile computer phone headphones printer game")

// away reports what fails where its author is a guest: on board, at a hotel, at a machine
// for all. Nobody there restarts it, or sees a router.
func (c *composer) away() bool {
	return c.ofMachine() || asGuest(c.g.Issue, c.heard)
}

func asGuest(issue string, of *heard) bool {
	return strings.Contains(issue, " on board") || tripOf[tradeOf(of.post)] || anyOf(of.words(), travelling)
}

var (
	tripOf     = map[string]bool{"flight": true, "train": true, "bus": true, "hotel": true}
	travelling = wordSet("hotel train plane flight airport onboard carriage seatbelt cabin ferry aircraft")
)

// noFault reports an issue in which a machine's word stands, though none fails: what we
// said or made them do, what there is, what fits or not.
func (c *composer) noFault() bool {
	issue := c.g.Issue
	if slices.ContainsFunc(unmechanical, func(begins string) bool { return strings.HasPrefix(issue, begins) }) {
		return true
	}
	words := asked(issue)
	for i, w := range words {
		if w == "fit" || w == "fits" || w == "confusing" || misnamed(words, i) {
			return true
		}
	}
	return false
}

// unmechanical are beginnings of such issues.
var unmechanical = []string{"you were told ", "you were said ", "you had to ", "you've had to ", "you have to ", "there are ", "there was no phone", "there was no password", "there was no printer", "there was no number", "the site only ", "the app only ", "cheating "}

// ofMachines is the words of a text without those that in it are no machine's: "the
// windows" of a coach, "a phone number", what somebody wants "to watch", "a pricing error".
func ofMachines(words []string) []string {
	return slices.Collect(func(yield func(string) bool) {
		for i, w := range words {
			if !misnamed(words, i) && !yield(w) {
				return
			}
		}
	})
}

func misnamed(words []string, i int) bool {
	before, next := "", ""
	if i > 0 {
		before = words[i-1]
	}
	if i+1 < len(words) {
		next = words[i+1]
	}
	switch words[i] {
	case "windows":
		return ofGlass[before]
	case "laptop", "computer", "pc", "phone", "tablet", "ipad":
		if i > 1 && words[i-2] == "on" && owned[before] {
			return true // it is where, and not what, that fails
		}
		return words[i] == "phone" && (ofCalls[next] || before == "by")
	case "watch":
		return before != "" && !owned[before]
	case "camera", "cameras":
		return witnessing[next]
	case "error", "errors":
		return before == "pricing" || before == "human" || before == "in" || before == "your"
	case "freezing", "frozen", "freeze":
		return anyOf(words, servedHot)
	}
	return false
}

var (
	ofGlass    = wordSet("the my our your no all coach train car")
	ofCalls    = wordSet("number numbers call calls line lines menu extension queue rings ringing rang staff person people bill")
	owned      = wordSet("my your our his her the a smart new apple galaxy this")
	witnessing = wordSet("covers covered cover caught shows showed show saw recorded has footage")
	servedHot  = wordSet("chips fries food burger pizza meal coffee soup chicken breakfast dinner lunch")
)
