package servers

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/redis/go-redis/v9"
)

func TestRedisKeepsDataAcrossKill(t *testing.T) {
	s := Redis(t)
	client := redis.NewClient(&redis.Options{Addr: s.Addr})
	defer client.Close()
	if err := client.Set(t.Context(), "cup", "tea", 0).Err(); err != nil {
		t.Fatal(err)
	}
	s.Kill(t)
	if conn, err := net.Dial("tcp", s.Addr); err == nil {
		conn.Close()
		t.Fatal("a killed server still takes connections")
	}
	s.Start(t)
	got, err := client.Get(t.Context(), "cup").Result()
	if err != nil || got != "tea" {
		t.Fatalf("after a restart: %q, %v; want tea", got, err)
	}
}

func TestPostgresDatabasesAreFreshAndApart(t *testing.T) {
	for range 2 {
		conn, err := pgx.Connect(t.Context(), Postgres(t))
		if err != nil {
			t.Fatal(err)
		}
		_, err = conn.Exec(t.Context(), "CREATE TABLE cups (id int)")
		if err := errors.Join(err, conn.Close(context.Background())); err != nil {
			t.Fatal(err)
		}
	}
}

// TestServersDieWithTheProcess kills a child that runs a Redis, a PostgreSQL and
// a Chromium, and expects all, and their folders, to be gone soon.
func TestServersDieWithTheProcess(t *testing.T) {
	if os.Getenv("GRACES_SERVERS_CHILD") != "" {
		fmt.Println("addr", Redis(t).Addr)
		url := Postgres(t)
		fmt.Println("addr", strings.Split(strings.Split(url, "@")[1], "/")[0])
		fmt.Println("addr", strings.TrimPrefix(Chromium(t), "http://"))
		_, _ = io.Copy(io.Discard, os.Stdin) // until killed
		return
	}
	need(t, redisTool)
	need(t, postgresTool)
	need(t, chromiumTool)
	dir := openFolder(t)
	addrs := runAndKill(t, dir)
	if err := await(func(context.Context) error { return gone(dir, addrs) }); err != nil {
		t.Fatal(err)
	}
}

// openFolder makes a folder that any user may enter, unlike t.TempDir's.
func openFolder(t *testing.T) string {
	dir, err := os.MkdirTemp("", "graces-open-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	return dir
}

// runAndKill starts this test in a child, kills the child once its servers run,
// and returns their addresses.
func runAndKill(t *testing.T, dir string) []string {
	cmd := exec.Command(os.Args[0], "-test.run=^TestServersDieWithTheProcess$")
	cmd.Env = append(os.Environ(), "GRACES_SERVERS_CHILD=1", "TMPDIR="+dir)
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer stdin.Close()
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var addrs []string
	lines := bufio.NewScanner(out)
	for len(addrs) < 3 && lines.Scan() {
		if addr, ok := strings.CutPrefix(lines.Text(), "addr "); ok {
			addrs = append(addrs, addr)
		}
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	if len(addrs) != 3 {
		t.Fatalf("the child started %q; want three servers", addrs)
	}
	return addrs
}

// gone returns an error while one of the servers, or a file of theirs, is there.
func gone(dir string, addrs []string) error {
	for _, addr := range addrs {
		if conn, err := net.Dial("tcp", addr); err == nil {
			conn.Close()
			return fmt.Errorf("%s still takes connections", addr)
		}
	}
	left, err := os.ReadDir(dir)
	if err == nil && len(left) > 0 {
		err = fmt.Errorf("%s still holds %s", dir, left[0].Name())
	}
	return err
}
