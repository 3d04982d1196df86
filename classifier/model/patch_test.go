package model

import (
	"strings"
	"testing"

	"goodgraces/classifier/features"
)

func TestPatched(t *testing.T) {
	m, err := Load(Shipped())
	if err != nil {
		t.Fatal(err)
	}
	dense := make([]float32, features.Dense)
	dense[3] = 0.5
	p := &Patch{Base: m.Version(), Heads: map[string]HeadPatch{
		"praise": {At: []uint32{0, 7, 1<<features.Bits - 1}, Steps: []int{1000, -3, -1000}, Dense: dense},
	}}
	got, err := m.Patched(p, "4")
	if err != nil {
		t.Fatal(err)
	}
	if got.Version() != m.Version()+"+4" {
		t.Errorf("version %s", got.Version())
	}
	if want := m.Weight(Praise, 7) - 3*m.Scale[Praise]; got.Weight(Praise, 7) != want {
		t.Errorf("weight %v, want %v", got.Weight(Praise, 7), want)
	}
	if got.Weight(Praise, 0) != 127*m.Scale[Praise] || got.Weight(Praise, 1<<features.Bits-1) != -127*m.Scale[Praise] {
		t.Error("a weight left its byte")
	}
	if got.Dense[Praise][3] != m.Dense[Praise][3]+0.5 {
		t.Error("dense")
	}
	for lane := range Lane(Lanes) {
		if lane != Praise && (got.Weight(lane, 7) != m.Weight(lane, 7) || got.Dense[lane] != m.Dense[lane]) {
			t.Errorf("lane %d moved", lane)
		}
	}
	fresh, err := Load(Shipped())
	if err != nil || fresh.Weight(Praise, 0) != m.Weight(Praise, 0) {
		t.Error("the patched model shares its weights with the shipped one")
	}
}

func TestPatchedRefuses(t *testing.T) {
	m, err := Load(Shipped())
	if err != nil {
		t.Fatal(err)
	}
	for want, p := range map[string]*Patch{
		"belongs to model other": {Base: "other"},
		"is no head":             {Base: m.Version(), Heads: map[string]HeadPatch{"mood": {}}},
		"no bucket":              {Base: m.Version(), Heads: map[string]HeadPatch{"anger": {At: []uint32{1 << features.Bits}, Steps: []int{1}}}},
		"1 buckets, 0 steps":     {Base: m.Version(), Heads: map[string]HeadPatch{"anger": {At: []uint32{1}}}},
		"1 dense weights":        {Base: m.Version(), Heads: map[string]HeadPatch{"anger": {Dense: []float32{1}}}},
	} {
		if _, err := m.Patched(p, "1"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}
