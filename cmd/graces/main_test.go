package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// program is the file name of graces. The tests are it as well, by that name:
// they are built already, and watched for races.
const program = "graces"

// scratch is a folder for the length of the tests.
var scratch string

func TestMain(m *testing.M) {
	if filepath.Base(os.Args[0]) == program {
		main()
	}
	os.Exit(inScratch(m))
}

// inScratch runs the tests with a scratch folder in which graces is.
func inScratch(m *testing.M) int {
	var err error
	if scratch, err = os.MkdirTemp("", "graces-test-"); err != nil {
		panic(err)
	}
	defer os.RemoveAll(scratch)
	tests, err := os.Executable()
	if err == nil {
		err = os.Symlink(tests, gracesBinary())
	}
	if err != nil {
		panic(err)
	}
	return m.Run()
}

// gracesBinary is where graces is, to run as a process.
func gracesBinary() string { return filepath.Join(scratch, program) }

// TestScripts runs the commands as a user would; see testdata.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata", Cmds: scriptCommands, Setup: withGraces, UpdateScripts: os.Getenv("GRACES_TEST_UPDATE") != ""})
}

// withGraces lets a script find graces.
func withGraces(e *testscript.Env) error {
	e.Setenv("PATH", scratch+string(os.PathListSeparator)+e.Getenv("PATH"))
	return nil
}
