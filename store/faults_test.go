package store_test

import (
	"bufio"
	"bytes"
	"context"
	"database/sql"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"goodgraces/store"
)

// victim, in the environment, makes TestMain record batches into the database
// that it names until somebody kills the process.
const victim = "GRACES_STORE_VICTIM"

func TestMain(m *testing.M) {
	if url := os.Getenv(victim); url != "" {
		fmt.Println(recordForEver(url))
		os.Exit(1)
	}
	playLess()
	os.Exit(m.Run())
}

// playLess lets the random plays run 20 times rather than rapid's 100: each is
// some thirty moves with a look at the whole database after every one.
// -rapid.checks=N asks for more.
func playLess() {
	flag.Parse()
	asked := false
	flag.Visit(func(f *flag.Flag) { asked = asked || f.Name == "rapid.checks" })
	if checks := flag.Lookup("rapid.checks"); !asked && checks != nil {
		_ = checks.Value.Set("20")
	}
}

// recordForEver prints the number of each batch that was acknowledged.
func recordForEver(url string) error {
	s, err := store.Open(context.Background(), url)
	if err != nil {
		return err
	}
	for n := 0; ; n++ {
		hs, profiles := handled(n * batchSize)
		if err := s.Record(context.Background(), hs, profiles); err != nil {
			return err
		}
		fmt.Println(n)
	}
}

func TestKilledWhileRecording(t *testing.T) {
	for acknowledged := range 3 {
		path := filepath.Join(t.TempDir(), "graces.db")
		if err := openMigrated(t, path).Close(); err != nil {
			t.Fatal(err)
		}
		killAfter(t, path, acknowledged*2+1)
		s := openMigrated(t, path)
		for n := range acknowledged*2 + 1 {
			hs, _ := handled(n * batchSize)
			keys := make([]string, len(hs))
			for i := range hs {
				keys[i] = hs[i].Mention.Key()
			}
			known, err := s.Known(t.Context(), keys)
			if err != nil || len(known) != batchSize {
				t.Fatalf("batch %d: %d of %d are there, %v", n, len(known), batchSize, err)
			}
		}
		total, without, err := s.CountMentions(t.Context(), time.Time{})
		if err != nil || total%batchSize != 0 {
			t.Fatalf("%d mentions, %v: half a batch", total, err)
		}
		entries, err := s.VerifyAudit(t.Context())
		if err != nil || int(entries) != total-without {
			t.Fatalf("%d audit entries for %d cases: %v", entries, total-without, err)
		}
	}
}

// killAfter kills a process in the middle of Record, behind a number of
// batches that it was told are safe.
func killAfter(t *testing.T, url string, batches int) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), victim+"="+url)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for n := range batches {
		if !lines.Scan() || lines.Text() != fmt.Sprint(n) {
			t.Errorf("the child says %q", lines.Text())
		}
	}
	if err := child.Process.Kill(); err != nil {
		t.Error(err)
	}
	_ = child.Wait() // it was killed
}

