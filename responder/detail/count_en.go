package detail

import (
	"strings"

	"goodgraces/responder/grievance"
)

// countAt reads a number from two to twenty: "three" for "3".
func (r reader) countAt(i int) string {
	w := r.Word(i)
	switch {
	case countWords[w]:
		return w
	case len(w) == 1 && w[0] >= '2' && w[0] <= '9':
		return grievance.Numeral(w)
	case len(w) == 2 && (w[0] == '1' || w == "20") && strings.Trim(w, "0123456789") == "":
		return w
	}
	return ""
}

// counted: "three engineers", "told you 3 times", "31 miles".
func (r reader) counted(i int) Detail {
	if d := r.far(i); d.What != "" || r.Thought(i) {
		return d
	}
	n := r.countAt(i)
	if n == "" {
		return Detail{}
	}
	if d := r.uses(i, n); d.What != "" {
		return d
	}
	if r.Is(i+1, "times") {
		return r.times(i, n, i+2)
	}
	return r.engaged(i, n)
}

// usings are what a thing is used for, one by one.
var usings = set("uses washes wears pages charges cups outings nights rides runs hikes sessions goes trips loads")

// uses: "the seam went after two washes".
func (r reader) uses(i int, n string) Detail {
	j := i + 1
	if !usings[r.Word(j)] || !(r.Is(i-1, "after", "only", "lasted", "within") || r.row(i-2, "less", "than")) || !r.near(i, 12, holed) && !r.near(i, 9, broken) && !r.near(i, 9, list("low empty shrunk faded went")) {
		return Detail{}
	}
	return Detail{Kind: Soon, What: n + " " + r.Word(j)}
}

// brandNew: "brand new, and it won't charge", "cracked in the box".
func (r reader) brandNew(i int) Detail {
	fresh := r.Is(i, "brand") && r.Is(i+1, "new") || r.Is(i, "out", "straight") && (r.row(i+1, "of", "the", "box") || r.row(i+1, "out", "of", "the"))
	if !fresh || !r.near(i, 9, holed) && !r.near(i, 7, broken) || r.Thought(i) {
		return Detail{}
	}
	return Detail{Kind: New, What: "brand new"}
}

// twice: "I've told you twice".
func (r reader) twice(i int) Detail {
	if r.Thought(i) {
		return Detail{}
	}
	return r.times(i, "twice", i+1)
}

// by are the words for what the author did so often, as a phrase of its own.
var by = map[string]string{
	"called": "calls", "rang": "calls", "phoned": "calls", "emailed": "emails", "messaged": "messages", "dmed": "messages", "contacted": "messages", "written": "messages", "wrote": "messages", "tweeted": "messages",
	"fixed": "repairs", "fix": "repairs", "repaired": "repairs", "told": "asking", "asked": "asking", "reported": "asking", "complained": "asking", "requested": "asking", "unsubscribed": "asking",
}

// befell are what happened to them so often.
var befell = set("charged cancelled rescheduled failed happened lost delayed crashed refused hung declined rejected broken wrong moved postponed disconnected missed stopped")

// times tells how often a deed was done, at i where the number stands.
func (r reader) times(i int, n string, next int) Detail {
	if r.Is(next, "more", "as", "the", "a", "faster", "worse", "better", "slower", "per", "bigger", "higher", "daily", "weekly", "what") {
		return Detail{}
	}
	often := n + " times"
	if n == "twice" {
		n, often = "two", n
	}
	for j := i - 1; j >= max(0, i-6) && !r.Ends(j); j-- {
		w := r.Word(j)
		switch what := by[w]; {
		case (what != "" || befell[w]) && r.Is(j-1, "not", "never", "won't", "don't", "didn't"):
			return Detail{}
		case what == "asking" && (w != "told" && w != "asked" || r.Is(j-1, "i", "i've", "have", "we", "we've")):
			return Detail{Kind: Effort, What: "asking " + often}
		case what == "repairs":
			if r.near(i, 8, negations) || r.near(i, 8, list("still")) {
				return Detail{Kind: Effort, What: n + " repairs"}
			}
		case what != "" && what != "asking" && r.Is(j-1, "i", "i've", "have", "we", "we've", "and", "just"):
			return Detail{Kind: Effort, What: n + " " + what}
		case befell[w] && !r.Is(j+1, "my", "me") || w == "charged":
			return Detail{Kind: Often, What: often, Deed: w}
		}
	}
	return Detail{}
}

// engagedOf are those who were set to it or what was tried.
var engagedOf = set(`engineers technicians agents advisers advisors managers drivers departments people reps representatives
	calls emails messages visits appointments chats tickets attempts tries letters complaints replacements phone`)

// engagedBy are the words before them.
var engagedBy = set("had seen spoken spoke talked talking through after sent made missed took taken opened raised passed transferred another dealt")

