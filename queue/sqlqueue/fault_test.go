package sqlqueue

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"goodgraces/queue"
	"goodgraces/queue/queuetest"
)

// child names the database that this process, started by TestKill, shall use.
const child = "GRACES_SQLQUEUE_CHILD"

// TestKill kills a process that publishes and consumes, several times over, and
// checks after each that nothing published is lost and nothing acknowledged is
// left. The child says on its standard output what it knows to be done.
func TestKill(t *testing.T) {
	if path := os.Getenv(child); path != "" {
		traffic(t, open(t, path))
		return
	}
	path := filepath.Join(t.TempDir(), "graces.db")
	said := make(map[string]string) // the last word about each message
	for round := range 5 {
		runAndKill(t, path, 50+40*round, said)
		left := leftIn(t, path)
		for key, word := range said {
			if word == "published" && !left[key] {
				t.Fatalf("round %d: %s was published, then lost", round, key)
			}
			if word == "acked" && left[key] {
				t.Fatalf("round %d: %s was acknowledged, then delivered again", round, key)
			}
			if word == "acking" && !left[key] {
				said[key] = "acked"
			}
		}
	}
}

// traffic publishes and acknowledges until killed.
func traffic(t *testing.T, q *Queue) {
	ctx := t.Context()
	for n := 0; ; n++ {
		msgs := make([]queue.Message, 7)
		for i := range msgs {
			msgs[i] = queue.Message{Key: fmt.Sprintf("%d-%d-%d", os.Getpid(), n, i), Body: []byte("body")}
		}
		if err := q.Publish(ctx, msgs); err != nil {
			t.Fatal(err)
		}
		for _, m := range msgs {
			fmt.Println("published", m.Key)
		}
		ds, err := q.Consume(ctx, "child", 6, time.Millisecond)
		if err != nil {
			t.Fatal(err)
		}
		say("acking", ds)
		if err := q.Ack(ctx, ds...); err != nil {
			t.Fatal(err)
		}
		say("acked", ds)
	}
}

func say(word string, ds []queue.Delivery) {
	for _, d := range ds {
		fmt.Println(word, d.Key)
	}
}

// runAndKill runs traffic in a process of its own, kills it after some lines,
// and takes down what it said.
func runAndKill(t *testing.T, path string, lines int, said map[string]string) {
	cmd := exec.Command(os.Args[0], "-test.run=^TestKill$")
	cmd.Env = append(os.Environ(), child+"="+path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	heard := bufio.NewScanner(out)
	for n := 0; heard.Scan(); n++ {
		word, key, _ := strings.Cut(heard.Text(), " ")
		said[key] = word
		if n == lines {
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	_ = cmd.Wait()
	if len(said) < lines/3 {
		t.Fatalf("the child said %q", said)
	}
}

// leftIn returns the keys of the messages in a database that nobody has open.
func leftIn(t *testing.T, path string) map[string]bool {
	q := open(t, path)
	defer q.Close()
	found, err := q.db.Query("SELECT key FROM queue_messages")
	if err != nil {
		t.Fatal(err)
	}
	defer found.Close()
	left := make(map[string]bool)
	for found.Next() {
		var key string
		if err := found.Scan(&key); err != nil {
			t.Fatal(err)
		}
		left[key] = true
	}
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return left
}

func TestOpenErrors(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "notes.txt")
	if err := os.WriteFile(text, []byte(strings.Repeat("not a database\n", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ name, path, want string }{
		{"no folder", filepath.Join(dir, "missing", "graces.db"), "make it, or choose another with --data"},
		{"a folder", dir, "--data says where it lives"},
		{"below a file", filepath.Join(text, "graces.db"), "--data says where it lives"},
		{"not writable", unwritable(t), "--data"},
		{"not a database", text, "not a SQLite database; move it away"},
	} {
		t.Run(test.name, func(t *testing.T) {
			q, err := Open(t.Context(), test.path)
			if err == nil {
				q.Close()
				t.Fatal("no error")
			}
			if !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), test.path) {
				t.Errorf("%v; want %q and the path", err, test.want)
			}
		})
	}
}

// unwritable returns a path where no file can be made: for root, who may write
// everywhere, that is one in a file system without files of one's own.
func unwritable(t *testing.T) string {
	if os.Geteuid() == 0 {
		return "/proc/graces.db"
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, "graces.db")
}

func TestOddPath(t *testing.T) {
	path := filepath.Join(t.TempDir(), "100% graces? #1 ü.db")
	q := open(t, path)
	if err := q.Publish(t.Context(), []queue.Message{{Key: "a"}}); err != nil {
		t.Fatal(err)
	}
	stat, err := os.Stat(path)
	if err != nil || stat.Size() == 0 || stat.Mode().Perm() != 0o600 {
		t.Fatalf("%v, %v; want a database that its owner alone may read", stat, err)
	}
}

// TestFullDisk lets the file grow no more.
func TestFullDisk(t *testing.T) {
	q := open(t, filepath.Join(t.TempDir(), "graces.db"))
	if _, err := q.db.Exec("PRAGMA max_page_count = 20"); err != nil {
		t.Fatal(err)
	}
	large := queue.Message{Key: "large", Body: make([]byte, 1<<20)}
	err := q.Publish(t.Context(), []queue.Message{{Key: "small"}, large})
	if err == nil || !strings.Contains(err.Error(), "the disk is full; free some space") {
		t.Errorf("publish: %v; want an error that says the disk is full", err)
	}
	if lag, err := q.Lag(t.Context()); err != nil || lag != (queue.Lag{}) {
		t.Errorf("lag is %+v, %v; want nothing of the batch", lag, err)
	}
	if err := q.Publish(t.Context(), []queue.Message{{Key: "small"}}); err != nil {
		t.Errorf("publish after: %v", err)
	}
}

// lock opens the file once more and holds its write lock until it is let go.
func lock(t *testing.T, path string) (letGo func()) {
	db, err := sql.Open("sqlite", dsn(path))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	return func() { _ = tx.Rollback() }
}

func TestLockedFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graces.db")
	q := open(t, path)
	q.busy = 300 * time.Millisecond
	letGo := lock(t, path)
	msgs := []queue.Message{{Key: "a"}}
	err := q.Publish(t.Context(), msgs)
	if err == nil || !strings.Contains(err.Error(), "another program holds the database locked") {
		t.Errorf("publish: %v; want an error that says the file is locked", err)
	}
	q.busy = time.Minute
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	queuetest.Within(t, time.Second, func() {
		if err := q.Publish(ctx, msgs); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("publish: %v; want the context's error", err)
		}
	})
	done := make(chan error)
	go func() { done <- q.Publish(t.Context(), msgs) }()
	letGo()
	if err := <-done; err != nil {
		t.Errorf("publish once the lock is gone: %v", err)
	}
}

