package redisqueue

import (
	"crypto/rand"
	"testing"

	"go.uber.org/goleak"

	"goodgraces/internal/servers"
	"goodgraces/queue"
	"goodgraces/queue/queuetest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestContract(t *testing.T) {
	server := servers.Redis(t)
	queuetest.Run(t, func(t *testing.T) queue.Queue { return open(t, server.URL) })
}

// open opens a queue of a name of its own.
func open(t testing.TB, url string) *Queue {
	t.Helper()
	q, err := Open(t.Context(), url, "test-"+rand.Text())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = q.Close() })
	return q
}
