package tokens

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"goodgraces/classifier/fold"
)

func norms(text string) []string {
	l := New()
	l.Read(text)
	var out []string
	for i := range l.Tokens {
		out = append(out, l.Text(i))
	}
	return out
}

func TestRead(t *testing.T) {
	tests := []struct{ in, want string }{
		{"My parcel's LATE!!!", "my parcel 's late !!!"},
		{"I can't wait", "i ca n't wait"},
		{"@AcmeAir's #FailAgain https://t.co/x", "@ 's failagain ://"},
		{"3 weeks late, 2hrs on hold since 9:30am", "0 weeks late , 0 hrs on hold since 0 am"},
		{"delays/lost bag...again", "delays / lost bag ... again"},
		{"sooooo good😍😍", "soo good 😍 😍"},
		{"f**k this sh*t", "f**k this sh*t"},
		{"ÜBER-Größe", "über - größe"},
		{"$12.99 and £5", "$ 0 and £ 0"},
	}
	for _, tt := range tests {
		if got := strings.Join(norms(tt.in), " "); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestNegationScope(t *testing.T) {
	l := New()
	l.Read("not a good day at all, but fine")
	var got []string
	for i, tok := range l.Tokens {
		if tok.Negated {
			got = append(got, l.Text(i))
		}
	}
	if want := []string{"a", "good", "day"}; !slices.Equal(got, want) {
		t.Errorf("negated %v, want %v", got, want)
	}
}

// Tokens lie in the text, in order and apart, and their normal forms are the
// list's.
func TestTokensLieInTheText(t *testing.T) {
	l := New()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		l.Read(text)
		last, norm := int32(0), int32(0)
		for _, tok := range l.Tokens {
			if tok.Start < last || tok.End <= tok.Start || int(tok.End) > len(text) {
				t.Fatalf("token [%d,%d) after %d in %q", tok.Start, tok.End, last, text)
			}
			if tok.From != norm || tok.To < tok.From {
				t.Fatalf("norm [%d,%d) after %d in %q", tok.From, tok.To, norm, text)
			}
			last, norm = tok.End, tok.To+1
		}
	})
}

func TestTable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := rapid.MapOf(rapid.Uint64Min(1), rapid.IntMin(1)).Draw(t, "m")
		table := NewTable(m)
		for h, v := range m {
			if table.Get(h) != v {
				t.Fatalf("%d: got %d, want %d", h, table.Get(h), v)
			}
		}
		if h := rapid.Uint64Min(1).Draw(t, "h"); m[h] != table.Get(h) {
			t.Fatalf("%d is not in the table", h)
		}
	})
}

// Spans that prose is not asked about come out as if it had been.
func TestProseWouldSayTheSame(t *testing.T) {
	alphabet := []rune("abzABZ019 .,!?;:()[]\"'$@#_-*&/<>=~ \nwht:psé😡’“")
	piece := rapid.OneOf(
		rapid.StringOfN(rapid.SampledFrom(alphabet), 0, 12, -1),
		rapid.SampledFrom([]string{"Mr.", "U.S.A.", ":-)", "(www.acme.com)", "http://x.co", "\"https://x.co/a\",", "f**k", "@AcmeAir's", "1,000.50", "don't", "$5", "#fail!!", "a@b.co"}),
	)
	whole, spans := New(), New()
	rapid.Check(t, func(t *rapid.T) {
		text := fold.Fold(strings.Join(rapid.SliceOfN(piece, 0, 8).Draw(t, "pieces"), " ")).S
		spans.Read(text)
		whole.Tokens, whole.Norm = whole.Tokens[:0], whole.Norm[:0]
		whole.ask(text, 0, len(text))
		whole.negate()
		if !slices.Equal(spans.Tokens, whole.Tokens) || string(spans.Norm) != string(whole.Norm) {
			t.Fatalf("%q: %q, prose first: %q", text, spans.Norm, whole.Norm)
		}
	})
}
