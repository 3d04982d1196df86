package servers

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// guardian runs a server ("$@") and waits for a word on its standard input. The
// word is the signal to stop the server with. The end of input means that the
// owner closed the pipe or is gone, however it went: then the server gets $2,
// and its folder $1 is removed.
const guardian = `
dir=$1 signal=$2; shift 2
"$@" </dev/null >>"$dir/log" 2>&1 &
if read -r word; then
	kill -"$word" $!; wait $!
else
	kill -"$signal" $!; kill -CONT $!; wait $!; rm -rf "$dir"
fi`

// startWithin is how long a server may take until it answers, seconds on an
// idle machine, more where every core is busy with other tests.
const startWithin = time.Minute

// guard is a running server in its folder.
type guard struct {
	dir  string
	cmd  *exec.Cmd
	word io.WriteCloser
}

// startGuard runs a server until it answers. user is who it runs as, nil for
// whoever runs the tests; signal is what stops it gracefully.
func startGuard(dir, signal string, user *account, answers func(context.Context) error, server ...string) (*guard, error) {
	args := append([]string{"-c", guardian, "guardian", dir, signal}, server...)
	cmd := exec.Command("/bin/sh", args...)
	cmd.Dir = dir
	cmd.SysProcAttr = attributes(user)
	word, err := cmd.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("servers: %w", err)
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("servers: start %s: %w", server[0], err)
	}
	g := &guard{dir: dir, cmd: cmd, word: word}
	if err := await(answers); err != nil {
		log, _ := os.ReadFile(filepath.Join(dir, "log"))
		return nil, errors.Join(fmt.Errorf("servers: %s does not answer: %w; its log:\n%s", server[0], err, log), g.stop())
	}
	return g, nil
}

// await asks until there is no error, for as long as a server may take to start.
func await(answers func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(context.Background(), startWithin)
	defer cancel()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for {
		err := answers(ctx)
		if err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return err
		case <-tick.C:
		}
	}
}

// kill ends the server with SIGKILL and keeps its folder.
func (g *guard) kill() error {
	if _, err := io.WriteString(g.word, "KILL\n"); err != nil {
		return fmt.Errorf("servers: kill: %w", err)
	}
	return g.wait()
}

// stop ends the server gracefully and removes its folder.
func (g *guard) stop() error {
	if err := g.word.Close(); err != nil {
		return fmt.Errorf("servers: stop: %w", err)
	}
	return g.wait()
}

// wait returns once the server is gone. How it went is of no interest.
func (g *guard) wait() error {
	var exit *exec.ExitError
	if err := g.cmd.Wait(); err != nil && !errors.As(err, &exit) {
		return fmt.Errorf("servers: %w", err)
	}
	return nil
}
