//go:build unix

package replay

import (
	"context"
	"errors"
	"os"
	"syscall"
	"time"
)

// retryLock is how often a lock that somebody else holds is tried again.
const retryLock = 2 * time.Millisecond

// lock takes the file for this process. The kernel lets go of it when the
// process dies.
func lock(ctx context.Context, f *os.File) error {
	for {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if !errors.Is(err, syscall.EWOULDBLOCK) && !errors.Is(err, syscall.EINTR) {
			return err
		}
		if err := sleep(ctx, retryLock); err != nil {
			return err
		}
	}
}

func unlock(f *os.File) { _ = syscall.Flock(int(f.Fd()), syscall.LOCK_UN) }
