package store

import (
	"encoding/binary"
	"maps"
	"math"
	"slices"
	"time"
)

// packing writes values one after another, or reads them back in the same
// order into where the pointers point: so that one list of fields serves both.
// It knows no names; the numbers are variable in length, as encoding/binary
// has them.
type packing struct {
	out     []byte // what is written
	reading bool
	in      []byte // what is read
	all     string // in, once more: the texts that are read are parts of it
	at      int    // how far it is read
	bad     bool   // what was read is not what was written; everything read since is zero
}

func unpacking(doc []byte) packing {
	return packing{reading: true, in: doc, all: string(doc)}
}

// left is how many bytes are still to be read.
func (k *packing) left() int { return len(k.in) - k.at }

// fail ends the reading.
func (k *packing) fail() { k.bad, k.at = true, len(k.in) }

func (k *packing) unsigned(n *uint64) {
	switch { // most are small
	case !k.reading && *n < 0x80:
		k.out = append(k.out, byte(*n))
		return
	case !k.reading:
		k.out = binary.AppendUvarint(k.out, *n)
		return
	case k.at < len(k.in) && k.in[k.at] < 0x80:
		*n = uint64(k.in[k.at])
		k.at++
		return
	}
	v, size := binary.Uvarint(k.in[k.at:])
	if size <= 0 {
		*n = 0
		k.fail()
		return
	}
	*n = v
	k.at += size
}

// signed packs small numbers of either sign in few bytes.
func (k *packing) signed(n *int64) {
	folded := uint64(*n)<<1 ^ uint64(*n>>63)
	if k.unsigned(&folded); k.reading {
		*n = int64(folded>>1) ^ -int64(folded&1)
	}
}

func (k *packing) count(n *int) {
	wide := int64(*n)
	if k.signed(&wide); k.reading {
		*n = int(wide)
	}
}

// length packs how many things follow; each takes at least a byte.
func (k *packing) length(n int) int {
	wide := uint64(n)
	k.unsigned(&wide)
	if k.reading && wide > uint64(k.left()) {
		k.fail()
		return 0
	}
	return int(wide)
}

func (k *packing) text(s *string) {
	n := k.length(len(*s))
	if !k.reading {
		k.out = append(k.out, *s...)
		return
	}
	*s = k.all[k.at : k.at+n]
	k.at += n
}

// fixed packs what has no small values.
func (k *packing) fixed(n *uint64) {
	switch {
	case !k.reading:
		k.out = binary.LittleEndian.AppendUint64(k.out, *n)
	case k.left() < 8:
		*n = 0
		k.fail()
	default:
		*n = binary.LittleEndian.Uint64(k.in[k.at:])
		k.at += 8
	}
}

// share packs a number of 0 to some tens with up to three decimals in a few
// bytes, and any other in nine.
func (k *packing) share(x *float64) {
	const fine = 1000
	n := uint64(1) // what no short one begins with
	if whole := math.Round(*x * fine); whole >= 0 && whole < 1<<20 && whole/fine == *x && !math.Signbit(*x) {
		n = uint64(whole) << 1
	}
	k.unsigned(&n)
	bits := math.Float64bits(*x)
	if n&1 == 1 {
		k.fixed(&bits)
	} else {
		bits = math.Float64bits(float64(n>>1) / fine)
	}
	if k.reading {
		*x = math.Float64frombits(bits)
	}
}

// time packs a moment to the nanosecond; it is read as UTC.
func (k *packing) time(t *time.Time) {
	sec, nano := t.Unix(), uint64(t.Nanosecond())
	milli := nano / uint64(time.Millisecond)
	fine := nano%uint64(time.Millisecond) != 0
	k.signed(&sec)
	if k.flags(&fine); fine {
		k.unsigned(&nano)
	} else {
		k.unsigned(&milli)
		nano = milli * uint64(time.Millisecond)
	}
	if k.reading {
		*t = time.Unix(sec, int64(nano)).UTC()
	}
}

// flags packs up to 64 truths.
func (k *packing) flags(bs ...*bool) {
	var set uint64
	for i, b := range bs {
		set |= uint64(flag(*b)) << i
	}
	k.unsigned(&set)
	if !k.reading {
		return
	}
	for i, b := range bs {
		*b = set>>i&1 == 1
	}
}

// weights packs a map in the order of its names.
func (k *packing) weights(m *map[string]float64) {
	n := k.length(len(*m))
	if !k.reading {
		for _, name := range slices.Sorted(maps.Keys(*m)) {
			w := (*m)[name]
			k.text(&name)
			k.share(&w)
		}
		return
	}
	if n > 0 {
		*m = make(map[string]float64, n+1)
	}
	for range n {
		var name string
		var w float64
		k.text(&name)
		k.share(&w)
		(*m)[name] = w
	}
}
