package main

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// buildGraces builds the real program, once.
func buildGraces(t testing.TB) string {
	t.Helper()
	file, err := built()
	must(t, err)
	return file
}

var built = sync.OnceValues(func() (string, error) {
	file := filepath.Join(scratch, "graces")
	out, err := exec.Command("go", "build", "-o", file, ".").CombinedOutput()
	if err != nil {
		return "", &exec.Error{Name: string(out), Err: err}
	}
	return file, nil
})

// process is the real program, running.
type process struct {
	t     testing.TB
	cmd   *exec.Cmd
	lines chan string // of standard output and error, together
	ended chan error
	said  *strings.Builder
}

// startGraces starts the program and waits until it says that it is ready.
func startGraces(t testing.TB, binary string, args ...string) *process {
	t.Helper()
	p := &process{t: t, cmd: exec.Command(binary, args...), lines: make(chan string, 10000), ended: make(chan error, 1), said: &strings.Builder{}}
	r, w := io.Pipe()
	p.cmd.Stdout, p.cmd.Stderr = w, w
	must(t, p.cmd.Start())
	go func() { p.ended <- p.cmd.Wait(); w.Close() }()
	go func() {
		defer close(p.lines)
		for scan := bufio.NewScanner(r); scan.Scan(); {
			select {
			case p.lines <- scan.Text():
			default: // nobody reads any more
			}
		}
	}()
	t.Cleanup(func() { p.cmd.Process.Kill() })
	p.await("ready")
	return p
}

// await reads what the program says up to a line with a word, and returns it.
func (p *process) await(word string) string {
	p.t.Helper()
	timeout := time.After(30 * time.Second)
	for {
		select {
		case line, ok := <-p.lines:
			if !ok {
				p.t.Fatalf("the program ended; it said:\n%s", p.said)
			}
			p.said.WriteString(line + "\n")
			if strings.Contains(line, word) {
				return line
			}
		case <-timeout:
			p.t.Fatalf("no %q within 30 s; it said:\n%s", word, p.said)
		}
	}
}

// line is the line with a word that the program said already.
func (p *process) line(word string) string {
	for line := range strings.Lines(p.said.String()) {
		if strings.Contains(line, word) {
			return strings.TrimSpace(line)
		}
	}
	p.t.Fatalf("no %q; it said:\n%s", word, p.said)
	return ""
}

// rest is all that the program said so far.
func (p *process) rest() string {
	for {
		select {
		case line, ok := <-p.lines:
			if ok {
				p.said.WriteString(line + "\n")
				continue
			}
		default:
		}
		return p.said.String()
	}
}

// kill is kill -9.
func (p *process) kill() {
	p.cmd.Process.Kill()
	<-p.ended
}

// interrupt asks the program to stop and expects it to within ten seconds.
func (p *process) interrupt() {
	p.t.Helper()
	must(p.t, p.cmd.Process.Signal(os.Interrupt))
	select {
	case err := <-p.ended:
		if err != nil {
			p.t.Errorf("stopped with %v", err)
		}
	case <-time.After(12 * time.Second):
		p.t.Error("did not stop within 12 s")
	}
}
