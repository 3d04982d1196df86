package queuetest

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"goodgraces/queue"
)

// testModel drives a queue and a model of it by random steps and compares them.
func testModel(t *testing.T, open func(t *testing.T) queue.Queue) {
	rapid.Check(t, func(rt *rapid.T) {
		q := open(t)
		defer q.Close()
		m := &model{
			t: t, q: q, lane: make(map[string]string), fresh: make(map[string][]string),
			waiting: make(map[string]int), leased: make(map[string]queue.Delivery),
		}
		rt.Repeat(map[string]func(*rapid.T){
			"":        m.compare,
			"publish": m.publish,
			"consume": m.consume,
			"abandon": m.abandon,
			"ack":     m.ack,
			"extend":  m.extend,
			"retry":   m.retry,
			"dead":    m.dead,
			"requeue": m.requeue,
			"trim":    func(rt *rapid.T) { m.ok(rt, q.Trim(t.Context())) },
			"stale":   m.stale,
		})
	})
}

// model is what a queue should hold. Messages are known by key.
type model struct {
	t *testing.T
	q queue.Queue
	n int // messages published

	lane    map[string]string         // of every message
	fresh   map[string][]string       // by lane: those that wait and were never delivered, in order
	waiting map[string]int            // to be delivered now, and deliveries so far
	later   int                       // to be delivered in an hour
	leased  map[string]queue.Delivery // for an hour
	stales  []queue.Delivery          // whose lease is over
	letters []string                  // keys of dead letters
}

func (m *model) ok(rt *rapid.T, err error) {
	if err != nil {
		rt.Fatal(err)
	}
}

// compare checks the counts.
func (m *model) compare(rt *rapid.T) {
	lag, err := m.q.Lag(m.t.Context())
	m.ok(rt, err)
	if lag.Ready+lag.Leased != len(m.waiting)+m.later+len(m.leased) || lag.Leased < len(m.leased) || lag.Dead != len(m.letters) {
		rt.Fatalf("lag is %+v; want %d ready, %d leased, %d dead", lag, len(m.waiting)+m.later, len(m.leased), len(m.letters))
	}
}

func (m *model) publish(rt *rapid.T) {
	var msgs []queue.Message
	for range rapid.IntRange(1, 5).Draw(rt, "messages") {
		m.n++
		key := fmt.Sprint(m.n)
		m.waiting[key] = 0
		lane := rapid.SampledFrom([]string{"", "a", "b"}).Draw(rt, "lane")
		m.lane[key], m.fresh[lane] = lane, append(m.fresh[lane], key)
		msgs = append(msgs, queue.Message{Lane: lane, Key: key, Body: []byte("body of " + key)})
	}
	m.ok(rt, m.q.Publish(m.t.Context(), msgs))
}

// take consumes and checks that what comes was waiting.
func (m *model) take(rt *rapid.T, lease time.Duration) []queue.Delivery {
	if len(m.waiting) == 0 {
		rt.Skip("nothing waits")
	}
	n := rapid.IntRange(1, 4).Draw(rt, "max")
	ds, err := m.q.Consume(m.t.Context(), "model", n, lease)
	m.ok(rt, err)
	if len(ds) == 0 || len(ds) > n {
		rt.Fatalf("got %d messages of %d that wait; asked for %d", len(ds), len(m.waiting), n)
	}
	m.shared(rt, ds, n)
	for _, d := range ds {
		before, waits := m.waiting[d.Key]
		if !waits || d.Lane != m.lane[d.Key] || d.Attempt != before+1 || string(d.Body) != "body of "+d.Key {
			rt.Fatalf("got %+v; waits: %v, delivered before: %d", d, waits, before)
		}
		delete(m.waiting, d.Key)
	}
	return ds
}

// shared checks that new messages come in the order of their lanes, and from
// each lane its share of n.
func (m *model) shared(rt *rapid.T, ds []queue.Delivery, n int) {
	lanes, back := 0, len(m.waiting)
	for _, waits := range m.fresh {
		back -= len(waits)
		lanes += min(1, len(waits))
	}
	share := n / (lanes + min(1, back))
	for lane, waits := range m.fresh {
		var got []string
		for _, d := range ds {
			if d.Lane == lane && m.waiting[d.Key] == 0 {
				got = append(got, d.Key)
			}
		}
		if len(got) < min(share, len(waits)) || !slices.Equal(got, waits[:len(got)]) {
			rt.Fatalf("got %q of lane %q when %q waited there; asked for %d, and %d more lanes wait", got, lane, waits, n, lanes-1)
		}
		m.fresh[lane] = waits[len(got):]
	}
}

