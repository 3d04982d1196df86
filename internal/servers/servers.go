// Package servers starts real servers for tests, on free loopback ports and in
// folders of their own, and stops them when the test ends. No server outlives
// the test process, even when that is killed: each is held by a guardian (see
// guard) that stops it once the process is gone.
//
// A test whose server is not installed is skipped with a line that says what
// was left out; with GRACES_TEST_ALL=1 in the environment it fails instead.
package servers

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
)

// Tool is a program that some tests need.
type Tool struct {
	Name     string   // as people call it
	Package  string   // the Debian package that brings it
	programs []string // names to look for in PATH, or whole paths
	places   []string // patterns of paths to look at after PATH
}

// The programs that tests need.
var (
	redisTool = Tool{
		Name: "Redis", Package: "redis-server",
		programs: []string{"redis-server"},
	}
	postgresTool = Tool{
		Name: "PostgreSQL", Package: "postgresql",
		programs: []string{"initdb"},
		places:   []string{"/usr/lib/postgresql/*/bin/initdb", "/opt/homebrew/opt/postgresql*/bin/initdb"},
	}
	// The shell is Chromium without tabs and windows, which cost as much as the pages.
	// It is looked for behind Debian's script for it, which dies without it.
	chromiumTool = Tool{
		Name: "Chromium", Package: "chromium-headless-shell",
		programs: []string{"/usr/lib/chromium/chromium-headless-shell", "chrome-headless-shell", "headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"},
		places:   []string{"/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"},
	}
)

// Tools lists every program that tests need.
func Tools() []Tool { return []Tool{redisTool, postgresTool, chromiumTool} }

// Find returns the program's path, "" when it is not installed. Of several
// versions outside PATH it takes the newest.
func (t Tool) Find() string {
	for _, name := range t.programs {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	for _, pattern := range t.places {
		if found, _ := filepath.Glob(pattern); len(found) > 0 {
			return slices.MaxFunc(found, byVersion)
		}
	}
	return ""
}

// byVersion orders paths so that …/9/bin comes before …/15/bin.
func byVersion(a, b string) int {
	if len(a) != len(b) {
		return len(a) - len(b)
	}
	return slices.Compare([]byte(a), []byte(b))
}

// LeftOut is the line that says that the tool is missing and how to get it.
func (t Tool) LeftOut() string {
	return fmt.Sprintf("left out: %s (install %s)", t.Name, t.Package)
}

// MustHaveAll says whether nothing may be left out of the tests.
func MustHaveAll() bool { return os.Getenv("GRACES_TEST_ALL") == "1" }

// need returns the tool's path; without it the test ends here.
func need(t testing.TB, tool Tool) string {
	t.Helper()
	path := tool.Find()
	switch {
	case path != "":
	case MustHaveAll():
		t.Fatal(tool.LeftOut() + "; GRACES_TEST_ALL=1 allows nothing to be left out")
	default:
		t.Skip(tool.LeftOut())
	}
	return path
}

// freePort finds a loopback port that nobody listens on. It looks below the
// range that systems give to outgoing connections (32768 and up on Linux,
// 49152 and up elsewhere), so that none takes the port while its server is
// being restarted. Nor do the tests of another process: for as long as it is held,
// the UDP port of that number is taken, which no server of ours uses.
func freePort() (port string, held io.Closer, err error) {
	var last error
	for range 100 {
		port := strconv.Itoa(20000 + rand.IntN(12000))
		addr := net.JoinHostPort("127.0.0.1", port)
		held, err := net.ListenPacket("udp", addr)
		if err != nil {
			last = err
			continue
		}
		l, err := net.Listen("tcp", addr)
		if err == nil {
			return port, held, l.Close()
		}
		last = errors.Join(err, held.Close())
	}
	return "", nil, fmt.Errorf("servers: no free port found on 127.0.0.1: %w", last)
}
