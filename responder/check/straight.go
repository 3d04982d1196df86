package check

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Straighten writes a text as plainly as it can be without changing what it
// says: digits of any script as 0 to 9, letters that look Latin as Latin, odd
// spaces and dashes as plain ones, and nothing that cannot be seen. Numbers and
// addresses are looked for in that.
func Straighten(s string) string {
	if isASCII(s) {
		return s
	}
	return strings.Map(straight, norm.NFKC.String(s))
}

// straight is the plain look-alike of a rune in a text normalised to NFKC; -1
// of one that cannot be seen.
func straight(r rune) rune {
	switch {
	case r < 0x80:
		return r
	case unicode.Is(unicode.Nd, r):
		return '0' + digitValue(r)
	case unicode.Is(unicode.Cf, r), unicode.Is(unicode.Mn, r):
		return -1
	case unicode.Is(unicode.Zs, r):
		return ' '
	case unicode.Is(unicode.Pd, r), r == '\u2212': // the minus sign is no dash
		return '-'
	case r == '·', r == '•', r == '∙', r == '。':
		return '.'
	}
	return latin(r)
}

// digitValue is what a decimal digit of any script counts: Unicode has each ten
// in a row, from nought to nine.
func digitValue(r rune) rune {
	for _, digits := range unicode.Nd.R16 {
		if rune(digits.Lo) <= r && r <= rune(digits.Hi) {
			return (r - rune(digits.Lo)) % 10
		}
	}
	for _, digits := range unicode.Nd.R32 {
		if rune(digits.Lo) <= r && r <= rune(digits.Hi) {
			return (r - rune(digits.Lo)) % 10
		}
	}
	return 0
}

// latin is the Latin letter that a Cyrillic or Greek one looks like (Unicode
// TR 39, confusables), itself for all others.
func latin(r rune) rune {
	if l, known := lookalikes[r]; known {
		return l
	}
	return r
}

var lookalikes = pairs(
	"аАВсСеЕНіІјЈКМоОрРѕЅТхХуУԁԛԚԝԜһҺ", "aABcCeEHiIjJKMoOpPsSTxXyYdqQwWhH",
	"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχϲϹ", "ABEZHIKMNOPTYXaikvoptuxcC",
)

// pairs maps each rune of every first text to the one in its place in the next.
func pairs(texts ...string) map[rune]rune {
	m := map[rune]rune{}
	for i := 0; i < len(texts); i += 2 {
		to := []rune(texts[i+1])
		for j, r := range []rune(texts[i]) {
			m[r] = to[j]
		}
	}
	return m
}
