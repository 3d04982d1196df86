package replay

import (
	"context"
	"errors"
	"os"
	"time"

	"golang.org/x/sys/windows"
)

// retryLock is how often a lock that somebody else holds is tried again.
const retryLock = 2 * time.Millisecond

// lockedByte lies far behind every outbox, so that the lock forbids nobody to
// read the file.
var lockedByte = windows.Overlapped{OffsetHigh: 1 << 30}

// lock takes the file for this process. The kernel lets go of it when the
// process dies.
func lock(ctx context.Context, f *os.File) error {
	const exclusive = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	for {
		at := lockedByte
		err := windows.LockFileEx(windows.Handle(f.Fd()), exclusive, 0, 1, 0, &at)
		if !errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
			return err
		}
		if err := sleep(ctx, retryLock); err != nil {
			return err
		}
	}
}

func unlock(f *os.File) {
	at := lockedByte
	_ = windows.UnlockFileEx(windows.Handle(f.Fd()), 0, 1, 0, &at)
}
