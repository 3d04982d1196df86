package known

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// What another daemon wrote since the file was read is not written over.
func TestReplaceSeesOthers(t *testing.T) {
	for name, tt := range map[string]struct {
		now, read string
		want      error
	}{
		"as it was read":  {"a", "a", nil},
		"changed":         {"b", "a", ErrChanged},
		"there meanwhile": {"b", "", ErrChanged},
		"gone meanwhile":  {"", "a", ErrChanged},
		"new":             {"", "", nil},
	} {
		folder := t.TempDir()
		path := filepath.Join(folder, "answers.yaml")
		if tt.now != "" {
			if err := os.WriteFile(path, []byte(tt.now), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if err := replace(path, tt.read, "next"); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v", name, err)
		}
		left, _ := os.ReadDir(folder)
		if got, _ := os.ReadFile(path); (tt.want == nil) != (string(got) == "next") || len(left) > 1 {
			t.Errorf("%s: %q in %v", name, got, left)
		}
	}
}
