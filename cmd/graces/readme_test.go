package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// readmeInput is what the README's commands find in the working folder.
const readmeInput = `-- posts.jsonl --
{"id":"1","platform":"x","text":"Day 3 and STILL no parcel. Nobody answers."}
{"id":"2","platform":"x","text":"Mild weather today."}
-- password --
correct horse battery staple
`

// readmeSays is what the README's examples must print: pattern by the command
// that the example is of. An example that is not here must end well.
var readmeSays = []struct{ example, stdout string }{
	{"graces classify", `^\{"id":"1","language":"en","complaint":0\.[5-9].*"action":"reply"`},
	{"graces draft", `^\{"id":"1","action":"reply","text":"[^"]`},
	{"graces check", `"broken":\[.*"trigger_phrase".*"asks_private_data_publicly"`},
	{"graces replay", `^\{"read":2,"new":2,"duplicates":0,"cases":1,"drafts":1,"dead":0,"seconds":[0-9.]+\}$`},
}

// TestReadme runs the commands of the README as they stand there, one after the
// other in one folder. Left to other tests are the two headline commands (go
// run, make test) and `graces serve`, which does not end.
func TestReadme(t *testing.T) {
	var script strings.Builder
	var files strings.Builder
	n := 0
	for _, command := range readmeCommands(t) {
		if regexp.MustCompile(`^(go|make) |^graces serve\b`).MatchString(command) {
			continue
		}
		n++
		fmt.Fprintf(&script, "stdin password\nexec sh -e %d.sh\n", n)
		for _, say := range readmeSays {
			if strings.Contains(command, say.example) {
				fmt.Fprintf(&script, "stdout '%s'\n", say.stdout)
			}
		}
		fmt.Fprintf(&files, "-- %d.sh --\n%s\n", n, command)
	}
	if n < len(readmeSays)+3 {
		t.Fatalf("found %d commands only; are the README's examples in blocks of sh?", n)
	}
	file := filepath.Join(t.TempDir(), "readme.txtar")
	must(t, os.WriteFile(file, []byte(script.String()+files.String()+readmeInput), 0o600))
	testscript.Run(t, testscript.Params{Files: []string{file}, Setup: realGraces(t)})
}

// readmeCommands are the lines of the README's blocks of sh.
func readmeCommands(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile("../../README.md")
	must(t, err)
	var commands []string
	for _, block := range regexp.MustCompile("(?s)```sh\n(.*?)```").FindAllStringSubmatch(string(text), -1) {
		for line := range strings.Lines(block[1]) {
			if line = strings.TrimSpace(line); line != "" {
				commands = append(commands, line)
			}
		}
	}
	return commands
}
