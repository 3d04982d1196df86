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
	words, letters table // of a whole answer
	sentence       table // of a sentence's words
	ours           table // tells by coarse features of the words whose they are
	names          table // for each of those, a weight for each rule
	rules          []string
	blends         blends
}

// table is a weight for each feature, in units of scale.
type table struct {
	weights []int16
	scale   float64
}

// head is a model without its tables.
type head struct {
	Version int
	Rules   []string // that it names
	Scale   []float64
	Blends  blends
}

const (
	version = 3
	coarse  = 14 // bits of a feature's number, where fewer will do
)

// tables are in the order of the file.
func (m *Model) tables() []*table {
	return []*table{&m.words, &m.letters, &m.sentence, &m.ours, &m.names}
}

// sizes are how many weights the tables have.
func sizes(rules int) []int {
	return []int{1 << bits, 1 << bits, 1 << bits, 1 << coarse, rules << coarse}
}

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

// Judgement is what the model says of an answer.
type Judgement struct {
	Lapse    float64 // how likely it is one, 0..1
	From, To int     // the words of its worst sentence
	Worst    float64 // how likely that is one by itself, 0..1
}

// Judge judges an answer, given the rules that found something and the traits of
// the post and the answer.
func (m *Model) Judge(answer []Word, fired, traits []string) Judgement {
	whole, sentences := spell(answer)
	words, letters := whole.readWords(m.words.weights, m.ours.weights), readLetters(answer, m.letters.weights)
	s := said{ours: words.about > 0, words: float64(words.sum) * m.words.scale, letters: float64(letters.sum) * m.letters.scale}
	at := 0
	for i := range sentences {
		from := at
		at += len(sentences[i].words)
		v := sentences[i].readWords(m.sentence.weights, nil)
		s.hear(float64(v.sum)*m.sentence.scale, from, at)
	}
	return Judgement{m.blends.lapse(&s, fired, traits), s.from, s.to, sigmoid(s.worst)}
}

// Name is the rule that a lapse most likely breaks, of those allowed; "" where
// none is.
func (m *Model) Name(passage []Word, allowed func(rule string) bool) string {
	spelt, _ := spell(passage)
	words := spelt.readWords(nil, nil)
	z := make([]float64, len(m.rules))
	for i, at := range words.at {
		row := int(at>>(bits-coarse)) * len(m.rules)
		for rule := range z {
			z[rule] += float64(m.names.weights[row+rule]) * float64(words.by[i])
		}
	}
	best := ""
	top := math.Inf(-1)
	for i, rule := range m.rules {
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
	var h head
	if err := json.Unmarshal(file[:end], &h); err != nil {
		return nil, fmt.Errorf("%w: %w", errModel, err)
	}
	m, rest := &Model{rules: h.Rules, blends: h.Blends}, file[end+1:]
	tables := m.tables()
	if h.Version != version || len(h.Rules) == 0 || len(h.Scale) != len(tables) {
		return nil, errModel
	}
	for i, size := range sizes(len(h.Rules)) {
		if len(rest) < 2*size {
			return nil, errModel
		}
		*tables[i] = table{make([]int16, size), h.Scale[i]}
		for k := range size {
			tables[i].weights[k] = int16(binary.LittleEndian.Uint16(rest[2*k:]))
		}
		rest = rest[2*size:]
	}
	if len(rest) > 0 {
		return nil, errModel
	}
	return m, nil
}

// Bytes is the model as a file: a line of JSON, then the tables.
func (m *Model) Bytes() []byte {
	h := head{Version: version, Rules: m.rules, Blends: m.blends}
	for _, t := range m.tables() {
		h.Scale = append(h.Scale, t.scale)
	}
	file, err := json.Marshal(h)
	if err != nil {
		panic(err) // of numbers and words
	}
	file = append(file, '\n')
	for _, t := range m.tables() {
		for _, weight := range t.weights {
			file = binary.LittleEndian.AppendUint16(file, uint16(weight))
		}
	}
	return file
}
