package grievance_test

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"goodgraces/responder/grievance"
)

// sentences reads testdata/LANGUAGE.txt: a post, " => ", and what is told of
// it, nothing where nothing may be. All posts are made up.
func sentences(t *testing.T, language string) map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", language+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	posts := map[string]string{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		post, issue, ok := strings.Cut(lines.Text(), " =>")
		if !ok {
			t.Fatalf("%s: no \" =>\" in %q", f.Name(), lines.Text())
		}
		posts[post] = strings.TrimSpace(issue)
	}
	return posts
}

func TestSentences(t *testing.T) {
	for language, atLeast := range map[string]int{"en": 300, "es": 60, "de": 60} {
		posts := sentences(t, language)
		if len(posts) < atLeast {
			t.Errorf("%s has %d sentences, want %d", language, len(posts), atLeast)
		}
		for post, want := range posts {
			if got := grievance.Understand(language, post).Issue; got != want {
				t.Errorf("%q: got %q, want %q", post, got, want)
			}
		}
	}
}
