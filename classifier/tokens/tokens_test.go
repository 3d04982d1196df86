package tokens

import (
	"slices"
	"strings"
	"testing"

	"github.com/jdkato/prose/v3/tokenize"
	"pgregory.net/rapid"
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

// The shortcut for bare words changes nothing of what prose finds.
func TestBareIsWhatProseFinds(t *testing.T) {
	plain, quick := tokenize.New(), New().prose
	word := rapid.StringMatching(`[A-Za-z0-9]{1,8}|[a-z]+'(s|ll|t|re)|n't|[(\["$]?[A-Za-z.]+[,.!?)]*`)
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(word).Draw(t, "words"), " ")
		if a, b := plain.Tokenize(text), quick.Tokenize(text); !slices.Equal(a, b) {
			t.Fatalf("%q: %v and %v", text, a, b)
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
