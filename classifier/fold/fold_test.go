package fold

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"plain text is untouched", "Hello there, world! 3.50", "Hello there, world! 3.50"},
		{"runs of a letter", "soooooo good", "sooo good"},
		{"runs of punctuation", "what" + strings.Repeat("!?", 50), "what!?!?!?"},
		{"digits are numbers", "order 1000000", "order 1000000"},
		{"entities", "R&amp;D &lt;3", "R&D <3"},
		{"no entity", "a &amp b", "a &amp b"},
		{"quotes", "I can’t “wait”…", `I can't "wait"...`},
		{"invalid UTF-8 and NUL", "a\xffb\x00c", "a b c"},
		{"zero width", "ki\u200bll", "kill"},
		{"right to left marks", "a\u202eb\u202c", "ab"},
		{"family emoji", "👨\u200d👩\u200d👧 ok", "👨👩👧 ok"},
		{"giant token", strings.Repeat("ab", 40), strings.Repeat("ab", 32) + " " + strings.Repeat("ab", 8)},
		{"empty", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Fold(tt.in).S; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestSpanReachesTheOriginal(t *testing.T) {
	in := "\xffso \u200bbaaaaaad &amp; can’t wait"
	f := Fold(in)
	for _, word := range []struct{ folded, original string }{
		{"baaad", "baaaaaad"}, {"&", "&amp;"}, {"can't", "can’t"}, {"wait", "wait"},
	} {
		i := strings.Index(f.S, word.folded)
		start, end := f.Span(i, i+len(word.folded))
		if got := in[start:end]; got != word.original {
			t.Errorf("%q maps to %q, want %q", word.folded, got, word.original)
		}
	}
}

// check holds for every text: the folded text is short, valid and without
// long runs, and every span maps to whole runes within the original, in order.
func check(t interface {
	Fatalf(string, ...any)
	Helper()
}, in string) {
	t.Helper()
	f := Fold(in)
	if !utf8.ValidString(f.S) {
		t.Fatalf("not valid UTF-8: %q", f.S)
	}
	if len(f.S) > 2*(headBytes+tailBytes)+maxToken {
		t.Fatalf("%d bytes are left of %d", len(f.S), len(in))
	}
	starts := runeStarts(in)
	last := 0
	for i, r := range f.S {
		start, end := f.Span(i, i+utf8.RuneLen(r))
		if start < last || end < start || end > len(in) {
			t.Fatalf("rune %d of %q maps to [%d,%d) after %d", i, f.S, start, end, last)
		}
		if !starts[start] || !starts[end] {
			t.Fatalf("rune %d of %q maps to [%d,%d), inside a rune of %q", i, f.S, start, end, in)
		}
		last = start
	}
}

// runeStarts marks the bytes at which a rune of s starts, and its end.
func runeStarts(s string) []bool {
	starts := make([]bool, len(s)+1)
	for i := 0; i < len(s); {
		starts[i] = true
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	starts[len(s)] = true
	return starts
}

func TestSpansAreWholeRunes(t *testing.T) {
	piece := rapid.OneOf(
		rapid.String(),
		rapid.SampledFrom([]string{"ȺȺȺȺ'll", "!!!!!!!!", "&amp;", "\xff\xfe", "\x00", "👨\u200d👩", "\u202eabc", "https://t.co/abc", "İİİ", "…", "aaaa"}),
		rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }),
		rapid.Custom(func(t *rapid.T) string {
			return strings.Repeat(rapid.SampledFrom([]string{"x", "!", "ẞ", "😡", "a!", "&lt;"}).Draw(t, "unit"), rapid.IntRange(0, 9000).Draw(t, "n"))
		}),
	)
	rapid.Check(t, func(t *rapid.T) {
		check(t, strings.Join(rapid.SliceOfN(piece, 0, 6).Draw(t, "pieces"), ""))
	})
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"", "hello", "a" + strings.Repeat("!", 300), "&amp;&amp;", "\xc3\x28", "http://" + strings.Repeat("a", 400), strings.Repeat("é", 5000)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { check(t, s) })
}
