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
	places []byte          // of each feature, dims bytes less 128
	dirs   [dims][]float32 // of each class, by dimension
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
	m := &Model{head: head{Version: version, Classes: d.classes, Scale: max(top, 1e-9) / math.MaxInt8}, places: make([]byte, len(d.place))}
	m.turn(func(k int) float32 { return d.dir[k] })
	for i, x := range d.place {
		m.places[i] = byte(zero + math.Round(float64(x/m.Scale)))
	}
	return m
}

// turn takes the directions, given class by class.
func (m *Model) turn(dir func(k int) float32) {
	for i := range m.dirs {
		m.dirs[i] = make([]float32, len(m.Classes))
		for c := range m.Classes {
			m.dirs[i][c] = dir(c*dims + i)
		}
	}
}

// Of reads a post.
func (m *Model) Of(p Post) Reading {
	r := rooms.Get().(*room)
	defer rooms.Put(r)
	return m.read(r.read(p))
}

// steps are the numbers that bytes of places stand for, in units of Scale.
var steps = func() (all [256]float32) {
	for b := range all {
		all[b] = float32(b - zero)
	}
	return all
}()

// place is where a post lies: the sum of the places of its features, each by its
// value. Four are added at a time, which takes half as long as one by one.
func (m *Model) place(v *vector) (h [dims]float32) {
	at, by, k := v.at, v.by, 0
	for ; k+4 <= len(at); k += 4 {
		a, b, c, d := m.placeOf(at[k]), m.placeOf(at[k+1]), m.placeOf(at[k+2]), m.placeOf(at[k+3])
		byA, byB, byC, byD := by[k]*m.Scale, by[k+1]*m.Scale, by[k+2]*m.Scale, by[k+3]*m.Scale
		for i := range h {
			h[i] = h[i] + byA*steps[a[i]] + byB*steps[b[i]] + byC*steps[c[i]] + byD*steps[d[i]]
		}
	}
	for ; k < len(at); k++ {
		a, byA := m.placeOf(at[k]), by[k]*m.Scale
		for i := range h {
			h[i] += byA * steps[a[i]]
		}
	}
	return h
}

// placeOf is the place of a feature.
func (m *Model) placeOf(at uint32) *[dims]byte { return (*[dims]byte)(m.places[int(at)*dims:]) }

func (m *Model) read(v *vector) Reading {
	h := m.place(v)
	z := make([]float32, len(m.Classes))
	for i, x := range h { // all classes in turn: none waits for its own sum
		for c, dir := range m.dirs[i][:len(z)] {
			z[c] += dir * x
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
	m.turn(func(k int) float32 { return math.Float32frombits(binary.LittleEndian.Uint32(tables[4*k:])) })
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
	for c := range m.Classes {
		for i := range m.dirs {
			file = binary.LittleEndian.AppendUint32(file, math.Float32bits(m.dirs[i][c]))
		}
	}
	return file
}
