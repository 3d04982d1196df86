package mastodon_test

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/coder/websocket"

	"goodgraces/connectors/connectortest"
)

// hub is the streaming API: each connection gets what it subscribed to.
type hub struct {
	mu    sync.Mutex
	news  *sync.Cond // of mu: who listens to what has changed
	conns map[*listener]bool
	deaf  bool // it takes no connections

	floods chan chan struct{} // asks for a message without an end
}

type listener struct {
	conn *websocket.Conn
	to   []string // streams, "hashtag:acme"
	out  chan []byte
}

func newHub() *hub {
	h := &hub{conns: map[*listener]bool{}, floods: make(chan chan struct{})}
	h.news = sync.NewCond(&h.mu)
	return h
}

// await waits until somebody listens to a stream.
func (h *hub) await(stream string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for {
		for l := range h.conns {
			if slices.Contains(l.to, stream) {
				return
			}
		}
		h.news.Wait()
	}
}

// send streams an event; its payload is JSON in a string, as Mastodon has it.
func (h *hub) send(stream []string, event string, payload any) {
	text, ok := payload.(string)
	if !ok {
		raw, _ := json.Marshal(payload)
		text = string(raw)
	}
	raw, _ := json.Marshal(map[string]any{"stream": stream, "event": event, "payload": text})
	h.raw(stream, raw)
}

// raw sends to those who subscribed to a stream.
func (h *hub) raw(stream []string, raw []byte) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for l := range h.conns {
		if slices.Contains(l.to, strings.Join(stream, ":")) {
			l.out <- raw
		}
	}
}

func (h *hub) serve(w http.ResponseWriter, r *http.Request) {
	h.mu.Lock()
	deaf := h.deaf
	h.mu.Unlock()
	if deaf {
		fail(w, 503, "no streaming here")
		return
	}
	conn, err := websocket.Accept(w, r, nil)
	if err != nil {
		return
	}
	defer conn.CloseNow()
	l := &listener{conn: conn, to: []string{r.URL.Query().Get("stream")}, out: make(chan []byte, 10_000)}
	h.track(l, true)
	defer h.track(l, false)
	gone := make(chan struct{})
	go func() { defer close(gone); h.listen(r, l) }()
	for {
		select {
		case raw := <-l.out:
			if conn.Write(r.Context(), websocket.MessageText, raw) != nil {
				_ = conn.CloseNow()
				<-gone
				return
			}
		case sent := <-h.floods:
			if w, err := conn.Writer(r.Context(), websocket.MessageText); err == nil {
				_ = connectortest.Flood(w) // the reader may leave
			}
			close(sent)
			<-gone
			return
		case <-gone:
			return
		}
	}
}

// listen takes subscriptions until the connection ends.
func (h *hub) listen(r *http.Request, l *listener) {
	for {
		_, raw, err := l.conn.Read(r.Context())
		if err != nil {
			return
		}
		var m struct{ Type, Stream, Tag string }
		if json.Unmarshal(raw, &m) == nil && m.Type == "subscribe" {
			h.mu.Lock()
			l.to = append(l.to, strings.TrimSuffix(m.Stream+":"+m.Tag, ":"))
			h.news.Broadcast()
			h.mu.Unlock()
		}
	}
}

func (h *hub) flood() {
	sent := make(chan struct{})
	h.floods <- sent
	<-sent
}

func (h *hub) track(l *listener, open bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.news.Broadcast()
	if open {
		h.conns[l] = true
	} else {
		delete(h.conns, l)
	}
}
