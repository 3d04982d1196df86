package incidents

import (
	"iter"
	"math/bits"
	"slices"
)

// bands is into how many bytes a hash is cut: two hashes that differ in at most
// seven bits share one of them for certain, in nine with 94 %, in thirteen with
// 79 %. One pair that is missed does not hide a crowd.
const bands = 8

// texts finds hashes near another one among the last Memory posts, without
// looking at all: only at those that share a band.
type texts struct {
	hashes  []uint64 // by place in the ring
	gone    []bool   // forgotten though still in the ring
	seen    []uint32 // the search that saw them last
	search  uint32
	buckets [bands][256][]int32 // places, oldest first
}

func newTexts() texts {
	return texts{hashes: make([]uint64, Memory), gone: make([]bool, Memory), seen: make([]uint32, Memory)}
}

func band(hash uint64, b int) byte { return byte(hash >> (8 * b)) }

// add puts a hash at a place that drop has emptied.
func (x *texts) add(at int, hash uint64) {
	x.hashes[at], x.gone[at] = hash, false
	for b := range bands {
		list := &x.buckets[b][band(hash, b)]
		*list = append(*list, int32(at))
	}
}

// drop takes out the oldest post of a hash, which is the oldest in its buckets.
func (x *texts) drop(hash uint64) {
	for b := range bands {
		list := &x.buckets[b][band(hash, b)]
		if *list = (*list)[1:]; len(*list) == 0 {
			*list = nil
		}
	}
}

// forget lets what is near a hash be found no more.
func (x *texts) forget(hash uint64, most int) {
	for at := range x.near(hash, most) {
		x.gone[at] = true
	}
}

// near yields the places of the hashes that differ in at most so many bits, the
// newest of each band first.
func (x *texts) near(hash uint64, most int) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		x.search++
		for b := range bands {
			for _, at := range slices.Backward(x.buckets[b][band(hash, b)]) {
				if x.seen[at] == x.search || x.gone[at] {
					continue
				}
				x.seen[at] = x.search
				if bits.OnesCount64(x.hashes[at]^hash) <= most && !yield(at) {
					return
				}
			}
		}
	}
}
