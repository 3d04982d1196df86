//go:build unix

package replay_test

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"goodgraces/connectors"
	"goodgraces/connectors/replay"
)

// fullDisk is set in the environment of a copy of this test that may write no
// more than so much to a file, as on a full disk: a write stops half-way.
const (
	fullDisk = "REPLAY_TEST_FULL"
	room     = 3000
)

func TestOutboxOnAFullDisk(t *testing.T) {
	if path := os.Getenv(fullDisk); path != "" {
		fillUp(t, path)
		return
	}
	path := filepath.Join(t.TempDir(), "outbox.jsonl")
	cmd := exec.Command(os.Args[0], "-test.run=^TestOutboxOnAFullDisk$")
	cmd.Env = append(os.Environ(), fullDisk+"="+path)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var stand, refused []string
	for s := bufio.NewScanner(bytes.NewReader(out)); s.Scan(); {
		if key, ok := strings.CutPrefix(s.Text(), "stands "); ok {
			stand = append(stand, key)
		}
		if key, ok := strings.CutPrefix(s.Text(), "refused "); ok {
			refused = append(refused, key)
		}
	}
	if len(stand) < 3 || len(refused) < 3 {
		t.Fatalf("%d stand and %d were refused:\n%s", len(stand), len(refused), out)
	}
	box := replay.NewOutbox(path)
	for _, key := range append(refused, stand...) { // there is room again
		if _, err := box.Append(t.Context(), replay.Entry{Key: key}); err != nil {
			t.Error(err)
		}
	}
	count := map[string]int{}
	for _, e := range entries(t, path) {
		count[e.Key]++
	}
	for _, key := range append(stand, refused...) {
		if count[key] != 1 {
			t.Errorf("%s stands %d times", key, count[key])
		}
	}
}

// fillUp appends until there is no room, and beyond.
func fillUp(t *testing.T, path string) {
	signal.Ignore(syscall.SIGXFSZ)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: room, Max: room}); err != nil {
		t.Fatal(err)
	}
	box := replay.NewOutbox(path)
	for n := range 40 {
		key := fmt.Sprint(n)
		switch _, err := box.Append(t.Context(), replay.Entry{Key: key, Text: strings.Repeat("x", 200)}); {
		case err == nil:
			fmt.Println("stands " + key)
		case errors.Is(err, connectors.ErrNotSent) && strings.Contains(err.Error(), "make room on the disk"):
			fmt.Println("refused " + key)
		default:
			t.Errorf("%s: %v", key, err)
		}
	}
}
