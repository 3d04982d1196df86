package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// scratch is a folder for the length of the tests.
var scratch string

func TestMain(m *testing.M) { os.Exit(inScratch(m)) }

// inScratch runs the tests with a scratch folder.
func inScratch(m *testing.M) int {
	var err error
	if scratch, err = os.MkdirTemp("", "graces-test-"); err != nil {
		panic(err)
	}
	defer os.RemoveAll(scratch)
	return m.Run()
}

// TestScripts runs the commands as a user would; see testdata.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata", Cmds: scriptCommands, Setup: realGraces(t), UpdateScripts: os.Getenv("GRACES_TEST_UPDATE") != ""})
}

// realGraces has scripts start the real program: one a line, it takes a quarter
// of the time of one that the race detector watches.
func realGraces(t *testing.T) func(*testscript.Env) error {
	folder := filepath.Dir(buildGraces(t))
	return func(e *testscript.Env) error {
		e.Setenv("PATH", folder+string(os.PathListSeparator)+e.Getenv("PATH"))
		return nil
	}
}
