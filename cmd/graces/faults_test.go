package main

import (
	"bytes"
	"database/sql"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// graces runs one command line in this process and returns its exit status and
// what it wrote to standard error.
func graces(t *testing.T, args ...string) (status int, errs string) {
	t.Helper()
	var out, err bytes.Buffer
	status = run(t.Context(), args, strings.NewReader(""), &out, &err)
	return status, err.String()
}

func TestAPortInUse(t *testing.T) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	defer ln.Close()
	status, errs := graces(t, "demo", "--no-browser", "--data", t.TempDir(), "--addr", ln.Addr().String())
	if status != exitUse || !strings.Contains(errs, "in use") || !strings.Contains(errs, "desk.addr") {
		t.Errorf("status %d: %s", status, errs)
	}
}

func TestALockedDatabase(t *testing.T) {
	dir := t.TempDir()
	if status, errs := graces(t, "migrate", "--data", dir); status != exitOK {
		t.Fatal(errs)
	}
	db, err := sql.Open("sqlite", filepath.Join(dir, dbFile)+"?_txlock=exclusive")
	must(t, err)
	defer db.Close()
	tx, err := db.Begin()
	must(t, err)
	defer tx.Rollback()
	status, errs := graces(t, "replay", "demo/posts.jsonl", "--data", dir)
	if status != exitUse || !strings.Contains(errs, "locked") {
		t.Errorf("status %d: %s", status, errs)
	}
}

func TestAFullDisk(t *testing.T) {
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("left out: a full disk (needs the right to mount a small file system): %s", bytes.TrimSpace(out))
	}
	defer exec.Command("umount", dir).Run()
	status, errs := graces(t, "replay", "demo/posts.jsonl", "--data", dir)
	if status != exitUse || !strings.Contains(errs, "full") {
		t.Errorf("status %d: %s", status, errs)
	}
	if strings.Contains(errs, "panic") {
		t.Error(errs)
	}
}

func TestAFolderThatIsAFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	write(t, file, "")
	status, errs := graces(t, "migrate", "--data", file)
	if status != exitUse || !strings.Contains(errs, "--data") {
		t.Errorf("status %d: %s", status, errs)
	}
}

func TestADatabaseThatIsNone(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, dbFile), strings.Repeat("this is no database\n", 100))
	status, errs := graces(t, "migrate", "--data", dir)
	if status != exitUse || !strings.Contains(errs, "not a") {
		t.Errorf("status %d: %s", status, errs)
	}
}

// A broken configuration changes nothing in a running daemon, and is reported.
func TestABrokenReload(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "graces.yaml")
	write(t, file, fmt.Sprintf("data: %q\ndesk: {addr: \"127.0.0.1:0\"}\n", dir))
	p := startGraces(t, buildGraces(t), "serve", "--config", file)
	write(t, file, "desk: {adr: \"127.0.0.1:0\"}\n")
	p.await("refused")
	write(t, file, fmt.Sprintf("data: %q\ndesk: {addr: \"127.0.0.1:0\"}\nclassifier: {complaint: 0.6}\n", dir))
	p.await("in force")
	p.interrupt()
}

// Everything stops when asked, at once, whatever is running.
func TestDemoServesAndStops(t *testing.T) {
	p := startGraces(t, buildGraces(t), "demo", "--no-browser", "--addr", "127.0.0.1:0", "--data", t.TempDir())
	if !strings.Contains(p.said.String(), "/sign-in?token=") {
		t.Errorf("no sign-in link: %s", p.said)
	}
	p.interrupt()
}

// The demo leaves a graces.yaml that is in its folder alone.
func TestDemoKeepsSomebodysConfiguration(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "graces.yaml")
	must(t, os.WriteFile(file, []byte("brand: {name: Mine}\n"), 0o600))
	p := startGraces(t, buildGraces(t), "demo", "--no-browser", "--addr", "127.0.0.1:0", "--data", dir)
	p.interrupt()
	if text, err := os.ReadFile(file); err != nil || string(text) != "brand: {name: Mine}\n" {
		t.Errorf("it reads %q now, %v", text, err)
	}
}
