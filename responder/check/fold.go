package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"goodgraces/responder/length"
)

// Tokens that stand for a kind of thing.
const (
	tokenLink    = "#link"
	tokenEmail   = "#email"
	tokenMoney   = "#money"
	tokenPercent = "#percent"
	tokenNumber  = "#number"
)

// token is a folded word and the sentence it stands in.
type token struct {
	word     string
	sentence int
	known    *entry // what the rules know of the word, many tokens the same
	sieve    uint64 // one bit, for element.sieve
	place           // of what was written for it: "I'm" for both "i" and "am"
	quoted   bool
	asked    bool // stands in a question
	hails    bool // is a handle or a greeting
	paused   bool // stands after a comma, a colon, a dash
}

// quotes are the marks that begin or end a quotation, in any language.
const quotes = "\"“”„«»"

// text is a text as words: lower case, without accents, contractions taken
// apart ("we're" is "we are"), so that a rule says each thing once.
type text struct {
	raw      string // as written, clipped
	tokens   []token
	makesUp  func() bool // apologises and acts: see phrases; nil for never
	question bool        // has a question mark
	queries  bool        // its first sentence ends in one
	begins   bitset      // what any of the tokens begins
	groups   bitset      // of words, that any of the tokens is in
	ends     int         // the sentence in which it ends
	open     bool        // within a quotation, while reading; one that never ends is none
	pause    bool        // after a comma, while reading
}

func (t text) has(s *phrases) bool {
	_, to := s.first(&t)
	return to > 0
}

func (t text) hasUnless(s, except *phrases) bool {
	_, to := s.firstUnless(&t, except)
	return to > 0
}

func (t text) hasAny(sets ...*phrases) bool { return slices.ContainsFunc(sets, t.has) }

// readText reads a text for the rules.
func readText(s string) text {
	t := readWords(s)
	starts := starts()
	t.begins, t.groups = starts.nothing()
	for i := range t.tokens {
		token := &t.tokens[i]
		starts.know(token, t.groups)
		t.begins.join(token.known.begins)
	}
	return t
}

func (t *text) hasGroups(needs *[needed]uint16) bool {
	for _, id := range needs {
		if !t.groups.has(id) {
			return false
		}
	}
	return true
}

// readWords reads a text for its words alone: no phrase is found in it.
func readWords(s string) text {
	s = clip(s)
	t := text{raw: s, tokens: make([]token, 0, len(s)/4), question: strings.Contains(s, "?") || strings.Contains(s, "¿")}
	sentence := 0
	for _, piece := range splitLinks(s) {
		if piece.link {
			t.addTokens(piece.place, sentence, tokenLink)
			continue
		}
		sentence = t.addWords(foldAt(s, piece.place), sentence)
	}
	t.ends = sentence
	t.unquoteMost()
	return t
}

// unquoteMost takes the marks for decoration where most of a text is quoted:
// whoever puts it all into quotes says it all the same.
func (t *text) unquoteMost() {
	quoted := 0
	for i := range t.tokens {
		if t.tokens[i].quoted {
			quoted++
		}
	}
	if 2*quoted <= len(t.tokens) && !t.open {
		return
	}
	for i := range t.tokens {
		t.tokens[i].quoted = false
	}
}

// says reports whether a word stands in the text.
func (t text) says(word string) bool {
	return slices.ContainsFunc(t.tokens, func(t token) bool { return t.word == word })
}

func wordSet(s string) map[string]bool {
	words := map[string]bool{}
	for _, token := range readWords(s).tokens {
		words[token.word] = true
	}
	return words
}

// clip cuts a text to MaxText at a rune and makes it valid.
func clip(s string) string {
	if len(s) > MaxText {
		cut := MaxText
		for cut > 0 && !utf8.RuneStart(s[cut]) {
			cut--
		}
		s = s[:cut]
	}
	return strings.ToValidUTF8(s, " ")
}

type piece struct {
	place
	link bool
}

func splitLinks(s string) []piece {
	var pieces []piece
	at := 0
	for _, l := range length.Links(s) {
		pieces = append(pieces, piece{place: placeOf(at, l.Start)}, piece{place: placeOf(l.Start, l.End), link: true})
		at = l.End
	}
	return append(pieces, piece{place: placeOf(at, len(s))})
}

// fold lowers the case, takes off accents and straightens quotes.
func fold(s string) string {
	if isASCII(s) {
		return foldASCII(s)
	}
	folded := make([]byte, 0, len(s))
	for _, r := range norm.NFKD.String(s) {
		folded = appendFolded(folded, r)
	}
	return string(folded)
}

func foldASCII(s string) string { return strings.ReplaceAll(strings.ToLower(s), "`", "'") }

