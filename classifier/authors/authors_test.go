package authors

import (
	"math/bits"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/classifier/tokens"
)

func hash(text string) uint64 {
	var words []uint64
	for w := range strings.FieldsSeq(text) {
		words = append(words, tokens.Hash(w))
	}
	return Hash(words)
}

func TestHashTellsCopies(t *testing.T) {
	a := hash("acme is a company of liars and idiots stay away from these clowns")
	if d := bits.OnesCount64(a ^ hash("acme is a company of liars and idiots stay away from those clowns")); d > nearBits+4 {
		t.Errorf("one word changed: %d bits apart", d)
	}
	if d := bits.OnesCount64(a ^ hash("my parcel never arrived and nobody at the depot answers the phone today")); d <= 2*nearBits {
		t.Errorf("another text: only %d bits apart", d)
	}
}

func TestStrangerHasNoStanding(t *testing.T) {
	if _, known := new(Rules).Stand(&care.Profile{}); known {
		t.Error("a stranger is known")
	}
}

func TestAnswersAreNoContacts(t *testing.T) {
	p := &care.Profile{}
	m := &care.Mention{ID: "a", By: care.ByBrand}
	new(Rules).Update(p, m, &care.Verdict{}, Look{}, nil)
	new(Rules).Update(p, m, &care.Verdict{}, Look{}, nil) // redelivered
	if p.Answers != 1 || p.Contacts != 0 {
		t.Errorf("%+v", p)
	}
}

func TestIntrusion(t *testing.T) {
	me := care.Author{ID: "1", Handle: "me"}
	for _, tt := range []struct {
		owner string
		want  bool
	}{{"", false}, {"1", false}, {"me", false}, {"brand", false}, {"acme", false}, {"joe", true}} {
		if got := Intrudes(&care.Mention{Author: me, ThreadAuthor: tt.owner}, []string{"acme"}); got != tt.want {
			t.Errorf("thread of %q: %v", tt.owner, got)
		}
	}
}

// Old hostility fades, and so does what a post weighs.
func TestMemoryFades(t *testing.T) {
	at := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	p, r := &care.Profile{}, new(Rules)
	r.Update(p, &care.Mention{ID: "1", CreatedAt: at}, &care.Verdict{}, Look{Hostility: 1}, nil)
	r.Update(p, &care.Mention{ID: "2", CreatedAt: at.Add(180 * 24 * time.Hour)}, &care.Verdict{}, Look{}, nil)
	if p.Hostility > 0.02 {
		t.Errorf("hostility is still %.2f half a year later", p.Hostility)
	}
	if w := fade(ageing, ageing); w != 0.5 {
		t.Errorf("weight after %v: %v", ageing, w)
	}
}

// Anger alone, and any number of posts alone, keep the door open.
func TestHostilityAloneNeverCloses(t *testing.T) {
	p, r := &care.Profile{}, new(Rules)
	for i := range 40 {
		look := Look{Hash: uint64(i) * 0x9e3779b97f4a7c15, Words: 9, Hostility: 1, Bait: 1}
		r.Update(p, &care.Mention{ID: string(rune('A' + i))}, &care.Verdict{Hostility: 1, Anger: 1}, look, nil)
		if s, _ := r.Stand(p); s.Stance != care.StanceEngage {
			t.Fatalf("post %d: %+v", i, s)
		}
	}
}
