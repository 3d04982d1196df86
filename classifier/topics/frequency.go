package topics

import (
	_ "embed"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"goodgraces/classifier/fold"
	"goodgraces/classifier/tokens"
)

//go:embed frequency.txt
var frequencyText string

// rare is the share of posts at or below which a word counts as rare.
const rare = 0.0003

// frequency maps a stem to the share of posts that have it, for the words that
// are not rare.
var frequency = sync.OnceValue(func() map[uint64]float64 {
	share := map[uint64]float64{}
	for line := range strings.Lines(frequencyText) {
		word, n, ok := strings.Cut(strings.TrimSpace(line), " ")
		if f, err := strconv.ParseFloat(n, 64); ok && err == nil && word != "#" {
			share[stem([]byte(word))] = f
		}
	}
	return share
})

// telling is how much a word says by being there: 1 for a rare one, near 0
// for one that stands in most posts.
func telling(stem uint64) float64 { return math.Log(share(stem)) / math.Log(rare) }

// share is the share of posts that have a word, at least rare.
func share(stem uint64) float64 { return max(frequency()[stem], rare) }

// Frequency counts how common words are. It is how frequency.txt is made.
type Frequency struct {
	list  *tokens.List
	share map[uint64]float64
	word  map[uint64]string // the shortest form that was seen
	sets  int
}

// NewFrequency returns an empty count.
func NewFrequency() *Frequency {
	return &Frequency{list: tokens.New(), share: map[uint64]float64{}, word: map[uint64]string{}}
}

// few is how often a word must be seen in a set to count: names and typing
// errors do not.
const few = 5

// Add adds a set of texts. Sets count alike, whatever their size.
func (f *Frequency) Add(texts []string) {
	count := map[uint64]int{}
	seen := map[uint64]int{} // the last text that had it
	for n, text := range texts {
		f.list.Read(fold.Fold(text).S)
		for i, t := range f.list.Tokens {
			if t.Kind != tokens.Word {
				continue
			}
			h := stemOf(f.list, i)
			if seen[h] != n+1 {
				seen[h] = n + 1
				count[h]++
			}
			if w, ok := f.word[h]; !ok || t.To-t.From < int32(len(w)) {
				f.word[h] = f.list.Text(i)
			}
		}
	}
	f.sets++
	for h, n := range count {
		if n >= few {
			f.share[h] += float64(n) / float64(len(texts))
		}
	}
}

// WriteTo writes the table, most common words first.
func (f *Frequency) WriteTo(w io.Writer) (int64, error) {
	common := slices.Collect(maps.Keys(f.share))
	slices.SortFunc(common, func(a, b uint64) int {
		if f.share[a] != f.share[b] {
			if f.share[a] > f.share[b] {
				return -1
			}
			return 1
		}
		return strings.Compare(f.word[a], f.word[b])
	})
	var b strings.Builder
	b.WriteString("# The share of posts that have a word, counted by `graces train --words`.\n")
	for _, h := range common {
		if share := f.share[h] / float64(f.sets); share > rare {
			fmt.Fprintf(&b, "%s %.4f\n", f.word[h], share)
		}
	}
	n, err := io.WriteString(w, b.String())
	return int64(n), err
}
