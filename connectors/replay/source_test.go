package replay_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/replay"
)

// open makes a replay connector whose status goes to the returned slice.
func open(t *testing.T, raw map[string]any) (*replay.Replay, *[]string) {
	t.Helper()
	typ := replay.Type()
	set, err := typ.Spec.Decode(raw)
	if err != nil {
		t.Fatal(err)
	}
	var status []string
	c, err := typ.New("files", set, connectors.Env{
		DataDir: t.TempDir(), Client: http.DefaultClient, Now: time.Now, Handles: []string{"acme"},
		Status: func(state, reason string) { status = append(status, strings.TrimSpace(state+" "+reason)) },
	})
	if err != nil {
		t.Fatal(err)
	}
	return c.(*replay.Replay), &status
}

func write(t *testing.T, path, text string) string {
	t.Helper()
	f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString(text); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func post(id string) string { return fmt.Sprintf(`{"id":%q,"text":"t"}`, id) + "\n" }

// sink collects what is emitted.
type sink struct {
	mu     sync.Mutex
	ids    []string
	at     []time.Duration // since begin
	begin  time.Time
	cursor string
}

func (s *sink) emit(_ context.Context, b connectors.Batch) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, m := range b.Mentions {
		s.ids = append(s.ids, m.ID)
		s.at = append(s.at, time.Since(s.begin))
	}
	s.cursor = b.Cursor
	return nil
}

func TestPlaysAFileAndGoesOn(t *testing.T) {
	path := write(t, filepath.Join(t.TempDir(), "p.jsonl"), post("1")+"nonsense\n"+post("2"))
	c, status := open(t, map[string]any{"path": path})
	var s sink
	if err := c.Read(t.Context(), "", s.emit); err != nil {
		t.Fatal(err)
	}
	write(t, path, post("3"))
	if err := c.Read(t.Context(), s.cursor, s.emit); err != nil {
		t.Fatal(err)
	}
	if want := []string{"1", "2", "3"}; !reflect.DeepEqual(s.ids, want) {
		t.Errorf("read %v, want %v", s.ids, want)
	}
	if got := strings.Join(*status, "\n"); !strings.Contains(got, "degraded p.jsonl: line 2: is not JSON") {
		t.Errorf("status says\n%s", got)
	}
}

