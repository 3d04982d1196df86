package classifier_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/jdkato/prose/v3/tokenize"

	"goodgraces/care"
)

// BenchmarkYardstick is prose's own tokenizing of the same 200 posts: a full
// verdict may cost at most twice as much.
func BenchmarkYardstick(b *testing.B) {
	prose := tokenize.New()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		prose.Tokenize(posts[i%len(posts)])
	}
}

func BenchmarkJudge(b *testing.B) {
	c := judge(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		m := care.Mention{ID: "1", Text: posts[i%len(posts)]}
		c.Judge(&m)
	}
}

// BenchmarkRatio takes turns, so that a busy machine slows both alike, and
// reports the cost of a verdict in tokenizings.
func BenchmarkRatio(b *testing.B) {
	c, prose := judge(b), tokenize.New()
	var yardstick, verdict time.Duration
	for b.Loop() {
		start := time.Now()
		for _, text := range posts {
			prose.Tokenize(text)
		}
		middle := time.Now()
		for _, text := range posts {
			c.Judge(&care.Mention{ID: "1", Text: text})
		}
		yardstick += middle.Sub(start)
		verdict += time.Since(middle)
	}
	b.ReportMetric(float64(verdict)/float64(yardstick), "tokenizings")
}

func BenchmarkAssess(b *testing.B) {
	c := judge(b)
	p := care.Profile{Key: "x:1"}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		m := care.Mention{ID: fmt.Sprint(i), Text: posts[i%len(posts)]}
		c.Assess(&m, &p)
	}
}

// BenchmarkLength shows that a verdict grows with the length of the post, up
// to the cap.
func BenchmarkLength(b *testing.B) {
	c := judge(b)
	for _, n := range []int{500, 2000, 8000} {
		text := strings.Repeat("my parcel is late and nobody answers the phone. ", n/48+1)[:n]
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(n))
			for b.Loop() {
				c.Judge(&care.Mention{ID: "1", Text: text})
			}
		})
	}
}

// BenchmarkPosts shows that it grows with their number too: the time a post
// stays the same.
func BenchmarkPosts(b *testing.B) {
	c := judge(b)
	for _, n := range []int{200, 2000, 20000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				for i := range n {
					c.Judge(&care.Mention{ID: "1", Text: posts[i%len(posts)]})
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/post")
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		judge(b)
	}
}
