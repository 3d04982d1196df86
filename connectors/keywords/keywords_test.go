package keywords

import (
	"encoding/json"
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

func TestKeywords(t *testing.T) {
	k := New([]string{"Acme Air", "#acme", "Zürich", "東京", " ", "C++", "straße"})
	tests := []struct {
		text string
		want bool
	}{
		{"I flew ACME AIR today", true},
		{"(acme air)", true},
		{"@Acme Air's desk", true},
		{"acme airline", false},
		{"macacme air", false},
		{"acme  air", false},
		{"go #Acme!", true},
		{"go #acmeair", false},
		{"go x#acme", true}, // the hashtag begins with no letter: nothing to be part of
		{"in ZÜRICH", true},
		{"in Zu\u0308rich", true},
		{"in Zurich", false},
		{"Zürichsee", false},
		{"東京の電車", true},
		{"acme a\u0131r, ACME A\u0130R", true}, // Turkish: i with and without dot
		{"I like c++ a lot", true},
		{"STRASSE", false},
		{"STRAẞE", true},
		{"acme_air", false},
		{"acme airline, but also acme air.", true},
		{"", false},
	}
	for _, tt := range tests {
		if got := k.In(tt.text); got != tt.want {
			t.Errorf("In(%q) = %t", tt.text, got)
		}
	}
	if New(nil).In("x") || New(nil).Maybe([]byte("x")) {
		t.Error("no keywords match something")
	}
}

// The cheap look never says no where a keyword stands, however it is written.
func TestMaybeMissesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.SampledFrom([]rune("aAkKsSiI\u212A\u017F\u0130\u0131éÉ東- <&"))
		draw := func(name string, low, high int) string {
			return string(rapid.SliceOfN(letters, low, high).Draw(t, name))
		}
		words := []string{draw("word", 1, 4), draw("other", 1, 4)}
		if rapid.Bool().Draw(t, "many") {
			words = append(words, names(20)...)
		}
		k := New(words)
		text := draw("text", 0, 12)
		event, err := json.Marshal(map[string]string{"text": text})
		if err != nil {
			t.Fatal(err)
		}
		if k.In(text) && !k.Maybe(event) {
			t.Fatalf("%s: passed over", event)
		}
	})
}

// names are n words as brands have them, none of which stands in ordinary text.
func names(n int) []string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprintf("zq%c%c%cbrand%d", 'a'+i%26, 'a'+i/26%26, 'a'+i*7%26, i))
	}
	return out
}

// event is one of the stream, in which nothing stands.
var event = []byte(`{"did":"did:plc:eygmaihciaxprqvxpfvl6flk","time_us":1725911162329308,"kind":"commit","commit":{"rev":"3l3qo2vutsw2b","operation":"create","collection":"app.bsky.feed.post","rkey":"3l3qo2vuowo2b","record":{"$type":"app.bsky.feed.post","createdAt":"2024-09-09T19:46:02.102Z","langs":["en"],"text":"an ordinary post about an ordinary day, of ordinary length, which concerns nobody here at all"},"cid":"bafyreidwaivazkwu67xztlmuobx35hs2lnfh3kolmgfmucldvhd3sgzcqi"}}`)

// BenchmarkMaybe is the look at an event by the number of keywords, beside what
// decoding it costs. The goal is 5,000 events a second on one core with 1,000:
// 200 µs each.
func BenchmarkMaybe(b *testing.B) {
	for _, n := range []int{1, 8, 16, 100, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			k := New(names(n))
			for b.Loop() {
				if k.Maybe(event) {
					b.Fatal("nothing stands there")
				}
			}
		})
	}
	b.Run("decode", func(b *testing.B) {
		for b.Loop() {
			var e map[string]any
			if json.Unmarshal(event, &e) != nil {
				b.Fatal("malformed")
			}
		}
	})
}
