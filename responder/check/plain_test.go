package check

import (
	"os"
	"strings"
	"testing"
)

// TestPlainLapses tries what people say in plain words when they lapse: each
// line of testdata/plain.txt breaks the rule above it, whatever the model says.
func TestPlainLapses(t *testing.T) {
	text, err := os.ReadFile("testdata/plain.txt")
	if err != nil {
		t.Fatal(err)
	}
	var name string
	tried := 0
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if heading, ok := strings.CutPrefix(line, "# "); ok {
			name = heading
			continue
		}
		tried++
		r := For(Input{Platform: "x", Post: "@acmebakery the bread was burnt and nobody answers", Action: "reply"}).read(line)
		if ruleOf(name).judge(r) == "" {
			t.Errorf("%q does not break %s", line, name)
		}
	}
	if tried < 300 {
		t.Errorf("%d lines were tried, want 300", tried)
	}
}
