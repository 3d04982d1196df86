package recent_test

import (
	"strconv"
	"testing"

	"goodgraces/connectors/recent"
)

func TestTheLastPostsAreRemembered(t *testing.T) {
	p := recent.NewMap[int](2)
	for i, id := range []string{"a", "a", "b", "c"} {
		p.Put(id, i)
	}
	p.Put("c", 7)
	for id, want := range map[string]int{"a": 0, "b": 2, "c": 7, "d": 0} {
		if got, known := p.Get(id); got != want || known != (want > 0) || p.Has(id) != known {
			t.Errorf("%s: %d, %t", id, got, known)
		}
	}
}

func TestTheLastPostsAreDueInTurn(t *testing.T) {
	p := recent.NewMap[struct{}](10)
	for i := range 12 {
		p.Put(strconv.Itoa(i), struct{}{})
	}
	p.Forget("5")
	met := map[string]int{}
	for range 3 {
		for _, id := range p.Due(200, 3) {
			met[id]++
		}
	}
	if len(met) != 9 {
		t.Errorf("due were %v, want nine different", met)
	}
}
