// Package recent remembers the last posts, or other names, that a connector has
// met, so that what comes of them later is recognised in bounded memory.
package recent

import "sync"

// Map remembers a value for each of the last names put into it. It is safe for
// concurrent use.
type Map[V any] struct {
	mu    sync.Mutex
	known map[string]V
	ring  []string
	next  int // where the next one goes
	turn  int // how many of the last were due
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

// Has reports whether a name is among the last.
func (m *Map[V]) Has(name string) bool {
	_, ok := m.Get(name)
	return ok
}

// Forget drops a name.
func (m *Map[V]) Forget(name string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.known, name)
}

// Due returns up to n of the last names, in turn, so that all of them come up.
func (m *Map[V]) Due(last, n int) []string {
	m.mu.Lock()
	defer m.mu.Unlock()
	var names []string
	last = min(last, len(m.ring))
	for range last {
		m.turn = (m.turn + 1) % last
		name := m.ring[(m.next-1-m.turn+2*len(m.ring))%len(m.ring)]
		if _, known := m.known[name]; known && name != "" {
			if names = append(names, name); len(names) == n {
				break
			}
		}
	}
	return names
}
