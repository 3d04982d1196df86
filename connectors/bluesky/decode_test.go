package bluesky

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"testing"
	"time"

	"goodgraces/connectors"
)

// ordinary is an event as it comes thirty times a second.
var ordinary = []byte(`{"did":"did:plc:eygmaihciaxprqvxpfvl6flk","time_us":1725911162329308,"kind":"commit","commit":{"rev":"3l3qo2vutsw2b","operation":"create","collection":"app.bsky.feed.post","rkey":"3l3qo2vuowo2b","record":{"$type":"app.bsky.feed.post","createdAt":"2024-09-09T19:46:02.102Z","langs":["en"],"text":"an ordinary post about an ordinary day, of ordinary length, which concerns nobody here at all"},"cid":"bafyreidwaivazkwu67xztlmuobx35hs2lnfh3kolmgfmucldvhd3sgzcqi"}}`)

// firehose is what a hundred events of the stream are like: ordinary posts, a
// tenth deletions, and some whose escapes or dotless ı make them worth decoding.
func firehose() [][]byte {
	var events [][]byte
	for i := range 100 {
		switch i % 10 {
		case 0:
			events = append(events, []byte(`{"did":"did:plc:eygmaihciaxprqvxpfvl6flk","time_us":1725911162329308,"kind":"commit","commit":{"rev":"3l3qo2vutsw2b","operation":"delete","collection":"app.bsky.feed.post","rkey":"3l3qo2vuowo2b"}}`))
		case 1:
			events = append(events, bytes.Replace(ordinary, []byte("ordinary day"), []byte("ordinary gın \\u00e9"), 1))
		default:
			events = append(events, ordinary)
		}
	}
	return events
}

// BenchmarkFirehose is the whole way of events that concern nobody, with 1,000
// keywords. The goal is 5,000 a second on one core. BenchmarkDecode is the
// yardstick: what each would cost if all were decoded.
func BenchmarkFirehose(b *testing.B) {
	words := make([]string, 1000)
	for i := range words {
		words[i] = fmt.Sprintf("zq%cbrand%d", 'a'+i%26, i)
	}
	env := connectors.Env{Client: http.DefaultClient, Now: time.Now, Status: func(string, string) {}}
	c, err := New("sky", connectors.Settings{"keywords": words, "accounts": []string{"did:plc:acme7rbw6xwqsxmrdnyhzjk2"}, "heartbeat": time.Second}, env)
	if err != nil {
		b.Fatal(err)
	}
	emit := func(_ context.Context, batch connectors.Batch) error {
		if len(batch.Mentions) > 0 {
			b.Errorf("concerns nobody: %+v", batch.Mentions)
		}
		return nil
	}
	f := &follower{Bluesky: c.(*Bluesky), ours: map[string]bool{"did:plc:acme7rbw6xwqsxmrdnyhzjk2": true}, emit: emit}
	events := firehose()
	n := 0
	for b.Loop() {
		if err := f.handle(b.Context(), events[n%len(events)]); err != nil {
			b.Fatal(err)
		}
		n++
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "events/s")
}

// BenchmarkDecode is the yardstick of BenchmarkFirehose.
func BenchmarkDecode(b *testing.B) {
	for b.Loop() {
		var e event
		var p post
		if json.Unmarshal(ordinary, &e) != nil || json.Unmarshal(e.Commit.Record, &p) != nil {
			b.Fatal("malformed")
		}
	}
}
