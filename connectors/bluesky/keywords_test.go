package bluesky

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"
)

func TestKeywords(t *testing.T) {
	k := newKeywords([]string{"Acme Air", "#acme", "Zürich", "東京", " ", "C++", "straße"})
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
		if got := k.in(tt.text); got != tt.want {
			t.Errorf("in(%q) = %t", tt.text, got)
		}
	}
	if newKeywords(nil).in("x") || newKeywords(nil).maybe([]byte("x")) {
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
		k := newKeywords([]string{draw("word", 1, 4), draw("other", 1, 4)})
		text := draw("text", 0, 12)
		event, err := json.Marshal(map[string]string{"text": text})
		if err != nil {
			t.Fatal(err)
		}
		if k.in(text) && !k.maybe(event) {
			t.Fatalf("%s: passed over", event)
		}
	})
}

// ordinary is an event as it comes thirty times a second.
var ordinary = []byte(`{"did":"did:plc:eygmaihciaxprqvxpfvl6flk","time_us":1725911162329308,"kind":"commit","commit":{"rev":"3l3qo2vutsw2b","operation":"create","collection":"app.bsky.feed.post","rkey":"3l3qo2vuowo2b","record":{"$type":"app.bsky.feed.post","createdAt":"2024-09-09T19:46:02.102Z","langs":["en"],"text":"an ordinary post about an ordinary day, of ordinary length, which concerns nobody here at all"},"cid":"bafyreidwaivazkwu67xztlmuobx35hs2lnfh3kolmgfmucldvhd3sgzcqi"}}`)

func BenchmarkMaybe(b *testing.B) {
	k := newKeywords([]string{"Acme Air", "acmeair", "acme airlines"})
	for b.Loop() {
		if k.maybe(ordinary) {
			b.Fatal("no keyword stands there")
		}
	}
}

// BenchmarkDecode is the yardstick of BenchmarkMaybe.
func BenchmarkDecode(b *testing.B) {
	for b.Loop() {
		var e event
		var p post
		if json.Unmarshal(ordinary, &e) != nil || json.Unmarshal(e.Commit.Record, &p) != nil {
			b.Fatal("malformed")
		}
	}
}
