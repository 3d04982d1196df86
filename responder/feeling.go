package responder

import (
	"slices"
	"strings"
	"unicode"
)

// A feeling that a post names.
const (
	worried = iota + 1
	disappointed
	weary // it has gone on too long, or happened too often
	sad
	confused
)

// feelings are what people say of themselves, by language: whole words, a
// beginning with a star, or words in a row.
var feelings = map[string][]struct {
	feeling int
	words   []phrase
}{
	"en": {
		{worried, phrases("worried", "worrying", "anxious", "nervous", "scared", "panicking", "freaking out")},
		{sad, phrases("heartbroken", "gutted", "devastated", "in tears", "crying", "heartbreaking", "so sad")},
		{weary, phrases("sick of", "tired of", "fed up", "had enough", "exhausted", "exhausting", "every single time", "over and over", "again and again")},
		{disappointed, phrases("disappointed", "disappointing", "disappointment", "let down", "expected better", "expected more", "bummed", "bummer", "such a shame")},
		{confused, phrases("confused", "confusing", "makes no sense", "baffled", "puzzled")},
	},
	"es": {
		{worried, phrases("preocupad*", "preocupante", "nervios*", "angustia*")},
		{sad, phrases("triste", "destrozad*", "llorando")},
		{weary, phrases("hart*", "cansad*", "agotad* de", "siempre lo mismo", "una y otra vez")},
		{disappointed, phrases("decepcionad*", "decepcion*", "decepción", "esperaba más", "esperaba mas")},
		{confused, phrases("confundid*", "no entiendo nada", "confus*")},
	},
	"de": {
		{worried, phrases("sorgen", "besorgt", "beunruhigt", "angst")},
		{sad, phrases("traurig", "den tränen", "heule")},
		{weary, phrases("habe es satt", "hab es satt", "genervt", "leid", "jedes mal", "immer wieder", "schon wieder")},
		{disappointed, phrases("enttäusch*", "mehr erwartet", "besseres erwartet")},
		{confused, phrases("verwirr*", "ratlos", "verstehe nicht")},
	},
}

// denials before a feeling take it back: "not worried".
var denials = []string{"not", "no", "never", "isn't", "wasn't", "don't", "nicht", "kein", "keine", "sin"}

// felt returns the feeling that a post names, 0 when it names none.
func felt(language, post string) int {
	post = post[:min(len(post), maxFelt)]
	words := strings.FieldsFunc(strings.ToLower(post), func(r rune) bool {
		return !unicode.IsLetter(r) && r != '\'' && r != '’'
	})
	for _, f := range feelings[language] {
		for _, phrase := range f.words {
			if says(words, phrase) {
				return f.feeling
			}
		}
	}
	return drawn(post)
}

// faces are the feelings that people draw rather than write.
var faces = []struct {
	feeling int
	drawn   string
}{
	{sad, "😭😢💔"},
	{disappointed, "😞😔🙁😪😕"},
	{worried, "😰😟"},
}

// drawn returns the feeling of the first face in a post, 0 for none.
func drawn(post string) int {
	for _, r := range post {
		for _, f := range faces {
			if r > unicode.MaxLatin1 && strings.ContainsRune(f.drawn, r) {
				return f.feeling
			}
		}
	}
	return 0
}

// maxFelt bounds how much of a post is read, in bytes.
const maxFelt = 4 << 10

// says finds words in a row that are not denied by one of the two before them.
func says(words []string, phrase phrase) bool {
	for i := range words {
		if i+len(phrase) > len(words) || !isWord(words[i], phrase[0]) || !slices.EqualFunc(words[i:i+len(phrase)], phrase, isWord) {
			continue
		}
		if before := words[max(0, i-2):i]; !slices.ContainsFunc(before, func(w string) bool { return slices.Contains(denials, w) }) {
			return true
		}
	}
	return false
}

func isWord(word, pattern string) bool {
	if word[0] != pattern[0] {
		return false
	}
	stem, open := strings.CutSuffix(pattern, "*")
	return word == pattern || open && strings.HasPrefix(word, stem)
}
