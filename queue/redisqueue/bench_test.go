package redisqueue

import (
	"testing"

	"github.com/redis/go-redis/v9"

	"goodgraces/internal/servers"
	"goodgraces/queue/queuetest"
)

func BenchmarkQueue(b *testing.B) {
	queuetest.Bench(b, open(b, servers.Redis(b).URL))
}

// BenchmarkYardstick is publishing alone, as a plain pipeline of XADD. The queue
// adds the transaction, the delivery and the acknowledgement.
func BenchmarkYardstick(b *testing.B) {
	client := redis.NewClient(&redis.Options{Addr: servers.Redis(b).Addr})
	defer client.Close()
	msgs := queuetest.Messages()
	for b.Loop() {
		_, err := client.Pipelined(b.Context(), func(p redis.Pipeliner) error {
			for _, m := range msgs {
				p.XAdd(b.Context(), &redis.XAddArgs{Stream: "plain", Values: []any{"key", m.Key, "body", m.Body}})
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	queuetest.Report(b)
}
