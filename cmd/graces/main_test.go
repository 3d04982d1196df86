package main

import (
	"context"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// scratch is a folder for the length of the tests.
var scratch string

// inScratch runs the tests with a scratch folder.
type inScratch struct{ m *testing.M }

func (s inScratch) Run() int {
	var err error
	if scratch, err = os.MkdirTemp("", "graces-test-"); err != nil {
		panic(err)
	}
	defer os.RemoveAll(scratch)
	return s.m.Run()
}

func TestMain(m *testing.M) {
	testscript.Main(inScratch{m}, map[string]func(){
		"graces": func() { os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs the commands as a user would; see testdata.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata", Cmds: scriptCommands, UpdateScripts: os.Getenv("GRACES_TEST_UPDATE") != ""})
}
