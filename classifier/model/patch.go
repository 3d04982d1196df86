package model

import (
	"fmt"
	"slices"

	"goodgraces/classifier/features"
)

// Patch is what was learned on top of a model. It is applied when a model is
// loaded, to a copy of its weights, so judging costs what it did before.
type Patch struct {
	Base  string               `json:"base"`  // Version of the model that it belongs to
	Heads map[string]HeadPatch `json:"heads"` // by HeadNames
	// Examples are keys of mentions that are examples of a topic, by topic.
	// Their texts are looked up when the patch is applied, so that one that
	// was erased teaches nothing.
	Examples map[string][]string `json:"examples,omitempty"`
}

// HeadPatch is what to add to the lane under one head.
type HeadPatch struct {
	At    []uint32  `json:"at"`    // buckets, rising
	Steps []int     `json:"steps"` // for each: what to add, in steps of the lane's Scale
	Dense []float32 `json:"dense"` // what to add to Header.Dense; empty for nothing
}

// HeadNames are the heads as verdicts name them.
var HeadNames = [Heads]string{"complaint", "anger", "praise", "question", "sarcasm", "hostility"}

// Patched returns the model with a patch applied, under the version
// "BASE+NAME". It fails where the patch was made for another model: weights
// mean something only beside those that they were learned with.
func (m *Model) Patched(p *Patch, name string) (*Model, error) {
	if p.Base != m.version {
		return nil, fmt.Errorf("model: what was learned belongs to model %s, and %s is in use; learn again with `graces train --from-store`", p.Base, m.version)
	}
	out := &Model{Header: m.Header, table: slices.Clone(m.table), version: m.version + "+" + name}
	for head, patch := range p.Heads {
		h := slices.Index(HeadNames[:], head)
		if h < 0 {
			return nil, fmt.Errorf("model: the patch is about %q, which is no head", head)
		}
		if err := out.add(HeadLane[h], &patch); err != nil {
			return nil, fmt.Errorf("model: %s: %w; learn again with `graces train --from-store`", head, err)
		}
	}
	return out, nil
}

// add adds a patch to a lane. A weight stays within its byte.
func (m *Model) add(l Lane, p *HeadPatch) error {
	if len(p.At) != len(p.Steps) || len(p.Dense) != 0 && len(p.Dense) != features.Dense {
		return fmt.Errorf("the patch has %d buckets, %d steps and %d dense weights", len(p.At), len(p.Steps), len(p.Dense))
	}
	for i, at := range p.At {
		if at >= 1<<features.Bits {
			return fmt.Errorf("there is no bucket %d", at)
		}
		w := &m.table[int(at)*Lanes+int(l)]
		*w = byte(max(1, min(255, int(*w)+p.Steps[i])))
	}
	for i, x := range p.Dense {
		m.Dense[l][i] += x
	}
	return nil
}
