package train

import (
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"sync"

	"goodgraces/classifier/features"
)

// How word vectors are made, chosen by cross-validation of the complaint lane.
const (
	vectorLen  = 50
	window     = 5  // words to either side that count as beside
	rareWord   = 3  // a word seen less often gets no vector
	iterations = 20 // of the eigenvectors; more change no figure
)

// vectors hold a vector for each single word's bucket, or nil. Words that stand
// beside the same words have vectors that point the same way, so what is
// learned of one is believed of the other.
type vectors [][]float32

// newVectors makes them from the texts alone, no label: the leading
// eigenvectors of the words' positive mutual information (Levy and Goldberg
// 2014), found by orthogonal iteration. The complaints teach no vector, so
// that a part of them can be held back.
func newVectors(rows []*row, seed uint64) vectors {
	ids, lines := vocabulary(rows)
	m := association(lines, len(ids))
	basis := leading(m, len(ids), seed)
	out := make(vectors, features.Singles)
	for bucket, id := range ids {
		out[bucket] = unit(basis, int(id))
	}
	return out
}

// vocabulary numbers the buckets of words that are not rare, and spells every
// text in these numbers, -1 for a rare word.
func vocabulary(rows []*row) (ids map[uint32]int32, lines [][]int32) {
	count := map[uint32]int{}
	for _, r := range rows {
		if r.source != fromComplaints {
			for _, w := range r.words {
				count[w]++
			}
		}
	}
	maps.DeleteFunc(count, func(_ uint32, n int) bool { return n < rareWord })
	ids = make(map[uint32]int32, len(count))
	for i, w := range slices.Sorted(maps.Keys(count)) {
		ids[w] = int32(i)
	}
	for _, r := range rows {
		if r.source != fromComplaints {
			lines = append(lines, spell(r.words, ids))
		}
	}
	return ids, lines
}

func spell(words []uint32, ids map[uint32]int32) []int32 {
	line := make([]int32, len(words))
	for i, w := range words {
		id, ok := ids[w]
		if !ok {
			id = -1
		}
		line[i] = id
	}
	return line
}

// cell is an entry of a sparse row.
type cell struct {
	at  int32
	val float32
}

// association returns the positive pointwise mutual information of words that
// stand beside each other, nearer ones counting more.
func association(lines [][]int32, n int) [][]cell {
	m := beside(lines, n)
	sums, total := make([]float64, n), 0.0
	for i, row := range m {
		for _, c := range row {
			sums[i] += float64(c.val)
		}
		total += sums[i]
	}
	for i, row := range m {
		kept := row[:0]
		for _, c := range row {
			if x := math.Log(float64(c.val) * total / (sums[i] * sums[c.at])); x > 0 {
				kept = append(kept, cell{c.at, float32(x)})
			}
		}
		m[i] = kept
	}
	return m
}

// beside counts which words stand beside which.
func beside(lines [][]int32, n int) [][]cell {
	counts := make([]map[int32]float32, n)
	for i := range counts {
		counts[i] = map[int32]float32{}
	}
	for _, line := range lines {
		for i, a := range line {
			for d := 1; d <= window && i+d < len(line); d++ {
				if b := line[i+d]; a >= 0 && b >= 0 {
					counts[a][b] += 1 / float32(d)
					counts[b][a] += 1 / float32(d)
				}
			}
		}
	}
	m := make([][]cell, n)
	for i, row := range counts {
		for at, c := range row {
			m[i] = append(m[i], cell{at, c})
		}
		slices.SortFunc(m[i], func(a, b cell) int { return int(a.at - b.at) })
	}
	return m
}

// leading returns the vectorLen leading eigenvectors of a symmetric matrix,
// each scaled by the root of its eigenvalue.
func leading(m [][]cell, n int, seed uint64) [][]float32 {
	rng := rand.New(rand.NewPCG(seed, 1))
	q := make([][]float32, vectorLen)
	for k := range q {
		q[k] = make([]float32, n)
		for i := range q[k] {
			q[k][i] = float32(rng.NormFloat64())
		}
	}
	var lengths []float64
	for range iterations {
		var wait sync.WaitGroup
		for k := range q {
			wait.Go(func() { q[k] = times(m, q[k]) })
		}
		wait.Wait()
		lengths = orthonormal(q)
	}
	for k := range q {
		for i := range q[k] {
			q[k][i] *= root(float32(lengths[k]))
		}
	}
	return q
}

func times(m [][]cell, x []float32) []float32 {
	y := make([]float32, len(x))
	for i, row := range m {
		var s float32
		for _, c := range row {
			s += c.val * x[c.at]
		}
		y[i] = s
	}
	return y
}

// orthonormal makes vectors orthogonal and of length 1, in their order
// (modified Gram-Schmidt), and returns the lengths that they had left.
func orthonormal(q [][]float32) []float64 {
	lengths := make([]float64, len(q))
	for k, v := range q {
		for _, u := range q[:k] {
			d := inner(u, v)
			for i := range v {
				v[i] -= float32(d) * u[i]
			}
		}
		lengths[k] = math.Sqrt(inner(v, v))
		if lengths[k] < negligible*lengths[0] {
			clear(v) // fewer directions than vectors
			continue
		}
		for i := range v {
			v[i] /= float32(lengths[k])
		}
	}
	return lengths
}

// negligible is what rounding leaves of a vector that depends on the others.
const negligible = 1e-5

func inner(a, b []float32) float64 {
	var s float64
	for i := range a {
		s += float64(a[i]) * float64(b[i])
	}
	return s
}

// unit is row i of the basis, of length 1.
func unit(basis [][]float32, i int) []float32 {
	v := make([]float32, len(basis))
	for k := range basis {
		v[k] = basis[k][i]
	}
	if n := math.Sqrt(inner(v, v)); n > 0 {
		for k := range v {
			v[k] /= float32(n)
		}
	}
	return v
}

// of sums the vectors of a row's single words, each as heavy as its n-gram.
func (v vectors) of(r *row, idf []float32) []float32 {
	out := make([]float32, vectorLen)
	for k, at := range r.grams.at {
		if at >= features.Singles {
			break // buckets rise
		}
		for i, x := range v[at] {
			out[i] += idf[at] * r.grams.val[k] * x
		}
	}
	return out
}
