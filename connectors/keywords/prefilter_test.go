package keywords

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestPrefilter(t *testing.T) {
	p := New([]string{"Acme Air", "Zürich", "東京", "✈️", "a;b"}).Prefilter(`"delete"`, "did:plc:Acme")
	tests := []struct {
		raw  string
		want bool
	}{
		{`{"text":"ACME air"}`, true},
		{`{"text":"acme\u0020\u0041ir"}`, true},
		{`{"text":"acme\nair"}`, false},
		{`{"text":"acm air, zurich, 東 京, ✈"}`, false},
		{`{"text":"ZÜRICH"}`, true},
		{`{"text":"東京都"}`, true},
		{`{"text":"✈️"}`, true},
		{`{"text":"Zu\u0308rich"}`, true},
		{`{"text":"Zürich"}`, true},
		{`{"text":"not of interest, but not composed: é"}`, true},
		{`{"text":"a;b"}`, true}, // the Greek question mark is a semicolon
		{`{"text":"a\u003cb\u003e \/ \" \\"}`, false},
		{`{"operation":"delete"}`, true},
		{`{"operation":"deleted"}`, false},
		{`{"uri":"at://did:plc:acme/app.bsky.feed.post/1"}`, true},
		{`{"text":"not of interest, but broken: ` + "\xff" + `"}`, true},
		{`{"text":"\`, true},
		{`{"text":"\u00`, true},
		{``, false},
	}
	for _, tt := range tests {
		if got := p.Maybe([]byte(tt.raw)); got != tt.want {
			t.Errorf("Maybe(%s) = %t", tt.raw, got)
		}
	}
}

// A word within another, at its end and at its beginning: the automaton falls
// back to each.
func TestPrefilterFindsWordsInWords(t *testing.T) {
	words := []string{"abcd", "bc", "cde", "bbbx"}
	p := New(words).Prefilter()
	for _, tt := range []struct {
		text string
		want bool
	}{
		{"abcx", true}, {"abxcde", true}, {"abde", false}, {"bbbbx", true}, {"bbbb", false}, {"bb", false}, {"xbxcxd", false},
	} {
		if got := p.Maybe([]byte(tt.text)); got != tt.want {
			t.Errorf("Maybe(%q) = %t", tt.text, got)
		}
	}
}

// escaped writes a string as JSON allows it, each letter as it is or escaped.
func escaped(t *rapid.T, text string) string {
	var b strings.Builder
	for _, r := range text {
		if rapid.IntRange(0, 3).Draw(t, "escape") == 0 {
			for _, unit := range utf16.Encode([]rune{r}) {
				fmt.Fprintf(&b, `\u%04X`, unit)
			}
			continue
		}
		raw, _ := json.Marshal(string(r))
		b.Write(raw[1 : len(raw)-1])
	}
	return `{"text":"` + b.String() + `"}`
}

// disguised writes a word in one of the ways that are the same to the matcher.
func disguised(t *rapid.T, word string) string {
	same := strings.NewReplacer("k", "\u212A", "s", "\u017F", "i", "\u0131", ";", "\u037E", "`", "\u1FEF")
	ways := []func(string) string{norm.NFC.String, norm.NFD.String, strings.ToUpper, strings.ToLower, same.Replace}
	return rapid.SampledFrom(ways).Draw(t, "way")(word)
}

// What the whole matcher finds after decoding, the prefilter lets through,
// however it is written.
func TestPrefilterMissesNothing(t *testing.T) {
	found := 0
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.OneOf(
			rapid.SampledFrom([]rune("aAkKsSiI\u212A\u017F\u0130\u0131éÉe\u0301ßẞσςΣ東京\u3099かが한\u1112\u1161\u11AB😀👍🏽\u200D\uFE0F-# <&\"\\/;\u037E`\u1FEF\n")),
			rapid.Rune())
		draw := func(name string, low, high int) string {
			return string(rapid.SliceOfN(letters, low, high).Draw(t, name))
		}
		words := []string{draw("word", 1, 4), draw("other", 1, 4)}
		text := draw("before", 0, 6) + disguised(t, words[0]) + draw("after", 0, 6)
		if rapid.Bool().Draw(t, "many") {
			words = append(words, brands(20)...)
		}
		misses(t, New(words), escaped(t, text), &found)
	})
	if found == 0 {
		t.Error("no keyword ever stood in a text: nothing was tried")
	}
}

// misses fails where the matcher finds what the prefilter holds back.
func misses(t interface{ Fatalf(string, ...any) }, k *Set, raw string, found *int) {
	var post struct {
		Text string `json:"text"`
	}
	if json.Unmarshal([]byte(raw), &post) != nil || !k.In(post.Text) {
		return
	}
	*found++
	if !k.Prefilter().Maybe([]byte(raw)) {
		t.Fatalf("%q is held back of %q", raw, k.words)
	}
}

func FuzzPrefilter(f *testing.F) {
	f.Add("acme air", `{"text":"ACME\u0020air"}`)
	f.Add("Zürich", `{"Text":"in Zürich \ud83d\ude00"}`)
	f.Add("東京", `{"\u0074ext":"東京", "x":"`+"\xff"+`"}`)
	f.Add("k;`", `{"text":"K;`"}`)
	f.Fuzz(func(t *testing.T, word, raw string) {
		found := 0
		misses(t, New([]string{word}), raw, &found)
	})
}

// brands are n words as brands have them: some of several words, some outside
// ASCII.
func brands(n int) []string {
	first := []string{"aero", "blue", "nord", "sun", "vel", "metro", "ko", "über", "東", "sky"}
	middle := []string{"ban", "lin", "tra", "mar", "pos", "net", "fly", "wind", "air", "tel"}
	last := []string{"ia", "ex", "o", " line", "ix", "us", " bank", "é", "京", "ways"}
	out := make([]string, n)
	for i := range out {
		out[i] = first[i%10] + middle[i/10%10] + last[i/100%10]
		if i >= 1000 {
			out[i] += fmt.Sprint(i)
		}
	}
	return out
}
