// Command prepare gets a machine ready for the tests. On Debian, as root, it
// installs the servers that are missing; elsewhere it lists the tests that will
// be left out. It fails only when GRACES_TEST_ALL=1 and something is missing.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"

	"goodgraces/internal/servers"
)

// policy keeps Debian's packages from starting the services that they bring:
// the tests start their own. Debian policy manual, section 9.3.3.2.
const policy = "/usr/sbin/policy-rc.d"

func main() {
	if len(missing()) > 0 && canInstall() {
		if err := install(missing()); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}
	left := missing()
	for _, tool := range left {
		fmt.Println(tool.LeftOut())
	}
	if len(left) > 0 && servers.MustHaveAll() {
		fmt.Fprintln(os.Stderr, "prepare: GRACES_TEST_ALL=1 allows nothing to be left out")
		os.Exit(1)
	}
}

func missing() []servers.Tool {
	return slices.DeleteFunc(servers.Tools(), func(t servers.Tool) bool { return t.Find() != "" })
}

// canInstall says whether this is Debian, or one of its children, and we are root.
func canInstall() bool {
	_, err := os.Stat("/etc/debian_version")
	return err == nil && os.Geteuid() == 0
}

func install(tools []servers.Tool) error {
	allow, err := forbidServices()
	if err != nil {
		return err
	}
	args := []string{"install", "-y", "--no-install-recommends"}
	for _, tool := range tools {
		args = append(args, tool.Package)
	}
	// A failed update is no reason to stop: what apt knows may do.
	return errors.Join(apt("update"), apt(args...), allow())
}

// forbidServices keeps packages from starting services until allow is called.
// Where the machine has a policy already, that stays.
func forbidServices() (allow func() error, err error) {
	f, err := os.OpenFile(policy, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o755)
	if errors.Is(err, os.ErrExist) {
		return func() error { return nil }, nil
	}
	if err != nil {
		return nil, fmt.Errorf("prepare: %w", err)
	}
	_, err = f.WriteString("#!/bin/sh\nexit 101\n")
	return func() error { return os.Remove(policy) }, errors.Join(err, f.Close())
}

func apt(args ...string) error {
	cmd := exec.Command("apt-get", args...)
	cmd.Env = append(os.Environ(), "DEBIAN_FRONTEND=noninteractive")
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("prepare: apt-get %s: %w", args[0], err)
	}
	return nil
}
