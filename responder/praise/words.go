package praise

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// maxRead is how much of a post is read, in bytes: people say what pleased them
// early.
const maxRead = 1 << 10

// word is a word of a post in lower case, "#" for a number.
type word struct {
	text   string
	number string // as it is said: "three", "312"
}

// wordsOf cuts a post, which is hostile text. Handles and addresses are no
// words; a hashtag is those that its capitals show; a picture is one.
func wordsOf(language, post string) []word {
	if len(post) > maxRead {
		post = strings.ToValidUTF8(post[:maxRead], "")
	}
	var all []word
	for field := range strings.FieldsSeq(strings.ReplaceAll(post, "’", "'")) {
		if strings.HasPrefix(strings.TrimLeft(field, ".("), "@") || strings.Contains(field, "://") {
			continue
		}
		if strings.HasPrefix(field, "#") {
			field = spread(field)
		}
		for _, part := range cut(field) {
			all = append(all, spoken(language, strings.ToLower(part)))
		}
	}
	return all
}

// spread puts a space before each capital behind a small letter.
func spread(tag string) string {
	var b strings.Builder
	before := ' '
	for _, r := range tag {
		if unicode.IsUpper(r) && unicode.IsLower(before) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}

// kinds of runes, of which like ones stand together in a word.
const (
	isOther = iota
	isLetter
	isDigit
	isSymbol
)

func kindOf(r rune) int {
	switch {
	case unicode.IsLetter(r), r == '\'':
		return isLetter
	case unicode.IsDigit(r):
		return isDigit
	case unicode.Is(unicode.So, r):
		return isSymbol
	}
	return isOther
}

// cut cuts a field where letters, digits, pictures and other signs meet.
func cut(field string) []string {
	field = strings.ReplaceAll(field, ",000", "000")
	var parts []string
	start, before := 0, isOther
	for i, r := range field {
		kind := kindOf(r)
		if kind != before || kind == isSymbol {
			if before != isOther {
				parts = append(parts, field[start:i])
			}
			start, before = i, kind
		}
	}
	if before != isOther {
		parts = append(parts, field[start:])
	}
	return parts
}

// numbers are those that are said in words, by language, from two.
var numbers = map[string][]string{
	"en": {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"},
	"es": {"dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"},
	"de": {"zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"},
}

// spoken is a part as a word; a number of more than four digits is none.
func spoken(language, part string) word {
	if slices.Contains(numbers[language], part) {
		return word{"#", part}
	}
	if strings.Trim(part, "0123456789") != "" || part == "1" || part[0] == '0' || len(part) > 4 {
		return word{text: part}
	}
	if n, _ := strconv.Atoi(part); n-2 < len(numbers[language]) {
		return word{"#", numbers[language][n-2]}
	}
	if len(part) == 4 && language == "en" {
		part = part[:1] + "," + part[1:]
	}
	return word{"#", part}
}
