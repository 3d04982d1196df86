package replay_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"goodgraces/connectors"
	"goodgraces/connectors/replay"
)

// appendLoop is set in the environment of a copy of this test binary that
// appends entries until it is killed.
const appendLoop = "REPLAY_TEST_APPEND"

func TestMain(m *testing.M) {
	if path := os.Getenv(appendLoop); path != "" {
		appendForEver(path)
	}
	os.Exit(m.Run())
}

func appendForEver(path string) {
	box := replay.NewOutbox(path)
	for n := 0; ; n++ {
		key := strconv.Itoa(n)
		if _, err := box.Append(context.Background(), replay.Entry{Key: key, Text: strings.Repeat("x", 200)}); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		fmt.Println(key)
	}
}

func entries(t *testing.T, path string) []replay.Entry {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := replay.Entries(f)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestOutboxWritesEachKeyOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "outbox.jsonl")
	boxes := []*replay.Outbox{replay.NewOutbox(path), replay.NewOutbox(path), replay.NewOutbox(path)}
	var wg sync.WaitGroup
	for _, box := range boxes {
		wg.Go(func() {
			for n := range 40 {
				if _, err := box.Append(t.Context(), replay.Entry{Key: strconv.Itoa(n)}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if got := len(entries(t, path)); got != 40 {
		t.Errorf("three writers of the same 40 keys left %d lines", got)
	}
}

func TestOutboxKeepsTheFirst(t *testing.T) {
	path := filepath.Join(t.TempDir(), "outbox.jsonl")
	first := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	for n := range 3 { // each time as a new process would
		at, err := replay.NewOutbox(path).Append(t.Context(), replay.Entry{Key: "a", At: first.Add(time.Duration(n) * time.Hour)})
		if err != nil || !at.Equal(first) {
			t.Fatalf("append %d: %v, %v; want the first time", n, at, err)
		}
	}
	if at, err := replay.NewOutbox(path).Find(t.Context(), "a"); err != nil || !at.Equal(first) {
		t.Errorf("find: %v, %v", at, err)
	}
}

func TestOutboxMendsTheLastLine(t *testing.T) {
	const whole = `{"key":"a","text":"one"}` + "\n"
	tests := []struct {
		name, tail string
		kept       string // of the tail, below what was there
		before     []string
	}{
		{"whole", "", "", []string{"a"}},
		{"torn", `{"key":"b","te`, "", []string{"a"}},
		{"torn at its last byte", `{"key":"b","text":"t"`, "", []string{"a"}},
		{"torn within a character", `{"key":"b","text":"caf\xc3`, "", []string{"a"}},
		{"line end missing", `{"key":"b"}`, `{"key":"b"}` + "\n", []string{"a", "b"}},
		{"a line of something else", "what?\n", "what?\n", []string{"a"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "outbox.jsonl")
			if err := os.WriteFile(path, []byte(whole+tt.tail), 0o600); err != nil {
				t.Fatal(err)
			}
			box := replay.NewOutbox(path)
			if _, err := box.Find(t.Context(), "new"); !errors.Is(err, connectors.ErrNotFound) {
				t.Fatalf("find before: %v", err)
			}
			if got := keys(t, path); !slices.Equal(got, tt.before) {
				t.Errorf("keys %v before, want %v", got, tt.before)
			}
			for range 2 {
				if _, err := box.Append(t.Context(), replay.Entry{Key: "new"}); err != nil {
					t.Fatal(err)
				}
			}
			if got, want := keys(t, path), append(tt.before, "new"); !slices.Equal(got, want) {
				t.Errorf("keys %v, want %v", got, want)
			}
			text, err := os.ReadFile(path)
			if rest, ok := strings.CutPrefix(string(text), whole+tt.kept+`{"key":"new"`); err != nil || !ok || strings.Count(rest, "\n") != 1 {
				t.Errorf("%v, the file is\n%s", err, text)
			}
		})
	}
}

func keys(t *testing.T, path string) []string {
	t.Helper()
	var out []string
	for _, e := range entries(t, path) {
		out = append(out, e.Key)
	}
	return out
}

func TestOutboxFollowsAFileThatIsReplaced(t *testing.T) {
	path := filepath.Join(t.TempDir(), "outbox.jsonl")
	box := replay.NewOutbox(path)
	for range 2 {
		if _, err := box.Append(t.Context(), replay.Entry{Key: "a"}); err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		if _, err := box.Find(t.Context(), "a"); !errors.Is(err, connectors.ErrNotFound) {
			t.Fatalf("find in a file that is gone: %v", err)
		}
	}
}

func TestOutboxThatCannotBeOpened(t *testing.T) {
	box := replay.NewOutbox(filepath.Join(t.TempDir(), "missing", "outbox.jsonl"))
	_, err := box.Append(t.Context(), replay.Entry{Key: "a"})
	if !errors.Is(err, connectors.ErrNotSent) {
		t.Errorf("append: %v, want ErrNotSent", err)
	}
}

// Whatever is killed in the middle of appending: every key that was reported
// stands once, and the file goes on.
func TestOutboxSurvivesKill(t *testing.T) {
	path := filepath.Join(t.TempDir(), "outbox.jsonl")
	for round := range 5 {
		reported := appendAndKill(t, path, 7*(round+1))
		count := map[string]int{}
		for _, e := range entries(t, path) {
			count[e.Key]++
		}
		for _, key := range reported {
			if count[key] != 1 {
				t.Fatalf("round %d: key %s stands %d times", round, key, count[key])
			}
		}
	}
}

// appendAndKill kills an appending process after it reported n keys.
func appendAndKill(t *testing.T, path string, n int) []string {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), appendLoop+"="+path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var keys []string
	for s := bufio.NewScanner(out); len(keys) < n && s.Scan(); {
		keys = append(keys, s.Text())
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // it was killed
	return keys
}
