// Package model is the linear model: one table of hashed n-gram weights whose
// buckets hold the weights of all lanes side by side, so that one look-up
// serves every judgement.
package model

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"

	"goodgraces/classifier/features"
)

// Lane is one linear score: a judgement, or an emotion that feeds one.
type Lane int

// The lanes. Each has one byte in every bucket.
const (
	Complaint Lane = iota
	Anger
	Praise
	Question
	Hostility
	Mocking
	Lanes = 8 // bytes of a bucket, read as one word; two are spare
)

// Head is one probability of the verdict.
type Head int

// The heads.
const (
	HeadComplaint Head = iota
	HeadAnger
	HeadPraise
	HeadQuestion
	HeadSarcasm
	HeadHostility
	Heads
)

// HeadLane is the lane under each head.
var HeadLane = [Heads]Lane{Complaint, Anger, Praise, Question, Mocking, Hostility}

// Header is everything but the table. It is stored as JSON.
type Header struct {
	Bits  int            `json:"bits"`
	Seed  uint64         `json:"seed"`
	Scale [Lanes]float32 `json:"scale"` // of one step of the table's weights
	Bias  [Lanes]float32 `json:"bias"`
	// Dense holds the weights of features.Post.Dense.
	Dense [Lanes][features.Dense]float32 `json:"dense"`
	// Platt turns a head's score s into 1/(1+exp(-(A s + B))).
	Platt [Heads][2]float32 `json:"platt"`
}

// Model is immutable and safe for any number of goroutines.
type Model struct {
	Header
	table   []byte // Lanes bytes a bucket; a weight is its byte less 128
	version string
}

//go:embed graces.model
var shipped []byte

// Shipped is the model file that the binary carries.
func Shipped() []byte { return shipped }

const (
	magic    = "graces-model-2\n"
	zero     = 128 // the byte of weight 0
	tableLen = Lanes << features.Bits
)

// New builds a model from its parts. The table holds Lanes bytes for each of
// 1<<features.Bits buckets.
func New(h Header, table []byte) (*Model, error) {
	h.Bits = features.Bits
	return Load(encode(h, table))
}

// Load reads a model file. It keeps using the bytes, which must not change.
func Load(file []byte) (*Model, error) {
	rest, ok := bytes.CutPrefix(file, []byte(magic))
	if !ok || len(rest) < 4 {
		return nil, fmt.Errorf("model: not a model file; write one with `graces train`")
	}
	n := int(binary.LittleEndian.Uint32(rest))
	rest = rest[4:]
	if n > len(rest) || len(rest)-n != tableLen {
		return nil, fmt.Errorf("model: %d bytes where %d belong: the file is cut off or from another version; train it anew", len(rest), n+tableLen)
	}
	m := &Model{table: rest[n:]}
	if err := json.Unmarshal(rest[:n], &m.Header); err != nil {
		return nil, fmt.Errorf("model: header: %w; train it anew", err)
	}
	if m.Bits != features.Bits {
		return nil, fmt.Errorf("model: made for %d bits, this program reads %d; train it anew", m.Bits, features.Bits)
	}
	sum := sha256.Sum256(file)
	m.version = hex.EncodeToString(sum[:6])
	return m, nil
}

func encode(h Header, table []byte) []byte {
	head, err := json.Marshal(h)
	if err != nil {
		panic("model: " + err.Error()) // NaN or Inf: the trainer never makes one
	}
	out := append([]byte(magic), binary.LittleEndian.AppendUint32(nil, uint32(len(head)))...)
	return append(append(out, head...), table...)
}

// Bytes returns the model as a file.
func (m *Model) Bytes() []byte { return encode(m.Header, m.table) }

// Version is the beginning of the file's SHA-256.
func (m *Model) Version() string { return m.version }

// Scores are a post's lanes and heads. Heads are log-odds.
type Scores struct {
	Lanes [Lanes]float32
	Heads [Heads]float32
}

// Prob returns a head's probability.
func (s *Scores) Prob(h Head) float64 { return sigmoid(float64(s.Heads[h])) }

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// Score scores a post.
func (m *Model) Score(p *features.Post) Scores {
	var s Scores
	words, chars := m.sum(p.Words), m.sum(p.Chars)
	w, c := Norm(len(p.Words)), Norm(len(p.Chars))
	for l := range Lane(Lanes) {
		s.Lanes[l] = m.Scale[l]*(float32(words[l])*w+float32(chars[l])*c) + m.Bias[l] + dot(&m.Dense[l], &p.Dense)
	}
	for h := range Heads {
		s.Heads[h] = m.Platt[h][0]*s.Lanes[HeadLane[h]] + m.Platt[h][1]
	}
	return s
}

// Norm is the length normalisation of n n-grams.
func Norm(n int) float32 { return float32(1 / math.Sqrt(float64(max(n, 1)))) }

func dot(a, b *[features.Dense]float32) float32 {
	var x float32
	for i := range a {
		x += a[i] * b[i]
	}
	return x
}

// evens selects every second byte of a word.
const evens = 0x00ff00ff00ff00ff

// sum adds up the weights of buckets, all lanes at once: a bucket's eight
// bytes are held in two words of four 16-bit counters, which are emptied
// before they can overflow.
func (m *Model) sum(buckets []uint32) [Lanes]int32 {
	const batch = 256 // 256 * 255 < 1<<16
	var total [Lanes]int32
	for start := 0; start < len(buckets); start += batch {
		var even, odd uint64
		for _, k := range buckets[start:min(start+batch, len(buckets))] {
			x := binary.LittleEndian.Uint64(m.table[int(k)*Lanes:])
			even += x & evens
			odd += x >> 8 & evens
		}
		for i := range 4 {
			total[2*i] += int32(even >> (16 * i) & 0xffff)
			total[2*i+1] += int32(odd >> (16 * i) & 0xffff)
		}
	}
	for l := range total {
		total[l] -= zero * int32(len(buckets))
	}
	return total
}

// Total is the weight of several buckets in a lane, before Norm.
func (m *Model) Total(l Lane, buckets []uint32) float32 {
	n := -zero * len(buckets)
	for _, k := range buckets {
		n += int(m.table[int(k)*Lanes+int(l)])
	}
	return m.Scale[l] * float32(n)
}

// Weight is one bucket's weight in a lane, before Norm.
func (m *Model) Weight(l Lane, bucket uint32) float32 {
	return m.Scale[l] * float32(int(m.table[int(bucket)*Lanes+int(l)])-zero)
}