func TestReadsAReplacedFileAnew(t *testing.T) {
	path := write(t, filepath.Join(t.TempDir(), "p.jsonl"), post("1"))
	c, _ := open(t, map[string]any{"path": path})
	var s sink
	for _, id := range []string{"1", "2"} {
		if err := os.WriteFile(path, []byte(post(id)+post(id+"b")), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := c.Read(t.Context(), s.cursor, s.emit); err != nil {
			t.Fatal(err)
		}
	}
	if want := []string{"1", "1b", "2", "2b"}; !reflect.DeepEqual(s.ids, want) {
		t.Errorf("read %v, want %v", s.ids, want)
	}
}

func TestCompletesPosts(t *testing.T) {
	path := write(t, filepath.Join(t.TempDir(), "p.jsonl"),
		`{"id":"1","text":"a","author":"acme"}`+"\n"+`{"id":"2","text":"b","platform":"x"}`+"\n")
	c, _ := open(t, map[string]any{"path": path, "platform": "demo"})
	var got []care.Mention
	err := c.Read(t.Context(), "", func(_ context.Context, b connectors.Batch) error {
		got = append(got, b.Mentions...)
		return nil
	})
	want := []care.Mention{
		{ID: "1", Text: "a", Platform: "demo", Connector: "files", By: care.ByBrand, Author: care.Author{Handle: "acme"}},
		{ID: "2", Text: "b", Platform: "x", Connector: "files"},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v\nwant %+v", got, err, want)
	}
}

func TestKeepsThePace(t *testing.T) {
	at := func(id, clock string) string {
		return fmt.Sprintf(`{"id":%q,"text":"t","created_at":"2026-11-22T%sZ"}`, id, clock) + "\n"
	}
	file := at("1", "09:00:00") + at("2", "09:00:20") + at("earlier", "09:00:10") + at("3", "12:00:20")
	tests := map[string][]time.Duration{
		"1x":   {0, 20 * time.Second, 20 * time.Second, 80 * time.Second}, // the last gap is cut to a minute
		"10x":  {0, 2 * time.Second, 2 * time.Second, 62 * time.Second},
		"max":  {0, 0, 0, 0},
		"1e6x": {0, 20 * time.Microsecond, 20 * time.Microsecond, 10820 * time.Microsecond},
	}
	for speed, want := range tests {
		t.Run(speed, func(t *testing.T) {
			path := write(t, filepath.Join(t.TempDir(), "p.jsonl"), file)
			synctest.Test(t, func(t *testing.T) {
				c, _ := open(t, map[string]any{"path": path, "speed": speed})
				s := sink{begin: time.Now()}
				if err := c.Read(t.Context(), "", s.emit); err != nil {
					t.Fatal(err)
				}
				// A post is handed out when the next pause, or the end, comes.
				if !reflect.DeepEqual(s.at, want) {
					t.Errorf("handed out at %v, want %v", s.at, want)
				}
			})
		})
	}
}

func TestWatchesAFolder(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, "b.jsonl"), post("b1")+`{"id":"b2",`)
	write(t, filepath.Join(folder, "a.csv"), "id,text\na1,\"x\ny\"\n")
	write(t, filepath.Join(folder, ".hidden.jsonl"), post("no"))
	write(t, filepath.Join(folder, "c.jsonl.part"), post("no"))
	synctest.Test(t, func(t *testing.T) {
		c, status := open(t, map[string]any{"watch": folder, "poll": "1s"})
		var s sink
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan error)
		go func() { done <- c.Read(ctx, "", s.emit) }()

		synctest.Wait()
		s.expect(t, "a1", "b1")
		write(t, filepath.Join(folder, "b.jsonl"), `"text":"t"}`+"\n"+strings.TrimSpace(post("b3")))
		time.Sleep(time.Second)
		synctest.Wait()
		s.expect(t, "a1", "b1", "b2") // b3 may still be being written
		time.Sleep(time.Second)
		synctest.Wait()
		s.expect(t, "a1", "b1", "b2", "b3")

		cancel()
		if err := <-done; !errors.Is(err, context.Canceled) {
			t.Errorf("Read returned %v", err)
		}
		if len(*status) != 1 {
			t.Errorf("status says %q, want connected alone", *status)
		}
	})
}

func (s *sink) expect(t *testing.T, want ...string) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if !reflect.DeepEqual(s.ids, want) {
		t.Fatalf("read %v, want %v", s.ids, want)
	}
}

func TestSettingsThatCannotWork(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "missing.jsonl")
	tests := []struct {
		name string
		raw  map[string]any
		want string
	}{
		{"neither", map[string]any{}, "path: give either path, a file, or watch, a folder"},
		{"both", map[string]any{"path": "a", "watch": "b"}, "path: give either"},
		{"speed", map[string]any{"path": "a", "speed": "fast"}, "speed: must be 1x, 10x (any number above 0) or max"},
		{"no file", map[string]any{"path": missing}, "path: cannot be read"},
		{"no folder", map[string]any{"watch": missing}, "watch: cannot be read"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			typ := replay.Type()
			set, err := typ.Spec.Decode(tt.raw)
			if err != nil {
				t.Fatal(err)
			}
			c, err := typ.New("files", set, connectors.Env{Now: time.Now, Status: func(string, string) {}})
			if err == nil {
				err = c.(connectors.Source).Read(t.Context(), "", func(context.Context, connectors.Batch) error { return nil })
			}
			if !errors.Is(err, connectors.ErrMisconfigured) || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
}

func TestRefusesMessages(t *testing.T) {
	c, _ := open(t, map[string]any{"path": "p", "refuse_messages": true})
	s := care.Send{ID: "c.private.1", Kind: care.SendPrivate}
	if _, err := c.Message(t.Context(), s); !errors.Is(err, connectors.ErrCannotMessage) {
		t.Errorf("message: %v", err)
	}
	if _, err := c.Find(t.Context(), s); !errors.Is(err, connectors.ErrNotFound) {
		t.Errorf("find: %v", err)
	}
}
