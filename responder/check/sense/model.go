package sense

import (
	_ "embed"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"sync"
)

// Model is immutable and safe for concurrent use.
type Model struct {
	head
	words, letters []int16 // a weight for each feature
	names          []int16 // for each coarse feature of the words, a weight for each rule
}

// head is what is not a table.
type head struct {
	Version int
	Rules   []string  // that the model names
	Scale   []float64 // of the weights in words, in letters, in names
	Blend   blend
}

// blend weighs what the words and letters say against which rules found
// something: Rule holds a weight for each rule that ever did.
type blend struct {
	Bias, Words, Letters, Any float64
	Rule                      map[string]float64
}

const (
	version = 1
	coarse  = 14 // bits of a feature's number, where a rule is named
)

//go:embed checks.model
var shipped []byte

// Shipped is the model that comes with the program.
var Shipped = sync.OnceValue(func() *Model {
	m, err := Load(shipped)
	if err != nil {
		panic(err)
	}
	return m
})

// Lapse says how likely an answer is a lapse, 0..1, given the rules that found
// something.
func (m *Model) Lapse(answer []Word, fired []string) float64 {
	words, letters := readWords(answer, m.words), readLetters(answer, m.letters)
	return sigmoid(m.Blend.logit(float64(words.sum)*m.Scale[0], float64(letters.sum)*m.Scale[1], fired))
}

func (b *blend) logit(words, letters float64, fired []string) float64 {
	z := b.Bias + b.Words*words + b.Letters*letters
	if len(fired) > 0 {
		z += b.Any
	}
	for _, rule := range fired {
		z += b.Rule[rule]
	}
	return z
}

// Name is the rule that a lapse most likely breaks, of those allowed; "" where
// none is.
func (m *Model) Name(answer []Word, allowed func(rule string) bool) string {
	words := readWords(answer, nil)
	z := make([]float64, len(m.Rules))
	for i, at := range words.at {
		row := int(at>>(bits-coarse)) * len(m.Rules)
		for rule := range z {
			z[rule] += float64(m.names[row+rule]) * float64(words.by[i])
		}
	}
	best := ""
	top := math.Inf(-1)
	for i, rule := range m.Rules {
		if z[i] > top && allowed(rule) {
			best, top = rule, z[i]
		}
	}
	return best
}

func sigmoid(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

var errModel = errors.New("sense: this is no model of the checks, or of another version; make one with graces train --checks")

// Load reads a model.
func Load(file []byte) (*Model, error) {
	end := slices.Index(file, '\n')
	if end < 0 {
		return nil, errModel
	}
	var m Model
	if err := json.Unmarshal(file[:end], &m.head); err != nil {
		return nil, fmt.Errorf("%w: %w", errModel, err)
	}
	tables := file[end+1:]
	const size = 1 << bits
	if m.Version != version || len(m.Scale) != 3 || len(m.Rules) == 0 || len(tables) != 2*(2*size+len(m.Rules)<<coarse) {
		return nil, errModel
	}
	all := make([]int16, len(tables)/2)
	for i := range all {
		all[i] = int16(binary.LittleEndian.Uint16(tables[2*i:]))
	}
	m.words, m.letters, m.names = all[:size], all[size:2*size], all[2*size:]
	return &m, nil
}

// Bytes is the model as a file: a line of JSON, then the tables.
func (m *Model) Bytes() []byte {
	head, err := json.Marshal(m.head)
	if err != nil {
		panic(err) // of numbers and words
	}
	file := append(head, '\n')
	for _, table := range [][]int16{m.words, m.letters, m.names} {
		for _, weight := range table {
			file = binary.LittleEndian.AppendUint16(file, uint16(weight))
		}
	}
	return file
}
