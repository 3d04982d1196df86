package mastodon

import (
	"sync"
	"time"

	api "github.com/mattn/go-mastodon"
)

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

// recent remembers the last posts that were emitted.
type recent struct {
	mu    sync.Mutex
	posts map[api.ID]seen
	ring  []api.ID
	next  int // where the next one goes
	turn  int // how many of the last were revisited
}

func newRecent(size int) *recent {
	return &recent{posts: map[api.ID]seen{}, ring: make([]api.ID, size)}
}

func (r *recent) put(id api.ID, s seen) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, known := r.posts[id]; !known {
		delete(r.posts, r.ring[r.next])
		r.ring[r.next] = id
		r.next = (r.next + 1) % len(r.ring)
	}
	r.posts[id] = s
}

func (r *recent) get(id api.ID) (seen, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	s, ok := r.posts[id]
	return s, ok
}

func (r *recent) forget(id api.ID) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.posts, id)
}

// due returns up to n of the last posts, in turn.
func (r *recent) due(n int) []api.ID {
	r.mu.Lock()
	defer r.mu.Unlock()
	var ids []api.ID
	last := min(revisited, len(r.ring))
	for range last {
		r.turn = (r.turn + 1) % last
		id := r.ring[(r.next-1-r.turn+2*len(r.ring))%len(r.ring)]
		if _, known := r.posts[id]; known && id != "" {
			if ids = append(ids, id); len(ids) == n {
				break
			}
		}
	}
	return ids
}
