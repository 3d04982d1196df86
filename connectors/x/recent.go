package x

import "sync"

// maxEmitted bounds how many posts are remembered as handed on.
const maxEmitted = 20_000

// recent remembers the last names put into it.
type recent struct {
	mu    sync.Mutex
	known map[string]bool
	ring  []string
	next  int
}

func newRecent(size int) *recent {
	return &recent{known: map[string]bool{}, ring: make([]string, size)}
}

func (r *recent) add(name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.known[name] {
		return
	}
	delete(r.known, r.ring[r.next])
	r.known[name] = true
	r.ring[r.next] = name
	r.next = (r.next + 1) % len(r.ring)
}

func (r *recent) has(name string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.known[name]
}