// engaged: "three different engineers and still no heating".
func (r reader) engaged(i int, n string) Detail {
	j := r.Skip(i+1, "different", "separate", "missed", "failed", "support", "service", "customer")
	noun := r.Word(j)
	if noun == "phone" && r.Is(j+1, "calls") {
		j, noun = j+1, "calls"
	}
	if !engagedOf[noun] || r.Is(j-1, "missed") || noun == "people" && !r.Is(j-1, "different") || r.before(i, engagedBy) < 0 {
		return Detail{}
	}
	if !r.near(j, 8, list("still no not never nothing nobody can't isn't hasn't haven't doesn't later unresolved same")) || r.before(i, list("only")) >= 0 {
		return Detail{}
	}
	if r.Is(i+1, "different") {
		noun = "different " + noun
	}
	return Detail{Kind: Effort, What: n + " " + strings.NewReplacer("reps", "agents", "representatives", "agents").Replace(noun)}
}

// far: "the nearest is 31 miles".
func (r reader) far(i int) Detail {
	n := r.Word(i)
	unit := lengths[r.Word(i+1)]
	if unit == "" || len(n) > 3 || strings.Trim(n, "0123456789") != "" || n < "2" && len(n) == 1 {
		return Detail{}
	}
	if r.Is(i+2, "per", "an", "on", "range") || !r.near(i, 6, list("nearest away drive drove driving driven walk walked travel travelled trip round closest")) {
		return Detail{}
	}
	what := grievance.Numeral(n) + "-" + strings.TrimSuffix(unit, "s") + " trip"
	if strings.HasPrefix(what, "8") || strings.HasPrefix(what, "eight") || strings.HasPrefix(what, "11-") || strings.HasPrefix(what, "18-") {
		return Detail{Kind: Far, What: "an " + what}
	}
	return Detail{Kind: Far, What: "a " + what}
}

var ordinals = map[string]string{
	"second": "second", "2nd": "second", "third": "third", "3rd": "third", "fourth": "fourth", "4th": "fourth", "fifth": "fifth", "5th": "fifth", "sixth": "sixth", "6th": "sixth",
}

// ordinal: "the third time", "a second day in a row", where something is wrong.
func (r reader) ordinal(i int) Detail {
	if r.Is(i+1, "day", "week", "month") && (r.row(i+2, "in", "a", "row") || r.Is(i+2, "running") || r.Is(i+2, "no") || r.row(i+2, "with", "no") || r.Is(i+2, "without")) {
		return Detail{Kind: Often, What: "a " + ordinals[r.Word(i)] + " " + r.Word(i+1)}
	}
	if !r.Is(i+1, "time") || r.Is(i+2, "ordering", "buying", "visiting", "lucky", "around", "using", "here") || !r.near(i, 12, faults) || r.Thought(i) {
		return Detail{}
	}
	return Detail{Kind: Often, What: "a " + ordinals[r.Word(i)] + " time"}
}

// everyTime: "crashes every single time".
func (r reader) everyTime(i int) Detail {
	j := r.Skip(i+1, "single", "damn", "bloody")
	for r.Ends(j) && j < i+5 {
		j++ // "every. single. time."
		j = r.Skip(j, "single")
	}
	if !r.Is(j, "time") || j == i+1 && !r.Ends(j+1) || !r.near(i, 10, faults) {
		return Detail{}
	}
	return Detail{Kind: Often, What: "every single time"}
}

// again: "app broken. again."
func (r reader) again(i int) Detail {
	switch {
	case r.Ends(i-1) && i > 0 && r.Ends(i+1), r.Is(i-1, "yet", "once"), r.Ends(i+1) && r.before(i, happened) >= 0:
	default:
		return Detail{}
	}
	if !r.near(i, 8, faults) || r.before(i, list("never not don't won't try trying if able will would until back")) >= 0 && !r.Ends(i-1) || r.Thought(i) {
		return Detail{}
	}
	return Detail{Kind: Often, What: "again"}
}

// happened are faults that come again at the end of a clause.
var happened = set("down out late delayed cancelled broken missing wrong crashed crashing failed stuck lost charged refused offline cold slow ignored")

// gave: "took a day off work", "waited in all day".
func (r reader) gave(i int) Detail {
	switch j := r.Skip(i+1, "the", "a", "my", "in", "at", "home", "whole", "entire", "another"); {
	case r.Is(i, "took", "taken", "taking", "booked") && r.Is(j, "day", "morning", "afternoon") && r.Is(j+1, "off"):
		return Detail{Kind: Gave, What: "a " + r.Word(j) + " off"}
	case r.Is(i, "waited", "stayed", "waiting", "sat") && r.Is(i+1, "in", "at", "home") && r.Is(j, "all") && r.Is(j+1, "day", "morning", "afternoon", "evening"):
		return Detail{Kind: Gave, What: "a whole " + r.Word(j+1)}
	case r.Is(i, "wasted", "wasting") && r.Is(j, "day", "morning", "afternoon", "evening", "weekend", "saturday", "sunday"):
		return Detail{Kind: Gave, What: "a whole " + strings.NewReplacer("saturday", "Saturday", "sunday", "Sunday").Replace(r.Word(j))}
	}
	return Detail{}
}

// lengths are units of a way, as they are told.
var lengths = map[string]string{"miles": "miles", "mile": "miles", "km": "kilometres", "kilometres": "kilometres", "kilometers": "kilometres"}
