package tokens

// Table maps the hashes of words to small values. It is an open-addressed
// hash table: every word of every post is looked up in several of them, and
// a Go map takes three times as long. The zero value is returned for words
// that are not in it. Immutable once built.
type Table[V any] struct {
	keys   []uint64
	values []V
	mask   uint64
}

// NewTable builds a table from hashes and values.
func NewTable[V any](m map[uint64]V) *Table[V] {
	size := 8
	for size < 4*len(m) {
		size *= 2
	}
	t := &Table[V]{keys: make([]uint64, size), values: make([]V, size), mask: uint64(size - 1)}
	for h, v := range m {
		i := slot(h) & t.mask
		for t.keys[i] != 0 {
			i = (i + 1) & t.mask
		}
		t.keys[i], t.values[i] = h, v
	}
	return t
}

// slot spreads a hash; FNV's low bits are good, its high bits are not.
func slot(h uint64) uint64 { return h ^ h>>32 }

// Get returns a word's value, or the zero value.
func (t *Table[V]) Get(hash uint64) (v V) {
	for i := slot(hash) & t.mask; t.keys[i] != 0; i = (i + 1) & t.mask {
		if t.keys[i] == hash {
			return t.values[i]
		}
	}
	return v
}

// Set is a set of words.
type Set struct{ t *Table[bool] }

// NewSet builds a set of normal forms.
func NewSet(words ...string) Set {
	hashes := make([]uint64, len(words))
	for i, w := range words {
		hashes[i] = Hash(w)
	}
	return NewHashSet(hashes)
}

// NewHashSet builds a set from the hashes of normal forms.
func NewHashSet(hashes []uint64) Set {
	m := make(map[uint64]bool, len(hashes))
	for _, h := range hashes {
		m[h] = true
	}
	return Set{NewTable(m)}
}

// Has reports whether a word is in the set.
func (s Set) Has(hash uint64) bool { return s.t.Get(hash) }
