package replay_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"goodgraces/connectors"
)

// watched reads a folder within a bubble until the test ends, and returns what
// came of a look at it.
func watched(t *testing.T, folder string, emit func(context.Context, connectors.Batch) error) (look func(), status *[]string) {
	t.Helper()
	c, status := open(t, map[string]any{"watch": folder, "poll": "1s"})
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error)
	go func() { done <- c.Read(ctx, "", emit) }()
	t.Cleanup(func() { cancel(); <-done })
	synctest.Wait()
	return func() { time.Sleep(time.Second); synctest.Wait() }, status
}

// A last line that broke off is told of and left alone: whoever writes it may be
// slow, and nothing of it is lost once it is whole.
func TestALastLineThatBrokeOff(t *testing.T) {
	path := write(t, filepath.Join(t.TempDir(), "p.jsonl"), post("1")+`{"id":"2",`)
	synctest.Test(t, func(t *testing.T) {
		var s sink
		look, status := watched(t, filepath.Dir(path), s.emit)
		for range 5 {
			look()
		}
		s.expect(t, "1")
		if got := strings.Join(*status, "\n"); strings.Count(got, "degraded p.jsonl: line 2: is not JSON") != 1 {
			t.Errorf("status says\n%s", got)
		}
		write(t, path, `"text":"t"}`+"\n"+post("3"))
		look()
		s.expect(t, "1", "2", "3")
	})
}

// A line that grows by a byte at a time, while it is read, is one post.
func TestALineThatGrows(t *testing.T) {
	path := write(t, filepath.Join(t.TempDir(), "p.jsonl"), "")
	synctest.Test(t, func(t *testing.T) {
		var s sink
		look, status := watched(t, filepath.Dir(path), s.emit)
		for _, b := range post("1") + post("2") {
			write(t, path, string(b))
			look()
		}
		s.expect(t, "1", "2")
		if len(*status) != 1 {
			t.Errorf("status says %q, want connected alone", *status)
		}
	})
}

// A file that is replaced, or cut and written anew, while the queue is slow: what
// was open is read to its end where it is still there, and the new one whole.
func TestAFileIsReplacedWhileItIsRead(t *testing.T) {
	var old strings.Builder
	var want []string
	for i := range 600 {
		old.WriteString(post(fmt.Sprint(i)))
		want = append(want, fmt.Sprint(i))
	}
	for name, replace := range map[string]func(path, text string) error{
		"replaced": func(path, text string) error {
			if err := os.WriteFile(path+".part", []byte(text), 0o600); err != nil {
				return err
			}
			return os.Rename(path+".part", path)
		},
		"appended to a copy": func(path, text string) error {
			if err := os.WriteFile(path+".part", []byte(old.String()+text), 0o600); err != nil {
				return err
			}
			return os.Rename(path+".part", path)
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := write(t, filepath.Join(t.TempDir(), "p.jsonl"), old.String())
			synctest.Test(t, func(t *testing.T) {
				var s sink
				entered, release := make(chan struct{}), make(chan struct{})
				look, _ := watched(t, filepath.Dir(path), func(ctx context.Context, b connectors.Batch) error {
					if len(s.ids) == 0 {
						close(entered)
						<-release
					}
					return s.emit(ctx, b)
				})
				<-entered
				if err := replace(path, post("new 1")+post("new 2")); err != nil {
					t.Fatal(err)
				}
				close(release)
				look()
				look()
				s.expect(t, append(slices.Clip(want), "new 1", "new 2")...)
			})
		})
	}
}
