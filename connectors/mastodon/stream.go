package mastodon

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"

	"goodgraces/connectors"
	"goodgraces/connectors/socket"
)

const (
	streamingPath = "/api/v1/streaming"
	// waiting is how many events wait while the queue is slow or a gap is
	// filled. Beyond it the server waits.
	waiting = 64
)

// event is one message of the stream.
type event struct {
	Stream  []string        `json:"stream"` // what it belongs to: ["user"], ["hashtag","acme"]
	Event   string          `json:"event"`
	Payload json.RawMessage `json:"payload"` // JSON again, as a string
	Error   string          `json:"error"`   // of a subscription that was refused
}

// stream is an open connection to the streaming API.
type stream struct {
	conn   *socket.Conn
	events chan event
	lost   chan error // why the connection ended
}

// open connects to the stream of the account, and of what else is watched.
func (m *Mastodon) open(ctx context.Context, s server) (*stream, error) {
	address, err := url.Parse(m.streamAddress(s))
	if err != nil {
		return nil, &connectors.SettingError{Key: "stream", Problem: "must be an address such as wss://host"}
	}
	address.RawQuery = url.Values{"stream": {"user"}}.Encode()
	conn, err := socket.Dial(ctx, m.env.Client, address.String(), http.Header{"Authorization": {"Bearer " + m.api.token}}, m.env.Now)
	if errors.Is(err, connectors.ErrUnauthorized) {
		err = fmt.Errorf("%w; the token needs the scopes read:notifications and read:statuses (step 2 of the setup), or the setting stream is wrong", err)
	}
	if err != nil {
		return nil, m.api.failed("connect to the stream", err)
	}
	for _, t := range m.subscriptions() {
		if err := conn.Write(ctx, t); err != nil {
			conn.Close()
			return nil, m.api.failed("subscribe", err)
		}
	}
	return &stream{conn: conn, events: make(chan event, waiting), lost: make(chan error, 1)}, nil
}

// subscriptions are the messages that add the watched timelines to the stream.
func (m *Mastodon) subscriptions() [][]byte {
	var out [][]byte
	for _, t := range m.timelines("") {
		if len(t.stream) == 0 {
			continue
		}
		message := map[string]string{"type": "subscribe", "stream": t.stream[0]}
		if len(t.stream) > 1 {
			message["tag"] = t.stream[1]
		}
		text, _ := json.Marshal(message) // strings alone: it always marshals
		out = append(out, text)
	}
	return out
}

// read hands the events on until the connection ends.
func (s *stream) read(ctx context.Context, heard func()) {
	for {
		e, err := s.next(ctx)
		if err != nil {
			s.lost <- err
			return
		}
		heard()
		select {
		case s.events <- e:
		case <-ctx.Done():
			s.lost <- ctx.Err()
			return
		}
	}
}

// next returns the next event; an empty one for what is none.
func (s *stream) next(ctx context.Context) (event, error) {
	raw, err := s.conn.Next(ctx)
	if err != nil {
		return event{}, err
	}
	var e event
	_ = json.Unmarshal(raw, &e) // what makes no sense stays empty
	return e, nil
}

// text is the payload as text: servers send a string that holds JSON, or an ID;
// some send the number or the JSON itself.
func (e *event) text() []byte {
	var s string
	if json.Unmarshal(e.Payload, &s) == nil {
		return []byte(s)
	}
	return e.Payload
}
