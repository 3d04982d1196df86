package bluesky

import (
	"context"
	"fmt"
	"net/http"
	"testing"
	"time"

	"goodgraces/connectors"
)

// created is an event as Jetstream writes it, with a record's fields behind the
// ones that all posts have.
func created(lang, text, more string) []byte {
	return fmt.Appendf(nil, `{"did":"did:plc:eygmaihciaxprqvxpfvl6flk","time_us":1725911162329308,"kind":"commit","commit":{"rev":"3l3qo2vutsw2b","operation":"create","collection":"app.bsky.feed.post","rkey":"3l3qo2vuowo2b","record":{"$type":"app.bsky.feed.post","createdAt":"2024-09-09T19:46:02.102Z","langs":["%s"],"text":"%s"%s},"cid":"bafyreidwaivazkwu67xztlmuobx35hs2lnfh3kolmgfmucldvhd3sgzcqi"}}`, lang, text, more)
}

// What posts have besides their text.
const (
	answer  = `,"reply":{"parent":{"cid":"bafyreicbyqf4yfxdqcnnz3m6dyzsbbkyzgkoy2w4vvyd3uf2idccjn4tmm","uri":"at://did:plc:kft6lu4trxowqmter2b6vg6z/app.bsky.feed.post/3l3qnw3fxtc2a"},"root":{"cid":"bafyreihxmdfjuxhqpqfdxhiu2qxhwv6nxkt5kdqgrgkfc5zy7lvg5bq4ey","uri":"at://did:plc:mdjhvva6vlrswsj26cftjttd/app.bsky.feed.post/3l3qmk2wvtk2e"}}`
	picture = `,"embed":{"$type":"app.bsky.embed.images","images":[{"alt":"A hand holding a mug in front of a window, rain outside","aspectRatio":{"height":2000,"width":1500},"image":{"$type":"blob","ref":{"$link":"bafkreibi6hkhyz2rkmqnzjrwwd3fxwmzmqvq6lgvpb7nv4wmrl5q5sbyde"},"mimeType":"image/jpeg","size":724681}}]}`
	card    = `,"embed":{"$type":"app.bsky.embed.external","external":{"description":"What the council decided last night, who voted for it \u0026 what happens to the old bridge now","thumb":{"$type":"blob","ref":{"$link":"bafkreif3xwqnqhvlwzjrgf5rpzqyqmvqzv2c5mzu2d2ohcx4xv6kq3mnty"},"mimeType":"image/jpeg","size":182344},"title":"The bridge stays closed","uri":"https://news.example/bridge?from=feed\u0026id=4711"}},"facets":[{"features":[{"$type":"app.bsky.richtext.facet#link","uri":"https://news.example/bridge?from=feed\u0026id=4711"}],"index":{"byteEnd":61,"byteStart":34}}]`
)

// firehose is what a thousand events of the stream are like: posts of many
// languages and shapes, a tenth deletions, and two in a hundred with a keyword.
func firehose() [][]byte {
	posts := [][]byte{
		created("en", "an ordinary post about an ordinary day, of ordinary length, which concerns nobody here at all", ""),
		created("en", "no, but I see what you mean \u003c3", answer),
		created("ja", "今日はとても良い天気でしたので散歩に行きました。公園では子供たちが遊んでいて楽しそうでした。", ""),
		created("en", "First coffee of the week ☕️🌧️ and not a word from anyone", picture),
		created("pt", "não sei se é só comigo, mas hoje o dia não acaba nunca... já são três da manhã 😂", answer),
		created("de", "Über den Wolken wäre es jetzt schön, aber hier regnet's seit Stunden. Naja, Tee gekocht.", ""),
		created("en", "The council has decided, at last: news.example/bridge", card),
		created("ja", "え、まじで？", answer),
		created("ko", "오늘 저녁은 뭐 먹지 고민하다가 결국 라면", picture),
	}
	deleted := []byte(`{"did":"did:plc:eygmaihciaxprqvxpfvl6flk","time_us":1725911162329308,"kind":"commit","commit":{"rev":"3l3qo2vutsw2b","operation":"delete","collection":"app.bsky.feed.post","rkey":"3l3qo2vuowo2b"}}`)
	var events [][]byte
	for i := range 1000 {
		switch {
		case i%10 == 0:
			events = append(events, deleted)
		case i%50 == 1:
			events = append(events, created("en", "has anybody heard of "+brand(i%700)+"land since?", ""))
		default:
			events = append(events, posts[i%len(posts)])
		}
	}
	return events
}

// brand is one of a thousand names as brands have them: some of several words,
// some outside ASCII.
func brand(i int) string {
	first := []string{"aero", "blue", "nord", "sun", "vel", "metro", "ko", "über", "東", "sky"}
	middle := []string{"ban", "lin", "tra", "mar", "pos", "net", "fly", "wind", "air", "tel"}
	last := []string{"ia", "ex", "o", " line", "ix", "us", " bank", "é", "京", "ways"}
	return first[i%10] + middle[i/10%10] + last[i/100%10]
}

const ourDID = "did:plc:acme7rbw6xwqsxmrdnyhzjk2"

// watching is a follower of a thousand keywords and one account.
func watching(tb testing.TB) *follower {
	words := make([]string, 1000)
	for i := range words {
		words[i] = brand(i)
	}
	env := connectors.Env{Client: http.DefaultClient, Now: time.Now, Status: func(string, string) {}}
	c, err := New("sky", connectors.Settings{"keywords": words, "accounts": []string{ourDID}, "heartbeat": time.Second, "web_url": "https://bsky.app"}, env)
	if err != nil {
		tb.Fatal(err)
	}
	sky, ours := c.(*Bluesky), map[string]bool{ourDID: true}
	emit := func(_ context.Context, batch connectors.Batch) error {
		if len(batch.Mentions) > 0 {
			tb.Fatalf("concerns nobody: %s", batch.Mentions[0].Text)
		}
		return nil
	}
	return &follower{Bluesky: sky, ours: ours, worth: sky.prefilter(ours), emit: emit}
}

// BenchmarkFirehose is the whole way of events that concern nobody, with 1,000
// keywords, beside what it costs when all are decoded. The goal is 5,000 a
// second on one core: -cpu 1.
func BenchmarkFirehose(b *testing.B) {
	events := firehose()
	b.Run("prefilter", func(b *testing.B) { follow(b, watching(b), events) })
	b.Run("decode-all", func(b *testing.B) {
		f := watching(b)
		f.worth = f.keywords.Prefilter(`"did"`)
		follow(b, f, events)
	})
}

func follow(b *testing.B, f *follower, events [][]byte) {
	n, worth := 0, 0
	for _, e := range events {
		if f.worth.Maybe(e) {
			worth++
		}
	}
	for b.Loop() {
		if err := f.handle(b.Context(), events[n%len(events)]); err != nil {
			b.Fatal(err)
		}
		n++
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "events/s")
	b.ReportMetric(100*float64(worth)/float64(len(events)), "%decoded")
}
