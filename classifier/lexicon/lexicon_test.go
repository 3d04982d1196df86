package lexicon

import "testing"

func TestDefaultParses(t *testing.T) {
	x, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	if len(x.Labels()) < 30 || x.Label("legal") < 0 || x.Label("nope") != -1 {
		t.Fatalf("labels: %v", x.Labels())
	}
}
