package recent_test

import (
	"testing"

	"goodgraces/connectors/recent"
)

func TestTheLastNamesAreRemembered(t *testing.T) {
	s := recent.New(2)
	for _, name := range []string{"a", "a", "b", "c"} {
		s.Add(name)
	}
	for name, want := range map[string]bool{"a": false, "b": true, "c": true, "d": false} {
		if s.Has(name) != want {
			t.Errorf("%s: %t", name, !want)
		}
	}
}
