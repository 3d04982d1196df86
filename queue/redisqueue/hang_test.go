//go:build unix

package redisqueue

import (
	"context"
	"errors"
	"regexp"
	"strconv"
	"syscall"
	"testing"
	"time"

	"goodgraces/internal/servers"
	"goodgraces/queue/queuetest"
)

// TestHungServer stops Redis without ending it: it takes connections, and
// answers nothing. Consume returns when told to all the same.
func TestHungServer(t *testing.T) {
	q := open(t, servers.Redis(t).URL)
	info, err := q.client.Info(t.Context(), "server").Result()
	if err != nil {
		t.Fatal(err)
	}
	pid, err := strconv.Atoi(regexp.MustCompile(`process_id:(\d+)`).FindStringSubmatch(info)[1])
	if err != nil {
		t.Fatal(err)
	}
	if err := syscall.Kill(pid, syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
	defer syscall.Kill(pid, syscall.SIGCONT)
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(50*time.Millisecond, cancel)
	queuetest.Within(t, time.Second, func() {
		if _, err := q.Consume(ctx, "a", 1, time.Hour); !errors.Is(err, context.Canceled) {
			t.Errorf("consume: %v; want the context's error", err)
		}
	})
}
