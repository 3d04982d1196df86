package mastodon

import "time"

const (
	// maxRecent bounds how many posts are remembered, so that none is emitted
	// again by each poll and a reply finds its thread.
	maxRecent = 10_000
	// revisited is how many of the last posts are looked at again for edits and
	// deletions, of which a server tells only followers.
	revisited     = 200
	revisitedText = "200"
	// revisits is how many of them each poll looks at: 5 calls in 2 minutes are
	// a fiftieth of what a server allows.
	revisits = 5
)

// seen is what is remembered of a post that was emitted.
type seen struct {
	edited       time.Time
	root, author string // of its thread
	known        bool   // root was asked for
}
