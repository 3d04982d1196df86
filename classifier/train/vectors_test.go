package train

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"goodgraces/classifier/features"
	"goodgraces/classifier/lexicon"
)

// invented returns rows of invented comments in which "late" and "delayed"
// stand beside the same words, and "lovely" beside others.
func invented(t *testing.T) []*row {
	t.Helper()
	x, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	var rows []*row
	for i := range 120 {
		thing := []string{"train", "parcel", "bus", "ferry"}[i%4]
		for word, mood := range map[string]string{
			"the %s is late again today": "annoyance", "the %s is delayed again today": "annoyance",
			"what a lovely picture of her %s": "love",
		} {
			rows = append(rows, newRow(record{Text: fmt.Sprintf(word, thing), Emotions: []string{mood}}, fromEmotions))
		}
		text := fmt.Sprintf("@shop my %s is late %d", thing, i)
		rows = append(rows, newRow(record{Text: text, Labels: map[string]bool{"complaint": i%2 == 0}}, fromComplaints))
	}
	slices.SortStableFunc(rows, func(a, b *row) int { return strings.Compare(a.text, b.text) })
	extract(rows, x)
	return rows
}

func TestVectorsOfWordsBesideTheSameWords(t *testing.T) {
	rows := invented(t)
	v := newVectors(rows, 1)
	vector := func(text, word string) []float32 {
		for _, r := range rows {
			if at := slices.Index(strings.Fields(r.text), word); r.text == text {
				return v[r.words[at]]
			}
		}
		t.Fatalf("no row %q", text)
		return nil
	}
	late := vector("the bus is late again today", "late")
	delayed := vector("the bus is delayed again today", "delayed")
	lovely := vector("what a lovely picture of her bus", "lovely")
	near, far := inner(late, delayed), inner(late, lovely)
	if near < 0.8 || far > near-0.3 {
		t.Errorf("late and delayed: %.2f; late and lovely: %.2f", near, far)
	}
}

// TestFoldKeepsTheScore: what vectors and teachers add is the same, whether
// they are asked or folded.
func TestFoldKeepsTheScore(t *testing.T) {
	rows := invented(t)
	k := learnFrom(rows, 1, func(string) {})
	mine := slices.DeleteFunc(slices.Clone(rows), func(r *row) bool { return r.source != fromComplaints })
	p := newProblems(mine, []labelling{complains}, complaintCost, worth)
	p.trust = k.trusted(&rich, p.rows)
	w := p.solve(complaintEpochs, 1)[0]
	if len(w.dense) != vectorEnd+len(k.teachers) {
		t.Fatalf("%d dense weights", len(w.dense))
	}
	var asked []float32
	for _, r := range mine {
		asked = append(asked, w.score(r))
	}
	k.fold(w)
	if len(w.dense) != features.Dense {
		t.Fatalf("%d dense weights are left", len(w.dense))
	}
	for i, r := range mine {
		if folded := w.score(r); math.Abs(float64(folded-asked[i])) > 1e-3 {
			t.Fatalf("%q: asked %v, folded %v", r.text, asked[i], folded)
		}
	}
}

// TestProblemsSideBySide: a problem is solved as it is by itself.
func TestProblemsSideBySide(t *testing.T) {
	rows := invented(t)
	learn := []labelling{any3([]string{"annoyance"}, nil, false), any3([]string{"love"}, nil, false)}
	solved := func(learn ...labelling) []*weights {
		p := newProblems(rows, learn, laneCost, even)
		p.trust = trust{squares(inverse(rows)), same(laneCues, cues)}
		return p.solve(laneEpochs, 1)
	}
	both := solved(learn...)
	for i, l := range learn {
		alone := solved(l)[0]
		if !slices.Equal(alone.grams, both[i].grams) || !slices.Equal(alone.dense, both[i].dense) || alone.bias != both[i].bias {
			t.Errorf("problem %d comes out otherwise alone", i)
		}
	}
}
