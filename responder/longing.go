package responder

import "goodgraces/care"

// longs reports a post that was taken for praise and only would love to have
// something: "would love a branch in Derby". It is answered as a wish; whoever
// thanks, or would love to do something, praises.
func longs(q Request) bool {
	if q.Verdict.Action != care.ActThank || language(q) != "en" {
		return false
	}
	words := q.hears().plain()
	if hasAny(words, thanking) || avows(q) || gratitude.standIn(words) {
		return false
	}
	for i := range words {
		if n := longings.at(words, i); n > 0 && !(i+n < len(words) && words[i+n] == "to" && !(i+n+1 < len(words) && wishedFor[words[i+n+1]])) {
			return true
		}
	}
	return false
}

var (
	longings  = openingsOf(phrases("would love", "wud love", "would luv", "i'd love", "id love", "we'd love", "would kill for", "pretty please", "for the love of god", "please make", "please add", "please bring", "please release", "please stock", "please sell", "wish you did", "wish you sold", "wish you had", "wish you'd", "are you ever bringing", "are you ever making", "take my money"))
	wishedFor = wordSet("see have get buy try win adopt watch")
)
