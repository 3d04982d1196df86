package all_test

import (
	"slices"
	"strings"
	"testing"

	"goodgraces/connectors"
	"goodgraces/connectors/all"
)

func TestTypesAreSortedAndFound(t *testing.T) {
	types := all.Types()
	if !slices.IsSortedFunc(types, func(a, b connectors.Type) int { return strings.Compare(a.Spec.Type, b.Spec.Type) }) {
		t.Error("not in alphabetical order")
	}
	for _, typ := range types {
		if got, ok := all.Lookup(typ.Spec.Type); !ok || got.Spec.Title != typ.Spec.Title || got.New == nil {
			t.Errorf("Lookup(%s) = %+v, %t", typ.Spec.Type, got.Spec, ok)
		}
	}
	if _, ok := all.Lookup("nothing"); ok {
		t.Error("found a type that there is not")
	}
}
