package authors

import (
	"fmt"
	"testing"
	"time"

	"goodgraces/care"
)

// BenchmarkStand remembers a post of an author of whom all is remembered that
// may be, and judges them.
func BenchmarkStand(b *testing.B) {
	r, p := &Rules{}, &care.Profile{Key: "x:a"}
	tale(r, p, "bti!bbt!tbi tti!bbt!tbi tti!bbt!tbi tt")
	n := 0
	for b.Loop() {
		n++
		m := care.Mention{ID: fmt.Sprint("n", n), Platform: "x", Author: care.Author{ID: "a"}, CreatedAt: noon.Add(time.Duration(n) * time.Second)}
		r.Update(p, &m, &care.Verdict{Topic: "delay"}, Look{Hash: uint64(n), Words: 9, Bait: 0.7}, nil)
		r.Stand(p)
	}
}
