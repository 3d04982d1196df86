package sqlqueue

import (
	"path/filepath"
	"testing"

	"go.uber.org/goleak"

	"goodgraces/queue"
	"goodgraces/queue/queuetest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestContract(t *testing.T) {
	queuetest.Run(t, func(t *testing.T) queue.Queue {
		return open(t, filepath.Join(t.TempDir(), "graces.db"))
	})
}

func open(t testing.TB, path string, options ...Option) *Queue {
	t.Helper()
	q, err := Open(t.Context(), path, options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = q.Close() })
	return q
}
