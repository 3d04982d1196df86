package servers

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"
)

// shared is the one PostgreSQL of the test process. Making its cluster takes a
// second or two, which is too long for every test. Its guardian stops it when
// the process ends.
var shared = sync.OnceValues(startPostgres)

// Postgres returns the postgres:// URL of a new, empty database on a server
// that the tests of the process share. The database is dropped when the test
// ends. The server has fsync off: it is not for tests that pull the plug.
func Postgres(t testing.TB) string {
	t.Helper()
	return database(t, "template1")
}

// Template is a database that others begin as copies of.
type Template struct {
	Make func(url string) error // fills it, once, and leaves no connection open

	once sync.Once
	name string
	err  error
}

// PostgresFrom is Postgres with a copy of a template in place of nothing.
func PostgresFrom(t testing.TB, of *Template) string {
	t.Helper()
	need(t, postgresTool)
	s, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	of.once.Do(func() {
		of.name = randomName()
		if of.err = s.run("CREATE DATABASE " + of.name); of.err == nil {
			of.err = of.Make(s.url(of.name))
		}
	})
	if of.err != nil {
		t.Fatal(of.err)
	}
	return database(t, of.name)
}

func database(t testing.TB, template string) string {
	t.Helper()
	need(t, postgresTool)
	s, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	name := randomName()
	if err := s.run("CREATE DATABASE " + name + " TEMPLATE " + template); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.run("DROP DATABASE " + name + " WITH (FORCE)"); err != nil {
			t.Error(err)
		}
	})
	return s.url(name)
}

func randomName() string { return "graces_" + strings.ToLower(rand.Text()) }

// postgresServer is a running PostgreSQL.
type postgresServer struct {
	port  string
	held  io.Closer // the port, kept as well
	guard *guard    // kept: when it is collected, its pipe closes and the server stops
}

func startPostgres() (*postgresServer, error) {
	port, held, err := freePort()
	if err != nil {
		return nil, err
	}
	user, err := unprivileged("postgres")
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "graces-postgres-")
	if err != nil {
		return nil, fmt.Errorf("servers: %w", err)
	}
	s := &postgresServer{port: port, held: held}
	if err := s.start(dir, user); err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	return s, nil
}

// start makes a cluster in dir and runs it as user.
func (s *postgresServer) start(dir string, user *account) error {
	if err := user.own(dir); err != nil {
		return fmt.Errorf("servers: %w", err)
	}
	initdb, cluster := postgresTool.Find(), filepath.Join(dir, "cluster")
	if real, err := filepath.EvalSymlinks(initdb); err == nil {
		initdb = real // its neighbours are the other programs of its version
	}
	cmd := exec.Command(initdb, "-D", cluster, "-U", "graces", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
	cmd.Dir, cmd.SysProcAttr = dir, attributes(user)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("servers: initdb: %w\n%s", err, out)
	}
	var err error
	s.guard, err = startGuard(dir, "INT", user, s.answers, filepath.Join(filepath.Dir(initdb), "postgres"),
		"-D", cluster, "-p", s.port, "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
		"-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_connections=200")
	return err
}

func (s *postgresServer) url(database string) string {
	return "postgres://graces@127.0.0.1:" + s.port + "/" + database + "?sslmode=disable"
}

func (s *postgresServer) answers(ctx context.Context) error {
	conn, err := pgx.Connect(ctx, s.url("postgres"))
	if err != nil {
		return err
	}
	return conn.Close(ctx)
}

// run executes one statement in the server's own database.
func (s *postgresServer) run(statement string) error {
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, s.url("postgres"))
	if err != nil {
		return fmt.Errorf("servers: %w", err)
	}
	_, err = conn.Exec(ctx, statement)
	return errors.Join(err, conn.Close(ctx))
}
