package check_test

import (
	"os"
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/responder/check"
)

// TestFactsThatGive measures on facts of three languages what may be kept: a
// price, a rule of the house, and nothing that gives money to somebody. Each file
// was written before the patterns that pass on it: at the first look all rules
// were kept, and of the gifts refused en 25 of 60, es 8 of 30, de 6 of 30, held 16 of
// 48, last 20 of 32. A fact that is refused can be said as a rule.
func TestFactsThatGive(t *testing.T) {
	for _, language := range []string{"en", "es", "de", "held", "last"} {
		t.Run(language, func(t *testing.T) {
			text, err := os.ReadFile("testdata/facts/" + language + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			right, all := map[string]int{}, map[string]int{}
			for line := range strings.Lines(string(text)) {
				kind, fact, _ := strings.Cut(strings.TrimSpace(line), "\t")
				gives := !compensates(fact)
				all[kind]++
				if gives == (kind == "rule") {
					right[kind]++
				} else {
					t.Logf("%s: %s", kind, fact)
				}
			}
			if right["rule"] < all["rule"] || float64(right["gives"]) < 0.97*float64(all["gives"]) {
				t.Error("every rule is to be kept, and 97 of 100 gifts refused")
			}
			t.Logf("%s: rules kept %d of %d, gifts refused %d of %d", language, right["rule"], all["rule"], right["gives"], all["gives"])
		})
	}
}

func compensates(fact string) bool {
	for _, c := range check.Public(check.Input{Post: "Hello?", Reply: fact, Action: care.ActAnswer, Facts: []string{fact}}) {
		if c.Rule == "public_compensation" {
			return !c.OK
		}
	}
	return false
}
