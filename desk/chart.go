package desk

import (
	"fmt"
	"time"

	"goodgraces/store"
)

// chart is a small bar chart of posts over time, drawn on the server. All
// numbers are units of its view box.
type chart struct {
	Width, Height int
	Bars          []bar
	Most          int
	Label         string // the chart in a sentence
	From, To      string
}

// bar is one stretch of time.
type bar struct {
	X, Y, W, H int // all posts
	OwnY, OwnH int // of these, posts with a matter of their own, at the foot
	Posts, Own int
	At         string
}

const (
	chartHeight = 96
	barWidth    = 14
	barGap      = 4
	maxBars     = 48
)

// steps are the widths that a bar may stand for.
var steps = []time.Duration{
	time.Minute, 2 * time.Minute, 5 * time.Minute, 10 * time.Minute, 15 * time.Minute, 30 * time.Minute, time.Hour, 2 * time.Hour, 6 * time.Hour,
	24 * time.Hour, 7 * 24 * time.Hour,
}

// stepFor is the narrowest step in which a span takes about 24 bars.
func stepFor(span time.Duration) time.Duration {
	for _, s := range steps {
		if span/24 <= s {
			return s
		}
	}
	return steps[len(steps)-1]
}

// newChart draws buckets of one width, oldest first, and the gaps between them.
// Of more bars than fit, the oldest are left out.
func newChart(buckets []store.Bucket, width time.Duration) chart {
	c := chart{Height: chartHeight}
	all := filled(buckets, width)
	if len(all) == 0 {
		return c
	}
	peak := all[0]
	for _, b := range all {
		if b.Posts > peak.Posts {
			peak = b
		}
	}
	c.Most = peak.Posts
	for n, b := range all {
		c.Bars = append(c.Bars, drawn(n, b, c.Most))
	}
	c.Width = len(all)*(barWidth+barGap) - barGap
	c.From, c.To = clock(all[0].At, width), clock(all[len(all)-1].At.Add(width), width)
	c.Label = fmt.Sprintf("Posts over time, a bar for each %s, from %s to %s; the most, %d, from %s.", span(width), c.From, c.To, peak.Posts, clock(peak.At, width))
	return c
}

// filled puts empty buckets into the gaps.
func filled(buckets []store.Bucket, width time.Duration) []store.Bucket {
	var all []store.Bucket
	for _, b := range buckets {
		for len(all) > 0 && len(all) < 10*maxBars && all[len(all)-1].At.Add(width).Before(b.At) {
			all = append(all, store.Bucket{At: all[len(all)-1].At.Add(width)})
		}
		all = append(all, b)
	}
	return all[max(0, len(all)-maxBars):]
}

func drawn(n int, b store.Bucket, most int) bar {
	h := func(posts int) int { return (posts*chartHeight + most - 1) / most }
	d := bar{X: n * (barWidth + barGap), W: barWidth, H: h(b.Posts), OwnH: h(b.Own), Posts: b.Posts, Own: b.Own, At: exact(b.At)}
	d.Y, d.OwnY = chartHeight-d.H, chartHeight-d.OwnH
	return d
}

// clock is a time beside a chart: with the day where the bars are long.
func clock(t time.Time, width time.Duration) string {
	if width >= time.Hour {
		return t.Format("2 Jan 15:04")
	}
	return t.Format("15:04")
}
