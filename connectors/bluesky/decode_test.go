package bluesky

import (
	"encoding/json"
	"testing"

	"goodgraces/connectors/keywords"
)

// ordinary is an event as it comes thirty times a second.
var ordinary = []byte(`{"did":"did:plc:eygmaihciaxprqvxpfvl6flk","time_us":1725911162329308,"kind":"commit","commit":{"rev":"3l3qo2vutsw2b","operation":"create","collection":"app.bsky.feed.post","rkey":"3l3qo2vuowo2b","record":{"$type":"app.bsky.feed.post","createdAt":"2024-09-09T19:46:02.102Z","langs":["en"],"text":"an ordinary post about an ordinary day, of ordinary length, which concerns nobody here at all"},"cid":"bafyreidwaivazkwu67xztlmuobx35hs2lnfh3kolmgfmucldvhd3sgzcqi"}}`)

func BenchmarkMaybe(b *testing.B) {
	k := keywords.New([]string{"Acme Air", "acmeair", "acme airlines"})
	for b.Loop() {
		if k.Maybe(ordinary) {
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
