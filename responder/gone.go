package responder

// asksAfter reports a question why something of ours is not there any more. What
// it was is praised, and nobody is pleased: "why is the soup gone, it was the best".
// It is read in English alone.
func asksAfter(q Request) bool {
	words := q.hears().plain()
	_, found := whys.first(words, func(row, at int) bool {
		after := near(words[at+1:], goneWithin)
		return (row > 0 || len(after) > 0 && inquires[after[0]]) && !toldWhy(words[:at]) && isGone(after)
	})
	return found
}

// isGone reports that the words come to what is gone before they come to
// anybody's own affairs: "why did I ever go anywhere else, no more of that".
func isGone(words []string) bool {
	_, gone := withdrawn.first(words, func(_, at int) bool { return !anyOf(words[:at], kept) })
	return gone
}

// goneWithin is within how many words of a why it is said what is gone.
const goneWithin = 12

var (
	// whys ask; the first only where one of inquires follows: not "why bother".
	whys     = openingsOf(phrases("why"), phrases("how come"))
	inquires = wordSet("is isn't are aren't was were do don't dont does doesn't doesnt did didn't didnt have haven't havent has hasn't hasnt can't cant would no you they")

	withdrawn = openingsOf(phrases(
		"gone", "any more", "anymore", "no more", "no longer", "discontinued", "discontinue", "discontinuing", "get rid of", "got rid of", "getting rid of",
		"did you take away", "took away", "taken away", "taking away", "off the menu", "off your menu", "did you stop", "you stopped", "did they stop", "they stopped",
	))
	// kept are words by which what is gone is the author's, or was so good that it is
	// eaten up.
	kept = wordSet("i i'm im i've i'd i'll we we're we've me my mine our people anyone anybody everyone nobody else anywhere elsewhere so because but already best")
)
