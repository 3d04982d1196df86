package check

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// A person sees the words that they wrote, however the rules read them.
func TestQuote(t *testing.T) {
	tests := []struct{ name, reply, read, want string }{
		{"sum", "Sorry! Have a £20 voucher on us.", "have a #money voucher", "Have a £20 voucher"},
		{"pence", "So we'll give you $4.50.", "give you #money", "give you $4.50"},
		{"thousands, sum last", "Hier sind 1.250,50€ Gutschrift.", "#money gutschrift", "1.250,50€ Gutschrift"},
		{"per cent", "Take 12.5% off, please", "take #number #percent off", "Take 12.5% off"},
		{"one sign, two numbers", "It is ½ price", "is #number #number", "is ½"},
		{"capitals", "PLEASE Calm DOWN!!", "please calm down", "PLEASE Calm DOWN"},
		{"accents", "Ya: Cálmese, señora", "calmese senora", "Cálmese, señora"},
		{"combining marks", "Ya: Ca\u0301lmese\u0323\u0301, se\u0303nora", "calmese senora", "Ca\u0301lmese\u0323\u0301, se\u0303nora"},
		{"emoji between", "Calm 🙂 down 👍🏽 now", "calm down", "Calm 🙂 down"},
		{"emoji before", "👨‍👩‍👧 ❤️ Calm down", "calm down", "Calm down"},
		{"keycap", "press 1️⃣ first", "press #number", "press 1️⃣"},
		{"link", "See https://Shop.example/Help?q=1, please.", "see #link", "See https://Shop.example/Help?q=1"},
		{"address", "Write to Jo.B@Mail.example.", "#email", "Jo.B@Mail.example"},
		{"Spanish question", "Hola, ¿Puede enviarnos su Nº?", "hola puede enviarnos", "Hola, ¿Puede enviarnos"},
		{"sharp s", "Die GRÖẞTE Straße ist zu", "grosste strasse ist", "GRÖẞTE Straße ist"},
		{"behind letters that fold to more", "ßßß ﬁ İ Calm down", "calm down", "Calm down"},
		{"letters of another alphabet", "Саlm dоwn", "calm down", "Саlm dоwn"},
		{"contraction, first", "I’m sorry if it hurt", "am sorry if", "I’m sorry if"},
		{"contraction, last", "We CAN'T do that", "we can", "We CAN'T"},
		{"with a hyphen", "a follow-up call", "a follow", "a follow-up"},
		{"quotation marks within", `It's our "policy" now`, "our policy now", `our "policy" now`},
		{"soft hyphen", "our pol\u00adicy\u200b is", "our policy", "our pol\u00adicy"},
		{"not valid", "our\xff\xfepolicy is", "our policy", "our policy"},
		{"long", "Why did one of you not say so at ONCE, then", "why did one of you not say so at once", "Why did one of you not say so …"},
		{"long, the end in a contraction", "a b c d e f g can't", "a b c d e f g can not", "a b c d e f g can't"},
		{"much between few", "calm" + strings.Repeat(" 🙂", 40) + " down", "calm down", "calm" + strings.Repeat(" 🙂", 31) + " …"},
		{"one long word", strings.Repeat("é", 100), strings.Repeat("e", 100), strings.Repeat("é", 80) + " …"},
	}
	for _, tt := range tests {
		if got := quoteOf(readText(tt.reply), tt.read); got != tt.want {
			t.Errorf("%s: of %q quoted %q, want %q", tt.name, tt.reply, got, tt.want)
		}
		joined := new(Judge).join([]*Passage{Read("Ärgerlich, ½."), Read(tt.reply)}, new(room)).reply
		if got := quoteOf(joined, tt.read); got != tt.want {
			t.Errorf("%s: of a passage %q quoted %q, want %q", tt.name, tt.reply, got, tt.want)
		}
	}
}

// quoteOf quotes the tokens that are some words in a row, "" where none are.
func quoteOf(t text, words string) string {
	run := strings.Fields(words)
	for i := range t.tokens {
		if n := len(run); i+n <= len(t.tokens) && slices.EqualFunc(t.tokens[i:i+n], run, func(t token, word string) bool { return t.word == word }) {
			return t.quote(i, i+n)
		}
	}
	return ""
}

// What is quoted may be hostile.
func TestCite(t *testing.T) {
	for words, want := range map[string]string{
		`so "sorry" 👨‍👩‍👧`:           `"so "sorry" 👨‍👩‍👧"`,
		"sorry \u202eif\u00ad\x07\n": `"sorry \u202eif\u00ad\a\n"`,
	} {
		if got := cite(words); got != want {
			t.Errorf("%q is shown as %s, want %s", words, got, want)
		}
	}
}

func FuzzQuote(f *testing.F) {
	f.Add("Have a £20,50 voucher: ¿cálmese? Ca\u0301n't ﬁx ½ \xff Straße 👨‍👩‍👧 https://a.example/x jo@b.example")
	f.Fuzz(func(t *testing.T, reply string) { quotesOwnWords(t, reply) })
}

func TestQuotesAreTheirOwnWords(t *testing.T) {
	pieces := rapid.SliceOf(rapid.SampledFrom([]string{
		" ", " ", "sorry", "Can't", "’", "é", "e\u0301", "\u0323", "ß", "İ", "ﬁ", "½", "…", "\u200b", "\u00ad", "❤️", "👨‍👩‍👧", "1️⃣", "£20", ".", ",", "@", "*", "%", "¿", "“",
		"https://a.example/x", "b.example", "jo@b.example", "한글", "각", "क्षि", "ﷺ", "Ⱥ", "\u202e", "\xff", "\n", "℡", "\U0001D165",
	}))
	rapid.Check(t, func(t *rapid.T) { quotesOwnWords(t, strings.Join(pieces.Draw(t, "pieces"), "")) })
}

// quotesOwnWords holds that the tokens of a reply are quoted as it has them, and
// that what each was written as says the same by itself (but for an asterisk, which
// looks ahead).
func quotesOwnWords(t rapid.TB, reply string) {
	read := readText(reply)
	for from, token := range read.tokens {
		if alone := readWords(read.raw[token.from:token.to]); !alone.says(token.word) && !strings.Contains(token.word, "*") {
			t.Fatalf("%q: %q is said to be written %q, which reads %v", reply, token.word, read.raw[token.from:token.to], alone.tokens)
		}
		for to := from + 1; to <= min(len(read.tokens), from+quotedTokens+2); to++ {
			quote := read.quote(from, to)
			words := strings.TrimSuffix(quote, shortened)
			if strings.TrimFunc(words, unicode.IsSpace) == "" || !strings.Contains(read.raw, words) || len(words) > quotedBytes {
				t.Fatalf("%q: tokens %d to %d are quoted %q", reply, from, to, quote)
			}
		}
	}
}
