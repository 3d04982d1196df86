package grievance

import (
	"strconv"
	"strings"
)

func fields(s string) []string { return strings.Fields(s) }

// duration reads "three hours", "over an hour", "2.5 hrs", "a couple of days".
func (p enParser) duration(i int) (string, int, bool) {
	lead := ""
	switch {
	case p.is(i, "over", "almost", "nearly", "about"):
		lead, i = p.word(i)+" ", i+1
	case p.is(i, "more") && p.is(i+1, "than"):
		lead, i = "more than ", i+2
	}
	number, j, ok := p.quantity(i)
	if !ok {
		return "", i, false
	}
	j = p.skip(j, "odd", "more", "full", "whole", "solid", "long", "straight", "business", "working", "plus")
	unit, ok := units[p.word(j)]
	if !ok {
		return "", i, false
	}
	if j+1 < len(p.toks) && p.is(j+1, "ago", "old", "left") {
		return "", i, false
	}
	if (number == "a" || number == "an") && i > 0 && (p.toks[i-1].kind == isAmount || isNumber(p.word(i-1)) || p.is(i-1, "quid", "pounds", "dollars", "bucks", "euro", "euros", "times", "once", "twice", "rand", "rupees")) {
		return "", i, false // "£38 a month"
	}
	if number == "a" && unit == "hour" {
		number = "an"
	}
	if number != "a" && number != "an" && number != "one" && number != "1" && number != "half an" {
		unit += "s"
	}
	if (number == "an" || number == "a") && p.is(j+1, "and") && p.is(j+2, "a") && p.is(j+3, "half") {
		return lead + number + " " + unit + " and a half", j + 4, true
	}
	return lead + numeral(number) + " " + unit, j + 1, true
}

func (p enParser) quantity(i int) (string, int, bool) {
	switch {
	case p.is(i, "a") && p.is(i+1, "couple"), p.is(i, "couple"):
		j := p.skip(i, "a", "couple", "of")
		return "a couple of", p.skip(j, "of"), true
	case p.is(i, "a") && p.is(i+1, "few"), p.is(i, "few"):
		return "a few", p.skip(i, "a", "few"), true
	case p.is(i, "half") && p.is(i+1, "an", "a"):
		return "half an", i + 2, true
	case p.is(i, "several"):
		return "several", i + 1, true
	}
	w := p.word(i)
	if tens[w] > 0 && digits[p.word(i+1)] > 0 {
		return strconv.Itoa(tens[w] + digits[p.word(i+1)]), i + 2, true
	}
	if digits[w] > 0 && tens[p.word(i-1)] > 0 {
		return "", i, false // "twenty [six] years"
	}
	if numberWords[w] || isShortNumber(w) {
		return w, i + 1, true
	}
	return "", i, false
}

// tens and digits make numbers of two words.
var (
	tens   = map[string]int{"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
	digits = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
)

// isShortNumber takes up to three digits, perhaps with one decimal: a length
// of time, never a number that names somebody.
func isShortNumber(w string) bool {
	whole, part, _ := strings.Cut(w, ".")
	return w != "" && len(whole) >= 1 && len(whole) <= 3 && len(part) <= 1 && strings.Trim(whole+part, "0123456789") == "" && whole[0] != '0'
}

var numberWords = set(`a an one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety`)

var units = map[string]string{
	"secs": "second", "seconds": "second", "min": "minute", "mins": "minute", "minute": "minute", "minutes": "minute", "hr": "hour", "hrs": "hour", "hour": "hour",
	"hours": "hour", "h": "hour", "day": "day", "days": "day", "week": "week", "weeks": "week", "wks": "week", "wk": "week",
	"month": "month", "months": "month", "year": "year", "years": "year", "yrs": "year",
}

// numeral spells numbers below ten, as prose does.
func numeral(n string) string {
	small := []string{"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}
	if len(n) == 1 && n[0] >= '1' && n[0] <= '9' {
		return small[n[0]-'0']
	}
	return n
}
