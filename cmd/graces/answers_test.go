package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// The example of docs/known-answers.md is a good one, and its commands do what
// the page says.
func TestKnownAnswersPage(t *testing.T) {
	page, err := os.ReadFile("../../docs/known-answers.md")
	must(t, err)
	block := func(kind string) string {
		found := regexp.MustCompile("(?s)```" + kind + "\n(.*?)```").FindSubmatch(page)
		if found == nil {
			t.Fatalf("the page has no block of %s", kind)
		}
		return string(found[1])
	}
	commands := strings.Split(strings.TrimSpace(block("sh")), "\n")
	says := []string{"2 known answers are good", "oak-lamp +en +2 +2035-12-31 +said", "6.95 euros.*\"known\":\"ireland\""}
	if len(commands) != len(says) {
		t.Fatalf("%d commands, want %d", len(commands), len(says))
	}
	script, files := "env GRACES_DATA=data\n", "-- data/answers/answers.yaml --\n"+block("yaml")
	for i, command := range commands {
		name := string(rune('a'+i)) + ".sh"
		script += "exec sh -e " + name + "\nstdout '" + says[i] + "'\n"
		files += "-- " + name + " --\n" + command + "\n"
	}
	file := filepath.Join(t.TempDir(), "page.txtar")
	must(t, os.WriteFile(file, []byte(script+files), 0o600))
	testscript.Run(t, testscript.Params{Files: []string{file}, Setup: realGraces(t)})
}
