package keywords

import "bytes"

// rough finds any of many short byte strings: it looks at the three bytes at
// each place, which begin one of them only now and then.
type rough struct {
	short  [][]byte // of fewer than three bytes
	begins [1 << 10]uint64
	runs   map[uint32][][]byte // by their first three bytes
}

func newRough() *rough { return &rough{runs: map[uint32][][]byte{}} }

func (r *rough) add(run []byte) {
	if len(run) < 3 {
		r.short = append(r.short, run)
		return
	}
	start := three(run)
	r.runs[start] = append(r.runs[start], run)
	word, bit := place(start)
	r.begins[word] |= bit
}

// in reports whether one of them stands in text.
func (r *rough) in(text []byte) bool {
	for _, run := range r.short {
		if bytes.Contains(text, run) {
			return true
		}
	}
	for i := range len(text) - 2 {
		start := three(text[i:])
		if word, bit := place(start); r.begins[word]&bit == 0 {
			continue
		}
		for _, run := range r.runs[start] {
			if bytes.HasPrefix(text[i:], run) {
				return true
			}
		}
	}
	return false
}

func three(b []byte) uint32 { return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 }

// place is where a start is noted among 65,536 bits: Fibonacci hashing.
func place(start uint32) (word, bit uint64) {
	h := uint64(start * 2_654_435_769 >> 16)
	return h >> 6, 1 << (h & 63)
}