// TestClock moves an hour by the clock that the queue was given.
func TestClock(t *testing.T) {
	now := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	q := open(t, filepath.Join(t.TempDir(), "graces.db"), Clock(func() time.Time { return now }))
	if err := q.Publish(t.Context(), []queue.Message{{Key: "a"}}); err != nil {
		t.Fatal(err)
	}
	for attempt := 1; attempt <= 3; attempt++ {
		ds, err := q.Consume(t.Context(), "a", 1, time.Hour)
		if err != nil || len(ds) != 1 || ds[0].Attempt != attempt {
			t.Fatalf("got %+v, %v; want attempt %d", ds, err, attempt)
		}
		now = now.Add(time.Hour)
	}
	lag, err := q.Lag(t.Context())
	if want := (queue.Lag{Ready: 1, Oldest: 3 * time.Hour}); err != nil || lag != want {
		t.Fatalf("lag is %+v, %v; want %+v", lag, err, want)
	}
}

// TestTwoProcesses shares a file between two queues, as two processes do.
func TestTwoProcesses(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graces.db")
	here, there := open(t, path), open(t, path)
	got := make(chan int)
	go func() {
		ds, _ := here.Consume(t.Context(), "a", 1, time.Hour)
		got <- len(ds)
	}()
	if err := there.Publish(t.Context(), []queue.Message{{Key: "a"}}); err != nil {
		t.Fatal(err)
	}
	if n := <-got; n != 1 {
		t.Fatalf("got %d messages; want 1 from the other process", n)
	}
}

// before is the schema from before there were lanes, with a message that waits,
// one that was given back, one whose lease ran out, one that is leased until
// 2100 and a dead letter.
const before = `
CREATE TABLE queue_messages (
	id      INTEGER PRIMARY KEY AUTOINCREMENT,
	key     TEXT    NOT NULL,
	body    BLOB    NOT NULL,
	at      INTEGER NOT NULL,
	due     INTEGER NOT NULL,
	lease   INTEGER NOT NULL DEFAULT 0,
	attempt INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX queue_messages_due ON queue_messages (due, lease, at);
CREATE TABLE queue_dead (
	id    INTEGER PRIMARY KEY AUTOINCREMENT,
	key   TEXT    NOT NULL,
	body  BLOB    NOT NULL,
	cause TEXT    NOT NULL,
	at    INTEGER NOT NULL
);
INSERT INTO queue_messages (key, body, at, due, lease, attempt) VALUES
	('waiting', 'body', 1764300000000, 1764300000000, 0, 0),
	('retried', 'body', 1764300000000, 1764300001000, 0, 1),
	('lapsed', 'body', 1764300000000, 1764300002000, 77, 1),
	('leased', 'body', 1764300000000, 4102444800000, 78, 1);
INSERT INTO queue_dead (key, body, cause, at) VALUES ('dead', 'body', 'boom', 1764300000000);`

// TestFileFromBeforeLanes opens such a file, twice, and drains it beside new
// messages.
func TestFileFromBeforeLanes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graces.db")
	db, err := sql.Open("sqlite", dsn(path))
	if err == nil {
		_, err = db.Exec(before)
	}
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	open(t, path)
	q := open(t, path)
	if err := q.Publish(t.Context(), []queue.Message{{Lane: "mastodon", Key: "new"}}); err != nil {
		t.Fatal(err)
	}
	if n, err := q.Requeue(t.Context()); n != 1 || err != nil {
		t.Fatalf("requeued %d, %v; want the one dead letter", n, err)
	}
	got := make(map[string]int)
	for len(got) < 5 {
		ds, err := q.Consume(t.Context(), "a", 2, time.Hour)
		if err != nil || len(ds) == 0 {
			t.Fatalf("after %v: %d messages, %v", got, len(ds), err)
		}
		for _, d := range ds {
			got[d.Key] = d.Attempt
		}
		if err := q.Ack(t.Context(), ds...); err != nil {
			t.Fatal(err)
		}
	}
	if want := map[string]int{"waiting": 1, "retried": 2, "lapsed": 2, "dead": 1, "new": 1}; !maps.Equal(got, want) {
		t.Errorf("got attempts %v; want %v", got, want)
	}
	if err := q.Ack(t.Context(), queue.Delivery{ID: "4", Lease: "78"}); err != nil { // by its holder
		t.Fatal(err)
	}
	if lag, err := q.Lag(t.Context()); err != nil || lag != (queue.Lag{}) {
		t.Errorf("lag is %+v, %v; want nothing left", lag, err)
	}
}
