package main

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"goodgraces/classifier/train"
)

// TestTrainingPosts reads both parts in the order of the files' names, and no
// insult.
func TestTrainingPosts(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("written/en/b.tsv", "broke+q_help\tthe lamp went dark, any help?\ninsult\tyou clowns\npraise\tbest lamp ever\n")
	if _, err := trainingPosts(dir); err == nil || !strings.Contains(err.Error(), "other/*.tsv") {
		t.Errorf("a folder without what is no trouble: %v", err)
	}
	write("other/a.tsv", "chat\tmy cat broke the lamp\n")
	got, err := trainingPosts(dir)
	want := []train.Post{{Text: "my cat broke the lamp"}, {Text: "the lamp went dark, any help?", Complaint: true}, {Text: "best lamp ever"}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, %v; want %v", got, err, want)
	}
	write("other/a.tsv", "no tab\n")
	if _, err := trainingPosts(dir); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("a line without a tab: %v", err)
	}
}
