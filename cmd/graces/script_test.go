package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"goodgraces/care"
	"goodgraces/store"
)

// scriptCommands are what the scripts of testdata know besides testscript's own.
var scriptCommands = map[string]func(ts *testscript.TestScript, neg bool, args []string){
	"corrected": scriptCorrected,
	"fails":     scriptFails,
	"lines":     scriptLines,
	"spans":     scriptSpans,
}

// scriptFails runs a command that must end with a status: fails N COMMAND…
func scriptFails(ts *testscript.TestScript, _ bool, args []string) {
	var ended *exec.ExitError
	err := ts.Exec(args[1], args[2:]...)
	if !errors.As(err, &ended) {
		ts.Fatalf("ended with %v, want exit status %s", err, args[0])
	}
	if got := strconv.Itoa(ended.ExitCode()); got != args[0] {
		ts.Fatalf("exit status %s, want %s", got, args[0])
	}
}

// scriptLines checks how many lines a file has.
func scriptLines(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[1])
	ts.Check(err)
	if got := strings.Count(ts.ReadFile(args[0]), "\n"); got != want {
		ts.Fatalf("%s has %d lines, want %d:\n%s", args[0], got, want, ts.ReadFile(args[0]))
	}
}

// scriptSpans checks that every evidence span is the text it says, in bytes of
// the post.
func scriptSpans(ts *testscript.TestScript, _ bool, args []string) {
	texts := map[string]string{}
	for line := range bytes.SplitSeq([]byte(ts.ReadFile(args[0])), []byte("\n")) {
		var post struct{ ID, Text string }
		if json.Unmarshal(line, &post) == nil {
			texts[post.ID] = post.Text
		}
	}
	spans := 0
	for line := range bytes.SplitSeq([]byte(ts.ReadFile(args[1])), []byte("\n")) {
		var v struct {
			ID       string
			Evidence []struct {
				Start, End int
				Text       string
			}
		}
		_ = json.Unmarshal(line, &v) // bad lines have no evidence
		for _, e := range v.Evidence {
			spans++
			if text := texts[v.ID]; e.Start < 0 || e.End > len(text) || text[e.Start:e.End] != e.Text {
				ts.Fatalf("post %s: bytes %d to %d are not %q", v.ID, e.Start, e.End, e.Text)
			}
		}
	}
	if spans == 0 {
		ts.Fatalf("no evidence at all")
	}
}

// scriptCorrected labels posts as people would in the desk: corrected FILE DIR,
// on each line of FILE a mention's key, a label, its value and who says so.
func scriptCorrected(ts *testscript.TestScript, _ bool, args []string) {
	st, err := store.Open(context.Background(), filepath.Join(ts.MkAbs(args[1]), dbFile))
	ts.Check(err)
	defer st.Close()
	at := time.Now().Add(-time.Hour)
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		f := strings.Fields(line)
		at = at.Add(10 * time.Second)
		ts.Check(st.SaveCorrections(context.Background(), []care.Correction{{Mention: f[0], Label: f[1], Value: f[2], Actor: f[3], At: at}}))
	}
}
