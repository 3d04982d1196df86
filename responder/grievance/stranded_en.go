package grievance

import "strings"

// stranded reports a clause that breaks off or stumbles: its last word wants more
// behind it ("you can't work out", "your box turns up in"), a word of it is said twice
// ("your order is being being held"), or another's thing is told with one of the
// author's ("another parcel with your name is being returned").
func stranded(issue string) bool {
	switch {
	case strings.HasPrefix(issue, "another ") && strings.Contains(issue, " with your "):
		return true
	case strings.Contains(issue, " having to the "), strings.HasPrefix(issue, "you were said "):
		return true // a verb was taken for a thing
	case strings.Contains(issue, " being ") && (strings.Contains(issue, " being being ") || strings.Count(issue, " is being ") > 1):
		return true
	}
	rest, last := cutLast(issue)
	_, before := cutLast(rest)
	switch {
	case wantsObject[before+" "+last]:
		return !strings.Contains(issue, " hard to ")
	case particles[last] || last == "over":
		return strings.HasSuffix(rest, " was gone") || particles[before] && last != "back" && before != "back" && !afterwards[before+" "+last]
	case governing[last]:
		return !strings.Contains(issue, " you ") && !passes(rest)
	}
	return false
}

// trimmedOff leaves out what hangs behind a whole clause: "one of our trucks cut you off
// [on]", "the music hasn't changed [lads]", "it isn't turning on [the morning]".
func trimmedOff(issue string) string {
	rest, last := cutLast(issue)
	_, before := cutLast(rest)
	switch {
	case afterwards[before+" "+last], greeted[last], last == "anyone" && singulars[before]:
		return rest
	case dayparts[last] && before == "the":
		clause, _ := cutLast(rest)
		verb, particle := cutLast(clause)
		if !prepositions[particle] || particles[particle] && strings.HasSuffix(verb, "ing") {
			return clause
		}
	}
	return issue
}

// greeted are they to whom a post is told.
var greeted = set("lads folks mate")

// afterwards end a verb and begin where it happened.
var afterwards = map[string]bool{"off on": true, "off in": true, "out on": true, "out in": true}

// cutLast is a clause without its last word, and that.
func cutLast(clause string) (rest, last string) {
	i := strings.LastIndexByte(clause, ' ')
	return clause[:max(i, 0)], clause[i+1:]
}

// passes reports a passive, of which the object stands first: "somebody was shouted at".
func passes(clause string) bool {
	for _, verb := range []string{" was ", " were ", " been ", " is ", " are ", " being ", " got ", " get "} {
		if strings.Contains(clause, verb) {
			return true
		}
	}
	return false
}

var (
	// governing are prepositions that are no part of a verb.
	governing = set("of for to with at from by about into than as onto without under against")
	// wantsObject are verbs that say nothing without what is behind them.
	wantsObject = map[string]bool{
		"work out": true, "works out": true, "worked out": true, "find out": true, "figure out": true, "turns out": true, "point out": true, "sort out": true, "carry out": true, "pick out": true, "hand out": true, "rule out": true, "try out": true,
		"look up": true, "make up": true, "bring up": true, "bring back": true, "put on": true, "take on": true, "get over": true, "go over": true, "drive over": true, "went over": true, "come across": true, "comes down": true, "dropped down": true, "suspended off": true,
		"get hold": true, "got hold": true, "getting hold": true, "get rid": true, "got rid": true, "keep track": true, "lose track": true, "lost track": true, "take care": true, "took care": true, "make sure": true, "make use": true,
	}
)
