package sense

import (
	_ "embed"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/bits"
	"slices"
	"sync"
)

// Model is immutable and safe for concurrent use.
type Model struct {
	net      *net  // of a whole answer's words
	letters  table // of a whole answer
	sentence table // of a sentence's words
	ours     table // tells by coarse features of the words whose they are
	rules    []string
	blends   blends
}

// table is a weight for each feature, in units of scale.
type table struct {
	weights []int16
	scale   float64
}

// dot is what a vector comes to.
func (t *table) dot(v *vector) float64 {
	shift := featureBits + 1 - bits.Len(uint(len(t.weights)))
	var z float32
	for i, at := range v.at {
		z += v.by[i] * float32(t.weights[at>>shift])
	}
	return float64(z) * t.scale
}

// head is a model without its tables.
type head struct {
	Version int
	Rules   []string // that it names
	Scale   []float64
	Net     answers
	Places  float32 // what a place is in units of
	Blends  blends
}

const version = 4

// tables are in the order of the file.
func (m *Model) tables() []*table { return []*table{&m.letters, &m.sentence, &m.ours} }

// sizes are how many weights the tables have.
func sizes() []int { return []int{1 << fine, 1 << fine, 1 << coarse} }

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

	likely []float32 // by the net, good first
}

// Judge judges an answer, given the rules that found something and the traits of
// the post and the answer.
func (m *Model) Judge(answer []Word, fired, traits []string) Judgement {
	a := spare.Get().(*Answer)
	defer spare.Put(a)
	a.read(answer, traits)
	p := m.net.place(&a.words)
	likely := m.net.answers.likely(&p)
	s := said{ours: m.ours.dot(&a.words) > 0, words: lapse(likely), letters: m.letters.dot(&a.letters)}
	at := 0
	for i := range a.sentences {
		from := at
		for at < len(answer) && answer[at].Sentence == answer[from].Sentence {
			at++
		}
		s.hear(m.sentence.dot(&a.sentences[i]), from, at)
	}
	return Judgement{m.blends.lapse(&s, fired, traits), s.from, s.to, sigmoid(s.worst), likely}
}

// spare are answers that have been judged, for their room: most of what a draft
// takes of it.
var spare = sync.Pool{New: func() any { return new(Answer) }}

// Name is the rule that an answer most likely breaks, of those allowed; "" where
// none is.
func (m *Model) Name(j Judgement, allowed func(rule string) bool) string {
	best, top := "", float32(0)
	for i, rule := range m.rules {
		if l := j.likely[1+i]; l > top && allowed(rule) {
			best, top = rule, l
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
	if h.Version != version || len(h.Rules) == 0 || len(h.Scale) != len(tables) || len(h.Net) != (1+len(h.Rules))*(dims+1) {
		return nil, errModel
	}
	for i, size := range sizes() {
		if len(rest) < 2*size {
			return nil, errModel
		}
		*tables[i] = table{make([]int16, size), h.Scale[i]}
		for k := range size {
			tables[i].weights[k] = int16(binary.LittleEndian.Uint16(rest[2*k:]))
		}
		rest = rest[2*size:]
	}
	if m.net = loadNet(rest, h.Net, h.Places); m.net == nil {
		return nil, errModel
	}
	return m, nil
}

// Bytes is the model as a file: a line of JSON, the tables, the net.
func (m *Model) Bytes() []byte {
	h := head{Version: version, Rules: m.rules, Net: m.net.answers, Places: m.net.unit, Blends: m.blends}
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
	return m.net.append(file)
}