func TestDiskFull(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graces.db")
	s := openMigrated(t, "file:"+path+"?_pragma=max_page_count(500)")
	var err error
	n := 0
	for ; err == nil; n++ {
		hs, profiles := handled(n * batchSize)
		err = s.Record(t.Context(), hs, profiles)
	}
	says(t, err, "store: the disk is full; free some space")
	more := openMigrated(t, path) // the disk has grown
	total, _, err := more.CountMentions(t.Context(), time.Time{})
	if err != nil || total != (n-1)*batchSize {
		t.Fatalf("%d mentions after %d batches, %v", total, n-1, err)
	}
	hs, profiles := handled((n - 1) * batchSize)
	if err := more.Record(t.Context(), hs, profiles); err != nil {
		t.Fatal(err)
	}
	if _, err := more.VerifyAudit(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func TestLocked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graces.db")
	s := openMigrated(t, "file:"+path+"?_pragma=busy_timeout(20)")
	other, err := sql.Open("sqlite", "file:"+path+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	tx, err := other.Begin()
	if err != nil {
		t.Fatal(err)
	}
	says(t, s.AppendAudit(t.Context(), store.AuditEntry{Action: "x"}), "store: the database is locked by another process")
	says(t, s.SaveCursor(t.Context(), "a", "b"), "store: the database is locked by another process")
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	if err := s.SaveCursor(t.Context(), "a", "b"); err != nil {
		t.Fatal(err)
	}
}

func TestOpenSaysWhatToDo(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "notes.txt")
	if err := os.WriteFile(text, []byte(strings.Repeat("no database at all\n", 500)), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ url, says string }{
		{"", "store: no database given; set store.url"},
		{"redis://x", "store: cannot use a redis:// database"},
		{":memory:", "store: a database in memory cannot be shared"},
		{text, "store: the file is no SQLite database; point store.url at another file"},
		{filepath.Join(dir, "none", "graces.db"), "store: cannot open the database file; check its folder and rights"},
		{dir, "store: cannot open the database file; check its folder and rights"},
		{"postgres://u:hunter2@127.0.0.1:1/x?connect_timeout=2", "store: the server cannot be reached; check that it runs"},
		{"postgres://u:hunter2@[", "store: store.url is no valid postgres:// address"},
	} {
		s, err := store.Open(t.Context(), test.url)
		if err == nil {
			s.Close()
		}
		says(t, err, test.says)
	}
}

// says fails unless an error begins with a text and keeps the password.
func says(t *testing.T, err error, want string) {
	t.Helper()
	if err == nil || !strings.HasPrefix(err.Error(), want) || strings.Contains(err.Error(), "hunter2") {
		t.Errorf("got %v, want %s…", err, want)
	}
}

func TestSchema(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a # 100% odd?.db")
	path = strings.ReplaceAll(path, "?", "") // begins the parameters of a file: URL
	s, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	_, err = s.CountCases(t.Context())
	says(t, err, "store: the schema is missing; run graces migrate")
	current, latest, err := s.Version(t.Context())
	if err != nil || current != 0 || latest == 0 {
		t.Fatalf("got %d of %d, %v", current, latest, err)
	}
	var g errgroup.Group
	for range 4 {
		other, err := store.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		defer other.Close()
		g.Go(func() error { return other.Migrate(t.Context()) })
	}
	if err := g.Wait(); err != nil {
		t.Fatal(err)
	}
	if current, _, err := s.Version(t.Context()); err != nil || current != latest {
		t.Fatalf("got %d of %d, %v", current, latest, err)
	}
	db, err := sql.Open("sqlite", "file:"+strings.NewReplacer("%", "%25", "#", "%23").Replace(path))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("INSERT INTO store_version (version_id, is_applied) VALUES (99, 1)"); err != nil {
		t.Fatal(err)
	}
	says(t, s.Migrate(t.Context()), "store: the database has schema 99, but this graces knows only")
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file is %v, %v", info.Mode(), err)
	}
}

func TestForgetLeavesNoBytes(t *testing.T) {
	dir := t.TempDir()
	s := openMigrated(t, filepath.Join(dir, "graces.db"))
	hs, profiles := handled(0)
	for i := range hs {
		hs[i].Mention.Text += " my secret word is xyzzyplugh"
		hs[i].Mention.Author.ID = "did:plc:one"
		hs[i].Mention.Author.Handle = "frobozz.example"
		profiles[i].Key = hs[i].Mention.AuthorKey()
		profiles[i].Author = hs[i].Mention.Author
	}
	if err := s.Record(t.Context(), hs, profiles[:1]); err != nil {
		t.Fatal(err)
	}
	if done, err := s.Forget(t.Context(), "bluesky:did:plc:one", "admin", time.Now()); err != nil || done.Mentions != batchSize {
		t.Fatalf("erased %d, %v", done.Mentions, err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{"xyzzyplugh", "frobozz", "plc:one", "without my bag", "far too long"} {
			if bytes.Contains(content, []byte(word)) {
				t.Errorf("%s still holds %q", filepath.Base(file), word)
			}
		}
	}
}
