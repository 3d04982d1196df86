package check

import (
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write docs/checks.md anew")

// The page that explains the rules is made of them.
func TestMarkdown(t *testing.T) {
	const page = "../../docs/checks.md"
	want := Markdown()
	if *update {
		if err := os.WriteFile(page, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(page); err != nil || string(got) != want {
		t.Errorf("docs/checks.md is not what the rules say (%v): go test ./responder/check -run TestMarkdown -update", err)
	}
}

// Each rule's example breaks it, and what stands beside it breaks none that
// judges the words alone.
func TestExamplesOfTheRules(t *testing.T) {
	const post = "My parcel is nine days late and nobody at @acme answers. Order 4711-88321"
	for _, rule := range rules {
		if rule.name == "apology_to_legal_threat" || rule.bad[0] == '(' || rule.name == "final" {
			continue // each has a test of its own
		}
		found := false
		for _, c := range Public(Input{Platform: "bluesky", Post: post, Reply: rule.bad}) {
			found = found || c.Rule == rule.name && !c.OK
		}
		if !found {
			t.Errorf("%s: its example passes: %q", rule.name, rule.bad)
		}
		if broken, note := Wording(rule.instead, false); broken != "" {
			t.Errorf("%s: what to say instead breaks %s: %s", rule.name, broken, note)
		}
	}
}
