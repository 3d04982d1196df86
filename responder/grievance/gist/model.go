package gist

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"sync"
)

// Model is immutable and safe for concurrent use.
type Model struct {
	head
	places []byte // of each feature, dims bytes less 128
	dirs   []float32
}

// head is what is not a table.
type head struct {
	Version int
	Classes []string
	Scale   float32 // of the places
}

const (
	version = 1
	// dims is how many dimensions the space has in which features and classes lie:
	// a weight for each pair of the two would be eighty times as large.
	dims = 48
	zero = 128
)

//go:embed gist.model
var shipped []byte

// Shipped is the model that comes with the program.
var Shipped = sync.OnceValue(func() *Model {
	m, err := Load(shipped)
	if err != nil {
		panic(err)
	}
	return m
})

// pack brings the places of features to a byte each.
func pack(d *dense) *Model {
	var top float32
	for _, x := range d.place {
		top = max(top, x, -x)
	}
	m := &Model{head: head{Version: version, Classes: d.classes, Scale: max(top, 1e-9) / math.MaxInt8}, places: make([]byte, len(d.place)), dirs: d.dir}
	for i, x := range d.place {
		m.places[i] = byte(zero + math.Round(float64(x/m.Scale)))
	}
	return m
}

// Of reads a post.
func (m *Model) Of(p Post) Reading {
	r := Read(p)
	return m.read(&r.vector)
}

func (m *Model) read(v *vector) Reading {
	var h [dims]float32
	for k, at := range v.at {
		by := v.by[k] * m.Scale
		for i, b := range m.places[int(at)*dims : int(at)*dims+dims] {
			h[i] += by * float32(int(b)-zero)
		}
	}
	z := make([]float32, len(m.Classes))
	for c := range z {
		for i, w := range m.dirs[c*dims : c*dims+dims] {
			z[c] += w * h[i]
		}
	}
	softmax(z)
	return Reading{m.Classes, z}
}

var errModel = errors.New("gist: this is no model of what posts are about, or of another version; make one with graces train --gist")

// Load reads a model. It keeps using the bytes, which must not change.
func Load(file []byte) (*Model, error) {
	line, tables, ok := bytes.Cut(file, []byte{'\n'})
	if !ok {
		return nil, errModel
	}
	var m Model
	if err := json.Unmarshal(line, &m.head); err != nil {
		return nil, fmt.Errorf("%w: %w", errModel, err)
	}
	if m.Version != version || len(m.Classes) == 0 || len(tables) != dims<<bits+4*dims*len(m.Classes) {
		return nil, errModel
	}
	m.places, tables = tables[:dims<<bits], tables[dims<<bits:]
	m.dirs = make([]float32, dims*len(m.Classes))
	for i := range m.dirs {
		m.dirs[i] = math.Float32frombits(binary.LittleEndian.Uint32(tables[4*i:]))
	}
	return &m, nil
}

// Bytes is the model as a file: a line of JSON, the places of the features, the
// directions of the classes.
func (m *Model) Bytes() []byte {
	head, err := json.Marshal(m.head)
	if err != nil {
		panic(err) // of numbers and words
	}
	file := append(append(head, '\n'), m.places...)
	for _, x := range m.dirs {
		file = binary.LittleEndian.AppendUint32(file, math.Float32bits(x))
	}
	return file
}
