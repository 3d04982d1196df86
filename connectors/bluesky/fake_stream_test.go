package bluesky_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/coder/websocket"

	"goodgraces/connectors/connectortest"
)

// jetstream is a local Jetstream: it keeps what it carried and serves it from a
// cursor on, as the real one does, to any number of subscribers.
type jetstream struct {
	mu      sync.Mutex
	events  []carried
	grown   chan struct{} // closed and replaced when events grow
	serial  int
	cursors []string // of every subscription
	greets  int      // how many earlier events a subscription without cursor gets
	silent  atomic.Bool
	floods  chan chan struct{} // asks for a message without an end
}

type carried struct {
	us  int64
	raw []byte
}

func newJetstream() *jetstream {
	return &jetstream{grown: make(chan struct{}), floods: make(chan chan struct{})}
}

// carry appends a message as it goes over the wire.
func (j *jetstream) carry(us int64, raw []byte) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.events = append(j.events, carried{us, raw})
	close(j.grown)
	j.grown = make(chan struct{})
}

// stamp is the next event's time: they rise, a microsecond apart at least.
func (j *jetstream) stamp() (us int64, rkey string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.serial++
	return time.Now().UnixMicro() + int64(j.serial), fmt.Sprintf("3k%011d", j.serial)
}

// commit carries a commit and returns the record's key.
func (j *jetstream) commit(t *testing.T, did, operation, rkey string, record any) string {
	t.Helper()
	rkey, carry := j.prepare(t, did, operation, rkey, record)
	carry()
	return rkey
}

// prepare makes a commit as of now, to be carried at any time.
func (j *jetstream) prepare(t *testing.T, did, operation, rkey string, record any) (key string, carry func()) {
	t.Helper()
	us, fresh := j.stamp()
	if rkey == "" {
		rkey = fresh
	}
	commit := map[string]any{"rev": fresh, "operation": operation, "collection": "app.bsky.feed.post", "rkey": rkey}
	if record != nil {
		commit["record"], commit["cid"] = record, "bafyrei"+rkey
	}
	raw, err := json.Marshal(struct {
		DID    string `json:"did"`
		TimeUS int64  `json:"time_us"`
		Kind   string `json:"kind"`
		Commit any    `json:"commit"`
	}{did, us, "commit", commit})
	if err != nil {
		t.Fatal(err)
	}
	return rkey, func() { j.carry(us, raw) }
}

func (j *jetstream) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Get("wantedCollections") != "app.bsky.feed.post" {
		http.Error(w, "the whole network? no", http.StatusBadRequest)
		return
	}
	next := j.subscribe(r.URL.Query().Get("cursor"))
	conn, err := websocket.Accept(w, r, &websocket.AcceptOptions{OnPingReceived: func(context.Context, []byte) bool { return !j.silent.Load() }})
	if err != nil {
		return
	}
	defer conn.CloseNow()
	j.serve(conn.CloseRead(r.Context()), conn, next)
}

// subscribe returns the first event to serve: now, without a cursor.
func (j *jetstream) subscribe(cursor string) int {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.cursors = append(j.cursors, cursor)
	from, err := strconv.ParseInt(cursor, 10, 64)
	if err != nil {
		return len(j.events) - j.greets
	}
	// It goes by time: what lies before the cursor, if only by its time, is not served.
	for i, e := range slices.Backward(j.events) {
		if e.us < from {
			return i + 1
		}
	}
	return 0
}

func (j *jetstream) serve(ctx context.Context, conn *websocket.Conn, next int) {
	for {
		j.mu.Lock()
		pending, grown := j.events[next:], j.grown
		j.mu.Unlock()
		for _, e := range pending {
			if conn.Write(ctx, websocket.MessageText, e.raw) != nil {
				return
			}
		}
		next += len(pending)
		select {
		case <-grown:
		case sent := <-j.floods:
			if w, err := conn.Writer(ctx, websocket.MessageText); err == nil {
				_ = connectortest.Flood(w) // the reader may leave
			}
			close(sent)
			<-ctx.Done()
			return
		case <-ctx.Done():
			return
		}
	}
}

func (j *jetstream) flood() {
	sent := make(chan struct{})
	j.floods <- sent
	<-sent
}
