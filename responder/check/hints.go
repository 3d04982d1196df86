package check

import (
	"slices"
	"strings"
	"unicode"
)

// hints are what a text must hold for personal data of a shape to stand in it:
// to look for an expression costs a hundred times as much as this one look.
type hints struct {
	number   bool // seven or more in a row of what numbers are written with
	letters  bool // two letters and two digits in a row: an IBAN, a number plate
	postcode bool // a letter before a digit, and a digit before two letters
	digits   int
}

// hintsOf looks at a text as Straighten leaves it: its digits are ASCII.
func hintsOf(s string) (h hints) {
	var behind, before bool // of a postcode
	run := 0
	for i := range len(s) {
		if run++; !inNumber(s[i]) {
			run = 0
		}
		if !isDigit(s[i]) {
			continue
		}
		h.digits++
		h.number = h.number || run >= 7
		h.letters = h.letters || i >= 3 && isDigit(s[i-1]) && isLetter(s[i-2]) && isLetter(s[i-3])
		behind = behind || i >= 1 && isLetter(s[i-1])
		before = before || i+2 < len(s) && isLetter(s[i+1]) && isLetter(s[i+2])
	}
	h.postcode = behind && before
	return h
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func inNumber(c byte) bool {
	return isDigit(c) || c == ' ' || c >= '(' && c <= ')' || c >= '-' && c <= '/'
}

// The words of addresses, as alternatives of an expression.
const (
	streets       = "street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|close|way|place|terrace|boulevard|blvd|row|hill|gardens|grove|square|crescent|mews|walk|rise|parade|quay|wharf|yard|broadway|circle|trail|highway|crossing"
	germanEndings = `straße|strasse|str\.|weg|gasse|platz|allee`
	spanishWays   = `calle|avenida|avda\.?|plaza|paseo`
)

var (
	addressWords   = choices(streets + "|" + spanishWays)
	addressEndings = choices(germanEndings)
)

func choices(of string) []string {
	return strings.Split(strings.NewReplacer(`\.`, "", "?", "").Replace(of), "|")
}

// mayAddress reports a word that stands in addresses.
func mayAddress(s string) bool {
	for word := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if slices.Contains(addressWords, word) || slices.ContainsFunc(addressEndings, func(end string) bool { return strings.HasSuffix(word, end) }) {
			return true
		}
	}
	return false
}

// maySpell reports a word by which an address is hidden from machines.
func maySpell(s string) bool {
	return holdsFold(s, "dot") || holdsFold(s, "punkt") || holdsFold(s, "punto") ||
		strings.ContainsAny(s, "([{") && (holdsFold(s, "at") || holdsFold(s, "arroba"))
}

// holdsFold is strings.Contains without regard to the case of ASCII letters;
// part is in lower case.
func holdsFold(s, part string) bool {
	for i := 0; i+len(part) <= len(s); i++ {
		if s[i]|0x20 == part[0] && strings.EqualFold(s[i:i+len(part)], part) {
			return true
		}
	}
	return false
}