func (m *model) consume(rt *rapid.T) {
	for _, d := range m.take(rt, hold) {
		m.leased[d.Key] = d
	}
}

// abandon consumes under a lease that is over at once.
func (m *model) abandon(rt *rapid.T) {
	for _, d := range m.take(rt, time.Millisecond) {
		m.waiting[d.Key] = d.Attempt
	}
}

// some draws deliveries under lease and takes them out of the model's leases.
func (m *model) some(rt *rapid.T) []queue.Delivery {
	if len(m.leased) == 0 {
		rt.Skip("nothing is leased")
	}
	n := rapid.IntRange(1, len(m.leased)).Draw(rt, "deliveries")
	var ds []queue.Delivery
	for i := 1; len(ds) < n; i++ {
		if d, ok := m.leased[fmt.Sprint(i)]; ok {
			ds = append(ds, d)
		}
	}
	for _, d := range ds {
		delete(m.leased, d.Key)
	}
	m.stales = append(m.stales, ds...)
	return ds
}

func (m *model) ack(rt *rapid.T) { m.ok(rt, m.q.Ack(m.t.Context(), m.some(rt)...)) }

func (m *model) extend(rt *rapid.T) {
	ds := m.some(rt)
	m.ok(rt, m.q.Extend(m.t.Context(), time.Millisecond, ds...))
	for _, d := range ds {
		m.waiting[d.Key] = d.Attempt
	}
	m.stales = m.stales[:len(m.stales)-len(ds)] // good until somebody else has them
}

func (m *model) retry(rt *rapid.T) {
	later := rapid.Bool().Draw(rt, "later")
	for _, d := range m.some(rt) {
		if later {
			m.ok(rt, m.q.Retry(m.t.Context(), d, hold))
			m.later++
			continue
		}
		m.ok(rt, m.q.Retry(m.t.Context(), d, 0))
		m.waiting[d.Key] = d.Attempt
	}
}

func (m *model) dead(rt *rapid.T) {
	for _, d := range m.some(rt) {
		m.ok(rt, m.q.Dead(m.t.Context(), d, "model"))
		m.letters = append(m.letters, d.Key)
	}
}

// requeue checks the list of dead letters and requeues its first ones.
func (m *model) requeue(rt *rapid.T) {
	if len(m.letters) == 0 {
		rt.Skip("no dead letters")
	}
	dead, err := m.q.DeadLetters(m.t.Context(), "", len(m.letters)+1)
	m.ok(rt, err)
	if len(dead) != len(m.letters) {
		rt.Fatalf("%d dead letters; want %d", len(dead), len(m.letters))
	}
	var ids []string
	for _, d := range dead[:rapid.IntRange(1, len(dead)).Draw(rt, "letters")] {
		if d.Key != m.letters[0] {
			rt.Fatalf("dead letter %s; want %s", d.Key, m.letters[0])
		}
		ids, m.letters, m.waiting[d.Key] = append(ids, d.ID), m.letters[1:], 0
		lane := m.lane[d.Key]
		m.fresh[lane] = append(m.fresh[lane], d.Key)
	}
	n, err := m.q.Requeue(m.t.Context(), ids...)
	m.ok(rt, err)
	if n != len(ids) {
		rt.Fatalf("requeued %d; want %d", n, len(ids))
	}
}

// stale uses leases that are over, which changes nothing.
func (m *model) stale(rt *rapid.T) {
	ctx := m.t.Context()
	m.ok(rt, m.q.Ack(ctx, m.stales...))
	m.ok(rt, m.q.Extend(ctx, hold, m.stales...))
	for _, d := range m.stales[max(0, len(m.stales)-3):] {
		m.ok(rt, m.q.Retry(ctx, d, 0))
		m.ok(rt, m.q.Dead(ctx, d, "stale"))
	}
}
