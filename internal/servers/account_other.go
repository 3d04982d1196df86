//go:build !unix

package servers

import "syscall"

// account is a user of the system; it matters on Unix alone.
type account struct{}

func unprivileged(string) (*account, error) { return nil, nil }

func (*account) own(string) error { return nil }

func attributes(*account) *syscall.SysProcAttr { return nil }
