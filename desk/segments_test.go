package desk

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"goodgraces/care"
)

func TestSegments(t *testing.T) {
	evidence := func(spans ...int) (out []care.Evidence) {
		for i := 0; i+1 < len(spans); i += 2 {
			out = append(out, care.Evidence{Label: string(rune('a' + i/2)), Start: spans[i], End: spans[i+1]})
		}
		return out
	}
	tests := []struct {
		name, text string
		evidence   []care.Evidence
		want       []segment
	}{
		{"plain", "hello", nil, []segment{{Text: "hello"}}},
		{"empty", "", nil, nil},
		{"one span", "no bag here", evidence(3, 6), []segment{{Text: "no "}, {Text: "bag", Labels: "a"}, {Text: " here"}}},
		{"overlap", "abcdef", evidence(0, 4, 2, 6), []segment{{Text: "ab", Labels: "a"}, {Text: "cd", Labels: "a, b"}, {Text: "ef", Labels: "b"}}},
		{"nested", "abcdef", evidence(0, 6, 2, 4), []segment{{Text: "ab", Labels: "a"}, {Text: "cd", Labels: "a, b"}, {Text: "ef", Labels: "a"}}},
		{"outside", "abc", evidence(-1, 2, 1, 9, 2, 2, 3, 1), []segment{{Text: "abc"}}},
		{"within a rune", "äb", evidence(1, 3), []segment{{Text: "äb"}}},
		{"right to left override", "a\u202eb", nil, []segment{{Text: "a"}, {Text: "\u202e", Hidden: "U+202E"}, {Text: "b"}}},
		{"zero width", "fr\u200bee", nil, []segment{{Text: "fr"}, {Text: "\u200b", Hidden: "U+200B"}, {Text: "ee"}}},
		{"joiner in an emoji", "👩\u200d🔧", nil, []segment{{Text: "👩\u200d🔧"}}},
		{"joiner between letters", "a\u200db", nil, []segment{{Text: "a"}, {Text: "\u200d", Hidden: "U+200D"}, {Text: "b"}}},
		{"https link", "see https://a.example/x.", nil, []segment{{Text: "see "}, {Text: "https://a.example/x", Link: "https://a.example/x"}, {Text: "."}}},
		{"other schemes", "http://a.example javascript:alert(1)", nil, []segment{{Text: "http://a.example javascript:alert(1)"}}},
		{"a name that poses as a host", "https://bank.example@evil.example", nil, []segment{{Text: "https://bank.example@evil.example"}}},
		{"not UTF-8", "a\xffb", nil, []segment{{Text: "a\uFFFDb"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := segments(tt.text, tt.evidence)
			if len(got) != len(tt.want) {
				t.Fatalf("got %+v, want %+v", got, tt.want)
			}
			for i := range got {
				if got[i] != tt.want[i] {
					t.Errorf("segment %d: got %+v, want %+v", i, got[i], tt.want[i])
				}
			}
		})
	}
}

// TestSegmentsKeepTheText checks that nothing of a post is lost or doubled,
// whatever the spans are, and that no link leads anywhere but by https.
func TestSegmentsKeepTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching("(a|ä|👩|\u200d|https://[a-z.@/]{0,9}| |\u202e|<b>|!){0,40}")).Draw(t, "text")
		var evidence []care.Evidence
		for range rapid.IntRange(0, 8).Draw(t, "spans") {
			evidence = append(evidence, care.Evidence{Label: "x", Start: rapid.IntRange(-2, 60).Draw(t, "start"), End: rapid.IntRange(-2, 60).Draw(t, "end")})
		}
		var b strings.Builder
		for _, s := range segments(text, evidence) {
			b.WriteString(s.Text)
			if s.Link != "" && !strings.HasPrefix(s.Link, "https://") {
				t.Fatalf("link %q", s.Link)
			}
			if !utf8.ValidString(s.Text) {
				t.Fatalf("not UTF-8: %q", s.Text)
			}
		}
		if want := strings.ToValidUTF8(text, "\uFFFD"); b.String() != want {
			t.Fatalf("got %q, want %q", b.String(), want)
		}
	})
}

func FuzzSegments(f *testing.F) {
	for _, p := range seedPosts {
		f.Add(p.text, 0, 5)
	}
	f.Add(strings.Repeat("\u202e", 5000), 3, 6)
	f.Add("\x00\xff\u200d", 0, 1)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		n := 0
		for _, s := range segments(text, []care.Evidence{{Label: "l", Start: start, End: end}}) {
			n += len(s.Text)
		}
		if utf8.ValidString(text) && n != len(text) {
			t.Errorf("%d bytes became %d", len(text), n)
		}
	})
}
