// Package recent remembers the last names that a connector has handed on, so
// that what comes of them later is recognised in bounded memory.
package recent

import "sync"

// Set remembers the last names put into it. It is safe for concurrent use.
type Set struct {
	mu    sync.Mutex
	known map[string]bool
	ring  []string
	next  int
}

// New makes a set of at most size names.
func New(size int) *Set {
	return &Set{known: map[string]bool{}, ring: make([]string, size)}
}

// Add puts a name in, in the place of the oldest where there is no room.
func (r *Set) Add(name string) {
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

// Has reports whether a name is among the last.
func (r *Set) Has(name string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.known[name]
}