// appendFolded adds a rune of a text normalised to NFKD, folded.
func appendFolded(folded []byte, r rune) []byte {
	switch {
	case unicode.Is(unicode.Mn, r), r == '\u00ad', r == '\u200b':
		return folded
	case r == '\u200c', r == '\u200d', r == '\u2060', r == '\ufeff':
		return folded
	case r == '’', r == '‘', r == '`', r == 'ʼ':
		return append(folded, '\'')
	case r == 'ß', r == 'ẞ':
		return append(folded, "ss"...)
	}
	return utf8.AppendRune(folded, unicode.ToLower(latin(r)))
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// addWords adds the words of folded text and returns the sentence it ends in.
func (t *text) addWords(f folded, sentence int) int {
	s, start := f.text, -1
	for i, r := range s {
		if isWordRune(r) || start >= 0 && (r == '\'' || r == '*' && masks(s[i+1:])) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			t.addWord(f, start, i, sentence)
			start = -1
		}
		switch r {
		case '?':
			t.ask(sentence)
			sentence++
		case '.', '!', '\n', ';', '…':
			if !withinNumber(s, i) {
				sentence++
			}
		case '"', '“', '”', '„', '«', '»':
			t.open = !t.open
		case ',', ':', '(', ')', '–', '—':
			t.pause = true
		}
	}
	if start >= 0 {
		t.addWord(f, start, len(s), sentence)
	}
	return sentence
}

// ask marks the words of the last sentence as asked.
func (t *text) ask(sentence int) {
	t.queries = t.queries || sentence == 0
	for i := len(t.tokens) - 1; i >= 0 && t.tokens[i].sentence == sentence; i-- {
		t.tokens[i].asked = true
	}
}

// withinNumber reports a mark between two digits: "8.15".
func withinNumber(s string, i int) bool {
	return i > 0 && i+1 < len(s) && hasDigit(s[i-1:i]) && hasDigit(s[i+1:i+2])
}

// masks reports whether an asterisk before rest stands for a letter: "sh*t".
func masks(rest string) bool {
	return rest != "" && (rest[0] == '*' || rest[0] >= 'a' && rest[0] <= 'z')
}

func isWordRune(r rune) bool {
	return 'a' <= r && r <= 'z' || unicode.IsLetter(r) || unicode.IsDigit(r) || r == '$' || r == '£' || r == '€' || r == '%' || r == '@' || r == '#'
}

// addWord adds a word, taking a contraction apart and naming money and numbers.
func (t *text) addWord(f folded, from, to, sentence int) {
	word := strings.TrimRight(f.text[from:to], "'")
	at := f.written(from, from+len(word))
	if short, ok := contractions[word]; ok {
		t.addTokens(at, sentence, short...)
		return
	}
	switch base, tail, cut := strings.Cut(word, "'"); {
	case strings.IndexByte(word, '@') > 0:
		t.addTokens(at, sentence, tokenEmail)
	case hasDigit(word):
		t.addTokens(at, sentence, numberKind(word))
	case !cut:
		t.addTokens(at, sentence, word)
	case tail == "t" && strings.HasSuffix(base, "n"):
		t.addTokens(at, sentence, strings.TrimSuffix(base, "n"), "not")
	default:
		t.addTokens(at, sentence, base, endings[tail])
	}
}

func hasDigit(s string) bool {
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			return true
		}
	}
	return false
}

func (t *text) addTokens(at place, sentence int, words ...string) {
	for _, word := range words {
		if word != "" {
			t.tokens = append(t.tokens, token{word: word, sentence: sentence, place: at, quoted: t.open, paused: t.pause, hails: hails(word)})
			t.pause = false
		}
	}
}

func numberKind(word string) string {
	switch {
	case strings.ContainsAny(word, "$£€"), strings.HasSuffix(word, "usd"), strings.HasSuffix(word, "eur"):
		return tokenMoney
	case strings.HasSuffix(word, "%"):
		return tokenPercent
	}
	for _, r := range word {
		if !unicode.IsDigit(r) {
			return word
		}
	}
	return tokenNumber
}

var endings = map[string]string{
	"re": "are", "ve": "have", "ll": "will", "d": "would", "m": "am",
}

var contractions = map[string][]string{
	"can't": {"can", "not"}, "cant": {"can", "not"}, "cannot": {"can", "not"},
	"won't": {"will", "not"}, "wont": {"will", "not"}, "shan't": {"will", "not"},
	"dont": {"do", "not"}, "doesnt": {"does", "not"}, "didnt": {"did", "not"},
	"isnt": {"is", "not"}, "wasnt": {"was", "not"}, "arent": {"are", "not"}, "havent": {"have", "not"},
	"shouldnt": {"should", "not"}, "couldnt": {"could", "not"}, "wouldnt": {"would", "not"},
	"shouldve": {"should", "have"}, "should've": {"should", "have"},
	"im": {"i", "am"}, "ive": {"i", "have"}, "youre": {"you", "are"}, "youve": {"you", "have"},
	"weve": {"we", "have"}, "thats": {"that", "is"}, "whats": {"what", "is"}, "heres": {"here", "is"},
	"that's": {"that", "is"}, "it's": {"it", "is"}, "there's": {"there", "is"}, "what's": {"what", "is"},
	"here's": {"here", "is"}, "he's": {"he", "is"}, "she's": {"she", "is"}, "who's": {"who", "is"},
	"let's": {"let", "us"}, "gonna": {"going", "to"}, "u": {"you"}, "ur": {"your"}, "pls": {"please"}, "plz": {"please"},
	"dm'd": {"dm"}, "dms": {"dm"}, "dm's": {"dm"},
}
