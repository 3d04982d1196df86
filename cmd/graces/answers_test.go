package main

import (
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"goodgraces/config"
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

// Known answers are followed as templates are; a broken file leaves both as they
// were, and what the desk has written is in force at once.
func TestKnownAnswersAreFollowed(t *testing.T) {
	data := t.TempDir()
	file := filepath.Join(data, "answers", "answers.yaml")
	tones := newTones(slog.New(slog.DiscardHandler))
	must(t, tones.configure(&config.Config{Data: data}))
	is := func(when, want, refused string) {
		t.Helper()
		got := ""
		if a := tones.Load().KnownAnswers().Find("ireland"); a != nil {
			got = a.Answer
		}
		if got != want {
			t.Errorf("%s: %q, want %q", when, got, want)
		}
		if err := tones.Err(); (err == nil) != (refused == "") || err != nil && !strings.Contains(err.Error(), refused) {
			t.Errorf("%s: refused %v, want %q", when, err, refused)
		}
	}
	is("without a folder", "", "")
	entry := func(answer string) string {
		return "- {name: ireland, language: en, asks: [\"Do you ship to Ireland?\", \"Is delivery to Ireland possible?\"], answer: " + answer + "}\n"
	}
	must(t, os.Mkdir(filepath.Dir(file), 0o700))
	write(t, file, entry("For 7 euros."))
	tones.look()
	is("just written", "", "")
	tones.look()
	is("left alone", "For 7 euros.", "")
	write(t, file, entry(`"{braces}"`))
	tones.look()
	tones.look()
	is("broken", "For 7 euros.", file+":1: answer")
	write(t, file, entry("For 8 euros."))
	must(t, tones.now())
	is("written by the desk", "For 8 euros.", "")

	// A fact is held to the levels of the configuration that is to be in force.
	strict := &config.Config{Data: data, Responder: config.Responder{Checks: []config.Check{{Rule: "robot_tone", Level: "block"}}}}
	must(t, tones.configure(strict))
	write(t, file, entry("In five working days."))
	if err := tones.now(); err == nil || !strings.Contains(err.Error(), "robot_tone") {
		t.Errorf("a fact that breaks a rule of ours: %v", err)
	}
	is("what breaks a rule of ours", "For 8 euros.", "robot_tone")
	must(t, tones.configure(&config.Config{Data: data}))
	is("at the rules' own levels", "In five working days.", "")
	if err := tones.configure(strict); err == nil || !strings.Contains(err.Error(), file+":1: answer") {
		t.Errorf("a level that a fact in force breaks: %v", err)
	}
	is("after a configuration that was refused", "In five working days.", "")

	// What is wrong with a published template says nothing of the files.
	st := toneStore(t)
	publishTone(t, st, "warm-en", shippedTone(t, "warm-en", "priority:", "priorty:"))
	tones.refresh(t.Context(), st)
	write(t, file, entry("For 9 euros."))
	must(t, tones.now())
	must(t, tones.FolderErr())
	is("beside a broken template", "For 9 euros.", "priorty: is no field")
	write(t, file, entry(`"{braces}"`))
	if err := tones.now(); err == nil || tones.FolderErr() == nil || strings.Contains(err.Error(), "priorty") {
		t.Errorf("a broken file: %v, kept %v", err, tones.FolderErr())
	}
}
