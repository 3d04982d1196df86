package servers

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"testing"
)

// RedisServer is a Redis that keeps every acknowledged write across Kill and
// Start (appendonly yes, appendfsync always).
type RedisServer struct {
	Addr string // 127.0.0.1:port
	URL  string // redis://127.0.0.1:port

	program, dir string
	guard        *guard    // nil while killed
	held         io.Closer // the port
}

// Redis starts a redis-server of the test's own.
func Redis(t testing.TB) *RedisServer {
	t.Helper()
	program := need(t, redisTool)
	port, held, err := freePort()
	if err != nil {
		t.Fatal(err)
	}
	dir, err := os.MkdirTemp("", "graces-redis-")
	if err != nil {
		t.Fatal(err)
	}
	addr := net.JoinHostPort("127.0.0.1", port)
	s := &RedisServer{Addr: addr, URL: "redis://" + addr, program: program, dir: dir, held: held}
	t.Cleanup(func() { s.stop(t) })
	s.Start(t)
	return s
}

// Kill ends the server with SIGKILL.
func (s *RedisServer) Kill(t testing.TB) {
	t.Helper()
	if err := s.guard.kill(); err != nil {
		t.Fatal(err)
	}
	s.guard = nil
}

// Start starts the server again after Kill, at the same address and with the
// data that it had on disk. It returns once the server answers.
func (s *RedisServer) Start(t testing.TB) {
	t.Helper()
	_, port, _ := net.SplitHostPort(s.Addr)
	var err error
	s.guard, err = startGuard(s.dir, "TERM", nil, s.answers, s.program,
		"--bind", "127.0.0.1", "--port", port, "--dir", s.dir,
		"--appendonly", "yes", "--appendfsync", "always", "--save", "")
	if err != nil {
		t.Fatal(err)
	}
}

// answers sends a PING. While the server loads its data it answers an error.
func (s *RedisServer) answers(ctx context.Context) error {
	conn, err := new(net.Dialer).DialContext(ctx, "tcp", s.Addr)
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := conn.Write([]byte("PING\r\n")); err != nil {
		return err
	}
	answer, err := bufio.NewReader(conn).ReadString('\n')
	if err == nil && !strings.HasPrefix(answer, "+PONG") {
		err = fmt.Errorf("servers: redis answers %q", answer)
	}
	return err
}

func (s *RedisServer) stop(t testing.TB) {
	defer s.held.Close()
	if s.guard == nil {
		_ = os.RemoveAll(s.dir)
		return
	}
	if err := s.guard.stop(); err != nil {
		t.Error(err)
	}
}
