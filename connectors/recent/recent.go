// Package recent remembers the last names that a connector has handed on, so
// that what comes of them later is recognised in bounded memory.
package recent

import "sync"

// Map remembers a value for each of the last names put into it. It is safe for
// concurrent use.
type Map[V any] struct {
	mu    sync.Mutex
	known map[string]V
	ring  []string
	next  int
}

// NewMap makes a map of at most size names.
func NewMap[V any](size int) *Map[V] {
	return &Map[V]{known: map[string]V{}, ring: make([]string, size)}
}

// Put keeps a value for a name; a new name takes the place of the oldest where
// there is no room.
func (m *Map[V]) Put(name string, v V) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, known := m.known[name]; !known {
		delete(m.known, m.ring[m.next])
		m.ring[m.next] = name
		m.next = (m.next + 1) % len(m.ring)
	}
	m.known[name] = v
}

// Get returns what was kept for a name.
func (m *Map[V]) Get(name string) (V, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	v, ok := m.known[name]
	return v, ok
}

// Set remembers the last names put into it. It is safe for concurrent use.
type Set struct{ names *Map[struct{}] }

// New makes a set of at most size names.
func New(size int) *Set { return &Set{NewMap[struct{}](size)} }

// Add puts a name in, in the place of the oldest where there is no room.
func (s *Set) Add(name string) { s.names.Put(name, struct{}{}) }

// Has reports whether a name is among the last.
func (s *Set) Has(name string) bool {
	_, ok := s.names.Get(name)
	return ok
}
