package queuetest

import (
	"testing"

	"goodgraces/queue"
)

// Batch is how many messages a benchmark publishes, consumes and acknowledges at
// a time.
const Batch = 200

// Bench measures publish, consume and ack, Batch messages a turn. Compare it
// with the engine's yardstick in the same run.
func Bench(b *testing.B, q queue.Queue) {
	ctx, msgs := b.Context(), Messages()
	for b.Loop() {
		if err := q.Publish(ctx, msgs); err != nil {
			b.Fatal(err)
		}
		for left := Batch; left > 0; {
			ds, err := q.Consume(ctx, "bench", left, hold)
			if err != nil {
				b.Fatal(err)
			}
			if err := q.Ack(ctx, ds...); err != nil {
				b.Fatal(err)
			}
			left -= len(ds)
		}
	}
	Report(b)
}

// Messages returns Batch messages of the size of a post with its particulars,
// about 600 bytes.
func Messages() []queue.Message {
	msgs := messages(numbered("replay:post", Batch)...)
	for i := range msgs {
		msgs[i].Body = append(msgs[i].Body, make([]byte, 580)...)
	}
	return msgs
}

// Report adds messages a second to a benchmark whose turns each handle Batch.
func Report(b *testing.B) {
	b.ReportMetric(float64(b.N)*Batch/b.Elapsed().Seconds(), "msgs/s")
}
