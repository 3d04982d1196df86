package config

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// change is one call of onChange.
type change struct {
	cfg *Config
	err error
}

type watched struct {
	*Watcher
	t       *testing.T
	path    string
	text    string // that was written last
	changes chan change
}

func watch(t *testing.T, o Options) *watched {
	t.Helper()
	changes := make(chan change, 16)
	w, err := Watch(o, func(cfg *Config, err error) { changes <- change{cfg, err} })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := errors.Join(w.Close(), w.Close()); err != nil {
			t.Error(err)
		}
	})
	return &watched{Watcher: w, t: t, path: o.File, text: "as it was", changes: changes}
}

// batch waits for a change to a valid configuration with that batch.
func (w *watched) batch(want int) {
	w.t.Helper()
	c := w.next()
	if c.err != nil || c.cfg.Work.Batch != want || w.Current() != c.cfg || w.Err() != nil {
		w.t.Fatalf("got %+v; current %+v; Err %v", c, w.Current(), w.Err())
	}
}

// refusal waits for a change that is refused, with the old one in force.
func (w *watched) refusal(has string) {
	w.t.Helper()
	old := w.Current()
	c := w.next()
	if c.cfg != nil || c.err == nil || !strings.Contains(c.err.Error(), has) || w.Current() != old || w.Err() == nil {
		w.t.Fatalf("got %+v; current %+v; Err %v", c, w.Current(), w.Err())
	}
}

func (w *watched) next() change {
	w.t.Helper()
	for over := time.After(time.Minute); ; {
		select {
		case c := <-w.changes:
			if !w.half(c) {
				return c
			}
		case <-over:
			w.t.Fatal("the change was not seen")
		}
	}
}

// half reports whether a change is that to a file which was emptied and not written
// yet, as a busy machine may leave it for longer than is waited.
func (w *watched) half(c change) bool {
	return c.err != nil && strings.Contains(c.err.Error(), "is empty") && w.text != ""
}

func (w *watched) write(text string) {
	w.t.Helper()
	w.text = text
	if err := os.WriteFile(w.path, []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
}

func TestWatchFollowsTheFile(t *testing.T) {
	w := watch(t, Options{File: write(t, "work: {batch: 1}")})
	if w.Current().Work.Batch != 1 || w.Err() != nil {
		t.Fatalf("at the start: %+v, %v", w.Current(), w.Err())
	}
	w.write("work: {batch: 2}")
	w.batch(2)

	w.write("work: {batch: [}")
	w.refusal("not valid YAML")
	w.write("")
	w.refusal("is empty")
	w.write("work: {batch: 2}") // as it was: the refusal is over
	w.batch(2)

	if err := os.Remove(w.path); err != nil {
		t.Fatal(err)
	}
	w.refusal("no such file")
	w.write("work: {batch: 3}")
	w.batch(3)

	other := filepath.Join(filepath.Dir(w.path), ".graces.yaml.swp")
	if err := os.WriteFile(other, []byte("work: {batch: 4}"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(other, w.path); err != nil {
		t.Fatal(err)
	}
	w.batch(4)
}

// Kubernetes and the like exchange a link to a folder.
func TestWatchFollowsLinks(t *testing.T) {
	dir := t.TempDir()
	place := func(folder, text string) {
		if err := os.MkdirAll(filepath.Join(dir, folder), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, folder, "graces.yaml"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	link := func(to, name string) {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	place("one", "work: {batch: 1}")
	place("two", "work: {batch: 2}")
	link("one", "data")
	link("data/graces.yaml", "graces.yaml")
	w := watch(t, Options{File: filepath.Join(dir, "graces.yaml")})
	link("two", "new")
	if err := os.Rename(filepath.Join(dir, "new"), filepath.Join(dir, "data")); err != nil {
		t.Fatal(err)
	}
	w.batch(2)
}

// A token that was made anew is followed, wherever its file lies; a missing one
// is waited for.
func TestWatchFollowsSecretFiles(t *testing.T) {
	secrets := t.TempDir()
	token := filepath.Join(secrets, "token")
	put := func(text string) {
		if err := os.WriteFile(token, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put("one")
	w := watch(t, Options{File: write(t, "connectors: [{name: a, type: t, settings: {token_file: "+token+"}}]"), IsSecret: isToken})
	holds := func(want string) {
		t.Helper()
		for {
			if c := w.next(); c.err == nil {
				if got := c.cfg.Connectors[0].Settings["token"]; got != want {
					t.Errorf("got %v, want %s", got, want)
				}
				return
			}
		}
	}
	put("two")
	holds("two")
	if err := os.Remove(token); err != nil {
		t.Fatal(err)
	}
	w.refusal("no such file")
	put("three")
	holds("three")
}

func TestWatchWaitsForAFileToAppear(t *testing.T) {
	t.Chdir(t.TempDir())
	w := watch(t, Options{})
	w.path = "graces.yaml"
	w.write("work: {batch: 7}")
	w.batch(7)
	if err := os.Remove(w.path); err != nil {
		t.Fatal(err)
	}
	w.refusal("no such file")
}

func TestWatchOfSomethingWrong(t *testing.T) {
	for _, file := range []string{write(t, "work: {batch: x}"), filepath.Join(t.TempDir(), "none", "graces.yaml")} {
		if w, err := Watch(Options{File: file}, nil); err == nil {
			w.Close()
			t.Errorf("%s: no error", file)
		}
	}
}

func TestCurrentWhileReloading(t *testing.T) {
	w := watch(t, Options{File: write(t, "work: {batch: 1}")})
	stop := make(chan struct{})
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
					if w.Current().Work.Batch < 1 {
						t.Error("half a configuration")
						return
					}
				}
			}
		})
	}
	for batch := 2; batch < 5; batch++ {
		w.write("work: {batch: " + string(rune('0'+batch)) + "}")
		w.batch(batch)
	}
	close(stop)
	readers.Wait()
}
