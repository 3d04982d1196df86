package grievance

// clock reads a time of day as it is spoken behind a preposition: "at quarter past 2",
// "until half ten".
func (p enParser) clock(i, j int) (string, int, bool) {
	if !p.is(i, "at", "by", "until", "till", "from", "before", "after", "since", "around") {
		return "", i, false
	}
	prep := p.word(i)
	if prep == "till" {
		prep = "until"
	}
	article := ""
	if p.is(j, "a") && p.is(j+1, "quarter") {
		article, j = "a ", j+1
	}
	switch {
	case p.is(j, "quarter", "half", "ten", "twenty", "five", "10", "20", "5", "25") && p.is(j+1, "past", "to") && p.isHour(j+2) && !(prep == "from" && p.is(j+1, "to") && !p.is(j, "quarter")):
		return prep + " " + article + p.word(j) + " " + p.word(j+1) + " " + p.word(j+2), p.skip(j+3, "am", "pm"), true
	case p.is(j, "half") && p.isHour(j+1):
		return prep + " half " + p.word(j+1), p.skip(j+2, "am", "pm"), true
	}
	return "", i, false
}

// isHour reports a number at i that a clock shows, and not so many of something.
func (p enParser) isHour(i int) bool {
	if !hours[p.word(i)] || p.toks[i].percent || units[p.word(i+1)] != "" || currencies[p.word(i+1)] || p.is(i+1, "pence", "percent") {
		return false
	}
	return p.nominal(i+1) != isNoun || weekdays[p.word(i+1)]
}

var hours = set("one two three four five six seven eight nine ten eleven twelve 1 2 3 4 5 6 7 8 9 10 11 12")
