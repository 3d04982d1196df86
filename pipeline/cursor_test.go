package pipeline

import (
	"slices"
	"testing"

	"goodgraces/connectors"
)

// A name that is given to a connector of another type does not bring the earlier
// one's cursor with it; where that comes back, it goes on where it was.
func TestACursorIsOfOneType(t *testing.T) {
	s := newShop(t)
	read := func(kind, moves string) string {
		p := &platform{name: "shop", kind: kind, batches: batches(connectors.Batch{Cursor: moves})}
		must(t, newReader(s, p).read(t.Context()))
		return p.cursors[0]
	}
	var got []string
	for _, step := range [][2]string{{"feeds", "f1"}, {"feeds", "f2"}, {"reddit", "r1"}, {"reddit", "r2"}, {"feeds", "f3"}, {"reddit", "r3"}} {
		got = append(got, read(step[0], step[1]))
	}
	if want := []string{"", "f1", "", "r1", "f2", "r2"}; !slices.Equal(got, want) {
		t.Errorf("read from %q, want %q", got, want)
	}
}

// A cursor that an earlier version saved is not lost, and is one connector's alone.
func TestACursorOfAnEarlierVersion(t *testing.T) {
	s := newShop(t)
	must(t, s.Store.SaveCursor(t.Context(), "connector/shop", "before"))
	for _, tt := range []struct{ kind, want string }{{"feeds", "before"}, {"feeds", "before"}, {"reddit", ""}} {
		p := &platform{name: "shop", kind: tt.kind, batches: batches()}
		must(t, newReader(s, p).read(t.Context()))
		if p.cursors[0] != tt.want {
			t.Errorf("%s read from %q, want %q", tt.kind, p.cursors[0], tt.want)
		}
	}
}
