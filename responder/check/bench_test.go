package check_test

import (
	"testing"
	"time"

	"github.com/jdkato/prose/v3/tokenize"

	"goodgraces/responder/check"
)

// sample is a long answer to a post with all that rules look for.
var sample = check.Input{
	Platform: "x", Post: "@acme three hours on hold and you still lost my bag!! order 12345678, call me on 020 7946 0958",
	Reply: "Three hours on hold would try anyone's patience. I'm sorry, and for the bag that hasn't turned up as well. I'm asking the " +
		"right people in Denver about it today and will tell you straight what they say. I've sent you a private message so you needn't share details here, Sam. ^AB",
}

func BenchmarkCheck(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if len(check.Public(sample)) == 0 {
			b.Fatal("no checks")
		}
	}
}

// BenchmarkCheckRatio takes turns with the yardstick, prose's tokenizing of the
// answer, and compares the quickest of each, which no busy neighbour slowed: it
// reports what a check costs in tokenizings.
func BenchmarkCheckRatio(b *testing.B) {
	prose := tokenize.New()
	yardstick, checks := time.Hour, time.Hour
	for b.Loop() {
		start := time.Now()
		prose.Tokenize(sample.Reply)
		middle := time.Now()
		check.Public(sample)
		yardstick, checks = min(yardstick, middle.Sub(start)), min(checks, time.Since(middle))
	}
	b.ReportMetric(float64(checks)/float64(yardstick), "tokenizings")
	b.ReportMetric(float64(checks.Nanoseconds()), "ns/quickest")
}
