package check

// bitset is a set of small numbers, a bit each.
type bitset []uint64

// newBitset has room for the numbers below n.
func newBitset(n int) bitset { return make(bitset, (n+63)/64) }

// has is false of a number that there is no room for.
func (b bitset) has(n uint16) bool {
	return int(n/64) < len(b) && b[n/64]>>(n%64)&1 != 0
}

func (b bitset) put(n uint16) { b[n/64] |= 1 << (n % 64) }

// join puts all that more has, which has no more room.
func (b bitset) join(more bitset) {
	for i, word := range more {
		b[i] |= word
	}
}
