package check

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// A hint may promise too much and never too little: what has a shape is found
// with it as without.
func TestHints(t *testing.T) {
	scraps := rapid.SampledFrom([]string{
		"a", "B", "zé", "1", "23", "4567", " ", " ", "-", ".", "/", "(", ")", "[", "+", ",", "@", "\n",
		"street", "Rd", "Hauptstraße", "Bergweg", "Str.", "calle", "Avda.", "mayor", "dot", " DOT ", "punkt", "at", "arroba", "GB", "SW",
	})
	shapes := []struct {
		shape *regexp.Regexp
		may   func(string) bool
	}{
		{numberRun, func(s string) bool { return hintsOf(s).number }},
		{ibanShape(), func(s string) bool { return hintsOf(s).letters }},
		{plateShape, func(s string) bool { return hintsOf(s).letters }},
		{postcodeShape, func(s string) bool { return hintsOf(s).postcode }},
		{addressShape(), mayAddress},
		{spelledDot, maySpell},
		{regexp.MustCompile(`(?i)[(\[{] *(?:at|arroba) *[)\]}]`), maySpell}, // without a bracket anywhere, spelledAt needs a dot
	}
	found := map[*regexp.Regexp]bool{}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(scraps, 0, 24).Draw(t, "scraps"), "")
		for _, c := range shapes {
			if m := c.shape.FindString(s); m != "" && !c.may(s) {
				t.Errorf("%q has %q, and no hint says so", s, m)
			}
		}
	})
	for text, c := range map[string]int{
		"call 020 7946 0958": 0, "GB33BUKB20201555555555": 1, "my car AB12 CDE": 2, "SW1A 1AA": 3, "12 Long Acre Street": 4, "Hauptstraße 5": 4, "jo at example dot com": 5, "jo (at) x.com": 6,
	} {
		if !shapes[c].shape.MatchString(text) || !shapes[c].may(text) {
			t.Errorf("%q: the shape is not found", text)
		}
		found[shapes[c].shape] = true
	}
	if len(found) != len(shapes) {
		t.Error("a shape has no example")
	}
}
