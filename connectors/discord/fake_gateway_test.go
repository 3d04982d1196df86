package discord_test

import (
	"encoding/json"
	"net/http"
	"sync"
	"time"

	"github.com/coder/websocket"

	"goodgraces/connectors/connectortest"
)

// hub is the gateway: one session with its events, which can be resumed.
type hub struct {
	mu       sync.Mutex
	conns    map[*listener]bool
	log      [][]byte // every event of the session, by sequence
	session  string
	sessions int
	invalid  bool // the session cannot be resumed any more
	silent   bool
	closing  websocket.StatusCode // the code with which an identify is refused
	resumes  int
	intents  int64
	beats    int
	every    time.Duration      // of heartbeats
	floods   chan chan struct{} // asks for a message without an end
}

type listener struct {
	conn *websocket.Conn
	out  chan []byte
	on   bool // it gets events
}

func newHub() *hub {
	return &hub{conns: map[*listener]bool{}, every: heartbeat, floods: make(chan chan struct{})}
}

func encode(v any) []byte { raw, _ := json.Marshal(v); return raw }

// send gives an event to the session.
func (h *hub) send(kind string, data any) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.log = append(h.log, encode(map[string]any{"op": 0, "t": kind, "s": len(h.log) + 1, "d": data}))
	h.give(h.log[len(h.log)-1])
}

func (h *hub) give(raw []byte) {
	for l := range h.conns {
		if l.on && !h.silent {
			l.out <- raw
		}
	}
}

// raw sends what is no event of the session.
func (h *hub) raw(raw []byte) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.give(raw)
}

// forget ends the session: what it missed is not replayed.
func (h *hub) forget() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.invalid = true
}

// begun returns how many sessions began, and how many were resumed.
func (h *hub) begun() (sessions, resumes int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.sessions, h.resumes
}

func (h *hub) serve(w http.ResponseWriter, r *http.Request) {
	conn, err := websocket.Accept(w, r, nil)
	if err != nil {
		return
	}
	defer conn.CloseNow()
	l := &listener{conn: conn, out: make(chan []byte, 10_000)}
	l.out <- encode(map[string]any{"op": 10, "d": map[string]any{"heartbeat_interval": h.every.Milliseconds()}})
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

func (h *hub) listen(r *http.Request, l *listener) {
	for {
		_, raw, err := l.conn.Read(r.Context())
		if err != nil {
			return
		}
		var m struct {
			Op   int
			Data json.RawMessage `json:"d"`
		}
		if json.Unmarshal(raw, &m) == nil {
			h.take(l, m.Op, m.Data)
		}
	}
}

func (h *hub) take(l *listener, op int, data []byte) {
	h.mu.Lock()
	defer h.mu.Unlock()
	var said struct {
		Token     string
		Intents   int64
		SessionID string `json:"session_id"`
		Seq       int
	}
	_ = json.Unmarshal(data, &said)
	switch {
	case h.silent:
	case op == 1:
		h.beats++
		l.out <- encode(map[string]any{"op": 11})
	case (op == 2 || op == 6) && (said.Token != token || h.closing != 0):
		code := h.closing
		if code == 0 {
			code = 4004
		}
		go func() { _ = l.conn.Close(code, "no") }()
	case op == 2:
		h.begin(l, said.Intents)
	case op == 6 && (h.invalid || said.SessionID != h.session || said.Seq > len(h.log)):
		l.out <- encode(map[string]any{"op": 9, "d": false})
	case op == 6:
		h.resumes++
		l.on = true
		for _, raw := range h.log[said.Seq:] {
			l.out <- raw
		}
		h.log = append(h.log, encode(map[string]any{"op": 0, "t": "RESUMED", "s": len(h.log) + 1, "d": map[string]any{}}))
		l.out <- h.log[len(h.log)-1]
	}
}

func (h *hub) begin(l *listener, intents int64) {
	h.sessions++
	h.intents, h.invalid = intents, false
	h.session = "session-" + string(rune('a'+h.sessions%26))
	h.log = [][]byte{encode(map[string]any{"op": 0, "t": "READY", "s": 1, "d": map[string]any{"session_id": h.session, "resume_gateway_url": "", "v": 10}})}
	l.on = true
	l.out <- h.log[0]
}

func (h *hub) flood() {
	sent := make(chan struct{})
	h.floods <- sent
	<-sent
}

func (h *hub) track(l *listener, open bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if open {
		h.conns[l] = true
	} else {
		delete(h.conns, l)
	}
}
