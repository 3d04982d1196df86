package all_test

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"goodgraces/connectors/all"
)

var update = flag.Bool("update", false, "write docs/connectors.md anew")

func TestDocsAreWritten(t *testing.T) {
	const path = "../../docs/connectors.md"
	if *update {
		if err := os.WriteFile(path, []byte(all.Docs()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil || string(got) != all.Docs() {
		t.Errorf("%s is out of date (%v): go test ./connectors/all -update", path, err)
	}
}

var (
	namedStep = regexp.MustCompile(`\bstep (\d+)`)
	setupStep = regexp.MustCompile(`(?m)^(\d+)\. `)
)

// An error that names a step names one that setup.md has.
func TestStepsExist(t *testing.T) {
	for _, typ := range all.Types() {
		has := map[string]bool{}
		for _, step := range setupStep.FindAllStringSubmatch(typ.Setup, -1) {
			has[step[1]] = true
		}
		files, err := filepath.Glob(filepath.Join("..", typ.Spec.Type, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: no source: %v", typ.Spec.Type, err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, step := range namedStep.FindAllSubmatch(text, -1) {
				if !has[string(step[1])] {
					t.Errorf("%s names step %s, which setup.md has not", file, step[1])
				}
			}
		}
	}
}

var yamlBlock = regexp.MustCompile("(?s)```yaml\n(.*?)```")

// The first example of each setup.md is one that the type takes, but for the
// secrets that it reads from files.
func TestSetupExamplesAreTaken(t *testing.T) {
	for _, typ := range all.Types() {
		block := yamlBlock.FindStringSubmatch(typ.Setup)
		if block == nil {
			t.Errorf("%s: setup.md has no example", typ.Spec.Type)
			continue
		}
		var example struct {
			Connectors []struct {
				Name, Type string
				Settings   map[string]any
			}
		}
		if err := yaml.Unmarshal([]byte(block[1]), &example); err != nil {
			t.Errorf("%s: %v", typ.Spec.Type, err)
		}
		for _, c := range example.Connectors {
			for key := range c.Settings {
				if plain, ok := strings.CutSuffix(key, "_file"); ok {
					c.Settings[plain] = "correct horse battery staple"
					delete(c.Settings, key)
				}
			}
			if _, err := typ.Spec.Decode(c.Settings); err != nil || c.Type != typ.Spec.Type || c.Name == "" {
				t.Errorf("%s: the example %q of type %s: %v", typ.Spec.Type, c.Name, c.Type, err)
			}
		}
	}
}
